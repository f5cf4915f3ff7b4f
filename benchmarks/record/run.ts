import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { EMPTY_LEXICON } from '@backchannel/core'
import { createIngestPool, ingest, type PartInput } from '@backchannel/desk'
import { openContainer } from '@backchannel/intake'
import { openStore, type Store } from '@backchannel/store'
import { fillStore } from '../store/generate.ts'

/**
 * `npm run bench:record -- --data ../shared/data [--stored 20000] [--write]`: how fast articles go into a record beside plain
 * reading, how large the record grows, and what one more article costs when little and when much is stored.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    stored: { type: 'string', default: '20000' },
    write: { type: 'boolean', default: false },
  },
})
const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)))
/** Articles added to a filled store for one figure. */
const ADDED = 60
const SMALL = 1_000
/** Claims of each synthetic article. */
const CLAIMS = 8

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
  await Promise.all(articles.slice(0, 8).map((article) => pool.read(article)))

  const plain = await timed(() => Promise.all(articles.map((article) => pool.read(article))))
  row('plain reading', `${(articles.length / plain).toFixed(1)} articles/s`)

  const file = join(home, 'all.db')
  const store = await openStore(file)
  const taken = await timed(() => takeIn(store, articles))
  row(
    'ingest into an empty record',
    `${(articles.length / taken).toFixed(1)} articles/s (${((100 * plain) / taken).toFixed(0)} % of plain reading)`,
  )
  const counts = await store.counts()
  row('claims, stories, actors', `${counts.claims}, ${counts.stories}, ${counts.actors}`)
  await store.close()
  row('size of the record', `${(statSync(file).size / articles.length / 1000).toFixed(1)} kB an article`)

  const again = await openStore(file)
  row(
    'ingest of the same, nothing new',
    `${(articles.length / (await timed(() => takeIn(again, articles)))).toFixed(0)} articles/s`,
  )
  await again.close()

  const extra = articles.slice(0, ADDED)
  const alone = await timed(() => Promise.all(extra.map((article) => pool.read(article))))
  for (const documents of [SMALL, Number(values.stored)]) {
    const filled = await openStore(join(home, `${documents}.db`))
    await fillStore(filled, { documents, claims: CLAIMS })
    const seconds = await timed(() => takeIn(filled, extra))
    row(
      `one more article, ${documents} stored`,
      `${((1000 * seconds) / extra.length).toFixed(1)} ms, of them ${((1000 * (seconds - alone)) / extra.length).toFixed(1)} ms beyond reading`,
    )
    await filled.close()
  }
  row('memory of the process at the end', `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`)
} finally {
  await pool.close()
  rmSync(home, { recursive: true, force: true })
}

if (values.write) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim()
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.version}`
  const lines = [`# The record at ${commit}`, '', `Machine: ${machine}.`, 'Command: `npm run bench:record`.', '']
  lines.push('| what | figure |', '| --- | --- |', ...rows.map(([what, figure]) => `| ${what} | ${figure} |`), '')
  writeFileSync(join(ROOT, 'benchmarks/results', `${commit}-record.md`), lines.join('\n'))
}

interface Article {
  readonly id: string
  readonly text: string
  readonly published: string
}

async function takeIn(store: Store, from: readonly Article[]): Promise<void> {
  const events = ingest(partsOf(from), {
    store,
    pool,
    lexicon: EMPTY_LEXICON,
    now: () => '2026-03-16T00:00:00Z',
  })
  for await (const event of events)
    if ('done' in event && event.failed > 0) throw new Error(`${event.failed} articles failed`)
}

async function* partsOf(from: readonly Article[]): AsyncGenerator<PartInput> {
  const bytes = new TextEncoder().encode(from.map((article) => `${JSON.stringify(article)}\n`).join(''))
  for await (const opened of openContainer(bytes, { name: 'bench.jsonl' }))
    if (opened.ok) yield { origin: `bench.jsonl${opened.part.origin}`, part: opened.part }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
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
  return { name: values.data ? 'PolNeAR train and dev, raw text' : 'corpora', articles }
}
