import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { openStore } from '@backchannel/store'
import { fillStore, seeded } from '../store/generate.ts'
import { measureReader } from './in-browser.ts'
import { saveLongArticle } from './long-article.ts'

/**
 * `npm run bench:server [-- --documents 12500 --claims 8 --seconds 30 --file STORE]`: how fast `backchannel serve` starts and answers
 * on a large synthetic store, alone and under load; what a first visit loads; and what a person's acts in a long article cost.
 * Writes benchmarks/results. A store that is there is measured as it is; it gets one article more.
 */
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '12500' },
    claims: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '30' },
    file: { type: 'string' },
  },
})
const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)))
const PROGRAM = join(ROOT, 'packages/cli/bin/backchannel.js')
const SITE = join(ROOT, 'packages/web/dist/site')
const STARTS = 5
const ALONE = 200
/** Requests under way at the same time under load. */
const CONNECTIONS = 10
/** Marks of the long article. */
const MARKS = 400

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
const home = mkdtempSync(join(tmpdir(), 'backchannel-bench-'))
const rows: [string, string][] = []
const row = (name: string, value: string): void => {
  rows.push([name, value])
  console.log(`${name.padEnd(52)} ${value}`)
}

let child: ChildProcess | null = null
try {
  const file = values.file ?? join(home, 'bench.db')
  const fresh = !existsSync(file)
  const store = await openStore(file)
  if (fresh) await fillStore(store, { documents: Number(values.documents), claims: Number(values.claims) })
  const article = await saveLongArticle(store, MARKS)
  const counts = await store.counts()
  await store.close()
  row('corpus', `synthetic: ${counts.documents} documents, ${counts.claims} claims, ${counts.stories} stories`)

  const starts: number[] = []
  let url = ''
  for (let turn = 0; turn < STARTS; turn++) {
    if (child) await stop(child)
    const begun = performance.now()
    const started = await start(file)
    child = started.child
    url = started.url
    await ask(url, '/api/health')
    starts.push(performance.now() - begun)
  }
  row('start to the first answer', spread(starts))

  const ids = await collect(url)
  for (const [name, paths] of Object.entries(alonePaths(ids))) {
    const times: number[] = []
    for (const path of paths) times.push((await ask(url, path)).milliseconds)
    row(`alone: ${name}`, spread(times))
  }
  await measureLoad(url, ids, Number(values.seconds))
  measureFirstLoad()
  const reader = await measureReader(`${url}documents/${article.replace('doc:', '')}`)
  row(
    'reader: acts until the next picture',
    reader === null
      ? 'not measured, there is no Chromium'
      : `median ${reader.p50} ms, p95 ${reader.p95} ms, slowest ${reader.slowest} ms (${reader.events} events, ${reader.words} words, ${reader.marks} marks)`,
  )
} finally {
  if (child) await stop(child)
  rmSync(home, { recursive: true, force: true })
}
write()

async function start(file: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const started = spawn(process.execPath, [PROGRAM, 'serve', '--store', file, '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const line = await new Promise<string>((done) => createInterface(started.stdout).once('line', done))
  // What the program prints with --json.
  return { child: started, url: (JSON.parse(line) as { url: string }).url }
}

async function stop(running: ChildProcess): Promise<void> {
  const ended = new Promise<void>((done) => running.once('exit', () => done()))
  running.kill('SIGTERM')
  await ended
}

interface Answered {
  readonly status: number
  readonly milliseconds: number
  readonly text: string
}

/** One request over a connection that stays open. */
function ask(base: string, path: string): Promise<Answered> {
  const begun = performance.now()
  return new Promise((done, fail) => {
    get(new URL(path, base), { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          milliseconds: performance.now() - begun,
          text: response.headers['content-encoding'] === 'gzip' ? '' : Buffer.concat(parts).toString('utf8'),
        }),
      )
    }).on('error', fail)
  })
}

interface Ids {
  readonly stories: readonly string[]
  readonly documents: readonly string[]
  readonly actors: readonly string[]
}

/** Ids of many of each, from all over the record. */
async function collect(base: string): Promise<Ids> {
  const idsOf = async (path: string): Promise<readonly string[]> => {
    const answer = await fetch(new URL(path, base))
    // The server's own tests hold the shape.
    return ((await answer.json()) as { rows: { id: string }[] }).rows.map(({ id }) => id)
  }
  const months = Array.from(
    { length: 20 },
    (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-15`,
  )
  const stories: string[] = []
  for (const day of months) stories.push(...(await idsOf(`/api/stories?from=${day}&to=${day}&limit=50`)))
  return { stories, documents: await idsOf('/api/documents?limit=500'), actors: await idsOf('/api/actors?limit=100') }
}

function path(list: string, id: string | undefined, more = ''): string {
  return `/api/${list}/${encodeURIComponent(id ?? '')}${more}`
}

function alonePaths({ stories, documents, actors }: Ids): Readonly<Record<string, readonly string[]>> {
  const random = seeded(7)
  const some = (ids: readonly string[]): string | undefined => ids[Math.floor(random() * ids.length)]
  const many = (make: () => string, count = ALONE): readonly string[] => Array.from({ length: count }, make)
  return {
    'story page': many(() => path('stories', some(stories))),
    'around a story': many(() => path('stories', some(stories), '/around')),
    document: many(() => path('documents', some(documents))),
    'stories, first page': many(() => '/api/stories', 50),
    'stories of an actor': many(() => `/api/stories?actor=${encodeURIComponent(some(actors) ?? '')}`, 50),
    'facets of all stories': many(() => '/api/facets', 20),
    'facets of one type': many(() => '/api/facets?type=release', 20),
    'timeline, first page': many(() => '/api/timeline', 50),
    network: many(() => '/api/network', 20),
    map: many(() => '/api/map', 10),
    search: many(() => '/api/search?q=release%20prisoners', 20),
  }
}

/** What people read, in the proportions of a visit: mostly stories and documents, some lists, few searches and counts. */
async function measureLoad(base: string, { stories, documents, actors }: Ids, seconds: number): Promise<void> {
  const random = seeded(11)
  const some = (ids: readonly string[]): string | undefined => ids[Math.floor(random() * ids.length)]
  const mix: readonly (readonly [share: number, make: () => string])[] = [
    [40, () => path('stories', some(stories))],
    [20, () => path('documents', some(documents))],
    [12, () => '/api/stories'],
    [8, () => '/api/stories?type=release&country=BLR'],
    [8, () => path('actors', some(actors))],
    [6, () => '/api/timeline'],
    [4, () => '/api/search?q=%22release%20talks%22'],
    [2, () => '/api/facets?type=release'],
  ]
  const draw = (): string => {
    let left = random() * mix.reduce((sum, [share]) => sum + share, 0)
    for (const [share, make] of mix) {
      left -= share
      if (left < 0) return make()
    }
    return '/api/stories'
  }
  const times: number[] = []
  let errors = 0
  let memory = 0
  const end = performance.now() + seconds * 1000
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const { status, milliseconds } = await ask(base, draw())
      times.push(milliseconds)
      if (status !== 200) errors++
    }
  }
  const watch = setInterval(() => {
    void fetch(new URL('/api/metrics', base))
      .then(async (answer) => (await answer.json()) as { memory: number })
      .then((metrics) => {
        memory = Math.max(memory, metrics.memory)
      })
      .catch(() => errors++)
  }, 1000)
  await Promise.all(Array.from({ length: CONNECTIONS }, client))
  clearInterval(watch)
  row(
    `load: ${seconds} s, ${CONNECTIONS} connections`,
    `${(times.length / seconds).toFixed(0)} requests/s, ${spread(times)}`,
  )
  row('load: errors', `${errors} of ${times.length}`)
  row('load: memory of the server', `${(memory / 1e6).toFixed(0)} MB at most`)
}

/** Scripts and styles that index.html names, gzipped: what Stories and the reader load. */
function measureFirstLoad(): void {
  const html = readFileSync(join(SITE, 'index.html'), 'utf8')
  const sizes = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, name = '']) => ({
    name,
    bytes: gzipSync(readFileSync(join(SITE, name))).length,
  }))
  const sum = (ending: string): string =>
    `${(sizes.filter(({ name }) => name.endsWith(ending)).reduce((all, { bytes }) => all + bytes, 0) / 1000).toFixed(1)} kB`
  row('first load, gzipped', `${sum('.js')} script, ${sum('.css')} style`)
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1)
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`
}

function write(): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim()
  const [cpu] = cpus()
  const folder = join(ROOT, 'benchmarks/results')
  mkdirSync(folder, { recursive: true })
  const load = loadavg()[0]?.toFixed(1)
  const text = `# The server at ${commit}

Machine: ${cpu?.model ?? 'unknown'}, ${cpus().length} cores, ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.version}; load of the machine at the end ${load}.
Command: \`npm run bench:server\`. Client, server and browser share the machine; times are those of the client, over loopback.

| what | figure |
| --- | --- |
${rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n')}
`
  const name = join(folder, `${commit}-server.md`)
  writeFileSync(name, text)
  console.log(`written: ${name}`)
}
