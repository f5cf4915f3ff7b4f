import { type Span, spanHolds, spansTouch } from '@backchannel/core'
import type { ClaimJson, DossierJson, LinkJson, ParticipantJson } from '@backchannel/wire'
import { type GoldArticle, type GoldClaim, type GoldLink, goldSpan, spansOf } from './gold.ts'

/** One gold claim with the claim that answers it, and every field that is wrong there. */
export interface Answered {
  readonly gold: GoldClaim
  readonly claim: ClaimJson | null
  readonly wrong: readonly string[]
}

export interface ArticleScore {
  readonly claims: readonly Answered[]
  readonly links: readonly { readonly gold: GoldLink; readonly found: boolean }[]
  /** Claims that answer no gold claim. Not all are wrong: the gold leaves out what the contract leaves free. */
  readonly beyond: readonly ClaimJson[]
  /** Claims told as done by the document itself that the gold forbids. */
  readonly forbidden: readonly ClaimJson[]
}

/** What must not be told as done in the document's own voice: a type, and whom it is about, as a pattern. */
export interface Forbidden {
  readonly type: string
  readonly about?: string
  readonly role?: string
}

/** Matches a dossier with the gold of its article: by type and trigger, then field by field. */
export function scoreArticle(gold: GoldArticle, dossier: DossierJson, forbidden: readonly Forbidden[]): ArticleScore {
  const taken = new Set<string>()
  const claims = gold.claims.map((one): Answered => {
    const trigger = goldSpan(gold.text, one.trigger)
    const fitting = dossier.claims
      .filter(
        ({ id, event }) =>
          !taken.has(id) && event.type === one.type && trigger !== null && spansTouch(event.trigger, trigger),
      )
      .map((claim) => ({ claim, wrong: wrongFields(one, claim, dossier) }))
      .sort((a, b) => a.wrong.length - b.wrong.length)
    const [best] = fitting
    if (best === undefined) return { gold: one, claim: null, wrong: ['not found'] }
    taken.add(best.claim.id)
    return { gold: one, claim: best.claim, wrong: best.wrong }
  })
  return {
    claims,
    links: gold.links.map((link) => ({ gold: link, found: hasLink(gold, claims, link, dossier) })),
    beyond: dossier.claims.filter(({ id }) => !taken.has(id)),
    forbidden: dossier.claims.filter((claim) => forbidden.some((one) => isForbidden(one, claim, dossier))),
  }
}

const RECIPROCAL: ReadonlySet<string> = new Set(['agent', 'counterpart'])
/** Roles that the gold names wherever the words do: one more of these is a mistake. */
const COMPLETE: ReadonlySet<string> = new Set(['agent', 'patient', 'counterpart'])

function wrongFields(gold: GoldClaim, claim: ClaimJson, dossier: DossierJson): string[] {
  const { event } = claim
  const wrong: string[] = []
  if (event.status !== gold.status) wrong.push(`status: ${event.status}`)
  if (claim.stance !== gold.stance) wrong.push(`stance: ${claim.stance}`)
  if (!isTeller(gold.teller, claim.told, dossier)) wrong.push(`told: ${tellerName(claim.told, dossier) ?? 'document'}`)
  if (gold.channel !== undefined && event.channel?.kind !== gold.channel)
    wrong.push(`channel: ${event.channel?.kind ?? 'none'}`)
  if (gold.when !== undefined) {
    const time = dossier.times.find((one) => one.id === event.when)
    if (time?.earliest !== gold.when[0] || time.latest !== gold.when[1])
      wrong.push(`when: ${time === undefined ? 'none' : `${time.earliest}..${time.latest}`}`)
  }
  const used = new Set<ParticipantJson>()
  for (const one of gold.participants) {
    const fits = event.participants.filter(
      (participant) =>
        (participant.role === one.role || (RECIPROCAL.has(participant.role) && RECIPROCAL.has(one.role))) &&
        (meansSame(one.words, participant, dossier) ||
          isPronounOf(one.words, event.trigger, participant, dossier) ||
          isConjunct(one.words, participant, dossier)),
    )
    for (const fit of fits) used.add(fit)
    const [fit] = fits
    if (fit === undefined) wrong.push(`${one.role}: no “${one.words}”`)
    else if (one.count !== undefined && !isCount(one.count, fits)) wrong.push(`count of ${one.role}`)
  }
  for (const participant of event.participants)
    if (!used.has(participant) && COMPLETE.has(participant.role) && isExtra(gold, participant))
      wrong.push(`${participant.role}: also “${wordsOf(participant.span, dossier)}”`)
  return wrong
}

/** A role that the gold fills otherwise or not at all; more words for what a role holds are no mistake. */
function isExtra(gold: GoldClaim, { role }: ParticipantJson): boolean {
  return !(RECIPROCAL.has(role) && gold.participants.length > 1) || !gold.participants.some((one) => one.role === role)
}

/** The words of the gold, or other words of the actor that they name. */
function meansSame(words: string, participant: ParticipantJson, dossier: DossierJson): boolean {
  const { text } = dossier.document
  const places = spansOf(text, words).map((span) => nucleusOf(text, span))
  if (places.some((place) => spansTouch(place, participant.head))) return true
  // A named member of the group that fills the role ("among those freed was X") is found too.
  const actors = dossier.actors.filter((one) => one.id === participant.actor || participant.includes.includes(one.id))
  return actors
    .flatMap((actor) => actor.mentions)
    .some(({ span }) =>
      places.some(
        (place) => spansTouch(place, nucleusOf(text, span)) && !/^(he|she|they|them|him|her|we|us)$/i.test(words),
      ),
    )
}

const PRONOUN = /^(he|she|they|them|him|her|it)$/i

/** A pronoun of the gold means the occurrence nearest to the trigger; whoever it stands for may be told in other words. */
function isPronounOf(words: string, trigger: Span, { actor }: ParticipantJson, dossier: DossierJson): boolean {
  if (!PRONOUN.test(words) || actor === null) return false
  const places = spansOf(dossier.document.text, words)
  const distance = (span: Span) => Math.abs(span.from - trigger.from)
  const [nearest] = [...places].sort((a, b) => distance(a) - distance(b))
  const mentions = dossier.actors.find((one) => one.id === actor)?.mentions ?? []
  return nearest !== undefined && mentions.some(({ span }) => spansTouch(span, nearest))
}

/** "Five Poles and a Belarusian journalist": one line of the gold, two participants of a dossier. */
function isConjunct(words: string, { head }: ParticipantJson, dossier: DossierJson): boolean {
  if (!/\s(and|,)\s/.test(words)) return false
  return spansOf(dossier.document.text, words).some((place) => spanHolds(place, head))
}

/** A noun phrase up to its first preposition, comma or clause, where its head stands. */
function nucleusOf(text: string, span: Span): Span {
  const words = text.slice(span.from, span.to)
  const end = words.slice(1).search(/,|\s(of|in|to|for|from|at|on|who|that|which|familiar|loyal|and)\s/)
  return end < 0 ? span : { from: span.from, to: span.from + end + 1 }
}

function isCount(gold: readonly [number, number | null], fits: readonly ParticipantJson[]): boolean {
  const [low, high] = gold
  if (fits.some(({ count }) => count?.low === low && count.high === high)) return true
  // One person needs no count, and names say how many they are.
  if (low === 1) return fits.every(({ count }) => count === null || count.low === 1)
  return fits.length === low || fits.reduce((sum, { count }) => sum + (count?.low ?? 1), 0) === low
}

function isTeller(gold: string | null, told: readonly string[], dossier: DossierJson): boolean {
  const id = told.at(-1)
  if (gold === null || id === undefined) return gold === null && id === undefined
  const attribution = dossier.attributions.find((one) => one.id === id)
  const actor = dossier.actors.find((one) => one.id === attribution?.actor)
  const names = [
    actor?.name ?? '',
    ...(attribution?.chain.slice(-1).map((voice) => voice.name) ?? []),
    ...(attribution?.source.map((span) => wordsOf(span, dossier)) ?? []),
    ...(actor?.mentions.map(({ span }) => wordsOf(span, dossier)) ?? []),
  ]
  const wanted = gold.toLowerCase().replace(/^(the|an?) /, '')
  return names.some((name) => name.toLowerCase().includes(wanted))
}

function tellerName(told: readonly string[], dossier: DossierJson): string | null {
  const attribution = dossier.attributions.find((one) => one.id === told.at(-1))
  return attribution?.chain.at(-1)?.name ?? null
}

function hasLink(gold: GoldArticle, claims: readonly Answered[], link: GoldLink, dossier: DossierJson): boolean {
  // A link to any telling of a happening is a link to it: by the gold's restatements as by the dossier's.
  const idsOf = (index: number) => {
    const same = gold.links.flatMap(({ kind, from, to }) =>
      kind === 'restates' && link.kind !== 'restates' && (from === index || to === index) ? [from ?? to, to] : [],
    )
    return new Set([index, ...same].flatMap((one) => [...sameTold(claims[one]?.claim?.id, dossier)]))
  }
  const to = idsOf(link.to)
  const from = link.from === null ? null : idsOf(link.from)
  return dossier.links.some(
    (one) =>
      one.kind === link.kind &&
      one.stance === (link.stance ?? 'asserts') &&
      isTeller(link.teller, one.told, dossier) &&
      to.has(one.to) &&
      startsAlike(gold, link, one, from),
  )
}

function startsAlike(gold: GoldArticle, link: GoldLink, one: LinkJson, from: ReadonlySet<string> | null): boolean {
  if (from !== null) return one.from !== null && from.has(one.from)
  const places = spansOf(gold.text, link.words ?? '')
  const { words } = one
  return words !== null && places.some((place) => spansTouch(place, words) || spanHolds(words, place))
}

/** A claim and every other telling of it: a link to any of them is a link to it. */
function sameTold(id: string | undefined, dossier: DossierJson): ReadonlySet<string> {
  if (id === undefined) return new Set()
  const same = new Set([id])
  for (const { kind, from, to } of dossier.links)
    if (kind === 'restates' && from !== null && (from === id || to === id)) {
      same.add(from)
      same.add(to)
    }
  return same
}

function isForbidden({ type, about, role }: Forbidden, claim: ClaimJson, dossier: DossierJson): boolean {
  const { event, told, stance } = claim
  if (event.type !== type || event.status !== 'happened' || stance !== 'asserts' || told.length > 0) return false
  if (about === undefined) return true
  const pattern = new RegExp(`\\b(${about})\\b`, 'u')
  return event.participants.some((participant) => {
    if (role !== undefined && participant.role !== role) return false
    const actor = dossier.actors.find((one) => one.id === participant.actor)
    return pattern.test(wordsOf(participant.span, dossier)) || (actor !== undefined && pattern.test(actor.name))
  })
}

function wordsOf({ from, to }: Span, dossier: DossierJson): string {
  return dossier.document.text.slice(from, to)
}
