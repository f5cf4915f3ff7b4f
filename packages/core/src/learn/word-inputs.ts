import { AFFIX_ROWS, AFFIX_TABLES, affixRows } from './features.ts'
import type { Kernel } from './kernel/kernel.ts'
import type { LstmStack } from './lstm.ts'
import { multiplyFloat, multiplyInteger, packFloatMatrix } from './matrix.ts'
import { type ModelFile, unpackRow } from './model-file.ts'
import { createWordCache } from './word-cache.ts'
import { createWordIndex, type WordIndex } from './word-index.ts'

/**
 * Word types whose first-layer products are kept, 4 to 6 kB each, in each thread. Of GUM dev and EWT dev 78 and 75 % of the
 * words are found among the last 2,048 types. Fewer cost no time that could be measured on PolNeAR dev, and each thousand
 * less saves 10 MB a thread.
 */
const CACHED_TYPES = 512
/** New word types whose products are made in one go. */
const PENDING = 64
/** Row of the word embedding for words that training did not know. */
const UNKNOWN_ROW = 0

/** What the first layer reads of a form, and the products that follow from it, cached per form. */
export interface WordInputs {
  /** Width of the first layer's rows. */
  readonly width: number
  /** Says which stack's first layer the products are for; once. */
  attach(stack: LstmStack, maxRows: number): void
  /** Starts a batch. */
  nextRound(): void
  /** The word of row `row` of the batch. */
  add(form: string, row: number): void
  /** Copies the products of all words added to the stack's first `rows` rows. */
  fill(rows: number): void
}

/** Reads the tables of word.*, affix.* and glove.*; throws `assets/bad-model` where they do not fit each other. */
export function createWordInputs(kernel: Kernel, file: ModelFile): WordInputs {
  const embedding = file.tensor('word.embedding')
  const words = indexOf(file, 'word.vocabulary')
  if (embedding.rows < file.tensor('word.vocabulary').rows)
    file.fail('word.embedding has fewer rows than the vocabulary')
  const affixes = file.tensor('affix.embedding', AFFIX_TABLES * AFFIX_ROWS)
  const vectors = file.tensor('glove.table')
  const known = indexOf(file, 'glove.vocabulary')
  if (vectors.rows < file.tensor('glove.vocabulary').rows) file.fail('glove.table has fewer rows than the vocabulary')
  const projection = packFloatMatrix(kernel, [{ weight: file.tensor('glove.projection', undefined, vectors.columns) }])
  const projected = file.tensor('glove.projection').rows
  const affixesAt = embedding.columns
  const projectedAt = affixesAt + AFFIX_TABLES * affixes.columns
  const width = projectedAt + projected
  if (width % 8 !== 0 || projected % 8 !== 0)
    file.fail(`a word's row is ${projectedAt} and ${projected} wide, both should be multiples of 8`)
  const affixBuffer = new Int32Array(AFFIX_TABLES)

  /** Everything of a form's row but the projection; its vector goes to row `index` of `vectorRows`. */
  function writeRow(form: string, index: number): void {
    const out = kernel.f32
    const at = (floats >> 2) + index * width
    const lower = form.toLowerCase()
    unpackRow(embedding, words.lineOf(lower) ?? UNKNOWN_ROW, out, at)
    affixRows(form, affixBuffer)
    for (let i = 0; i < AFFIX_TABLES; i++)
      unpackRow(affixes, affixBuffer[i]!, out, at + affixesAt + i * affixes.columns)
    const row = known.lineOf(lower)
    const vectorAt = (vectorRows >> 2) + index * vectors.columns
    if (row === undefined) out.fill(0, vectorAt, vectorAt + vectors.columns)
    else unpackRow(vectors, row, out, vectorAt)
  }

  const cache = createWordCache(CACHED_TYPES)
  const pendingForms: string[] = []
  const pendingSlots: number[] = []
  const vectorRows = kernel.reserve(PENDING * vectors.columns * 4)
  const floats = kernel.reserve(PENDING * width * 4)
  const integers = kernel.reserve(PENDING * width * 2)
  const scales = kernel.reserve(PENDING * 4)
  let stack: LstmStack | null = null
  let fresh = 0
  let cached = 0
  let slots = 0
  let asked = ''
  const added = (slot: number): void => {
    pendingForms.push(asked)
    pendingSlots.push(slot)
    if (pendingForms.length === PENDING) makeProducts()
  }

  function makeProducts(): void {
    if (stack === null || pendingForms.length === 0) return
    const rows = pendingForms.length
    for (let i = 0; i < rows; i++) writeRow(pendingForms[i]!, i)
    multiplyFloat(kernel, projection, vectorRows, vectors.columns * 4, floats + projectedAt * 4, width * 4, rows)
    kernel.run.quantize(floats, width * 4, integers, width * 2, scales, rows, width)
    multiplyInteger(kernel, stack.first, integers, width * 2, fresh, stack.productBytes, rows, scales)
    for (let i = 0; i < rows; i++) {
      const from = fresh + i * stack.productBytes
      kernel.u8.copyWithin(cached + pendingSlots[i]! * stack.productBytes, from, from + stack.productBytes)
    }
    pendingForms.length = 0
    pendingSlots.length = 0
  }

  return {
    width,
    attach(to, maxRows) {
      stack = to
      fresh = kernel.reserve(PENDING * to.productBytes)
      cached = kernel.reserve(CACHED_TYPES * to.productBytes)
      slots = kernel.reserve(maxRows * 4)
    },
    nextRound: cache.nextRound,
    add(form, row) {
      asked = form
      kernel.i32[(slots >> 2) + row] = cache.slotOf(form, added)
    },
    fill(rows) {
      makeProducts()
      if (stack === null) return
      const { productBytes, products } = stack
      kernel.run.gather(cached, productBytes, slots, products, productBytes, rows, productBytes)
    },
  }
}

/** Indexes by the bytes they are of and where these begin: two nets with one vocabulary (GloVe's) share the index. */
const indexes = new WeakMap<ArrayBufferLike, Map<number, WordIndex>>()

function indexOf(file: ModelFile, name: string): WordIndex {
  const { bytes } = file.tensor(name)
  const known = indexes.get(bytes.buffer) ?? new Map<number, WordIndex>()
  indexes.set(bytes.buffer, known)
  const index = known.get(bytes.byteOffset) ?? createWordIndex(file.text(name))
  known.set(bytes.byteOffset, index)
  return index
}
