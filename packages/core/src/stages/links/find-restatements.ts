import type { Actor, ActorId, Claim, Participant, RoleName, TimeExpression } from '../../model/index.ts'
import { ENGAGEMENTS, MEALS } from './lexicon.ts'
import { draftLink, isAnnouncement, type LinkDraft, type Scene } from './scene.ts'

/** Types whose claims name one happening so often that only a shared actor makes two of them one. */
const REPEATABLE = new Set([
  'statement',
  'support',
  'criticism',
  'accusation',
  'request',
  'demand',
  'promise',
  'refusal',
  'threat',
  'attack',
  'protest',
  'custody',
])

/** A new telling is compared with the first and the last ones, so that long documents stay cheap. */
const MOST_TELLINGS = 8

/** The same happening told again: from the first telling to each later one. */
export function findRestatements(
  scene: Scene,
  actors: readonly Actor[],
  times: readonly TimeExpression[],
): LinkDraft[] {
  const byId = new Map(actors.map((one) => [one.id, one]))
  const byTime = new Map(times.map((one) => [one.id, one]))
  const found: LinkDraft[] = []
  const firsts: { claim: Claim; all: Claim[] }[] = []
  for (const claim of scene.claims) {
    if (isAnnouncement(claim)) continue
    const own = firsts.filter((one) => isSame(scene, one, claim, byId, byTime))
    // A bare "the meeting" is the one told last; a full one joins the first that it fits.
    const chosen = isBare(claim) ? lastTold(notMeals(scene, claim, own)) : own[0]
    if (!chosen) {
      firsts.push({ claim, all: [claim] })
      continue
    }
    chosen.all.push(claim)
    const { trigger } = claim.event
    found.push({ ...draftLink('restates', chosen.claim, claim, trigger, trigger), told: [] })
  }
  return found
}

/** "The meeting" is the meeting before it rather than the lunch, where both are told. */
function notMeals<Story extends { readonly claim: Claim }>(scene: Scene, later: Claim, stories: Story[]): Story[] {
  if (MEALS.has(scene.lemma(scene.triggerOf(later)))) return stories
  const others = stories.filter((one) => !MEALS.has(scene.lemma(scene.triggerOf(one.claim))))
  return others.length > 0 ? others : stories
}

function lastTold(stories: readonly { claim: Claim; all: Claim[] }[]): { claim: Claim; all: Claim[] } | undefined {
  let best = stories[0]
  for (const one of stories) {
    if (best && (one.all.at(-1)?.event.trigger.from ?? 0) > (best.all.at(-1)?.event.trigger.from ?? 0)) best = one
  }
  return best
}

function isBare(claim: Claim): boolean {
  return claim.event.participants.every((one) => one.role === 'theme')
}

function isSame(
  scene: Scene,
  story: { readonly claim: Claim; readonly all: readonly Claim[] },
  later: Claim,
  actors: ReadonlyMap<ActorId, Actor>,
  times: ReadonlyMap<string, TimeExpression>,
): boolean {
  const first = story.claim.event
  const event = later.event
  const sameType = first.type === event.type
  const bothEngage = ENGAGEMENTS.has(first.type) && ENGAGEMENTS.has(event.type)
  if (!sameType && !(bothEngage && isBare(later) && scene.lemma(scene.triggerOf(later)) === 'meeting')) return false
  if (isReal(story.claim) !== isReal(later)) return false
  const meal = scene.lemma(scene.triggerOf(later))
  const firstWord = scene.lemma(scene.triggerOf(story.claim))
  if ((MEALS.has(meal) || MEALS.has(firstWord)) && meal !== firstWord && !(isBare(later) && meal === 'meeting'))
    return false
  let shared = 0
  const tellings = story.all.length <= MOST_TELLINGS ? story.all : [story.claim, ...story.all.slice(1 - MOST_TELLINGS)]
  for (const other of tellings) {
    for (const role of ROLES) {
      const a = sides(other, role)
      const b = sides(later, role)
      if (a.length === 0 || b.length === 0) continue
      const agree = a.some((one) => b.some((two) => isCompatible(one, two, actors)))
      if (!agree) return false
      shared++
    }
    if (!timesAgree(other, later, times)) return false
  }
  // Two requests of one asker are one only where more than the asker agrees, and never where they ask other things.
  if (REPEATABLE.has(event.type)) {
    const asked = themeTypes(scene, story.claim)
    const askedLater = themeTypes(scene, later)
    if (asked.size > 0 && askedLater.size > 0 && ![...asked].some((one) => askedLater.has(one))) return false
    return shared > 1 || (shared > 0 && asked.size > 0 && askedLater.size > 0)
  }
  if (shared > 0) return true
  // "there were no talks": where talks were denied before, it is those.
  if (isBare(later) && later.stance === 'denies' && ENGAGEMENTS.has(event.type)) return true
  if (isBare(later))
    return !REPEATABLE.has(event.type) && (isDefinite(scene, later) || (MEALS.has(meal) && meal === firstWord))
  return false
}

const ROLES: readonly RoleName[] = ['agent', 'patient', 'addressee', 'host']

function sides(claim: Claim, role: RoleName): readonly Participant[] {
  const { participants } = claim.event
  // Sides of reciprocal events come in either order.
  if (role === 'agent' && participants.some((one) => one.role === 'counterpart'))
    return participants.filter((one) => one.role === 'agent' || one.role === 'counterpart')
  if (role === 'agent') return participants.filter((one) => one.role === 'agent')
  return participants.filter((one) => one.role === role)
}

function isReal(claim: Claim): string {
  const { status } = claim.event
  return `${claim.stance === 'denies' ? 'denied' : ''}${status === 'ongoing' ? 'happened' : status}`
}

/** The same actor, or a group and its member or a group of the same sort and count; a state and those of its country. */
function isCompatible(a: Participant, b: Participant, actors: ReadonlyMap<ActorId, Actor>): boolean {
  if (a.actor !== null && a.actor === b.actor) return true
  if (a.actor === null || b.actor === null) return false
  if (a.includes.includes(b.actor) || b.includes.includes(a.actor)) return true
  const one = actors.get(a.actor)
  const two = actors.get(b.actor)
  if (!one || !two) return false
  if (one.kind === 'group' && two.kind === 'group') {
    const sameCountry = one.country === null || two.country === null || one.country === two.country
    const sameSector = one.sector === two.sector || one.sector === null || two.sector === null
    const counts = a.count === null || b.count === null || countsMeet(a.count, b.count)
    return sameCountry && sameSector && counts && (one.sector !== null || a.count !== null || b.count !== null)
  }
  const officials = one.country !== null && one.country === two.country
  return (
    officials &&
    (isGovernment(one) || isGovernment(two)) &&
    (one.kind === 'state' || two.kind === 'state' || one.kind === 'place' || two.kind === 'place')
  )
}

function isGovernment(actor: Actor): boolean {
  return actor.kind === 'state' || actor.sector === 'GOV' || actor.sector === 'MIL'
}

function countsMeet(a: NonNullable<Participant['count']>, b: NonNullable<Participant['count']>): boolean {
  const top = (one: { high: number | null }) => one.high ?? Number.POSITIVE_INFINITY
  return a.low <= top(b) && b.low <= top(a)
}

function timesAgree(a: Claim, b: Claim, times: ReadonlyMap<string, TimeExpression>): boolean {
  const one = a.event.when ? times.get(a.event.when) : undefined
  const two = b.event.when ? times.get(b.event.when) : undefined
  if (!one?.earliest || !one.latest || !two?.earliest || !two.latest) return true
  return one.earliest <= two.latest && two.earliest <= one.latest
}

/** Types of what is asked, promised or refused. */
function themeTypes(scene: Scene, claim: Claim): ReadonlySet<string> {
  return new Set(
    claim.event.participants.flatMap((one) => {
      const theme = one.claim === null ? undefined : scene.claims.find((other) => other.id === one.claim)
      return theme ? [theme.event.type] : []
    }),
  )
}

function isDefinite(scene: Scene, claim: Claim): boolean {
  const head = scene.triggerOf(claim)
  return scene.tree.children(head).some((child) => {
    const word = scene.form(child)
    return (
      word === 'the' ||
      word === 'this' ||
      word === 'that' ||
      word === 'these' ||
      word === 'those' ||
      word === 'their' ||
      word === 'his' ||
      word === 'her'
    )
  })
}
