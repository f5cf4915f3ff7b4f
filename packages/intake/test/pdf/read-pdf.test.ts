import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { MAX_PDF_PAGES, readDocument } from '../../src/index.ts'
import { linesOf, paragraphsOf, withInitials } from '../../src/pdf/layout.ts'
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
    expect(extractor).toEqual({ name: 'pdf', version: 2 })
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

  it('leaves out the running head of two pages, where it stands at the same height, and keeps what only looks alike', async () => {
    const page = (number: number, headHeight: number) => [
      ...pageOf([
        `Paragraph one of page ${number} tells of the talks in the capital,`,
        'which went on until the early morning.',
        '',
        `Paragraph two of page ${number} tells of the prisoners.`,
      ]),
      // As many programs write it: behind the text.
      { x: 72, y: headHeight, size: 9, text: 'The Northern Review, March 2026' },
    ]
    const { document } = await readDocument(makePdf([page(1, 810), page(2, 810)]), { name: 'a.pdf' })
    expect(document.text).not.toContain('Northern Review')
    const alike = await readDocument(makePdf([page(1, 810), page(2, 800)]), { name: 'a.pdf' })
    expect(alike.document.text.match(/^The Northern Review, March 2026$/gm)).toHaveLength(2)
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

  it('parts a byline from an article whose paragraphs are indented only', () => {
    const line = (text: string, y: number, x: number, end = 200) => ({ text, x, end, y, height: 9 })
    expect(
      paragraphsOf([
        line('By Nora Lindqvist in Varnhaven', 485, 58),
        line('Officials in the coastal capital', 474, 58),
        line('confirmed that the minister of', 464, 49),
        line('Karsovia had met the envoy on', 454, 49),
        line('the morning of 3 September.', 444, 49),
        line('Five fishermen are still held by', 434, 58),
        line('the coast guard.', 424, 49, 120),
      ]),
    ).toEqual([
      'By Nora Lindqvist in Varnhaven',
      'Officials in the coastal capital confirmed that the minister of Karsovia had met the envoy on the morning of 3 September.',
      'Five fishermen are still held by the coast guard.',
    ])
  })

  it('ends a paragraph where the next words had room, but not beside a picture', () => {
    const line = (text: string, y: number, end: number) => ({ text, x: 50, end, y, height: 10 })
    expect(
      paragraphsOf([
        line('From Our Correspondent', 700, 160),
        line('Officials in the coastal capital confirmed that the minister', 688, 350),
        line('Anton Verek met her.', 676, 140),
      ]),
    ).toEqual([
      'From Our Correspondent',
      'Officials in the coastal capital confirmed that the minister Anton Verek met her.',
    ])
    expect(
      paragraphsOf([
        line('Officials in the coastal', 700, 160),
        line('capital said that minister', 688, 162),
        line('Verek of Karsovia had met the envoy on the third of September.', 676, 350),
      ]),
    ).toHaveLength(1)
  })

  it('keeps a headline of two lines together', () => {
    const line = (text: string, y: number, height: number) => ({ text, x: 50, end: 250, y, height })
    expect(
      paragraphsOf([
        line('Five fishermen fly', 700, 22),
        line('home from Karsovia', 674, 22),
        line('The five men who had been held since', 650, 11),
        line('August came home to their families in', 635, 11),
        line('the port of Varnhaven on the third of', 620, 11),
      ]),
    ).toEqual([
      'Five fishermen fly home from Karsovia',
      'The five men who had been held since August came home to their families in the port of Varnhaven on the third of',
    ])
  })

  it('puts a large initial back before its word, wherever the file has it', () => {
    const line = (text: string, x: number, y: number, height = 9) => ({
      text,
      x,
      end: x + 0.75 * height * text.length,
      y,
      height,
    })
    const texts = (initial: string, rest: string) =>
      withInitials([
        line(initial, 50, 470, 32),
        line('By Nora Lindqvist', 50, 499),
        line(rest, 75, 489),
        line('flight had left.', 75, 478),
      ]).map(({ text }) => text)
    expect(texts('O', 'fficials said that the')).toEqual([
      'By Nora Lindqvist',
      'Officials said that the',
      'flight had left.',
    ])
    expect(texts('A', 'fter nine weeks the')[1]).toBe('After nine weeks the')
    expect(texts('A', 'senior official said the')[1]).toBe('A senior official said the')
  })

  it('leaves out the mark of a footnote, but no number of the text', () => {
    const run = (text: string, x: number, y: number, height: number) => ({ text, x, y, width: 5 * text.length, height })
    const texts = (runs: Parameters<typeof linesOf>[0]) => linesOf(runs).map(({ text }) => text)
    expect(texts([run('pardoned.', 10, 700, 10), run('12', 55, 704, 6), run(' They', 65, 700, 10)])).toEqual([
      'pardoned. They',
    ])
    expect(texts([run('Resolution', 10, 700, 10), run('12', 63, 700, 10)])).toEqual(['Resolution 12'])
    expect(texts([run('10 km', 10, 700, 10), run('2', 35, 704, 6)])).toEqual(['10 km2'])
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
