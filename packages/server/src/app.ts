import { randomUUID } from 'node:crypto'
import { type AssetSource, BackchannelError, READER_ASSETS } from '@backchannel/core'
import { createDiskAssets } from '@backchannel/host'
import { type Context, Hono } from 'hono'
import { finishResponse, toErrorResponse, toResponse } from './answer.ts'
import { withDeadline } from './deadline.ts'
import { serverError } from './errors.ts'
import { type AllowedHosts, checkHost, checkOrigin, SAFE_HEADERS } from './guard.ts'
import { createInbox, type Inbox } from './inbox.ts'
import { REQUESTS_AT_ONCE, URL_LENGTH_MAX } from './limits.ts'
import { createMetrics } from './metrics.ts'
import type { Route, ServerContext } from './route.ts'
import { ROUTES } from './routes/index.ts'
import { findStatic } from './static-files.ts'
import { checkToken } from './token.ts'

/** One line of the log: numbers and names of routes, never words of an article, of a query or of a body. */
export interface LogLine {
  readonly level: 'info' | 'error'
  readonly request: string
  readonly method: string
  readonly route: string
  readonly status: number
  readonly milliseconds: number
  readonly code?: string
  /** Where a fault of the program is, without its message: that may hold words of a text. */
  readonly stack?: string
}

export interface AppOptions extends Omit<ServerContext, 'metrics' | 'inbox' | 'demo'> {
  /** Made anew where it is left out and there is a pool; whoever gives one stops it. */
  readonly inbox?: Inbox
  readonly demo?: string | null
  /** What a page reads with; the installed assets where left out. */
  readonly assets?: AssetSource
  /** What a request that writes must bring. */
  readonly token: string
  readonly hosts: AllowedHosts
  /** A folder with the pages; null where there are none. */
  readonly pages: string | null
  readonly log: (line: LogLine) => void
}

/** Where the models of the reader stand for a page that reads by itself. */
const READER_PATH = '/reader/'

/** The server without sockets: a request in, a response out. */
export type ServerApp = Hono<Variables>

interface Variables {
  Variables: { route: string; failure: { readonly code: string; readonly stack?: string } | null; id: string }
}

/** Makes the app of a record. It never rejects: what goes wrong is an answer in the one error shape. */
export function createApp(options: AppOptions): ServerApp {
  const { store, token, hosts, pages, log } = options
  const { lexicon, pool, now, demo = null, assets = createDiskAssets() } = options
  const inbox = options.inbox ?? (pool === null ? null : createInbox({ store, lexicon, pool, now }))
  const server: ServerContext = { ...options, metrics: createMetrics(), inbox, demo }
  const { metrics } = server
  const app: ServerApp = new Hono({ getPath: (request) => addressOf(request.url).path })

  // The outermost: whatever happens inside is counted, logged, tagged and sent with the safe headers.
  app.use('*', async (cx, next) => {
    const start = performance.now()
    cx.set('route', '(none)')
    cx.set('failure', null)
    cx.set('id', randomUUID())
    metrics.begin()
    await next()
    const inner = await finishResponse(cx.req.raw, cx.res)
    for (const [name, value] of Object.entries(SAFE_HEADERS)) inner.headers.set(name, value)
    inner.headers.set('x-request-id', cx.get('id'))
    // The setter of Hono would keep headers of the response before.
    cx.res = undefined
    cx.res = inner
    const seconds = (performance.now() - start) / 1000
    const { status } = inner
    const route = cx.get('route')
    metrics.end(route, status, seconds)
    log({
      level: status >= 500 && status !== 503 ? 'error' : 'info',
      request: cx.get('id'),
      method: cx.req.method,
      route,
      status,
      milliseconds: Math.round(seconds * 10_000) / 10,
      ...cx.get('failure'),
    })
  })

  app.use('*', async (cx, next) => {
    const url = new URL(cx.req.url)
    const host = cx.req.header('host') ?? url.host
    const writes = cx.req.method !== 'GET' && cx.req.method !== 'HEAD'
    if (cx.req.url.length > URL_LENGTH_MAX)
      throw serverError('server/address-too-long', { length: cx.req.url.length, limit: URL_LENGTH_MAX })
    checkHost(host, hosts)
    checkHost(url.host, hosts)
    checkOrigin(cx.req.raw.headers, host, writes)
    if (metrics.inFlight > REQUESTS_AT_ONCE)
      throw serverError('server/busy', { what: `${metrics.inFlight} requests are being answered` })
    await next()
  })

  for (const route of ROUTES) {
    app.on(route.method, `/api${route.path}`, async (cx) => {
      cx.set('route', `${route.method} ${route.path}`)
      if (route.method === 'POST') checkToken(cx.req.header('authorization'), token)
      const { csv } = addressOf(cx.req.url)
      if (csv && route.columns === null) throw noSuchRoute(cx)
      const answer = await route.handle({
        id: idOf(cx),
        reader: withDeadline(store),
        request: cx.req.raw,
        server,
      })
      return toResponse(route, answer, csv)
    })
  }
  for (const [path, allowed] of methodsOf(ROUTES)) {
    app.all(`/api${path}`, (cx) => {
      cx.set('route', path)
      throw serverError('server/no-such-method', { path: path, method: cx.req.method.slice(0, 20), allowed })
    })
  }
  // The models that a page reads with: the same bytes that the threads here have, and nothing else of the folder.
  app.get(`${READER_PATH}*`, async (cx) => {
    const name = cx.req.path.slice(READER_PATH.length)
    if (!READER_ASSETS.includes(name)) throw noSuchRoute(cx)
    cx.set('route', '(reader)')
    const bytes = new Uint8Array(await assets.read(name))
    const type = name.endsWith('.json') ? 'application/json; charset=utf-8' : 'application/octet-stream'
    return new Response(bytes, { headers: { 'content-type': type } })
  })
  app.notFound(async (cx) => {
    const { pathname } = new URL(cx.req.url)
    const reads = cx.req.method === 'GET' || cx.req.method === 'HEAD'
    if (pages !== null && reads && !pathname.startsWith('/api/')) {
      const file = await findStatic(pages, pathname)
      if (file !== null) {
        cx.set('route', '(pages)')
        return file
      }
    }
    return failed(cx, noSuchRoute(cx))
  })
  app.onError((error, cx) => failed(cx, error))
  return app
}

/** Any error as an answer; what is none of ours is told to the log only. */
function failed(cx: Context<Variables>, error: Error): Response {
  if (error instanceof BackchannelError) {
    cx.set('failure', { code: error.code })
    return toErrorResponse(error)
  }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  cx.set('failure', { code: 'server/failed', stack: [error.name, ...frames].join('\n') })
  return toErrorResponse(serverError('server/failed', { request: cx.get('id') }))
}

function noSuchRoute(cx: Context<Variables>): BackchannelError {
  return serverError('server/no-such-route', { path: new URL(cx.req.url).pathname.slice(0, 200) })
}

/** The decoded id of a path. Throws `server/bad-address` where it is no UTF-8. */
function idOf(cx: Context<Variables>): string {
  // Hono leaves what it cannot decode as it is, so the path itself is looked at.
  try {
    decodeURIComponent(new URL(cx.req.url).pathname)
  } catch {
    throw serverError('server/bad-address', { why: 'it is no escaped UTF-8' })
  }
  return cx.req.param('id') ?? ''
}

/**
 * The route that an address means, and in which form: ".json" and ".csv" behind a path are forms of it, and "/api" may be
 * left out before such a twin, since it stands beside the page.
 */
function addressOf(url: string): { readonly path: string; readonly csv: boolean } {
  const { pathname } = new URL(url)
  const [, base, form] = /^(.+)\.(json|csv)$/.exec(pathname) ?? []
  if (base === undefined || pathname.startsWith(READER_PATH)) return { path: pathname, csv: false }
  return { path: base.startsWith('/api/') ? base : `/api${base}`, csv: form === 'csv' }
}

function methodsOf(routes: readonly Route[]): ReadonlyMap<string, string> {
  const methods = new Map<string, string>()
  for (const { path, method } of routes) {
    const before = methods.get(path)
    const own = method === 'GET' ? 'GET, HEAD' : method
    methods.set(path, before === undefined ? own : `${before}, ${own}`)
  }
  return methods
}
