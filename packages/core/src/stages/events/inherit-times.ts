import type { Claim, Participant, TimeExpression, TimeId } from '../../model/index.ts'
import type { Draft } from './draft.ts'
import type { ClaimContext } from './to-claims.ts'

/** Finds the time whose words hang on a verb or noun; null where none does. */
export type TimeAt = (head: number, carrier: number) => TimeExpression | null

/**
 * Types whose steps follow one another in one report, so that the day told of one holds for the next sentence: a swap and the releases that it consists of, a verdict and those of the other accused.
 */
const SERIES: readonly ReadonlySet<string>[] = [
  new Set(['prisoner-swap', 'release', 'departure']),
  new Set(['conviction', 'acquittal']),
]
/** Days before publication within which a dated telling may lend its day to an undated one: older ones are background. */
const RECENT_DAYS = 45
const DECREES = new Set('decree order law act edict pardon ruling document'.split(' '))
const SIGNING = new Set('sign issue adopt approve'.split(' '))

/**
 * Gives claims that no words of their own date the day that the text tells elsewhere: of the verb they share a subject with
 * ("was let go on Friday and flew home"), of the decree by which they are done, of the telling that they repeat (a headline
 * over its dated sentence), of the step before in the sentence before. Plans and what is only asked keep none.
 */
export function inheritTimes(
  cx: ClaimContext,
  drafts: readonly Draft[],
  claims: readonly Claim[],
  timeAt: TimeAt,
): Claim[] {
  const byId = new Map(cx.times.map((one) => [one.id, one]))
  const made = [...claims]
  for (const [at, draft] of drafts.entries()) {
    const claim = made[at]!
    if (claim.event.when !== null || !isDone(claim) || draft.derived) continue
    const time = ofSharedVerb(cx, draft, timeAt) ?? ofDecree(cx, draft, timeAt)
    const when = time?.id ?? ofSeries(cx, drafts, made, at)
    if (when !== null) made[at] = dated(claim, when)
  }
  return made.map((claim, at) => {
    if (claim.event.when !== null || !isDone(claim) || drafts[at]!.derived) return claim
    const when = ofTelling(cx, drafts, made, at, byId)
    return when === null ? claim : dated(claim, when)
  })
}

function dated(claim: Claim, when: TimeId): Claim {
  return { ...claim, event: { ...claim.event, when } }
}

function isDone({ event }: Claim): boolean {
  return event.status === 'happened'
}

/** "was seized on Monday and put on a plane": the time of the verb before, where both stand in one tense. */
function ofSharedVerb({ grammar }: ClaimContext, draft: Draft, timeAt: TimeAt): TimeExpression | null {
  const verb = draft.carrier
  if (grammar.relation(verb) !== 'conj' || grammar.upos(verb) !== 'VERB') return null
  const first = grammar.head(verb)
  if (first < 0 || grammar.upos(first) !== 'VERB') return null
  if (grammar.tree.children(verb).some((child) => grammar.relation(child) === 'nsubj')) return null
  if (!isPast(grammar, verb) || !isPast(grammar, first)) return null
  return timeAt(first, first)
}

/** "today signed a decree under which 412 are pardoned" */
function ofDecree({ grammar }: ClaimContext, draft: Draft, timeAt: TimeAt): TimeExpression | null {
  const noun = grammar.relation(draft.carrier) === 'acl' ? grammar.head(draft.carrier) : -1
  if (noun < 0 || !DECREES.has(grammar.lemma(noun)) || grammar.relation(noun) !== 'obj') return null
  const verb = grammar.head(noun)
  return SIGNING.has(grammar.lemma(verb)) ? timeAt(verb, verb) : null
}

function isPast(grammar: ClaimContext['grammar'], verb: number): boolean {
  const isHelped = grammar.tree
    .children(verb)
    .some((child) => grammar.relation(child) === 'aux' && !/^(?:was|were|did|got)$/.test(grammar.form(child)))
  return !isHelped && /^VB[DN]$/.test(grammar.tokens.xpos[verb] ?? '')
}

/** The day of a step of the same series in this sentence or the one before it in the paragraph. */
function ofSeries(cx: ClaimContext, drafts: readonly Draft[], claims: readonly Claim[], at: number): TimeId | null {
  const { grammar } = cx
  const draft = drafts[at]!
  const series = SERIES.find((one) => one.has(stepOf(cx, draft)))
  if (series === undefined || claims[at]!.stance !== 'asserts' || !isMainClause(cx, draft)) return null
  const sentence = grammar.tokens.sentence[draft.head] ?? -1
  for (let before = at - 1; before >= 0; before--) {
    const other = drafts[before]!
    const place = grammar.tokens.sentence[other.head] ?? -1
    if (place < sentence - 1) return null
    const { event, stance } = claims[before]!
    if (event.when === null || event.status !== 'happened' || stance !== 'asserts') continue
    if (series.has(stepOf(cx, other)) && isMainClause(cx, other)) return event.when
  }
  return null
}

function stepOf({ grammar }: ClaimContext, draft: Draft): string {
  return draft.type.name === 'pardon' && grammar.lemma(draft.head) === 'acquit' ? 'acquittal' : draft.type.name
}

/** A plain past told by itself: not who somebody is, not what had been before. */
function isMainClause({ grammar }: ClaimContext, draft: Draft): boolean {
  let at = draft.carrier
  if (grammar.upos(at) !== 'VERB' || !isPast(grammar, at)) return false
  for (let steps = 0; at >= 0 && steps < 6; steps++) {
    const rel = grammar.relation(at)
    if (rel === 'root' || rel === 'ccomp' || rel === 'parataxis') return true
    if (rel !== 'conj' && rel !== 'advcl') return false
    at = grammar.head(at)
  }
  return false
}

/** The day of the dated tellings of the same happening, where they agree on one. */
function ofTelling(
  cx: ClaimContext,
  drafts: readonly Draft[],
  claims: readonly Claim[],
  at: number,
  times: ReadonlyMap<TimeId, TimeExpression>,
): TimeId | null {
  const { event, stance } = claims[at]!
  const named = isNamedAgain(cx, drafts[at]!, claims[at]!)
  let found: TimeExpression | null = null
  for (let other = 0; other < claims.length; other++) {
    const two = claims[other]!
    const time = two.event.when === null ? undefined : times.get(two.event.when)
    if (other === at || time === undefined || two.event.type !== event.type) continue
    if (two.event.status !== event.status || two.stance !== stance || !isRecent(cx, time)) continue
    if (isVerdict(cx, drafts[at]!) !== isVerdict(cx, drafts[other]!)) continue
    if (named && other < at) {
      if (!MEALS.has(cx.grammar.lemma(drafts[other]!.head))) found = time
      continue
    }
    if (!isSameTold(cx, claims[at]!, two)) continue
    if (found !== null && (found.earliest !== time.earliest || found.latest !== time.latest)) return null
    found ??= time
  }
  return found?.id ?? null
}

/** "was found guilty last month", "was jailed yesterday": the verdict has a day of its own. */
function isVerdict({ grammar }: ClaimContext, { type, head }: Draft): boolean {
  return type.name === 'conviction' && /^(?:find|convict|guilty|conviction|verdict)$/.test(grammar.lemma(head))
}

/** "the meeting": a bare name of what was told before. */
function isNamedAgain({ grammar }: ClaimContext, draft: Draft, { event, stance }: Claim): boolean {
  return (
    draft.type.family === 'engagement' &&
    stance === 'asserts' &&
    event.participants.every((one) => one.role === 'theme') &&
    grammar.tree.children(draft.head).some((child) => grammar.form(child) === 'the')
  )
}

function isRecent({ document }: ClaimContext, { earliest }: TimeExpression): boolean {
  const day = document.published?.when.latest
  if (!day || !earliest) return false
  return (Date.parse(day) - Date.parse(earliest)) / DAY_MS <= RECENT_DAYS
}
const MEALS = new Set(['lunch', 'dinner', 'breakfast', 'banquet'])
const DAY_MS = 86_400_000

const ROLES = ['agent', 'patient', 'counterpart', 'host'] as const

/** Nobody in one role is somebody else in the other, and some role has the same. */
function isSameTold(cx: ClaimContext, one: Claim, two: Claim): boolean {
  let shared = 0
  for (const role of ROLES) {
    const a = one.event.participants.filter((each) => each.role === role)
    const b = two.event.participants.filter((each) => each.role === role)
    if (a.length === 0 || b.length === 0) continue
    if (!a.some((each) => b.some((other) => isSameParty(cx, each, other)))) return false
    shared++
  }
  return shared > 0
}

function isSameParty({ document }: ClaimContext, one: Participant, two: Participant): boolean {
  if (one.actor !== null && one.actor === two.actor) return true
  if (one.actor !== null && two.includes.includes(one.actor)) return true
  if (two.actor !== null && one.includes.includes(two.actor)) return true
  // "Three fishermen freed" over "three Kenyan fishermen who were seized ...": the same word, counted alike.
  const word = ({ head }: Participant) => document.text.slice(head.from, head.to).toLowerCase()
  return one.count !== null && two.count !== null && one.count.low === two.count.low && word(one) === word(two)
}
