import type { IsoDate, Precision } from '../../model/index.ts'

/** Days since 1970-01-01 in the proleptic Gregorian calendar; negative before. The stage's own calendar: no Date object. */
export type DayNumber = number

export type Unit = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade'

/** First and last day, both inclusive; null where open or unknown. */
export interface Period {
  readonly from: DayNumber | null
  readonly to: DayNumber | null
  readonly precision: Precision
}

/** Nothing known: words that date without saying when. */
export const UNKNOWN_PERIOD: Period = { from: null, to: null, precision: 'vague' }

/** The day number of a date; month 1 to 12, day 1 to 31. After H. Hinnant, "chrono-compatible low-level date algorithms". */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** Year, month (1 to 12) and day (1 to 31) of a day number: the inverse of `dayNumber`. */
export function dateOf(number: DayNumber): { readonly year: number; readonly month: number; readonly day: number } {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** 0 is Monday, 6 is Sunday (ISO 8601 order); 1970-01-01 was a Thursday. */
export function weekdayOf(number: DayNumber): number {
  return (((number + 3) % 7) + 7) % 7
}

/** `YYYY-MM-DD`; null outside the years 1 to 9999, which the form cannot write. */
export function isoOf(number: DayNumber): IsoDate | null {
  const { year, month, day } = dateOf(number)
  if (year < 1 || year > 9999) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The day number of `YYYY-MM-DD` (more may follow); null for anything else or a day that no calendar has. */
export function dayOfIso(text: string): DayNumber | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isDate(year, month, day) ? dayNumber(year, month, day) : null
}

/** True for a day that the calendar has. */
export function isDate(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The calendar period of a unit that holds a day: its week from Monday to Sunday, its month, its year. */
export function periodAround(number: DayNumber, unit: Unit): Period {
  const { year, month } = dateOf(number)
  if (unit === 'hour' || unit === 'day') return { from: number, to: number, precision: 'day' }
  if (unit === 'week') {
    const monday = number - weekdayOf(number)
    return { from: monday, to: monday + 6, precision: 'week' }
  }
  if (unit === 'month') return monthPeriod(year, month)
  if (unit === 'quarter') return quarterPeriod(year, Math.floor((month - 1) / 3) + 1)
  if (unit === 'year') return yearPeriod(year)
  const first = Math.floor(year / 10) * 10
  return yearsPeriod(first, first + 9)
}

export function monthPeriod(year: number, month: number): Period {
  return { from: dayNumber(year, month, 1), to: dayNumber(year, month, daysInMonth(year, month)), precision: 'month' }
}

/** Quarter 1 to 4 of a year. */
export function quarterPeriod(year: number, quarter: number): Period {
  const month = quarter * 3
  return {
    from: dayNumber(year, month - 2, 1),
    to: dayNumber(year, month, daysInMonth(year, month)),
    precision: 'quarter',
  }
}

export function yearPeriod(year: number): Period {
  return { from: dayNumber(year, 1, 1), to: dayNumber(year, 12, 31), precision: 'year' }
}

/** Several years, as a decade: coarser than any unit we name, so its precision is vague though its bounds are known. */
export function yearsPeriod(first: number, last: number): Period {
  return { from: dayNumber(first, 1, 1), to: dayNumber(last, 12, 31), precision: 'vague' }
}

/** A day moved by whole units; the day of the month is kept where the month has it, else its last day. */
export function shiftDay(number: DayNumber, unit: Unit, amount: number): DayNumber {
  if (unit === 'hour') return number + Math.trunc(amount / 24)
  if (unit === 'day') return number + amount
  if (unit === 'week') return number + 7 * amount
  const months =
    unit === 'month' ? amount : unit === 'quarter' ? 3 * amount : unit === 'year' ? 12 * amount : 120 * amount
  const { year, month, day } = dateOf(number)
  const index = year * 12 + month - 1 + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  return dayNumber(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}
