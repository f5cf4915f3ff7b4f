import type { ActorId, Sentence, TokenTable } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import { apposedNames } from './apposed-name.ts'
import type { TokenSpan, Voiced } from './draft.ts'
import type { Quotation } from './find-quotations.ts'
import { floatingSpeaker } from './floating-speaker.ts'
import { describesPaper, fromWords } from './from-words.ts'
import type { People } from './people.ts'
import { findLaterNames, findNamedBefore, findProtagonist } from './resolve-later-names.ts'
import { bodiesByNoun, personsBySurname, shortName, surnameOf } from './resolve-short-names.ts'
import { formAt, quotedSpeaker, soleSubject, speakerBefore, subjectSince, THIRD_PERSON } from './speaker-before.ts'
import { bodyGoesOn, isToldOf, personGoesOn, stillSpeaking, UNNAMED } from './still-speaking.ts'
import type { Talk } from './talk.ts'
import { personBefore } from './voice-words.ts'

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
  for (const [role, name] of apposedNames(tokens, drafts, known, people))
    if (!aliases.has(role)) aliases.set(role, name)
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
  const words = drafts.map((draft) => draft.source[0])
  const talk: Talk = { text, tokens, sentences, quotations, drafts, words, parents, speakers, people }
  for (let at = 0; at < drafts.length; at++) speakers[at] = settle(talk, at)
  drafts.forEach((_, at) => {
    if (quotesItself(talk, at)) speakers[at] = null
  })
  return speakers
}

/** Who speaks in a draft, those before it being settled: whoever its words name, where no rule of talk knows better. */
function settle(talk: Talk, at: number): ActorId | null {
  const { text, tokens, drafts, speakers, parents, people } = talk
  const goesOn = stillSpeaking(talk, at)
  // The words of who spoke before say who it is (voiceWords).
  if (goesOn === UNNAMED) return null
  const draft = drafts[at]!
  const source = draft.source[0]
  if (source && describesPaper(text, tokens, source)) return null
  let speaker = goesOn ?? speakers[at] ?? null
  if (speaker !== null && parents[at]! < 0 && isToldOf(text, tokens, draft, speaker, people))
    speaker =
      speakerBefore(talk, at, formAt(text, tokens, source!.first)) ?? (isUnnamedBefore(talk, at) ? null : speaker)
  speakers[at] = speaker
  const body = bodyGoesOn(talk, at)
  if (body !== undefined) return body
  const person = personGoesOn(talk, at)
  if (person !== null) return person
  const isKin = source !== undefined && !people.isNamed(speaker) && KINSHIP.test(wordsOf(talk, source))
  if (speaker !== null && !isKin) return speaker
  if (source) return settlePronoun(talk, at, source) ?? speaker
  return draft.cue.length === 0 ? floatingSpeaker(talk, at) : null
}

const wordsOf = ({ text, tokens }: Talk, { first, last }: TokenSpan) =>
  text.slice(tokens.from[first], tokens.to[last - 1]).toLowerCase()

/** Whom a pronoun, or a description that tells nobody apart, stands for by who speaks and who is told of around it. */
function settlePronoun(talk: Talk, at: number, source: TokenSpan): ActorId | null {
  const { quotations } = talk
  const form = wordsOf(talk, source)
  if (FIRST_PERSON.has(form)) {
    const inQuotation = quotations.some(
      (one) => one.depth === 0 && one.first <= source.first && source.first < one.last,
    )
    return inQuotation ? quotedSpeaker(talk, at) : null
  }
  if (KINSHIP.test(form)) return speakerBefore(talk, at, 'he') ?? soleSubject(talk, source)
  if (!THIRD_PERSON.has(form)) return null
  const singular = /^(?:he|she)$/.test(form)
  const before = (singular ? subjectSince(talk, at, form) : null) ?? speakerBefore(talk, at, form)
  return before === null && singular && !isUnnamedBefore(talk, at) ? soleSubject(talk, source) : before
}

/** True where the last one who can be meant by "he" or "she" is a person of whom no actor is known. */
function isUnnamedBefore({ tokens, drafts, words, speakers }: Talk, at: number): boolean {
  return personBefore(tokens, drafts, speakers, words, at) !== null
}

/** "“They told me,” said his mother": whom she quotes is not she. */
function quotesItself({ text, tokens, quotations, drafts, speakers, parents }: Talk, at: number): boolean {
  const source = drafts[at]!.source[0]
  const host = parents[at]!
  if (!source || host < 0 || speakers[at] === null || speakers[at] !== speakers[host]) return false
  if (source.last - source.first > 1 || !THIRD_PERSON.has(formAt(text, tokens, source.first))) return false
  return quotations.some(
    (one) =>
      one.depth === 0 &&
      one.first <= source.first &&
      source.first < one.last &&
      drafts[host]!.cue.every((cue) => cue.last <= one.first || one.last <= cue.first),
  )
}
