import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Correction, documentId, type Judgement, storyId } from '@backchannel/core'
import { createMemoryStore, openStore, type Store } from '@backchannel/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importBackup, listActors, listCustody, listStories } from '../../src/index.ts'
import { createExportRecord, textOf } from './record.ts'

async function* linesOf(text: string): AsyncGenerator<string> {
  for (const line of text.split('\n')) if (line !== '') yield line
}

describe('backup', () => {
  let store: Store
  const home = mkdtempSync(join(tmpdir(), 'backchannel-export-'))
  afterAll(() => rmSync(home, { recursive: true, force: true }))
  beforeAll(async () => {
    store = await createExportRecord()
    // What people decided, what was merged and what is kept for others belongs to a record too.
    const [first] = await listStories(store)
    const [placed] = await store.reportsIn(documentId('wire'))
    const judgement: Judgement = {
      pair: ['actor:a', 'actor:b'],
      about: 'actor',
      verdict: 'different',
      by: { kind: 'person', name: 'Tester' },
      at: '2026-03-21T08:00:00Z',
      score: null,
      reason: 'Father and son.',
    }
    const correction: Correction = {
      id: 'correction:1',
      anchor: placed!.report.evidence,
      change: { kind: 'set', field: 'status', to: 'planned' },
      by: { kind: 'person', name: 'Tester' },
      at: '2026-03-21T08:00:00Z',
      reason: 'A test.',
    }
    await store.write(async (writer) => {
      const story = await writer.story(storyId(first!.id))
      await writer.saveStory({ ...story!, id: storyId('story:old'), claims: [] })
      await writer.mergeStories(storyId('story:old'), story!.id)
      await writer.addJudgement(judgement)
      await writer.addCorrection(correction)
      await writer.saveSetting('feeds', '{"a":1}')
      await writer.saveItem({
        origin: '/gone.html',
        sha256: null,
        state: 'failed',
        document: null,
        error: { code: 'intake/empty', message: 'it is empty' },
        found: '2026-03-20T08:00:00Z',
      })
    })
  })

  it.each([
    ['memory', async () => createMemoryStore()],
    ['SQLite', async () => openStore(join(home, 'again.db'), { create: true })],
  ])('makes the same record in %s, down to the bytes of the next export', async (_, open) => {
    const before = await textOf(store, { format: 'backup' })
    const again = await open()
    expect(await importBackup(again, linesOf(before))).toBe(5)
    expect(await textOf(again, { format: 'backup' })).toBe(before)
    expect(await listStories(again)).toEqual(await listStories(store))
    expect(await listActors(again)).toEqual(await listActors(store))
    expect(await listCustody(again)).toEqual(await listCustody(store))
    expect(await again.counts()).toEqual(await store.counts())
    expect((await again.story(storyId('story:old')))?.id).toBe((await store.story(storyId('story:old')))?.id)
    expect(await again.corrections()).toEqual(await store.corrections())
    const hitsOf = async (one: Store) =>
      (await one.search({ text: 'nine prisoners' })).rows.map(({ document, id, snippet }) => ({
        document,
        id,
        snippet,
      }))
    expect(await hitsOf(again)).toEqual(await hitsOf(store))
    expect(await again.doctor()).toEqual([])
    await again.close()
  })

  it('finds what is alike after an import as before', async () => {
    const again = createMemoryStore()
    await importBackup(again, linesOf(await textOf(store, { format: 'backup' })))
    const { actorKeys } = await import('@backchannel/core')
    for (const actor of (await store.actors()).rows) {
      const keys = actor.profiles.flatMap((profile) => actorKeys(profile))
      expect(await again.lookup('actor', keys, 5)).toEqual(await store.lookup('actor', keys, 5))
    }
  })

  it('refuses a record that holds something, a file that was cut, and lines that are none', async () => {
    const text = await textOf(store, { format: 'backup' })
    await expect(importBackup(store, linesOf(text))).rejects.toMatchObject({ code: 'desk/record-not-empty' })
    const empty = createMemoryStore()
    const cut = text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)
    await expect(importBackup(empty, linesOf(cut))).rejects.toMatchObject({ code: 'wire/bad-backup' })
    await expect(importBackup(empty, linesOf(text.replace('"story":', '"stories":')))).rejects.toMatchObject({
      code: 'wire/bad-backup',
    })
    await expect(importBackup(empty, linesOf(text.slice(text.indexOf('\n') + 1)))).rejects.toMatchObject({
      code: 'wire/bad-backup',
      details: { line: 1 },
    })
    // Nothing of what failed is left.
    expect(await empty.counts()).toMatchObject({ documents: 0, actors: 0, items: 0 })
  })
})
