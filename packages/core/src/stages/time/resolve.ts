import type { Precision } from '../../model/index.ts'
import {
  type DayNumber,
  dateOf,
  dayNumber,
  daysInMonth,
  isDate,
  monthPeriod,
  type Period,
  periodAround,
  quarterPeriod,
  shiftDay,
  UNKNOWN_PERIOD,
  type Unit,
  weekdayOf,
  yearPeriod,
  yearsPeriod,
} from './calendar.ts'
import type { Bound, DayMeaning, Meaning, MonthMeaning } from './meaning.ts'
import { partOf } from './part-of.ts'

/** What words are resolved against. */
export interface Anchor {
  /** The day of publication, or that of the dateline; null where unknown. */
  readonly reference: DayNumber | null
  /** Which side of the reference day the verb puts the date; `weak` where it speaks of the date's noun only. */
  readonly side: 'past' | 'future' | null
  readonly weak: boolean
  /** The time told last, where words may count from it; null where that is not safe. */
  readonly last: Period | null
}

// From fine to coarse.
const PRECISIONS: readonly Precision[] = ['minute', 'day', 'week', 'month', 'quarter', 'year', 'vague']

/** A dispatch may carry a date one day ahead of its publication elsewhere: time zones. */
const ZONE_SLACK_DAYS = 1

/**
 * The days that words mean. Bounds are null where they cannot be known; `from` is never after `to`. The precision is
 * that of the words, never finer; a period such as "3-5 July" has the precision of its ends.
 */
export function resolveMeaning(meaning: Meaning, anchor: Anchor): Period {
  const period = resolve(meaning, anchor)
  return period.from !== null && period.to !== null && period.from > period.to ? { ...UNKNOWN_PERIOD } : period
}

function resolve(meaning: Meaning, anchor: Anchor): Period {
  const { reference } = anchor
  switch (meaning.kind) {
    case 'day':
      return resolveDay(meaning, anchor)
    case 'month':
      return resolveMonth(meaning, anchor)
    case 'year':
      return yearPeriod(meaning.year)
    case 'years':
      return yearsPeriod(meaning.first, meaning.last)
    case 'quarter':
      if (meaning.year !== null) return quarterPeriod(meaning.year, meaning.quarter)
      return choose((year) => quarterPeriod(year, meaning.quarter), anchor, 'quarter')
    case 'season':
      return resolveSeason(meaning.month, meaning.year, meaning.shift, anchor)
    case 'weekday':
      return resolveWeekday(meaning.weekday, meaning.shift, meaning.minute ? 'minute' : 'day', anchor)
    case 'weekend':
      return resolveWeekend(meaning.shift, anchor)
    case 'either': {
      const [a, b] = [resolve(meaning.a, anchor), resolve(meaning.b, anchor)]
      return a.from === null || b.from === null
        ? UNKNOWN_PERIOD
        : { from: Math.min(a.from, b.from), to: Math.max(a.from, b.from), precision: 'vague' }
    }
    case 'unit': {
      const precision = meaning.minute ? 'minute' : unitPrecision(meaning.unit)
      if (reference === null) return { from: null, to: null, precision }
      const around = periodAround(shiftDay(reference, meaning.unit, meaning.shift), meaning.unit)
      return meaning.minute ? { ...around, precision } : around
    }
    case 'offset':
      return resolveOffset(meaning.unit, meaning.amount, meaning.sign, meaning.bound, reference)
    case 'from-last':
      return resolveFromLast(meaning.unit, meaning.amount, meaning.sign, anchor.last)
    case 'from':
      return resolveFrom(meaning.unit, meaning.amount, meaning.sign, resolve(meaning.of, anchor))
    case 'stretch': {
      if (reference === null) return { from: null, to: null, precision: unitPrecision(meaning.unit) }
      const end = shiftDay(reference, meaning.unit, meaning.sign * meaning.amount)
      const precision = unitPrecision(meaning.unit)
      return meaning.sign < 0 ? { from: end, to: reference, precision } : { from: reference, to: end, precision }
    }
    case 'part':
      return partOf(meaning.part, resolve(meaning.of, anchor), reference)
    case 'range':
      return resolveRange(meaning.from, meaning.to, anchor)
    case 'bound':
      // "should free the men held since December": what something has lasted since lies behind, whatever the verb says.
      return resolveBound(
        meaning.bound,
        resolve(meaning.of, meaning.bound === 'since' ? { ...anchor, side: 'past', weak: false } : anchor),
        anchor,
      )
    case 'vague':
      if (meaning.side === 'past') return { from: null, to: reference, precision: 'vague' }
      return { from: meaning.side === 'future' ? reference : null, to: null, precision: 'vague' }
  }
}

function unitPrecision(unit: Unit): Precision {
  return unit === 'hour' ? 'day' : unit === 'decade' ? 'vague' : unit
}

function coarser(a: Precision, b: Precision): Precision {
  return PRECISIONS.indexOf(a) >= PRECISIONS.indexOf(b) ? a : b
}

function resolveDay(meaning: DayMeaning, anchor: Anchor): Period {
  const precision = meaning.minute ? 'minute' : 'day'
  const at = (year: number): Period => {
    const day = Math.min(meaning.day, daysInMonth(year, meaning.month))
    const number = dayNumber(year, meaning.month, day)
    return { from: number, to: number, precision }
  }
  // The attacks that bear this date as their name, told without a year ever since.
  if (meaning.year === null && meaning.named !== null) return at(meaning.named)
  if (meaning.year !== null) return isDate(meaning.year, meaning.month, meaning.day) ? at(meaning.year) : UNKNOWN_PERIOD
  if (anchor.reference === null) return { from: null, to: null, precision }
  const { year } = dateOf(anchor.reference)
  if (meaning.yearShift !== null) return at(year + meaning.yearShift)
  if (meaning.weekday !== null) {
    // The weekday written beside it tells the year; a wrong one is passed over.
    const fitting = [year, year - 1, year + 1].filter((y) => weekdayOf(at(y).from ?? 0) === meaning.weekday)
    const [only] = fitting
    if (only !== undefined) return at(only)
  }
  return choose(at, anchor, precision)
}

function resolveMonth(meaning: MonthMeaning, anchor: Anchor): Period {
  if (meaning.year !== null) return monthPeriod(meaning.year, meaning.month)
  if (anchor.reference === null) return { from: null, to: null, precision: 'month' }
  const { year, month } = dateOf(anchor.reference)
  if (meaning.yearShift !== null) return monthPeriod(year + meaning.yearShift, meaning.month)
  if (meaning.shift === 'this') return monthPeriod(year, meaning.month)
  if (meaning.shift === 'last') return monthPeriod(meaning.month < month ? year : year - 1, meaning.month)
  if (meaning.shift === 'next') return monthPeriod(meaning.month > month ? year : year + 1, meaning.month)
  return choose((y) => monthPeriod(y, meaning.month), anchor, 'month')
}

/** The year for words that name none: the last one begun for the past, the next not over for the future, else nearest. */
function choose(at: (year: number) => Period, anchor: Anchor, precision: Precision): Period {
  const { reference, side, weak } = anchor
  if (reference === null) return { from: null, to: null, precision }
  const { year } = dateOf(reference)
  const candidates = [year, year - 1, year + 1, year - 2].map(at)
  const middle = (period: Period): number => ((period.from ?? 0) + (period.to ?? 0)) / 2
  const distance = (period: Period): number => Math.abs(middle(period) - reference)
  const fits = candidates.filter((period) => {
    if (side === null || weak) return true
    if (side === 'past') return (period.from ?? 0) <= reference + ZONE_SLACK_DAYS
    return (period.to ?? 0) >= reference
  })
  fits.sort((a, b) => distance(a) - distance(b))
  return fits[0] ?? { from: null, to: null, precision }
}

function resolveSeason(month: number, year: number | null, shift: number | null, anchor: Anchor): Period {
  const season = (y: number): Period => {
    const last = month === 12 ? dayNumber(y + 1, 3, 1) - 1 : dayNumber(y, month + 2, daysInMonth(y, month + 2))
    return { from: dayNumber(y, month, 1), to: last, precision: 'quarter' }
  }
  if (year !== null) {
    // "the winter of 2023" may begin or end in that year.
    return month === 12 ? { ...season(year), from: dayNumber(year - 1, 12, 1), precision: 'year' } : season(year)
  }
  const { reference } = anchor
  if (reference === null) return { from: null, to: null, precision: 'quarter' }
  const now = dateOf(reference).year
  const all = [now - 2, now - 1, now, now + 1].map(season)
  if (shift === -1) return all.filter((period) => (period.to ?? 0) < reference).at(-1) ?? season(now - 1)
  if (shift === 1) return all.find((period) => (period.from ?? 0) > reference) ?? season(now + 1)
  if (shift === 0)
    return all.find((period) => (period.to ?? 0) >= reference && dateOf(period.from ?? 0).year === now) ?? season(now)
  return choose(season, anchor, 'quarter')
}

function resolveWeekday(
  weekday: number,
  shift: 'last' | 'this' | 'next' | null,
  precision: Precision,
  anchor: Anchor,
): Period {
  const { reference } = anchor
  if (reference === null) return { from: null, to: null, precision }
  const today = weekdayOf(reference)
  const back = (today - weekday + 7) % 7
  const ahead = (weekday - today + 7) % 7
  const monday = reference - today
  let day = anchor.side === 'future' ? reference + ahead : reference - back
  if (shift === 'last') day = reference - (back === 0 ? 7 : back)
  else if (shift === 'next') day = monday + 7 + weekday
  else if (shift === 'this') day = monday + weekday
  return { from: day, to: day, precision }
}

function resolveWeekend(shift: number | null, anchor: Anchor): Period {
  const { reference } = anchor
  if (reference === null) return { from: null, to: null, precision: 'day' }
  const saturday = reference - weekdayOf(reference) + 5
  const past = saturday <= reference ? saturday : saturday - 7
  const first = shift === null ? (anchor.side === 'future' ? saturday : past) : saturday + 7 * shift
  return { from: first, to: first + 1, precision: 'day' }
}

/** Ago and ahead: the calendar unit the moved day falls in, so "two years ago" is a year and "two days ago" a day. */
function resolveOffset(
  unit: Unit,
  amount: number | null,
  sign: 1 | -1,
  bound: 'more' | 'less' | null,
  reference: DayNumber | null,
): Period {
  if (amount === null) {
    return { from: sign > 0 ? reference : null, to: sign < 0 ? reference : null, precision: 'vague' }
  }
  const precision = unitPrecision(unit)
  if (reference === null) return { from: null, to: null, precision }
  if (unit === 'hour') {
    // Hours may lead over midnight: the day before or the same.
    const other = reference + sign * Math.ceil(amount / 24)
    return { from: Math.min(other, reference), to: Math.max(other, reference), precision }
  }
  const moved = shiftDay(reference, unit, sign * amount)
  if (unit === 'decade') {
    // A decade ago is no exact year: two years more or less.
    const { year } = dateOf(moved)
    return yearsPeriod(year - 2, year + 2)
  }
  const around = periodAround(moved, unit)
  if (bound === 'less') {
    return sign < 0 ? { from: around.from, to: reference, precision } : { from: reference, to: around.to, precision }
  }
  if (bound === null) return around
  return sign < 0 ? { from: null, to: around.to, precision } : { from: around.from, to: null, precision }
}

function resolveFromLast(unit: Unit, amount: number | null, sign: 1 | -1, last: Period | null): Period {
  if (amount === null || last === null || last.from === null || last.to === null) return UNKNOWN_PERIOD
  if (unit === 'hour') return UNKNOWN_PERIOD
  const whole = periodAround(last.from, unit)
  // Counting days from a month, or weeks from a year, would be finer than what is known.
  if (whole.to === null || last.to > whole.to) return UNKNOWN_PERIOD
  if (unit === 'day') {
    const day = last.from + sign * amount
    return { from: day, to: day, precision: 'day' }
  }
  return periodAround(shiftDay(last.from, unit, sign * amount), unit)
}

function resolveFrom(unit: Unit, amount: number | null, sign: 1 | -1, base: Period): Period {
  if (amount === null || base.from === null || base.to === null || unit === 'hour') return UNKNOWN_PERIOD
  const first = periodAround(shiftDay(base.from, unit, sign * amount), unit)
  const last = periodAround(shiftDay(base.to, unit, sign * amount), unit)
  return { from: first.from, to: last.to, precision: coarser(first.precision, base.precision) }
}

function resolveRange(from: Meaning, to: Meaning, anchor: Anchor): Period {
  const [a, b] = shareYear(from, to)
  const end = resolve(b, anchor)
  let start = resolve(a, anchor)
  const precision = coarser(start.precision, end.precision)
  if (start.from === null || end.to === null) return { from: start.from, to: end.to, precision }
  if (start.from > end.to) {
    // The two were dated each for itself: Friday to Monday, December to January.
    const unit: Unit = a.kind === 'weekday' ? 'week' : 'year'
    if (hasYear(a) || hasYear(b)) return UNKNOWN_PERIOD
    if (anchor.side === 'future') {
      return { from: start.from, to: shiftDay(end.to, unit, 1), precision }
    }
    start = { ...start, from: shiftDay(start.from, unit, -1) }
  }
  return { from: start.from, to: end.to, precision }
}

function hasYear(meaning: Meaning): boolean {
  if (meaning.kind === 'year') return true
  return (meaning.kind === 'day' || meaning.kind === 'month') && meaning.year !== null
}

/** "May 3 to June 4, 2023": the year stands once. */
function shareYear(from: Meaning, to: Meaning): readonly [Meaning, Meaning] {
  const dated = (meaning: Meaning): meaning is DayMeaning | MonthMeaning =>
    meaning.kind === 'day' || meaning.kind === 'month'
  if (!dated(from) || !dated(to)) return [from, to]
  if (from.year === null && to.year !== null) {
    const year = from.month > to.month ? to.year - 1 : to.year
    return [{ ...from, year }, to]
  }
  if (to.year === null && from.year !== null) {
    const year = to.month < from.month ? from.year + 1 : from.year
    return [from, { ...to, year }]
  }
  return [from, to]
}

function resolveBound(bound: Bound, base: Period, anchor: Anchor): Period {
  const { reference } = anchor
  const { precision } = base
  if (bound === 'since') {
    const to = base.from !== null && reference !== null && reference < base.from ? null : reference
    return { from: base.from, to, precision }
  }
  if (bound === 'after') return { from: base.to === null ? null : base.to + 1, to: null, precision }
  if (bound === 'before') return { from: null, to: base.from === null ? null : base.from - 1, precision }
  const ahead = reference !== null && base.to !== null && base.to >= reference && anchor.side !== 'past'
  return { from: ahead ? reference : null, to: base.to, precision }
}
