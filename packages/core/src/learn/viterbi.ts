/** The scores of a linear chain (a CRF's), besides the words' own. */
export interface Chain {
  readonly labels: number
  /** `transition[from * labels + to]`. */
  readonly transition: Float32Array
  readonly start: Float32Array
  readonly end: Float32Array
}

/** Finds best paths; keeps its scratch memory, which grows to the longest sequence seen. */
export interface Viterbi {
  /**
   * The best label of each of `length` words, to `out` from `at` on. The score of word i for label y is
   * `scores[first + i * stride + y]`. Of equal paths the one with the lower labels, from the end. Nothing for length 0.
   * Viterbi 1967; sums are doubles in a fixed order.
   */
  decode(scores: Float32Array, first: number, stride: number, length: number, out: Uint8Array, at: number): void
}

/** A decoder for one chain of at most 255 labels. */
export function createViterbi(chain: Chain): Viterbi {
  const { labels, start, end } = chain
  // Turned, so that the inner loop walks in memory order.
  const into = new Float64Array(labels * labels)
  for (let from = 0; from < labels; from++) {
    for (let to = 0; to < labels; to++) into[to * labels + from] = chain.transition[from * labels + to]!
  }
  let before = new Float64Array(labels)
  let here = new Float64Array(labels)
  let back = new Uint8Array(0)
  return {
    decode(scores, first, stride, length, out, at) {
      if (length === 0) return
      if (back.length < length * labels) back = new Uint8Array(length * labels * 2)
      for (let y = 0; y < labels; y++) before[y] = start[y]! + scores[first + y]!
      for (let i = 1; i < length; i++) {
        const row = first + i * stride
        for (let y = 0; y < labels; y++) {
          const base = y * labels
          let best = before[0]! + into[base]!
          let origin = 0
          for (let x = 1; x < labels; x++) {
            const value = before[x]! + into[base + x]!
            if (value > best) {
              best = value
              origin = x
            }
          }
          here[y] = best + scores[row + y]!
          back[i * labels + y] = origin
        }
        const swap = before
        before = here
        here = swap
      }
      let label = 0
      for (let y = 1; y < labels; y++) if (before[y]! + end[y]! > before[label]! + end[label]!) label = y
      for (let i = length - 1; i >= 0; i--) {
        out[at + i] = label
        label = back[i * labels + label]!
      }
    },
  }
}
