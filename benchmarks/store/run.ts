// Times a large synthetic store: `node -C source --import tsx benchmarks/store/run.ts [--documents N] [--claims M] [--file F]`.
// Without --file the store is made in a temporary folder and removed again; a file that is there is measured as it is.
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openStore, type Store, type StoryFilter } from '@backchannel/store'
import { fillStore, seeded } from './generate.ts'

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '12500' },
    claims: { type: 'string', default: '8' },
    file: { type: 'string' },
  },
})

/** Queries of a person: a common word, two of them, a rare one, a name in another spelling, a beginning, a phrase. */
const QUERIES = [
  'envoy',
  'release prisoners',
  'the minister said',
  '"release talks"',
  'exchange deal minister',
  'kar*',
  'Solminka',
  'meeting Rokaten',
  '"the envoy said"',
  'zzz',
] as const

const FILTERS: Readonly<Record<string, StoryFilter>> = {
  'all stories': {},
  'by type and country': { type: ['release'], country: ['BLR'] },
  'by outlet and days': { outlet: ['The Karokami Post', 'The Rorokami Post'], from: '2025-01-01', to: '2025-03-01' },
  'by independence': { independence: 3, status: ['planned'] },
  'all but a country': { not: { country: ['USA'] } },
}

const ROUNDS = 20
const folder = values.file === undefined ? mkdtempSync(join(tmpdir(), 'backchannel-bench-')) : null
const file = values.file ?? join(folder ?? '', 'bench.db')
const fresh = !existsSync(file)
const store = await openStore(file)
try {
  const start = performance.now()
  if (fresh) await fillStore(store, { documents: Number(values.documents), claims: Number(values.claims) })
  const counts = await store.counts()
  const seconds = (performance.now() - start) / 1000
  console.log(
    `${counts.documents} documents, ${counts.claims} claims, ${counts.stories} stories, ${counts.actors} actors`,
  )
  if (fresh)
    console.log(`made in ${seconds.toFixed(1)} s, ${(counts.documents / seconds).toFixed(0)} documents a second`)
  await measureSearch(store)
  await measurePages(store)
} finally {
  await store.close()
}
console.log(`${(statSync(file).size / 1e6).toFixed(1)} MB`)
if (folder !== null) rmSync(folder, { recursive: true, force: true })

async function measureSearch(store: Store): Promise<void> {
  const all: number[] = []
  for (const text of QUERIES) {
    const times: number[] = []
    let total = 0
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now()
      total = (await store.search({ text }, { limit: 20 })).total
      times.push(performance.now() - start)
    }
    all.push(...times)
    report(`search ${text} (${total} hits)`, times)
  }
  report('search, all queries', all)
}

async function measurePages(store: Store): Promise<void> {
  for (const [name, filter] of Object.entries(FILTERS)) {
    const times: number[] = []
    let total = 0
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now()
      total = (await store.stories(filter, { limit: 50 })).total
      times.push(performance.now() - start)
    }
    report(`stories, ${name} (${total})`, times)
  }
  const random = seeded(1)
  const { rows } = await store.stories({}, { limit: 1000 })
  const times: number[] = []
  for (let round = 0; round < 200; round++) {
    const story = rows[Math.floor(random() * rows.length)]
    if (!story) break
    const start = performance.now()
    await store.story(story.id)
    await store.reportsOf(story.id)
    times.push(performance.now() - start)
  }
  report('one story with its reports', times)
}

function report(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1)
  console.log(`${name.padEnd(60)} median ${at(0.5).padStart(7)} ms   p95 ${at(0.95).padStart(7)} ms`)
}
