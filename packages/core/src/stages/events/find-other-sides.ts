import type { RoleName } from '../../model/index.ts'
import type { Draft, DraftParticipant } from './draft.ts'
import { farRole } from './fill-roles.ts'
import { SAYING_NOUNS } from './lexicon.ts'
import { participantOf } from './participants.ts'
import { isOfNation } from './parties.ts'
import { isTimeWord, type RoleContext } from './role-context.ts'

/** What answers somebody's words: who spoke them is the other side. */
const ANSWERS = new Set(['concession', 'refusal', 'statement'])
const ASKED = new Set(['request', 'demand', 'accusation', 'criticism'])
/** What is said to somebody, or waits for what somebody does. */
const SAID = new Set([
  'request',
  'demand',
  'promise',
  'refusal',
  'threat',
  'apology',
  'accusation',
  'criticism',
  'support',
])
const WAITING = new Set(['promise', 'refusal', 'threat'])
const CONDITIONS = new Set(['until', 'unless', 'before', 'if'])
/** Prepositions by which a demand names whom it is made of. */
const TO_ASKED = new Set(['to', 'on', 'of', 'for', 'against'])
/** Roles that can be the other side of an act about an act. */
const BORNE = new Set<RoleName>(['patient', 'counterpart', 'addressee', 'host'])

/**
 * Finds the other side that stands beyond the words of the act itself: who asked what is now conceded or refused, who
 * was told ("wrote to Roe threatening ..."), on whom the promised or refused act bears, and on whose deed it waits
 * ("will not lift it until Norland withdraws"). Changes drafts; themes must be joined.
 */
export function findOtherSides(cx: RoleContext, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    joinMeeting(cx, draft)
    findParted(cx, draft)
  }
  for (const draft of drafts) {
    if (ANSWERS.has(draft.type.name)) answer(cx, draft)
    const role = farRole(draft.type)
    if (role === null) continue
    const third = thirdSide(cx, draft)
    if (third.length > 0) {
      draft.participants = draft.participants.map((one) => (one.role === role ? { ...one, role: 'agent' } : one))
      draft.participants.push(...third.map((one) => ({ ...one, role, theme: null })))
      continue
    }
    // A thing beside the act ("the border") gives way to somebody who was spoken to.
    const others = draft.participants.filter((one) => one.role !== 'agent' && one.role !== 'theme')
    if (others.some((one) => one.phrase?.actor)) continue
    const found = others.length > 0 ? toldOf(cx, draft) : sidesOf(cx, draft, drafts)
    if (found.length === 0) continue
    draft.participants = draft.participants.filter((one) => !others.includes(one))
    draft.participants.push(...found.map((one) => ({ ...one, role, theme: null })))
  }
}

/** "accepted the demands of the rebels": the rebels are answered, and who accepts is who was asked. */
function answer(cx: RoleContext, draft: Draft): void {
  const theme = draft.participants.find((one) => one.role === 'theme')?.theme
  if (!theme || !ASKED.has(theme.type.name) || theme.pattern.kind !== 'noun') return
  const role = farRole(draft.type)
  const asking = theme.participants.filter((one) => one.role === 'agent')
  const answering = draft.participants.filter((one) => one.role === 'agent')
  if (role === null || answering.length === 0) return
  if (asking.length > 0) {
    const rest = draft.participants.filter((one) => one.role === 'agent' || one.role === 'theme')
    const named = draft.participants.filter(
      (one) => !rest.includes(one) && asking.some((each) => each.head === one.head),
    )
    draft.participants = [...rest, ...(named.length > 0 ? named : asking.map((one) => ({ ...one, role })))]
  }
  const askedRole = farRole(theme.type)
  if (askedRole === null) return
  const stays = theme.participants.some(
    (one) => one.role === askedRole && TO_ASKED.has(cx.grammar.prepositions(one.head)[0] ?? ''),
  )
  if (stays) return
  theme.participants = [
    ...theme.participants.filter((one) => one.role !== askedRole),
    ...answering.map((one) => ({ ...one, role: askedRole })),
  ]
}

/** "Roe, in a meeting with Novak, agreed ...": whoever does what is told of him takes part in the meeting it is told with. */
function joinMeeting(cx: RoleContext, draft: Draft): void {
  const { grammar } = cx
  if (draft.type.family !== 'engagement' || !draft.type.reciprocal || draft.pattern.kind !== 'noun' || draft.light)
    return
  const sides = draft.participants.filter((one) => one.role === 'agent' || one.role === 'counterpart')
  if (sides.length !== 1 || sides[0]?.role !== 'counterpart') return
  const preposition = grammar.prepositions(draft.head)[0]
  if (preposition === undefined || !MEETING_AT.has(preposition)) return
  const verb = grammar.head(draft.head)
  if (verb >= 0 && grammar.relation(draft.head) === 'nmod' && grammar.relation(verb) === 'nsubj') {
    // ", in a meeting," between the subject and its verb.
    addSide(cx, draft, verb)
    return
  }
  if (grammar.relation(draft.head) !== 'obl' || verb < 0 || grammar.upos(verb) !== 'VERB') return
  const doer = grammar.doer(verb)
  if (doer >= 0) addSide(cx, draft, doer)
}
const MEETING_AT = new Set(['in', 'at', 'during', 'after', 'before', 'following'])

function addSide(cx: RoleContext, draft: Draft, head: number): void {
  const { grammar, phrases, world } = cx
  if (!world.isActor(head) || isTimeWord(cx, head)) return
  const actor = phrases.at(head).actor
  if (grammar.upos(head) === 'PRON' && actor === null) return
  if (draft.participants.some((one) => one.head === head || (actor !== null && one.phrase?.actor?.id === actor.id)))
    return
  draft.participants.unshift(participantOf(cx, 'agent', head))
}

/** "began a mediation effort to end the dispute between Norland and Belmarra": those who are at odds are mediated. */
function findParted(cx: RoleContext, draft: Draft): void {
  const { grammar, world } = cx
  if (draft.type.name !== 'mediation') return
  if (draft.participants.some((one) => one.role === 'patient' || one.role === 'counterpart')) return
  const { last } = grammar.tree.extent(draft.carrier)
  for (let i = draft.head + 1; i < last; i++) {
    if (grammar.relation(i) !== 'nmod' || grammar.prepositions(i)[0] !== 'between') continue
    // "between Norland and other states of the coast": a plural beside a side is one as well.
    const isSide = (one: number) => world.isActor(one) || world.isPlace(one)
    // The parser may join the second side with the rift: only one side is not "between".
    const own = grammar.conjuncts(i)
    const all = own.length > 1 ? own : [i, ...grammar.conjuncts(grammar.head(i)).filter((one) => one > i)]
    const sides = all.filter((one) => isSide(one) || (grammar.tokens.xpos[one] === 'NNS' && all.some(isSide)))
    if (sides.length < 2) continue
    draft.participants.push(...sides.map((one) => participantOf(cx, 'patient', one)))
    return
  }
}

/** "agreed, in talks with Norland, to withdraw": who sits opposite is who it is agreed with. */
function opposite(cx: RoleContext, draft: Draft, drafts: readonly Draft[]): readonly DraftParticipant[] {
  if (draft.type.name !== 'promise' && draft.type.name !== 'agreement') return []
  const doers = draft.participants.filter((one) => one.role === 'agent').map((one) => one.head)
  const meeting = drafts.find(
    (one) =>
      one.type.family === 'engagement' &&
      one.pattern.kind === 'noun' &&
      (cx.grammar.head(one.head) === draft.carrier || doers.includes(cx.grammar.head(one.head))) &&
      one.participants.some((each) => each.role === 'agent' && doers.includes(each.head)),
  )
  return meeting?.participants.filter((one) => one.role === 'counterpart') ?? []
}

function sidesOf(cx: RoleContext, draft: Draft, drafts: readonly Draft[]): readonly DraftParticipant[] {
  const told = toldOf(cx, draft)
  if (told.length > 0) return told
  const beside = opposite(cx, draft, drafts)
  if (beside.length > 0) return beside
  const theme = draft.participants.find((one) => one.role === 'theme')?.theme
  if (theme && WAITING.has(draft.type.name) && (theme.type.family !== 'custody' || theme.type.name === 'asylum')) {
    const borne = theme.participants.filter((one) => BORNE.has(one.role) && !isDoer(cx, draft, one.head))
    if (borne.length > 0) return borne
  }
  return WAITING.has(draft.type.name) ? awaitedOf(cx, draft, theme ?? null) : []
}

/**
 * "Norland and Belmarra agreed to lift a ban on Vardanian goods": those who agree in one breath promise it to the third
 * on whom the act bears, and not to each other. Empty where the act bears on nobody else.
 */
function thirdSide(cx: RoleContext, draft: Draft): readonly DraftParticipant[] {
  const theme = draft.participants.find((one) => one.role === 'theme')?.theme
  const first = draft.participants.find((one) => one.role === 'agent')
  if (draft.type.name !== 'promise' || !theme || !first || theme.type.family === 'custody') return []
  const row = new Set(cx.grammar.conjuncts(first.head))
  const others = draft.participants.filter((one) => one.role === 'addressee')
  if (others.length === 0 || !others.every((one) => row.has(one.head))) return []
  return theme.participants.filter(
    (one) => BORNE.has(one.role) && !row.has(one.head) && !isDoer(cx, draft, one.head) && isOfSomebody(cx, one),
  )
}

/** Somebody, or what is theirs: "Vardanian goods", "imports of Vardanian goods". */
function isOfSomebody(cx: RoleContext, { head, phrase }: DraftParticipant): boolean {
  if (phrase?.actor || isOfNation(cx, head)) return true
  return cx.grammar.tree.children(head).some((child) => child > head && isOfNation(cx, child))
}

/** "called Roe to apologize", "sent a letter to Norland demanding ...": who is spoken to in the clause above. */
function toldOf(cx: RoleContext, draft: Draft): readonly DraftParticipant[] {
  const { grammar } = cx
  if (!SAID.has(draft.type.name)) return []
  const rel = grammar.relation(draft.carrier)
  const above = grammar.head(draft.carrier)
  if (above < 0 || (rel !== 'advcl' && rel !== 'acl' && rel !== 'xcomp')) return []
  if (grammar.upos(above) === 'VERB') {
    const object = grammar.undergoer(above)
    const isSpoken = object >= 0 && (SAYING_NOUNS.has(grammar.lemma(object)) || ADDRESSING.has(grammar.lemma(above)))
    if (!isSpoken || grammar.isPassive(above)) return []
    return fit(cx, draft, ADDRESSING.has(grammar.lemma(above)) ? object : toOf(cx, above, object))
  }
  if (!SAYING_NOUNS.has(grammar.lemma(above))) return []
  return fit(cx, draft, toOf(cx, grammar.head(above), above))
}
const ADDRESSING = new Set(['call', 'phone', 'telephone', 'contact', 'address', 'email', 'visit', 'meet'])

/** The to-phrase of a verb or of its object; -1 where there is none. */
function toOf(cx: RoleContext, verb: number, noun: number): number {
  for (const base of [verb, noun]) {
    if (base < 0) continue
    for (const child of cx.grammar.tree.children(base)) {
      const rel = cx.grammar.relation(child)
      if ((rel === 'obl' || rel === 'nmod') && cx.grammar.prepositions(child)[0] === 'to') return child
    }
  }
  return -1
}

/** Whose deed the act waits for: the subject of its "until", "unless" or "if" clause. */
function awaitedOf(cx: RoleContext, draft: Draft, theme: Draft | null): readonly DraftParticipant[] {
  const { grammar } = cx
  const bases = new Set([draft.carrier, draft.head, ...(theme ? [theme.carrier, theme.head] : [])])
  for (const base of bases) {
    for (const child of grammar.tree.children(base)) {
      if (grammar.relation(child) !== 'advcl') continue
      const waits = grammar.tree
        .children(child)
        .some((one) => CONDITIONS.has(grammar.form(one)) && /^(?:mark|case|advmod)$/.test(grammar.relation(one)))
      if (!waits) continue
      const made = fit(cx, draft, grammar.doer(child))
      if (made.length > 0) return made
    }
  }
  return []
}

function fit(cx: RoleContext, draft: Draft, head: number): readonly DraftParticipant[] {
  const { grammar, world } = cx
  if (head < 0 || grammar.upos(head) === 'PRON' || isTimeWord(cx, head) || isDoer(cx, draft, head)) return []
  if (!world.isActor(head) && !world.isPlace(head)) return []
  return [participantOf(cx, 'addressee', head)]
}

/** The token heads the doer's words, or names the same actor. */
function isDoer(cx: RoleContext, draft: Draft, head: number): boolean {
  const actor = cx.phrases.at(head).actor
  return draft.participants.some(
    (one) => one.role === 'agent' && (one.head === head || (actor !== null && one.phrase?.actor?.id === actor.id)),
  )
}
