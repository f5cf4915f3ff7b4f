import type {
  Copy,
  Count,
  DocumentId,
  LinkKind,
  RecordActorId,
  Report,
  ReportParticipant,
  When,
} from '../../model/index.ts'
import { maybeEventType } from '../../ontology/index.ts'
import { compareText } from '../../text/index.ts'
import { foldName } from '../fold-name.ts'
import { isNobody } from '../nobody.ts'
import type { AccountField, AccountFieldName, AccountValue, LinkReport } from './account-field.ts'
import { claimKey, hasWords, type ShakenReport } from './mark-shaken.ts'
import { isTakenBack } from './taken-back.ts'
import { countsAgree, datesAgree, dateValue, placesAgree } from './values-agree.ts'

/** One value as one report has it. */
interface Telling<Value> {
  readonly value: Value
  readonly text: string
  /** Tellings of one key are one value. */
  readonly key: string
  readonly report: Pick<Report, 'ref' | 'told' | 'outlet'>
  readonly quote: string
}

/**
 * Lays the tellings of a story side by side, field by field: who tells which value in which words, and whether all can be
 * true. A copy is no further voice; only a value that its original does not have, as after an edit, is kept as its own.
 * Motives, causes, framings and credit need the links that the documents tell. Fields that nobody fills are left out. What
 * outlets have since taken back (`markShaken`) is kept and marked, and is no disagreement any more.
 */
export function compareAccounts(
  reports: readonly Report[],
  copies: readonly Copy[],
  links: readonly LinkReport[] = [],
  shaken: readonly ShakenReport[] = [],
): readonly AccountField[] {
  const ordered = [...reports].sort(
    (a, b) =>
      compareText(dayOf(a), dayOf(b)) || compareText(a.ref.document, b.ref.document) || claimNumber(a) - claimNumber(b),
  )
  const originals = new Map(copies.map(({ document, of }) => [document, of]))
  const asserted = ordered.filter(({ stance }) => stance !== 'denies')
  const byClaim = new Map<string, ShakenReport[]>()
  for (const one of shaken) byClaim.set(claimKey(one.ref), [...(byClaim.get(claimKey(one.ref)) ?? []), one])
  // After a correction only the value that it names is gone, in whichever field it stands.
  const isGone = ({ report, text }: Telling<unknown>): boolean =>
    isTakenBack(report) ||
    (byClaim.get(claimKey(report.ref)) ?? []).some(
      ({ notice }) => notice.kind === 'withdrawal' || (notice.old !== null && hasWords(text, notice.old)),
    )
  const names = new Map<RecordActorId, string>()
  for (const { participants } of ordered)
    for (const { actor, name } of participants) if (actor !== null && !names.has(actor)) names.set(actor, name)
  const basis = { originals, isGone }
  const fields = [
    field('status', asserted.map(statusOf), basis, statusesAgree),
    field('stance', ordered.map(stanceOf), basis, (a, b) => a === b || a === 'questions' || b === 'questions'),
    field('count', asserted.flatMap(countOf), basis, countsAgree),
    field(
      'composition',
      ordered.flatMap((report) => membersOf(report, names)),
      basis,
      (a, b) => a.key !== b.key || a.isDenied === b.isDenied,
    ),
    field('date', asserted.flatMap(dateOf), basis, datesAgree),
    field('place', asserted.flatMap(placeOf), basis, placesAgree),
    field(
      'agent',
      asserted.flatMap((report) => agentOf(report, names)),
      basis,
      agentsAgree,
    ),
    field('channel', asserted.flatMap(channelOf), basis, channelsAgree),
    ...LINK_FIELDS.map(([name, kinds]) =>
      field(name, links.filter(({ kind }) => kinds.includes(kind)).map(linkOf), basis, linksAgree),
    ),
  ]
  return fields.filter((one) => one !== null)
}

const LINK_FIELDS: readonly (readonly [AccountFieldName, readonly LinkKind[]])[] = [
  ['motive', ['motive']],
  ['cause', ['cause']],
  ['framing', ['framing']],
  ['credit', ['at-request-of']],
  ['in-return-for', ['in-return-for']],
]

interface FieldBasis {
  readonly originals: ReadonlyMap<DocumentId, DocumentId>
  /** True for a telling that its outlet has taken back. */
  readonly isGone: (telling: Telling<unknown>) => boolean
}

function field<Value>(
  name: AccountFieldName,
  tellings: readonly Telling<Value>[],
  { originals, isGone }: FieldBasis,
  agree: (a: Value, b: Value, x: Telling<Value>, y: Telling<Value>) => boolean,
): AccountField | null {
  const keysOf = new Map<DocumentId, Set<string>>()
  for (const { key, report } of tellings) {
    const { document } = report.ref
    keysOf.set(document, (keysOf.get(document) ?? new Set()).add(key))
  }
  const groups = new Map<string, Telling<Value>[]>()
  for (const telling of tellings) {
    const of = originOf(telling.report.ref.document, originals)
    if (of !== null && keysOf.get(of)?.has(telling.key)) continue
    groups.set(telling.key, [...(groups.get(telling.key) ?? []), telling])
  }
  const values = [...groups.values()].map((group): AccountValue => {
    const standing = group.filter((one) => !isGone(one))
    const tellers = standing.length > 0 ? standing : group
    const [first] = tellers
    return {
      value: first?.text ?? '',
      told: [...new Set(tellers.map(({ report }) => tellerOf(report)))],
      documents: [...new Set(tellers.map(({ report }) => report.ref.document))],
      claims: tellers.map(({ report }) => report.ref),
      quote: first?.quote ?? '',
      ...(standing.length === 0 && { takenBack: true }),
    }
  })
  if (values.length === 0) return null
  const heads = [...groups.values()].flatMap((group) => group.find((one) => !isGone(one)) ?? [])
  const isAgreed = heads.every((a, i) => heads.slice(i + 1).every((b) => agree(a.value, b.value, a, b)))
  return { field: name, values, agree: isAgreed }
}

/** The last original of a document; null for one that is no copy. */
function originOf(document: DocumentId, originals: ReadonlyMap<DocumentId, DocumentId>): DocumentId | null {
  const seen = new Set<DocumentId>()
  let at = document
  for (let of = originals.get(at); of !== undefined && !seen.has(of); of = originals.get(at)) {
    seen.add(of)
    at = of
  }
  return at === document ? null : at
}

/** The first speaker, or the outlet where it speaks for itself. */
function tellerOf({ told, outlet, ref }: Pick<Report, 'told' | 'outlet' | 'ref'>): string {
  return told.findLast(({ standing }) => standing !== 'unknown')?.name ?? outlet ?? ref.document
}

function telling<Value>(report: Report, value: Value, text: string, key = foldName(text)): Telling<Value> {
  return { value, text, key, report, quote: report.evidence.quote }
}

type StatusTold = { readonly status: Report['status']; readonly day: string }

function statusOf(report: Report): Telling<StatusTold> {
  return telling(report, { status: report.status, day: dayOf(report) }, report.status)
}

const EARLY: readonly Report['status'][] = ['planned', 'requested', 'offered', 'threatened']

/** What was planned or asked and is then told as done has come about: no disagreement. What is supposed says nothing. */
function statusesAgree(a: StatusTold, b: StatusTold): boolean {
  if (a.status === b.status || a.status === 'hypothetical' || b.status === 'hypothetical') return true
  const [early, late] = EARLY.includes(a.status) ? [a, b] : [b, a]
  if (!EARLY.includes(early.status)) return a.status !== 'cancelled' && b.status !== 'cancelled'
  return EARLY.includes(late.status) || early.day <= late.day
}

function stanceOf(report: Report): Telling<Report['stance']> {
  return telling(report, report.stance, report.stance)
}

const COUNTED = ['patient', 'theme', 'beneficiary'] as const

function countOf(report: Report): Telling<Count>[] {
  const counted = report.participants.filter(
    ({ role, count, name }) => count !== null && COUNTED.some((one) => one === role) && !isNobody(name),
  )
  const largest = counted.reduce<ReportParticipant | null>(
    (best, one) => ((one.count?.low ?? 0) > (best?.count?.low ?? -1) ? one : best),
    null,
  )
  if (!largest?.count) return []
  // "X, Y and 13 others", told apart: the named ones count too.
  const others = /\bothers?\b/i.test(`${largest.name} ${largest.count.words}`)
  const named = report.participants.filter(
    (one) => one.role === largest.role && one.count === null && one.kind === 'person',
  )
  const more = others ? named.length : 0
  const { low, high, about } = largest.count
  const count = { ...largest.count, low: low + more, high: high === null ? null : high + more }
  // "13 others" of whom the same claim names nobody: a few more than 13.
  if (others && more === 0) {
    const whole = { ...count, low: count.low + 1, high: count.high === null ? null : count.high + NAMED_BESIDE }
    return [telling(report, whole, `${countText(count)} others`, `others ${count.low} ${count.high}`)]
  }
  const text =
    more > 0
      ? `${count.low} (${named.map(({ name }) => name).join(', ')} and ${largest.count.words} others)`
      : countText(count)
  return [telling(report, count, text, `${count.low} ${count.high} ${about}`)]
}

/** Members named elsewhere beside "others", at most. */
const NAMED_BESIDE = 3

/** A number as a number, whatever words it is told in: "14", "at least 14", "13 to 15", "about 1150". */
function countText({ low, high, about }: Count): string {
  const number = high === null ? `at least ${low}` : high === low ? String(low) : `${low} to ${high}`
  return about ? `about ${number}` : number
}

type Member = { readonly key: string; readonly isDenied: boolean }

/** Named members, also those that a group is said to include; "X was not among them" is a denial of one. */
function membersOf(report: Report, names: ReadonlyMap<RecordActorId, string>): Telling<Member>[] {
  const isDenied = report.stance === 'denies'
  const patients = report.participants.filter(({ role }) => role === 'patient')
  const members = new Map<string, string>()
  for (const { actor, name, kind, count, includes } of patients) {
    if (kind === 'person' && count === null) members.set(actor ?? foldName(name), name)
    for (const member of includes) {
      const known = names.get(member)
      if (known !== undefined && !members.has(member)) members.set(member, known)
    }
  }
  return [...members].map(([key, name]) =>
    telling(report, { key, isDenied }, isDenied ? `without ${name}` : name, `${isDenied} ${key}`),
  )
}

function dateOf(report: Report): Telling<When>[] {
  const text = report.when && dateValue(report.when)
  return report.when && text ? [telling(report, report.when, text, text)] : []
}

function placeOf(report: Report): Telling<NonNullable<Report['place']>>[] {
  return report.place ? [telling(report, report.place, report.place.name)] : []
}

type Agents = readonly ReportParticipant[]

/** Who did it; in what both sides do together, the two sides in either order. */
function agentOf(report: Report, names: ReadonlyMap<RecordActorId, string>): Telling<Agents>[] {
  const isReciprocal = maybeEventType(report.type)?.reciprocal ?? false
  // "It" of whom nothing is known tells no other doer.
  const agents = report.participants.filter(
    ({ role, actor, name }) =>
      (role === 'agent' || (isReciprocal && role === 'counterpart')) && (actor !== null || !isNobody(name)),
  )
  if (agents.length === 0) return []
  // One name is one value, also where the record has not joined the actors; one actor is one under all its names.
  const key = agents.map(({ actor, name }) => foldName((actor && names.get(actor)) ?? name)).sort(compareText)
  return [telling(report, agents, agents.map(({ name }) => name).join(' and '), key.join('|'))]
}

/** True where every agent that one tells can be one that the other tells, or the other tells fewer. */
function agentsAgree(a: Agents, b: Agents): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  return few.every((one) => many.some((other) => isSameDoer(one, other)))
}

function isSameDoer(a: ReportParticipant, b: ReportParticipant): boolean {
  if (a.actor !== null && a.actor === b.actor) return true
  const [left, right] = [foldName(a.name), foldName(b.name)]
  if (left === right || ` ${left} `.includes(` ${right} `) || ` ${right} `.includes(` ${left} `)) return true
  // A state acts through its people and offices; two persons of it are still two.
  const isOne = a.kind === 'person' && b.kind === 'person'
  if (isOne) return false
  if (a.country !== null && b.country !== null) return a.country === b.country
  // Whose man he is is not told: a state and a person are then no contradiction.
  return a.kind !== b.kind && (a.kind === 'person' || b.kind === 'person')
}

type ChannelTold = NonNullable<Report['channel']>

function channelOf(report: Report): Telling<ChannelTold>[] {
  const { channel } = report
  if (!channel || (channel.kind === 'unknown' && channel.setting === 'unknown')) return []
  const text = [channel.setting, channel.kind].filter((part) => part !== 'unknown').join(' ')
  return [telling(report, channel, text)]
}

function channelsAgree(a: ChannelTold, b: ChannelTold): boolean {
  const same = (x: string, y: string): boolean => x === y || x === 'unknown' || y === 'unknown'
  return same(a.kind, b.kind) && same(a.setting, b.setting)
}

type LinkTold = { readonly value: string; readonly stance: Report['stance'] }

function linkOf(link: LinkReport): Telling<LinkTold> {
  const value = foldName(link.value)
  const text =
    link.stance === 'denies'
      ? `not: ${link.value}`
      : link.stance === 'questions'
        ? `doubted: ${link.value}`
        : link.value
  return {
    value: { value, stance: link.stance },
    text,
    key: `${link.stance} ${value}`,
    report: link,
    quote: link.quote,
  }
}

/** Two motives can both hold; one that is told and denied cannot. A denial of all ("nothing in return") denies each. */
function linksAgree(a: LinkTold, b: LinkTold): boolean {
  return a.stance === b.stance || (a.stance !== 'denies' && b.stance !== 'denies')
}

const dayOf = ({ published }: Report): string => published?.earliest ?? '9999'
const claimNumber = ({ ref }: Report): number => Number(/\d+/.exec(ref.claim)?.[0] ?? 0)
