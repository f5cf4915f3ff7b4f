import type { BackchannelError } from '@backchannel/core'
import type { Given } from './create-document.ts'
import { intakeError } from './errors.ts'
import { MAX_BATCH_LINE_LENGTH, MAX_TEXT_BYTES } from './limits.ts'
import { parsePublished } from './published.ts'

/** One line of a batch that can be read: the text, and what the line says of it. */
export interface BatchInput {
  readonly text: string
  readonly given: Given & { readonly id: string }
}

export type BatchLine =
  | { readonly ok: true; readonly input: BatchInput }
  /** `id` is that of the line where it can be told, else null. */
  | { readonly ok: false; readonly id: string | null; readonly error: BackchannelError }

const OPTIONAL = ['title', 'outlet', 'published', 'url'] as const

/**
 * Reads one line of a batch, `{"id", "text", "title"?, "outlet"?, "published"?, "url"?}`. Other fields are allowed and
 * left alone; an optional field may be null. `line` counts from 1. Never throws: a bad line is a value, so that the
 * rest goes on.
 */
export function parseBatchLine(line: string, number: number): BatchLine {
  let id: string | null = null
  const fail = (why: string): BatchLine => ({
    ok: false,
    id,
    error: intakeError('intake/bad-line', { line: number, why }),
  })
  if (line.length > MAX_BATCH_LINE_LENGTH) {
    return fail(`it has ${line.length} characters, the limit is ${MAX_BATCH_LINE_LENGTH} (MAX_BATCH_LINE_LENGTH)`)
  }
  const value = parseJson(number === 1 ? line.replace(/^\uFEFF/, '') : line)
  if (value instanceof SyntaxError) return fail(`it is no JSON (${value.message})`)
  if (!isRecord(value)) return fail(`it is ${nameOf(value)}, it should be an object`)
  const given = value['id']
  if (typeof given !== 'string' || given === '')
    return fail(`"id" is ${shown(given)}, it should be a text that is not empty`)
  id = given
  const text = value['text']
  if (typeof text !== 'string') return fail(`"text" is ${shown(text)}, it should be the text of an article`)
  if (text.trim() === '')
    return { ok: false, id, error: intakeError('intake/empty', { name: `line ${number}`, bytes: text.length }) }
  const bytes = new TextEncoder().encode(text).length
  if (bytes > MAX_TEXT_BYTES) {
    const details = { name: `line ${number}`, bytes, kind: 'text', limit: MAX_TEXT_BYTES, constant: 'MAX_TEXT_BYTES' }
    return { ok: false, id, error: intakeError('intake/too-big', details) }
  }
  const rest: { -readonly [Key in keyof Given]: string } = {}
  for (const field of OPTIONAL) {
    const entry = value[field]
    if (entry === undefined || entry === null) continue
    if (typeof entry !== 'string') return fail(`"${field}" is ${shown(entry)}, it should be a text or left out`)
    rest[field] = entry
  }
  if (rest.published !== undefined) {
    const error = publishedError(rest.published)
    if (error) return { ok: false, id, error }
  }
  if (rest.url !== undefined && !/^https?:\/\/[^\s/]+/i.test(rest.url)) {
    return { ok: false, id, error: intakeError('intake/bad-url', { value: shown(rest.url) }) }
  }
  return { ok: true, input: { text: text.replace(/^\uFEFF/, ''), given: { ...rest, id } } }
}

function publishedError(value: string): BackchannelError | null {
  try {
    parsePublished(value)
    return null
  } catch (error) {
    return error as BackchannelError // parsePublished throws nothing else
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    return error
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function nameOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`
}

/** A value for a message: short texts and numbers as they are, other things by their kind. */
function shown(value: unknown): string {
  if (value === undefined) return 'missing'
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : nameOf(value)
}
