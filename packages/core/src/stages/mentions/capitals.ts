import { baseRelation } from '../../text/index.ts'
import { CITY_NOUNS, LOCATIVES, MOTION_WORDS, PLACE_VERBS } from './lexicon.ts'
import { type Draft, type Scene, tagOf } from './scene.ts'

/** Verbs that say where a city is or what goes on in it; their subject is the city. */
const CITY_VERBS = /^(?:be|lie|wake|experience|sit|see|become|grow|celebrate)$/

/** Nouns of relations between states: a capital after their "with", "to", "between", "against" is a government. */
const RELATIONS =
  /^(?:tie|relation|relationship|talk|negotiation|deal|agreement|dialogue|tension|war|conflict|cooperation|contact|rapprochement|alliance|pact|treaty|dispute|row|channel|accord|trade|link|détente|detente|spat|swap|exchange|rift|thaw|mediator|mediation|peace|truce|ceasefire|understanding)$/

/** Nouns after which "from" a capital means its government. */
const GOVERNMENT_FROM =
  /^(?:demand|support|aid|pressure|request|statement|assurance|guarantee|order|answer|response|concession|approval|backing|criticism|condemnation|threat|signal|message|permission|offer|promise|proposal|warning|letter|instruction|help|assistance|reaction|denial|word|comment|confirmation|anger|independence|funding|loan|gas|oil|weapon)$/

/**
 * Settles for capitals and seats of government whether the government or the place is meant, and for names of states
 * whether the words use them as a place ("in Belarus"). A government stays the state with its key; a place loses it.
 */
export function settleCapitals(scene: Scene, drafts: readonly Draft[]): void {
  const settled = new Map<number, boolean>()
  for (const draft of drafts) {
    if (draft.kind !== 'state' || draft.form !== 'name') continue
    const government = isGovernment(scene, draft, 0)
    for (let i = draft.first; i < draft.last; i++) settled.set(i, government)
    if (draft.noun === 'capital') {
      if (!government) {
        draft.kind = 'place'
        draft.key = `place:${scene.lower.slice(draft.first, draft.last).join(' ')}`
        draft.sector = null
        draft.modifier = false
      }
      draft.noun = ''
      if (government && SHARED_SEATS.test(scene.lower[draft.first]!)) leaveSeatOpen(scene, draft, drafts)
    } else if (!government && !draft.modifier && draft.sector !== 'GOV') draft.kind = 'place'
  }
  // "Washington and Minsk": a second part goes with the first.
}

/** Capitals that are also the seat of a union of states, whose acts go by their name. */
export const SHARED_SEATS = /^brussels$/

/** "Brussels imposed sanctions" is the union's act unless the text speaks of the country as well: then it is open. */
function leaveSeatOpen(scene: Scene, draft: Draft, drafts: readonly Draft[]): void {
  const country = draft.country
  const isSeat = (one: Draft) => SHARED_SEATS.test(scene.lower[one.first]!)
  if (drafts.some((one) => one !== draft && one.form === 'name' && one.country === country && !isSeat(one))) return
  const name = scene.lower.slice(draft.first, draft.last).join(' ')
  const union = drafts.find((one) => one.kind === 'organization' && UNION.test(scene.lower[one.first]!))
  draft.kind = 'organization'
  draft.key = union?.key ?? `organization:${name}`
  draft.country = null
  draft.sector = union?.sector ?? null
}
const UNION = /^(?:eu|european|e\.u\.)$/

/** True where "the country" is a place in its clause ("left the country"), not somebody who acts. */
export function isPlaceUse(scene: Scene, draft: Draft): boolean {
  return !isGovernment(scene, draft, 0)
}

/** True where the words treat the name as somebody who acts, is spoken to or has relations. */
function isGovernment(scene: Scene, draft: Draft, depth: number): boolean {
  const { tokens, tree, lower } = scene
  const { root } = draft
  const relation = baseRelation(tokens, root)
  const head = tokens.head[root]!
  if (isDateline(scene, draft)) return false
  // "US-Vardania talks": both parts of a hyphenated pair are governments.
  if (isHyphenated(scene, draft)) return true
  if (head < 0 || relation === 'punct' || relation === 'dep') {
    // The tree says nothing: right after a verb it is the object.
    return (
      depth === 0 && /^VB/.test(tagOf(scene, draft.first - 1)) && !PLACE_VERBS.has(tokens.lemma[draft.first - 1] ?? '')
    )
  }
  const governor = tokens.lemma[head] ?? ''
  if (relation === 'conj' && depth < 5) {
    // A conjunct takes the use of the first one, where that is a name as well.
    if (/^NNPS?$/.test(tagOf(scene, head))) {
      return isGovernment(scene, { ...draft, root: head }, depth + 1)
    }
    return true
  }
  if (relation === 'nsubj' || relation === 'csubj') {
    if (tokens.relation[root] === 'nsubj:pass')
      return !/^(?:hit|strike|shell|bomb|attack|locate|rebuild|destroy|surround)$/.test(governor)
    return !CITY_VERBS.test(governor) && !isCopular(scene, head)
  }
  if (tokens.relation[root] === 'nmod:poss') return !CITY_NOUNS.has(governor)
  if (relation === 'obj' || relation === 'iobj') return !PLACE_VERBS.has(governor)
  let preposition = ''
  for (const child of tree.children(root)) if (baseRelation(tokens, child) === 'case') preposition = lower[child]!
  if (preposition === '') {
    if (relation === 'compound' || relation === 'nmod' || relation === 'amod') {
      // "Minsk talks" are talks in Minsk; hyphenated pairs ("Washington-Minsk ties") are governments.
      return (
        draft.noun !== 'capital' || (RELATIONS.test(governor) === true && /^[-–]$/.test(scene.words[draft.last] ?? ''))
      )
    }
    return relation === 'vocative' || relation === 'appos'
  }
  if (preposition === 'by' || preposition === 'against' || preposition === 'with') return true
  if (preposition === 'between') return RELATIONS.test(governor) || !MOTION_WORDS.has(governor)
  if (preposition === 'to') {
    if (MOTION_WORDS.has(governor)) return false
    return relation === 'obl' || !/^(?:way|road|trip|visit|flight|access|entrance|ticket)$/.test(governor)
  }
  if (preposition === 'from') return GOVERNMENT_FROM.test(governor)
  if (preposition === 'of')
    return /^(?:government|support|accusation|criticism|ally|backing|part|behalf|enemy|leadership|friend|intention|demand)$/.test(
      governor,
    )
  if (preposition === 'for')
    return /^(?:support|aid|weapon|spokesman|spokeswoman|spokesperson|envoy|victory|blow|spy|concession|work|pretext|problem)$/.test(
      governor,
    )
  if (preposition === 'on') return true
  return !LOCATIVES.has(preposition)
}

/** A hyphen right before or after, with a name on its other side. */
function isHyphenated(scene: Scene, draft: Draft): boolean {
  const hyphen = (at: number) => /^[-–]$/.test(scene.words[at] ?? '')
  const named = (at: number) => /^(?:NNP|JJ)/.test(tagOf(scene, at)) && /^\p{Lu}/u.test(scene.words[at] ?? '')
  return (hyphen(draft.last) && named(draft.last + 1)) || (hyphen(draft.first - 1) && named(draft.first - 2))
}

/** "PORT HALE, March 3 (Reuters) -": the first words of a paragraph, with a dash or a bracket soon after. */
function isDateline(scene: Scene, draft: Draft): boolean {
  const sentence = scene.sentences[draft.sentence]
  if (!sentence?.paragraph || draft.first > sentence.first + 4) return false
  // "OSLO/PORT HALE - ": only names, strokes and commas stand before the second.
  for (let i = sentence.first; i < draft.first; i++) {
    if (!/^(?:[/,]|\p{Lu}[\p{Lu}.]+)$/u.test(scene.words[i]!)) return false
  }
  for (let i = draft.last; i < Math.min(draft.last + 12, sentence.last); i++) {
    if (/^[-–—]{1,2}$/.test(scene.words[i]!) && scene.tokens.to[i - 1] !== scene.tokens.from[i]) return true
    if (/^VB[DZP]/.test(tagOf(scene, i))) return false
  }
  return false
}

function isCopular(scene: Scene, predicate: number): boolean {
  return (
    scene.tree.children(predicate).some((child) => scene.tokens.relation[child] === 'cop') &&
    !/^J/.test(tagOf(scene, predicate))
  )
}
