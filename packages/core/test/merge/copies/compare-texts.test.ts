import { compareTexts, type Sketch, sketchKeys, sketchText } from '@backchannel/core'
import { describe, expect, it } from 'vitest'
import { EXCERPT, INDEPENDENT, LIGHT_EDIT, longText, ORIGINAL, REWRITE } from './texts.ts'

const how = (later: string, earlier: string) =>
  compareTexts({ sketch: sketchText(later) }, { sketch: sketchText(earlier) })?.how ?? null
const meet = (a: Sketch, b: Sketch): boolean => {
  const keys = new Set(sketchKeys(a))
  return sketchKeys(b).some((key) => keys.has(key))
}

describe('compareTexts', () => {
  it('finds the same text behind other marks and another page', () => {
    const page = `${ORIGINAL.replace(/"/g, '”')
      .replace(/”(?=\p{L})/gu, '“')
      .replace('May 3', 'May 4')}\n\nFollow us on all channels`
    expect(how(page, ORIGINAL)).toBe('identical')
  })

  it('finds light edits: another headline, words changed, order changed, the end cut', () => {
    expect(how(LIGHT_EDIT, ORIGINAL)).toBe('light-edit')
  })

  it('finds an excerpt, either way round', () => {
    expect(how(EXCERPT, ORIGINAL)).toBe('excerpt')
    expect(how(ORIGINAL, EXCERPT)).toBe('excerpt')
  })

  it('finds a rewrite without credit', () => {
    expect(how(REWRITE, ORIGINAL)).toBe('rewrite')
  })

  it('leaves an independent report with the same two quotations alone', () => {
    expect(how(INDEPENDENT, ORIGINAL)).toBeNull()
    expect(how(ORIGINAL, INDEPENDENT)).toBeNull()
    expect(how(INDEPENDENT, REWRITE)).toBeNull()
  })

  it('leaves two reports alone that print the same list of those freed', () => {
    const list = `The list: ${'Ivo Terzi, Nadia Sorel, Radu Helm, Greta Maes, Dav Iliev, Petar Marr, Lidia Brod, Aron Tell, Nora Vale, Kit Penn, Osric Dray, Tamsin Moya, Hugo Salas, Berta Arce, Zoya Orin, Lev Maslin, Jonas Kreft, Rasa Banyte, Egle Stank, Viktor Hanko'}.`
    const one = `Families wept outside the prison on Tuesday as the gates opened and a row of thin men in grey coats walked out into the snow.\n\n${list}`
    const two = `The presidency published its decree in the official gazette at noon; a lawyer called it late but welcome, and asked for the rest.\n\n${list}`
    expect(how(one, two)).toBeNull()
  })

  it('finds added paragraphs in front', () => {
    const added = `The border town of Medvin has seen many goodbyes, but few arrivals like this.\n\nLocal people put candles in their windows and the mayor, Jurga Stankus, opened the town hall for the night.\n\n${ORIGINAL}`
    expect(how(added, ORIGINAL)).toBe('light-edit')
  })

  it('says why in words', () => {
    const found = compareTexts({ sketch: sketchText(LIGHT_EDIT) }, { sketch: sketchText(ORIGINAL) })
    expect(found?.score.because).toMatch(/^\d+ % of its word runs and 2 quotations stand in the other$/)
  })

  it('says nothing of empty texts', () => {
    expect(how('', '')).toBeNull()
    expect(how('...', ORIGINAL)).toBeNull()
  })

  it('does the same with 5,000 words', () => {
    const long = longText(5000, 7)
    const paragraphs = long.split('\n\n')
    expect(
      how(
        long.replace(/\w+/g, (word, at: number) => (at % 19 === 0 ? 'changed' : word)),
        long,
      ),
    ).toBe('light-edit')
    expect(how(paragraphs.slice(20, 23).join('\n\n'), long)).toBe('excerpt')
    expect(how(longText(5000, 8), long)).toBeNull()
  })
})

describe('sketchKeys', () => {
  const original = sketchText(ORIGINAL)

  it('lets every kind of copy meet its original', () => {
    for (const text of [LIGHT_EDIT, EXCERPT, REWRITE]) expect(meet(sketchText(text), original)).toBe(true)
  })

  it('lets an excerpt of some 60 words meet a text of 5,000', () => {
    const long = longText(5000, 7)
    const sketch = sketchText(long)
    const paragraphs = long.split('\n\n')
    const found = [5, 20, 35, 50, 65].filter((at) => meet(sketchText(paragraphs[at] ?? ''), sketch))
    expect(found.length).toBeGreaterThanOrEqual(4)
  })

  it('is bounded, and another story shares none', () => {
    expect(sketchKeys(sketchText(longText(20_000, 3))).length).toBeLessThanOrEqual(256)
    expect(meet(sketchText(longText(300, 5)), original)).toBe(false)
  })
})
