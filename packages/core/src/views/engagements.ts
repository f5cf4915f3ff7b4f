import { type Actor, type Claim, type ClaimId, type DocumentId, type Participant, spansTouch } from '../model/index.ts'
import { sentenceAround } from './around.ts'
import type { ViewSource } from './custody-record.ts'
import type { EngagementRecord, EngagementSide } from './engagement-record.ts'
import { familyOf } from './families.ts'
import { createLookup, type Lookup } from './lookup.ts'
import { mannersIn } from './manners.ts'
import { inRole, participantWords, roleWords } from './participants.ts'
import { lengthsIn } from './quantities.ts'
import { claimPhrase } from './sentence.ts'
import { tellerName } from './teller.ts'
import { groupRestated, lineOf } from './telling.ts'
import { timeWords } from './time-words.ts'

/**
 * Every engagement of the documents once, with all its tellings: sides and their heads, place, time, length, manner,
 * topics, channel, and which is a part of which. In text order, document by document.
 */
export function engagementsView(sources: readonly ViewSource[]): EngagementRecord[] {
  return sources.flatMap(({ document, findings }) => {
    const lookup = createLookup(findings)
    const groups = groupRestated(findings)
      .filter((group) => group.some(isEngagement) && !isEcho(findings.claims, group) && !isToldBeside(findings, group))
      .sort((a, b) => firstOf(a) - firstOf(b))
    const ids = new Map<ClaimId, string>()
    for (const [index, group] of groups.entries())
      for (const claim of group) ids.set(claim.id, `${document}#${index + 1}`)
    const owners = nearestOwners(lookup, groups)
    return groups.map((group) => recordOf(lookup, document, group, ids, owners))
  })
}

/** Appointments and recalls of envoys are of the family, but nobody meets anybody in them. */
function isEngagement({ event }: Claim): boolean {
  return familyOf(event.type) === 'engagement' && !/^envoy-/.test(event.type)
}

const ANNOUNCEMENTS: ReadonlySet<string> = new Set(['meeting-agreed', 'meeting-refused'])

/** "plans to meet" is a meeting planned and its announcement in the same words: the meeting is shown alone. */
function isEcho(claims: readonly Claim[], group: readonly Claim[]): boolean {
  return group.every(
    ({ event, id }) =>
      ANNOUNCEMENTS.has(event.type) &&
      claims.some(
        (other) =>
          other.id !== id &&
          isEngagement(other) &&
          !ANNOUNCEMENTS.has(other.event.type) &&
          spansTouch(other.event.trigger, event.trigger),
      ),
  )
}

const CALLING_OFF = /^(?:call\w* off|cancel\w*|postpon\w*|scrap\w*|shelv\w*)$/i

/**
 * "The talks have been called off", "refused to receive the envoy": the talks are shown as cancelled, and the refusal with whom
 * it is about; what the sentence tells besides of the same is not shown again.
 */
function isToldBeside({ document, claims }: ViewSource['findings'], group: readonly Claim[]): boolean {
  const [only, ...more] = group
  if (only === undefined || more.length > 0) return false
  const { event } = only
  const beside = claims.filter(
    (one) =>
      one !== only &&
      isEngagement(one) &&
      sentenceAround(document.text, one.event.trigger).from === sentenceAround(document.text, event.trigger).from,
  )
  if (event.type === 'meeting-refused' || event.type === 'talks-broken-off')
    return (
      CALLING_OFF.test(document.text.slice(event.trigger.from, event.trigger.to)) &&
      beside.some((one) => one.event.status === 'cancelled')
    )
  const actors = new Set(event.participants.flatMap(({ actor }) => actor ?? []))
  return (
    event.status === 'requested' &&
    beside.some(
      (one) =>
        one.event.type === 'meeting-refused' &&
        [...actors].every((actor) => one.event.participants.some((other) => other.actor === actor)),
    )
  )
}

/** "leaders' call", "the two sides": one word for those who are named one by one. */
const COLLECTIVE =
  /(?:^|\s)(?:leaders|presidents|premiers|ministers|sides|countries|neighbours|neighbors|governments|capitals|pair|two)$/i

function firstOf(group: readonly Claim[]): number {
  return Math.min(...group.map((claim) => claim.event.trigger.from))
}

/** What sentences say around engagements, each word given to the engagement whose trigger stands nearest. */
interface Owners {
  readonly lengths: ReadonlyMap<ClaimId, readonly string[]>
  readonly manners: ReadonlyMap<ClaimId, readonly string[]>
}

function nearestOwners(lookup: Lookup, groups: readonly (readonly Claim[])[]): Owners {
  const { text } = lookup.findings.document
  const sentences = new Map<number, { words: string; from: number; claims: Claim[] }>()
  for (const claim of groups.flat()) {
    const { from, to } = sentenceAround(text, claim.event.trigger)
    const entry = sentences.get(from) ?? { words: text.slice(from, to), from, claims: [] }
    entry.claims.push(claim)
    sentences.set(from, entry)
  }
  const lengths = new Map<ClaimId, string[]>()
  const manners = new Map<ClaimId, string[]>()
  const give = (to: Map<ClaimId, string[]>, claim: Claim, words: string) =>
    to.set(claim.id, [...(to.get(claim.id) ?? []), words.replace(/\s+/g, ' ')])
  for (const { words, from, claims } of sentences.values()) {
    for (const one of lengthsIn(words)) {
      // "a three-hour meeting" stands before its noun; "met for three hours" after its verb.
      const ahead = /^[^ ]+-/.test(one.words) || /^\s+of\b/.test(words.slice(one.at + one.words.length))
      give(lengths, ownerOf(words, from, claims, one.at, ahead ? 'after' : 'before'), one.words)
    }
    for (const one of mannersIn(words)) {
      const at = words.toLowerCase().indexOf(one)
      give(manners, ownerOf(words, from, claims, at, null), one)
    }
  }
  return { lengths, manners }
}

/**
 * Whose words these are: of the engagements that no semicolon parts from them the nearest, one on the side where such
 * words stand first.
 */
function ownerOf(
  sentence: string,
  from: number,
  claims: readonly Claim[],
  at: number,
  side: 'before' | 'after' | null,
): Claim {
  const cost = ({ event }: Claim): number => {
    const trigger = event.trigger.from - from
    const between = sentence.slice(Math.min(trigger, at), Math.max(trigger, at))
    const wrong = side !== null && (side === 'before') !== trigger < at
    return Math.abs(trigger - at) + (between.includes(';') ? 2 * FAR : 0) + (wrong ? FAR : 0)
  }
  return claims.reduce((best, claim) => (cost(claim) < cost(best) ? claim : best))
}

/** More than two words of one sentence are apart, in code units. */
const FAR = 2000

function recordOf(
  lookup: Lookup,
  document: DocumentId,
  group: readonly Claim[],
  ids: ReadonlyMap<ClaimId, string>,
  owners: Owners,
): EngagementRecord {
  const line = lineOf(lookup, group)
  const [first] = group as readonly [Claim, ...Claim[]] // a record is made of at least one claim
  const pick = <T>(get: (claim: Claim) => T | null): T | null => {
    for (const claim of group) {
      const value = get(claim)
      if (value !== null) return value
    }
    return null
  }
  const time = pick((claim) => (claim.event.when === null ? null : (lookup.times.get(claim.event.when) ?? null)))
  const id = ids.get(first.id) ?? ''
  return {
    ...line,
    id,
    document,
    claims: group.map((claim) => claim.id),
    status: first.event.status,
    stance: first.stance,
    sides: sidesOf(lookup, group),
    host: pick((claim) => roleWords(lookup, claim.event, 'host')),
    through: pick((claim) => roleWords(lookup, claim.event, 'intermediary')),
    when: time === null ? null : { earliest: time.earliest, latest: time.latest, precision: time.precision },
    whenWords: time === null ? null : timeWords(lookup, time),
    where: pick((claim) => claim.event.place?.name ?? null),
    length: pick((claim) => owners.lengths.get(claim.id)?.[0] ?? null),
    manner: [...new Set(group.flatMap((claim) => owners.manners.get(claim.id) ?? []))],
    topics: topicsOf(lookup, group),
    ...channelOf(lookup, group),
    told: [...new Set(group.map((claim) => tellerName(lookup, claim.told)))],
    ...partsOf(lookup, group, ids, id),
    confidence: group.reduce(
      (best, { confidence }) => (confidence.score > best.score ? confidence : best),
      first.confidence,
    ),
  }
}

/** Channel and setting from whichever telling knows them, with the words of both. */
export function channelOf(
  lookup: Lookup,
  group: readonly Claim[],
): Pick<EngagementRecord, 'channel' | 'setting' | 'channelWords'> {
  const channels = group.flatMap((claim) => claim.event.channel ?? [])
  const known = channels.find((channel) => channel.kind !== 'unknown') ?? channels[0]
  const setting = channels.find((channel) => channel.setting !== 'unknown')
  const words = [...new Set([known, setting])].flatMap((channel) => (channel?.evidence ?? []).map(lookup.words))
  return { channel: known?.kind ?? null, setting: setting?.setting ?? 'unknown', channelWords: [...new Set(words)] }
}

function sidesOf(lookup: Lookup, group: readonly Claim[]): EngagementSide[] {
  const sides: { name: string; country: string | null; people: Set<string>; head: string | null }[] = []
  const seen = new Set<string>()
  const named = group.flatMap(({ event }) =>
    event.participants.filter(
      ({ role, span }) => /^(?:agent|counterpart)$/.test(role) && !COLLECTIVE.test(lookup.words(span)),
    ),
  )
  const isNamed = new Set(named.map(({ actor }) => actor)).size > 1
  for (const claim of group)
    for (const participant of claim.event.participants) {
      if (isNamed && COLLECTIVE.test(lookup.words(participant.span))) continue
      if (participant.role !== 'agent' && participant.role !== 'counterpart' && participant.role !== 'host') continue
      const actor = participant.actor === null ? undefined : lookup.actors.get(participant.actor)
      // Where it was held is no side of it.
      if (claim.event.place !== null && spansTouch(claim.event.place.span, participant.span)) continue
      // A place that hosts is told as the place; it is a side only where it acts.
      if (participant.role === 'host' && (actor === undefined || actor.kind === 'place')) continue
      const key = actor?.id ?? lookup.words(participant.span).toLowerCase()
      if (seen.has(key)) continue
      seen.add(key)
      const body = bodyOf(lookup, actor)
      const country = body === null ? (actor?.country ?? null) : null
      const name = participantWords(lookup, participant)
      const side = sides.find((one) =>
        body === null ? country !== null && one.country === country : one.name === body,
      ) ?? {
        name: body ?? countryName(lookup, actor) ?? name,
        country,
        people: new Set<string>(),
        head: null,
      }
      if (!sides.includes(side)) sides.push(side)
      if (actor?.kind !== 'state') side.people.add(withOffice(actor, name))
      for (const id of participant.includes) {
        const member = lookup.actors.get(id)
        if (member !== undefined) side.people.add(member.name)
      }
      side.head ??= headOf(lookup, participant)
    }
  return sides.map((side) => ({ ...side, people: [...side.people].filter((one) => one !== side.name) }))
}

/** The international body whose office somebody holds: an envoy of the bloc stands for it, whatever his nation. */
function bodyOf(lookup: Lookup, actor: Actor | undefined): string | null {
  if (actor?.kind !== 'person') return null
  for (const role of actor.roles) {
    const of = role.of === null ? undefined : lookup.actors.get(role.of)
    if (of?.kind === 'organization' && of.country === null) return of.name
  }
  return null
}

/** The state of the document that has the actor's country; null where it names none. */
function countryName(lookup: Lookup, actor: Actor | undefined): string | null {
  if (actor?.country == null) return null
  const state = lookup.findings.actors.find((one) => one.kind === 'state' && one.country === actor.country)
  return state?.name ?? null
}

function withOffice(actor: Actor | undefined, name: string): string {
  const [role] = actor?.kind === 'person' ? actor.roles : []
  return role === undefined || name.toLowerCase().includes(role.title.toLowerCase()) ? name : `${name}, ${role.title}`
}

/** "a delegation led by Jane Roe": the actor whose mention follows the words. */
function headOf(lookup: Lookup, { span }: Participant): string | null {
  const { document, mentions } = lookup.findings
  const after = document.text.slice(span.from, span.to + HEAD_REACH)
  const match = /\b(?:led|headed|fronted|chaired) by\s+/i.exec(after)
  if (match === null || /[.;]\s/.test(after.slice(0, match.index))) return null
  const at = span.from + match.index + match[0].length
  const mention = mentions.find((one) => one.from >= at && one.from <= at + 4 && one.actor !== null)
  return mention?.actor == null ? null : (lookup.actors.get(mention.actor)?.name ?? null)
}

/** Code units after a party's words in which "led by" may stand. */
const HEAD_REACH = 60

function topicsOf(lookup: Lookup, group: readonly Claim[]): string[] {
  const topics = group.flatMap((claim) =>
    inRole(claim.event, 'theme').map((theme) => {
      const inner = theme.claim === null ? undefined : lookup.claims.get(theme.claim)
      return inner === undefined ? lookup.words(theme.span) : claimPhrase(lookup, inner)
    }),
  )
  return [...new Set(topics)]
}

function partsOf(
  lookup: Lookup,
  group: readonly Claim[],
  ids: ReadonlyMap<ClaimId, string>,
  id: string,
): Pick<EngagementRecord, 'partOf' | 'parts'> {
  const own = new Set(group.map((claim) => claim.id))
  const links = lookup.findings.links.filter((link) => link.kind === 'part-of' && link.stance === 'asserts')
  const other = (claim: ClaimId | null) => {
    const found = claim === null ? undefined : ids.get(claim)
    return found === undefined || found === id ? [] : [found]
  }
  return {
    // By the contract the second is a part of the first.
    partOf: [...new Set(links.flatMap(({ from, to }) => (own.has(to) ? other(from) : [])))],
    parts: [...new Set(links.flatMap(({ from, to }) => (from !== null && own.has(from) ? other(to) : [])))],
  }
}
