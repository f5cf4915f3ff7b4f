import { createRandom } from './random.ts'

/** A tensor to be written: values row-major, or lines of text. */
export interface Written {
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly type: 'f32' | 'i8' | 'i4'
  readonly values: Float64Array
}

/** The values as a reader sees them, after rounding to the stored type. */
export interface WrittenModel {
  readonly bytes: Uint8Array
  readonly tensors: ReadonlyMap<string, Written>
}

/** Writes the format BCM1 of docs/reference/model-format.md. `texts` are vocabularies. */
export function writeModel(
  header: Readonly<Record<string, unknown>>,
  tensors: readonly Written[],
  texts: Readonly<Record<string, readonly string[]>> = {},
): WrittenModel {
  const data: number[] = []
  const entries: unknown[] = []
  const put = (bytes: Iterable<number>): number => {
    while (data.length % 16 !== 0) data.push(0)
    const at = data.length
    for (const byte of bytes) data.push(byte)
    return at
  }
  for (const [name, lines] of Object.entries(texts)) {
    const bytes = new TextEncoder().encode(lines.join('\n'))
    entries.push({ name, shape: [lines.length, 0], type: 'text', offset: put(bytes), bytes: bytes.length })
  }
  const seen = new Map<string, Written>()
  for (const tensor of tensors) {
    const { name, rows, columns, type } = tensor
    const stored = store(tensor)
    entries.push({
      name,
      shape: [rows, columns],
      type,
      offset: put(stored.bytes),
      ...(stored.scales === null ? {} : { scale: put(stored.scales) }),
    })
    seen.set(name, { ...tensor, values: stored.values })
  }
  let text = JSON.stringify({ name: 'test', version: '1', ...header, tensors: entries })
  const size = new TextEncoder().encode(text).length
  text += ' '.repeat((16 - ((8 + size) % 16)) % 16)
  const head = new TextEncoder().encode(text)
  const bytes = new Uint8Array(8 + head.length + data.length)
  bytes.set([66, 67, 77, 49])
  new DataView(bytes.buffer).setUint32(4, head.length, true)
  bytes.set(head, 8)
  bytes.set(data, 8 + head.length)
  return { bytes, tensors: seen }
}

function store(tensor: Written): { bytes: Uint8Array; scales: Uint8Array | null; values: Float64Array } {
  const { rows, columns, type, values } = tensor
  if (type === 'f32') {
    const floats = Float32Array.from(values)
    return { bytes: new Uint8Array(floats.buffer), scales: null, values: Float64Array.from(floats) }
  }
  const scales = new Float32Array(rows)
  const width = type === 'i8' ? columns : Math.ceil(columns / 2)
  const bytes = new Uint8Array(rows * width)
  const seen = new Float64Array(rows * columns)
  const limit = type === 'i8' ? 127 : 7
  for (let row = 0; row < rows; row++) {
    let peak = 1e-12
    for (let i = 0; i < columns; i++) peak = Math.max(peak, Math.abs(values[row * columns + i]!))
    scales[row] = peak / limit
    for (let i = 0; i < columns; i++) {
      const q = Math.max(-limit, Math.min(limit, Math.round(values[row * columns + i]! / scales[row]!)))
      seen[row * columns + i] = Math.fround(q * scales[row]!)
      if (type === 'i8') bytes[row * width + i] = q
      else bytes[row * width + (i >> 1)]! |= (q + 8) << (i % 2 === 0 ? 0 : 4)
    }
  }
  return { bytes, scales: new Uint8Array(scales.buffer), values: seen }
}

/** Sizes of a tiny net. */
export interface TinyConfig {
  readonly layers: number
  readonly hidden: number
  readonly arc: number
  readonly label: number
  readonly rank: number
  readonly maxSentence: number
}

export const TINY: TinyConfig = { layers: 2, hidden: 16, arc: 12, label: 10, rank: 6, maxSentence: 24 }

const VOCAB = {
  upos: ['NOUN', 'VERB', 'PUNCT', 'X', 'ADJ'],
  xpos: ['NN', 'VB', '.', 'JJ', 'RB', 'IN'],
  ner: ['O', 'B-PER', 'I-PER', 'B-LOC', 'I-LOC'],
  deprel: ['nsubj', 'root', 'obj', 'punct', 'nmod:poss', 'parataxis'],
}
const WORDS = ['<unknown>', '<padding>', 'envoy', 'talks', '.', ',', 'met', 'the']
const VECTOR_WORDS = ['the', '.', 'river', 'envoy', 'élan']
const WIDTHS = { word: 24, affix: 8, projection: 16, vector: 10 }

/** A core net with random weights. Its int8 and float32 tensors are spread so that both are read. */
export function writeTinyCore(config: TinyConfig = TINY, seed = 1): WrittenModel {
  const random = createRandom(seed)
  const { layers, hidden, arc, label, rank } = config
  const tensors: Written[] = []
  const add = (name: string, rows: number, columns: number, size: number, type?: Written['type']): void => {
    const values = Float64Array.from({ length: rows * columns }, () => random.sign() * size)
    tensors.push({ name, rows, columns, type: type ?? (rows * columns > 256 ? 'i8' : 'f32'), values })
  }
  const width = 2 * hidden
  add('word.embedding', WORDS.length, WIDTHS.word, 1)
  add('affix.embedding', 6 * 4096, WIDTHS.affix, 1)
  add('glove.table', VECTOR_WORDS.length, WIDTHS.vector, 1, 'i4')
  add('glove.projection', WIDTHS.projection, WIDTHS.vector, 0.6)
  let inputs = WIDTHS.word + 6 * WIDTHS.affix + WIDTHS.projection
  for (let layer = 0; layer < layers; layer++) {
    for (const way of ['fwd', 'bwd']) {
      add(`lstm.${layer}.${way}.input`, 4 * hidden, inputs, 0.4)
      add(`lstm.${layer}.${way}.recurrent`, 4 * hidden, hidden, 0.5)
      add(`lstm.${layer}.${way}.bias`, 1, 4 * hidden, 0.5)
    }
    inputs = width
  }
  const linear = (name: string, rows: number): void => {
    add(`${name}.weight`, rows, width, 1)
    add(`${name}.bias`, 1, rows, 0.5)
  }
  linear('upos', VOCAB.upos.length)
  linear('xpos', VOCAB.xpos.length)
  linear('ner', VOCAB.ner.length)
  add('ner.transition', VOCAB.ner.length, VOCAB.ner.length, 1)
  add('ner.start', 1, VOCAB.ner.length, 1)
  add('ner.end', 1, VOCAB.ner.length, 1)
  linear('arc.dependent', arc)
  linear('arc.head', arc)
  add('arc.bilinear', arc, arc, 0.5)
  add('arc.headbias', 1, arc, 0.5)
  add('arc.distance', 2, 16, 1)
  add('arc.root', 1, arc, 1)
  linear('label.dependent', label)
  linear('label.head', label)
  add('label.root', 1, label, 1)
  add('label.u', rank, label, 0.5)
  add('label.v', rank, label, 0.5)
  add('label.out', VOCAB.deprel.length, rank, 1)
  add('label.dependent.out', VOCAB.deprel.length, label, 0.5)
  add('label.head.out', VOCAB.deprel.length, label, 0.5)
  add('label.bias', 1, VOCAB.deprel.length, 0.5)
  const header = { config: { kind: 'core', ...WIDTHS, ...config }, vocab: VOCAB }
  return writeModel(header, tensors, { 'word.vocabulary': WORDS, 'glove.vocabulary': VECTOR_WORDS })
}

export const TINY_VOCAB = VOCAB
export const TINY_WORDS = WORDS
export const TINY_VECTOR_WORDS = VECTOR_WORDS
