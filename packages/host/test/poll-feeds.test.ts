import { BackchannelError } from '@backchannel/core'
import { describe, expect, it } from 'vitest'
import {
  type Fetched,
  type FetchOptions,
  HOST_ERRORS,
  type PolledFeed,
  pollFeeds,
  type WatchState,
} from '../src/index.ts'

const hostErrorOf = (status: number): Error =>
  new BackchannelError('host/fetch-status', { url: FEED, status, retry: 0 }, HOST_ERRORS)
const FEED = 'https://ledger.example/rss'
const feedOf = (...items: readonly (readonly [string, string])[]): string =>
  `<rss version="2.0"><channel><title>The Harbor Ledger</title>${items
    .map(
      ([id, text]) =>
        `<item><guid isPermaLink="false">${id}</guid><title>${id}</title><link>/n/${id}</link><description>${text}</description></item>`,
    )
    .join('')}</channel></rss>`

type Answer = string | Error | Partial<Fetched & { readonly changed: true }> | 'unchanged'

/** A net and a clock of our own. */
function world(answers: Record<string, Answer>) {
  let now = Date.parse('2026-03-16T08:00:00Z')
  let state: WatchState = {}
  const asked: { readonly url: string; readonly at: number; readonly options: FetchOptions }[] = []
  const fetch = async (url: string, options: FetchOptions): Promise<Fetched> => {
    asked.push({ url, at: now, options })
    const answer = answers[url]
    if (answer instanceof Error) throw answer
    if (answer === 'unchanged') return { changed: false, url }
    const more = typeof answer === 'string' ? {} : answer
    const text = typeof answer === 'string' ? answer : feedOf(['a', 'One.'])
    const bytes = new TextEncoder().encode(text)
    const plain = {
      url,
      movedTo: url,
      mediaType: 'application/rss+xml',
      bytes,
      etag: '"1"',
      lastModified: null,
      maxAge: null,
    }
    return { changed: true, ...plain, ...more }
  }
  return {
    asked,
    answers,
    pass: (minutes: number) => {
      now += minutes * 60_000
    },
    async poll(...urls: readonly string[]): Promise<readonly PolledFeed[]> {
      const all: PolledFeed[] = []
      const pause = async (seconds: number): Promise<void> => {
        now += seconds * 1000
      }
      const feeds = urls.map((url) => ({ url }))
      for await (const polled of pollFeeds(feeds, state, { fetch, now: () => new Date(now), pause })) {
        all.push(polled)
        // What is kept is plain data.
        state = JSON.parse(JSON.stringify({ ...state, [polled.feed]: polled.state }))
      }
      return all
    },
  }
}

const idsOf = (polled: PolledFeed | undefined) => polled?.entries.map(({ part, changed }) => [part.hints.id, changed])

describe('watching feeds', () => {
  it('gives what is new, and what has another text', async () => {
    const net = world({ [FEED]: feedOf(['a', 'One.'], ['b', 'Two.']) })
    const [first] = await net.poll(FEED)
    expect(first).toMatchObject({ outcome: 'read', feed: FEED, error: null })
    expect(idsOf(first)).toEqual([
      ['a', false],
      ['b', false],
    ])
    expect(first?.entries[0]?.part).toMatchObject({
      origin: `${FEED}#a`,
      hints: { url: 'https://ledger.example/n/a', found: '2026-03-16T08:00:00.000Z' },
    })
    net.pass(20)
    net.answers[FEED] = feedOf(['c', 'Three.'], ['a', 'One, corrected.'], ['b', 'Two.'])
    expect(idsOf((await net.poll(FEED))[0])).toEqual([
      ['c', false],
      ['a', true],
    ])
    net.pass(20)
    expect(idsOf((await net.poll(FEED))[0])).toEqual([])
  })

  it('asks with the marks of the last answer, and only when it is due', async () => {
    const net = world({ [FEED]: feedOf(['a', 'One.']) })
    await net.poll(FEED)
    net.pass(5)
    expect((await net.poll(FEED))[0]?.outcome).toBe('not-due')
    net.pass(11)
    net.answers[FEED] = 'unchanged'
    expect((await net.poll(FEED))[0]?.outcome).toBe('unchanged')
    expect(net.asked.map((one) => one.options.etag)).toEqual([null, '"1"'])
  })

  it('asks no sooner than a feed wishes, up to a day', async () => {
    const net = world({ [FEED]: { maxAge: 3600 } })
    expect((await net.poll(FEED))[0]?.state.due).toBe('2026-03-16T09:00:00.000Z')
    net.answers[FEED] = { maxAge: 10 ** 8 }
    net.pass(70)
    expect((await net.poll(FEED))[0]?.state.due).toBe('2026-03-17T09:10:00.000Z')
  })

  it('leaves two seconds between two requests to one host', async () => {
    const [one, two, other] = ['https://a.example/1', 'https://a.example/2', 'https://b.example/']
    const net = world({ [one]: {}, [two]: {}, [other]: {} })
    await net.poll(one, other, two)
    const [first, second, third] = net.asked.map((asked) => asked.at)
    expect(second! - first!).toBe(0)
    expect(third! - first!).toBeGreaterThanOrEqual(2000)
  })

  it('asks a failing feed less and less often, and the others all the same', async () => {
    const net = world({ [FEED]: hostErrorOf(503), 'https://b.example/': {} })
    const waits: number[] = []
    for (let i = 0; i < 12; i++) {
      const [polled, other] = await net.poll(FEED, 'https://b.example/')
      expect(polled).toMatchObject({ outcome: 'failed', error: { code: 'host/fetch-status' } })
      expect(other?.error).toBeNull()
      const wait = Date.parse(polled!.state.due) - net.asked.findLast((one) => one.url === FEED)!.at
      waits.push(Math.round(wait / 60_000))
      net.pass(25 * 60)
    }
    expect(waits.slice(0, 4)).toEqual([30, 60, 120, 240])
    expect(waits.at(-1)).toBe(24 * 60)
    net.answers[FEED] = feedOf(['a', 'One.'])
    expect((await net.poll(FEED))[0]?.state.failures).toBe(0)
  })

  it('takes a page in the place of a feed for a failure, and remembers what it saw before', async () => {
    const net = world({ [FEED]: feedOf(['a', 'One.']) })
    await net.poll(FEED)
    net.pass(20)
    net.answers[FEED] = '<!doctype html><html><body><p>Please agree to our terms.</p></body></html>'
    expect((await net.poll(FEED))[0]).toMatchObject({ outcome: 'failed', entries: [], error: { code: 'host/no-feed' } })
    net.pass(40)
    net.answers[FEED] = feedOf(['a', 'One.'])
    expect(idsOf((await net.poll(FEED))[0])).toEqual([])
  })

  it('goes where a feed moved for good', async () => {
    const moved = 'https://ledger.example/new'
    const net = world({ [FEED]: { movedTo: moved }, [moved]: 'unchanged' })
    await net.poll(FEED)
    net.pass(20)
    await net.poll(FEED)
    expect(net.asked.map((one) => one.url)).toEqual([FEED, moved])
  })

  it('gives the whole entries of a feed that is cut off', async () => {
    const whole = feedOf(['a', 'One.'], ['b', 'Two.'])
    const net = world({ [FEED]: whole.slice(0, -40) })
    const [polled] = await net.poll(FEED)
    expect(polled).toMatchObject({ outcome: 'read', failures: [{ origin: `${FEED}#entry-2` }] })
    expect(idsOf(polled)).toEqual([['a', false]])
  })

  it('survives ids that are names of an object', async () => {
    const net = world({ [FEED]: feedOf(['__proto__', 'One.'], ['constructor', 'Two.'], ['7', 'Three.']) })
    expect(idsOf((await net.poll(FEED))[0])).toHaveLength(3)
    net.pass(20)
    expect(idsOf((await net.poll(FEED))[0])).toEqual([])
  })
})
