import { intakeError } from './errors.ts'
import { SNIFF_BYTES } from './limits.ts'

export type InputKind = 'text' | 'html' | 'pdf'

/** What the caller knows: a file's name or address, and the media type that came with it. */
export interface SniffHints {
  readonly name: string
  /** With parameters, for instance "text/html; charset=windows-1251". */
  readonly mediaType: string | null
}

/** First bytes of well-known formats, and how to name them to a person. */
const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or a Word document (.docx)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office document (.doc)'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a 7z archive'],
  [[0xfd, 0x37, 0x7a, 0x58], 'an xz archive'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], 'an SQLite database'],
  [[0x49, 0x44, 0x33], 'an MP3 recording'],
]

/**
 * Tells what kind of input the bytes are: by their signature, the media type, their beginning, then the name's ending.
 * Throws `intake/binary`, `intake/feed` or `intake/unknown-media-type` for what is not read.
 */
export function sniffKind(bytes: Uint8Array, hints: SniffHints): InputKind {
  const { name } = hints
  const head = asciiOf(bytes.subarray(0, SNIFF_BYTES))
  // The standard allows some bytes before the header; readers look in the first 1,024.
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  for (const [signature, found] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) throw binary(name, found, bytes[0] ?? 0, 0)
  }
  if (head.startsWith('{\\rtf')) throw binary(name, 'a rich text file (.rtf)', 0x7b, 0)
  const media = (hints.mediaType ?? '').split(';')[0]!.trim().toLowerCase()
  const start = head.replace(/^(?:\xef\xbb\xbf)?\s*/, '')
  const feed = feedFormat(start)
  if (feed !== null) throw intakeError('intake/feed', { name, format: feed })
  if (!isWide(bytes)) checkBinary(bytes, name)
  if (media === 'text/html' || media === 'application/xhtml+xml') return 'html'
  if (media === 'application/pdf') throw intakeError('intake/pdf-broken', { name, why: 'it does not start with %PDF-' })
  if (looksLikeHtml(start)) return 'html'
  if (media !== '' && !media.startsWith('text/') && media !== 'application/octet-stream') {
    throw intakeError('intake/unknown-media-type', { name, mediaType: media })
  }
  if (media === 'text/plain') return 'text'
  const ending = /\.([a-z0-9]+)(?:[?#].*)?$/i.exec(name)?.[1]?.toLowerCase()
  if (ending === 'pdf') throw intakeError('intake/pdf-broken', { name, why: 'it does not start with %PDF-' })
  return ending === 'html' || ending === 'htm' || ending === 'xhtml' ? 'html' : 'text'
}

/** The charset parameter of a media type; null where it has none. */
export function charsetOf(mediaType: string | null): string | null {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(mediaType ?? '')?.[1] ?? null
}

function binary(name: string, found: string, byte: number, offset: number): Error {
  return intakeError('intake/binary', {
    name,
    found,
    byte: `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    offset,
  })
}

function asciiOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** True for markup that begins as a web page does. */
export function looksLikeHtml(start: string): boolean {
  // Comments and an XML declaration may stand before the first element.
  const rest = start.replace(/^(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*/i, '')
  return /^<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1|meta|title|table|script|style|span|header|link)[\s/>]/i.test(
    rest,
  )
}

/** The format of a feed by the beginning of its text; null for anything else. */
export function feedFormat(start: string): string | null {
  const rest = start.replace(
    /^(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<\?xml-stylesheet[^>]*>\s*|<!DOCTYPE\s+rss[^>]*>\s*)*/i,
    '',
  )
  if (/^<rss[\s>]/i.test(rest)) return 'RSS'
  if (/^<feed[\s>]/i.test(rest)) return 'Atom'
  // RDF holds much else; RSS 0.9 and 1.0 name their vocabulary in the root element.
  if (/^<rdf:RDF\s[^>]*(?:purl\.org\/rss|netscape\.com\/rdf)/i.test(rest)) return 'RSS 1.0'
  if (/^<opml[\s>]/i.test(rest)) return 'OPML, a list of feeds'
  return /^\{[^{}]*"version"\s*:\s*"https?:\/\/jsonfeed\.org/i.test(rest) ? 'JSON Feed' : null
}

/** UTF-16 with or without a mark holds zero bytes and is text. */
function isWide(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true
  const length = Math.min(bytes.length & ~1, 512)
  let [even, odd] = [0, 0]
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const most = 0.4 * length
  return length >= 4 && ((even > most && odd === 0) || (odd > most && even === 0))
}

/** Share of control characters in the first bytes above which they are no text: none of our texts has one. */
const MOST_CONTROLS = 0.02

function checkBinary(bytes: Uint8Array, name: string): void {
  const length = Math.min(bytes.length, SNIFF_BYTES)
  let controls = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!
    if (byte === 0) throw binary(name, 'binary data', byte, i)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b) {
      controls++
      if (controls > 4 && controls > MOST_CONTROLS * length) throw binary(name, 'binary data', byte, i)
    }
  }
}
