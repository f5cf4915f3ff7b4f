import type { Lexicon } from '@backchannel/core'
import type { FinishedReading } from '@backchannel/desk'
import type { ReaderPool } from '@backchannel/host'
import type { Store, StoreReader } from '@backchannel/store'
import { type ApiAnswer, type ApiSchema, checkApi, checkQuery, type QuerySchema } from '@backchannel/wire'
import type { Inbox } from './inbox.ts'
import type { Metrics } from './metrics.ts'
import { readJson } from './read-body.ts'

/** What the server answers from. */
export interface ServerContext {
  readonly store: Store
  readonly lexicon: Lexicon
  /** The program's version. */
  readonly version: string
  /** The pool that reads uploads, made when it is first asked for; null where nothing is taken in. */
  readonly pool: (() => Promise<ReaderPool<FinishedReading>>) | null
  /** True where addresses that are pasted may be fetched. */
  readonly fetches: boolean
  /** The instant, ISO 8601 in UTC. */
  readonly now: () => string
  readonly metrics: Metrics
  /** Null where nothing is taken in. */
  readonly inbox: Inbox | null
  /** A folder with the demo collection; null where there is none. */
  readonly demo: string | null
}

/** One request on its way to an answer. */
export interface Call<Query, Body> {
  readonly query: Query
  readonly body: Body
  /** The part of the path that stands for an id, decoded; '' where the route has none. */
  readonly id: string
  /** The record, for as long as a question may take. */
  readonly reader: StoreReader
  readonly request: Request
  readonly server: ServerContext
}

/** An answer: JSON, and for lists the table that the `.csv` is made of. */
export interface Answer {
  readonly json: unknown
  readonly rows?: readonly Readonly<Record<string, unknown>>[]
  readonly status?: 200 | 201
  /** A text in the place of JSON, saved by a browser under the name. */
  readonly file?: { readonly name: string; readonly type: string; readonly text: string }
}

/** One address: what it takes, what it answers, who answers it. OpenAPI, the app and the tests all read these. */
export interface Route {
  readonly method: 'GET' | 'POST'
  /** Below /api; `:id` stands for an id. */
  readonly path: string
  readonly summary: string
  readonly query: QuerySchema
  /** Schema of a JSON body; null where there is none. */
  readonly body: ApiSchema | null
  /** Media types of bodies that the handler reads itself, beside JSON. */
  readonly bodyTypes: readonly string[]
  readonly answer: ApiAnswer
  /** Columns of its `.csv`; null where it has none. */
  readonly columns: readonly string[] | null
  /** Media types that it answers in the place of JSON; empty for nearly all. */
  readonly files: readonly string[]
  readonly handle: (call: Omit<Call<unknown, unknown>, 'query' | 'body'>) => Promise<Answer>
}

/** A route that asks. */
export function defineRoute<Query>(parts: {
  readonly path: string
  readonly summary: string
  readonly query: QuerySchema<Query>
  readonly answer: ApiAnswer
  readonly columns?: readonly string[]
  readonly files?: readonly string[]
  readonly handle: (call: Call<Query, null>) => Promise<Answer>
}): Route {
  const { query, handle, columns = null, files = [], ...rest } = parts
  return {
    ...rest,
    method: 'GET',
    query,
    body: null,
    bodyTypes: [],
    columns,
    files,
    handle: async (call) => handle({ ...call, query: queryOf(query, call.request), body: null }),
  }
}

/** A route that writes, from a JSON body of at most `limit` bytes. */
export function defineWrite<Body>(parts: {
  readonly path: string
  readonly summary: string
  readonly query: QuerySchema
  readonly body: ApiSchema<Body>
  readonly limit: { readonly bytes: number; readonly constant: string }
  readonly answer: ApiAnswer
  readonly handle: (call: Call<unknown, Body>) => Promise<Answer>
}): Route {
  const { query, body, limit, handle, ...rest } = parts
  return {
    ...rest,
    method: 'POST',
    query,
    body,
    bodyTypes: [],
    columns: null,
    files: [],
    handle: async (call) => {
      const asked = queryOf(query, call.request)
      const given = checkApi(body, await readJson(call.request, limit.bytes, limit.constant), 'body')
      return handle({ ...call, query: asked, body: given })
    },
  }
}

/** The query of a request as its schema has it. Throws `wire/bad-request`. */
export function queryOf<Query>(schema: QuerySchema<Query>, request: Request): Query {
  const parameters = new Map<string, string[]>()
  for (const [name, value] of new URL(request.url).searchParams)
    parameters.set(name, [...(parameters.get(name) ?? []), value])
  return checkQuery(schema, parameters)
}
