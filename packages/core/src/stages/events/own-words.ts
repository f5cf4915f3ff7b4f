import { type Climb, cancel, createClimb, deny, govern, question, settle } from './climb.ts'
import { governingOf } from './governors.ts'
import type { Grammar } from './grammar.ts'
import { SAYING } from './lexicon.ts'

/*
 * The words of a noun or verb of its own that say how real it is. Closed classes (auxiliaries, negators, subordinators)
 * and attributive adjectives; own lists from general knowledge of English (Quirk et al. 1985, sections 4.49 to 4.66 on
 * modals, 10.54 to 10.70 on negation, 15.33 to 15.38 on conditions); no corpus text.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

const PLANNED = set("will shall 'll ’ll wo gonna sha")
const HYPOTHETICAL = set('could might may can ca')
const OBLIGED = set('must should ought need')
const NEGATORS = set("never not n't n’t hardly scarcely nowhere nt")
const CONDITIONS = set('if unless lest')
const MAYBE = set('possibly perhaps maybe conceivably potentially')
const HABITS = set(
  'usually often regularly routinely always habitually normally sometimes occasionally annually weekly monthly yearly',
)
const PLANNED_MODIFIERS = set(
  `planned upcoming future forthcoming scheduled expected promised impending intended pending proposed next imminent
  agreed postponed delayed deferred long-awaited awaited anticipated coming looming attempted foiled thwarted`,
)
const POSSIBLE_MODIFIERS = set(
  `possible potential likely hypothetical eventual prospective suggested mooted rumoured rumored hoped-for conceivable
  would-be unlikely theoretical`,
)
const THREATENED_MODIFIERS = set('threatened')
const CANCELLED_MODIFIERS = set('cancelled canceled aborted abortive shelved scrapped abandoned called-off')
const ONGOING_MODIFIERS = set('ongoing continuing continued current')
/** Of these the word only says who vouches: no status, but a reason. */
const HEDGING_MODIFIERS = set('alleged reported supposed purported apparent claimed presumed so-called')
const FALSE_MODIFIERS = set('false fictitious fabricated fake imaginary nonexistent non-existent')

/** Own determiner and modifiers of a noun: "no talks", "planned talks", "the visit due next week". */
export function readNoun(grammar: Grammar, noun: number, climb: Climb): void {
  for (const child of grammar.tree.children(noun)) {
    const rel = grammar.relation(child)
    const word = grammar.form(child)
    if ((rel === 'det' || rel === 'advmod' || rel === 'cc') && isNoun(grammar, child)) deny(climb, child, word)
    else if (rel === 'advmod' && isNever(grammar, child)) deny(climb, child, word)
    // "ahead of next week's summit"
    else if (grammar.tokens.relation[child] === 'nmod:poss' && isNext(grammar, child)) settle(climb, 'planned', 'next')
    else if (rel === 'amod' || rel === 'compound') readModifier(climb, child, word)
    else if (rel === 'acl' && grammar.tokens.relation[child] === 'acl') readParticiple(grammar, noun, child, climb)
  }
  if (isOnTheTable(grammar, noun)) settle(climb, 'hypothetical', 'on the table')
  // "an arrest warrant": nobody has been arrested yet.
  if (grammar.relation(noun) === 'compound' && grammar.lemma(grammar.head(noun)) === 'warrant')
    settle(climb, 'planned', 'warrant')
}

/** "next week's", "next month's". */
function isNext(grammar: Grammar, time: number): boolean {
  return SEASONS.has(grammar.lemma(time)) && grammar.tree.children(time).some((child) => grammar.form(child) === 'next')
}

/** "On the table: a swap of prisoners": what is listed there has not come about. */
function isOnTheTable(grammar: Grammar, noun: number): boolean {
  const { tokens } = grammar
  let first = noun
  while (first > 0 && tokens.sentence[first - 1] === tokens.sentence[noun]) first--
  return (
    first + 3 < noun &&
    /^(?:on|under)$/.test(grammar.form(first)) &&
    /^(?:table|agenda|cards|discussion)$/.test(grammar.form(first + 2)) &&
    grammar.form(first + 3) === ':'
  )
}

/** "no", "neither": they make nothing of a noun. */
function isNoun(grammar: Grammar, index: number): boolean {
  const word = grammar.form(index)
  return word === 'no' || word === 'neither'
}

function readModifier(climb: Climb, token: number, word: string): void {
  if (PLANNED_MODIFIERS.has(word)) settle(climb, 'planned', word)
  else if (POSSIBLE_MODIFIERS.has(word)) settle(climb, 'hypothetical', word)
  else if (THREATENED_MODIFIERS.has(word)) settle(climb, 'threatened', word)
  else if (CANCELLED_MODIFIERS.has(word)) cancel(climb, word)
  else if (ONGOING_MODIFIERS.has(word)) settle(climb, 'ongoing', word)
  else if (FALSE_MODIFIERS.has(word)) deny(climb, token, word)
  else if (HEDGING_MODIFIERS.has(word)) climb.reasons.push(`"${word}"`)
}

/** "the exercises planned for June", "a deal reached in secret": only what lies ahead or was called off matters. */
function readParticiple(grammar: Grammar, noun: number, participle: number, climb: Climb): void {
  if (participle < noun || grammar.tokens.xpos[participle] !== 'VBN') return
  const word = verbWithParticle(grammar, participle)
  if (!PARTICIPLES.has(word)) return
  const governing = governingOf(word)
  if (governing) govern(climb, governing, participle, word)
}
const PARTICIPLES = set(
  'plan schedule propose expect call-off cancel scrap postpone put-off promise suggest intend moot threaten offer demand due',
)

/** "rule-out", "call-off": particles change what a verb says of what it governs. */
export function verbWithParticle(grammar: Grammar, verb: number): string {
  const word = grammar.lemma(verb)
  for (const child of grammar.tree.children(verb)) {
    const rel = grammar.tokens.relation[child]
    if (rel !== 'compound:prt' && !((rel === 'advmod' || rel === 'xcomp') && child === verb + 1)) continue
    const joined = `${word}-${grammar.form(child)}`
    if (governingOf(joined)) return joined
  }
  return word
}

/** The word that governs: a verb with its particle, or a preposition with its noun ("on the table"). */
export function governorWord(grammar: Grammar, at: number, above: number): string {
  const tag = grammar.upos(above)
  // "stopped short of criticising it": counted where the clause hangs on the adjective.
  if (grammar.form(at) === 'short') return 'short'
  if (tag === 'VERB') {
    // "made the loan dependent on the release"
    const state = grammar.childOf(above, 'xcomp')
    if (state > above && state < at && CONDITIONAL.has(grammar.lemma(state)) && linkOf(grammar, at) === 'on')
      return grammar.lemma(state)
    const joined = `${grammar.lemma(above)}-${linkOf(grammar, at) || articleOf(grammar, at)}`
    return governingOf(joined) ? joined : verbWithParticle(grammar, above)
  }
  if (grammar.form(above) === 'short' && linkOf(grammar, at) === 'of') {
    const joined = `${grammar.lemma(grammar.head(above))}-short`
    if (governingOf(joined)) return joined
  }
  for (const child of grammar.tree.children(above)) {
    if (grammar.relation(child) !== 'case') continue
    const joined = `${grammar.form(child)}-${grammar.lemma(above)}`
    if (governingOf(joined)) return joined
  }
  return grammar.lemma(above)
}

const CONDITIONAL = set('conditional contingent dependent')

/** "called a strike", which is to come; not "called the strike a mistake": "a" before a noun. */
function articleOf(grammar: Grammar, at: number): string {
  const hasArticle = grammar.tree.children(at).some((child) => /^(?:an?|another)$/.test(grammar.form(child)))
  return hasArticle && grammar.relation(at) === 'obj' ? 'a' : ''
}

/** The preposition by which a phrase or a clause hangs on its verb. */
function linkOf(grammar: Grammar, at: number): string {
  const preposition = grammar.prepositions(at)[0]
  if (preposition !== undefined) return preposition
  const mark = grammar.tree.children(at).find((child) => grammar.relation(child) === 'mark')
  return mark === undefined ? '' : grammar.form(mark)
}

/** Whether words of its own say how real a noun or predicate is: "no truce", "a planned truce", "would be the first". */
function saysHowReal(grammar: Grammar, index: number): boolean {
  const climb = createClimb()
  if (grammar.upos(index) === 'NOUN') readNoun(grammar, index, climb)
  if (grammar.upos(index) !== 'NOUN' || grammar.childOf(index, 'cop') >= 0) readVerb(grammar, index, climb)
  return climb.settled !== 'no' || climb.stance !== 'asserts'
}

const BESIDE = set('in at over with by as after before during under')

/** "hopes of a truce", "no deal", "the truce is holding": words around the noun say how real it is. */
export function isGoverned(grammar: Grammar, noun: number): boolean {
  if (saysHowReal(grammar, noun)) return true
  let at = noun
  for (let steps = 0; steps < 2; steps++) {
    const above = grammar.head(at)
    if (above < 0) return false
    const rel = grammar.relation(at)
    if (rel !== 'obj' && rel !== 'nmod' && rel !== 'obl' && rel !== 'nsubj' && rel !== 'xcomp') return false
    const governing = governingOf(governorWord(grammar, at, above))
    if (governing && !BESIDE.has(grammar.prepositions(at)[0] ?? ''))
      return governing.kind !== 'clear' && governing.kind !== 'hearsay' && governing.kind !== 'factive'
    if (rel === 'nsubj') return saysHowReal(grammar, above)
    at = above
  }
  return false
}

/** Auxiliaries, negation, marks and adverbs of a verb or predicate; `except` is a subject whose own words are read. */
export function readVerb(grammar: Grammar, verb: number, climb: Climb, except = -1): void {
  const { tokens, tree } = grammar
  const tag = tokens.xpos[verb] ?? ''
  let perfect = false
  let conditional = ''
  let obliged = ''
  let progressive = false
  let infinitive = false
  let be = ''
  for (const child of tree.children(verb)) {
    const rel = grammar.relation(child)
    const word = grammar.form(child)
    if (rel === 'aux' || rel === 'cop') {
      if (PLANNED.has(word)) {
        climb.willed ||= climb.settled === 'no'
        settle(climb, 'planned', word, 'weakly')
      } else if (HYPOTHETICAL.has(word)) settle(climb, 'hypothetical', word, 'weakly')
      else if (OBLIGED.has(word)) obliged = word
      else if (word === 'would' || word === "'d" || word === '’d') conditional = word
      else if (grammar.lemma(child) === 'be') {
        if (word === 'being' || tag === 'VBG') progressive = true
        if (word !== 'being' && word !== 'be') be = word
      } else if (grammar.lemma(child) === 'have') perfect = true
      if (isNever(grammar, child)) deny(climb, child, word)
    } else if (rel === 'mark' || rel === 'advmod') {
      if (word === 'to') infinitive = true
      if (CONDITIONS.has(word)) {
        const asks = tokens.relation[verb] === 'ccomp' && ASKING.has(grammar.lemma(grammar.head(verb)))
        if (asks || (word === 'if' && ASKED.has(grammar.form(child - 1)))) question(climb, word)
        else if (word === 'unless' && isUnderThreat(grammar, verb)) settle(climb, 'requested', word)
        else settle(climb, 'hypothetical', word)
      } else if (word === 'whether' && !grammar.isInfinitive(verb) && isWeighed(grammar, verb)) {
        settle(climb, 'hypothetical', 'whether', 'weakly')
      } else if (word === 'whether') {
        question(climb, word)
        if (grammar.isInfinitive(verb)) settle(climb, 'planned', 'whether to')
      } else if (word === 'yet' && isYetTo(grammar, verb)) deny(climb, child, 'yet to')
      else if (word === 'until' || word === 'once') {
        if (tag !== 'VBD' && tag !== 'VBN') settle(climb, 'hypothetical', word)
      } else if (/^(?:before|when|whenever)$/.test(word) && (tag === 'VBP' || tag === 'VBZ') && isClause(grammar, verb))
        settle(climb, 'hypothetical', word)
      else if (word === 'without' || word === 'instead') deny(climb, child, word)
      else if (MAYBE.has(word)) settle(climb, 'hypothetical', word, 'weakly')
      else if (isNever(grammar, child)) {
        if (word === 'longer') settle(climb, 'ongoing', 'no longer', 'weakly')
        deny(climb, child, word)
      } else if (HABITS.has(word) && (tag === 'VBP' || tag === 'VBZ')) settle(climb, 'ongoing', word)
      else if (word === 'reportedly' || word === 'allegedly' || word === 'apparently' || word === 'supposedly')
        climb.reasons.push(`"${word}"`)
    } else if (rel === 'cc' && (word === 'nor' || word === 'neither')) {
      deny(climb, child, word)
      countNeither(grammar, verb, climb)
    } else if ((rel === 'obl' || rel === 'obj') && (tag === 'VBP' || tag === 'VBZ') && isEach(grammar, child))
      settle(climb, 'ongoing', grammar.form(child))
    else if (rel === 'nsubj' && child !== except) readSubject(grammar, child, climb)
  }
  readOpening(grammar, verb, climb)
  if (conditional !== '') readWould(grammar, verb, climb, perfect, conditional)
  else if (obliged !== '') {
    // "should have met": they did not.
    if (obliged !== 'must' && perfect) settle(climb, 'hypothetical', `${obliged} have`)
    else if (obliged === 'should' && isInverted(grammar, verb)) settle(climb, 'hypothetical', obliged)
    else settle(climb, 'requested', obliged)
  } else if (isInverted(grammar, verb)) settle(climb, 'hypothetical', 'verb before its subject')
  else if (infinitive && be !== '' && be !== 'been' && !isYetTo(grammar, verb))
    settle(climb, perfect ? 'hypothetical' : 'planned', `${be} to`)
  if (progressive && be !== '') {
    const past = be === 'was' || be === 'were'
    // "denied that they were being called up": under a past saying the past is a present told of.
    if (!past || isReported(grammar, verb)) settle(climb, 'ongoing', `${be} ...ing`)
  }
}

/** "when it signs a treaty": a clause of time, and no question that somebody asks. */
function isClause(grammar: Grammar, verb: number): boolean {
  return grammar.relation(verb) === 'advcl'
}

/** Words whose clause with "if" is a question. */
const ASKING = set(
  'ask wonder know say see decide tell clear unclear doubt determine confirm check question learn sure uncertain matter care',
)
/** Words behind which "if" asks. */
const ASKED = set('clear unclear known unknown sure unsure certain uncertain asked ask say said wonder know knows knew')

/** "is considering whether it might": weighed, not asked. */
function isWeighed(grammar: Grammar, verb: number): boolean {
  const above = grammar.head(verb)
  if (above < 0 || grammar.tokens.relation[verb] !== 'ccomp') return false
  const governing = governingOf(grammar.lemma(above))
  return governing?.kind === 'status' && governing.status === 'hypothetical'
}

/** "threatened to leave unless it is freed": what a threat makes its condition is asked for. */
function isUnderThreat(grammar: Grammar, verb: number): boolean {
  let at = grammar.head(verb)
  for (let steps = 0; steps < 3 && at >= 0; steps++) {
    const word = grammar.lemma(at)
    if (word === 'threaten' || word === 'warn' || word === 'vow' || word === 'threat') return true
    at = grammar.head(at)
  }
  return false
}

/**
 * "Should Norland free him, ...", "Were they to be freed, ...": a condition opened by the auxiliary, which the parser
 * may hang on the main verb. "Had it not mediated, ..." says that it did.
 */
function readOpening(grammar: Grammar, verb: number, climb: Climb): void {
  const { tokens } = grammar
  const rel = grammar.relation(verb)
  if (rel !== 'advcl' && rel !== 'acl' && rel !== 'xcomp' && rel !== 'ccomp') return
  let first = verb
  while (first > 0 && tokens.sentence[first - 1] === tokens.sentence[verb]) first--
  if (verb - first < 2 || verb - first > LONGEST_OPENING || isAsked(grammar, verb)) return
  const word = grammar.form(first)
  if (word !== 'should' && word !== 'were' && word !== 'had') return
  for (let i = first + 1; i < verb; i++) {
    if (grammar.upos(i) === 'VERB' || tokens.xpos[i] === 'MD' || grammar.form(i) === ',') return
    if (word !== 'had' || grammar.form(i) !== 'not') continue
    climb.counted.add(i)
    if (climb.stance === 'denies') climb.stance = 'asserts'
    climb.settled = 'firmly'
    climb.reasons.push('"had ... not"')
    return
  }
  settle(climb, 'hypothetical', word)
}
/** Tokens from the opening auxiliary to its verb. */
const LONGEST_OPENING = 12

/** "neither freed nor pardoned": the two words deny each verb once. */
function countNeither(grammar: Grammar, verb: number, climb: Climb): void {
  const first = grammar.relation(verb) === 'conj' ? grammar.head(verb) : -1
  if (first < 0) return
  for (const child of grammar.tree.children(first)) if (grammar.form(child) === 'neither') climb.counted.add(child)
}

/** "every spring", "each year", "twice a year". */
function isEach(grammar: Grammar, time: number): boolean {
  if (!SEASONS.has(grammar.lemma(time))) return false
  return grammar.tree.children(time).some((child) => /^(?:every|each)$/.test(grammar.form(child)))
}

const SEASONS = set(
  `year month week day spring summer autumn fall winter morning evening night afternoon quarter season time monday tuesday
  wednesday thursday friday saturday sunday january february march april may june july august september october november
  december`,
)

/** "nobody was freed", "none of them met", "no talks were held". */
function readSubject(grammar: Grammar, subject: number, climb: Climb): void {
  const word = grammar.form(subject)
  if (word === 'nobody' || word === 'none' || word === 'nothing' || word === 'neither') deny(climb, subject, word)
  for (const child of grammar.tree.children(subject)) {
    const rel = grammar.relation(child)
    if ((rel === 'det' || rel === 'advmod' || rel === 'cc') && (isNoun(grammar, child) || isNever(grammar, child)))
      deny(climb, child, grammar.form(child))
  }
}

/** "never", "not", "no longer", "at no point": words that turn what they stand with. */
function isNever(grammar: Grammar, index: number): boolean {
  const word = grammar.form(index)
  if (NEGATORS.has(word)) return true
  return word === 'longer' && index > 0 && grammar.form(index - 1) === 'no'
}

/** "had there been a deal", "should it free them": an auxiliary before its subject that asks nothing. */
export function isInverted(grammar: Grammar, verb: number): boolean {
  let auxiliary = -1
  let subject = -1
  for (const child of grammar.tree.children(verb)) {
    const rel = grammar.relation(child)
    if (rel === 'aux' && auxiliary < 0) auxiliary = child
    else if ((rel === 'nsubj' || rel === 'expl') && subject < 0) subject = child
  }
  if (auxiliary < 0 || subject < auxiliary) return false
  const word = grammar.form(auxiliary)
  if (word !== 'had' && word !== 'should' && word !== 'were') return false
  return !isAsked(grammar, verb)
}

/** "is yet to be freed". */
function isYetTo(grammar: Grammar, verb: number): boolean {
  return (
    grammar.isInfinitive(verb) &&
    grammar.tree.children(verb).some((child) => child < verb && grammar.form(child) === 'yet')
  )
}

/** Whether the sentence of a token ends as a question. */
function isAsked(grammar: Grammar, index: number): boolean {
  const { tokens } = grammar
  const sentence = tokens.sentence[index]
  for (let i = index; i < tokens.length && tokens.sentence[i] === sentence; i++)
    if (grammar.form(i) === '?') return true
  return false
}

/** "Did they meet?": a yes-or-no question, whose first auxiliary stands before its subject. */
export function isPolarQuestion(grammar: Grammar, verb: number): boolean {
  let first = -1
  let subject = -1
  for (const child of grammar.tree.children(verb)) {
    const rel = grammar.relation(child)
    if ((rel === 'aux' || rel === 'cop') && first < 0) first = child
    else if ((rel === 'nsubj' || rel === 'expl') && subject < 0) subject = child
    if (/^wh|^how$/.test(grammar.form(child)) && child < verb) return false
  }
  if (first < 0 && grammar.lemma(verb) === 'be') first = verb
  return first >= 0 && subject > first && isAsked(grammar, verb)
}

/** "What has Norland offered?": whether it did is what is asked. "Why did it free them?" says that it did. */
export function isOpenQuestion(grammar: Grammar, verb: number): boolean {
  if (grammar.upos(verb) !== 'VERB' || !isAsked(grammar, verb)) return false
  return grammar.tree
    .children(verb)
    .some(
      (child) => child < verb && grammar.relation(child) === 'obj' && /^(?:what|which|whom)$/.test(grammar.form(child)),
    )
}

/** "is in custody", "asked whether he was in talks": a noun that says what state somebody is in. */
export function readState(grammar: Grammar, noun: number, climb: Climb): void {
  const copula = grammar.childOf(noun, 'cop')
  if (copula < 0 || climb.settled !== 'no') return
  const word = grammar.form(copula)
  const past = word === 'was' || word === 'were'
  if (past && !(climb.stance === 'questions' || isReported(grammar, noun))) return
  settle(climb, 'ongoing', word, 'weakly')
}

/** "are held", "has been held since 2022", "remain behind bars": holding lasts where it is told in the present. */
export function readHolding(grammar: Grammar, verb: number, climb: Climb): void {
  if (climb.settled !== 'no') return
  const tag = grammar.tokens.xpos[verb]
  let word = tag === 'VBZ' || tag === 'VBP' ? grammar.form(verb) : ''
  let perfect = false
  for (const child of grammar.tree.children(verb)) {
    if (grammar.relation(child) !== 'aux') continue
    const form = grammar.form(child)
    if (form === 'is' || form === 'are') word = form
    else if (form === 'has' || form === 'have') perfect = true
  }
  // "has been held since 2022", "two men held since 2022"
  const lasting = perfect || (tag === 'VBN' && grammar.relation(verb) === 'acl')
  if (lasting && grammar.tree.children(verb).some((child) => grammar.prepositions(child)[0] === 'since')) word = 'since'
  // "has been locked up for almost a year"
  else if (perfect && grammar.tree.children(verb).some((child) => isSpell(grammar, child))) word = 'for'
  if (word !== '') settle(climb, 'ongoing', word, 'weakly')
}

const SPELL = set('year month week day hour decade')
function isSpell(grammar: Grammar, index: number): boolean {
  return SPELL.has(grammar.lemma(index)) && grammar.prepositions(index)[0] === 'for'
}

function readWould(grammar: Grammar, verb: number, climb: Climb, perfect: boolean, word: string): void {
  if (perfect) {
    // "would not have happened without" says that it happened.
    if (climb.stance === 'denies' && hasWithout(grammar, verb)) {
      climb.stance = 'asserts'
      climb.reasons.push('"would not have ... without"')
    } else settle(climb, 'hypothetical', 'would have')
    return
  }
  const reported = isReported(grammar, verb)
  if (isUnderPlan(grammar, verb)) {
    settle(climb, 'planned', 'under ... would', 'weakly')
    return
  }
  climb.willed ||= climb.settled === 'no' && (reported || climb.stance === 'denies')
  if (hasCondition(grammar, verb)) settle(climb, 'hypothetical', `${word} ... if`, reported ? 'weakly' : 'firmly')
  else if (reported || climb.stance === 'denies') settle(climb, 'planned', word, 'weakly')
  else settle(climb, 'hypothetical', word, 'weakly')
}

/** "under the draft, they would first free the women": what a plan lays down is planned. */
function isUnderPlan(grammar: Grammar, verb: number): boolean {
  return grammar.tree
    .children(verb)
    .some((child) => grammar.prepositions(child)[0] === 'under' && PLANS.has(grammar.lemma(child)))
}
const PLANS = set('plan draft deal agreement accord proposal roadmap scheme arrangement framework treaty pact term')

function hasWithout(grammar: Grammar, verb: number): boolean {
  return grammar.tree.children(verb).some((child) => grammar.prepositions(child)[0] === 'without')
}

/** Whether a clause or phrase of condition hangs on the verb. */
function hasCondition(grammar: Grammar, verb: number): boolean {
  for (const child of grammar.tree.children(verb)) {
    if (grammar.relation(child) !== 'advcl') continue
    for (const mark of grammar.tree.children(child)) if (CONDITIONS.has(grammar.form(mark))) return true
    if (isInverted(grammar, child)) return true
  }
  return false
}

/** Whether the clause is what somebody says, promises, denies: a past or "would" in it is seen from there. */
export function isReported(grammar: Grammar, verb: number): boolean {
  let at = verb
  for (let steps = 0; steps < 3; steps++) {
    const above = grammar.clauseHead(at)
    if (above < 0) break
    const rel = grammar.relation(at)
    const word = grammar.lemma(above)
    if ((rel === 'ccomp' || rel === 'acl') && (SAYING.has(word) || governingOf(word) !== undefined)) return true
    if (rel !== 'conj' && rel !== 'xcomp') break
    at = above
  }
  return grammar.tree
    .children(verb)
    .some((child) => grammar.relation(child) === 'parataxis' && SAYING.has(grammar.lemma(child)))
}

/**
 * "has never closed the door and called on them to talk": behind "and", a past form with an object or phrase of its own is
 * a deed of its own, which "not" before another verb and its object does not reach.
 */
export function isOwnDeed(grammar: Grammar, verb: number): boolean {
  const first = grammar.head(verb)
  if (grammar.isPassive(first) || grammar.isPassive(verb) || !isPastForm(grammar, verb)) return false
  const before = grammar.tree.children(first)
  if (!before.some((child) => isNever(grammar, child) && child < first)) return false
  if (!before.some((child) => grammar.relation(child) === 'obj' && child > first)) return false
  const own = grammar.tree.children(verb)
  if (!own.some((child) => child < verb && /^(?:and|but)$/.test(grammar.form(child)))) return false
  return own.some((child) => child > verb && /^(?:obj|obl|xcomp|ccomp)$/.test(grammar.relation(child)))
}

function isPastForm(grammar: Grammar, verb: number): boolean {
  const tag = grammar.tokens.xpos[verb]
  return tag === 'VBD' || tag === 'VBN'
}
