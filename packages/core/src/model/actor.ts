import type { ActorId, MentionId, TokenIndex } from './ids.ts'
import type { Span } from './span.ts'

export type ActorKind = 'person' | 'group' | 'organization' | 'state' | 'outlet' | 'place'

/** PLOVER sectors (PLOVER manual 2.0), with CAMEO's UAF for unidentified armed force. */
export type Sector =
  | 'GOV'
  | 'MIL'
  | 'COP'
  | 'SPY'
  | 'OPP'
  | 'REB'
  | 'PTY'
  | 'JUD'
  | 'LEG'
  | 'MED'
  | 'BUS'
  | 'EDU'
  | 'CVL'
  | 'NGO'
  | 'IGO'
  | 'REF'
  | 'UNS'
  | 'UAF' // prettier-ignore

/** ISO 3166-1 alpha-3. */
export type Iso3 = string

/** Words that stand for somebody: a name, a noun phrase or a pronoun, with its determiner and modifiers. */
export interface Mention extends Span {
  readonly id: MentionId
  readonly form: 'name' | 'nominal' | 'pronoun'
  readonly head: TokenIndex
  readonly actor: ActorId | null
  /** What the mention as such is (before actors are joined); null where unknown, as for most pronouns. */
  readonly kind: ActorKind | null
}

/** An office as told: "deputy to" somebody, "president of" a state. */
export interface Role {
  readonly title: string
  /** Whose office it is: the actor the holder serves, or null. */
  readonly of: ActorId | null
  readonly span: Span
}

/** Somebody who acts, is acted on or speaks in one document. */
export interface Actor {
  readonly id: ActorId
  /** The fullest form in the document. */
  readonly name: string
  readonly kind: ActorKind
  readonly country: Iso3 | null
  readonly sector: Sector | null
  readonly roles: readonly Role[]
  /** Mentions in text order; at least one. */
  readonly mentions: readonly MentionId[]
}
