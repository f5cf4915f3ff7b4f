import type { Iso3 } from './actor.ts'
import type { ActorId, AttributionId, ClaimId, DocumentId, LinkId, TimeId } from './ids.ts'
import type { Span } from './span.ts'

/** How far an event has come, as the words have it. */
export const EVENT_STATUSES = [
  'happened',
  'ongoing',
  'planned',
  'requested',
  'offered',
  'threatened',
  'cancelled',
  'hypothetical',
] as const
export type EventStatus = (typeof EVENT_STATUSES)[number]
/** What a voice says of a claim. */
export const STANCES = ['asserts', 'denies', 'questions'] as const
export type Stance = (typeof STANCES)[number]
/** What a participant does in an event. */
export const ROLE_NAMES = [
  'agent',
  'patient',
  'counterpart',
  'addressee',
  'intermediary',
  'beneficiary',
  'host',
  'place-to',
  'place-from',
  'theme',
] as const
export type RoleName = (typeof ROLE_NAMES)[number]
/** Who carries an engagement. */
export const CHANNEL_KINDS = [
  'leaders',
  'ministry',
  'special-envoy',
  'security-service',
  'intermediary',
  'international-body',
  'unofficial',
  'unknown',
] as const
export type ChannelKind = (typeof CHANNEL_KINDS)[number]
/** How openly an engagement is held. */
export const SETTINGS = ['formal', 'informal', 'secret', 'unknown'] as const
export type Setting = (typeof SETTINGS)[number]
export type LinkKind =
  | 'cause'
  | 'motive'
  | 'at-request-of'
  | 'in-return-for'
  | 'framing'
  | 'sequence'
  | 'part-of'
  | 'restates' // prettier-ignore

/** How many: '14' is 14..14, 'at least 14' is 14..null, 'some 1,150' is 1150..1150 about. */
export interface Count {
  readonly low: number
  /** Null where the words set no upper bound. */
  readonly high: number | null
  readonly words: string
  readonly about: boolean
}

export interface Participant {
  readonly role: RoleName
  readonly span: Span
  /** The head word of the span. */
  readonly head: Span
  readonly actor: ActorId | null
  readonly count: Count | null
  /** Theme only: the claim whose event is what is asked, promised, refused, threatened. */
  readonly claim: ClaimId | null
  /** Named members of a group: "including X". */
  readonly includes: readonly ActorId[]
}

export interface Place {
  readonly span: Span
  readonly name: string
  readonly country: Iso3 | null
}

/** How an engagement was carried, with the words that say so. */
export interface Channel {
  readonly kind: ChannelKind
  readonly setting: Setting
  readonly evidence: readonly Span[]
}

/** What happened, as told. `type` is a name of the ontology. */
export interface Event {
  readonly type: string
  readonly status: EventStatus
  readonly trigger: Span
  readonly participants: readonly Participant[]
  readonly when: TimeId | null
  readonly place: Place | null
  /** Set on engagements only, and always on these. */
  readonly channel: Channel | null
  /** PLOVER event and mode, and CAMEO code; the type's own where the words say nothing finer. Null where it has none. */
  readonly plover: { readonly event: string; readonly mode: string | null } | null
  readonly cameo: string | null
}

/** The words a claim rests on: the smallest clause with trigger and participants, without the cue. */
export interface Evidence {
  readonly document: DocumentId
  readonly span: Span
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

/** A number with its reason: one nobody can explain is shown to nobody. */
export interface Score {
  /** 0 to 1. */
  readonly score: number
  readonly because: string
}

/** The unit of the record: an event as told, by whom, and the words that tell it. */
export interface Claim {
  readonly id: ClaimId
  readonly event: Event
  readonly stance: Stance
  /** Path of attributions, outermost first; empty where the document tells it in its own voice. */
  readonly told: readonly AttributionId[]
  readonly evidence: Evidence
  readonly confidence: Score
}

/** A tie between two claims, or between words and a claim, again with its teller. */
export interface Link {
  readonly id: LinkId
  readonly kind: LinkKind
  /** Null where the other end is words only: a motive, a framing, an effort. */
  readonly from: ClaimId | null
  readonly words: Span | null
  readonly to: ClaimId
  readonly stance: Stance
  readonly told: readonly AttributionId[]
  readonly evidence: Span
}
