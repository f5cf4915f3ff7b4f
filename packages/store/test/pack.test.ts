import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packBytes, packJson, packText, unpackBytes, unpackJson } from '../src/pack.ts'
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
