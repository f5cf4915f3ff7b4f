import { createMemoryStore, type Store } from '@backchannel/store'
import { parseAtomFeed } from 'feedsmith'
import { beforeAll, describe, expect, it } from 'vitest'
import { listStories } from '../../src/index.ts'
import { createExportRecord, textOf } from './record.ts'

/** RFC 3339, as RFC 4287 wants dates. */
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

describe('atom', () => {
  let store: Store
  beforeAll(async () => {
    store = await createExportRecord()
  })

  it('is a feed with an entry for each story, as RFC 4287 wants it', async () => {
    const feed = parseAtomFeed(await textOf(store, { format: 'atom' }))
    const stories = await listStories(store)
    expect(feed).toMatchObject({
      id: 'urn:backchannel:stories',
      title: expect.anything(),
      authors: [{ name: 'backchannel' }],
    })
    expect(feed.updated).toMatch(DATE)
    expect(feed.entries?.map(({ id }) => id)).toEqual(stories.map(({ id }) => `urn:backchannel:story:${id}`))
    for (const entry of feed.entries ?? []) {
      expect(entry.updated).toMatch(DATE)
      expect((entry.updated ?? '') <= (feed.updated ?? '')).toBe(true)
      expect(entry.summary).toBeDefined()
      expect(entry.content).toBeDefined()
    }
    const held = feed.entries?.find(({ links }) => links?.some(({ href }) => href?.includes('beacon.example')))
    expect(held?.links?.[0]).toMatchObject({ rel: 'via', title: '=Daily Beacon: Milena Dravich is free 🎉' })
  })

  it('is a feed too where there is no story', async () => {
    expect(parseAtomFeed(await textOf(createMemoryStore(), { format: 'atom' })).entries ?? []).toEqual([])
  })

  it('names nobody who is held', async () => {
    const text = await textOf(store, { format: 'atom', redact: true })
    expect(text).not.toMatch(/dravich|milena/i)
    expect(text).toContain('href="https://beacon.example/"')
  })
})
