import type {
  Copy,
  Correction,
  DocumentId,
  Findings,
  Judgement,
  RecordActor,
  RecordActorId,
  Report,
  SourceDocument,
  Story,
  StoryId,
} from '@backchannel/core'
import { reportWhen } from '@backchannel/core'
import { dayKey, firstDayKey, spellingsOf } from '../facets.ts'
import { KEY_LEADS, mostShared } from '../lookup-limits.ts'
import { byText, listed, maybeCursor, rowsOf, type SortKey } from '../page.ts'
import { foldName } from '../search/words.ts'
import type {
  CastMember,
  CountedList,
  Item,
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
import { countStories } from './count.ts'
import { reportPasses, storyPasses } from './filter.ts'
import { search } from './search.ts'
import type { MemoryReport, MemoryState } from './state.ts'

// Each write that is kept leaves another state.
const revisions = new WeakMap<MemoryState, number>()
let states = 0

/** Answers from the state that `now` gives at the time of the call. */
export function createMemoryReader(now: () => MemoryState): StoreReader {
  return {
    async documents(page?: Page): Promise<Listed<StoredDocument>> {
      return sorted([...now().documents.values()], page, (one) => [one.arrival], [0])
    },
    async document(id: DocumentId): Promise<StoredDocument | null> {
      return now().documents.get(id) ?? null
    },
    async sources(ids: readonly DocumentId[]): Promise<readonly SourceDocument[]> {
      return distinct(ids).flatMap((id) => now().documents.get(id)?.document ?? [])
    },
    async findings(id: DocumentId): Promise<Findings | null> {
      return now().findings.get(id) ?? null
    },
    async raw(sha256: string): Promise<Raw | null> {
      return now().raws.get(sha256) ?? null
    },
    async items(state?: Item['state'], page?: Page): Promise<Listed<Item>> {
      const items = [...now().items.values()].filter((item) => state === undefined || item.state === state)
      return sorted(items, page, (item) => [item.origin], [''])
    },
    async item(origin: string): Promise<Item | null> {
      return now().items.get(origin) ?? null
    },
    async outdated(pipeline: string): Promise<readonly DocumentId[]> {
      return [...now().documents.values()].filter((one) => one.pipeline !== pipeline).map((one) => one.document.id)
    },
    async lookup(kind: KeyedKind, keys: readonly string[], limit: number): Promise<readonly string[]> {
      return lookup(now(), kind, keys, limit)
    },
    async sketches(documents: readonly DocumentId[]): Promise<readonly StoredSketch[]> {
      const { sketches } = now()
      return distinct(documents).flatMap((document) => {
        const sketch = sketches.get(document)
        return sketch ? [{ document, sketch }] : []
      })
    },
    async recordActors(ids: readonly RecordActorId[]): Promise<readonly RecordActor[]> {
      const { actors, casts } = now()
      const joined = (id: RecordActorId): RecordActor | undefined => {
        for (const cast of casts.values()) for (const { is, strand } of cast) if (strand === id) return actors.get(is)
        return undefined
      }
      return distinct(distinct(ids).flatMap((id) => actors.get(id) ?? joined(id) ?? []))
    },
    async reports(ids: readonly string[]): Promise<readonly PlacedReport[]> {
      const { reports } = now()
      return distinct(ids).flatMap((id) => reports.get(id) ?? [])
    },
    async stories(filter: StoryFilter = {}, page?: Page, order: StoryOrder = 'latest'): Promise<Listed<Story>> {
      const state = now()
      const stories = [...state.stories.values()].filter((story) => storyPasses(state, story, filter))
      const answer =
        order === 'time'
          ? sorted(stories, page, (story) => [firstDayKey(story.when), story.id], ['', ''])
          : sorted(stories, page, (story) => [dayKey(story.when), story.id], ['', ''], [-1, 1])
      return { ...answer, rows: answer.rows.map((story) => withClaims(state, story)) }
    },
    async story(id: StoryId): Promise<Story | null> {
      const state = now()
      const story = state.stories.get(resolveStory(state, id))
      return story ? withClaims(state, story) : null
    },
    async reportsOf(story: StoryId): Promise<readonly Report[]> {
      const state = now()
      return reportsOf(state, resolveStory(state, story)).map(({ report }) => report)
    },
    async reportsIn(document: DocumentId): Promise<readonly PlacedReport[]> {
      const state = now()
      return inOrder(state, state.byDocument.get(document) ?? [])
    },
    async reportsBy(filter: StoryFilter, page?: Page): Promise<Listed<PlacedReport>> {
      const state = now()
      const found = [...state.reports.values()].filter((one) => reportPasses(state, one, filter))
      const keyOf = ({ report }: PlacedReport): SortKey => [
        report.type,
        dayKey(reportWhen(report)),
        arrivalOf(state, report.ref.document),
        report.evidence.span.from,
        report.ref.claim,
      ]
      return sorted(found, page, keyOf, ['', '', 0, 0, ''])
    },
    async actors(
      filter: { readonly name?: string; readonly kind?: string; readonly country?: string } = {},
      page?: Page,
    ): Promise<Listed<RecordActor>> {
      const name = foldName(filter.name ?? '')
      const found = [...now().actors.values()].filter(
        (actor) =>
          (filter.kind === undefined || actor.kind === filter.kind) &&
          (filter.country === undefined || actor.country === filter.country) &&
          (name === '' || spellingsOf(actor).some((spelling) => ` ${spelling} `.includes(` ${name} `))),
      )
      return sorted(
        found,
        page,
        (actor) => [documentsOf(now(), actor.id).length, actor.name, actor.id],
        [0, '', ''],
        [-1, 1, 1],
      )
    },
    async copies(documents?: readonly DocumentId[]): Promise<readonly Copy[]> {
      const state = now()
      const wanted = documents === undefined ? null : new Set(documents)
      return [...state.copies.values()]
        .filter((copy) => wanted === null || wanted.has(copy.document) || wanted.has(copy.of))
        .sort((a, b) => arrivalOf(state, a.document) - arrivalOf(state, b.document))
    },
    async castOf(document: DocumentId): Promise<readonly CastMember[]> {
      return now().casts.get(document) ?? []
    },
    async documentsOf(actor: RecordActorId): Promise<readonly DocumentId[]> {
      return documentsOf(now(), actor)
    },
    async judgements(about?: Judgement['about']): Promise<readonly Judgement[]> {
      return [...now().judgements.values()].filter((one) => about === undefined || one.about === about)
    },
    async corrections(document?: DocumentId): Promise<readonly Correction[]> {
      const all = [...now().corrections.values()]
      return all.filter((one) => document === undefined || one.anchor.document === document)
    },
    async search(query: SearchQuery, page?: Page): Promise<Listed<SearchHit>> {
      return search(now(), query, page)
    },
    async countStories(filter: StoryFilter, lists: readonly CountedList[], most: number): Promise<StoryCounts> {
      return countStories(now(), filter, lists, most)
    },
    async revision(): Promise<string> {
      const state = now()
      const known = revisions.get(state) ?? ++states
      revisions.set(state, known)
      return `memory ${known}`
    },
    async setting(key: string): Promise<string | null> {
      return now().settings.get(key) ?? null
    },
    async settings() {
      return [...now().settings].map(([key, value]) => ({ key, value })).sort((a, b) => byText(a.key, b.key))
    },
    async rawHashes(): Promise<readonly string[]> {
      return [...now().raws.keys()].sort(byText)
    },
    async storyAliases() {
      return [...now().aliases]
        .map(([id, { story: into, strand }]) => ({ id, into, strand }))
        .sort((a, b) => byText(a.id, b.id))
    },
    async strand(id: StoryId) {
      return strandPlace(now(), id)
    },
    async counts() {
      const state = now()
      return {
        documents: state.documents.size,
        claims: [...state.units.values()].flat().filter((unit) => unit.kind === 'claim').length,
        stories: state.stories.size,
        actors: state.actors.size,
        copies: state.copies.size,
        items: state.items.size,
        failed: [...state.items.values()].filter((item) => item.state === 'failed').length,
      }
    },
  }
}

/** What a story is called now. */
export function resolveStory(state: MemoryState, id: StoryId): StoryId {
  return state.aliases.get(id)?.story ?? id
}

/** The strand and the story that an id leads to; null where there is none. */
export function strandPlace(
  state: MemoryState,
  id: StoryId,
): { readonly strand: StoryId; readonly story: StoryId } | null {
  const alias = state.aliases.get(id)
  return alias ?? (state.stories.has(id) || state.byStory.has(id) ? { strand: id, story: id } : null)
}

/** Reports of a story, by arrival of their documents, then in text order. */
export function reportsOf(state: MemoryState, story: StoryId): readonly MemoryReport[] {
  return inOrder(state, state.byStory.get(story) ?? [])
}

function inOrder(state: MemoryState, ids: readonly string[]): MemoryReport[] {
  return ids
    .flatMap((id) => state.reports.get(id) ?? [])
    .sort(
      ({ report: a }, { report: b }) =>
        arrivalOf(state, a.ref.document) - arrivalOf(state, b.ref.document) ||
        a.evidence.span.from - b.evidence.span.from ||
        byText(a.ref.claim, b.ref.claim),
    )
}

function withClaims(state: MemoryState, story: Story): Story {
  return { ...story, claims: reportsOf(state, story.id).map(({ report }) => report.ref) }
}

function arrivalOf(state: MemoryState, document: DocumentId): number {
  return state.documents.get(document)?.arrival ?? 0
}

/** Documents that speak of an actor, by arrival. Linear in what is stored: memory is for little records. */
function documentsOf(state: MemoryState, actor: RecordActorId): readonly DocumentId[] {
  const found = new Set<DocumentId>((state.actors.get(actor)?.profiles ?? []).map((profile) => profile.ref.document))
  for (const [document, cast] of state.casts) if (cast.some((one) => one.is === actor)) found.add(document)
  return [...found].sort((a, b) => arrivalOf(state, a) - arrivalOf(state, b))
}

function lookup(state: MemoryState, kind: KeyedKind, keys: readonly string[], limit: number): readonly string[] {
  const shared = new Map<string, number>()
  for (const key of distinct(keys)) {
    // Holders are in the order in which they came.
    for (const id of (state.holders[kind].get(key) ?? []).slice(-KEY_LEADS)) shared.set(id, (shared.get(id) ?? 0) + 1)
  }
  const ids = kind === 'copy' ? state.documents.keys() : state.keys[kind].keys()
  const order = shared.size > limit ? new Map<string, number>([...ids].map((id, at) => [id, at])) : null
  return [...mostShared(shared, limit, (a, b) => (order?.get(b) ?? 0) - (order?.get(a) ?? 0))].sort(
    (a, b) => (shared.get(b) ?? 0) - (shared.get(a) ?? 0) || byText(a, b),
  )
}

/** A page of rows sorted by their keys, each part upwards (1) or downwards (-1). `like` is a key of the right form. */
function sorted<Row>(
  rows: readonly Row[],
  page: Page | undefined,
  keyOf: (row: Row) => SortKey,
  like: SortKey,
  ways: readonly (1 | -1)[] = [],
): Listed<Row> {
  const compare = (a: SortKey, b: SortKey): number => {
    for (const [at, x] of a.entries()) {
      const y = b[at] ?? ''
      const difference = typeof x === 'number' && typeof y === 'number' ? x - y : byText(String(x), String(y))
      if (difference !== 0) return difference * (ways[at] ?? 1)
    }
    return 0
  }
  const after = maybeCursor(page, like)
  const limit = rowsOf(page)
  const left = rows
    .map((row) => ({ row, key: keyOf(row) }))
    .filter(({ key }) => after === null || compare(key, after) > 0)
    .sort((a, b) => compare(a.key, b.key))
    .slice(0, limit + 1)
    .map(({ row }) => row)
  return listed(left, limit, rows.length, keyOf)
}

function distinct<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)]
}
