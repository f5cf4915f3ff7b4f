import type { Climb } from './climb.ts'
import { settle } from './climb.ts'
import type { Draft } from './draft.ts'
import type { Grammar } from './grammar.ts'

/*
 * Clauses that speak of a deed as one that has not come, though no word of planning stands over it: what lies behind
 * "before" and "until" in the present tense, what nobody has told, who comes to a thing that lies ahead. Own lists from
 * general knowledge of English (present for future after these words: Quirk et al. 1985, section 14.22); no corpus text.
 */

/** Changes the status of a deed that its words tell as done only by their form. */
export function readNotCome(grammar: Grammar, draft: Draft, climb: Climb): void {
  if (climb.status !== 'happened' || climb.stance !== 'asserts') return
  const { head, type } = draft
  // "Prisoner swap under way": the headline has no verb.
  if (grammar.upos(head) === 'NOUN' && isUnderWay(grammar, head)) {
    settle(climb, 'ongoing', 'under way')
    return
  }
  if (type.family === 'engagement' || type.name === 'departure') {
    const modal = modalOverComing(grammar, head)
    if (modal >= 0) settle(climb, 'planned', grammar.form(modal))
  }
  const clause = clauseOf(grammar, draft.carrier)
  if (clause < 0 || !isPresent(grammar, clause)) return
  const mark = markOf(grammar, clause)
  if (mark >= 0) settle(climb, 'hypothetical', grammar.form(mark))
  else {
    const nobody = untoldBy(grammar, clause)
    if (nobody >= 0) settle(climb, 'hypothetical', grammar.form(nobody))
  }
}

function isUnderWay(grammar: Grammar, noun: number): boolean {
  const next = grammar.form(noun + 1)
  return next === 'underway' || (next === 'under' && grammar.form(noun + 2) === 'way')
}

/** The verb that the deed's clause hangs on: past coordinated verbs and infinitives; -1 where it is told by a noun. */
function clauseOf(grammar: Grammar, carrier: number): number {
  let at = carrier
  if (grammar.upos(at) === 'NOUN') return -1
  for (let steps = 0; steps < DEEPEST && at >= 0; steps++) {
    const rel = grammar.relation(at)
    if (rel !== 'conj' && rel !== 'xcomp') break
    at = grammar.head(at)
  }
  return at
}
const DEEPEST = 3

/** "before he is freed", "until it frees him": in the present or its perfect. */
function isPresent(grammar: Grammar, verb: number): boolean {
  const tag = grammar.tokens.xpos[verb]
  if (tag === 'VBZ' || tag === 'VBP') return true
  return grammar.tree.children(verb).some((child) => {
    const rel = grammar.relation(child)
    return (rel === 'aux' || rel === 'aux:pass' || rel === 'cop') && PRESENT.test(grammar.form(child))
  })
}
const PRESENT = /^(?:is|are|am|has|have|'s|’s|'re|’re|'ve|’ve)$/

/** "before", "until", "till", "unless" and "once" over an adverbial clause; -1 for none. */
function markOf(grammar: Grammar, verb: number): number {
  if (grammar.relation(verb) !== 'advcl') return -1
  return (
    grammar.tree
      .children(verb)
      .find((child) => child < verb && /^(?:before|until|till|unless|once)$/.test(grammar.form(child))) ?? -1
  )
}

/** "Nobody has told me she is free": the subject of saying that is nobody; -1 for none. */
function untoldBy(grammar: Grammar, verb: number): number {
  if (grammar.relation(verb) !== 'ccomp') return -1
  const above = grammar.head(verb)
  if (above < 0 || !TELLING.has(grammar.lemma(above))) return -1
  for (const child of grammar.tree.children(above)) {
    if (grammar.relation(child) !== 'nsubj') continue
    if (/^(?:nobody|none|no-one)$/.test(grammar.form(child))) return child
    const no = grammar.tree.children(child).find((below) => /^(?:no|neither|none)$/.test(grammar.form(below)))
    if (no !== undefined) return no
  }
  return -1
}
const TELLING = new Set('tell say inform notify assure confirm announce'.split(' '))

/** "Leaders arriving for the summit should not shake hands": they have yet to arrive; -1 for no modal. */
function modalOverComing(grammar: Grammar, verb: number): number {
  if (grammar.tokens.xpos[verb] !== 'VBG' || grammar.tokens.relation[verb] !== 'acl') return -1
  const noun = grammar.head(verb)
  const above = noun < 0 ? -1 : grammar.head(noun)
  if (above < 0 || grammar.relation(noun) !== 'nsubj') return -1
  const auxiliaries = grammar.tree.children(above).filter((child) => grammar.relation(child) === 'aux')
  if (auxiliaries.some((child) => grammar.form(child) === 'have')) return -1
  return auxiliaries.find((child) => grammar.tokens.xpos[child] === 'MD') ?? -1
}
