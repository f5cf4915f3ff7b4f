import type { Report, ReportParticipant, RoleName, Score } from '../../model/index.ts'
import { maybeEventType } from '../../ontology/index.ts'
import { LIGHT } from '../data/acts.ts'
import { compareParticipants, cutWords, headOf, mayActFor, numbersMeet, wordsOf } from './compare-participants.ts'
import { compareTimes } from './compare-times.ts'
import { statusGroup } from './status-group.ts'
import { compareTriggers } from './trigger-key.ts'

/** From this score on two reports are of one happening. */
export const SAME_HAPPENING = 0.5

/** Score of two claims of no type by words that nothing ties. */
const UNRELATED = 0.05

/** Days apart and roles that must agree, for claims of no type. */
const UNTYPED = { within: 3, mustShare: ['agent', 'patient'] as readonly RoleName[], family: '' }

/** Points by what agrees; measured by hand on own pairs (evals/merge-stories) and on ECB+ topics 1 to 35. */
const POINTS = {
  sameType: 0.14,
  family: 0.06,
  mustShare: 0.3,
  otherRole: 0.12,
  place: 0.14,
  country: 0.04,
  otherPlace: -0.2,
  counts: -0.15,
  nearCounts: -0.03,
  // Of the same day and the same words for them: one number, told with an error or counted by others.
  nearCountsOfOne: 0.08,
  oftenTold: -0.25,
  nothingShared: -0.3,
  about: 0.2,
  /** Share of common names from which on what the articles are about speaks for one happening. */
  aboutFrom: 0.2,
} as const
/** The same for claims of no type: the word of the happening and what the articles are about weigh most, roles are guesses. */
const WORD_POINTS = { word: 0.6, about: 0.8, aboutFrom: 0.3, quote: 0.3, roles: 0.3, place: 0.5, light: -0.2 } as const

/** Types of which one actor does many in a few days: more than the doer must agree. */
const OFTEN: ReadonlySet<string> = new Set([
  'statement',
  'support',
  'criticism',
  'accusation',
  'request',
  'demand',
  'promise',
  'refusal',
  'threat',
  'attack',
  'protest',
  'aid',
])

const ROLES: readonly RoleName[] = [
  'agent',
  'patient',
  'counterpart',
  'addressee',
  'host',
  'intermediary',
  'beneficiary',
  'place-to',
  'place-from',
  'theme',
]
/** Roles whose clash makes two happenings of it; helpers and places may be told by one and not by the other. */
const DECISIVE: ReadonlySet<RoleName> = new Set(['agent', 'patient', 'counterpart', 'addressee', 'host'])

/**
 * Are two reports of one happening? 0 to 1, `SAME_HAPPENING` and more for yes; 0 with the reason where something forbids
 * it: another kind of event, dates apart, other people, other places, asked against done. Symmetric.
 */
export function scoreReports(a: Report, b: Report): Score {
  const kind = compareKinds(a, b)
  if (kind.points === null) return { score: 0, because: kind.because }
  // Two words that nothing ties do not forbid: a story of many tellings may hold both.
  if (kind.points === 0) return { score: UNRELATED, because: kind.because }
  const rule = maybeEventType(a.type)?.merge ?? UNTYPED
  const other = maybeEventType(b.type)?.merge ?? UNTYPED
  const time = compareTimes(a, b, Math.max(rule.within, other.within))
  if (time.apart) return { score: 0, because: time.because ?? 'at other times' }
  const status = compareStatus(a, b, time.exact)
  if (status !== null) return { score: 0, because: status }
  const place = comparePlaces(a, b)
  if (place.apart) return { score: 0, because: place.because ?? 'at other places' }
  const parts = compareAll(
    a,
    b,
    new Set([...rule.mustShare, ...other.mustShare]),
    isReciprocal(a) || isReciprocal(b),
    kind.untyped,
  )
  if (parts.clash !== null) return { score: 0, because: parts.clash }
  if (parts.counts !== null && !time.exact && time.points <= 0.05)
    return { score: 0, because: `other numbers, and no date that both tell` }
  const about = aboutOverlap(a, b)
  const isOneCount = parts.counts === POINTS.nearCounts && time.exact && parts.points > 0 && countTheSame(a, b)
  const counts = isOneCount ? POINTS.nearCountsOfOne : (parts.counts ?? 0)
  const sum = kind.untyped
    ? kind.points * WORD_POINTS.word +
      (LIGHT.has(a.trigger) ? WORD_POINTS.light : 0) +
      (about === null ? 0 : WORD_POINTS.about * (about - WORD_POINTS.aboutFrom)) +
      WORD_POINTS.quote * quoteOverlap(a, b) +
      WORD_POINTS.roles * parts.points +
      WORD_POINTS.place * place.points +
      time.points +
      counts
    : kind.points +
      (about === null ? 0 : POINTS.about * (about - POINTS.aboutFrom)) +
      parts.points +
      place.points +
      time.points +
      counts
  const because = [kind.because, ...parts.because, time.because, place.because].filter((one) => one !== null)
  return { score: Math.max(0, Math.min(1, Math.round(sum * 1000) / 1000)), because: because.join('; ') }
}

/** Share of the shorter list of names that both documents have; null where one has fewer than two. */
function aboutOverlap(a: Report, b: Report): number | null {
  const one = a.about ?? []
  const two = b.about ?? []
  const shorter = Math.min(one.length, two.length, 8)
  // One article says of itself nothing by this.
  if (shorter < 2 || a.ref.document === b.ref.document) return null
  let shared = 0
  for (const name of one) if (two.includes(name)) shared++
  return Math.min(1, shared / shorter)
}

// The words of a quote are cut once a report.
const quoteWords = new WeakMap<Report, ReadonlySet<string>>()

function wordsOfQuote(report: Report): ReadonlySet<string> {
  const known = quoteWords.get(report)
  if (known) return known
  const words = new Set(cutWords(report.evidence.quote).filter((word) => word.length > 3))
  quoteWords.set(report, words)
  return words
}

function quoteOverlap(a: Report, b: Report): number {
  const one = wordsOfQuote(a)
  const two = wordsOfQuote(b)
  let shared = 0
  for (const word of one) if (two.has(word)) shared++
  return shared / Math.max(3, Math.min(one.size, two.size))
}

interface Kind {
  /** Null where the two are kinds of events that cannot be one. */
  readonly points: number | null
  readonly because: string
  readonly untyped: boolean
}

function compareKinds(a: Report, b: Report): Kind {
  if (a.type === b.type && a.type !== '')
    return { points: POINTS.sameType, because: `both a ${labelOf(a.type)}`, untyped: false }
  if (a.type !== '' && b.type !== '') {
    const family = maybeEventType(a.type)?.merge.family
    return family !== undefined && family === maybeEventType(b.type)?.merge.family
      ? { points: POINTS.family, because: `${labelOf(a.type)} and ${labelOf(b.type)} may be one`, untyped: false }
      : { points: null, because: `a ${labelOf(a.type)} and a ${labelOf(b.type)}`, untyped: false }
  }
  const near = compareTriggers(a.trigger, b.trigger)
  const because = near === 1 ? `both told by "${a.trigger}"` : `"${a.trigger}" and "${b.trigger}"`
  return { points: near, because, untyped: true }
}

function labelOf(type: string): string {
  return maybeEventType(type)?.label.toLowerCase() ?? type
}

function isReciprocal(report: Report): boolean {
  return maybeEventType(report.type)?.reciprocal ?? false
}

/** What forbids, in words; null where the two statuses can be of one happening. */
function compareStatus(a: Report, b: Report, exact: boolean): string | null {
  const one = statusGroup(a.status)
  const two = statusGroup(b.status)
  if (one === two) return null
  const ahead = (one === 'ahead' && two === 'real') || (one === 'real' && two === 'ahead')
  // What was planned for a day and told of that day is one; a plan without a day is not what happened.
  return ahead && exact ? null : `${a.status} and ${b.status}`
}

function comparePlaces(
  a: Report,
  b: Report,
): { readonly points: number; readonly apart: boolean; readonly because: string | null } {
  if (a.place === null || b.place === null) return { points: 0, apart: false, because: null }
  const one = wordsOf(a.place.name)
  const two = wordsOf(b.place.name)
  const shared = one.filter((word) => two.includes(word))
  if (shared.length > 0) return { points: POINTS.place, apart: false, because: `in ${a.place.name}` }
  const countries = a.place.country !== null && b.place.country !== null
  if (countries && a.place.country !== b.place.country)
    return { points: 0, apart: true, because: `in ${a.place.name} and in ${b.place.name}` }
  return countries
    ? { points: POINTS.country, apart: false, because: null }
    : { points: POINTS.otherPlace, apart: false, because: `in ${a.place.name} and in ${b.place.name}` }
}

interface Parts {
  readonly points: number
  readonly because: readonly string[]
  readonly clash: string | null
  /** Points against it where both count somebody and the numbers do not meet; null where they meet. */
  readonly counts: number | null
}

function compareAll(
  a: Report,
  b: Report,
  mustShare: ReadonlySet<RoleName>,
  reciprocal: boolean,
  untyped: boolean,
): Parts {
  const because: string[] = []
  let points = 0
  let counts: number | null = null
  let compared = 0
  let shared = 0
  const done = new Set<RoleName>()
  for (const role of ROLES) {
    if (done.has(role)) continue
    const sides = reciprocal && (role === 'agent' || role === 'counterpart')
    if (sides) done.add('agent').add('counterpart')
    const one = inRole(a, role, sides)
    const two = inRole(b, role, sides)
    if (one.length === 0 || two.length === 0) continue
    const match = sides ? matchParties(one, two) : matchSides(one, two)
    counts = worse(counts, countsApart(one, two))
    if (match.alike === 0) {
      if (match.clash && DECISIVE.has(role) && !untyped)
        return { points: 0, because: [], clash: match.because ?? `other ${role}`, counts }
      const tells = (x: ReportParticipant, y: ReportParticipant) => isKnown(x) === isKnown(y) && !mayActFor(x, y)
      if (DECISIVE.has(role) && (untyped || one.some((x) => two.some((y) => tells(x, y))))) compared++
      continue
    }
    compared++
    shared += match.alike >= 0.4 ? 1 : 0
    points += match.alike * (mustShare.has(role) ? POINTS.mustShare : POINTS.otherRole)
    if (match.because !== null && match.alike >= 0.4) because.push(match.because)
  }
  // Who is agent to one is patient to another where a text is read wrongly; half of it counts.
  if (shared === 0 && !reciprocal) {
    const crossed = matchSides(a.participants, b.participants)
    if (crossed.alike >= 0.85) {
      shared++
      points += crossed.alike * 0.16
      if (crossed.because !== null) because.push(`${crossed.because} in both`)
    }
  }
  if (shared === 0 && compared > 0) points += POINTS.nothingShared
  // One body asks and blames all the time: that it is the same one again says little.
  if (shared < 2 && a.type === b.type && OFTEN.has(a.type)) points += POINTS.oftenTold
  return { points: Math.min(points, 0.62), because, clash: null, counts }
}

/** False for who is told by words alone: "negotiators" do not speak against "Chile". */
function isKnown(one: ReportParticipant): boolean {
  return one.actor !== null || one.country !== null
}

/** Numbers that do not meet: papers err by a few; twice as many are others. Null where no two numbers clash. */
function countsApart(one: readonly ReportParticipant[], two: readonly ReportParticipant[]): number | null {
  let points: number | null = null
  for (const a of one) {
    for (const b of two) {
      if (a.count === null || b.count === null || numbersMeet(a, b)) continue
      const ratio = Math.max(a.count.low, b.count.low) / Math.max(1, Math.min(a.count.low, b.count.low))
      points = worse(points, ratio <= 1.6 ? POINTS.nearCounts : POINTS.counts)
    }
  }
  return points
}

/** True where every counted participant of either has one in the other by the same head word: prisoners, and prisoners. */
function countTheSame(a: Report, b: Report): boolean {
  const heads = ({ participants }: Report): ReadonlySet<string> =>
    new Set(participants.filter(({ count }) => count !== null).map(headOf))
  const [one, two] = [heads(a), heads(b)]
  return one.size === two.size && [...one].every((head) => two.has(head))
}

function worse(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.min(a, b)
}

function inRole(report: Report, role: RoleName, sides: boolean): readonly ReportParticipant[] {
  return report.participants.filter(
    (one) => one.role === role || (sides && (one.role === 'agent' || one.role === 'counterpart')),
  )
}

/** Sides of talks and the like: where both tell two, two must agree. Whom Chile met today with Peru is not Bolivia. */
function matchParties(
  one: readonly ReportParticipant[],
  two: readonly ReportParticipant[],
): { readonly alike: number; readonly clash: boolean; readonly because: string | null } {
  const best = matchSides(one, two)
  if (best.alike === 0 || one.length < 2 || two.length < 2) return best
  const alone = (some: readonly ReportParticipant[], other: readonly ReportParticipant[]) =>
    some.filter((a) => !other.some((b) => compareParticipants(a, b).alike >= 0.4))
  const mine = alone(one, two)
  const theirs = alone(two, one)
  if (mine.length === 0 || theirs.length === 0) return best
  const others = mine.some((a) => theirs.some((b) => compareParticipants(a, b).clash))
  return others ? { ...best, alike: best.alike * 0.3 } : best
}

/** The best pair decides; all must clash for a clash. */
function matchSides(
  one: readonly ReportParticipant[],
  two: readonly ReportParticipant[],
): { readonly alike: number; readonly clash: boolean; readonly because: string | null } {
  let alike = 0
  let because: string | null = null
  let clash = true
  for (const a of one) {
    for (const b of two) {
      const match = compareParticipants(a, b)
      if (!match.clash) clash = false
      if (match.alike > alike || (alike === 0 && because === null)) {
        alike = match.alike
        because = match.because
      }
    }
  }
  return { alike, clash: clash && alike === 0, because }
}
