import type { IsoDate } from '../model/index.ts'

const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** Days since 1 March of year 0 (proleptic Gregorian), so that days can be subtracted; null for null or what is no ISO day. */
export function daysOf(day: IsoDate | null): number | null {
  if (day === null) return null
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8, 10))
  const before = BEFORE_MONTH[month - 1]
  if (before === undefined || !Number.isInteger(year) || !Number.isInteger(date) || date < 1) return null
  // Leap days up to this year's February, this year's own only after it.
  const past = month > 2 ? year : year - 1
  return 365 * year + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) + before + date
}
