import { join } from 'node:path'
import { BackchannelError, EMPTY_LEXICON } from '@backchannel/core'
import { type Fetched, type FetchOptions, HOST_ERRORS } from '@backchannel/host'
import { createMemoryStore } from '@backchannel/store'
import type { IngestItemJson } from '@backchannel/wire/write'
import { afterAll, describe, expect, it } from 'vitest'
import { createIngestPool, ingest, inputsOf, listStories, watchFeeds } from '../src/index.ts'
import { createFolder } from './articles.ts'

const SUMMARY = 'Norland released nine prisoners on Friday, the foreign ministry said.'
const LINK = 'https://ledger.example/2026/norland'

/** One entry with a summary alone, as each kind of feed has it. */
const FEEDS: Readonly<Record<string, string>> = {
  'rss.xml': `<?xml version="1.0"?><rss version="2.0"><channel><title>The Ledger</title><link>https://ledger.example/</link>
    <item><title>Norland frees nine</title><link>${LINK}</link><guid isPermaLink="false">n9</guid>
    <pubDate>Sat, 14 Mar 2026 09:00:00 GMT</pubDate><description>${SUMMARY}</description></item></channel></rss>`,
  'atom.xml': `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Ledger</title><id>urn:x:feed</id>
    <updated>2026-03-14T09:00:00Z</updated><entry><title>Norland frees nine</title><id>urn:x:n9</id>
    <link href="${LINK}"/><updated>2026-03-14T09:00:00Z</updated><published>2026-03-14T09:00:00Z</published>
    <summary>${SUMMARY}</summary></entry></feed>`,
  'feed.json': JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Ledger',
    items: [
      {
        ...{ id: 'n9', url: LINK, title: 'Norland frees nine', summary: SUMMARY },
        date_published: '2026-03-14T09:00:00Z',
      },
    ],
  }),
  'rdf.xml': `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://ledger.example/">
    <title>The Ledger</title><link>https://ledger.example/</link><description>News</description></channel>
    <item rdf:about="${LINK}"><title>Norland frees nine</title><link>${LINK}</link><dc:date>2026-03-14</dc:date>
    <description>${SUMMARY}</description></item></rdf:RDF>`,
}

describe('a feed of summaries', async () => {
  const pool = await createIngestPool(1)
  const folder = createFolder(FEEDS)
  afterAll(async () => {
    folder.remove()
    await pool.close()
  })
  const options = { pool, lexicon: EMPTY_LEXICON, now: () => '2026-03-20T08:00:00Z' }
  const taken = async (events: AsyncIterable<unknown>) => {
    const items: IngestItemJson[] = []
    // Events of ingest and watch: those of items have an origin.
    for await (const event of events)
      if ((event as IngestItemJson).origin !== undefined) items.push(event as IngestItemJson)
    return items
  }

  it.each(Object.keys(FEEDS))(
    'is read as the short texts that it has, and keeps where the articles stand: %s',
    async (name) => {
      const store = createMemoryStore()
      const path = join(folder.path, name)
      const items = await taken(ingest(inputsOf([path]), { ...options, store }))
      expect(items).toMatchObject([
        {
          ...{ state: 'new', outlet: 'The Ledger', title: 'Norland frees nine', error: null },
          reason: `the feed gives only a summary; the article stands at ${LINK}`,
        },
      ])
      const { rows } = await store.documents()
      expect(rows[0]?.document).toMatchObject({
        text: SUMMARY,
        url: LINK,
        published: { when: { earliest: '2026-03-14' } },
      })
      const findings = await store.findings(rows[0]!.document.id)
      expect(findings?.diagnostics.map(({ code }) => code)).toContain('intake/summary-only')
      expect(await listStories(store)).toMatchObject([{ type: 'release' }])
      // A second run has nothing to do.
      expect(await taken(ingest(inputsOf([path]), { ...options, store }))).toMatchObject([{ state: 'skipped' }])
    },
  )

  it('is read as it is by watch too, where the page is not to be had', async () => {
    const store = createMemoryStore()
    const fetch = async (url: string): Promise<Fetched> => {
      if (url === LINK) throw new BackchannelError('host/fetch-status', { url, status: 410, retry: 0 }, HOST_ERRORS)
      const bytes = new TextEncoder().encode(FEEDS['rss.xml'])
      return {
        ...{ changed: true, url, movedTo: url, bytes, mediaType: 'application/rss+xml' },
        ...{ etag: null, lastModified: null, maxAge: null },
      }
    }
    const feeds = [{ url: 'https://ledger.example/feed' }]
    const items = await taken(watchFeeds(feeds, { ...options, store, fetch, pause: async () => {} }))
    expect(items.map(({ state, origin }) => [state, origin === LINK])).toEqual([
      ['failed', true],
      ['new', false],
    ])
    expect((await store.documents()).rows[0]?.document.text).toBe(SUMMARY)
  })

  const answer = (url: string, text: string, mediaType: string): Fetched => ({
    ...{ changed: true, url, movedTo: url, bytes: new TextEncoder().encode(text), mediaType },
    ...{ etag: null, lastModified: null, maxAge: null },
  })
  const page = (head: string) =>
    `<html><head>${head}</head><body><article><h1>Norland frees nine</h1><p>Norland released nine prisoners on Friday, the foreign ministry said in a statement that was read out on the radio.</p></article></body></html>`
  const watched = async (html: string) => {
    const store = createMemoryStore()
    const fetch = async (url: string) =>
      url === LINK ? answer(url, html, 'text/html') : answer(url, FEEDS['rss.xml']!, 'application/rss+xml')
    await taken(
      watchFeeds([{ url: 'https://ledger.example/feed' }], { ...options, store, fetch, pause: async () => {} }),
    )
    return (await store.documents()).rows[0]?.document
  }

  it('dates a page that says nothing of itself by its entry, and believes the page where it does', async () => {
    expect(await watched(page('<title>x</title>'))).toMatchObject({
      outlet: 'The Ledger',
      title: 'Norland frees nine',
      published: { when: { earliest: '2026-03-14' } },
    })
    const own =
      '<meta property="og:site_name" content="Own Name"><meta property="article:published_time" content="2026-03-13">'
    expect(await watched(page(own))).toMatchObject({
      outlet: 'Own Name',
      published: { when: { earliest: '2026-03-13' } },
    })
  })

  it('asks a host for pages no faster than for feeds', async () => {
    const items = [1, 2, 3].map(
      (n) =>
        `<item><title>Story ${n}</title><link>https://${n === 3 ? 'other' : 'ledger'}.example/${n}</link><guid>g${n}</guid><description>Norland freed ${n}.</description></item>`,
    )
    const feed = `<rss version="2.0"><channel><title>L</title>${items.join('')}</channel></rss>`
    let clock = Date.parse('2026-03-20T08:00:00Z')
    const asked: string[] = []
    const start = clock
    const fetch = async (url: string) => {
      asked.push(`${(clock - start) / 1000} ${url}`)
      return url.endsWith('feed') ? answer(url, feed, 'application/rss+xml') : answer(url, page(''), 'text/html')
    }
    const pause = async (seconds: number) => {
      clock += seconds * 1000
    }
    const now = () => new Date(clock).toISOString()
    const store = createMemoryStore()
    await taken(watchFeeds([{ url: 'https://ledger.example/feed' }], { ...options, store, fetch, pause, now }))
    expect(asked).toEqual([
      '0 https://ledger.example/feed',
      '2 https://ledger.example/1',
      '4 https://ledger.example/2',
      '4 https://other.example/3',
    ])
  })

  it('ends a request under way when it is stopped, and remembers nothing of that feed', async () => {
    const stop = new AbortController()
    const fetch = (url: string, { signal }: FetchOptions = {}) =>
      new Promise<Fetched>((_, reject) => {
        signal?.addEventListener('abort', () =>
          reject(new BackchannelError('host/fetch-failed', { url, why: 'it was stopped' }, HOST_ERRORS)),
        )
        queueMicrotask(() => stop.abort())
      })
    const store = createMemoryStore()
    const stopped = () => stop.signal.aborted
    const feeds = [{ url: 'https://ledger.example/feed' }]
    const more = { fetch, stopped, signal: stop.signal, pause: async () => {} }
    expect(await taken(watchFeeds(feeds, { ...options, ...more, store }))).toEqual([])
    expect(await store.setting('watch')).toBe(null)
  })

  it('shows no password of an address in a list', async () => {
    const fetch = async (): Promise<Fetched> => {
      throw new BackchannelError('host/fetch-status', { url: 'x', status: 410, retry: 0 }, HOST_ERRORS)
    }
    const feeds = [{ url: 'https://ada:secret@ledger.example/feed' }]
    const more = { store: createMemoryStore(), fetch, pause: async () => {} }
    const told: string[] = []
    for await (const event of watchFeeds(feeds, { ...options, ...more })) told.push(JSON.stringify(event))
    expect(told.join()).toContain('https://…@ledger.example/feed')
    expect(told.join()).not.toContain('secret')
  })
})
