import type { Grammar } from './grammar.ts'
import { BY_MEASURE } from './grammar-words.ts'
import { OBJECT_CONTROL, SAYING_NOUNS } from './lexicon.ts'

/*
 * Who does what a clause without a subject tells, where it is not the subject of the verb above: "accused X of taking
 * him", "persuaded X to free him", "warned X against striking". Own lists from general knowledge of English (object
 * control: Quirk et al. 1985, sections 16.36 to 16.65; prepositional gerunds: sections 16.56 to 16.59); no corpus text.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** By the word before the gerund: the verbs whose object does it. A star stands for every verb with such an object. */
const GERUND_CONTROL: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['of', set('accuse suspect convict acquit clear absolve exonerate warn find')],
  [
    'for',
    set(
      `blame criticize criticise condemn denounce praise thank commend hail applaud arrest detain jail imprison sentence
      convict fine punish sanction rebuke reprimand fault sue charge prosecute slam attack castigate berate forgive pardon
      excuse dismiss sack expel reward decorate honor honour *`,
    ),
  ],
  ['from', set('*')],
  ['into', set('*')],
  ['with', set('charge tax task entrust')],
  ['against', set('warn caution advise counsel')],
  ['on', set('congratulate compliment')],
  ['over', set('criticize criticise condemn denounce rebuke attack sue fine punish sanction')],
])
/** Of these an object that is not named is somebody all the same: "warned against striking". */
const UNNAMED = set('warn caution advise counsel argue')

/** What the finding of who does it asks of the grammar. */
type ControlGrammar = Pick<
  Grammar,
  | 'lemma'
  | 'form'
  | 'upos'
  | 'relation'
  | 'head'
  | 'childOf'
  | 'prepositions'
  | 'isPassive'
  | 'surfaceSubject'
  | 'undergoer'
  | 'recipient'
  | 'isInfinitive'
> & {
  xpos(index: number): string
  isNominal(index: number): boolean
  isVerbal(index: number): boolean
  children(index: number): readonly number[]
  /** Whether a phrase can be somebody. */
  isSomebody(index: number): boolean
}

/** Nobody is named: whoever it is, it is not the subject of the verb above. */
export const NOBODY = -2

/**
 * Who in the clause of the verb `above` does what its clause `below` tells: the one who is accused, asked, stopped,
 * praised. `NOBODY` where that one is not named; -1 where the verb controls nobody, so that its subject does it.
 */
export function controllerOf(g: ControlGrammar, above: number, below: number): number {
  const word = g.lemma(above)
  const mark = markOf(g, below)
  if (mark === 'to' || mark === '') {
    if (!OBJECT_CONTROL.has(word) || (mark === '' && g.relation(below) === 'advcl')) return -1
    return objectOf(g, above)
  }
  const verbs = GERUND_CONTROL.get(mark)
  if (verbs === undefined || !(verbs.has(word) || verbs.has('*'))) return -1
  const found = objectOf(g, above)
  // "refrained from criticizing the party and praised Roe": the object of a later verb is none of this one.
  const object = found > below ? -1 : found
  if (object < 0) return UNNAMED.has(word) && mark === 'against' ? NOBODY : -1
  return verbs.has(word) || g.isSomebody(object) ? object : -1
}

/**
 * The clause hangs on a phrase of the verb that governs it: "persuaded the rebels to free him" on its object, "were
 * accused by residents of shooting" on its agent. Says who does it as `controllerOf`; -1 where it belongs to the noun.
 */
export function controllerPast(g: ControlGrammar, noun: number, below: number): number {
  const verb = g.head(noun)
  if (verb < 0) return -1
  const rel = g.relation(noun)
  if (rel === 'obj' || rel === 'iobj') {
    const mark = markOf(g, below)
    if (mark === 'to') return OBJECT_CONTROL.has(g.lemma(verb)) && g.isSomebody(noun) ? noun : -1
    return GERUND_CONTROL.get(mark)?.has(g.lemma(verb)) ? noun : -1
  }
  if (rel === 'obl' && g.isPassive(verb)) {
    const verbs = GERUND_CONTROL.get(markOf(g, below))
    return verbs?.has(g.lemma(verb)) ? g.surfaceSubject(verb) : -1
  }
  return -1
}

function objectOf(g: ControlGrammar, verb: number): number {
  if (g.isPassive(verb)) return g.surfaceSubject(verb)
  const recipient = g.recipient(verb)
  return recipient >= 0 ? recipient : g.undergoer(verb)
}

/** The first mark of a clause: "to", "of", "for"; empty for none. */
function markOf(g: ControlGrammar, clause: number): string {
  for (const child of g.children(clause)) {
    const rel = g.relation(child)
    if ((rel === 'mark' || rel === 'case') && child < clause) return g.form(child)
  }
  return ''
}

/** "returned a letter from the envoy proposing talks": who wrote what stands right before the participle; -1 for none. */
export function writerBefore(g: ControlGrammar, verb: number): number {
  if (g.xpos(verb) !== 'VBG' || !g.isNominal(verb - 1)) return -1
  let noun = verb - 1
  let writer = -1
  for (let up = 0; up < 3 && !SAYING_NOUNS.has(g.lemma(noun)); up++) {
    const preposition = g.prepositions(noun)[0]
    if (
      (g.relation(noun) === 'nmod' || g.relation(noun) === 'obl') &&
      (preposition === 'from' || preposition === 'by' || preposition === 'of')
    )
      writer = noun
    // "a letter to the head of the agency": who gets it did not write it.
    if (preposition === 'to') writer = -1
    noun = letterBefore(g, noun)
    if (noun < 0 || !g.isNominal(noun)) return -1
  }
  if (!SAYING_NOUNS.has(g.lemma(noun))) return -1
  return writer >= 0 ? writer : g.childOf(noun, 'nmod:poss')
}

/** "called on them to leave": the one called on. */
export function askedOf(g: ControlGrammar, verb: number): number {
  const word = g.lemma(verb)
  if (word !== 'call' && word !== 'appeal' && word !== 'plead' && word !== 'rely') return -1
  for (const child of g.children(verb)) {
    if (g.relation(child) !== 'obl' || BY_MEASURE.has(g.lemma(child))) continue
    const preposition = g.prepositions(child)[0]
    if (preposition === 'on' || preposition === 'to' || preposition === 'upon' || preposition === 'with') return child
  }
  return -1
}

/** What a phrase belongs to: its noun, or the object right before it where the parser hung it on the verb. */
function letterBefore(g: ControlGrammar, noun: number): number {
  const above = g.head(noun)
  if (g.relation(noun) !== 'obl' || above < 0) return above
  const object = g.childOf(above, 'obj')
  return object >= 0 && object < noun && SAYING_NOUNS.has(g.lemma(object)) ? object : -1
}

/** "approved the extradition of Roe to face trial": whoever is moved is who faces it. */
export function facingOf(g: ControlGrammar, verb: number, above: number): number {
  if (g.lemma(verb) !== 'face' || !g.isInfinitive(verb) || !g.isVerbal(above)) return -1
  const moved = g.undergoer(above)
  for (const child of moved >= 0 ? g.children(moved) : [])
    if (g.relation(child) === 'nmod' && child < verb && g.prepositions(child)[0] === 'of') return child
  return moved < verb && moved >= 0 && g.upos(moved) === 'PROPN' ? moved : -1
}

interface PredicateGrammar extends Pick<ControlGrammar, 'childOf' | 'upos'> {
  ownSubject(verb: number): number
}

/** "Norland was the first country she visited": what is told of the predicate is told of its subject. */
export function predicatedOf(g: PredicateGrammar, noun: number): number {
  const subject = g.childOf(noun, 'cop') >= 0 ? g.ownSubject(noun) : -1
  return subject >= 0 && g.upos(subject) === 'PROPN' ? subject : noun
}
