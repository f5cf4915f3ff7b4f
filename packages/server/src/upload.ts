import { createHash } from 'node:crypto'
import type { IngestInput } from '@backchannel/desk'
import type { Given } from '@backchannel/intake'
import { checkApi, type UploadFields, uploadFields } from '@backchannel/wire'
import { serverError } from './errors.ts'
import { FILE_NAME_LENGTH_MAX, UPLOAD_BYTES_MAX, UPLOAD_FILES_MAX } from './limits.ts'
import { mediaTypeOf, readBytes } from './read-body.ts'

/** What came in one upload: the files, and what the sender knows of all of them. */
export interface Upload {
  readonly inputs: readonly IngestInput[]
  readonly given: UploadFields
}

/** Media types of a body that is the file itself. */
export const FILE_TYPES = [
  'text/plain',
  'text/html',
  'application/xhtml+xml',
  'application/pdf',
  'application/xml',
  'text/xml',
  'application/rss+xml',
  'application/atom+xml',
  'application/feed+json',
  'application/x-ndjson',
  'application/jsonl',
  'application/zip',
  'application/gzip',
  'application/warc',
  'application/octet-stream',
] as const

/**
 * The files of a body: of a form (`multipart/form-data`), or the body itself as one file called `name`. Throws
 * `server/bad-media-type`, `server/body-too-big`, `server/too-many-files` and `server/bad-body`.
 */
export async function readUpload(request: Request, name: string | undefined): Promise<Upload> {
  const header = request.headers.get('content-type')
  const { type } = mediaTypeOf(header)
  if (type === 'multipart/form-data') return readForm(request, header ?? '')
  if (!(FILE_TYPES as readonly string[]).includes(type))
    throw serverError('server/bad-media-type', {
      type: type.slice(0, 100) || '(none)',
      expected: `application/json, multipart/form-data or a file of ${FILE_TYPES.join(', ')}`,
    })
  const bytes = await readBytes(request, UPLOAD_BYTES_MAX, 'UPLOAD_BYTES_MAX')
  return { inputs: [inputOf(bytes, name ?? 'upload', header)], given: {} }
}

async function readForm(request: Request, header: string): Promise<Upload> {
  const bytes = await readBytes(request, UPLOAD_BYTES_MAX, 'UPLOAD_BYTES_MAX')
  let form: FormData
  try {
    form = await new Response(bytes, { headers: { 'content-type': header } }).formData()
  } catch {
    throw serverError('server/bad-body', { why: 'it is no form that can be read' })
  }
  const inputs: IngestInput[] = []
  const fields = new Map<string, string>()
  for (const [key, value] of form) {
    if (typeof value === 'string') {
      if (fields.has(key)) throw serverError('server/bad-body', { why: 'a field stands there twice' })
      fields.set(key, value)
      continue
    }
    if (inputs.length === UPLOAD_FILES_MAX) throw serverError('server/too-many-files', { limit: UPLOAD_FILES_MAX })
    inputs.push(inputOf(new Uint8Array(await value.arrayBuffer()), value.name, value.type || null))
  }
  if (inputs.length === 0) throw serverError('server/bad-body', { why: 'the form has no file' })
  return { inputs, given: checkApi(uploadFields, Object.fromEntries(fields), 'body') }
}

/** Bytes that were sent, as an input. Its origin is made of its hash and its name, so that the same file sent again is skipped. */
export function inputOf(bytes: Uint8Array, name: string, mediaType: string | null): IngestInput {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  const safe = safeName(name)
  // What the browser guesses from a name says less than the bytes.
  const told = mediaType === null || mediaTypeOf(mediaType).type === 'application/octet-stream' ? null : mediaType
  return { origin: `upload:/${hash}/${safe}`, name: safe, bytes, mediaType: told }
}

/** A file name without folders and without anything that could end a line or hide what it is; "upload" where nothing is left. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    // Controls, separators of lines, marks that turn the direction of writing, halves of surrogate pairs.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"<>|:*?#!]/gu, '_')
    .replace(/^[.\s]+|\s+$/gu, '')
  return [...plain].slice(-FILE_NAME_LENGTH_MAX).join('') || 'upload'
}

/** What the sender knows of all documents, as intake takes it. */
export function givenOf({ outlet, published, title, url }: UploadFields): Given {
  return {
    ...(outlet !== undefined && { outlet }),
    ...(published !== undefined && { published }),
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
  }
}
