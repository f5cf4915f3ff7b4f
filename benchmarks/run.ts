import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createReader, type Document } from '@backchannel/core'
import { createDiskAssets, createReaderPool } from '@backchannel/host'
import { createDocument } from '@backchannel/intake'
import { scaleOfProducts } from './ceiling.ts'
import { stageCosts } from './stage-cost.ts'

/**
 * `npm run bench [-- --data ../shared/data] [--write]`: speed, memory and cold start of the whole path, on the repository's
 * own articles (corpora/ledger) or, with --data, on PolNeAR dev as raw text. --write puts the table into results/.
 */
const { values } = parseArgs({ options: { data: { type: 'string' }, write: { type: 'boolean', default: false } } })
const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)))
/** How often the corpus is read for one figure; the best is taken, since noise only slows. */
const ROUNDS = 3

interface Article {
  readonly id: string
  readonly text: string
}
const rows: [string, string][] = []
const row = (name: string, value: string): void => {
  rows.push([name, value])
  console.log(`${name.padEnd(58)} ${value}`)
}

const { name: corpus, articles } = loadCorpus()
const reader = await createReader({ assets: createDiskAssets() })
const documents: Document[] = []
for (const { id, text } of articles)
  documents.push((await createDocument(text, { id, published: '2026-03-16' })).document)
const parses = articles.map((article) => reader.parse(article.text))
const words = parses.reduce((sum, parse) => sum + parse.syntax.length, 0)
row('corpus', `${corpus}: ${articles.length} articles, ${words} words`)

const forms = parses.flatMap((parse, i) =>
  parse.sentences.map((sentence) => {
    const out: string[] = []
    for (let t = sentence.first; t < sentence.last; t++)
      out.push((articles[i]?.text ?? '').slice(parse.syntax.from[t], parse.syntax.to[t]))
    return out
  }),
)
row(
  'tags + tree + names, given tokens, one thread',
  rate(
    words,
    best(() => reader.analyze(forms)),
  ),
)
row(
  'tokenize + split + parse, raw text, one thread',
  rate(
    words,
    best(() => articles.map((article) => reader.parse(article.text))),
  ),
)
const single = best(() => documents.map((document) => reader.read(document)))
row('raw text to dossier, one thread', `${rate(words, single)}, ${(articles.length / single).toFixed(1)} articles/s`)
const costs = await stageCosts(documents)
row('attribution, µs a token (must 30)', costs.attribution.toFixed(1))
row('events, µs a token (must 20)', costs.events.toFixed(1))

for (const threads of [1, cpus().length]) {
  const pool = await createReaderPool({ threads })
  const sources = articles.map(({ id, text }) => ({ id, name: `${id}.txt`, bytes: new TextEncoder().encode(text) }))
  const all = () => Promise.all(sources.map((source) => pool.read(source)))
  await all()
  let seconds = Number.POSITIVE_INFINITY
  let cores = 0
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    const start = performance.now()
    await all()
    const took = (performance.now() - start) / 1000
    const { user, system } = process.cpuUsage(before)
    if (took < seconds) cores = (user + system) / 1e6 / took
    seconds = Math.min(seconds, took)
  }
  row(
    `raw text to dossier, pool of ${threads}`,
    `${rate(words, seconds)}, ${(articles.length / seconds).toFixed(1)} articles/s, ${cores.toFixed(2)} cores busy`,
  )
  if (threads > 1)
    row(`memory of the process, pool of ${threads}`, `${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`)
  await pool.close()
}

row("the kernel's product alone, two processes over one", `x${(await scaleOfProducts()).toFixed(2)}`)
const short = lengthen(articles, 500)
const long = lengthen(articles, 200_000)
const shortRate = await speedOf(short)
const longRate = await speedOf(long)
row('500-word text', `${shortRate.toFixed(0)} words/s`)
row(
  '200,000-word text',
  `${longRate.toFixed(0)} words/s (${((100 * longRate) / shortRate).toFixed(0)} % of the short one)`,
)
row('cold start to first dossier, 400-word article', `${coldStart().toFixed(2)} s`)
row('model files together', `${(modelBytes() / 1e6).toFixed(2)} MB`)

if (values.write) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim()
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.version}`
  const name = `${commit}-${values.data ? 'polnear-dev' : 'ledger'}.md`
  const lines = [
    `# Speed at ${commit}`,
    '',
    `Machine: ${machine}.`,
    `Command: \`npm run bench -- --write\`${values.data ? ' with `--data`.' : '.'}`,
    '',
  ]
  lines.push('| what | figure |', '| --- | --- |', ...rows.map(([what, figure]) => `| ${what} | ${figure} |`), '')
  mkdirSync(join(ROOT, 'benchmarks/results'), { recursive: true })
  writeFileSync(join(ROOT, 'benchmarks/results', name), lines.join('\n'))
}

function loadCorpus(): { readonly name: string; readonly articles: readonly Article[] } {
  const own = join(ROOT, 'corpora/ledger')
  let folder = own
  if (values.data) {
    const archive = resolve(values.data, 'polnear/polnear-train-dev.tar.gz')
    if (!existsSync(archive)) {
      process.stderr.write(`bench: there is no ${archive}\n`)
      process.exit(3)
    }
    folder = join(ROOT, '.cache/polnear/dev/text')
    if (!existsSync(folder)) {
      mkdirSync(join(ROOT, '.cache'), { recursive: true })
      execFileSync('tar', ['xzf', archive, '-C', join(ROOT, '.cache'), 'polnear/dev'])
    }
  }
  const articles = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ id: name.slice(0, -4), text: readFileSync(join(folder, name), 'utf8') }))
  return { name: values.data ? 'PolNeAR dev, raw text' : 'corpora/ledger', articles }
}

function best(run: () => unknown): number {
  run()
  let seconds = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    run()
    seconds = Math.min(seconds, (performance.now() - start) / 1000)
  }
  return seconds
}

function rate(count: number, seconds: number): string {
  return `${(count / seconds).toFixed(0)} words/s`
}

/** Whole articles one after the other until there are `count` blank-separated words. */
function lengthen(from: readonly Article[], count: number): string {
  const parts: string[] = []
  for (let have = 0, i = 0; have < count; i++) {
    const text = from[i % from.length]?.text ?? ''
    const taken = text.split(/(?<=\s)/).slice(0, count - have)
    parts.push(taken.join(''))
    have += Math.max(1, taken.length)
  }
  return parts.join('\n\n')
}

async function speedOf(text: string): Promise<number> {
  const { document } = await createDocument(text, { id: 'length', published: '2026-03-16' })
  const count = reader.parse(text).syntax.length
  return count / best(() => reader.read(document))
}

function coldStart(): number {
  const bin = join(ROOT, 'packages/cli/bin/backchannel.js')
  const input = lengthen(articles, 400)
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    const start = performance.now()
    const done = spawnSync(process.execPath, [bin, 'read', '-', '--json'], { input })
    if (done.status !== 0) throw new Error(`read ended with ${done.status}: ${done.stderr}`)
    times.push((performance.now() - start) / 1000)
  }
  return times.sort((a, b) => a - b)[2] ?? 0
}

function modelBytes(): number {
  const folder = join(ROOT, 'packages/assets/models')
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.md$|parity\.json$/.test(entry.name))
    .reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name)).length, 0)
}
