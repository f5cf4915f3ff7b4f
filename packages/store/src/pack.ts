import { brotliCompressSync, brotliDecompressSync, constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import { PACK_DICTIONARY_1 } from './pack-dictionary.ts'

/**
 * How a packed value is kept, in its first byte: 0 as it is, 1 in Brotli (RFC 7932; its built-in dictionary of English
 * suits articles), 2 in raw DEFLATE (RFC 1951) that begins from `PACK_DICTIONARY_1`. Other numbers are free for later
 * ways, which then need no new file format.
 */
const PLAIN = 0
const BROTLI = 1
const DEFLATE_1 = 2

const DICTIONARY_1 = Buffer.from(PACK_DICTIONARY_1)

/** Effort of Brotli, 0 to 11. At 5 it takes two and a half times as long and saves a tenth. */
const BROTLI_QUALITY = 3

/** Longer values are left to Brotli: findings of whole articles took 5 % less with it, reports 40 % more. */
const DICTIONARY_BYTES_MAX = 8 * 1024

/** Effort of DEFLATE, 1 to 9. At 9 it takes half as long again and saves nothing on what is so short. */
const DEFLATE_LEVEL = 6
/**
 * A window and tables that fit what is so short (2^13 bytes, the longest value that is packed so), and a buffer that holds the
 * answer: to set up the usual ones takes longer than to compress, and the bytes are the same.
 */
const DEFLATE_SET_UP = { level: DEFLATE_LEVEL, windowBits: 13, memLevel: 6, chunkSize: 4096 }

/** The smallest window that reaches from the end of the longest value to the start of the dictionary (2^14 bytes). */
const INFLATE_SET_UP = { dictionary: DICTIONARY_1, chunkSize: DICTIONARY_BYTES_MAX, windowBits: 14 }

/** Shorter values do not pay. */
const PACK_MIN_BYTES = 48

/** Bytes compressed where that makes them smaller. */
export function packBytes(bytes: Uint8Array): Buffer {
  if (bytes.byteLength >= PACK_MIN_BYTES) {
    const packed = brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    })
    if (packed.byteLength < bytes.byteLength) return Buffer.concat([Buffer.of(BROTLI), packed])
  }
  return Buffer.concat([Buffer.of(PLAIN), bytes])
}

/** What `packBytes` was given. Throws a RangeError where the value is not of its making. */
export function unpackBytes(packed: Uint8Array): Buffer {
  const body = packed.subarray(1)
  if (packed[0] === PLAIN) return Buffer.from(body)
  if (packed[0] === BROTLI) return brotliDecompressSync(body)
  if (packed[0] === DEFLATE_1) return inflateRawSync(body, INFLATE_SET_UP)
  throw new RangeError(`packed in way ${packed[0] ?? 'nothing'}, which is not known`)
}

export function unpackText(packed: Uint8Array): string {
  return unpackBytes(packed).toString('utf8')
}

/** A string as packed JSON, in which a lone surrogate survives: JSON escapes it. */
export function packText(text: string): Buffer {
  return packBytes(Buffer.from(JSON.stringify(text)))
}

/** A plain object as packed JSON: short ones from the dictionary, which halves them; in long ones Brotli finds as much itself. */
export function packJson(value: unknown): Buffer {
  const bytes = Buffer.from(JSON.stringify(value))
  if (bytes.byteLength < PACK_MIN_BYTES || bytes.byteLength > DICTIONARY_BYTES_MAX) return packBytes(bytes)
  return Buffer.concat([Buffer.of(DEFLATE_1), deflateRawSync(bytes, { ...DEFLATE_SET_UP, dictionary: DICTIONARY_1 })])
}

/** A plain object as JSON that is not compressed: for what is short and read or written all the time. */
export function packPlain(value: unknown): Buffer {
  return Buffer.concat([Buffer.of(PLAIN), Buffer.from(JSON.stringify(value))])
}

/** What `packJson`, `packPlain` or `packText` was given; the caller says what that was, since a store reads only what it wrote itself. */
export function unpackJson<Value>(packed: Uint8Array): Value {
  // The store's own serialisation, behind the version check of the file (decision 3).
  return JSON.parse(unpackText(packed)) as Value
}
