import { type Actor, type ActorId, type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import { isPunctuation, startOf, type TokenSpan, type Voiced } from './draft.ts'
import { HEARSAY } from './find-candidates.ts'
import type { Quotation } from './find-quotations.ts'
import { TURN } from './find-turns.ts'
import { ADDRESSED, subjectOf } from './grammar.ts'
import { DOCUMENT_NOUNS, INSTITUTION_NOUNS, OUTLET_NOUNS, PERSON_NOUNS } from './lexicon.ts'
import { nounOf, type People } from './people.ts'
import { findLaterNames, findNamedBefore, findProtagonist } from './resolve-later-names.ts'
import { bodiesByNoun, personsBySurname, shortName, surnameOf } from './resolve-short-names.ts'

/** Sentences back that a speaker may be taken from where the words name none. */
const MAX_BACK = 2

const THIRD_PERSON = new Set(['he', 'she', 'they', 'him', 'her', 'them', 'who', 'that', 'which', 'it'])
/** "The dad-of-two", "the 39-year-old": tabloids call by it who spoke before. */
const KINSHIP = /^the (?:(?:mum|mom|dad|mother|father|gran|grandmother|grandfather|parent)-of-[\w-]+|\d+-year-old)\b/
const FIRST_PERSON = new Set(['i', 'we', 'me', 'us', 'my', 'our'])

/**
 * Who speaks in each draft, in its order; null where nobody can be told. The source's own mention first; then for a cue
 * without a source the subject that it leans on; for a pronoun that nobody resolved the speaker before; for the first
 * person inside a quotation the one who is quoted; for a quotation that stands alone the speaker of its paragraph, or of
 * the sentence before.
 */
export function resolveSpeakers(
  text: string,
  tokens: TokenTable,
  tree: Tree,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  drafts: readonly Voiced[],
  parents: readonly number[],
  people: People,
): (ActorId | null)[] {
  // "mother-of-six Jane Roe": whom the text calls a mother elsewhere is Jane Roe.
  const aliases = new Map<ActorId, ActorId>()
  const known = drafts.map((draft) => fromWords(text, tokens, tree, draft, people, aliases))
  for (const [role, name] of findLaterNames(text, tokens, sentences, drafts, known, people))
    if (!aliases.has(role)) aliases.set(role, name)
  for (const [role, name] of findNamedBefore(text, tokens, drafts, known, people))
    if (!aliases.has(role)) aliases.set(role, name)
  const protagonist = findProtagonist(text, tokens, drafts, known, people)
  for (const at of protagonist?.drafts ?? []) {
    const role = known[at]
    if (role && !aliases.has(role)) aliases.set(role, protagonist!.name)
    known[at] = protagonist!.name
  }
  const bodies = bodiesByNoun(people)
  const surnames = personsBySurname(people)
  const speakers: (ActorId | null)[] = known.map((one, at) => {
    if (one !== null && aliases.has(one)) return aliases.get(one)!
    const person = surnameOf(text, tokens, drafts[at]!, people.actor(one), people.isNamed(one), surnames)
    if (person) return person
    return shortName(text, tokens, drafts[at]!, people.actor(one), people.isNamed(one), bodies, surnames) ?? one
  })
  const words0 = drafts.map((draft) => draft.source[0])
  for (let at = 0; at < drafts.length; at++) {
    const goesOn = stillSpeaking(text, tokens, drafts, speakers, parents, at, people)
    if (goesOn === UNNAMED) {
      // The words of who spoke before say who it is (voiceWords).
      speakers[at] = null
      continue
    }
    if (goesOn !== null) speakers[at] = goesOn
    if (speakers[at] !== null && parents[at]! < 0 && isToldOf(text, tokens, drafts[at]!, speakers[at]!, people)) {
      const form = formAt(text, tokens, drafts[at]!.source[0]!.first)
      speakers[at] = speakerBefore(tokens, drafts, speakers, at, form, people) ?? speakers[at]!
    }
    const body = bodyGoesOn(text, tokens, drafts, speakers, parents, at, people)
    if (body !== undefined) {
      speakers[at] = body
      continue
    }
    if (speakers[at] !== null) continue
    const draft = drafts[at]!
    const source = draft.source[0]
    if (source) {
      const form = text.slice(tokens.from[source.first]!, tokens.to[source.last - 1]!).toLowerCase()
      if (FIRST_PERSON.has(form)) {
        const quotation = quotations.find(
          (one) => one.depth === 0 && one.first <= source.first && source.first < one.last,
        )
        if (quotation) speakers[at] = quotedSpeaker(drafts, speakers, parents, at)
      } else if (KINSHIP.test(form))
        speakers[at] =
          speakerBefore(tokens, drafts, speakers, at, 'he', people) ?? soleSubject(tokens, sentences, source, people)
      else if (THIRD_PERSON.has(form)) {
        speakers[at] = speakerBefore(tokens, drafts, speakers, at, form, people)
        if (
          speakers[at] === null &&
          /^(?:he|she)$/.test(form) &&
          personBefore(tokens, drafts, speakers, words0, at) === null
        )
          speakers[at] = soleSubject(tokens, sentences, source, people)
      }
    } else if (draft.cue.length === 0) speakers[at] = floatingSpeaker(tokens, sentences, drafts, speakers, at, people)
  }
  // "“They told me,” said his mother": whom she quotes is not she.
  drafts.forEach((draft, at) => {
    const source = draft.source[0]
    const host = parents[at]!
    if (!source || host < 0 || speakers[at] === null || speakers[at] !== speakers[host]) return
    if (source.last - source.first > 1 || !THIRD_PERSON.has(formAt(text, tokens, source.first))) return
    const inMarks = quotations.some(
      (one) =>
        one.depth === 0 &&
        one.first <= source.first &&
        source.first < one.last &&
        drafts[host]!.cue.every((cue) => cue.last <= one.first || one.last <= cue.first),
    )
    if (inMarks) speakers[at] = null
  })
  return speakers
}

function fromWords(
  text: string,
  tokens: TokenTable,
  tree: Tree,
  draft: Voiced,
  people: People,
  aliases: Map<ActorId, ActorId>,
): ActorId | null {
  for (const span of draft.source) {
    if (draft.word === TURN) {
      const bracketed = namedInBrackets(tokens, span, people)
      if (bracketed) return bracketed
    }
    if (isSeveral(tokens, span, people)) return null
    const handle = people.byHandle(formAt(text, tokens, span.first))
    if (handle) return handle
    const relative = relativeOf(text, tokens, span, people)
    if (relative) return relative
    if (isOneOfThem(tokens, span)) return null
    const mention = people.mentionOf(span)
    const apposed = people.isNamed(mention?.actor) ? null : apposedName(tokens, span, people)
    if (apposed) {
      if (mention?.actor && people.actor(mention.actor)?.kind === 'person') aliases.set(mention.actor, apposed)
      return apposed
    }
    if (mention?.actor) return mention.actor
  }
  if (draft.source.length === 0 && draft.head >= 0 && draft.word?.kind === 'verb' && draft.word !== HEARSAY) {
    const subject = subjectOf(tokens, tree, draft.head)
    // "He had been told to leave": he is not who told him.
    const passive = tokens.xpos[draft.head] === 'VBN' && ADDRESSED.has(tokens.lemma[draft.head]!)
    if (passive && draft.cue.some((span) => hasBe(tokens, span))) return null
    if (subject >= 0) return people.mentionAt(subject)?.actor ?? null
  }
  return null
}

/**
 * "a report by the Lodar agency, which quoted": the outlet or body right before the comma, where "by", "from" or "in"
 * stands before it; the tree hangs the clause on the report.
 */
function relativeOf(text: string, tokens: TokenTable, span: TokenSpan, people: People): ActorId | null {
  if (span.last - span.first > 1 || formAt(text, tokens, span.first) !== 'which') return null
  const end = span.first - 2
  if (end < 1 || tokens.lemma[end + 1] !== ',') return null
  for (let at = end; at > Math.max(0, end - MAX_TO_NAME); at--) {
    const mention = people.mentionAt(at)
    const speaks = mention?.kind === 'outlet' || people.actor(mention?.actor)?.kind === 'outlet'
    if (!mention?.actor || !speaks || mention.form === 'pronoun') continue
    let first = at
    while (first > 0 && tokens.from[first - 1]! >= mention.from) first--
    while (first > 0 && /^(?:DET|ADJ|NOUN)$/.test(UPOS[tokens.upos[first - 1]!]!)) first--
    return /^(?:by|from|in)$/.test(tokens.lemma[first - 1] ?? '') ? mention.actor : null
  }
  return null
}

/** Words from an outlet's name to the comma before "which" at most: "Lodar news agency". */
const MAX_TO_NAME = 4

/** "one of them", "two of us": who that is the words do not say. */
function isOneOfThem(tokens: TokenTable, span: TokenSpan): boolean {
  if (span.last - span.first !== 3 || tokens.lemma[span.first + 1] !== 'of') return false
  return UPOS[tokens.upos[span.last - 1]!] === 'PRON' && /^(?:NUM|PRON|DET)$/.test(UPOS[tokens.upos[span.first]!]!)
}

/** "The Minister of State (Mr Max Hale):": who speaks where the label gives an office and, in brackets, its holder. */
function namedInBrackets(tokens: TokenTable, span: TokenSpan, people: People): ActorId | null {
  for (let at = span.first; at < span.last; at++) {
    const mention = people.mentionAt(at)
    const named = mention?.form === 'name' && mention.kind === 'person' ? mention.actor : null
    if (named === null) continue
    for (let open = at; open >= span.first; open--) if (tokens.lemma[open] === '(') return named
    return null
  }
  return null
}

function hasBe(tokens: TokenTable, span: TokenSpan): boolean {
  for (let at = span.first; at < span.last; at++) if (tokens.lemma[at] === 'be') return true
  return false
}

/**
 * "Roe said that Hale had come. “He asked for mercy,” she said.": whom the pronoun means by its nearest name is only told
 * of by who spoke just before, and who spoke goes on. Null where the pronoun stands for somebody who has a part of his own,
 * or where the text calls the speaker by the other pronoun.
 */
function stillSpeaking(
  text: string,
  tokens: TokenTable,
  drafts: readonly Voiced[],
  speakers: readonly (ActorId | null)[],
  parents: readonly number[],
  at: number,
  people: People,
): ActorId | typeof UNNAMED | null {
  const source = drafts[at]!.source[0]
  const meant = speakers[at]
  if (!source || !meant || source.last - source.first > 1 || parents[at]! >= 0) return null
  const pronoun = formAt(text, tokens, source.first)
  if (pronoun !== 'he' && pronoun !== 'she') return null
  let before = at - 1
  const unnamed = (one: number) => speakers[one] === null && isUnnamedPerson(tokens, drafts[one]!)
  while (before >= 0 && (parents[before]! >= 0 || (speakers[before] === null && !unnamed(before)))) before--
  const speaker = before < 0 ? null : speakers[before]!
  if (before < 0 || speaker === meant) return null
  if (speaker !== null && people.actor(speaker)?.kind !== 'person') return null
  if (sentenceOf(tokens, drafts[at]!) - sentenceOf(tokens, drafts[before]!) > 1) return null
  for (let other = 0; other < at; other++) if (speakers[other] === meant && parents[other]! < 0) return null
  const host = drafts[before]!
  const last = people.headsOf(meant).findLast((head) => head < source.first) ?? -1
  const told = [...host.source, ...host.content].some((span) => span.first <= last && last < span.last)
  const opposite = pronoun === 'he' ? /^(?:she|her|hers|herself)$/ : /^(?:he|him|his|himself)$/
  if (!told) return null
  if (speaker === null) return UNNAMED
  return people.headsOf(speaker).some((head) => opposite.test(formAt(text, tokens, head))) ? null : speaker
}

/** "His doctor, he said, could confirm it.": whom the pronoun was taken for is told of in the very words. */
function isToldOf(text: string, tokens: TokenTable, draft: Voiced, speaker: ActorId, people: People): boolean {
  const source = draft.source[0]
  if (!source || source.last - source.first > 1 || !/^(?:he|she)$/.test(formAt(text, tokens, source.first)))
    return false
  const last = people.headsOf(speaker).findLast((head) => head < source.first) ?? -1
  if (last < 0 || source.first - last > 2) return false
  const pronoun = UPOS[tokens.upos[last]!] === 'PRON'
  return !pronoun && draft.content.some((span) => span.first <= last && last < span.last)
}

/**
 * "Belarus freed nine, the administration said. They were taken by bus, it said.": the body that spoke last is "it", not
 * the nearest one that is told of. Undefined where the source is no "it" or no single body spoke right before; null where
 * that body has no actor and its words say who it is.
 */
function bodyGoesOn(
  text: string,
  tokens: TokenTable,
  drafts: readonly Voiced[],
  speakers: readonly (ActorId | null)[],
  parents: readonly number[],
  at: number,
  people: People,
): ActorId | null | undefined {
  const source = drafts[at]!.source[0]
  const meant = speakers[at]!
  if (!source || source.last - source.first > 1 || formAt(text, tokens, source.first) !== 'it' || parents[at]! >= 0)
    return undefined
  let before = at - 1
  while (before >= 0 && parents[before]! >= 0) before--
  const said = drafts[before]?.source[0]
  if (!said || UPOS[tokens.upos[said.first]!] === 'PRON' || drafts[before]!.word?.sense === 'attitude') return undefined
  if (tokens.sentence[source.first]! - tokens.sentence[said.first]! > 1 || speakers[before] === meant) return undefined
  const kind = people.actor(speakers[before])?.kind
  const noun = nounOf(tokens, said)
  const lemma = tokens.lemma[noun]!.toLowerCase()
  const single = !/^NNP?S$/.test(tokens.xpos[noun]!)
  const body =
    kind === 'organization' ||
    kind === 'outlet' ||
    kind === 'state' ||
    (kind !== 'person' && (INSTITUTION_NOUNS.has(lemma) || OUTLET_NOUNS.has(lemma) || DOCUMENT_NOUNS.has(lemma)))
  return single && body ? speakers[before]! : undefined
}

/**
 * "Kelly Strand wept as she told how ...": where nobody has spoken yet, the person that this sentence, or the one before,
 * has for its subject; null where more than one is named there.
 */
function soleSubject(
  tokens: TokenTable,
  sentences: readonly Sentence[],
  source: TokenSpan,
  people: People,
): ActorId | null {
  const here = tokens.sentence[source.first]!
  for (const index of [here, here - 1]) {
    const sentence = sentences[index]
    if (!sentence) continue
    const named = new Set<ActorId>()
    for (let at = sentence.first; at < Math.min(sentence.last, source.first); at++) {
      const mention = people.mentionAt(at)
      if (
        mention?.head === at &&
        mention.form === 'name' &&
        mention.kind === 'person' &&
        mention.actor &&
        mention.to - mention.from > 4
      )
        named.add(mention.actor)
    }
    if (named.size > 1) return null
    for (const one of named) return one
  }
  return null
}

/** Who spoke before and has no name, no other words, and no actor. */
const UNNAMED = Symbol('unnamed')

/** "A waiter at the hotel": a single person of whom nothing else is known. */
function isUnnamedPerson(tokens: TokenTable, { source }: Voiced): boolean {
  const span = source[0]
  if (!span) return false
  const noun = nounOf(tokens, span)
  const lemma = tokens.lemma[noun]!.toLowerCase()
  return (
    (tokens.xpos[noun] === 'NN' || /^(?:one|another)$/.test(lemma)) &&
    !DOCUMENT_NOUNS.has(lemma) &&
    !INSTITUTION_NOUNS.has(lemma) &&
    !OUTLET_NOUNS.has(lemma)
  )
}

const formAt = (text: string, tokens: TokenTable, at: number) =>
  text.slice(tokens.from[at]!, tokens.to[at]!).toLowerCase()

/**
 * "the lawyer for two of them, Jane Roe," and "ex-minister Jane Roe": the person named right behind the noun or its
 * complements, where the words before tell of nobody who has a name. Null where there is none, or more than one.
 */
export function apposedName(tokens: TokenTable, span: TokenSpan, people: People): ActorId | null {
  let found: ActorId | null = null
  const oneOf = tokens.lemma[span.first]!.toLowerCase() === 'one' && tokens.lemma[span.first + 1] === 'of'
  const plural = !oneOf && /^NNP?S$/.test(tokens.xpos[nounOf(tokens, span)]!)
  for (let at = span.first; at < span.last; at++) {
    if (tokens.lemma[at] === '(') return found
    const mention = people.mentionAt(at)
    if (mention?.form !== 'name' || mention.kind !== 'person' || mention.actor === null) continue
    let first = at
    while (first > span.first && tokens.from[first - 1]! >= mention.from) first--
    const before = first - 1
    if (before < span.first) continue
    const upos = UPOS[tokens.upos[before]!]
    const behindComma = upos === 'PUNCT' && tokens.lemma[before] === ',' && !plural
    const compound = tokens.lemma[before - 1] === '-' && before - 1 > span.first
    const behindNoun =
      compound || ((upos === 'NOUN' || upos === 'ADJ') && !someBetween(tokens, span.first, before, 'ADP', 'VERB'))
    const closes = at + 1 >= span.last || isPunctuation(tokens, at + 1)
    if (!(behindComma && closes) && !behindNoun && !isCalled(tokens, span.first, before)) continue
    if (found !== null && found !== mention.actor) return null
    found = mention.actor
  }
  return found
}

/** "a man identifying himself as Jane Roe", "one of them, known as Hawk". */
function isCalled(tokens: TokenTable, first: number, as: number): boolean {
  if (tokens.lemma[as] !== 'as') return false
  for (let at = as - 1; at > Math.max(first, as - MAX_TO_AS); at--)
    if (/^(identify|know|call|introduce|name|describe|give)$/.test(tokens.lemma[at]!))
      return tokens.lemma[at] !== 'describe'
  return false
}

/** Words from "identifying" to "as" at most: "who gave his first name as". */
const MAX_TO_AS = 5

function someBetween(tokens: TokenTable, first: number, last: number, ...classes: readonly string[]): boolean {
  for (let at = first; at < last; at++) if (classes.includes(UPOS[tokens.upos[at]!]!)) return true
  return false
}

/**
 * The words that say who speaks in each draft: its source; for "which", "who" and "that" the noun before them, for "it"
 * and "they" the source of the last voice before that can be meant and is no person. Undefined where there are none.
 */
export function voiceWords(
  tokens: TokenTable,
  drafts: readonly Voiced[],
  speakers: readonly (ActorId | null)[],
): (TokenSpan | undefined)[] {
  const found: (TokenSpan | undefined)[] = drafts.map((draft) => draft.source[0])
  drafts.forEach((draft, at) => {
    const source = draft.source[0]
    if (!source || source.last - source.first > 1) return
    const form = tokens.lemma[source.first]!.toLowerCase()
    if (/^(which|who|that)$/.test(form)) found[at] = describedBefore(tokens, draft, source) ?? source
    else if (speakers[at] === null && (form === 'it' || form === 'they'))
      found[at] = bodyBefore(tokens, drafts, speakers, found, at, form) ?? source
    else if (speakers[at] === null && (form === 'he' || form === 'she'))
      found[at] = personBefore(tokens, drafts, speakers, found, at) ?? source
  })
  return found
}

/** "the report of the commission, which finds": the noun phrase that the relative clause describes. */
function describedBefore(tokens: TokenTable, draft: Voiced, source: TokenSpan): TokenSpan | null {
  let at = source.first - 1
  while (at > 0 && isPunctuation(tokens, at)) at--
  const last = at + 1
  const head = draft.head >= 0 && tokens.relation[draft.head] === 'acl:relcl' ? tokens.head[draft.head]! : -1
  if (last <= 0 || tokens.sentence[at] !== tokens.sentence[source.first]) return null
  // From the noun that the tree names, else from the last noun, to the left as far as its phrase goes.
  let first = head >= 0 && head < last && last - head <= MAX_PHRASE ? head : at
  if (!/^(NOUN|PROPN)$/.test(UPOS[tokens.upos[first]!]!)) return null
  while (first > 0 && /^(DET|ADJ|NOUN|PROPN|NUM)$/.test(UPOS[tokens.upos[first - 1]!]!)) first--
  return { first, last }
}

/** Words from a noun to the "which" that tells more of it at most. */
const MAX_PHRASE = 12

/** The last source before, in this sentence or the two before, that "it" or "they" can mean. */
function bodyBefore(
  tokens: TokenTable,
  drafts: readonly Voiced[],
  speakers: readonly (ActorId | null)[],
  words: readonly (TokenSpan | undefined)[],
  start: number,
  form: string,
): TokenSpan | null {
  const here = sentenceOf(tokens, drafts[start]!)
  for (let at = start - 1; at >= 0; at--) {
    const span = words[at]
    if (!span || speakers[at] !== null || UPOS[tokens.upos[span.first]!] === 'PRON') continue
    if (here - (tokens.sentence[span.first] ?? here) > MAX_BACK) return null
    const head = nounOf(tokens, span)
    const plural = /^NNP?S$/.test(tokens.xpos[head]!)
    if (PERSON_NOUNS.has(tokens.lemma[head]!.toLowerCase()) && !plural) continue
    if (plural === (form === 'they')) return span
  }
  return null
}

/** The last source before, in this sentence or the two before, that "he" or "she" can mean and that has no actor. */
function personBefore(
  tokens: TokenTable,
  drafts: readonly Voiced[],
  speakers: readonly (ActorId | null)[],
  words: readonly (TokenSpan | undefined)[],
  start: number,
): TokenSpan | null {
  const here = sentenceOf(tokens, drafts[start]!)
  for (let at = start - 1; at >= 0; at--) {
    const span = words[at]
    if (!span || speakers[at] !== null) continue
    if (here - sentenceOf(tokens, drafts[at]!) > MAX_BACK) return null
    if (isUnnamedPerson(tokens, { ...drafts[at]!, source: [span] })) return span
  }
  return null
}

/** Both parts of "Jane Roe and Max Hale", "neither the army nor the police", as spans; empty where one alone speaks. */
export function severalOf(tokens: TokenTable, span: TokenSpan): TokenSpan[] {
  const lemma = (at: number) => tokens.lemma[at]!.toLowerCase()
  const opens = /^(both|neither|either)$/.test(lemma(span.first))
  const first = opens ? span.first + 1 : span.first
  for (let at = first + 1; at < span.last - 1; at++) {
    if (!/^(and|or|nor)$/.test(lemma(at))) continue
    const left = { first, last: at }
    const right = { first: at + 1, last: span.last }
    // "the trade and industry minister" is one; a second article, name or possessive makes two.
    const starts = UPOS[tokens.upos[at + 1]!]
    const two = starts === 'DET' || starts === 'PROPN' || tokens.xpos[at + 1] === 'PRP$' || opens
    if (!two || someBetween(tokens, first, at, 'ADP', 'VERB', 'SCONJ', 'PUNCT')) return []
    const proper = starts === 'PROPN' && UPOS[tokens.upos[at - 1]!] === 'PROPN'
    if (proper && tokens.name[at]?.startsWith('I-')) return []
    return [left, right]
  }
  return []
}

/** True for two who speak with one mouth. */
function isSeveral(tokens: TokenTable, span: TokenSpan, people: People): boolean {
  const parts = severalOf(tokens, span)
  if (parts.length < 2) return false
  const actors = parts.map((part) => people.mentionOf(part)?.actor ?? null)
  return actors[0] !== actors[1] || actors[0] === null
}

/** The nearest voice above that is resolved. */
function quotedSpeaker(
  drafts: readonly Voiced[],
  speakers: readonly (ActorId | null)[],
  parents: readonly number[],
  start: number,
): ActorId | null {
  for (let at = parents[start] ?? -1, steps = 0; at >= 0 && steps < drafts.length; at = parents[at] ?? -1, steps++) {
    if (speakers[at]) return speakers[at]!
  }
  return null
}

function sentenceOf(tokens: TokenTable, draft: Voiced): number {
  return tokens.sentence[Math.min(startOf(draft), tokens.length - 1)] ?? 0
}

/** The last speaker in text order, not more than MAX_BACK sentences back, that the pronoun's number allows. */
function speakerBefore(
  tokens: TokenTable,
  drafts: readonly Voiced[],
  speakers: readonly (ActorId | null)[],
  start: number,
  form: string,
  people: People,
): ActorId | null {
  const here = sentenceOf(tokens, drafts[start]!)
  for (let at = start - 1; at >= 0; at--) {
    const gap = here - sentenceOf(tokens, drafts[at]!)
    if (gap > MAX_BACK) return null
    const actor = people.actor(speakers[at])
    // A waiter who spoke in between is who is meant, though nobody knows him.
    if (!actor && form !== 'they' && form !== 'them' && form !== 'it' && isUnnamedPerson(tokens, drafts[at]!))
      return null
    if (!actor) continue
    const many =
      actor.kind === 'group' || actor.kind === 'organization' || actor.kind === 'state' || actor.kind === 'outlet'
    const singular = form === 'he' || form === 'she' || form === 'him' || form === 'her'
    if (singular && many) continue
    if ((form === 'they' || form === 'them') && actor.kind === 'person' && isNamed(actor)) continue
    return actor.id
  }
  return null
}

function isNamed(actor: Actor): boolean {
  return /^\p{Lu}/u.test(actor.name)
}

/** The voice of the same paragraph before, else the one after, else the last of the paragraph before. */
function floatingSpeaker(
  tokens: TokenTable,
  sentences: readonly Sentence[],
  drafts: readonly Voiced[],
  speakers: readonly (ActorId | null)[],
  start: number,
  people: People,
): ActorId | null {
  const paragraph = paragraphStart(sentences, sentenceOf(tokens, drafts[start]!))
  for (let at = start - 1; at >= 0; at--) {
    const other = paragraphStart(sentences, sentenceOf(tokens, drafts[at]!))
    if (other === paragraph && speakers[at]) return speakers[at]!
    if (other < paragraph) break
  }
  for (let at = start + 1; at < drafts.length; at++) {
    if (paragraphStart(sentences, sentenceOf(tokens, drafts[at]!)) !== paragraph) break
    if (speakers[at]) return speakers[at]!
  }
  const here = sentenceOf(tokens, drafts[start]!)
  // "“Nobody was hurt.” The spokesman spoke quietly.": the person that the sentence beside it is about.
  for (const beside of [here + 1, here - 1]) {
    if (paragraphStart(sentences, beside) !== paragraph) continue
    const person = subjectPerson(tokens, sentences[beside], people)
    if (person) return person
  }
  for (let at = start - 1; at >= 0; at--) {
    if (here - sentenceOf(tokens, drafts[at]!) > MAX_BACK + 1) break
    if (speakers[at]) return speakers[at]!
  }
  return null
}

/** The person that a sentence's main verb has for its subject, if it has one. */
function subjectPerson(tokens: TokenTable, sentence: Sentence | undefined, people: People): ActorId | null {
  if (!sentence) return null
  for (let at = sentence.first; at < sentence.last; at++) {
    if (!tokens.relation[at]!.startsWith('nsubj') || tokens.head[tokens.head[at]!] !== -1) continue
    const actor = people.actor(people.mentionAt(at)?.actor)
    return actor?.kind === 'person' ? actor.id : null
  }
  return null
}

/** First sentence of the paragraph of a sentence. */
function paragraphStart(sentences: readonly Sentence[], index: number): number {
  let at = index
  while (at > 0 && !sentences[at]?.paragraph) at--
  return at
}
