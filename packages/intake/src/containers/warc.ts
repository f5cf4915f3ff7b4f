import type { BackchannelError, Diagnostic } from '@backchannel/core'
import { intakeError } from '../errors.ts'
import { MAX_INPUT_BYTES, MAX_RECORD_HEADER_BYTES } from '../limits.ts'
import { maybePublished } from '../published.ts'
import { resolveUrl } from '../urls.ts'
import { type ByteReader, createByteReader } from './byte-reader.ts'
import type { ContainerInput } from './container-input.ts'
import { hasDigest } from './digest.ts'
import { bodyOf, headerEnd, parseHeaders, parseHttpAnswer } from './http-message.ts'
import { expand, nextMember } from './inflate.ts'
import { type Opened, originOf, partOf } from './part.ts'

/** Media types of records that are documents. */
const DOCUMENTS = /^(?:text\/html|application\/xhtml\+xml|text\/plain|application\/pdf)$/
/** Text files that sites keep for programs. */
const FOR_PROGRAMS = /^https?:\/\/[^/]+\/(?:(?:robots|ads|app-ads|humans|llms)\.txt|\.well-known\/.*)(?:\?.*)?$/i

/** The pages that an archive lists; captures of others (frames, parts) are passed over. */
export interface CapturedPages {
  /** Titles by address without fragment. Addresses that a listed one redirects to are added while reading. */
  readonly titles: Map<string, string | null>
}

interface Record {
  readonly headers: ReadonlyMap<string, string>
  readonly type: string
  readonly id: string
  readonly block: Uint8Array
}

/**
 * The pages of a WARC file (ISO 28500), plain or compressed: records of type response (status 200), resource and
 * conversion that hold a web page, plain text or a PDF. All other records are passed over, revisits too: they repeat what
 * was captured before. A record that is cut off, has a wrong length, or is not what its digest says is an error of its
 * own; reading goes on at the next one.
 */
export function* openWarc(input: ContainerInput, pages: CapturedPages | null = null): Generator<Opened> {
  const { bytes, name, budget } = input
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b
  let from = 0
  for (let number = 0; from < bytes.length; ) {
    const trouble: { broken: { readonly why: string; readonly next: number } | null } = { broken: null }
    const reader = createByteReader(pieces())
    for (;;) {
      const record = nextRecord(reader)
      if (record === null) break
      number++
      if ('why' in record) {
        // The beginning of what follows a broken member is told by the break itself.
        if (record.started || trouble.broken === null) yield failed(record.id ?? `record-${number}`, record.why)
        continue
      }
      budget.enter()
      yield* openRecord(record)
    }
    const found = trouble.broken
    if (found === null) return
    yield failed(`member-${from}`, found.why)
    from = found.next

    function* pieces(): Generator<Uint8Array> {
      if (!packed) {
        yield bytes
        return
      }
      const stream = expand(bytes.subarray(from), 'gzip', budget)
      for (let piece = stream.next(); ; piece = stream.next()) {
        if (!piece.done) {
          yield piece.value
          continue
        }
        if (piece.value !== null)
          trouble.broken = { why: piece.value.why, next: nextMember(bytes, from + piece.value.member + 1) }
        return
      }
    }
  }

  function failed(id: string, why: string): Opened {
    const origin = input.unique(originOf(id))
    return { ok: false, origin, name, error: badRecord(id, why) }
  }

  function badRecord(id: string, why: string): BackchannelError {
    return intakeError('intake/bad-record', { id: id.slice(0, 100), name, why })
  }

  function* openRecord(record: Record): Generator<Opened> {
    const { headers, type } = record
    if (type !== 'response' && type !== 'resource' && type !== 'conversion') return
    const url = (headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '')
    if (!/^https?:/i.test(url) || FOR_PROGRAMS.test(url)) return
    const answer = type === 'response' ? parseHttpAnswer(record.block) : null
    if (type === 'response' && answer === null) return
    const page = url.replace(/#.*$/, '')
    if (answer && answer.status >= 300 && answer.status < 400 && pages?.titles.has(page)) {
      const target = resolveUrl(answer.headers.get('location'), page)?.replace(/#.*$/, '')
      if (target !== undefined) pages.titles.set(target, pages.titles.get(page) ?? null)
    }
    const mediaType = (answer ? answer.headers : headers).get('content-type') ?? ''
    if (answer && answer.status !== 200) return
    if (!DOCUMENTS.test(mediaType.split(';')[0]!.trim().toLowerCase())) return
    if (pages && !pages.titles.has(page)) return
    const length = Number(headers.get('content-length'))
    if (record.block.length < length) {
      const details = { bytes: length, kind: 'a record', limit: MAX_INPUT_BYTES, constant: 'MAX_INPUT_BYTES' }
      const error = intakeError('intake/too-big', { name: `${name}${originOf(record.id)}`, ...details })
      yield { ok: false, origin: input.unique(originOf(record.id)), name, error }
      return
    }
    const digest = headers.get('warc-block-digest')
    if (digest !== undefined && hasDigest(record.block, digest) === false) {
      yield failed(record.id, `its bytes are not those of its digest ${digest.slice(0, 80)}`)
      return
    }
    const body = answer ? bodyOf(answer, budget) : { bytes: record.block }
    if ('why' in body) {
      yield failed(record.id, body.why)
      return
    }
    const origin = input.unique(originOf(record.id))
    const cut = headers.get('warc-truncated')
    yield partOf({
      kind: 'capture',
      origin,
      name: `${name}${origin}`,
      mediaType,
      body: { bytes: new Uint8Array(body.bytes), fragment: false },
      hints: {
        url,
        id: record.id,
        title: pages?.titles.get(page) ?? null,
        found: maybePublished(headers.get('warc-date') ?? '')?.text ?? input.found,
      },
      diagnostics: cut === undefined ? [] : [cutDiagnostic(cut)],
    })
  }
}

function cutDiagnostic(reason: string): Diagnostic {
  const message = `the page was cut off when it was captured (WARC-Truncated: ${reason.slice(0, 40)})`
  return { code: 'intake/cut', severity: 'warning', message, span: null, stage: 'intake' }
}

interface BadRecord {
  readonly why: string
  readonly id: string | null
  /** False for bytes in which no record starts. */
  readonly started: boolean
}

/** The next record, null at the end. Of a block that is longer than a document may be, only the beginning is kept. */
function nextRecord(reader: ByteReader): Record | BadRecord | null {
  skipBreaks(reader)
  const head = reader.peek(MAX_RECORD_HEADER_BYTES)
  if (head.length === 0) return null
  if (!startsRecord(head)) {
    skipToRecord(reader)
    return { why: 'bytes that belong to no record stand there', id: null, started: false }
  }
  const end = headerEnd(head)
  const [, ...lines] = new TextDecoder().decode(head.subarray(0, end.headers)).split(/\r?\n/)
  const headers = parseHeaders(lines)
  const id = (headers.get('warc-record-id') ?? '').replace(/^<|>$/g, '')
  const written = headers.get('content-length') ?? ''
  const bad = (why: string): BadRecord => ({ why, id: id === '' ? null : id, started: true })
  if (!end.found || !/^\d{1,15}$/.test(written)) {
    reader.skip(end.found ? end.body : 5)
    skipToRecord(reader)
    return bad(end.found ? 'it has no length' : 'its header does not end')
  }
  reader.skip(end.body)
  const length = Number(written)
  const kept = Math.min(length, MAX_INPUT_BYTES + MAX_RECORD_HEADER_BYTES)
  // A copy: what was taken may be put back, and is valid for a moment only.
  const block = new Uint8Array(reader.take(kept))
  const there = block.length + reader.skip(length - kept)
  const after = reader.peek(12)
  if (there === length && followsRecord(after)) {
    return { headers, type: (headers.get('warc-type') ?? '').toLowerCase(), id: id === '' ? 'no-id' : id, block }
  }
  // A length that is too great swallows the next record: it is looked for from the start of the block.
  if (block.length === there) reader.unread(block)
  skipToRecord(reader)
  return bad(there < length ? 'it is cut off, or its length is wrong' : 'its length is wrong')
}

function startsRecord(bytes: Uint8Array): boolean {
  // "WARC/"
  return bytes[0] === 0x57 && bytes[1] === 0x41 && bytes[2] === 0x52 && bytes[3] === 0x43 && bytes[4] === 0x2f
}

/** Two line breaks, as the standard has it; the next record, or the end. What stands behind the breaks is not this record's. */
function followsRecord(bytes: Uint8Array): boolean {
  let [at, breaks] = [0, 0]
  for (; bytes[at] === 0x0d || bytes[at] === 0x0a; at++) if (bytes[at] === 0x0a) breaks++
  return at === bytes.length || breaks >= 2 || startsRecord(bytes.subarray(at))
}

function skipBreaks(reader: ByteReader): void {
  for (;;) {
    const [byte] = reader.peek(1)
    if (byte !== 0x0d && byte !== 0x0a) return
    reader.skip(1)
  }
}

/** Goes to the next "WARC/1." at the start of a line, or to the end. */
function skipToRecord(reader: ByteReader): void {
  for (;;) {
    const bytes = reader.peek(65_536)
    let at = bytes.indexOf(0x0a)
    while (at >= 0 && !startsRecord(bytes.subarray(at + 1, at + 6))) at = bytes.indexOf(0x0a, at + 1)
    if (at >= 0) {
      reader.skip(at + 1)
      return
    }
    // A mark may stand across the border of two windows.
    if (reader.skip(Math.max(1, bytes.length - 6)) === 0 || bytes.length <= 6) {
      reader.skip(bytes.length)
      return
    }
  }
}
