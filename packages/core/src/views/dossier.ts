import {
  type Actor,
  type Channel,
  type ClaimId,
  coverOf,
  type Diagnostic,
  type Findings,
  type Link,
  type Span,
  type TimeExpression,
} from '../model/index.ts'
import { compareText } from '../text/index.ts'
import { type Account, accountsOf } from './accounts.ts'
import { type Credit, creditsOf } from './credits.ts'
import { custodyView } from './custody.ts'
import { channelOf } from './engagements.ts'
import { directionOf, familyOf } from './families.ts'
import { createLookup, type Lookup } from './lookup.ts'
import { claimSentence, type Mark, markOf } from './sentence.ts'
import { type ClaimLine, groupRestated, lineOf } from './telling.ts'
import { whenWords } from './when-words.ts'

export interface EngagementLine extends ClaimLine {
  /** Null for engagements that are none carried out: talks refused, an envoy recalled. */
  readonly channel: Channel['kind'] | null
  readonly setting: Channel['setting']
  /** The words that say so; empty where none do. */
  readonly channelWords: readonly string[]
}

/** People whose freedom is at stake in one line: who, how many, and what is told of them in time. */
export interface CustodyEntry {
  readonly name: string
  /** Counts as told where the name does not say them: "14", "several; 14"; null where there are none. */
  readonly count: string | null
  readonly members: readonly string[]
  readonly steps: readonly ClaimLine[]
  /** What adds up and what does not in the counts told. */
  readonly notes: readonly string[]
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
    custody: custodyOf(findings),
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
  const claims = [line, ...line.also].flatMap(({ claim }) => lookup.claims.get(claim) ?? [])
  return [{ ...line, ...channelOf(lookup, claims) }]
}

/** The custody view of this one document, with counts in words for its headings. */
function custodyOf(findings: Findings): CustodyEntry[] {
  return custodyView([{ document: findings.document.id, findings }]).map(({ name, kind, members, steps, notes }) => {
    const counts =
      kind === 'group'
        ? new Set(steps.flatMap((step) => [step, ...step.also].flatMap((telling) => telling.counts)))
        : []
    const count = [...counts].join('; ') || null
    return {
      name: withCount(name, count),
      count: count !== null && withCount(name, count).toLowerCase().includes(count) ? null : count,
      members,
      steps,
      notes,
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
        compareText(first(a), first(b)) ||
        compareText(last(a), last(b)) ||
        a.entry.line.span.from - b.entry.line.span.from,
    )
    .map(({ entry }) => entry)
}

function undatedSentence(lookup: Lookup, line: ClaimLine): string {
  const claim = lookup.claims.get(line.claim)
  return claim === undefined ? line.sentence : claimSentence(lookup, claim, { undated: true })
}
