import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EMPTY_LEXICON } from '@backchannel/core'
import { createMemoryStore, openStore, type Store } from '@backchannel/store'
import { afterAll, describe, expect, it } from 'vitest'
import {
  createIngestPool,
  ingest,
  inputsOf,
  listCustody,
  listDisagreements,
  pageCustody,
  pageDisagreements,
} from '../src/index.ts'
import { batchOf, createFolder } from './articles.ts'

const line = (id: string, outlet: string, text: string) => ({ id, outlet, published: '2026-03-15', text })
const ARTICLES = [
  line('a', 'The Ledger', 'Norland released nine prisoners on 14 March 2026, the justice ministry said.'),
  line('b', 'The Herald', 'Norland released twelve prisoners on 14 March 2026, the rights group Vigil said.'),
  line('c', 'The Ledger', 'Sudmark arrested the journalist Pavel Ostrin on 12 March 2026, his lawyer said.'),
  line('d', 'The Herald', 'Sudmark arrested the journalist Pavel Ostrin on 13 March 2026, his wife said.'),
  line('e', 'The Post', 'Ostland arrested the singer Lena Kasprik on 10 March 2026, the police said.'),
]
const home = mkdtempSync(join(tmpdir(), 'backchannel-pages-'))
const folder = createFolder({ 'in.jsonl': batchOf(ARTICLES) })
const pool = createIngestPool(1)
afterAll(async () => {
  folder.remove()
  rmSync(home, { recursive: true, force: true })
  await (await pool).close()
})

async function take(store: Store): Promise<void> {
  const options = { store, pool: await pool, lexicon: EMPTY_LEXICON, now: () => '2026-03-20T08:00:00Z' }
  for await (const event of ingest(inputsOf([folder.path]), options)) if ('done' in event) expect(event.failed).toBe(0)
}

/** All rows of a list, one to a page. */
async function onePerPage<Row>(
  list: (page: {
    limit: number
    after: string | null
  }) => Promise<{ rows: readonly Row[]; next: string | null; total: number }>,
): Promise<{ readonly rows: readonly Row[]; readonly totals: ReadonlySet<number> }> {
  const rows: Row[] = []
  const totals = new Set<number>()
  for (let after: string | null = null; ; ) {
    const page = await list({ limit: 1, after })
    rows.push(...page.rows)
    totals.add(page.total)
    if (page.next === null) return { rows, totals }
    after = page.next
  }
}

describe.each([
  ['memory', async () => createMemoryStore()],
  ['SQLite', () => openStore(join(home, 'a.db'))],
] as const)('pages of what is put together, %s', (_name, open) => {
  it('has the rows of the whole lists, and says how many there are', async () => {
    const store = await open()
    await take(store)
    const differing = await listDisagreements(store, {}, EMPTY_LEXICON)
    expect(differing.flatMap(({ fields }) => fields.map(({ field }) => field))).toEqual(
      expect.arrayContaining(['count', 'date']),
    )
    const paged = await onePerPage((page) => pageDisagreements(store, {}, EMPTY_LEXICON, page))
    expect(paged).toEqual({ rows: differing, totals: new Set([differing.length]) })
    const held = await listCustody(store)
    expect(held.length).toBeGreaterThan(1)
    expect(await onePerPage((page) => pageCustody(store, {}, page))).toEqual({
      rows: held,
      totals: new Set([held.length]),
    })
    // What comes in later is on the next page that is asked for.
    await store.write((writer) => writer.saveSetting('a', 'b'))
    expect((await pageCustody(store, {}, { limit: 1 })).total).toBe(held.length)
    // A store of an older format: whether tellings differ is not known until something is taken in.
    await store.write(async (writer) => {
      for (const { differs: _differs, ...story } of (await writer.stories()).rows) await writer.saveStory(story)
      await writer.saveSetting('stories to compare', 'all')
    })
    expect((await store.stories({ differs: true })).total).toBe(0)
    expect(await onePerPage((page) => pageDisagreements(store, {}, EMPTY_LEXICON, page))).toEqual(paged)
    await take(store)
    expect((await store.stories({ differs: true })).total).toBe(differing.length)
    await store.close()
  })
})
