import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentId, EMPTY_LEXICON, type Judgement, recordActorId, storyId } from '@backchannel/core'
import { createMemoryStore, openStore, type Store } from '@backchannel/store'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addCorrection,
  addJudgement,
  importBackup,
  listActors,
  listCustody,
  listDisagreements,
  listEngagements,
  listJudgements,
  listPairs,
  listStories,
  listTimeline,
  searchRecord,
  showActor,
  showSources,
  showWholeStory,
} from '../src/index.ts'
import { filesOf, textOf } from './export/record.ts'
import { placeTelling } from './tell.ts'

const home = mkdtempSync(join(tmpdir(), 'backchannel-split-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

let minute = 100
const DECIDING = {
  now: () => new Date(Date.UTC(2026, 5, 20) + 60_000 * minute++).toISOString(),
  lexicon: EMPTY_LEXICON,
}
const WHO = { author: 'A. Reader', reason: 'read it again' }

describe.each([
  ['memory', async () => createMemoryStore()],
  ['SQLite', async () => openStore(join(home, `${minute++}.db`), { create: true })],
])('what was judged the same, in %s', (_, open) => {
  let store: Store
  beforeEach(async () => {
    store = await open()
    await placeTelling(store, 'a', 'The Ledger')
    await placeTelling(store, 'b', 'The Courier', 'Ola Berg', 'p', { day: '24 June' })
    await placeTelling(store, 'c', 'The Star', 'Olav Haug', 'p', { day: '2 June' })
    await placeTelling(store, 'd', 'The Mirror', 'Olav Haug', 'p', { day: '2 June' })
  })
  const judge = (about: Judgement['about'], verdict: Judgement['verdict'], pair: readonly string[]) =>
    addJudgement(store, { about, pair, verdict, ...WHO }, DECIDING)
  const storyIn = async (document: string) => (await store.reportsIn(documentId(document)))[0]?.story ?? ''
  const people = async () => (await listActors(store)).filter(({ kind }) => kind === 'person')

  /** All that the record answers, the judgements themselves left out. */
  async function answers(of: Store = store): Promise<unknown> {
    const stories = await listStories(of)
    const whole = []
    for (const { id } of stories)
      whole.push([await showWholeStory(of, id, EMPTY_LEXICON), await showSources(of, id, EMPTY_LEXICON)])
    const exports = []
    for (const format of ['jsonld', 'ftm', 'plover', 'cameo', 'gexf', 'graphml', 'webannotation', 'atom'] as const)
      exports.push([...(await filesOf(of, { format }))])
    for (const table of ['claims', 'participants', 'attributions'] as const)
      exports.push([...(await filesOf(of, { format: 'csv', table }))])
    const backup = await textOf(of, { format: 'backup' })
    return {
      ...{ stories, whole, exports, actors: await listActors(of), custody: await listCustody(of) },
      ...{ timeline: await listTimeline(of), engagements: await listEngagements(of) },
      disagreements: await listDisagreements(of, {}, EMPTY_LEXICON),
      found: await searchRecord(of, { text: 'Berg' }),
      counts: await of.counts(),
      backup: backup.split('\n').filter((line) => !/^{"(judgement|end)"/.test(line)),
    }
  }

  /** Taken out and in again, the record answers the same, and goes on from there. */
  async function again(): Promise<Store> {
    const copy = await open()
    const text = await textOf(store, { format: 'backup' })
    await importBackup(
      copy,
      (async function* () {
        for (const line of text.split('\n')) if (line !== '') yield line
      })(),
    )
    expect(await answers(copy)).toEqual(await answers())
    expect(await textOf(copy, { format: 'backup' })).toBe(text)
    return copy
  }

  it('parts two stories as they were, by the ids that they had, as often as one likes', async () => {
    const pair = [await storyIn('a'), await storyIn('b')]
    expect(pair[0]).not.toBe(pair[1])
    const apart = await answers()
    await judge('story', 'same', pair)
    const joined = await answers()
    expect((await listPairs(store, 'story', EMPTY_LEXICON, 100)).filter((one) => one.joined)).toMatchObject([
      { judged: { verdict: 'same' }, fields: expect.arrayContaining([{ field: 'documents', values: ['1', '1'] }]) },
    ])
    expect((await listStories(store)).length).toBe(2)
    for (const id of pair)
      expect((await showWholeStory(store, id, EMPTY_LEXICON)).documents).toEqual(['a', 'b'].map(documentId))
    await judge('story', 'different', pair)
    expect(await answers()).toEqual(apart)
    await judge('story', 'same', [...pair].reverse())
    expect(await answers()).toEqual(joined)
    store = await again()
    await judge('story', 'unsure', pair)
    expect(await answers()).toEqual(apart)
    expect(await store.doctor()).toEqual([])
  })

  it('keeps the parts of three apart as the latest says, and what contradicts it waits', async () => {
    const [a, b, c] = [await storyIn('a'), await storyIn('b'), await storyIn('c')]
    const apart = await answers()
    await judge('story', 'same', [a, b])
    await judge('story', 'same', [b, c])
    expect((await listStories(store)).map(({ documents }) => documents.length)).toEqual([4])
    await judge('story', 'different', [a, c])
    expect((await listJudgements(store)).map(({ state }) => state)).toEqual(['contradicted', 'holds', 'holds'])
    // The later of the two that join them holds.
    expect(await storyIn('b')).toBe(await storyIn('c'))
    expect(await storyIn('a')).toBe(a)
    await judge('story', 'different', [b, c])
    expect(await storyIn('a')).toBe(await storyIn('b'))
    await judge('story', 'unsure', [a, b])
    expect(await answers()).toEqual(apart)
    expect(await store.doctor()).toEqual([])
  })

  it('puts what is taken in meanwhile where the machine would have put it', async () => {
    const pair = [await storyIn('a'), await storyIn('b')]
    await judge('story', 'same', pair)
    await placeTelling(store, 'e', 'The Echo', 'Ola Berg', 'p', { day: '24 June' })
    await placeTelling(store, 'f', 'The Post')
    expect((await showWholeStory(store, pair[1]!, EMPTY_LEXICON)).documents.length).toBe(4)
    await judge('story', 'different', pair)
    const inStory = async (id: string) => (await showWholeStory(store, id, EMPTY_LEXICON)).documents
    expect(await inStory(pair[0]!)).toEqual(['a', 'f'])
    expect(await inStory(pair[1]!)).toEqual(['b', 'e'])
    expect(await store.doctor()).toEqual([])
  })

  it('parts two actors as they were, by the ids that they had', async () => {
    const pair = (await people()).map(({ id }) => id)
    expect(pair.length).toBe(2)
    const apart = await answers()
    await judge('actor', 'same', pair)
    const joined = await answers()
    expect((await people()).length).toBe(1)
    expect((await listCustody(store)).length).toBe(1)
    for (const id of pair) expect((await showActor(store, id)).documents.length).toBe(4)
    await judge('actor', 'different', pair)
    expect(await answers()).toEqual(apart)
    await judge('actor', 'same', pair)
    expect(await answers()).toEqual(joined)
    store = await again()
    // A later document names one of them: it is of that one when they are parted.
    await placeTelling(store, 'g', 'The Post', 'Olav Haug', 'p', { day: '5 June' })
    expect((await people())[0]?.documents.length).toBe(5)
    store = await again()
    await judge('actor', 'unsure', pair)
    expect((await people()).map(({ name, documents }) => [name, documents.length])).toEqual([
      ['Olav Haug', 3],
      ['Ola Berg', 2],
    ])
    const [report] = await store.reportsIn(documentId('g'))
    const haug = (await people()).find(({ name }) => name === 'Olav Haug')
    expect(report?.report.participants.map(({ actor }) => actor)).toContain(recordActorId(haug?.id ?? ''))
    expect(await store.doctor()).toEqual([])
  })

  it('outlives another reading of the documents, by the words that were judged', async () => {
    const stories = [await storyIn('a'), await storyIn('b')]
    const pair = (await people()).map(({ id }) => id)
    await judge('story', 'same', stories)
    await judge('actor', 'same', pair)
    // The new pipeline counts claims and actors otherwise, so that ids of before are those of others now.
    const shifted = { shifted: true }
    await placeTelling(store, 'a', 'The Ledger', 'Ola Berg', 'newer', shifted)
    for (const id of ['c', 'd'])
      await placeTelling(store, id, 'The Star', 'Olav Haug', 'newer', { day: '2 June', ...shifted })
    await placeTelling(store, 'b', 'The Courier', 'Ola Berg', 'newer', { day: '24 June', ...shifted })
    const [claim] = (await store.reportsIn(documentId('a'))).filter(({ report }) => report.type === 'release')
    expect(claim?.report.ref.claim).toBe('c2')
    for (const document of ['a', 'b', 'c']) {
      const found = (await store.reportsIn(documentId(document))).filter(({ report }) => report.type === 'pardon')
      expect(found.map(({ report }) => report.participants[0]?.name)).toEqual(['June'])
    }
    expect((await showWholeStory(store, stories[1]!, EMPTY_LEXICON)).documents).toEqual(['a', 'b'])
    const named = async () => (await people()).map(({ names }) => [...names].sort()).filter(([name]) => name !== 'June')
    expect(await named()).toEqual([['Ola Berg', 'Olav Haug']])
    expect(await listJudgements(store)).toMatchObject([{ state: 'holds' }, { state: 'holds' }])
    store = await again()
    await judge('story', 'different', stories)
    const releaseIn = async (document: string) =>
      (await store.reportsIn(documentId(document))).find(({ report }) => report.type === 'release')?.story
    expect(await releaseIn('a')).not.toBe(await releaseIn('b'))
    await judge('actor', 'different', pair)
    expect((await named()).length).toBe(2)
    expect(await listJudgements(store)).toMatchObject([
      ...[{ state: 'overruled' }, { state: 'overruled' }],
      ...[{ state: 'holds' }, { state: 'holds' }],
    ])
    expect(await store.doctor()).toEqual([])
  })

  it('waits for words that are gone, and holds again when they are back', async () => {
    const pair = [await storyIn('a'), await storyIn('b')]
    await judge('story', 'same', pair)
    const quote = 'Norland released Ola Berg on 24 June'
    const { id } = await addCorrection(store, { document: 'b', quote, change: { kind: 'withdraw' }, ...WHO }, DECIDING)
    expect((await showWholeStory(store, pair[0]!, EMPTY_LEXICON)).documents).toEqual(['a'])
    expect(await listJudgements(store, { id: pair[1] })).toMatchObject([{ state: 'gone', pair: [...pair].sort() }])
    expect(await listPairs(store, 'story', EMPTY_LEXICON, 100)).toMatchObject([
      { judged: { state: 'gone' }, joined: false },
    ])
    await addCorrection(store, { document: 'b', quote, change: { kind: 'undo', correction: id }, ...WHO }, DECIDING)
    expect(await storyIn('b')).toBe(await storyIn('a'))
    expect((await store.story(storyId(pair[1]!)))?.id).toBe(await storyIn('a'))
  })

  it('takes a judgement on copies back, and joins what the machine takes for independent', async () => {
    const before = await answers()
    await judge('copy', 'same', ['a', 'b'])
    expect(await store.copies()).toMatchObject([{ document: 'b', of: 'a', score: { score: 1 } }])
    await judge('copy', 'different', ['a', 'b'])
    expect(await store.copies()).toEqual([])
    await judge('copy', 'same', ['a', 'b'])
    expect((await store.copies()).length).toBe(1)
    await judge('copy', 'unsure', ['a', 'b'])
    expect(await answers()).toEqual(before)
  })
})
