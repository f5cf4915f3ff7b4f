import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { serialize } from 'node:v8'
import { EMPTY_LEXICON } from '@backchannel/core'
import { createIngestPool, type FinishedReading, ingest } from '@backchannel/desk'
import type { ReaderPool } from '@backchannel/host'
import { openStore, type Store } from '@backchannel/store'
import { beginYear } from './fill-year.ts'
import { dayOf, packReading, partsOf, partsOfTellings, type Readings, type Telling, tellingPool } from './readings.ts'

/**
 * `npm run bench:record -- --data ../shared/data [--articles 1000] [--stored 1000,10000,100000] [--merge 10000] [--write]`: how fast articles go
 * into a record beside plain reading, how large the record grows, what one more article costs when little and when much is
 * stored (a year of news on the same few leaders, see fill-year.ts), and a merge of many in one go with its peak memory.
 * Processor time is told beside time: on a machine that others use, only it means something.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    articles: { type: 'string', default: '1000' },
    stored: { type: 'string', default: '1000,10000' },
    merge: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
  },
})
const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)))
/** Articles added to a filled store for one figure. */
const ADDED = 50
/** How often plain reading and ingest are measured, in turn; the middle one counts. */
const ROUNDS = Number(values.rounds)

const home = mkdtempSync(join(tmpdir(), 'backchannel-bench-'))
const rows: [string, string][] = []
const row = (name: string, value: string): void => {
  rows.push([name, value])
  console.log(`${name.padEnd(58)} ${value}`)
}

const { name: corpus, articles } = loadCorpus()
row('corpus', `${corpus}: ${articles.length} articles`)
const pool = await createIngestPool()
try {
  await Promise.all(articles.slice(0, 60).map((article) => pool.read(article)))
  await takeIn(join(home, 'warm.db'), pool, articles.slice(0, 60))

  let results: Awaited<ReturnType<typeof readAll>> = []
  const plain: Cost[] = []
  const taken: Cost[] = []
  for (let round = 0; round < ROUNDS; round++) {
    plain.push(
      await costOf(async () => {
        results = await readAll(pool)
      }),
    )
    taken.push(await costOf(() => takeIn(join(home, `all${round}.db`), pool, articles)))
  }
  const [read, kept] = [middle(plain), middle(taken)]
  row('plain reading', each(read, articles.length))
  row('ingest into an empty record', each(kept, articles.length))
  row('ingest beside plain reading: speed', `${((100 * read.seconds) / kept.seconds).toFixed(0)} % (must 90)`)
  row('ingest beside plain reading: processor time', `x${(kept.cpu / read.cpu).toFixed(2)}`)
  const file = join(home, 'all0.db')
  row('size of the record', `${(statSync(file).size / articles.length / 1000).toFixed(1)} kB an article`)
  const again = await costOf(() => takeIn(file, pool, articles))
  row('ingest of the same, nothing new', `${(articles.length / again.seconds).toFixed(0)} articles/s`)

  const readings: Readings = {
    pipeline: pool.pipeline,
    all: results.flatMap(([id, result]) => (result.ok ? [[id, packReading(result)] as const] : [])),
  }
  await pool.close()
  await measureGrowth(readings, (1000 * read.cpu) / articles.length)
  measureMerge(readings)
} finally {
  await pool.close()
  rmSync(home, { recursive: true, force: true })
}

if (values.write) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim()
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.version}`
  const lines = [
    `# The record at ${commit}`,
    '',
    `Machine: ${machine}.`,
    `Command: \`npm run bench:record -- ${process.argv.slice(2).join(' ')}\`.`,
    '',
  ]
  lines.push('| what | figure |', '| --- | --- |', ...rows.map(([what, figure]) => `| ${what} | ${figure} |`), '')
  writeFileSync(join(ROOT, 'benchmarks/results', `${commit}-record.md`), lines.join('\n'))
}

interface Article {
  readonly id: string
  readonly text: string
  readonly published: string
}

interface Cost {
  readonly seconds: number
  /** Of all threads, in seconds. */
  readonly cpu: number
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const start = performance.now()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 }
}

function middle(costs: readonly Cost[]): Cost {
  const of = (pick: (cost: Cost) => number): number =>
    costs.map(pick).sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0
  return { seconds: of((cost) => cost.seconds), cpu: of((cost) => cost.cpu) }
}

function each({ seconds, cpu }: Cost, count: number): string {
  return `${(count / seconds).toFixed(1)} articles/s, ${((1000 * cpu) / count).toFixed(1)} ms of processor time each`
}

/** As many at a time as `ingest` reads ahead, so that both work alike. */
async function readAll(from: ReaderPool<FinishedReading>) {
  return Promise.all(articles.map(async (article) => [article.id, await from.read(article)] as const))
}

async function takeIn(file: string, from: ReaderPool<FinishedReading>, some: readonly Article[]): Promise<void> {
  const store = await openStore(file)
  await takeParts(store, from, partsOf(some))
  await store.close()
}

async function takeParts(
  store: Store,
  from: ReaderPool<FinishedReading>,
  parts: ReturnType<typeof partsOf>,
): Promise<void> {
  const options = { store, pool: from, lexicon: EMPTY_LEXICON, now: () => '2026-12-31T00:00:00Z' }
  for await (const event of ingest(parts, options))
    if ('done' in event && event.failed > 0) throw new Error(`${event.failed} articles failed`)
}

/**
 * The same articles, placed into ever larger records: one grows, and copies of it are added to. They are placed twice, and the
 * second time counts, so that nothing is new to the engine: while a record is filled, which takes minutes and places nothing, V8 drops
 * the compiled code of placing. The first time is told too.
 */
async function measureGrowth(readings: Readings, reading: number): Promise<void> {
  const sizes = values.stored.split(',').map(Number)
  const extra = readings.all.slice(-ADDED).map(([, bytes], at): readonly [string, Telling] => {
    const number = 10_000_000 + at
    return [`extra${at}`, { reading: bytes, number, published: dayOf(number) }]
  })
  const file = join(home, 'year.db')
  const year = await beginYear(
    await openStore(file),
    { ...readings, all: readings.all.slice(0, -ADDED) },
    Math.min(...sizes),
  )
  let first: number | null = null
  const start = performance.now()
  for (const documents of sizes) {
    await year.growTo(documents)
    const filled = (performance.now() - start) / 1000
    const cold = (1000 * (await addTo(year.store, readings, extra)).cpu) / ADDED
    const placing = (1000 * (await addTo(year.store, readings, extra)).cpu) / ADDED
    first ??= placing
    const whole = ((reading + placing) / (reading + first) - 1) * 100
    row(
      `one more article, ${documents} stored`,
      `${placing.toFixed(1)} ms of processor time to place it (${cold.toFixed(1)} at first); with reading ${(reading + placing).toFixed(1)} ms (${whole >= 0 ? '+' : ''}${whole.toFixed(0)} %); filled after ${filled.toFixed(0)} s`,
    )
  }
  await year.store.close()
  rmSync(file)
}

/** What it costs to place the articles into a copy of the record. */
async function addTo(store: Store, readings: Readings, extra: readonly (readonly [string, Telling])[]): Promise<Cost> {
  const copy = join(home, 'copy.db')
  await store.backup(copy)
  const opened = await openStore(copy)
  const tellings = new Map(extra)
  const cost = await costOf(() =>
    takeParts(opened, tellingPool(readings.pipeline, tellings), partsOfTellings(tellings.keys())),
  )
  await opened.close()
  rmSync(copy)
  return cost
}

function measureMerge(readings: Readings): void {
  const file = join(home, 'readings.bin')
  writeFileSync(file, serialize(readings))
  const script = fileURLToPath(new URL('merge-many.ts', import.meta.url))
  const told = execFileSync(process.execPath, ['--import', 'tsx', script, file, home, values.merge], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // What merge-many.ts prints.
  const { seconds, cpu, peakMegabytes, counts } = JSON.parse(told) as Cost & {
    readonly peakMegabytes: number
    readonly counts: Readonly<Record<string, number>>
  }
  row(
    `merge of ${values.merge} articles in one go`,
    `${seconds.toFixed(0)} s (${cpu.toFixed(0)} s of processor time), peak ${peakMegabytes.toFixed(0)} MB`,
  )
  row('its claims, stories, actors', `${counts['claims']}, ${counts['stories']}, ${counts['actors']}`)
}

function loadCorpus(): { readonly name: string; readonly articles: readonly Article[] } {
  let folders = [join(ROOT, 'corpora/ledger'), join(ROOT, 'corpora/casebook')]
  if (values.data) {
    const archive = resolve(values.data, 'polnear/polnear-train-dev.tar.gz')
    if (!existsSync(archive)) {
      process.stderr.write(`bench: there is no ${archive}\n`)
      process.exit(3)
    }
    const cache = join(ROOT, '.cache')
    mkdirSync(cache, { recursive: true })
    execFileSync('tar', ['xzf', archive, '-C', cache])
    folders = ['train', 'dev'].map((part) => join(cache, 'polnear', part, 'text'))
  }
  const articles = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => ({
        id: name.slice(0, -4),
        text: readFileSync(join(folder, name), 'utf8'),
        published: '2026-03-16',
      })),
  )
  return {
    name: values.data ? 'PolNeAR train and dev, raw text' : 'corpora',
    articles: articles.slice(0, Number(values.articles)),
  }
}
