import { joinHash } from './hash.ts'
import { FUNCTION, NAME, NEWS, NUMBER, type Sketch } from './sketch.ts'

/** Words in a run of the telling: three content words are some six running words. */
const RUN = 3
/** Words in a run of a quotation. */
export const QUOTED_RUN = 4

/** What comparing needs of a sketch, made from it once. All rows of hashes are sorted and without repeats. */
export interface Derived {
  /** Runs of three content words of the telling. */
  readonly runs: Uint32Array
  /** Runs of four words of quotations. */
  readonly quotedRuns: Uint32Array
  /** The same runs, one row a quotation, in text order. */
  readonly quotations: readonly Uint32Array[]
  /** Names and numbers of the telling. */
  readonly specifics: Uint32Array
  /** Other words of the telling, without those of every report. */
  readonly words: Uint32Array
  /** Every word, said or told, that is no function word. */
  readonly everything: Uint32Array
}

const made = new WeakMap<Sketch, Derived>()

export function derive(sketch: Sketch): Derived {
  const known = made.get(sketch)
  if (known) return known
  const { terms, quoted, quotations } = sketch
  const rows = Array.from(quotations, (from, i) =>
    runsOf(quoted.subarray(from, quotations[i + 1] ?? quoted.length), QUOTED_RUN),
  )
  const hashes = (row: Uint32Array, keep: (flags: number) => boolean): number[] => {
    const out: number[] = []
    for (const term of row) if (keep(term & 0xff)) out.push(term & 0xffffff00)
    return out
  }
  const derived: Derived = {
    runs: runsOf(terms, RUN, true),
    quotations: rows,
    quotedRuns: sortedSet(rows.flatMap((row) => Array.from(row))),
    specifics: sortedSet(hashes(terms, (flags) => (flags & (NAME | NUMBER)) !== 0)),
    words: sortedSet(hashes(terms, (flags) => flags === 0)),
    everything: sortedSet([
      ...hashes(terms, (flags) => (flags & NEWS) === 0),
      ...hashes(quoted, (flags) => (flags & (FUNCTION | NEWS)) === 0),
    ]),
  }
  made.set(sketch, derived)
  return derived
}

/**
 * Hashes of all runs of `length` neighbouring terms; one hash of them all where there are fewer. `isTelling` leaves out runs
 * of names and numbers alone: a list of those freed is the same in every report that prints it.
 */
export function runsOf(terms: Uint32Array, length: number, isTelling = false): Uint32Array {
  if (terms.length === 0) return new Uint32Array(0)
  const out: number[] = []
  for (let i = 0; i + length <= terms.length || i === 0; i++) {
    let hash = 0
    let isList = isTelling
    for (let j = i; j < Math.min(i + length, terms.length); j++) {
      const term = terms[j]!
      hash = joinHash(hash, term & 0xffffff00)
      if ((term & (NAME | NUMBER)) === 0) isList = false
    }
    if (!isList) out.push(hash)
  }
  return sortedSet(out)
}

/** Ascending, each once. */
export function sortedSet(values: readonly number[]): Uint32Array {
  const sorted = Uint32Array.from(values).sort()
  let kept = 0
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!
  return sorted.slice(0, kept)
}

/** How many values two sorted rows share. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i]!
    const right = b[j]!
    if (left === right) shared++
    if (left <= right) i++
    if (right <= left) j++
  }
  return shared
}
