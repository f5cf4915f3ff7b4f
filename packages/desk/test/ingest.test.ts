import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_LEXICON } from '@backchannel/core'
import { createMemoryStore, type Store } from '@backchannel/store'
import type { IngestDoneJson, IngestItemJson } from '@backchannel/wire/write'
import { afterAll, describe, expect, it } from 'vitest'
import {
  createIngestPool,
  ingest,
  inputsOf,
  listActors,
  listCustody,
  listDisagreements,
  listEngagements,
  listStories,
  listTimeline,
  searchRecord,
  showAccounts,
  showSources,
  showStory,
} from '../src/index.ts'
import { batchOf, createFolder, LINES } from './articles.ts'

const pool = createIngestPool(1)
const folders: { remove(): void }[] = []
afterAll(async () => {
  for (const folder of folders) folder.remove()
  await (await pool).close()
})

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = createFolder(files)
  folders.push(folder)
  return folder.path
}

interface Taken {
  readonly items: readonly IngestItemJson[]
  readonly done: IngestDoneJson
}

async function take(
  store: Store,
  paths: readonly string[],
  options: { retry?: boolean; stopAfter?: number } = {},
): Promise<Taken> {
  const items: IngestItemJson[] = []
  let done: IngestDoneJson | null = null
  const events = ingest(inputsOf(paths), {
    store,
    pool: await pool,
    lexicon: EMPTY_LEXICON,
    now: () => '2026-03-20T08:00:00Z',
    retry: options.retry === true,
    stopped: () => items.length >= (options.stopAfter ?? Number.POSITIVE_INFINITY),
    ...(options.stopAfter === undefined ? {} : { together: options.stopAfter }),
  })
  for await (const event of events) {
    if ('done' in event) done = event
    else items.push(event)
  }
  if (!done) throw new Error('ingest did not sum up')
  return { items, done }
}

describe('ingest', () => {
  it('takes a batch in once, keeps its ids, and skips it the second time', async () => {
    const store = createMemoryStore()
    const path = join(folderOf({ 'all.jsonl': batchOf(LINES) }), 'all.jsonl')
    const first = await take(store, [path])
    expect(first.items.map(({ state, document }) => [state, document])).toEqual([
      ['new', 'wire'],
      ['new', 'print'],
      ['new', 'talk'],
      ['new', 'before'],
    ])
    expect(first.done).toMatchObject({ done: true, documents: 4, new: 4, updated: 0, skipped: 0, failed: 0 })
    const again = await take(store, [path])
    expect(again.done).toMatchObject({ documents: 4, new: 0, skipped: 4, failed: 0 })
    expect(again.items[0]).toMatchObject({ state: 'skipped', document: 'wire', reason: 'it is in the record already' })
  })

  it('goes on after a document that cannot be read, and tries it again only when asked', async () => {
    const store = createMemoryStore()
    const path = folderOf({ 'a.txt': 'Norland freed two prisoners.', 'b.txt': '', 'c.txt': 'Norland met Karsovia.' })
    const { items, done } = await take(store, [path, join(path, 'none.txt')])
    expect(items.map(({ state, error }) => [state, error?.code ?? null])).toEqual([
      ['new', null],
      ['failed', 'intake/empty'],
      ['new', null],
      ['failed', 'host/no-such-file'],
    ])
    expect(done).toMatchObject({ documents: 2, new: 2, failed: 2 })
    expect((await take(store, [path])).done).toMatchObject({ skipped: 3, failed: 0 })
    expect((await take(store, [path], { retry: true })).done).toMatchObject({ skipped: 2, failed: 1 })
    writeFileSync(join(path, 'b.txt'), 'Norland held talks with Karsovia.')
    expect((await take(store, [path])).done).toMatchObject({ new: 1, skipped: 2 })
  })

  it('makes a document of each printing of one text, and none of a file that only moved', async () => {
    const store = createMemoryStore()
    const text = 'Karsovia released nine prisoners on Saturday, the foreign ministry said. They left for Lithuania.'
    const path = folderOf({ 'ledger.txt': text, 'courier.txt': text })
    const { items } = await take(store, [path])
    expect(new Set(items.map(({ document }) => document)).size).toBe(2)
    expect(items[1]?.copyOf).toBe(items[0]?.document)
    const moved = await take(store, [folderOf({ 'ledger.txt': text })])
    expect(moved.done).toMatchObject({ documents: 2, new: 0 })
  })

  it('reads texts in which a country is held and none was named', async () => {
    const store = createMemoryStore()
    const path = folderOf({ 'a.txt': 'Guards jailed the country.', 'b.txt': 'The regime imprisoned the nation.' })
    expect((await take(store, [path])).done).toMatchObject({ new: 2, failed: 0 })
  })

  it('refuses another text under an id that is taken, and keeps the first', async () => {
    const store = createMemoryStore()
    const path = folderOf({})
    const file = join(path, 'a.jsonl')
    writeFileSync(file, batchOf([{ id: 'a', text: 'Norland freed two prisoners.' }]))
    await take(store, [file])
    writeFileSync(file, batchOf([{ id: 'a', text: 'Norland freed three prisoners.' }]))
    const { items } = await take(store, [file])
    expect(items[0]).toMatchObject({ state: 'failed', error: { code: 'store/text-changed' } })
    const [stored] = (await store.documents()).rows
    expect(stored?.document.text).toBe('Norland freed two prisoners.')
  })

  it('stops between two documents and goes on there', async () => {
    const [halved, whole] = [createMemoryStore(), createMemoryStore()]
    const path = folderOf({ 'all.jsonl': batchOf(LINES) })
    await take(halved, [path], { stopAfter: 2 })
    expect((await halved.counts()).documents).toBe(2)
    expect((await take(halved, [path])).done).toMatchObject({ new: 2, skipped: 2 })
    await take(whole, [path])
    expect(await listStories(halved)).toEqual(await listStories(whole))
    expect(await listActors(halved)).toEqual(await listActors(whole))
  })
})

describe('asking', () => {
  const ready = (async () => {
    const store = createMemoryStore()
    await take(store, [folderOf({ 'all.jsonl': batchOf(LINES) })])
    return store
  })()
  const release = async () => {
    const found = (await listStories(await ready, { type: ['release'] })).find(({ documents }) => documents.length > 1)
    if (!found) throw new Error('no story of several documents')
    return found
  }

  it('tells one release once, apart from that of the year before', async () => {
    const story = await release()
    expect([...story.documents].sort()).toEqual(['print', 'talk', 'wire'])
    expect(story).toMatchObject({ type: 'release', status: 'happened', when: { earliest: '2026-03-14' } })
    const others = (await listStories(await ready, { type: ['release'] })).filter(({ id }) => id !== story.id)
    expect(others.map(({ documents }) => documents)).toEqual([['before']])
  })

  it('counts the ministry and the envoy, and not the paper that prints the agency', async () => {
    const story = await release()
    expect(story.roots).toEqual({ low: 2, high: 2 })
    const sources = await showSources(await ready, story.id, EMPTY_LEXICON)
    expect(sources.copies).toMatchObject([{ document: 'print', of: 'wire', how: 'identical' }])
    expect(sources.roots.map(({ kind }) => kind)).toEqual(['speaker', 'speaker'])
    expect(sources.collapsed.some(({ documents }) => documents.includes('print'))).toBe(true)
  })

  it('lays accounts side by side, with words of the documents', async () => {
    const { fields } = await showAccounts(await ready, (await release()).id, EMPTY_LEXICON)
    expect(fields.find(({ field }) => field === 'count')).toMatchObject({ agree: true, values: [{ value: '9' }] })
    for (const { values } of fields) for (const { quote } of values) expect(quote).not.toBe('')
    expect(await listDisagreements(await ready, { type: ['arrest'] }, EMPTY_LEXICON)).toEqual([])
  })

  it('follows the freed as one group through pardon and release', async () => {
    const [group] = await listCustody(await ready, { from: '2026-01-01' })
    expect(group?.steps.map(({ type }) => type).sort()).toEqual(['pardon', 'release'])
    expect([...(group?.documents ?? [])].sort()).toEqual(['print', 'talk', 'wire'])
  })

  it('shows a story by the id of one of its claims and refuses an unknown one', async () => {
    const story = await release()
    expect((await showStory(await ready, story.id)).reports.length).toBe(story.claims.length)
    await expect(showStory(await ready, 'story:none')).rejects.toThrow('there is no story "story:none" in this record')
  })

  it('lists actors with their documents, the timeline in order, and finds words', async () => {
    const store = await ready
    const verek = (await listActors(store, { name: 'Verek' }))[0]
    expect(verek).toMatchObject({ name: 'Anton Verek', kind: 'person', documents: ['wire', 'print'] })
    const days = (await listTimeline(store)).map(({ when }) => when?.earliest ?? when?.latest ?? '9999')
    expect(days).toEqual([...days].sort())
    const { hits } = await searchRecord(store, { text: '"brought a list"' })
    expect(hits.map(({ kind, document }) => `${kind} ${document}`)).toContain('quote talk')
    expect(await listEngagements(store)).toEqual([])
  })
})
