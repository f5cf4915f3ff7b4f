import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { MAX_PDF_PAGES, readDocument } from '../../src/index.ts'
import { linesOf, paragraphsOf } from '../../src/pdf/layout.ts'
import { makePdf, pageOf } from './make-pdf.ts'

const FIRST = [
  'The envoys of the two governments met in a hotel in Oslo on Monday and agreed to ex-',
  'change eleven prisoners before the end of the month, the Norwegian mediator told us.',
  '',
  'The US-',
  'Belgian panel (a group of lawyers) will watch over the exchange at the border bridge.',
]

describe('readPdf', () => {
  it('joins lines to paragraphs and words cut at the end of a line', async () => {
    const bytes = makePdf([pageOf(FIRST)], '/Title (Envoys meet in Oslo) /CreationDate (D:20260316090000Z)')
    const { document, diagnostics, extractor } = await readDocument(bytes, { name: 'a.pdf' })
    expect(document.text).toBe(
      'The envoys of the two governments met in a hotel in Oslo on Monday and agreed to exchange eleven prisoners before the end of the month, the Norwegian mediator told us.\n\nThe US-Belgian panel (a group of lawyers) will watch over the exchange at the border bridge.',
    )
    expect(document.title).toBe('Envoys meet in Oslo')
    // The file's date may be that of a print.
    expect(document.published).toBe(null)
    expect(diagnostics).toEqual([])
    expect(extractor).toEqual({ name: 'pdf', version: 1 })
  })

  it('leaves out running heads and page numbers', async () => {
    const pages = [1, 2, 3, 4].map((number) => [
      { x: 72, y: 810, size: 9, text: 'The Northern Review, March 2026' },
      ...pageOf([
        `Paragraph one of page ${number} tells of the talks in the capital,`,
        'which went on until the early morning.',
        '',
        `Paragraph two of page ${number} tells of the prisoners.`,
      ]),
      { x: 290, y: 30, size: 9, text: String(number) },
    ])
    const { document } = await readDocument(makePdf(pages), { name: 'a.pdf' })
    expect(document.text).not.toContain('Northern Review')
    expect(document.text.split('\n\n')).toHaveLength(8)
  })

  it('leaves out what a browser prints around a page', async () => {
    const page = [
      { x: 24, y: 810, size: 8, text: '11/24/26, 9:23 PM Envoys meet' },
      ...pageOf(FIRST),
      { x: 24, y: 17, size: 8, text: 'https://ledger.example/world/1 1/1' },
    ]
    const { document } = await readDocument(makePdf([page]), { name: 'a.pdf' })
    expect(document.text.startsWith('The envoys')).toBe(true)
    expect(document.text.endsWith('border bridge.')).toBe(true)
  })

  it('says that a file without a text layer has none', async () => {
    const read = readDocument(makePdf([[], []]), { name: 'scan.pdf' })
    await expect(read).rejects.toMatchObject({ code: 'intake/pdf-no-text', details: { name: 'scan.pdf', pages: 2 } })
  })

  it('says that a page has no text layer where others have one', async () => {
    const { diagnostics } = await readDocument(makePdf([pageOf(FIRST), []]), { name: 'a.pdf' })
    expect(diagnostics).toMatchObject([{ code: 'intake/pages-without-text', severity: 'note' }])
  })

  it('says that an encrypted file needs a password', async () => {
    // Made by `qpdf --encrypt secret owner 256 -- in.pdf encrypted.pdf` from a page of makePdf.
    // Read as a Buffer, as a host does: pdf.js alone would refuse that.
    const bytes = await readFile(new URL('./encrypted.pdf', import.meta.url))
    await expect(readDocument(bytes, { name: 'encrypted.pdf' })).rejects.toMatchObject({
      code: 'intake/pdf-encrypted',
      message: 'encrypted.pdf is an encrypted PDF that needs a password',
    })
  })

  it('says that a broken file is broken', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7\nnothing of a PDF follows')
    await expect(readDocument(bytes, { name: 'broken.pdf' })).rejects.toMatchObject({ code: 'intake/pdf-broken' })
  })

  it('reads a limited number of pages and says so', async () => {
    const pages = Array.from({ length: MAX_PDF_PAGES + 2 }, (_, index) =>
      pageOf([`This is page ${index} of a report.`]),
    )
    const { document, diagnostics } = await readDocument(makePdf(pages), { name: 'long.pdf' })
    expect(diagnostics).toMatchObject([{ code: 'intake/cut', severity: 'warning' }])
    expect(document.text).toContain(`page ${MAX_PDF_PAGES - 1} of`)
    expect(document.text).not.toContain(`page ${MAX_PDF_PAGES} of`)
  })
})

describe('linesOf', () => {
  it('turns ligatures into letters and gaps between runs into blanks', () => {
    const run = (text: string, x: number, width: number) => ({ text, x, y: 700, width, height: 10 })
    const lines = linesOf([run('of', 10, 12), run('ﬁ', 22, 6), run('cials', 28, 30), run('met', 62, 20)])
    expect(lines.map((line) => line.text)).toEqual(['officials met'])
  })

  it('keeps the hyphen of a compound that is cut at it', () => {
    const line = (text: string, y: number) => ({ text, x: 50, end: 250, y, height: 10 })
    const lines = [
      line('The well-', 700),
      line('known envoy led the negoti-', 688),
      line('ations of the US-', 676),
      line('Belgian panel.', 664),
    ]
    expect(paragraphsOf(lines)).toEqual(['The well-known envoy led the negotiations of the US-Belgian panel.'])
  })

  it('starts a new column as a new line and lets a sentence run on', () => {
    const run = (text: string, x: number, y: number) => ({ text, x, y, width: 200, height: 10 })
    const lines = linesOf([
      run('The two sides agreed that they', 50, 100),
      run('would meet again in spring.', 310, 700),
    ])
    expect(lines).toHaveLength(2)
    expect(paragraphsOf(lines)).toEqual(['The two sides agreed that they would meet again in spring.'])
  })
})
