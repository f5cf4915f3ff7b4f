import type { Actor, ActorId, Claim, Participant, RoleName, TimeExpression } from '../../model/index.ts'
import { ENGAGEMENTS, MEALS } from './lexicon.ts'
import { comparePartiesOf, isOpen, type PartyContext } from './same-party.ts'
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
/** Announcements that are told again like any other act. */
const RETOLD = new Set(['promise', 'threat', 'refusal'])
/** Deeds by which people go free, of which one telling names the many and another one of them. */
const FREEING = new Set(['release', 'pardon', 'prisoner-swap'])

/** A new telling is compared with the first and the last ones, so that long documents stay cheap. */
const MOST_TELLINGS = 8
/** Sentences back to which a denial without a party of its own points. */
const NEAR = 8

interface Story {
  readonly claim: Claim
  readonly all: Claim[]
}

interface Context {
  readonly scene: Scene
  readonly actors: ReadonlyMap<ActorId, Actor>
  readonly times: ReadonlyMap<string, TimeExpression>
}

/**
 * The same happening told again: from the first telling to each later one, also where the later one denies it, counts
 * otherwise, or tells as planned what the first supposes.
 */
export function findRestatements(
  scene: Scene,
  actors: readonly Actor[],
  times: readonly TimeExpression[],
): LinkDraft[] {
  const cx: Context = {
    scene,
    actors: new Map(actors.map((one) => [one.id, one])),
    times: new Map(times.map((one) => [one.id, one])),
  }
  const found: LinkDraft[] = []
  const stories: Story[] = []
  for (const claim of scene.claims) {
    if (isAnnouncement(claim) && !RETOLD.has(claim.event.type)) continue
    const chosen = choose(cx, claim, stories)
    if (!chosen) {
      stories.push({ claim, all: [claim] })
      continue
    }
    chosen.all.push(claim)
    const { trigger } = claim.event
    found.push({ ...draftLink('restates', chosen.claim, claim, trigger, trigger), told: [] })
  }
  return found
}

/** A bare "the meeting" is the one told last; a full one joins the first that it fits; what is told alike comes before what is denied. */
function choose(cx: Context, claim: Claim, stories: readonly Story[]): Story | undefined {
  const fitting = stories.filter((one) => isSame(cx, one, claim))
  const alike = fitting.filter((one) => one.claim.stance === claim.stance)
  const own = alike.length > 0 ? alike : fitting
  return isBare(cx, claim) ? lastTold(notMeals(cx.scene, claim, own)) : own[0]
}

/** "The meeting" is the meeting before it rather than the lunch, where both are told. */
function notMeals(scene: Scene, later: Claim, stories: readonly Story[]): readonly Story[] {
  if (MEALS.has(wordOf(scene, later))) return stories
  const others = stories.filter((one) => !MEALS.has(wordOf(scene, one.claim)))
  return others.length > 0 ? others : stories
}

function lastTold(stories: readonly Story[]): Story | undefined {
  let best = stories[0]
  for (const one of stories) {
    if (best && (one.all.at(-1)?.event.trigger.from ?? 0) > (best.all.at(-1)?.event.trigger.from ?? 0)) best = one
  }
  return best
}

function wordOf(scene: Scene, claim: Claim): string {
  return scene.lemma(scene.triggerOf(claim))
}

function isBare({ scene }: Context, claim: Claim): boolean {
  return claim.event.participants.every((one) => one.role === 'theme' || isOpen({ scene }, one))
}

function isSame(cx: Context, story: Story, later: Claim): boolean {
  const { scene } = cx
  const first = story.claim.event
  const event = later.event
  const bare = isBare(cx, later)
  const bothEngage = ENGAGEMENTS.has(first.type) && ENGAGEMENTS.has(event.type)
  if (first.type !== event.type && !(bothEngage && bare && wordOf(scene, later) === 'meeting')) return false
  if (standingOf(story.claim) !== standingOf(later)) return false
  // "his release": of one, not of the many.
  if (bare && isOfOne(scene, later) && !story.all.some((one) => mayBeOne(cx, one))) return false
  const meal = wordOf(scene, later)
  const firstWord = wordOf(scene, story.claim)
  if ((MEALS.has(meal) || MEALS.has(firstWord)) && meal !== firstWord && !(bare && meal === 'meeting')) return false
  const shared = sharedRoles(cx, story, later)
  if (shared === null) return false
  const opposed = story.claim.stance !== later.stance
  if (opposed && !mayDeny(cx, story, later)) return false
  // Two requests of one asker are one only where more than the asker agrees, and never where they ask other things.
  if (REPEATABLE.has(event.type)) return isRepeated(cx, story, later, shared)
  if (shared > 0) return true
  if (opposed) return bare && (isDenied(later) || isDefinite(scene, later))
  // "there were no talks": where talks were denied before, it is those.
  if (bare && isDenied(later) && ENGAGEMENTS.has(event.type)) return true
  if (bare) return isDefinite(scene, later) || (MEALS.has(meal) && meal === firstWord)
  // "weeks before his arrest": the arrest told in full after it.
  // A headline names the happening that the first sentences tell.
  return (
    story.all.every((one) => isBare(cx, one) && (isDefinite(scene, one) || isHeadline(scene, one))) &&
    distance(scene, story, later) <= 2
  )
}

/** "his release", "her arrest" */
function isOfOne(scene: Scene, { event }: Claim): boolean {
  return event.participants.some(
    ({ role, span }) => role === 'patient' && /^(?:his|her|him|he|she)$/i.test(scene.text.slice(span.from, span.to)),
  )
}

function mayBeOne({ actors }: Context, claim: Claim): boolean {
  const done = sides(claim, 'patient')
  return (
    done.length === 0 ||
    done.some(({ actor, count }) => (count?.low ?? 1) === 1 && (actor === null || actors.get(actor)?.kind === 'person'))
  )
}

/** Roles whose parties agree; null where those of one do not, or the times. */
function sharedRoles(cx: Context, story: Story, later: Claim): number | null {
  let shared = 0
  const tellings = story.all.length <= MOST_TELLINGS ? story.all : [story.claim, ...story.all.slice(1 - MOST_TELLINGS)]
  for (const other of tellings) {
    const parties: PartyContext = {
      ...cx,
      disputed: isOtherVoice(other, later) && distance(cx.scene, story, later) <= NEAR,
    }
    for (const role of ROLES) {
      if (role === 'patient' && isOneOfThem(cx, other, later)) continue
      const sameness = comparePartiesOf(
        parties,
        sides(other, role),
        sides(later, role),
        isReciprocal(other, later, role),
      )
      if (sameness === 'unknown') continue
      if (sameness === 'other' && !isDescribedIn(cx.scene, other, later, role)) return null
      shared++
    }
    if (!timesAgree(other, later, cx.times)) return null
  }
  return shared
}

/** "blogger expelled" over "the blogger and activist Jane Roe was put on a plane": the sentence has the headline's word for her. */
function isDescribedIn(scene: Scene, first: Claim, later: Claim, role: RoleName): boolean {
  const [party, ...more] = sides(first, role)
  if (party === undefined || more.length > 0 || role === 'agent' || !isHeadline(scene, first)) return false
  const word = scene.text.slice(party.head.from, party.head.to)
  const sentence = scene.sentences[scene.tokens.sentence[scene.triggerOf(later)] ?? -1] ?? later.evidence.span
  return (
    /^\p{Ll}{4,}$/u.test(word) &&
    scene.text
      .slice(sentence.from, sentence.to)
      .split(/[^\p{L}-]+/u)
      .includes(word)
  )
}

/** "Among those freed by Norland was Roe": one of the many whose release was told before. */
function isOneOfThem({ scene, actors }: Context, first: Claim, later: Claim): boolean {
  if (!FREEING.has(later.event.type)) return false
  const [freed, ...more] = sides(later, 'patient')
  const kind = freed?.actor == null ? undefined : actors.get(freed.actor)?.kind
  if (freed === undefined || more.length > 0 || kind !== 'person') return false
  const many = sides(first, 'patient')
  const group = many.some(
    ({ actor, count }) => (count?.low ?? 1) > 1 || (actor !== null && actors.get(actor)?.kind === 'group'),
  )
  const before = scene.text.slice(Math.max(0, later.event.trigger.from - AMONG_REACH), later.event.trigger.from)
  return group && /\bamong (?:those|the|them)[^.;]*$/i.test(before)
}
/** Code units before "freed" in which "among those" stands. */
const AMONG_REACH = 24

const ROLES: readonly RoleName[] = ['agent', 'patient', 'addressee', 'host']

function sides(claim: Claim, role: RoleName): readonly Participant[] {
  const { participants } = claim.event
  // Sides of reciprocal events come in either order.
  if (role === 'agent' && participants.some((one) => one.role === 'counterpart'))
    return participants.filter((one) => one.role === 'agent' || one.role === 'counterpart')
  return participants.filter((one) => one.role === role)
}

/** Both tell of sides that met, or that did something to each other. */
function isReciprocal(one: Claim, two: Claim, role: RoleName): boolean {
  const hasOther = ({ event }: Claim) => event.participants.some((each) => each.role === 'counterpart')
  return role === 'agent' && (hasOther(one) || hasOther(two))
}

/** Whether one of the two denies what the other tells, rather than telling of something else that was not. */
function mayDeny({ scene }: Context, story: Story, later: Claim): boolean {
  const denial = isDenied(later) ? later : story.claim
  // What somebody will not do is no denial of what somebody will.
  if (standingOf(later) !== 'happened') return false
  if (later.stance === 'questions' || story.claim.stance === 'questions') return false
  // "have arrested nobody": nobody's arrest is told.
  const { from, to } = denial.evidence.span
  if (/\b(?:nobody|no one|none of|no more)\b/i.test(scene.text.slice(from, to))) return false
  return distance(scene, story, later) <= NEAR
}

function isDenied({ stance }: Claim): boolean {
  return stance === 'denies'
}

/** In the first sentence, which ends without a full stop. */
function isHeadline({ sentences, text, tokens, triggerOf }: Scene, claim: Claim): boolean {
  const [first] = sentences
  if (first === undefined || (tokens.sentence[triggerOf(claim)] ?? -1) !== 0) return false
  return !/[.!]["”’']?\s*$/.test(text.slice(first.from, first.to))
}

/** Sentences between the last telling of a story and a claim. */
function distance(scene: Scene, story: Story, later: Claim): number {
  const at = (claim: Claim) => scene.tokens.sentence[scene.triggerOf(claim)] ?? 0
  return at(later) - at(story.all.at(-1) ?? story.claim)
}

function isOtherVoice(one: Claim, two: Claim): boolean {
  return one.told.at(-1) !== undefined && two.told.at(-1) !== undefined && one.told.at(-1) !== two.told.at(-1)
}

function isRepeated(cx: Context, story: Story, later: Claim, shared: number): boolean {
  const { scene } = cx
  const asked = themeTypes(scene, story.claim)
  const askedLater = themeTypes(scene, later)
  if (asked.size > 0 && askedLater.size > 0 && ![...asked].some((one) => askedLater.has(one))) return false
  if (shared > 1 || (shared > 0 && asked.size > 0 && askedLater.size > 0)) return true
  // "No apology was made, and none was requested": of that apology.
  if (isDenied(later) && isBare(cx, later)) return asked.size > 0 && isToldBeside(scene, later, asked)
  if (shared === 0) return false
  if (story.claim.stance !== later.stance)
    return wordOf(scene, later) === wordOf(scene, story.claim) || later.event.type === 'attack'
  // "her hunger strike", "the same threat": the noun told before, with a word that points back.
  if (later.event.type === 'custody') return isOnePerson(cx, later)
  const words = ({ event }: Claim) => scene.text.slice(event.trigger.from, event.trigger.to).toLowerCase()
  return words(later) === words(story.claim) && isDefinite(scene, later)
}

/** Somebody is held once at a time: "in an Iranian jail", "has been locked up there". */
function isOnePerson({ actors }: Context, claim: Claim): boolean {
  return sides(claim, 'patient').every(({ actor }) => actor !== null && actors.get(actor)?.kind === 'person')
}

function isToldBeside(scene: Scene, claim: Claim, types: ReadonlySet<string>): boolean {
  const sentence = scene.tokens.sentence[scene.triggerOf(claim)]
  return scene.claims.some(
    (one) => one !== claim && types.has(one.event.type) && scene.tokens.sentence[scene.triggerOf(one)] === sentence,
  )
}

/** How far a happening has come: the same for what goes on and what has been, and for meetings planned and supposed. */
function standingOf({ event, stance }: Claim): string {
  const { status } = event
  if (status === 'ongoing') return 'happened'
  return status === 'hypothetical' && stance === 'asserts' && ENGAGEMENTS.has(event.type) ? 'planned' : status
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

const POINTING = new Set('the this that these those their his her its our'.split(' '))
/** "the act of clemency": the noun that carries the article of the event's own. */
const ACTS = new Set('act deed decree decision order measure gesture step move'.split(' '))

function isDefinite(scene: Scene, claim: Claim): boolean {
  const { tokens, tree } = scene
  const head = scene.triggerOf(claim)
  const above = tokens.head[head] ?? -1
  const isOfAct = above >= 0 && ACTS.has(scene.lemma(above)) && scene.caseOf(head) === 'of'
  return [head, ...(isOfAct ? [above] : [])].some((noun) =>
    tree.children(noun).some((child) => child < noun && POINTING.has(scene.form(child))),
  )
}
