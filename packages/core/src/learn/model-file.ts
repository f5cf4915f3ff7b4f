import { BackchannelError } from '../errors.ts'

/** How a tensor's values are stored; see docs/reference/model-format.md. */
type TensorType = 'f32' | 'i8' | 'i4' | 'text'
const TENSOR_TYPES: readonly string[] = ['f32', 'i8', 'i4', 'text']

/** One tensor of a model file: a view on the file's bytes, nothing is unpacked yet. */
export interface Tensor {
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly type: TensorType
  /** The stored values, without the scales. */
  readonly bytes: Uint8Array
  /** One scale a row for `i8` and `i4`; empty for the others. */
  readonly scales: Float32Array
}

/** A model file that was read and checked. Tensors are views on its bytes: keep the bytes unchanged. */
export interface ModelFile {
  readonly name: string
  readonly version: string
  readonly config: Readonly<Record<string, unknown>>
  /** A positive whole number of the config. Throws `assets/bad-model` where it is none or above `limit`. */
  count(key: string, limit?: number): number
  /** A list of labels of the vocab. Throws `assets/bad-model` where there is none of the name. */
  labels(key: string): readonly string[]
  has(name: string): boolean
  /** The tensor of the name; throws `assets/bad-model` where it is missing or not of the shape asked for. */
  tensor(name: string, rows?: number, columns?: number): Tensor
  /** A `text` tensor: its lines, parted by line feeds. */
  text(name: string): string
  /** Throws `assets/bad-model` with `why`, for checks of the caller's own. */
  fail(why: string): never
}

const MAGIC = 'BCM1'
/** No count in a config may be larger: a broken file must not make us reserve gigabytes. */
const LARGEST_COUNT = 1_000_000

/**
 * Reads a model file (format BCM1, docs/reference/model-format.md). `name` is used in messages. Checks the magic, the
 * header and that every tensor lies inside the file; throws `assets/bad-model` naming what is wrong.
 */
export function readModelFile(name: string, bytes: Uint8Array): ModelFile {
  const fail = (why: string): never => {
    throw new BackchannelError('assets/bad-model', { name, why })
  }
  const magic = String.fromCharCode(...bytes.subarray(0, 4))
  if (magic !== MAGIC) fail(`it starts with ${JSON.stringify(magic)}, not with "${MAGIC}"`)
  if (bytes.length < 8) fail(`it ends after ${bytes.length} bytes`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const base = 8 + view.getUint32(4, true)
  if (base > bytes.length || base % 16 !== 0) fail(`the header is said to end at byte ${base} of ${bytes.length}`)
  const header = parseHeader(decodeText(bytes.subarray(8, base)), fail)
  const tensors = new Map<string, Tensor>()
  for (const raw of header.tensors) {
    const tensor = readTensor(raw, bytes, base, fail)
    tensors.set(tensor.name, tensor)
  }

  function tensor(wanted: string, rows?: number, columns?: number): Tensor {
    const found = tensors.get(wanted) ?? fail(`there is no tensor "${wanted}"`)
    if ((rows !== undefined && found.rows !== rows) || (columns !== undefined && found.columns !== columns))
      fail(
        `tensor "${wanted}" is ${found.rows} x ${found.columns}, it should be ${rows ?? 'any'} x ${columns ?? 'any'}`,
      )
    return found
  }

  return {
    name: header.name,
    version: header.version,
    config: header.config,
    fail,
    tensor,
    has: (wanted) => tensors.has(wanted),
    count(key, limit = LARGEST_COUNT) {
      const value = header.config[key]
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > limit)
        return fail(`config.${key} is ${JSON.stringify(value)}, it should be a whole number from 1 to ${limit}`)
      return value
    },
    labels(key) {
      const value = header.vocab[key]
      if (!Array.isArray(value) || value.length === 0 || !value.every((label) => typeof label === 'string'))
        return fail(`vocab.${key} is no list of labels`)
      return value
    },
    text(wanted) {
      const found = tensor(wanted)
      if (found.type !== 'text') fail(`tensor "${wanted}" is ${found.type}, not text`)
      return decodeText(found.bytes)
    },
  }
}

interface Header {
  readonly name: string
  readonly version: string
  readonly config: Readonly<Record<string, unknown>>
  readonly vocab: Readonly<Record<string, unknown>>
  readonly tensors: readonly Readonly<Record<string, unknown>>[]
}

function parseHeader(text: string, fail: (why: string) => never): Header {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    fail('the header is no JSON')
  }
  if (!isRecord(value)) return fail('the header is no object')
  const { config, vocab, tensors } = value
  if (!isRecord(config)) return fail('the header has no "config"')
  if (!Array.isArray(tensors) || !tensors.every(isRecord)) return fail('the header has no list "tensors"')
  return {
    name: String(value['name'] ?? ''),
    version: String(value['version'] ?? ''),
    config,
    vocab: isRecord(vocab) ? vocab : {},
    tensors,
  }
}

function readTensor(
  raw: Readonly<Record<string, unknown>>,
  bytes: Uint8Array,
  base: number,
  fail: (why: string) => never,
): Tensor {
  const { name, shape, type, offset, scale } = raw
  if (typeof name !== 'string') return fail('a tensor has no name')
  if (!Array.isArray(shape) || shape.length !== 2 || !shape.every(isCount))
    return fail(`tensor "${name}" has the shape ${JSON.stringify(shape)}`)
  const [rows, columns] = shape as [number, number] // proved by the line above
  if (typeof type !== 'string' || !TENSOR_TYPES.includes(type))
    return fail(`tensor "${name}" has the type ${String(type)}`)
  const kind = type as TensorType // proved by the line above
  if (!isCount(offset)) return fail(`tensor "${name}" has the offset ${String(offset)}`)
  const slice = (from: number, length: number): Uint8Array => {
    if (base + from + length > bytes.length)
      fail(`tensor "${name}" ends at byte ${base + from + length}, the file has ${bytes.length}`)
    return bytes.subarray(base + from, base + from + length)
  }
  if (kind === 'text') {
    // A text says how long it is by `bytes`, or goes on to the next tensor: its lines are counted instead.
    const length = raw['bytes']
    const stored = isCount(length) ? slice(offset, length) : untilLine(slice(offset, 0), bytes, base + offset, rows)
    return { name, rows, columns, type: kind, bytes: stored, scales: new Float32Array(0) }
  }
  const width = kind === 'f32' ? columns * 4 : kind === 'i8' ? columns : Math.ceil(columns / 2)
  const stored = slice(offset, rows * width)
  if (kind === 'f32') return { name, rows, columns, type: kind, bytes: stored, scales: new Float32Array(0) }
  if (!isCount(scale)) return fail(`tensor "${name}" has no scales`)
  return { name, rows, columns, type: kind, bytes: stored, scales: floatsOf(slice(scale, rows * 4)) }
}

/** The bytes of the next `lines` lines from `from`; the last needs no line end but the end of the padding. */
function untilLine(empty: Uint8Array, bytes: Uint8Array, from: number, lines: number): Uint8Array {
  if (lines === 0) return empty
  let at = from
  for (let line = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 0) break
    if (byte === 10 && ++line === lines) break
  }
  return bytes.subarray(from, at)
}

/** A copy of little-endian float32 values, whatever the alignment of the bytes and the machine's own order. */
export function floatsOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const values = new Float32Array(bytes.byteLength >> 2)
  for (let i = 0; i < values.length; i++) values[i] = view.getFloat32(i * 4, true)
  return values
}

/** Writes the values of row `row` of a tensor (not a text) to `out` from `at` on. */
export function unpackRow(tensor: Tensor, row: number, out: Float32Array, at = 0): void {
  const { columns, bytes } = tensor
  const scale = tensor.scales[row] ?? 1
  if (tensor.type === 'i8') {
    const start = row * columns
    for (let i = 0; i < columns; i++) out[at + i] = scale * ((bytes[start + i]! << 24) >> 24)
  } else if (tensor.type === 'i4') {
    const start = row * Math.ceil(columns / 2)
    for (let i = 0; i < columns; i++) {
      const byte = bytes[start + (i >> 1)]!
      out[at + i] = scale * (((i & 1) === 0 ? byte & 15 : byte >> 4) - 8)
    }
  } else {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let i = 0; i < columns; i++) out[at + i] = view.getFloat32((row * columns + i) * 4, true)
  }
}

/** All values of a tensor, row-major. Meant for small ones: it copies. */
export function unpackTensor(tensor: Tensor): Float32Array {
  const out = new Float32Array(tensor.rows * tensor.columns)
  for (let row = 0; row < tensor.rows; row++) unpackRow(tensor, row, out, row * tensor.columns)
  return out
}

function decodeText(bytes: Uint8Array): string {
  // A decoder refuses shared memory in browsers: give it a copy.
  return new TextDecoder('utf-8').decode(bytes.slice())
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
