import {
  type ActorId,
  type Attribution,
  type AttributionId,
  type Claim,
  type Link,
  type LinkKind,
  linkId,
  type Mention,
  type Sentence,
  type Span,
  type Stance,
  spanHolds,
  spansTouch,
  type TokenTable,
  tellerOf,
  toldPath,
} from '../../model/index.ts'
import { baseRelation, createTree, spanOfTokens, type Tree, tokensOfSpan } from '../../text/index.ts'

/** A link before it has an id. */
export type LinkDraft = Omit<Link, 'id' | 'told'> & { readonly told?: readonly AttributionId[]; readonly at: Span }

/** Words, tree and claims of a document, as the finders of links ask for them. */
export interface Scene {
  readonly text: string
  readonly tokens: TokenTable
  readonly tree: Tree
  readonly sentences: readonly Sentence[]
  readonly claims: readonly Claim[]
  readonly attributions: readonly Attribution[]
  /** The actor of the mention that the token heads; null where it heads none. */
  actorAt(index: number): ActorId | null
  lemma(index: number): string
  form(index: number): string
  /** Claims whose trigger has the token as its head word. */
  claimsAt(index: number): readonly Claim[]
  /** Head token of a claim's trigger. */
  triggerOf(claim: Claim): number
  /** The claim named in the phrase or clause that the token heads, the nearest to its head; null where none is. */
  claimIn(head: number, depth?: number): Claim | null
  caseOf(index: number): string
  /** Words of the phrase that the token heads, without its preposition. */
  phraseAt(head: number): Span
  clauseSpan(verb: number): Span
}

const MAX_DEPTH = 3

export function createScene(input: {
  readonly text: string
  readonly syntax: TokenTable
  readonly sentences: readonly Sentence[]
  readonly claims: readonly Claim[]
  readonly attributions: readonly Attribution[]
  readonly mentions: readonly Mention[]
}): Scene {
  const { text, syntax: tokens, sentences, claims, attributions, mentions } = input
  const actorOf = new Map<number, ActorId>(
    mentions.flatMap((one) => (one.actor === null ? [] : [[one.head, one.actor]])),
  )
  const tree = createTree(tokens)
  const byToken = new Map<number, Claim[]>()
  const heads = new Map<Claim, number>()
  for (const claim of claims) {
    const { first, last } = tokensOfSpan(tokens, claim.event.trigger)
    let head = first
    for (let i = first; i < last; i++) if (tokens.head[i]! < first || tokens.head[i]! >= last) head = i
    heads.set(claim, head)
    const list = byToken.get(head)
    if (list) list.push(claim)
    else byToken.set(head, [claim])
  }

  const lemma = (index: number): string => (tokens.lemma[index] ?? '').toLowerCase()
  const form = (index: number): string => text.slice(tokens.from[index], tokens.to[index]).toLowerCase()

  function claimIn(head: number, deepest: number = MAX_DEPTH): Claim | null {
    let level = [head]
    for (let depth = 0; depth <= deepest; depth++) {
      const next: number[] = []
      for (const index of level) {
        const found = byToken.get(index)?.find((one) => !isAnnouncement(one)) ?? byToken.get(index)?.[0]
        if (found) return found
        for (const child of tree.children(index)) {
          const rel = tokens.relation[child] ?? ''
          if (rel !== 'acl:relcl' && rel !== 'parataxis' && rel !== 'advcl' && rel !== 'punct') next.push(child)
        }
      }
      level = next
    }
    return null
  }

  function caseOf(index: number): string {
    for (const child of tree.children(index)) {
      const rel = baseRelation(tokens, child)
      if (rel === 'case' || rel === 'mark') return form(child)
    }
    return ''
  }

  function phraseAt(head: number): Span {
    const extent = tree.extent(head)
    let { first, last } = extent
    while (first < head && SKIPPED.has(baseRelation(tokens, first))) first++
    while (last > head + 1 && baseRelation(tokens, last - 1) === 'punct') last--
    return spanOfTokens(tokens, first, last)
  }

  function clauseSpan(verb: number): Span {
    const extent = tree.extent(verb)
    let { first, last } = extent
    while (first < verb && SKIPPED.has(baseRelation(tokens, first))) first++
    while (last > verb + 1 && baseRelation(tokens, last - 1) === 'punct') last--
    return spanOfTokens(tokens, first, last)
  }

  return {
    text,
    tokens,
    tree,
    sentences,
    claims,
    attributions,
    actorAt: (index) => actorOf.get(index) ?? null,
    lemma,
    form,
    claimsAt: (index) => byToken.get(index) ?? [],
    triggerOf: (claim) => heads.get(claim) ?? -1,
    claimIn,
    caseOf,
    phraseAt,
    clauseSpan,
  }
}

const SKIPPED = new Set(['case', 'mark', 'punct', 'cc'])
/** Announcements share their trigger with the event announced; links are about the event. */
const ANNOUNCEMENTS = new Set(['promise', 'threat', 'refusal', 'meeting-agreed', 'meeting-refused'])

export function isAnnouncement(claim: Claim): boolean {
  return ANNOUNCEMENTS.has(claim.event.type)
}

/** Whether a verb or noun is negated by a word of its own. */
export function isNegated(scene: Scene, index: number): boolean {
  return scene.tree.children(index).some((child) => {
    const word = scene.form(child)
    return word === 'not' || word === "n't" || word === 'n’t' || word === 'never' || word === 'no'
  })
}

/** Whether whoever tells the words denies them: "denied forking out millions". */
export function isDeniedAt(scene: Scene, at: Span): boolean {
  const cue = tellerOf(scene.attributions, at)?.cue[0]
  return cue !== undefined && /\bden(?:y|ies|ied|ying)\b/i.test(scene.text.slice(cue.from, cue.to))
}

/** Makes a draft; `at` are the words that tie the two, by which the teller is found. */
export function draftLink(
  kind: LinkKind,
  from: Claim | Span,
  to: Claim,
  at: Span,
  evidence: Span,
  stance: Stance = 'asserts',
): LinkDraft {
  const isClaim = 'event' in from
  return { kind, from: isClaim ? from.id : null, words: isClaim ? null : from, to: to.id, stance, evidence, at }
}

/** Gives ids in text order and tellers; of links of one kind between the same ends the first stays. */
export function toLinks(scene: Scene, drafts: readonly LinkDraft[]): Link[] {
  const byId = new Map(scene.attributions.map((one) => [one.id, one]))
  const seen = new Set<string>()
  const kept: LinkDraft[] = []
  for (const draft of [...drafts].sort((a, b) => a.at.from - b.at.from)) {
    if (draft.from === draft.to) continue
    const key = `${draft.kind}|${draft.from ?? `${draft.words?.from}`}|${draft.to}`
    const back = `${draft.kind}|${draft.to}|${draft.from}`
    if (seen.has(key) || seen.has(back)) continue
    seen.add(key)
    kept.push(draft)
  }
  const told = kept.flatMap(({ at, told: own, ...rest }) =>
    own ? [{ ...rest, told: own }] : tellings(scene, byId, at, rest.stance).map((one) => ({ ...rest, ...one })),
  )
  return told.map((one, index) => ({ ...one, id: linkId(`l${index + 1}`) }))
}

interface Told {
  readonly told: readonly AttributionId[]
  readonly stance: Stance
}

/** Who tells the tie. "denies that it was given maps for the men, as the press has reported": the press tells what is denied. */
function tellings(
  scene: Scene,
  byId: ReadonlyMap<AttributionId, Attribution>,
  at: Span,
  stance: Stance,
): readonly Told[] {
  const voice = tellerAt(scene, byId, at)
  const outer = voice?.within == null ? undefined : byId.get(voice.within)
  const [source] = outer?.source ?? []
  const lead = source === undefined ? '' : scene.text.slice(Math.max(0, source.from - AS_REACH), source.from)
  if (voice === null || outer === undefined || stance !== 'denies' || !/,\s+as\s+(?:(?:the|an?|some)\s+)?$/i.test(lead))
    return [{ told: toldPath(byId, voice?.id ?? null), stance }]
  const above = toldPath(byId, outer.id)
  return [
    { told: [...above.slice(0, -1), voice.id], stance },
    { told: above, stance: 'asserts' },
  ]
}
/** Code units before a source in which ", as the" stands. */
const AS_REACH = 12

/** Who tells the tie: whoever only asks for what it is part of tells nothing (as for claims). */
function tellerAt(scene: Scene, byId: ReadonlyMap<AttributionId, Attribution>, at: Span): Attribution | null {
  let voice = tellerOf(scene.attributions, at)
  while (voice !== null && isDemand(scene, voice))
    voice = voice.within === null ? null : (byId.get(voice.within) ?? null)
  return voice
}

function isDemand(scene: Scene, { cue }: Attribution): boolean {
  return scene.claims.some(
    ({ event }) =>
      (event.type === 'demand' || event.type === 'request') && cue.some((words) => spansTouch(words, event.trigger)),
  )
}

/** The span cut to the content of the voice that tells it. */
export function withinTeller(scene: Scene, at: Span, span: Span): Span {
  const content = tellerOf(scene.attributions, at)?.content.find((one) => spanHolds(one, at))
  if (!content) {
    // Nobody tells it: what a voice tells elsewhere in the span is left out of it where that is possible.
    const cue = scene.attributions.find((one) => one.cue.some((words) => spansTouch(words, span)))
    return cue ? coverWithin(span, cue, at) : span
  }
  return { from: Math.max(span.from, content.from), to: Math.min(span.to, content.to) }
}

function coverWithin(span: Span, voice: Attribution, at: Span): Span {
  let { from, to } = span
  for (const words of [...voice.cue, ...voice.source]) {
    if (words.to <= at.from && words.to > from) from = words.to
    if (words.from >= at.to && words.from < to) to = words.from
  }
  return { from, to }
}
