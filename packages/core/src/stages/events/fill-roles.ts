import type { ActorId, Count, RoleName, Span, TimeExpression } from '../../model/index.ts'
import { coverOf } from '../../model/index.ts'
import type { EventType } from '../../ontology/index.ts'
import { type Pattern, people, type Slots, troops } from '../../ontology/index.ts'
import { spanOfTokens, tokensOfSpan } from '../../text/index.ts'
import type { Candidate } from './candidate.ts'
import type { Draft, DraftParticipant } from './draft.ts'
import type { Grammar } from './grammar.ts'
import type { Phrase, Phrases } from './phrases.ts'
import type { Positions } from './positions.ts'
import type { World } from './world.ts'

/** A phrase of more conjuncts than this is a list that the parser mistook; the rest is left out. */
const MOST_CONJUNCTS = 8
/** Most tokens of a theme. */
const LONGEST_THEME = 14

const MEASURES_OF_TIME = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december year month week day hour minute decade century today yesterday tomorrow morning evening night afternoon weekend time moment'.split(
    ' ',
  ),
)

export interface RoleContext {
  readonly grammar: Grammar
  readonly phrases: Phrases
  readonly positions: Positions
  readonly world: World
  readonly times: readonly TimeExpression[]
  /** Times by the sentence they stand in, and the words that belong to one. */
  readonly timesOf: ReadonlyMap<number, readonly TimeExpression[]>
  readonly timeWords: ReadonlySet<number>
}

/** Binds the words around a trigger to the roles of its type, as the slots of the pattern say. */
export function fillRoles(cx: RoleContext, candidate: Candidate): Draft {
  const { trigger, head, companion, light } = candidate
  const { type, pattern } = trigger
  const slots = pattern.slots ?? (pattern.kind === 'noun' ? type.slots.noun : type.slots.verb)
  const used = new Set<number>()
  const part = new Set(isPart(pattern, pattern.slots ?? {}) ? cx.positions.at(candidate, 'object') : [])
  for (const one of [...part]) {
    if (cx.grammar.lemma(one) !== 'state') continue
    for (const child of cx.grammar.tree.children(one)) if (cx.grammar.relation(child) === 'nmod') part.add(child)
  }
  let participants: DraftParticipant[] = []
  // TypeScript widens the keys of an object; they are role names by the type of Slots.
  for (const role of Object.keys(type.roles) as RoleName[]) {
    for (const position of slots[role] ?? []) {
      const matter = (type.roles[role]?.accepts.length ?? 0) === 0
      const heads = cx.positions
        .at(candidate, position)
        .filter((one) => one !== head && !used.has(one) && (matter || !part.has(one)))
        .filter((one) => type.name !== 'promise' || role !== 'addressee' || !isGiven(cx, position, one))
      const made = heads
        .flatMap((one) => participantsOf(cx, type, role, one, head))
        .filter((one) => !used.has(one.head))
      if (made.length === 0) continue
      for (const one of made) used.add(one.head)
      participants.push(...made)
      break
    }
  }
  participants = participants.map((one) => otherThanDoer(cx, one, participants))
  if (type.reciprocal && 'counterpart' in type.roles) participants = shareSides('counterpart', participants)
  else if (type.name === 'promise' && cx.grammar.lemma(head) === 'agree')
    participants = shareSides('addressee', participants)
  const role = farRole(type)
  // A place where sides meet is no side: engagements have only those that their slots name.
  const near = type.family === 'engagement' && pattern.kind === 'noun'
  if (role && !near && !participants.some((one) => one.role !== 'agent' && one.role !== 'theme')) {
    const objects = pattern.needs.some((need) => need.at === 'object') ? cx.positions.at(candidate, 'object') : []
    const far = farSide(cx, candidate, new Set([...used, ...part, ...objects]))
    if (far >= 0) participants.push(participantOf(cx, role, far))
  }
  return {
    type,
    pattern,
    head,
    carrier: candidate.carrier >= 0 ? candidate.carrier : head,
    light,
    trigger: triggerSpan(cx.grammar, head, companion),
    participants,
    derived: false,
    status: 'happened',
    stance: 'asserts',
    reason: '',
    theme: null,
    cameo: pattern.cameo,
  }
}

/** "Roe blamed him": a plain pronoun is not the doer, whatever it was resolved to. */
function otherThanDoer(cx: RoleContext, one: DraftParticipant, all: readonly DraftParticipant[]): DraftParticipant {
  if (one.role === 'agent' || one.role === 'theme' || cx.grammar.upos(one.head) !== 'PRON') return one
  if (/self$|selves$/.test(cx.grammar.form(one.head)) || cx.grammar.relation(one.head) === 'nmod') return one
  const actor = one.phrase?.mention?.actor
  if (!actor || !all.some((other) => other.role === 'agent' && other.phrase?.mention?.actor === actor)) return one
  const span = spanOfTokens(cx.grammar.tokens, one.head, one.head + 1)
  return { ...one, phrase: null, span, headSpan: span }
}

/** Objects that only complete the verb's meaning ("open fire", "impose a curfew") are nobody's patient. */
function isPart(pattern: Pattern, own: Slots): boolean {
  if (Object.values(own).some((positions) => positions.includes('object'))) return false
  if (pattern.objectIsPart) return true
  return pattern.needs.some(
    ({ at, oneOf }) =>
      at === 'object' && oneOf.kinds.length === 0 && !oneOf.pronouns && !someOf(oneOf.lemmas, people.lemmas),
  )
}

function someOf(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one) || one === '*') return true
  return false
}

/** "ready to send troops": what is promised is nobody it is promised to. */
function isGiven(cx: RoleContext, position: string, head: number): boolean {
  return position.includes('object') && cx.world.isOf(head, troops) && cx.grammar.childOf(head, 'amod') < 0
}

/** The role of the other side where an act of states bears on one; null for types that are about persons. */
function farRole(type: EventType): RoleName | null {
  for (const role of ['counterpart', 'addressee', 'patient', 'host'] as const) {
    if (type.roles[role]?.accepts.includes('state')) return role
  }
  return null
}

const MOVING = new Set(['mobilization', 'promise', 'aid', 'withdrawal'])
const FAR_RELATIONS = new Set(['obj', 'iobj', 'obl', 'nmod', 'xcomp', 'advcl', 'acl', 'conj'])
const FAR_PREPOSITIONS: Readonly<Record<string, number>> = {
  against: 0,
  on: 1,
  to: 1,
  with: 1,
  for: 2,
  from: 2,
  toward: 1,
  towards: 1,
  over: 2,
  of: 3,
  between: 2,
  at: 3,
  in: 4,
  into: 3,
  near: 5,
  across: 5,
  along: 5,
}
/** How deep below the trigger the other side may stand. */
const FAR_DEPTH = 4

/**
 * The other side where no slot has it: the nearest actor or place right of the trigger within its clause, by
 * preposition ("an inquiry into abuses by the army"). -1 where there is none.
 */
function farSide(cx: RoleContext, candidate: Candidate, used: ReadonlySet<number>): number {
  const { grammar, world } = cx
  let best = -1
  let bestCost = Number.POSITIVE_INFINITY
  const queue: (readonly [number, number])[] = [[candidate.head, 0]]
  if (candidate.carrier >= 0 && candidate.carrier !== candidate.head) queue.push([candidate.carrier, 0])
  for (let at = 0; at < queue.length; at++) {
    const [index, depth] = queue[at]!
    for (const child of grammar.tree.children(index)) {
      const full = grammar.tokens.relation[child] ?? ''
      const rel = grammar.relation(child)
      if (child < candidate.head || full === 'acl:relcl' || !FAR_RELATIONS.has(rel)) continue
      if (rel === 'conj' && grammar.upos(child) === 'VERB') continue
      if ((rel === 'advcl' || rel === 'acl') && !grammar.tree.children(child).some((one) => grammar.form(one) === 'to'))
        continue
      if (depth + 1 < FAR_DEPTH) queue.push([child, depth + 1])
      const tag = grammar.upos(child)
      if (tag === 'VERB' || used.has(child) || isTimeWord(cx, child)) continue
      if (!world.isPlace(child) && !world.isActor(child)) continue
      // What is sent, moved or given is not the side it is sent to.
      if (MOVING.has(candidate.trigger.type.name) && world.isOf(child, troops)) continue
      const preposition = grammar.prepositions(child)[0]
      const weight = preposition === undefined ? 1 : FAR_PREPOSITIONS[preposition]
      if (weight === undefined) continue
      const cost = depth * 2 + weight
      if (cost < bestCost) {
        best = child
        bestCost = cost
      }
    }
  }
  return best
}

function triggerSpan(grammar: Grammar, head: number, companion: number): Span {
  const own = spanOfTokens(grammar.tokens, head, head + 1)
  if (companion < 0 || Math.abs(companion - head) > 2) return own
  return coverOf([own, spanOfTokens(grammar.tokens, companion, companion + 1)]) ?? own
}

function participantsOf(
  cx: RoleContext,
  type: EventType,
  role: RoleName,
  head: number,
  trigger: number,
): DraftParticipant[] {
  const accepts = type.roles[role]?.accepts ?? []
  if (accepts.length === 0) return isTimeWord(cx, head) ? [] : [themeOf(cx, head, trigger)]
  const heads = cx.grammar.conjuncts(head).slice(0, MOST_CONJUNCTS)
  const others = joinOthers(cx, role, heads)
  if (others) return [others]
  return heads
    .filter((one) => isFit(cx, role, one) && isDoer(cx, type, role, one))
    .map((one) => participantOf(cx, role, speakerFor(cx, role, one)))
}

/** Only somebody arrests, frees, meets: a thing that the parser gives as the doer is none. */
function isDoer(cx: RoleContext, type: EventType, role: RoleName, head: number): boolean {
  if (role !== 'agent' || (type.family !== 'custody' && type.family !== 'engagement')) return true
  return cx.world.isActor(head) || cx.world.isPlace(head) || cx.world.isQuantity(head) || cx.world.isOf(head, people)
}

/** "The front has said it will ...": a pronoun that nothing else resolves is the one who says it. */
function speakerFor(cx: RoleContext, role: RoleName, head: number): number {
  const { grammar, phrases } = cx
  if (role !== 'agent' || grammar.upos(head) !== 'PRON' || grammar.relation(head) !== 'nsubj') return head
  const mention = phrases.at(head).mention
  if (mention !== null && mention.form !== 'pronoun') return head
  const word = grammar.form(head)
  if (word !== 'it' && word !== 'he' && word !== 'she' && word !== 'they') return head
  const speaker = cx.positions.speakerOf(grammar.head(head))
  return speaker >= 0 &&
    grammar.upos(speaker) !== 'PRON' &&
    grammar.tokens.sentence[speaker] === grammar.tokens.sentence[head]
    ? speaker
    : head
}

function isFit(cx: RoleContext, role: RoleName, head: number): boolean {
  const { grammar, world } = cx
  const tag = grammar.upos(head)
  if (
    tag !== 'NOUN' &&
    tag !== 'PROPN' &&
    tag !== 'PRON' &&
    tag !== 'NUM' &&
    tag !== 'ADJ' &&
    tag !== 'X' &&
    tag !== 'DET'
  )
    return false
  if (role === 'place-to' || role === 'place-from') return world.isPlace(head) || grammar.lemma(head) === 'country'
  if (tag === 'PRON' && !world.isActor(head) && grammar.form(head) !== 'it' && grammar.form(head) !== 'its')
    return false
  if (tag === 'ADJ' && !world.isActor(head)) return false
  if (role === 'counterpart' && !world.isActor(head) && !world.isPlace(head)) return false
  return !isTimeWord(cx, head)
}

function isTimeWord(cx: RoleContext, head: number): boolean {
  if (MEASURES_OF_TIME.has(cx.grammar.lemma(head))) return true
  return cx.timeWords.has(head)
}

function participantOf(cx: RoleContext, role: RoleName, head: number): DraftParticipant {
  const phrase = located(cx, named(cx, cx.phrases.at(head)))
  return {
    role,
    head,
    phrase,
    span: phrase.span,
    headSpan: phrase.headSpan,
    count: phrase.count,
    includes: phrase.includes,
    theme: null,
  }
}

/** "the northern city of X", "X province", "thousands of Xs": who or where is meant stands below the head. */
function meant(cx: RoleContext, phrase: Phrase): Phrase {
  const { grammar, phrases, world } = cx
  const isPlaceNoun = world.isPlace(phrase.head) && grammar.upos(phrase.head) === 'NOUN'
  if (!isPlaceNoun && !world.isQuantity(phrase.head)) return phrase
  for (const child of grammar.tree.children(phrase.head)) {
    const rel = grammar.relation(child)
    const isOf = rel === 'nmod' && grammar.prepositions(child)[0] === 'of'
    if (!isOf && !(isPlaceNoun && (rel === 'compound' || rel === 'appos'))) continue
    const below = phrases.at(child)
    if (below.mention === null) continue
    return {
      ...below,
      head: phrase.head,
      span: coverOf([phrase.span, below.span]) ?? phrase.span,
      headSpan: phrase.headSpan,
      count: phrase.count ?? below.count,
    }
  }
  return phrase
}

/** Longest phrase, in tokens, that takes in its place: "opposition groups in Belmarra". */
const LONGEST_LOCATED = 9

/** A nominal with the place or the people right behind it: "authorities in Belmarra", "a worker for a company". */
function located(cx: RoleContext, phrase: Phrase): Phrase {
  const { grammar, world } = cx
  const { tokens, tree } = grammar
  if (phrase.mention?.form === 'name' || grammar.upos(phrase.head) === 'PROPN' || grammar.upos(phrase.head) === 'PRON')
    return phrase
  const range = tokensOfSpan(tokens, phrase.span)
  let last = range.last
  for (const child of tree.children(phrase.head)) {
    if (child < phrase.head || grammar.relation(child) !== 'nmod') continue
    const extent = tree.extent(child)
    if (extent.first !== last || extent.last - range.first > LONGEST_LOCATED) continue
    const preposition = grammar.prepositions(child)[0]
    if (preposition === undefined || !LOCATING.has(preposition) || isTimeWord(cx, child)) continue
    if (!world.isPlace(child) && !world.isActor(child)) continue
    last = extent.last
    while (last > child + 1 && grammar.upos(last - 1) === 'PUNCT') last--
  }
  return last === range.last ? phrase : { ...phrase, span: spanOfTokens(tokens, range.first, last) }
}
const LOCATING = new Set(['in', 'of', 'at', 'near', 'for', 'from', 'around', 'within'])

/** "key ally Belmarra": a name right behind a nominal that nobody else heads is who the nominal describes. */
function named(cx: RoleContext, phrase: Phrase): Phrase {
  const { grammar, phrases } = cx
  if (phrase.mention === null) return meant(cx, phrase)
  if (phrase.mention.form !== 'nominal') return phrase
  const next = phrase.mention.head + 1
  if (next >= grammar.tokens.length || grammar.upos(next) !== 'PROPN' || grammar.prepositions(next).length > 0)
    return phrase
  if (grammar.tokens.from[next] !== phrase.span.to + 1) return phrase
  let top = next
  for (let steps = 0; steps < 3 && grammar.head(top) > next && grammar.upos(grammar.head(top)) === 'PROPN'; steps++)
    top = grammar.head(top)
  const name = phrases.at(top)
  if (name.mention?.form !== 'name' || name.span.from < phrase.span.to || grammar.relation(top) === 'nsubj')
    return phrase
  return { ...name, span: coverOf([phrase.span, name.span]) ?? name.span, count: null }
}

/** "Jane Roe and 13 others" is one participant of 14 that includes the named. */
function joinOthers(cx: RoleContext, role: RoleName, heads: readonly number[]): DraftParticipant | null {
  const last = heads.at(-1)
  if (last === undefined || heads.length < 2) return null
  const { grammar } = cx
  const word = grammar.lemma(last)
  const isRest =
    word === 'other' || grammar.tree.children(last).some((child) => child < last && grammar.lemma(child) === 'other')
  if (!isRest) return null
  const phrases = heads.map((one) => cx.phrases.at(one))
  const rest = phrases.at(-1)!
  if (!rest.count) return null
  const named = phrases.slice(0, -1)
  const span = coverOf(phrases.map((one) => one.span)) ?? rest.span
  const more = named.reduce((sum, one) => sum + (one.count?.low ?? 1), 0)
  const count: Count = {
    low: rest.count.low + more,
    high: rest.count.high === null ? null : rest.count.high + more,
    words: grammar.text.slice(span.from, span.to),
    about: rest.count.about,
  }
  const includes: ActorId[] = named.flatMap((one: Phrase) => (one.mention?.actor ? [one.mention.actor] : []))
  return { role, head: last, phrase: rest, span, headSpan: rest.headSpan, count, includes, theme: null }
}

/** A theme is a thing or a clause: its words from its head's first modifier to its end, without a long tail. */
export function themeOf(cx: RoleContext, head: number, trigger: number): DraftParticipant {
  const { grammar } = cx
  const { tokens, tree } = grammar
  const headSpan = spanOfTokens(tokens, head, head + 1)
  const phrase = cx.phrases.at(head)
  let span = phrase.span
  if (grammar.upos(head) === 'VERB' || grammar.upos(head) === 'AUX') {
    let last = head + 1
    for (const child of tree.children(head)) {
      const rel = grammar.relation(child)
      if (child < head || (rel !== 'obj' && rel !== 'obl' && rel !== 'compound' && rel !== 'xcomp' && rel !== 'iobj'))
        continue
      const end = Math.min(tree.extent(child).last, head + LONGEST_THEME)
      if (end > last && end - head <= LONGEST_THEME) last = end
    }
    span = spanOfTokens(tokens, head, last)
  } else {
    const extent = tree.extent(head)
    if (extent.last - extent.first <= LONGEST_THEME && !(extent.first <= trigger && trigger < extent.last)) {
      let first = extent.first
      while (
        first < head &&
        (grammar.relation(first) === 'case' || grammar.relation(first) === 'mark' || grammar.upos(first) === 'PUNCT')
      )
        first++
      span = spanOfTokens(tokens, first, extent.last)
    }
  }
  return { role: 'theme', head, phrase: null, span, headSpan, count: null, includes: [], theme: null }
}

/** Sides of a reciprocal event: who is named first is agent, the other counterpart. */
function shareSides(role: RoleName, participants: DraftParticipant[]): DraftParticipant[] {
  const agents = participants.filter((one) => one.role === 'agent')
  const counterparts = participants.filter((one) => one.role === role)
  const first = agents[0]
  if (counterparts.length > 0 || agents.length < 2 || !first) return participants
  return participants.map((one) => (one.role === 'agent' && one !== first ? { ...one, role } : one))
}
