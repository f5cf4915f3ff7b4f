import type { Climb } from './climb.ts'
import type { Draft } from './draft.ts'
import type { Grammar } from './grammar.ts'

/** "leaves for Oslo on Monday", "is due in Oslo": a journey told of before it is made. */
export function isJourneyAhead(grammar: Grammar, head: number): boolean {
  const word = grammar.lemma(head)
  if (word === 'due' || word === 'expect') return true
  return (word === 'leave' || word === 'depart') && /^VB[PZ]$/.test(grammar.tokens.xpos[head] ?? '')
}

/** What the same words make of a deed depends on what it is: harm is not offered, and what is vowed is threatened. */
export function settleByType({ type }: Draft, climb: Climb): void {
  const says = (word: string): boolean => climb.reasons.includes(`"${word}"`)
  if (type.temper === 'hostile' && climb.stance === 'asserts') {
    if (climb.status === 'planned' && type.family !== 'asks-and-answers' && (says('vow') || says('swear')))
      climb.status = 'threatened'
    else if (climb.status === 'offered' && (says('propose') || says('proposal'))) climb.status = 'requested'
  }
  // "are calling on": whoever asks has asked.
  if (
    type.family === 'asks-and-answers' &&
    climb.status === 'ongoing' &&
    climb.reasons.some((one) => one.endsWith('...ing"'))
  )
    climb.status = 'happened'
}
