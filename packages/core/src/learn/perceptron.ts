import { readModelFile } from './model-file.ts'

/**
 * A linear model over hashed features: the score of an example is the sum of the weights of its features, and the
 * answer is yes where it is above 0. Features are rows of one table; two that fall on the same row share its weight.
 */
export interface HashedPerceptron {
  /** A power of two many; a feature is an index into it. */
  readonly weights: Int8Array
  /** Added to every score, in units of the weights. */
  readonly bias: number
}

/** Spreads template number and up to three values over all 32 bits (the mixing steps of MurmurHash3). */
export function hashFeature(template: number, a: number, b = 0, c = 0): number {
  let h = Math.imul(template + 1, 0x9e3779b1)
  h = mix(h, a)
  h = mix(h, b)
  h = mix(h, c)
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

function mix(h: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51)
  k = (k << 15) | (k >>> 17)
  k = Math.imul(k, 0x1b873593)
  h ^= k
  h = (h << 13) | (h >>> 19)
  return (Math.imul(h, 5) + 0xe6546b64) | 0
}

/** Sum of the weights of the first `count` features, plus the bias. Whole numbers: the same on every machine. */
export function scoreFeatures(model: HashedPerceptron, features: Uint32Array, count: number): number {
  const { weights } = model
  const mask = weights.length - 1
  let sum = model.bias
  for (let i = 0; i < count; i++) sum += weights[features[i]! & mask]!
  return sum
}

/**
 * Reads a perceptron from a model file (BCM1, `config.kind` "perceptron", tensor `weights` of type i8, one row).
 * Throws `assets/bad-model` naming what is wrong.
 */
export function readPerceptron(name: string, bytes: Uint8Array): HashedPerceptron {
  const file = readModelFile(name, bytes)
  if (file.config['kind'] !== 'perceptron') file.fail(`config.kind is ${String(file.config['kind'])}, not "perceptron"`)
  const bias = file.config['bias']
  if (typeof bias !== 'number') return file.fail('config.bias is no number')
  const table = file.tensor('weights', 1)
  if (table.type !== 'i8') file.fail(`tensor "weights" is ${table.type}, not i8`)
  if (table.columns < 2 || (table.columns & (table.columns - 1)) !== 0) {
    file.fail(`tensor "weights" has ${table.columns} columns, which is no power of two`)
  }
  // Not slice(): of a Node buffer that is a view on the same memory.
  return { weights: new Int8Array(Uint8Array.from(table.bytes).buffer), bias }
}
