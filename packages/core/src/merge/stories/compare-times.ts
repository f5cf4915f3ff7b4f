import type { Report, When } from '../../model/index.ts'
import { daysOf } from '../days.ts'

/** Days from first to last that something may have been. */
export interface Window {
  readonly from: number
  readonly to: number
  /** True where the text dates it; false where only the day of the article is known. */
  readonly told: boolean
}

/** An undated happening is news: it lies at most so many days before the article, and one after it for time zones. */
const NEWS_BEFORE = 14
const NEWS_AFTER = 2
/** What is still to come is told up to so many days before. */
const AHEAD = 60
/** Undated reports so many days apart are still of one happening, with nothing for or against it. */
const NEWS_GAP = 10
/** Reports of dated and undated so far apart are of two. */
const FAR = 30

// A report is compared with many.
const windows = new WeakMap<Report, Window | 'none'>()

/** When something may have been; null where neither the text nor the day of the article tells. */
export function windowOf(report: Report): Window | null {
  const known = windows.get(report)
  if (known !== undefined) return known === 'none' ? null : known
  const window = findWindow(report)
  windows.set(report, window ?? 'none')
  return window
}

function findWindow(report: Report): Window | null {
  const told = toldWindow(report.when)
  if (told) return told
  const published = report.published === null ? null : daysOf(report.published.latest ?? report.published.earliest)
  if (published === null) return null
  const ahead = report.status === 'planned' || report.status === 'cancelled'
  return { from: published - NEWS_BEFORE, to: published + (ahead ? AHEAD : NEWS_AFTER), told: false }
}

function toldWindow(when: When | null): Window | null {
  const from = daysOf(when?.earliest ?? null)
  const to = daysOf(when?.latest ?? null)
  return from === null || to === null ? null : { from, to, told: true }
}

/** How two times stand: points for or against, and a reason. `apart` forbids. */
export interface TimeMatch {
  readonly points: number
  readonly because: string | null
  readonly apart: boolean
  /** Both are dated to a week or finer, and the dates meet. */
  readonly exact: boolean
}

/** Compares when two reports put the happening; `within` days they may lie apart. */
export function compareTimes(a: Report, b: Report, within: number): TimeMatch {
  const one = windowOf(a)
  const two = windowOf(b)
  if (one === null || two === null) return { points: 0, because: null, apart: false, exact: false }
  const gap = Math.max(one.from - two.to, two.from - one.to, 0)
  if (one.told && two.told) return bothTold(one, two, gap, within)
  if (!one.told && !two.told) return bothUntold(a, b)
  // An undated one is news of its day; what is dated long before is another, or background.
  if (gap === 0)
    return { points: 0.1, because: 'the date of the one fits the news of the other', apart: false, exact: false }
  if (gap <= within) return { points: 0, because: null, apart: false, exact: false }
  if (gap <= FAR) return { points: -0.15, because: `news of ${gap} days apart`, apart: false, exact: false }
  return { points: -1, because: 'dated long apart', apart: true, exact: false }
}

function bothTold(one: Window, two: Window, gap: number, within: number): TimeMatch {
  const width = Math.max(one.to - one.from, two.to - two.from)
  if (gap === 0) {
    if (width <= 1) return { points: 0.22, because: 'on the same day', apart: false, exact: true }
    if (width <= 7) return { points: 0.16, because: 'in the same days', apart: false, exact: true }
    if (width <= 31) return { points: 0.1, because: 'in the same month', apart: false, exact: false }
    return { points: 0.02, because: 'at times that may be one', apart: false, exact: false }
  }
  if (gap <= within)
    return {
      points: width <= 1 ? 0.02 : -0.02,
      because: `${gap} ${gap === 1 ? 'day' : 'days'} apart`,
      apart: false,
      exact: false,
    }
  return { points: -1, because: `dated ${gap} days apart`, apart: true, exact: false }
}

function bothUntold(a: Report, b: Report): TimeMatch {
  const one = daysOf(a.published?.latest ?? null)
  const two = daysOf(b.published?.latest ?? null)
  if (one === null || two === null) return { points: 0, because: null, apart: false, exact: false }
  const gap = Math.abs(one - two)
  if (gap <= 3) return { points: 0.13, because: 'in the news of the same days', apart: false, exact: false }
  if (gap <= NEWS_GAP) return { points: 0.03, because: null, apart: false, exact: false }
  if (gap <= FAR) return { points: -0.12, because: `in the news ${gap} days apart`, apart: false, exact: false }
  return { points: -1, because: `in the news ${gap} days apart`, apart: true, exact: false }
}
