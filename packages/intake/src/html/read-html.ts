import type { Diagnostic } from '@backchannel/core'
import type { About, Found } from '../create-document.ts'
import { intakeError } from '../errors.ts'
import { MAX_DEPTH } from '../limits.ts'
import { decodeHtml } from './decode-html.ts'
import { parsePage } from './dom.ts'
import { findBody } from './find-body.ts'
import { flattenPage } from './flatten.ts'
import { markQuotations } from './mark-quotations.ts'
import { readMetadata } from './metadata.ts'

export interface Extracted {
  readonly text: string
  readonly found: Found
  /** Left out where the input says nothing of the kind. */
  readonly about?: About
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads a web page: its main article as paragraphs parted by blank lines, and what its head says of it. Throws
 * `intake/too-many-elements` and `intake/no-article`. `base` is the address it was fetched from, for relative links.
 */
export function readHtml(
  bytes: Uint8Array,
  name: string,
  charset: string | null,
  base: string | null = null,
): Extracted {
  const decoded = decodeHtml(bytes, charset)
  const flat = flattenPage(decoded.text, name)
  const diagnostics: Diagnostic[] = [...decoded.diagnostics]
  diagnostics.push(...depthDiagnostics(flat.depth))
  const page = parsePage(flat.html)
  const metadata = readMetadata(page, base)
  markQuotations(page)
  const body = findBody(page, metadata.articleBody, metadata.title, metadata.live)
  const text = body.paragraphs.join('\n\n')
  if (text === '') throw intakeError('intake/no-article', { name, paragraphs: body.paragraphs.length })
  const found = { ...metadata, title: metadata.title ?? (body.title || null) }
  const about = { authors: metadata.authors, modified: metadata.modified }
  return { text, found, about, diagnostics: [...diagnostics, ...metadata.diagnostics, ...body.diagnostics] }
}

/** Says so where elements nested too deep were read as one. */
export function depthDiagnostics(depth: number): readonly Diagnostic[] {
  if (depth <= MAX_DEPTH) return []
  const message = `elements are nested ${depth} deep, the limit is ${MAX_DEPTH} (MAX_DEPTH): deeper ones are read as one`
  return [{ code: 'intake/flattened', severity: 'warning', message, span: null, stage: 'intake' }]
}
