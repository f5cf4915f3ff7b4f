import type { When } from '../model/index.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const QUARTERS = ['first', 'second', 'third', 'fourth'] as const

/**
 * A date in words with its preposition, as fine as the text was and no finer: "on 14 March 2026", "in April 2026",
 * "between 3 and 5 July 2025". Null where nothing is resolved or the words were vague.
 */
export function whenWords(when: When): string | null {
  const { earliest, latest, precision } = when
  if (earliest === null && latest === null) return null
  // "earlier", "later": a bound is known and nothing else, so the words themselves tell more.
  if (precision === 'vague' && (earliest === null || latest === null)) return null
  if (earliest === null) return `by ${dayWords(latest ?? '')}`
  if (latest === null) return `since ${dayWords(earliest)}`
  switch (precision) {
    case 'month':
      if (earliest.slice(0, 7) === latest.slice(0, 7)) return `in ${monthWords(earliest)}`
      break
    case 'quarter':
      if (earliest.slice(0, 4) === latest.slice(0, 4)) {
        const quarter = QUARTERS[Math.floor((Number(earliest.slice(5, 7)) - 1) / 3)]
        return `in the ${quarter} quarter of ${earliest.slice(0, 4)}`
      }
      break
    case 'year':
      return earliest.slice(0, 4) === latest.slice(0, 4)
        ? `in ${earliest.slice(0, 4)}`
        : `between ${earliest.slice(0, 4)} and ${latest.slice(0, 4)}`
    case 'week':
      return `in the week of ${dayWords(earliest)}`
    case 'minute':
    case 'day':
    case 'vague':
      break
  }
  if (earliest === latest) return `on ${dayWords(earliest)}`
  return `between ${rangeWords(earliest, latest)}`
}

/** "14 March 2026"; a text that is no ISO day is given back as it is. */
export function dayWords(day: string): string {
  const month = MONTHS[Number(day.slice(5, 7)) - 1]
  return month === undefined ? day : `${Number(day.slice(8, 10))} ${month} ${day.slice(0, 4)}`
}

function monthWords(day: string): string {
  const month = MONTHS[Number(day.slice(5, 7)) - 1]
  return month === undefined ? day : `${month} ${day.slice(0, 4)}`
}

function rangeWords(earliest: string, latest: string): string {
  if (earliest.slice(0, 7) === latest.slice(0, 7)) return `${Number(earliest.slice(8, 10))} and ${dayWords(latest)}`
  return `${dayWords(earliest)} and ${dayWords(latest)}`
}
