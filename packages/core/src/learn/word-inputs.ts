import { AFFIX_ROWS, AFFIX_TABLES, affixRows } from './features.ts'
import type { Kernel } from './kernel/kernel.ts'
import type { LstmStack } from './lstm.ts'
import { multiplyInteger } from './matrix.ts'
import { type ModelFile, type Tensor, unpackRow, unpackTensor } from './model-file.ts'
import { createWordCache } from './word-cache.ts'

/** Word types whose first-layer products are kept (4 to 6 kB each). News has about 85 % of its words among as many. */
const CACHED_TYPES = 4096
/** New word types whose products are made in one go. */
const PENDING = 64
/** Row of the word embedding for words that training did not know. */
const UNKNOWN_ROW = 0

/** What the first layer reads of a form, and the products that follow from it, cached per form. */
export interface WordInputs {
  /** Width of the first layer's rows. */
  readonly width: number
  /** Writes the row of a form to `out` from `at` on: word embedding, affixes, projected vector. */
  writeRow(form: string, out: Float32Array, at: number): void
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
  const words = indexLines(file.lines('word.vocabulary'))
  if (embedding.rows < file.tensor('word.vocabulary').rows)
    file.fail('word.embedding has fewer rows than the vocabulary')
  const affixes = file.tensor('affix.embedding', AFFIX_TABLES * AFFIX_ROWS)
  const vectors = file.tensor('glove.table')
  const known = indexLines(file.lines('glove.vocabulary'))
  if (vectors.rows < file.tensor('glove.vocabulary').rows) file.fail('glove.table has fewer rows than the vocabulary')
  const projection = createProjection(file.tensor('glove.projection', undefined, vectors.columns))
  const affixesAt = embedding.columns
  const projectedAt = affixesAt + AFFIX_TABLES * affixes.columns
  const width = projectedAt + projection.rows
  if (width % 8 !== 0) file.fail(`a word's row is ${width} wide, it should be a multiple of 8`)
  const affixBuffer = new Int32Array(AFFIX_TABLES)
  const vector = new Float32Array(vectors.columns)

  function writeRow(form: string, out: Float32Array, at: number): void {
    const lower = form.toLowerCase()
    unpackRow(embedding, words.get(lower) ?? UNKNOWN_ROW, out, at)
    affixRows(form, affixBuffer)
    for (let i = 0; i < AFFIX_TABLES; i++)
      unpackRow(affixes, affixBuffer[i]!, out, at + affixesAt + i * affixes.columns)
    const row = known.get(lower)
    if (row === undefined) out.fill(0, at + projectedAt, at + width)
    else {
      unpackRow(vectors, row, vector)
      projection.write(vector, out, at + projectedAt)
    }
  }

  const cache = createWordCache(CACHED_TYPES)
  const pendingForms: string[] = []
  const pendingSlots: number[] = []
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
    for (let i = 0; i < rows; i++) writeRow(pendingForms[i]!, kernel.f32, (floats >> 2) + i * width)
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
    writeRow,
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

function indexLines(lines: readonly string[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>()
  lines.forEach((line, row) => {
    index.set(line, row)
  })
  return index
}

/** The product of a small matrix and a vector in float32, the columns in order. */
function createProjection(tensor: Tensor): {
  readonly rows: number
  write(vector: Float32Array, out: Float32Array, at: number): void
} {
  const weights = unpackTensor(tensor)
  const { rows, columns } = tensor
  return {
    rows,
    write(vector, out, at) {
      for (let row = 0; row < rows; row++) {
        const base = row * columns
        let sum = 0
        for (let k = 0; k < columns; k++) sum += weights[base + k]! * vector[k]!
        out[at + row] = sum
      }
    },
  }
}
