import type { EventStatus, Stance } from '../../model/index.ts'
import type { Draft } from './draft.ts'
import type { Grammar } from './grammar.ts'
import { governingOf, SAYING } from './lexicon.ts'

export interface Modality {
  readonly status: EventStatus
  readonly stance: Stance
  /** Why, in words; empty for a plain assertion. */
  readonly reason: string
  /** True where the will of the doer is told by auxiliary or a plain verb of planning: "will", "plans to". */
  readonly willed: boolean
}

const PLANNED = new Set(['will', 'shall', "'ll", '’ll', 'wo', 'gonna', 'sha'])
const HYPOTHETICAL = new Set(['could', 'might', 'may', 'can', 'ca'])
const OBLIGED = new Set(['must', 'should', 'ought', 'need'])
/** Verbs whose happening follows from what they govern, however they are used. */
const WILLED = new Set([
  'plan',
  'intend',
  'decide',
  'aim',
  'prepare',
  'set',
  'plans',
  'ready',
  'go',
  'vow',
  'expect',
  'announce',
  'determined',
  'poised',
  'decision',
  'intention',
  'schedule',
])
const MAX_STEPS = 8

/** State of what has been found on the way up from a trigger. */
interface Climb {
  status: EventStatus
  stance: Stance
  reason: string
  willed: boolean
  settled: boolean
}

/**
 * Reads how real an event is from tense, modals and the words that govern it: "plans to free", "refused to free",
 * "was not freed", "if freed". Looks upwards at most to the clause of the nearest verb of saying.
 */
export function readModality(grammar: Grammar, draft: Draft): Modality {
  const climb: Climb = { status: 'happened', stance: 'asserts', reason: '', willed: false, settled: false }
  if (draft.carrier !== draft.head) {
    readNoun(grammar, draft.head, climb)
    readCarrierVerb(grammar, draft, climb)
    readVerb(grammar, draft.carrier, climb, draft.head)
    climbFrom(grammar, draft.carrier, climb)
  } else if (grammar.upos(draft.head) === 'NOUN') {
    readNoun(grammar, draft.head, climb)
    climbFrom(grammar, draft.head, climb)
  } else {
    readVerb(grammar, draft.head, climb)
    climbFrom(grammar, draft.head, climb)
  }
  const nothing = negativeObject(grammar, draft.head)
  if (nothing >= 0) deny(climb, grammar.form(nothing))
  return { status: climb.status, stance: climb.stance, reason: climb.reason, willed: climb.willed }
}

/** "asked for nothing", "freed nobody": the word that leaves the verb without an object; -1 where there is none. */
function negativeObject(grammar: Grammar, verb: number): number {
  for (const child of grammar.tree.children(verb)) {
    const rel = grammar.relation(child)
    if (rel !== 'obj' && rel !== 'obl') continue
    const word = grammar.form(child)
    if (word === 'nothing' || word === 'nobody' || word === 'none') return child
  }
  return -1
}

/** The verb that carries a noun may itself call the event off, offer it or plan it. */
function readCarrierVerb(grammar: Grammar, draft: Draft, climb: Climb): void {
  const word = verbWithParticle(grammar, draft.carrier)
  const governing = governingOf(word)
  if (governing?.kind === 'denies') deny(climb, word)
  else if (governing?.kind === 'status') set(climb, governing.status, word)
}

/** "rule-out", "call-off": particles change what a verb says of what it governs. */
function verbWithParticle(grammar: Grammar, verb: number): string {
  const particle = grammar.childOf(verb, 'compound:prt')
  const word = grammar.lemma(verb)
  if (particle < 0) return word
  const joined = `${word}-${grammar.form(particle)}`
  return governingOf(joined) ? joined : word
}

function set(climb: Climb, status: EventStatus, word: string): void {
  if (climb.settled) return
  climb.status = status
  climb.settled = true
  climb.reason = `"${word}"`
}

function deny(climb: Climb, word: string): void {
  climb.stance = climb.stance === 'denies' ? 'asserts' : 'denies'
  climb.reason = climb.reason === '' ? `"${word}"` : `${climb.reason}, "${word}"`
}

/** Own determiner and modifiers of a noun: "no talks", "planned talks", "possible release". */
function readNoun(grammar: Grammar, noun: number, climb: Climb): void {
  for (const child of grammar.tree.children(noun)) {
    const rel = grammar.relation(child)
    const word = grammar.form(child)
    if (rel === 'det' && (word === 'no' || word === 'neither')) deny(climb, word)
    else if (rel === 'advmod' && word === 'not') deny(climb, word)
    else if (rel === 'amod' || rel === 'compound') {
      if (PLANNED_MODIFIERS.has(word)) set(climb, 'planned', word)
      else if (POSSIBLE_MODIFIERS.has(word)) set(climb, 'hypothetical', word)
      else if (CANCELLED_MODIFIERS.has(word)) set(climb, 'cancelled', word)
      else if (ONGOING_MODIFIERS.has(word)) set(climb, 'ongoing', word)
    }
  }
}

const PLANNED_MODIFIERS = new Set(
  'planned upcoming future forthcoming scheduled expected promised impending intended pending proposed next imminent agreed'.split(
    ' ',
  ),
)
const POSSIBLE_MODIFIERS = new Set(
  'possible potential likely hypothetical eventual future-possible prospective suggested'.split(' '),
)
const CANCELLED_MODIFIERS = new Set('cancelled canceled aborted postponed shelved scrapped'.split(' '))
const ONGOING_MODIFIERS = new Set('ongoing continuing continued current'.split(' '))

/** Auxiliaries, negation, marks and adverbs of a verb or predicate. */
function readVerb(grammar: Grammar, verb: number, climb: Climb, except = -1): void {
  let progressive = false
  let past = false
  let perfect = false
  let conditional = ''
  let obliged = ''
  const { tokens, tree } = grammar
  const tag = tokens.xpos[verb] ?? ''
  for (const child of tree.children(verb)) {
    const rel = grammar.relation(child)
    const word = grammar.form(child)
    if (rel === 'aux' || rel === 'cop') {
      if (PLANNED.has(word)) {
        climb.willed ||= !climb.settled
        set(climb, 'planned', word)
      } else if (HYPOTHETICAL.has(word)) set(climb, 'hypothetical', word)
      else if (OBLIGED.has(word)) obliged = word
      else if (word === 'would' || word === "'d") conditional = word
      else if (grammar.lemma(child) === 'be' && tag === 'VBG') {
        progressive = true
        past = word === 'was' || word === 'were' || word === 'been'
      } else if (grammar.lemma(child) === 'have') perfect = true
    } else if (rel === 'mark' || rel === 'advmod') {
      if (word === 'if' || word === 'unless' || word === 'lest') set(climb, 'hypothetical', word)
      else if (word === 'whether') {
        climb.stance = 'questions'
        set(climb, 'hypothetical', word)
      } else if (word === 'until' || word === 'once') {
        if (tag !== 'VBD' && tag !== 'VBN') set(climb, 'hypothetical', word)
      } else if (word === 'without' || word === 'instead') deny(climb, word)
      else if (word === 'possibly' || word === 'perhaps' || word === 'maybe') set(climb, 'hypothetical', word)
      else if (word === 'never' || word === 'not' || word === "n't" || word === 'n’t' || word === 'hardly')
        deny(climb, word)
    } else if (rel === 'cc' && (word === 'nor' || word === 'neither')) deny(climb, word)
    else if (rel === 'nsubj' && child !== except && (word === 'nobody' || word === 'none' || grammar.isNegated(child)))
      deny(climb, word)
  }
  if (conditional !== '') {
    // "would have" is counterfactual; under a past saying "would" is a future told of.
    if (!perfect) {
      climb.willed ||= !climb.settled
      set(climb, isReported(grammar, verb) ? 'planned' : 'hypothetical', conditional)
    } else if (climb.stance === 'denies' && hasWithout(grammar, verb)) {
      climb.stance = 'asserts'
      climb.reason = 'would not have been without'
    } else set(climb, 'hypothetical', 'would have')
  } else if (obliged !== '') set(climb, 'requested', obliged)
  if (progressive && !past) set(climb, 'ongoing', 'present progressive')
}

function hasWithout(grammar: Grammar, verb: number): boolean {
  return grammar.tree.children(verb).some((child) => grammar.prepositions(child)[0] === 'without')
}

function isReported(grammar: Grammar, verb: number): boolean {
  let at = verb
  for (let steps = 0; steps < 3; steps++) {
    const above = grammar.head(at)
    if (above < 0) break
    const rel = grammar.relation(at)
    if (rel === 'ccomp' && (SAYING.has(grammar.lemma(above)) || governingOf(grammar.lemma(above)) !== undefined))
      return true
    if (rel !== 'conj' && rel !== 'xcomp') break
    at = above
  }
  return grammar.tree
    .children(verb)
    .some((child) => grammar.relation(child) === 'parataxis' && SAYING.has(grammar.lemma(child)))
}

function climbFrom(grammar: Grammar, start: number, climb: Climb): void {
  const { tokens } = grammar
  let at = start
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const above = grammar.head(at)
    if (above < 0) return
    const full = tokens.relation[at] ?? ''
    const rel = grammar.relation(at)
    const verbal = grammar.upos(above) === 'VERB' || grammar.upos(above) === 'AUX'
    if (rel === 'conj') {
      if (!sharesAuxiliaries(grammar, at)) {
        // "came and would meet": its own tense, but still below what governs both.
      } else readVerb(grammar, above, climb)
      at = above
      continue
    }
    if (full === 'acl:relcl' || rel === 'parataxis' || rel === 'appos' || rel === 'vocative' || rel === 'discourse')
      return
    if (rel === 'advcl' && !isInfinitive(grammar, at)) {
      if (!hasMark(grammar, at, GOVERNING_MARKS)) return
    }
    const noun = grammar.upos(at) === 'VERB' ? grammar.governedNoun(at) : -1
    if (noun >= 0) {
      const said = governingOf(grammar.lemma(noun))
      if (said) apply(climb, said, grammar.lemma(noun))
      readNoun(grammar, noun, climb)
      at = noun
      continue
    }
    const word = verbWithParticle(grammar, above)
    if (rel === 'nmod' || rel === 'obl') {
      if (grammar.prepositions(at).includes('including')) return
      const preposition = grammar.prepositions(at)[0] ?? ''
      if (preposition === 'without') {
        if (!verbal || !isCounterfactual(grammar, above)) deny(climb, 'without')
        return
      }
      if (STOPPING.has(preposition) || (preposition === 'over' && MEALS.has(grammar.lemma(at)))) return
    }
    const governing = rel === 'nsubj' && verbal && !UNACCUSATIVE.has(word) ? undefined : governingOf(word)
    if (governing) {
      apply(climb, rel === 'xcomp' && SEEKING.has(word) ? { kind: 'status', status: 'planned' } : governing, word)
      if (verbal || grammar.upos(above) === 'ADJ') {
        const inner = climb.status
        readVerb(grammar, above, climb)
        // "did not agree to free", "has agreed to free": the governor's own past is no past of what it governs.
        if (governing.kind === 'status' && inner !== climb.status && inner !== 'happened') climb.status = inner
      } else readNoun(grammar, above, climb)
    } else if (rel === 'nmod' && grammar.upos(above) === 'NOUN' && !TRANSPARENT.has(word)) {
      return
    } else if (rel === 'ccomp') {
      return
    } else if (verbal && (rel === 'xcomp' || rel === 'obj' || full === 'nsubj:pass' || rel === 'nsubj')) {
      // "the meeting should not be seen as ...": what a verb only speaks of is taken for granted.
      if (rel === 'xcomp' || UNACCUSATIVE.has(word)) readVerb(grammar, above, climb)
      if (rel === 'obj' && grammar.isNegated(above)) deny(climb, 'not')
      if (rel === 'xcomp' && isInfinitive(grammar, at) && grammar.upos(above) !== 'AUX' && !CLEAR_RAISING.has(word))
        set(climb, 'planned', `${word} to`)
    } else if (isInfinitive(grammar, at) && (rel === 'advcl' || rel === 'acl')) {
      // A purpose ("met to discuss a release") is not yet a fact.
      set(climb, 'planned', 'to')
      return
    } else if (rel === 'advcl') return
    at = above
  }
}

/** Nouns of parts and rows, through which a governor still reaches. */
const TRANSPARENT = new Set(
  'series round part number set string wave kind form day start beginning end resumption holding result outcome success process'.split(
    ' ',
  ),
)
const MEALS = new Set(['lunch', 'dinner', 'breakfast', 'banquet'])
const STOPPING = new Set(['after', 'during', 'since', 'following', 'before', 'amid', 'because', 'despite'])
const GOVERNING_MARKS = new Set(['from', 'of', 'for', 'to', 'in', 'on', 'about'])
/** Verbs that ask when they take a noun ("seek a release"), and only try when they take an infinitive. */
const SEEKING = new Set(['seek', 'push', 'press', 'campaign', 'need'])
const UNACCUSATIVE = new Set(
  'take happen occur begin start resume continue come go place follow fail collapse remain be expect schedule plan cancel'.split(
    ' ',
  ),
)
const CLEAR_RAISING = new Set(
  'be have use come go get dare seem appear happen turn proceed return rush move reach act'.split(' '),
)

function isCounterfactual(grammar: Grammar, verb: number): boolean {
  return grammar.tree
    .children(verb)
    .some((child) => grammar.relation(child) === 'aux' && grammar.form(child) === 'would')
}

function apply(climb: Climb, governing: NonNullable<ReturnType<typeof governingOf>>, word: string): void {
  if (governing.kind === 'denies') deny(climb, word)
  else if (governing.kind === 'status') {
    if (!climb.settled && WILLED.has(word)) climb.willed = true
    set(climb, governing.status, word)
  }
}

function sharesAuxiliaries(grammar: Grammar, verb: number): boolean {
  for (const child of grammar.tree.children(verb)) {
    const rel = grammar.relation(child)
    if (rel === 'nsubj' || rel === 'aux' || (rel === 'advmod' && NOT.has(grammar.form(child)))) return false
  }
  const tag = grammar.tokens.xpos[verb] ?? ''
  const first = grammar.tokens.xpos[grammar.head(verb)] ?? ''
  return tag === first || (tag !== 'VBD' && first !== 'VBD')
}
const NOT = new Set(['not', "n't", 'n’t', 'never'])

function isInfinitive(grammar: Grammar, verb: number): boolean {
  return hasMark(grammar, verb, TO)
}
const TO = new Set(['to'])

function hasMark(grammar: Grammar, verb: number, words: ReadonlySet<string>): boolean {
  for (const child of grammar.tree.children(verb)) {
    const rel = grammar.relation(child)
    if ((rel === 'mark' || rel === 'case') && words.has(grammar.form(child))) return true
  }
  return false
}
