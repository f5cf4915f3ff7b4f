import type { Unit } from './calendar.ts'

export type Part =
  | 'early'
  | 'mid'
  | 'late'
  | 'first-half'
  | 'second-half'
  /** From the start of the period to the reference day, and from there to its end: "earlier this month". */
  | 'earlier'
  | 'later'
  | 'week-1'
  | 'week-2'
  | 'week-3'
  | 'week-4'
  | 'week-last'
export type Bound = 'since' | 'until' | 'before' | 'after' | 'by'

/** What date words mean before a reference day is known. Years are null where the words name none. */
export type Meaning =
  | DayMeaning
  | MonthMeaning
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'years'; readonly first: number; readonly last: number }
  | { readonly kind: 'quarter'; readonly quarter: number; readonly year: number | null }
  | {
      readonly kind: 'season'
      readonly month: number
      readonly year: number | null
      /** -1 "last", 0 "this", 1 "next". */
      readonly shift: number | null
    }
  | {
      readonly kind: 'weekday'
      readonly weekday: number
      readonly shift: 'last' | 'this' | 'next' | null
      readonly minute: boolean
    }
  /** Either reading of "03/05/2024". */
  | { readonly kind: 'either'; readonly a: DayMeaning; readonly b: DayMeaning }
  /** "yesterday" is day -1, "last month" is month -1. */
  | { readonly kind: 'unit'; readonly unit: Unit; readonly shift: number; readonly minute: boolean }
  | { readonly kind: 'weekend'; readonly shift: number | null }
  /** "two days ago", "in three weeks"; amount null for "several". */
  | {
      readonly kind: 'offset'
      readonly unit: Unit
      readonly amount: number | null
      readonly sign: 1 | -1
      /** "more than two years ago" has no first day, "less than" reaches up to the reference day. */
      readonly bound: 'more' | 'less' | null
    }
  /** "three weeks later", "the following day": counted from the time told last; amount 0 is "the same day". */
  | { readonly kind: 'from-last'; readonly unit: Unit; readonly amount: number | null; readonly sign: 1 | -1 }
  /** "two days after June 21". */
  | {
      readonly kind: 'from'
      readonly unit: Unit
      readonly amount: number | null
      readonly sign: 1 | -1
      readonly of: Meaning
    }
  /** "the past two weeks", "the next three months". */
  | { readonly kind: 'stretch'; readonly unit: Unit; readonly amount: number; readonly sign: 1 | -1 }
  | { readonly kind: 'part'; readonly part: Part; readonly of: Meaning }
  | { readonly kind: 'range'; readonly from: Meaning; readonly to: Meaning }
  | { readonly kind: 'bound'; readonly bound: Bound; readonly of: Meaning }
  | { readonly kind: 'vague'; readonly side: 'past' | 'future' | null }

export interface DayMeaning {
  readonly kind: 'day'
  readonly year: number | null
  /** -1 in "June 21 last year"; null where no such words stand. */
  readonly yearShift: number | null
  readonly month: number
  readonly day: number
  /** As written beside the date; helps to find the year. */
  readonly weekday: number | null
  /** True where the words give minutes. */
  readonly minute: boolean
  /** The year of an event that is named after its day, "the Sept. 11 attacks"; null for any other. */
  readonly named: number | null
}

export interface MonthMeaning {
  readonly kind: 'month'
  readonly year: number | null
  readonly yearShift: number | null
  readonly month: number
  readonly shift: 'last' | 'this' | 'next' | null
}

/** Words that match: lexemes up to `end` (exclusive) and what they mean. `from` is where the span starts. */
export interface Match {
  readonly from: number
  readonly end: number
  readonly meaning: Meaning
}
