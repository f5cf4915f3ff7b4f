import { decodeBase64 } from './base64.ts'
import { KERNEL_BASE64 } from './generated/kernel-bytes.ts'
import { platform } from './platform.ts'

/** Bytes of a WebAssembly page. */
const PAGE = 65_536
/** Everything handed out by `reserve` starts at a multiple of this, so that vectors do not straddle cache lines. */
const ALIGNMENT = 64
/** Vector loads of the last tile may read past a matrix by less than this. */
const SLACK = 64
/** Size of the staging area, through which weights come in. */
export const STAGING_BYTES = 65_536

/**
 * The functions of the module, as `kernel/kernel.as` documents them. Pointers are byte addresses into the memory;
 * the `ld` arguments are bytes from row to row.
 */
export interface KernelFunctions {
  /** out[m, n] = exact sum(a * w) * scales[n] [* rowScales[m]] + bias[n]; bias 0 adds to what `out` holds. */
  gemmInteger(
    a: number,
    lda: number,
    w: number,
    scales: number,
    rowScales: number,
    bias: number,
    out: number,
    ldc: number,
    m: number,
    n: number,
    pairs: number,
  ): void
  /** out[m, n] = sum of a[m, k] * b[k, n] in the order of k, begun with bias[n] (0: with zero). */
  gemmFloat(
    a: number,
    lda: number,
    b: number,
    ldb: number,
    tile: number,
    bias: number,
    out: number,
    ldc: number,
    m: number,
    n: number,
    k: number,
  ): void
  /** One direction of an LSTM layer over time-major packed rows. */
  lstmRun(
    gates: number,
    ldg: number,
    w: number,
    scales: number,
    out: number,
    ldo: number,
    cell: number,
    offsets: number,
    steps: number,
    hidden: number,
    backward: number,
  ): void
  /** Leaky ReLU of slope 0.1 in place. */
  leaky(values: number, ld: number, rows: number, columns: number): void
  transpose(values: number, ldv: number, out: number, ldo: number, rows: number, columns: number): void
  /** Row `index[i]` of `values` to row i of `out`. */
  gather(values: number, ldv: number, index: number, out: number, ldo: number, rows: number, bytes: number): void
  /** int16 to float32, divided by 32767; `count` is a multiple of 8. */
  widen(values: number, out: number, count: number): void
  /** float32 rows to int16 rows with one scale a row; `columns` is a multiple of 8. */
  quantize(values: number, ldv: number, out: number, ldo: number, scales: number, rows: number, columns: number): void
  /** The column of each row's largest value, the first of equals. */
  argmax(values: number, ld: number, out: number, rows: number, columns: number): void
  /** int8 rows to the packed int16 of gemmInteger; `out` is where a tile of 8 rows begins. */
  packWeights(values: number, out: number, rows: number, columns: number, pairs: number): void
}

/**
 * One instance of the SIMD module with its memory. Memory is handed out once and lives as long as the kernel. The views
 * cover the whole memory and are replaced when it grows: read them again after any `reserve`, and never keep one.
 */
export interface Kernel {
  readonly run: KernelFunctions
  /** Hands out zeroed memory; returns its byte address, a multiple of 64. */
  reserve(bytes: number): number
  /** STAGING_BYTES of memory that anybody may use within one call. */
  readonly staging: number
  readonly u8: Uint8Array
  readonly i16: Int16Array
  readonly i32: Int32Array
  readonly f32: Float32Array
}

/** Starts a kernel: compiles the module (about 4 kB, well under a millisecond) over a memory of its own. */
export function createKernel(): Kernel {
  const memory = new platform.Memory({ initial: 1 })
  const module = new platform.Module(decodeBase64(KERNEL_BASE64.join('')))
  const instance = new platform.Instance(module, { env: { memory } })
  // The module is ours; a test calls every one of these functions.
  const run = instance.exports as unknown as KernelFunctions
  let used = ALIGNMENT // address 0 means "none" to the module
  let buffer = memory.buffer
  let u8 = new Uint8Array(buffer)
  let i16 = new Int16Array(buffer)
  let i32 = new Int32Array(buffer)
  let f32 = new Float32Array(buffer)

  function reserve(bytes: number): number {
    const address = used
    used = Math.ceil((used + bytes) / ALIGNMENT) * ALIGNMENT
    const missing = used + SLACK - buffer.byteLength
    if (missing > 0) {
      memory.grow(Math.ceil(missing / PAGE))
      buffer = memory.buffer
      u8 = new Uint8Array(buffer)
      i16 = new Int16Array(buffer)
      i32 = new Int32Array(buffer)
      f32 = new Float32Array(buffer)
    }
    return address
  }

  return {
    run,
    reserve,
    staging: reserve(STAGING_BYTES),
    get u8() {
      return u8
    },
    get i16() {
      return i16
    },
    get i32() {
      return i32
    },
    get f32() {
      return f32
    },
  }
}
