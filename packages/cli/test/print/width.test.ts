import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth, safeText, shorten, shortenAround, wrapText } from '../../src/print/width.ts'

describe('displayWidth', () => {
  it.each([
    ['Roe', 3],
    ['周伟', 4],
    ['cafe\u0301', 4],
    ['👩‍🚀 ok', 5],
    ['🇺🇳', 2],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

describe('wrapText', () => {
  it('never makes a line wider than asked, and loses nothing but blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 4, max: 30 }), (text, width) => {
        const lines = wrapText(text, width)
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(' ', '')).toBe(safeText(text).replaceAll(' ', ''))
      }),
    )
  })

  it('breaks between words, and inside one only where it is longer than a line', () => {
    expect(wrapText('the envoy met him', 10)).toEqual(['the envoy', 'met him'])
    expect(wrapText('an incomprehensible act', 8)).toEqual(['an', 'incompre', 'hensible', 'act'])
  })

  it('lets no control character of the text through', () => {
    expect(wrapText('red \u001b[31malert\u0007\u009b2J\u202eback', 80)).toEqual(['red [31malert2Jback'])
  })
})

describe('shorten', () => {
  it('cuts between words and says so', () => {
    expect(shorten('the envoy met him at the lodge', 16)).toBe('the envoy met…')
    expect(shorten('short', 16)).toBe('short')
  })
  it('keeps to the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 20 }), (text, width) => {
        expect(displayWidth(shorten(text, width))).toBeLessThanOrEqual(width + 1)
      }),
    )
  })
})

describe('shortenAround', () => {
  const text = 'After a long dinner at a lodge outside the capital the envoy freed him at once'
  it('keeps the word that matters', () => {
    expect(shortenAround(text, text.indexOf('freed'), 30)).toBe('…the envoy freed him at once')
    expect(shortenAround(text, 0, 20)).toBe('After a long dinner…')
    expect(shortenAround('freed him', 0, 20)).toBe('freed him')
  })
})
