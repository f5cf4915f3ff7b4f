import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** One syntactic word of a treebank, with its place in the document's raw text. */
export interface GoldWord {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  readonly from: number
  readonly to: number
  /** True for a further word of the same surface token. */
  readonly glued: boolean
}

export interface GoldSentence {
  readonly words: readonly GoldWord[]
  readonly paragraph: boolean
}

/** A document of a treebank: sentences joined by one blank, by a blank line where a paragraph starts. */
export interface GoldDocument {
  readonly id: string
  readonly text: string
  readonly sentences: readonly GoldSentence[]
}

/** Files below the data folder that weights may be trained on, and those they are measured on. */
export const TRAIN_FILES = ['treebank/ewt/en_ewt-ud-train.conllu.gz', 'treebank/gum/en_gum-train-open.conllu.gz']
export const DEV_FILES = {
  ewt: 'treebank/ewt/en_ewt-ud-dev.conllu.gz',
  gum: 'treebank/gum/en_gum-dev.conllu.gz',
} as const

/** The value of a `--name` argument, or the default. */
export function option(name: string, fallback: string): string {
  const at = process.argv.indexOf(`--${name}`)
  return (at >= 0 ? process.argv[at + 1] : undefined) ?? fallback
}

/** Reads one treebank file below the data folder. Ends the process with a clear message where it is missing. */
export function readTreebank(data: string, file: string): GoldDocument[] {
  const path = join(data, file)
  if (!existsSync(path)) {
    process.stderr.write(
      `There is no ${path}. Pass the folder that holds treebank/ with --data (for instance ../shared/data).\n`,
    )
    process.exit(3)
  }
  return parseTreebank(gunzipSync(readFileSync(path)).toString('utf8'))
}

/** Parses CoNLL-U. Lines are split at tabs only; empty nodes are left out. */
export function parseTreebank(conllu: string): GoldDocument[] {
  const documents: GoldDocument[] = []
  let id = ''
  let text = ''
  let sentences: GoldSentence[] = []
  let paragraph = true
  let sentenceText = ''
  let rows: string[][] = []
  const finishDocument = () => {
    if (sentences.length > 0) documents.push({ id, text, sentences })
    text = ''
    sentences = []
  }
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newdoc')) {
      finishDocument()
      id = line.replace(/^# newdoc( id = )?/, '')
      paragraph = true
    } else if (line.startsWith('# newpar')) {
      if (!line.startsWith('# newpar_')) paragraph = true
    } else if (line.startsWith('# text = ')) sentenceText = line.slice('# text = '.length)
    else if (line === '' && rows.length > 0) {
      if (text !== '') text += paragraph ? '\n\n' : ' '
      const words = placeWords(rows, sentenceText, text.length)
      text += sentenceText
      sentences.push({ words, paragraph })
      paragraph = false
      rows = []
    } else if (line !== '' && !line.startsWith('#')) rows.push(line.split('\t'))
  }
  finishDocument()
  return documents
}

function placeWords(rows: readonly (readonly string[])[], text: string, base: number): GoldWord[] {
  const words: GoldWord[] = []
  let at = 0
  let inside = 0
  let first = false
  for (const row of rows) {
    const id = row[0] ?? ''
    if (id.includes('.')) continue
    if (id.includes('-')) {
      const [a, b] = id.split('-').map(Number)
      inside = (b ?? 0) - (a ?? 0) + 1
      first = true
      continue
    }
    const form = row[1] ?? ''
    while (/\s/.test(text[at] ?? '')) at++
    if (!text.startsWith(form, at)) throw new Error(`"${form}" is not at ${at} of "${text}"`)
    words.push({
      form,
      lemma: row[2] ?? '',
      upos: row[3] ?? '',
      xpos: row[4] ?? '',
      from: base + at,
      to: base + at + form.length,
      glued: inside > 0 && !first,
    })
    at += form.length
    first = false
    if (inside > 0) inside--
  }
  return words
}
