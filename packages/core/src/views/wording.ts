import type { RoleName } from '../model/index.ts'
import { ACT_WORDINGS } from './wordings-acts.ts'
import { CONTACT_WORDINGS } from './wordings-contact.ts'

/**
 * How an event of a type is told in a sentence. The verb's first word is inflected; what follows it stays. A type
 * without an entry is told through its label, so that a new type needs none.
 */
export interface Wording {
  /** "release", "hold talks", "break off talks". */
  readonly verb: string
  /** Past tense and participle of the whole verb where its first word is irregular: "broke off talks". */
  readonly past?: string
  readonly participle?: string
  /** Present participle where adding -ing does not do. */
  readonly progressive?: string
  /** Role of the subject; the agent where left out. */
  readonly subject?: RoleName
  /** Role that follows the verb without a preposition; such verbs have a passive unless `active` is set. */
  readonly object?: RoleName
  readonly active?: true
  /** Words after the object: "granted Jane Roe asylum". */
  readonly complement?: string
  /** Verb where the object is not known: "hold a meeting" beside "meet". Without one, the bare noun is used. */
  readonly alone?: string | undefined
  /** Other roles with the preposition that joins them, in order. */
  readonly tails: readonly (readonly [RoleName, string])[]
  /** The event as a noun: "release", "talks". */
  readonly noun: string
  /** What joins the object to the noun, "of" where left out: "attack on X", "refusal to meet X" with none. */
  readonly nounObject?: string
  /** What joins the subject to the noun, "by" where left out: "departure of X". */
  readonly nounSubject?: string
  /** True where only the noun is known, for types without an entry. */
  readonly nounOnly?: true
  /** True where the noun is a plural or no countable thing: "talks", "aid"; it then takes no "a". */
  readonly mass?: true
  /** Both sides do it: "a meeting between X and Y". */
  readonly reciprocal?: true
  /** Participle of what is done with such an event, where it does not "take place": a request is "made". */
  readonly exists?: string
  /** How a theme that is a claim follows the verb; "colon" where left out. */
  readonly asks?: 'infinitive' | 'that' | 'would'
  /** What stands for a theme that is not told: "refused something". */
  readonly untold?: string
  /** Narrower words, taken where the trigger's words start with one of the stems. The first that fits is taken. */
  readonly narrower?: readonly Narrower[]
}

export interface Narrower extends Partial<Omit<Wording, 'narrower'>> {
  readonly stems: readonly string[]
}

/** Wordings by type name. Ours; kept to what the label of the type says and no more. */
export const WORDINGS: Readonly<Record<string, Wording>> = { ...CONTACT_WORDINGS, ...ACT_WORDINGS }

/** The wording of an event: of its type, narrowed by the trigger's words. Unknown types get their name as a noun. */
export function wordingOf(type: string, trigger: string): Wording {
  const wording = WORDINGS[type]
  if (wording === undefined) return { verb: 'take place', tails: [], noun: type.replaceAll('-', ' '), nounOnly: true }
  const words = trigger.toLowerCase().split(/[^\p{L}]+/u)
  const narrower = wording.narrower?.find(({ stems }) =>
    stems.some((stem) => words.some((word) => word.startsWith(stem))),
  )
  return narrower ? { ...wording, ...narrower } : wording
}
