import {
  type EventStatus,
  type RecordActorId,
  type Report,
  type ReportParticipant,
  type RoleName,
  reportWhen,
  type Score,
  type Story,
  type StoryId,
  type When,
} from '../../model/index.ts'
import { claimKey } from '../accounts/index.ts'
import { daysOf } from '../days.ts'
import { isShortOf, mayActFor } from './compare-participants.ts'
import { scoreReports } from './score-reports.ts'
import { storyTitle } from './title.ts'

/** Reports whose ties are compared for the weakest: the first and the last of a long story. */
const MOST_TIES = 24

/** What is real is told before what is only meant; used where as many reports carry each. */
const STATUS_ORDER: readonly EventStatus[] = [
  'happened',
  'ongoing',
  'cancelled',
  'planned',
  'offered',
  'threatened',
  'requested',
  'hypothetical',
]

const NO_CLAIMS: ReadonlySet<string> = new Set()

/**
 * Describes a story by its reports (at least one): type, status, time and title as most of them carry them, the finer where
 * as many do; its actors, those of most reports first; and the weakest tie that holds it together. Reports whose outlet has
 * withdrawn them (`withdrawnClaims`) say nothing beside others; where there are no others the title says so.
 */
export function describeStory(
  id: StoryId,
  reports: readonly Report[],
  roots: Story['roots'],
  withdrawn: ReadonlySet<string> = NO_CLAIMS,
): Story {
  const all = [...reports].sort(byRef)
  const standing = all.filter(({ ref }) => !withdrawn.has(claimKey(ref)))
  const isWithdrawn = standing.length === 0
  const sorted = isWithdrawn ? all : standing
  const type = mostOf(sorted.map((one) => one.type)) ?? ''
  const ofType = sorted.filter((one) => one.type === type)
  const status = statusOf(sorted)
  const when = whenOf(sorted)
  const denied = ofType.every((one) => one.stance === 'denies')
  return {
    id,
    type,
    title: storyTitle({
      type,
      trigger: mostOf(ofType.map((one) => one.trigger)) ?? '',
      status,
      denied,
      withdrawn: isWithdrawn,
      participants: participantsOf(ofType.filter((one) => one.status === status).length > 0 ? ofType : sorted),
      place: mostOf(ofType.flatMap((one) => (one.place === null ? [] : [one.place.name]))),
      when,
    }),
    when,
    status,
    claims: reports.map((one) => one.ref),
    actors: actorsOf(sorted),
    because: weakestTie(all),
    roots,
    ...(isWithdrawn && { withdrawn: true }),
  }
}

function byRef(a: Report, b: Report): number {
  if (a.ref.document !== b.ref.document) return a.ref.document < b.ref.document ? -1 : 1
  return a.ref.claim.length - b.ref.claim.length || (a.ref.claim < b.ref.claim ? -1 : 1)
}

/** The value that most have; of as frequent ones the first. */
function mostOf<Value>(values: readonly Value[]): Value | null {
  const times = new Map<Value, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  let best: Value | null = null
  let count = 0
  for (const [value, n] of times) {
    if (n <= count) continue
    best = value
    count = n
  }
  return best
}

/** What happened counts before what was planned: one report of it is more than many announcements. */
function statusOf(reports: readonly Report[]): EventStatus {
  const asserted = reports.filter((one) => one.stance === 'asserts')
  const told = asserted.length > 0 ? asserted : reports
  const times = new Map<EventStatus, number>()
  for (const one of told) times.set(one.status, (times.get(one.status) ?? 0) + 1)
  const real = (times.get('happened') ?? 0) + (times.get('ongoing') ?? 0)
  if (real > 0) return (times.get('ongoing') ?? 0) > (times.get('happened') ?? 0) ? 'ongoing' : 'happened'
  let best: EventStatus = told[0]?.status ?? 'happened'
  for (const status of STATUS_ORDER) if ((times.get(status) ?? 0) > (times.get(best) ?? 0)) best = status
  return best
}

/** The time that most reports give, the narrowest first; null where none is dated. */
function whenOf(reports: readonly Report[]): When | null {
  const groups = new Map<string, { when: When; times: number; width: number }>()
  for (const { when } of reports) {
    const from = daysOf(when?.earliest ?? null)
    const to = daysOf(when?.latest ?? null)
    if (when === null || from === null || to === null) continue
    const key = `${when.earliest} ${when.latest}`
    const group = groups.get(key) ?? { when, times: 0, width: to - from }
    group.times++
    groups.set(key, group)
  }
  // A wide date that holds a narrow one speaks for it.
  let best: { when: When; times: number; width: number; votes: number } | null = null
  for (const one of groups.values()) {
    let votes = 0
    for (const other of groups.values()) if (holds(other.when, one.when)) votes += other.times
    if (
      best === null ||
      votes > best.votes ||
      (votes === best.votes && (one.width < best.width || (one.width === best.width && before(one.when, best.when))))
    )
      best = { ...one, votes }
  }
  return best?.when ?? boundOf(reports)
}

/** Where no report dates it: some day up to the first publication that tells it as done. */
function boundOf(reports: readonly Report[]): When | null {
  let best: When | null = null
  for (const report of reports) {
    const when = reportWhen(report)
    if (when?.latest && (best?.latest == null || when.latest < best.latest)) best = when
  }
  return best
}

function holds(outer: When, inner: When): boolean {
  return (outer.earliest ?? '') <= (inner.earliest ?? '') && (inner.latest ?? '') <= (outer.latest ?? '')
}

function before(a: When, b: When): boolean {
  return (a.earliest ?? '') < (b.earliest ?? '')
}

/** For each role who most reports put there, by actor or words; the fullest telling of each. */
function participantsOf(reports: readonly Report[]): ReportParticipant[] {
  const roles = new Map<RoleName, Tally>()
  for (const { participants } of reports) {
    for (const one of participants) {
      const list = roles.get(one.role) ?? (new Map() satisfies Tally)
      roles.set(one.role, list)
      const key = one.actor ?? (one.kind === 'group' || one.kind === null ? 'some' : one.name.toLowerCase())
      const known = list.get(key)
      if (!known) list.set(key, { one, times: 1 })
      else list.set(key, { one: fuller(one, known.one) ? one : known.one, times: known.times + 1 })
    }
  }
  settleSides(roles.get('agent'), roles.get('counterpart'))
  return [...roles.values()].flatMap((list) => {
    const most = Math.max(...[...list.values()].map(({ times }) => times))
    // Those whom at least half as many tell as the one told most.
    const told = [...list.values()].filter(({ times }) => times * 2 >= most).map(({ one }) => one)
    // A state acts through its president and its ministries: beside it they say nothing more.
    const states = told.filter(({ kind, country }) => kind === 'state' && country !== null)
    const others = told.filter((one) => one.kind === 'state' || !states.some(({ country }) => country === one.country))
    // One paper's "Verek" is another's "Karsovia": where no report tells both, one of them is enough.
    const acting = others.filter(
      (one) =>
        !others.some((state) => state.kind === 'state' && mayActFor(one, state) && !areTold(reports, one, state)),
    )
    return acting.filter((one) => !acting.some((other) => other !== one && isShortOf(one.name, other.name)))
  })
}

type Tally = Map<string, { one: ReportParticipant; times: number }>

/** Each side of a meeting is a side once, whichever role a report gives it: the one that more give it; the first is agent. */
function settleSides(agents: Tally | undefined, counterparts: Tally | undefined): void {
  if (!agents || !counterparts) return
  let settled = 0
  for (const [key, { times }] of [...agents]) {
    const other = counterparts.get(key)?.times
    if (other === undefined) continue
    const isAgent = times > other || (times === other && settled === 0)
    if (isAgent) settled++
    const gone = isAgent ? counterparts : agents
    gone.delete(key)
  }
}

/** True where one report has both in one role. */
function areTold(reports: readonly Report[], a: ReportParticipant, b: ReportParticipant): boolean {
  const has = ({ participants }: Report, one: ReportParticipant): boolean =>
    participants.some(({ role, name }) => role === one.role && name === one.name)
  return reports.some((report) => has(report, a) && has(report, b))
}

function fuller(a: ReportParticipant, b: ReportParticipant): boolean {
  if ((a.count === null) !== (b.count === null)) return a.count !== null
  const words = (one: ReportParticipant) => one.name.split(' ').length
  return a.name.length < 60 && words(a) > words(b)
}

function actorsOf(reports: readonly Report[]): RecordActorId[] {
  const times = new Map<RecordActorId, number>()
  for (const { participants } of reports) {
    const own = new Set(participants.flatMap((one) => [...(one.actor === null ? [] : [one.actor]), ...one.includes]))
    for (const actor of own) times.set(actor, (times.get(actor) ?? 0) + 1)
  }
  return [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([actor]) => actor)
}

/** The weakest of the ties that hold the reports together, each report tied to the one that it is most like. */
function weakestTie(reports: readonly Report[]): Score {
  if (reports.length < 2) return { score: 1, because: 'told by one report' }
  const some =
    reports.length <= MOST_TIES
      ? reports
      : [...reports.slice(0, MOST_TIES / 2), ...reports.slice(reports.length - MOST_TIES / 2)]
  // A spanning tree of the strongest ties (Prim 1957), and its weakest edge.
  const inside = [some[0]!]
  const outside = new Map<Report, Score>()
  for (const one of some.slice(1)) outside.set(one, tieOf(one, inside[0]!))
  let weakest: Score = { score: 1, because: 'told by one report' }
  while (outside.size > 0) {
    let next: Report | null = null
    let best: Score = { score: -1, because: '' }
    for (const [one, score] of outside) {
      if (score.score > best.score) {
        next = one
        best = score
      }
    }
    if (next === null) break
    if (best.score < weakest.score) weakest = best
    outside.delete(next)
    inside.push(next)
    for (const [one, known] of outside) {
      const score = tieOf(one, next)
      if (score.score > known.score) outside.set(one, score)
    }
  }
  return weakest
}

function tieOf(a: Report, b: Report): Score {
  if (a.ref.document === b.ref.document && (a.restates.includes(b.ref.claim) || b.restates.includes(a.ref.claim)))
    return { score: 0.9, because: 'an article itself tells it twice' }
  return scoreReports(a, b)
}
