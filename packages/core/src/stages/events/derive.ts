import type { RoleName, Span } from '../../model/index.ts'
import { coverOf } from '../../model/index.ts'
import { type EventType, maybeEventType } from '../../ontology/index.ts'
import { spanOfTokens } from '../../text/index.ts'
import type { Draft, DraftParticipant } from './draft.ts'
import type { Grammar } from './grammar.ts'
import { GIVING } from './lexicon.ts'
import { isInverted } from './own-words.ts'
import { isTimeWord, type RoleContext } from './role-context.ts'

/**
 * Acts that lie in the tense of another event or of a plain verb: "will free" is also a promise, "will not free" a
 * refusal, "would attack" a threat, "must leave" under a verb of saying a demand (CAMEO codes stated intent as an act
 * of its own). Each is told where its event is told.
 */
export function deriveActs(cx: RoleContext, drafts: readonly Draft[], willed: ReadonlySet<Draft>): Draft[] {
  const made: Draft[] = []
  const themed = new Set(
    drafts.flatMap((one) => one.participants.map((each) => (each.role === 'theme' ? each.head : -1))),
  )
  const heads = new Set(drafts.map((one) => one.head))
  for (const draft of drafts) {
    const isOpen = willed.has(draft) || isOwnWarning(cx, draft)
    if (!isOpen || themed.has(draft.head) || themed.has(draft.carrier)) continue
    const act = announcedAct(cx, draft)
    if (act) made.push(act)
  }
  made.push(...obligations(cx), ...headlinedDemands(cx), ...plainRefusals(cx, heads), ...plainPromises(cx, heads))
  return made
}

function announcedAct(cx: RoleContext, draft: Draft): Draft | null {
  // "will host the premier": the host announces it, of who comes.
  const isHost = draft.type.name === 'visit' && cx.grammar.lemma(draft.head) === 'host'
  const doer: RoleName = isHost ? 'host' : 'agent'
  const agents = draft.participants
    .filter((one) => one.role === doer && cx.world.isActor(one.head))
    .map((one) => ({ ...one, role: 'agent' as const }))
  if (agents.length === 0 || !cx.world.isPoliticalSentence(draft.head)) return null
  // "planned the attacks" tells what was prepared, "will convey the protest" whose words are carried: neither threatens.
  if (draft.type.temper === 'hostile' && draft.light && PREPARING.has(cx.grammar.lemma(draft.light.verb))) return null
  // What an authority decides to ease or to grant is granted by it, and promised to nobody besides.
  if (EASING.has(draft.type.name) && draft.reason.includes('"decide"')) return null
  const plain = actName(draft)
  const name = plain === 'promise' && isUnless(cx, draft) ? 'threat' : plain
  // "was expected to fly to Norland": who expects it announces nothing.
  if (name === 'meeting-agreed' && draft.reason.includes('"expect"')) return null
  // A meeting that is only to take place has been agreed or announced by nobody yet, unless somebody says so.
  if (name === 'meeting-agreed' && !isHost && cx.positions.speakerOf(draft.carrier) < 0) return null
  const type = name === null ? undefined : maybeEventType(name)
  if (!type) return null
  const role: RoleName = 'counterpart' in type.roles ? 'counterpart' : 'addressee'
  // Whoever is freed, pardoned or tried is not who it is promised to.
  const isOfPersons = draft.type.family === 'custody' && draft.type.name !== 'asylum'
  const others = draft.participants.filter(
    (one) =>
      one.role !== doer &&
      one.role !== 'theme' &&
      one.role !== 'intermediary' &&
      one.phrase !== null &&
      !(isOfPersons && one.role === 'patient'),
  )
  const warning = name === 'threat' ? warningOf(cx, draft) : -1
  // A march or a vigil that is to come threatens nobody, unless somebody says so.
  if (draft.type.name === 'protest' && warning < 0) return null
  const speaker = warning < 0 ? -1 : cx.positions.speakerOf(draft.carrier)
  const warners = speaker < 0 ? agents : [person(cx, 'agent', speaker)]
  const participants: DraftParticipant[] = [...warners, ...others.map((one) => ({ ...one, role }))]
  if ('theme' in type.roles) participants.push(themeParticipant(cx, draft.head, draft))
  if (warning < 0) return actDraft(cx, type, draft.head, draft.carrier, participants, draft.trigger)
  const trigger = spanOfTokens(cx.grammar.tokens, warning, warning + 1)
  return actDraft(cx, type, warning, warning, participants, trigger)
}

/** "warned that it would expel him": the word that names the threat; -1 where the deed alone tells it. */
function warningOf({ grammar }: RoleContext, draft: Draft): number {
  const above = grammar.relation(draft.carrier) === 'ccomp' ? grammar.head(draft.carrier) : -1
  return above >= 0 && WARNING.has(grammar.lemma(above)) ? above : -1
}
const WARNING = new Set(['warn', 'threaten', 'caution'])

const SPOKEN_AHEAD = new Set(['threatened', 'hypothetical'])

/** "said it might break off relations", "warned that it could cut aid": harm that whoever speaks holds out himself. */
function isOwnWarning(cx: RoleContext, draft: Draft): boolean {
  if (draft.type.temper !== 'hostile' || draft.stance !== 'asserts' || draft.derived) return false
  if (!SPOKEN_AHEAD.has(draft.status) || draft.pattern.kind === 'noun') return false
  if (!cx.grammar.tree.children(draft.carrier).some((child) => MODALS.has(cx.grammar.form(child)))) return false
  const speaker = cx.positions.speakerOf(draft.carrier)
  if (speaker < 0) return false
  const { actor } = cx.phrases.at(speaker)
  return draft.participants.some(
    (one) =>
      one.role === 'agent' &&
      (one.head === speaker ||
        (actor !== null && one.phrase?.actor?.id === actor.id) ||
        // "The minister warned that Norland would": the state for which he speaks.
        (actor?.country != null && one.phrase?.actor?.kind === 'state' && one.phrase.actor.country === actor.country) ||
        // "It has warned that it would": the same pronoun, in whomever's place.
        (cx.grammar.upos(speaker) === 'PRON' && cx.grammar.form(speaker) === cx.grammar.form(one.head))),
  )
}
const MODALS = new Set(['may', 'might', 'could', 'would', 'will'])
const PREPARING = new Set(['plan', 'prepare', 'convey', 'relay', 'transmit', 'forward', 'pass'])
const EASING = new Set(['concession', 'sanctions-eased', 'release', 'pardon'])

/** "will withdraw its troops unless they are paid": what waits for nothing good is threatened. */
function isUnless(cx: RoleContext, draft: Draft): boolean {
  const { grammar } = cx
  return [draft.carrier, draft.head].some((base) =>
    grammar.tree
      .children(base)
      .some(
        (child) =>
          grammar.relation(child) === 'advcl' &&
          grammar.tree.children(child).some((mark) => grammar.form(mark) === 'unless'),
      ),
  )
}

function actName(draft: Draft): string | null {
  const { type } = draft
  if (type.name === 'promise' || type.name === 'meeting-agreed' || type.name === 'statement') return null
  if (type.temper === 'neutral') return null
  const isMeeting = type.theme === 'meet' || type.theme === 'mediation'
  if (draft.stance === 'denies') {
    if (type.temper === 'hostile') return null
    return isMeeting ? 'meeting-refused' : 'refusal'
  }
  if (type.temper === 'hostile') return type.family === 'asks-and-answers' ? null : 'threat'
  return isMeeting ? 'meeting-agreed' : 'promise'
}

function actDraft(
  cx: RoleContext,
  type: EventType,
  head: number,
  carrier: number,
  participants: DraftParticipant[],
  trigger: Span,
): Draft {
  return {
    type,
    pattern: type.triggers[0]!,
    head,
    carrier,
    light: null,
    trigger,
    participants,
    derived: true,
    status: 'happened',
    stance: 'asserts',
    reason: `told as what ${cx.grammar.form(head)} will be`,
    theme: null,
    cameo: null,
  }
}

function themeParticipant(cx: RoleContext, head: number, theme: Draft | null): DraftParticipant {
  const { tokens, tree } = cx.grammar
  const headSpan = spanOfTokens(tokens, head, head + 1)
  let span = headSpan
  for (const child of tree.children(head)) {
    // "would not say who had signed": what is left unsaid.
    const rel = cx.grammar.relation(child)
    if (rel !== 'obj' && !(rel === 'ccomp' && cx.grammar.lemma(head) === 'say')) continue
    const { last } = tree.extent(child)
    if (child > head && last - head <= 14) span = coverOf([span, spanOfTokens(tokens, head, last)]) ?? span
  }
  return { role: 'theme', head, phrase: null, span, headSpan, count: null, includes: [], theme }
}

/** "X said Y must leave": X demands it of Y; with "should", asks for it. */
function obligations(cx: RoleContext): Draft[] {
  const { grammar, positions, world } = cx
  const demand = maybeEventType('demand')
  const request = maybeEventType('request')
  const made: Draft[] = []
  if (!demand || !request) return made
  for (let i = 0; i < grammar.tokens.length; i++) {
    const word = grammar.form(i)
    if (grammar.upos(i) !== 'AUX' || (word !== 'must' && word !== 'should')) continue
    const type = word === 'must' ? demand : request
    const verb = grammar.head(i)
    if (verb < 0) continue
    // "they should have warned us" blames, and asks nothing.
    if (
      grammar.tree.children(verb).some((child) => grammar.form(child) === 'have' && grammar.relation(child) === 'aux')
    )
      continue
    // "warned that should they return": a condition; "they should be home by Friday": what is expected.
    if (word === 'should' && (isInverted(grammar, verb) || isExpected(grammar, verb))) continue
    const speaker = positions.speakerOf(verb)
    const subject = grammar.surfaceSubject(verb)
    if (!world.isPoliticalSentence(i) || world.isOtherWorld(i)) continue
    // "ruled that civilians should not stand trial there": what the law is.
    if (word === 'should' && grammar.lemma(grammar.head(verb)) === 'rule') continue
    // "Authorities in Norland must release the reporter": what a statement opens with, before it says whose it is.
    const isStated = speaker < 0 && isAskedOfPower(cx, subject, verb)
    if (speaker < 0 ? !isStated : !world.isActor(speaker)) continue
    if (subject < 0 || subject === speaker || grammar.form(subject) === 'we' || grammar.form(subject) === 'i') continue
    // "the deal should not be seen as ..." says how to take a thing, and asks nothing of anybody.
    const asked = grammar
      .conjuncts(subject)
      .filter(
        (one) =>
          (grammar.form(one) !== 'it' || isResolved(cx, one)) &&
          grammar.form(one) !== 'there' &&
          (world.isActor(one) || world.isPlace(one)),
      )
    if (asked.length === 0) continue
    const participants = asked.map((one) => person(cx, 'addressee', one))
    if (speaker >= 0) participants.unshift(person(cx, 'agent', speaker))
    participants.push(themeParticipant(cx, verb, null))
    made.push(actDraft(cx, type, i, verb, participants, spanOfTokens(grammar.tokens, i, i + 1)))
  }
  return made
}

/** "Norland: Release the reporters": a headline that tells a state what to do. */
function headlinedDemands(cx: RoleContext): Draft[] {
  const { grammar, phrases } = cx
  const { tokens, tree } = grammar
  const demand = maybeEventType('demand')
  const made: Draft[] = []
  if (!demand) return made
  for (let verb = 2; verb < tokens.length; verb++) {
    if (tokens.xpos[verb] !== 'VB' || grammar.form(verb - 1) !== ':' || !ASKED_OF_POWERS.has(grammar.lemma(verb)))
      continue
    const power = verb - 2
    if (phrases.at(power).actor?.kind !== 'state') continue
    if (tree.children(verb).some((child) => /^(?:nsubj|aux|mark)/.test(tokens.relation[child] ?? ''))) continue
    const participants = [person(cx, 'addressee', power), themeParticipant(cx, verb, null)]
    made.push(actDraft(cx, demand, verb, verb, participants, spanOfTokens(tokens, verb, verb + 1)))
  }
  return made
}

/** "Norland's authorities must free her": a state or its authorities, and what only states are asked for. */
function isAskedOfPower({ grammar, world, phrases }: RoleContext, subject: number, verb: number): boolean {
  if (subject < 0 || !ASKED_OF_POWERS.has(grammar.lemma(verb)) || grammar.relation(verb) === 'advcl') return false
  if (grammar.relation(verb) === 'acl' || grammar.tokens.relation[verb] === 'acl:relcl') return false
  return POWERS.has(grammar.lemma(subject)) || world.isState(subject) || phrases.at(subject).actor?.kind === 'state'
}
const POWERS = new Set(
  'authority government regime junta police army military parliament minister president'.split(' '),
)
const ASKED_OF_POWERS = new Set(
  'release free drop stop end halt cease lift investigate disclose reveal ensure guarantee respect protect quash repeal account apologise apologize uphold refrain reopen restore allow abolish ratify reverse abandon'.split(
    ' ',
  ),
)

/** "should be home by Friday", "should be able to return": nobody is asked for what is only to be expected. */
function isExpected(grammar: Grammar, predicate: number): boolean {
  return grammar.childOf(predicate, 'cop') >= 0 && EXPECTED.has(grammar.form(predicate))
}
const EXPECTED = new Set('home back here there able ready available enough possible over'.split(' '))

/** "a reminder to Norland that it must leave": who is meant is named in the sentence. */
function isResolved(cx: RoleContext, pronoun: number): boolean {
  const { mention, actor } = cx.phrases.at(pronoun)
  return actor !== null && mention !== null && mention.form !== 'pronoun'
}

function person(cx: RoleContext, role: RoleName, head: number): DraftParticipant {
  const phrase = cx.phrases.at(head)
  return {
    role,
    head,
    phrase,
    span: phrase.span,
    headSpan: phrase.headSpan,
    count: phrase.count,
    includes: phrase.includes,
    theme: null,
  }
}

const REFUSABLE_AUXILIARIES = new Set(['will', 'wo', 'would'])
/** Verbs whose "will not" turns something down. Others say only how things will be: "we will not rest". */
const REFUSABLE = new Set(
  'say confirm move step change hear admit receive bend end accept agree allow approve attend back bow budge buy cede comment comply compromise concede consider cooperate discuss dismantle endorse extend give grant halt hand help honor honour join leave let lift meet negotiate obey open participate pay permit provide pull ratify recognise recognize renounce resume return sell send share sign stop submit supply support surrender talk tolerate transfer vote withdraw yield'.split(
    ' ',
  ),
)

/** "France will not accept ...": a refusal though "accept" names no event here. */
function plainRefusals(cx: RoleContext, heads: ReadonlySet<number>): Draft[] {
  const { grammar, world } = cx
  const refusal = maybeEventType('refusal')
  const made: Draft[] = []
  if (!refusal) return made
  for (let i = 0; i < grammar.tokens.length; i++) {
    if (grammar.upos(i) !== 'AUX' || !REFUSABLE_AUXILIARIES.has(grammar.form(i))) continue
    const verb = grammar.head(i)
    if (verb < 0 || heads.has(verb) || grammar.upos(verb) !== 'VERB' || !REFUSABLE.has(grammar.lemma(verb))) continue
    if (!grammar.isNegated(verb) || grammar.isPassive(verb) || grammar.childOf(verb, 'aux:pass') >= 0) continue
    const subject = grammar.surfaceSubject(verb)
    if (subject < 0 || !world.isActor(subject) || !world.isPoliticalSentence(i) || world.isOtherWorld(i)) continue
    if (grammar.tree.children(verb).some((child) => grammar.form(child) === 'if' || grammar.form(child) === 'have'))
      continue
    const participants = [person(cx, 'agent', subject)]
    const object = grammar.undergoer(verb)
    const other = object >= 0 && world.isActor(object) ? object : bearingOf(cx, object)
    if (other >= 0) participants.push(person(cx, 'addressee', other))
    participants.push(themeParticipant(cx, verb, null))
    made.push(actDraft(cx, refusal, verb, verb, participants, spanOfTokens(grammar.tokens, verb, verb + 1)))
  }
  return made
}

/** The verb of "will join", "plans to join", read at "will" and at "plans"; -1 elsewhere. */
function plannedVerb(cx: RoleContext, index: number): number {
  const { grammar } = cx
  if (grammar.upos(index) === 'AUX') return grammar.form(index) === 'will' ? grammar.head(index) : -1
  if (grammar.upos(index) !== 'VERB' || !PLANNING.has(grammar.lemma(index)) || grammar.isNegated(index)) return -1
  const clause = grammar.clause(index)
  return clause >= 0 && grammar.relation(clause) === 'xcomp' && grammar.isInfinitive(clause) ? clause : -1
}
const PLANNING = new Set(['plan', 'intend', 'aim'])

/** "will send engineers to Norland": to whom; -1 where nobody is named. */
function receiverOf(cx: RoleContext, verb: number): number {
  const { grammar, world } = cx
  const recipient = grammar.recipient(verb)
  if (recipient >= 0 && (world.isActor(recipient) || world.isPlace(recipient))) return recipient
  for (const base of [verb, grammar.undergoer(verb)]) {
    if (base < 0) continue
    for (const child of grammar.tree.children(base)) {
      const preposition = grammar.prepositions(child)[0]
      if (preposition === undefined || !RECEIVING.has(preposition) || isTimeWord(cx, child)) continue
      if (world.isActor(child) || world.isPlace(child)) return child
    }
  }
  return -1
}

/** "will increase pressure on Norland", "will not stop its war on the rebels": whom the thing bears on; -1 for nobody. */
function bearingOf(cx: RoleContext, thing: number): number {
  const { grammar, world } = cx
  if (thing < 0 || grammar.upos(thing) !== 'NOUN') return -1
  for (const base of [thing, grammar.head(thing)]) {
    for (const child of grammar.tree.children(base)) {
      const preposition = grammar.prepositions(child)[0]
      if (child < thing || !/^(?:nmod|obl)$/.test(grammar.relation(child)) || preposition === undefined) continue
      if (BEARING.has(preposition) && !isTimeWord(cx, child) && (world.isActor(child) || world.isPlace(child)))
        return child
    }
  }
  return -1
}
const BEARING = new Set(['on', 'against', 'with', 'to'])

const RECEIVING = new Set(['to', 'for', 'in', 'into', 'with'])

const PROMISED = new Set(
  'support join attend host invest build open pay cover train participate continue work consider abide comply honor honour respect buy extend increase expand accept contribute back protect rebuild ensure hand send return reopen restore resume help finance fund supply deliver'.split(
    ' ',
  ),
)

/** What is no help to whoever it falls on. */
const HARMS = new Set(
  'pressure sanction tariff penalty fine attack strike airstrike raid bombing shelling offensive blockade embargo surveillance crackdown restriction threat force violence war'.split(
    ' ',
  ),
)

/** "Norway will join ...", "would support ...": stated intent though the verb names no event here. */
function plainPromises(cx: RoleContext, heads: ReadonlySet<number>): Draft[] {
  const { grammar, world } = cx
  const promise = maybeEventType('promise')
  const threat = maybeEventType('threat')
  const made: Draft[] = []
  if (!promise || !threat) return made
  for (let i = 0; i < grammar.tokens.length; i++) {
    const verb = plannedVerb(cx, i)
    if (verb < 0 || heads.has(verb) || !PROMISED.has(grammar.lemma(verb)) || grammar.isNegated(verb)) continue
    const subject = grammar.surfaceSubject(verb)
    if (subject < 0 || grammar.isPassive(verb) || !world.isActor(subject)) continue
    if (!world.isPolitical(subject) || world.isOtherWorld(i)) continue
    const participants = [person(cx, 'agent', subject)]
    // "will increase pressure", "will expand its strikes": harm is promised to nobody.
    const thing = grammar.undergoer(verb)
    const isHarm = thing >= 0 && grammar.conjuncts(thing).some((one) => HARMS.has(grammar.lemma(one)))
    const object = GIVING.has(grammar.lemma(verb)) ? receiverOf(cx, verb) : thing
    // "plans to send home" gives nobody anything.
    if (object < 0 && grammar.upos(i) === 'VERB' && GIVING.has(grammar.lemma(verb))) continue
    const other = object >= 0 && (world.isActor(object) || world.isPlace(object)) ? object : bearingOf(cx, object)
    if (other >= 0) participants.push(person(cx, 'addressee', other))
    participants.push(themeParticipant(cx, verb, null))
    made.push(
      actDraft(cx, isHarm ? threat : promise, verb, verb, participants, spanOfTokens(grammar.tokens, verb, verb + 1)),
    )
  }
  return made
}
