import { derive } from './derive.ts'
import { hashText, mix } from './hash.ts'
import { SKETCH_KEYS_MAX } from './limits.ts'
import type { Sketch } from './sketch.ts'

/** Bands of two rows of MinHash over the runs: texts that share half of their runs meet in one with 0.99. */
const BANDS = 16
/** The same over names and numbers, for rewrites: sharing 0.6 of them meets with 0.97. */
const SPECIFIC_BANDS = 8
/** One run of eight is a key by itself, so that an excerpt of 60 words meets the whole: some three of its runs are. */
const SAMPLE_BITS = 3
/** Quotations that give keys, at most; two keys each. */
const QUOTATION_KEYS = 16

/**
 * Keys by which texts that may be copies find each other: they share at least one. Bounded by `SKETCH_KEYS_MAX`, sorted by
 * what they tell: the whole text first, then quotations, bands of names, bands of runs, sampled runs.
 */
export function sketchKeys(sketch: Sketch): readonly string[] {
  const { runs, quotations, specifics } = derive(sketch)
  const keys = new Set<string>([`d${sketch.digest}`])
  // Two smallest hashes of each quotation: a part of it keeps at least one with a fair chance.
  for (const row of quotations.slice(0, QUOTATION_KEYS))
    for (const hash of row.subarray(0, 2)) keys.add(`q${key(hash)}`)
  if (specifics.length >= 4) addBands(keys, 's', specifics, SPECIFIC_BANDS)
  if (runs.length >= 4) addBands(keys, 'm', runs, BANDS)
  for (const hash of runs) {
    if (keys.size >= SKETCH_KEYS_MAX) break
    if (mix(hash) >>> (32 - SAMPLE_BITS) === 0) keys.add(`r${key(hash)}`)
  }
  return [...keys]
}

/** MinHash (Broder 1997) in bands (Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4) of two rows. */
function addBands(keys: Set<string>, prefix: string, values: Uint32Array, bands: number): void {
  for (let band = 0; band < bands; band++) {
    let low = 0xffffffff
    let high = 0xffffffff
    const a = hashText(`${prefix}${band}a`)
    const b = hashText(`${prefix}${band}b`)
    for (const value of values) {
      const one = mix(value ^ a)
      const two = mix(value ^ b)
      if (one < low) low = one
      if (two < high) high = two
    }
    keys.add(`${prefix}${band}.${key(mix(low ^ Math.imul(high, 31)))}`)
  }
}

function key(hash: number): string {
  return (hash >>> 0).toString(36)
}
