import {
  type Actor,
  type Channel,
  type Claim,
  type ClaimId,
  coverOf,
  type Diagnostic,
  type Findings,
  type Link,
  type Span,
  type TimeExpression,
} from '../model/index.ts'
import { type Account, accountsOf } from './accounts.ts'
import { type Credit, creditsOf } from './credits.ts'
import { directionOf, familyOf } from './families.ts'
import { createLookup, type Lookup } from './lookup.ts'
import { participantWords } from './participants.ts'
import { claimSentence, type Mark, markOf } from './sentence.ts'
import { type ChainStep, chainOf } from './teller.ts'
import { whenWords } from './when-words.ts'

/** One telling of something: who says it through whom, and the words. */
export interface Telling {
  readonly claim: ClaimId
  readonly mark: Mark
  /** The document's outlet first, the first speaker last; never empty. */
  readonly chain: readonly ChainStep[]
  readonly quote: string
  /** Where in `quote` the word that names the event starts. */
  readonly focus: number
  readonly span: Span
  /** Counts as this telling has them: "14", "at least 40"; empty where it counts nobody. */
  readonly counts: readonly string[]
}

/** A claim as a line to print. */
export interface ClaimLine extends Telling {
  readonly type: string
  /** Reads on from the mark: "denied: that X released Y." */
  readonly sentence: string
  /** The same happening told again elsewhere in the document, in text order. */
  readonly also: readonly Telling[]
}

export interface EngagementLine extends ClaimLine {
  /** Null for engagements that are none carried out: talks refused, an envoy recalled. */
  readonly channel: Channel['kind'] | null
  readonly setting: Channel['setting']
  /** The words that say so; empty where none do. */
  readonly channelWords: readonly string[]
}

/** People whose freedom is at stake in one line: who, how many, and what is told of them in text order. */
export interface CustodyEntry {
  readonly name: string
  /** Counts as told where the name does not say them: "14", "several; 14"; null where there are none. */
  readonly count: string | null
  readonly members: readonly string[]
  readonly steps: readonly ClaimLine[]
  /** Whether they were held, and freed: told by the document itself, only claimed by somebody, or not told as done. */
  readonly held: 'happened' | 'claimed' | null
  readonly freed: 'happened' | 'claimed' | null
}

export interface AskLine extends ClaimLine {
  /** What is told to have answered it. */
  readonly answers: readonly { readonly words: string; readonly sentence: string; readonly mark: Mark }[]
}

export interface ActorLine {
  readonly id: Actor['id']
  readonly name: string
  readonly kind: Actor['kind']
  readonly country: string | null
  readonly sector: string | null
  readonly roles: readonly string[]
  readonly mentions: number
  readonly span: Span | null
}

export interface TimelineLine {
  /** As fine as the text: "on 14 March 2026". */
  readonly when: string
  readonly precision: TimeExpression['precision']
  /** The sentence without its date. */
  readonly sentence: string
  readonly line: ClaimLine
}

/** Everything a printed dossier shows, as plain data: words are chosen, nothing is laid out. */
export interface DossierView {
  readonly document: Findings['document']
  /** The few lines that matter most, in text order. */
  readonly headlines: readonly ClaimLine[]
  /** Claims that no other section shows: relations, force, and what the ontology does not know. */
  readonly others: readonly ClaimLine[]
  readonly engagements: readonly EngagementLine[]
  readonly custody: readonly CustodyEntry[]
  readonly asks: readonly AskLine[]
  readonly credits: readonly Credit[]
  readonly accounts: readonly Account[]
  readonly actors: readonly ActorLine[]
  readonly timeline: readonly TimelineLine[]
  /** Lines of claims without a time. */
  readonly undated: number
  readonly diagnostics: readonly Diagnostic[]
}

/** Lines on the first screen. */
export const HEADLINE_LINES = 8

/** The dossier of one reading. An empty reading gives empty sections. */
export function dossierView(findings: Findings): DossierView {
  const lookup = createLookup(findings)
  const groups = groupRestated(findings)
  const lines = groups.map((group) => lineOf(lookup, group))
  const asked = askedClaims(findings)
  const weights = new Map(lines.map((line) => [line, weightOf(lookup, line, asked)]))
  const headlines = [...lines]
    .filter((line) => (weights.get(line) ?? 0) > 0)
    .sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || a.span.from - b.span.from)
    .filter((line, index, all) => all.findIndex((other) => other.sentence === line.sentence) === index)
    .slice(0, HEADLINE_LINES)
    .sort((a, b) => a.span.from - b.span.from)
  const timeline = timelineOf(lookup, lines)
  return {
    document: findings.document,
    headlines,
    others: lines.filter(
      (line) => ['relations', 'force', null].includes(familyOf(line.type)) && !asked.has(line.claim),
    ),
    engagements: lines.flatMap((line) => engagementOf(lookup, line)),
    custody: custodyOf(lookup, lines),
    asks: lines
      .filter((line) => familyOf(line.type) === 'asks-and-answers')
      .map((line) => ({ ...line, answers: answersTo(lookup, line) })),
    credits: creditsOf(lookup),
    accounts: accountsOf(lookup),
    actors: findings.actors.map((actor) => actorLine(lookup, actor)),
    timeline,
    undated: lines.length - timeline.length,
    diagnostics: findings.diagnostics,
  }
}

/** Claims of one happening, joined by `restates`; the fullest one first, then text order. */
function groupRestated(findings: Findings): (readonly Claim[])[] {
  const root = new Map<ClaimId, ClaimId>()
  const find = (id: ClaimId): ClaimId => {
    let at = id
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) at = up
    return at
  }
  for (const link of findings.links)
    if (link.kind === 'restates' && link.from !== null && link.stance === 'asserts') {
      const from = find(link.from)
      const to = find(link.to)
      if (from !== to) root.set(to, from)
    }
  const groups = new Map<ClaimId, Claim[]>()
  for (const claim of findings.claims) {
    const key = find(claim.id)
    const group = groups.get(key)
    if (group) group.push(claim)
    else groups.set(key, [claim])
  }
  return [...groups.values()].map((group) =>
    [...group].sort((a, b) => fullness(b) - fullness(a) || a.evidence.span.from - b.evidence.span.from),
  )
}

/** How much of the event a claim tells; the document's own word breaks ties. */
function fullness({ event, told }: Claim): number {
  const members = event.participants.reduce((sum, participant) => sum + participant.includes.length, 0)
  const counts = event.participants.filter((participant) => participant.count !== null).length
  return (
    4 * event.participants.length +
    2 * members +
    2 * counts +
    (event.when === null ? 0 : 2) +
    (event.place === null ? 0 : 1) +
    (told.length === 0 ? 1 : 0)
  )
}

function lineOf(lookup: Lookup, group: readonly Claim[]): ClaimLine {
  const [first, ...others] = group as readonly [Claim, ...Claim[]] // groups are made of at least one claim
  return {
    ...tellingOf(lookup, first),
    type: first.event.type,
    sentence: claimSentence(lookup, first),
    also: others.sort((a, b) => a.evidence.span.from - b.evidence.span.from).map((claim) => tellingOf(lookup, claim)),
  }
}

function tellingOf(lookup: Lookup, claim: Claim): Telling {
  return {
    claim: claim.id,
    mark: markOf(claim),
    chain: chainOf(lookup, claim.told),
    quote: lookup.words(claim.evidence.span),
    focus: lookup.words({ from: claim.evidence.span.from, to: claim.event.trigger.from }).length,
    span: claim.evidence.span,
    counts: countsOf(claim),
  }
}

function countsOf(claim: Claim): readonly string[] {
  const counts = claim.event.participants.flatMap(({ count }) =>
    count === null ? [] : [lowerCount(count.words || String(count.low))],
  )
  return [...new Set(counts)]
}

/** Claims that are the theme of another: the asking tells them, so they need no headline of their own. */
function askedClaims(findings: Findings): ReadonlySet<ClaimId> {
  const asked = new Set<ClaimId>()
  for (const claim of findings.claims)
    for (const { claim: theme } of claim.event.participants) if (theme !== null) asked.add(theme)
  return asked
}

const FAMILY_WEIGHT: Readonly<Record<string, number>> = {
  custody: 10,
  engagement: 8,
  'asks-and-answers': 6,
  force: 6,
  relations: 5,
}

/** Weight of a line for the first screen: what kind of event, how much is told of it, how often. 0 keeps it off. */
function weightOf(lookup: Lookup, line: ClaimLine, asked: ReadonlySet<ClaimId>): number {
  if (asked.has(line.claim)) return 0
  const claim = lookup.claims.get(line.claim)
  if (claim === undefined) return 0
  const { participants } = claim.event
  if (participants.length === 0 && line.also.length === 0) return 0
  const named = participants.filter((participant) => participant.actor !== null).length
  const real = line.mark === 'happened' || line.mark === 'claimed' ? 3 : 0
  return (FAMILY_WEIGHT[familyOf(line.type) ?? ''] ?? 2) + Math.min(named, 3) + real + Math.min(line.also.length, 3)
}

function engagementOf(lookup: Lookup, line: ClaimLine): EngagementLine[] {
  if (familyOf(line.type) !== 'engagement') return []
  const channels = [line, ...line.also].flatMap(({ claim }) => lookup.claims.get(claim)?.event.channel ?? [])
  const known = channels.find((channel) => channel.kind !== 'unknown') ?? channels[0]
  const setting = channels.find((channel) => channel.setting !== 'unknown')
  const words = [...new Set([known, setting])].flatMap((channel) => (channel?.evidence ?? []).map(lookup.words))
  return [
    {
      ...line,
      channel: known?.kind ?? null,
      setting: setting?.setting ?? 'unknown',
      channelWords: [...new Set(words)],
    },
  ]
}

/** The entry of lines that do not say whom they are about. */
const UNNAMED = 'people not named'

/** Lines of the custody family by the people they are about; a named member of a group has an entry of its own too. */
function custodyOf(lookup: Lookup, lines: readonly ClaimLine[]): CustodyEntry[] {
  const entries = new Map<string, { name: string; counts: Set<string>; members: Set<string>; steps: ClaimLine[] }>()
  for (const line of lines) {
    if (familyOf(line.type) !== 'custody') continue
    const claim = lookup.claims.get(line.claim)
    const role = line.type === 'departure' ? 'agent' : 'patient'
    const about = claim?.event.participants.filter((participant) => participant.role === role) ?? []
    if (about.length === 0) {
      const entry = entries.get(UNNAMED) ?? { name: UNNAMED, counts: new Set(), members: new Set(), steps: [] }
      entry.steps.push(line)
      entries.set(UNNAMED, entry)
    }
    for (const participant of about) {
      const actor = participant.actor === null ? undefined : lookup.actors.get(participant.actor)
      const key = actor?.id ?? `words:${lookup.words(participant.span).toLowerCase()}`
      const entry = entries.get(key) ?? {
        name: actor?.name ?? participantWords(lookup, participant),
        counts: new Set(),
        members: new Set(),
        steps: [],
      }
      if (participant.count !== null)
        entry.counts.add(lowerCount(participant.count.words || String(participant.count.low)))
      // Other tellings may count the same people otherwise; with several groups in one line nobody knows which.
      if (about.length === 1) for (const { counts } of line.also) for (const count of counts) entry.counts.add(count)
      if (!entry.steps.includes(line)) entry.steps.push(line)
      entries.set(key, entry)
      for (const id of participant.includes) {
        const name = lookup.actors.get(id)?.name
        if (name === undefined) continue
        entry.members.add(name)
        const own = entries.get(id) ?? { name, counts: new Set(), members: new Set(), steps: [] }
        if (!own.steps.includes(line)) own.steps.push(line)
        entries.set(id, own)
      }
    }
  }
  return [...entries.values()].map(({ name, counts, members, steps }) => {
    const count = counts.size === 0 ? null : [...counts].join('; ')
    return {
      name: withCount(name, count),
      count: count !== null && withCount(name, count).toLowerCase().includes(count) ? null : count,
      members: [...members],
      steps,
      held: surest(steps.filter((step) => directionOf(step.type) === 'in')),
      freed: surest(steps.filter((step) => directionOf(step.type) === 'out')),
    }
  })
}

/** "happened" where the document vouches for one of the steps, "claimed" where only voices in it do. */
function surest(steps: readonly ClaimLine[]): 'happened' | 'claimed' | null {
  const tellings = steps.flatMap((step) => [step, ...step.also])
  if (tellings.some(({ mark, chain }) => mark === 'happened' || (mark === 'ongoing' && chain.length === 1)))
    return 'happened'
  return tellings.some(({ mark }) => mark === 'claimed' || mark === 'ongoing') ? 'claimed' : null
}

function lowerCount(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.slice(0, 1).toLowerCase() + words.slice(1) : words
}

/** "40 activists" counted as "at least 40" are "at least 40 activists". */
function withCount(name: string, count: string | null): string {
  const figure = /^\d[\d,.]*/.exec(name)?.[0]
  if (count === null || figure === undefined || !count.endsWith(` ${figure}`)) return name
  return count + name.slice(figure.length)
}

/** What links say came of an ask: "at the request of" leads from the ask to the answer. */
function answersTo(lookup: Lookup, line: ClaimLine): AskLine['answers'] {
  const own = new Set([line.claim, ...line.also.map((telling) => telling.claim)])
  return lookup.findings.links
    .filter((link: Link) => link.kind === 'at-request-of' && link.from !== null && own.has(link.from))
    .flatMap((link) => {
      const claim = lookup.claims.get(link.to)
      if (claim === undefined) return []
      return [{ words: lookup.words(link.evidence), sentence: claimSentence(lookup, claim), mark: markOf(claim) }]
    })
}

function actorLine(lookup: Lookup, actor: Actor): ActorLine {
  const spans = lookup.findings.mentions.filter((mention) => mention.actor === actor.id)
  const roles = actor.roles.map((role) => {
    const of = role.of === null ? undefined : lookup.actors.get(role.of)?.name
    return of === undefined ? role.title : `${role.title} (of ${of})`
  })
  return {
    id: actor.id,
    name: actor.name,
    kind: actor.kind,
    country: actor.country,
    sector: actor.sector,
    roles: [...new Set(roles)],
    mentions: actor.mentions.length,
    span: spans[0] === undefined ? null : coverOf([spans[0]]),
  }
}

/** Dated lines by their first day; of two of one day, the finer date first, then text order. */
function timelineOf(lookup: Lookup, lines: readonly ClaimLine[]): TimelineLine[] {
  const dated = lines.flatMap((line) => {
    const id = [line, ...line.also].flatMap(({ claim }) => lookup.claims.get(claim)?.event.when ?? [])[0]
    const time = id === undefined ? undefined : lookup.times.get(id)
    if (time === undefined) return []
    const when = whenWords(time)
    return when === null
      ? []
      : [{ time, entry: { when, precision: time.precision, sentence: undatedSentence(lookup, line), line } }]
  })
  const first = ({ time }: (typeof dated)[number]) => time.earliest ?? time.latest ?? ''
  const last = ({ time }: (typeof dated)[number]) => time.latest ?? '9999'
  return dated
    .sort(
      (a, b) =>
        compare(first(a), first(b)) || compare(last(a), last(b)) || a.entry.line.span.from - b.entry.line.span.from,
    )
    .map(({ entry }) => entry)
}

function undatedSentence(lookup: Lookup, line: ClaimLine): string {
  const claim = lookup.claims.get(line.claim)
  return claim === undefined ? line.sentence : claimSentence(lookup, claim, { undated: true })
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
