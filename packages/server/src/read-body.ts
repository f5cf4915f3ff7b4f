import { serverError } from './errors.ts'
import { JSON_DEPTH_MAX } from './limits.ts'

/** The bytes of a body. Throws `server/body-too-big` as soon as there are more than `limit`, whatever Content-Length says. */
export async function readBytes(request: Request, limit: number, constant: string): Promise<Uint8Array<ArrayBuffer>> {
  const tooBig = () => serverError('server/body-too-big', { limit, constant })
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooBig()
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read().catch(cutOff)) ?? { done: true, value: undefined }
    if (done) break
    length += value.byteLength
    if (length > limit) {
      await reader?.cancel()
      throw tooBig()
    }
    chunks.push(value)
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

/** Whoever sends went away. */
function cutOff(): never {
  throw serverError('server/bad-body', { why: 'it was cut off' })
}

/** The media type of a header without its parameters, lower case, and its charset; '' and null where there is none. */
export function mediaTypeOf(header: string | null): { readonly type: string; readonly charset: string | null } {
  const [type = '', ...parameters] = (header ?? '').split(';')
  const charset = parameters
    .map((one) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/i.exec(one)?.[1])
    .find((one) => one !== undefined)
  return { type: type.trim().toLowerCase(), charset: charset?.toLowerCase() ?? null }
}

/**
 * A JSON body as a value. Throws `server/bad-media-type`, `server/bad-charset`, `server/body-too-big`, `server/too-deep` and
 * `server/bad-body`; keys that could touch a prototype are among what is bad.
 */
export async function readJson(request: Request, limit: number, constant: string): Promise<unknown> {
  const { type, charset } = mediaTypeOf(request.headers.get('content-type'))
  if (type !== 'application/json')
    throw serverError('server/bad-media-type', { type: type.slice(0, 100) || '(none)', expected: 'application/json' })
  if (charset !== null && charset !== 'utf-8' && charset !== 'utf8')
    throw serverError('server/bad-charset', { charset: charset.slice(0, 100) })
  const bytes = await readBytes(request, limit, constant)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw serverError('server/bad-body', { why: 'it is no UTF-8' })
  }
  checkDepth(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The message of the engine quotes the body, so it is not passed on.
    throw serverError('server/bad-body', { why: 'it is no JSON' })
  }
  checkKeys(value)
  return value
}

/** Counts brackets outside of strings before anything is parsed, so that no depth costs more than its characters. */
function checkDepth(text: string): void {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]
    if (quoted) {
      if (unit === '\\') at++
      else if (unit === '"') quoted = false
    } else if (unit === '"') quoted = true
    else if (unit === '[' || unit === '{') {
      if (++depth > JSON_DEPTH_MAX) throw serverError('server/too-deep', { limit: JSON_DEPTH_MAX })
    } else if (unit === ']' || unit === '}') depth--
  }
}

const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Depth is bounded by `checkDepth`. */
function checkKeys(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value) && PROTOTYPE_KEYS.has(key))
      throw serverError('server/bad-body', { why: `the key ${key} is not taken` })
    checkKeys(inner)
  }
}
