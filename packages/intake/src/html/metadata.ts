import type { Diagnostic, Published } from '@backchannel/core'
import { agencyOf } from '../agencies.ts'
import { maybePublished } from '../published.ts'
import { resolveUrl } from '../urls.ts'
import { attributeOf, type DomDocument, plainText } from './dom.ts'
import { type Article, findArticles } from './json-ld.ts'

/** What the head of a page says about its article. */
export interface Metadata {
  readonly title: string | null
  readonly publisher: string | null
  readonly agency: string | null
  readonly published: Published | null
  /** When the page was last changed; null where it is not told or earlier than `published`. */
  readonly modified: Published | null
  /** Names as signed, agencies too. */
  readonly authors: readonly string[]
  readonly url: string | null
  /** The text of the article as structured data repeat it, its paragraphs often run together; "" where they do not. */
  readonly articleBody: string
  readonly live: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads structured data (JSON-LD), OpenGraph and the older meta elements of a page, in this order. Of dates that agree
 * the most exact one is taken; of such that differ the first, and it is reported. A headline of the structured data that has
 * nothing in common with those that the page shows is not believed.
 */
export function readMetadata(page: DomDocument, address: string | null = null): Metadata {
  const metas = metasOf(page)
  const base = resolveUrl(page.querySelector('base')?.getAttribute('href'), address) ?? address
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null
  const url = [canonical, metas.get('og:url')].map((one) => pageUrl(one, base)).find((one) => one !== null) ?? null
  const heading = plainText(page.querySelector('h1')?.textContent ?? '')
  const social = plainText(metas.get('og:title') ?? metas.get('twitter:title') ?? '')
  const articles = findArticles(page)
  const article = mainArticle(articles, [heading, social], url)
  const titleElement = plainText(page.querySelector('title')?.textContent ?? '')
  const publisher =
    article?.publisher ??
    metas.get('og:site_name') ??
    metas.get('application-name') ??
    metas.get('dc.publisher') ??
    null
  const authors = article?.authors ?? []
  const author = metas.get('author') ?? metas.get('article:author') ?? metas.get('byl') ?? ''
  const agency = [...authors, author.replace(/^by\s+/i, '')].map(agencyOf).find((name) => name !== null) ?? null
  const dates = datesOf(article, metas, page)
  const diagnostics: Diagnostic[] = []
  const [first] = dates
  const published = dates.find((date) => first && date.when.precision === 'minute' && isWithin(date, first)) ?? first
  const other = dates.find((date) => published && !isWithin(date, published) && !isWithin(published, date))
  const modified = maybePublished(
    article?.modified ?? metas.get('article:modified_time') ?? metas.get('datemodified') ?? '',
  )
  if (published && other && daysApart(published, other) > 1) {
    diagnostics.push({
      code: 'intake/dates-differ',
      severity: 'note',
      message: `the page gives two publication dates, ${published.text} and ${other.text}; the first is taken`,
      span: null,
      stage: 'intake',
    })
  }
  const headline = plainText(article?.headline ?? '')
  const lies = isForeign(headline, heading) && isForeign(headline, social) && !isForeign(heading, social)
  if (lies) {
    diagnostics.push({
      code: 'intake/headlines-differ',
      severity: 'note',
      message: `the structured data give the headline ${JSON.stringify(headline.slice(0, 80))}, the page shows another: that one is taken`,
      span: null,
      stage: 'intake',
    })
  }
  return {
    title: firstText(lies ? null : headline, social, heading, withoutSite(titleElement, publisher)),
    publisher: firstText(publisher),
    agency,
    published: published ?? null,
    url: url ?? pageUrl(article?.url, base),
    modified: modified && isBefore(modified, published ?? null) ? null : modified,
    authors: authors.length > 0 ? authors : author === '' ? [] : [author.replace(/^by\s+/i, '')],
    articleBody: article?.body ?? '',
    live: article?.live ?? false,
    diagnostics,
  }
}

/** Meta elements by lower-case name, property or itemprop; the first of each. */
function metasOf(page: DomDocument): ReadonlyMap<string, string> {
  const metas = new Map<string, string>()
  for (const meta of page.querySelectorAll('meta')) {
    const name = attributeOf(meta, 'property') ?? attributeOf(meta, 'name') ?? attributeOf(meta, 'itemprop')
    const content = plainText(attributeOf(meta, 'content'))
    if (name === null || content === '') continue
    const key = name.trim().toLowerCase()
    if (!metas.has(key)) metas.set(key, content)
  }
  return metas
}

/** Of several articles in the structured data, the one whose headline or address is the page's; else the first. */
function mainArticle(articles: readonly Article[], titles: readonly string[], url: string | null): Article | undefined {
  const named = articles.find((article) => titles.some((title) => title !== '' && title === article.headline))
  const addressed = url === null ? undefined : articles.find((article) => article.url === url)
  return named ?? addressed ?? articles[0]
}

const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'parsely-pub-date',
  'pubdate',
  'publish-date',
  'sailthru.date',
  'publication_date',
]

/** Where pages without structured data write their date; only what reads as a date in full is taken. */
const WRITTEN_DATES =
  '[itemprop="datePublished"], .posted-on, .entry-date, .post-date, .article-date, .published, .publish-date, .date'

function datesOf(article: Article | undefined, metas: ReadonlyMap<string, string>, page: DomDocument): Published[] {
  const texts = [article?.published, ...DATE_NAMES.map((name) => metas.get(name))]
  const dates = texts.flatMap((text) => (text === undefined || text === null ? [] : (maybePublished(text) ?? [])))
  if (dates.length > 0) return dates
  // A time element counts only inside the article, or where the page has just one: others date its neighbors.
  const inside = [...page.querySelectorAll('article time[datetime], main time[datetime], header time[datetime]')]
  const all = [...page.querySelectorAll('time[datetime]')]
  const [time] = inside.length > 0 ? inside : all.length === 1 ? all : []
  const found = time ? maybePublished(time.getAttribute('datetime') ?? '') : null
  if (found) return [found]
  for (const element of page.querySelectorAll(WRITTEN_DATES)) {
    const written = maybePublished(plainText(element.textContent).replace(/^(?:published|posted)(?: on)?:?\s+/i, ''))
    if (written) return [written]
  }
  return []
}

/** True where the first date lies in the days of the second. */
function isWithin(date: Published, other: Published): boolean {
  const { earliest, latest } = other.when
  return (
    earliest !== null && latest !== null && (date.when.earliest ?? '') >= earliest && (date.when.latest ?? '') <= latest
  )
}

function isBefore(date: Published, other: Published | null): boolean {
  return (date.when.latest ?? '') < (other?.when.earliest ?? '')
}

/** True for two titles without a word in common, of at least four letters; not where one is missing. */
function isForeign(title: string, other: string): boolean {
  const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
  const known = new Set(words(other))
  return known.size > 0 && words(title).length > 0 && !words(title).some((word) => known.has(word))
}

/** The address of the page; null for one that names only the site, as careless templates do, where the page is deeper. */
function pageUrl(written: string | null | undefined, base: string | null): string | null {
  const url = resolveUrl(written, base)
  const isRoot = (address: string): boolean => /^https?:\/\/[^/?#]+\/?$/i.test(address)
  return url !== null && base !== null && isRoot(url) && !isRoot(base) ? null : url
}

function daysApart(a: Published, b: Published): number {
  // Months count 31 days here: the question is only whether more than a day lies between.
  const number = (date: Published): number => {
    const [year = 0, month = 0, day = 0] = (date.when.earliest ?? '').split('-').map(Number)
    return year * 372 + month * 31 + day
  }
  return Math.abs(number(a) - number(b))
}

function firstText(...texts: readonly (string | null | undefined)[]): string | null {
  for (const text of texts) {
    const plain = plainText(text ?? '')
    if (plain !== '') return plain
  }
  return null
}

/** "Envoys meet in Oslo | The Ledger" without the site's name. */
function withoutSite(title: string, publisher: string | null): string {
  const at = Math.max(
    title.lastIndexOf(' | '),
    title.lastIndexOf(' - '),
    title.lastIndexOf(' – '),
    title.lastIndexOf(' — '),
  )
  if (at < 0 || publisher === null) return title
  const site = title
    .slice(at + 3)
    .trim()
    .toLowerCase()
  return site === publisher.trim().toLowerCase() ? title.slice(0, at).trim() : title
}
