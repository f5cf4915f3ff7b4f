import { documentId, findNotices, markShaken, type Notice } from '@backchannel/core'
import { storyOf } from '@backchannel/testkit'
import { describe, expect, it } from 'vitest'

const story = storyOf(`
  doc a "The Courier" 2026-06-20
  doc b "The Ledger" 2026-06-20
  doc c "Daily One" 2026-06-20
  doc d "The Star" 2026-06-20
  doc n "The Courier" 2026-06-22
  copy c of a
  say a count=16
  say b count=16 : outlet "The Courier"
  say c count=16
  say d count=16 : named "Ingrid Solvang"
  say n count=14
  say a count=3
`)
const noticeIn = (text: string, id = 'n'): Notice[] =>
  findNotices({ text }).map((notice) => {
    const carrier = story.documents.find((one) => one.id === id)
    const { outlet = null, published = null } = carrier ?? {}
    return { ...notice, document: documentId(id), outlet, published: published?.when ?? null, of: null }
  })
const shakenBy = (text: string) =>
  markShaken(story.reports, story.copies, noticeIn(text), story.lexicon).map(
    ({ ref, why }) => `${ref.document} ${ref.claim}: ${why}`,
  )

describe('markShaken', () => {
  it('marks the old value in the outlet, its copies and those who cite it', () => {
    expect(shakenBy('CORRECTION: An earlier version of this story said 16 were freed. It was 14.')).toEqual([
      'a c1: It stands in an earlier text of The Courier, which has been corrected from 16 to 14.',
      'b c1: It has it from The Courier, which has been corrected from 16 to 14.',
      'c c1: It is a copy of an earlier text of The Courier, which has been corrected from 16 to 14.',
    ])
  })

  it('marks everything after a withdrawal, and nobody who knows it elsewhere', () => {
    expect(shakenBy('This article has been withdrawn.').map((one) => one.slice(0, 4))).toEqual([
      'a c1',
      'b c1',
      'c c1',
      'n c1',
      'a c2',
    ])
  })

  it('marks the words of the outlet that took them back, not of the one that tells of it', () => {
    const notices = noticeIn('The Courier has retracted its report on the prisoners.', 'd')
    const shaken = markShaken(story.reports, story.copies, notices, story.lexicon)
    expect(shaken.map(({ ref }) => ref.document)).toEqual(['a', 'b', 'c', 'a'])
  })

  it('leaves all alone after a clarification', () => {
    expect(shakenBy('Clarification: the talks were indirect.')).toEqual([])
  })
})
