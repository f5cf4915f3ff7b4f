import { documentId, likelyOriginal, sketchText } from '@backchannel/core'
import { describe, expect, it } from 'vitest'
import { EXCERPT, LIGHT_EDIT, ORIGINAL, REWRITE } from './texts.ts'

const text = (
  id: string,
  words: string,
  published: string | null,
  outlet: string | null,
  carrier: string | null = null,
) => ({
  sketch: sketchText(words),
  document: {
    id: documentId(id),
    outlet,
    carrier,
    agency: null,
    published:
      published === null
        ? null
        : {
            text: published,
            when: { earliest: published.slice(0, 10), latest: published.slice(0, 10), precision: 'day' as const },
          },
  },
})
const rows = (...group: Parameters<typeof likelyOriginal>[0]) =>
  likelyOriginal(group).map(({ document, of, how }) => `${document} of ${of}: ${how}`)

describe('likelyOriginal', () => {
  it('takes the earlier day', () => {
    expect(rows(text('a', LIGHT_EDIT, '2026-05-04', 'One'), text('b', ORIGINAL, '2026-05-03', 'Two'))).toEqual([
      'a of b: light-edit',
    ])
  })

  it('takes the credited agency of one day, whatever the hour', () => {
    expect(
      rows(
        text('paper', ORIGINAL, '2026-05-03T08:00:00Z', 'Northlight', 'Daily One'),
        text('blog', REWRITE, '2026-05-03T07:00:00Z', 'Blog'),
        text('wire', ORIGINAL, '2026-05-03', 'Northlight'),
      ),
    ).toEqual(['blog of wire: rewrite', 'paper of wire: identical'])
  })

  it('prefers a paper that credits the agency where the agency itself is missing', () => {
    expect(
      rows(
        text('a-blog', REWRITE, '2026-05-03', 'Blog'),
        text('paper', ORIGINAL, '2026-05-03', 'Northlight', 'Daily One'),
      ),
    ).toEqual(['a-blog of paper: rewrite'])
  })

  it('sees a credit to another outlet of the group in the text itself', () => {
    const wire = text('wire', ORIGINAL, '2026-05-03', 'Northlight')
    const paper = text('a-paper', ORIGINAL, '2026-05-03', 'Daily One')
    const printed = { ...paper, document: { ...paper.document, text: ORIGINAL } }
    expect(rows(printed, { ...wire, document: { ...wire.document, text: ORIGINAL } })).toEqual([
      'a-paper of wire: identical',
    ])
    const other = { ...paper, document: { ...paper.document, text: `Northlight is a fine agency. ${LIGHT_EDIT}` } }
    expect(rows(other, wire)).toEqual(['wire of a-paper: identical'])
  })

  it('takes the earlier minute in whatever zone, then the longer', () => {
    expect(
      rows(
        text('a', LIGHT_EDIT, '2026-05-03T10:00:00+02:00', 'One'),
        text('b', ORIGINAL, '2026-05-03T09:00:00Z', 'Two'),
      ),
    ).toEqual(['b of a: light-edit'])
    expect(rows(text('a', EXCERPT, '2026-05-03', 'One'), text('b', ORIGINAL, '2026-05-03', 'Two'))).toEqual([
      'a of b: excerpt',
    ])
  })

  it('does not depend on the order of the group, and needs two', () => {
    const group = [
      text('a', LIGHT_EDIT, null, null),
      text('b', ORIGINAL, '2026-05-03', 'Two'),
      text('c', EXCERPT, null, null),
    ]
    expect(rows(...group)).toEqual(rows(...[...group].reverse()))
    expect(rows(text('a', ORIGINAL, null, null))).toEqual([])
  })
})
