import { intakeError } from '../errors.ts'
import { SNIFF_BYTES } from '../limits.ts'
import { feedFormat, looksLikeHtml } from '../sniff.ts'
import { rootOf, withoutDoctype } from './xml.ts'

export type ContainerKind = 'document' | 'feed' | 'batch' | 'zip' | 'gzip' | 'warc' | 'news-json' | 'news-xml'

/**
 * Tells what an input is by its first bytes, then by its ending and media type. `document` is everything that
 * `readDocument` reads or refuses. Throws `intake/feed-list` and `intake/unknown-xml`.
 */
export function containerKind(
  bytes: Uint8Array,
  hints: { readonly name: string; readonly mediaType: string | null },
): ContainerKind {
  const { name } = hints
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && !hasOfficeStart(bytes))
    return 'zip'
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip'
  const start = startOf(bytes)
  if (/^WARC\/\d/.test(start)) return 'warc'
  const ending = /\.([a-z0-9]+)$/i.exec(name.replace(/[?#].*$/, ''))?.[1]?.toLowerCase() ?? ''
  const media = (hints.mediaType ?? '').split(';')[0]!.trim().toLowerCase()
  if (/^(?:jsonl|ndjson)$/.test(ending) || /^application\/(?:x-)?(?:jsonl|ndjson|jsonlines)$/.test(media))
    return 'batch'
  const feed = feedFormat(start)
  if (feed === 'OPML, a list of feeds') throw intakeError('intake/feed-list', { name })
  if (feed !== null) return 'feed'
  if (/^[[{]/.test(start) && (ending === 'json' || /\bjson\b/.test(media))) return 'news-json'
  if (/^<(?:\?xml\s|(?:\w+:)?news(?:Item|Message)[\s>])/.test(start) && NEWS_ML.test(rootOf(start).name))
    return 'news-xml'
  if (/^<\?xml\s/i.test(start) && !looksLikeHtml(start)) {
    const root = rootOf(start)
    throw intakeError('intake/unknown-xml', { name, root: root.name === '' ? 'none' : root.name })
  }
  return 'document'
}

/** Root elements of NewsML-G2 that may hold text. */
const NEWS_ML = /^news(?:Item|Message)$/

/** The beginning of a text without white space and document type, which may be longer than what tells the kind. */
function startOf(bytes: Uint8Array): string {
  const start = headOf(bytes, SNIFF_BYTES).trimStart()
  if (!/^<[?!]/.test(start) || !/<!DOCTYPE(?!\s+html)/i.test(start)) return start
  return withoutDoctype(headOf(bytes, DOCTYPE_BYTES).trimStart())
}

/** Bytes in which a document type may end. */
const DOCTYPE_BYTES = 200_000

/** The beginning as text: wide encodings show their signs with zero bytes between, which are left out. */
function headOf(bytes: Uint8Array, length: number): string {
  let text = ''
  for (const byte of bytes.subarray(0, length)) if (byte !== 0) text += String.fromCharCode(byte)
  return text.replace(/^\xef\xbb\xbf|^\xff\xfe|^\xfe\xff/, '')
}

/** Word documents and e-books are archives too; their first entry tells them, and `readDocument` names them. */
function hasOfficeStart(bytes: Uint8Array): boolean {
  const name = headOf(bytes.subarray(30), 30)
  return /^(?:\[Content_Types\]\.xml|_rels\/|word\/|xl\/|ppt\/|docProps\/|mimetypeapplication)/.test(name)
}
