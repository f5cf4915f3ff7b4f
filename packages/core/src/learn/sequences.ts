import type { Kernel } from './kernel/kernel.ts'

/**
 * How sequences of different lengths lie in one matrix so that they can be read in lockstep: time-major, the longest
 * sequence first. Row `starts[t] + b` is step t of the sequence at place b.
 */
export interface SequencePlan {
  /** Rows in all: the sum of the lengths. */
  readonly rows: number
  readonly steps: number
  readonly lengths: readonly number[]
  /** First row of each step, `steps + 1` values. */
  readonly starts: Int32Array
  /** Row of each step of each sequence, sequence after sequence: step t of place b at `firsts[b] + t`. */
  readonly rowOf: Int32Array
  /** Where each sequence begins in `rowOf`. */
  readonly firsts: Int32Array
}

/** Plans sequences of these lengths, which must fall (or stay) and be above zero: a RangeError otherwise. */
export function planSequences(lengths: readonly number[]): SequencePlan {
  const steps = lengths[0] ?? 0
  const starts = new Int32Array(steps + 1)
  const firsts = new Int32Array(lengths.length)
  let rows = 0
  for (let b = 0; b < lengths.length; b++) {
    const length = lengths[b]!
    if (length < 1 || length > (lengths[b - 1] ?? length)) throw new RangeError(`length ${length} at place ${b}`)
    firsts[b] = rows
    rows += length
  }
  let active = lengths.length
  for (let t = 0; t < steps; t++) {
    while (active > 0 && lengths[active - 1]! <= t) active--
    starts[t + 1] = starts[t]! + active
  }
  const rowOf = new Int32Array(rows)
  for (let b = 0, at = 0; b < lengths.length; b++) {
    for (let t = 0; t < lengths[b]!; t++) rowOf[at++] = starts[t]! + b
  }
  return { rows, steps, lengths, starts, rowOf, firsts }
}

/** Writes whole numbers to the kernel's memory at `address`. */
export function writeIntegers(kernel: Kernel, address: number, values: Int32Array): void {
  kernel.i32.set(values, address >> 2)
}
