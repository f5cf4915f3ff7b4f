import { contentHash } from '@backchannel/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flattenPage } from '../src/html/flatten.ts'
import { MAX_DEPTH, MAX_ELEMENTS, MAX_REFERENCES, MAX_TEXT_BYTES, readDocument } from '../src/index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const TEXT = 'The envoys of the two states met in Oslo on Tuesday.'

describe('readDocument', () => {
  it('leaves plain text as it is and names it by its content', async () => {
    const text = `\n  ${TEXT}\r\n\r\n“Yes.” \u00a0\n`
    const { document, diagnostics, extractor } = await readDocument(utf8(`\uFEFF${text}`), { name: 'a.txt' })
    expect(document.text).toBe(text)
    expect(document.id).toBe(`doc:${contentHash(text)}`)
    expect(document).toMatchObject({
      title: null,
      outlet: null,
      carrier: null,
      agency: null,
      published: null,
      url: null,
      language: 'en',
    })
    expect(diagnostics).toEqual([])
    expect(extractor).toEqual({ name: 'text', version: 2 })
  })

  it('lets given values win', async () => {
    const { document } = await readDocument(utf8(TEXT), {
      name: 'a.txt',
      id: 'mine',
      title: 'Talks',
      outlet: 'The Ledger',
      published: '2026-03-16',
      url: 'https://a.example/1',
    })
    expect(document).toMatchObject({
      id: 'mine',
      title: 'Talks',
      outlet: 'The Ledger',
      published: { text: '2026-03-16' },
      url: 'https://a.example/1',
    })
  })

  it('does not take a text that speaks of tags for a page', async () => {
    const text = 'He wrote <b>bold</b> words & sent <script> to nobody.'
    expect((await readDocument(utf8(text), { name: 'a.txt' })).document.text).toBe(text)
  })

  it('tells a page without a name that says so', async () => {
    const { extractor, document } = await readDocument(utf8(`<!DOCTYPE html>\n<p>${TEXT}</p>`), { name: '-' })
    expect(extractor.name).toBe('html')
    expect(document.text).toBe(TEXT)
  })

  it('reads a page in windows-1251', async () => {
    const head = [...utf8('<meta charset=windows-1251><p>The word is ')]
    const { document } = await readDocument(Uint8Array.from([...head, 0xcc, 0xe8, 0xed, 0xf1, 0xea]), {
      name: 'a.html',
    })
    expect(document.text).toBe('The word is Минск')
  })

  const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)
  it.each([
    ['nothing', '', {}, 'intake/empty', 'a.txt is empty: it holds 0 bytes and no text'],
    ['blanks', ' \n\t ', {}, 'intake/empty', 'a.txt is empty: it holds 4 bytes and no text'],
    ['standard input', ' ', { name: '-' }, 'intake/empty', 'standard input is empty: it holds 1 bytes and no text'],
    [
      'an archive',
      zip,
      { name: 'a.docx' },
      'intake/binary',
      'a.docx is no text: it looks like a ZIP archive or a Word document (.docx) (byte 0x50 at offset 0)',
    ],
    [
      'zero bytes',
      'ab\u0000\u0001\u0002c',
      {},
      'intake/binary',
      'a.txt is no text: it looks like binary data (byte 0x00 at offset 2)',
    ],
    [
      'a feed',
      '<?xml version="1.0"?>\n<rss version="2.0"><channel>',
      {},
      'intake/feed',
      'a.txt is a feed (RSS), not one article',
    ],
    [
      'another feed',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      {},
      'intake/feed',
      'a.txt is a feed (Atom), not one article',
    ],
    [
      'a media type',
      '{}',
      { mediaType: 'application/json' },
      'intake/unknown-media-type',
      'a.txt is said to be application/json, which is not read',
    ],
    [
      'a charset',
      'a',
      { mediaType: 'text/plain; charset=utf-9' },
      'intake/unknown-charset',
      'a.txt is said to be in the charset utf-9, which is not known',
    ],
    [
      'no PDF',
      'hello',
      { name: 'a.pdf' },
      'intake/pdf-broken',
      'a.pdf is no PDF that can be read: it does not start with %PDF-',
    ],
    [
      'a page without text',
      '<html><body><script>x()</script></body></html>',
      {},
      'intake/no-article',
      'a.txt is a web page without readable text: 0 paragraphs were found',
    ],
    [
      'a bad date',
      'a',
      { published: 'soon' },
      'intake/bad-published',
      'the publication date "soon" is none: it is not in a form that is read',
    ],
    [
      'a bad address',
      'a',
      { url: 'file:///etc/passwd' },
      'intake/bad-url',
      'the address "file:///etc/passwd" is no http or https address',
    ],
  ] as const)('refuses %s', async (_, input, options, code, message) => {
    const bytes = typeof input === 'string' ? utf8(input) : input
    await expect(readDocument(bytes, { name: 'a.txt', ...options })).rejects.toMatchObject({ code, message })
  })

  it('names the limit of a text that is too big', async () => {
    const big = new Uint8Array(20_000_000).fill(0x61)
    await expect(readDocument(big, { name: 'big.txt' })).rejects.toMatchObject({
      code: 'intake/too-big',
      message: `big.txt has 20000000 bytes; the limit for plain text is ${MAX_TEXT_BYTES} bytes (MAX_TEXT_BYTES)`,
    })
  })

  it('reads a page with 50,000 nested elements', async () => {
    const page = `${'<div>'.repeat(49_000)}<p>${TEXT}</p>`
    const { document, diagnostics } = await readDocument(utf8(page), { name: 'deep.html' })
    expect(document.text).toBe(TEXT)
    expect(diagnostics).toMatchObject([{ code: 'intake/flattened', severity: 'warning' }])
  })

  it('refuses a page with too many elements, and one of references', async () => {
    const many = readDocument(utf8('<p>a</p>'.repeat(MAX_ELEMENTS + 1)), { name: 'many.html' })
    await expect(many).rejects.toMatchObject({ code: 'intake/too-many-elements' })
    const references = readDocument(utf8(`<p>${'&amp;'.repeat(MAX_REFERENCES + 1)}`), { name: 'many.html' })
    await expect(references).rejects.toMatchObject({ code: 'intake/too-many-elements' })
  })

  it('reads any bytes or says why not', async () => {
    const pieces = fc.constantFrom(
      '<p>',
      '</p>',
      '<div class=x>',
      '<article>',
      '<!--',
      '-->',
      '<script>',
      'text here. ',
      '&amp;',
      '\u0000',
      '<',
      '>',
      '"',
      '<table><tr>',
      '<a href=',
      '\ud83c\udf37',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (parts) => {
        try {
          const { document } = await readDocument(utf8(`<html>${parts.join('')}`), { name: 'a.html' })
          expect(document.text.trim()).not.toBe('')
        } catch (error) {
          expect(error).toMatchObject({ name: 'BackchannelError', code: expect.stringMatching(/^intake\//) })
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('flattenPage', () => {
  it('leaves an ordinary page as it is', () => {
    const html =
      '<!doctype html><!-- <div> --><p>a<p>b<br><img src="a>b"><script>if (a<b) "<div>"</script><ul><li>c<li>d</ul>'
    expect(flattenPage(html, 'a')).toEqual({ html, elements: 8, depth: 3 })
  })

  it('does not count paragraphs without end tags as nested', () => {
    expect(flattenPage('<p>a '.repeat(500), 'a').depth).toBe(1)
  })

  it('keeps the text of what is nested too deep', () => {
    const { html, depth } = flattenPage(`${'<i>'.repeat(MAX_DEPTH + 50)}word${'</i>'.repeat(MAX_DEPTH + 50)}end`, 'a')
    expect(depth).toBe(MAX_DEPTH + 50)
    expect(html.match(/<i>/g)).toHaveLength(MAX_DEPTH)
    expect(html.match(/<\/i>/g)).toHaveLength(MAX_DEPTH)
    expect(html.replace(/<[^>]*>|\s/g, '')).toBe('wordend')
  })
})
