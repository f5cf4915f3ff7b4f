import type { Actor, Claim, Count, DocumentId, Participant } from '../model/index.ts'
import { countNotes } from './custody-counts.ts'
import { orderSteps } from './custody-order.ts'
import type { CustodyOptions, CustodyRecord, CustodyStep, CustodyVerb, ViewSource } from './custody-record.ts'
import { familyOf } from './families.ts'
import { createLookup, type Lookup } from './lookup.ts'
import { inRole, participantWords, roleWords } from './participants.ts'
import { termOf } from './quantities.ts'
import { tellerName } from './teller.ts'
import { groupRestated, lineOf } from './telling.ts'
import { timeWords } from './time-words.ts'

/** The entry of claims that do not say whom they are about. */
const UNNAMED = 'people not named'

interface Draft {
  name: string
  kind: CustodyRecord['kind']
  count: Count | null
  country: Actor['country']
  readonly documents: Set<DocumentId>
  readonly members: Set<string>
  readonly steps: Map<string, { step: CustodyStep; lookup: Lookup; claims: Claim[] }>
  readonly order: number
}

/**
 * Everybody whose freedom is at stake in the documents, each with the steps told of them, in time: dated ones by date,
 * the others where the way into custody and out of it has them. A person's steps are joined across claims by actor,
 * restated ones are one step told several times. Records come in the order in which the documents first tell of them.
 */
export function custodyView(sources: readonly ViewSource[], options: CustodyOptions = {}): CustodyRecord[] {
  const drafts = new Map<string, Draft>()
  const namesakes = new Map<string, string>()
  for (const { document, findings } of sources) {
    const lookup = createLookup(findings)
    const keyOf = (actor: Actor) => options.actorKey?.(document, actor.id) ?? plainKey(document, actor, namesakes)
    for (const group of groupRestated(findings)) addSteps(drafts, lookup, document, group, keyOf, options)
  }
  joinGroups(drafts)
  const records: CustodyRecord[] = []
  for (const draft of [...drafts.values()].sort((a, b) => a.order - b.order)) {
    const kept = [...draft.steps.values()]
    // Somebody who only travels is not in this book.
    if (kept.every(({ step }) => step.verb === 'left')) continue
    records.push({
      name: draft.name,
      kind: draft.kind,
      count: draft.count,
      country: draft.country,
      documents: [...draft.documents],
      members: [...draft.members],
      steps: orderSteps(kept.map(({ step }) => step)),
      notes: draft.kind === 'person' ? [] : kept.flatMap(({ lookup, claims }) => countNotes(lookup, claims)),
    })
  }
  return records.map((record) => ({ ...record, notes: [...new Set(record.notes)] }))
}

/**
 * "Three fishermen" of a headline and "three Kenyan fishermen", "17 servicemen" and "all 17": groups of one document that are as
 * many, of which the words of one say no more than those of the other, are one. Changes the map.
 */
function joinGroups(drafts: Map<string, Draft>): void {
  const kept: Draft[] = []
  for (const [key, draft] of drafts) {
    if (draft.kind !== 'group' || draft.count === null || draft.documents.size !== 1) continue
    const known = kept.find((one) => isSameGroup(one, draft))
    if (known === undefined) {
      kept.push(draft)
      continue
    }
    drafts.delete(key)
    known.country ??= draft.country
    for (const member of draft.members) known.members.add(member)
    for (const [step, entry] of draft.steps) {
      const document = entry.step.document
      const told = known.steps.get(step)
      if (told !== undefined) {
        const fresh = entry.claims.filter((claim) => !told.claims.includes(claim))
        if (fresh.length === 0) continue
        told.step = joinSteps(told.step, stepOf(entry.lookup, document, fresh, null, draft.count))
        told.claims.push(...fresh)
        continue
      }
      const same = sameStep(known, entry.step, document)
      if (same === undefined) known.steps.set(step, entry)
      else same.step = joinSteps(same.step, entry.step)
    }
  }
}

const FILLERS = /^(?:the|all|an?|of|these|those|their|its|his|her|some|about|group|both)$/

function isSameGroup(one: Draft, two: Draft): boolean {
  if (one.count === null || two.count === null) return false
  if (one.count.low !== two.count.low || one.count.high !== two.count.high || one.count.low < 2) return false
  if (one.country !== null && two.country !== null && one.country !== two.country) return false
  if (![...two.documents].every((id) => one.documents.has(id))) return false
  const wordsOf = ({ name }: Draft) =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}-]+/u)
      .filter((word) => word !== '' && !FILLERS.test(word))
  const [few, many] = [wordsOf(one), wordsOf(two)].sort((a, b) => a.length - b.length) as [string[], string[]] // two in, two out
  return (
    few.length > 0 &&
    few.every((word) => many.includes(word)) &&
    ![...few, ...many].some((word) => /^others?$/.test(word))
  )
}

/** Persons by full name across documents, where no two countries clash; everybody else within the document. */
function plainKey(document: DocumentId, actor: Actor, namesakes: Map<string, string>): string {
  const own = `${document} ${actor.id}`
  if (actor.kind !== 'person' || !/^\p{Lu}\S+(\s+\S+)*\s+\p{Lu}\S+$/u.test(actor.name)) return own
  const name = `name ${actor.name}`
  const country = namesakes.get(name)
  if (actor.country === null || country === undefined || country === actor.country) {
    if (actor.country !== null) namesakes.set(name, actor.country)
    return name
  }
  return own
}

function addSteps(
  drafts: Map<string, Draft>,
  lookup: Lookup,
  document: DocumentId,
  group: readonly Claim[],
  keyOf: (actor: Actor) => string,
  options: CustodyOptions,
): void {
  const [first] = group
  if (first === undefined || familyOf(first.event.type) !== 'custody') return
  const role = first.event.type === 'departure' ? 'agent' : 'patient'
  const people = group.flatMap((claim) =>
    inRole(claim.event, role).flatMap((participant) =>
      isNobody(lookup, participant) && participant.includes.length === 0 ? [] : [{ claim, participant }],
    ),
  )
  const story = options.storyKey?.(document, first.id) ?? null
  const stepKey = story ?? `${document} ${first.id}`
  const put = (
    key: string,
    draft: () => Omit<Draft, 'steps' | 'order' | 'documents' | 'members'>,
    as: string | null,
    claims: readonly Claim[],
    count: Count | null,
  ) => {
    const known = drafts.get(key)
    const entry = known ?? {
      ...draft(),
      documents: new Set<DocumentId>(),
      members: new Set<string>(),
      steps: new Map(),
      order: drafts.size,
    }
    drafts.set(key, entry)
    entry.documents.add(document)
    entry.count ??= count
    const told = entry.steps.get(stepKey)
    // Two parties of one telling may be the same people under one name: what is here already is not told again.
    const fresh = told?.lookup === lookup ? claims.filter((claim) => !told.claims.includes(claim)) : claims
    if (fresh.length === 0) return entry
    const step = stepOf(lookup, document, fresh, as, count)
    const before = told ?? sameStep(entry, step, document)
    if (before === undefined) entry.steps.set(stepKey, { step, lookup, claims: [...fresh] })
    else {
      before.step = joinSteps(before.step, step)
      if (before.lookup === lookup) before.claims.push(...fresh)
    }
    return entry
  }
  if (people.length === 0) {
    if (first.event.participants.length === 0 && first.confidence.score < BARE_BELOW) return
    put(
      `unnamed ${document}`,
      () => ({ name: UNNAMED, kind: 'unnamed', count: null, country: null }),
      null,
      group,
      null,
    )
    return
  }
  // Groups that restatements name differently ("nine prisoners", "the nine") are one; the first name that counts is kept.
  const groups = people.filter(({ participant }) => isGroup(lookup, participant))
  const shared =
    groups.length > 0 && groupsAgree(lookup, group, role)
      ? keyOfParticipant(lookup, document, groups[0]!.participant, keyOf)
      : null
  // A bare "the release" is told of whom the other tellings name, where these name one party alone.
  const parties = people.map(({ participant }) => shared ?? keyOfParticipant(lookup, document, participant, keyOf))
  const single = new Set(parties).size === 1
  for (const { participant } of people) {
    const actor = participant.actor === null ? undefined : lookup.actors.get(participant.actor)
    if (actor !== undefined && !PEOPLE.has(actor.kind)) continue
    const grouped = isGroup(lookup, participant)
    const key = grouped && shared !== null ? shared : keyOfParticipant(lookup, document, participant, keyOf)
    const claims = group.filter((claim) => {
      const own = inRole(claim.event, role)
      if (own.length === 0) return single
      return own.some((one) =>
        grouped ? isGroup(lookup, one) : one.actor === participant.actor && (one.actor !== null || one === participant),
      )
    })
    const entry = isNobody(lookup, participant)
      ? null
      : put(
          key,
          () => ({
            name: grouped
              ? participantWords(lookup, participant, false)
              : (actor?.name ?? participantWords(lookup, participant)),
            kind: grouped ? 'group' : 'person',
            count: null,
            country: actor?.country ?? null,
          }),
          null,
          claims,
          grouped ? participant.count : null,
        )
    if (entry !== null) entry.country ??= actor?.country ?? null
    for (const id of participant.includes) {
      const member = lookup.actors.get(id)
      if (member === undefined) continue
      entry?.members.add(member.name)
      put(
        keyOf(member),
        () => ({ name: member.name, kind: 'person', count: null, country: member.country }),
        entry === null ? null : participantWords(lookup, participant, false),
        claims,
        null,
      )
    }
  }
}

/** Words that name nobody where they lead to no actor. */
const PRONOUN =
  /^(he|him|his|she|her|hers|they|them|their|theirs|it|its|we|us|our|you|your|who|whom|whose|those|these|that|this|others?|some|all|many|both|not \S.*)$/i

function isNobody(lookup: Lookup, participant: Participant): boolean {
  return participant.actor === null && PRONOUN.test(lookup.words(participant.span))
}

const PEOPLE: ReadonlySet<string> = new Set(['person', 'group'])
/** A bare noun ("clemency") with nobody in it and a score below this opens no entry. */
const BARE_BELOW = 0.7

function isGroup(lookup: Lookup, participant: Participant): boolean {
  const actor = participant.actor === null ? undefined : lookup.actors.get(participant.actor)
  const { count } = participant
  if (actor?.kind === 'person') return count !== null && count.low > 1
  return actor?.kind === 'group' || (count !== null && (count.high === null || count.high > 1))
}

/** True where every telling of one happening is about a single group: then their names mean the same people. */
function groupsAgree(lookup: Lookup, group: readonly Claim[], role: 'agent' | 'patient'): boolean {
  return group.every((claim) => inRole(claim.event, role).filter((one) => isGroup(lookup, one)).length <= 1)
}

function keyOfParticipant(
  lookup: Lookup,
  document: DocumentId,
  participant: Participant,
  keyOf: (actor: Actor) => string,
): string {
  const actor = participant.actor === null ? undefined : lookup.actors.get(participant.actor)
  return actor === undefined ? `${document} words:${lookup.words(participant.span).toLowerCase()}` : keyOf(actor)
}

/** The same kind of step of the same people on the same known day, told without a link: one step. */
function sameStep(entry: Draft, step: CustodyStep, document: DocumentId) {
  for (const known of entry.steps.values()) {
    const other = known.step
    if (other.verb !== step.verb || other.stance !== step.stance || other.status !== step.status) continue
    if (other.document !== document) continue
    const { when } = step
    if (when?.earliest && when.earliest === other.when?.earliest && when.latest === other.when.latest) return known
  }
  return undefined
}

function joinSteps(one: CustodyStep, two: CustodyStep): CustodyStep {
  const { also, alsoDocuments, ...telling } = two
  return {
    ...one,
    when: one.when ?? two.when,
    whenWords: one.whenWords ?? two.whenWords,
    by: one.by ?? two.by,
    where: one.where ?? two.where,
    to: one.to ?? two.to,
    through: one.through ?? two.through,
    term: one.term ?? two.term,
    count: one.count ?? two.count,
    as: one.as === null || two.as === null ? null : one.as,
    also: [...one.also, telling, ...also],
    alsoDocuments: [...one.alsoDocuments, two.document, ...alsoDocuments],
    told: [...new Set([...one.told, ...two.told])],
    unsure: one.unsure === null || two.unsure === null ? null : one.unsure,
    confidence: one.confidence.score >= two.confidence.score ? one.confidence : two.confidence,
  }
}

function stepOf(
  lookup: Lookup,
  document: DocumentId,
  claims: readonly Claim[],
  as: string | null,
  count: Count | null,
): CustodyStep {
  const line = lineOf(lookup, claims)
  const [first] = claims as readonly [Claim, ...Claim[]] // a step is made of at least one claim
  const pick = <T>(get: (claim: Claim) => T | null): T | null => {
    for (const claim of claims) {
      const value = get(claim)
      if (value !== null) return value
    }
    return null
  }
  const time = pick((claim) => (claim.event.when === null ? null : (lookup.times.get(claim.event.when) ?? null)))
  const term = first.event.type === 'conviction' ? pick((claim) => termOf(claim.evidence.quote)) : null
  const where = pick((claim) => claim.event.place?.name ?? null)
  const placed =
    first.event.type === 'departure' || first.event.type === 'deportation' || first.event.type === 'release'
  const to = placed ? pick((claim) => roleWords(lookup, claim.event, 'place-to')) : null
  return {
    ...line,
    document,
    alsoDocuments: line.also.map(() => document),
    verb: verbOf(first.event.type, lookup.words(first.event.trigger), term),
    when: time === null ? null : { earliest: time.earliest, latest: time.latest, precision: time.precision },
    whenWords: time === null ? null : timeWords(lookup, time),
    by: first.event.type === 'departure' ? null : pick((claim) => byWords(lookup, claim)),
    where: where !== null && where === to ? null : where,
    to,
    through: pick((claim) => roleWords(lookup, claim.event, 'intermediary')),
    term,
    status: first.event.status,
    stance: first.stance,
    told: [...new Set(claims.map((claim) => tellerName(lookup, claim.told)))],
    count,
    as,
    confidence: claims.reduce(
      (best, { confidence }) => (confidence.score > best.score ? confidence : best),
      first.confidence,
    ),
  }
}

/** The doer, and the other side of a swap or an extradition. */
function byWords(lookup: Lookup, claim: Claim): string | null {
  const agent = roleWords(lookup, claim.event, 'agent')
  const counterpart = roleWords(lookup, claim.event, 'counterpart')
  if (counterpart === null) return agent
  return agent === null ? counterpart : `${agent} and ${counterpart}`
}

const VERBS: Readonly<Record<string, CustodyVerb>> = {
  arrest: 'arrested',
  custody: 'held',
  charge: 'charged',
  release: 'released',
  'prisoner-swap': 'swapped',
  rescue: 'rescued',
  deportation: 'exiled',
  extradition: 'extradited',
  departure: 'left',
  asylum: 'granted asylum',
  abduction: 'abducted',
  'death-in-custody': 'died',
}

function verbOf(type: string, trigger: string, term: string | null): CustodyVerb {
  if (type === 'conviction')
    return term !== null || /sentenc|jail|imprison|term/i.test(trigger) ? 'sentenced' : 'convicted'
  if (type === 'pardon') return /acquit|exonerat|clear|overturn|quash/i.test(trigger) ? 'acquitted' : 'pardoned'
  return VERBS[type] ?? 'held'
}
