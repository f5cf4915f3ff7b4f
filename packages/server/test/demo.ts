import { EMPTY_LEXICON } from '@backchannel/core'
import { createIngestPool, type FinishedReading, ingest } from '@backchannel/desk'
import type { ReaderPool } from '@backchannel/host'
import { createMemoryStore, type Store } from '@backchannel/store'
import { type AppOptions, createApp, type LogLine, type ServerApp } from '../src/app.ts'

export const TOKEN = 'token-for-tests'

const WIRE =
  'BELGARD - Karsovia released nine prisoners on Saturday, the foreign ministry said in a statement. President Anton Verek pardoned the group at the request of Norway, the ministry said. The prisoners left for Lithuania the same evening.'

/** An agency's text, a paper that prints it, two that tell it otherwise, and a meeting. */
const ARTICLES = [
  { id: 'wire', text: WIRE, outlet: 'Nordwire', published: '2026-03-14' },
  { id: 'print', text: WIRE, outlet: 'The Harbor Ledger', published: '2026-03-15' },
  {
    id: 'talk',
    text: 'In an interview with the Northern Courier, the envoy Ingrid Solvang said that Karsovia had freed nine prisoners on Friday. “I brought a list,” Solvang said.',
    outlet: 'Northern Courier',
    published: '2026-03-15',
  },
  {
    id: 'meeting',
    text: 'The Norwegian envoy Ingrid Solvang met President Anton Verek in Belgard on Friday, her office said. The two held talks for three hours.',
    outlet: 'Tarn Daily',
    published: '2026-03-14',
  },
  {
    id: 'before',
    text: 'Karsovia released four prisoners on Friday, a spokesman for the interior ministry, Jan Lubek, said.',
    outlet: 'Northern Courier',
    published: '2025-09-20',
  },
]

export interface Demo {
  readonly app: ServerApp
  readonly store: Store
  readonly log: LogLine[]
  /** A GET below the root, or what `init` says. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** A POST of JSON with the token. */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
}

let pool: Promise<ReaderPool<FinishedReading>> | null = null

/** One pool for all tests of a file; it is made when first asked for. */
export function testPool(): Promise<ReaderPool<FinishedReading>> {
  pool ??= createIngestPool(1)
  return pool
}

export async function closePool(): Promise<void> {
  await (await pool)?.close()
  pool = null
}

/** A server on a store in memory; on the demo articles, read as `ingest` reads them, unless `empty`. */
export async function createDemo(options: Partial<AppOptions> & { readonly empty?: boolean } = {}): Promise<Demo> {
  const { empty = false, ...rest } = options
  const store = rest.store ?? createMemoryStore()
  const log: LogLine[] = []
  const now = () => '2026-03-20T08:00:00Z'
  if (!empty) {
    const bytes = new TextEncoder().encode(ARTICLES.map((one) => `${JSON.stringify(one)}\n`).join(''))
    const inputs = async function* () {
      yield { origin: '/demo/all.jsonl', name: 'all.jsonl', bytes }
    }
    const given = { store, pool: await testPool(), lexicon: EMPTY_LEXICON, now }
    for await (const event of ingest(inputs(), given))
      if ('error' in event && event.error) throw new Error(event.error.message)
  }
  const app = createApp({
    store,
    lexicon: EMPTY_LEXICON,
    version: '0.0.0-test',
    pool: testPool,
    fetches: false,
    now,
    token: TOKEN,
    hosts: { names: [], addresses: false },
    pages: null,
    log: (line) => log.push(line),
    ...rest,
  })
  const ask = async (path: string, init?: RequestInit): Promise<Response> =>
    app.request(`http://localhost${path}`, init)
  return {
    app,
    store,
    log,
    ask,
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}

/** The body of a list. */
export interface ListBody {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly next: string | null
  readonly total: number
}

/** The JSON of a response of 200 or 201; throws with the body otherwise. */
export async function jsonOf<Body = ListBody>(response: Response | Promise<Response>): Promise<Body> {
  const answer = await response
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.status}: ${text}`)
  // The test says what it asked for.
  return JSON.parse(text) as Body
}

/** Status and code of an error, after a look at its shape. */
export async function errorOf(response: Response | Promise<Response>): Promise<string> {
  const answer = await response
  const body: unknown = await answer.json()
  const { ok, error, status } = body as {
    ok: unknown
    error: { code: string; message: string; details: object }
    status: unknown
  }
  if (
    ok !== false ||
    status !== answer.status ||
    typeof error.message !== 'string' ||
    typeof error.details !== 'object'
  )
    throw new Error(`not the error shape: ${JSON.stringify(body)}`)
  if (
    Object.keys(body as object)
      .sort()
      .join() !== 'error,ok,status'
  )
    throw new Error('more than the error shape')
  return `${answer.status} ${error.code}`
}
