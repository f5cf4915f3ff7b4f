import type { EventStatus, Stance, Standing } from '@backchannel/core'
import type { WhenJson } from '@backchannel/wire/write'

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
]

/** "14 March 2026" for "2026-03-14"; what is no day stays as it is. */
export function dayWords(day: string): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(day)
  const month = found && MONTHS[Number(found[2]) - 1]
  return found && month ? `${Number(found[3])} ${month} ${found[1]}` : day
}

/** A date as exact as the words were, never more: "by 16 March 2026", "2023", "no date". */
export function whenWords(when: WhenJson | null): string {
  if (!when || (when.earliest === null && when.latest === null)) return 'no date'
  const { earliest, latest } = when
  if (earliest === null) return `by ${dayWords(latest ?? '')}`
  if (latest === null) return `from ${dayWords(earliest)}`
  if (earliest === latest) return dayWords(earliest)
  const year = earliest.slice(0, 4)
  if (earliest === `${year}-01-01` && latest === `${year}-12-31`) return year
  const month = MONTHS[Number(earliest.slice(5, 7)) - 1]
  if (when.precision === 'month' && earliest.slice(0, 7) === latest.slice(0, 7) && month) return `${month} ${year}`
  return `${dayWords(earliest)} to ${dayWords(latest)}`
}

/** "Prisoner swap" for the type "prisoner-swap": the label of any name of the ontology. */
export function label(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "1 document", "3 documents". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** "4 independent roots", "1 to 2 independent roots", "no root". */
export function rootsWords({ low, high }: { readonly low: number; readonly high: number }): string {
  if (high === 0) return 'no independent root'
  return low === high ? counted(low, 'independent root') : `${low} to ${high} independent roots`
}

/** What a status is called and its sign, which says the same without colour. */
export const STATUS_SIGNS: Readonly<Record<EventStatus, string>> = {
  happened: '●',
  ongoing: '◐',
  planned: '◷',
  requested: '?',
  offered: '✋',
  threatened: '!',
  cancelled: '⊘',
  hypothetical: '~',
}

/** How the words are marked in the reader: by denial first, then by what has not happened, then by who says it. */
export type MarkKind = 'denied' | 'questioned' | 'planned' | 'quoted' | 'reported' | 'own'

export const MARK_SIGNS: Readonly<Record<MarkKind, string>> = {
  denied: '✗',
  questioned: '?',
  planned: '◷',
  quoted: '“',
  reported: '›',
  own: '●',
}

export const MARK_WORDS: Readonly<Record<MarkKind, string>> = {
  denied: 'denied',
  questioned: 'put in question',
  planned: 'not happened: planned, asked, offered, threatened or supposed',
  quoted: 'quoted',
  reported: 'reported speech',
  own: 'in the outlet’s own voice',
}

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  asserts: 'says so',
  denies: 'denies it',
  questions: 'questions it',
}

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  named: 'named',
  anonymous: 'not named',
  collective: 'a group',
  document: 'a document',
  outlet: 'an outlet',
  unknown: 'nobody in particular',
}
