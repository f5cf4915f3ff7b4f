import { MAX_INPUT_BYTES } from '../limits.ts'
import type { Budget } from './budget.ts'
import { inflateAll } from './inflate.ts'

/** An HTTP answer as a crawler wrote it down. */
export interface HttpAnswer {
  readonly status: number
  /** By lower-case name; the first of each. */
  readonly headers: ReadonlyMap<string, string>
  /** As sent: chunks and compression are still in it. */
  readonly body: Uint8Array
}

/** Splits a message into status, headers and body; null where it does not start as an HTTP answer does. */
export function parseHttpAnswer(block: Uint8Array): HttpAnswer | null {
  const end = headerEnd(block)
  const [first = '', ...lines] = latinOf(block.subarray(0, end.headers)).split(/\r?\n/)
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/i.exec(first)?.[1]
  return status === undefined
    ? null
    : { status: Number(status), headers: parseHeaders(lines), body: block.subarray(end.body) }
}

/** Header lines by lower-case name, folded ones joined; the first of each name counts. */
export function parseHeaders(lines: readonly string[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>()
  let last = ''
  for (const line of lines) {
    if (/^[ \t]/.test(line) && last !== '') {
      headers.set(last, `${headers.get(last)} ${line.trim()}`)
      continue
    }
    const colon = line.indexOf(':')
    const name = colon < 0 ? '' : line.slice(0, colon).trim().toLowerCase()
    last = name !== '' && !headers.has(name) ? name : ''
    if (last !== '') headers.set(name, line.slice(colon + 1).trim())
  }
  return headers
}

/** Where headers end and what follows begins, in bytes: behind the first empty line, else at the end. */
export function headerEnd(bytes: Uint8Array): {
  readonly headers: number
  readonly body: number
  readonly found: boolean
} {
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (bytes[at + 1] === 0x0a) return { headers: at, body: at + 2, found: true }
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a) return { headers: at, body: at + 3, found: true }
  }
  return { headers: bytes.length, body: bytes.length, found: false }
}

/**
 * The body of an answer without its chunks and its compression, or why it has none. What is said to be chunked or
 * compressed and is not, is taken as it is: many crawlers write down bodies that they have opened already.
 */
export function bodyOf(answer: HttpAnswer, budget: Budget): { readonly bytes: Uint8Array } | { readonly why: string } {
  const { headers } = answer
  const chunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '')
  const bytes = (chunked ? withoutChunks(answer.body) : null) ?? answer.body
  const encoding = (headers.get('content-encoding') ?? '').trim().toLowerCase()
  if (encoding === '' || encoding === 'identity') return { bytes }
  if (encoding === 'gzip' || encoding === 'x-gzip') {
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? inflateAll(bytes, 'gzip', MAX_INPUT_BYTES, budget) : { bytes }
  }
  if (encoding === 'deflate') {
    // RFC 9110 means zlib, many servers send the bare stream; the first byte of zlib tells.
    return inflateAll(bytes, bytes[0] === 0x78 ? 'zlib' : 'raw', MAX_INPUT_BYTES, budget)
  }
  return { why: `its body is compressed as ${encoding.slice(0, 20)}, read are gzip and deflate` }
}

/** RFC 9112, 7.1; null where the bytes are no chunks. A last chunk that is cut off is taken as far as it goes. */
function withoutChunks(body: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = []
  let at = 0
  while (at < body.length) {
    const end = body.indexOf(0x0a, at)
    const size = /^([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(latinOf(body.subarray(at, end < 0 ? at : end)).trim())?.[1]
    if (size === undefined) return parts.length > 0 ? join(parts) : null
    const length = Number.parseInt(size, 16)
    if (length === 0) break
    parts.push(body.subarray(end + 1, end + 1 + length))
    at = end + 1 + length
    if (body[at] === 0x0d) at++
    if (body[at] === 0x0a) at++
  }
  return join(parts)
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function latinOf(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes)
}
