import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { BackchannelError } from '@backchannel/core'
import { type ErrorJson, renderCsv, toWireError } from '@backchannel/wire'
import { GZIP_BYTES_MIN } from './limits.ts'
import type { Answer, Route } from './route.ts'
import { statusOf } from './status.ts'

const squeeze = promisify(gzip)

/** An answer as a response, in the form that the address asks for. */
export function toResponse(route: Route, answer: Answer, csv: boolean): Response {
  if (csv) {
    const name = route.path
      .split('/')
      .filter((part) => part !== '' && part !== ':id')
      .join('-')
    return new Response(renderCsv(answer.rows ?? [], route.columns ?? []), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}.csv"`,
      },
    })
  }
  if (answer.file) {
    const { name, type, text } = answer.file
    return new Response(text, {
      headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
    })
  }
  return jsonResponse(answer.json, answer.status ?? 200)
}

/** An error as a response in the one shape. */
export function toErrorResponse(error: BackchannelError): Response {
  const status = statusOf(error.code)
  const body: ErrorJson = toWireError(error, status)
  const headers: Record<string, string> = status === 401 ? { 'www-authenticate': 'Bearer' } : {}
  if (status === 503) headers['retry-after'] = '2'
  if (status === 405 && typeof error.details['allowed'] === 'string') headers['allow'] = error.details['allowed']
  return jsonResponse(body, status, headers)
}

function jsonResponse(value: unknown, status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(`${JSON.stringify(value)}\n`, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
}

/**
 * The response with a tag of its bytes, answered by 304 where the caller has them already, and compressed where he takes
 * that and it pays.
 */
export async function finishResponse(request: Request, response: Response): Promise<Response> {
  const headers = new Headers(response.headers)
  if (!headers.has('cache-control'))
    headers.set('cache-control', response.status === 200 ? 'private, no-cache' : 'no-store')
  headers.set('vary', 'accept-encoding')
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (reads && response.status === 200) {
    // Weak, since the compressed form has the same tag.
    const tag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    headers.set('etag', tag)
    if (matchesTag(request.headers.get('if-none-match'), tag)) {
      headers.delete('content-type')
      headers.delete('content-disposition')
      return new Response(null, { status: 304, headers })
    }
  }
  const body = request.method === 'HEAD' ? null : bytes
  if (bytes.length >= GZIP_BYTES_MIN && takesGzip(request) && isText(headers.get('content-type'))) {
    headers.set('content-encoding', 'gzip')
    return new Response(body && new Uint8Array(await squeeze(bytes)), { status: response.status, headers })
  }
  return new Response(body, { status: response.status, headers })
}

function matchesTag(header: string | null, tag: string): boolean {
  return (header ?? '').split(',').some((one) => one.trim() === '*' || `W/${one.trim().replace(/^W\//, '')}` === tag)
}

function takesGzip(request: Request): boolean {
  return (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .some((one) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$)|$)/i.test(one))
}

function isText(type: string | null): boolean {
  return /^(text\/|application\/(json|javascript|wasm|x-ndjson|[a-z-]+\+(json|xml))|image\/svg)/.test(type ?? '')
}
