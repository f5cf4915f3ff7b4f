import type { SpanCount } from '@backchannel/store'
import type { DateBarJson, DatesJson } from '@backchannel/wire/write'

type Unit = DatesJson['unit']
const UNITS: readonly Unit[] = ['day', 'week', 'month', 'quarter', 'year', 'decade']
const DAY_MS = 86_400_000

/**
 * Counts stories by date without making any date more exact than it is. A story whose days all lie in one bar counts there for
 * sure. One that may be in several is spread over them, a part for each of its days. One with only one bound counts softly
 * where that bound is. What has no date at all is in no bar. There are at most `most` bars, of the finest unit for that;
 * with more than that many decades the last bar takes the rest.
 */
export function spreadDates(spans: readonly SpanCount[], most: number): DatesJson {
  const bounds = spans.flatMap(({ earliest, latest }) => [earliest, latest]).filter((day) => day !== null)
  const undated = sumOf(spans.filter(({ earliest, latest }) => earliest === null && latest === null))
  const open = sumOf(spans.filter(({ earliest, latest }) => (earliest === null) !== (latest === null)))
  if (bounds.length === 0) return { unit: 'day', bars: [], undated, open }
  const [first, last] = [bounds.reduce(lesser), bounds.reduce(greater)]
  const unit = UNITS.find((one) => edgesOf(first, last, one, most).length <= most + 1) ?? 'decade'
  const edges = edgesOf(first, last, unit, most).slice(0, most + 1)
  const bars = edges.slice(0, -1).map((from, at) => ({
    from: toDay(from),
    to: toDay((edges[at + 1] ?? from + 1) - 1),
    sure: 0,
    soft: 0,
  }))
  for (const span of spans) addSpan(bars, edges, span)
  return { unit, bars: bars.map((bar) => ({ ...bar, soft: Math.round(bar.soft * 1000) / 1000 })), undated, open }
}

function addSpan(
  bars: readonly { -readonly [Key in keyof DateBarJson]: DateBarJson[Key] }[],
  edges: readonly number[],
  { earliest, latest, stories }: SpanCount,
): void {
  const known = earliest ?? latest
  if (known === null) return
  const isOpen = earliest === null || latest === null
  const [from, to] = isOpen ? [toNumber(known), toNumber(known)] : [toNumber(earliest), toNumber(latest)]
  const first = barAt(edges, Math.min(from, to))
  const last = barAt(edges, Math.max(from, to))
  const only = bars[first]
  if (first === last && only) {
    if (isOpen) only.soft += stories
    else only.sure += stories
    return
  }
  const days = Math.max(from, to) - Math.min(from, to) + 1
  for (let at = first; at <= last; at++) {
    const bar = bars[at]
    const begin = Math.max(edges[at] ?? 0, Math.min(from, to))
    const end = Math.min(edges[at + 1] ?? 0, Math.max(from, to) + 1)
    if (bar) bar.soft += (stories * (end - begin)) / days
  }
}

/** The bar of a day: the last whose first day is not after it. */
function barAt(edges: readonly number[], day: number): number {
  let low = 0
  let high = edges.length - 2
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((edges[middle] ?? 0) <= day) low = middle
    else high = middle - 1
  }
  return low
}

/** First days of the bars from that of `first` to that of `last`, and the day after them; cut off where they are too many. */
function edgesOf(first: string, last: string, unit: Unit, most: number): readonly number[] {
  const end = toNumber(last)
  const edges: number[] = []
  let at = startOf(toNumber(first), unit)
  for (; at <= end && edges.length <= most + 1; at = nextOf(at, unit)) edges.push(at)
  edges.push(at)
  return edges
}

function startOf(day: number, unit: Unit): number {
  const date = new Date(day * DAY_MS)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  switch (unit) {
    case 'day':
      return day
    case 'week':
      // Weeks begin with Monday, as ISO 8601 has them.
      return day - ((date.getUTCDay() + 6) % 7)
    case 'month':
      return utc(year, month)
    case 'quarter':
      return utc(year, month - (month % 3))
    case 'year':
      return utc(year, 0)
    case 'decade':
      return utc(year - (year % 10), 0)
  }
}

function nextOf(day: number, unit: Unit): number {
  const date = new Date(day * DAY_MS)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  switch (unit) {
    case 'day':
      return day + 1
    case 'week':
      return day + 7
    case 'month':
      return utc(year, month + 1)
    case 'quarter':
      return utc(year, month + 3)
    case 'year':
      return utc(year + 1, 0)
    case 'decade':
      return utc(year + 10, 0)
  }
}

function utc(year: number, month: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, 1)
  return date.getTime() / DAY_MS
}

const toNumber = (day: string): number => Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY_MS)
const toDay = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10)
const lesser = (a: string, b: string): string => (a < b ? a : b)
const greater = (a: string, b: string): string => (a > b ? a : b)
const sumOf = (spans: readonly SpanCount[]): number => spans.reduce((sum, { stories }) => sum + stories, 0)
