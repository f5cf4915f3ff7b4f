import {
  type Document,
  documentId,
  EMPTY_LEXICON,
  noticesIn,
  packSketch,
  type Story,
  sketchKeys,
  sketchText,
  storyId,
} from '@backchannel/core'
import { createMemoryStore } from '@backchannel/store'
import { buildFindings, documentOf } from '@backchannel/testkit'
import { describe, expect, it } from 'vitest'
import { placeDocument } from '../src/place-document.ts'
import { refreshStory } from '../src/refresh-story.ts'

const TEXT =
  'Norland released nine prisoners on Friday. Norland freed the nine prisoners. The prisoners were let go by Norland.'

function readingOf(document: Document) {
  const build = buildFindings(document)
  for (const trigger of ['released', 'freed', 'let go'])
    build.claim('release', { trigger, participants: [['agent', 'Norland']] })
  const sketch = sketchText(document.text)
  return {
    findings: build.finish(),
    sketch: packSketch(sketch),
    sketchKeys: sketchKeys(sketch),
    notices: noticesIn(document),
  }
}

describe('placing a document', () => {
  it('brings a story up to date by the id that it was merged under', async () => {
    const store = createMemoryStore()
    const document = { ...documentOf(TEXT, '2026-03-16', 'The Harbor Ledger'), id: documentId('a') }
    const stored = {
      document,
      raw: null,
      extractor: { name: 'given', version: '1' },
      pipeline: 'p',
      found: '2026-03-17T00:00:00Z',
      origin: '/a.txt',
    }
    const { stories } = await store.write((writer) => placeDocument(writer, stored, readingOf(document), EMPTY_LEXICON))
    const [first] = stories
    if (!first) throw new Error('no story')
    const kept = await store.story(first)
    const other = { ...(kept as Story), id: storyId('story:other') }
    await store.write(async (writer) => {
      // A second story of its own report, merged into the first: its id is a name of the first from now on.
      const [report] = await writer.reportsOf(first)
      if (!report) throw new Error('no report')
      await writer.saveReport({ ...report, ref: { ...report.ref } }, other.id, [])
      await writer.saveStory(other)
      await refreshStory(writer, first, EMPTY_LEXICON)
      await writer.mergeStories(first, other.id)
      await refreshStory(writer, first, EMPTY_LEXICON)
    })
    expect((await store.story(first))?.id).toBe('story:other')
    expect((await store.story(first))?.claims.length).toBe(kept?.claims.length)
    expect(await store.doctor()).toEqual([])
  })
})
