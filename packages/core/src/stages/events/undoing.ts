import { type Climb, cancel } from './climb.ts'
import type { Draft } from './draft.ts'
import { governingOf } from './governors.ts'
import type { Grammar } from './grammar.ts'
import { verbWithParticle } from './own-words.ts'

/*
 * Words by which what was on its way is undone: "blocked the extradition", "pulled out of a meeting", "put paid to the
 * talks", "was about to be freed when the order was revoked". Own lists from general knowledge of English.
 */
const UNDOING = new Set('block stop halt reverse overturn quash prevent suspend thwart stay bar nix'.split(' '))
/** Deeds that are ordered first and done later, so that they can be stopped between. */
const ORDERED = new Set(['release', 'deportation', 'extradition', 'expulsion', 'departure', 'prisoner-swap'])
/** Nouns of what stands before such a deed: "the order for her release". */
const ORDERS = new Set('order plan decision ruling warrant decree bid request permission'.split(' '))
/** What one side alone calls off by staying away. Talks that are left have been held. */
const APPOINTED = new Set(['meeting', 'visit', 'third-place-meeting', 'phone-call'])
const LEAVING = new Set(['pull', 'back', 'withdraw', 'bow', 'drop', 'cry'])
const STRIKING = new Set(['remove', 'strike', 'drop', 'take', 'delete'])
const LISTS = new Set(['agenda', 'calendar', 'schedule', 'table', 'programme', 'program', 'diary'])
/** Farthest that the undoing clause may stand behind what it undoes, in tokens. */
const FAR = 30

/** Cancels an event that its sentence says was undone before it came about. */
export function readUndoing(grammar: Grammar, draft: Draft, climb: Climb): void {
  if (climb.stance === 'denies') return
  const noun = grammar.upos(draft.head) === 'NOUN' ? draft.head : -1
  // "Fisheries talks, due to open on Tuesday, have been called off": the parser took the plural noun for a verb.
  if (noun < 0 && draft.type.name === 'talks' && grammar.form(draft.head) === 'talks') {
    for (const child of grammar.tree.children(draft.head)) {
      if (grammar.relation(child) !== 'conj' || !grammar.isPassive(child) || grammar.childOf(child, 'cc') >= 0) continue
      if (governingOf(verbWithParticle(grammar, child))?.kind === 'cancelled') {
        cancel(climb, grammar.form(child))
        return
      }
    }
  }
  if (noun >= 0 && ORDERED.has(draft.type.name)) {
    const above = grammar.head(noun)
    const ordered = above >= 0 && grammar.relation(noun) === 'nmod' && ORDERS.has(grammar.lemma(above)) ? above : noun
    const verb = grammar.head(ordered)
    if (isUndergone(grammar, ordered, verb) && UNDOING.has(grammar.lemma(verb)) && isDone(grammar, verb)) {
      cancel(climb, grammar.form(verb))
      return
    }
  }
  if (noun >= 0 && draft.type.family === 'engagement') {
    const verb = grammar.head(noun)
    if (verb >= 0 && grammar.upos(verb) === 'VERB' && isDone(grammar, verb) && isLeft(grammar, draft, noun, verb)) {
      cancel(climb, grammar.form(verb))
      return
    }
  }
  if (climb.status === 'planned') readThwarting(grammar, draft, climb)
}

function isUndergone(grammar: Grammar, noun: number, verb: number): boolean {
  if (verb < 0 || grammar.upos(verb) !== 'VERB') return false
  return grammar.tokens.relation[noun] === 'obj' || grammar.tokens.relation[noun] === 'nsubj:pass'
}

/** Told as done: not "may block", "asked them to stop". */
function isDone(grammar: Grammar, verb: number): boolean {
  if (grammar.isInfinitive(verb) || grammar.isNegated(verb)) return false
  const tag = grammar.tokens.xpos[verb]
  if (tag !== 'VBD' && tag !== 'VBN') return false
  return !grammar.tree.children(verb).some((child) => grammar.tokens.xpos[child] === 'MD')
}

function isLeft(grammar: Grammar, draft: Draft, noun: number, verb: number): boolean {
  const word = grammar.lemma(verb)
  const prepositions = grammar.prepositions(noun)
  if (APPOINTED.has(draft.type.name) && LEAVING.has(word))
    return prepositions.includes('from') || (prepositions.includes('of') && grammar.form(verb + 1) === 'out')
  // "put paid to the talks"
  if (word === 'pay' || word === 'put')
    return (
      prepositions.includes('to') &&
      /^paid$/.test(grammar.form(word === 'pay' ? verb : verb + 1)) &&
      isPut(grammar, verb)
    )
  if (!STRIKING.has(word) || !isUndergone(grammar, noun, verb)) return false
  return grammar.tree
    .children(verb)
    .some((child) => LISTS.has(grammar.lemma(child)) && /^(?:from|off)$/.test(grammar.prepositions(child)[0] ?? ''))
}

function isPut(grammar: Grammar, verb: number): boolean {
  return grammar.form(verb) === 'put' || (verb > 0 && /^put(?:s|ting)?$/.test(grammar.form(verb - 1)))
}

/** "was due to be freed, but the deal was scuppered": a plan of the past, and behind it the clause that ended it. */
function readThwarting(grammar: Grammar, draft: Draft, climb: Climb): void {
  const { tokens } = grammar
  const sentence = tokens.sentence[draft.head]
  if (!isPastPlan(grammar, draft.head)) return
  let turned = false
  for (let i = draft.head + 1; i < tokens.length && i < draft.head + FAR && tokens.sentence[i] === sentence; i++) {
    if (/^(?:when|but|until)$/.test(grammar.form(i))) turned = true
    if (!turned || grammar.upos(i) !== 'VERB') continue
    const word = verbWithParticle(grammar, i)
    const undone = governingOf(word)?.kind === 'cancelled' || (UNDOING.has(word) && grammar.isPassive(i))
    if ((undone && isDone(grammar, i)) || (grammar.form(i) === 'put' && grammar.form(i + 1) === 'paid')) {
      cancel(climb, grammar.form(i))
      return
    }
  }
}

/** "was about to", "had been due to", "were to": before the deed a past form of "be". */
function isPastPlan(grammar: Grammar, head: number): boolean {
  const { tokens } = grammar
  for (let i = head - 1; i >= 0 && tokens.sentence[i] === tokens.sentence[head]; i--) {
    const word = grammar.form(i)
    if (word === 'was' || word === 'were' || (word === 'been' && grammar.form(i - 1) === 'had')) return true
    if (grammar.upos(i) === 'VERB' && tokens.xpos[i] === 'VBD') return false
  }
  return false
}
