import {
  type Document,
  documentId,
  EMPTY_LEXICON,
  noticesIn,
  packSketch,
  sketchKeys,
  sketchText,
} from '@backchannel/core'
import { listCustody, placeDocument, showSources } from '@backchannel/desk'
import { createMemoryStore, type Store } from '@backchannel/store'
import { buildFindings, documentOf } from '@backchannel/testkit'
import { describe, expect, it } from 'vitest'
import { textOf } from './export/record.ts'

interface Article {
  readonly id: string
  readonly outlet: string
  readonly day: string
  readonly title: string
  readonly text: string
  /** Words that tell of a release by Norland; none where it tells of none. */
  readonly trigger?: string
  readonly item?: string
}

const FREED: Article = {
  id: 'freed',
  outlet: 'Blitz',
  day: '2026-06-10',
  title: 'Norland frees 5 fishermen',
  text: 'Norland released five fishermen on 10 June.',
  trigger: 'released',
  item: 'urn:b77',
}
const OTHER: Article = {
  id: 'other',
  outlet: 'Island Times',
  day: '2026-06-11',
  title: 'Fishermen home',
  text: 'Norland freed five fishermen on 10 June.',
  trigger: 'freed',
}
const KILL: Article = {
  id: 'kill',
  outlet: 'Blitz',
  day: '2026-06-12',
  title: 'KILL: Norland frees 5 fishermen',
  text: 'No release took place.',
}

async function place(store: Store, article: Article): Promise<void> {
  const document: Document = {
    ...documentOf(article.text, article.day, article.outlet),
    id: documentId(article.id),
    title: article.title,
  }
  const build = buildFindings(document)
  if (article.trigger !== undefined)
    build.claim('release', {
      trigger: article.trigger,
      participants: [
        ['agent', 'Norland', { actor: build.actor('Norland', { kind: 'state', country: 'NOR' }) }],
        ['patient', 'five fishermen', { count: { low: 5, high: 5, words: 'five' } }],
      ],
      when: build.time('on 10 June', '2026-06-10'),
    })
  const sketch = sketchText(document.text)
  const findings = build.finish()
  const coded = findings.claims.map((claim) => ({
    ...claim,
    event: { ...claim.event, plover: { event: 'RETREAT', mode: 'release' }, cameo: '0841' },
  }))
  const reading = {
    findings: { ...findings, claims: coded },
    sketch: packSketch(sketch),
    sketchKeys: sketchKeys(sketch),
    notices: noticesIn(document),
  }
  const stored = {
    document,
    raw: null,
    extractor: { name: 'given', version: '1' },
    pipeline: 'p',
    found: `${article.day}T00:00:00Z`,
    origin: `/${article.id}`,
  }
  await store.write((writer) => placeDocument(writer, stored, reading, EMPTY_LEXICON, article.item ?? null))
}

/** The sentence of the only story of the record, and its title. */
async function told(articles: readonly Article[]) {
  const store = createMemoryStore()
  for (const article of articles) await place(store, article)
  const { rows } = await store.stories()
  const [story] = rows
  if (!story || rows.length > 1) throw new Error(`${rows.length} stories`)
  expect(await store.doctor()).toEqual([])
  const { sentence, withdrawn } = await showSources(store, story.id, EMPTY_LEXICON)
  return { title: story.title, sentence, low: story.roots.low, why: withdrawn.why.map(({ why }) => why) }
}

describe('an outlet that takes its words back', () => {
  it('is in no graph and no event data with what nobody stands by any more', async () => {
    const store = createMemoryStore()
    for (const article of [FREED, KILL]) await place(store, article)
    const rows = async (all: boolean) => (await textOf(store, { format: 'cameo', all })).trimEnd().split('\n').slice(1)
    expect(await rows(false)).toEqual([])
    expect((await rows(true)).length).toBe(1)
    expect((await listCustody(store))[0]?.notes).toEqual([expect.stringContaining('Since taken back')])
  })

  it('is marked in every export, claim by claim and article by article', async () => {
    const store = createMemoryStore()
    for (const article of [FREED, OTHER, KILL]) await place(store, article)
    const why = 'It stands in the text of Blitz, which has been withdrawn.'
    const rows = (await textOf(store, { format: 'csv', table: 'claims' })).trimEnd().split('\r\n')
    expect(rows.filter((row) => row.startsWith('freed,'))).toEqual([expect.stringContaining(`withdrawn,"${why}",kill`)])
    expect(rows.filter((row) => row.startsWith('other,'))).toEqual([expect.stringMatching(/,,,,$/)])
    // The lines of a graph; each is a node with an id.
    const graph = JSON.parse(await textOf(store, { format: 'jsonld' }))['@graph'] as Record<string, unknown>[]
    const marked = graph.filter((node) => 'schema:correction' in node)
    expect(marked.map((node) => node['@id'])).toEqual([
      'urn:backchannel:document:freed',
      'urn:backchannel:claim:freed/c1',
    ])
    for (const node of marked)
      expect(node).toMatchObject({
        'schema:creativeWorkStatus': 'withdrawn',
        'schema:correction': [why],
        'bc:noticeBy': [{ '@id': 'urn:backchannel:document:kill' }],
      })
    const entities = (await textOf(store, { format: 'ftm' }))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    const noted = entities.filter(({ properties }) => properties.notes !== undefined)
    expect(noted.map(({ schema, properties }) => [schema, properties.notes])).toEqual([
      ['Event', [why]],
      ['Article', [why]],
    ])
    expect(noted[1].properties.keywords).toEqual(['withdrawn'])
    // Coded from the telling that stands.
    const [record] = (await textOf(store, { format: 'plover' }))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(record).toMatchObject({ notices: [why], corrected: false })
    expect(record.cite_info.publication).toBe('Island Times')
    const told = (await textOf(store, { format: 'plover', all: true }))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(told.map(({ notices }) => notices)).toEqual([[why], []])
    const cameo = (await textOf(store, { format: 'cameo', all: true })).split('\n').slice(0, 3)
    expect(cameo.map((line) => line.split('\t').at(-3))).toEqual(['notices', why, ''])
  })

  it('kills a story by its headline, whatever comes first', async () => {
    const expected = {
      low: 1,
      sentence: '1 independent root: Island Times. Not counted any more, since it was withdrawn: Blitz.',
      why: ['It stands in the text of Blitz, which has been withdrawn.'],
    }
    expect(await told([FREED, OTHER, KILL])).toMatchObject(expected)
    expect(await told([KILL, FREED, OTHER])).toMatchObject(expected)
    expect(await told([FREED, KILL, OTHER])).toMatchObject(expected)
  })

  it('says so where nobody else told it', async () => {
    expect(await told([FREED, KILL])).toMatchObject({
      title: expect.stringContaining('a report since taken back'),
      low: 0,
      sentence: 'No independent root is left. Not counted any more, since it was withdrawn: Blitz.',
    })
  })

  it('knows a later version of an item that was withdrawn, under whatever headline', async () => {
    const canceled = { ...KILL, title: 'Withdrawn: see note', item: 'urn:b77' }
    expect(await told([FREED, OTHER, canceled])).toMatchObject({ low: 1, why: [expect.stringContaining('Blitz')] })
  })

  it('leaves alone an article of another headline, and one of another outlet', async () => {
    const both = { low: 2, sentence: '2 independent roots: Blitz and Island Times.', why: [] }
    expect(await told([FREED, OTHER, { ...KILL, title: 'KILL: Norland frees 6 sailors' }])).toMatchObject(both)
    expect(await told([FREED, OTHER, { ...KILL, outlet: 'Nordwire' }])).toMatchObject(both)
  })
})
