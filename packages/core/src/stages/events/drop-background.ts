import { talksNouns } from '../../ontology/index.ts'
import type { Draft, DraftParticipant } from './draft.ts'
import { isTimeWord, type RoleContext } from './role-context.ts'

/** Types that count only for themselves: as somebody's purpose or supposition they say nothing of their own. */
const WEAK = new Set(
  'aid support cooperation request demand criticism statement concession refusal investigation accusation'.split(' '),
)
/** What sides meet for, and what may come of it: no agreement and no second meeting yet. */
const AIMS = new Set(['hammer', 'forge', 'discuss', 'negotiate', 'thrash', 'work'])
/** Most tokens between two nouns for one act. */
const NEAREST_TWIN = 3
/** Relations by which a purpose hangs on what it is for. */
const BELOW = new Set(['advcl', 'acl', 'xcomp', 'ccomp', 'obj', 'obl', 'nmod'])
/** Families whose acts may be named by two coordinated verbs at once: "donated and delivered", "praised and thanked". */
const PAIRED = new Set(['relations', 'force'])
/** What an attack brought about, as a participle: "fired on the camp, killing ten". */
const RESULTS = new Set(['kill', 'wound', 'injure', 'destroy', 'damage', 'maim', 'hit'])
const ASKING = new Set(['request', 'demand'])
/** What is not yet a fact. */
const AHEAD = new Set(['planned', 'hypothetical', 'requested', 'offered'])
/** How far above a word the claim may stand whose background it is. */
const MOST_STEPS = 3

/**
 * Leaves out what only describes or supports another claim of its sentence: participles that tell which people or
 * things are meant ("the curfew imposed in June"), purposes and suppositions of weak types ("to help the region"), and
 * the second of two words for one act ("donated and delivered"), whose participants go to the first.
 */
export function dropBackground(cx: RoleContext, drafts: readonly Draft[]): Draft[] {
  const dropped = new Set<Draft>()
  const themes = new Set(drafts.flatMap((one) => one.participants.flatMap(({ theme }) => (theme ? [theme] : []))))
  for (const draft of drafts) {
    if (!draft.derived && isBreach(cx, draft, drafts)) dropped.add(draft)
    if (draft.derived || themes.has(draft)) continue
    if (
      isModifier(cx, draft, drafts) ||
      isPurpose(cx, draft, drafts) ||
      isOfThing(cx, draft) ||
      isEntitlement(cx, draft) ||
      isRioting(cx, draft, drafts)
    )
      dropped.add(draft)
    else if (joinTwin(cx, draft, drafts, dropped)) dropped.add(draft)
  }
  for (const draft of drafts) if (isOrder(draft, dropped)) dropped.add(draft)
  return drafts.filter((one) => !dropped.has(one))
}

/** "detainees held after the raid", "refugees fleeing the war": which ones, not what happened. */
function isModifier(cx: RoleContext, draft: Draft, drafts: readonly Draft[]): boolean {
  const { grammar } = cx
  if (grammar.upos(draft.head) !== 'VERB' || grammar.tokens.relation[draft.head] !== 'acl') return false
  if (grammar.isInfinitive(draft.head)) return false
  // "accused the rebels of shelling a post": what they are accused of.
  const isCharge =
    grammar.tokens.xpos[draft.head] === 'VBG' &&
    grammar.tree.children(draft.head).some((child) => grammar.relation(child) === 'mark')
  if (isCharge && !BREAKING.has(grammar.lemma(draft.head))) return false
  const { family, name } = draft.type
  if (
    family === 'engagement' ||
    family === 'asks-and-answers' ||
    (family === 'custody' && name !== 'custody' && name !== 'departure')
  )
    return false
  // "two men jailed since 2022": dated, it is a step of its own.
  if (name === 'custody' && grammar.tree.children(draft.head).some((child) => isTimeWord(cx, child))) return false
  const noun = grammar.head(draft.head)
  if (!drafts.some((one) => one !== draft && one.participants.some((each) => each.head === noun))) return false
  return draft.participants.every((one) => one.role !== 'agent' || one.head === noun)
}

/** "accused the rebels of violating the truce": that they broke it is the accusation itself. */
function isBreach({ grammar }: RoleContext, draft: Draft, drafts: readonly Draft[]): boolean {
  if (!BREAKING.has(grammar.lemma(draft.head))) return false
  return drafts.some(
    ({ type, participants }) => type.name === 'accusation' && participants.some(({ theme }) => theme === draft),
  )
}

const BREAKING = new Set(['violate', 'breach', 'break', 'flout', 'infringe'])

/** "a resolution that aims to tighten sanctions": what a text or a plan would do is done by nobody yet. */
function isOfThing(cx: RoleContext, draft: Draft): boolean {
  const { grammar, world } = cx
  if (draft.stance === 'denies' || draft.pattern.kind === 'noun') return false
  if (draft.type.family === 'custody' || draft.type.family === 'engagement') return false
  const things = AHEAD.has(draft.status) ? PAPERS : TALKED
  const doers = draft.participants.filter((one) => one.role === 'agent')
  return (
    doers.length > 0 &&
    doers.every(
      ({ head }) =>
        grammar.upos(head) === 'NOUN' &&
        !world.isActor(head) &&
        things.has(grammar.lemma(head)) &&
        !world.isPlace(head),
    )
  )
}
const TALKED = new Set([...talksNouns.lemmas, 'involvement', 'role', 'allegation'])
const PAPERS = new Set(
  'resolution proposal plan bill law draft document text letter program programme budget move effort'.split(' '),
)

/** "the right to return fire": what somebody may do is done by nobody yet. */
function isEntitlement(cx: RoleContext, draft: Draft): boolean {
  const { grammar } = cx
  if (!AHEAD.has(draft.status) || !grammar.isInfinitive(draft.carrier) || draft.type.family === 'custody') return false
  const above = grammar.head(draft.carrier)
  if (above < 0) return false
  if (grammar.upos(above) === 'NOUN') return ENTITLEMENTS.has(grammar.lemma(above))
  const object = grammar.undergoer(above)
  return object >= 0 && object < draft.carrier && grammar.lemma(object) === 'right'
}
const ENTITLEMENTS = new Set('right power ability capacity capability freedom authority mandate permission'.split(' '))

/** "rioted, setting fire to cars": what protesters break in a riot is the riot, and no act of its own. */
function isRioting(cx: RoleContext, draft: Draft, drafts: readonly Draft[]): boolean {
  if (draft.type.name !== 'repression' && draft.type.name !== 'attack') return false
  const doers = doersOf(draft)
  if (doers.length === 0) return false
  return drafts.some(
    (one) =>
      one.type.name === 'protest' &&
      cx.grammar.head(draft.carrier) === one.carrier &&
      doersOf(one).some((doer) => doers.includes(doer)),
  )
}

/** "to help rebuild the town", "if attacked": below another claim, not yet a fact, and of a type that is not followed. */
function isPurpose(cx: RoleContext, draft: Draft, drafts: readonly Draft[]): boolean {
  const { grammar } = cx
  if (!AHEAD.has(draft.status) || draft.stance === 'denies') return false
  const supposed = draft.status === 'hypothetical' && draft.type.family === 'force'
  const isVerb = grammar.upos(draft.head) === 'VERB' && grammar.isInfinitive(draft.head)
  const isWeak = isVerb && (WEAK.has(draft.type.name) || AIMS.has(grammar.lemma(draft.head)))
  if (!isWeak && !supposed) return false
  let at = draft.carrier
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const rel = grammar.relation(at)
    const above = grammar.head(at)
    if (above < 0 || !BELOW.has(rel)) return false
    const upper = drafts.find(
      (one) => one !== draft && (one.head === above || one.carrier === above) && one.head !== draft.head,
    )
    // What is asked for is told as asked, though the parser hung it where no theme is looked for; who calls to thank
    // somebody thanks him.
    if (upper?.type.family === 'engagement') return isVerb && AIMS.has(grammar.lemma(draft.head))
    if (upper) return !ASKING.has(upper.type.name) && (rel === 'advcl' || rel === 'acl' || steps > 0)
    at = above
  }
  return false
}

/** The same act told by a second verb; what only that verb names goes to the first. */
function joinTwin(cx: RoleContext, draft: Draft, drafts: readonly Draft[], dropped: ReadonlySet<Draft>): boolean {
  const { grammar } = cx
  const rel = grammar.relation(draft.head)
  const above = grammar.head(draft.head)
  // "the arrest and detention of Roe": two nouns for one act, side by side.
  if (draft.pattern.kind === 'noun' && rel === 'conj' && draft.head - above <= NEAREST_TWIN)
    return drafts.some((one) => one.head === above && one.type === draft.type && !dropped.has(one))
  if (!PAIRED.has(draft.type.family) || grammar.upos(draft.head) !== 'VERB') return false
  if (draft.type.name === 'attack' && RESULTS.has(grammar.lemma(draft.head)) && joinResult(draft, drafts, dropped))
    return true
  const first = drafts.find(
    (one) => one !== draft && !one.derived && !dropped.has(one) && one.type === draft.type && one.carrier === above,
  )
  if (!first || first.status !== draft.status || first.stance !== draft.stance) return false
  const agents = doersOf(draft)
  const doers = first.participants.filter((one) => one.role === 'agent')
  const isTheirs = ({ head, phrase }: DraftParticipant) =>
    doers.some((one) => one.head === head || (phrase?.actor != null && one.phrase?.actor?.id === phrase.actor.id))
  if (!draft.participants.every((one) => one.role !== 'agent' || isTheirs(one))) return false
  // "summoned the envoy to complain of it": one complaint.
  if (rel === 'advcl' && draft.type.name === 'criticism' && grammar.isInfinitive(draft.head)) return true
  // "used tear gas to disperse the crowd", "declared a state of siege, closing the papers": one measure.
  if (rel === 'advcl' && draft.type.name === 'repression' && agents.length > 0) {
    if (grammar.isInfinitive(draft.head) || isParticiple(cx, draft)) {
      const told = new Set(first.participants.map((one) => one.head))
      const bears = draft.participants.filter(
        (one) => one.role === 'patient' && one.phrase?.actor && !told.has(one.head),
      )
      if (!first.participants.some((one) => one.role === 'patient')) first.participants.push(...bears)
      return true
    }
  }
  const isResult =
    rel === 'advcl' && draft.type.name === 'attack' && RESULTS.has(grammar.lemma(draft.head)) && isParticiple(cx, draft)
  const others = draft.participants.filter((one) => one.role !== 'agent')
  const known = new Set(first.participants.map((one) => one.head))
  // "killed ten people when they blew themselves up": how they killed.
  if (rel === 'advcl' && draft.type.name === 'attack' && agents.length > 0 && isWhen(cx, draft.head)) {
    first.participants.push(...draft.participants.filter((one) => one.role === 'patient'))
    return true
  }
  // "killed two and wounded five": one attack and all whom it hit.
  const isToll =
    rel === 'conj' &&
    draft.type.name === 'attack' &&
    RESULTS.has(grammar.lemma(draft.head)) &&
    RESULTS.has(grammar.lemma(first.head)) &&
    !draft.participants.some((one) => one.role === 'agent' && !doersOf(first).includes(one.head))
  const isShared =
    rel === 'conj' &&
    others.every((one) => known.has(one.head) || !first.participants.some((each) => each.role === one.role))
  if (!isResult && !isShared && !isToll) return false
  first.participants.push(...others.filter((one) => !known.has(one.head)))
  return true
}

/** "an attack on the base that killed ten": one attack, and those whom it killed. */
function joinResult(draft: Draft, drafts: readonly Draft[], dropped: ReadonlySet<Draft>): boolean {
  const doers = doersOf(draft)
  const attack = drafts.find(
    (one) =>
      one !== draft &&
      !dropped.has(one) &&
      one.type === draft.type &&
      one.pattern.kind === 'noun' &&
      doers.length === 1 &&
      (one.head === doers[0] || one.participants.some((each) => each.role === 'patient' && each.head === doers[0])),
  )
  if (!attack || attack.status !== draft.status || attack.stance !== draft.stance) return false
  attack.participants.push(...draft.participants.filter((one) => one.role === 'patient'))
  return true
}

function isWhen(cx: RoleContext, clause: number): boolean {
  return cx.grammar.tree.children(clause).some((one) => one < clause && cx.grammar.form(one) === 'when')
}

function isParticiple(cx: RoleContext, draft: Draft): boolean {
  return cx.grammar.tokens.xpos[draft.head] === 'VBG'
}

function doersOf(draft: Draft): readonly number[] {
  return draft.participants.filter((one) => one.role === 'agent').map((one) => one.head)
}

/** "ordered the paper to stop printing" by those who can is the restriction itself, of whoever is ordered. */
function isOrder(draft: Draft, dropped: ReadonlySet<Draft>): boolean {
  if (draft.type.name !== 'demand' || draft.derived || !draft.pattern.lemmas.includes('order')) return false
  const theme = draft.participants.find((one) => one.role === 'theme')?.theme
  if (theme?.type.name !== 'repression' || dropped.has(theme)) return false
  const ordered = draft.participants.filter((one) => one.role === 'addressee')
  if (ordered.length === 0) return false
  theme.participants = [
    ...draft.participants.filter((one) => one.role === 'agent'),
    ...ordered.map((one) => ({ ...one, role: 'patient' as const })),
  ]
  return true
}
