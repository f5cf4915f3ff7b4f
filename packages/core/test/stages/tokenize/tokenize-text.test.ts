import { checkCases } from '@backchannel/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_CHUNK, tokenizeText } from '../../../src/stages/tokenize/index.ts'

/** Words of a text parted by blanks; further words of one surface token have a "+" before them. */
function words(text: string): string[] {
  const tokens = tokenizeText(text)
  return Array.from(tokens.from, (from, i) => (tokens.glued[i] ? '+' : '') + text.slice(from, tokens.to[i]))
}

// Characters that would be lost or misread in a file are written \u{..} there.
const fromEscapes = (text: string): string =>
  text.replace(/\\u\{([0-9a-f]+)\}/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
const toEscapes = (text: string): string =>
  text.replace(/[\p{Cf}\u00a0\u2028\u2029]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`)

checkCases(new URL('./tokenize-text.cases', import.meta.url), (one) =>
  toEscapes(words(fromEscapes(one.input)).join(' ')),
)

describe('tokenizeText', () => {
  it('counts UTF-16 code units', () => {
    const tokens = tokenizeText('😀 a 🇧🇾 b')
    expect(Array.from(tokens.from)).toEqual([0, 3, 5, 10])
    expect(Array.from(tokens.to)).toEqual([2, 4, 9, 11])
  })

  it('covers invisible characters inside a word and leaves those at its edges out', () => {
    const text = '\u200bnego\u00adtia\u200btions\u200b, \u202bMinsk\u202c'
    const tokens = tokenizeText(text)
    expect(Array.from(tokens.from, (from, i) => text.slice(from, tokens.to[i]))).toEqual([
      'nego\u00adtia\u200btions',
      ',',
      'Minsk',
    ])
  })

  it('reads the same words with CRLF as with LF', () => {
    const text = 'The envoy left.\nShe said:\n\n“No.”\n'
    expect(words(text.replaceAll('\n', '\r\n'))).toEqual(words(text))
  })

  it('cuts a run of letters that never ends, between characters', () => {
    const text = '😀é'.repeat(2000)
    const tokens = tokenizeText(text)
    for (let i = 0; i < tokens.length; i++) {
      expect(tokens.to[i]! - tokens.from[i]!).toBeLessThanOrEqual(2 * LONGEST_CHUNK)
      expect(text.slice(tokens.from[i], tokens.to[i])).not.toMatch(LONE_SURROGATE)
    }
  })

  it('reads a line of five megabytes', () => {
    const sentence = 'The ministers of X-land didn’t meet at 10:30 a.m. in "Y". '
    const copies = Math.ceil(5_000_000 / sentence.length)
    const tokens = tokenizeText(sentence.repeat(copies))
    expect(tokens.length).toBe(copies * words(sentence).length)
  })

  it('reads long lines without any blank', () => {
    for (const piece of ['a', '-', '.', 'a.', "'", 'a@', '1,', '(']) {
      const text = piece.repeat(Math.ceil(300_000 / piece.length))
      const tokens = tokenizeText(text)
      expect(tokens.to[tokens.length - 1]).toBe(text.length)
    }
  })

  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    // Lone surrogates too.
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes)),
    fc
      .array(
        fc.constantFrom(
          ...['a', 'Mr', 'U.S', "n't", '’', "'", '“', '”', '"', '.', '...', '-', '—', ' ', '\n', '\r\n', '\u00a0'],
          ...[
            '\u00ad',
            '\u200b',
            '\u200d',
            '\ufe0f',
            '😀',
            '\ud83d',
            '1',
            ',',
            '/',
            '@',
            '#',
            'http://',
            'www.',
            '(',
            ')',
            '$',
            's',
            '&',
            '_',
          ],
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join('')),
  )

  it('gives words in order that cover everything but blanks', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const tokens = tokenizeText(text)
        let at = 0
        for (let i = 0; i < tokens.length; i++) {
          const from = tokens.from[i]!
          const to = tokens.to[i]!
          expect(from).toBeGreaterThanOrEqual(at)
          expect(to).toBeGreaterThan(from)
          expect(isBlank(text.slice(at, from))).toBe(true)
          if (tokens.glued[i] === 1) expect(i).toBeGreaterThan(0)
          at = to
        }
        expect(at).toBeLessThanOrEqual(text.length)
        expect(isBlank(text.slice(at))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('cuts no pair of surrogates', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const tokens = tokenizeText(text)
        for (let i = 0; i < tokens.length; i++) {
          expect(text.slice(tokens.from[i], tokens.to[i])).not.toMatch(LONE_SURROGATE)
        }
      }),
      { numRuns: 500 },
    )
  })
})

/** With the u flag a pair is one character, so that only single halves match. */
const LONE_SURROGATE = /[\ud800-\udfff]/u

/** White space, control characters and what cannot be seen: what may lie between words. */
function isBlank(text: string): boolean {
  return /^[\s\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0001}]*$/u.test(
    text.replaceAll('\u034f', ''),
  )
}
