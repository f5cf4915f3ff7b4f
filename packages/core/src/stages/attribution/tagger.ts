import {
  createKernel,
  createLstmStack,
  createViterbi,
  createWordInputs,
  type IntegerMatrix,
  type Kernel,
  type LstmStack,
  type ModelFile,
  multiplyInteger,
  packIntegerMatrix,
  planSequences,
  readModelFile,
  type SequencePlan,
  type Tensor,
  unpackRow,
  unpackTensor,
  type Viterbi,
  type WordInputs,
  writeIntegers,
} from '../../learn/index.ts'
import type { TokenTable } from '../../model/index.ts'
import type { TokenSpan } from './draft.ts'
import { SLOTS } from './features.ts'
import type { RoleSpan } from './link-spans.ts'

/** Finds sources, cues and contents: a BiLSTM over words and their syntax with a CRF over BIOES labels. */
export interface AttributionTagger {
  readonly name: string
  readonly version: string
  /** Spans in text order, none overlapping. `slots` as `slotValues` gives them, `pieces` as `cutPieces`. */
  tag(text: string, tokens: TokenTable, pieces: readonly TokenSpan[], slots: readonly (readonly string[])[]): RoleSpan[]
}

/** Pieces read in lockstep, and words of one batch at most. */
const LOCKSTEP = 8
const BATCH_ROWS = 384
/** Activation 1 of the slots' embeddings as int16. */
const UNIT = 32_767

interface SlotTable {
  readonly rows: ReadonlyMap<string, number>
  readonly width: number
  /** int16 values, row after row. */
  readonly values: Int16Array
}

/**
 * Makes the tagger of a model file (`config.kind` "attribution", docs/reference/model-format.md). The GloVe table is the
 * core net's: both files are needed. Throws `assets/bad-model` where one is broken or they do not fit.
 */
export function createAttributionTagger(
  bytes: Uint8Array,
  coreBytes: Uint8Array,
  name = 'models/attribution/attribution.bcm',
): AttributionTagger {
  const own = readModelFile(name, bytes)
  if (own.config['kind'] !== 'attribution')
    own.fail(`it is for ${JSON.stringify(own.config['kind'])}, not for "attribution"`)
  const file = withGloveOf(own, readModelFile('models/core/core.bcm', coreBytes))
  const kernel = createKernel()
  const hidden = file.count('hidden', 512)
  const words = createWordInputs(kernel, file)
  const stack = createLstmStack(kernel, file, {
    prefix: 'lstm',
    layers: file.count('layers', 4),
    hidden,
    inputs: words.width,
    maxRows: BATCH_ROWS,
    maxSequences: LOCKSTEP,
  })
  words.attach(stack, BATCH_ROWS)
  const tables = SLOTS.map((slot) => readSlot(file, slot))
  const slotWidth = tables.reduce((sum, table) => sum + table.width, 0)
  const slotMatrix = packIntegerMatrix(
    kernel,
    ['fwd', 'bwd'].map((way) => ({ weight: file.tensor(`slot.${way}.input`, 4 * hidden, slotWidth) })),
  )
  const labels = file.labels('label')
  const out = packIntegerMatrix(kernel, [
    { weight: file.tensor('out.weight', labels.length, 2 * hidden), bias: file.tensor('out.bias', 1, labels.length) },
  ])
  const viterbi = createViterbi({
    labels: labels.length,
    transition: unpackTensor(file.tensor('transition', labels.length, labels.length)),
    start: unpackTensor(file.tensor('start', 1, labels.length)),
    end: unpackTensor(file.tensor('end', 1, labels.length)),
  })
  const batch: Batch = {
    kernel,
    words,
    stack,
    tables,
    slotMatrix,
    slotBytes: slotMatrix.pairs * 4,
    slotRows: kernel.reserve(BATCH_ROWS * slotMatrix.pairs * 4),
    out,
    scores: kernel.reserve(BATCH_ROWS * out.outputs * 4),
    ordered: kernel.reserve(BATCH_ROWS * out.outputs * 4),
    rows: kernel.reserve(BATCH_ROWS * 4),
    viterbi,
    best: new Uint8Array(BATCH_ROWS),
  }

  return {
    name: file.name,
    version: file.version,
    tag(text, tokens, pieces, slots) {
      const codes = new Uint8Array(tokens.length)
      const order = pieces
        .filter((piece) => piece.last > piece.first)
        .sort((a, b) => b.last - b.first - (a.last - a.first))
      for (let first = 0; first < order.length; ) {
        let last = first
        let rows = 0
        while (last < order.length && last - first < LOCKSTEP) {
          const length = order[last]!.last - order[last]!.first
          if (rows + length > BATCH_ROWS) break
          rows += length
          last++
        }
        readBatch(batch, text, tokens, order.slice(first, last), slots, codes)
        first = last
      }
      return spansOf(codes, labels, pieces)
    },
  }
}

interface Batch {
  readonly kernel: Kernel
  readonly words: WordInputs
  readonly stack: LstmStack
  readonly tables: readonly SlotTable[]
  readonly slotMatrix: IntegerMatrix
  readonly slotBytes: number
  readonly slotRows: number
  readonly out: IntegerMatrix
  readonly scores: number
  readonly ordered: number
  readonly rows: number
  readonly viterbi: Viterbi
  readonly best: Uint8Array
}

function readBatch(
  batch: Batch,
  text: string,
  tokens: TokenTable,
  pieces: readonly TokenSpan[],
  slots: readonly (readonly string[])[],
  codes: Uint8Array,
): void {
  const { kernel, words, stack, out } = batch
  const plan = planSequences(pieces.map((piece) => piece.last - piece.first))
  words.nextRound()
  pieces.forEach((piece, b) => {
    const first = plan.firsts[b]!
    for (let at = piece.first; at < piece.last; at++)
      words.add(text.slice(tokens.from[at]!, tokens.to[at]!), plan.rowOf[first + at - piece.first]!)
  })
  words.fill(plan.rows)
  addSlots(batch, pieces, plan, slots)
  const states = stack.runProducts(plan)
  const bytes = out.outputs * 4
  multiplyInteger(kernel, out, states, stack.width * 2, batch.scores, bytes, plan.rows)
  writeIntegers(kernel, batch.rows, plan.rowOf)
  kernel.run.gather(batch.scores, bytes, batch.rows, batch.ordered, bytes, plan.rows, bytes)
  pieces.forEach((piece, b) => {
    const length = piece.last - piece.first
    batch.viterbi.decode(kernel.f32, (batch.ordered + plan.firsts[b]! * bytes) >> 2, bytes >> 2, length, batch.best, 0)
    codes.set(batch.best.subarray(0, length), piece.first)
  })
}

/** Adds the slots' products to the words' (a `bias` of 0 tells the kernel to add). */
function addSlots(
  batch: Batch,
  pieces: readonly TokenSpan[],
  plan: SequencePlan,
  slots: readonly (readonly string[])[],
): void {
  const { kernel, tables, slotMatrix, slotBytes, slotRows, stack } = batch
  const { i16 } = kernel
  pieces.forEach((piece, b) => {
    const first = plan.firsts[b]!
    for (let at = piece.first; at < piece.last; at++) {
      let target = (slotRows + plan.rowOf[first + at - piece.first]! * slotBytes) >> 1
      for (let slot = 0; slot < tables.length; slot++) {
        const { rows, width, values } = tables[slot]!
        const from = (rows.get(slots[slot]![at]!) ?? 0) * width
        for (let i = 0; i < width; i++) i16[target++] = values[from + i]!
      }
    }
  })
  const { weights, scales, outputs, pairs } = slotMatrix
  kernel.run.gemmInteger(
    slotRows,
    slotBytes,
    weights,
    scales,
    0,
    0,
    stack.products,
    stack.productBytes,
    plan.rows,
    outputs,
    pairs,
  )
}

function readSlot(file: ModelFile, slot: string): SlotTable {
  const table = file.tensor(`slot.${slot}.embedding`)
  const lines = file.text(`slot.${slot}.vocabulary`).split('\n')
  if (table.rows !== lines.length + 1)
    file.fail(`slot.${slot}.embedding has ${table.rows} rows for ${lines.length} values`)
  const rows = new Map<string, number>()
  lines.forEach((line, at) => {
    rows.set(line, at + 1)
  })
  return { rows, width: table.columns, values: integersOf(table) }
}

function integersOf(table: Tensor): Int16Array {
  const values = new Int16Array(table.rows * table.columns)
  const row = new Float32Array(table.columns)
  for (let at = 0; at < table.rows; at++) {
    unpackRow(table, at, row)
    for (let i = 0; i < row.length; i++)
      values[at * row.length + i] = Math.round(Math.max(-1, Math.min(1, row[i]!)) * UNIT)
  }
  return values
}

/** The file with the tensors `glove.table` and `glove.vocabulary` of the core net. */
function withGloveOf(file: ModelFile, core: ModelFile): ModelFile {
  const borrowed = (name: string) => name === 'glove.table' || name === 'glove.vocabulary'
  return {
    ...file,
    has: (name) => (borrowed(name) ? core.has(name) : file.has(name)),
    tensor: (name, rows, columns) =>
      borrowed(name) ? core.tensor(name, rows, columns) : file.tensor(name, rows, columns),
    text: (name) => (borrowed(name) ? core.text(name) : file.text(name)),
  }
}

/** BIO or BIOES codes as spans; an I after another role, or at a piece's start, begins a new span. */
function spansOf(codes: Uint8Array, labels: readonly string[], pieces: readonly TokenSpan[]): RoleSpan[] {
  const found: RoleSpan[] = []
  for (const piece of pieces) {
    let start = -1
    let role = ''
    for (let at = piece.first; at <= piece.last; at++) {
      const label = at < piece.last ? labels[codes[at]!]! : 'O'
      if (start >= 0 && (label === 'O' || label[0] === 'B' || label[0] === 'S' || label.slice(2) !== role)) {
        if (role === 'source' || role === 'cue' || role === 'content') found.push({ role, first: start, last: at })
        start = -1
      }
      if (label !== 'O' && start < 0) {
        start = at
        role = label.slice(2)
      }
    }
  }
  return found
}
