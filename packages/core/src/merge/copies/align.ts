import { NAME, NEWS, NUMBER, type Sketch } from './sketch.ts'

/** How the sentences of a later text answer to those of an earlier one. */
export interface Alignment {
  /** Share of the later text's weight that stands in sentences with a counterpart, 0 to 1. */
  readonly covered: number
  /** Sentences with a counterpart. */
  readonly pairs: number
  /** Share of neighbouring pairs that come in the same order in both, 0 to 1; 0 where there are fewer than two pairs. */
  readonly order: number
}

/** Share of a sentence's weight that its counterpart must hold. */
const COUNTERPART_MIN = 0.34
const SPECIFIC_WEIGHT = 1
const WORD_WEIGHT = 1

/** Finds for each sentence of `later` the sentence of `earlier` that holds most of it. Time is linear in shared words. */
export function alignSentences(later: Sketch, earlier: Sketch): Alignment {
  const index = new Map<number, number[]>()
  const sizes = new Float64Array(earlier.sentences.length)
  eachSentence(earlier, (sentence, terms) => {
    for (const [hash, weight] of terms) {
      sizes[sentence] = sizes[sentence]! + weight
      const at = index.get(hash)
      if (at) at.push(sentence)
      else index.set(hash, [sentence])
    }
  })
  const order: number[] = []
  let covered = 0
  let total = 0
  eachSentence(later, (_, terms) => {
    const shared = new Map<number, number>()
    let size = 0
    for (const [hash, weight] of terms) {
      size += weight
      for (const sentence of index.get(hash) ?? []) shared.set(sentence, (shared.get(sentence) ?? 0) + weight)
    }
    total += size
    let best = -1
    let bestWeight = 0
    for (const [sentence, weight] of shared) {
      if (weight > bestWeight || (weight === bestWeight && sentence < best)) {
        best = sentence
        bestWeight = weight
      }
    }
    if (best < 0 || bestWeight < 2) return
    if (bestWeight / size < COUNTERPART_MIN && bestWeight / sizes[best]! < COUNTERPART_MIN) return
    covered += size
    order.push(best)
  })
  let kept = 0
  for (let i = 1; i < order.length; i++) if (order[i]! >= order[i - 1]!) kept++
  return {
    covered: total === 0 ? 0 : covered / total,
    pairs: order.length,
    order: order.length < 2 ? 0 : kept / (order.length - 1),
  }
}

/** Distinct terms of each sentence with their weights, quotations with the sentence they begin in. */
function eachSentence(sketch: Sketch, visit: (sentence: number, terms: ReadonlyMap<number, number>) => void): void {
  const { terms, sentences, quoted, quotations, places } = sketch
  let quotation = 0
  for (let i = 0; i < sentences.length; i++) {
    const weights = new Map<number, number>()
    for (let j = sentences[i]!; j < (sentences[i + 1] ?? terms.length); j++) addTerm(weights, terms[j]!)
    for (; quotation < quotations.length && places[quotation]! <= i; quotation++) {
      const to = quotations[quotation + 1] ?? quoted.length
      for (let j = quotations[quotation]!; j < to; j++) addTerm(weights, quoted[j]!)
    }
    if (weights.size > 0) visit(i, weights)
  }
}

function addTerm(weights: Map<number, number>, term: number): void {
  const flags = term & 0xff
  if ((flags & ~(NAME | NUMBER)) !== 0 && (flags & NEWS) !== 0) return
  if ((flags & 8) !== 0) return
  weights.set(term & 0xffffff00, (flags & (NAME | NUMBER)) !== 0 ? SPECIFIC_WEIGHT : WORD_WEIGHT)
}
