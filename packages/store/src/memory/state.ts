import type {
  Copy,
  Correction,
  DocumentId,
  Findings,
  Judgement,
  RecordActor,
  RecordActorId,
  Story,
  StoryId,
} from '@backchannel/core'
import type { CastMember, Item, KeyedKind, PlacedReport, Raw, SearchKind, StoredDocument } from '../store.ts'

/** A report as kept: where it belongs. */
export type MemoryReport = PlacedReport

/** Something that can be searched, with its words. */
export interface MemoryUnit {
  readonly kind: SearchKind
  readonly document: DocumentId
  readonly id: string | null
  readonly text: string
  readonly body: readonly string[]
  readonly names: readonly string[]
}

/** All that a store in memory holds. Values are never changed, only replaced, so a shallow copy is a snapshot. */
export interface MemoryState {
  readonly items: Map<string, Item>
  readonly raws: Map<string, Raw>
  readonly documents: Map<DocumentId, StoredDocument>
  readonly findings: Map<DocumentId, Findings>
  readonly units: Map<DocumentId, readonly MemoryUnit[]>
  readonly sketches: Map<DocumentId, Uint8Array>
  readonly actors: Map<RecordActorId, RecordActor>
  /** Whose a profile is: `document actor` to the actor across documents. */
  readonly owners: Map<string, RecordActorId>
  /** Who of a document is whom. */
  readonly casts: Map<DocumentId, readonly CastMember[]>
  readonly reports: Map<string, MemoryReport>
  /** Ids of reports by document and by story. */
  readonly byDocument: Map<DocumentId, readonly string[]>
  readonly byStory: Map<StoryId, readonly string[]>
  readonly stories: Map<StoryId, Story>
  /** Old ids of merged stories and those of strands in a story of another id, and where each leads. */
  readonly aliases: Map<StoryId, { readonly story: StoryId; readonly strand: StoryId }>
  readonly copies: Map<DocumentId, Copy>
  readonly judgements: Map<number, Judgement>
  readonly corrections: Map<string, Correction>
  readonly settings: Map<string, string>
  /** Who has a key, and which keys somebody has. */
  readonly holders: Readonly<Record<KeyedKind, Map<string, readonly string[]>>>
  readonly keys: Readonly<Record<KeyedKind, Map<string, readonly string[]>>>
}

export function emptyState(): MemoryState {
  return {
    items: new Map(),
    raws: new Map(),
    documents: new Map(),
    findings: new Map(),
    units: new Map(),
    sketches: new Map(),
    actors: new Map(),
    owners: new Map(),
    casts: new Map(),
    reports: new Map(),
    byDocument: new Map(),
    byStory: new Map(),
    stories: new Map(),
    aliases: new Map(),
    copies: new Map(),
    judgements: new Map(),
    corrections: new Map(),
    settings: new Map(),
    holders: { copy: new Map(), actor: new Map(), report: new Map() },
    keys: { copy: new Map(), actor: new Map(), report: new Map() },
  }
}

/** A snapshot that can be changed without touching the original. Linear in what is stored: memory is for little records. */
export function copyState(state: MemoryState): MemoryState {
  return {
    items: new Map(state.items),
    raws: new Map(state.raws),
    documents: new Map(state.documents),
    findings: new Map(state.findings),
    units: new Map(state.units),
    sketches: new Map(state.sketches),
    actors: new Map(state.actors),
    owners: new Map(state.owners),
    casts: new Map(state.casts),
    reports: new Map(state.reports),
    byDocument: new Map(state.byDocument),
    byStory: new Map(state.byStory),
    stories: new Map(state.stories),
    aliases: new Map(state.aliases),
    copies: new Map(state.copies),
    judgements: new Map(state.judgements),
    corrections: new Map(state.corrections),
    settings: new Map(state.settings),
    holders: copyKinds(state.holders),
    keys: copyKinds(state.keys),
  }
}

function copyKinds<Value>(
  kinds: Readonly<Record<KeyedKind, Map<string, Value>>>,
): Record<KeyedKind, Map<string, Value>> {
  return { copy: new Map(kinds.copy), actor: new Map(kinds.actor), report: new Map(kinds.report) }
}
