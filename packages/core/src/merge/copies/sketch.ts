import { hashText, joinHash } from './hash.ts'
import { QUOTATION_WORDS_MIN, SKETCH_QUOTED_MAX, SKETCH_TERMS_MAX } from './limits.ts'
import { type ReadWord, readWords } from './read-words.ts'

/** Bits beside the 24 bits of hash in a term. */
export const NAME = 1
export const NUMBER = 2
export const NEWS = 4
export const FUNCTION = 8

/**
 * What is left of a text to find its copies by: no words, only hashes of them. A term is 24 bits of the hash of a stem and
 * eight of what it is. Texts of any length fit, see limits.ts.
 */
export interface Sketch {
  /** Words of the whole text, boilerplate left out. */
  readonly words: number
  /** Hash of all words in order, 16 hexadecimal digits. */
  readonly digest: string
  /** What the text tells outside quotation marks: its words in order, function words left out. */
  readonly terms: Uint32Array
  /** Where each sentence starts in `terms`. */
  readonly sentences: Uint32Array
  /** All words inside quotation marks, of quotations of `QUOTATION_WORDS_MIN` words or more. */
  readonly quoted: Uint32Array
  /** Where each quotation starts in `quoted`. */
  readonly quotations: Uint32Array
  /** The sentence of `sentences` that each quotation begins in. */
  readonly places: Uint32Array
}

/** Sketches a text. The same words give the same sketch, whatever the quotation marks, capitals and page around them. */
export function sketchText(text: string): Sketch {
  const words = readWords(text)
  let a = 0
  let b = 0x5bd1e995
  const lengths = new Map<number, number>()
  for (const { form, quotation } of words) {
    const hash = hashText(form)
    a = joinHash(a, hash)
    b = joinHash(b, hash ^ 0x2545f491)
    if (quotation >= 0) lengths.set(quotation, (lengths.get(quotation) ?? 0) + 1)
  }
  const terms: number[] = []
  const sentences: number[] = []
  const quoted: number[] = []
  const quotations: number[] = []
  const places: number[] = []
  let sentence = -1
  let quotation = -1
  for (const word of words) {
    const isQuoted = word.quotation >= 0 && (lengths.get(word.quotation) ?? 0) >= QUOTATION_WORDS_MIN
    if (isQuoted) {
      if (quoted.length >= SKETCH_QUOTED_MAX) continue
      if (word.quotation !== quotation) {
        quotations.push(quoted.length)
        places.push(Math.max(0, sentences.length - (word.sentence === sentence ? 1 : 0)))
        quotation = word.quotation
      }
      quoted.push(termOf(word))
      continue
    }
    if (word.kind === 'function' || terms.length >= SKETCH_TERMS_MAX) continue
    if (word.sentence !== sentence) {
      sentences.push(terms.length)
      sentence = word.sentence
    }
    terms.push(termOf(word))
  }
  return {
    words: words.length,
    digest: hex(a) + hex(b),
    terms: Uint32Array.from(terms),
    sentences: Uint32Array.from(sentences),
    quoted: Uint32Array.from(quoted),
    quotations: Uint32Array.from(quotations),
    places: Uint32Array.from(places),
  }
}

const FLAGS: Readonly<Record<ReadWord['kind'], number>> = {
  name: NAME,
  number: NUMBER,
  news: NEWS,
  function: FUNCTION,
  word: 0,
}

function termOf(word: ReadWord): number {
  return ((hashText(word.stem) & 0xffffff00) | FLAGS[word.kind]) >>> 0
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}
