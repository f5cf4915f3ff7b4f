// The arithmetic of the language core, in AssemblyScript. `scripts/build-kernel.ts` compiles it to
// `src/learn/kernel/generated/kernel-bytes.ts`; `src/learn/kernel/kernel.ts` calls it.
//
// Plain SIMD only: no relaxed instructions, no fused multiply-add, no threads. Every sum has an order that does not
// depend on the other rows of a call, so a row's result is the same bits on every machine and in every batch.
// All arguments named in bytes are marked so; pointers are byte addresses; matrices are row-major unless said.

// tanh(x) = x * P(x^2) / Q(x^2), clamped to |x| <= 8. Fitted by iteratively reweighted least squares on Chebyshev
// points of [0, 8]; largest absolute error in float32 4.4e-7 (measured on 420,000 points).
const P0: f32 = 0.9999993443489075
const P1: f32 = 0.12913641333580017
const P2: f32 = 0.0029388274997472763
const P3: f32 = 1.1310219633742236e-5
const Q1: f32 = 0.46246740221977234
const Q2: f32 = 0.023763826116919518
const Q3: f32 = 0.00023702842008788139
const Q4: f32 = 2.4238397600129247e-7
const CLAMP: f32 = 8.0
const UNIT: f32 = 32767.0

/** Rows of a block that stays in the first-level cache while all columns pass by. */
const BLOCK_ROWS: i32 = 32

// @ts-ignore: decorator
@inline
function tanh4(value: v128): v128 {
  const x = f32x4.max(f32x4.splat(-CLAMP), f32x4.min(f32x4.splat(CLAMP), value))
  const y = f32x4.mul(x, x)
  let p = f32x4.add(f32x4.mul(f32x4.splat(P3), y), f32x4.splat(P2))
  p = f32x4.add(f32x4.mul(p, y), f32x4.splat(P1))
  p = f32x4.add(f32x4.mul(p, y), f32x4.splat(P0))
  let q = f32x4.add(f32x4.mul(f32x4.splat(Q4), y), f32x4.splat(Q3))
  q = f32x4.add(f32x4.mul(q, y), f32x4.splat(Q2))
  q = f32x4.add(f32x4.mul(q, y), f32x4.splat(Q1))
  q = f32x4.add(f32x4.mul(q, y), f32x4.splat(1.0))
  const r = f32x4.div(f32x4.mul(x, p), q)
  return f32x4.max(f32x4.splat(-1.0), f32x4.min(f32x4.splat(1.0), r))
}

// @ts-ignore: decorator
@inline
function sigmoid4(value: v128): v128 {
  const half = f32x4.splat(0.5)
  return f32x4.add(f32x4.mul(half, tanh4(f32x4.mul(half, value))), half)
}

// Writes one result vector: sum * scale [* rowScale] + addend.
// @ts-ignore: decorator
@inline
function finish(sum: v128, scale: v128, addend: v128): v128 {
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), scale), addend)
}

/**
 * out[m, n] = sum(a[m, k] * w[n, k]) * scales[n] * rowScales[m] + bias[n], the sum exact in int32.
 * `a`: int16, rows `lda` bytes apart, `pairs` pairs of values used. `w`: packed [n / 8][pairs][8 x 2] int16.
 * `scales`: float32 [n]. `rowScales`: float32 [m], or 0 for ones. `bias`: float32 [n], or 0 to add to what `out` holds.
 * `out`: float32, rows `ldc` bytes apart. `n` is a multiple of 8.
 */
export function gemmInteger(
  a: usize, lda: usize, w: usize, scales: usize, rowScales: usize, bias: usize, out: usize, ldc: usize,
  m: i32, n: i32, pairs: i32,
): void {
  const panel: usize = (<usize>pairs) << 5
  for (let block: i32 = 0; block < m; block += BLOCK_ROWS) {
    const end: i32 = min(block + BLOCK_ROWS, m)
    for (let column: i32 = 0; column < n; column += 8) {
      const wStart: usize = w + <usize>(column >> 3) * panel
      const wEnd: usize = wStart + panel
      const columnBytes: usize = (<usize>column) << 2
      const scale0 = v128.load(scales + columnBytes)
      const scale1 = v128.load(scales + columnBytes, 16)
      let row: i32 = block
      for (; row + 4 <= end; row += 4) {
        let a0: usize = a + <usize>row * lda
        let a1: usize = a0 + lda
        let a2: usize = a1 + lda
        let a3: usize = a2 + lda
        let s00 = i32x4.splat(0), s01 = i32x4.splat(0)
        let s10 = i32x4.splat(0), s11 = i32x4.splat(0)
        let s20 = i32x4.splat(0), s21 = i32x4.splat(0)
        let s30 = i32x4.splat(0), s31 = i32x4.splat(0)
        for (let p: usize = wStart; p < wEnd; p += 32) {
          const w0 = v128.load(p)
          const w1 = v128.load(p, 16)
          const x0 = v128.load32_splat(a0)
          s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x0, w0))
          s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x0, w1))
          const x1 = v128.load32_splat(a1)
          s10 = i32x4.add(s10, i32x4.dot_i16x8_s(x1, w0))
          s11 = i32x4.add(s11, i32x4.dot_i16x8_s(x1, w1))
          const x2 = v128.load32_splat(a2)
          s20 = i32x4.add(s20, i32x4.dot_i16x8_s(x2, w0))
          s21 = i32x4.add(s21, i32x4.dot_i16x8_s(x2, w1))
          const x3 = v128.load32_splat(a3)
          s30 = i32x4.add(s30, i32x4.dot_i16x8_s(x3, w0))
          s31 = i32x4.add(s31, i32x4.dot_i16x8_s(x3, w1))
          a0 += 4
          a1 += 4
          a2 += 4
          a3 += 4
        }
        writeRow(s00, s01, scale0, scale1, rowScales, bias, out, ldc, row, columnBytes)
        writeRow(s10, s11, scale0, scale1, rowScales, bias, out, ldc, row + 1, columnBytes)
        writeRow(s20, s21, scale0, scale1, rowScales, bias, out, ldc, row + 2, columnBytes)
        writeRow(s30, s31, scale0, scale1, rowScales, bias, out, ldc, row + 3, columnBytes)
      }
      for (; row < end; row++) {
        let a0: usize = a + <usize>row * lda
        let s00 = i32x4.splat(0), s01 = i32x4.splat(0)
        for (let p: usize = wStart; p < wEnd; p += 32) {
          const x0 = v128.load32_splat(a0)
          s00 = i32x4.add(s00, i32x4.dot_i16x8_s(x0, v128.load(p)))
          s01 = i32x4.add(s01, i32x4.dot_i16x8_s(x0, v128.load(p, 16)))
          a0 += 4
        }
        writeRow(s00, s01, scale0, scale1, rowScales, bias, out, ldc, row, columnBytes)
      }
    }
  }
}

// @ts-ignore: decorator
@inline
function writeRow(
  sum0: v128, sum1: v128, scale0: v128, scale1: v128, rowScales: usize, bias: usize, out: usize, ldc: usize,
  row: i32, columnBytes: usize,
): void {
  const target: usize = out + <usize>row * ldc + columnBytes
  const addend: usize = bias == 0 ? target : bias + columnBytes
  if (rowScales == 0) {
    v128.store(target, finish(sum0, scale0, v128.load(addend)))
    v128.store(target, finish(sum1, scale1, v128.load(addend, 16)), 16)
  } else {
    const rowScale = v128.load32_splat(rowScales + ((<usize>row) << 2))
    v128.store(target, finish(sum0, f32x4.mul(scale0, rowScale), v128.load(addend)))
    v128.store(target, finish(sum1, f32x4.mul(scale1, rowScale), v128.load(addend, 16)), 16)
  }
}

/**
 * One step of LSTM cells for `rows` rows of `hidden` units (a multiple of 8). `gates`: float32 i, f, g, o blocks of
 * `hidden`, rows `ldg` bytes apart. `cell`: float32 [rows, hidden], read and replaced. `out`: int16, round(h * 32767).
 */
function lstmCell(gates: usize, ldg: usize, cell: usize, out: usize, ldo: usize, rows: i32, hidden: i32): void {
  const block: usize = (<usize>hidden) << 2
  for (let row: i32 = 0; row < rows; row++) {
    let g: usize = gates + <usize>row * ldg
    let c: usize = cell + <usize>row * block
    let h: usize = out + <usize>row * ldo
    const end: usize = c + block
    while (c < end) {
      const h0 = lstmUnit(g, c, block)
      const h1 = lstmUnit(g + 16, c + 16, block)
      v128.store(h, i16x8.narrow_i32x4_s(h0, h1))
      g += 32
      c += 32
      h += 16
    }
  }
}

// @ts-ignore: decorator
@inline
function lstmUnit(g: usize, c: usize, block: usize): v128 {
  const input = sigmoid4(v128.load(g))
  const forget = sigmoid4(v128.load(g + block))
  const update = tanh4(v128.load(g + (block << 1)))
  const output = sigmoid4(v128.load(g + (block << 1) + block))
  const state = f32x4.add(f32x4.mul(forget, v128.load(c)), f32x4.mul(input, update))
  v128.store(c, state)
  const h = f32x4.mul(output, tanh4(state))
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(h, f32x4.splat(UNIT))))
}

/**
 * Runs one direction of an LSTM layer over sequences in lockstep. Rows are packed time-major: step t has the rows
 * offsets[t] to offsets[t + 1], sequence b is row offsets[t] + b, sequences sorted by falling length.
 * `gates`: float32 input products with bias, [rows, 4 * hidden], rows `ldg` bytes apart; the recurrent products are
 * added in place. `w`, `scales`: recurrent matrix as in gemmInteger. `out`: int16, rows `ldo` bytes apart.
 * `cell`: scratch, float32 [sequences, hidden]. `offsets`: int32 [steps + 1].
 */
export function lstmRun(
  gates: usize, ldg: usize, w: usize, scales: usize, out: usize, ldo: usize, cell: usize, offsets: usize,
  steps: i32, hidden: i32, backward: i32,
): void {
  const sequences: i32 = load<i32>(offsets, 4) - load<i32>(offsets)
  memory.fill(cell, 0, ((<usize>sequences) * <usize>hidden) << 2)
  let before: i32 = 0
  let beforeRows: i32 = 0
  for (let i: i32 = 0; i < steps; i++) {
    const step: i32 = backward != 0 ? steps - 1 - i : i
    const at: usize = offsets + ((<usize>step) << 2)
    const first: i32 = load<i32>(at)
    const rows: i32 = load<i32>(at, 4) - first
    const g: usize = gates + <usize>first * ldg
    const h: usize = out + <usize>first * ldo
    const known: i32 = min(rows, beforeRows)
    if (known > 0) {
      gemmInteger(out + <usize>before * ldo, ldo, w, scales, 0, 0, g, ldg, known, hidden << 2, hidden >> 1)
    }
    lstmCell(g, ldg, cell, h, ldo, rows, hidden)
    before = first
    beforeRows = rows
  }
}

/**
 * out[m, n] = sum over k of a[m, k] * b[k, n] + bias[n] in float32, k rising. `a`: rows `lda` bytes apart. `b`: tiles
 * of 8 columns, `tile` bytes apart, in a tile the rows are `ldb` bytes apart (a plain row-major matrix has tile = 32;
 * a packed one ldb = 32). `bias`: float32 [n] or 0. `n` is a multiple of 8.
 */
export function gemmFloat(
  a: usize, lda: usize, b: usize, ldb: usize, tile: usize, bias: usize, out: usize, ldc: usize,
  m: i32, n: i32, k: i32,
): void {
  for (let column: i32 = 0; column < n; column += 8) {
    const bStart: usize = b + <usize>(column >> 3) * tile
    const columnBytes: usize = (<usize>column) << 2
    let start0 = f32x4.splat(0), start1 = f32x4.splat(0)
    if (bias != 0) {
      start0 = v128.load(bias + columnBytes)
      start1 = v128.load(bias + columnBytes, 16)
    }
    let row: i32 = 0
    for (; row + 4 <= m; row += 4) {
      let a0: usize = a + <usize>row * lda
      let a1: usize = a0 + lda
      let a2: usize = a1 + lda
      let a3: usize = a2 + lda
      let s00 = start0, s01 = start1, s10 = start0, s11 = start1
      let s20 = start0, s21 = start1, s30 = start0, s31 = start1
      let p: usize = bStart
      for (let i: i32 = 0; i < k; i++) {
        const b0 = v128.load(p)
        const b1 = v128.load(p, 16)
        const x0 = v128.load32_splat(a0)
        s00 = f32x4.add(s00, f32x4.mul(x0, b0))
        s01 = f32x4.add(s01, f32x4.mul(x0, b1))
        const x1 = v128.load32_splat(a1)
        s10 = f32x4.add(s10, f32x4.mul(x1, b0))
        s11 = f32x4.add(s11, f32x4.mul(x1, b1))
        const x2 = v128.load32_splat(a2)
        s20 = f32x4.add(s20, f32x4.mul(x2, b0))
        s21 = f32x4.add(s21, f32x4.mul(x2, b1))
        const x3 = v128.load32_splat(a3)
        s30 = f32x4.add(s30, f32x4.mul(x3, b0))
        s31 = f32x4.add(s31, f32x4.mul(x3, b1))
        a0 += 4
        a1 += 4
        a2 += 4
        a3 += 4
        p += ldb
      }
      let target: usize = out + <usize>row * ldc + columnBytes
      v128.store(target, s00)
      v128.store(target, s01, 16)
      target += ldc
      v128.store(target, s10)
      v128.store(target, s11, 16)
      target += ldc
      v128.store(target, s20)
      v128.store(target, s21, 16)
      target += ldc
      v128.store(target, s30)
      v128.store(target, s31, 16)
    }
    for (; row < m; row++) {
      let a0: usize = a + <usize>row * lda
      let s00 = start0, s01 = start1
      let p: usize = bStart
      for (let i: i32 = 0; i < k; i++) {
        const x0 = v128.load32_splat(a0)
        s00 = f32x4.add(s00, f32x4.mul(x0, v128.load(p)))
        s01 = f32x4.add(s01, f32x4.mul(x0, v128.load(p, 16)))
        a0 += 4
        p += ldb
      }
      const target: usize = out + <usize>row * ldc + columnBytes
      v128.store(target, s00)
      v128.store(target, s01, 16)
    }
  }
}

/** Leaky ReLU of slope 0.1 in place on float32 [rows, columns], rows `ld` bytes apart; columns a multiple of 4. */
export function leaky(values: usize, ld: usize, rows: i32, columns: i32): void {
  const slope = f32x4.splat(0.1)
  for (let row: i32 = 0; row < rows; row++) {
    let p: usize = values + <usize>row * ld
    const end: usize = p + ((<usize>columns) << 2)
    for (; p < end; p += 16) {
      const x = v128.load(p)
      v128.store(p, f32x4.max(x, f32x4.mul(x, slope)))
    }
  }
}

/** out[c, r] = values[r, c], float32; rows `ldv` and `ldo` bytes apart. */
export function transpose(values: usize, ldv: usize, out: usize, ldo: usize, rows: i32, columns: i32): void {
  for (let row: i32 = 0; row < rows; row++) {
    let p: usize = values + <usize>row * ldv
    let q: usize = out + ((<usize>row) << 2)
    for (let column: i32 = 0; column < columns; column++) {
      store<i32>(q, load<i32>(p))
      p += 4
      q += ldo
    }
  }
}

/** Copies row index[i] of `values` to row i of `out`: `bytes` bytes a row, rows `ldv` and `ldo` bytes apart. */
export function gather(values: usize, ldv: usize, index: usize, out: usize, ldo: usize, rows: i32, bytes: usize): void {
  for (let row: i32 = 0; row < rows; row++) {
    memory.copy(out + <usize>row * ldo, values + <usize>load<i32>(index + ((<usize>row) << 2)) * ldv, bytes)
  }
}

/** out[i] = values[i] / 32767 as float32 for `count` int16 values, a multiple of 8. */
export function widen(values: usize, out: usize, count: i32): void {
  const unit = f32x4.splat(1.0 / UNIT)
  const end: usize = values + ((<usize>count) << 1)
  while (values < end) {
    const x = v128.load(values)
    v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(x)), unit))
    v128.store(out, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(x)), unit), 16)
    values += 16
    out += 32
  }
}

/**
 * Float32 rows to int16 rows with one scale a row: the largest value of a row becomes 32767. `columns` is a multiple
 * of 8, rows of `values` are `ldv` and of `out` `ldo` bytes apart. A row of zeros has scale 0.
 */
export function quantize(values: usize, ldv: usize, out: usize, ldo: usize, scales: usize, rows: i32, columns: i32): void {
  for (let row: i32 = 0; row < rows; row++) {
    const start: usize = values + <usize>row * ldv
    const end: usize = start + ((<usize>columns) << 2)
    let peaks = f32x4.splat(0)
    for (let p: usize = start; p < end; p += 16) peaks = f32x4.max(peaks, f32x4.abs(v128.load(p)))
    const peak: f32 = max(
      max(f32x4.extract_lane(peaks, 0), f32x4.extract_lane(peaks, 1)),
      max(f32x4.extract_lane(peaks, 2), f32x4.extract_lane(peaks, 3)),
    )
    store<f32>(scales + ((<usize>row) << 2), peak / UNIT)
    const factor = f32x4.splat(peak > 0 ? UNIT / peak : 0)
    let q: usize = out + <usize>row * ldo
    for (let p: usize = start; p < end; p += 32) {
      const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(p), factor)))
      const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(p, 16), factor)))
      v128.store(q, i16x8.narrow_i32x4_s(low, high))
      q += 16
    }
  }
}

/** The column of the largest value of each row (the first of equals), int32 [rows]; rows `ld` bytes apart. */
export function argmax(values: usize, ld: usize, out: usize, rows: i32, columns: i32): void {
  for (let row: i32 = 0; row < rows; row++) {
    const start: usize = values + <usize>row * ld
    let best: f32 = load<f32>(start)
    let found: i32 = 0
    for (let column: i32 = 1; column < columns; column++) {
      const value: f32 = load<f32>(start + ((<usize>column) << 2))
      if (value > best) {
        best = value
        found = column
      }
    }
    store<i32>(out + ((<usize>row) << 2), found)
  }
}

/**
 * int8 weights [rows, columns] to the packed int16 of gemmInteger, from a row that begins a tile. What is not written
 * (the padding) stays as it is.
 */
export function packWeights(values: usize, out: usize, rows: i32, columns: i32, pairs: i32): void {
  for (let row: i32 = 0; row < rows; row++) {
    let q: usize = out + ((<usize>(row >> 3) * <usize>pairs) << 5) + ((<usize>(row & 7)) << 2)
    for (let column: i32 = 0; column < columns; column++) {
      store<i16>(q, load<i8>(values))
      values++
      q += (column & 1) == 0 ? 2 : 30
    }
  }
}
