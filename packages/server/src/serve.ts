import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Lexicon } from '@backchannel/core'
import { createIngestPool, type FinishedReading } from '@backchannel/desk'
import type { ReaderPool } from '@backchannel/host'
import type { Store } from '@backchannel/store'
import { getRequestListener } from '@hono/node-server'
import { pino } from 'pino'
import { toErrorResponse } from './answer.ts'
import { createApp } from './app.ts'
import { serverError } from './errors.ts'
import { createInbox } from './inbox.ts'
import { CONNECTIONS_MAX, HEADER_BYTES_MAX, HEADER_SECONDS, REQUEST_SECONDS, STOP_SECONDS } from './limits.ts'
import { createToken } from './token.ts'

/** What serving needs beside a record. */
export interface ServeOptions {
  readonly store: Store
  readonly lexicon: Lexicon
  readonly version: string
  /** The address that it is bound to, for instance 127.0.0.1. */
  readonly host: string
  /** 0 leaves the choice to the system. */
  readonly port: number
  /** Names that it is called by beside those of loopback. */
  readonly names: readonly string[]
  /** Threads that read uploads; one a core where left out. They start with the first upload. */
  readonly threads?: number
  /** May fetch addresses that are pasted. */
  readonly fetches: boolean
  readonly pages: string | null
  /** A folder with the demo collection that an empty record offers; null where there is none. */
  readonly demo: string | null
  readonly now: () => string
  /** Takes a line of the log, JSON with its end. */
  readonly log: (line: string) => void
}

/** A server that runs. */
export interface Serving {
  /** For a browser on this machine, with a slash at the end. */
  readonly url: string
  /** What a request that writes must bring. */
  readonly token: string
  /** Takes no new requests, lets those under way finish for `STOP_SECONDS`, then ends. The store stays open. */
  stop(): Promise<void>
}

/** Serves a record. Rejects with `server/port-taken`. */
export async function serveRecord(options: ServeOptions): Promise<Serving> {
  const { store, lexicon, version, host, port, names, threads, fetches, pages, demo, now, log } = options
  const logger = pino({ base: null, timestamp: () => `,"time":"${now()}"` }, { write: log })
  const pool = createLazyPool(threads)
  const token = createToken()
  const inbox = createInbox({ store, lexicon, pool: pool.get, now })
  const app = createApp({
    store,
    lexicon,
    version,
    pool: pool.get,
    fetches,
    now,
    token,
    pages,
    demo,
    inbox,
    hosts: { names: names.map((name) => name.toLowerCase()), addresses: !isLoopback(host) },
    log: ({ level, ...line }) => logger[level](line),
  })
  const listener = getRequestListener((request) => app.fetch(request), {
    overrideGlobalObjects: false,
    errorHandler: () => toErrorResponse(serverError('server/bad-address', { why: 'the request is no sound HTTP' })),
  })
  const server = createServer(
    {
      maxHeaderSize: HEADER_BYTES_MAX,
      headersTimeout: HEADER_SECONDS * 1000,
      requestTimeout: REQUEST_SECONDS * 1000,
    },
    (request, response) => void listener(request, response),
  )
  server.maxConnections = CONNECTIONS_MAX
  await new Promise<void>((done, fail) => {
    server.once('error', (error) => fail(serverError('server/port-taken', { port, host, why: error.message })))
    server.listen(port, host, done)
  })
  // Bound to a port, so it is an object.
  const bound = server.address() as AddressInfo
  logger.info({ host: bound.address, port: bound.port }, 'serving')
  return {
    url: `http://${urlHost(host)}:${bound.port}/`,
    token,
    async stop() {
      await new Promise<void>((done) => {
        const hurry = setTimeout(() => server.closeAllConnections(), STOP_SECONDS * 1000)
        server.close(() => {
          clearTimeout(hurry)
          done()
        })
        server.closeIdleConnections()
      })
      await inbox.stop()
      await pool.close()
      logger.info('stopped')
    },
  }
}

interface LazyPool {
  readonly get: () => Promise<ReaderPool<FinishedReading>>
  readonly close: () => Promise<void>
}

/** A pool that is made when it is first asked for, so that a server that only answers starts at once. */
function createLazyPool(threads: number | undefined): LazyPool {
  let made: Promise<ReaderPool<FinishedReading>> | null = null
  return {
    get() {
      made ??= createIngestPool(threads).catch((error: unknown) => {
        made = null
        throw error
      })
      return made
    },
    async close() {
      await (await made)?.close()
    },
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** The host as it stands in an address; what is bound to everything is reached by loopback. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
