import { type ActorId, type TokenTable, UPOS } from '../../model/index.ts'
import { startOf, type Voiced } from './draft.ts'
import { DOCUMENT_NOUNS, INSTITUTION_NOUNS, OUTLET_NOUNS } from './lexicon.ts'
import { nounOf, type People } from './people.ts'
import { formAt, isUnnamedPerson, sentenceOf } from './speaker-before.ts'
import type { Talk } from './talk.ts'

/**
 * "Roe said that Hale had come. “He asked for mercy,” she said.": whom the pronoun means by its nearest name is only told
 * of by who spoke just before, and who spoke goes on. Null where the pronoun stands for somebody who has a part of his own,
 * or where the text calls the speaker by the other pronoun.
 */
export function stillSpeaking(
  { text, tokens, drafts, speakers, parents, people }: Talk,
  at: number,
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
  const group = isOneOf(tokens, drafts[before]!)
  if (speaker !== null && !group && people.actor(speaker)?.kind !== 'person') return null
  if (sentenceOf(tokens, drafts[at]!) - sentenceOf(tokens, drafts[before]!) > 1) return null
  const host = drafts[before]!
  const last = people.headsOf(meant).findLast((head) => head < source.first) ?? -1
  // "One of them, a baker, said so. “They came from the north,” he said.": who was named before that is not he.
  const named = people.headsOf(meant).findLast((head) => head < source.first && UPOS[tokens.upos[head]!] !== 'PRON')
  if (group && (named ?? -1) < startOf(host)) return UNNAMED
  for (let other = 0; other < at; other++) if (speakers[other] === meant && parents[other]! < 0) return null
  const told = [...host.source, ...host.content].some((span) => span.first <= last && last < span.last)
  const opposite = pronoun === 'he' ? /^(?:she|her|hers|herself)$/ : /^(?:he|him|his|himself)$/
  if (!told) return null
  if (speaker === null) return UNNAMED
  return people.headsOf(speaker).some((head) => opposite.test(formAt(text, tokens, head))) ? null : speaker
}

/** "One of the men": somebody of a group of whom nothing else is known. */
function isOneOf(tokens: TokenTable, { source }: Voiced): boolean {
  const span = source[0]
  return (
    span !== undefined && /^(?:one|another)$/i.test(tokens.lemma[span.first]!) && tokens.lemma[span.first + 1] === 'of'
  )
}

/** "His doctor, he said, could confirm it.": whom the pronoun was taken for is told of in the very words. */
export function isToldOf(text: string, tokens: TokenTable, draft: Voiced, speaker: ActorId, people: People): boolean {
  const source = draft.source[0]
  if (!source || source.last - source.first > 1 || !/^(?:he|she)$/.test(formAt(text, tokens, source.first)))
    return false
  const last = people.headsOf(speaker).findLast((head) => head < source.first) ?? -1
  if (last < 0) return false
  // Whom the text meets first in these very words does not say them.
  const met = people.headsOf(speaker)[0] ?? -1
  const own = draft.content.some(
    (span) => span.first <= met && met < span.last && /^["“«„]$/.test(formAt(text, tokens, span.first)),
  )
  if (own && met < source.first) return true
  if (source.first - last > 2) return false
  const pronoun = UPOS[tokens.upos[last]!] === 'PRON'
  return !pronoun && draft.content.some((span) => span.first <= last && last < span.last)
}

/**
 * "Belarus freed nine, the administration said. They were taken by bus, it said.": the body that spoke last is "it", not
 * the nearest one that is told of. Undefined where the source is no "it" or no single body spoke right before; null where
 * that body has no actor and its words say who it is.
 */
export function bodyGoesOn(
  { text, tokens, drafts, speakers, parents, people }: Talk,
  at: number,
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
 * "A spokesperson, who declined to give their name, said the memo was never cleared. They would not say": one person whose
 * noun tells no gender goes on as "they". Null where the source is no "they", or who spoke right before, or holds this
 * voice, goes by another noun.
 */
export function personGoesOn({ text, tokens, drafts, speakers, parents }: Talk, at: number): ActorId | null {
  const source = drafts[at]!.source[0]
  if (!source || source.last - source.first > 1 || formAt(text, tokens, source.first) !== 'they') return null
  let before = parents[at]!
  if (before < 0) for (before = at - 1; before >= 0 && parents[before]! >= 0; ) before--
  const said = drafts[before]?.source[0]
  if (!said || tokens.sentence[source.first]! - tokens.sentence[said.first]! > 1) return null
  if (tokens.xpos[said.first]?.startsWith('W')) {
    before = drafts.findLastIndex(
      (one, index) => index < before && speakers[index] === speakers[before] && one.source.length > 0,
    )
  }
  const words = drafts[before]?.source[0]
  return words && GENDERLESS.test(tokens.lemma[nounOf(tokens, words)]!.toLowerCase()) ? speakers[before]! : null
}

const GENDERLESS = /^(?:spokes|chair|sales|business)?person$/

/** Who spoke before and has no name, no other words, and no actor. */
export const UNNAMED = Symbol('unnamed')
