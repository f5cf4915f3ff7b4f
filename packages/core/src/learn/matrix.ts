import { type Kernel, STAGING_BYTES } from './kernel/kernel.ts'
import { floatsOf, type Tensor, unpackRow, unpackTensor } from './model-file.ts'

/** Activations in [-1, 1] are held as int16: 1 is 32767. */
export const ACTIVATION_UNIT = 1 / 32_767
/** Columns of a tile of the kernel; results are padded with zeros to a multiple of it. */
export const TILE = 8
/** The absolute int weights of a row may sum up to this, so that no sum with int16 activations leaves int32. */
const LARGEST_ROW_SUM = 65_535

/** Weights `[outputs, inputs]` as the kernel's integer product reads them. Addresses are into the kernel's memory. */
export interface IntegerMatrix {
  readonly inputs: number
  /** Outputs with their padding: a multiple of 8. */
  readonly outputs: number
  /** Where the outputs of each part begin. */
  readonly starts: readonly number[]
  readonly weights: number
  readonly scales: number
  readonly bias: number
  /** Pairs of inputs: half of `inputs`, rounded up. */
  readonly pairs: number
}

/** One part of an IntegerMatrix: some rows of weights with their bias. */
export interface MatrixPart {
  readonly weight: Tensor
  /** One value an output; zeros where it is left out. */
  readonly bias?: Tensor
}

/**
 * Puts weights one below the other (each part padded to a multiple of 8 outputs) and packs them for `gemmInteger`.
 * `unit` is the value of activation 1: ACTIVATION_UNIT for int16 activations, 1 where rows bring scales of their own.
 * Int8 rows go in as they are; float32 rows (small ones, by the format) and int8 rows of more than 511 values are rounded
 * to as many levels as fit.
 */
export function packIntegerMatrix(kernel: Kernel, parts: readonly MatrixPart[], unit = ACTIVATION_UNIT): IntegerMatrix {
  const inputs = parts[0]?.weight.columns ?? 0
  const starts: number[] = []
  let outputs = 0
  for (const part of parts) {
    starts.push(outputs)
    outputs += padded(part.weight.rows)
  }
  const pairs = (inputs + 1) >> 1
  const weights = kernel.reserve(outputs * pairs * 4)
  const scales = kernel.reserve(outputs * 4)
  const bias = kernel.reserve(outputs * 4)
  const row = new Int16Array(pairs * 2)
  const floats = new Float32Array(inputs)
  const { i16, f32 } = kernel
  parts.forEach((part, at) => {
    const biases = part.bias === undefined ? null : unpackTensor(part.bias)
    const direct = fitsAsItIs(part.weight)
    if (direct) packInKernel(kernel, part.weight, weights + starts[at]! * pairs * 4, pairs)
    for (let i = 0; i < part.weight.rows; i++) {
      const output = starts[at]! + i
      f32[(bias >> 2) + output] = biases?.[i] ?? 0
      if (direct) {
        f32[(scales >> 2) + output] = part.weight.scales[i]! * unit
        continue
      }
      const scale = integerRow(part.weight, i, row, floats)
      const tile = (weights >> 1) + (output >> 3) * pairs * 16 + (output & 7) * 2
      for (let pair = 0; pair < pairs; pair++) {
        i16[tile + pair * 16] = row[pair * 2]!
        i16[tile + pair * 16 + 1] = row[pair * 2 + 1]!
      }
      f32[(scales >> 2) + output] = scale * unit
    }
  })
  return { inputs, outputs, starts, weights, scales, bias, pairs }
}

/** True for int8 weights whose sums cannot leave int32, whatever their values are. */
function fitsAsItIs(weight: Tensor): boolean {
  return weight.type === 'i8' && weight.columns * 128 <= LARGEST_ROW_SUM
}

/** Packs int8 weights by way of the staging area, some whole tiles at a time. */
function packInKernel(kernel: Kernel, weight: Tensor, out: number, pairs: number): void {
  const { rows, columns, bytes } = weight
  const step = Math.floor(STAGING_BYTES / (columns * TILE)) * TILE
  for (let row = 0; row < rows; row += step) {
    const count = Math.min(step, rows - row)
    kernel.u8.set(bytes.subarray(row * columns, (row + count) * columns), kernel.staging)
    kernel.run.packWeights(kernel.staging, out + row * pairs * 4, count, columns, pairs)
  }
}

/** Fills `row` with whole numbers, as many levels as fit, and returns their scale. */
function integerRow(tensor: Tensor, index: number, row: Int16Array, floats: Float32Array): number {
  unpackRow(tensor, index, floats)
  let peak = 0
  let total = 0
  for (const value of floats) {
    peak = Math.max(peak, Math.abs(value))
    total += Math.abs(value)
  }
  // Half a level of rounding a value is kept free, so that the sum of the rounded values stays within the bound.
  const factor = Math.min(32_767 / peak, (LARGEST_ROW_SUM - floats.length / 2) / total)
  if (!(factor > 0 && factor < Number.POSITIVE_INFINITY)) {
    row.fill(0)
    return 0
  }
  for (let i = 0; i < floats.length; i++) row[i] = Math.round(floats[i]! * factor)
  return 1 / factor
}

/** A float32 matrix `[outputs, inputs]` packed in tiles of 8 outputs for `gemmFloat`. */
export interface FloatMatrix {
  readonly inputs: number
  readonly outputs: number
  readonly starts: readonly number[]
  readonly weights: number
  readonly bias: number
  /** Bytes from tile to tile. */
  readonly tile: number
}

/** Like packIntegerMatrix, for activations of any size: the small matrices after an activation function. */
export function packFloatMatrix(kernel: Kernel, parts: readonly MatrixPart[]): FloatMatrix {
  const inputs = parts[0]?.weight.columns ?? 0
  const starts: number[] = []
  let outputs = 0
  for (const part of parts) {
    starts.push(outputs)
    outputs += padded(part.weight.rows)
  }
  const weights = kernel.reserve(outputs * inputs * 4)
  const bias = kernel.reserve(outputs * 4)
  const floats = new Float32Array(inputs)
  const { f32 } = kernel
  parts.forEach((part, at) => {
    const biases = part.bias === undefined ? null : unpackTensor(part.bias)
    for (let i = 0; i < part.weight.rows; i++) {
      const output = starts[at]! + i
      unpackRow(part.weight, i, floats)
      const tile = (weights >> 2) + (output >> 3) * inputs * 8 + (output & 7)
      for (let k = 0; k < inputs; k++) f32[tile + k * 8] = floats[k]!
      f32[(bias >> 2) + output] = biases?.[i] ?? 0
    }
  })
  return { inputs, outputs, starts, weights, bias, tile: inputs * 32 }
}

/** int16 activations [rows, inputs] (rows `lda` bytes apart) times the matrix plus bias, to `out` (rows `ldc` apart). */
export function multiplyInteger(
  kernel: Kernel,
  matrix: IntegerMatrix,
  a: number,
  lda: number,
  out: number,
  ldc: number,
  rows: number,
  rowScales = 0,
): void {
  const { weights, scales, bias, outputs, pairs } = matrix
  kernel.run.gemmInteger(a, lda, weights, scales, rowScales, bias, out, ldc, rows, outputs, pairs)
}

/** float32 activations [rows, inputs] times the matrix plus bias, to `out`. */
export function multiplyFloat(
  kernel: Kernel,
  matrix: FloatMatrix,
  a: number,
  lda: number,
  out: number,
  ldc: number,
  rows: number,
): void {
  const { weights, tile, bias, outputs, inputs } = matrix
  kernel.run.gemmFloat(a, lda, weights, 32, tile, bias, out, ldc, rows, outputs, inputs)
}

/** `count` rounded up to whole tiles. */
export function padded(count: number): number {
  return Math.ceil(count / TILE) * TILE
}

/** A float32 tensor made by the program itself, for constants beside a model's weights. Row-major. */
export function tensorOf(name: string, rows: number, columns: number, values: Float32Array): Tensor {
  const bytes = new Uint8Array(values.length * 4)
  const view = new DataView(bytes.buffer)
  values.forEach((value, i) => {
    view.setFloat32(i * 4, value, true)
  })
  return { name, rows, columns, type: 'f32', bytes, scales: floatsOf(new Uint8Array(0)) }
}
