import { type Encoding, UPOS } from '../model/index.ts'
import { type ArcScorer, createArcScorer } from './arcs.ts'
import { createKernel, type Kernel } from './kernel/kernel.ts'
import { createLabelScorer, type LabelScorer } from './labels.ts'
import { createLstmStack, type LstmStack } from './lstm.ts'
import { type IntegerMatrix, multiplyInteger, packIntegerMatrix, tensorOf } from './matrix.ts'
import { type ModelFile, readModelFile, unpackTensor } from './model-file.ts'
import { cutSentence } from './pieces.ts'
import { planSequences, type SequencePlan, writeIntegers } from './sequences.ts'
import { type Chain, createViterbi, type Viterbi } from './viterbi.ts'
import { createWordInputs, type WordInputs } from './word-inputs.ts'

/** Sentences that are read in lockstep. More fill the kernel's tiles of 4 rows no better and need more cache. */
const LOCKSTEP = 8
/** Words of one batch; the scratch memory is planned for as many (about 8 kB a word; why not more: docs/decisions/0005). A longest sentence always fits. */
const BATCH_ROWS = 256
/** The longest sentence a model may be made for: arc scores are its square. */
const LONGEST_PIECE = 1024
/** Relation of the root of a further piece of a sentence that was too long, to the root of the first. */
const PIECE_RELATION = 'parataxis'
const ROOT_RELATION = 'root'

/** What the net says about every word, in columns; sentence after sentence. */
export interface Analysis {
  /** Codes into `UPOS`. */
  readonly upos: Uint8Array
  readonly xpos: readonly string[]
  /** Index of the head among all words, -1 for a root. Each sentence has one root. */
  readonly heads: Int32Array
  /** UD relations with subtypes; "root" for a root and only there. */
  readonly relations: readonly string[]
  /** O, B-PER, I-PER, ... */
  readonly names: readonly string[]
  /** What each word says for each name label, before the chain: word after word; of length 0 where they were not asked for. */
  readonly nameScores: Float32Array
  /** The last layer's output; of length 0 where it was not asked for. */
  readonly encoding: Encoding
}

/** How to analyze. */
export interface AnalyzeOptions {
  /** Whether `encoding` is wanted (1 kB a word). Default true. */
  readonly encoding?: boolean
  /** Whether `nameScores` are wanted. Default false. */
  readonly nameScores?: boolean
}

/**
 * The language core: tags, tree and names of sentences. One at a time: it keeps scratch memory and a cache of word
 * types. Results depend on nothing but the sentence: not on the others, their order, earlier calls or the machine.
 */
export interface CoreNet {
  readonly name: string
  readonly version: string
  /** Width of the encoding. */
  readonly width: number
  /** Sentences with more words than this are read in pieces. */
  readonly maxSentence: number
  /** The chain of the names' labels, which `nameScores` are for. */
  readonly nameChain: Chain
  analyze(sentences: readonly (readonly string[])[], options?: AnalyzeOptions): Analysis
}

/** Codes and strings of the labels of the net's heads. */
interface Labels {
  readonly upos: Uint8Array
  readonly xpos: readonly string[]
  readonly relations: readonly string[]
  readonly names: readonly string[]
}

/**
 * Makes a net of a model file (`config.kind` "core", docs/reference/model-format.md). `name` is used in messages. Throws
 * `assets/bad-model` where the file is broken or something is missing in it. The bytes must stay unchanged.
 */
export function createCoreNet(bytes: Uint8Array, name = 'models/core/core.bcm'): CoreNet {
  const file = readModelFile(name, bytes)
  if (file.config['kind'] !== 'core') file.fail(`it is for ${JSON.stringify(file.config['kind'])}, not for "core"`)
  const kernel = createKernel()
  const hidden = file.count('hidden', 256)
  const width = 2 * hidden
  const maxSentence = Math.min(file.count('maxSentence'), LONGEST_PIECE)
  const maxRows = Math.max(BATCH_ROWS, maxSentence)
  const words = createWordInputs(kernel, file)
  const stack = createLstmStack(kernel, file, {
    prefix: 'lstm',
    layers: file.count('layers', 8),
    hidden,
    inputs: words.width,
    maxRows,
    maxSequences: LOCKSTEP,
  })
  words.attach(stack, maxRows)
  const heads = createHeads(kernel, file, width, maxRows)
  const arcs = createArcScorer(kernel, file, maxRows, maxSentence)
  const labels = createLabelScorer(kernel, file, maxRows, ROOT_RELATION)
  const nameChain = readNameChain(file, heads.labels.names.length)
  const viterbi = createViterbi(nameChain)
  const batch: Batch = {
    kernel,
    stack,
    words,
    heads,
    arcs,
    labels,
    viterbi,
    rows: kernel.reserve(maxRows * 4),
    states: kernel.reserve(maxRows * width * 2),
    wide: kernel.reserve(maxRows * width * 4),
    tags: kernel.reserve(maxRows * 4),
    heads32: new Int32Array(maxRows),
    relations: new Uint8Array(maxRows),
    names: new Uint8Array(maxRows),
  }

  function analyze(sentences: readonly (readonly string[])[], options: AnalyzeOptions = {}): Analysis {
    const { encoding = true, nameScores = false } = options
    let total = 0
    const pieces: Piece[] = []
    for (const forms of sentences) {
      for (const [from, to] of cutSentence(forms, maxSentence)) pieces.push({ forms, from, to, at: total + from })
      total += forms.length
    }
    const out: Output = {
      upos: new Uint8Array(total),
      xpos: new Array(total),
      heads: new Int32Array(total),
      relations: new Array(total),
      names: new Array(total),
      nameScores: new Float32Array(nameScores ? total * heads.labels.names.length : 0),
      values: new Float32Array(encoding ? total * width : 0),
    }
    const order = pieces.slice().sort((a, b) => b.to - b.from - (a.to - a.from))
    for (let first = 0; first < order.length; ) {
      let last = first
      let rows = 0
      while (last < order.length && last - first < LOCKSTEP) {
        const length = order[last]!.to - order[last]!.from
        if (rows + length > maxRows) break
        rows += length
        last++
      }
      readBatch(batch, order.slice(first, last), out)
      first = last
    }
    joinPieces(pieces, out)
    const { values, ...columns } = out
    return { ...columns, encoding: { width, values } }
  }

  return { name: file.name, version: file.version, width, maxSentence, nameChain, analyze }
}

/** A sentence or a piece of one: words `from` to `to` of its forms; `at` is the place of word `from` among all words. */
interface Piece {
  readonly forms: readonly string[]
  readonly from: number
  readonly to: number
  readonly at: number
}

interface Output {
  readonly upos: Uint8Array
  readonly xpos: string[]
  readonly heads: Int32Array
  readonly relations: string[]
  readonly names: string[]
  readonly nameScores: Float32Array
  readonly values: Float32Array
}

interface Batch {
  readonly kernel: Kernel
  readonly stack: LstmStack
  readonly words: WordInputs
  readonly heads: Heads
  readonly arcs: ArcScorer
  readonly labels: LabelScorer
  readonly viterbi: Viterbi
  /** int32: for each word of the batch, sentence after sentence, its row in the LSTM's order. */
  readonly rows: number
  /** int16 outputs of the last layer, sentence after sentence, and the same as float32. */
  readonly states: number
  readonly wide: number
  readonly tags: number
  readonly heads32: Int32Array
  readonly relations: Uint8Array
  readonly names: Uint8Array
}

/** Reads a few pieces in lockstep and writes what it finds to `out`. */
function readBatch(batch: Batch, pieces: readonly Piece[], out: Output): void {
  const { kernel, stack, words, heads, arcs, labels } = batch
  const plan = planSequences(pieces.map((piece) => piece.to - piece.from))
  const width = stack.width
  fillProducts(words, pieces, plan)
  const states = stack.runProducts(plan)
  writeIntegers(kernel, batch.rows, plan.rowOf)
  kernel.run.gather(states, width * 2, batch.rows, batch.states, width * 2, plan.rows, width * 2)
  multiplyInteger(kernel, heads.matrix, batch.states, width * 2, heads.scores, heads.bytes, plan.rows)
  kernel.run.leaky(heads.scores + heads.activated * 4, heads.bytes, plan.rows, heads.matrix.outputs - heads.activated)
  arcs.prepare(heads.scores + heads.arcDependent * 4, heads.scores + heads.arcHead * 4, heads.bytes, plan.rows)
  pieces.forEach((piece, b) => {
    arcs.decode(plan.firsts[b]!, piece.to - piece.from, batch.heads32)
  })
  labels.prepare(heads.scores + heads.labelDependent * 4, heads.scores + heads.labelHead * 4, heads.bytes, plan.rows)
  pieces.forEach((piece, b) => {
    labels.decode(plan.firsts[b]!, piece.to - piece.from, batch.heads32, batch.relations)
  })
  pieces.forEach((piece, b) => {
    const first = plan.firsts[b]!
    batch.viterbi.decode(
      kernel.f32,
      (heads.scores + first * heads.bytes + heads.names * 4) >> 2,
      heads.bytes >> 2,
      piece.to - piece.from,
      batch.names,
      first,
    )
  })
  writeColumns(batch, pieces, plan, out)
}

function fillProducts(words: WordInputs, pieces: readonly Piece[], plan: SequencePlan): void {
  words.nextRound()
  for (let b = 0; b < pieces.length; b++) {
    const { forms, from, to } = pieces[b]!
    const first = plan.firsts[b]!
    for (let i = from; i < to; i++) words.add(forms[i]!, plan.rowOf[first + i - from]!)
  }
  words.fill(plan.rows)
}

function writeColumns(batch: Batch, pieces: readonly Piece[], plan: SequencePlan, out: Output): void {
  const { kernel, heads, tags } = batch
  const { upos, xpos, relations, names } = heads.labels
  const i32 = kernel.i32
  kernel.run.argmax(heads.scores + heads.upos * 4, heads.bytes, tags, plan.rows, upos.length)
  eachWord(pieces, plan, (row, word) => {
    out.upos[word] = upos[i32[(tags >> 2) + row]!]!
  })
  kernel.run.argmax(heads.scores + heads.xpos * 4, heads.bytes, tags, plan.rows, xpos.length)
  eachWord(pieces, plan, (row, word) => {
    out.xpos[word] = xpos[i32[(tags >> 2) + row]!]!
    out.relations[word] = relations[batch.relations[row]!]!
    out.names[word] = names[batch.names[row]!]!
    if (out.nameScores.length === 0) return
    const from = (heads.scores + row * heads.bytes + heads.names * 4) >> 2
    for (let y = 0; y < names.length; y++) out.nameScores[word * names.length + y] = kernel.f32[from + y]!
  })
  const width = batch.stack.width
  const wide = out.values.length > 0
  if (wide) kernel.run.widen(batch.states, batch.wide, plan.rows * width)
  for (let b = 0; b < pieces.length; b++) {
    const piece = pieces[b]!
    const first = plan.firsts[b]!
    const length = piece.to - piece.from
    for (let i = 0; i < length; i++) {
      const head = batch.heads32[first + i]!
      out.heads[piece.at + i] = head < 0 ? -1 : piece.at + head
    }
    if (wide) {
      const from = (batch.wide >> 2) + first * width
      out.values.set(kernel.f32.subarray(from, from + length * width), piece.at * width)
    }
  }
}

/** Calls back with the row in the batch (sentence after sentence) and the place among all words. */
function eachWord(pieces: readonly Piece[], plan: SequencePlan, each: (row: number, word: number) => void): void {
  for (let b = 0; b < pieces.length; b++) {
    const piece = pieces[b]!
    const first = plan.firsts[b]!
    for (let i = 0; i < piece.to - piece.from; i++) each(first + i, piece.at + i)
  }
}

/** Hangs the roots of the further pieces of a long sentence below the root of its first. */
function joinPieces(pieces: readonly Piece[], out: Output): void {
  let root = -1
  for (const piece of pieces) {
    if (piece.from === 0 && piece.to === piece.forms.length) continue
    for (let word = piece.at; word < piece.at + piece.to - piece.from; word++) {
      if (out.heads[word] !== -1) continue
      if (piece.from === 0) root = word
      else {
        out.heads[word] = root
        out.relations[word] = PIECE_RELATION
      }
    }
  }
}

/** The one matrix behind the last layer, and where each head's outputs begin in its rows. */
interface Heads {
  readonly matrix: IntegerMatrix
  readonly labels: Labels
  readonly scores: number
  /** Bytes of a row of scores. */
  readonly bytes: number
  readonly upos: number
  readonly xpos: number
  readonly names: number
  /** From here to the end the outputs go through the leaky ReLU. */
  readonly activated: number
  /** The dependents' outputs are followed by a constant 1, for the arcs' head bias. */
  readonly arcDependent: number
  readonly arcHead: number
  readonly labelDependent: number
  readonly labelHead: number
}

function createHeads(kernel: Kernel, file: ModelFile, width: number, maxRows: number): Heads {
  const labels = readLabels(file)
  const arc = file.count('arc', 1024)
  const label = file.count('label', 1024)
  const part = (name: string, rows: number) => ({
    weight: file.tensor(`${name}.weight`, rows, width),
    bias: file.tensor(`${name}.bias`, 1, rows),
  })
  const matrix = packIntegerMatrix(kernel, [
    part('upos', labels.upos.length),
    part('xpos', labels.xpos.length),
    part('ner', labels.names.length),
    part('arc.dependent', arc),
    {
      weight: tensorOf('one', 1, width, new Float32Array(width)),
      bias: tensorOf('one', 1, 1, new Float32Array([1])),
    },
    part('arc.head', arc),
    part('label.dependent', label),
    part('label.head', label),
  ])
  const [upos = 0, xpos = 0, names = 0, arcDependent = 0, , arcHead = 0, labelDependent = 0, labelHead = 0] =
    matrix.starts
  const bytes = matrix.outputs * 4
  const scores = kernel.reserve(maxRows * bytes)
  return {
    matrix,
    labels,
    scores,
    bytes,
    upos,
    xpos,
    names,
    activated: arcDependent,
    arcDependent,
    arcHead,
    labelDependent,
    labelHead,
  }
}

function readLabels(file: ModelFile): Labels {
  const relations = file.labels('deprel')
  const names = file.labels('ner')
  if (relations.length > 255 || names.length > 255) file.fail('it has more than 255 relations or name labels')
  const codes: readonly string[] = UPOS
  const upos = Uint8Array.from(file.labels('upos'), (label) => {
    const code = codes.indexOf(label)
    return code < 0 ? file.fail(`vocab.upos has the unknown tag "${label}"`) : code
  })
  return { upos, xpos: file.labels('xpos'), relations, names }
}

function readNameChain(file: ModelFile, labels: number): Chain {
  return {
    labels,
    transition: unpackTensor(file.tensor('ner.transition', labels, labels)),
    start: unpackTensor(file.tensor('ner.start', 1, labels)),
    end: unpackTensor(file.tensor('ner.end', 1, labels)),
  }
}
