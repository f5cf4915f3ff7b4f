import { type Claim, coverOf, type Span } from '../../model/index.ts'
import { baseRelation, spanOfTokens } from '../../text/index.ts'
import { AIM_NOUNS, BID_NOUNS, GIVEN, GROUND_NOUNS, MOVED_VERBS } from './lexicon.ts'
import { draftLink, isAnnouncement, type LinkDraft, type Scene, withinTeller } from './scene.ts'

/** "guided by mercy", "with the aim of healing the nation", "in a bid to calm the streets", "acted on a petition". */
export function findPurposes(scene: Scene): LinkDraft[] {
  const found: LinkDraft[] = []
  const { tokens } = scene
  for (let i = 0; i < tokens.length; i++) {
    const word = scene.lemma(i)
    if (MOVED_VERBS.has(word) && tokens.xpos[i] === 'VBN') push(found, moved(scene, i))
    else if (AIM_NOUNS.has(word) && scene.caseOf(i) === 'with') push(found, aimed(scene, i))
    else if (BID_NOUNS.has(word) && scene.caseOf(i) === 'in') push(found, aimed(scene, i))
    else if (KEEPING.has(scene.form(i)) && scene.form(i - 1) === 'in' && scene.form(i + 1) === 'with')
      push(found, kept(scene, i))
    else if (GROUND_NOUNS.has(word) && scene.caseOf(i) === 'on') push(found, acted(scene, i))
    else if (ANSWERING.has(word) && scene.form(i - 1) === 'in') push(found, answering(scene, i))
  }
  return found
}

function push(found: LinkDraft[], link: LinkDraft | null): void {
  if (link) found.push(link)
}

/** "The king, moved by pity, pardoned ...": the motive is what follows "by". */
function moved(scene: Scene, verb: number): LinkDraft | null {
  const { tokens } = scene
  const rel = baseRelation(tokens, verb)
  if (rel !== 'acl' && rel !== 'advcl' && rel !== 'xcomp' && rel !== 'dep' && rel !== 'parataxis') return null
  const by = scene.tree
    .children(verb)
    .find((child) => child > verb && baseRelation(tokens, child) === 'obl' && scene.caseOf(child) === 'by')
  // Somebody by whom a convoy is guided is no motive: names are left out.
  if (by === undefined || tokens.upos[by] === PROPN || tokens.upos[by] === PRON) return null
  const to = deedAbove(scene, tokens.head[verb] ?? -1)
  return to && motive(scene, scene.phraseAt(by), to, verb)
}

/** "with the aim of healing the nation", "in an effort to calm the streets": from the noun to the end of its phrase. */
function aimed(scene: Scene, noun: number): LinkDraft | null {
  const { tokens, tree } = scene
  const inside = tree.children(noun).find((child) => {
    const rel = baseRelation(tokens, child)
    return child > noun && (rel === 'acl' || rel === 'nmod')
  })
  if (inside === undefined) return null
  const rel = baseRelation(tokens, noun)
  const to = rel === 'obl' || rel === 'nmod' ? deedAbove(scene, tokens.head[noun] ?? -1) : null
  return to && motive(scene, scene.phraseAt(noun), to, noun)
}

/** Nouns of "in response to", "in defence of", with their prepositions. */
const ANSWERING: ReadonlyMap<string, RegExp> = new Map([
  ['response', /^to$/],
  ['answer', /^to$/],
  ['reaction', /^to$/],
  ['retaliation', /^(?:for|against)$/],
  ['reprisal', /^(?:for|against)$/],
  ['revenge', /^for$/],
  ['protest', /^(?:at|over|against)$/],
  ['defence', /^of$/],
  ['defense', /^of$/],
  ['solidarity', /^with$/],
])
/** What is defended or sided with is told with its noun; what is answered stands for itself. */
const WHOLE = new Set(['defence', 'defense', 'solidarity'])
const QUESTIONS = new Set('question query call letter request demand appeal plea invitation offer proposal'.split(' '))

/** "in response to the repeated meddling", "in defence of its borders": what moved whoever did it. */
function answering(scene: Scene, noun: number): LinkDraft | null {
  const { tokens, tree } = scene
  const prepositions = ANSWERING.get(scene.lemma(noun))
  const object = [...tree.children(noun), ...tree.children(tokens.head[noun] ?? -1)].find(
    (child) => child > noun && child - noun < NEAR_OBJECT && prepositions?.test(scene.caseOf(child)),
  )
  if (object === undefined || QUESTIONS.has(scene.lemma(object))) return null
  let above = tokens.head[noun] ?? -1
  // The parser may hang the phrase on the name before it.
  for (let steps = 0; steps < 4 && above >= 0 && tokens.upos[above] !== VERB; steps++) above = tokens.head[above] ?? -1
  const to = deedAbove(scene, above)
  const { last } = tree.extent(object)
  if (!to || last - object > LONGEST) return null
  const phrase = scene.phraseAt(object)
  return motive(scene, WHOLE.has(scene.lemma(noun)) ? { from: tokens.from[noun]!, to: phrase.to } : phrase, to, noun)
}
/** Words between such a noun and what follows it at most. */
const NEAR_OBJECT = 6
/** Longest motive in words. */
const LONGEST = 24

const KEEPING = new Set(['keeping', 'accordance', 'line'])

/** "was adopted in keeping with the traditions of mercy": what it is said to follow, where that is no law or agreement. */
function kept(scene: Scene, word: number): LinkDraft | null {
  const { tokens, tree } = scene
  const noun = [word, ...tree.children(word)].find(
    (one) => one > word && tree.children(one).some((child) => scene.form(child) === 'with'),
  )
  const phrase = noun ?? nounBehind(scene, word + 1)
  if (phrase < 0 || LEGAL.has(scene.lemma(phrase))) return null
  let verb = tokens.head[word] ?? -1
  for (let steps = 0; steps < 3 && verb >= 0 && tokens.upos[verb] !== VERB; steps++) verb = tokens.head[verb] ?? -1
  const to = deedAbove(scene, verb)
  if (!to || !GIVEN.has(to.event.type)) return null
  const words = coverOf([spanOfTokens(tokens, word - 1, word + 1), scene.phraseAt(phrase)])
  return words && motive(scene, words, to, word)
}

/** The head of the noun phrase right behind a preposition; -1 where none is near. */
function nounBehind(scene: Scene, preposition: number): number {
  const noun = scene.tokens.head[preposition] ?? -1
  return noun > preposition ? noun : -1
}
const LEGAL = new Set(
  'law agreement treaty constitution resolution code rule deal accord court ruling article protocol'.split(' '),
)
const VERB = 15

/** "The president had acted on a petition from the church": the deed is the last one told that somebody was given. */
function acted(scene: Scene, noun: number): LinkDraft | null {
  const { tokens } = scene
  const verb = tokens.head[noun] ?? -1
  if (verb < 0 || scene.lemma(verb) !== 'act') return null
  const before = tokens.from[verb] ?? 0
  const floor = tokens.sentence[verb]! - FARTHEST_DEED
  let to: Claim | null = null
  for (let index = scene.claims.findLastIndex(({ event }) => event.trigger.to <= before); index >= 0; index--) {
    const claim = scene.claims[index]
    if (claim === undefined || (tokens.sentence[scene.triggerOf(claim)] ?? 0) < floor) break
    const { type } = claim.event
    if (claim.stance !== 'asserts' || !GIVEN.has(type) || type === 'sanctions-eased') continue
    to = claim
    break
  }
  if (!to) return null
  const reason = motive(scene, scene.phraseAt(noun), to, verb)
  return ASKED.has(scene.lemma(noun)) ? { ...reason, kind: 'at-request-of' } : reason
}

/** Grounds by which somebody asks; what is only advised or ordered is a motive. */
const ASKED = new Set(['petition', 'plea', 'request', 'appeal'])

/** Sentences back to which "he acted" may point. */
const FARTHEST_DEED = 6
const PROPN = 11
const PRON = 10

/** The deed that governs the words: a verb's claim, or that of its subject ("the amnesty was adopted"). */
function deedAbove(scene: Scene, start: number): Claim | null {
  let at = start
  for (let steps = 0; steps < 3 && at >= 0; steps++) {
    const own = scene.claimsAt(at).find((one) => !isAnnouncement(one) && !SPEECH.has(one.event.type))
    if (own) return own
    for (const child of scene.tree.children(at)) {
      if (scene.tokens.relation[child] !== 'nsubj:pass') continue
      const subject = scene.claimIn(child, 1)
      if (subject) return subject
    }
    at = scene.tokens.head[at] ?? -1
  }
  return null
}

const SPEECH: ReadonlySet<string> = new Set(['statement', 'criticism', 'accusation', 'support', 'request', 'demand'])

function motive(scene: Scene, phrase: Span, to: Claim, tie: number): LinkDraft {
  const at = spanOfTokens(scene.tokens, tie, tie + 1)
  const words = unquoted(scene.text, phrase)
  return draftLink('motive', words, to, at, withinTeller(scene, at, coverOf([at, words]) ?? at))
}

/** Words without a quotation mark at their start. */
function unquoted(text: string, span: Span): Span {
  return /^["“‘]/.test(text.slice(span.from)) && span.to - span.from > 1 ? { from: span.from + 1, to: span.to } : span
}
