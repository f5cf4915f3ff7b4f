import type {
  ActorKind,
  ActorProfile,
  Copy,
  Correction,
  DocumentId,
  Findings,
  Iso3,
  Judgement,
  RecordActor,
  RecordActorId,
  Report,
  Sector,
  SourceDocument,
  Story,
  StoryId,
} from '@backchannel/core'
import { actorId, claimId, documentId, recordActorId } from '@backchannel/core'
import { sql } from 'kysely'
import { dayKey, firstDayKey } from '../facets.ts'
import { unpackJson } from '../pack.ts'
import { listed, maybeCursor, rowsOf } from '../page.ts'
import { foldName } from '../search/words.ts'
import type {
  CastMember,
  CountedList,
  Item,
  ItemState,
  KeyedKind,
  Listed,
  Page,
  PlacedReport,
  Raw,
  SearchHit,
  SearchQuery,
  StoredDocument,
  StoredSketch,
  StoreReader,
  StoryAlias,
  StoryCounts,
  StoryFilter,
  StoryOrder,
} from '../store.ts'
import { type Connection, queries } from './connection.ts'
import { storyRow, strandPlace } from './context.ts'
import { countStories } from './count.ts'
import { reportPasses, storyPasses, valuesIn } from './filter.ts'
import { lookup } from './lookup.ts'
import type { ActorEntry, RowCache } from './row-cache.ts'
import {
  type DocumentData,
  type DocumentRow,
  type FindingsData,
  itemOf,
  placedReportOf,
  profileOf,
  rawBytesOf,
  type StoryData,
  storedDocumentOf,
} from './rows.ts'
import { search } from './search.ts'

const documents = queries
  .selectFrom('document')
  .innerJoin('provenance', 'provenance.row', 'document.provenance')
  .leftJoin('raw', 'raw.row', 'document.raw')
  .select(['arrival', 'id', 'found', 'origin', 'data', 'text', 'pipeline', 'extractor', 'extractor_version', 'sha256'])

// What placing an article asks again and again is written out: Kysely would build it anew each time.
const DOCUMENT = `select arrival, id, found, origin, data, text, pipeline, extractor, extractor_version, sha256 from document
  join provenance on provenance.row = document.provenance left join raw on raw.row = document.raw where id = ?`

/** Columns of `ReportRow` and where they are. */
const PLACED = `select report.row, report.data, story.id as story from report
  join claim on claim.row = report.row join story on story.row = report.story`

const placed = queries
  .selectFrom('report')
  .innerJoin('claim', 'claim.row', 'report.row')
  .innerJoin('story', 'story.row', 'report.story')

/** Readers made so far in this process: what tells their revisions apart. */
let readers = 0

/**
 * Answers from one connection; the writer's own sees what it has changed so far. `cache` holds rows as objects, where nobody
 * but this connection changes them.
 */
export function createSqliteReader(connection: Connection, cache: RowCache | null = null): StoreReader {
  const number = ++readers
  const count = (table: string, where = 'true'): number =>
    connection.value<number>(`select count(*) from ${table} where ${where}`) ?? 0

  const reportsOfRows = (rows: readonly ReportRow[]): PlacedReport[] =>
    rows.map((row) => {
      const found = placedReportOf(row)
      cache?.reports.set(row.row, found)
      return found
    })
  const placedReports = (rows: readonly number[]): PlacedReport[] => {
    const known = new Map<number, PlacedReport>()
    for (const row of rows) {
      const one = cache?.reports.get(row)
      if (one) known.set(row, one)
    }
    const missing = rows.filter((row) => !known.has(row))
    if (missing.length > 0) {
      const found = connection.rows<ReportRow>(
        `${PLACED} where report.row in (select value from json_each(?))`,
        JSON.stringify(missing),
      )
      for (const row of found) for (const one of reportsOfRows([row])) known.set(row.row, one)
    }
    return rows.flatMap((row) => known.get(row) ?? [])
  }

  return {
    async documents(page?: Page): Promise<Listed<StoredDocument>> {
      const limit = rowsOf(page)
      const after = Number(maybeCursor(page, [0])?.[0] ?? 0)
      const rows = connection.all(
        documents
          .where('arrival', '>', after)
          .orderBy('arrival')
          .limit(limit + 1),
      )
      return listed(rows.map(storedDocumentOf), limit, count('document'), (one) => [one.arrival])
    },

    async document(id: DocumentId): Promise<StoredDocument | null> {
      const known = cache?.documents.get(id)
      if (known) return known
      const [row] = connection.rows<DocumentRow>(DOCUMENT, id)
      if (row === undefined) return null
      const stored = storedDocumentOf(row)
      cache?.documents.set(id, stored)
      return stored
    },

    async sources(ids: readonly DocumentId[]): Promise<readonly SourceDocument[]> {
      return [...new Set(ids)].flatMap((id) => {
        const known = cache?.documents.get(id)?.document ?? cache?.sources.get(id)
        if (known) return [known]
        const data = connection.value<Buffer>('select data from document where id = ?', id)
        if (data === null) return []
        const { outlet, carrier, agency, published } = unpackJson<DocumentData>(data)
        const source = { id, outlet, carrier, agency, published }
        cache?.sources.set(id, source)
        return [source]
      })
    },

    async findings(id: DocumentId): Promise<Findings | null> {
      const row = connection.first(documents.select('findings').where('id', '=', id))
      if (row === null) return null
      return { document: storedDocumentOf(row).document, ...unpackJson<FindingsData>(row.findings) }
    },

    async raw(sha256: string): Promise<Raw | null> {
      const row = connection.first(
        queries.selectFrom('raw').select(['media_type', 'bytes']).where('sha256', '=', sha256),
      )
      return row === null ? null : { sha256, mediaType: row.media_type, bytes: rawBytesOf(row.bytes) }
    },

    async items(state?: ItemState, page?: Page): Promise<Listed<Item>> {
      const limit = rowsOf(page)
      const after = maybeCursor(page, [''])
      let query = queries.selectFrom('item').selectAll()
      if (state !== undefined) query = query.where('state', '=', state)
      if (after !== null) query = query.where('origin', '>', String(after[0]))
      const rows = connection.all(query.orderBy('origin').limit(limit + 1))
      const total =
        state === undefined
          ? count('item')
          : (connection.value<number>('select count(*) from item where state = ?', state) ?? 0)
      return listed(rows.map(itemOf), limit, total, (item) => [item.origin])
    },

    async item(origin: string): Promise<Item | null> {
      const [row] = connection.rows<Parameters<typeof itemOf>[0]>('select * from item where origin = ?', origin)
      return row === undefined ? null : itemOf(row)
    },

    async outdated(pipeline: string): Promise<readonly DocumentId[]> {
      return connection
        .all(
          queries
            .selectFrom('document')
            .select('id')
            .where(
              'provenance',
              'not in',
              queries.selectFrom('provenance').select('row').where('pipeline', '=', pipeline),
            )
            .orderBy('arrival'),
        )
        .map(({ id }) => documentId(id))
    },

    async lookup(kind: KeyedKind, keys: readonly string[], limit: number): Promise<readonly string[]> {
      return lookup(connection, cache, kind, keys, limit)
    },

    async sketches(ids: readonly DocumentId[]): Promise<readonly StoredSketch[]> {
      return [...new Set(ids)].flatMap((document) => {
        const known = cache?.sketches.get(document)
        if (known) return [known]
        const bytes = connection.value<Buffer>(
          'select sketch from sketch where document = (select arrival from document where id = ?)',
          document,
        )
        if (bytes === null) return []
        const found = { document, sketch: new Uint8Array(bytes) }
        cache?.sketches.set(document, found)
        return [found]
      })
    },

    async recordActors(ids: readonly RecordActorId[]): Promise<readonly RecordActor[]> {
      const found = [...new Set(ids)].flatMap((id) => {
        const own = actorEntry(connection, cache, id)
        if (own !== null) return [own.actor]
        const joined = connection.value<string>(
          'select actor.id from member join actor on actor.row = member.owner where member.strand = ? limit 1',
          id,
        )
        return joined === null ? [] : (actorEntry(connection, cache, joined)?.actor ?? [])
      })
      return [...new Map(found.map((actor) => [actor.id, actor])).values()]
    },

    async reports(ids: readonly string[]): Promise<readonly PlacedReport[]> {
      return placedReports([...new Set(ids)].flatMap((id) => cache?.claims.get(id) ?? claimRow(connection, id) ?? []))
    },

    async stories(filter: StoryFilter = {}, page?: Page, order: StoryOrder = 'latest'): Promise<Listed<Story>> {
      if (order === 'time') return storiesInTime(connection, filter, page)
      const limit = rowsOf(page)
      const after = maybeCursor(page, ['', ''])
      const passing = queries.selectFrom('story').where(storyPasses(filter))
      let query = passing.select(['row', 'data'])
      if (after !== null) {
        const [day, id] = [String(after[0]), String(after[1])]
        query = query.where(sql<boolean>`story.day <= ${day} and (story.day < ${day} or story.id > ${id})`)
      }
      const rows = connection.all(
        query
          .orderBy('story.day', 'desc')
          .orderBy('story.id')
          .limit(limit + 1),
      )
      const total = connection.first(passing.select((q) => q.fn.countAll<number>().as('total')))?.total ?? 0
      return listed(storiesOf(connection, rows), limit, total, (story) => [dayKey(story.when), story.id])
    },

    async story(id: StoryId): Promise<Story | null> {
      const row = storyRow(connection, id)
      if (row === null) return null
      const rows = connection.rows<{ readonly row: number; readonly data: Buffer | null }>(
        'select row, data from story where row = ?',
        row,
      )
      return storiesOf(connection, rows)[0] ?? null
    },

    async reportsOf(story: StoryId): Promise<readonly Report[]> {
      const row = storyRow(connection, story)
      if (row === null) return []
      const rows = connection.column<number>(
        `select report.row from report join claim on claim.row = report.row where report.story = ?
         order by claim.document, claim.start, claim.id`,
        row,
      )
      return placedReports(rows).map(({ report }) => report)
    },

    async reportsIn(document: DocumentId): Promise<readonly PlacedReport[]> {
      const rows = connection.column<number>(
        `select report.row from claim join report on report.row = claim.row
         where claim.document = (select arrival from document where id = ?) order by claim.start, claim.id`,
        document,
      )
      return placedReports(rows)
    },

    async reportsBy(filter: StoryFilter, page?: Page): Promise<Listed<PlacedReport>> {
      const limit = rowsOf(page)
      const after = maybeCursor(page, ['', '', 0, 0, ''])
      const passing = placed.where(reportPasses(filter))
      let query = passing.select([
        'report.data',
        'story.id as story',
        'report.type',
        'report.day',
        'claim.document',
        'claim.start',
        'claim.id',
      ])
      const place = sql`(report.type, report.day, claim.document, claim.start, claim.id)`
      if (after !== null) query = query.where(sql<boolean>`${place} > (${sql.join(after)})`)
      const rows = connection.all(
        query
          .orderBy('report.type')
          .orderBy('report.day')
          .orderBy('claim.document')
          .orderBy('claim.start')
          .orderBy('claim.id')
          .limit(limit + 1),
      )
      const total = connection.first(passing.select((q) => q.fn.countAll<number>().as('total')))?.total ?? 0
      const answer = listed(rows, limit, total, (row) => [row.type, row.day, row.document, row.start, row.id])
      return { ...answer, rows: answer.rows.map(placedReportOf) }
    },

    async actors(
      filter: { readonly name?: string; readonly kind?: string; readonly country?: string } = {},
      page?: Page,
    ): Promise<Listed<RecordActor>> {
      const limit = rowsOf(page)
      const after = maybeCursor(page, [0, '', ''])
      const name = foldName(filter.name ?? '')
      let passing = queries.selectFrom('actor')
      if (filter.kind !== undefined) passing = passing.where('kind', '=', filter.kind)
      if (filter.country !== undefined) passing = passing.where('country', '=', filter.country)
      if (name !== '')
        passing = passing.where(
          sql<boolean>`actor.row in (select actor from actor_name where instr(' ' || name || ' ', ${` ${name} `}) > 0)`,
        )
      let query = passing.select(['row', 'id', 'name', 'kind', 'country', 'sector', 'documents'])
      if (after !== null)
        query = query.where(sql<boolean>`(-documents, name, id) > (${-Number(after[0])}, ${after[1]}, ${after[2]})`)
      const rows = connection.all(
        query
          .orderBy('documents', 'desc')
          .orderBy('name')
          .orderBy('id')
          .limit(limit + 1),
      )
      const total = connection.first(passing.select((q) => q.fn.countAll<number>().as('total')))?.total ?? 0
      const answer = listed(rows, limit, total, (row) => [row.documents, row.name, row.id])
      return { ...answer, rows: actorsOf(connection, answer.rows) }
    },

    async copies(asked?: readonly DocumentId[]): Promise<readonly Copy[]> {
      const given = '(select arrival from document where id in (select value from json_each(?)))'
      const list = JSON.stringify(asked ?? [])
      const rows =
        asked === undefined
          ? connection.column<string>('select data from copy order by document')
          : connection.column<string>(
              `select data from copy where document in ${given} or original in ${given} order by document`,
              list,
              list,
            )
      // Written by `saveCopy`.
      return rows.map((data) => JSON.parse(data) as Copy)
    },

    async castOf(document: DocumentId): Promise<readonly CastMember[]> {
      const rows = connection.all(sql<{ readonly actor: string; readonly id: string; readonly strand: string | null }>`
        select member.actor, actor.id, member.strand from member join document on arrival = member.document
        join actor on actor.row = member.owner where document.id = ${document} order by member.position`)
      return rows.map(({ actor, id, strand }) => ({
        ...{ actor: actorId(actor), is: recordActorId(id) },
        ...(strand !== null && { strand: recordActorId(strand) }),
      }))
    },

    async documentsOf(actor: RecordActorId): Promise<readonly DocumentId[]> {
      const rows = connection.all(sql<{ readonly id: string }>`
        select id from document where arrival in (
          select document from member where owner = (select row from actor where id = ${actor})
          union select document from profile where owner = (select row from actor where id = ${actor})
        ) order by arrival`)
      return rows.map((row) => documentId(row.id))
    },

    async judgements(about?: Judgement['about']): Promise<readonly Judgement[]> {
      let query = queries.selectFrom('judgement').select('data').orderBy('row')
      if (about !== undefined) query = query.where('about', '=', about)
      // Written by `addJudgement`.
      return connection.all(query).map((row) => JSON.parse(row.data) as Judgement)
    },

    async corrections(document?: DocumentId): Promise<readonly Correction[]> {
      let query = queries.selectFrom('correction').select('data').orderBy('row')
      if (document !== undefined) query = query.where('document', '=', document)
      // Written by `addCorrection`.
      return connection.all(query).map((row) => JSON.parse(row.data) as Correction)
    },

    async search(query: SearchQuery, page?: Page): Promise<Listed<SearchHit>> {
      return search(connection, query, page)
    },

    async countStories(filter: StoryFilter, lists: readonly CountedList[], most: number): Promise<StoryCounts> {
      return countStories(connection, filter, lists, most)
    },

    async revision(): Promise<string> {
      // The first changes where another connection has written, the second where this one has.
      const kept = connection.value<number>('select data_version from pragma_data_version')
      return `${number} ${kept} ${connection.value<number>('select total_changes()')}`
    },

    async setting(key: string): Promise<string | null> {
      return connection.value<string>('select value from setting where key = ?', key)
    },

    async settings() {
      return connection.all(sql<{ key: string; value: string }>`select key, value from setting order by key`)
    },

    async rawHashes(): Promise<readonly string[]> {
      return connection.all(sql<{ sha256: string }>`select sha256 from raw order by sha256`).map((row) => row.sha256)
    },

    async storyAliases() {
      return connection.all(
        sql<StoryAlias>`select story_alias.id, story.id as "into", strand from story_alias
          join story on story.row = story_alias.story order by story_alias.id`,
      )
    },

    async strand(id: StoryId) {
      const place = strandPlace(connection, id)
      return place === null ? null : { strand: place.strand, story: place.story }
    },

    async counts() {
      return {
        documents: count('document'),
        claims: count('claim'),
        stories: count('story', 'data is not null'),
        actors: count('actor'),
        copies: count('copy'),
        items: count('item'),
        failed: count('item', "state = 'failed'"),
      }
    },
  }
}

/** The row of a claim by the id of its report; null where there is none. */
function claimRow(connection: Connection, id: string): number | null {
  // A document's id may hold blanks, a claim's does not.
  const at = id.lastIndexOf(' ')
  return connection.value<number>(
    'select row from claim where document = (select arrival from document where id = ?) and id = ?',
    id.slice(0, at),
    id.slice(at + 1),
  )
}

/** Stories by their first day. Rows are sorted before anything of them is loaded. */
function storiesInTime(connection: Connection, filter: StoryFilter, page: Page | undefined): Listed<Story> {
  const limit = rowsOf(page)
  const after = maybeCursor(page, ['', ''])
  const day = sql`coalesce(story.earliest, story.latest, '9999')`
  const place = after === null ? sql`` : sql`and (${day}, story.id) > (${String(after[0])}, ${String(after[1])})`
  const rows = connection.all(sql<{ row: number; data: Buffer | null }>`
    select story.row, story.data from (
      select row as found, ${day} as first, story.id as name from story where ${storyPasses(filter, 'type')} ${place}
      order by first, name limit ${limit + 1}
    ) join story on story.row = found order by first, name`)
  const total =
    connection.first(sql<{ total: number }>`select count(*) as total from story where ${storyPasses(filter, 'type')}`)
      ?.total ?? 0
  return listed(storiesOf(connection, rows), limit, total, (story) => [firstDayKey(story.when), story.id])
}

interface ReportRow {
  readonly row: number
  readonly data: Buffer
  readonly story: string
}

interface ActorRow {
  readonly row: number
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly country: string | null
  readonly sector: string | null
}

function actorsOf(connection: Connection, rows: readonly ActorRow[]): RecordActor[] {
  const profiles = new Map<number, ActorProfile[]>(rows.map((row) => [row.row, []]))
  const found = connection.all(
    sql<{ owner: number; document: string; actor: string; data: string }>`
      select owner, document.id as document, actor, profile.data from profile
      join document on document.arrival = profile.document
      where owner in ${valuesIn(rows.map((row) => row.row))} order by owner, position`,
  )
  for (const row of found) profiles.get(row.owner)?.push(profileOf(row))
  return rows.map((row) => ({
    id: recordActorId(row.id),
    name: row.name,
    // The columns hold what `saveActor` was given.
    kind: row.kind as ActorKind,
    country: row.country as Iso3 | null,
    sector: row.sector as Sector | null,
    profiles: profiles.get(row.row) ?? [],
  }))
}

/** The actor of that id with its row, from the cache or read into it; null where there is none. */
export function actorEntry(connection: Connection, cache: RowCache | null, id: string): ActorEntry | null {
  const known = cache?.actors.get(id)
  if (known) return known
  const [row] = connection.rows<ActorRow & { readonly keys: Buffer }>(
    'select row, id, name, kind, country, sector, keys from actor where id = ?',
    id,
  )
  const [actor] = row ? actorsOf(connection, [row]) : []
  if (!row || !actor) return null
  const entry = { row: row.row, actor, keys: cache === null ? [] : unpackJson<string[]>(row.keys) }
  cache?.actors.set(id, entry)
  return entry
}

/** Stories with their claims, which are those of the reports placed in them. */
function storiesOf(
  connection: Connection,
  rows: readonly { readonly row: number; readonly data: Buffer | null }[],
): Story[] {
  const claims = new Map<number, Story['claims'][number][]>(rows.map((row) => [row.row, []]))
  const found = connection.all(
    sql<{ story: number; document: string; claim: string }>`
      select report.story, document.id as document, claim.id as claim from report
      join claim on claim.row = report.row join document on document.arrival = claim.document
      where report.story in ${valuesIn(rows.map((row) => row.row))}
      order by claim.document, claim.start, claim.id`,
  )
  for (const row of found)
    claims.get(row.story)?.push({ document: documentId(row.document), claim: claimId(row.claim) })
  return rows.flatMap(({ row, data }) =>
    data === null ? [] : [{ ...unpackJson<StoryData>(data), claims: claims.get(row) ?? [] }],
  )
}
