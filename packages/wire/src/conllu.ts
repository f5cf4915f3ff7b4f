import { type AnalyzedWord, BackchannelError, type Parse, type Sentence, UPOS } from '@backchannel/core'
import { WIRE_ERRORS } from './errors.ts'

// CoNLL-U, https://universaldependencies.org/format.html (version 2).

/**
 * A parsed text as CoNLL-U, sentence by sentence, each with its blank line. MISC holds `TokenRange=start:end` in UTF-16
 * code units of the text, `SpaceAfter=No` where the next word follows at once, and names as `NER=B-PER`; words that
 * are one token on paper ("don't") come under a line for the range.
 */
export function* toConllu(text: string, { sentences, syntax }: Parse): Generator<string> {
  for (const [index, sentence] of sentences.entries()) {
    const lines: string[] = []
    if (sentence.paragraph) lines.push('# newpar')
    lines.push(`# sent_id = ${index + 1}`, `# text = ${onOneLine(text.slice(sentence.from, sentence.to))}`)
    for (let at = sentence.first; at < sentence.last; at++) {
      const end = endOfSurface(syntax.glued, at, sentence)
      const inSurface = syntax.glued[at] === 1
      if (end > at + 1 && !inSurface) lines.push(rangeLine(text, syntax, sentence, at, end))
      const alone = end === at + 1 && !inSurface
      const head = syntax.head[at] ?? -1
      const misc: string[] = []
      const name = syntax.name[at] ?? 'O'
      if (name !== '' && name !== 'O') misc.push(`NER=${name}`)
      if (alone && spaceless(text, syntax.to[at] ?? 0)) misc.push('SpaceAfter=No')
      misc.push(`TokenRange=${syntax.from[at]}:${syntax.to[at]}`)
      lines.push(
        [
          at - sentence.first + 1,
          cell(text.slice(syntax.from[at], syntax.to[at])),
          cell(syntax.lemma[at] ?? ''),
          UPOS[syntax.upos[at] ?? -1] ?? 'X',
          cell(syntax.xpos[at] ?? ''),
          '_',
          head < 0 ? 0 : head - sentence.first + 1,
          cell(syntax.relation[at] ?? ''),
          '_',
          misc.join('|'),
        ].join('\t'),
      )
    }
    yield `${lines.join('\n')}\n\n`
  }
}

/** One past the last word of the surface token that word `at` starts or continues. */
function endOfSurface(glued: Uint8Array, at: number, sentence: Sentence): number {
  let end = at + 1
  while (end < sentence.last && glued[end] === 1) end++
  return end
}

function rangeLine(text: string, syntax: Parse['syntax'], sentence: Sentence, at: number, end: number): string {
  const from = syntax.from[at] ?? 0
  const to = syntax.to[end - 1] ?? from
  const misc = [...(spaceless(text, to) ? ['SpaceAfter=No'] : []), `TokenRange=${from}:${to}`]
  const id = `${at - sentence.first + 1}-${end - sentence.first}`
  return [id, cell(text.slice(from, to)), '_', '_', '_', '_', '_', '_', '_', misc.join('|')].join('\t')
}

/** True where a word ends right before another one; the end of the text counts as a space. */
function spaceless(text: string, to: number): boolean {
  return to < text.length && !/\s/.test(text[to] ?? ' ')
}

/** A form in a column: no tabs or line ends, "_" for nothing. */
function cell(form: string): string {
  const clean = onOneLine(form)
  return clean === '' ? '_' : clean
}

function onOneLine(text: string): string {
  return text.replace(/[\s\u0085]+/g, ' ').trim()
}

/** Sentences of CoNLL-U whose words are analyzed together: enough for the net to work in batches, little in memory. */
export const CONLLU_BATCH = 256

/**
 * Fills LEMMA, UPOS, XPOS, HEAD and DEPREL of CoNLL-U from its word forms alone; comments, multi-word tokens, empty
 * nodes, FEATS, DEPS and MISC stay as they are. Lines come in as they are read; text goes out in pieces of whole
 * sentences. Throws `wire/bad-conllu` with the number of a line that is no CoNLL-U.
 */
export async function* fillConllu(
  lines: AsyncIterable<string> | Iterable<string>,
  analyze: (sentences: readonly (readonly string[])[]) => readonly (readonly AnalyzedWord[])[],
): AsyncGenerator<string> {
  let block: string[] = []
  let blocks: string[][] = []
  let number = 0
  for await (const raw of lines) {
    number++
    const line = raw.replace(/\r$/, '')
    if (line.trim() === '') {
      if (block.length > 0) blocks.push(block)
      block = []
      if (blocks.length >= CONLLU_BATCH) {
        yield fillBlocks(blocks, analyze)
        blocks = []
      }
      continue
    }
    if (!line.startsWith('#')) checkLine(line, number)
    block.push(line)
  }
  if (block.length > 0) blocks.push(block)
  if (blocks.length > 0) yield fillBlocks(blocks, analyze)
}

function checkLine(line: string, number: number): void {
  const columns = line.split('\t')
  const bad = (value: string, expected: string): never => {
    throw new BackchannelError('wire/bad-conllu', { line: number, value, expected }, WIRE_ERRORS)
  }
  if (columns.length !== 10) bad(`${columns.length} columns`, '10 columns parted by tabs')
  const [id = ''] = columns
  if (!/^(\d+|\d+-\d+|\d+\.\d+)$/.test(id)) bad(`the id "${id}"`, 'a word number, a range 2-3 or an empty node 2.1')
}

const WORD_LINE = /^\d+\t/

function fillBlocks(
  blocks: readonly (readonly string[])[],
  analyze: (sentences: readonly (readonly string[])[]) => readonly (readonly AnalyzedWord[])[],
): string {
  const forms = blocks.map((block) =>
    block.filter((line) => WORD_LINE.test(line)).map((line) => line.split('\t')[1] ?? ''),
  )
  const analyzed = analyze(forms)
  return blocks.map((block, index) => fillBlock(block, analyzed[index] ?? [])).join('')
}

function fillBlock(block: readonly string[], words: readonly AnalyzedWord[]): string {
  let at = 0
  const filled = block.map((line) => {
    if (!WORD_LINE.test(line)) return line
    const word = words[at++]
    if (word === undefined) return line
    const columns = line.split('\t')
    columns[2] = cell(word.lemma)
    columns[3] = word.upos
    columns[4] = cell(word.xpos)
    columns[6] = String(word.head)
    columns[7] = cell(word.relation)
    return columns.join('\t')
  })
  return `${filled.join('\n')}\n\n`
}
