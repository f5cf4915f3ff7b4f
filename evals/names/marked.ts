/** A person, organization or place in a text, UTF-16 code units. */
export interface MarkedName {
  readonly kind: 'PER' | 'ORG' | 'LOC'
  readonly from: number
  readonly to: number
}

/** An article in which people marked the names. */
export interface MarkedDocument {
  readonly id: string
  /** Without the marks; lines are parted by one newline. */
  readonly text: string
  readonly names: readonly MarkedName[]
}

const HEADING = /^# doc (\S+)(?: .*)?$/
const MARK = /\[(PER|ORG|LOC) ([^[\]]+)\]/g

/**
 * Articles of a file with marked names: `# doc ID style`, then a sentence on each line with names as `[PER Lone Kragh]`, an empty line
 * behind each article. Throws where a bracket is left over: `file` and the line are named.
 */
export function readMarked(content: string, file: string): MarkedDocument[] {
  const found: { id: string; text: string; names: MarkedName[] }[] = []
  content.split(/\r?\n/).forEach((line, at) => {
    const where = `${file}:${at + 1}`
    const heading = HEADING.exec(line)
    if (heading) {
      found.push({ id: heading[1]!, text: '', names: [] })
      return
    }
    if (line.trim() === '') return
    const document = found.at(-1)
    if (!document) throw new Error(`${where}: a sentence stands before the first "# doc ID"`)
    let text = document.text === '' ? '' : `${document.text}\n`
    let last = 0
    for (const mark of line.matchAll(MARK)) {
      text += line.slice(last, mark.index)
      const kind = mark[1] as MarkedName['kind'] // the pattern has no other
      document.names.push({ kind, from: text.length, to: text.length + mark[2]!.length })
      text += mark[2]!
      last = mark.index + mark[0].length
    }
    const rest = line.replace(MARK, '')
    if (/[[\]]/.test(rest)) throw new Error(`${where}: a bracket belongs to no mark such as "[PER Lone Kragh]"`)
    document.text = text + line.slice(last)
  })
  return found
}
