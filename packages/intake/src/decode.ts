import type { Diagnostic } from '@backchannel/core'
import { intakeError } from './errors.ts'

/** Text from bytes, and how it was got. */
export interface Decoded {
  readonly text: string
  /** Name of the encoding as in the Encoding Standard, for instance "UTF-8". */
  readonly encoding: string
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Decodes plain text: byte order mark, declared charset, strict UTF-8, else windows-1252 as a guess with a diagnostic.
 * A byte order mark is removed; nothing else is changed, because offsets count into the result. Throws
 * `intake/unknown-charset`.
 */
export function decodeText(bytes: Uint8Array, name: string, charset: string | null): Decoded {
  const marked = decodeMarked(bytes)
  if (marked) return marked
  if (charset !== null) {
    if (!isKnownCharset(charset)) throw intakeError('intake/unknown-charset', { name, charset })
    return decodeDeclared(bytes, charset, firstBadByte(bytes))
  }
  const wide = guessWide(bytes)
  if (wide !== null) {
    const message = `the text has no byte order mark and every second byte is zero: read as ${wide}`
    return { text: new TextDecoder(wide).decode(bytes), encoding: wide, diagnostics: [guess('note', message)] }
  }
  const bad = firstBadByte(bytes)
  if (bad < 0) return { text: new TextDecoder().decode(bytes), encoding: 'UTF-8', diagnostics: [] }
  return decodeGuessed(bytes, bad)
}

/** Decodes as declared, unless the bytes refute it: what is no UTF-8 is guessed, what can only be UTF-8 is read so. */
export function decodeDeclared(bytes: Uint8Array, charset: string, bad: number): Decoded {
  const utf8 = /^utf-?8$/i.test(charset)
  if (utf8 && bad >= 0) return decodeGuessed(bytes, bad)
  if (!utf8 && bad < 0 && isSingleByte(charset) && hasMultiByte(bytes)) {
    const message = `declared ${charset}, but every byte is valid UTF-8: read as UTF-8`
    return { text: new TextDecoder().decode(bytes), encoding: 'UTF-8', diagnostics: [guess('note', message)] }
  }
  return { text: decodeAs(charset, bytes), encoding: utf8 ? 'UTF-8' : charset, diagnostics: [] }
}

/** Decodes as windows-1252, or a Cyrillic charset where whole words are not ASCII, with a diagnostic that names the first byte that is not UTF-8. */
export function decodeGuessed(bytes: Uint8Array, bad: number): Decoded {
  const byte = (bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  const encoding = guessSingleByte(bytes)
  const message = `not UTF-8: byte 0x${byte} at offset ${bad}; read as ${encoding}, so some letters may be wrong`
  return { text: decodeAs(encoding, bytes), encoding, diagnostics: [guess('warning', message)] }
}

/** Share of letters beyond ASCII that stand in words of such letters; in Western languages they stand alone. */
const CYRILLIC_SHARE = 0.7

/** Cyrillic words are runs of the bytes 0xC0 to 0xFF; small letters are the upper half in one charset and the lower half in the other. */
function guessSingleByte(bytes: Uint8Array): 'windows-1252' | 'windows-1251' | 'koi8-r' {
  let [letters, inRuns, upper, run] = [0, 0, 0, 0]
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte >= 0xc0) {
      run++
      letters++
      if (byte >= 0xe0) upper++
      continue
    }
    if (run >= 3) inRuns += run
    run = 0
  }
  if (letters === 0 || inRuns < CYRILLIC_SHARE * letters) return 'windows-1252'
  return upper >= letters / 2 ? 'windows-1251' : 'koi8-r'
}

// Code points of bytes 0x80 to 0x9F in windows-1252 (Encoding Standard, index-windows-1252); the five that it leaves
// open stay as they are.
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** Decodes with a label of the Encoding Standard. Node 20 decodes windows-1252 as Latin-1; that is mended here. */
function decodeAs(charset: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(charset)
  const text = decoder.decode(bytes)
  if (decoder.encoding !== 'windows-1252') return text
  return text.replace(/[\u0080-\u009F]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80] ?? sign)
}

function guess(severity: 'note' | 'warning', message: string): Diagnostic {
  return { code: 'intake/charset-guessed', severity, message, span: null, stage: 'intake' }
}

/** The text behind a byte order mark; null where there is none. The decoder drops the mark. */
export function decodeMarked(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = [bytes[0], bytes[1], bytes[2]]
  const encoding =
    a === 0xef && b === 0xbb && c === 0xbf
      ? 'UTF-8'
      : a === 0xff && b === 0xfe
        ? 'UTF-16LE'
        : a === 0xfe && b === 0xff
          ? 'UTF-16BE'
          : null
  if (encoding === null) return null
  if (encoding !== 'UTF-8') return { text: new TextDecoder(encoding).decode(bytes), encoding, diagnostics: [] }
  const bad = firstBadByte(bytes)
  if (bad < 0) return { text: new TextDecoder().decode(bytes), encoding, diagnostics: [] }
  return decodeGuessed(bytes.subarray(3), bad - 3)
}

function isKnownCharset(charset: string): boolean {
  // The standard's own way to ask whether a label is known is to try it.
  try {
    return new TextDecoder(charset) !== null
  } catch {
    return false
  }
}

function isSingleByte(charset: string): boolean {
  return /^(?:windows-|iso-?8859|latin|koi8|macintosh|x-mac|us-ascii|ascii|ibm866)/i.test(charset)
}

function hasMultiByte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80)
}

/** UTF-16 without a mark: of the first 512 bytes, nearly every second one is zero. Null for anything else. */
function guessWide(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  const length = Math.min(bytes.length, 512)
  let [even, odd] = [0, 0]
  for (let i = 0; i < length; i++) {
    if (bytes[i] === 0) {
      if (i % 2 === 0) even++
      else odd++
    }
  }
  const half = length / 2
  if (odd > 0.8 * half && even < 0.05 * half) return 'UTF-16LE'
  return even > 0.8 * half && odd < 0.05 * half ? 'UTF-16BE' : null
}

/**
 * Offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7); -1 where all are.
 */
export function firstBadByte(bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) {
    const byte = bytes[at]!
    if (byte < 0x80) {
      at++
      continue
    }
    const size =
      byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0
    if (size === 0) return at
    const second = bytes[at + 1] ?? 0
    const low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80
    const high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf
    if (second < low || second > high) return at
    for (let more = 2; more < size; more++) {
      const next = bytes[at + more] ?? 0
      if (next < 0x80 || next > 0xbf) return at
    }
    at += size
  }
  return -1
}
