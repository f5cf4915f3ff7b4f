import { BackchannelError } from '../../errors.ts'
import type { Sketch } from './sketch.ts'

/** First byte of a packed sketch. Raise it when the words, stems or hashes of a sketch change: old ones cannot be compared. */
export const SKETCH_VERSION = 1

const HEADER = 1 + 8 + 4 * 6

/**
 * A sketch as bytes for a store: version, digest, six counts, then terms of four bytes and starts of two. Some 5 bytes a
 * content word: about 1 kB for an article of 300 words.
 */
export function packSketch(sketch: Sketch): Uint8Array {
  const { terms, sentences, quoted, quotations, places } = sketch
  const size = HEADER + 4 * (terms.length + quoted.length) + 2 * (sentences.length + 2 * quotations.length)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, SKETCH_VERSION)
  view.setUint32(1, Number.parseInt(sketch.digest.slice(0, 8), 16))
  view.setUint32(5, Number.parseInt(sketch.digest.slice(8), 16))
  const counts = [sketch.words, terms.length, sentences.length, quoted.length, quotations.length, places.length]
  counts.forEach((count, i) => {
    view.setUint32(9 + 4 * i, count)
  })
  let at = HEADER
  for (const row of [terms, quoted]) for (const term of row) at = put32(view, at, term)
  for (const row of [sentences, quotations, places]) for (const start of row) at = put16(view, at, start)
  return bytes
}

// What is unpacked of bytes, and all that is derived from it, lives as long as they do: they are never changed.
const unpacked = new WeakMap<Uint8Array, Sketch>()

/** The sketch that `packSketch` packed. Throws `merge/bad-sketch` for bytes of another version or another length. */
export function unpackSketch(bytes: Uint8Array): Sketch {
  const known = unpacked.get(bytes)
  if (known) return known
  const sketch = readSketch(bytes)
  unpacked.set(bytes, sketch)
  return sketch
}

function readSketch(bytes: Uint8Array): Sketch {
  const version = bytes[0] ?? 0
  if (version !== SKETCH_VERSION || bytes.length < HEADER)
    throw new BackchannelError('merge/bad-sketch', { version, bytes: bytes.length, expected: SKETCH_VERSION })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [words = 0, terms = 0, sentences = 0, quoted = 0, quotations = 0, places = 0] = [0, 1, 2, 3, 4, 5].map((i) =>
    view.getUint32(9 + 4 * i),
  )
  if (HEADER + 4 * (terms + quoted) + 2 * (sentences + quotations + places) !== bytes.length)
    throw new BackchannelError('merge/bad-sketch', { version, bytes: bytes.length, expected: SKETCH_VERSION })
  let at = HEADER
  const read32 = (count: number): Uint32Array => {
    const row = new Uint32Array(count)
    for (let i = 0; i < count; i++, at += 4) row[i] = view.getUint32(at)
    return row
  }
  const read16 = (count: number): Uint32Array => {
    const row = new Uint32Array(count)
    for (let i = 0; i < count; i++, at += 2) row[i] = view.getUint16(at)
    return row
  }
  const digest = [1, 5].map((from) => view.getUint32(from).toString(16).padStart(8, '0')).join('')
  const termRow = read32(terms)
  const quotedRow = read32(quoted)
  return {
    words,
    digest,
    terms: termRow,
    quoted: quotedRow,
    sentences: read16(sentences),
    quotations: read16(quotations),
    places: read16(places),
  }
}

function put32(view: DataView, at: number, value: number): number {
  view.setUint32(at, value)
  return at + 4
}

function put16(view: DataView, at: number, value: number): number {
  view.setUint16(at, value)
  return at + 2
}
