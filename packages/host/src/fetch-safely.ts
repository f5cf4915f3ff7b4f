import { lookup as systemLookup } from 'node:dns/promises'
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { BackchannelError } from '@backchannel/core'
import { hostError } from './errors.ts'
import {
  FETCH_BYTES,
  FETCH_HEADER_BYTES,
  FETCH_PORTS,
  FETCH_REDIRECTS,
  FETCH_SECONDS,
  FETCH_TYPES,
} from './fetch-limits.ts'
import { isPublicAddress } from './public-address.ts'

export interface FetchOptions {
  /** Of an earlier answer: the server then says only whether there is something new. */
  readonly etag?: string | null
  readonly lastModified?: string | null
  /** Media types that are taken. */
  readonly types?: readonly string[]
  /** Ports beside 80 and 443. */
  readonly ports?: readonly number[]
  /** Bytes of the body, as sent and as expanded. */
  readonly bytes?: number
  readonly seconds?: number
  /** Gives up when it is aborted. */
  readonly signal?: AbortSignal
  /** Addresses of a host; the system's resolver unless given. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
  /** For tests alone: these addresses, or all, are allowed though they are not public. */
  readonly allowPrivate?: true | readonly string[]
}

/** What a server answered. */
export type Fetched =
  | {
      readonly changed: true
      /** Where it came from in the end, after redirects. */
      readonly url: string
      /** The address to ask from now on: that behind permanent redirects. */
      readonly movedTo: string
      readonly mediaType: string
      readonly bytes: Uint8Array
      readonly etag: string | null
      readonly lastModified: string | null
      /** Seconds for which the server calls it fresh; null where it does not say. */
      readonly maxAge: number | null
    }
  /** The server says that nothing is new (304). */
  | { readonly changed: false; readonly url: string }

export const USER_AGENT = 'Backchannel/0.1 (reads news feeds and articles)'

/**
 * Fetches one address, and nothing else. Only http and https, no credentials in the address, ports 80 and 443; every
 * address that the host's name resolves to must be of the public net, and the connection goes to the address that was
 * checked, so that a resolver cannot change its mind in between; each redirect is checked again. Time, headers, and the
 * body as sent and as expanded have limits. No cookies, no credentials, no proxy, no cache.
 *
 * Throws `host/bad-address`, `host/private-address`, `host/fetch-failed`, `host/fetch-status`, `host/fetch-type`,
 * `host/fetch-too-big`, `host/fetch-timeout` and `host/too-many-redirects`.
 */
export async function fetchSafely(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const { seconds = FETCH_SECONDS } = options
  const stop = new AbortController()
  const timer = setTimeout(
    () => stop.abort(hostError('host/fetch-timeout', { url: shownAddress(address), seconds })),
    seconds * 1000,
  )
  const outer = () => stop.abort(hostError('host/fetch-failed', { url: shownAddress(address), why: 'it was stopped' }))
  if (options.signal?.aborted) outer()
  options.signal?.addEventListener('abort', outer, { once: true })
  try {
    // The resolver of the system cannot be stopped: the limit must not wait for it.
    return await Promise.race([follow(address, options, stop.signal), whenStopped(stop.signal)])
  } finally {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', outer)
    stop.abort()
  }
}

function whenStopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => {
    if (signal.aborted) fail(signal.reason)
    signal.addEventListener('abort', () => fail(signal.reason), { once: true })
  })
}

async function follow(address: string, options: FetchOptions, signal: AbortSignal): Promise<Fetched> {
  const first = checkAddress(address, options)
  let url = first
  let moved = first
  let permanent = true
  for (let redirects = 0; ; redirects++) {
    const answer = await ask(url, url.origin === first.origin, options, signal)
    const { statusCode: status = 0, headers } = answer
    if (status === 304 && (options.etag ?? options.lastModified ?? null) !== null) {
      answer.destroy()
      return { changed: false, url: url.href }
    }
    if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) {
      if (status !== 200) {
        answer.destroy()
        throw hostError('host/fetch-status', { url: url.href, status, retry: retryAfter(headers['retry-after']) ?? 0 })
      }
      return {
        changed: true,
        url: url.href,
        movedTo: moved.href,
        ...(await readBody(answer, url, options)),
        etag: headers.etag ?? null,
        lastModified: headers['last-modified'] ?? null,
        maxAge: maxAgeOf(headers['cache-control']),
      }
    }
    answer.destroy()
    if (redirects >= FETCH_REDIRECTS)
      throw hostError('host/too-many-redirects', { url: first.href, limit: FETCH_REDIRECTS })
    if (!URL.canParse(headers.location, url.href))
      throw badAddress(headers.location, 'the server redirects to no address')
    url = checkAddress(new URL(headers.location, url).href, options)
    permanent = permanent && (status === 301 || status === 308)
    if (permanent) moved = url
  }
}

function checkAddress(address: string, options: FetchOptions): URL {
  if (!URL.canParse(address)) throw badAddress(address, 'it cannot be parsed')
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw badAddress(address, 'only http and https are fetched')
  if (url.username !== '' || url.password !== '') throw badAddress(url.href, 'it holds a name or a password')
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  if (!FETCH_PORTS.includes(port) && !options.ports?.includes(port)) {
    throw badAddress(
      address,
      `port ${port} is not among the allowed ones (${[...FETCH_PORTS, ...(options.ports ?? [])].join(', ')})`,
    )
  }
  url.hash = ''
  return url
}

/** Sends one request to an address that was checked, and gives the answer with its body still to come. */
async function ask(
  url: URL,
  sameOrigin: boolean,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const addresses = await addressesOf(url, options)
  signal.throwIfAborted()
  const found = addresses.map((address) => ({ address, family: isIP(address) }))
  // The name is not resolved a second time: that would let it mean another place than the one that was checked.
  const lookup: LookupFunction = (_host, wanted, done) => {
    const [one] = found
    if (wanted.all) done(null, found)
    else done(null, one?.address ?? '', one?.family ?? 0)
  }
  const request: RequestOptions = {
    method: 'GET',
    agent: false,
    lookup,
    signal,
    maxHeaderSize: FETCH_HEADER_BYTES,
    headers: {
      'User-Agent': USER_AGENT,
      Accept: (options.types ?? FETCH_TYPES).join(', '),
      'Accept-Language': 'en, *;q=0.1',
      'Accept-Encoding': 'gzip, deflate, br',
      ...(sameOrigin && options.etag ? { 'If-None-Match': options.etag } : {}),
      ...(sameOrigin && options.lastModified ? { 'If-Modified-Since': options.lastModified } : {}),
    },
  }
  return new Promise((done, fail) => {
    const sent = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, request, done)
    sent.on('error', (error) => fail(signal.aborted ? signal.reason : failed(url, error)))
    sent.end()
  })
}

async function addressesOf(url: URL, options: FetchOptions): Promise<readonly string[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) ? [host] : await resolveHost(host, url, options)
  const { allowPrivate = [] } = options
  if (allowPrivate === true) return addresses
  const closed = addresses.find((address) => !isPublicAddress(address) && !allowPrivate.includes(address))
  if (closed !== undefined) throw hostError('host/private-address', { url: url.href, address: closed })
  return addresses
}

async function resolveHost(host: string, url: URL, options: FetchOptions): Promise<readonly string[]> {
  const { resolve = resolveBySystem } = options
  try {
    const addresses = await resolve(host)
    if (addresses.length > 0) return addresses
  } catch (error) {
    throw failed(url, error)
  }
  throw hostError('host/fetch-failed', { url: url.href, why: 'its host has no address' })
}

async function resolveBySystem(host: string): Promise<readonly string[]> {
  const found = await systemLookup(host, { all: true, verbatim: true })
  return found.map((one) => one.address)
}

async function readBody(
  answer: IncomingMessage,
  url: URL,
  options: FetchOptions,
): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array }> {
  const { types = FETCH_TYPES, bytes: limit = FETCH_BYTES } = options
  const mediaType = answer.headers['content-type'] ?? 'application/octet-stream'
  const type = mediaType.split(';')[0]!.trim().toLowerCase()
  const refuse = (error: BackchannelError): never => {
    answer.destroy()
    throw error
  }
  const tooBig = hostError('host/fetch-too-big', { url: url.href, limit })
  if (!types.includes(type)) refuse(hostError('host/fetch-type', { url: url.href, mediaType: type }))
  if (Number(answer.headers['content-length'] ?? 0) > limit) refuse(tooBig)
  const encodings = (answer.headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
  const [encoding, second] = encodings
  const decoder = encoding === undefined ? null : decoderOf(encoding)
  if (second !== undefined || decoder === undefined) {
    refuse(hostError('host/fetch-failed', { url: url.href, why: `it is encoded as ${encodings.join(', ')}` }))
  }
  const parts: Uint8Array[] = []
  let sent = 0
  let length = 0
  return new Promise((done, fail) => {
    const stop = (error: unknown): void => {
      answer.destroy()
      decoder?.destroy()
      fail(error instanceof BackchannelError ? error : failed(url, error))
    }
    answer.on('data', (part: Uint8Array) => {
      sent += part.length
      if (sent > limit) stop(tooBig)
    })
    answer.on('error', stop)
    decoder?.on('error', stop)
    const body = decoder ? answer.pipe(decoder) : answer
    body.on('data', (part: Uint8Array) => {
      length += part.length
      if (length > limit) stop(tooBig)
      else parts.push(part)
    })
    body.on('end', () => done({ mediaType, bytes: new Uint8Array(Buffer.concat(parts)) }))
  })
}

/** The stream that undoes an encoding; undefined for one that is not known. */
function decoderOf(encoding: string): Transform | undefined {
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip()
  if (encoding === 'deflate') return createInflate()
  return encoding === 'br' ? createBrotliDecompress() : undefined
}

function maxAgeOf(header: string | undefined): number | null {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(header ?? '')?.[1]
  return seconds === undefined ? null : Number(seconds)
}

/** Seconds of a Retry-After header; null where it has none, or a date. */
function retryAfter(header: string | undefined): number | null {
  return /^\d{1,9}$/.test(header ?? '') ? Number(header) : null
}

function badAddress(address: string, why: string): BackchannelError {
  return hostError('host/bad-address', { url: shownAddress(address), why })
}

function failed(url: URL, error: unknown): BackchannelError {
  if (error instanceof BackchannelError) return error
  const why = error instanceof Error ? error.message || error.name : String(error)
  return hostError('host/fetch-failed', { url: url.href, why })
}

/** An address for a message: without a name and a password in it. */
/** An address as it may be shown: without the name and password it may hold, and not too long. */
export function shownAddress(address: string): string {
  return address.replace(/\/\/[^/@\s]*@/, '//…@').slice(0, 200)
}
