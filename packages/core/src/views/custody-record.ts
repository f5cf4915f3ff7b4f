import type {
  ActorId,
  ClaimId,
  Count,
  DocumentId,
  EventStatus,
  Findings,
  Iso3,
  Score,
  Stance,
  When,
} from '../model/index.ts'
import type { ClaimLine } from './telling.ts'

/** One document and what was found in it: what views of many documents are made from. */
export interface ViewSource {
  readonly document: DocumentId
  readonly findings: Findings
}

/** What happened to somebody in one word; released is not pardoned is not exiled. */
export type CustodyVerb =
  | 'arrested'
  | 'held'
  | 'charged'
  | 'convicted'
  | 'sentenced'
  | 'pardoned'
  | 'acquitted'
  | 'released'
  | 'swapped'
  | 'rescued'
  | 'exiled'
  | 'extradited'
  | 'left'
  | 'granted asylum'
  | 'abducted'
  | 'died' // prettier-ignore

/** One step of somebody's way into custody or out of it. Told several times, it is one step with further tellings. */
export interface CustodyStep extends ClaimLine {
  readonly document: DocumentId
  /** The document of each telling in `also`, in its order. */
  readonly alsoDocuments: readonly DocumentId[]
  readonly verb: CustodyVerb
  readonly when: When | null
  /** "on 14 March 2026", or the text's own words where they resolve to no date; null where nothing dates it. */
  readonly whenWords: string | null
  /** Who did it; null where nobody is said to. */
  readonly by: string | null
  readonly where: string | null
  /** Where somebody is brought or goes. */
  readonly to: string | null
  readonly through: string | null
  /** How long a sentence is: "14 years". */
  readonly term: string | null
  readonly status: EventStatus
  readonly stance: Stance
  /** Every voice that tells it, each once: the speaker, or the outlet where it speaks itself. */
  readonly told: readonly string[]
  readonly count: Count | null
  /** The group as which the person comes here: "14 opposition figures"; null where he is named himself. */
  readonly as: string | null
  readonly confidence: Score
}

/** A person or a counted group, and all steps that are told of it, in time. */
export interface CustodyRecord {
  readonly name: string
  readonly kind: 'person' | 'group' | 'unnamed'
  readonly count: Count | null
  readonly country: Iso3 | null
  readonly documents: readonly DocumentId[]
  /** Named members of a group. */
  readonly members: readonly string[]
  readonly steps: readonly CustodyStep[]
  /** What adds up and what does not: counts of other tellings, parts of a whole. Sentences for people. */
  readonly notes: readonly string[]
}

export interface CustodyOptions {
  /**
   * Who an actor is across documents; the same key joins. Left out, persons of the same full name are one, where their
   * countries do not differ; a group is one only within its document.
   */
  readonly actorKey?: (document: DocumentId, actor: ActorId) => string
  /** Which happening a claim tells across documents; the same key makes one step. Left out, nothing joins across. */
  readonly storyKey?: (document: DocumentId, claim: ClaimId) => string | null
}
