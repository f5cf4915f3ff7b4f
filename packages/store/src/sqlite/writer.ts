import type {
  ClaimId,
  Copy,
  Correction,
  DocumentId,
  Findings,
  Judgement,
  RecordActor,
  Report,
  Story,
  StoryId,
} from '@backchannel/core'
import { storeError } from '../errors.ts'
import { dayKey } from '../facets.ts'
import { sha256Of } from '../hash.ts'
import { checkLedger, createLedger } from '../ledger.ts'
import { packBytes, packJson, packPlain, packText, unpackJson } from '../pack.ts'
import { foldName } from '../search/words.ts'
import type { CastMember, Item, Raw, StoredDocument, StoredSketch, StoreWriter } from '../store.ts'
import { countDocuments, dropActors, dropCast, noteMember, saveActor, saveCast } from './actors.ts'
import { type Connection, queries } from './connection.ts'
import { needDocument, storyRow, type WriteContext } from './context.ts'
import { indexDocument, unindexDocument } from './index-document.ts'
import { replaceKeys } from './keys.ts'
import { createSqliteReader } from './reader.ts'
import { dropReport, saveReport } from './reports.ts'
import type { RowCache } from './row-cache.ts'
import type { DocumentData, FindingsData, StoryData } from './rows.ts'
import { mergeStrands, moveStrand } from './strands.ts'

/** Changes through one connection, inside a transaction that the caller began; `finish` does what a write owes at its end. */
export function createSqliteWriter(
  connection: Connection,
  cache: RowCache,
): {
  readonly writer: StoreWriter
  readonly finish: () => void
  /** True where a person's decision was added, which must outlive even a loss of power. */
  readonly precious: () => boolean
} {
  const ledger = createLedger()
  const cx: WriteContext = { connection, ledger, cache, arrivals: new Map(), membership: new Map() }
  let decided = false
  const writer: StoreWriter = {
    ...createSqliteReader(connection, cache),

    async saveItem(item: Item): Promise<void> {
      connection.run(
        'insert or replace into item (origin, sha256, state, document, error, found) values (?, ?, ?, ?, ?, ?)',
        item.origin,
        item.sha256,
        item.state,
        item.document,
        item.error === null ? null : JSON.stringify(item.error),
        item.found,
      )
      if (item.document !== null) ledger.documents.set(item.document, 'an item')
    },

    async saveRaw(raw: Raw): Promise<void> {
      const found = sha256Of(raw.bytes)
      if (found !== raw.sha256) throw storeError('store/wrong-hash', { sha256: raw.sha256, found })
      if (connection.value<number>('select row from raw where sha256 = ?', raw.sha256) !== null) return
      connection.run(
        'insert into raw (sha256, media_type, size, bytes) values (?, ?, ?, ?)',
        raw.sha256,
        raw.mediaType,
        raw.bytes.byteLength,
        packBytes(raw.bytes),
      )
    },

    async saveDocument(stored: Omit<StoredDocument, 'arrival'>, findings: Findings): Promise<void> {
      saveDocument(cx, stored, findings)
    },

    async saveSketch({ document, sketch }: StoredSketch, keys: readonly string[]): Promise<void> {
      const arrival = needDocument(cx, document, 'a sketch')
      const old = connection.value<Buffer>('select keys from sketch where document = ?', arrival)
      replaceKeys(connection, cache, 'copy', arrival, old === null ? [] : unpackJson<string[]>(old), keys)
      cache.sketches.delete(document)
      connection.run(
        'insert or replace into sketch (document, sketch, keys) values (?, ?, ?)',
        arrival,
        Buffer.from(sketch),
        packPlain(keys),
      )
    },

    async saveActor(actor: RecordActor, keys: readonly string[]): Promise<void> {
      saveActor(cx, actor, keys)
    },

    async saveCast(document: DocumentId, cast: readonly CastMember[]): Promise<void> {
      saveCast(cx, document, cast)
    },

    async saveReport(report: Report, story: StoryId, keys: readonly string[], read?: Report): Promise<void> {
      saveReport(cx, report, story, keys, read)
    },

    async dropReport(document: DocumentId, claim: ClaimId): Promise<void> {
      const row = connection.value<number>(
        'select claim.row from claim join document on document.arrival = claim.document where document.id = ? and claim.id = ?',
        document,
        claim,
      )
      if (row !== null) dropReport(cx, row)
    },

    async saveStory(story: Story): Promise<void> {
      saveStory(connection, story)
    },

    async mergeStories(from: StoryId, into: StoryId): Promise<void> {
      mergeStrands(cx, from, into)
    },

    async moveStrand(strand: StoryId, into: StoryId): Promise<readonly StoryId[]> {
      return moveStrand(cx, strand, into)
    },

    async saveCopy(copy: Copy): Promise<void> {
      connection.run(
        'insert or replace into copy (document, original, data) values (?, ?, ?)',
        needDocument(cx, copy.document, 'a copy'),
        needDocument(cx, copy.of, 'a copy'),
        JSON.stringify(copy),
      )
    },

    async dropCopy(document: DocumentId): Promise<void> {
      connection.run('delete from copy where document = (select arrival from document where id = ?)', document)
    },

    async addJudgement(judgement: Judgement): Promise<void> {
      const [first, second] = judgement.pair
      connection.run(
        'insert into judgement (about, first, second, data) values (?, ?, ?, ?)',
        judgement.about,
        first,
        second,
        JSON.stringify(judgement),
      )
      decided ||= judgement.by.kind === 'person'
    },

    async addCorrection(correction: Correction): Promise<void> {
      const data = JSON.stringify(correction)
      const earlier = connection.value<string>('select data from correction where id = ?', correction.id)
      if (earlier === data) return
      if (earlier !== null) throw storeError('store/correction-twice', { id: correction.id })
      connection.run(
        'insert into correction (id, document, data) values (?, ?, ?)',
        correction.id,
        correction.anchor.document,
        data,
      )
      decided = true
    },

    async saveSetting(key: string, value: string): Promise<void> {
      connection.run('insert or replace into setting (key, value) values (?, ?)', key, value)
    },
  }
  return { writer, finish: () => finish(cx), precious: () => decided }
}

function saveDocument(cx: WriteContext, stored: Omit<StoredDocument, 'arrival'>, findings: Findings): void {
  const { connection, cache } = cx
  const { id, text, ...data } = stored.document satisfies DocumentData & { id: string; text: string }
  const packed = JSON.stringify(text)
  const hash = Buffer.from(sha256Of(Buffer.from(packed)), 'hex')
  const earlier = connection.first(queries.selectFrom('document').select(['arrival', 'hash']).where('id', '=', id))
  if (earlier && !earlier.hash.equals(hash)) throw storeError('store/text-changed', { document: id })
  if (earlier) forget(cx, earlier.arrival)
  cache.documents.delete(id)
  cache.sources.delete(id)
  const when = stored.document.published?.when ?? null
  // The document of the findings is the one stored: it would be kept twice.
  const { document: _document, ...rest } = findings satisfies FindingsData & { document: unknown }
  const values = [
    provenanceRow(connection, stored),
    stored.raw === null ? null : needRaw(connection, stored.raw),
    stored.found,
    stored.origin,
    stored.document.outlet === null ? null : foldName(stored.document.outlet),
    when?.earliest ?? null,
    when?.latest ?? null,
    // Read with every article that tells a story of its, and too short to gain much by being compressed.
    packPlain(data),
    packJson(rest),
  ] as const
  let arrival = earlier?.arrival
  if (arrival === undefined) {
    arrival = connection.run(
      `insert into document (provenance, raw, found, origin, outlet, earliest, latest, data, findings, id, hash, text)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...values,
      id,
      hash,
      packText(text),
    ).row
  } else {
    connection.run(
      `update document set provenance = ?, raw = ?, found = ?, origin = ?, outlet = ?, earliest = ?, latest = ?, data = ?, findings = ?
       where arrival = ?`,
      ...values,
      arrival,
    )
  }
  indexDocument(connection, arrival, stored.document, findings)
}

/** Removes all that an earlier reading of a document left, but what people decided. */
function forget(cx: WriteContext, arrival: number): void {
  const { connection, ledger, cache } = cx
  const reports = queries
    .selectFrom('report')
    .innerJoin('claim', 'claim.row', 'report.row')
    .select('report.row')
    .where('claim.document', '=', arrival)
  for (const { row } of connection.all(reports)) dropReport(cx, row)
  const owners = queries
    .selectFrom('profile')
    .innerJoin('actor', 'actor.row', 'profile.owner')
    .select(['actor.id', 'actor.row'])
    .where('profile.document', '=', arrival)
  for (const { id, row } of connection.all(owners)) {
    ledger.thinnedActors.add(id)
    cache.actors.delete(id)
    noteMember(cx, row, arrival)
  }
  connection.run('delete from profile where document = ?', arrival)
  dropCast(cx, arrival)
  unindexDocument(connection, cache, arrival)
}

function provenanceRow(connection: Connection, { extractor, pipeline }: Omit<StoredDocument, 'arrival'>): number {
  return (
    connection.value<number>(
      'select row from provenance where pipeline = ? and extractor = ? and extractor_version = ?',
      pipeline,
      extractor.name,
      extractor.version,
    ) ??
    connection.run(
      'insert into provenance (pipeline, extractor, extractor_version) values (?, ?, ?)',
      pipeline,
      extractor.name,
      extractor.version,
    ).row
  )
}

function needRaw(connection: Connection, sha256: string): number {
  const row = connection.value<number>('select row from raw where sha256 = ?', sha256)
  if (row === null) throw storeError('store/no-such-raw', { sha256 })
  return row
}

function saveStory(connection: Connection, story: Story): void {
  const into = connection.value<string>(
    'select story.id from story_alias join story on story.row = story_alias.story where story_alias.id = ?',
    story.id,
  )
  if (into !== null) throw storeError('store/story-merged', { story: story.id, into })
  const { claims: _claims, ...data } = story satisfies StoryData & { claims: unknown }
  connection.run(
    `insert into story (id, type, status, earliest, latest, day, low, differs, data) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set type = excluded.type, status = excluded.status, earliest = excluded.earliest,
       latest = excluded.latest, day = excluded.day, low = excluded.low, differs = excluded.differs,
       data = excluded.data`,
    story.id,
    story.type,
    story.status,
    story.when?.earliest ?? null,
    story.when?.latest ?? null,
    dayKey(story.when),
    story.roots.low,
    story.differs ? 1 : 0,
    // Written with every article that tells it: compressing it would save 200 bytes and cost more than writing it.
    packPlain(data),
  )
}

function finish(cx: WriteContext): void {
  const { connection, ledger } = cx
  for (const story of ledger.thinnedStories) {
    const row = storyRow(connection, story)
    if (row === null || connection.value<number>('select row from report where story = ? limit 1', row) !== null)
      continue
    connection.run('delete from story_alias where story = ?', row)
    connection.run('delete from story where row = ?', row)
  }
  dropActors(cx, ledger.thinnedActors)
  countDocuments(cx)
  checkLedger(ledger, {
    document: (id) => connection.value('select arrival from document where id = ?', id) !== null,
    story: (id) => {
      const row = storyRow(connection, id)
      return row === null || connection.value('select data from story where row = ?', row) !== null
    },
  })
}
