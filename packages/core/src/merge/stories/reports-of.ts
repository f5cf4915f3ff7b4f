import {
  type Actor,
  type ActorId,
  type Attribution,
  type AttributionId,
  type Claim,
  type ClaimId,
  type Document,
  type Findings,
  type Notice,
  type Participant,
  type RecordActor,
  type RecordActorId,
  type Report,
  type ReportParticipant,
  type ReportVoice,
  type Span,
  wordsAt,
} from '../../model/index.ts'
import { foldName } from '../fold-name.ts'
import { lightLemma } from './trigger-key.ts'

/**
 * One report for each claim of a document, in text order. `actors` says who the document's actors are across documents; those
 * it leaves out stay null and are compared by their words. `notices` are those about the document and those in it.
 */
export function reportsOf(
  document: Document,
  findings: Findings,
  actors: ReadonlyMap<ActorId, RecordActor>,
  notices: readonly Notice[] = [],
): readonly Report[] {
  const scene: Scene = {
    document,
    actors,
    own: new Map(findings.actors.map((one) => [one.id, one])),
    attributions: new Map(findings.attributions.map((one) => [one.id, one])),
    times: new Map(findings.times.map((one) => [one.id, one])),
    about: aboutOf(findings),
    denied: new Set(findings.links.filter(({ stance }) => stance === 'denies').map(({ to }) => to)),
    notices,
  }
  const restates = restatements(findings)
  return findings.claims.map((claim) => reportOf(scene, claim, restates.get(claim.id) ?? []))
}

interface Scene {
  readonly document: Document
  readonly actors: ReadonlyMap<ActorId, RecordActor>
  readonly own: ReadonlyMap<ActorId, Actor>
  readonly attributions: ReadonlyMap<AttributionId, Attribution>
  readonly times: ReadonlyMap<string, Findings['times'][number]>
  readonly about: readonly string[]
  /** Claims to which a link leads that is denied. */
  readonly denied: ReadonlySet<ClaimId>
  readonly notices: readonly Notice[]
}

function reportOf(scene: Scene, claim: Claim, restates: readonly ClaimId[]): Report {
  const { event } = claim
  const time = event.when === null ? undefined : scene.times.get(event.when)
  const dated = time !== undefined && (time.earliest !== null || time.latest !== null)
  const told = claim.told.flatMap((id) => {
    const attribution = scene.attributions.get(id)
    return attribution ? [voiceOf(scene, attribution)] : []
  })
  return {
    ref: { document: scene.document.id, claim: claim.id },
    type: event.type,
    status: event.status,
    stance: claim.stance,
    trigger: triggerOf(scene, event.trigger),
    when: dated ? { earliest: time.earliest, latest: time.latest, precision: time.precision } : null,
    published: scene.document.published?.when ?? null,
    place: event.place === null ? null : { name: placeName(event.place.name), country: event.place.country },
    channel: event.channel === null ? null : { kind: event.channel.kind, setting: event.channel.setting },
    participants: event.participants.map((one) => spokenBy(told.at(-1), participantOf(scene, one))),
    told,
    outlet: scene.document.outlet,
    evidence: claim.evidence,
    confidence: claim.confidence,
    restates,
    ...(scene.notices.length > 0 && { notices: scene.notices }),
    ...(scene.denied.has(claim.id) && { deniesLink: true }),
    about: scene.about,
  }
}

/** Five letters and more in capitals, as datelines have them; shorter ones may be initials. */
const CAPITALS = /^\p{Lu}{5,}(?:[\s-]\p{Lu}+)*$/u

/** "MINSK" of a dateline is Minsk. */
function placeName(name: string): string {
  if (!CAPITALS.test(name)) return name
  return name.replace(/\p{Lu}+/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase())
}

/** Names that say what a document is about are at most so many. */
const MOST_ABOUT = 16

/** The names of a document, those told most first: surnames of persons, names of others; outlets left out. */
function aboutOf(findings: Findings): readonly string[] {
  const named = new Set(
    findings.mentions.flatMap((one) => (one.form === 'name' && one.actor !== null ? [one.actor] : [])),
  )
  const names = findings.actors
    .filter((one) => named.has(one.id) && one.kind !== 'outlet')
    .map((one) => {
      const words = foldName(one.name).split(' ')
      return { name: one.kind === 'person' ? (words.at(-1) ?? '') : words.join(' '), times: one.mentions.length }
    })
    .filter((one) => one.name.length > 1)
    .sort((a, b) => b.times - a.times || (a.name < b.name ? -1 : 1))
  return [...new Set(names.map((one) => one.name))].slice(0, MOST_ABOUT)
}

/** The verb of "set free" and "called for", the noun of "prisoner swap": the first word of verbs, the last of nouns. */
function triggerOf(scene: Scene, trigger: Span): string {
  const words = wordsOf(scene, trigger).split(' ')
  const noun =
    words.length > 1 && /(?:tion|ment|ing|swap|exchange|call|talks|meeting|visit|deal)s?$/i.test(words.at(-1)!)
  return lightLemma((noun ? words.at(-1) : words[0]) ?? '')
}

function wordsOf(scene: Scene, span: Span): string {
  return wordsAt(scene.document.text, span).replace(/\s+/g, ' ').trim()
}

function participantOf(scene: Scene, one: Participant): ReportParticipant {
  const own = one.actor === null ? undefined : scene.own.get(one.actor)
  const known = one.actor === null ? undefined : scene.actors.get(one.actor)
  return {
    role: one.role,
    actor: known?.id ?? null,
    // The name of the record only where it is a name; a pronoun is told by what its document calls the actor.
    name: own?.name ?? wordsOf(scene, one.span),
    head: wordsOf(scene, one.head),
    kind: own?.kind ?? null,
    country: own?.country ?? known?.country ?? null,
    count: one.count,
    includes: one.includes.flatMap((id): RecordActorId[] => {
      const member = scene.actors.get(id)
      return member ? [member.id] : []
    }),
  }
}

/** "I" and "we" are whoever speaks. */
function spokenBy(voice: ReportVoice | undefined, one: ReportParticipant): ReportParticipant {
  if (one.actor !== null || voice === undefined || voice.name === '' || !/^(?:i|we|me|us)$/i.test(one.name)) return one
  return { ...one, name: voice.name, actor: voice.actor }
}

function voiceOf(scene: Scene, attribution: Attribution): ReportVoice {
  const speaker = attribution.chain.at(-1)
  const actor = attribution.actor ?? speaker?.actor ?? null
  return {
    attribution: attribution.id,
    name: speaker?.name ?? '',
    actor: actor === null ? null : (scene.actors.get(actor)?.id ?? null),
    standing: attribution.standing,
    manner: attribution.manner,
    through: attribution.chain.slice(1, -1).map((voice) => ({
      name: voice.name,
      actor: voice.actor === null ? null : (scene.actors.get(voice.actor)?.id ?? null),
      by: voice.by,
    })),
  }
}

/** For each claim all others of its document that are the same happening, by the links of the reading. */
function restatements(findings: Findings): ReadonlyMap<ClaimId, readonly ClaimId[]> {
  const groups = new Map<ClaimId, Set<ClaimId>>()
  for (const link of findings.links) {
    if (link.kind !== 'restates' || link.from === null || link.stance !== 'asserts') continue
    const one = groups.get(link.from) ?? new Set([link.from])
    const two = groups.get(link.to) ?? new Set([link.to])
    const all = new Set([...one, ...two])
    for (const id of all) groups.set(id, all)
  }
  const order = findings.claims.map((claim) => claim.id)
  return new Map([...groups].map(([id, all]) => [id, order.filter((other) => other !== id && all.has(other))]))
}
