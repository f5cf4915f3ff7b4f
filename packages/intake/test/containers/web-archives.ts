import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { join } from './archives.ts'

/** One record of a made WARC file. */
export interface MadeRecord {
  readonly type?: string
  readonly url?: string
  readonly id?: string
  /** Of the HTTP answer. */
  readonly status?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
  /** Of the record. */
  readonly fields?: Readonly<Record<string, string>>
  /** A lie. */
  readonly length?: number | null
  readonly digest?: string
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

function makeRecord(made: MadeRecord, number: number): Uint8Array<ArrayBuffer> {
  const { type = 'response', url = `https://ledger.example/${number}`, id = `urn:uuid:${number}` } = made
  const body = typeof made.body === 'string' ? encode(made.body) : made.body
  const headers = Object.entries({ 'Content-Type': 'text/html; charset=utf-8', ...made.headers })
  const http = [
    `HTTP/1.1 ${made.status ?? '200 OK'}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n')
  const block = type === 'response' ? join([encode(http), body]) : body
  const digest = made.digest ?? `sha1:${createHash('sha1').update(block).digest('hex')}`
  const fields = {
    'WARC-Type': type,
    'WARC-Record-ID': `<${id}>`,
    'WARC-Date': '2026-03-16T08:00:00Z',
    'WARC-Target-URI': url,
    'WARC-Block-Digest': digest,
    'Content-Type': type === 'response' ? 'application/http;msgtype=response' : 'text/plain',
    ...(made.length === null ? {} : { 'Content-Length': String(made.length ?? block.length) }),
    ...made.fields,
  }
  const head = ['WARC/1.1', ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n')
  return join([encode(head), block, encode('\r\n\r\n')])
}

/** A WARC file; `gzip` packs each record by itself, as crawlers do. */
export function makeWarc(records: readonly MadeRecord[], gzip = false): Uint8Array<ArrayBuffer> {
  const made = records.map((record, index) => makeRecord(record, index + 1))
  return join(gzip ? made.map((record) => new Uint8Array(gzipSync(record))) : made)
}
