import type { Diagnostic, Document } from '@backchannel/core'
import {
  type About,
  createDocument,
  type Found,
  foundOf,
  type Given,
  NOTHING_ABOUT,
  NOTHING_FOUND,
} from './create-document.ts'
import { decodeText } from './decode.ts'
import { intakeError } from './errors.ts'
import type { Extracted } from './html/read-html.ts'
import { MAX_PDF_BYTES, MAX_TEXT_BYTES } from './limits.ts'
import { charsetOf, type InputKind, sniffKind } from './sniff.ts'

export interface ReadDocumentOptions extends Given {
  /** The file's name or address, for messages and for its ending; "-" for standard input. */
  readonly name: string
  /** The media type that came with the bytes, with its parameters, for instance "text/html; charset=utf-8". */
  readonly mediaType?: string
  /** What the container says (a feed, an archive): it counts where neither the caller nor the document says better. */
  readonly hints?: Given
  /** True for markup of an article alone, without the page around it, as feeds and agencies give it. */
  readonly fragment?: boolean
}

/** Which code made the text of a document: a stored document can be told from one read by another version. */
export interface Extractor {
  readonly name: 'given' | 'text' | 'html' | 'fragment' | 'pdf'
  /** Goes up whenever the text it makes can change. */
  readonly version: number
}

const VERSIONS: Readonly<Record<InputKind | 'fragment', number>> = { text: 2, html: 2, fragment: 1, pdf: 2 }

/** The extractor of a text that came as text: nothing was done to it. */
export const TEXT_AS_GIVEN: Extractor = { name: 'given', version: 1 }

export interface ReadDocument {
  readonly document: Document
  /** What is doubtful about the input: a guessed charset, a language that is not read, pages left out. */
  readonly diagnostics: readonly Diagnostic[]
  readonly extractor: Extractor
  readonly about: About
}

/**
 * Reads a publisher's bytes: plain text, a web page or a PDF, told apart by what they hold. Given values win over what
 * is found. The text of the document is final: plain text is the input decoded, without its byte order mark; of a web
 * page and a PDF it is the extracted paragraphs, parted by blank lines.
 *
 * Throws a BackchannelError of `INTAKE_ERRORS` for what cannot be read, with a message that names what was seen.
 */
export async function readDocument(bytes: Uint8Array, options: ReadDocumentOptions): Promise<ReadDocument> {
  const { name } = options
  const shown = name === '-' ? 'standard input' : name
  if (bytes.length === 0) throw intakeError('intake/empty', { name: shown, bytes: 0 })
  const mediaType = options.mediaType ?? null
  const kind = options.fragment ? 'fragment' : sniffKind(bytes, { name: shown, mediaType })
  checkSize(bytes.length, kind, shown)
  const extracted = await extract(bytes, kind, shown, charsetOf(mediaType), options)
  if (extracted.text.trim() === '') throw intakeError('intake/empty', { name: shown, bytes: bytes.length })
  const { document, diagnostics } = await createDocument(
    extracted.text,
    options,
    withHints(extracted.found, options.hints),
  )
  return {
    document,
    diagnostics: [...extracted.diagnostics, ...diagnostics],
    extractor: { name: kind, version: VERSIONS[kind] },
    about: extracted.about ?? NOTHING_ABOUT,
  }
}

/** What was found, with the gaps filled from the container. */
function withHints(found: Found, hints: Given | undefined): Found {
  const told = foundOf(hints)
  return {
    title: found.title ?? told.title,
    publisher: found.publisher ?? told.publisher,
    agency: found.agency,
    published: found.published ?? told.published,
    url: found.url ?? told.url,
  }
}

function checkSize(bytes: number, kind: InputKind | 'fragment', name: string): void {
  const limit = kind === 'pdf' ? MAX_PDF_BYTES : MAX_TEXT_BYTES
  if (bytes <= limit) return
  const constant = kind === 'pdf' ? 'MAX_PDF_BYTES' : 'MAX_TEXT_BYTES'
  const label = kind === 'pdf' ? 'a PDF' : kind === 'text' ? 'plain text' : 'a web page'
  throw intakeError('intake/too-big', { name, bytes, kind: label, limit, constant })
}

async function extract(
  bytes: Uint8Array,
  kind: InputKind | 'fragment',
  name: string,
  charset: string | null,
  options: ReadDocumentOptions,
): Promise<Extracted> {
  if (kind === 'text') {
    const { text, diagnostics } = decodeText(bytes, name, charset)
    return { text, found: NOTHING_FOUND, diagnostics }
  }
  // The parsers are loaded only for the inputs that need them: plain text must start fast.
  if (kind === 'html') {
    const base = options.url ?? options.hints?.url ?? null
    return (await import('./html/read-html.ts')).readHtml(bytes, name, charset, base)
  }
  if (kind === 'fragment') return (await import('./html/read-fragment.ts')).readFragment(bytes, name, charset)
  return (await import('./pdf/read-pdf.ts')).readPdf(bytes, name)
}
