import { type Correction, documentId, EMPTY_LEXICON } from '@backchannel/core'
import {
  addCorrection,
  addJudgement,
  listActors,
  listCustody,
  listStories,
  searchRecord,
  showBelieved,
  showSources,
  showWholeStory,
} from '@backchannel/desk'
import { createMemoryStore, type Store } from '@backchannel/store'
import { beforeEach, describe, expect, it } from 'vitest'
import { textOf } from './export/record.ts'
import { placeTelling } from './tell.ts'

let minute = 10
const DECIDING = { now: () => `2026-06-20T08:${minute++}:00Z`, lexicon: EMPTY_LEXICON }
const WHO = { author: 'A. Reader', reason: 'read it again' }

describe('what people decide', () => {
  let store: Store
  beforeEach(async () => {
    store = createMemoryStore()
    await placeTelling(store, 'a', 'The Ledger')
    await placeTelling(store, 'b', 'The Courier')
  })
  const correct = (change: Correction['change'], document = 'a') =>
    addCorrection(store, { document, quote: 'Norland released Ola Berg on 10 June', change, ...WHO }, DECIDING)
  const titles = async (filter = {}) => (await listStories(store, filter)).map(({ title }) => title)
  const only = async () => {
    const [story, ...others] = await listStories(store)
    if (!story || others.length > 0) throw new Error('no single story')
    return story
  }

  it('takes a claim out of its story, its roots, custody and exports, and keeps it findable', async () => {
    const before = await only()
    expect(before.roots).toEqual({ low: 2, high: 2 })
    await correct({ kind: 'withdraw' })
    const story = await only()
    expect(story).toMatchObject({ id: before.id, documents: ['b'], roots: { low: 1, high: 1 } })
    expect((await showSources(store, story.id, EMPTY_LEXICON)).sentence).toContain('The Courier')
    expect((await listCustody(store))[0]?.documents).toEqual(['b'])
    expect(await textOf(store, { format: 'csv', table: 'claims' })).not.toContain('\r\na,')
    expect(JSON.parse(await textOf(store, { format: 'jsonld' }))['@graph'].length).toBeGreaterThan(3)
    const whole = await showWholeStory(store, story.id, EMPTY_LEXICON)
    expect(whole.reports.map(({ document }) => document)).toEqual(['b'])
    expect(whole.corrected).toMatchObject([
      { document: 'a', withdrawn: true, machine: { type: 'release' }, changes: [{ author: 'A. Reader' }] },
    ])
    const { hits } = await searchRecord(store, { text: 'Berg', kinds: ['claim'] })
    expect(hits.map(({ document, rejected }) => [document, rejected])).toEqual([
      ['a', true],
      ['b', false],
    ])
    await correct({ kind: 'withdraw' }, 'b')
    expect(await titles()).toEqual([])
    expect(await store.doctor()).toEqual([])
  })

  it('lays it on again where that is taken back', async () => {
    const before = await only()
    const { id } = await correct({ kind: 'withdraw' })
    await correct({ kind: 'undo', correction: id })
    expect(await only()).toEqual(before)
  })

  it('shows the corrected value in every list and filter, and what the machine read beside it', async () => {
    await correct({ kind: 'set', field: 'type', to: 'arrest' })
    expect((await titles({ type: ['arrest'] })).length).toBe(1)
    expect((await listStories(store, { type: ['release'] })).map(({ documents }) => documents)).toEqual([['b']])
    const [arrest] = await listStories(store, { type: ['arrest'] })
    expect((await showWholeStory(store, arrest?.id ?? '', EMPTY_LEXICON)).corrected).toMatchObject([
      { machine: { type: 'release' }, now: { type: 'arrest' }, withdrawn: false },
    ])
    const steps = (await listCustody(store)).flatMap((one) => one.steps)
    expect(new Set(steps.map(({ type }) => type))).toEqual(new Set(['arrest', 'release']))
    const csv = await textOf(store, { format: 'csv', table: 'claims' })
    expect(csv).toContain('type: arrest, where the machine read release; A. Reader, 2026-06-20T08:')
    const cells = csv
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(',').at(-4))
    expect(cells).toEqual(['corrected', 'yes', ''])
    // The lines of a graph; each is a node with an id.
    const graph = JSON.parse(await textOf(store, { format: 'jsonld' }))['@graph'] as Record<string, unknown>[]
    expect(graph.find((node) => node['@id'] === 'urn:backchannel:claim:a/c1')).toMatchObject({
      'bc:corrected': true,
      'bc:corrections': expect.arrayContaining([expect.stringContaining('where the machine read release')]),
    })
    const ftm = await textOf(store, { format: 'ftm' })
    expect(ftm).toContain('"claims corrected"')
    expect(ftm).toContain('c1: type: arrest, where the machine read release')
    expect((await store.findings(documentId('a')))?.claims[0]?.event.type).toBe('release')
    // Coded as what it is now.
    expect(await textOf(store, { format: 'plover' })).toContain('"event":["COERCE"]')
  })

  it('has another day, speaker and status everywhere', async () => {
    await correct({ kind: 'withdraw' }, 'b')
    await correct({
      kind: 'set',
      field: 'when',
      to: { earliest: '2026-06-09', latest: '2026-06-09', precision: 'day' },
    })
    await correct({ kind: 'set', field: 'speaker', to: 'Ingrid Solvang' })
    await correct({ kind: 'set', field: 'status', to: 'planned' })
    expect(await only()).toMatchObject({ status: 'planned', when: { earliest: '2026-06-09' } })
    const [held] = await listCustody(store)
    expect(held?.steps).toMatchObject([
      { status: 'planned', when: { earliest: '2026-06-09' }, told: ['Ingrid Solvang'] },
    ])
    expect((await listStories(store, { speaker: ['Ingrid Solvang'] })).length).toBe(1)
  })

  it('keeps actors and countries of participants that a correction leaves as they are', async () => {
    await correct({ kind: 'withdraw' }, 'b')
    const before = await only()
    await correct({
      ...{ kind: 'set', field: 'participants' },
      to: [
        { role: 'agent', name: 'Norland' },
        { role: 'patient', name: 'Ola Berg' },
        { role: 'intermediary', name: 'Ingrid Solvang' },
      ],
    })
    expect((await only()).actors).toEqual(before.actors)
    expect(await titles({ country: ['NOR'] })).toHaveLength(1)
    const table = await textOf(store, { format: 'csv', table: 'participants' })
    expect(table).toMatch(/agent,Norland,actor:\w+,state,NOR/)
    expect(table).toMatch(/intermediary,Ingrid Solvang,,,/)
  })

  it('keeps the id of a story of which the only document is read again', async () => {
    await correct({ kind: 'withdraw' }, 'b')
    const { id } = await only()
    await placeTelling(store, 'a', 'The Ledger', 'Ola Berg', 'newer')
    expect((await only()).id).toBe(id)
  })

  it('outlives another reading of the document', async () => {
    await correct({ kind: 'withdraw' })
    await placeTelling(store, 'a', 'The Ledger', 'Ola Berg', 'newer')
    expect((await only()).documents).toEqual(['b'])
    expect((await showBelieved(store, documentId('a'))).claims).toMatchObject([{ withdrawn: true }])
  })

  it('makes one story of two, found by both ids', async () => {
    await correct({ kind: 'set', field: 'type', to: 'arrest' })
    const [one, other] = await listStories(store)
    const pair = [one?.id ?? '', other?.id ?? '']
    await addJudgement(store, { about: 'story', pair, verdict: 'same', ...WHO }, DECIDING)
    expect((await only()).documents.length).toBe(2)
    for (const id of pair) expect((await showWholeStory(store, id, EMPTY_LEXICON)).reports.length).toBe(2)
    // Another may say so too; of one that the machine itself takes for one there is nothing to judge.
    await addJudgement(store, { about: 'story', pair, verdict: 'same', ...WHO }, DECIDING)
    await expect(
      addJudgement(store, { about: 'story', pair: [pair[0]!, pair[0]!], verdict: 'same', ...WHO }, DECIDING),
    ).rejects.toMatchObject({ code: 'desk/same-pair' })
  })

  it('makes one actor of two, with the spellings and documents of both', async () => {
    await placeTelling(store, 'c', 'The Star', 'Olav Haug')
    const people = (await listActors(store)).filter(({ kind }) => kind === 'person')
    expect(people.length).toBe(2)
    const pair = people.map(({ id }) => id)
    await addJudgement(store, { about: 'actor', pair, verdict: 'same', ...WHO }, DECIDING)
    const [joined, ...others] = (await listActors(store)).filter(({ kind }) => kind === 'person')
    expect(others).toEqual([])
    expect([...(joined?.names ?? [])].sort()).toEqual(['Ola Berg', 'Olav Haug'])
    expect(joined?.documents.length).toBe(3)
    expect((await listCustody(store)).length).toBe(1)
    expect(await store.doctor()).toEqual([])
  })

  it('parts two documents that are no copies, also when one is read again', async () => {
    const copy = {
      document: documentId('b'),
      of: documentId('a'),
      how: 'rewrite',
      score: { score: 1, because: 'the same words' },
    } as const
    await store.write((writer) => writer.saveCopy(copy))
    await addJudgement(store, { about: 'copy', pair: ['a', 'b'], verdict: 'different', ...WHO }, DECIDING)
    expect(await store.copies()).toEqual([])
    expect((await only()).roots).toEqual({ low: 2, high: 2 })
  })
})
