import { BackchannelError, contentHash, type Instant } from '@backchannel/core'
import { type Opened, openContainer, type Part } from '@backchannel/intake'
import { hostError } from './errors.ts'
import { FEED_ENTRIES_KEPT, FEED_HOURS_MAX, FEED_MINUTES, HOST_PAUSE_SECONDS } from './fetch-limits.ts'
import type { Fetched, FetchOptions } from './fetch-safely.ts'

/** What is remembered of one feed; plain data that a caller keeps as it is. */
export interface FeedState {
  /** Where it is asked: elsewhere than in the list where it moved for good. */
  readonly url: string
  readonly etag: string | null
  readonly lastModified: string | null
  /** Not to be asked before. */
  readonly due: Instant
  /** Failures in a row. */
  readonly failures: number
  /** Hashes of entries by their ids, the latest seen last. */
  readonly seen: Readonly<Record<string, string>>
}

/** By the address in the list. */
export type WatchState = Readonly<Record<string, FeedState>>

/** An entry that was not seen before, or not with this text. */
export interface PolledEntry {
  readonly part: Part
  readonly changed: boolean
}

/** What came of one feed. */
export interface PolledFeed {
  /** As in the list. */
  readonly feed: string
  readonly outcome: 'read' | 'unchanged' | 'not-due' | 'failed'
  /** In the order of the feed. Origins start with the address of the feed. */
  readonly entries: readonly PolledEntry[]
  /** Entries that could not be read. */
  readonly failures: readonly (Opened & { readonly ok: false })[]
  /** Why the feed failed as a whole. */
  readonly error: BackchannelError | null
  /** To be kept once the entries are safe: kept earlier, they would not come again. */
  readonly state: FeedState
}

export interface PollOptions {
  readonly fetch: (url: string, options: FetchOptions) => Promise<Fetched>
  /** The time now. */
  readonly now: () => Date
  readonly pause: (seconds: number) => Promise<void>
  /** Minutes between two requests to one feed at least. */
  readonly minutes?: number
  /** Asks also feeds that are not due. */
  readonly force?: boolean
}

/**
 * Asks feeds for what is new, one after another, and gives the result of each as it is there. A feed is asked with the
 * marks of its last answer, so that an unchanged one costs nothing; not before it is due: `minutes`, or as long as it calls itself
 * fresh, or twice as long after each failure, at most a day. Two requests to one host are `HOST_PAUSE_SECONDS` apart. Never rejects because
 * of a feed.
 */
export async function* pollFeeds(
  feeds: readonly { readonly url: string }[],
  state: WatchState,
  options: PollOptions,
): AsyncGenerator<PolledFeed> {
  const asked = new Map<string, number>()
  for (const { url: feed } of feeds) {
    const known = state[feed] ?? { url: feed, etag: null, lastModified: null, due: '', failures: 0, seen: {} }
    if (!options.force && known.due > options.now().toISOString()) {
      yield { feed, outcome: 'not-due', entries: [], failures: [], error: null, state: known }
      continue
    }
    const host = URL.canParse(known.url) ? new URL(known.url).host : known.url
    const wait =
      (asked.get(host) ?? Number.NEGATIVE_INFINITY) / 1000 + HOST_PAUSE_SECONDS - options.now().getTime() / 1000
    if (wait > 0) await options.pause(wait)
    yield await pollFeed(feed, known, options)
    asked.set(host, options.now().getTime())
  }
}

async function pollFeed(feed: string, known: FeedState, options: PollOptions): Promise<PolledFeed> {
  const { minutes = FEED_MINUTES } = options
  const after = (wanted: number): Instant => {
    const wait = Math.min(Math.max(wanted, minutes * 60), FEED_HOURS_MAX * 3600)
    return new Date(options.now().getTime() + wait * 1000).toISOString()
  }
  const nothing = { feed, entries: [], failures: [], error: null }
  const got = await ask(known, options)
  if (got instanceof BackchannelError) {
    const failures = known.failures + 1
    const retry = Number(got.details['retry'] ?? 0)
    const due = after(Math.max(retry, minutes * 60 * 2 ** Math.min(failures, 10)))
    return { ...nothing, outcome: 'failed', error: got, state: { ...known, failures, due } }
  }
  if (!got.changed) return { ...nothing, outcome: 'unchanged', state: { ...known, failures: 0, due: after(0) } }
  const opened = await openFeed(got, feed, options.now().toISOString())
  const broken = opened.find((one) => !one.ok && one.origin === feed)
  if (broken && !broken.ok && opened.length === 1) {
    // A page that says "not found" with status 200, a wall: asked again later, nothing of it is remembered.
    const failures = known.failures + 1
    const state = { ...known, failures, due: after(minutes * 60 * 2 ** Math.min(failures, 10)) }
    return { ...nothing, outcome: 'failed', error: broken.error, state }
  }
  const { entries, seen } = whatIsNew(opened, known.seen)
  return {
    feed,
    outcome: 'read',
    entries,
    failures: opened.flatMap((one) => (one.ok ? [] : [one])),
    error: null,
    state: {
      url: got.movedTo,
      etag: got.etag,
      lastModified: got.lastModified,
      due: after(got.maxAge ?? 0),
      failures: 0,
      seen,
    },
  }
}

async function ask(known: FeedState, options: PollOptions): Promise<Fetched | BackchannelError> {
  try {
    return await options.fetch(known.url, { etag: known.etag, lastModified: known.lastModified })
  } catch (error) {
    if (error instanceof BackchannelError) return error
    const why = error instanceof Error ? error.message : String(error)
    return hostError('host/fetch-failed', { url: known.url, why })
  }
}

async function openFeed(
  got: Fetched & { readonly changed: true },
  feed: string,
  found: Instant,
): Promise<readonly Opened[]> {
  const { bytes, mediaType, url } = got
  const all: Opened[] = []
  for await (const opened of openContainer(bytes, { name: feed, mediaType, url, found })) {
    const isFeed = !opened.ok || opened.part.kind === 'feed-entry'
    if (isFeed) all.push(withOrigin(opened, feed))
    else all.push({ ok: false, origin: feed, name: feed, error: hostError('host/no-feed', { url: feed, mediaType }) })
  }
  return all
}

function withOrigin(opened: Opened, feed: string): Opened {
  return opened.ok
    ? { ok: true, part: { ...opened.part, origin: feed + opened.part.origin } }
    : { ...opened, origin: feed + opened.origin }
}

/** Entries that are not among the seen ones as they are now, and all that is to be remembered. */
function whatIsNew(
  opened: readonly Opened[],
  known: Readonly<Record<string, string>>,
): { readonly entries: readonly PolledEntry[]; readonly seen: Readonly<Record<string, string>> } {
  const seen = new Map(Object.entries(known))
  const entries: PolledEntry[] = []
  let listed = 0
  for (const one of opened) {
    if (!one.ok) continue
    listed++
    const { part } = one
    // Ids are prefixed so that a number is no index: objects would give those first.
    const key = `#${part.origin}`
    const hash = hashOf(part)
    const before = seen.get(key)
    seen.delete(key)
    seen.set(key, hash)
    if (before !== hash) entries.push({ part, changed: before !== undefined })
  }
  const kept = [...seen].slice(-Math.max(listed, FEED_ENTRIES_KEPT))
  return { entries, seen: Object.fromEntries(kept) }
}

function hashOf(part: Part): string {
  const body = 'text' in part.body ? part.body.text : new TextDecoder().decode(part.body.bytes)
  return contentHash(JSON.stringify([part.hints.title, body]))
}
