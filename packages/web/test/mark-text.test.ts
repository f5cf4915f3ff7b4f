import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markKind, markText, type TextMark } from '../src/app/mark-text.ts'
import { createAttribution, createClaim } from './record-fixtures.ts'

const claim = (from: number, to: number, id: string): TextMark => ({
  from,
  to,
  part: 'claim',
  claims: [id],
  kind: 'own',
})

describe('markText', () => {
  it('cuts overlapping marks at every end', () => {
    const [segments] = markText('The envoy met the minister.', [claim(0, 13, 'c1'), claim(4, 26, 'c2')])
    expect(segments?.map(({ text, claims, begins }) => [text, claims.join(' '), begins.join(' ')])).toEqual([
      ['The ', 'c1', 'c1'],
      ['envoy met', 'c1 c2', 'c2'],
      [' the minister', 'c2', ''],
      ['.', '', ''],
    ])
  })

  it('has the innermost kind first', () => {
    const [segments] = markText('abcdef', [{ ...claim(0, 6, 'c1'), kind: 'quoted' }, claim(2, 4, 'c2')])
    expect(segments?.[1]?.kinds).toEqual(['own', 'quoted'])
  })

  it('carries a mark on over the end of a paragraph, and begins it once', () => {
    const paragraphs = markText('One.\n\nTwo.', [claim(0, 10, 'c1')])
    expect(paragraphs.map((segments) => segments.map(({ text }) => text))).toEqual([['One.'], ['Two.']])
    expect(paragraphs.flat().map(({ begins }) => begins)).toEqual([['c1'], []])
  })

  it('leaves out marks that lie outside of the text', () => {
    expect(markText('abc', [claim(2, 9, 'c1'), claim(-1, 2, 'c2'), claim(1, 1, 'c3')]).flat()).toMatchObject([
      { text: 'abc', claims: [] },
    ])
    expect(markText('', [])).toEqual([])
  })

  it('holds the whole text, whatever the marks', () => {
    const marks = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 8 })
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), marks, (text, spans) => {
        const all = spans.map(([from, to], index) => claim(from, to, `c${index}`))
        const paragraphs = markText(text, all)
        expect(
          paragraphs
            .flat()
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text.replaceAll('\n', ''))
        const begun = paragraphs.flatMap((segments) => segments.flatMap(({ begins }) => begins))
        expect(new Set(begun).size).toBe(begun.length)
      }),
    )
  })
})

describe('markKind', () => {
  const byId = new Map([
    ['s1', createAttribution('s1', 'quoted')],
    ['s2', createAttribution('s2', 'mixed')],
  ])
  it.each([
    [{}, 'own'],
    [{ told: ['s1'] }, 'quoted'],
    [{ told: ['s1', 's2'] }, 'reported'],
    [{ told: ['s1'], stance: 'denies' }, 'denied'],
    [{ told: ['s1'], stance: 'questions' }, 'questioned'],
    [{ told: ['s1'], status: 'planned' }, 'planned'],
    [{ status: 'ongoing' }, 'own'],
  ] as const)('%j is %s', (given, kind) => {
    expect(markKind(createClaim(given), byId)).toBe(kind)
  })
})
