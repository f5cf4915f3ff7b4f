import { spanHolds } from '../../model/index.ts'
import { people, politicalWords } from '../../ontology/index.ts'
import { candidateOf, type Draft } from './draft.ts'
import { farRole, farSides } from './fill-roles.ts'
import { SAYING } from './lexicon.ts'
import { participantOf, withOwner } from './participants.ts'
import { isBareSite, isGivenThing, isOfNation, isParty, TERMS } from './parties.ts'
import { isTimeWord, type RoleContext } from './role-context.ts'

/**
 * Types whose other side is often told by nothing but the sentence that it stands in. Those of whom something is said,
 * asked or refused, and those who are hit, have words of their own; where they lack, nobody is meant as often.
 */
const LOOSE = new Set(['promise', 'demand', 'concession', 'aid', 'mobilization', 'repression'])
/** "resigned" is done to nobody, "ordered the arrest", "wants proof" are said to nobody, whoever else the sentence names. */
const OF_NOBODY = new Set(['resign', 'resignation', 'abdicate', 'step', 'stand', 'quit', 'order', 'want', 'pressure'])
/** Words that belong to the phrase of another. */
const INNER = new Set(['compound', 'flat', 'fixed', 'goeswith', 'case'])
/** Who or what is named so has no part in it: "until Easter", "known as the Furnace". */
const ASIDE = new Set('according to|in return for|until|before|since|as|through|after|than'.split('|'))
/** A sign that was taken for a name is none. */
const LETTERS = /\p{L}{2}/u
/** Farthest that the other side may stand behind its act, in tokens. */
const FARTHEST = 45

/**
 * Names whom an act bears on where no word tells it: of those whom the sentence names behind the act the first of another
 * land than the doer's, or else the first ("lifted the curfew on Monday, two days after Norland's envoy had left the
 * province"). Changes drafts, and marks them as guessed. Themes must be joined.
 *
 * A trained linear ranker over tree, words and kinds of phrases found no more: of the other sides of plv-train 77.1 in 100
 * (ten parts, each by the others) and of coped-spans 81.7, where this finds 76.9 and 81.2, and without either 75.8 and 80.6.
 */
export function findNearestSides(cx: RoleContext, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (!LOOSE.has(draft.type.name) || OF_NOBODY.has(cx.grammar.lemma(draft.head))) continue
    const role = farRole(draft.type)
    const doers = draft.participants.filter((one) => one.role === 'agent')
    if (role === null || !doers.some((one) => one.phrase?.actor)) continue
    if (draft.participants.some((one) => one.role !== 'agent' && one.role !== 'theme')) continue
    const lands = new Set(doers.map((one) => one.phrase?.actor?.country ?? null))
    const heads = candidatesBehind(cx, draft, drafts)
    const abroad = heads.find((one) => {
      const country = cx.phrases.at(one).actor?.country ?? null
      return country !== null && !lands.has(country)
    })
    const found = abroad ?? heads[0]
    if (found === undefined) continue
    draft.participants.push(...farSides(cx, found).map((one) => withOwner(cx, participantOf(cx, role, one))))
    draft.isGuessed = true
  }
}

function candidatesBehind(cx: RoleContext, draft: Draft, drafts: readonly Draft[]): readonly number[] {
  const { sentence, length } = cx.grammar.tokens
  const events = new Set(drafts.map((one) => one.head))
  const completes = draft.pattern.needs.some((need) => need.at === 'object')
  // "declared a state of siege": what only completes the act is nobody.
  const parts = completes ? cx.positions.at(candidateOf(draft), 'object') : []
  const heads: number[] = []
  const last = Math.min(length, draft.head + FARTHEST)
  for (let i = draft.head + 1; i < last && sentence[i] === sentence[draft.head]; i++) {
    if (events.has(i) || parts.includes(i) || !isSomebody(cx, i)) continue
    if (isTelling(cx, i) || isDoer(cx, draft, i) || isOwn(cx, i) || isMatter(cx, draft, i, drafts)) continue
    heads.push(i)
  }
  return heads.filter((one) => !isTitle(cx, one, heads))
}

/** A name, people, a body, a land, or a thing told by its nation. */
function isSomebody(cx: RoleContext, head: number): boolean {
  const { grammar, phrases, world } = cx
  const tag = grammar.upos(head)
  if ((tag !== 'NOUN' && tag !== 'PROPN') || INNER.has(grammar.relation(head))) return false
  if (!LETTERS.test(grammar.form(head)) || isTimeWord(cx, head) || TERMS.has(grammar.lemma(head))) return false
  if (ASIDE.has(grammar.prepositions(head)[0] ?? '')) return false
  // "military equipment" is political, and nobody.
  const isWord = tag === 'NOUN' && phrases.at(head).kind === null && !world.isPlace(head)
  if (isWord && !politicalWords.lemmas.has(grammar.lemma(head)) && !world.isOf(head, people))
    return isOfNation(cx, head)
  return isParty(cx, head)
}

/** The token stands within the doer's words, or names the same actor. */
function isDoer(cx: RoleContext, draft: Draft, head: number): boolean {
  const { actor, headSpan } = cx.phrases.at(head)
  return draft.participants.some(
    (one) =>
      one.role === 'agent' &&
      (one.head === head || spanHolds(one.span, headSpan) || (actor !== null && one.phrase?.actor?.id === actor.id)),
  )
}

/** ", an envoy of Belmarra said": who tells it, and whose, has no part in it. */
function isTelling({ grammar }: RoleContext, head: number): boolean {
  for (let at = head, steps = 0; at >= 0 && steps < FARTHEST_UP; at = grammar.head(at), steps++) {
    const relation = grammar.relation(at)
    if (relation === 'nsubj') return SAYING.has(grammar.lemma(grammar.head(at)))
    if (relation !== 'nmod' && relation !== 'compound' && relation !== 'appos' && relation !== 'conj') return false
  }
  return false
}
const FARTHEST_UP = 4

/** "its embassy": what is somebody's own, most often the doer's. */
function isOwn({ grammar }: RoleContext, head: number): boolean {
  return grammar.tree
    .children(head)
    .some((one) => grammar.tokens.relation[one] === 'nmod:poss' && grammar.upos(one) === 'PRON')
}

/**
 * "will free the general", "offered 15 monitors", "threatened to close two airports": what or whom it is about is nobody
 * who is promised or asked.
 */
function isMatter(cx: RoleContext, draft: Draft, head: number, drafts: readonly Draft[]): boolean {
  const { grammar, phrases } = cx
  if (draft.type.family !== 'asks-and-answers') return false
  const isObject = grammar.relation(head) === 'obj' && grammar.head(head) === draft.head
  if (isObject || isGivenThing(grammar, head) || isBareSite(cx, { head })) return true
  const { headSpan } = phrases.at(head)
  return drafts.some(
    ({ type, participants }) =>
      type.family === 'custody' &&
      type.name !== 'asylum' &&
      participants.some((one) => one.role === 'patient' && (one.head === head || spanHolds(one.span, headSpan))),
  )
}

/** "President" of "President Jane Roe", where the parser hung them apart. */
function isTitle({ phrases }: RoleContext, head: number, heads: readonly number[]): boolean {
  const { mention, headSpan } = phrases.at(head)
  return mention === null && heads.some((one) => one !== head && spanHolds(phrases.at(one).span, headSpan))
}
