import type { EventType } from './event-type.ts'
import { EVENT_TYPES } from './event-types/index.ts'
import type { Pattern } from './patterns.ts'

/** A trigger together with the type it names. */
export interface Trigger {
  readonly type: EventType
  readonly pattern: Pattern
  /** How much the pattern asks for; of two that fit, the one that asks more wins. */
  readonly weight: number
}

/** Triggers by the lemma of their head word (lower case). */
export interface TriggerTable {
  readonly verbs: ReadonlyMap<string, readonly Trigger[]>
  readonly nouns: ReadonlyMap<string, readonly Trigger[]>
  readonly adjectives: ReadonlyMap<string, readonly Trigger[]>
}

/** Lists the triggers of the types by lemma, those that ask for more first. */
export function compileTriggers(types: readonly EventType[]): TriggerTable {
  const table = {
    verb: new Map<string, Trigger[]>(),
    noun: new Map<string, Trigger[]>(),
    adjective: new Map<string, Trigger[]>(),
  }
  for (const type of types) {
    for (const pattern of type.triggers) {
      const trigger = { type, pattern, weight: weightOf(pattern) }
      for (const lemma of pattern.lemmas) {
        const list = table[pattern.kind].get(lemma)
        if (list) list.push(trigger)
        else table[pattern.kind].set(lemma, [trigger])
      }
    }
  }
  for (const map of Object.values(table)) for (const list of map.values()) list.sort((a, b) => b.weight - a.weight)
  return { verbs: table.verb, nouns: table.noun, adjectives: table.adjective }
}

function weightOf(pattern: Pattern): number {
  let weight = pattern.trust
  if (pattern.companion) weight += 2
  for (const need of pattern.needs) if (!need.optional) weight += need.oneOf.lemmas.has('*') ? 0.8 : 1
  if (pattern.clause === true) weight += 0.6
  if (pattern.clauseWords.length > 0) weight += 1
  if (pattern.voice) weight += 0.3
  if (pattern.statal || pattern.plural || pattern.light.needed) weight += 0.5
  if (pattern.objectMod.length > 0) weight += 1
  return weight
}

const BY_NAME: ReadonlyMap<string, EventType> = new Map(EVENT_TYPES.map((type) => [type.name, type]))

/** The event type of a name; undefined where the ontology has none. */
export function maybeEventType(name: string): EventType | undefined {
  return BY_NAME.get(name)
}
