/** A seeded source of numbers for tests (mulberry32): the same ones every time. */
export interface Random {
  /** 0 to below 1. */
  next(): number
  /** -1 to below 1. */
  sign(): number
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
}

export function createRandom(seed: number): Random {
  let state = seed | 0
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return { next, sign: () => next() * 2 - 1, below: (limit) => Math.floor(next() * limit) }
}
