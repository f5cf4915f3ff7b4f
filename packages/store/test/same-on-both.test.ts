import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Copy, documentId, recordActorId, storyId } from '@backchannel/core'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { COUNTED_LISTS, createMemoryStore, openStore, type Store, type StoreWriter } from '../src/index.ts'
import { driverProblem } from './driver.ts'
import { actorOf, articleOf, dayOf, profileOf, reportOf, storyOf } from './record.ts'

const folder = mkdtempSync(join(tmpdir(), 'backchannel-both-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0

/** One change, made of little numbers so that changes meet. */
type Change = readonly [kind: number, document: number, other: number, more: number]

const CHANGES = 7
const NAMES = ['Mara Holt', 'Orin Vask', 'Tarn'] as const
const TYPES = ['meeting', 'release'] as const
const TEXT = `${NAMES.join(' met ')} there. "No deal," they said. Nine were freed.`

function article(document: number, pipeline: number) {
  return articleOf({
    id: `d${document}`,
    text: TEXT,
    outlet: document % 2 === 0 ? 'The Harbor Ledger' : null,
    published: document % 3 === 0 ? null : `2026-03-1${document}`,
    pipeline: `pipeline ${pipeline}`,
    names: NAMES.slice(0, 1 + (pipeline % 3)),
    quotes: ['No deal'],
    claims: pipeline % 2 === 0 ? ['Mara Holt met Orin Vask'] : ['Mara Holt met Orin Vask', 'Nine were freed'],
  })
}

async function apply(writer: StoreWriter, [kind, document, other, more]: Change): Promise<void> {
  const id = documentId(`d${document}`)
  switch (kind) {
    case 0: {
      const { stored, findings } = article(document, more)
      return writer.saveDocument(stored, findings)
    }
    case 1:
      return writer.saveSketch({ document: id, sketch: Uint8Array.of(more) }, [`k${other}`, `k${more}`])
    case 2: {
      const profiles = [...new Set([document, other])].map((at) =>
        profileOf(documentId(`d${at}`), `p${more % 2}`, [NAMES[at % 3] ?? '']),
      )
      return writer.saveActor(actorOf(`a${more}`, profiles), [`k${other}`])
    }
    case 3: {
      await writer.saveStory(
        storyOf(`s${other}`, { type: TYPES[more % 2] ?? '', when: more < 2 ? null : dayOf(`2026-03-0${more}`) }),
      )
      const report = reportOf(article(document, 1), `c${1 + (more % 2)}`, {
        type: TYPES[other % 2] ?? '',
        actors: [`a${more}`],
        country: ['BLR', 'USA'][more % 2] ?? '',
        voices: [[NAMES[other % 3] ?? '', 'q1']],
        when: more % 3 === 0 ? null : { earliest: null, latest: `2026-03-1${more}`, precision: 'vague' },
      })
      return writer.saveReport(report, storyId(`s${other}`), [`k${other}`, `k${more}`])
    }
    case 4:
      return writer.mergeStories(storyId(`s${other}`), storyId(`s${more}`))
    case 5: {
      const copy: Copy = {
        document: id,
        of: documentId(`d${other}`),
        how: 'excerpt',
        score: { score: 0.5, because: 'half' },
      }
      return more === 0 ? writer.dropCopy(id) : writer.saveCopy(copy)
    }
    default:
      return writer.saveItem({
        origin: `o${other}`,
        sha256: null,
        state: more % 2 === 0 ? 'waiting' : 'done',
        document: more % 2 === 0 ? null : id,
        error: null,
        found: '',
      })
  }
}

/** Everything that can be asked, in one value. */
async function ask(store: Store): Promise<unknown> {
  const keys = ['k0', 'k1', 'k2', 'k3']
  const filters = [
    {},
    { type: ['meeting'] },
    { actor: [recordActorId('a1')], country: ['USA'] },
    { speaker: ['tarn'], not: { outlet: ['The Harbor Ledger'] } },
    { from: '2026-03-05', to: '2026-03-11' },
    { not: { type: ['release'], country: ['BLR'] } },
    { story: [storyId('s1'), storyId('s2')] },
  ]
  const lists = await Promise.all(
    filters.map(async (filter) => ({
      stories: await store.stories(filter, { limit: 2 }),
      inTime: await store.stories(filter, { limit: 2 }, 'time'),
      reports: await store.reportsBy(filter, { limit: 3 }),
      counts: await store.countStories(filter, COUNTED_LISTS, 3),
      hits: (await store.search({ text: 'holt', filter })).rows
        .map((hit) => `${hit.kind} ${hit.document} ${hit.id}`)
        .sort(),
    })),
  )
  const stories = ['s0', 's1', 's2', 's3'].map(storyId)
  return {
    lists,
    documents: await store.documents(),
    outdated: await store.outdated('pipeline 1'),
    items: await store.items(),
    lookups: await Promise.all((['copy', 'actor', 'report'] as const).map((kind) => store.lookup(kind, keys, 5))),
    actors: await store.actors(),
    named: await store.actors({ name: 'holt' }),
    copies: await store.copies(),
    stories: await Promise.all(stories.map((id) => store.story(id))),
    reports: await Promise.all(stories.map((id) => store.reportsOf(id))),
    counts: await store.counts(),
  }
}

describe.skipIf(driverProblem !== null)('both backends', () => {
  it('answer alike after any changes, also those that fail', async () => {
    const number = fc.integer({ min: 0, max: 3 })
    const change = fc.tuple(fc.integer({ min: 0, max: CHANGES - 1 }), number, number, number)
    // Documents first, so that the rest has something to stand on; some are left out on purpose.
    const writes = fc.array(fc.array(change, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 })
    const first = fc.subarray([0, 1, 2, 3])
    await fc.assert(
      fc.asyncProperty(first, writes, async (documents, batches) => {
        const stores = [createMemoryStore(), await openStore(join(folder, `${++files}.db`))]
        try {
          const start = documents.map((document): Change => [0, document, 0, 1])
          for (const batch of [start, ...batches]) {
            const ends = await Promise.all(
              stores.map((store) =>
                store
                  .write(async (writer) => {
                    for (const one of batch) await apply(writer, one)
                  })
                  .then(
                    () => 'kept',
                    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : String(error)),
                  ),
              ),
            )
            expect(ends[1]).toBe(ends[0])
          }
          const [memory, sqlite] = await Promise.all(stores.map(ask))
          expect(sqlite).toEqual(memory)
          expect((await stores[1]?.doctor())?.filter((fault) => !fault.what.includes('names the actor'))).toEqual([])
        } finally {
          for (const store of stores) await store.close()
        }
      }),
      { numRuns: 40 },
    )
  })
})
