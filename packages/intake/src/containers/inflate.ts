import { Gunzip, Inflate, Unzlib } from 'fflate'
import type { Budget } from './budget.ts'

/** Compressed bytes handed to the decompressor at once: it makes at most 1,032 times as many of them. */
const CHUNK_BYTES = 16_384

/** Bytes, or why a compressed stream has none. */
export type Inflated = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly why: string }

/** Expands one whole stream to at most `limit` bytes. Throws `intake/too-much` where the budget ends. */
export function inflateAll(
  packed: Uint8Array,
  format: 'raw' | 'zlib' | 'gzip',
  limit: number,
  budget: Budget,
): Inflated {
  const chunks: Uint8Array[] = []
  let length = 0
  const pieces = expand(packed, format, budget)
  for (let piece = pieces.next(); ; piece = pieces.next()) {
    if (piece.done) {
      if (piece.value !== null) return { why: piece.value.why }
      break
    }
    length += piece.value.length
    if (length > limit) return { why: `it expands to more than ${limit} bytes` }
    chunks.push(piece.value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  if (format === 'gzip' && isDamaged(packed, bytes)) return { why: 'its checksum is not that of its bytes' }
  return { bytes }
}

/** Of a gzip file of one member, whether the checksum at its end is another; files of many members are not checked. */
function isDamaged(packed: Uint8Array, bytes: Uint8Array): boolean {
  const end = new DataView(packed.buffer, packed.byteOffset + packed.length - 8, 8)
  return end.getUint32(4, true) === bytes.length >>> 0 && end.getUint32(0, true) !== crc32(bytes)
}

/** Why a stream ended where it should not. */
interface Broken {
  readonly why: string
  /** Where the member of a gzip file begins in which it broke. */
  readonly member: number
}

/**
 * Expands a stream piece by piece; gzip may have many members. Returns what is wrong with it in the end, null where
 * nothing is. Throws `intake/too-much` where the budget ends.
 */
export function* expand(
  packed: Uint8Array,
  format: 'raw' | 'zlib' | 'gzip',
  budget: Budget,
): Generator<Uint8Array, Broken | null> {
  let ready: Uint8Array[] = []
  let ended = false
  let member = 0
  const take = (chunk: Uint8Array, last: boolean): void => {
    if (chunk.length > 0) ready.push(chunk)
    ended = last
  }
  const stream = format === 'raw' ? new Inflate(take) : format === 'zlib' ? new Unzlib(take) : new Gunzip(take)
  if (stream instanceof Gunzip) {
    stream.onmember = (at) => {
      member = at
    }
  }
  for (let at = 0; at === 0 || at < packed.length; at += CHUNK_BYTES) {
    const why = push(stream, packed.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= packed.length)
    for (const chunk of ready) budget.expand(chunk.length)
    yield* ready
    ready = []
    if (why !== null) return { why, member }
  }
  return ended ? null : { why: 'it ends too early', member }
}

/** Where the next member of a gzip file may begin at or behind `from`; the length of the file where none does. */
export function nextMember(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 0x08 && (bytes[at + 3] ?? 0xff) < 0x20) return at
  }
  return bytes.length
}

/** The decompressor throws; what it says becomes a value here. */
function push(stream: Inflate | Gunzip | Unzlib, chunk: Uint8Array, last: boolean): string | null {
  try {
    stream.push(chunk, last)
    return null
  } catch (error) {
    return `its compressed data are broken (${error instanceof Error ? error.message : String(error)})`
  }
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

/** CRC-32 as ZIP and gzip use it (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = CRC_TABLE[(value ^ byte) & 0xff]! ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
