import {
  type Actor,
  type Attribution,
  type AttributionId,
  type Claim,
  type ClaimId,
  claimId,
  coverOf,
  type DocumentId,
  type Evidence,
  type Participant,
  type Place,
  type Published,
  type Sentence,
  type Span,
  spanHolds,
  spansTouch,
  type TimeExpression,
  toldPath,
} from '../../model/index.ts'
import { spanOfTokens, tokensOfSpan } from '../../text/index.ts'
import { channelOf, ENGAGEMENTS, envoysOf, mediatorsOf } from './channel.ts'
import { ploverOf } from './codes.ts'
import { confidenceOf } from './confidence.ts'
import type { Draft } from './draft.ts'
import { createTellers } from './find-teller.ts'
import { inheritChannels } from './inherit-channels.ts'
import { inheritTimes } from './inherit-times.ts'
import type { RoleContext } from './role-context.ts'

export interface ClaimContext extends RoleContext {
  readonly document: { readonly id: DocumentId; readonly text: string; readonly published: Published | null }
  readonly sentences: readonly Sentence[]
  readonly actors: readonly Actor[]
  readonly attributions: readonly Attribution[]
}

/** Code units of context kept on each side of the evidence. */
const CONTEXT = 32
/** Evidence longer than this many tokens is cut to trigger and participants. */
const LONGEST_EVIDENCE = 45

/** An id that no actor has. */
const NO_ACTOR = ''

/** Turns drafts, which stand in text order, into claims with ids. */
export function toClaims(cx: ClaimContext, drafts: readonly Draft[]): Claim[] {
  const ids = new Map<Draft, ClaimId>(drafts.map((draft, at) => [draft, claimId(`c${at + 1}`)]))
  const byId = new Map(cx.attributions.map((one) => [one.id, one]))
  const actorsById = new Map<string, Actor>(cx.actors.map((one) => [one.id, one]))
  const envoys = envoysOf(cx.actors)
  const mediators = mediatorsOf(drafts)
  const tellerFor = createTellers(cx, drafts)
  const claims = drafts.map((found): Claim => {
    const teller = tellerFor(found)
    const draft = withoutTeller(found, teller, cx.document.text)
    const told = toldPath(byId, teller?.id ?? null)
    leaveOpen(draft, told, byId)
    const when = whenOf(cx, draft)
    if (when && isAhead(cx, draft, when)) {
      draft.status = 'planned'
      draft.reason = `"${cx.document.text.slice(when.span.from, when.span.to)}"`
    }
    return {
      id: ids.get(found)!,
      event: {
        type: draft.type.name,
        status: draft.status,
        trigger: draft.trigger,
        participants: draft.participants.map((one) => participantOf(one, ids)),
        when: when?.id ?? null,
        place: placeOf(cx, draft),
        channel: ENGAGEMENTS.has(draft.type.name) ? channelOf(cx, draft, envoys, mediators) : null,
        plover: ploverOf(cx.grammar, draft),
        cameo: draft.cameo,
      },
      stance: draft.stance,
      told,
      evidence: evidenceOf(cx, draft, teller),
      confidence: confidenceOf(cx, draft, teller === null ? null : (actorsById.get(teller.actor ?? NO_ACTOR) ?? null)),
    }
  })
  return inheritTimes(cx, drafts, inheritChannels(cx, drafts, claims), (head, carrier) => whenOf(cx, { head, carrier }))
}

/** "withdrew his claim that they paid": who takes his words back does not tell them any more, and leaves open what was. */
function leaveOpen(draft: Draft, told: readonly AttributionId[], byId: ReadonlyMap<AttributionId, Attribution>): void {
  const retracted = told.some((id) => byId.get(id)?.stance === 'retracts')
  if (!retracted || draft.stance !== 'asserts') return
  draft.stance = 'questions'
  draft.reason = draft.reason === '' ? 'taken back' : `${draft.reason}, taken back`
}

/** "They were let out, according to a statement by the ministry": who is behind "by" there tells it and did nothing. */
function withoutTeller(draft: Draft, teller: Attribution | null, text: string): Draft {
  if (teller === null) return draft
  const participants = draft.participants.filter(
    ({ role, span }) =>
      role !== 'agent' ||
      span.from < draft.trigger.to ||
      !/\bby\s+$/i.test(text.slice(Math.max(0, span.from - BY_CODE_UNITS), span.from)) ||
      !teller.source.some((source) => spanHolds(source, span)),
  )
  return participants.length === draft.participants.length ? draft : { ...draft, participants }
}

/** Enough before a phrase to see "by" and white space. */
const BY_CODE_UNITS = 6

function participantOf(one: Draft['participants'][number], ids: ReadonlyMap<Draft, ClaimId>): Participant {
  return {
    role: one.role,
    span: one.span,
    head: one.headSpan,
    actor: one.phrase?.mention?.actor ?? null,
    count: one.count,
    claim: one.theme ? (ids.get(one.theme) ?? null) : null,
    includes: one.includes,
  }
}

/** What a time can hang on. */
type Dated = Pick<Draft, 'head' | 'carrier'>

/** The time whose words hang on the trigger or on the verb that carries it. */
function whenOf(cx: ClaimContext, draft: Dated): TimeExpression | null {
  const { grammar } = cx
  const sentence = grammar.tokens.sentence[draft.head]
  let best: TimeExpression | null = null
  for (const time of cx.timesOf.get(sentence ?? -1) ?? []) {
    const { first, last } = tokensOfSpan(grammar.tokens, time.span)
    if (first >= last || grammar.tokens.sentence[first] !== sentence) continue
    // "two days after they met, it freed them": dated is the freeing, not the meeting.
    if (/^(?:after|before)$/.test(grammar.form(last - 1)) && grammar.head(last - 1) === draft.head) continue
    if (hangsOn(cx, first, last, draft) || follows(cx, first, draft) || isFixedFor(cx, first, last, draft)) {
      best = time
      break
    }
  }
  return best
}

/** Participles by which something is given a date. */
const FIXING = new Set(['fix', 'schedule', 'plan', 'set', 'slate', 'due', 'date', 'expect', 'book', 'arrange'])
/** Verbs that date what they bring about, or what they take off: "brokered the release in 2022", "called off a trip in May". */
const BRINGING = new Set(['broker', 'secure', 'win', 'negotiate', 'obtain', 'arrange', 'cancel', 'postpone'])

/** "a meeting fixed for Tuesday was cancelled", "brokered the release of two men in 2022": the date of the noun's event. */
function isFixedFor({ grammar }: ClaimContext, first: number, last: number, draft: Dated): boolean {
  if (grammar.upos(draft.head) !== 'NOUN') return false
  let top = first
  for (let steps = 0; steps < last - first && grammar.head(top) >= first && grammar.head(top) < last; steps++)
    top = grammar.head(top)
  const verb = grammar.head(top)
  if (verb < 0 || grammar.relation(top) === 'nmod') return false
  if (grammar.relation(verb) === 'acl' && grammar.head(verb) === draft.head) return FIXING.has(grammar.lemma(verb))
  const isOff = grammar.lemma(verb) === 'call' && grammar.tree.children(verb).some((one) => grammar.form(one) === 'off')
  return (
    grammar.head(draft.head) === verb &&
    grammar.relation(draft.head) === 'obj' &&
    (isOff || BRINGING.has(grammar.lemma(verb)))
  )
}

/** "the ministers meet on Friday": what is told in the present and dated after the day of the text has not happened. */
function isAhead(cx: ClaimContext, draft: Draft, when: TimeExpression): boolean {
  const day = cx.document.published?.when.latest
  if (!day || !when.earliest || when.earliest <= day) return false
  if (draft.derived || (draft.status !== 'happened' && draft.status !== 'ongoing')) return false
  const { grammar } = cx
  const tag = grammar.tokens.xpos[draft.carrier]
  if (tag === 'VBD' || tag === 'VBN') return false
  return !grammar.tree
    .children(draft.carrier)
    .some((child) => grammar.relation(child) === 'aux' && /^(?:was|were|did|had)$/.test(grammar.form(child)))
}

/** "the talks in Geneva last month": right behind the phrase of a noun, though the parser hung it higher. */
function follows(cx: ClaimContext, first: number, draft: Dated): boolean {
  if (cx.grammar.upos(draft.head) !== 'NOUN') return false
  return cx.grammar.tree.extent(draft.head).last === first && first - draft.head <= 6
}

function hangsOn(cx: ClaimContext, first: number, last: number, draft: Dated): boolean {
  const { grammar } = cx
  let at = first
  for (let steps = 0; steps < last - first && grammar.head(at) >= first && grammar.head(at) < last; steps++)
    at = grammar.head(at)
  // Prepositional phrases, objects and places between the time and the trigger are passed; clauses are not.
  for (let steps = 0; steps < 4; steps++) {
    const above = grammar.head(at)
    if (above < 0) return false
    if (above === draft.head || above === draft.carrier) return innerClause(cx, first, above) < 0
    if (innerClause(cx, first, above) === draft.carrier) return true
    const rel = grammar.relation(at)
    if (
      rel !== 'nmod' &&
      rel !== 'obl' &&
      rel !== 'obj' &&
      rel !== 'nummod' &&
      rel !== 'compound' &&
      rel !== 'flat' &&
      rel !== 'appos' &&
      rel !== 'case' &&
      rel !== 'advmod'
    )
      return false
    const tag = grammar.upos(above)
    if (tag === 'VERB' || tag === 'AUX') return false
    at = above
  }
  return false
}

/**
 * "the men who were seized seven months ago walked free": right before the verb of the main clause, behind the clause of its
 * subject, a time belongs to that clause. The verb of it; -1 where there is none.
 */
function innerClause(cx: ClaimContext, first: number, verb: number): number {
  const { grammar } = cx
  if (first > verb || grammar.upos(verb) !== 'VERB') return -1
  const subject = grammar.tree.children(verb).find((child) => grammar.relation(child) === 'nsubj' && child < first)
  if (subject === undefined) return -1
  const { last } = grammar.tree.extent(subject)
  for (const child of grammar.tree.children(subject)) {
    const isClause = cx.grammar.tokens.relation[child] === 'acl:relcl' && child > subject && child < first
    if (isClause && last >= first - LOOSE_WORDS && grammar.form(first - 1) !== ',') return child
  }
  return -1
}
/** Words between a clause and a time that the parser may have hung elsewhere. */
const LOOSE_WORDS = 2

const PLACE_PREPOSITIONS = new Set(['in', 'at', 'near', 'outside', 'inside', 'throughout', 'across'])

function placeOf(cx: ClaimContext, draft: Draft): Place | null {
  const { grammar, world, phrases } = cx
  const bases = draft.carrier === draft.head ? [draft.head] : [draft.head, draft.carrier]
  for (const base of bases) {
    for (const child of grammar.tree.children(base)) {
      const rel = grammar.relation(child)
      if (rel !== 'obl' && rel !== 'nmod') continue
      if (!grammar.prepositions(child).some((word) => PLACE_PREPOSITIONS.has(word))) continue
      if (!world.isPlace(child)) continue
      const phrase = phrases.at(child)
      if (
        (cx.timesOf.get(grammar.tokens.sentence[child] ?? -1) ?? []).some((time) => spansTouch(time.span, phrase.span))
      )
        continue
      return {
        span: phrase.span,
        name: phrase.actor?.name ?? cx.document.text.slice(phrase.span.from, phrase.span.to),
        country: phrase.actor?.country ?? null,
      }
    }
  }
  return null
}

/** The smallest clause with trigger and participants, without the words that say who tells it. */
function evidenceOf(cx: ClaimContext, draft: Draft, teller: Attribution | null): Evidence {
  const { grammar } = cx
  const { tokens } = grammar
  const sentence = cx.sentences[tokens.sentence[draft.head] ?? -1]
  const inSentence = (span: Span): boolean => sentence === undefined || spanHolds(sentence, span)
  const parts = [draft.trigger, ...draft.participants.map((one) => one.span).filter(inSentence)]
  const core = coverOf(parts) ?? draft.trigger
  let span = clauseOf(cx, draft, core)
  if (teller) {
    const content = teller.content.find((one) => spanHolds(one, draft.trigger))
    if (content) span = { from: Math.max(span.from, content.from), to: Math.min(span.to, content.to) }
  }
  return evidenceAt(cx.document, span)
}

function clauseOf(cx: ClaimContext, draft: Draft, core: Span): Span {
  const { grammar } = cx
  const { tokens, tree } = grammar
  const extent = tree.extent(draft.carrier)
  if (draft.carrier === draft.head && grammar.upos(draft.head) === 'NOUN') return core
  if (extent.last - extent.first > LONGEST_EVIDENCE) return core
  let { first, last } = extent
  while (first < last && isEdge(cx, first)) first++
  while (last > first && grammar.upos(last - 1) === 'PUNCT') last--
  const clause = spanOfTokens(tokens, first, last)
  if (!spanHolds(clause, draft.trigger)) return core
  // A cue or source of a voice within the clause is no part of the evidence, unless it is the event itself.
  const foreign = cx.attributions.some((one) =>
    [...one.cue, ...one.source].some((words) => spansTouch(words, clause) && !spansTouch(words, core)),
  )
  if (foreign) return core
  return coverOf([clause, core]) ?? clause
}

function isEdge(cx: ClaimContext, index: number): boolean {
  const { grammar } = cx
  const rel = grammar.relation(index)
  return (
    grammar.upos(index) === 'PUNCT' ||
    rel === 'mark' ||
    rel === 'cc' ||
    (rel === 'case' && grammar.upos(index) === 'ADP')
  )
}

/** Evidence at a span, with its words and what stands around them. */
export function evidenceAt(document: { readonly id: DocumentId; readonly text: string }, span: Span): Evidence {
  return {
    document: document.id,
    span,
    quote: document.text.slice(span.from, span.to),
    prefix: document.text.slice(Math.max(0, span.from - CONTEXT), span.from),
    suffix: document.text.slice(span.to, span.to + CONTEXT),
  }
}
