import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText, firstBadByte } from '../src/decode.ts'
import { decodeHtml } from '../src/html/decode-html.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...values: number[]) => Uint8Array.from(values)
/** "Минск" in windows-1251. */
const MINSK = [0xcc, 0xe8, 0xed, 0xf1, 0xea]

describe('decodeText', () => {
  it('removes a byte order mark and nothing else', () => {
    const text = ' \r\n“Yes,”\u00a0he said.\t\u200b\r\n\n '
    expect(decodeText(utf8(text), 'a', null)).toEqual({ text, encoding: 'UTF-8', diagnostics: [] })
    expect(decodeText(utf8(`\uFEFF${text}`), 'a', null)).toEqual({ text, encoding: 'UTF-8', diagnostics: [] })
  })

  it('reads UTF-16 with and without its mark', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0x48, 0, 0x69, 0), 'a', null).text).toBe('Hi')
    expect(decodeText(bytes(0xfe, 0xff, 0, 0x48, 0, 0x69), 'a', null).text).toBe('Hi')
    const bare = decodeText(bytes(0x48, 0, 0x69, 0), 'a', null)
    expect(bare.text).toBe('Hi')
    expect(bare.diagnostics).toMatchObject([{ code: 'intake/charset-guessed', severity: 'note' }])
  })

  it('names the first bad byte and what it took the text for', () => {
    const { text, diagnostics } = decodeText(bytes(0x63, 0x61, 0x66, 0xe9, 0x20, 0x93), 'a', null)
    expect(text).toBe('café “')
    expect(diagnostics).toMatchObject([
      {
        code: 'intake/charset-guessed',
        severity: 'warning',
        message: 'not UTF-8: byte 0xE9 at offset 3; read as windows-1252, so some letters may be wrong',
      },
    ])
  })

  it('believes a declared charset, and says where it is not known', () => {
    expect(decodeText(bytes(...MINSK), 'a', 'windows-1251').text).toBe('Минск')
    expect(() => decodeText(bytes(0x41), 'a.txt', 'klingon-8')).toThrow('a.txt is said to be in the charset klingon-8')
  })
})

describe('decodeHtml', () => {
  const page = (charset: string) => [...utf8(`<meta charset="${charset}"><p>`)]

  it('reads the charset that the page declares', () => {
    expect(decodeHtml(bytes(...page('windows-1251'), ...MINSK), null)).toMatchObject({
      text: '<meta charset="windows-1251"><p>Минск',
      diagnostics: [],
    })
  })

  it('lets the transport win over the page', () => {
    expect(decodeHtml(bytes(...page('windows-1252'), ...MINSK), 'windows-1251').text).toContain('Минск')
  })

  it('does not believe that windows-1251 is UTF-8', () => {
    const { encoding, diagnostics } = decodeHtml(bytes(...page('utf-8'), ...MINSK), null)
    expect(encoding).toBe('windows-1251')
    expect(diagnostics[0]?.message).toContain('byte 0xCC at offset 25')
  })

  it('does not believe that UTF-8 is windows-1252', () => {
    const { text, diagnostics } = decodeHtml(bytes(...page('iso-8859-1'), ...utf8('“Mińsk”')), null)
    expect(text).toContain('“Mińsk”')
    expect(diagnostics).toMatchObject([{ severity: 'note' }])
  })

  it('takes a page that declares nothing for UTF-8', () => {
    expect(decodeHtml(utf8('<p>Mińsk'), null)).toEqual({ text: '<p>Mińsk', encoding: 'UTF-8', diagnostics: [] })
  })
})

describe('firstBadByte', () => {
  it('agrees with the strict decoder of the platform', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 12 }), fc.string({ unit: 'binary' }).map(utf8)), (input) => {
        let good = true
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(input)
        } catch {
          good = false
        }
        const bad = firstBadByte(input)
        expect(bad < 0).toBe(good)
        if (bad >= 0) expect(firstBadByte(input.subarray(0, bad))).toBe(-1)
      }),
      { numRuns: 2000 },
    )
  })
})
