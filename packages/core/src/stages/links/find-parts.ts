import type { Actor, ActorId, Claim, TimeExpression } from '../../model/index.ts'
import { ENGAGEMENTS } from './lexicon.ts'
import { draftLink, type LinkDraft, type Scene } from './scene.ts'

/**
 * A visit and the meetings in it: whoever travels meets somebody of the country he visits, in the sentences after, at no
 * other time than that of the visit. Both are told as done.
 */
export function findParts(scene: Scene, actors: readonly Actor[], times: readonly TimeExpression[]): LinkDraft[] {
  const byId = new Map(actors.map((one) => [one.id, one]))
  const byTime = new Map(times.map((one) => [one.id, one]))
  const found: LinkDraft[] = []
  for (const [index, visit] of scene.claims.entries()) {
    if (visit.event.type !== 'visit' || !isDone(visit)) continue
    const travellers = new Set(rolesOf(visit, ['agent']))
    const lands = landsOf(visit, byId)
    // Claims stand in text order.
    for (const meeting of scene.claims.slice(index + 1, index + 1 + MOST)) {
      if (sentenceOf(scene, meeting) - sentenceOf(scene, visit) > FARTHEST) break
      if (!MEETINGS.has(meeting.event.type) || !isDone(meeting)) continue
      const sides = rolesOf(meeting, ['agent', 'counterpart'])
      if (!sides.some((one) => travellers.has(one))) continue
      if (!isThere(meeting, travellers, lands, byId) || !mayBeDuring(visit, meeting, byTime)) continue
      const { trigger } = meeting.event
      found.push({ ...draftLink('part-of', visit, meeting, trigger, meeting.evidence.span), told: meeting.told })
    }
  }
  return [...found, ...findThere(scene), ...findDiscussions(scene)]
}

/** "... his visit to the prison. There Mr Roe met the governor": whoever travelled, the meeting was where the visit went. */
function findThere(scene: Scene): LinkDraft[] {
  const found: LinkDraft[] = []
  for (const [index, meeting] of scene.claims.entries()) {
    if (!MEETINGS.has(meeting.event.type) || !isDone(meeting)) continue
    const verb = scene.triggerOf(meeting)
    const there = scene.tree.children(verb).find((child) => scene.form(child) === 'there')
    if (there === undefined || scene.tokens.relation[there] === 'expl') continue
    const visit = scene.claims
      .slice(0, index)
      .findLast(
        (one) => one.event.type === 'visit' && isDone(one) && sentenceOf(scene, meeting) - sentenceOf(scene, one) <= 1,
      )
    if (!visit) continue
    const { trigger } = meeting.event
    found.push({ ...draftLink('part-of', visit, meeting, trigger, meeting.evidence.span), told: meeting.told })
  }
  return found
}

const COUNTED_SIDES =
  /^(?:the )?(?:pair|two|duo|both|two (?:men|women|leaders|sides|ministers|officials|presidents|envoys)|both (?:men|women|leaders|sides))$/i
const TALKING: ReadonlySet<string> = new Set(['talks', 'meeting'])

/** "dined with the rebel. The pair spent three hours discussing a truce": what the two of a meeting spoke of there. */
function findDiscussions(scene: Scene): LinkDraft[] {
  const found: LinkDraft[] = []
  for (const [index, talk] of scene.claims.entries()) {
    if (!TALKING.has(talk.event.type) || !isDone(talk)) continue
    const [only, ...others] = talk.event.participants.filter(({ role }) => role !== 'theme')
    if (only === undefined || others.length > 0) continue
    if (!COUNTED_SIDES.test(scene.text.slice(only.span.from, only.span.to))) continue
    const meeting = scene.claims
      .slice(0, index)
      .findLast(
        (one) =>
          ENGAGEMENTS.has(one.event.type) &&
          isDone(one) &&
          one.event.participants.filter(({ role }) => role === 'agent' || role === 'counterpart').length > 1,
      )
    if (!meeting || meeting.event.type === talk.event.type) continue
    const distance = sentenceOf(scene, talk) - sentenceOf(scene, meeting)
    if (distance < 0 || distance > NEXT) continue
    const { trigger } = talk.event
    found.push({ ...draftLink('part-of', meeting, talk, trigger, talk.evidence.span), told: talk.told })
  }
  return found
}
/** Sentences after a meeting in which "the two" are those who met. */
const NEXT = 2

const MEETINGS: ReadonlySet<string> = new Set(['meeting', 'talks', 'third-place-meeting'])
/** Sentences after the visit in which its meetings are told. */
const FARTHEST = 4
/** Claims after the visit that are looked at, so that crowded texts stay cheap. */
const MOST = 60

function isDone({ event, stance }: Claim): boolean {
  return event.status === 'happened' && stance === 'asserts'
}

function sentenceOf(scene: Scene, claim: Claim): number {
  return scene.tokens.sentence[scene.triggerOf(claim)] ?? -1
}

function rolesOf({ event }: Claim, roles: readonly string[]): ActorId[] {
  return event.participants.flatMap(({ role, actor }) => (roles.includes(role) && actor !== null ? [actor] : []))
}

/** Countries that a visit goes to: its host's and its place's. */
function landsOf(visit: Claim, actors: ReadonlyMap<ActorId, Actor>): ReadonlySet<string> {
  const hosts = rolesOf(visit, ['host']).flatMap((id) => actors.get(id)?.country ?? [])
  const place = visit.event.place?.country
  return new Set(place ? [...hosts, place] : hosts)
}

/** The other side, or the place, is of a country visited; where neither tells one, the words after the visit are enough. */
function isThere(
  meeting: Claim,
  travellers: ReadonlySet<ActorId>,
  lands: ReadonlySet<string>,
  actors: ReadonlyMap<ActorId, Actor>,
): boolean {
  const others = rolesOf(meeting, ['agent', 'counterpart']).filter((one) => !travellers.has(one))
  const countries = others.flatMap((id) => actors.get(id)?.country ?? [])
  const place = meeting.event.place?.country
  if (place) countries.push(place)
  if (countries.length === 0 || lands.size === 0) return others.length > 0
  return countries.some((one) => lands.has(one))
}

function mayBeDuring(visit: Claim, meeting: Claim, times: ReadonlyMap<string, TimeExpression>): boolean {
  const one = visit.event.when === null ? undefined : times.get(visit.event.when)
  const two = meeting.event.when === null ? undefined : times.get(meeting.event.when)
  // A day of arrival says nothing of the days after it; a day before it is another occasion.
  if (!one?.earliest || !two?.latest) return true
  return two.latest >= one.earliest
}
