import type { EventStatus } from '@backchannel/core'
import type { WhenJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { dayWords, label, STATUS_SIGNS, whenWords } from '../words.ts'

/** Something with a date. */
export interface Dated {
  readonly key: string
  readonly title: string
  readonly href: string
  readonly when: WhenJson | null
  readonly status: EventStatus
}

export interface Lane {
  readonly name: string
  readonly items: readonly Dated[]
}

/** Where something lies between the first and the last day, in percent; `row` keeps those of a lane apart. */
export interface PlacedBar {
  readonly item: Dated
  readonly left: number
  readonly width: number
  readonly row: number
  /** One day, or less than the picture can show. */
  readonly exact: boolean
  /** No first or no last day is known: the bar goes on to the edge. */
  readonly open: 'left' | 'right' | null
}

const DAY_MS = 86_400_000
/** Least width of a bar in percent, so that it can be hit. */
const LEAST = 1.6
/** Width in percent of what has one bound only: a stub without an edge, since nobody knows how long it is. */
const STUB = 7
/** Days that the line holds at least. */
const DAYS_MIN = 15
/** About how many percent of the line a letter of the name of a day takes, on a wide screen. */
const LETTER = 1
/** Rows of a lane; what finds no room shares the last. */
const ROWS_MAX = 12

const dayNumber = (day: string): number => Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY_MS)

/** First and last day of all items; null where none has a date. */
export function domainOf(items: readonly Dated[]): readonly [number, number] | null {
  const days = items.flatMap(({ when }) => [when?.earliest, when?.latest]).filter((day) => typeof day === 'string')
  if (days.length === 0) return null
  const numbers = days.map(dayNumber)
  const [first, last] = [Math.min(...numbers), Math.max(...numbers) + 1]
  // Room around a single day, so that it does not look like all of the time there is.
  const pad = Math.max(1, Math.ceil((DAYS_MIN - (last - first)) / 2))
  return [first - pad, last + pad]
}

/** Puts the items of a lane on the line, in order of time, each in the first row with room. What has no date is left out. */
export function placeBars(items: readonly Dated[], [first, last]: readonly [number, number]): readonly PlacedBar[] {
  const percent = (day: number): number => ((day - first) * 100) / Math.max(1, last - first)
  const ends: number[] = []
  return items
    .flatMap((item) => {
      const { earliest = null, latest = null } = item.when ?? {}
      if (earliest === null && latest === null) return []
      const stub = Math.max(1, ((last - first) * STUB) / 100)
      const to = latest === null ? Math.min(last, dayNumber(earliest ?? '') + stub) : dayNumber(latest) + 1
      const from = earliest === null ? Math.max(first, to - stub) : dayNumber(earliest)
      const left = Math.min(100 - LEAST, percent(from))
      const width = Math.max(LEAST, Math.min(100, percent(to)) - left)
      const open = earliest === null ? ('left' as const) : latest === null ? ('right' as const) : null
      return [{ item, left, width, open, exact: open === null && to - from <= 1 }]
    })
    .sort((a, b) => a.left - b.left || (a.item.key < b.item.key ? -1 : 1))
    .map((bar) => {
      const free = ends.findIndex((end) => end <= bar.left)
      const row = Math.min(ROWS_MAX - 1, free < 0 ? ends.length : free)
      ends[row] = bar.left + bar.width + 0.3
      return { ...bar, row }
    })
}

/** Days that the axis names: firsts of years, quarters or months, Mondays, every third day or each; at least one, at most seven. */
export function ticksOf([first, last]: readonly [number, number]): readonly {
  readonly at: number
  readonly name: string
}[] {
  const dayOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)
  const all = Array.from({ length: Math.min(last - first + 1, 60_000) }, (_, at) => first + at)
  const rules: readonly ((day: string, number: number) => boolean)[] = [
    () => true,
    (_, number) => number % 3 === 0,
    // The first day of 1970 was a Thursday.
    (_, number) => number % 7 === 4,
    (day) => day.endsWith('-01'),
    (day) => /-(01|04|07|10)-01$/.test(day),
    (day) => day.endsWith('-01-01'),
    (day) => /[05]-01-01$/.test(day),
    (day) => /0-01-01$/.test(day),
    (day) => /[05]0-01-01$/.test(day),
    (day) => /00-01-01$/.test(day),
  ]
  const most = 7
  const rule = rules.find((one) => {
    const { length } = all.filter((day) => one(dayOf(day), day))
    return length > 0 && length <= most
  })
  return all
    .filter((day) => rule?.(dayOf(day), day) === true)
    .map((day) => {
      const text = dayOf(day)
      const name = text.endsWith('-01-01') ? text.slice(0, 4) : dayWords(text).replace(/ \d{4}$/, '')
      return { at: ((day - first) * 100) / Math.max(1, last - first), name }
    })
}

/**
 * Lanes of bars on one line of time: a full bar for a day, a hollow one over all days that a vague date may be, an end without
 * an edge where no bound is known. Each bar is a link with its words.
 */
export function TimeLanes({
  lanes,
  name,
}: {
  readonly lanes: readonly Lane[]
  readonly name: string
}): JSX.Element | null {
  const domain = domainOf(lanes.flatMap(({ items }) => items))
  if (domain === null) return <p class="hint">Nothing here has a date.</p>
  // The name of a day at the very end finds no room.
  const ticks = ticksOf(domain).filter(({ at, name: tick }) => at + tick.length * LETTER <= 100)
  return (
    <section class="lanes" aria-label={name}>
      <div class="axis" aria-hidden="true">
        {ticks.map(({ at, name: tick }) => (
          <span key={at} style={{ left: `${at}%` }}>
            {tick}
          </span>
        ))}
      </div>
      {lanes.map(({ name: lane, items }) => {
        const bars = placeBars(items, domain)
        const rows = 1 + Math.max(-1, ...bars.map(({ row }) => row))
        return (
          <div class="lane" key={lane}>
            <h3>
              {lane} <span class="count">{items.length}</span>
            </h3>
            {bars.length === 0 && <p class="hint">Without a date.</p>}
            <ul class="track" style={{ height: `${rows * 1.6}rem` }}>
              {bars.map(({ item, left, width, row, exact, open }) => (
                <li
                  key={item.key}
                  style={{ left: `min(${left}%, calc(100% - 1.4rem))`, width: `${width}%`, top: `${row * 1.6}rem` }}
                >
                  <a
                    href={item.href}
                    class={`${exact ? 'exact' : 'vague'}${open === null ? '' : ` open-${open}`}`}
                    title={`${whenWords(item.when)}: ${item.title}`}
                  >
                    <span aria-hidden="true">{STATUS_SIGNS[item.status]}</span>
                    <span class="hidden">
                      {whenWords(item.when)}: {item.title} ({label(item.status).toLowerCase()})
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
      <p class="hint">
        Full: one day. Hollow: a vague date, over all the days that it may be. Without an edge: only the other bound is
        known.
      </p>
    </section>
  )
}
