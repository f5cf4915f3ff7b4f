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
  StoryCounts,
  StoryFilter,
  StoryOrder,
} from '../store.ts'
import { type Connection, queries } from './connection.ts'
import { KEY_CODES, storyRow } from './context.ts'
import { countStories } from './count.ts'
import { reportPasses, storyPasses, valuesIn } from './filter.ts'
import {
  type FindingsData,
  itemOf,
  placedReportOf,
  profileOf,
  rawBytesOf,
  type StoryData,
  storedDocumentOf,
} from './rows.ts'
import { search } from './search.ts'

/** Where a key's owner is, and what it is called outside. */
const KEY_OWNERS = {
  copy: sql`select arrival as row, id from document`,
  actor: sql`select row, id from actor`,
  report: sql`select claim.row, document.id || ' ' || claim.id as id from claim join document on arrival = claim.document`,
} as const

const documents = queries
  .selectFrom('document')
  .innerJoin('provenance', 'provenance.row', 'document.provenance')
  .leftJoin('raw', 'raw.row', 'document.raw')
  .select(['arrival', 'id', 'found', 'origin', 'data', 'text', 'pipeline', 'extractor', 'extractor_version', 'sha256'])

const placed = queries
  .selectFrom('report')
  .innerJoin('claim', 'claim.row', 'report.row')
  .innerJoin('story', 'story.row', 'report.story')

/** Answers from one connection; the writer's own sees what it has changed so far. */
export function createSqliteReader(connection: Connection): StoreReader {
  const count = (table: string, where = 'true'): number =>
    connection.value<number>(`select count(*) from ${table} where ${where}`) ?? 0

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
      const row = connection.first(documents.where('id', '=', id))
      return row === null ? null : storedDocumentOf(row)
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
      const row = connection.first(queries.selectFrom('item').selectAll().where('origin', '=', origin))
      return row === null ? null : itemOf(row)
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
      return connection
        .all(
          sql<{ id: string }>`
            select owners.id from (
              select owner, count(*) as shared from key
              where kind = ${KEY_CODES[kind]} and key in ${valuesIn(keys)} group by owner
            ) as found
            join (${KEY_OWNERS[kind]}) as owners on owners.row = found.owner
            order by found.shared desc, owners.id limit ${Math.max(0, limit)}`,
        )
        .map(({ id }) => id)
    },

    async sketches(ids: readonly DocumentId[]): Promise<readonly StoredSketch[]> {
      const rows = connection.all(
        sql<{ id: string; sketch: Buffer }>`
          select document.id, sketch from ${inOrder(ids)} join document on document.id = asked.value
          join sketch on sketch.document = document.arrival order by asked.key`,
      )
      return rows.map((row) => ({ document: documentId(row.id), sketch: new Uint8Array(row.sketch) }))
    },

    async recordActors(ids: readonly RecordActorId[]): Promise<readonly RecordActor[]> {
      const rows = connection.all(
        sql<ActorRow>`
          select actor.row, actor.id, name, kind, country, sector from ${inOrder(ids)}
          join actor on actor.id = asked.value order by asked.key`,
      )
      return actorsOf(connection, rows)
    },

    async reports(ids: readonly string[]): Promise<readonly PlacedReport[]> {
      // A document's id may hold blanks, a claim's does not.
      const pairs = [...new Set(ids)].map((id) => {
        const at = id.lastIndexOf(' ')
        return [id.slice(0, at), id.slice(at + 1)]
      })
      return connection
        .all(
          sql<{ data: Buffer; story: string }>`
            select report.data, story.id as story from json_each(${JSON.stringify(pairs)}) as asked
            join document on document.id = json_extract(asked.value, '$[0]')
            join claim on claim.document = document.arrival and claim.id = json_extract(asked.value, '$[1]')
            join report on report.row = claim.row join story on story.row = report.story
            order by asked.key`,
        )
        .map(placedReportOf)
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
      const rows = connection.all(queries.selectFrom('story').select(['row', 'data']).where('row', '=', row))
      return storiesOf(connection, rows)[0] ?? null
    },

    async reportsOf(story: StoryId): Promise<readonly Report[]> {
      const row = storyRow(connection, story)
      if (row === null) return []
      const query = placed.select(['report.data', 'story.id as story']).where('report.story', '=', row)
      return connection
        .all(query.orderBy('claim.document').orderBy('claim.start').orderBy('claim.id'))
        .map((one) => placedReportOf(one).report)
    },

    async reportsIn(document: DocumentId): Promise<readonly PlacedReport[]> {
      const query = placed
        .innerJoin('document', 'document.arrival', 'claim.document')
        .select(['report.data', 'story.id as story'])
        .where('document.id', '=', document)
      return connection.all(query.orderBy('claim.start').orderBy('claim.id')).map(placedReportOf)
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
      const query = queries.selectFrom('copy').select('copy.data')
      const given = sql`(select arrival from document where id in ${valuesIn(asked ?? [])})`
      const wanted =
        asked === undefined
          ? query
          : query.where(sql<boolean>`(copy.document in ${given} or copy.original in ${given})`)
      // Written by `saveCopy`.
      return connection.all(wanted.orderBy('copy.document')).map((row) => JSON.parse(row.data) as Copy)
    },

    async castOf(document: DocumentId): Promise<readonly CastMember[]> {
      const rows = connection.all(sql<{ readonly actor: string; readonly id: string }>`
        select member.actor, actor.id from member join document on arrival = member.document
        join actor on actor.row = member.owner where document.id = ${document} order by member.position`)
      return rows.map((row) => ({ actor: actorId(row.actor), is: recordActorId(row.id) }))
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
        sql<{
          id: StoryId
          into: StoryId
        }>`select story_alias.id, story.id as "into" from story_alias join story on story.row = story_alias.story
           order by story_alias.id`,
      )
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

/** The given ids once each, as a table `asked` of `key` (their order) and `value`. */
function inOrder(ids: readonly string[]) {
  return sql`json_each(${JSON.stringify([...new Set(ids)])}) as asked`
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
