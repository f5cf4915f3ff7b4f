import type { EventStatus, Stance } from '../../model/index.ts'
import { type Climb, createClimb, deny, govern, question, settle } from './climb.ts'
import type { Draft } from './draft.ts'
import { type Governing, governingOf, onlyTells, rejects } from './governors.ts'
import type { Grammar } from './grammar.ts'
import { GIVING_LIGHT_VERBS } from './lexicon.ts'
import { readNotCome } from './not-come.ts'
import {
  governorWord,
  isOpenQuestion,
  isOwnDeed,
  isPolarQuestion,
  readHolding,
  readNoun,
  readState,
  readVerb,
  verbWithParticle,
} from './own-words.ts'
import { preparedBy, readFrame } from './read-frame.ts'
import { isJourneyAhead, settleByType } from './settle-by-type.ts'
import { CALLING, isCalledFalse, isContentClause, isTold, isToldFalse, toldNounOf } from './told.ts'
import { readUndoing } from './undoing.ts'

export interface Modality {
  readonly status: EventStatus
  readonly stance: Stance
  /** Why, in words; empty for a plain assertion. */
  readonly reason: string
  /** True where the will of the doer is told by auxiliary or a plain verb of planning: "will", "plans to". */
  readonly willed: boolean
}

const MAX_STEPS = 8
const PLEDGING = new Set(['pledge', 'promise', 'offer', 'commit', 'vow'])
/** Types that are done by words. */
const SPEAKING = new Set(['request', 'demand', 'threat', 'promise', 'accusation', 'criticism', 'apology', 'support'])

/**
 * Reads how real an event is from tense, modals and the words that govern it: "plans to free", "refused to free",
 * "was not freed", "if freed". Looks upwards at most to the clause of the nearest verb of saying.
 */
export function readModality(grammar: Grammar, draft: Draft): Modality {
  const climb = createClimb()
  const speaks = SPEAKING.has(draft.type.name)
  // "agreed to a truce", "pledged ten million": what is agreed or pledged lies ahead.
  const word = grammar.lemma(draft.head)
  if (draft.type.name === 'ceasefire' && (word === 'agree' || word === 'accept')) settle(climb, 'planned', word)
  else if (draft.type.name === 'aid' && PLEDGING.has(word)) settle(climb, 'offered', word)
  // "offered her asylum": she may not have taken it.
  else if (draft.type.name === 'asylum' && word === 'offer') settle(climb, 'offered', word)
  // "leaves for Oslo on Monday", "is due in Oslo", "is expected in Oslo": a journey told of before it is made.
  else if (draft.type.name === 'visit' && isJourneyAhead(grammar, draft.head)) settle(climb, 'planned', word)
  // A warrant asks for an arrest, and who awaits trial has none yet.
  else if (draft.type.name === 'arrest' && word === 'warrant') settle(climb, 'requested', word)
  else if (draft.type.name === 'charge' && word === 'await') settle(climb, 'planned', word)
  // "forty reporters behind bars": what is said of them does not make it less true.
  if (draft.pattern.statal && grammar.relation(draft.head) === 'nmod') {
    readNoun(grammar, draft.head, climb)
    settle(climb, 'ongoing', grammar.form(draft.head), 'weakly')
  } else if (draft.carrier !== draft.head) {
    readNoun(grammar, draft.head, climb)
    readCarrierVerb(grammar, draft, climb)
    readVerb(grammar, draft.carrier, climb)
    climbFrom(grammar, draft.carrier, climb, speaks)
  } else if (grammar.upos(draft.head) === 'NOUN' || draft.pattern.kind === 'noun') {
    readNoun(grammar, draft.head, climb)
    // "is on strike": the noun is the predicate.
    if (grammar.childOf(draft.head, 'cop') >= 0) readVerb(grammar, draft.head, climb)
    climbFrom(grammar, draft.head, climb, speaks)
    // "is on bail": that she was let out is over.
    if (draft.type.name !== 'release') readState(grammar, draft.head, climb)
    const holding = grammar.head(draft.head)
    if (draft.type.name === 'custody' && holding >= 0 && grammar.upos(holding) === 'VERB')
      readHolding(grammar, holding, climb)
  } else {
    readVerb(grammar, draft.head, climb)
    climbFrom(grammar, draft.head, climb, speaks)
    if (draft.type.name === 'custody') readHolding(grammar, draft.head, climb)
  }
  if (climb.stance === 'asserts' && isOpenQuestion(grammar, draft.head)) question(climb, '?')
  const nothing = negativeObject(grammar, draft.head)
  if (nothing >= 0) deny(climb, nothing, grammar.form(nothing))
  readUndoing(grammar, draft, climb)
  readFrame(grammar, draft, climb, (verb) => {
    const outer = createClimb()
    readVerb(grammar, verb, outer)
    climbFrom(grammar, verb, outer, false)
    return outer
  })
  readNotCome(grammar, draft, climb)
  settleByType(draft, climb)
  return { status: climb.status, stance: climb.stance, reason: climb.reasons.join(', '), willed: climb.willed }
}

/** "asked for nothing", "freed nobody", "accuse no one": the word that leaves the verb without an object; -1 for none. */
function negativeObject(grammar: Grammar, verb: number): number {
  if (grammar.upos(verb) !== 'VERB') return -1
  for (const child of grammar.tree.children(verb)) {
    const rel = grammar.relation(child)
    if (rel !== 'obj' && rel !== 'obl') continue
    const word = grammar.form(child)
    if (word === 'nothing' || word === 'nobody' || word === 'none') return child
    if (rel !== 'obj') continue
    for (const below of grammar.tree.children(child))
      if (grammar.relation(below) === 'det' && grammar.form(below) === 'no') return below
  }
  return -1
}

/** The verb that carries a noun may itself call the event off, offer it or plan it. */
function readCarrierVerb(grammar: Grammar, draft: Draft, climb: Climb): void {
  const word = verbWithParticle(grammar, draft.carrier)
  const governing = governingOf(word)
  if (!governing || governing.kind === 'clear' || governing.kind === 'factive' || governing.kind === 'hearsay') return
  if (governing.kind === 'status' && governing.status === 'ongoing') return
  // "the talks failed": they took place.
  if (draft.light?.kind === 'occurs' && governing.kind === 'denies' && draft.type.family === 'engagement') return
  govern(climb, governing, draft.carrier, word)
}

/** Goes up from the word that carries the event and applies what governs it. `speaks` for asks, promises and the like. */
function climbFrom(grammar: Grammar, start: number, climb: Climb, speaks: boolean): void {
  let at = start
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const next = stepUp(grammar, at, climb, speaks)
    if (next < 0) {
      if (next === TOP && isPolarQuestion(grammar, at)) question(climb, '?')
      return
    }
    at = next
  }
}

const LODGING = new Set(['lodge', 'file', 'submit'])
/** No further step: what is above does not govern. */
const STOP = -2
/** "in exchange for the release", "in return for his freedom". */
function isExchanged(grammar: Grammar, noun: number): boolean {
  const first = grammar.tree.children(noun)[0] ?? -1
  return (
    first > 1 &&
    grammar.upos(noun) === 'NOUN' &&
    grammar.form(first) === 'for' &&
    /^(?:exchange|return)$/.test(grammar.form(first - 1)) &&
    grammar.form(first - 2) === 'in'
  )
}

function verbOver(grammar: Grammar, index: number): number {
  let at = grammar.head(index)
  for (let steps = 0; steps < MAX_STEPS && at >= 0 && grammar.upos(at) !== 'VERB'; steps++) at = grammar.head(at)
  return at
}

/** The top of the sentence. */
const TOP = -1

/** "will meet during a visit": what a planned or possible deed takes place in lies ahead as well. */
function takeOver(grammar: Grammar, verb: number, climb: Climb, speaks: boolean): void {
  const outer = createClimb()
  readVerb(grammar, verb, outer)
  climbFrom(grammar, verb, outer, speaks)
  if (outer.status === 'planned' || outer.status === 'hypothetical')
    settle(climb, outer.status, outer.reasons.join(', ').replaceAll('"', ''), 'weakly')
}

function stepUp(grammar: Grammar, at: number, climb: Climb, speaks: boolean): number {
  const told = grammar.tokens.relation[at] ?? ''
  const nearest = grammar.clauseHead(at)
  if (nearest < 0) return TOP
  const above = told.startsWith('acl') ? toldNounOf(grammar, at, nearest) : nearest
  const misplaced = nearest !== grammar.head(at)
  const full = misplaced
    ? grammar.isInfinitive(at)
      ? 'xcomp'
      : 'ccomp'
    : told === 'acl:relcl' && isContentClause(grammar, at, above)
      ? 'acl'
      : told
  const rel = misplaced ? full : grammar.relation(at)
  const verbal = grammar.upos(above) === 'VERB' || grammar.upos(above) === 'AUX'
  if (rel === 'conj') return pastFirst(grammar, at, above, climb)
  if (full === 'acl:relcl' || rel === 'parataxis' || rel === 'appos' || rel === 'vocative' || rel === 'discourse')
    return STOP
  if (rel === 'advcl' && !grammar.isInfinitive(at) && !hasMark(grammar, at, GOVERNING_MARKS)) return STOP
  if (rel === 'advcl' && hasMark(grammar, at, WITHOUT)) return STOP
  // "two pensioners freed in June are expected to fly home": who they are, not what is expected.
  // "a deal mediated by the emirate": how it came about, which the deal does not make a plan.
  const isBare = full === 'acl' && full === told && grammar.tokens.xpos[at] === 'VBN'
  if (isBare && !hasMark(grammar, at, CONTENT_MARKS)) {
    // "rejected an appeal lodged by Roe": who has asked has asked, whatever became of it.
    if ((speaks && LODGING.has(grammar.lemma(at))) || !GIVING_LIGHT_VERBS.has(grammar.lemma(at))) return STOP
  }
  const noun = grammar.upos(at) === 'VERB' ? grammar.governedNoun(at) : -1
  if (noun >= 0 && noun !== at) {
    const governing = governingOf(grammar.lemma(noun))
    if (governing) govern(climb, governing, noun, grammar.lemma(noun))
    readNoun(grammar, noun, climb)
    return noun
  }
  const preposition = rel === 'nmod' || rel === 'obl' ? (grammar.prepositions(at)[0] ?? '') : ''
  if (rel === 'nmod' || rel === 'obl') {
    if (grammar.prepositions(at).includes('including')) return STOP
    if (preposition === 'without') {
      if (!verbal || !isCounterfactual(grammar, above)) deny(climb, at, 'without')
      return STOP
    }
    // "will meet at her request": she has asked.
    if (verbal && SCENES.has(preposition) && !ASKED.has(grammar.lemma(at))) {
      takeOver(grammar, above, climb, speaks)
      return STOP
    }
    if (
      STOPPING.has(preposition) ||
      (preposition === 'at' && ASKED.has(grammar.lemma(at))) ||
      (preposition === 'over' && MEALS.has(grammar.lemma(at)))
    )
      return STOP
  }
  // "would lift the ban in exchange for the release": what is asked for it has come about no more than the deed.
  if (isExchanged(grammar, at)) {
    const verb = verbOver(grammar, at)
    if (verb >= 0) takeOver(grammar, verb, climb, speaks)
    return STOP
  }
  // "a venue for talks": it is sought, offered or set, and nothing is held there yet.
  const prepared = preparedBy(grammar, at, above)
  if (prepared !== null) {
    settle(climb, prepared.isSettled ? 'planned' : 'hypothetical', prepared.word)
    return STOP
  }
  const word = governorWord(grammar, at, above)
  const governing = governingOf(word)
  if (isToBeStopped(grammar, at, above, word)) {
    settle(climb, 'ongoing', `${word} ...ing`)
    return STOP
  }
  if (isTold(grammar, at)) {
    // "rejected claims that", "called reports of talks a lie": what is told is untrue.
    if (rel === 'nsubj' && word === 'correspond' && grammar.isNegated(above)) {
      deny(climb, above, grammar.form(above))
      return STOP
    }
    if (rel === 'nsubj' && isToldFalse(grammar, above, word)) {
      deny(climb, above, grammar.form(above))
      readVerb(grammar, above, climb)
      return STOP
    }
    if (rel === 'obj' && (rejects(word) || (CALLING.has(word) && isCalledFalse(grammar, at, above)))) {
      deny(climb, above, grammar.form(above))
      readVerb(grammar, above, climb)
      return STOP
    }
  }
  if (governing && governs(grammar, at, above, word, governing, climb)) {
    if (governing.kind === 'factive') return STOP
    const used = asUsed(grammar, at, above, word, rel, governing)
    if (used.kind === 'questions' || isUnconfirmed(grammar, above)) {
      question(climb, word)
      return STOP
    }
    const inner = climb.status
    govern(climb, used, above, word)
    if (verbal || grammar.upos(above) === 'ADJ') {
      const made = climb.status
      readVerb(grammar, above, climb)
      // "has agreed to free", "would agree to free": the governor's own tense is none of what it governs.
      if (governing.kind === 'status' && made !== climb.status && inner !== 'happened') climb.status = made
    } else readNoun(grammar, above, climb)
    return above
  }
  if (isUnconfirmed(grammar, above) && (rel === 'ccomp' || rel === 'obj')) {
    question(climb, grammar.form(above))
    return STOP
  }
  if (rel === 'nmod' && (grammar.upos(above) === 'NOUN' || grammar.upos(above) === 'PRON') && !TRANSPARENT.has(word))
    return STOP
  if (rel === 'ccomp') return STOP
  if (grammar.isInfinitive(at) && (rel === 'advcl' || rel === 'acl')) {
    if (grammar.form(above) === 'used') return above
    // "gathered to plead": asking is done by what is done for it; any other purpose is not yet a fact.
    if (speaks && rel === 'advcl') {
      readVerb(grammar, above, climb)
      return above
    }
    settle(climb, 'planned', 'to')
    // "sees no reason to recall him"
    if (rel === 'acl') readNoun(grammar, above, climb)
    return STOP
  }
  if (rel === 'advcl' || (rel === 'obl' && verbal && !CARRYING.has(word))) return STOP
  if (rel === 'nsubj' && SEEMING.has(word)) {
    // "a visit remains possible", "a deal looks unlikely"
    const predicate = grammar.childOf(above, 'xcomp')
    const said = predicate < 0 ? undefined : governingOf(grammar.lemma(predicate))
    if (said) {
      govern(climb, said, predicate, grammar.lemma(predicate))
      return above
    }
  }
  if (rel === 'nsubj' && !UNACCUSATIVE.has(word)) return pastPredicate(grammar, at, above, climb)
  if (verbal && (rel === 'xcomp' || rel === 'obj' || full === 'nsubj:pass' || rel === 'nsubj')) {
    // "the meeting should not be seen as ...": what a verb only speaks of is taken for granted.
    if (rel === 'xcomp' || UNACCUSATIVE.has(word)) readVerb(grammar, above, climb)
    // "the expected amnesty did not come": it is denied as a fact, not as a plan.
    if (COMING.has(word) && rel === 'nsubj' && climb.status === 'planned' && isUndone(grammar, above))
      climb.status = 'happened'
    if (rel === 'obj' && grammar.isNegated(above) && isBroughtAbout(grammar, at, word)) deny(climb, above, 'not')
    if (rel === 'xcomp' && word === 'have' && isYet(grammar, above)) deny(climb, above, 'yet to')
    else if (rel === 'xcomp' && grammar.isInfinitive(at) && grammar.upos(above) !== 'AUX') {
      if (onlyTells(word) || hasPerfect(grammar, at)) return above
      if (word === 'remain') deny(climb, above, 'remains to')
      else if (!CLEAR_RAISING.has(word)) settle(climb, 'planned', `${word} to`)
    }
  }
  return above
}

/** "did not come", "has not materialised". */
function isUndone(grammar: Grammar, verb: number): boolean {
  if (!grammar.isNegated(verb)) return false
  return grammar.tree.children(verb).some((child) => /^(?:did|has|have|had)$/.test(grammar.form(child)))
}
const COMING = new Set(['come', 'happen', 'take', 'occur', 'materialise', 'materialize', 'arrive', 'follow', 'begin'])

/** Some governors mean another thing by their construction. */
function asUsed(
  grammar: Grammar,
  at: number,
  above: number,
  word: string,
  rel: string,
  governing: Governing,
): Governing {
  // "would hold only if": what would last has not begun.
  if (governing.kind === 'status' && governing.status === 'ongoing') {
    const outer = createClimb()
    readVerb(grammar, above, outer, at)
    if (outer.status === 'hypothetical' || outer.status === 'planned') return { kind: 'status', status: outer.status }
  }
  // "seeks to free" tries, "seeks a release" asks.
  if (rel === 'xcomp' && SEEKING.has(word)) return { kind: 'status', status: 'planned' }
  // "want them to free him" asks, "want to free him" only wishes.
  // "was prepared to free him" offers, "prepared to free him" plans.
  if (word === 'prepare' && grammar.childOf(above, 'aux:pass') >= 0) return { kind: 'status', status: 'offered' }
  // "no question of sanctions"
  if (word === 'question' && grammar.upos(above) === 'NOUN') return { kind: 'status', status: 'planned' }
  // "wants an inquiry" asks for one.
  if (word === 'want' && (rel === 'obj' || (grammar.upos(at) === 'VERB' && hasOther(grammar, at, above))))
    return { kind: 'status', status: 'requested' }
  return governing
}

/** "urged them to stop shelling": whoever is asked or told to stop is at it. */
function isToBeStopped(grammar: Grammar, at: number, above: number, word: string): boolean {
  if (word !== 'stop' && word !== 'cease' && word !== 'halt') return false
  if (grammar.relation(at) !== 'xcomp' || grammar.tokens.xpos[at] !== 'VBG' || !grammar.isInfinitive(above))
    return false
  const asking = governingOf(grammar.lemma(grammar.clauseHead(above)))
  return asking?.kind === 'status' && asking.status === 'requested'
}

function hasOther(grammar: Grammar, at: number, above: number): boolean {
  if (grammar.childOf(above, 'obj') >= 0) return true
  return grammar.tree.children(at).some((child) => grammar.relation(child) === 'nsubj')
}

/** "came and met", "was arrested and will be tried": past the first of the coordinated words. */
function pastFirst(grammar: Grammar, at: number, above: number, climb: Climb): number {
  if (!sharesAuxiliaries(grammar, at)) {
    // "refused to speak and freed them": a finite verb is no conjunct of an infinitive, whatever the parser says.
    if (isFiniteVerb(grammar, at)) {
      let top = above
      for (let steps = 0; steps < MAX_STEPS && top >= 0 && !isFiniteVerb(grammar, top); steps++) top = grammar.head(top)
      return top >= 0 ? top : STOP
    }
    return above
  }
  if (grammar.upos(at) === 'NOUN') return above
  readVerb(grammar, above, climb)
  return above
}

function isFiniteVerb(grammar: Grammar, verb: number): boolean {
  const tag = grammar.tokens.xpos[verb] ?? ''
  return tag === 'VBD' || tag === 'VBZ' || tag === 'VBP'
}

/** Whether a governor reaches what stands below it as it does. */
function governs(
  grammar: Grammar,
  at: number,
  above: number,
  word: string,
  governing: Governing,
  climb: Climb,
): boolean {
  const rel = grammar.relation(at)
  const verbal = grammar.upos(above) === 'VERB' || grammar.upos(above) === 'AUX'
  const isOngoing = governing.kind === 'status' && governing.status === 'ongoing'
  if (ADJECTIVES.has(word) && verbal) return false
  if (word === 'set' && grammar.form(above + 1) === 'free') return false
  // "a source close to the talks": who knows of them, and how real they are is not said.
  if ((word === 'close' || word === 'near') && grammar.tree.children(at).some((child) => grammar.form(child) === 'the'))
    return false
  // "as long as he was in custody": he was.
  if (word === 'long' && rel === 'advcl') return false
  // "insisted that it would never pay": what it will do, and nobody is asked.
  if (word === 'insist' && rel === 'ccomp' && hasWill(grammar, at)) return false
  // "a source close to the talks that ... had demanded": of what has been done no talk makes a guess.
  if (rel === 'acl' && TALKED_OF.has(word) && isToldAsDone(grammar, at)) return false
  // "told her during a call that he had been beaten": what is told as done has been asked by nobody.
  if (rel === 'acl' && ASKED_FOR.has(word) && !grammar.isInfinitive(at) && isToldAsDone(grammar, at)) return false
  // "called the release a mistake", "appealed a conviction": asks nothing.
  if ((word === 'call' || word === 'appeal') && rel === 'obj') return false
  if (rel === 'nmod' || rel === 'obl') {
    // "rejected it in a session", "a veto over any deal": what only stands beside the governor.
    const preposition = grammar.prepositions(at)[0] ?? ''
    if (preposition !== '' && !GOVERNING_CASES.has(preposition) && !word.includes('-')) return false
    if (preposition === 'with' && word !== 'threaten') return false
    if (preposition === 'over' && !verbal) return false
  }
  // "the attempt failed": it is the attempt that did.
  if (word === 'fail' && rel === 'nsubj' && climb.status !== 'happened') return false
  if (rel === 'nsubj' && verbal) return isOngoing || UNACCUSATIVE.has(word) || governing.kind === 'cancelled'
  if (isOngoing && verbal) return false
  if (rel !== 'ccomp') return true
  if (governing.kind !== 'status') return true
  // "warned that they freed him", "insists it has never negotiated": what is told as done is not planned or asked.
  return governing.status === 'hypothetical' || !isToldAsDone(grammar, at)
}

const TALKED_OF = new Set(['talk', 'negotiation', 'discussion', 'debate'])
const ASKED_FOR = new Set(['call', 'appeal', 'plea', 'offer', 'proposal'])

function hasWill(grammar: Grammar, verb: number): boolean {
  return grammar.tree
    .children(verb)
    .some((child) => /^(?:will|would|wo|'ll|’ll|'d|’d)$/.test(grammar.form(child)) && grammar.relation(child) === 'aux')
}

/** Governors only as adjectives. */
const ADJECTIVES = new Set(['close', 'near', 'certain', 'sure', 'bound', 'long', 'off', 'free'])

/** A finite clause without a modal, in the past or the perfect. */
function isToldAsDone(grammar: Grammar, verb: number): boolean {
  const tag = grammar.tokens.xpos[verb] ?? ''
  let past = tag === 'VBD'
  for (const child of grammar.tree.children(verb)) {
    const rel = grammar.relation(child)
    if (rel === 'mark' && grammar.form(child) === 'to') return false
    if (rel !== 'aux' && rel !== 'cop') continue
    if (grammar.tokens.xpos[child] === 'MD') return false
    const word = grammar.form(child)
    if (/^(?:had|has|have|was|were|did|is|are|'ve|’ve)$/.test(word)) past = true
  }
  return past
}

/** "did not confirm", "declined to confirm", "neither confirmed nor denied". */
function isUnconfirmed(grammar: Grammar, verb: number): boolean {
  const word = grammar.lemma(verb)
  const first = word === 'deny' && grammar.relation(verb) === 'conj' ? grammar.head(verb) : verb
  if (!CONFIRMING.has(grammar.lemma(first))) return false
  if (grammar.isNegated(first)) return true
  const above = grammar.head(first)
  return above >= 0 && grammar.relation(first) === 'xcomp' && UNCONFIRMING.has(grammar.lemma(above))
}
const CONFIRMING = new Set(['confirm', 'verify', 'corroborate', 'acknowledge', 'admit'])
const UNCONFIRMING = new Set(['decline', 'refuse', 'unable', 'fail', 'unwilling'])

/**
 * The event is the subject of something else said. "A swap would be the first": modals of being are the event's own.
 * Everything else takes the event for granted.
 */
function pastPredicate(grammar: Grammar, at: number, above: number, climb: Climb): number {
  const copula = grammar.childOf(above, 'cop')
  // "are in their third week"
  if (copula >= 0 && SPELLS.has(grammar.lemma(above)) && /^(?:in|into)$/.test(grammar.prepositions(above)[0] ?? '')) {
    if (/^(?:is|are|'s|’s|'re|’re)$/.test(grammar.form(copula)))
      settle(climb, 'ongoing', grammar.form(copula), 'weakly')
    return STOP
  }
  // "any talks would have to ...": of those nobody knows whether they come.
  if (isAnyUnderModal(grammar, at, above)) {
    settle(climb, 'hypothetical', 'any', 'weakly')
    return STOP
  }
  if (copula < 0 && !SPANNING.has(grammar.lemma(above))) return STOP
  const { stance } = climb
  const inner = climb.reasons.length
  readVerb(grammar, above, climb, at)
  // "The meeting was no concession", "the talks did not last": what is denied is the predicate.
  climb.stance = stance
  if (climb.status === 'happened' || climb.status === 'ongoing') climb.reasons.length = inner
  return STOP
}

function isAnyUnderModal(grammar: Grammar, noun: number, verb: number): boolean {
  if (!grammar.tree.children(noun).some((child) => grammar.form(child) === 'any')) return false
  return grammar.tree.children(verb).some((child) => grammar.tokens.xpos[child] === 'MD')
}
const SEEMING = new Set(['remain', 'seem', 'appear', 'look', 'stay'])
const SPELLS = new Set(['hour', 'day', 'week', 'month', 'year', 'round', 'phase', 'stage'])
/** Verbs that say of an event how it runs. */
const SPANNING = new Set('last focus include cover mark run span involve address centre center bring be'.split(' '))

/** "did not secure a meeting", "has not reached any deal": without the verb there is no event. */
function isBroughtAbout(grammar: Grammar, noun: number, verb: string): boolean {
  if (BRINGING.has(verb)) return true
  return grammar.tree.children(noun).some((child) => grammar.form(child) === 'any')
}
const BRINGING = new Set(
  'secure win hold see bring produce yield get obtain reach make have grant find order plan achieve lead result include involve do give offer issue impose conduct launch stage carry sign take announce receive expect propose demand seek request'.split(
    ' ',
  ),
)

/** "to have freed": it is seen as done. */
function hasPerfect(grammar: Grammar, verb: number): boolean {
  return grammar.tree
    .children(verb)
    .some((child) => grammar.relation(child) === 'aux' && grammar.lemma(child) === 'have')
}

function isYet(grammar: Grammar, verb: number): boolean {
  return grammar.tree.children(verb).some((child) => {
    const word = grammar.form(child)
    return word === 'yet' || word === 'still'
  })
}

/** Nouns of parts and rows, through which a governor still reaches. */
const TRANSPARENT = new Set(
  'series round part number set string wave kind form day start beginning end resumption holding result outcome success process'.split(
    ' ',
  ),
)
const MEALS = new Set(['lunch', 'dinner', 'breakfast', 'banquet'])
const STOPPING = new Set(['after', 'during', 'since', 'following', 'before', 'amid', 'because', 'despite'])
/** Verbs through whose phrases a governor still reaches: "hopes to lead to a release". */
const CARRYING = new Set(
  'lead result take come go work end engage participate enter proceed be move return head'.split(' '),
)
/** Prepositions of the occasion on which something else happens. */
const SCENES = new Set(['at', 'during'])
const ASKED = new Set(['request', 'behest', 'urging', 'insistence', 'invitation', 'demand'])
/** Prepositions by which a governor takes a noun: "hopes of", "calls for", "agreed to", "threatened with". */
const GOVERNING_CASES = new Set('of for on to about against from toward towards into over with'.split(' '))
const WITHOUT = new Set(['without'])
const CONTENT_MARKS = new Set(['that', 'whether', 'if', 'to'])
const GOVERNING_MARKS = new Set(['from', 'of', 'for', 'to', 'in', 'on', 'about', 'against', 'without', 'than'])
/** Verbs that ask when they take a noun ("seek a release"), and only try when they take an infinitive. */
const SEEKING = new Set(['seek', 'push', 'press', 'campaign', 'need'])
const UNACCUSATIVE = new Set(
  'take happen occur begin start resume continue come go place follow fail collapse remain be expect schedule plan cancel materialise materialize proceed envisage envision foresee pencil pencil-in slate anticipate fall-through fall-apart go-on drag-on hold stall'.split(
    ' ',
  ),
)
const CLEAR_RAISING = new Set(
  'continue persist be have use come go get dare seem appear happen turn proceed return rush move reach act'.split(' '),
)

function isCounterfactual(grammar: Grammar, verb: number): boolean {
  return grammar.tree
    .children(verb)
    .some((child) => grammar.relation(child) === 'aux' && grammar.form(child) === 'would')
}

function sharesAuxiliaries(grammar: Grammar, verb: number): boolean {
  for (const child of grammar.tree.children(verb)) {
    const rel = grammar.relation(child)
    if (rel === 'nsubj' || rel === 'aux' || (rel === 'advmod' && NOT.has(grammar.form(child)))) return false
  }
  if (isOwnDeed(grammar, verb)) return false
  // "has never expelled an envoy or recalled one": under "or" neither has been done, whatever the tags say.
  if (grammar.isNegated(grammar.head(verb)) && grammar.form(verb - 1) === 'or') return true
  const tag = grammar.tokens.xpos[verb] ?? ''
  const first = grammar.tokens.xpos[grammar.head(verb)] ?? ''
  return tag === first || (tag !== 'VBD' && first !== 'VBD')
}
const NOT = new Set(['not', "n't", 'n’t', 'never'])

function hasMark(grammar: Grammar, verb: number, words: ReadonlySet<string>): boolean {
  for (const child of grammar.tree.children(verb)) {
    const rel = grammar.relation(child)
    if ((rel === 'mark' || rel === 'case') && words.has(grammar.form(child))) return true
  }
  return false
}
