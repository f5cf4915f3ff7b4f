import { governingOf, rejects } from './governors.ts'
import type { Grammar } from './grammar.ts'

/*
 * What is only told: reports, claims and rumours, the clause that says what they tell, and whether it is called untrue. Own
 * lists from general knowledge of English; no corpus text.
 */

/** "a report in a local paper that it had agreed": the clause is the report's, though the parser hung it on the paper. */
export function toldNounOf(grammar: Grammar, clause: number, noun: number): number {
  let at = noun
  for (let steps = 0; steps < 3 && grammar.upos(at) !== 'VERB'; steps++) {
    if (governingOf(grammar.lemma(at))?.kind === 'hearsay') return isContentClause(grammar, clause, at) ? at : noun
    if (grammar.relation(at) !== 'nmod' || grammar.head(at) < 0) break
    at = grammar.head(at)
  }
  return noun
}

/** "the claim that they freed him": "that" is no object where the verb has another, though the parser made it one. */
export function isContentClause(grammar: Grammar, verb: number, noun: number): boolean {
  if (!governingOf(grammar.lemma(noun))) return false
  let that = false
  let subject = false
  let object = grammar.isPassive(verb)
  for (const child of grammar.tree.children(verb)) {
    const rel = grammar.relation(child)
    if (grammar.form(child) === 'that' && child < verb) {
      that = true
      // "a report that it had agreed to reopen the road": a conjunction is no object, and nothing is missing.
      if (grammar.upos(child) === 'SCONJ') object = true
    } else if (rel === 'nsubj') subject = true
    else if (rel === 'obj' || (rel === 'xcomp' && grammar.childOf(child, 'obj') >= 0)) object = true
  }
  return that && subject && object
}

/** "reports of talks", "claims that it had freed them": something told as told. */
export function isTold(grammar: Grammar, noun: number): boolean {
  if (grammar.upos(noun) !== 'NOUN') return false
  return governingOf(grammar.lemma(noun))?.kind === 'hearsay' || TALES.has(grammar.lemma(noun))
}
const TALES = new Set(['rumour', 'rumor', 'suggestion', 'speculation'])
/** "a claim that ... was dismissed", "reports that ... turned out to be wrong". */
export function isToldFalse(grammar: Grammar, above: number, word: string): boolean {
  if (grammar.upos(above) === 'VERB' && grammar.isPassive(above))
    return rejects(word) || governingOf(word)?.kind === 'denies'
  const predicate = PROVING.has(word) ? grammar.childOf(above, 'xcomp') : above
  if (predicate < 0 || grammar.upos(predicate) === 'VERB') return false
  return FALSE_WORDS.has(grammar.lemma(predicate)) || governingOf(grammar.lemma(predicate))?.kind === 'denies'
}
const PROVING = new Set(['turn', 'prove'])
const FALSE_WORDS = new Set(['wrong', 'inaccurate', 'mistaken', 'premature', 'exaggerated', 'incorrect'])

export const CALLING = new Set(['call', 'brand', 'label', 'describe', 'denounce', 'declare'])

/** "called the reports a lie": the parser may hang the predicate on what stands before it. */
export function isCalledFalse(grammar: Grammar, noun: number, verb: number): boolean {
  const { last } = grammar.tree.extent(verb)
  for (let i = noun + 1; i < last; i++) if (governingOf(grammar.lemma(i))?.kind === 'denies') return true
  return false
}
