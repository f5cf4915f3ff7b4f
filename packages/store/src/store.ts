import type {
  ActorId,
  ClaimId,
  Copy,
  Correction,
  Document,
  DocumentId,
  EventStatus,
  Findings,
  Instant,
  Judgement,
  RecordActor,
  RecordActorId,
  Report,
  SourceDocument,
  Story,
  StoryId,
} from '@backchannel/core'

/** How far one thing that was taken in has come. `skipped` is read already, or not asked for; `failed` says why. */
export type ItemState = 'waiting' | 'done' | 'skipped' | 'failed'

/** One thing taken in: a file, an entry of a feed, a record of an archive. */
export interface Item {
  /** Where it came from, unique: an absolute path or URL, with `!/inner/path` or `#entry` for a part. */
  readonly origin: string
  /** SHA-256 of its raw bytes, hexadecimal; null while they have not been seen. */
  readonly sha256: string | null
  readonly state: ItemState
  readonly document: DocumentId | null
  readonly error: { readonly code: string; readonly message: string } | null
  /** When it was found, by the caller's clock. */
  readonly found: Instant
}

/** Raw bytes as taken in; a store keeps each content once, compressed. */
export interface Raw {
  readonly sha256: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** A document with what the store keeps beside it. */
export interface StoredDocument {
  readonly document: Document
  /** SHA-256 of the raw bytes it was extracted from; null where it came as text, with no bytes to keep. */
  readonly raw: string | null
  readonly extractor: { readonly name: string; readonly version: string }
  /** What read it: stage versions and model hashes in one string, so that a newer pipeline can find what it must re-read. */
  readonly pipeline: string
  readonly found: Instant
  /** Where it was taken from first, as `Item.origin`. */
  readonly origin: string
  /** Position in the order of arrival, from 1. */
  readonly arrival: number
}

/** What is looked up by key when something new must find its like. */
export type KeyedKind = 'copy' | 'actor' | 'report'

/**
 * A report with the story it belongs to. A story is one strand, which is what the machine takes for one happening, or several
 * that people say are one; each strand has an id of its own, which is that of its story where it stands alone.
 */
export interface PlacedReport {
  readonly report: Report
  readonly story: StoryId
  readonly strand: StoryId
  /** The report with its actors as the machine has them; absent where people joined none of them with others. */
  readonly read?: Report
}

/** An actor of one document, and who it is across documents. */
export interface CastMember {
  readonly actor: ActorId
  readonly is: RecordActorId
  /** Who it is by the machine's own grouping, where people joined that one with others; absent where it is `is`. */
  readonly strand?: RecordActorId
}

/** A name of a story: an id that it had, or that of a strand that is shown in it. */
export interface StoryAlias {
  readonly id: StoryId
  /** The story that it leads to. */
  readonly into: StoryId
  /** The strand of that story that it is or went into. */
  readonly strand: StoryId
}

/** Numbers that let another text be compared without reading it again: sorted 32-bit hashes of shingles, and more as `merge/copies` needs. */
export interface StoredSketch {
  readonly document: DocumentId
  readonly sketch: Uint8Array
}

/**
 * Everything a person may narrow a list by; all given ones must hold. Each list: any of its values; an empty list is no
 * condition. A story answers for its own type, status, date, roots and whether its tellings differ; the other lists must all be passed by one and the
 * same report of it. Reports answer for all but the roots and the differing, which are their story's.
 */
export interface StoryFilter {
  /** Participants, and named members of a group that is one. */
  readonly actor?: readonly RecordActorId[]
  /** Country of a participant, ISO 3166-1 alpha-3. */
  readonly country?: readonly string[]
  readonly type?: readonly string[]
  readonly channel?: readonly string[]
  readonly status?: readonly EventStatus[]
  /** Case, diacritics and a leading "the" do not matter. */
  readonly outlet?: readonly string[]
  /** Name of a voice that tells it; case and diacritics do not matter. */
  readonly speaker?: readonly string[]
  /**
   * Days, inclusive. A vague date overlaps where it may lie within; a bound that is not known may be anywhere, so what
   * has no date passes. For articles and quotes in a search it is the date of publication.
   */
  readonly from?: string
  readonly to?: string
  /** At least so many independent roots for sure (`roots.low`). */
  readonly independence?: number
  /** Only stories in which tellings differ (`Story.differs`), or those in which they do not. */
  readonly differs?: boolean
  readonly document?: readonly DocumentId[]
  /** These stories, or for reports, articles and quotes what tells of them. Ids of today, not of stories that were merged. */
  readonly story?: readonly StoryId[]
  /** The same lists, left out instead of kept: a story goes where its own type or status, or any report of it, is in one. */
  readonly not?: Omit<StoryFilter, 'not' | 'from' | 'to' | 'independence' | 'differs' | 'story'>
}

/** Rows of a page where none are asked for. */
export const PAGE_ROWS = 50
/** Most rows of one page; a greater limit is taken as this. */
export const PAGE_ROWS_MAX = 1000

export interface Page {
  /** 1 to `PAGE_ROWS_MAX`; `PAGE_ROWS` where absent. Other numbers are moved into the bounds. */
  readonly limit?: number
  /** From an earlier answer; null or absent for the first page. One that no list made is taken as the first page too. */
  readonly after?: string | null
}

export interface Listed<Row> {
  readonly rows: readonly Row[]
  /** Give it as `after` for the next page; null at the end. */
  readonly next: string | null
  readonly total: number
}

export type SearchKind = 'article' | 'quote' | 'claim'
/** In the order in which hits of the same rank come. */
export const SEARCH_KINDS: readonly SearchKind[] = ['article', 'quote', 'claim']

export interface SearchHit {
  readonly kind: SearchKind
  readonly document: DocumentId
  /** Who published it, and under which title. */
  readonly outlet: string | null
  readonly title: string | null
  /** Claim or attribution id; null for an article. */
  readonly id: string | null
  readonly story: StoryId | null
  /** Words around the hit; hits are the given ranges of it. */
  readonly snippet: string
  readonly marks: readonly { readonly from: number; readonly to: number }[]
  /** Lower is better, as in BM25 of FTS5. */
  readonly rank: number
}

export interface SearchQuery {
  /**
   * Words, "phrases", prefix* ; all must be found. Anything else parts words and means nothing. Case and diacritics do
   * not matter, and a name is found in another transliteration too. No word gives an empty answer.
   */
  readonly text: string
  readonly kinds?: readonly SearchKind[]
  readonly filter?: StoryFilter
}

/** Asks; never changes anything. Lists are in a fixed order that each method names. */
export interface StoreReader {
  /** By arrival. */
  documents(page?: Page): Promise<Listed<StoredDocument>>
  document(id: DocumentId): Promise<StoredDocument | null>
  /** Who published what, for which no text is read: each once, in the order asked for; what is not there is left out. */
  sources(ids: readonly DocumentId[]): Promise<readonly SourceDocument[]>
  findings(id: DocumentId): Promise<Findings | null>
  raw(sha256: string): Promise<Raw | null>
  /** By origin. */
  items(state?: ItemState, page?: Page): Promise<Listed<Item>>
  item(origin: string): Promise<Item | null>
  /** Documents whose `pipeline` is another than the given one, by arrival. */
  outdated(pipeline: string): Promise<readonly DocumentId[]>

  /**
   * Ids that share at least one of the keys, most shared keys first, then by id; at most `limit` of them, and of those that
   * share as many as the last of them the latest. A key leads to the latest `KEY_LEADS` that have it: what is in everything
   * tells nothing apart.
   */
  lookup(kind: KeyedKind, keys: readonly string[], limit: number): Promise<readonly string[]>
  sketches(documents: readonly DocumentId[]): Promise<readonly StoredSketch[]>
  /** Each once; the id of one that people joined with others leads to what they made of it. */
  recordActors(ids: readonly RecordActorId[]): Promise<readonly RecordActor[]>
  reports(ids: readonly string[]): Promise<readonly PlacedReport[]>

  /**
   * Latest `when` first, then by id; or in order of time by the first day that each may have been, else the last, those
   * without a date at the end. A cursor is of its order alone.
   */
  stories(filter?: StoryFilter, page?: Page, order?: StoryOrder): Promise<Listed<Story>>
  story(id: StoryId): Promise<Story | null>
  /** Reports of a story, by arrival of their documents. */
  reportsOf(story: StoryId): Promise<readonly Report[]>
  /** Reports of one document, in text order, with their stories. */
  reportsIn(document: DocumentId): Promise<readonly PlacedReport[]>
  /** Reports that pass the filter, by type, then by when, then by arrival. */
  reportsBy(filter: StoryFilter, page?: Page): Promise<Listed<PlacedReport>>
  /** Most documents first, then by name. `name` matches any spelling it has, folded. */
  actors(
    filter?: { readonly name?: string; readonly kind?: string; readonly country?: string },
    page?: Page,
  ): Promise<Listed<RecordActor>>
  /** Copies that are, or are of, one of the given documents, or all; by document. */
  copies(documents?: readonly DocumentId[]): Promise<readonly Copy[]>
  /** Who of a document is whom in the record, in the order it was saved. */
  castOf(document: DocumentId): Promise<readonly CastMember[]>
  /** Documents that somebody is in, by arrival. */
  documentsOf(actor: RecordActorId): Promise<readonly DocumentId[]>
  judgements(about?: Judgement['about']): Promise<readonly Judgement[]>
  corrections(document?: DocumentId): Promise<readonly Correction[]>
  search(query: SearchQuery, page?: Page): Promise<Listed<SearchHit>>
  /**
   * Counts the stories that pass the filter, each once, by the given lists, by date and by roots; of each list at most `most`
   * values, those of most stories first, then by value, folded.
   */
  countStories(filter: StoryFilter, lists: readonly CountedList[], most: number): Promise<StoryCounts>
  /**
   * The same as long as nothing is kept, and another for each store of a process: what was made of its answers holds so long.
   * To be asked outside of writes.
   */
  revision(): Promise<string>
  /** Settings that a store keeps for its users, as `watch` does for feeds. */
  setting(key: string): Promise<string | null>
  /** All of them, by key. */
  settings(): Promise<readonly { readonly key: string; readonly value: string }[]>
  /** Hashes of all raw bytes that are kept, in ascending order. */
  rawHashes(): Promise<readonly string[]>
  /** Ids of stories that were merged into others or are shown in others, and what each goes by now; by old id. */
  storyAliases(): Promise<readonly StoryAlias[]>
  /** The strand and the story that an id leads to; null where there is none. */
  strand(id: StoryId): Promise<{ readonly strand: StoryId; readonly story: StoryId } | null>
  counts(): Promise<
    Readonly<Record<'documents' | 'claims' | 'stories' | 'actors' | 'copies' | 'items' | 'failed', number>>
  >
}

export type StoryOrder = 'latest' | 'time'

/** Lists that stories are counted by. */
export const COUNTED_LISTS = ['type', 'status', 'country', 'channel', 'actor', 'outlet', 'speaker'] as const
export type CountedList = (typeof COUNTED_LISTS)[number]

/** A value that stories can be narrowed by, and how many of them have it. */
export interface ValueCount {
  /** As a filter takes it: an id of an actor, a name of an outlet or a voice in some spelling that a report has. */
  readonly value: string
  readonly stories: number
}

/** Values of one list. */
export interface ListCounts {
  readonly values: readonly ValueCount[]
  /** Values that there are, also those that were not asked for. */
  readonly total: number
}

/** Stories with the same bounds of their date; null for a bound that is not known. */
export interface SpanCount {
  readonly earliest: string | null
  readonly latest: string | null
  readonly stories: number
}

/** How many stories pass a filter, and how they are spread. */
export interface StoryCounts {
  readonly stories: number
  /** Of the lists that were asked for. */
  readonly lists: ReadonlyMap<CountedList, ListCounts>
  /** In order of the bounds, unknown ones first. */
  readonly spans: readonly SpanCount[]
  /** By independent roots that there are for sure, ascending. */
  readonly roots: readonly { readonly roots: number; readonly stories: number }[]
}

/** Changes, inside `Store.write` only. */
export interface StoreWriter extends StoreReader {
  saveItem(item: Item): Promise<void>
  saveRaw(raw: Raw): Promise<void>
  /** Adds a document with its findings, or replaces what an older pipeline found in it: its reports, keys and actors' profiles go, judgements and corrections stay. */
  saveDocument(stored: Omit<StoredDocument, 'arrival'>, findings: Findings): Promise<void>
  saveSketch(sketch: StoredSketch, keys: readonly string[]): Promise<void>
  /** Adds or replaces. The keys are all that it can be found by. */
  saveActor(actor: RecordActor, keys: readonly string[]): Promise<void>
  /** Says who of a document is whom, all of them at once; what was said before goes. Their actors are saved already. */
  saveCast(document: DocumentId, cast: readonly CastMember[]): Promise<void>
  /**
   * `id` is unique over all documents: `${document} ${claim}`, see `reportId`. It goes into the strand that `story` leads to,
   * which may be another id of it.
   */
  saveReport(report: Report, story: StoryId, keys: readonly string[], read?: Report): Promise<void>
  /** Removes a report, because a person says that the words do not tell it; the claim itself stays in the findings. */
  dropReport(document: DocumentId, claim: ClaimId): Promise<void>
  /** Adds or replaces the row of a story; its reports are saved on their own. */
  saveStory(story: Story): Promise<void>
  /**
   * Makes one strand of two for good: the reports of the strand of `from` become those of the strand of `into`, and its id a
   * name of that. Other strands that were shown in the story of `from` stay a story.
   */
  mergeStories(from: StoryId, into: StoryId): Promise<void>
  /**
   * Shows a strand in the story that `into` leads to, or where both are one id in a story of its own; nothing is lost by
   * either. Rows of stories that change must be saved again: `moved` are their ids.
   */
  moveStrand(strand: StoryId, into: StoryId): Promise<readonly StoryId[]>
  saveCopy(copy: Copy): Promise<void>
  /** Removes the copy row of a document, because it is not one any more. */
  dropCopy(document: DocumentId): Promise<void>
  addJudgement(judgement: Judgement): Promise<void>
  addCorrection(correction: Correction): Promise<void>
  saveSetting(key: string, value: string): Promise<void>
}

/** What `doctor` found wrong. */
export interface Fault {
  readonly code: 'hash' | 'orphan' | 'index' | 'integrity'
  readonly what: string
  readonly remedy: string
}

/** A record that lasts. SQLite and memory are backends; Postgres will be one. */
export interface Store extends StoreReader {
  /** Runs the work as one: all of it is kept, or none. One at a time; others wait. */
  write<Result>(work: (writer: StoreWriter) => Promise<Result>): Promise<Result>
  /** A consistent copy while others read. Rejects with `store/file-exists` where `file` is there already. */
  backup(file: string): Promise<void>
  /** Verifies hashes, orphans and indexes; an empty list is a sound store. */
  doctor(): Promise<readonly Fault[]>
  close(): Promise<void>
}

/** The id by which a report is looked up and loaded. */
export const reportId = (report: Pick<Report, 'ref'>): string => `${report.ref.document} ${report.ref.claim}`
