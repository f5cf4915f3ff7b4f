import type { Kernel } from './kernel/kernel.ts'
import { padded } from './matrix.ts'
import { type ModelFile, unpackRow, unpackTensor } from './model-file.ts'
import { findHeads } from './spanning-tree.ts'

/** Distances fall in as many buckets as this, each side of the dependent. */
const BUCKETS = 16

/** Scores all arcs of a batch's sentences and finds their trees. */
export interface ArcScorer {
  /** Takes the activated outputs of `rows` words: addresses of the first row, rows `bytes` apart. */
  prepare(dependents: number, heads: number, bytes: number, rows: number): void
  /** The heads of the sentence of rows `first` to `first + length`, in the sentence or -1, to `heads[first...]`. */
  decode(first: number, length: number, heads: Int32Array): void
}

/**
 * score(d, h) = dep_d . (B . head_h) + headbias . head_h + distance. The head bias is one more row of B, met by the
 * constant 1 that stands behind every dependent's outputs.
 */
export function createArcScorer(kernel: Kernel, file: ModelFile, maxRows: number, maxSentence: number): ArcScorer {
  const size = file.count('arc')
  const inner = padded(size) + 1
  const bilinear = kernel.reserve(inner * size * 4)
  const tensor = file.tensor('arc.bilinear', size, size)
  const rootBytes = inner * 32
  const rootSide = kernel.reserve(rootBytes)
  {
    const values = kernel.f32.subarray(bilinear >> 2, (bilinear >> 2) + inner * size)
    for (let row = 0; row < size; row++) unpackRow(tensor, row, values, row * size)
    unpackRow(file.tensor('arc.headbias', 1, size), 0, values, (inner - 1) * size)
    // The root's head vector never changes: its side of the product is made once.
    const root = kernel.reserve(size * 32)
    const vector = unpackTensor(file.tensor('arc.root', 1, size))
    for (let i = 0; i < size; i++) kernel.f32[(root >> 2) + i * 8] = vector[i]!
    kernel.run.gemmFloat(bilinear, size * 4, root, 32, 32, 0, rootSide, 32, inner, 8, size)
  }
  const distance = distanceScores(file, maxSentence)
  // An odd number of cache lines a row, so that a column's values do not fall on each other in the cache.
  const lineBytes = Math.ceil((maxRows * 4 + 64) / 64) * 64 + (Math.ceil((maxRows * 4 + 64) / 64) % 2 === 0 ? 64 : 0)
  const turned = kernel.reserve(size * lineBytes)
  const headSide = kernel.reserve(inner * lineBytes)
  const rootScores = kernel.reserve(maxRows * 32)
  const scores = kernel.reserve(maxSentence * padded(maxSentence) * 4)
  const values = new Float64Array(maxSentence * (maxSentence + 1))
  let dependentsAt = 0
  let rowBytes = 0

  return {
    prepare(dependents, heads, bytes, rows) {
      dependentsAt = dependents
      rowBytes = bytes
      kernel.run.transpose(heads, bytes, turned, lineBytes, rows, size)
      kernel.run.gemmFloat(bilinear, size * 4, turned, lineBytes, 32, 0, headSide, lineBytes, inner, padded(rows), size)
      kernel.run.gemmFloat(dependents, bytes, rootSide, 32, 32, 0, rootScores, 32, rows, 8, inner)
    },
    decode(first, length, heads) {
      const columns = padded(length)
      kernel.run.gemmFloat(
        dependentsAt + first * rowBytes,
        rowBytes,
        headSide + first * 4,
        lineBytes,
        32,
        0,
        scores,
        columns * 4,
        length,
        columns,
        inner,
      )
      const f32 = kernel.f32
      const stride = length + 1
      const middle = maxSentence - 1
      for (let d = 0; d < length; d++) {
        const from = (scores >> 2) + d * columns
        const to = d * stride
        values[to] = f32[(rootScores >> 2) + (first + d) * 8]!
        for (let h = 0; h < length; h++) values[to + h + 1] = f32[from + h]! + distance[middle + h - d]!
      }
      findHeads({ values, stride, length }, heads, first)
    },
  }
}

/** The distance term for every `head - dependent`, at `maxSentence - 1 + head - dependent`. */
function distanceScores(file: ModelFile, maxSentence: number): Float64Array {
  const learned = unpackTensor(file.tensor('arc.distance', 2, BUCKETS))
  const scores = new Float64Array(2 * maxSentence - 1)
  for (let gap = 1; gap < maxSentence; gap++) {
    const bucket = distanceBucket(gap)
    scores[maxSentence - 1 - gap] = learned[bucket]!
    scores[maxSentence - 1 + gap] = learned[BUCKETS + bucket]!
  }
  return scores
}

/** min(15, floor(2 * log2(gap))), without a logarithm: 2^bucket <= gap^2. */
export function distanceBucket(gap: number): number {
  let bucket = 0
  while (bucket < BUCKETS - 1 && 2 ** (bucket + 1) <= gap * gap) bucket++
  return bucket
}
