import { NAME_COLUMNS, NAME_LABELS } from '../../packages/core/src/learn/index.ts'

/** Words in a row that may be in a name, with their features and what each may be. */
export interface Segment {
  readonly features: readonly Uint32Array[]
  /** For each word the labels it may have, a bit each. */
  readonly allowed: Uint8Array
  /** How much it counts; 1 for what people annotated. */
  readonly weight: number
  /** What another model says: scores of each word and label, to which what is learned here is added. Null: it is learned alone. */
  readonly given: Float64Array | null
}

/** Settings of a training run. */
export interface ChainConfig {
  /** Binary logarithm of the rows of the table of weights. */
  readonly bits: number
  readonly epochs: number
  readonly rate: number
  /** Share of the rate that is left in the last epoch. */
  readonly lastRate: number
  /** Share of the features left out at random of each word. */
  readonly dropout: number
  readonly decay: number
}

/** A linear chain over hashed features: four columns of weights a feature (`NAME_COLUMNS`), and transitions. */
export interface TrainedChain {
  readonly weights: Float32Array
  readonly transition: Float64Array
}

const LABELS = NAME_LABELS.length
const KINDS = 3
/** Below this share of a probability no weight is changed. */
const LEAST_GRADIENT = 1e-4
const EPSILON = 1e-6
/** Logarithms below this are no probability. */
const LEAST_LOG = -30

/** True where `to` cannot follow `from`: a name goes on where none of its kind began. */
function isBanned(from: number, to: number): boolean {
  return to > 0 && to % 2 === 0 && from !== to && from !== to - 1
}

/**
 * Trains a conditional random field (Lafferty, McCallum and Pereira 2001) by stochastic gradients with a rate of its own for
 * each weight (Duchi, Hazan and Singer 2011). Where words may have several labels, the sum of all paths that are allowed counts.
 * `givenTransition` (label by label) belongs to the scores that segments are given.
 */
export function trainChain(
  segments: readonly Segment[],
  givenTransition: Float64Array,
  config: ChainConfig,
  random: () => number,
  log: (line: string) => void,
): TrainedChain {
  const size = 1 << config.bits
  const mask = size - 1
  const weights = new Float32Array(size * NAME_COLUMNS)
  const squares = new Float32Array(size * NAME_COLUMNS)
  const transition = new Float64Array(LABELS * LABELS)
  const transitionSquares = new Float64Array(LABELS * LABELS)
  const order = segments.slice()
  const columns = new Float64Array(NAME_COLUMNS)
  for (let epoch = 0; epoch < config.epochs; epoch++) {
    shuffle(order, random)
    const rate = config.rate * (1 - ((1 - config.lastRate) * epoch) / config.epochs)
    let loss = 0
    for (const { features, allowed, weight, given } of order) {
      const length = features.length
      const kept = features.map((row) => (config.dropout > 0 ? row.filter(() => random() >= config.dropout) : row))
      const scores = given ? given.slice() : new Float64Array(length * LABELS)
      const moves = given ? transition.map((value, at) => value + givenTransition[at]!) : transition
      kept.forEach((row, i) => {
        columns.fill(0)
        for (const feature of row) {
          const at = (feature & mask) * NAME_COLUMNS
          for (let c = 0; c < NAME_COLUMNS; c++) columns[c] = columns[c]! + weights[at + c]!
        }
        for (let kind = 0; kind < KINDS; kind++) {
          const at = i * LABELS + 1 + 2 * kind
          scores[at] = scores[at]! + columns[kind]! + columns[KINDS]!
          scores[at + 1] = scores[at + 1]! + columns[kind]!
        }
      })
      const single = new Float64Array(length * LABELS)
      const pairs = new Float64Array(LABELS * LABELS)
      loss += addPaths(scores, length, moves, null, single, pairs, 1)
      loss -= addPaths(scores, length, moves, allowed, single, pairs, -1)
      for (let at = 0; at < pairs.length; at++) {
        const gradient = pairs[at]! * weight
        if (gradient === 0) continue
        transitionSquares[at] = transitionSquares[at]! + gradient * gradient
        transition[at] = transition[at]! - (rate * gradient) / Math.sqrt(transitionSquares[at]! + EPSILON)
      }
      kept.forEach((row, i) => {
        columns.fill(0)
        let sum = 0
        for (let kind = 0; kind < KINDS; kind++) {
          const begins = single[i * LABELS + 1 + 2 * kind]! * weight
          columns[kind] = begins + single[i * LABELS + 2 + 2 * kind]! * weight
          columns[KINDS] = columns[KINDS]! + begins
          sum += Math.abs(columns[kind]!)
        }
        if (sum + Math.abs(columns[KINDS]!) < LEAST_GRADIENT) return
        for (const feature of row) {
          const from = (feature & mask) * NAME_COLUMNS
          for (let c = 0; c < NAME_COLUMNS; c++) {
            const at = from + c
            const gradient = columns[c]! + config.decay * weights[at]!
            squares[at] = squares[at]! + gradient * gradient
            weights[at] = weights[at]! - (rate * gradient) / Math.sqrt(squares[at]! + EPSILON)
          }
        }
      })
    }
    log(`epoch ${epoch + 1}: loss ${(loss / order.length).toFixed(4)}`)
  }
  return { weights, transition }
}

function shuffle<T>(values: T[], random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = values[i]!
    values[i] = values[j]!
    values[j] = kept
  }
}

function logSum(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b
  if (b === Number.NEGATIVE_INFINITY) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}

/** Adds the probabilities of labels and of pairs of labels, times `sign`, over all paths that are allowed; gives the log of their sum. */
function addPaths(
  scores: Float64Array,
  length: number,
  transition: Float64Array,
  allowed: Uint8Array | null,
  single: Float64Array,
  pairs: Float64Array,
  sign: number,
): number {
  const may = (i: number, label: number) => allowed === null || ((allowed[i]! >> label) & 1) === 1
  const forward = new Float64Array(length * LABELS).fill(Number.NEGATIVE_INFINITY)
  const backward = new Float64Array(length * LABELS).fill(Number.NEGATIVE_INFINITY)
  for (let to = 0; to < LABELS; to++) if (!isBanned(0, to) && may(0, to)) forward[to] = transition[to]! + scores[to]!
  for (let i = 1; i < length; i++) {
    for (let to = 0; to < LABELS; to++) {
      if (!may(i, to)) continue
      let sum = Number.NEGATIVE_INFINITY
      for (let from = 0; from < LABELS; from++)
        if (!isBanned(from, to)) sum = logSum(sum, forward[(i - 1) * LABELS + from]! + transition[from * LABELS + to]!)
      forward[i * LABELS + to] = sum + scores[i * LABELS + to]!
    }
  }
  let total = Number.NEGATIVE_INFINITY
  const lastRow = (length - 1) * LABELS
  for (let label = 0; label < LABELS; label++) {
    backward[lastRow + label] = transition[label * LABELS]!
    total = logSum(total, forward[lastRow + label]! + transition[label * LABELS]!)
  }
  for (let i = length - 2; i >= 0; i--) {
    for (let from = 0; from < LABELS; from++) {
      let sum = Number.NEGATIVE_INFINITY
      for (let to = 0; to < LABELS; to++) {
        if (isBanned(from, to) || !may(i + 1, to)) continue
        const next = (i + 1) * LABELS + to
        sum = logSum(sum, transition[from * LABELS + to]! + scores[next]! + backward[next]!)
      }
      backward[i * LABELS + from] = sum
    }
  }
  const add = (into: Float64Array, at: number, value: number) => {
    if (value > LEAST_LOG) into[at] = into[at]! + sign * Math.exp(value)
  }
  for (let at = 0; at < length * LABELS; at++) add(single, at, forward[at]! + backward[at]! - total)
  for (let to = 0; to < LABELS; to++) {
    if (!isBanned(0, to) && may(0, to)) add(pairs, to, transition[to]! + scores[to]! + backward[to]! - total)
    add(pairs, to * LABELS, forward[lastRow + to]! + transition[to * LABELS]! - total)
  }
  for (let i = 1; i < length; i++) {
    for (let from = 0; from < LABELS; from++) {
      for (let to = 0; to < LABELS; to++) {
        if (isBanned(from, to) || !may(i, to)) continue
        const here = i * LABELS + to
        const before = forward[(i - 1) * LABELS + from]!
        add(
          pairs,
          from * LABELS + to,
          before + transition[from * LABELS + to]! + scores[here]! + backward[here]! - total,
        )
      }
    }
  }
  return total
}
