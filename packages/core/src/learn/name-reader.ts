import { readModelFile, unpackTensor } from './model-file.ts'
import { MOST_NAME_FEATURES, type NameInput, type NameView, viewNames } from './name-features.ts'
import { NAME_LISTS } from './name-lists.ts'
import { type Chain, createViterbi } from './viterbi.ts'

/** The labels of names, in the order of all scores and transitions. */
export const NAME_LABELS = ['O', 'B-PER', 'I-PER', 'B-ORG', 'I-ORG', 'B-LOC', 'I-LOC'] as const
/** What one feature weighs for: a person, an organization, a place, and the first word of a name. */
export const NAME_COLUMNS = 4
const LABELS = NAME_LABELS.length
const KINDS = 3
/** Score of what cannot be: a name that goes on where none of its kind began. */
const NEVER = -1e4

/** Words of a document, what the net says of them, and its scores: `NAME_LABELS.length` a word. */
export interface ScoredNames extends NameInput {
  readonly scores: Float32Array
}

/** The second opinion on names. One document at a time: it keeps scratch memory. */
export interface NameReader {
  /**
   * The names of a document as BIO labels. Weighs the net's scores with lists of names, the words around and what the rest of
   * the document says of a word. Results depend on nothing but the input; linear in words.
   */
  read(input: ScoredNames): string[]
}

/**
 * Makes a reader of names of a model file (`config.kind` "names", docs/reference/model-format.md); `net` is the chain of the
 * net whose scores it is given. Throws `assets/bad-model` where the file is broken or something is missing in it.
 */
export function createNameReader(bytes: Uint8Array, net: Chain, name = 'models/names/names.bcm'): NameReader {
  const file = readModelFile(name, bytes)
  if (file.config['kind'] !== 'names') file.fail(`it is for ${JSON.stringify(file.config['kind'])}, not for "names"`)
  if (net.labels !== LABELS) file.fail(`the net has ${net.labels} labels of names, not ${LABELS}`)
  if (String(file.config['lists']) !== String(NAME_LISTS)) file.fail('its lists are not the ones that are read')
  const table = file.tensor('weights', NAME_COLUMNS)
  if (table.type !== 'i4' || (table.columns & (table.columns - 1)) !== 0)
    file.fail(`tensor "weights" has ${table.columns} columns of ${table.type}, not a power of two of i4`)
  const scales = table.scales
  const weights = interleave(table.bytes, table.columns)
  const mask = table.columns - 1
  const lists = Uint8Array.from(file.tensor('lists', 1).bytes)
  if ((lists.length & (lists.length - 1)) !== 0) file.fail(`tensor "lists" has ${lists.length} bytes, no power of two`)
  const share = Number(file.config['agreement'] ?? 0)
  const viterbi = createViterbi(chainOf(unpackTensor(file.tensor('transition', LABELS, LABELS)), net))
  const features = new Uint32Array(MOST_NAME_FEATURES)
  let scores = new Float32Array(0)
  let labels = new Uint8Array(0)

  /** The net's scores of the word and, added to them, the weights of its features. */
  function score(input: ScoredNames, index: number, count: number): void {
    let person = 0
    let organization = 0
    let place = 0
    let begins = 0
    for (let i = 0; i < count; i++) {
      const row = (features[i]! & mask) * NAME_COLUMNS
      person += weights[row]!
      organization += weights[row + 1]!
      place += weights[row + 2]!
      begins += weights[row + 3]!
    }
    const at = index * LABELS
    const first = begins * scales[3]!
    const kinds = [person * scales[0]!, organization * scales[1]!, place * scales[2]!]
    scores[at] = input.scores[at]!
    for (let kind = 0; kind < KINDS; kind++) {
      scores[at + 1 + 2 * kind] = input.scores[at + 1 + 2 * kind]! + (kinds[kind]! + first)
      scores[at + 2 + 2 * kind] = input.scores[at + 2 + 2 * kind]! + kinds[kind]!
    }
  }

  function read(input: ScoredNames): string[] {
    const view = viewNames(input, lists)
    const { zone } = view
    const length = input.forms.length
    const names: string[] = new Array(length).fill('O')
    if (scores.length < length * LABELS) {
      scores = new Float32Array(length * LABELS)
      labels = new Uint8Array(length)
    }
    for (let i = 0; i < length; i++) if (zone[i] === 1) score(input, i, view.features(i, features))
    agree(scores, view, share)
    for (const { first, last } of input.sentences) {
      for (let from = first; from < last; from++) {
        if (zone[from] === 0) continue
        let to = from + 1
        while (to < last && zone[to] === 1) to++
        viterbi.decode(scores, from * LABELS, LABELS, to - from, labels, from)
        for (let i = from; i < to; i++) names[i] = NAME_LABELS[labels[i]!]!
        from = to
      }
    }
    return names
  }

  return { read }
}

/** Moves what each word with a capital says for each kind by `share` of the way to the mean of its occurrences. */
function agree(scores: Float32Array, { zone, keys }: NameView, share: number): void {
  const sums = new Map<number, Float64Array>()
  const lead = (i: number, kind: number): number => {
    const at = i * LABELS + 1 + 2 * kind
    return Math.max(scores[at]!, scores[at + 1]!) - scores[i * LABELS]!
  }
  for (let i = 0; i < zone.length; i++) {
    if (zone[i] === 0 || keys[i] === 0) continue
    const sum = sums.get(keys[i]!) ?? new Float64Array(KINDS + 1)
    for (let kind = 0; kind < KINDS; kind++) sum[kind] = sum[kind]! + lead(i, kind)
    sum[KINDS] = sum[KINDS]! + 1
    sums.set(keys[i]!, sum)
  }
  for (let i = 0; i < zone.length; i++) {
    if (zone[i] === 0 || keys[i] === 0) continue
    const sum = sums.get(keys[i]!)!
    if (sum[KINDS]! < 2) continue
    for (let kind = 0; kind < KINDS; kind++) {
      const move = share * (sum[kind]! / sum[KINDS]! - lead(i, kind))
      const at = i * LABELS + 1 + 2 * kind
      scores[at] = scores[at]! + move
      scores[at + 1] = scores[at + 1]! + move
    }
  }
}

/** Rows of the four columns of one feature side by side, as they are read. */
function interleave(bytes: Uint8Array, features: number): Int8Array {
  const out = new Int8Array(features * NAME_COLUMNS)
  for (let column = 0; column < NAME_COLUMNS; column++)
    for (let i = 0; i < features; i++) {
      const byte = bytes[(column * features + i) >> 1]!
      out[i * NAME_COLUMNS + column] = (i % 2 === 0 ? byte & 15 : byte >> 4) - 8
    }
  return out
}

/** Both chains in one. Outside of the words that are scored nothing is a name: there a sequence begins and ends. */
function chainOf(own: Float32Array, net: Chain): Chain {
  const transition = new Float32Array(LABELS * LABELS)
  for (let from = 0; from < LABELS; from++) {
    for (let to = 0; to < LABELS; to++) {
      const goesOn = to > 0 && to % 2 === 0
      const at = from * LABELS + to
      transition[at] = goesOn && from !== to && from !== to - 1 ? NEVER : own[at]! + net.transition[at]!
    }
  }
  const start = transition.slice(0, LABELS)
  const end = Float32Array.from({ length: LABELS }, (_, label) => transition[label * LABELS]!)
  return { labels: LABELS, transition, start, end }
}
