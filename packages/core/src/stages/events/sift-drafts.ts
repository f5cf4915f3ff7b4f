import { maybeEventType, WORDS } from '../../ontology/index.ts'
import type { Draft, DraftParticipant } from './draft.ts'
import type { RoleContext } from './role-context.ts'

/*
 * Words that name an event and tell none, or another: set phrases of offices, rules for everybody, attacks in words. Own
 * lists from general knowledge of English (generic "you": Quirk et al. 1985, section 6.21); no corpus text.
 */

/** Leaves out what only looks like an event, and tells an attack that is made in words as what it is. */
export function siftDrafts(cx: RoleContext, drafts: readonly Draft[]): Draft[] {
  return drafts
    .filter(
      (one) =>
        !isMetByThing(cx, one) &&
        !isImprint(cx, one) &&
        !isOfEverybody(cx, one) &&
        !isOfThing(cx, one) &&
        !isUntried(cx, one) &&
        !isCleared(cx, one) &&
        !isCourtRole(cx, one) &&
        !isPractice(cx, one) &&
        !isHostedShow(cx, one) &&
        !isCourtesy(cx, one) &&
        !isGoingToFree(cx, one),
    )
    .map((one) => asWords(cx, one))
}

/**
 * "long before anyone was arrested", "said that he had refused": nobody in particular takes part in what has happened, and
 * nobody is spoken to by himself.
 */
export function siftParticipants({ grammar }: RoleContext, draft: Draft): void {
  const doers = draft.participants.filter((one) => one.role === 'agent')
  const isFact = draft.status === 'happened' && draft.stance === 'asserts'
  draft.participants = draft.participants.filter((one) => {
    if (isFact && ANYBODY.has(grammar.form(one.head))) return false
    // "was in prison and he was let out": the prison is not let out.
    if (one.role === 'patient' && OF_PEOPLE.has(draft.type.name) && PRISONS.has(grammar.lemma(one.head))) return false
    // "neither accepted nor rejected it": what is turned down is nobody.
    if (one.role === 'addressee' && draft.type.name === 'refusal' && /^(?:it|this|that)$/.test(grammar.form(one.head)))
      return one.phrase?.actor != null && one.phrase.actor.kind !== 'place'
    // "Prisoner swap": what kind of swap, and nobody who is swapped.
    if (isKind(grammar, draft, one)) return false
    if (one.role !== 'addressee' && one.role !== 'counterpart') return true
    const actor = grammar.upos(one.head) === 'PRON' ? one.phrase?.actor : null
    return !doers.some(
      (doer) => doer.head === one.head || (actor?.kind === 'person' && doer.phrase?.actor?.id === actor.id),
    )
  })
}
function isKind(grammar: RoleContext['grammar'], { head, type }: Draft, one: DraftParticipant): boolean {
  return (
    type.name === 'prisoner-swap' &&
    one.role === 'patient' &&
    grammar.relation(one.head) === 'compound' &&
    one.head === head - 1 &&
    !one.phrase?.actor &&
    one.phrase?.count == null
  )
}
const OF_PEOPLE = new Set(['release', 'arrest', 'custody', 'pardon', 'conviction'])
const PRISONS = new Set(['prison', 'jail', 'custody', 'detention', 'captivity', 'cell', 'camp'])
const ANYBODY = new Set(['anyone', 'anybody'])

/**
 * "demanded the freedom of the convict", "a guarantee on militants", "demanded that the envoy be expelled", "asked to see Roe":
 * whom the matter is about, and not who was spoken to.
 */
export function isOfMatter({ grammar }: RoleContext, draft: Draft, { head }: DraftParticipant): boolean {
  if (!SPOKEN_TO.has(draft.type.name)) return false
  const matter = draft.participants.find((one) => one.role === 'theme')?.head ?? grammar.undergoer(draft.head)
  if (matter < 0 || head === matter || LEAVING.has(grammar.lemma(matter))) return false
  let at = head
  for (let steps = 0; steps < DEEPEST && at >= 0 && at !== draft.head; steps++) {
    if (at === matter) return true
    if (grammar.head(at) === matter && grammar.upos(matter) === 'VERB' && UNDERGOING.has(grammar.relation(at)))
      return true
    const preposition = grammar.prepositions(at)[0]
    if (grammar.relation(at) === 'nmod' && preposition !== undefined && !ABOUT.has(preposition)) return false
    if (grammar.relation(at) !== 'nmod') return false
    at = grammar.head(at)
  }
  return false
}
const UNDERGOING = new Set(['obj', 'nsubj:pass'])
const SPOKEN_TO = new Set(['demand', 'request', 'promise', 'threat'])
const ABOUT = new Set(['of', 'in', 'on', 'near', 'at', 'across', 'about', 'for'])
/** Whoever shall leave is asked to. */
const LEAVING = new Set(['withdrawal', 'departure', 'resignation', 'pullout', 'exit'])
const DEEPEST = 4

/** "threatened to refuse food if not seen by a doctor": who is only named in the condition. */
export function isOfCondition({ grammar }: RoleContext, draft: Draft, { head }: DraftParticipant): boolean {
  let at = head
  for (let steps = 0; steps < DEEPEST && at >= 0 && at !== draft.head; steps++) {
    if (
      grammar.relation(at) === 'advcl' &&
      grammar.tree.children(at).some((child) => child < at && /^(?:if|unless|until)$/.test(grammar.form(child)))
    )
      return true
    at = grammar.head(at)
  }
  return false
}

/** "met with criticism at home": what somebody meets with is nobody. */
function isMetByThing({ grammar, world }: RoleContext, { head, type }: Draft): boolean {
  if (type.name !== 'meeting' || grammar.upos(head) !== 'VERB') return false
  return grammar.tree
    .children(head)
    .some(
      (child) =>
        child > head &&
        grammar.prepositions(child)[0] === 'with' &&
        RECEPTIONS.has(grammar.lemma(child)) &&
        !world.isActor(child),
    )
}
const RECEPTIONS = new Set(
  'criticism resistance skepticism scepticism applause anger outrage silence disbelief approval disapproval suspicion indifference hostility derision protest'.split(
    ' ',
  ),
)

/** "For Immediate Release": the imprint of a handout. */
function isImprint({ grammar }: RoleContext, { head, type }: Draft): boolean {
  return type.name === 'release' && grammar.form(head - 1) === 'immediate' && grammar.form(head - 2) === 'for'
    ? grammar.head(head) < 0 || grammar.upos(head - 3) === 'PUNCT' || isFirst(grammar.tokens.sentence, head - 2)
    : false
}

function isFirst(sentence: ArrayLike<number>, index: number): boolean {
  return index === 0 || sentence[index - 1] !== sentence[index]
}

/** "You never ask a guard for the key": a rule of life, told of everybody. */
function isOfEverybody({ grammar, phrases }: RoleContext, draft: Draft): boolean {
  const { carrier } = draft
  const tag = grammar.tokens.xpos[carrier]
  if (tag !== 'VBP' && tag !== 'VB') return false
  const doer = draft.participants.find((one) => one.role === 'agent')
  if (doer === undefined || grammar.form(doer.head) !== 'you' || phrases.at(doer.head).actor !== null) return false
  const own = grammar.tree.children(carrier)
  if (own.some((child) => grammar.relation(child) === 'aux' && grammar.form(child) !== 'do')) return false
  return own.some((child) => /^(?:never|always)$/.test(grammar.form(child)))
}

/** "It would require the president to keep silent": what a thing takes is asked by nobody. */
function isOfThing({ grammar, phrases }: RoleContext, draft: Draft): boolean {
  if (!TAKING.has(grammar.lemma(draft.head)) || draft.status === 'happened') return false
  const doer = draft.participants.find((one) => one.role === 'agent')
  return (
    doer !== undefined && /^(?:it|this|that)$/.test(grammar.form(doer.head)) && phrases.at(doer.head).actor === null
  )
}
const TAKING = new Set(['require', 'need', 'demand'])

/** "was charged but had not been tried": that there was no trial denies no charge. */
function isUntried({ grammar }: RoleContext, draft: Draft): boolean {
  return draft.type.name === 'charge' && draft.stance === 'denies' && grammar.lemma(draft.head) === 'try'
}

/** "was cleared of conspiring to kidnap him": of what a court says that it was not done, there is nothing to tell. */
function isCleared({ grammar }: RoleContext, { head }: Draft): boolean {
  let at = head
  for (let steps = 0; steps < DEEPEST && at >= 0; steps++) {
    const above = grammar.head(at)
    if (above < 0) return false
    if (CLEARING.has(grammar.lemma(above)) && grammar.upos(above) === 'VERB')
      return above < at && [at, ...grammar.tree.children(at)].some((one) => one < head && isOf(grammar, one))
    if (!INNER.test(grammar.relation(at))) return false
    at = above
  }
  return false
}
function isOf(grammar: RoleContext['grammar'], index: number): boolean {
  return grammar.form(index) === 'of' || grammar.prepositions(index)[0] === 'of'
}
const CLEARING = new Set(['clear', 'acquit', 'exonerate', 'absolve'])
const INNER = /^(?:nmod|obl|xcomp|conj|acl|advcl|obj|compound)$/

/** "Prosecuting, Alistair Roe said", "Fiona Roe, defending, said": whose part somebody takes in court. */
function isCourtRole({ grammar }: RoleContext, { head }: Draft): boolean {
  if (grammar.tokens.xpos[head] !== 'VBG' || !/^(?:prosecute|defend)$/.test(grammar.lemma(head))) return false
  const own = grammar.tree.children(head)
  if (own.some((child) => child > head && /^(?:obj|ccomp|xcomp|nsubj)/.test(grammar.relation(child)))) return false
  return grammar.form(head + 1) === ',' || grammar.upos(head + 1) === 'PUNCT'
}

/** "said that hostage-taking pays": a practice, which nobody has done to anybody here. */
function isPractice({ grammar }: RoleContext, draft: Draft): boolean {
  if (draft.type.name !== 'abduction' || !/(?:^|-)taking$/.test(grammar.form(draft.head))) return false
  if (draft.participants.some((one) => one.role === 'patient')) return false
  return !grammar.tree
    .children(draft.head)
    .some((child) => /^(?:det|nmod|nmod:poss|amod)$/.test(grammar.relation(child)))
}

/** "Thank you", "on request", "Let them count", "Asked about it, he said": set ways of speech by which nobody does anything. */
function isCourtesy({ grammar }: RoleContext, { head, type, status }: Draft): boolean {
  const { xpos } = grammar.tokens
  switch (grammar.lemma(head)) {
    case 'thank':
      return (
        grammar.form(head) === 'thank' &&
        /^(?:you|god)$/.test(grammar.form(head + 1)) &&
        !/^(?:to|for)$/.test(grammar.form(head + 2)) &&
        (grammar.upos(head + 2) !== 'PROPN' || grammar.form(head + 2) === 'madam') &&
        !hasOwnSubject(grammar, head)
      )
    case 'request':
      return grammar.upos(head) === 'NOUN' && /^(?:on|upon)$/.test(grammar.form(head - 1))
    case 'let':
      return (
        type.name === 'concession' &&
        xpos[head] === 'VB' &&
        !hasOwnSubject(grammar, head) &&
        !grammar.tree.children(head).some((child) => child < head && /^(?:aux|mark)$/.test(grammar.relation(child))) &&
        !/^(?:xcomp|conj)$/.test(grammar.relation(head))
      )
    case 'ask':
      return (
        xpos[head] === 'VBN' &&
        isFirst(grammar.tokens.sentence, head) &&
        !grammar.tree
          .children(head)
          .some((child) => grammar.relation(child) === 'aux' || grammar.upos(child) === 'PART')
      )
    // "asked them to respect her privacy": nobody stands up for anybody.
    case 'respect':
      return type.name === 'support' && status === 'requested'
    default:
      return false
  }
}
function hasOwnSubject(grammar: RoleContext['grammar'], verb: number): boolean {
  return grammar.tree.children(verb).some((child) => grammar.relation(child) === 'nsubj')
}

/** "went on a mission to free the nurse": nobody goes free. */
function isGoingToFree({ grammar }: RoleContext, { head, type }: Draft): boolean {
  if (type.name !== 'release' || !/^(?:go|walk)$/.test(grammar.lemma(head))) return false
  for (let i = head + 1; i < head + FAR_FREE; i++) if (grammar.form(i) === 'free') return grammar.form(i - 1) === 'to'
  return false
}
/** Words between the two of "went ... free" at most. */
const FAR_FREE = 10

/** "hosting the World Games": what is hosted is a show, and pays no visit. */
function isHostedShow({ grammar }: RoleContext, draft: Draft): boolean {
  if (draft.type.name !== 'visit' || grammar.lemma(draft.head) !== 'host') return false
  const shown = grammar.undergoer(draft.head)
  return shown >= 0 && SHOWS.has(grammar.form(shown))
}
const SHOWS = new Set(
  'game games cup championship championships olympics tournament race final finals festival fair expo exhibition contest concert show event match prix marathon biennale eurovision'.split(
    ' ',
  ),
)

/**
 * "attacked “those who lecture us”", "attacked the opposition as traitors": an attack on words or by words, which the marks
 * or what somebody is called show.
 */
function asWords(cx: RoleContext, draft: Draft): Draft {
  const { grammar, world } = cx
  if (draft.type.name !== 'attack' || grammar.lemma(draft.head) !== 'attack') return draft
  let isSaid: boolean
  if (grammar.upos(draft.head) === 'VERB') {
    const object = grammar.undergoer(draft.head)
    isSaid =
      (object >= 0 && isQuoted(cx, grammar.tree.extent(object).first, draft.head)) ||
      (!grammar.isPassive(draft.head) && isCalled(cx, draft.head))
  } else
    isSaid =
      grammar.tree.children(draft.head).some((child) => child < draft.head && SPOKEN.has(grammar.form(child))) ||
      draft.participants.some((one) => one.role === 'patient' && world.isOf(one.head, WORDS))
  // "came under attack for his silence": by words.
  const isUnder = grammar.prepositions(draft.head)[0] === 'under'
  if (isUnder && [draft.head, grammar.head(draft.head)].some((base) => base >= 0 && isBlamed(cx, base))) isSaid = true
  const type = isSaid ? maybeEventType('criticism') : undefined
  if (isUnder) {
    const participants = draft.participants.map((one) =>
      one.role === 'agent' ? { ...one, role: 'patient' as const } : one,
    )
    return { ...draft, type: type ?? draft.type, participants, cameo: null }
  }
  return type === undefined ? draft : { ...draft, type, cameo: null }
}
function isBlamed({ grammar }: RoleContext, base: number): boolean {
  return grammar.tree.children(base).some((child) => /^(?:for|over)$/.test(grammar.prepositions(child)[0] ?? ''))
}
/** What an attack is that is made in words. */
const SPOKEN = new Set('scathing blistering verbal withering stinging rhetorical veiled vitriolic personal'.split(' '))

/** A mark of quotation stands right before or opens the phrase. */
function isQuoted({ grammar }: RoleContext, first: number, verb: number): boolean {
  return first > verb && first - verb <= NEAR && [first - 1, first].some((at) => MARKS.test(grammar.form(at)))
}
const MARKS = /^(?:["“‘]|``)$/
/** Tokens between the verb and its object, marks included. */
const NEAR = 2

/** "as traitors", "as “bought”": what somebody is called; not "as they slept". */
function isCalled({ grammar }: RoleContext, verb: number): boolean {
  const { tokens } = grammar
  for (let i = verb + 1; i < tokens.length && tokens.sentence[i] === tokens.sentence[verb]; i++)
    if (grammar.form(i) === 'as' && MARKS.test(grammar.form(i + 1))) return true
  return false
}
