import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describeTokens, KIND } from '../../packages/core/src/stages/segment/describe-tokens.ts'
import { findGaps, GAP } from '../../packages/core/src/stages/segment/find-lines.ts'
import {
  gapFeatures,
  MOST_FEATURES,
  setBit,
  type UsualCase,
  viewGaps,
} from '../../packages/core/src/stages/segment/gap-features.ts'
import { isCandidate } from '../../packages/core/src/stages/segment/split-sentences.ts'
import { tokenizeText } from '../../packages/core/src/stages/tokenize/index.ts'
import { createRandom, shuffle } from './random.ts'
import { type GoldDocument, option, readTreebank, TRAIN_FILES } from './treebank.ts'
import { modelFile } from './write-model.ts'

/** Settings of a training run, as in config.json. */
export interface Config {
  readonly name: string
  readonly version: string
  readonly seed: number
  readonly bits: number
  readonly epochs: number
  readonly margin: number
  readonly usualBits: number
  readonly folds: number
  /** Share of the features left out at random of each example. */
  readonly dropout: number
  /** Runs in other orders whose weights are averaged. */
  readonly runs: number
}

/** Examples in one run: features of all of them end to end, with their starts and answers. */
interface Examples {
  readonly features: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint8Array
}

/** Trains a splitter on documents and returns the bytes of its model file. `log` gets a line an epoch. */
export function trainSplitter(
  documents: readonly GoldDocument[],
  config: Config,
  log: (line: string) => void,
): Uint8Array {
  const usualCase = learnUsualCase(documents, config)
  // A word that only its own document knows must look as unknown in training as new words will later.
  const folds = Array.from({ length: config.folds }, (_, fold) => documents.filter((_, i) => i % config.folds === fold))
  const examples = joinExamples(
    folds.map((fold) =>
      collectExamples(
        fold,
        learnUsualCase(
          documents.filter((one) => !fold.includes(one)),
          config,
        ),
      ),
    ),
  )
  log(`${examples.ends.length} gaps, ${examples.ends.reduce((sum, end) => sum + end, 0)} sentence ends`)
  const { weights, bias } = trainPerceptron(examples, config, log)
  const one = new Float32Array([1])
  const tensor = (name: string, bytes: Uint8Array) =>
    ({ name, rows: 1, columns: bytes.length, type: 'i8', bytes, scales: one }) as const
  return modelFile({
    name: config.name,
    version: config.version,
    config: { kind: 'perceptron', bias, seed: config.seed, epochs: config.epochs },
    tensors: [
      tensor('weights', new Uint8Array(weights.buffer)),
      tensor('small', usualCase.small),
      tensor('capital', usualCase.capital),
    ],
  })
}

function main(): void {
  const data = option('data', '../shared/data')
  const out = option('out', 'packages/assets/models/segment')
  // The file is ours and lies beside this one.
  const config = JSON.parse(
    readFileSync(option('config', new URL('config.json', import.meta.url).pathname), 'utf8'),
  ) as Config
  const documents = TRAIN_FILES.flatMap((file) => readTreebank(data, file))
  const bytes = trainSplitter(documents, config, (line) => console.log(line))
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'segment.bcm'), bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(
    join(out, 'model.json'),
    `${JSON.stringify({ name: config.name, version: config.version, file: 'segment.bcm', bytes: bytes.length, sha256 }, null, 2)}\n`,
  )
  console.log(`${join(out, 'segment.bcm')}: ${bytes.length} bytes, sha256 ${sha256}`)
}

/** Which words are written small, and which with a capital, where a sentence does not start. */
function learnUsualCase(documents: readonly GoldDocument[], config: Config): UsualCase {
  const counts = new Map<number, [number, number]>()
  for (const document of documents) {
    const tokens = tokenizeText(document.text)
    const { kind, form } = describeTokens(document.text, tokens)
    const starts = new Set(document.sentences.map((sentence) => sentence.words[0]?.from))
    for (let i = 0; i < tokens.length; i++) {
      if (starts.has(tokens.from[i])) continue
      if (kind[i] !== KIND.lower && kind[i] !== KIND.capital) continue
      if (i > 0 && kind[i - 1] === KIND.openQuote) continue
      const count = counts.get(form[i]!) ?? [0, 0]
      count[kind[i] === KIND.lower ? 0 : 1]++
      counts.set(form[i]!, count)
    }
  }
  const small = new Uint8Array(1 << (config.usualBits - 3))
  const capital = new Uint8Array(1 << (config.usualBits - 3))
  for (const [form, [lower, upper]] of counts) {
    if (lower >= 1 && lower * 4 >= upper) setBit(small, form)
    if (upper >= 1 && upper * 4 >= lower) setBit(capital, form)
  }
  return { small, capital }
}

function joinExamples(parts: readonly Examples[]): Examples {
  const features = new Uint32Array(parts.reduce((sum, part) => sum + part.features.length, 0))
  const starts: number[] = [0]
  const ends: number[] = []
  let at = 0
  for (const part of parts) {
    features.set(part.features, at)
    for (let i = 1; i < part.starts.length; i++) starts.push(at + part.starts[i]!)
    for (const end of part.ends) ends.push(end)
    at += part.features.length
  }
  return { features, starts: Uint32Array.from(starts), ends: Uint8Array.from(ends) }
}

function collectExamples(documents: readonly GoldDocument[], usualCase: UsualCase): Examples {
  const features: number[] = []
  const starts: number[] = [0]
  const ends: number[] = []
  const buffer = new Uint32Array(MOST_FEATURES)
  for (const document of documents) {
    const { text } = document
    const tokens = tokenizeText(text)
    const gaps = findGaps(text, tokens)
    const view = viewGaps(describeTokens(text, tokens), gaps, tokens.glued, usualCase)
    const last = new Set(document.sentences.map((sentence) => sentence.words[sentence.words.length - 1]?.to))
    let first = 0
    for (let i = 1; i < tokens.length; i++) {
      if (gaps[i]! >= GAP.hardLine || last.has(tokens.to[i - 2] ?? -1)) first = i - (gaps[i]! >= GAP.hardLine ? 0 : 1)
      if (gaps[i]! >= GAP.hardLine || tokens.glued[i] === 1) continue
      if (!isCandidate(gaps[i]!, view.kind[i - 1]!, view.kind[i]!)) continue
      const count = gapFeatures(view, i, first, buffer)
      for (let k = 0; k < count; k++) features.push(buffer[k]!)
      starts.push(features.length)
      ends.push(last.has(tokens.to[i - 1]!) ? 1 : 0)
    }
  }
  return { features: Uint32Array.from(features), starts: Uint32Array.from(starts), ends: Uint8Array.from(ends) }
}

/** Averages the weights of several runs and rounds them to int8. */
function trainPerceptron(
  examples: Examples,
  config: Config,
  log: (line: string) => void,
): { weights: Int8Array; bias: number } {
  const size = 1 << config.bits
  const averaged = new Float64Array(size + 1)
  for (let run = 0; run < config.runs; run++) {
    const weights = runPerceptron(examples, config, config.seed + run, log)
    for (let i = 0; i <= size; i++) averaged[i] = averaged[i]! + weights[i]! / config.runs
  }
  // The few largest are cut off, so that the many small ones keep their difference.
  const sorted = Float64Array.from(averaged.subarray(0, size), Math.abs).sort()
  const largest = sorted[Math.floor(size * 0.9995)] || 1
  const scale = 127 / largest
  const clip = (value: number): number => Math.max(-127, Math.min(127, Math.round(value * scale)))
  return { weights: Int8Array.from(averaged.subarray(0, size), clip), bias: Math.round(averaged[size]! * scale) }
}

/** Averaged perceptron with a margin (Freund and Schapire 1999; averaging by the weights' time integral). */
function runPerceptron(examples: Examples, config: Config, seed: number, log: (line: string) => void): Float64Array {
  const size = 1 << config.bits
  const mask = size - 1
  const weights = new Float64Array(size + 1)
  const totals = new Float64Array(size + 1)
  const { features, starts, ends } = examples
  const order = Uint32Array.from(ends, (_, i) => i)
  const random = createRandom(seed)
  const kept = new Uint32Array(MOST_FEATURES)
  let step = 0
  for (let epoch = 0; epoch < config.epochs; epoch++) {
    shuffle(order, random)
    let wrong = 0
    for (const example of order) {
      step++
      const from = starts[example]!
      const to = starts[example + 1]!
      let count = 0
      let score = weights[size]!
      for (let k = from; k < to; k++) {
        if (config.dropout > 0 && random() < config.dropout) continue
        const at = features[k]! & mask
        kept[count++] = at
        score += weights[at]!
      }
      const sign = ends[example] === 1 ? 1 : -1
      if (score * sign <= 0) wrong++
      if (score * sign > config.margin) continue
      for (let k = 0; k < count; k++) {
        const at = kept[k]!
        weights[at] = weights[at]! + sign
        totals[at] = totals[at]! + sign * step
      }
      weights[size] = weights[size]! + sign
      totals[size] = totals[size]! + sign * step
    }
    log(`seed ${seed}, epoch ${epoch + 1}: ${wrong} wrong of ${order.length}`)
  }
  return weights.map((weight, i) => weight - totals[i]! / (step + 1))
}

// Only where it is the program, so that its test can import it.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main()
