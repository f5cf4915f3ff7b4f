import type { Kernel } from './kernel/kernel.ts'
import { multiplyFloat, packFloatMatrix, padded } from './matrix.ts'
import type { ModelFile } from './model-file.ts'

/** Labels the arcs of a batch's sentences. */
export interface LabelScorer {
  /** Takes the activated outputs of `rows` words: addresses of the first row, rows `bytes` apart. */
  prepare(dependents: number, heads: number, bytes: number, rows: number): void
  /** The label of each word of the sentence of rows `first` to `first + length`, to `labels[first...]`. */
  decode(first: number, length: number, heads: Int32Array, labels: Uint8Array): void
}

/**
 * score = out . ((u dep) * (v head)) + dependent.out . dep + head.out . head + bias. The root's word gets `rootLabel`
 * and no other word does.
 */
export function createLabelScorer(kernel: Kernel, file: ModelFile, maxRows: number, rootLabel: string): LabelScorer {
  const size = file.count('label')
  const rank = file.count('rank', 1024)
  const names = file.labels('deprel')
  const count = names.length
  const root = names.indexOf(rootLabel)
  if (root < 0) file.fail(`vocab.deprel has no "${rootLabel}"`)
  const dependentSide = packFloatMatrix(kernel, [
    { weight: file.tensor('label.u', rank, size) },
    { weight: file.tensor('label.dependent.out', count, size), bias: file.tensor('label.bias', 1, count) },
  ])
  const headSide = packFloatMatrix(kernel, [
    { weight: file.tensor('label.v', rank, size) },
    { weight: file.tensor('label.head.out', count, size) },
  ])
  file.tensor('label.root', 1, size) // the root's word is always labelled "root"; the vector is checked, not used
  const out = packFloatMatrix(kernel, [{ weight: file.tensor('label.out', count, rank) }])
  const bytes = dependentSide.outputs * 4
  const dependentScores = kernel.reserve(maxRows * bytes)
  const headScores = kernel.reserve(maxRows * bytes)
  const rankBytes = padded(rank) * 4
  const products = kernel.reserve(maxRows * rankBytes)
  const outBytes = out.outputs * 4
  const sums = kernel.reserve(maxRows * outBytes)
  const own = dependentSide.starts[1] ?? 0

  return {
    prepare(dependents, heads, rowBytes, rows) {
      multiplyFloat(kernel, dependentSide, dependents, rowBytes, dependentScores, bytes, rows)
      multiplyFloat(kernel, headSide, heads, rowBytes, headScores, bytes, rows)
    },
    decode(first, length, heads, labels) {
      const f32 = kernel.f32
      const stride = bytes >> 2
      for (let i = 0; i < length; i++) {
        const head = Math.max(0, heads[first + i]!)
        const left = (dependentScores >> 2) + (first + i) * stride
        const right = (headScores >> 2) + (first + head) * stride
        const target = (products + i * rankBytes) >> 2
        for (let r = 0; r < rank; r++) f32[target + r] = f32[left + r]! * f32[right + r]!
      }
      multiplyFloat(kernel, out, products, rankBytes, sums, outBytes, length)
      for (let i = 0; i < length; i++) {
        const head = heads[first + i]!
        if (head < 0) {
          labels[first + i] = root
          continue
        }
        const left = (dependentScores >> 2) + (first + i) * stride + own
        const right = (headScores >> 2) + (first + head) * stride + own
        const sum = (sums + i * outBytes) >> 2
        let best = Number.NEGATIVE_INFINITY
        let found = 0
        for (let y = 0; y < count; y++) {
          const value = f32[sum + y]! + f32[left + y]! + f32[right + y]!
          if (value > best && y !== root) {
            best = value
            found = y
          }
        }
        labels[first + i] = found
      }
    },
  }
}
