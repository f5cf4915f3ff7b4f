import {
  type Actor,
  type AttributionId,
  type Claim,
  type Span,
  spansTouch,
  tellerOf,
  toldPath,
} from '../../model/index.ts'
import { baseRelation, spanOfTokens } from '../../text/index.ts'
import { FRAMING_NOUNS, FRAMING_VERBS } from './lexicon.ts'
import { draftLink, isAnnouncement, isNegated, type LinkDraft, type Scene, withinTeller } from './scene.ts'

const PRONOUNS = new Set(['it', 'this', 'that', 'they'])

/** "must not be read as weakness": how a voice wants an event taken. Only what a voice tells is framing. */
export function findFramings(scene: Scene, actors: readonly Actor[]): LinkDraft[] {
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
    const object = verb === frame ? undefined : parts.find((child) => tokens.relation[child] === 'obj')
    // "meetings that both sides described as useful"
    const antecedent = verb !== frame && tokens.relation[verb] === 'acl:relcl' ? tokens.head[verb] : undefined
    const subject = object ?? antecedent ?? parts.find((child) => baseRelation(tokens, child) === 'nsubj')
    if (subject === undefined || subject < 0) continue
    const to = PRONOUNS.has(scene.form(subject))
      ? framedBefore(scene, subject)
      : (scene.claimIn(subject) ?? deedNamed(scene, subject, actors))
    if (!to) continue
    const evidence = withinTeller(scene, at, scene.clauseSpan(verb))
    for (const { words, denied } of framesIn(scene, verb, frame)) {
      const stance = denied ? 'denies' : 'asserts'
      found.push({ ...draftLink('framing', withinTeller(scene, at, words), to, at, evidence, stance), told })
    }
  }
  return [...found, ...findWillings(scene)]
}

/** Words for a deed that say nothing of what it is. */
const DEEDS = new Set('measure move step decision gesture act action deed'.split(' '))
const NOT_DONE: ReadonlySet<string> = new Set([
  'statement',
  'criticism',
  'accusation',
  'request',
  'demand',
  'meeting',
  'visit',
])

/** "The measure taken by the government": the last deed told of whoever took it. Null where nobody is named or none fits. */
function deedNamed(scene: Scene, noun: number, actors: readonly Actor[]): Claim | null {
  if (!DEEDS.has(scene.lemma(noun))) return null
  const { tree } = scene
  const below = tree.children(noun).flatMap((child) => [child, ...tree.children(child)])
  const doers = below.flatMap((child) => scene.actorAt(child) ?? [])
  const countries = new Set(
    actors.flatMap(({ id, country }) => (doers.includes(id) && country !== null ? [country] : [])),
  )
  const before = scene.tokens.from[noun] ?? 0
  return (
    scene.claims.findLast(
      ({ event }) =>
        event.trigger.to <= before &&
        event.status === 'happened' &&
        !NOT_DONE.has(event.type) &&
        event.participants.some(({ role, actor }) => {
          const country = actors.find((one) => one.id === actor)?.country
          return (
            role === 'agent' && actor !== null && (doers.includes(actor) || (country != null && countries.has(country)))
          )
        }),
    ) ?? null
  )
}

interface Frame {
  readonly words: Span
  readonly denied: boolean
}

/** What something is to be taken for, and for what not: "a gesture of goodwill and not a concession". */
function framesIn(scene: Scene, verb: number, frame: number): Frame[] {
  const phrase = verb === frame ? predicateOf(scene, frame) : scene.phraseAt(frame)
  if (isNegated(scene, verb)) return [{ words: phrase, denied: true }]
  const text = scene.text.slice(phrase.from, phrase.to)
  const both = /^(not )?(.+?)(,? and not |, not |,? but not |,? rather than |,? but )(.+)$/s.exec(text)
  const [, not = '', first = '', tie = '', second = ''] = both ?? []
  if (both === null || (not === '') === (tie.trim().replace(',', '') === 'but'))
    return [{ words: phrase, denied: false }]
  const from = phrase.from + not.length
  return [
    { words: { from, to: from + first.length }, denied: not !== '' },
    { words: { from: phrase.to - second.length, to: phrase.to }, denied: not === '' },
  ]
}

/** "It was never a concession": the frame without subject, verb and negation. */
function predicateOf(scene: Scene, frame: number): Span {
  const { tokens, tree } = scene
  let first = frame
  for (const child of tree.children(frame))
    if (child < first && INSIDE.test(tokens.relation[child] ?? '') && !NEGATION.test(scene.form(child))) first = child
  const end = scene.phraseAt(frame)
  return { from: tokens.from[tree.extent(first).first] ?? end.from, to: end.to }
}
const INSIDE = /^(?:det|amod|compound|nummod|nmod:poss)/
const NEGATION = /^(?:not|never|no|n['’]t)$/

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
