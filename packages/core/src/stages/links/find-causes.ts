import { type Claim, coverOf, type Span, tellerOf } from '../../model/index.ts'
import { baseRelation, spanOfTokens, tokensOfSpan } from '../../text/index.ts'
import { CAUSE_PHRASES, CAUSE_PREPOSITIONS, CAUSE_VERBS, EFFECT_PREPOSITIONS } from './lexicon.ts'
import { draftLink, isAnnouncement, isNegated, type LinkDraft, type Scene, withinTeller } from './scene.ts'

/** "helped secure", "led to", "would not have happened without", "thanks to": the first brought the second about. */
export function findCauses(scene: Scene): LinkDraft[] {
  const found: LinkDraft[] = []
  for (let i = 0; i < scene.tokens.length; i++) {
    const made =
      ofVerb(scene, i) ??
      ofEffect(scene, i) ??
      ofPhrase(scene, i) ??
      ofQuotedEffect(scene, i) ??
      ofQuarrel(scene, i) ??
      ofWithout(scene, i)
    if (made) found.push(made)
  }
  return [...found, ...findClefts(scene, found)]
}

const UNREAL = new Set(['offered', 'planned', 'requested', 'hypothetical', 'threatened'])

function subjectOf(scene: Scene, verb: number): number {
  let at = verb
  for (let steps = 0; steps < 3 && at >= 0; steps++) {
    let own = -1
    for (const child of scene.tree.children(at)) if (baseRelation(scene.tokens, child) === 'nsubj') own = child
    // "which led to": the antecedent; a quotation may be read as a relative clause of its subject.
    const isRelative = scene.tokens.relation[at] === 'acl:relcl'
    if (isRelative && (own < 0 || /^(?:who|which|that)$/.test(scene.form(own)))) return scene.tokens.head[at] ?? -1
    if (own >= 0) return own
    const rel = baseRelation(scene.tokens, at)
    if (rel !== 'xcomp' && rel !== 'conj') break
    at = scene.tokens.head[at] ?? -1
  }
  return strayedSubject(scene, verb)
}

/** "The envoy helped ..., a minister said": the parser may give the subject to the verb of saying. */
function strayedSubject(scene: Scene, verb: number): number {
  const { tokens } = scene
  for (let i = verb - 1; i >= 0 && tokens.sentence[i] === tokens.sentence[verb]; i--) {
    if (baseRelation(tokens, i) === 'nsubj' && (tokens.head[i] ?? -1) > verb) return i
  }
  return -1
}

function obliqueOf(scene: Scene, verb: number, preposition: string): number {
  for (const child of scene.tree.children(verb)) {
    const rel = baseRelation(scene.tokens, child)
    if ((rel === 'obl' || rel === 'nmod' || rel === 'advcl') && scene.caseOf(child) === preposition) return child
  }
  return -1
}

function ofVerb(scene: Scene, verb: number): LinkDraft | null {
  const word = scene.lemma(verb)
  let effect = -1
  if (CAUSE_VERBS.has(word)) {
    for (const child of scene.tree.children(verb)) if (scene.tokens.relation[child] === 'obj') effect = child
  } else {
    const preposition = CAUSE_PREPOSITIONS.get(word)
    if (preposition) effect = obliqueOf(scene, verb, preposition)
  }
  if (effect < 0) return null
  const to = scene.claimIn(effect)
  const subject = subjectOf(scene, verb)
  if (!to || subject < 0 || scene.tokens.upos[subject] === 10) return null
  // "stands ready to facilitate talks": what somebody would bring about has been brought about by nobody.
  if (scene.tokens.xpos[verb] === 'VB' && UNREAL.has(to.event.status)) return null
  return linked(scene, subject, to, verb, isNegated(scene, verb), effect)
}

/** Subject and verb the other way round: "the release resulted from", "would not have happened without". */
function ofEffect(scene: Scene, verb: number): LinkDraft | null {
  const preposition = EFFECT_PREPOSITIONS.get(scene.lemma(verb))
  if (!preposition) return null
  const cause = obliqueOf(scene, verb, preposition)
  const subject = subjectOf(scene, verb)
  if (cause < 0 || subject < 0) return null
  const to = scene.claimIn(subject)
  if (!to) return null
  const negated = isNegated(scene, verb)
  if (preposition === 'without' && !(negated || scene.lemma(verb) === 'possible')) return null
  return linked(scene, cause, to, verb, preposition === 'without' ? false : negated, cause)
}

/** 'claimed the release "would not have happened without ..."': the parser parts the subject from its quotation. */
function ofQuotedEffect(scene: Scene, verb: number): LinkDraft | null {
  const preposition = EFFECT_PREPOSITIONS.get(scene.lemma(verb))
  if (preposition !== 'without' || !isNegated(scene, verb) || subjectOf(scene, verb) >= 0) return null
  const cause = obliqueOf(scene, verb, preposition)
  const above = scene.tokens.head[verb] ?? -1
  if (cause < 0 || above < 0) return null
  let to: Claim | null = null
  for (const child of scene.tree.children(above)) {
    if (scene.tokens.relation[child] === 'obj' && child < verb) to = scene.claimIn(child)
  }
  return to ? linked(scene, cause, to, verb, false, cause) : null
}

/** "because of", "thanks to", "as a result of". */
function ofPhrase(scene: Scene, index: number): LinkDraft | null {
  const rel = baseRelation(scene.tokens, index)
  if (rel !== 'obl' && rel !== 'advcl') return null
  const preposition = scene.caseOf(index)
  if (!CAUSE_PHRASES.has(preposition)) return null
  const above = scene.tokens.head[index] ?? -1
  const [own] = scene.claimsAt(above)
  // "the meeting was called off because of a vote": what did not take place is the meeting.
  const to = own && !isAnnouncement(own) ? own : (undergoing(scene, above) ?? own)
  return to ? linked(scene, index, to, index, false, index) : null
}

/** "the visit was cancelled because of the weather": the event that is the subject of what befell it. */
function undergoing(scene: Scene, verb: number): Claim | null {
  if (verb < 0) return null
  const subject = scene.tree.children(verb).find((child) => scene.tokens.relation[child] === 'nsubj:pass')
  return subject === undefined ? null : scene.claimIn(subject, 1)
}

function linked(scene: Scene, cause: number, to: Claim, tie: number, denied: boolean, end: number): LinkDraft | null {
  // Deeper down it is no longer the event that is called the cause ("efforts ..., including at a summit").
  const claim = scene.claimIn(cause, 1)
  const phrase = withInfinitive(scene, withoutTie(scene, cut(scene, scene.phraseAt(cause), cause)))
  const at = spanOfTokens(scene.tokens, tie, tie + 1)
  const parts = [phrase, at, to.event.trigger, scene.tree.extent(end).last - end < 40 ? scene.phraseAt(end) : at]
  const evidence = withinTeller(scene, at, coverOf(parts) ?? at)
  if (claim === to) return null
  return draftLink('cause', claim ?? phrase, to, at, evidence, denied ? 'denies' : 'asserts')
}

/** Deeds that a quarrel over something brings about. */
const QUARRELLED: ReadonlySet<string> = new Set([
  'ties-cut',
  'expulsion',
  'envoy-recalled',
  'talks-broken-off',
  'meeting-refused',
  'sanctions-imposed',
  'visit',
  'meeting',
])

/** "closed its embassy over a quarrel about herring", "the visit was called off over the murder". */
function ofQuarrel(scene: Scene, index: number): LinkDraft | null {
  const { tokens } = scene
  if (baseRelation(tokens, index) !== 'obl' || scene.caseOf(index) !== 'over' || tokens.upos[index] !== NOUN)
    return null
  if (SPANNING.has(scene.lemma(index)) || tokens.xpos[index] === 'CD') return null
  const above = tokens.head[index] ?? -1
  const own = scene.claimsAt(above).find(({ event }) => QUARRELLED.has(event.type)) ?? overObject(scene, above)
  if (!own) return null
  const isCalledOff = own.event.type === 'visit' || own.event.type === 'meeting'
  if (isCalledOff && own.event.status !== 'cancelled') return null
  return linked(scene, index, own, index, false, index)
}
const NOUN = 7
/** "over lunch", "over two days", "over the weekend": when and how. */
const SPANNING = new Set(
  'day week weekend month year hour decade night period time course past lunch dinner breakfast coffee tea phone telephone border line'.split(
    ' ',
  ),
)

/** "cut ties over the murder": the claim is the noun that the verb carries. */
function overObject(scene: Scene, verb: number): Claim | undefined {
  for (const child of scene.tree.children(verb)) {
    const rel = scene.tokens.relation[child]
    if (rel !== 'obj' && rel !== 'nsubj:pass') continue
    const found = scene.claimsAt(child).find(({ event }) => QUARRELLED.has(event.type))
    if (found) return found
  }
  return undefined
}

/**
 * "Without the bishop, she would not have been freed": who or what made it possible. "Without him they would still be there":
 * what made it possible that they no longer are.
 */
function ofWithout(scene: Scene, index: number): LinkDraft | null {
  const { tokens, tree } = scene
  if (baseRelation(tokens, index) !== 'obl' || scene.caseOf(index) !== 'without') return null
  const verb = tokens.head[index] ?? -1
  const isUnreal = tree.children(verb).some((child) => /^(?:would|could|might|['’]d)$/.test(scene.form(child)))
  if (!isUnreal) return null
  const negated = isNegated(scene, verb)
  const own = scene.claimsAt(verb).find((one) => !isAnnouncement(one))
  if (negated && own) return linked(scene, index, own, index, false, index)
  const isStill = tree.children(verb).some((child) => scene.form(child) === 'still')
  const freed = isStill && !negated ? lastFreed(scene, index) : null
  return freed ? linked(scene, index, freed, index, false, index) : null
}

/** The last telling before a word of people who went free. */
function lastFreed(scene: Scene, index: number): Claim | null {
  const before = scene.tokens.from[index] ?? 0
  const end = scene.claims.findLastIndex(({ event }) => event.trigger.to <= before) + 1
  return (
    scene.claims
      .slice(Math.max(0, end - FARTHEST_FREED), end)
      .findLast(({ event, stance }) => FREED.has(event.type) && event.status === 'happened' && stance === 'asserts') ??
    null
  )
}
const FREED: ReadonlySet<string> = new Set(['release', 'pardon', 'prisoner-swap', 'rescue'])
/** Claims back to which such words may point. */
const FARTHEST_FREED = 40

/** "It wasn't the church. It was the bishop.": right after somebody said what brought something about, of the same deed. */
function findClefts(scene: Scene, causes: readonly LinkDraft[]): LinkDraft[] {
  const { tokens, tree } = scene
  const found: LinkDraft[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.upos[i] !== PROPER && tokens.upos[i] !== NOUN) continue
    const parts = tree.children(i)
    const subject = parts.find((child) => baseRelation(tokens, child) === 'nsubj')
    if (subject === undefined || scene.form(subject) !== 'it') continue
    if (!parts.some((child) => baseRelation(tokens, child) === 'cop')) continue
    // "It was Roe who came": no answer to what was said before.
    if (parts.some((child) => child > i && /^(?:acl|advcl|nmod|ccomp)/.test(tokens.relation[child] ?? ''))) continue
    const at = spanOfTokens(tokens, i, i + 1)
    const voice = tellerOf(scene.attributions, at)
    const before = causes.findLast((one) => one.at.to <= at.from)
    if (!before || voice === null) continue
    const speaker = tellerOf(scene.attributions, before.at)
    const near = (tokens.sentence[i] ?? 0) - (tokens.sentence[tokensOfSpan(tokens, before.at).first] ?? 0)
    const isSame = speaker !== null && speaker.actor !== null && speaker.actor === voice.actor
    if (!isSame && speaker?.id !== voice.id) continue
    if (near > 2 || before.stance !== 'asserts') continue
    const to = scene.claims.find((one) => one.id === before.to)
    if (!to) continue
    const words = scene.phraseAt(i)
    const clean = { from: Math.max(words.from, tokens.from[i] ?? words.from), to: tokens.to[i] ?? words.to }
    const negated = isNegated(scene, i)
    found.push(draftLink('cause', clean, to, at, clean, negated ? 'denies' : 'asserts'))
  }
  return found
}
const PROPER = 11

/** "officially because of a storm": the cause is the storm. */
function withoutTie({ text }: Scene, span: Span): Span {
  const tie = /^(?:\w+ly )?(?:because of|due to|thanks to|owing to|of) /i.exec(text.slice(span.from, span.to))
  return tie ? { from: span.from + tie[0].length, to: span.to } : span
}

/** "efforts to win trust": the infinitive right behind the phrase belongs to it. */
function withInfinitive(scene: Scene, phrase: Span): Span {
  const tail = /^ to [^,.;”"]+/.exec(scene.text.slice(phrase.to))
  return tail ? { from: phrase.from, to: phrase.to + tail[0].trimEnd().length } : phrase
}

/** A cause in words stops at its first relative clause or parenthesis. */
function cut(scene: Scene, span: Span, head: number): Span {
  let to = span.to
  for (const child of scene.tree.children(head)) {
    const rel = scene.tokens.relation[child] ?? ''
    if (child > head && (rel === 'acl:relcl' || rel === 'punct' || rel === 'parataxis'))
      to = Math.min(to, scene.tokens.from[scene.tree.extent(child).first] ?? to)
  }
  const text = scene.text.slice(span.from, to)
  return { from: span.from, to: span.from + text.trimEnd().replace(/[,;]$/, '').length }
}
