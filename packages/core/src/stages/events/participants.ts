import type { ActorId, Count, RoleName, Span } from '../../model/index.ts'
import { coverOf } from '../../model/index.ts'
import { EVENT_TYPES, type EventType, people, police, troops } from '../../ontology/index.ts'
import { spanOfTokens, tokensOfSpan } from '../../text/index.ts'
import type { DraftParticipant } from './draft.ts'
import type { Phrase } from './phrases.ts'
import { isTimeWord, type RoleContext } from './role-context.ts'
import { widenPhrase } from './widen-phrase.ts'

/** A phrase of more conjuncts than this is a list that the parser mistook; the rest is left out. */
const MOST_CONJUNCTS = 8
/** Most tokens of a theme. */
const LONGEST_THEME = 14

/** What a token's phrase and those coordinated with it are in a role; empty where they do not fit it. */
export function participantsOf(
  cx: RoleContext,
  type: EventType,
  role: RoleName,
  head: number,
  trigger: number,
): DraftParticipant[] {
  const accepts = type.roles[role]?.accepts ?? []
  if (accepts.length === 0) return isTimeWord(cx, head) && !isAskedTime(cx, head) ? [] : [themeOf(cx, head, trigger)]
  const heads = distinct(cx, cx.grammar.conjuncts(behindAmount(cx, head)).slice(0, MOST_CONJUNCTS))
  const others = joinOthers(cx, role, heads)
  if (others) return [others]
  return heads
    .filter((one) => isFit(cx, role, one) && isDoer(cx, type, role, one))
    .flatMap((one) => splitNations(cx, participantOf(cx, role, speakerFor(cx, role, one))))
    .filter((one, at, all) => !isNamedBefore(one, all.slice(0, at)))
}

/** "asked for nine years", "seeks a week": a length of time that is what somebody is after. */
function isAskedTime({ grammar }: RoleContext, head: number): boolean {
  if (!LENGTHS.has(grammar.lemma(head))) return false
  const verb = grammar.head(head)
  if (verb < 0 || !AFTER_TIME.has(grammar.lemma(verb))) return false
  return grammar.relation(head) === 'obj' || grammar.prepositions(head)[0] === 'for'
}
const LENGTHS = new Set('year month week day hour minute time'.split(' '))
const AFTER_TIME = new Set('ask seek want request demand'.split(' '))

/** "tariffs on $2 billion of Norland's exports": what the sum is worth of. */
function behindAmount({ grammar }: RoleContext, head: number): number {
  if (grammar.upos(head) !== 'SYM') return head
  const worth = grammar.tree
    .children(head)
    .find((child) => child > head && grammar.relation(child) === 'nmod' && grammar.prepositions(child)[0] === 'of')
  return worth ?? head
}

/** "from 15 percent to 7 percent": a share of nobody. */
function isBareShare({ grammar }: RoleContext, head: number): boolean {
  return SHARES.has(grammar.lemma(head)) && grammar.childOf(head, 'nmod') < 0
}
const SHARES = new Set(['percent', 'percentage', 'pct'])

/** "the prime minister of Norland, Jane Roe": told by office and by name, somebody has one part. */
function isNamedBefore({ phrase }: DraftParticipant, before: readonly DraftParticipant[]): boolean {
  const actor = phrase?.actor
  return actor?.kind === 'person' && before.some((one) => one.phrase?.actor?.id === actor.id)
}

/**
 * Each of a row once: "two of his aides, Jane Roe and Ada Novak" are the two, and "the blogger and rights defender Jane Roe"
 * is one, told in two ways.
 */
function distinct(cx: RoleContext, heads: readonly number[]): readonly number[] {
  const [first, second] = heads
  if (first === undefined || second === undefined) return heads
  const { phrases } = cx
  const { includes } = phrases.at(first)
  const others = heads.filter(
    (one) => one === first || (!includes.includes(phrases.at(one).actor?.id ?? NOBODY) && !isRights(cx, one)),
  )
  return isToldTwice(cx, first, second) ? others.filter((one) => one !== first) : others
}

/** "the blogger and rights defender": no side of its own. */
function isRights({ grammar }: RoleContext, head: number): boolean {
  return grammar.form(head) === 'rights' && grammar.upos(head + 1) === 'NOUN'
}
/** An id that no actor has. */
const NOBODY = '' as ActorId // the empty string is no id

/** "the blogger and rights defender Jane Roe": a singular, "and", and a second without an article that is a name. */
function isToldTwice({ grammar, phrases }: RoleContext, first: number, second: number): boolean {
  const { tokens, tree } = grammar
  if (tokens.xpos[first] !== 'NN' || grammar.childOf(first, 'det') < 0) return false
  if (grammar.form(tree.extent(second).first) !== 'and' || grammar.childOf(second, 'det') >= 0) return false
  const { mention } = phrases.at(second)
  return mention?.form === 'name' && mention.kind === 'person' && phrases.at(first).kind !== 'state'
}

/** "Peruvian and Norwegian officials": two sides in one phrase, told by the nations before the noun. */
function splitNations(cx: RoleContext, whole: DraftParticipant): readonly DraftParticipant[] {
  const { grammar, phrases } = cx
  if (grammar.upos(whole.head) !== 'NOUN' || whole.count !== null) return [whole]
  for (const child of grammar.tree.children(whole.head)) {
    const rel = grammar.relation(child)
    if (child > whole.head || (rel !== 'amod' && rel !== 'compound')) continue
    const nations = grammar.conjuncts(child)
    const last = nations.at(-1)
    if (nations.length < 2 || last === undefined || last > whole.head) continue
    const told = nations.map((one) => phrases.at(one))
    if (!told.every((one) => one.actor !== null && (one.kind === 'state' || one.kind === 'organization'))) continue
    return told.map((phrase, at) => {
      const isLast = at === told.length - 1
      const span = isLast ? { from: phrase.span.from, to: whole.span.to } : phrase.span
      return {
        ...whole,
        head: isLast ? whole.head : phrase.head,
        phrase: { ...phrase, span },
        span,
        headSpan: isLast ? whole.headSpan : phrase.headSpan,
      }
    })
  }
  return [whole]
}

/** What is held, called off or decided, and is nobody: "accused them of holding the vote behind bars". */
const HAPPENINGS = new Set(
  'election vote referendum ballot trial hearing ceremony rally session festival tournament match game race event exercise drill account sale auction auction opportunity view belief share stake power office record title money goods lead spell draw'.split(
    ' ',
  ),
)

/** Only somebody arrests, frees, meets: a thing that the parser gives as the doer is none. */
function isDoer(cx: RoleContext, type: EventType, role: RoleName, head: number): boolean {
  if (role === 'patient' && type.family === 'custody' && HAPPENINGS.has(cx.grammar.lemma(head))) return false
  if (role !== 'agent' || (type.family !== 'custody' && type.family !== 'engagement')) return true
  const { world } = cx
  if (world.isActor(head) || world.isPlace(head) || world.isQuantity(head) || world.isOf(head, people)) return true
  // "the coast guard", "a border patrol"
  return type.family === 'custody' && (world.isOf(head, police) || world.isOf(head, troops))
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
  // "He left, a witness said": who is named behind the pronoun is another.
  if (speaker < 0 || ((word === 'he' || word === 'she') && speaker > head)) return head
  // A ministry that says what she did is not she.
  const { kind } = phrases.at(speaker)
  const isOne = word === 'he' || word === 'she'
  if (isOne && (kind === 'organization' || kind === 'state' || kind === 'outlet' || kind === 'group')) return head
  if (isOne && grammar.tokens.xpos[speaker] === 'NNS') return head
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
  if (isBareShare(cx, head)) return false
  if (role === 'place-to' || role === 'place-from') return world.isPlace(head) || grammar.lemma(head) === 'country'
  if (
    tag === 'PRON' &&
    !world.isActor(head) &&
    !world.isQuantity(head) &&
    grammar.form(head) !== 'it' &&
    grammar.form(head) !== 'its'
  )
    return false
  if (tag === 'ADJ' && !world.isActor(head)) return false
  if (role === 'counterpart' && !world.isActor(head) && !world.isPlace(head)) return false
  return !isTimeWord(cx, head)
}

/** "last week Norland's army": when is no part of who. */
function withoutTime(cx: RoleContext, { span, head }: Phrase): Span {
  const { tokens } = cx.grammar
  const { first, last } = tokensOfSpan(tokens, span)
  let from = first
  while (from < head && from < last - 1 && cx.timeWords.has(from)) from++
  return from === first ? span : spanOfTokens(tokens, from, last)
}

/** The phrase that a token heads, in a role. */
export function participantOf(cx: RoleContext, role: RoleName, head: number): DraftParticipant {
  const phrase = describedBy(cx, widenPhrase(cx, cx.phrases.at(head)))
  return {
    role,
    head,
    phrase,
    span: withoutTime(cx, phrase),
    headSpan: phrase.headSpan,
    count: phrase.count ?? countBefore(cx, phrase),
    includes: phrase.includes,
    theme: null,
  }
}

/** "they", "the foreign nationals": as many as were counted where they were told of first. */
function countBefore({ grammar, phrases }: RoleContext, { head, mention, actor }: Phrase): Count | null {
  if (actor?.kind !== 'group' || mention === null || mention.form === 'name') return null
  const word = grammar.form(head)
  const isSame =
    mention.form === 'pronoun' || grammar.upos(head) === 'PRON'
      ? /^(?:they|them|their|who|whom)$/.test(word)
      : grammar.tree.children(head).some((child) => /^(?:the|these|those|all)$/.test(grammar.form(child)))
  return isSame ? phrases.countOfActor(actor.id) : null
}

/** "Jane Roe, the Norlandish teacher jailed there": who only describes a person by name is that person. */
function describedBy(cx: RoleContext, phrase: Phrase): Phrase {
  const { grammar, phrases } = cx
  if (phrase.mention !== null || grammar.upos(phrase.head) !== 'NOUN') return phrase
  const named = grammar.head(phrase.head)
  if (named < 0 || named > phrase.head || grammar.relation(phrase.head) !== 'appos') return phrase
  const other = phrases.at(named)
  if (other.kind !== 'person' || other.mention?.form !== 'name') return phrase
  return { ...phrase, mention: other.mention, actor: other.actor, kind: other.kind }
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
  const phrases = heads.map((one) => ownWords(cx, one))
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

/** "pardoned him and ten others": the words are the pronoun, wherever the sentence names who he is. */
function ownWords({ grammar, phrases }: RoleContext, head: number): Phrase {
  const phrase = phrases.at(head)
  if (grammar.upos(head) !== 'PRON') return phrase
  const span = spanOfTokens(grammar.tokens, head, head + 1)
  return { ...phrase, span, headSpan: span }
}

/** "warned them not to leave": the word without which the theme would be its opposite; else the head. */
function negationBefore({ grammar }: RoleContext, head: number): number {
  const negation = grammar.tree
    .children(head)
    .find((child) => child < head && head - child <= 3 && /^(?:not|never)$/.test(grammar.form(child)))
  return negation ?? head
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
      // "accused of shelling a post on Tuesday": when is no part of what.
      if (rel === 'obl' && isTimeWord(cx, child)) continue
      const end = Math.min(tree.extent(child).last, head + LONGEST_THEME)
      if (end > last && end - head <= LONGEST_THEME) last = end
    }
    span = spanOfTokens(tokens, negationBefore(cx, head), last)
  } else {
    const extent = tree.extent(head)
    if (extent.last - extent.first <= LONGEST_THEME && !(extent.first <= trigger && trigger < extent.last)) {
      let first = extent.first
      while (
        first < head &&
        (grammar.relation(first) === 'case' || grammar.relation(first) === 'mark' || grammar.upos(first) === 'PUNCT')
      )
        first++
      let { last } = extent
      while (last > head + 1 && grammar.upos(last - 1) === 'PUNCT') last--
      span = spanOfTokens(tokens, first, last)
    }
  }
  return { role: 'theme', head, phrase: null, span, headSpan, count: null, includes: [], theme: null }
}

const OWNING = new Set(['amod', 'compound', 'nmod'])
const HOLDING_PLACE = new Set(['in', 'of', 'near', 'at', 'inside'])
/** "the offices of the ministry", "an appeal from President Roe", "a ban by the general", "talks among the parties". */
const MADE_BY = new Set(['of', 'by', 'from', 'among'])
/** "an aid program for Belmarra", "tariffs on Norland". */
const MADE_FOR = new Set(['for', 'to', 'on', 'against', 'with'])

/** Types of what is done to people, and the nouns of them: "release", "jailing". Whose they are has suffered it. */
const SUFFERINGS = EVENT_TYPES.filter(
  ({ family, name, slots }) => (family === 'custody' || name === 'attack') && slots.noun.patient?.includes('of'),
).flatMap(({ triggers }) => triggers)
const SUFFERED: ReadonlySet<string> = new Set(
  SUFFERINGS.flatMap(({ kind, lemmas }) => (kind === 'noun' ? lemmas : kind === 'verb' ? lemmas.map(gerundOf) : [])),
)

function gerundOf(verb: string): string {
  return `${verb.replace(/(?<=[^eoy])e$/, '')}ing`
}

/** "the release of Roe", "the jailing of two men": who is named by "of" has not done it. */
export function isSuffered({ grammar }: RoleContext, act: number): boolean {
  return SUFFERED.has(grammar.lemma(act)) || SUFFERED.has(grammar.form(act).toLowerCase())
}

/**
 * "Norlandish aircraft", "the camp in Belmarra", "an appeal from Roe": a thing, a site or an act that is nobody itself
 * stands for the side whose it is, named by a nation before it, by its maker or owner, or by a place behind it. People
 * are who they are, and keep no actor but their own.
 */
export function withOwner(cx: RoleContext, one: DraftParticipant): DraftParticipant {
  const { grammar, phrases, world } = cx
  const { phrase, head } = one
  if (one.role === 'theme' || phrase === null || phrase.mention !== null || grammar.upos(head) !== 'NOUN') return one
  if (world.isOf(head, people) || world.isQuantity(head)) return one
  for (const owns of OWNERS) {
    for (const child of grammar.tree.children(head)) {
      if (!OWNING.has(grammar.relation(child))) continue
      const owner = phrases.at(child)
      if (owner.actor === null || owner.mention?.form === 'pronoun') continue
      const preposition = grammar.prepositions(child)[0]
      // "the jailing of Roe": Roe has not done it.
      if (preposition === 'of' && isSuffered(cx, head)) continue
      if (!owns(child > head, preposition, owner)) continue
      return { ...one, phrase: { ...phrase, mention: owner.mention, actor: owner.actor, kind: owner.kind } }
    }
  }
  return one
}

/** "Norland's elections": the case of an owner is no preposition. */
const POSSESSIVE = /^['’]s?$/

type Owns = (isBehind: boolean, preposition: string | undefined, owner: Phrase) => boolean

/** The surest sign first. */
const OWNERS: readonly Owns[] = [
  (isBehind, preposition, { actor }) =>
    !isBehind && (preposition === undefined || POSSESSIVE.test(preposition)) && actor?.country != null,
  (isBehind, preposition, { kind }) =>
    isBehind && preposition !== undefined && MADE_BY.has(preposition) && kind !== 'place' && kind !== 'state',
  (isBehind, preposition, { actor, kind }) =>
    isBehind &&
    preposition !== undefined &&
    HOLDING_PLACE.has(preposition) &&
    (kind === 'place' || kind === 'state') &&
    actor?.country != null,
  (isBehind, preposition, { actor }) =>
    isBehind && preposition !== undefined && MADE_FOR.has(preposition) && actor?.country != null,
]
