import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packBytes, packJson, packText, unpackBytes, unpackJson } from '../src/pack.ts'
import { PACK_DICTIONARY_1 } from '../src/pack-dictionary.ts'
import { byText, maybeCursor, toCursor } from '../src/page.ts'

describe('packing', () => {
  it('gives back what it was given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.string({ unit: 'binary', maxLength: 300 }), (bytes, text) => {
        expect(new Uint8Array(unpackBytes(packBytes(bytes)))).toEqual(bytes)
        expect(unpackJson(packText(text))).toBe(text)
      }),
    )
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(unpackJson(packJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('keeps lone surrogates, and makes repeated words small', () => {
    expect(unpackJson(packText('a\ud800b'))).toBe('a\ud800b')
    expect(packText('Nothing took place. '.repeat(500)).byteLength).toBeLessThan(200)
    expect(() => unpackBytes(Uint8Array.of(9, 1))).toThrow('way 9')
  })
})

describe('values in JSON', () => {
  it('come back whole where their last words are the first of the dictionary, as far off as they can be', () => {
    const head = PACK_DICTIONARY_1.slice(0, 200)
    for (const length of [1000, 4000, 7900, 8100, 9000]) {
      // Digits that hardly repeat, so that nothing nearer serves for what stands at the end.
      const digits = Array.from({ length: length / 8 }, (_, at) => Math.imul(at + 1, 0x9e3779b1) >>> 0).join('')
      const value = { digits: digits.slice(0, Math.max(0, length - 260)), head }
      expect(unpackJson(packJson(value))).toEqual(value)
    }
  })
})

describe('pages', () => {
  it('orders texts as UTF-8 bytes do', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 8 }), (a, b) => {
        expect(Math.sign(byText(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))))
      }),
    )
  })

  it('takes its own cursors and no others', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), (number, text) => {
        expect(maybeCursor({ after: toCursor([number, text]) }, [0, ''])).toEqual([number, text])
        expect(maybeCursor({ after: toCursor([number, text]) }, ['', ''])).toBeNull()
        expect(maybeCursor({ after: text }, [0, ''])).toBeNull()
      }),
    )
  })
})
