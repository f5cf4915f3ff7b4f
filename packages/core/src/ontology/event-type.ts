import type { ActorKind, RoleName } from '../model/index.ts'
import type { Pattern, Slots } from './patterns.ts'
import type { ThemeConcept } from './themes.ts'

export type EventFamily = 'engagement' | 'custody' | 'asks-and-answers' | 'relations' | 'force'

/** PLOVER event and mode, manual 2.0. */
export interface PloverCode {
  readonly event: string
  readonly mode: string | null
}

/** A finer CAMEO code or PLOVER mode that holds where one of the lemmas stands in the clause of the trigger. */
export interface FinerCode {
  readonly words: readonly string[]
  readonly cameo?: string
  readonly mode?: string
}

/**
 * How an event of this type reads when it is only announced: a planned cooperative act of a political actor is also
 * a promise, a planned hostile one a threat (PLOVER AGREE and THREATEN); "neutral" ones are neither.
 */
export type Temper = 'cooperative' | 'hostile' | 'neutral'

export interface RoleSpec {
  /** Kinds of actors that can stand in the role. */
  readonly accepts: readonly ActorKind[]
}

/** One kind of event: its codes, its roles, and the words that name it. Everything that knows types reads this. */
export interface EventType {
  /** Kebab-case, unique, as in dossiers. */
  readonly name: string
  readonly family: EventFamily
  readonly label: string
  /** One sentence for people. */
  readonly gloss: string
  /** In the order of the contract; the first is the doer. */
  readonly roles: Readonly<Partial<Record<RoleName, RoleSpec>>>
  readonly plover: PloverCode | null
  /** Base CAMEO codes, the usual one first. Empty where CAMEO has none. */
  readonly cameo: readonly string[]
  /** Both sides do it: who is named first is agent, the other counterpart. */
  readonly reciprocal: boolean
  readonly temper: Temper
  /** What an event of this type is when it is asked for, promised or refused; picks the last digits of codes. */
  readonly theme: ThemeConcept | null
  /** CAMEO code of a threat to do it; null for the general one. */
  readonly threat: string | null
  /** Where the roles stand around a verb and around a noun, unless a trigger says otherwise. */
  readonly slots: { readonly verb: Slots; readonly noun: Slots }
  readonly triggers: readonly Pattern[]
  readonly finer: readonly FinerCode[]
  /** When two claims of this type may be one happening. */
  readonly merge: MergeRule
}

/** When two claims may be one happening. */
export interface MergeRule {
  /** Days that they may lie apart. */
  readonly within: number
  /** Roles that must agree where both tell them. */
  readonly mustShare: readonly RoleName[]
  /** Types of one family may tell one happening: what one paper calls talks is a visit to another. The type's own name unless said. */
  readonly family: string
}

type EventTypeInput = Omit<
  EventType,
  'reciprocal' | 'temper' | 'theme' | 'threat' | 'slots' | 'finer' | 'merge' | 'plover'
> & {
  readonly plover: readonly [string, string | null] | null
  readonly reciprocal?: boolean
  readonly temper?: Temper
  readonly theme?: ThemeConcept
  readonly threat?: string
  readonly verb?: Slots
  readonly noun?: Slots
  readonly finer?: readonly FinerCode[]
  readonly merge?: Omit<MergeRule, 'family'> & { readonly family?: string }
}

/** Slots of most verbs: subject does it to object. */
const VERB_SLOTS: Slots = { agent: ['subject'], patient: ['object'] }
/** Slots of most nouns: "Roe's arrest by the police", "the police's arrest of Roe" needs its own. */
const NOUN_SLOTS: Slots = { agent: ['by', 'subject'], patient: ['of', 'poss'] }

/** Completes a declaration with the usual defaults. Its worth is in the checked shape. */
export function defineEventType(input: EventTypeInput): EventType {
  const { plover, verb, noun, merge, ...rest } = input
  return Object.freeze({
    reciprocal: false,
    temper: 'neutral' as const,
    theme: null,
    threat: null,
    finer: [],
    ...rest,
    merge: { within: 3, mustShare: ['agent', 'patient'] as const, family: input.name, ...merge },
    plover: plover === null ? null : { event: plover[0], mode: plover[1] },
    slots: { verb: verb ?? VERB_SLOTS, noun: noun ?? NOUN_SLOTS },
  })
}

/** A finer code for a list of lemmas, parted by blanks. */
export function finer(words: string, code: Omit<FinerCode, 'words'>): FinerCode {
  return { words: words.split(' '), ...code }
}
