import type { Trigger } from '../../ontology/index.ts'

/** A word that names an event, the sense it has here, and the verb that carries its tense. */
export interface Candidate {
  readonly trigger: Trigger
  readonly head: number
  /** Further words of the trigger, such as "free" of "set free". */
  readonly companion: number
  /** The verb that carries tense and negation: the trigger itself, or the light verb of a noun; -1 for a bare noun. */
  readonly carrier: number
  /** How the light verb's subject stands to a noun's event. */
  readonly light: Light | null
}

export interface Light {
  readonly verb: number
  /** "gives": its subject does the event; "takes": undergoes it; "occurs": neither. */
  readonly kind: 'gives' | 'takes' | 'occurs'
}
