import type { Channel, ClaimId, DocumentId, EventStatus, Iso3, Score, Stance, When } from '../model/index.ts'
import type { ClaimLine } from './telling.ts'

/** One side of an engagement: the people and bodies that stand for one country, or one that stands for itself. */
export interface EngagementSide {
  /** "Norway", or the party itself where no country is known: "the rebels". */
  readonly name: string
  readonly country: Iso3 | null
  /** Who takes part for it: persons by name, bodies and delegations by their words. */
  readonly people: readonly string[]
  /** Who leads its delegation, where the words say so. */
  readonly head: string | null
}

/** One meeting, visit, call, round of talks or mediation; told five times in an article, it is still one. */
export interface EngagementRecord extends ClaimLine {
  /** The document and the number of the record in it: "d1#1". Parts name each other by it. */
  readonly id: string
  readonly document: DocumentId
  readonly claims: readonly ClaimId[]
  readonly status: EventStatus
  readonly stance: Stance
  readonly sides: readonly EngagementSide[]
  readonly host: string | null
  readonly through: string | null
  readonly when: When | null
  readonly whenWords: string | null
  readonly where: string | null
  /** How long it was, in the text's words: "six and a half hours". */
  readonly length: string | null
  /** How it was held, in the text's words: "lunch", "toast", "behind closed doors". */
  readonly manner: readonly string[]
  readonly topics: readonly string[]
  /** Null for engagements that are none carried out: talks refused, an envoy recalled. */
  readonly channel: Channel['kind'] | null
  readonly setting: Channel['setting']
  /** The words that say so; empty where none do. */
  readonly channelWords: readonly string[]
  /** Every voice that tells it, each once. */
  readonly told: readonly string[]
  /** Records of which this one is a part, and records that are parts of it. */
  readonly partOf: readonly string[]
  readonly parts: readonly string[]
  readonly confidence: Score
}
