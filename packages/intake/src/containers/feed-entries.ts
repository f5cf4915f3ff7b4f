import { type AnyFeed, parseFeed } from 'feedsmith'
import { isMarkup, textOfMarkup } from '../html/entities.ts'
import { marksOf, rootOf, withoutDoctype } from './xml.ts'

/** A text of a feed and whether it is markup. */
export interface TypedText {
  readonly value: string
  readonly markup: boolean
}

/** One entry, whatever the format of its feed; null where the feed says nothing. */
export interface FeedEntry {
  /** From 1, in the order of the feed. */
  readonly number: number
  readonly id: string | null
  /** As written, maybe relative. */
  readonly link: string | null
  /** `xml:base` of the entry. */
  readonly base: string | null
  readonly title: TypedText | null
  /** The whole article, where the feed has a place of its own for it. */
  readonly content: TypedText | null
  readonly summary: TypedText | null
  /** As written. */
  readonly published: string | null
  readonly modified: string | null
  readonly authors: readonly string[]
  /** The feed that an aggregating feed took it from. */
  readonly source: string | null
}

export interface FeedFailure {
  readonly number: number
  readonly why: string
}

export interface FeedEntries {
  readonly title: string | null
  readonly link: string | null
  /** `xml:base` of the feed. */
  readonly base: string | null
  readonly entries: readonly (FeedEntry | FeedFailure)[]
}

/**
 * Parses a feed. Where the whole is no well-formed XML, each entry is parsed by itself between the head and the end of
 * the feed, so that a broken one and the missing end of a feed that is cut off cost only themselves.
 */
export function parseEntries(text: string): FeedEntries | { readonly why: string } {
  const feed = withoutDoctype(text.replace(/^\uFEFF?\s+/, ''))
  const whole = parse(feed)
  if (feed.startsWith('{')) return typeof whole === 'string' ? { why: whole } : entriesOf(whole)
  // The parser mends some broken markup by losing what follows: the entries are counted.
  const layout = layoutOf(feed)
  const entries = typeof whole === 'string' ? null : entriesOf(whole)
  if (entries && entries.entries.length === layout.starts.length) return entries
  return parseOneByOne(feed, layout) ?? { why: typeof whole === 'string' ? whole : 'its entries cannot be told apart' }
}

function parse(feed: string): AnyFeed | string {
  try {
    return parseFeed(feed)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

interface Layout {
  /** Offsets of the start tags of the entries, and behind their end tags; those in comments and CDATA left out. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** What closes the feed behind an entry. */
  readonly tail: string
}

function layoutOf(feed: string): Layout {
  const root = rootOf(feed)
  const prefix = root.prefix === '' ? '' : `${root.prefix}:`
  const tag = root.name.toLowerCase() === 'feed' ? `${prefix}entry` : 'item'
  const { starts, ends } = marksOf(feed, tag)
  const end = `</${prefix}${root.name}>`
  const outside = root.name.toLowerCase() !== 'rss' || /<\/channel>/i.test(feed.slice(0, starts[0] ?? 0))
  return { starts, ends, tail: outside ? end : `</channel>${end}` }
}

function parseOneByOne(feed: string, layout: Layout): FeedEntries | null {
  const { starts, ends, tail } = layout
  const [first] = starts
  // A feed without entries is one; the parser wants a title at least.
  if (first === undefined) return /<\/(?:\w+:)?(?:rss|feed|rdf)\s*>/i.test(feed) ? { ...NO_FEED, entries: [] } : null
  const head = feed.slice(0, first)
  const frame = parse(head + tail)
  let next = 0
  const entries = starts.map((start, index): FeedEntry | FeedFailure => {
    const number = index + 1
    const limit = starts[index + 1] ?? feed.length
    while ((ends[next] ?? feed.length) <= start) next++
    const end = ends[next] ?? feed.length + 1
    if (end > limit) return { number, why: number < starts.length ? 'it has no end' : 'the feed is cut off inside it' }
    const one = parse(head + feed.slice(start, end) + tail)
    const [entry] = typeof one === 'string' ? [] : entriesOf(one).entries
    return entry && !('why' in entry) ? { ...entry, number } : { number, why: 'it is broken or empty' }
  })
  return { ...(typeof frame === 'string' ? NO_FEED : entriesOf(frame)), entries }
}

const NO_FEED = { title: null, link: null, base: null }

function entriesOf(parsed: AnyFeed): FeedEntries {
  switch (parsed.format) {
    case 'atom':
      return atomEntries(parsed.feed)
    case 'json':
      return jsonEntries(parsed.feed)
    case 'rdf':
    case 'rss':
      return rssEntries(parsed.feed)
  }
}

type Feed<Format extends AnyFeed['format']> = Extract<AnyFeed, { readonly format: Format }>['feed']

function rssEntries(feed: Feed<'rss'> | Feed<'rdf'>): FeedEntries {
  const items = feed.items ?? []
  return {
    title: plain(feed.title ?? feed.dc?.titles?.[0]),
    link: feed.link ?? null,
    base: feed.xml?.base ?? null,
    entries: items.map((item, index): FeedEntry => {
      const guid = 'guid' in item ? item.guid : undefined
      const about = 'rdf' in item ? item.rdf?.about : undefined
      const alternate = item.atom?.links?.find((link) => (link.rel ?? 'alternate') === 'alternate')?.href
      // A guid is an address unless it says that it is none.
      const permanent = guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '') ? guid?.value : undefined
      const authors = 'authors' in item ? (item.authors ?? []).map((author) => author.name ?? author.email ?? '') : []
      return {
        number: index + 1,
        id: guid?.value ?? about ?? null,
        link: item.link ?? alternate ?? permanent ?? about ?? null,
        base: item.xml?.base ?? null,
        title: typed(item.title ?? item.dc?.titles?.[0]),
        content: typed(item.content?.encoded),
        summary: typed(item.description ?? item.dc?.descriptions?.[0]),
        published:
          ('pubDate' in item ? item.pubDate : undefined) ?? item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? null,
        modified: item.dcterms?.modified?.[0] ?? null,
        authors: [...authors, ...(item.dc?.creators ?? [])].filter((name) => name !== ''),
        source: plain('source' in item ? item.source?.title : undefined),
      }
    }),
  }
}

function atomEntries(feed: Feed<'atom'>): FeedEntries {
  return {
    title: plain(feed.title?.value),
    link: linkOf(feed.links),
    base: feed.xml?.base ?? null,
    entries: (feed.entries ?? []).map((entry, index): FeedEntry => {
      const content = entry.content?.value === undefined ? null : atomText(entry.content)
      return {
        number: index + 1,
        id: entry.id ?? null,
        link: linkOf(entry.links),
        base: entry.xml?.base ?? null,
        title: entry.title ? atomText(entry.title) : null,
        content,
        summary: entry.summary ? atomText(entry.summary) : null,
        published: entry.published ?? entry.updated ?? null,
        modified: entry.updated ?? null,
        authors: (entry.authors ?? []).map((author) => author.name ?? '').filter((name) => name !== ''),
        source: plain(entry.source?.title?.value),
      }
    }),
  }
}

function jsonEntries(feed: Feed<'json'>): FeedEntries {
  return {
    title: plain(feed.title),
    link: feed.home_page_url ?? null,
    base: null,
    entries: (feed.items ?? []).map((item, index): FeedEntry => {
      const content = item.content_html
        ? { value: item.content_html, markup: true }
        : item.content_text
          ? { value: item.content_text, markup: false }
          : null
      return {
        number: index + 1,
        id: item.id ?? null,
        link: item.url ?? item.external_url ?? null,
        base: null,
        title: item.title ? { value: item.title, markup: false } : null,
        content,
        summary: item.summary ? { value: item.summary, markup: false } : null,
        published: item.date_published ?? null,
        modified: item.date_modified ?? null,
        authors: (item.authors ?? []).map((author) => author.name ?? '').filter((name) => name !== ''),
        source: null,
      }
    }),
  }
}

interface Link {
  readonly href?: string
  readonly rel?: string
  readonly type?: string
}

/** Of an entry's links the one to its page, an HTML one before others. */
function linkOf(links: readonly Link[] | undefined): string | null {
  const pages = (links ?? []).filter((link) => (link.rel ?? 'alternate') === 'alternate')
  return (pages.find((link) => link.type === 'text/html') ?? pages[0])?.href ?? null
}

/** RFC 4287, 3.1: text unless said to be markup. Publishers forget to say so. */
function atomText(text: { readonly value?: string; readonly type?: string }): TypedText {
  const value = text.value ?? ''
  const type = text.type ?? 'text'
  return {
    value,
    markup: /html/.test(type) || (type === 'text' && /<(?:p|br|div|a|b|i|em|strong|ul|li)[\s/>]/i.test(value)),
  }
}

/** RSS does not say which it is. */
function typed(value: string | undefined): TypedText | null {
  return value === undefined || value.trim() === '' ? null : { value, markup: isMarkup(value) }
}

function plain(value: string | undefined): string | null {
  const text = isMarkup(value ?? '') ? textOfMarkup(value ?? '') : (value?.replace(/\s+/g, ' ').trim() ?? '')
  return text === '' ? null : text
}
