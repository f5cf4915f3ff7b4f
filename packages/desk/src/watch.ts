import {
  type Fetched,
  type FetchOptions,
  fetchSafely,
  HOST_PAUSE_SECONDS,
  type PolledFeed,
  pollFeeds,
  shownAddress,
  type WatchState,
} from '@backchannel/host'
import type { IngestDoneJson, IngestItemJson } from '@backchannel/wire/write'
import { type AnyInput, type IngestOptions, ingest } from './ingest.ts'
import { fetchInput } from './inputs.ts'

/** What watching needs beside what taking in needs. */
export interface WatchOptions extends IngestOptions {
  readonly pause: (seconds: number) => Promise<void>
  /** Asks feeds that are not due, too. */
  readonly force?: boolean
  /** Minutes between two requests to one feed at least. */
  readonly minutes?: number
  /** Ends a request under way when it is aborted, so that stopping need not wait for a slow server. */
  readonly signal?: AbortSignal
  /** For tests; `fetchSafely` otherwise. */
  readonly fetch?: Fetch
}

type Fetch = (url: string, options?: FetchOptions) => Promise<Fetched>

/** What came of one feed. */
export interface WatchedFeed {
  readonly feed: string
  readonly outcome: PolledFeed['outcome']
  readonly entries: number
  readonly error: { readonly code: string; readonly message: string } | null
  /** Not asked again before. */
  readonly due: string
}

/** Where a store keeps what it knows of feeds. */
const SETTING = 'watch'

/**
 * Asks each feed once, if it is due, and takes what is new into the record; of an entry that is only a summary the page that it
 * leads to, or the summary where the page is not to be had. What is remembered of a feed is written after its entries, so that nothing is lost where the program ends between.
 */
export async function* watchFeeds(
  feeds: readonly { readonly url: string }[],
  options: WatchOptions,
): AsyncGenerator<WatchedFeed | IngestItemJson> {
  const { store, pause, now, stopped = () => false } = options
  const fetch = politely(options)
  // Written below.
  const state = JSON.parse((await store.setting(SETTING)) ?? '{}') as WatchState
  const polling = pollFeeds(feeds, state, {
    fetch,
    pause,
    now: () => new Date(now()),
    ...(options.force === undefined ? {} : { force: options.force }),
    ...(options.minutes === undefined ? {} : { minutes: options.minutes }),
  })
  for await (const polled of polling) {
    for await (const event of ingest(inputsOfFeed(polled, fetch, stopped), options)) if (!isDone(event)) yield event
    if (stopped()) return
    const kept = JSON.parse((await store.setting(SETTING)) ?? '{}') as WatchState
    await store.write((writer) =>
      writer.saveSetting(SETTING, JSON.stringify({ ...kept, [polled.feed]: polled.state } satisfies WatchState)),
    )
    const { feed, outcome, entries, error } = polled
    yield {
      feed: shownAddress(feed),
      outcome,
      entries: entries.length,
      error: error && { code: error.code, message: error.message },
      due: polled.state.due,
    }
  }
}

const isDone = (event: IngestItemJson | IngestDoneJson): event is IngestDoneJson => 'done' in event

/** Fetches no faster than a host may be asked, feeds and pages alike, and not any longer than wanted. */
function politely({ fetch = fetchSafely, pause, now, signal, stopped = () => false }: WatchOptions): Fetch {
  const asked = new Map<string, number>()
  return async (url, options) => {
    const host = URL.canParse(url) ? new URL(url).host : url
    const last = asked.get(host)
    const wait = last === undefined ? 0 : HOST_PAUSE_SECONDS - (Date.parse(now()) - last) / 1000
    if (wait > 0 && !stopped()) await pause(wait)
    try {
      return await fetch(url, { ...options, ...(signal === undefined ? {} : { signal }) })
    } finally {
      asked.set(host, Date.parse(now()))
    }
  }
}

async function* inputsOfFeed(polled: PolledFeed, fetch: Fetch, stopped: () => boolean): AsyncGenerator<AnyInput> {
  for (const { part } of polled.entries) {
    if (!part.summary || part.hints.url === null) {
      yield { origin: part.origin, part }
      continue
    }
    if (stopped()) return
    const page = await fetchInput(part.hints.url, fetch)
    if (stopped()) return
    yield 'error' in page ? page : { ...page, hints: part.hints }
    // The summary is better than nothing.
    if ('error' in page) yield { origin: part.origin, part }
  }
  for (const { origin, error } of polled.failures) yield { origin, error }
}
