import {
  coverOf,
  type Mention,
  type Sentence,
  spanHolds,
  type TimeExpression,
  type TokenTable,
} from '../../model/index.ts'
import { maybeEventType, type TriggerTable } from '../../ontology/index.ts'
import { spanOfTokens, tokensOfSpan } from '../../text/index.ts'
import { questionAlleged } from './alleged.ts'
import { cameoOf, themeConcept } from './codes.ts'
import { deriveActs } from './derive.ts'
import { candidateOf, type Draft } from './draft.ts'
import { dropBackground } from './drop-background.ts'
import { fillRoles } from './fill-roles.ts'
import { findOtherSides } from './find-other-sides.ts'
import { findTravellers, withoutStrays } from './find-travellers.ts'
import { findTriggers } from './find-triggers.ts'
import { foldGrievances } from './fold-grievances.ts'
import { createGrammar } from './grammar.ts'
import { mendBlame } from './mend-blame.ts'
import { mendClauses } from './mend-clauses.ts'
import { mendHeadlines } from './mend-headlines.ts'
import { mendHeads } from './mend-heads.ts'
import { mendNaming } from './mend-naming.ts'
import { mendPhrases } from './mend-phrases.ts'
import { mendTree } from './mend-tree.ts'
import { mendVerbs } from './mend-verbs.ts'
import { findNearestSides } from './nearest-sides.ts'
import { isGoverned } from './own-words.ts'
import { themeOf } from './participants.ts'
import { createPhrases } from './phrases.ts'
import { createPositions } from './positions.ts'
import { asJourneys } from './retype.ts'
import type { RoleContext } from './role-context.ts'
import { siftDrafts, siftParticipants } from './sift-drafts.ts'
import { readModality } from './status.ts'
import type { ClaimContext } from './to-claims.ts'
import { createWorld } from './world.ts'

export interface EventInput extends Pick<ClaimContext, 'document' | 'actors' | 'times' | 'attributions'> {
  readonly syntax: TokenTable
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly Mention[]
}

/** The helpers that all steps share. */
export function createContext(input: EventInput, table: TriggerTable): ClaimContext {
  const { text } = input.document
  const phrased = mendTree(text, mendPhrases(text, mendHeadlines(text, mendVerbs(text, input.syntax))))
  const grammar = createGrammar(
    text,
    mendBlame(text, mendNaming(text, mendHeads(text, mendClauses(text, phrased)))),
    table.forms,
  )
  const phrases = createPhrases(grammar, input.mentions, input.actors)
  const world = createWorld(grammar, phrases)
  const positions = createPositions(grammar, world)
  const { document, sentences, actors, times, attributions } = input
  const timesOf = new Map<number, TimeExpression[]>()
  const timeWords = new Set<number>()
  for (const time of times) {
    const { first, last } = tokensOfSpan(input.syntax, time.span)
    for (let i = first; i < last; i++) timeWords.add(i)
    const sentence = input.syntax.sentence[first] ?? -1
    const list = timesOf.get(sentence)
    if (list) list.push(time)
    else timesOf.set(sentence, [time])
  }
  return { grammar, phrases, world, positions, document, sentences, actors, times, timesOf, timeWords, attributions }
}

/** Finds the events of a document, with participants, status and codes, in text order of their triggers. */
export function findEvents(cx: ClaimContext, table: TriggerTable): Draft[] {
  const candidates = findTriggers(cx.grammar, cx.positions, cx.world, table)
  let drafts = candidates.map((candidate) => withNoun(cx, fillRoles(cx, candidate)))
  drafts = dropConsumed(cx, drafts)
  const willed = new Set<Draft>()
  for (const draft of drafts) {
    const modality = readModality(cx.grammar, draft)
    draft.status = modality.status
    draft.stance = modality.stance
    draft.reason = modality.reason
    if (modality.willed && isAhead(draft)) willed.add(draft)
    if (isYetToCome(cx, draft)) {
      draft.status = 'planned'
      draft.stance = 'asserts'
      draft.reason = '"yet to"'
    }
  }
  // "did not say who was responsible": nobody is accused.
  for (const draft of drafts)
    if (draft.pattern.kind === 'adjective')
      draft.participants = draft.participants.filter((one) => !ASKED_FOR.test(cx.grammar.form(one.head)))
  drafts = drafts.filter((one) => one.pattern.kind !== 'adjective' || !isOfNobody(one))
  drafts = siftDrafts(cx, dropInner(dropEmpty(cx, drafts)))
  drafts.push(...deriveActs(cx, drafts, new Set(drafts.filter((one) => willed.has(one)))))
  drafts.sort((a, b) => a.trigger.from - b.trigger.from || Number(a.derived) - Number(b.derived))
  answerRequests(cx, drafts)
  drafts = foldGrievances(cx, drafts)
  joinThemes(cx, drafts)
  findOtherSides(cx, drafts)
  for (const draft of drafts) draft.participants = withoutStrays(cx, draft)
  findTravellers(cx, drafts)
  findNearestSides(cx, drafts)
  drafts = dropBackground(cx, drafts)
  questionAlleged(cx, drafts)
  for (const draft of drafts) siftParticipants(cx, draft)
  drafts = asJourneys(cx, drafts).map((one) => aboutMeeting(one))
  for (const draft of drafts) {
    draft.theme = themeConcept(cx.grammar, draft)
    draft.cameo = cameoOf(cx.grammar, draft)
  }
  return dropFolded(cx, drafts)
}

/** "expressed her solidarity", "received suspended terms": the verb says nothing without its noun. */
function withNoun(cx: RoleContext, draft: Draft): Draft {
  const { grammar } = cx
  const grata = draft.pattern.companion?.includes('persona') ? grataBehind(grammar, draft.head) : -1
  if (grata >= 0) return { ...draft, trigger: spanOfTokens(grammar.tokens, draft.head, grata + 1) }
  // Words that the pattern asks for are a part of it; people are not.
  const asks = draft.pattern.needs.some(
    ({ at, oneOf }) => at === 'object' && oneOf.kinds.length === 0 && !oneOf.pronouns,
  )
  if (!draft.pattern.objectIsPart && !asks) return draft
  if (!EMPTY.has(grammar.lemma(draft.head)) || draft.pattern.kind !== 'verb') return draft
  const noun = cx.positions
    .at(candidateOf(draft), 'object')
    .find((one) => one > draft.head && one - draft.head <= NEAR_NOUN)
  if (noun === undefined) return draft
  return { ...draft, trigger: spanOfTokens(grammar.tokens, draft.head, noun + 1) }
}
/** "declares the attaché persona non grata": the last of the three words, near the verb; -1 where they are not there. */
function grataBehind(grammar: RoleContext['grammar'], verb: number): number {
  for (let i = verb + 1; i < verb + 10; i++) {
    if (grammar.tokens.sentence[i] !== grammar.tokens.sentence[verb]) return -1
    if (grammar.form(i) === 'grata') return i
  }
  return -1
}

const EMPTY = new Set('express voice convey receive get serve'.split(' '))
/** Tokens between such a verb and its noun at most. */
const NEAR_NOUN = 4

const ASKED_FOR = /^(?:who|what|which)$/

/** An accusation of whoever it was. */
function isOfNobody(draft: Draft): boolean {
  return draft.type.name === 'accusation' && !draft.participants.some((one) => one.role === 'patient')
}

/** "The call has yet to take place": told as ahead. */
function isYetToCome({ grammar }: RoleContext, draft: Draft): boolean {
  if (draft.pattern.kind !== 'noun' || draft.type.family !== 'engagement') return false
  const verb = grammar.relation(draft.head) === 'nsubj' ? grammar.head(draft.head) : -1
  if (verb < 0 || grammar.lemma(verb) !== 'have') return false
  const parts = grammar.tree.children(verb)
  return (
    parts.some((one) => grammar.form(one) === 'yet') &&
    parts.some((one) => grammar.relation(one) === 'xcomp' && YET_TO.has(grammar.lemma(one)))
  )
}
const YET_TO = new Set('take happen occur begin start'.split(' '))

/** What the doer says that it will do, would do or warns that it will not do. */
function isAhead({ status, stance }: Draft): boolean {
  return status === 'planned' || status === 'hypothetical' || (status === 'threatened' && stance === 'denies')
}

/** "walked free" names one release, not also that of "free". */
function dropInner(drafts: readonly Draft[]): Draft[] {
  return drafts.filter(
    (one) =>
      !drafts.some(
        (other) =>
          other !== one && other.type === one.type && longer(other, one) && spanHolds(other.trigger, one.trigger),
      ),
  )
}

function longer(a: Draft, b: Draft): boolean {
  return a.trigger.to - a.trigger.from > b.trigger.to - b.trigger.from
}

const MEETING_ACTS: Readonly<Record<string, string>> = { promise: 'meeting-agreed', refusal: 'meeting-refused' }
const MEETINGS = new Set(['meeting', 'talks', 'visit', 'phone-call', 'third-place-meeting', 'mediation'])

/** "offered to host talks between the two": who offers a table will not sit at it. */
function isHosting(draft: Draft, theme: Draft): boolean {
  if (draft.type.name !== 'promise' || !theme.type.reciprocal) return false
  const doers = new Set(draft.participants.filter((one) => one.role === 'agent').map((one) => one.head))
  const sides = theme.participants.filter((one) => one.role !== 'theme')
  const isSeveral = sides.length > 1 || sides.some(({ count }) => (count?.low ?? 1) > 1)
  return isSeveral && !sides.some((one) => doers.has(one.head))
}

/** A promise or refusal to meet or to negotiate has types of its own. */
function aboutMeeting(draft: Draft): Draft {
  const name = MEETING_ACTS[draft.type.name]
  const theme = draft.participants.find((one) => one.role === 'theme')?.theme
  if (name === undefined || !theme || !MEETINGS.has(theme.type.name) || theme.stance === 'denies') return draft
  const type = maybeEventType(name)
  if (!type || isHosting(draft, theme)) return draft
  const participants = draft.participants
    .filter((one) => one.role !== 'theme')
    .map((one) => (one.role === 'addressee' ? { ...one, role: 'counterpart' as const } : one))
  if (!participants.some((one) => one.role === 'counterpart')) {
    const others = theme.participants.filter((one) => one.role === 'counterpart' || one.role === 'host')
    participants.push(...others.map((one) => ({ ...one, role: 'counterpart' as const })))
  }
  return { ...draft, type, participants, cameo: null }
}

/** Types that say nothing more than the ask, promise, refusal or threat that they are the theme of. */
const FOLDED = new Set(
  'concession cooperation aid request demand criticism statement promise refusal accusation'.split(' '),
)
/** What is turned down and has no sides of its own is told by the refusal. */
const REFUSING = new Set(['refusal', 'meeting-refused'])
/** Families whose events are followed for themselves: these stay claims of their own, with their status. */
const FOLLOWED = new Set(['custody', 'engagement'])

/**
 * What is only asked, promised, refused or threatened is a claim of its own where it is followed for itself: custody,
 * engagements, sanctions, ties. "will help", "asked to allow" say all in the promise and the request.
 */
function dropFolded({ grammar }: RoleContext, drafts: readonly Draft[]): Draft[] {
  const folded = new Set<Draft>()
  for (const draft of drafts) {
    for (const one of draft.participants) {
      const theme = one.theme
      if (!theme || (isFact(theme) && !isRejected(draft, theme))) continue
      // What is held out as a threat is a claim of its own, as threatened.
      const same =
        theme.head === draft.head &&
        theme.status !== 'threatened' &&
        !FOLLOWED.has(theme.type.family) &&
        !KEPT.has(theme.type.name)
      const bare =
        REFUSING.has(draft.type.name) &&
        ((theme.status === 'offered' && theme.type.family === 'engagement') ||
          theme.participants.every((each) => each.role === 'theme'))
      // "ordered the tanker's release": a court's order gives it back.
      if (theme.pattern.kind === 'noun' && grammar.lemma(draft.head) === 'order') continue
      const looking = theme.type.name === 'investigation' && theme.pattern.kind === 'verb'
      if (!same && !bare && !looking && !FOLDED.has(theme.type.name)) continue
      folded.add(theme)
      one.theme = null
    }
  }
  for (const draft of drafts)
    for (const one of draft.participants) if (one.theme && folded.has(one.theme)) one.theme = null
  return drafts.filter((one) => !folded.has(one))
}
function isFact(draft: Draft): boolean {
  return draft.status === 'happened' || draft.status === 'ongoing'
}

/** "rejected accusations by the court": the denial names whoever accused. */
function isRejected(draft: Draft, theme: Draft): boolean {
  return theme.type.name === 'accusation' && (draft.type.name === 'statement' || draft.type.name === 'refusal')
}
const KEPT = new Set([
  'sanctions-imposed',
  'sanctions-eased',
  'ties-cut',
  'ties-restored',
  'expulsion',
  'ceasefire',
  'withdrawal',
  'recognition',
  'apology',
  'agreement',
  'investigation',
  'mobilization',
  'protest',
])

/** A noun that a verb's pattern takes as its object is not told twice: "broke off talks", "signed a deal". */
function dropConsumed(cx: RoleContext, drafts: readonly Draft[]): Draft[] {
  const consumed = new Set<Draft>()
  const byHead = new Map(drafts.map((one) => [one.head, one]))
  for (const draft of drafts) {
    const takes = draft.pattern.needs.filter((need) => !need.optional && need.oneOf.lemmas.size > 1)
    for (const need of takes) {
      for (const position of need.at.split('|')) {
        const isObject = draft.pattern.kind === 'noun' || position === 'object'
        const heads = cx.positions.at(candidateOf(draft), position)
        for (const head of heads.flatMap((one) => [one, ...compoundsOf(cx, one)])) {
          const noun = byHead.get(head)
          if (!noun || noun === draft || noun.pattern.kind !== 'noun') continue
          // "was hit with sanctions": one act, wherever its noun hangs.
          if (noun.type === draft.type || (isObject && ABSORBING.has(draft.type.name) && !isCalledOff(cx, draft)))
            consumed.add(noun)
        }
      }
    }
  }
  // The same event named by a verb and its own noun, or by two nouns of one light verb.
  for (const draft of drafts) {
    if (draft.pattern.kind !== 'noun' || consumed.has(draft)) continue
    for (const other of drafts) {
      if (other === draft || other.type !== draft.type || consumed.has(other)) continue
      const nested = cx.grammar.head(draft.head) === other.head && NESTING.has(cx.grammar.relation(draft.head))
      // "discussed it in a telephone conversation": the verb only says what was done there.
      if (isScene(cx, draft, other)) {
        absorb(draft, other)
        consumed.add(other)
        continue
      }
      const twins = draft.light !== null && other.light?.verb === draft.light.verb && other.head < draft.head
      if (nested || twins) {
        if (nested && isForceItself(cx, draft, other)) takeSides(other, draft)
        absorb(other, draft)
        consumed.add(draft)
      }
    }
  }
  return drafts.filter((one) => !consumed.has(one))
}

/** A call and the verb of what is said in it. */
function isScene(cx: RoleContext, noun: Draft, verb: Draft): boolean {
  return (
    noun.type.name === 'phone-call' &&
    verb.pattern.kind === 'verb' &&
    cx.grammar.head(noun.head) === verb.head &&
    cx.grammar.relation(noun.head) === 'obl'
  )
}

/** "mediation efforts": the words before the head may name the event. */
function compoundsOf(cx: RoleContext, head: number): readonly number[] {
  return cx.grammar.tree.children(head).filter((child) => cx.grammar.relation(child) === 'compound')
}

/** "cancelled a visit", "did not rule out talks" tell of the visit and the talks as well. */
function isCalledOff(cx: RoleContext, draft: Draft): boolean {
  if (draft.type.name !== 'meeting-refused' && draft.type.name !== 'talks-broken-off') return false
  const word = cx.grammar.lemma(draft.head)
  return CALLING_OFF.has(word) || (word === 'rule' && cx.grammar.isNegated(draft.head))
}
const CALLING_OFF = new Set(['call', 'cancel', 'postpone', 'scrap', 'shelve', 'delay', 'abandon', 'drop'])

/** Types that say all in one what their verb and its object say: "broke off talks", "violated the ceasefire". */
const ABSORBING = new Set(
  'talks-broken-off meeting-refused agreement ceasefire sanctions-imposed sanctions-eased ties-cut ties-restored cooperation concession repression attack asylum accusation criticism'.split(
    ' ',
  ),
)

/** "a rebel attack on the base killed ten": the attack is the force, its doers are the rebels. */
function isForceItself(cx: RoleContext, noun: Draft, verb: Draft): boolean {
  return noun.type.name === 'attack' && verb.type === noun.type && cx.grammar.relation(noun.head) === 'nsubj'
}

/** Gives the verb the doer and the target of its noun. */
function takeSides(verb: Draft, noun: Draft): void {
  const doers = noun.participants.filter((one) => one.role === 'agent')
  const doer = doers[0]?.phrase
  // The words stay those of the attack; who is meant is who made it.
  if (doer && doers.length === 1)
    verb.participants = verb.participants.map((one) =>
      one.role === 'agent' && one.head === noun.head && one.phrase
        ? { ...one, phrase: { ...one.phrase, mention: doer.mention, actor: doer.actor, kind: doer.kind } }
        : one,
    )
  const known = new Set(verb.participants.map((one) => one.head))
  verb.participants.push(...noun.participants.filter((one) => one.role === 'patient' && !known.has(one.head)))
}

/** Participants that only the dropped name has. */
function absorb(kept: Draft, dropped: Draft): void {
  const roles = new Set(kept.participants.map((one) => one.role))
  const heads = new Set(kept.participants.map((one) => one.head))
  for (const one of dropped.participants) {
    if (!roles.has(one.role) && !heads.has(one.head)) kept.participants.push(one)
  }
}

/** "the meeting", "over a long dinner", "after talks": not "at a dinner", which says where another event took place. */
function isNamedAgain(cx: RoleContext, draft: Draft): boolean {
  const { grammar } = cx
  const isIndefinite = grammar.tree
    .children(draft.head)
    .some((child) => grammar.form(child) === 'a' || grammar.form(child) === 'an')
  return !isIndefinite || grammar.prepositions(draft.head).includes('over')
}

/** Force and words that a sentence about something else only mentions: "condemned the attack", "despite criticism". */
function isMentioned(draft: Draft): boolean {
  const { family } = draft.type
  if (draft.pattern.kind !== 'noun' || draft.light !== null || (family !== 'force' && family !== 'relations'))
    return false
  return !draft.participants.some((one) => one.role === 'agent')
}

/** "the release never took place", "no inquiry will be held": that it did not, or will, is told all the same. */
function isToldUnreal(cx: RoleContext, draft: Draft): boolean {
  if (draft.status === 'happened' && draft.stance === 'asserts') return false
  if (!FOLLOWED.has(draft.type.family) && !KEPT.has(draft.type.name)) return false
  if (!cx.world.isPoliticalSentence(draft.head) || cx.world.isOtherWorld(draft.head)) return false
  return draft.carrier !== draft.head || draft.pattern.kind !== 'noun' || isGoverned(cx.grammar, draft.head)
}

/** Talks of a striker's agent, a truce with one's own knee: in another world, and nobody of politics has a part in it. */
function isStray(cx: RoleContext, draft: Draft): boolean {
  if (!cx.world.isOtherWorld(draft.head) && !(cx.world.isOtherDocument() && !cx.world.isPoliticalSentence(draft.head)))
    return false
  return !draft.participants.some((one) => one.role !== 'theme' && cx.world.isPolitical(one.head))
}

/** "the victim, named as Jan Roe": told by name, and named to nothing. */
function isOnlyNamed(cx: RoleContext, draft: Draft): boolean {
  if (draft.type.name !== 'envoy-appointed' || cx.grammar.lemma(draft.head) !== 'name') return false
  const [as] = draft.participants.filter((one) => one.role === 'theme')
  if (as === undefined || cx.grammar.upos(as.head) !== 'PROPN') return false
  const { mention } = cx.phrases.at(as.head)
  return mention?.form === 'name' && mention.kind === 'person'
}

/** "I do not care who talks to whom": nobody is said to. */
function isAsked(cx: RoleContext, draft: Draft): boolean {
  if (draft.type.family !== 'engagement' || cx.grammar.tokens.relation[draft.carrier] === 'acl:relcl') return false
  const sides = draft.participants.filter((one) => one.role !== 'theme')
  return sides.length > 0 && sides.every((one) => /^who(?:m|ever)?$/.test(cx.grammar.form(one.head)))
}

/** A bare name of an event ("after the meeting") counts only where the document tells of such an event elsewhere. */
function dropEmpty(cx: RoleContext, drafts: readonly Draft[]): Draft[] {
  const told = new Set(
    drafts.filter((one) => one.participants.some((each) => each.role !== 'theme')).map((one) => one.type.name),
  )
  const busy = new Set(drafts.filter((one) => !isMentioned(one)).map((one) => cx.grammar.tokens.sentence[one.head]))
  return drafts.filter((draft) => {
    if (isStray(cx, draft) || isAsked(cx, draft) || isOnlyNamed(cx, draft)) return false
    if (isTurnedDown(cx, draft) || isToldAtLength(cx, draft)) return true
    // "called for an inquiry": that one is asked for is told, whoever shall hold it.
    if (draft.status === 'requested' && ASKED_FOR_ITSELF.has(draft.type.name) && isToldUnreal(cx, draft)) return true
    if (isMentioned(draft) && busy.has(cx.grammar.tokens.sentence[draft.head])) return false
    if (draft.participants.some((one) => one.role !== 'theme')) return true
    if (isToldUnreal(cx, draft)) return true
    return draft.pattern.kind === 'noun' && told.has(draft.type.name) && isNamedAgain(cx, draft)
  })
}

const ASKED_FOR_ITSELF = new Set(['investigation', 'protest'])

/** "An appeal was turned down": that it was is told, whoever did it. */
function isTurnedDown({ grammar }: RoleContext, draft: Draft): boolean {
  if (draft.type.name !== 'refusal' || !grammar.isPassive(draft.head)) return false
  return ASKED.has(grammar.lemma(grammar.surfaceSubject(draft.head)))
}
const ASKED = new Set(['appeal', 'request', 'petition', 'plea', 'application'])

/** "secret talks that went on for four months", "talks ended in deadlock": nobody is named, and they are told as done. */
function isToldAtLength({ grammar, world }: RoleContext, draft: Draft): boolean {
  if (draft.type.name !== 'talks' || draft.pattern.kind !== 'noun' || world.isOtherWorld(draft.head)) return false
  const verb = grammar.relation(draft.head) === 'nsubj' ? grammar.head(draft.head) : -1
  if (verb >= 0 && ENDED.has(grammar.lemma(verb))) return true
  return grammar.tree
    .children(draft.head)
    .some((child) => grammar.tokens.relation[child] === 'acl:relcl' && LASTING.has(grammar.lemma(child)))
}
const ENDED = new Set('end collapse stall fail falter break'.split(' '))
const LASTING = new Set('go last begin start end drag run'.split(' '))

/** "pardoned them at Roe's request": who did it was asked, and the deed is what was asked. */
function answerRequests(cx: RoleContext, drafts: readonly Draft[]): void {
  const { grammar } = cx
  for (const draft of drafts) {
    if (draft.pattern.kind !== 'noun' || (draft.type.name !== 'request' && draft.type.name !== 'demand')) continue
    if (grammar.prepositions(draft.head)[0] !== 'at') continue
    let at = grammar.head(draft.head)
    let deed: Draft | undefined
    for (let steps = 0; steps < 3 && at >= 0 && !deed; steps++) {
      deed = drafts.find((one) => one.head === at && !one.derived)
      at = grammar.head(at)
    }
    if (!deed) continue
    if (!draft.participants.some((one) => one.role === 'addressee')) {
      const doers = deed.participants.filter((one) => one.role === 'agent')
      draft.participants.push(...doers.map((one) => ({ ...one, role: 'addressee' as const })))
    }
    if (!draft.participants.some((one) => one.role === 'theme')) {
      const object = deed.participants.find((one) => one.role === 'patient' && one.head > deed.head)
      const span = coverOf(object ? [deed.trigger, object.span] : [deed.trigger]) ?? deed.trigger
      draft.participants.push({ ...themeOf(cx, deed.head, draft.head), span, theme: deed })
    }
  }
}

const NESTING = new Set(['obj', 'nsubj', 'xcomp', 'compound'])

/** Joins asks, promises, refusals and threats with the event that is asked, promised, refused or threatened. */
function joinThemes(cx: RoleContext, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    for (const participant of draft.participants) {
      if (participant.role !== 'theme' || participant.theme) continue
      participant.theme = eventOf(cx, drafts, draft, participant.head)
    }
    if (SPEECH_ACTS.has(draft.type.name)) draft.participants = withoutFreed(draft.participants)
  }
}

const SPEECH_ACTS = new Set(['request', 'demand', 'promise'])

/** Whoever is to be freed is not who is asked for it, nor to whom it is promised. */
function withoutFreed(participants: Draft['participants']): Draft['participants'] {
  const freed = participants.flatMap(({ theme }) =>
    theme?.type.family === 'custody' && theme.type.name !== 'asylum'
      ? theme.participants.filter((one) => one.role === 'patient')
      : [],
  )
  return participants.filter(
    (one) =>
      one.role !== 'addressee' || !freed.some((other) => other.head === one.head || spanHolds(other.span, one.span)),
  )
}

function eventOf(cx: RoleContext, drafts: readonly Draft[], draft: Draft, head: number): Draft | null {
  const { tree } = cx.grammar
  const { first, last } = tree.extent(head)
  let best: Draft | null = null
  let distance = Number.POSITIVE_INFINITY
  for (const other of drafts) {
    if (other === draft || other.derived || other.head < first || other.head >= last || other.head === draft.head)
      continue
    // "to ease the curfew imposed in June": which curfew, not what is eased.
    const isDescribing =
      cx.grammar.tokens.relation[other.head] === 'acl' && cx.grammar.tokens.xpos[other.head] === 'VBN'
    if (isDescribing && !cx.grammar.isInfinitive(other.head)) continue
    const far = stepsUp(cx, other.head, head)
    if (far < distance && far <= 3) {
      best = other
      distance = far
    }
  }
  return best
}

function stepsUp(cx: RoleContext, from: number, to: number): number {
  let at = from
  for (let steps = 0; steps <= 3; steps++) {
    if (at === to) return steps
    if (at < 0 || cx.grammar.tokens.relation[at] === 'acl:relcl') break
    // "to pay them before they let him go": what comes after is not what is asked.
    if (cx.grammar.tokens.relation[at] === 'advcl' && !cx.grammar.isInfinitive(at)) break
    at = cx.grammar.head(at)
  }
  return Number.POSITIVE_INFINITY
}
