import type { Actor, ActorId, TokenTable } from '../../model/index.ts'
import type { Voiced } from './draft.ts'
import { TURN } from './find-turns.ts'
import type { People } from './people.ts'

/** Named persons of two words or more by their last, in capitals; null where several share it. */
export function personsBySurname(people: People): ReadonlyMap<string, ActorId | null> {
  const found = new Map<string, ActorId | null>()
  for (const { id, kind, name } of people.all) {
    const words = name.split(' ')
    if (kind !== 'person' || words.length < 2 || !people.isNamed(id)) continue
    const last = words.at(-1)!.toUpperCase()
    found.set(last, found.has(last) && found.get(last) !== id ? null : id)
  }
  return found
}

/**
 * "Krain" that was taken for a body, "SALK:" before a turn, "White House aide Jane Roe" that was taken for a description:
 * the one person of the text whose name ends so. Null for persons of other names, for states and places.
 */
export function surnameOf(
  text: string,
  tokens: TokenTable,
  { source, word }: Voiced,
  actor: Actor | undefined,
  named: boolean,
  surnames: ReadonlyMap<string, ActorId | null>,
): ActorId | null {
  const span = source[0]
  if (!span || actor?.kind === 'state' || actor?.kind === 'outlet') return null
  // "the mother of Jane Roe" is not she, "the chief of staff Jane Roe" is.
  const office =
    actor?.name.replace(/\b(?:chief of staff|secretary of (?:state|defen[cs]e)|member of parliament)\b/i, '') ?? ''
  const whole = !/\b(?:of|to|for|in|at|with|from|by)\b|['’]s? /.test(office)
  const described = actor?.kind === 'person' && !named && whole && /\p{Lu}\S* \p{Lu}\S*$/u.test(actor.name)
  if (described) return surnames.get(actor.name.split(' ').at(-1)!.toUpperCase()) ?? null
  const form = text.slice(tokens.from[span.last - 1], tokens.to[span.last - 1])
  const alone =
    span.last - span.first === 1 && (actor === undefined || actor.kind === 'organization' || actor.kind === 'place')
  if (!/^\p{Lu}/u.test(form) || !(alone || (word === TURN && actor === undefined))) return null
  const person = surnames.get(form.toUpperCase()) ?? null
  return person === actor?.id ? null : person
}

/** Organizations of two words or more by their last and by their first: "Freed Families Fund" by "Fund". */
interface Bodies {
  /** Null where several end so. */
  readonly last: ReadonlyMap<string, ActorId | null>
  readonly first: ReadonlyMap<string, ActorId | null>
}

export function bodiesByNoun(people: People): Bodies {
  const last = new Map<string, ActorId | null>()
  const first = new Map<string, ActorId | null>()
  for (const { id, kind, name } of people.all) {
    const words = name.split(' ')
    if (kind !== 'organization' || words.length < 2 || !people.isNamed(id)) continue
    const nouns = new Set([words.at(-1)!, ...(words.includes('of') ? [words[words.indexOf('of') - 1] ?? ''] : [])])
    for (const noun of nouns) last.set(noun, last.has(noun) ? null : id)
    first.set(words[0]!, first.has(words[0]!) ? null : id)
  }
  return { last, first }
}

/** "The Fund said", "Trondsen said": the one body of the text that ends, or begins, with the word. */
export function shortName(
  text: string,
  tokens: TokenTable,
  { source }: Voiced,
  actor: Actor | undefined,
  named: boolean,
  bodies: Bodies,
  surnames: ReadonlyMap<string, ActorId | null>,
): ActorId | null {
  const span = source[0]
  if (!span) return null
  const noun = text.slice(tokens.from[span.last - 1], tokens.to[span.last - 1])
  if (!/^\p{Lu}/u.test(noun)) return null
  if (
    span.last - span.first === 2 &&
    text.slice(tokens.from[span.first], tokens.to[span.first]).toLowerCase() === 'the'
  )
    return named ? null : (bodies.last.get(noun) ?? null)
  // "Trump" is not the Trump Foundation.
  const alone = span.last - span.first === 1 && (actor === undefined || actor.kind === 'organization')
  const found = alone && !surnames.has(noun.toUpperCase()) ? (bodies.first.get(noun) ?? null) : null
  return found === actor?.id ? null : found
}
