import type { Actor, RoleName, Span } from '../../model/index.ts'
import { coverOf, spanHolds } from '../../model/index.ts'
import type { EventType } from '../../ontology/index.ts'
import { agreements, type Pattern, people, type Slots, troops } from '../../ontology/index.ts'
import { spanOfTokens, tokensOfSpan } from '../../text/index.ts'
import type { Candidate } from './candidate.ts'
import type { Draft, DraftParticipant } from './draft.ts'
import type { Grammar } from './grammar.ts'
import { GIVING } from './lexicon.ts'
import { isSuffered, participantOf, participantsOf, withOwner } from './participants.ts'
import { isBareSite, isGivenThing, isNamedDoer, isOfNation, isParty, isWished, TERMS } from './parties.ts'
import { isTimeWord, type RoleContext } from './role-context.ts'
import { withoutScene, withoutSites } from './scenes.ts'

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
  const filled: Filled = { cx, candidate, slots, used, part, participants: [] }
  const asks = type.family === 'asks-and-answers' || type.name === 'investigation' || type.name === 'aid'
  const role = farRole(type)
  // TypeScript widens the keys of an object; they are role names by the type of Slots.
  const roles = Object.keys(type.roles) as RoleName[]
  // Who is asked, promised or refused something is somebody: things come only where nobody else is named.
  for (const one of roles) fillRole(filled, one, asks && one === role)
  let { participants } = filled
  participants = participants.map((one) => otherThanDoer(cx, one, participants))
  if (type.reciprocal && 'counterpart' in type.roles) {
    participants = shareSides(cx, 'counterpart', participants)
    participants = partSides(cx, participants)
  }
  // A place where sides meet is no side: engagements have only those that their slots name.
  const near = type.family === 'engagement' && (pattern.kind === 'noun' || cx.grammar.lemma(head) === 'discuss')
  if (AGREEING.has(cx.grammar.lemma(head)) && (role === 'addressee' || role === 'patient')) {
    const others = participants.filter((one) => one.role === role)
    // "British and Norlandish negotiators failed to agree on the border": they failed each other.
    if (
      others.every(
        (one) => !cx.world.isActor(one.head) || /^(?:on|in|at)$/.test(cx.grammar.prepositions(one.head)[0] ?? ''),
      )
    ) {
      const rest = participants.filter((one) => one.role !== role)
      const shared = shareSides(cx, role, rest)
      if (shared !== rest) participants = shared
    }
  }
  // "wants proof from the north", "demands a corridor to Jordan": what is wanted names places and people, and nobody it is put to.
  const isWish =
    type.name === 'demand' ||
    (type.name === 'request' &&
      (WISHING.has(cx.grammar.lemma(head)) ||
        participants.some((one) => one.role === 'theme' && isTimeWord(cx, one.head))))
  if (role && !near && !isWish && !hasOtherSide(participants)) {
    const objects = pattern.needs.some((need) => need.at === 'object') ? cx.positions.at(candidate, 'object') : []
    const found = farSide(cx, candidate, new Set([...used, ...part, ...objects]))
    const far = isWished(cx, type, found, participants) ? -1 : found
    if (far >= 0)
      participants.push(
        ...farSides(cx, far)
          .map((one) => withActAbove(cx, candidate, participantOf(cx, role, one)))
          .filter((one) => !asks || !isBareSite(cx, one)),
      )
  }
  if (role && asks && !hasOtherSide(participants)) {
    if (AGREEING.has(cx.grammar.lemma(head))) participants = shareSides(cx, 'addressee', participants)
    if (!hasOtherSide(participants)) {
      fillRole(filled, role, false)
      participants.push(...filled.participants.filter((one) => one.role === role && !isBareSite(cx, one)))
    }
  }
  participants = participants.filter(
    (one) =>
      !isInsideDoer(one, participants) && !(cx.grammar.lemma(head) === 'summon' && isNameOf(cx, one, participants)),
  )
  // "warned that it could force Norland to think again": a move forces, and not who tells of it.
  if (FORCING.has(cx.grammar.lemma(head)) && cx.grammar.form(Math.max(cx.grammar.doer(head), 0)) === 'it')
    participants = participants.filter((one) => one.role !== 'agent')
  participants = participants.map((one) => withOwner(cx, type.name === 'aid' ? withPlace(cx, one) : one))
  participants = withoutSites(cx, candidate, participants)
  participants = withoutScene(cx, candidate, participants)
  participants = asDeclared(cx, candidate, participants)
  if (pattern.kind === 'verb') participants = participants.map((one) => behindVerb(cx, head, one))
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

/** "Police bust trader": a headline that was read as one name holds its verb, and whom it is done to stands behind. */
function behindVerb(cx: RoleContext, verb: number, one: DraftParticipant): DraftParticipant {
  const from = cx.grammar.tokens.from[verb]!
  if (one.head < verb || one.span.from >= from || one.headSpan.to <= from) return one
  return { ...one, span: { ...one.span, from: cx.grammar.tokens.from[verb + 1] ?? one.span.from } }
}

/** "declared Roe wrongfully detained": who says so did not do it, and Roe is whom it was done to. */
function asDeclared(cx: RoleContext, { head, trigger }: Candidate, all: DraftParticipant[]): DraftParticipant[] {
  const { grammar } = cx
  if (grammar.tokens.xpos[head] !== 'VBN' || grammar.relation(head) !== 'xcomp' || grammar.isInfinitive(head))
    return all
  const above = grammar.head(head)
  if (above < 0 || !DECLARING.has(grammar.lemma(above))) return all
  const rest = all.filter((one) => one.role !== 'agent')
  const object = grammar.undergoer(above)
  if (object < 0 || !('patient' in trigger.type.roles) || rest.some((one) => one.role === 'patient')) return rest
  return [...rest, participantOf(cx, 'patient', object)]
}
const DECLARING = new Set('declare consider deem call find judge believe think'.split(' '))

/** "summoned the charge d'affaires, Jan Roe": the name of whom it is done to is not what it is about. */
function isNameOf({ grammar }: RoleContext, one: DraftParticipant, all: readonly DraftParticipant[]): boolean {
  if (one.role !== 'theme') return false
  const above = grammar.relation(one.head) === 'appos' ? grammar.head(one.head) : one.head
  return all.some(({ role, head, span }) => role === 'patient' && (head === above || spanHolds(one.span, span)))
}

/** "The request of President Roe" is made by her; her title is nobody beside her. */
function isInsideDoer(one: DraftParticipant, all: readonly DraftParticipant[]): boolean {
  if (one.role === 'agent' || one.role === 'theme') return false
  return all.some(({ role, span }) => role === 'agent' && spanHolds(span, one.span))
}

/** "to help people in Norland and Belmarra": those who are helped are told by where they are, wherever the parser hung it. */
function withPlace(cx: RoleContext, one: DraftParticipant): DraftParticipant {
  const { grammar, world } = cx
  const { tokens, tree } = grammar
  if (one.role !== 'patient' || grammar.relation(one.head) !== 'obj' || !world.isOf(one.head, people)) return one
  const { last } = tokensOfSpan(tokens, one.span)
  if (grammar.form(last) !== 'in') return one
  const place = tree
    .children(grammar.head(one.head))
    .find((child) => grammar.relation(child) === 'obl' && tree.extent(child).first === last)
  if (place === undefined || !world.isPlace(place) || isTimeWord(cx, place)) return one
  const spans = grammar.conjuncts(place).map((each) => cx.phrases.at(each).span)
  return { ...one, span: coverOf([one.span, ...spans]) ?? one.span }
}

const FORCING = new Set(['force', 'compel', 'coerce'])

const WISHING = new Set(['want', 'appeal'])

/** Sides that agree, or fail to, or fight are each other's other side where nobody else is named. */
const AGREEING = new Set('agree fail violate breach clash fight battle exchange trade skirmish'.split(' '))

function hasOtherSide(participants: readonly DraftParticipant[]): boolean {
  return participants.some((one) => one.role !== 'agent' && one.role !== 'theme')
}

/** What is known while the roles of one candidate are filled. */
interface Filled {
  readonly cx: RoleContext
  readonly candidate: Candidate
  readonly slots: Slots
  readonly used: Set<number>
  /** Objects that only complete the verb's meaning. */
  readonly part: ReadonlySet<number>
  readonly participants: DraftParticipant[]
}

/** Fills a role from the first of its positions that has somebody fit for it; with `parties`, only somebody who acts. */
function fillRole({ cx, candidate, slots, used, part, participants }: Filled, role: RoleName, parties: boolean): void {
  const { trigger, head } = candidate
  const { type } = trigger
  const matter = (type.roles[role]?.accepts.length ?? 0) === 0
  for (const position of slots[role] ?? []) {
    const heads = cx.positions
      .at(candidate, position)
      .filter((one) => one !== head && one !== candidate.companion && !used.has(one) && (matter || !part.has(one)))
      .filter((one) => role !== 'agent' || !isReflexive(cx, candidate, position, one))
      .filter(() => role !== 'agent' || position !== 'by' || !isWanted(cx, candidate))
      .filter((one) => (role !== 'addressee' && type.name !== 'aid') || matter || !isGiven(cx, type, position, one))
      .filter((one) => matter || role === 'agent' || !isOwn(cx, type, one, participants))
      .filter((one) => matter || !TERMS.has(cx.grammar.lemma(one)))
      .filter((one) => !parties || isParty(cx, one))
      .filter((one) => position !== 'clause.subject' || type.name !== 'request' || isNamedDoer(cx, one))
      // "the Sharm summit": where it is; a state is a side as well.
      .filter((one) => type.family !== 'engagement' || position !== 'mod*' || cx.phrases.at(one).kind !== 'place')
      .filter((one) => parties || matter || role !== 'addressee' || !cx.world.isOf(one, agreements))
    const made = heads.flatMap((one) => participantsOf(cx, type, role, one, head)).filter((one) => !used.has(one.head))
    if (made.length === 0) continue
    for (const one of made) used.add(one.head)
    const told = matter || role === 'agent' ? made : made.map((one) => withTheirAct(cx, candidate, position, one))
    participants.push(...told)
    break
  }
}

/** Acts that are answered by name: "rejected Norland's request", "condemned the court's ruling". */
const ANSWERS = new Set([
  'refusal',
  'criticism',
  'support',
  'statement',
  'meeting-refused',
  'investigation',
  'protest',
  'repression',
])
/** Positions of a party that is named only as the owner or maker of what is refused, criticized or praised. */
const OF_THEIRS = /^(.+)\.(poss|mod\*|by|from|of|doer-of|with|for|to|on|against|in\*)(?:\.person)?$/
const FAR_STEP = /^(?:with|for|to|on|against|in\*)$/
/** Longest phrase, in tokens, of a party and its act. */
const LONGEST_ACT = 14

/**
 * "rejected Norland's request": the words for whom it answers are the whole phrase, its head and actor are Norland. "condemned the
 * jailing of Roe": the whole phrase too, but nobody is blamed by name, least of all Roe.
 */
function withTheirAct(
  cx: RoleContext,
  candidate: Candidate,
  position: string,
  one: DraftParticipant,
): DraftParticipant {
  const [, path, step = ''] = (ANSWERS.has(candidate.trigger.type.name) && OF_THEIRS.exec(position)) || []
  if (path === undefined) return one
  const [act] = cx.positions.at(candidate, path)
  // "voiced support for Roe": the noun is a word of the act itself.
  const { needs } = candidate.trigger.pattern
  if (
    act !== undefined &&
    FAR_STEP.test(step) &&
    needs.some(({ at, oneOf }) => at === path && cx.world.isOf(act, oneOf))
  )
    return one
  if (act === undefined || cx.grammar.upos(act) !== 'NOUN') return one
  const { tokens } = cx.grammar
  if (cx.grammar.head(act) < 0) return one
  const core = { from: cx.phrases.at(act).span.from, to: tokens.to[act] ?? one.span.to }
  const span = coverOf([core, one.span]) ?? one.span
  const range = tokensOfSpan(tokens, span)
  if (range.last - range.first > LONGEST_ACT) return one
  const suffered = isSuffered(cx, act) && (step === 'of' || (step === 'poss' && isVictim(cx, act, one)))
  return suffered ? { ...one, span, phrase: null } : { ...one, span }
}

/** "Roe's arrest", not "Norland's arrest of Roe". */
function isVictim({ grammar }: RoleContext, act: number, { phrase }: DraftParticipant): boolean {
  if (phrase?.mention?.kind !== 'person') return false
  return !grammar.tree.children(act).some((child) => grammar.prepositions(child)[0] === 'of')
}

/** Parts, posts and ways of a side, which are told with it. */
const PARTS = new Set(
  'remnant remains part position stronghold post base site camp member supporter follower unit area region territory side rest ally group faction wing branch offshoot bastion outskirts center centre heart edge coast shore airport port headquarters office home house'.split(
    ' ',
  ),
)
/** Answers to what is long in words: the act is told whole. */
const ANSWERED = new Set(['refusal', 'criticism', 'support'])

/** "rejected appeals against the demolition of a village": the words are all from the thing refused to whose it is. */
function withActAbove(cx: RoleContext, candidate: Candidate, one: DraftParticipant): DraftParticipant {
  const { grammar } = cx
  const isAnswered = ANSWERED.has(candidate.trigger.type.name)
  let act = one.head
  for (let steps = 0; steps < FAR_DEPTH; steps++) {
    const above = grammar.head(act)
    if (grammar.relation(act) !== 'nmod' || above <= candidate.head || grammar.upos(above) !== 'NOUN') break
    // "the remnants of the army": a part or a site of a side is told with it.
    if (!isAnswered && (grammar.prepositions(act)[0] !== 'of' || !PARTS.has(grammar.lemma(above)))) break
    act = above
  }
  if (act === one.head) return one
  const span = coverOf([cx.phrases.at(act).span, one.span]) ?? one.span
  const range = tokensOfSpan(grammar.tokens, span)
  if (range.last - range.first > LONGEST_ACT) return one
  return isAnswered && isSuffered(cx, act) ? { ...one, span, phrase: null } : { ...one, span }
}

/** "continued their strike", "completed its withdrawal": the possessor stands for the subject of the light verb. */
function isReflexive(cx: RoleContext, candidate: Candidate, position: string, head: number): boolean {
  if (position !== 'poss' || cx.grammar.upos(head) !== 'PRON' || candidate.light?.kind !== 'gives') return false
  return cx.positions.at(candidate, 'subject').length > 0
}

/** "is wanted for extradition by Norland": who wants it is not who would do it. */
function isWanted({ grammar }: RoleContext, { trigger, head }: Candidate): boolean {
  if (trigger.pattern.kind !== 'noun' || grammar.prepositions(head)[0] !== 'for') return false
  const verb = grammar.head(head)
  return verb >= 0 && WANTING.has(grammar.lemma(verb)) && grammar.isPassive(verb)
}
const WANTING = new Set(['want', 'seek'])

/** "Roe blamed him": a plain pronoun is not the doer, whatever it was resolved to. */
function otherThanDoer(cx: RoleContext, one: DraftParticipant, all: readonly DraftParticipant[]): DraftParticipant {
  if (one.role === 'agent' || one.role === 'theme') return one
  // "accused some of them": a part of others, not the doer.
  const ofOthers =
    cx.world.isQuantity(one.head) &&
    cx.grammar.tree.children(one.head).some((child) => cx.grammar.upos(child) === 'PRON')
  if (cx.grammar.upos(one.head) !== 'PRON' && !ofOthers) return one
  if (/self$|selves$/.test(cx.grammar.form(one.head)) || cx.grammar.relation(one.head) === 'nmod') return one
  const actor = one.phrase?.mention?.actor
  if (!actor || !all.some((other) => other.role === 'agent' && other.phrase?.mention?.actor === actor)) return one
  if (ofOthers) return { ...one, phrase: null }
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

/** "voiced his support for her": the possessor who is the doer is not the other side. */
function isOwn(cx: RoleContext, type: EventType, head: number, participants: readonly DraftParticipant[]): boolean {
  if (cx.grammar.tokens.relation[head] !== 'nmod:poss') return false
  const { actor } = cx.phrases.at(head)
  const doers = participants.filter((one) => one.role === 'agent')
  if (cx.grammar.upos(head) === 'PRON') return doers.length > 0 && (actor === null || isAmong(actor, doers, false))
  return actor !== null && isAmong(actor, doers, type.name === 'support')
}

/** The actor is one of the doers, or the state that one of them speaks for ("Egypt's support", said its ministry). */
function isAmong(actor: Actor, doers: readonly DraftParticipant[], speaksForPower: boolean): boolean {
  return doers.some(({ phrase }) => {
    const doer = phrase?.actor
    if (!doer) return false
    const isPower =
      actor.kind === 'state' || (speaksForPower && actor.kind === 'organization' && actor.sector === 'GOV')
    return doer.id === actor.id || (isPower && doer.country !== null && doer.country === actor.country)
  })
}

/** "ready to send troops", "agreed to set up two hospitals": what is given or made is nobody it is promised to. */
function isGiven(cx: RoleContext, type: EventType, position: string, head: number): boolean {
  if (!position.includes('object') || isSupplied(cx, head)) return false
  if (type.name === 'promise' && cx.world.isOf(head, troops) && cx.grammar.childOf(head, 'amod') < 0) return true
  const { grammar } = cx
  return grammar.relation(head) === 'obj' && GIVING.has(grammar.lemma(grammar.head(head)))
}

/** "provide Norland with technology": who is given something stands as the object. */
function isSupplied({ grammar, world }: RoleContext, head: number): boolean {
  const verb = grammar.head(head)
  if (grammar.relation(head) !== 'obj' || verb < 0 || !SUPPLYING.has(grammar.lemma(verb))) return false
  const isWith = grammar.tree.children(verb).some((one) => one > head && grammar.prepositions(one)[0] === 'with')
  return isWith && (world.isActor(head) || world.isPlace(head))
}
const SUPPLYING = new Set(['provide', 'supply', 'furnish', 'equip', 'present', 'arm'])

/** The role of the other side where an act of states bears on one; null for types that are about persons. */
export function farRole(type: EventType): RoleName | null {
  for (const role of ['counterpart', 'addressee', 'patient', 'host'] as const) {
    if (type.roles[role]?.accepts.includes('state')) return role
  }
  return null
}

const OFFERING = new Set(['offer', 'promise', 'pledge'])
const WHEN = new Set(['after', 'before', 'since', 'until'])
const ABOUT = new Set(['on', 'about', 'over', 'regarding', 'concerning'])
const AT_PLACE = new Set(['in', 'at', 'near', 'on'])
const BESIDE = new Set(['about', 'in', 'at', 'near', 'after'])
const OCCASIONS = new Set(['in', 'at', 'after', 'before'])
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
  inside: 4,
  within: 4,
  about: 2,
  by: 3,
  around: 5,
  throughout: 4,
  across: 5,
  along: 5,
}
/** How deep below the trigger the other side may stand. */
const FAR_DEPTH = 4

/** Most sides in a row; a longer one is a list that the parser mistook. */
const MOST_SIDES = 8

/** The side and those named in a row with it: "in Belmarra and Norland". */
export function farSides(cx: RoleContext, far: number): readonly number[] {
  return cx.grammar
    .conjuncts(far)
    .slice(0, MOST_SIDES)
    .filter((one) => one === far || cx.world.isActor(one) || cx.world.isPlace(one))
}

/**
 * The other side where no slot has it: the nearest actor or place right of the trigger within its clause, by
 * preposition ("an inquiry into abuses by the army"). -1 where there is none.
 */
function farSide(cx: RoleContext, candidate: Candidate, used: ReadonlySet<number>): number {
  const { grammar, world } = cx
  const { type } = candidate.trigger
  const isMeeting = type.family === 'engagement' && type.reciprocal
  const isInquiry = type.name === 'investigation'
  let best = -1
  let bestCost = Number.POSITIVE_INFINITY
  const queue: (readonly [number, number])[] = [[candidate.head, 0]]
  if (candidate.carrier >= 0 && candidate.carrier !== candidate.head) queue.push([candidate.carrier, 0])
  for (let at = 0; at < queue.length; at++) {
    const [index, depth] = queue[at]!
    for (const child of grammar.tree.children(index)) {
      const full = grammar.tokens.relation[child] ?? ''
      const rel = grammar.relation(child)
      if (child < candidate.head || !FAR_RELATIONS.has(rel)) continue
      // "the embargo that it imposed on Norland"
      if (full === 'acl:relcl' && !IMPOSED.has(grammar.lemma(child))) continue
      if (rel === 'conj' && grammar.upos(child) === 'VERB') continue
      // "will look into it, days after half of the council asked": what else happened then.
      const isWhen = WHEN.has(grammar.prepositions(child)[0] ?? '')
      if (isWhen && (grammar.childOf(child, 'acl') >= 0 || grammar.tokens.relation[index] === 'acl:relcl')) continue
      if ((rel === 'advcl' || (rel === 'acl' && full !== 'acl:relcl')) && !opensFar(grammar, child)) continue
      if (depth + 1 < FAR_DEPTH) queue.push([child, depth + 1])
      const tag = grammar.upos(child)
      if (tag === 'VERB' || child === candidate.head || used.has(child) || isTimeWord(cx, child)) continue
      if (full === 'nmod:poss' && tag === 'PRON') continue
      if (isGivenThing(grammar, child)) continue
      // Sides meet in a place; it is none of them.
      if (isMeeting && AT_PLACE.has(grammar.prepositions(child)[0] ?? '')) continue
      // "offered ten monitors": what is offered.
      if (rel === 'obj' && index === candidate.head && OFFERING.has(grammar.lemma(index))) continue
      // "was said to have offered gas at Arda": where is not to whom.
      if (type.name === 'promise' && /^(?:at|near)$/.test(grammar.prepositions(child)[0] ?? '')) continue
      // "offered talks on the captives": what they would be about.
      if (type.name === 'meeting-agreed' && ABOUT.has(grammar.prepositions(child)[0] ?? '')) continue
      // "agreed to a second round in Oslo": where, when and about what is no side.
      const isPact = type.name === 'meeting-agreed' || type.name === 'agreement'
      if (isPact && BESIDE.has(grammar.prepositions(child)[0] ?? '')) continue
      // "met at the home of Roe", "at the invitation of Norland": who only gives the place or the occasion.
      if (isMeeting && OCCASIONS.has(grammar.prepositions(index)[0] ?? '')) continue
      // "handed the inquiry to the agency": who does it now.
      if (isInquiry && grammar.prepositions(child)[0] === 'to') continue
      if (!world.isPlace(child) && !world.isActor(child) && !isOfNation(cx, child)) continue
      // What is sent, moved or given is not the side it is sent to.
      if (MOVING.has(candidate.trigger.type.name) && world.isOf(child, troops) && isMoved(grammar, child)) continue
      if (TERMS.has(grammar.lemma(child))) continue
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

/** "sent troops", "the deployment of troops": what is moved, not whom it is moved to. */
function isMoved(grammar: Grammar, noun: number): boolean {
  const rel = grammar.relation(noun)
  if (rel === 'obj') {
    const verb = grammar.lemma(grammar.head(noun))
    return verb !== 'help' && verb !== 'assist' && verb !== 'support' && verb !== 'relieve' && verb !== 'protect'
  }
  return rel !== 'obl' && rel !== 'nmod' ? true : grammar.prepositions(noun)[0] === 'of'
}
/** "agreed to lift ...", "sanctions imposed on ...": clauses in which the other side may stand. */
function opensFar(grammar: Grammar, clause: number): boolean {
  if (grammar.tree.children(clause).some((one) => grammar.form(one) === 'to')) return true
  // "by shelling the town", "on helping refugees"
  const isGerund = grammar.tokens.xpos[clause] === 'VBG' && grammar.relation(clause) === 'advcl'
  if (isGerund && grammar.tree.children(clause).some((one) => MEANS.has(grammar.form(one)))) return true
  return grammar.tokens.xpos[clause] === 'VBN' && IMPOSED.has(grammar.lemma(clause))
}
const MEANS = new Set(['by', 'on', 'for'])
const IMPOSED = new Set('impose declare place slap put levy introduce enact station deploy base direct'.split(' '))

function triggerSpan(grammar: Grammar, head: number, companion: number): Span {
  const isCut = head > 1 && /^[-–‑]$/.test(grammar.form(head - 1)) && grammar.lemma(head) !== grammar.form(head)
  const own = spanOfTokens(grammar.tokens, isCut && grammar.upos(head) === 'NOUN' ? head - 2 : head, head + 1)
  if (companion < 0 || Math.abs(companion - head) > 2) return own
  return coverOf([own, spanOfTokens(grammar.tokens, companion, companion + 1)]) ?? own
}

/** "envoys of Norland and Belmarra have met": each of the two sent some. */
function partSides(cx: RoleContext, participants: DraftParticipant[]): DraftParticipant[] {
  const [only] = participants.filter((one) => one.role === 'agent')
  if (only === undefined || participants.some((one) => one.role === 'counterpart')) return participants
  if (participants.filter((one) => one.role === 'agent').length > 1 || cx.grammar.tokens.xpos[only.head] !== 'NNS')
    return participants
  for (const child of cx.grammar.tree.children(only.head)) {
    const preposition = cx.grammar.prepositions(child)[0]
    if (child < only.head || (preposition !== 'of' && preposition !== 'from')) continue
    const sides = cx.grammar.conjuncts(child).filter((one) => cx.world.isPlace(one) || cx.world.isActor(one))
    const second = sides[1]
    if (sides.length !== 2 || second === undefined) continue
    const made = participantOf(cx, 'counterpart', second)
    // The two may have been read as one name.
    if (made.span.from > (cx.grammar.tokens.from[child] ?? 0)) return [...participants, made]
  }
  return participants
}

/** Sides of a reciprocal event: who is named first is agent, the other counterpart. */
function shareSides(cx: RoleContext, role: RoleName, participants: DraftParticipant[]): DraftParticipant[] {
  const agents = participants.filter((one) => one.role === 'agent')
  const counterparts = participants.filter((one) => one.role === role)
  const first = agents[0]
  if (counterparts.length > 0 || agents.length < 2 || !first) return participants
  // "the president and his wife held a banquet": one side.
  if (agents.some((one) => KIN.has(cx.grammar.lemma(one.head)) || KIN.has(firstWord(cx, one)))) return participants
  return participants.map((one) => (one.role === 'agent' && one !== first ? { ...one, role } : one))
}

/** Those who come with somebody. */
const KIN = new Set(['wife', 'husband', 'spouse', 'daughter', 'son', 'delegation', 'entourage'])

function firstWord(cx: RoleContext, { phrase, span }: DraftParticipant): string {
  const { first } = tokensOfSpan(cx.grammar.tokens, phrase?.span ?? span)
  return cx.grammar.lemma(first)
}
