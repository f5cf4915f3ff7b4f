import { type DayNumber, dateOf, dayNumber, daysInMonth, type Period } from './calendar.ts'
import type { Part } from './meaning.ts'

/**
 * The early, middle or late part of a period. A month and a year fall into thirds (days 1-10, 11-20, 21-; January to
 * April, ...), a week overlaps: its early part is Monday to Wednesday, its late part Thursday to Sunday. The precision
 * stays that of the whole: "early 2024" does not say which quarter.
 */
export function partOf(part: Part, whole: Period, reference: DayNumber | null): Period {
  const { from, to, precision } = whole
  if (from === null || to === null) return whole
  if (part === 'earlier') {
    return { from, to: reference !== null && reference >= from && reference <= to ? reference : to, precision }
  }
  if (part === 'later') {
    return { from: reference !== null && reference >= from && reference <= to ? reference : from, to, precision }
  }
  if (part.startsWith('week-')) return weekOf(part, from, to, whole)
  if (from === to) return whole
  if (part === 'first-half' || part === 'second-half') return halfOf(part, whole, from, to)
  if (precision === 'week') {
    if (part === 'early') return { from, to: from + 2, precision }
    return part === 'mid' ? { from: from + 1, to: to - 3, precision } : { from: from + 3, to, precision }
  }
  if (precision === 'year') {
    const { year } = dateOf(from)
    if (part === 'early') return { from, to: dayNumber(year, 4, 30), precision }
    if (part === 'mid') return { from: dayNumber(year, 5, 1), to: dayNumber(year, 8, 31), precision }
    return { from: dayNumber(year, 9, 1), to, precision }
  }
  if (precision === 'vague') {
    const first = dateOf(from).year
    const years = dateOf(to).year - first + 1
    const step = Math.floor(years / 3)
    if (part === 'early') return { from, to: dayNumber(first + step, 12, 31), precision }
    if (part === 'mid')
      return { from: dayNumber(first + step, 1, 1), to: dayNumber(first + years - step - 1, 12, 31), precision }
    return { from: dayNumber(first + years - step - 1, 1, 1), to, precision }
  }
  const third = Math.floor((to - from + 1) / 3)
  if (part === 'early') return { from, to: from + third - 1, precision }
  if (part === 'mid') return { from: from + third, to: from + 2 * third - 1, precision }
  return { from: from + 2 * third, to, precision }
}

function halfOf(part: Part, whole: Period, from: DayNumber, to: DayNumber): Period {
  const { year, month } = dateOf(from)
  const middle =
    whole.precision === 'year'
      ? dayNumber(year, 6, 30)
      : whole.precision === 'month'
        ? dayNumber(year, month, 15)
        : from + Math.floor((to - from) / 2)
  return part === 'first-half'
    ? { from, to: middle, precision: whole.precision }
    : { from: middle + 1, to, precision: whole.precision }
}

/** "the second week of June" is days 8 to 14; of a period other than a month, the period itself. */
function weekOf(part: Part, from: DayNumber, to: DayNumber, whole: Period): Period {
  if (whole.precision !== 'month') return whole
  if (part === 'week-last') return { from: to - 6, to, precision: 'week' }
  const first = from + 7 * (Number(part.slice(-1)) - 1)
  const { year, month } = dateOf(from)
  return { from: first, to: Math.min(first + 6, from + daysInMonth(year, month) - 1), precision: 'week' }
}
