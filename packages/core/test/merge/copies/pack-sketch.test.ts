import { compareTexts, packSketch, sketchKeys, sketchText, unpackSketch } from '@backchannel/core'
import { describe, expect, it } from 'vitest'
import { LIGHT_EDIT, longText, ORIGINAL } from './texts.ts'

describe('packSketch', () => {
  it('gives back the same sketch', () => {
    for (const text of [ORIGINAL, LIGHT_EDIT, '', 'Two words', longText(20_000, 4)]) {
      const sketch = sketchText(text)
      const again = unpackSketch(packSketch(sketch))
      expect(again).toEqual(sketch)
      expect(sketchKeys(again)).toEqual(sketchKeys(sketch))
    }
  })

  it('compares unpacked sketches as well', () => {
    const [a, b] = [ORIGINAL, LIGHT_EDIT].map((text) => ({ sketch: unpackSketch(packSketch(sketchText(text))) }))
    expect(a && b && compareTexts(b, a)?.how).toBe('light-edit')
  })

  it('takes some 5 bytes a content word', () => {
    expect(packSketch(sketchText(ORIGINAL)).length).toBeLessThan(1200)
  })

  it('refuses bytes of another version, or cut ones', () => {
    const bytes = packSketch(sketchText(ORIGINAL))
    const newer = Uint8Array.from(bytes)
    newer[0] = 99
    for (const wrong of [newer, bytes.slice(0, -1), new Uint8Array(0)])
      expect(() => unpackSketch(wrong)).toThrow(expect.objectContaining({ code: 'merge/bad-sketch' }))
  })
})
