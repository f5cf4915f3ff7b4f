import type { Diagnostic } from '@backchannel/core'
import type { Found } from '../create-document.ts'
import { intakeError } from '../errors.ts'
import { MAX_DEPTH } from '../limits.ts'
import { decodeHtml } from './decode-html.ts'
import { parsePage } from './dom.ts'
import { findBody } from './find-body.ts'
import { flattenPage } from './flatten.ts'
import { readMetadata } from './metadata.ts'

export interface Extracted {
  readonly text: string
  readonly found: Found
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads a web page: its main article as paragraphs parted by blank lines, and what its head says of it. Throws
 * `intake/too-many-elements` and `intake/no-article`.
 */
export function readHtml(bytes: Uint8Array, name: string, charset: string | null): Extracted {
  const decoded = decodeHtml(bytes, charset)
  const flat = flattenPage(decoded.text, name)
  const diagnostics: Diagnostic[] = [...decoded.diagnostics]
  if (flat.depth > MAX_DEPTH) {
    diagnostics.push({
      code: 'intake/flattened',
      severity: 'warning',
      message: `elements are nested ${flat.depth} deep, the limit is ${MAX_DEPTH} (MAX_DEPTH): deeper ones are read as one`,
      span: null,
      stage: 'intake',
    })
  }
  const page = parsePage(flat.html)
  const metadata = readMetadata(page)
  const body = findBody(page, metadata.articleBody, metadata.title, metadata.live)
  const text = body.paragraphs.join('\n\n')
  if (text === '') throw intakeError('intake/no-article', { name, paragraphs: body.paragraphs.length })
  const found = { ...metadata, title: metadata.title ?? (body.title || null) }
  return { text, found, diagnostics: [...diagnostics, ...metadata.diagnostics, ...body.diagnostics] }
}
