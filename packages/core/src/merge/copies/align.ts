import { FUNCTION, NAME, NEWS, NUMBER, type Sketch } from './sketch.ts'

/** How the sentences of a later text answer to those of an earlier one. */
export interface Alignment {
  /** Sentences of the later and of the earlier text that say enough to be compared. */
  readonly sentences: number
  readonly others: number
  /** How like its counterpart a sentence of the later text is on average, 0 to 1: cosine over distinct words. */
  readonly likeness: number
  /** Length of the longest row of sentences whose counterparts come in the same order. */
  readonly chain: number
  /** Share of the later text's weight that stands in sentences with a counterpart, 0 to 1. */
  readonly covered: number
}

/** Distinct words from which a sentence is compared. */
const SENTENCE_WORDS_MIN = 3
/** Likeness from which two sentences are counterparts. */
const COUNTERPART_MIN = 0.3

/** Finds for each sentence of `later` the likest sentence of `earlier`. Time grows with the pairs of sentences that share a word. */
export function alignSentences(later: Sketch, earlier: Sketch): Alignment {
  const index = new Map<number, number[]>()
  const others = sentencesOf(earlier)
  others.forEach((words, sentence) => {
    for (const word of words) {
      const at = index.get(word)
      if (at) at.push(sentence)
      else index.set(word, [sentence])
    }
  })
  const order: number[] = []
  let sum = 0
  let weight = 0
  let covered = 0
  const rows = sentencesOf(later)
  for (const words of rows) {
    const shared = new Map<number, number>()
    for (const word of words) for (const at of index.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    let best = -1
    let likeness = 0
    for (const [at, count] of shared) {
      const now = count / Math.sqrt(words.size * (others[at]?.size ?? 1))
      if (now > likeness || (now === likeness && at < best)) {
        best = at
        likeness = now
      }
    }
    sum += likeness
    weight += words.size
    if (likeness < COUNTERPART_MIN) continue
    covered += words.size
    order.push(best)
  }
  return {
    sentences: rows.length,
    others: others.length,
    likeness: rows.length === 0 ? 0 : sum / rows.length,
    chain: longestChain(order),
    covered: weight === 0 ? 0 : covered / weight,
  }
}

/** Length of the longest strictly rising row (Schensted 1961, by patience sorting). */
function longestChain(values: readonly number[]): number {
  const tails: number[] = []
  for (const value of values) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (tails[middle]! < value) low = middle + 1
      else high = middle
    }
    tails[low] = value
  }
  return tails.length
}

/** Distinct words of each sentence that has enough of them, a quotation with the sentence that it begins in. */
function sentencesOf(sketch: Sketch): ReadonlySet<number>[] {
  const { terms, sentences, quoted, quotations, places } = sketch
  const rows: Set<number>[] = []
  let quotation = 0
  for (let i = 0; i < sentences.length; i++) {
    const words = new Set<number>()
    for (let j = sentences[i]!; j < (sentences[i + 1] ?? terms.length); j++) addWord(words, terms[j]!)
    for (; quotation < quotations.length && places[quotation]! <= i; quotation++) {
      const to = quotations[quotation + 1] ?? quoted.length
      for (let j = quotations[quotation]!; j < to; j++) addWord(words, quoted[j]!)
    }
    if (words.size >= SENTENCE_WORDS_MIN) rows.push(words)
  }
  return rows
}

function addWord(words: Set<number>, term: number): void {
  const flags = term & 0xff
  if ((flags & FUNCTION) !== 0 || ((flags & NEWS) !== 0 && (flags & (NAME | NUMBER)) === 0)) return
  words.add(term & 0xffffff00)
}
