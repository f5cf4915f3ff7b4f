import type { Published } from '@backchannel/core'
import { intakeError } from './errors.ts'

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/
const ISO_TIME =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/
// RFC 2822, 3.3, as feeds and headers write it; the weekday is optional and not believed.
const MAIL_TIME =
  /^(?:[A-Za-z]{3},?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})(?:\s+(\d{2}):(\d{2})(?::(\d{2}))?(?:\s+(Z|[A-Z]{2,4}|[+-]\d{4}))?)?$/
const WRITTEN = /^(?:[A-Za-z]+,\s+)?([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})\b/

/** Zones that RFC 2822 names by letters, in hours from UTC; others are left out of the date. */
const ZONES: Readonly<Record<string, string>> = {
  GMT: 'Z',
  UTC: 'Z',
  UT: 'Z',
  Z: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
}

/**
 * Reads a publication date: ISO 8601 ("2025", "2025-07", "2025-07-07", "2025-07-07T14:30:00+02:00") or the form of mail
 * and feeds ("Mon, 07 Jul 2025 14:30:00 +0200"). The day is the one written, in the zone written: an article of Monday
 * half past midnight in Minsk is one of Monday. `text` of the result is ISO 8601. Throws `intake/bad-published`, which
 * names the value and what is wrong with it.
 */
export function parsePublished(text: string): Published {
  const value = text.trim()
  const found = readIsoDate(value) ?? readIsoTime(value) ?? readMailTime(value)
  if (typeof found === 'string') throw intakeError('intake/bad-published', { value: quoted(text), why: found })
  if (!found)
    throw intakeError('intake/bad-published', { value: quoted(text), why: 'it is not in a form that is read' })
  return found
}

/**
 * As `parsePublished`, for metadata that anybody may have written: also "July 7, 2025"; null where it cannot be read.
 */
export function maybePublished(text: string): Published | null {
  const value = text.trim()
  const found = readIsoDate(value) ?? readIsoTime(value) ?? readMailTime(value) ?? readWritten(value)
  return typeof found === 'string' ? null : found
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

type Found = Published | string | null

function readIsoDate(value: string): Found {
  const match = ISO_DATE.exec(value)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), match[2], match[3]]
  if (year < 1) return `there is no year ${match[1]}`
  if (month === undefined) {
    return { text: value, when: { earliest: `${match[1]}-01-01`, latest: `${match[1]}-12-31`, precision: 'year' } }
  }
  if (Number(month) < 1 || Number(month) > 12) return `there is no month ${month}`
  if (day === undefined) {
    const last = String(daysInMonth(year, Number(month))).padStart(2, '0')
    return { text: value, when: { earliest: `${value}-01`, latest: `${value}-${last}`, precision: 'month' } }
  }
  return dayOf(year, Number(month), Number(day), value, 'day')
}

function readIsoTime(value: string): Found {
  const match = ISO_TIME.exec(value)
  if (!match) return null
  const why = badClock(match[4], match[5], match[6])
  if (why !== null) return why
  return dayOf(
    Number(match[1]),
    Number(match[2]),
    Number(match[3]),
    value.replace(/^(\S{10}) /, '$1T').replace(/\s?(?:UTC|GMT)$/, 'Z'),
    'minute',
  )
}

function readMailTime(value: string): Found {
  const match = MAIL_TIME.exec(value)
  if (!match) return null
  const month = MONTHS.indexOf((match[2] ?? '').toLowerCase()) + 1
  if (month === 0) return `there is no month ${match[2]}`
  const [day, year] = [Number(match[1]), Number(match[3])]
  const date = `${match[3]}-${pad(month)}-${pad(day)}`
  if (match[4] === undefined) return dayOf(year, month, day, date, 'day')
  const why = badClock(match[4], match[5], match[6])
  if (why !== null) return why
  const zone = match[7] ?? ''
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : (ZONES[zone] ?? '')
  return dayOf(year, month, day, `${date}T${match[4]}:${match[5]}:${match[6] ?? '00'}${offset}`, 'minute')
}

function readWritten(value: string): Found {
  const match = WRITTEN.exec(value)
  const month = MONTHS.indexOf((match?.[1] ?? '').toLowerCase()) + 1
  if (!match || month === 0) return null
  const [day, year] = [Number(match[2]), Number(match[3])]
  return dayOf(year, month, day, `${match[3]}-${pad(month)}-${pad(day)}`, 'day')
}

function dayOf(
  year: number,
  month: number,
  day: number,
  text: string,
  precision: 'day' | 'minute',
): Published | string {
  if (month < 1 || month > 12) return `there is no month ${month}`
  if (year < 1 || day < 1 || day > daysInMonth(year, month)) return `month ${year}-${pad(month)} has no day ${day}`
  const iso = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
  return { text, when: { earliest: iso, latest: iso, precision } }
}

function badClock(hour: string | undefined, minute: string | undefined, second: string | undefined): string | null {
  if (Number(hour) > 23) return `there is no hour ${hour}`
  if (Number(minute) > 59) return `there is no minute ${minute}`
  return Number(second ?? 0) > 60 ? `there is no second ${second}` : null
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
