import { EVENT_TYPES, type EventFamily } from '../ontology/index.ts'

const families = new Map(EVENT_TYPES.map((type) => [type.name, type.family]))

/** The family of an event type; null for a type that the ontology does not know. */
export function familyOf(type: string): EventFamily | null {
  return families.get(type) ?? null
}

/** Steps into custody; every other step of the family leads out of it, or onward. */
const INTO_CUSTODY: ReadonlySet<string> = new Set([
  'arrest',
  'custody',
  'charge',
  'conviction',
  'abduction',
  'death-in-custody',
])

/** Steps that move people without freeing them: handed over to another state, sent away. */
const ONWARD: ReadonlySet<string> = new Set(['extradition', 'deportation', 'expulsion', 'departure'])

/** Whether a step of the custody family leads in, out to freedom, or onward to another place. */
export function directionOf(type: string): 'in' | 'out' | 'onward' {
  if (ONWARD.has(type)) return 'onward'
  return INTO_CUSTODY.has(type) ? 'in' : 'out'
}
