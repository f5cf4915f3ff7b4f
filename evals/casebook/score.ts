import { type Span, spanHolds, spansTouch } from '@backchannel/core'
import type { ClaimJson, DossierJson, LinkJson, ParticipantJson } from '@backchannel/wire'
import { answersOf, type GoldArticle, type GoldClaim, type GoldLink, goldSpan, spansOf } from './gold.ts'

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
    const fitting = answersOf(one)
      .flatMap((answer) =>
        dossier.claims
          .filter(
            ({ id, event }) =>
              !taken.has(id) && event.type === answer.type && trigger !== null && spansTouch(event.trigger, trigger),
          )
          .map((claim) => ({ claim, wrong: wrongFields(answer, claim, dossier) })),
      )
      .sort((a, b) => a.wrong.length - b.wrong.length)
    const [best] = fitting
    if (best === undefined) return { gold: one, claim: null, wrong: ['not found'] }
    taken.add(best.claim.id)
    return { gold: one, claim: best.claim, wrong: best.wrong }
  })
  return {
    claims,
    links: gold.links.map((link) => ({
      gold: link,
      found: answersOf(link).some((one) => hasLink(gold, claims, one, dossier)),
    })),
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
    const isRight =
      gold.when === null ? time === undefined : time?.earliest === gold.when[0] && time.latest === gold.when[1]
    if (!isRight) wrong.push(`when: ${time === undefined ? 'none' : `${time.earliest}..${time.latest}`}`)
  }
  const used = new Set<ParticipantJson>()
  for (const one of gold.participants) {
    const fits = event.participants.filter(
      (participant) =>
        (participant.role === one.role || (RECIPROCAL.has(participant.role) && RECIPROCAL.has(one.role))) &&
        (one.is === undefined
          ? meansSame(one.words, participant, dossier) || isConjunct(one.words, participant, dossier)
          : [one.is].flat().some((name) => isNamed(name, participant, dossier))),
    )
    for (const fit of fits) used.add(fit)
    if (fits.length === 0 || (one.count === undefined && !isWhole(one.words, fits, dossier)))
      wrong.push(`${one.role}: no “${one.words}”`)
    else if (one.count !== undefined && !isCount(one.count, fits, dossier)) wrong.push(`count of ${one.role}`)
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

/** Where the words of the gold stand: everywhere, or only where "#2" says. */
function placesOf(text: string, words: string): readonly Span[] {
  if (!/#\d+$/.test(words)) return spansOf(text, words)
  const span = goldSpan(text, words)
  return span === null ? [] : [span]
}

/** The words of the gold, or other words of the actor that they name. */
function meansSame(words: string, participant: ParticipantJson, dossier: DossierJson): boolean {
  const { text } = dossier.document
  const places = placesOf(text, words).map((span) => nucleusOf(text, span))
  if (places.some((place) => spansTouch(place, participant.head))) return true
  // A member of the group that fills the role is found too where it is named ("among those freed was X").
  return dossier.actors.some(
    ({ id, mentions }) =>
      (id === participant.actor || participant.includes.includes(id)) &&
      mentions.some(
        ({ span, form }) =>
          (id === participant.actor || form === 'name') &&
          places.some((place) => spansTouch(place, nucleusOf(text, span))),
      ),
  )
}

/** Whether a pronoun's part is played by whom it stands for: by the name of the actor found, or by the words of nobody found. */
function isNamed(gold: string, { actor, span }: ParticipantJson, dossier: DossierJson): boolean {
  const found = dossier.actors.find((one) => one.id === actor)?.name ?? wordsOf(span, dossier)
  const [one, two] = [gold, found].map((words) => ` ${words.toLowerCase().replace(/^(the|an?|mr|ms|mrs) /, '')} `)
  return one !== undefined && two !== undefined && (one.includes(two) || two.includes(one))
}

/** The words of a row, member by member; one where there is no row. */
function membersOf(words: string): readonly string[] {
  return words.replace(/#\d+$/, '').split(/,?\sand\s/)
}

/** "Five Poles and a Belarusian journalist": one line of the gold, two participants of a dossier. */
function isConjunct(words: string, { head }: ParticipantJson, dossier: DossierJson): boolean {
  return membersOf(words).length > 1 && placesOf(dossier.document.text, words).some((place) => spanHolds(place, head))
}

/** Every member of a row plays the part; a row that is counted is checked by its count. */
function isWhole(words: string, fits: readonly ParticipantJson[], dossier: DossierJson): boolean {
  const members = membersOf(words)
  if (members.length < 2) return true
  const { text } = dossier.document
  const [place] = placesOf(text, words)
  if (place === undefined) return false
  return members.every((member) => {
    const from = text.indexOf(member, place.from)
    const whole = { from, to: from + member.length }
    return fits.some(({ head, span }) => spanHolds(whole, head) || spanHolds(span, place))
  })
}

/** A noun phrase up to its first preposition, comma or clause, where its head stands. */
function nucleusOf(text: string, span: Span): Span {
  const words = text.slice(span.from, span.to)
  const end = words.slice(1).search(/,|\s(of|in|to|for|from|at|on|who|that|which|familiar|loyal|and)\s/)
  return end < 0 ? span : { from: span.from, to: span.from + end + 1 }
}

function isCount(
  gold: readonly [number, number | null],
  fits: readonly ParticipantJson[],
  dossier: DossierJson,
): boolean {
  const [low, high] = gold
  const counts = fits.map((one) => countOf(one, dossier))
  if (counts.some((count) => count?.[0] === low && count[1] === high)) return true
  // A row counts by its members together.
  const sum = counts.reduce((all, count) => {
    if (all === null || count === null) return null
    return [all[0] + count[0], all[1] === null || count[1] === null ? null : all[1] + count[1]]
  })
  return sum?.[0] === low && sum[1] === high
}

/** One person needs no count; a group without one isn't counted. */
function countOf(
  { count, actor, head }: ParticipantJson,
  dossier: DossierJson,
): readonly [number, number | null] | null {
  if (count !== null) return [count.low, count.high]
  const kind = dossier.actors.find((one) => one.id === actor)?.kind
  if (kind === 'person') return [1, 1]
  return kind === undefined && !/s$/.test(wordsOf(head, dossier)) ? [1, 1] : null
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
  const isAlike = (one: LinkJson) =>
    one.kind === link.kind && one.stance === (link.stance ?? 'asserts') && isTeller(link.teller, one.told, dossier)
  if (link.kind === 'restates') {
    // From the first telling to each later one; the first may be one that the gold does not have.
    const first = link.from === null ? undefined : claims[link.from]?.claim?.id
    const later = claims[link.to]?.claim?.id
    return dossier.links.some(
      (one) =>
        isAlike(one) &&
        one.to === later &&
        first !== undefined &&
        isForward(one, dossier) &&
        (one.from === first || sameTold(first, dossier).has(one.from ?? '')),
    )
  }
  // A link to any telling of a happening is a link to it: by the gold's restatements as by the dossier's.
  const idsOf = (index: number) => {
    const same = gold.links.flatMap(({ kind, from, to }) =>
      kind === 'restates' && (from === index || to === index) ? [from ?? to, to] : [],
    )
    return new Set([index, ...same].flatMap((one) => [...sameTold(claims[one]?.claim?.id, dossier)]))
  }
  const to = idsOf(link.to)
  const from = link.from === null ? null : idsOf(link.from)
  return dossier.links.some((one) => isAlike(one) && to.has(one.to) && startsAlike(gold, link, one, from))
}

function startsAlike(gold: GoldArticle, link: GoldLink, one: LinkJson, from: ReadonlySet<string> | null): boolean {
  if (from !== null) return one.from !== null && from.has(one.from)
  const places = placesOf(gold.text, link.words ?? '')
  const { words } = one
  return words !== null && places.some((place) => spansTouch(place, words) || spanHolds(words, place))
}

/** A claim and every other telling of it: a link to any of them is a link to it. */
function sameTold(id: string | undefined, dossier: DossierJson): ReadonlySet<string> {
  if (id === undefined) return new Set()
  const same = new Set([id])
  for (const link of dossier.links)
    if (link.from !== null && isForward(link, dossier) && (link.from === id || link.to === id)) {
      same.add(link.from)
      same.add(link.to)
    }
  return same
}

/** A restatement from a telling to a later one. */
function isForward({ kind, from, to }: LinkJson, dossier: DossierJson): boolean {
  const place = (id: string | null) => dossier.claims.find((one) => one.id === id)?.event.trigger.from ?? -1
  return kind === 'restates' && place(from) < place(to)
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
