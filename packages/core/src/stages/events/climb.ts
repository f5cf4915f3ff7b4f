import type { EventStatus, Stance } from '../../model/index.ts'
import type { Governing } from './governors.ts'

/**
 * What has been read of an event on the way up from its trigger. The innermost word that settles the status keeps it,
 * since it says what kind of thing is denied, asked or doubted further out; a modal settles it only weakly.
 */
export interface Climb {
  status: EventStatus
  stance: Stance
  /** The words that decided, from the inside out. */
  readonly reasons: string[]
  /** True where the will of the doer is told by auxiliary or a plain verb of planning: "will", "plans to". */
  willed: boolean
  settled: 'no' | 'weakly' | 'firmly'
  /** Negating tokens that have been counted: each counts once, however often it is passed. */
  readonly counted: Set<number>
  /** The last governor said that it is ruled out. */
  ruledOut: boolean
}

export function createClimb(): Climb {
  return {
    status: 'happened',
    stance: 'asserts',
    reasons: [],
    willed: false,
    settled: 'no',
    counted: new Set(),
    ruledOut: false,
  }
}

/** Sets the status, unless something further in has. */
export function settle(climb: Climb, status: EventStatus, word: string, how: 'weakly' | 'firmly' = 'firmly'): void {
  if (climb.settled === 'firmly') return
  if (climb.settled === 'weakly' && !overrides(climb.status, status)) return
  climb.status = status
  climb.settled = how
  climb.reasons.push(`"${word}"`)
}

/** "warned that it would", "offered that it would", "hopes that it will": more than the modal says. */
function overrides(inner: EventStatus, outer: EventStatus): boolean {
  if (inner === 'planned') return outer !== 'planned' && outer !== 'happened'
  return inner === 'hypothetical' && outer === 'threatened'
}

/** Turns assertion into denial and back: "did not deny". `token` is the negating word. */
export function deny(climb: Climb, token: number, word: string): void {
  if (climb.counted.has(token)) return
  climb.counted.add(token)
  climb.stance = climb.stance === 'denies' ? 'asserts' : 'denies'
  climb.reasons.push(`"${word}"`)
  if (climb.ruledOut && climb.stance === 'asserts') {
    climb.status = 'hypothetical'
    climb.ruledOut = false
  }
}

export function question(climb: Climb, word: string): void {
  climb.stance = 'questions'
  climb.reasons.push(`"${word}"`)
}

/** What was on its way is off, whatever made it a plan. */
export function cancel(climb: Climb, word: string): void {
  climb.reasons.push(`"${word}"`)
  climb.status = 'cancelled'
  climb.settled = 'firmly'
  climb.willed = false
}

/** Applies what the governing word at a token says. */
export function govern(climb: Climb, governing: Governing, token: number, word: string): void {
  switch (governing.kind) {
    case 'status':
      // "refused to rule out": it is possible.
      if (climb.ruledOut && governing.status === 'requested') {
        climb.status = 'hypothetical'
        climb.stance = 'asserts'
        climb.ruledOut = false
        climb.reasons.push(`"${word}"`)
        return
      }
      if (climb.settled === 'no' && WILLED.has(word)) climb.willed = true
      settle(climb, governing.status, word)
      return
    case 'denies':
      deny(climb, token, word)
      return
    case 'rules-out':
      settle(climb, 'planned', word)
      deny(climb, token, word)
      climb.ruledOut = climb.stance === 'denies'
      return
    case 'questions':
      question(climb, word)
      return
    case 'cancelled':
      cancel(climb, word)
      return
    case 'hearsay':
      climb.reasons.push(`"${word}"`)
      return
    case 'clear':
    case 'factive':
      return
  }
}

/** Governors by which the will of the doer is told. */
const WILLED = new Set(
  'plan intend decide aim prepare set plans ready go vow expect announce determined poised decision intention schedule'.split(
    ' ',
  ),
)
