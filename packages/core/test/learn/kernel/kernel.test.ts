import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildKernel } from '../../../scripts/build-kernel.ts'
import { createKernel } from '../../../src/learn/index.ts'
import { createRandom } from '../random.ts'

const kernel = createKernel()
const random = createRandom(5)
const floats = (count: number, size = 1): Float32Array =>
  Float32Array.from({ length: count }, () => random.sign() * size)

function place(values: Float32Array | Int16Array | Int32Array): number {
  const at = kernel.reserve(values.byteLength)
  kernel.u8.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at)
  return at
}

const floatsAt = (address: number, count: number): Float32Array =>
  kernel.f32.slice(address >> 2, (address >> 2) + count)

it('is what a fresh build of kernel.as gives', async () => {
  const committed = new URL('../../../src/learn/kernel/generated/kernel-bytes.ts', import.meta.url)
  expect(await buildKernel()).toBe(readFileSync(committed, 'utf8'))
})

it('hands out memory that is zero, aligned and apart', () => {
  const first = kernel.reserve(100)
  const second = kernel.reserve(3_000_000)
  expect(first % 64).toBe(0)
  expect(second - first).toBe(128)
  expect(kernel.u8.subarray(second, second + 3_000_000).every((byte) => byte === 0)).toBe(true)
})

describe('gemmInteger', () => {
  const [m, n, k] = [7, 16, 12]
  const a = Int16Array.from({ length: m * k }, () => random.below(65_535) - 32_767)
  const w = Int16Array.from({ length: n * k }, () => random.below(255) - 127)
  const packed = new Int16Array(n * k)
  for (let output = 0; output < n; output++) {
    for (let input = 0; input < k; input++) {
      packed[(output >> 3) * k * 8 + (input >> 1) * 16 + (output & 7) * 2 + (input & 1)] = w[output * k + input]!
    }
  }
  const scales = floats(n)
  const rowScales = floats(m)
  const bias = floats(n)
  const sum = (row: number, output: number): number => {
    let total = 0
    for (let i = 0; i < k; i++) total += a[row * k + i]! * w[output * k + i]!
    return Math.fround(total)
  }
  const call = (withRows: boolean, start: number, out: number): Float32Array => {
    kernel.run.gemmInteger(
      place(a),
      k * 2,
      place(packed),
      place(scales),
      withRows ? place(rowScales) : 0,
      start,
      out,
      n * 4,
      m,
      n,
      k / 2,
    )
    return floatsAt(out, m * n)
  }

  it('multiplies exactly and adds the bias', () => {
    const got = call(false, place(bias), kernel.reserve(m * n * 4))
    got.forEach((value, at) => {
      const product = Math.fround(sum(Math.floor(at / n), at % n) * scales[at % n]!)
      expect(value).toBe(Math.fround(product + bias[at % n]!))
    })
  })

  it('scales rows, and adds to what is there without a bias', () => {
    const before = floats(m * n)
    const got = call(true, 0, place(before))
    got.forEach((value, at) => {
      const row = Math.floor(at / n)
      const scale = Math.fround(scales[at % n]! * rowScales[row]!)
      expect(value).toBe(Math.fround(Math.fround(sum(row, at % n) * scale) + before[at]!))
    })
  })
})

describe('gemmFloat', () => {
  it.each([
    ['packed', true],
    ['row-major', false],
  ])('sums in the order of k, b %s', (_, isPacked) => {
    const [m, n, k] = [6, 24, 5]
    const a = floats(m * k)
    const b = floats(k * n)
    const bias = floats(n)
    const packed = new Float32Array(k * n)
    for (let i = 0; i < k * n; i++) {
      const [row, column] = [Math.floor(i / n), i % n]
      packed[(column >> 3) * k * 8 + row * 8 + (column & 7)] = b[i]!
    }
    const out = kernel.reserve(m * n * 4)
    const [at, ldb, tile] = isPacked ? [place(packed), 32, k * 32] : [place(b), n * 4, 32]
    kernel.run.gemmFloat(place(a), k * 4, at, ldb, tile, place(bias), out, n * 4, m, n, k)
    floatsAt(out, m * n).forEach((value, i) => {
      let sum = bias[i % n]!
      for (let x = 0; x < k; x++)
        sum = Math.fround(sum + Math.fround(a[Math.floor(i / n) * k + x]! * b[x * n + (i % n)]!))
      expect(value).toBe(sum)
    })
  })
})

describe('lstmRun', () => {
  const hidden = 8

  /** One step of one sequence, all gates but one far to one side, so that h and c show the function alone. */
  function step(gate: number, value: number): number {
    const open = [40, -40, 40, 40] // input open, nothing kept, update 1, output open
    const gates = new Float32Array(4 * hidden)
    for (let g = 0; g < 4; g++) gates.fill(g === gate ? value : open[g]!, g * hidden, (g + 1) * hidden)
    const out = kernel.reserve(hidden * 2)
    const nothing = kernel.reserve(4 * hidden * hidden * 2)
    const scales = kernel.reserve(4 * hidden * 4)
    const cell = kernel.reserve(hidden * 4)
    const starts = place(new Int32Array([0, 1]))
    kernel.run.lstmRun(place(gates), 4 * hidden * 4, nothing, scales, out, hidden * 2, cell, starts, 1, hidden, 0)
    const states = floatsAt(cell, hidden)
    expect(new Set(states).size).toBe(1)
    return states[0]!
  }

  it('has tanh to 1e-6 and within -1..1, odd, for any size of value', () => {
    for (let x = -12; x <= 12; x += 0.037) {
      const got = step(2, x)
      expect(Math.abs(got - Math.tanh(x))).toBeLessThan(1e-6)
      expect(Math.abs(got)).toBeLessThanOrEqual(1)
      expect(step(2, -x)).toBe(-got)
    }
    expect(step(2, 1e30)).toBeCloseTo(1, 6)
    expect(step(2, Number.NEGATIVE_INFINITY)).toBeCloseTo(-1, 6)
  })

  it('has the logistic function to 1e-6', () => {
    for (let x = -20; x <= 20; x += 0.13) expect(Math.abs(step(0, x) - 1 / (1 + Math.exp(-x)))).toBeLessThan(1e-6)
  })

  it('reads sequences of several lengths in both directions as each alone', () => {
    const lengths = [5, 3, 3, 1]
    const starts = [0, 4, 7, 10, 11, 12] // four sequences at step 0, three at 1 and 2, one at 3 and 4
    const inputs = lengths.map((length) => floats(length * 4 * hidden, 2))
    const weights = place(Int16Array.from({ length: 4 * hidden * hidden }, () => random.below(255) - 127))
    const scales = place(new Float32Array(4 * hidden).fill(0.02 / 32_767))
    const run = (sequences: readonly number[], begins: readonly number[], backward: number): Int16Array[] => {
      const gates = new Float32Array(begins.at(-1)! * 4 * hidden)
      const eachStep = (each: (b: number, t: number, row: number) => void): void => {
        sequences.forEach((s, b) => {
          for (let t = 0; t < lengths[s]!; t++) each(b, t, begins[t]! + b)
        })
      }
      eachStep((b, t, row) => {
        const values = inputs[sequences[b]!]!.subarray(t * 4 * hidden, (t + 1) * 4 * hidden)
        gates.set(values, row * 4 * hidden)
      })
      const out = kernel.reserve(begins.at(-1)! * hidden * 2)
      const cell = kernel.reserve(sequences.length * hidden * 4)
      const at = place(Int32Array.from(begins))
      kernel.run.lstmRun(
        place(gates),
        16 * hidden,
        weights,
        scales,
        out,
        hidden * 2,
        cell,
        at,
        begins.length - 1,
        hidden,
        backward,
      )
      const found = sequences.map((s) => new Int16Array(lengths[s]! * hidden))
      eachStep((b, t, row) => {
        const from = (out >> 1) + row * hidden
        found[b]!.set(kernel.i16.subarray(from, from + hidden), t * hidden)
      })
      return found
    }
    for (const backward of [0, 1]) {
      const together = run([0, 1, 2, 3], starts, backward)
      lengths.forEach((length, s) => {
        const alone = run(
          [s],
          Array.from({ length: length + 1 }, (_, t) => t),
          backward,
        )
        expect(alone[0]).toEqual(together[s])
      })
      expect(together[0]).not.toEqual(run([0, 1, 2, 3], starts, 1 - backward)[0])
    }
  })
})

describe('small helpers', () => {
  it('leaky keeps what is positive and divides the rest by ten', () => {
    const at = place(new Float32Array([1, -1, 0, -20, 9, 9, 9, 9, 3, -3, 5, 7]))
    kernel.run.leaky(at, 32, 2, 4)
    const expected = [1, Math.fround(-0.1), 0, -2, 9, 9, 9, 9, 3, Math.fround(-0.3), 5, 7]
    floatsAt(at, 12).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 6)
    })
  })

  it('transpose turns rows into columns', () => {
    const out = kernel.reserve(64)
    kernel.run.transpose(place(new Float32Array([1, 2, 3, 4, 5, 6])), 12, out, 16, 2, 3)
    expect(Array.from(floatsAt(out, 12))).toEqual([1, 4, 0, 0, 2, 5, 0, 0, 3, 6, 0, 0])
  })

  it('gather copies rows by their index', () => {
    const out = kernel.reserve(64)
    const index = place(new Int32Array([2, 0, 2]))
    kernel.run.gather(place(new Float32Array([1, 2, 3, 4, 5, 6])), 8, index, out, 8, 3, 8)
    expect(Array.from(floatsAt(out, 6))).toEqual([5, 6, 1, 2, 5, 6])
  })

  it('widen divides by 32767', () => {
    const out = kernel.reserve(32)
    kernel.run.widen(place(new Int16Array([32_767, -32_767, 0, 1, 2, 3, 4, 5])), out, 8)
    expect(floatsAt(out, 8)[0]).toBeCloseTo(1, 6)
    expect(floatsAt(out, 8)[1]).toBeCloseTo(-1, 6)
    expect(floatsAt(out, 8)[7]).toBeCloseTo(5 / 32_767, 9)
  })

  it('quantize makes the largest value of a row 32767, and keeps a row of zeros', () => {
    const out = kernel.reserve(32)
    const scales = kernel.reserve(8)
    const values = new Float32Array([0.5, -2, 1, 0, 0, 0, 0, 0.25, 0, 0, 0, 0, 0, 0, 0, 0])
    kernel.run.quantize(place(values), 32, out, 16, scales, 2, 8)
    const got = kernel.i16.slice(out >> 1, (out >> 1) + 16)
    expect(got[1]).toBe(-32_767)
    expect(Array.from(got.subarray(8))).toEqual(new Array(8).fill(0))
    const scale = floatsAt(scales, 1)[0]!
    for (let i = 0; i < 8; i++) expect(Math.abs(got[i]! * scale - values[i]!)).toBeLessThan(scale)
  })

  it('argmax gives the first of the largest', () => {
    const out = kernel.reserve(12)
    kernel.run.argmax(place(new Float32Array([1, 3, 3, 0, -5, -2, -9, -2, 7, 0, 0, 0])), 16, out, 3, 4)
    expect(Array.from(kernel.i32.slice(out >> 2, (out >> 2) + 3))).toEqual([1, 1, 0])
  })

  it('packWeights puts each output beside its seven neighbors, two inputs at a time', () => {
    const [rows, columns, pairs] = [10, 3, 2]
    const values = Int8Array.from({ length: rows * columns }, (_, i) => i - 15)
    const at = kernel.reserve(64)
    kernel.u8.set(new Uint8Array(values.buffer), at)
    const out = kernel.reserve(2 * pairs * 32)
    kernel.run.packWeights(at, out, rows, columns, pairs)
    const got = kernel.i16.slice(out >> 1, (out >> 1) + 2 * pairs * 16)
    const expected = new Int16Array(2 * pairs * 16)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        expected[(row >> 3) * pairs * 16 + (column >> 1) * 16 + (row & 7) * 2 + (column & 1)] =
          values[row * columns + column]!
      }
    }
    expect(got).toEqual(expected)
  })
})
