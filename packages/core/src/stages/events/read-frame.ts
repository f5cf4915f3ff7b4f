import { type Climb, cancel, settle } from './climb.ts'
import type { Draft } from './draft.ts'
import { governingOf } from './governors.ts'
import type { Grammar } from './grammar.ts'
import { verbWithParticle } from './own-words.ts'

/*
 * What stands around an event rather than above it and says that it is no fact: a condition, a rule about whoever does
 * it, a plan whose clause it shares, a heading that orders it. Own lists from general knowledge of English (generic and
 * free-choice noun phrases: Huddleston and Pullum 2002, chapter 5, sections 7.5 and 8; imperatives: chapter 10, section
 * 9); no corpus text.
 */

/** What has not come about, for an event that shares its clause. */
const UNREAL = new Set(['planned', 'hypothetical', 'requested', 'offered', 'threatened'])
const CONDITIONS = new Set(['if', 'should'])
const ANYBODY = new Set(['anyone', 'anybody', 'whoever', 'whomever', 'everyone'])
/** Nouns that only prepare what they are for. */
const PREPARED = new Set(
  `date venue timetable timeline timeframe format framework roadmap agenda site setting room space window opening
  schedule place groundwork mandate team platform formula basis path way route slot ground`.split(/\s+/),
)
/** Verbs by which what is prepared is settled. */
const SETTLING = new Set('set fix agree announce confirm choose pick schedule name pencil earmark'.split(' '))
/** Most steps up to the clause that a participle or a relative clause belongs to. */
const MOST_STEPS = 4

/** Reads the frame of an event into its climb; `outerOf` reads how real the clause of a verb is. */
export function readFrame(grammar: Grammar, draft: Draft, climb: Climb, outerOf: (verb: number) => Climb): void {
  const { carrier } = draft
  if (climb.stance === 'asserts' && isCondition(grammar, climb, carrier)) {
    climb.status = 'hypothetical'
    climb.reasons.push('"if"')
  }
  if (grammar.upos(draft.head) === 'NOUN') readNounFrame(grammar, draft, climb)
  if (climb.settled === 'no' && climb.stance === 'asserts' && grammar.upos(carrier) === 'VERB') {
    if (isOrdered(grammar, carrier)) settle(climb, 'requested', 'imperative')
    else if (isOfAnybody(grammar, carrier)) settle(climb, 'hypothetical', 'any')
    else if (isBeforeAny(grammar, carrier)) settle(climb, 'hypothetical', 'before any')
    else readShared(grammar, draft, climb, outerOf)
  }
  if (climb.status === 'planned' && climb.stance === 'asserts') {
    const end = calledOffBehind(grammar, carrier)
    if (end !== '') cancel(climb, end)
  }
}

/** "will expel him if the talks fail": what waits for a condition is no plan yet. */
function isCondition(grammar: Grammar, climb: Climb, verb: number): boolean {
  if (climb.status !== 'planned') return false
  if (!grammar.tree.children(verb).some((child) => /^(?:will|would|'ll|’ll|'d|’d)$/.test(grammar.form(child))))
    return false
  return grammar.tree
    .children(verb)
    .some(
      (child) =>
        grammar.relation(child) === 'advcl' &&
        grammar.tree.children(child).some((mark) => CONDITIONS.has(grammar.form(mark))),
    )
}

/**
 * "no extradition request", "the plan calls for a truce and the release of all", "stopped his extradition", "until the
 * extradition is decided": a noun that names what is asked, drafted, stopped or not decided yet.
 */
function readNounFrame(grammar: Grammar, { head, carrier, type }: Draft, climb: Climb): void {
  const above = grammar.head(head)
  if (above < 0) return
  const rel = grammar.relation(head)
  if (rel === 'compound' && climb.settled === 'no' && ASKED.has(grammar.lemma(above))) {
    settle(climb, 'requested', grammar.lemma(above))
    return
  }
  if (climb.settled !== 'no' || climb.stance !== 'asserts') return
  const isDeed = type.family === 'custody' || type.name === 'prisoner-swap' || type.name === 'expulsion'
  const word = grammar.lemma(above)
  const isObject = rel === 'obj' || grammar.tokens.relation[head] === 'nsubj:pass'
  if (isDeed && isObject && STOPPING.has(word) && !grammar.isNegated(above)) cancel(climb, word)
  else if (isDeed && isObject && (DECIDING.has(word) || (word === 'raise' && YIELDED.has(type.name))))
    settle(climb, 'hypothetical', word)
  else if (carrier === head && isDeed && isDrafted(grammar, head)) settle(climb, 'planned', 'as proposed')
}
const ASKED = new Set(['request', 'demand', 'bid', 'plea', 'petition', 'application'])
const STOPPING = new Set(['stop', 'block', 'prevent', 'bar', 'halt', 'freeze'])
/** Deeds that are raised in talks because they are wanted; an arrest is raised because it happened. */
const YIELDED = new Set(['release', 'pardon', 'extradition', 'prisoner-swap'])
const DECIDING = new Set(['decide', 'consider', 'weigh', 'review', 'discuss', 'debate', 'examine', 'hear'])
const DRAFTS = new Set('proposal plan draft roadmap resolution blueprint text framework initiative bill'.split(' '))
const PROVIDING = new Set('call provide envisage envision foresee propose require entail include'.split(' '))

/** A draft and what it provides stand before the word. */
function isDrafted(grammar: Grammar, index: number): boolean {
  const { tokens } = grammar
  let provides = false
  for (let i = index - 1; i >= 0 && tokens.sentence[i] === tokens.sentence[index]; i--) {
    const word = grammar.lemma(i)
    if (PROVIDING.has(word)) provides = true
    else if (provides && DRAFTS.has(word) && grammar.upos(i) === 'NOUN') return true
  }
  return false
}

/** "Norland: Free the writers", "Release them at once": a bare verb without a subject orders what it names. */
function isOrdered(grammar: Grammar, verb: number): boolean {
  const tag = grammar.tokens.xpos[verb]
  if (tag !== 'VB' && tag !== 'VBP') return false
  const rel = grammar.relation(verb)
  if (rel !== 'root' && rel !== 'parataxis' && rel !== 'appos') return false
  const opens = verb === 0 || grammar.tokens.sentence[verb - 1] !== grammar.tokens.sentence[verb]
  if (!opens && !/^[:"“‘]$/.test(grammar.form(verb - 1))) return false
  return !grammar.tree
    .children(verb)
    .some((child) => /^(?:nsubj|aux|mark|expl|csubj)$/.test(grammar.relation(child)) && child < verb)
}

/** "any mayor found meeting them", "whoever frees them": a rule for whoever does it, and nobody has. */
function isOfAnybody(grammar: Grammar, verb: number): boolean {
  let at = verb
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const rel = grammar.relation(at)
    const subject = grammar.surfaceSubject(at)
    // "denies that any deal was ever signed": under a denial "any" is none.
    if (subject >= 0 && !grammar.isPassive(at) && isAnybody(grammar, subject)) return true
    const above = grammar.head(at)
    if (above < 0 || !/^(?:acl|xcomp|advcl|ccomp)$/.test(rel)) return false
    if (rel === 'acl' && grammar.upos(above) !== 'VERB') return isAnybody(grammar, above)
    if (rel === 'ccomp' || grammar.tokens.relation[at] === 'advcl') return false
    at = above
  }
  return false
}

/** "collapsed before any prisoners were freed": none had been. "before anyone was arrested" may be long before. */
function isBeforeAny(grammar: Grammar, verb: number): boolean {
  if (grammar.relation(verb) !== 'advcl' || !grammar.isPassive(verb)) return false
  if (!grammar.tree.children(verb).some((child) => child < verb && grammar.form(child) === 'before')) return false
  const undergoer = grammar.undergoer(verb)
  return undergoer >= 0 && grammar.tree.children(undergoer).some((child) => grammar.form(child) === 'any')
}

function isAnybody(grammar: Grammar, noun: number): boolean {
  if (ANYBODY.has(grammar.form(noun))) return grammar.form(noun) !== 'everyone'
  return grammar.tree.children(noun).some((child) => grammar.relation(child) === 'det' && grammar.form(child) === 'any')
}

/**
 * "plan to send a letter asking for monitors", "would pardon fighters who hand over their arms": what is told in the
 * clause of something that has not come about, without a tense of its own or in the present of rules, has not either.
 */
function readShared(grammar: Grammar, draft: Draft, climb: Climb, outerOf: (verb: number) => Climb): void {
  const { carrier } = draft
  const tag = grammar.tokens.xpos[carrier]
  const full = grammar.tokens.relation[carrier] ?? ''
  const hasAuxiliary = grammar.tree.children(carrier).some((child) => grammar.relation(child) === 'aux')
  if (hasAuxiliary) return
  // "will hold an exercise aimed at restoring ties"
  if (tag === 'VBG' && /^(?:at|to)$/.test(grammar.form(carrier - 1)) && AIMING.has(grammar.lemma(carrier - 2))) {
    const verb = verbAbove(grammar, carrier - 2)
    if (verb >= 0 && UNREAL.has(outerOf(verb).status))
      settle(climb, 'planned', `${grammar.form(carrier - 2)} ${grammar.form(carrier - 1)}`)
    return
  }
  const isParticiple = tag === 'VBG' && (full === 'acl' || full === 'advcl') && !isMarked(grammar, carrier)
  const isRule =
    full === 'acl:relcl' && (tag === 'VBP' || tag === 'VBZ' || tag === 'VB') && draft.type.name !== 'custody'
  if (!isParticiple && !isRule) return
  const verb = verbAbove(grammar, carrier)
  if (verb < 0) return
  const outer = outerOf(verb)
  if (outer.stance === 'asserts' && UNREAL.has(outer.status)) {
    // A part of a request is no request; whoever it is asked of has not done it.
    const status = isRule || outer.status === 'requested' || outer.status === 'offered' ? 'hypothetical' : outer.status
    settle(climb, status, outer.reasons.join(', ').replaceAll('"', ''))
  }
}

const AIMING = new Set(['aim', 'direct', 'gear', 'devote'])

/** "by freeing them", "after freeing them": a clause that is led by a word of its own. */
function isMarked(grammar: Grammar, verb: number): boolean {
  return grammar.tree.children(verb).some((child) => /^(?:mark|case)$/.test(grammar.relation(child)) && child < verb)
}

function verbAbove(grammar: Grammar, index: number): number {
  let at = grammar.head(index)
  for (let steps = 0; steps < MOST_STEPS && at >= 0; steps++) {
    if (grammar.upos(at) === 'VERB') return at
    at = grammar.head(at)
  }
  return -1
}

/** "was planned for Monday but it was called off": the word that ends, behind it, what had been planned; else empty. */
function calledOffBehind(grammar: Grammar, carrier: number): string {
  const { tokens } = grammar
  const sentence = tokens.sentence[carrier]
  for (let i = carrier + 1; i < tokens.length && tokens.sentence[i] === sentence; i++) {
    if (grammar.upos(i) !== 'VERB' || grammar.isNegated(i)) continue
    const word = verbWithParticle(grammar, i)
    if (governingOf(word)?.kind !== 'cancelled') continue
    const subject = grammar.surfaceSubject(i)
    if (subject > carrier && /^(?:it|they|this|these|which)$/.test(grammar.form(subject)) && grammar.isPassive(i))
      return word
  }
  return ''
}

/** "a date for talks", "no venue for a meeting": the word by which the event below is only prepared; else empty. */
export function preparedBy(grammar: Grammar, at: number, above: number): { word: string; isSettled: boolean } | null {
  const noun = preparedNoun(grammar, at, above)
  if (noun < 0) return null
  const verb = grammar.head(noun)
  const isSettled =
    verb >= 0 &&
    grammar.upos(verb) === 'VERB' &&
    SETTLING.has(grammar.lemma(verb)) &&
    !grammar.isNegated(verb) &&
    !grammar.tree.children(noun).some((child) => grammar.form(child) === 'no')
  return { word: `${grammar.lemma(noun)} ${grammar.prepositions(at)[0]}`, isSettled }
}

/** The noun of preparation that an event is for; -1 for none. */
function preparedNoun(grammar: Grammar, at: number, above: number): number {
  const preposition = grammar.prepositions(at)[0]
  const rel = grammar.relation(at)
  if ((rel !== 'nmod' && rel !== 'obl') || (preposition !== 'for' && preposition !== 'of')) return -1
  // "the format of the talks" may be of talks that are held; "a format of talks" is of none yet.
  if (
    preposition === 'of' &&
    grammar.tree.children(at).some((child) => /^(?:det|nmod)$/.test(grammar.relation(child)) && child < at)
  )
    return -1
  const before = grammar.tree.children(at).find((child) => grammar.form(child) === preposition)
  // "drew up an agenda for talks": the parser may hang the phrase on the verb.
  const noun = rel === 'nmod' ? above : (before ?? 0) - 1
  return noun >= 0 && grammar.upos(noun) === 'NOUN' && PREPARED.has(grammar.lemma(noun)) ? noun : -1
}
