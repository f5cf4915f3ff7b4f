import type { ActorId, Count, EventStatus, RoleName, Span, Stance } from '../../model/index.ts'
import type { EventType, Pattern, ThemeConcept } from '../../ontology/index.ts'
import type { Candidate, Light } from './candidate.ts'
import type { Phrase } from './phrases.ts'

/** A participant before ids are given. */
export interface DraftParticipant {
  readonly role: RoleName
  /** Head token of the phrase. */
  readonly head: number
  readonly phrase: Phrase | null
  readonly span: Span
  readonly headSpan: Span
  readonly count: Count | null
  readonly includes: readonly ActorId[]
  /** Theme only: the event that is asked, promised, refused, threatened. */
  theme: Draft | null
}

/** An event on its way to a claim. The steps of the stage fill it in, in the order in which the fields stand. */
export interface Draft {
  readonly type: EventType
  readonly pattern: Pattern
  readonly head: number
  /** The verb that carries tense and negation; the noun itself where no verb does. */
  readonly carrier: number
  readonly light: Light | null
  readonly trigger: Span
  participants: DraftParticipant[]
  /** True for a promise, threat, demand or refusal that lies in the tense of another event ("will free"). */
  readonly derived: boolean
  status: EventStatus
  stance: Stance
  /** Why status and stance are not plain, in words; for the confidence. */
  reason: string
  /** The other side is the likeliest phrase of its sentence, and no rule names it. */
  isGuessed?: boolean
  /** What the thing asked, promised or refused is. */
  theme: ThemeConcept | null
  cameo: string | null
}

/** The candidate that a draft was made of, for looking up further positions around its trigger. */
export function candidateOf(draft: Draft): Candidate {
  return {
    trigger: { type: draft.type, pattern: draft.pattern, weight: 0 },
    head: draft.head,
    companion: -1,
    carrier: draft.carrier,
    light: draft.light,
  }
}
