import type { Report, ReportParticipant } from '../../model/index.ts'
import { maybeEventType } from '../../ontology/index.ts'
import { foldName } from '../fold-name.ts'
import { headOf } from './compare-participants.ts'
import { type Window, windowOf } from './compare-times.ts'
import { statusGroup } from './status-group.ts'
import { triggerKeys } from './trigger-key.ts'

/** Days of one bin of time. Two reports of one happening share a bin, or are in bins side by side and both have them. */
const BIN_DAYS = 24
/** Longer windows ("in the past decade") are found by their words alone. */
const MOST_BINS = 18
/** Participants that make keys, and fewer of them for windows of many bins, so that no report has hundreds of keys. */
const MOST_WHO = 8
const MOST_KEYS = 64

/**
 * What a report is found by: type family, time and who, in all combinations. Two reports of one happening share at least
 * one key, whatever the order in which they come; the more they share, the likelier they are one. At most 64.
 */
export function reportKeys(report: Report): readonly string[] {
  const family = maybeEventType(report.type)?.merge.family
  const kinds = family === undefined ? triggerKeys(report.trigger) : [family]
  const group = statusGroup(report.status)
  const status = group === 'ahead' ? 'real' : group
  const bins = binsOf(report)
  const who = whoKeys(report).slice(
    0,
    Math.max(2, Math.min(MOST_WHO, Math.floor(MOST_KEYS / (bins.length * kinds.length)))),
  )
  const keys: string[] = []
  for (const kind of kinds) for (const bin of bins) for (const one of who) keys.push(`${kind}|${status}|${bin}|${one}`)
  return keys.slice(0, MOST_KEYS)
}

function binsOf(report: Report): readonly string[] {
  const window = windowOf(report)
  // A document without a day meets its like only.
  if (window === null || report.published === null) return window === null ? ['-'] : ['-', ...binsIn(report, window)]
  return binsIn(report, window)
}

function binsIn(report: Report, window: Window): readonly string[] {
  const within = maybeEventType(report.type)?.merge.within ?? 3
  // Something that lasts for years is found by its start.
  const slack = Math.min(within, 7) / 2
  const first = Math.floor((window.from - slack) / BIN_DAYS)
  const last = Math.floor((window.to + slack) / BIN_DAYS)
  if (last - first >= MOST_BINS) return ['long']
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i))
}

/** Who took part, the most telling first: actors of the record, named members, countries, heads, the place. */
function whoKeys(report: Report): string[] {
  const keys = new Set<string>()
  const main = report.participants.filter((one) => one.role !== 'theme' || one.actor !== null)
  for (const one of main) if (one.actor !== null) keys.add(`a:${one.actor}`)
  for (const one of main) for (const member of one.includes) keys.add(`a:${member}`)
  for (const one of main) if (one.country !== null) keys.add(`c:${one.country}`)
  for (const one of main) if (one.actor === null) keys.add(wordKey(one))
  if (report.place !== null) keys.add(`w:${foldName(report.place.name)}`)
  for (const one of main) if (one.count !== null && one.count.low > 1) keys.add(`n:${one.count.low}`)
  for (const name of report.about?.slice(0, 4) ?? []) keys.add(`d:${name}`)
  return keys.size === 0 ? ['nobody'] : [...keys]
}

function wordKey(one: ReportParticipant): string {
  return `w:${headOf(one)}`
}
