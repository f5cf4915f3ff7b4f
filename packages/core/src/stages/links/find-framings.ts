import { type AttributionId, type Claim, type Span, spansTouch, tellerOf, toldPath } from '../../model/index.ts'
import { baseRelation, spanOfTokens } from '../../text/index.ts'
import { FRAMING_NOUNS, FRAMING_VERBS } from './lexicon.ts'
import { draftLink, isAnnouncement, isNegated, type LinkDraft, type Scene, withinTeller } from './scene.ts'

const PRONOUNS = new Set(['it', 'this', 'that', 'they'])

/** "must not be read as weakness": how a voice wants an event taken. Only what a voice tells is framing. */
export function findFramings(scene: Scene): LinkDraft[] {
  const found: LinkDraft[] = []
  const { tokens, tree } = scene
  for (let i = 0; i < tokens.length; i++) {
    const word = scene.lemma(i)
    let frame = -1
    let verb = -1
    if (FRAMING_VERBS.has(word)) {
      for (const child of tree.children(i)) {
        const rel = baseRelation(tokens, child)
        if (
          (rel === 'obl' || rel === 'xcomp' || rel === 'advcl') &&
          (scene.caseOf(child) === 'as' || (rel === 'xcomp' && FRAMING_NOUNS.has(scene.lemma(child))))
        )
          frame = child
        // "describing the meeting as warm": the parser may hang the frame on what is framed.
        if (rel === 'obj')
          for (const below of tree.children(child)) if (below > child && scene.caseOf(below) === 'as') frame = below
      }
      verb = i
    } else if (FRAMING_NOUNS.has(word) && tree.children(i).some((child) => tokens.relation[child] === 'cop')) {
      frame = i
      verb = i
    }
    if (frame < 0) continue
    const at = spanOfTokens(tokens, i, i + 1)
    const told = framerOf(scene, at)
    if (!told) continue
    // "described the talks as frank" frames its object, "was described as frank" its subject.
    const parts = tree.children(verb)
    const subject =
      (verb === frame ? undefined : parts.find((child) => tokens.relation[child] === 'obj')) ??
      parts.find((child) => baseRelation(tokens, child) === 'nsubj')
    if (subject === undefined) continue
    const to = PRONOUNS.has(scene.form(subject)) ? framedBefore(scene, subject) : scene.claimIn(subject)
    if (!to) continue
    const evidence = withinTeller(scene, at, scene.clauseSpan(verb))
    const words = isNegated(scene, verb) || verb === frame ? predicateSpan(scene, verb, frame) : scene.phraseAt(frame)
    found.push({ ...draftLink('framing', withinTeller(scene, at, words), to, at, evidence), told })
  }
  return [...found, ...findWillings(scene)]
}

/** Who wants it taken so: whoever tells the words, or, of "described the talks as frank", whoever describes. */
function framerOf(scene: Scene, at: Span): readonly AttributionId[] | null {
  const own = scene.attributions.find((one) => one.sense === 'voice' && one.cue.some((cue) => spansTouch(cue, at)))
  const teller = own ?? tellerOf(scene.attributions, at)
  return teller ? toldPath(new Map(scene.attributions.map((one) => [one.id, one])), teller.id) : null
}

const WILLING = /\b(?:of|on) (?:his|her|their|its|my|our) own (?:free )?(?:will|accord|volition|initiative)\b/gi

/** "left of her own free will": what a voice makes of a departure that others tell otherwise. */
function findWillings(scene: Scene): LinkDraft[] {
  const found: LinkDraft[] = []
  for (const match of scene.text.matchAll(WILLING)) {
    const words = { from: match.index, to: match.index + match[0].length }
    const teller = tellerOf(scene.attributions, words)
    if (!teller) continue
    const to = scene.claims.findLast(
      ({ event, told }) =>
        event.trigger.to <= words.from && words.from - event.trigger.to < NEAR && told.includes(teller.id),
    )
    if (to) found.push(draftLink('framing', words, to, words, withinTeller(scene, words, words)))
  }
  return found
}

/** Code units between a deed and the words that say how willingly. */
const NEAR = 60

/** From the negation or the first auxiliary to the end of the frame. */
function predicateSpan(scene: Scene, verb: number, frame: number): Span {
  let first = verb
  for (const child of scene.tree.children(verb)) {
    const rel = baseRelation(scene.tokens, child)
    if (child < first && (rel === 'aux' || rel === 'cop' || rel === 'advmod')) first = child
  }
  const end = scene.phraseAt(frame)
  return { from: scene.tokens.from[first] ?? end.from, to: Math.max(end.to, scene.tokens.to[verb] ?? end.to) }
}

/** What "it" stands for: the last claim before it, in its sentence or the one before. */
function framedBefore(scene: Scene, pronoun: number): Claim | null {
  const from = scene.tokens.from[pronoun] ?? 0
  const sentence = scene.tokens.sentence[pronoun] ?? 0
  let best: Claim | null = null
  for (const claim of scene.claims) {
    if (claim.event.trigger.to > from || isAnnouncement(claim)) continue
    if ((scene.tokens.sentence[scene.triggerOf(claim)] ?? -1) < sentence - 1) continue
    best = claim
  }
  return best
}
