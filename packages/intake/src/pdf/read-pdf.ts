import type { Diagnostic } from '@backchannel/core'
import type { Found } from '../create-document.ts'
import { NOTHING_FOUND } from '../create-document.ts'
import { intakeError } from '../errors.ts'
import type { Extracted } from '../html/read-html.ts'
import { MAX_PDF_ITEMS, MAX_PDF_PAGES } from '../limits.ts'
import { type Glyphs, type Line, linesOf, paragraphsOf, withInitials, withoutRunningLines } from './layout.ts'

// The few members of pdf.js that are used: its own types need the DOM library.
interface PdfLibrary {
  getDocumentProxy(data: Uint8Array, options: object): Promise<PdfFile>
}
interface PdfFile {
  readonly numPages: number
  getPage(number: number): Promise<PdfPage>
  getMetadata(): Promise<{ readonly info?: Readonly<Record<string, unknown>> }>
  destroy(): Promise<void>
}
interface PdfPage {
  getTextContent(): Promise<{ readonly items: readonly PdfItem[] }>
  cleanup(): void
}
interface PdfItem {
  readonly str?: string
  readonly transform?: readonly number[]
  readonly width?: number
  readonly height?: number
}

/**
 * Reads the text layer of a PDF: lines joined to paragraphs, parted by blank lines. Scripts in the file are never run
 * (CVE-2024-4367 is why `isEvalSupported` is off). Throws `intake/pdf-encrypted`, `intake/pdf-broken` and
 * `intake/pdf-no-text`.
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Extracted> {
  // Only a caller with a PDF pays for loading pdf.js.
  const library = (await import('unpdf')) as unknown as PdfLibrary
  const file = await openFile(library, bytes, name)
  try {
    return await readFile(file, name)
  } finally {
    await file.destroy()
  }
}

async function openFile(library: PdfLibrary, bytes: Uint8Array, name: string): Promise<PdfFile> {
  // pdf.js reports by exceptions what is wrong with a file. It takes the buffer over and refuses a Buffer: it gets a copy.
  try {
    return await library.getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      verbosity: 0,
    })
  } catch (error) {
    throw pdfError(error, name)
  }
}

function pdfError(error: unknown, name: string): Error {
  const kind = error instanceof Error ? error.name : ''
  if (kind === 'PasswordException') return intakeError('intake/pdf-encrypted', { name })
  const why = error instanceof Error ? error.message.replace(/\.$/, '').toLowerCase() : String(error)
  return intakeError('intake/pdf-broken', { name, why })
}

async function readFile(file: PdfFile, name: string): Promise<Extracted> {
  const diagnostics: Diagnostic[] = []
  const pages: (readonly Line[])[] = []
  let items = 0
  const last = Math.min(file.numPages, MAX_PDF_PAGES)
  if (last < file.numPages)
    diagnostics.push(cut(`of ${file.numPages} pages the first ${last} are read (MAX_PDF_PAGES)`))
  for (let number = 1; number <= last; number++) {
    const runs = await readPage(file, number, name)
    items += runs.length
    if (items > MAX_PDF_ITEMS) {
      diagnostics.push(
        cut(`page ${number} and the rest are left out: more than ${MAX_PDF_ITEMS} runs of text (MAX_PDF_ITEMS)`),
      )
      break
    }
    pages.push(withInitials(linesOf(runs)))
  }
  const lines = withoutRunningLines(pages)
  const empty = lines.filter((page) => page.length === 0).length
  const text = paragraphsOf(lines.flat()).join('\n\n')
  if (text === '') throw intakeError('intake/pdf-no-text', { name, pages: file.numPages })
  if (empty > 0 && lines.length > 1) {
    const message = `${empty} of ${lines.length} pages have no text layer: words in pictures are not read`
    diagnostics.push({ code: 'intake/pages-without-text', severity: 'note', message, span: null, stage: 'intake' })
  }
  return { text, found: await readInfo(file), diagnostics }
}

function cut(message: string): Diagnostic {
  return { code: 'intake/cut', severity: 'warning', message, span: null, stage: 'intake' }
}

async function readPage(file: PdfFile, number: number, name: string): Promise<readonly Glyphs[]> {
  try {
    const page = await file.getPage(number)
    const { items } = await page.getTextContent()
    page.cleanup()
    return items.flatMap((item) => {
      if (item.str === undefined || item.str === '') return []
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform ?? []
      // Text set sideways (a margin note, a watermark) is no part of the article.
      if (Math.abs(b) > Math.abs(a)) return []
      return [{ text: item.str, x, y, width: item.width ?? 0, height: item.height || Math.abs(a) }]
    })
  } catch (error) {
    throw pdfError(error, name)
  }
}

/**
 * The title of the file's own information, where it is one. Its date is that of the file, often of a print, and would
 * put every "on Sunday" on a wrong day: it is not used.
 */
async function readInfo(file: PdfFile): Promise<Found> {
  const { info = {} } = await file.getMetadata().catch((): Awaited<ReturnType<PdfFile['getMetadata']>> => ({}))
  const title = typeof info['Title'] === 'string' ? info['Title'].trim() : ''
  // Word processors write their file names into the title.
  const named = title !== '' && !/^(?:microsoft word|untitled|document\d*)|\.(?:docx?|pdf|indd|qxd|html?)$/i.test(title)
  return { ...NOTHING_FOUND, title: named ? title : null }
}
