import { documentId, type Span, storyId } from '@backchannel/core'
import { type RawBuilder, sql } from 'kysely'
import { unpackJson } from '../pack.ts'
import { listed, maybeCursor, rowsOf } from '../page.ts'
import { parseQuery, type Term } from '../search/query.ts'
import { snippetOf } from '../search/snippet.ts'
import { articleText, quoteText } from '../search/units.ts'
import {
  type Listed,
  type Page,
  SEARCH_KINDS,
  type SearchHit,
  type SearchKind,
  type SearchQuery,
  type StoryFilter,
} from '../store.ts'
import type { Connection } from './connection.ts'
import { documentPasses, reportPasses } from './filter.ts'
import type { DocumentData } from './rows.ts'

const TABLES: Readonly<Record<SearchKind, string>> = {
  article: 'search_article',
  quote: 'search_quote',
  claim: 'search_claim',
}

/**
 * Hits of a kind that are ranked: of more than this, the latest. Ranking costs a look at each hit, and a word that so much
 * contains does not tell which of it is meant. Pages end there too; `total` counts all.
 */
const SEARCH_RANKED_MAX = 4_000

interface Found {
  readonly kind: SearchKind
  readonly row: number
  readonly rank: number
}

/** Searches the full-text tables; see `StoreReader.search`. */
export function search(connection: Connection, query: SearchQuery, page: Page | undefined): Listed<SearchHit> {
  const terms = parseQuery(query.text)
  const limit = rowsOf(page)
  if (terms.length === 0) return { rows: [], next: null, total: 0 }
  const start = Math.min(SEARCH_RANKED_MAX, Math.max(0, Number(maybeCursor(page, [0])?.[0] ?? 0)))
  const kinds = SEARCH_KINDS.filter((kind) => query.kinds === undefined || query.kinds.includes(kind))
  const match = matchOf(terms)
  const everyClaimTold = query.filter !== undefined && asksNothing(query.filter) && isEveryClaimTold(connection)
  const found: Found[] = []
  let total = 0
  for (const kind of kinds) {
    const table = sql.table(TABLES[kind])
    const where = sql`${table} match ${match} ${query.filter ? sql`and ${passes(kind, query.filter, everyClaimTold)}` : sql``}`
    const rows = connection.all(
      sql<{ row: number; rank: number }>`
        select row, rank from (
          select rowid as row, rank from ${table} where ${where} order by rowid desc limit ${SEARCH_RANKED_MAX}
        ) order by rank, row limit ${start + limit + 1}`,
    )
    for (const row of rows) found.push({ kind, ...row })
    // Counting what fits on the page anyway would ask twice.
    total +=
      rows.length <= start + limit && rows.length < SEARCH_RANKED_MAX
        ? rows.length
        : (connection.first(sql<{ total: number }>`select count(*) as total from ${table} where ${where}`)?.total ?? 0)
  }
  found.sort((a, b) => a.rank - b.rank || SEARCH_KINDS.indexOf(a.kind) - SEARCH_KINDS.indexOf(b.kind) || a.row - b.row)
  const answer = listed(found.slice(start, start + limit + 1), limit, total, () => [start + limit])
  const texts = new Map<string, DocumentWords>()
  return { ...answer, rows: answer.rows.flatMap((one) => hitOf(connection, one, terms, texts) ?? []) }
}

/** The query in FTS5's language. Each word is letters and digits only and stands in quotation marks: nothing is an operator. */
function matchOf(terms: readonly Term[]): string {
  return terms
    .map(({ words, prefix, keys }) => {
      const body = `body : "${words.join(' ')}"${prefix ? ' *' : ''}`
      return keys === null ? `(${body})` : `(${body} OR names : "${keys.join(' ')}")`
    })
    .join(' AND ')
}

/**
 * Whether a hit passes, looked up for each: words find some, and the set of all that pass may be nearly everything. The plus
 * keeps SQLite from going the other way round and asking the full-text table once for each row that passes.
 */
function passes(kind: SearchKind, filter: StoryFilter, everyClaimTold: boolean): RawBuilder<boolean> {
  if (asksNothing(filter) && (kind !== 'claim' || everyClaimTold)) return sql<boolean>`true`
  const row = sql`+${sql.table(TABLES[kind])}.rowid`
  switch (kind) {
    case 'article':
      return sql<boolean>`exists (select 1 from document where document.arrival = ${row} and ${documentPasses(filter, kind)})`
    case 'quote':
      return sql<boolean>`exists (select 1 from quote join document on document.arrival = quote.document
        where quote.row = ${row} and ${documentPasses(filter, kind)})`
    case 'claim':
      // What is in no story is left out by every filter, also by one that asks for nothing.
      return sql<boolean>`exists (select 1 from report join claim on claim.row = report.row
        join story on story.row = report.story where report.row = ${row} and ${reportPasses(filter, 'each')})`
  }
}

function asksNothing({ not = {}, ...filter }: StoryFilter): boolean {
  return [...Object.values(filter), ...Object.values(not)].every(
    (value) => value === undefined || (Array.isArray(value) && value.length === 0),
  )
}

/** Whether every claim is in a story, as where nobody withdrew one: then no hit of theirs need be looked up for that. */
function isEveryClaimTold(connection: Connection): boolean {
  const counts = connection.first(
    sql<{ claims: number; reports: number }>`select (select count(*) from claim) as claims,
      (select count(*) from report) as reports`,
  )
  return counts !== null && counts.claims === counts.reports
}

interface HitRow {
  readonly document: string
  readonly id: string | null
  readonly story: string | null
  readonly text: Buffer
  readonly data: Buffer
  readonly spans: string | null
}

/** What of a document its hits show; unpacked once, since several hits may be of one document. */
interface DocumentWords extends Pick<DocumentData, 'outlet' | 'title'> {
  readonly text: string
}

function hitOf(
  connection: Connection,
  { kind, row, rank }: Found,
  terms: readonly Term[],
  unpacked: Map<string, DocumentWords>,
): SearchHit | null {
  const found = connection.first(hitQuery(kind, row))
  if (found === null) return null
  const known = unpacked.get(found.document)
  const document = known ?? { ...unpackJson<DocumentData>(found.data), text: unpackJson<string>(found.text) }
  if (!known) unpacked.set(found.document, document)
  const { text, title, outlet } = document
  const spans = found.spans === null ? null : spansOf(found.spans)
  const words = spans === null ? articleText({ title, text }) : quoteText(text, spans)
  return {
    kind,
    document: documentId(found.document),
    outlet,
    title,
    id: found.id,
    story: found.story === null ? null : storyId(found.story),
    ...snippetOf(words, terms),
    rank,
  }
}

function hitQuery(kind: SearchKind, row: number): RawBuilder<HitRow> {
  switch (kind) {
    case 'article':
      return sql<HitRow>`select id as document, null as id, null as story, text, data, null as spans
        from document where arrival = ${row}`
    case 'quote':
      return sql<HitRow>`select document.id as document, quote.id, null as story, text, data, spans
        from quote join document on arrival = quote.document where quote.row = ${row}`
    case 'claim':
      return sql<HitRow>`select document.id as document, claim.id, story.id as story, text, document.data,
        claim.start || '-' || claim.stop as spans
        from claim join document on arrival = claim.document
        left join report on report.row = claim.row left join story on story.row = report.story
        where claim.row = ${row}`
  }
}

/** Spans as the table `quote` keeps them: "12-40,55-60". */
export function spansText(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${from}-${to}`).join(',')
}

function spansOf(text: string): readonly Span[] {
  return text.split(',').map((part) => {
    const [from = 0, to = 0] = part.split('-').map(Number)
    return { from, to }
  })
}
