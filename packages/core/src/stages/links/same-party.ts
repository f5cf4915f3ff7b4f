import type { Actor, ActorId, Participant } from '../../model/index.ts'
import { tokensOfSpan } from '../../text/index.ts'
import type { Scene } from './scene.ts'

/** How the parties of two tellings stand to each other. `unknown` where a pronoun of one may be anybody. */
export type Sameness = 'same' | 'other' | 'unknown'

/** What comparing needs besides the words. */
export interface PartyContext {
  readonly scene: Scene
  readonly actors: ReadonlyMap<ActorId, Actor>
  /** True where the two are told by different voices, who may count the same people differently. */
  readonly disputed: boolean
}

/**
 * Whether two parties of one role may be the same: one actor; a group and its member; groups of one sort and count; a state
 * and those of its country; somebody named and his office in the words of the other; and, of parties that are no actors, those
 * of one head word, of which the later is not introduced anew ("an army post", "the post").
 */
export function comparePartiesOf(
  cx: PartyContext,
  one: readonly Participant[],
  two: readonly Participant[],
  reciprocal = false,
): Sameness {
  const known = (all: readonly Participant[]) => all.filter((each) => !isOpen(cx, each))
  const [a, b] = [known(one), known(two)]
  if (a.length === 0 || b.length === 0) return 'unknown'
  if (reciprocal && (isBothSides(cx, a, b) || isBothSides(cx, b, a))) return 'same'
  // "met the chairman", "met the chief": of two who met, both are the same or it was another meeting.
  if (reciprocal && a.length > 1 && b.length > 1) {
    const [few, many] = a.length <= b.length ? [a, b] : [b, a]
    return few.every((each) => many.some((other) => isSame(cx, each, other))) ? 'same' : 'other'
  }
  return a.some((each) => b.some((other) => isSame(cx, each, other))) ? 'same' : 'other'
}

/** "leaders' call", "the two sides": one word for all who are named one by one elsewhere. */
function isBothSides({ scene }: PartyContext, all: readonly Participant[], named: readonly Participant[]): boolean {
  const [only] = all
  if (only === undefined || all.length > 1 || named.length < 2) return false
  const head = tokensOfSpan(scene.tokens, only.head).first
  return scene.tokens.xpos[head] === 'NNS' && COLLECTIVE.has(scene.lemma(head))
}
const COLLECTIVE = new Set(
  'leader president premier minister side country neighbour neighbor capital government'.split(' '),
)

const ADJECTIVE = 0
const PRONOUN = /^(?:he|him|his|she|her|hers|they|them|their|it|its|we|us|our|you|i|me|who|whom|each|one another)$/i
const NEGATIVE = /^(?:none|nobody|no one|nothing|anyone|anybody|anything)\b/i

/** Words that name nobody by themselves: pronouns that lead to no actor, "none was requested", "the Norlandish pardon". */
export function isOpen({ scene }: Pick<PartyContext, 'scene'>, { actor, span, head }: Participant): boolean {
  const words = scene.text.slice(span.from, span.to)
  if (actor === null && scene.tokens.upos[tokensOfSpan(scene.tokens, head).first] === ADJECTIVE) return true
  return NEGATIVE.test(words) || (actor === null && PRONOUN.test(words))
}

function isSame(cx: PartyContext, a: Participant, b: Participant): boolean {
  if (a.actor !== null && a.actor === b.actor) return true
  const one = a.actor === null ? undefined : cx.actors.get(a.actor)
  const two = b.actor === null ? undefined : cx.actors.get(b.actor)
  if (!one || !two) return isSameWord(cx, a, b)
  if (a.includes.includes(two.id) || b.includes.includes(one.id)) return true
  if (one.kind === 'group' && two.kind === 'group') return isSameGroup(cx, a, b, one, two)
  if (one.kind === 'person' && two.kind === 'person') return isSameOffice(one, two) || isSameName(cx, a, b)
  // "the Algerian pardon", "President Roe pardoned her": whose president he is is not told.
  if (isLandless(one, two) || isLandless(two, one)) return true
  return (
    one.country !== null &&
    one.country === two.country &&
    (isGovernment(one) || isGovernment(two)) &&
    (one.kind === 'state' || two.kind === 'state' || one.kind === 'place' || two.kind === 'place')
  )
}

function isSameGroup(cx: PartyContext, a: Participant, b: Participant, one: Actor, two: Actor): boolean {
  if (one.country !== null && two.country !== null && one.country !== two.country) return false
  if (one.sector !== null && two.sector !== null && one.sector !== two.sector) return false
  const counted = a.count !== null || b.count !== null
  if (a.count === null || b.count === null || countsMeet(a.count, b.count))
    return one.sector !== null || counted || isSameWord(cx, a, b)
  // "handed over 17 servicemen", "only 15 of its soldiers": of one land and told otherwise by another voice.
  return cx.disputed && one.country !== null && one.country === two.country && !isRest(cx, b)
}

/** "The two others": by their name not those told before. */
function isRest({ scene }: PartyContext, { span }: Participant): boolean {
  return /\bothers?\b/i.test(scene.text.slice(span.from, span.to))
}

function isLandless(person: Actor, state: Actor): boolean {
  return person.kind === 'person' && person.sector === 'GOV' && person.country === null && state.kind === 'state'
}

/** "his Italian counterpart" and Italy's president: one of the two has no name, and they are of one land and one sort. */
function isSameOffice(one: Actor, two: Actor): boolean {
  if (isNamed(one) === isNamed(two)) return false
  return one.country !== null && one.country === two.country && one.sector !== null && one.sector === two.sector
}

/** "Arda teacher" of a headline and "an Arda teacher". */
function isSameName({ scene }: PartyContext, a: Participant, b: Participant): boolean {
  const bare = ({ span }: Participant) =>
    scene.text
      .slice(span.from, span.to)
      .toLowerCase()
      .replace(/^(?:the|an?)\s+/, '')
  return /\s/.test(bare(a)) && bare(a) === bare(b)
}

function isNamed({ name }: Actor): boolean {
  return /^\p{Lu}[^\s]*\s+(?:\S+\s+)*\p{Lu}/u.test(name)
}

/** Parties of which one is no actor: the same noun, alike in number, and the later no new one. */
function isSameWord({ scene }: PartyContext, a: Participant, b: Participant): boolean {
  const lemma = ({ head }: Participant) => scene.lemma(tokensOfSpan(scene.tokens, head).first)
  if (lemma(a) !== lemma(b)) return false
  if (a.count !== null && b.count !== null && !countsMeet(a.count, b.count)) return false
  return !/^(?:an?|another|other|two other|three other)\b/i.test(scene.text.slice(b.span.from, b.span.to))
}

function isGovernment(actor: Actor): boolean {
  return actor.kind === 'state' || actor.sector === 'GOV' || actor.sector === 'MIL'
}

function countsMeet(a: NonNullable<Participant['count']>, b: NonNullable<Participant['count']>): boolean {
  const top = (one: { high: number | null }) => one.high ?? Number.POSITIVE_INFINITY
  return a.low <= top(b) && b.low <= top(a)
}
