import type { ActorKind, Iso3, Sector } from './actor.ts'
import type { Manner, Standing } from './attribution.ts'
import type { ChannelKind, Count, EventStatus, Evidence, RoleName, Score, Setting, Stance } from './claim.ts'
import type { ActorId, AttributionId, ClaimId, DocumentId, RecordActorId, StoryId } from './ids.ts'
import type { When } from './when.ts'

/** A claim of one document: claim ids count from one in each document. */
export interface ClaimRef {
  readonly document: DocumentId
  readonly claim: ClaimId
}

/** An actor of one document. */
export interface ActorRef {
  readonly document: DocumentId
  readonly actor: ActorId
}

/** An office as one document tells it, with the day of that document. */
export interface OfficeTold {
  readonly title: string
  /** Whose office, by name: "Belarus", "Donald Trump"; null where not told. */
  readonly of: string | null
  readonly told: When | null
}

/** All that one document says of who somebody is: what decides whether two documents speak of the same. */
export interface ActorProfile {
  readonly ref: ActorRef
  readonly kind: ActorKind
  /** Every form with a name in it, the fullest first, without honorifics. Empty for actors that are only described. */
  readonly names: readonly string[]
  readonly country: Iso3 | null
  readonly sector: Sector | null
  readonly offices: readonly OfficeTold[]
  readonly published: When | null
  /** Whom the machine takes it for, where people say that this is only a part of somebody; absent where it is whose profile it is. */
  readonly strand?: RecordActorId
}

/** Somebody across documents. */
export interface RecordActor {
  readonly id: RecordActorId
  /** The form to show: the one most documents use in full. */
  readonly name: string
  readonly kind: ActorKind
  readonly country: Iso3 | null
  readonly sector: Sector | null
  /** What each document says, in the order the documents came. */
  readonly profiles: readonly ActorProfile[]
}

/** One participant of a report. */
export interface ReportParticipant {
  readonly role: RoleName
  /** The actor across documents; null where it could not be placed, as for "a man". */
  readonly actor: RecordActorId | null
  readonly name: string
  readonly head: string
  readonly kind: ActorKind | null
  readonly country: Iso3 | null
  readonly count: Count | null
  readonly includes: readonly RecordActorId[]
}

/** A voice of the path by which a document tells a claim. */
export interface ReportVoice {
  readonly attribution: AttributionId
  readonly name: string
  readonly actor: RecordActorId | null
  readonly standing: Standing
  readonly manner: Manner
  /** Outlets and documents between the reader and this voice, outermost first, the document's own outlet left out. */
  readonly through: readonly {
    readonly name: string
    readonly actor: RecordActorId | null
    readonly by: string | null
  }[]
}

/** What an outlet says about its own earlier words. */
export type NoticeKind = 'correction' | 'withdrawal' | 'clarification'

/** An outlet's notice about words of its own, with the document that carries it. */
export interface Notice {
  readonly kind: NoticeKind
  readonly words: string
  /** What was said before and what is right now, in the words of the notice; null where it does not say. */
  readonly old: string | null
  readonly new: string | null
  /** The outlet that takes back its words, where another tells of it ("The Courier retracted its report"); null for the own. */
  readonly by: string | null
  readonly document: DocumentId
  readonly outlet: string | null
  readonly published: When | null
  /** The document that is meant, where the notice names it by its headline or its number; null where the story must tell. */
  readonly of: DocumentId | null
}

/** One claim of one document, self-contained: all that merging, comparing and counting need, and nothing else. */
export interface Report {
  readonly ref: ClaimRef
  readonly type: string
  readonly status: EventStatus
  readonly stance: Stance
  /** Lemma of the trigger's head word, lower case. */
  readonly trigger: string
  readonly when: When | null
  readonly published: When | null
  readonly place: { readonly name: string; readonly country: Iso3 | null } | null
  readonly channel: { readonly kind: ChannelKind; readonly setting: Setting } | null
  readonly participants: readonly ReportParticipant[]
  /** Outermost first; empty where the document tells it in its own voice. */
  readonly told: readonly ReportVoice[]
  readonly outlet: string | null
  readonly evidence: Evidence
  readonly confidence: Score
  /** Claims of the same document that the document itself says are the same happening. */
  readonly restates: readonly ClaimId[]
  /** Ids of the corrections that people laid on it, the earliest first; the findings keep what the machine read. */
  readonly corrected?: readonly string[]
  /** What outlets say of the document's words since, in it or in another document. Absent where nobody does. */
  readonly notices?: readonly Notice[]
  /**
   * True where the document has somebody deny a link that leads to this claim, such as its motive: only so can tellings differ
   * in links. Absent otherwise.
   */
  readonly deniesLink?: boolean
  /**
   * Whom and what the document is about: its names, folded, the most told first, at most 16. Two articles of one affair
   * share some, whatever each sentence leaves out. Absent where not known.
   */
  readonly about?: readonly string[]
}

/**
 * When a report's event was, with what its publication says: what has happened happened by the day it was told. The told
 * date where there is one; else, for what happened or goes on, some day up to the publication; else null.
 */
export function reportWhen({ when, status, published }: Pick<Report, 'when' | 'status' | 'published'>): When | null {
  if (when !== null && (when.earliest !== null || when.latest !== null)) return when
  const latest = published?.latest ?? null
  if (latest === null || (status !== 'happened' && status !== 'ongoing')) return when
  return { earliest: null, latest, precision: 'vague' }
}

/** Claims of many documents about one happening. Agreement between them is computed, never stored as truth. */
export interface Story {
  readonly id: StoryId
  readonly type: string
  /** One sentence for a person. */
  readonly title: string
  readonly when: When | null
  /** The status that its reports carry best; where they differ, `accounts` shows it. */
  readonly status: EventStatus
  readonly claims: readonly ClaimRef[]
  readonly actors: readonly RecordActorId[]
  /** Why its claims are one happening: the weakest tie that holds it together. */
  readonly because: Score
  /** True where every telling of it was withdrawn by its outlet; absent otherwise. */
  readonly withdrawn?: boolean
  /** True where tellings of several documents cannot all be true, or an outlet has corrected its own; absent otherwise. */
  readonly differs?: boolean
  readonly roots: { readonly low: number; readonly high: number }
}

export type CopyKind = 'identical' | 'light-edit' | 'excerpt' | 'rewrite'

/** One document made from another. */
export interface Copy {
  readonly document: DocumentId
  /** The likely original, by time and credit. */
  readonly of: DocumentId
  readonly how: CopyKind
  readonly score: Score
}

/** Who decided something: a person, or a program with its version. */
export interface Author {
  readonly kind: 'person' | 'program'
  readonly name: string
}

/** An instant, ISO 8601 in UTC. */
export type Instant = string

/** Words by which one side of a judgement is found again where its id has gone. */
export interface JudgedWords {
  readonly document: DocumentId
  /** A claim's words, or a name of an actor. */
  readonly quote: string
}

/** Are these two the same? By a machine with a score, or by a person. The pair is in ascending order. */
export interface Judgement {
  readonly pair: readonly [string, string]
  readonly about: 'actor' | 'story' | 'copy'
  readonly verdict: 'same' | 'different' | 'unsure'
  readonly by: Author
  readonly at: Instant
  readonly score: Score | null
  readonly reason: string
  /** What each of the two rested on when it was judged, so that it outlives another reading. Absent for copies and old ones. */
  readonly words?: readonly [readonly JudgedWords[], readonly JudgedWords[]]
}

/** Fields of a claim that a person can set, in the order in which they are offered. */
export const CLAIM_FIELDS = ['type', 'status', 'stance', 'when', 'place', 'channel', 'participants', 'speaker'] as const
/** A field of a claim that a person may set; `speaker` is who tells it, innermost. */
export type ClaimField = (typeof CLAIM_FIELDS)[number]

/** What a person decides about the words that a correction is anchored in. */
export type Change =
  | { readonly kind: 'set'; readonly field: ClaimField; readonly to: unknown }
  /** The words do not tell this claim. */
  | { readonly kind: 'withdraw' }
  /** The words tell a claim that the machine has not read. */
  | { readonly kind: 'add'; readonly what: unknown }
  /** A person has read words and claim: it holds, or he cannot tell. Changes nothing, and is not asked again. */
  | { readonly kind: 'check'; readonly verdict: 'accept' | 'unsure' }
  /** The words are one quotation of this voice: all that is told in them, it tells. Null: of nobody who is named. */
  | { readonly kind: 'quotation'; readonly speaker: string | null }
  /** The words do not make this link, by its kind. */
  | { readonly kind: 'unlink'; readonly link: string }
  /** Takes an earlier correction back, by its id. Both stay; taking this one back lays the earlier on again. */
  | { readonly kind: 'undo'; readonly correction: string }

/** A person's change to a claim, anchored in words so that it outlives any re-reading. Only ever added. */
export interface Correction {
  readonly id: string
  readonly anchor: Evidence
  /** The machine's type of the claim that is meant, where several claims rest on the same words. */
  readonly type?: string
  /** The story that the claim was in when it was corrected; absent where it was in none. */
  readonly story?: StoryId
  readonly change: Change
  readonly by: Author
  readonly at: Instant
  readonly reason: string
}
