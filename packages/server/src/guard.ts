import { isIP } from 'node:net'
import { serverError } from './errors.ts'

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1'])

/** Which names a request may call the server by, in its Host. */
export interface AllowedHosts {
  /** Names beside those of loopback, lower case. */
  readonly names: readonly string[]
  /** Any plain IP address, too: a page elsewhere cannot make a name of its own out of one (DNS rebinding needs a name). */
  readonly addresses: boolean
}

/**
 * Throws `server/wrong-host` where the request came by a name that is not this server's: a page elsewhere has pointed its own
 * name here (DNS rebinding). Ports do not matter, so that a forwarded one works.
 */
export function checkHost(host: string, allowed: AllowedHosts): void {
  const name = hostName(host)
  if (name !== null) {
    if (LOOPBACK.has(name) || allowed.names.includes(name)) return
    if (allowed.addresses && isIP(name) !== 0) return
  }
  throw serverError('server/wrong-host', { host: host.slice(0, 100) })
}

/** Throws `server/wrong-origin` where a page of another origin sends the request. What is no page sends no Origin. */
export function checkOrigin(headers: Headers, host: string, writes: boolean): void {
  const origin = headers.get('origin')
  const refuse = (from: string): never => {
    throw serverError('server/wrong-origin', { origin: from.slice(0, 100) })
  }
  if (
    origin !== null &&
    origin.toLowerCase() !== `http://${host}`.toLowerCase() &&
    origin.toLowerCase() !== `https://${host}`.toLowerCase()
  )
    refuse(origin)
  const site = headers.get('sec-fetch-site')
  if (writes && site !== null && site !== 'same-origin' && site !== 'none') refuse(`another site (${site})`)
}

/** The name in a Host header without its port, lower case; null for what is none. */
function hostName(host: string): string | null {
  const [, six, plain] = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::\d{1,5})?$/i.exec(host) ?? []
  return (six ?? plain)?.toLowerCase().replace(/\.$/, '') ?? null
}

/** Headers of every answer: nothing but this server's own files, no script in a page, nobody frames it, no guessing of types. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    // The reader's kernel is WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}
