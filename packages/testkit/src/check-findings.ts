import { type AttributionId, type Findings, type Span, toldPath } from '@backchannel/core'

/** What a check must know of the ontology: which roles an event of a type may have, and which types have a channel. */
export interface EventTypeRoles {
  readonly roles: readonly string[]
  readonly channel: boolean
}

/**
 * Faults that a schema cannot see, one sentence each; empty where there is none. Spans lie inside the text, are not
 * empty and cut no surrogate pair; ids are unique and references lead somewhere; `within` has no circle and `told` is
 * its path; quotes are what stands at their span; the trigger lies in the evidence; counts and times are ordered. With
 * `types`, event types, their roles and their channels are checked too.
 */
export function checkFindings(findings: Findings, types?: ReadonlyMap<string, EventTypeRoles>): string[] {
  const { document } = findings
  const faults: string[] = []
  const mentions = idsOf(findings.mentions, 'mention', faults)
  const actors = idsOf(findings.actors, 'actor', faults)
  const times = idsOf(findings.times, 'time', faults)
  const attributions = idsOf(findings.attributions, 'attribution', faults)
  const claims = idsOf(findings.claims, 'claim', faults)
  idsOf(findings.links, 'link', faults)

  const span = (at: Span, what: string) => {
    const { text } = document
    if (
      !Number.isInteger(at.from) ||
      !Number.isInteger(at.to) ||
      at.from < 0 ||
      at.to > text.length ||
      at.from >= at.to
    )
      faults.push(`${what}: ${at.from}..${at.to} is no span of a text of ${text.length}`)
    else if (cutsPair(text, at.from) || cutsPair(text, at.to))
      faults.push(`${what}: ${at.from}..${at.to} cuts a surrogate pair`)
  }
  const known = (ids: ReadonlySet<string>, id: string | null, what: string) => {
    if (id !== null && !ids.has(id)) faults.push(`${what}: there is no ${id}`)
  }
  const told = (path: readonly AttributionId[], what: string) => {
    const byId = new Map(findings.attributions.map((attribution) => [attribution.id, attribution]))
    const right = toldPath(byId, path.at(-1) ?? null)
    if (right.join() !== path.join())
      faults.push(`${what}: told ${path.join(' > ')} is not the path ${right.join(' > ')}`)
  }

  for (const mention of findings.mentions) {
    span(mention, `mention ${mention.id}`)
    known(actors, mention.actor, `mention ${mention.id}`)
  }
  for (const actor of findings.actors) {
    const what = `actor ${actor.id}`
    if (actor.mentions.length === 0) faults.push(`${what}: no mention`)
    for (const id of actor.mentions) known(mentions, id, what)
    for (const role of actor.roles) {
      span(role.span, `${what} role`)
      known(actors, role.of, `${what} role`)
    }
  }
  for (const time of findings.times) {
    span(time.span, `time ${time.id}`)
    if (time.earliest !== null && time.latest !== null && time.earliest > time.latest)
      faults.push(`time ${time.id}: ${time.earliest} is after ${time.latest}`)
  }
  for (const attribution of findings.attributions) {
    const what = `attribution ${attribution.id}`
    for (const part of ['source', 'cue', 'content'] as const)
      for (const at of attribution[part]) span(at, `${what} ${part}`)
    known(actors, attribution.actor, what)
    known(attributions, attribution.within, what)
    for (const voice of attribution.chain) known(actors, voice.actor, `${what} chain`)
    if (inCircle(findings, attribution.id)) faults.push(`${what}: within goes in a circle`)
  }
  for (const claim of findings.claims) {
    const what = `claim ${claim.id}`
    const { event, evidence } = claim
    span(event.trigger, `${what} trigger`)
    span(evidence.span, `${what} evidence`)
    if (document.text.slice(evidence.span.from, evidence.span.to) !== evidence.quote)
      faults.push(`${what}: the quote is not what stands at its span`)
    if (event.trigger.from < evidence.span.from || event.trigger.to > evidence.span.to)
      faults.push(`${what}: the trigger lies outside the evidence`)
    for (const participant of event.participants) {
      const { count } = participant
      span(participant.span, `${what} ${participant.role}`)
      span(participant.head, `${what} head of ${participant.role}`)
      known(actors, participant.actor, what)
      known(claims, participant.claim, what)
      for (const id of participant.includes) known(actors, id, what)
      if (count?.high != null && count.low > count.high) faults.push(`${what}: count ${count.low}..${count.high}`)
    }
    known(times, event.when, what)
    if (event.place) span(event.place.span, `${what} place`)
    for (const at of event.channel?.evidence ?? []) span(at, `${what} channel`)
    told(claim.told, what)
    if (claim.confidence.because === '') faults.push(`${what}: a confidence without a reason`)
    if (types) faults.push(...typeFaults(claim, types))
  }
  for (const link of findings.links) {
    const what = `link ${link.id}`
    known(claims, link.from, what)
    known(claims, link.to, what)
    if (link.from === null && link.words === null) faults.push(`${what}: neither a claim nor words at its start`)
    if (link.words) span(link.words, `${what} words`)
    span(link.evidence, what)
    told(link.told, what)
  }
  return faults
}

function typeFaults(claim: Findings['claims'][number], types: ReadonlyMap<string, EventTypeRoles>): string[] {
  const { event } = claim
  const type = types.get(event.type)
  if (type === undefined) return [`claim ${claim.id}: no event type ${event.type}`]
  const faults: string[] = []
  for (const { role } of event.participants)
    if (!type.roles.includes(role)) faults.push(`claim ${claim.id}: ${event.type} has no role ${role}`)
  if (type.channel !== (event.channel !== null))
    faults.push(`claim ${claim.id}: ${event.type} ${type.channel ? 'without' : 'with'} a channel`)
  return faults
}

function idsOf(list: readonly { readonly id: string }[], what: string, faults: string[]): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const { id } of list) {
    if (ids.has(id)) faults.push(`${what} ${id} twice`)
    ids.add(id)
  }
  return ids
}

function inCircle(findings: Findings, id: AttributionId): boolean {
  const within = new Map(findings.attributions.map((attribution) => [attribution.id, attribution.within]))
  const seen = new Set<AttributionId>()
  for (let at: AttributionId | null | undefined = id; at != null; at = within.get(at)) {
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}

function cutsPair(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  const before = text.charCodeAt(offset - 1)
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff
}
