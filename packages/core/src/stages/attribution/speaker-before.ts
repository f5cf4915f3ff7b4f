import type { Actor, ActorId, TokenTable } from '../../model/index.ts'
import { startOf, type TokenSpan, type Voiced } from './draft.ts'
import { DOCUMENT_NOUNS, INSTITUTION_NOUNS, OUTLET_NOUNS } from './lexicon.ts'
import { nounOf } from './people.ts'
import type { Talk } from './talk.ts'

/** Sentences back that a speaker may be taken from where the words name none. */
export const MAX_BACK = 2

/** Pronouns that stand for somebody told of before. */
export const THIRD_PERSON = new Set(['he', 'she', 'they', 'him', 'her', 'them', 'who', 'that', 'which', 'it'])

/**
 * "Kelly Strand wept as she told how ...": where nobody has spoken yet, the person that this sentence, or the one before,
 * has for its subject; null where more than one is named there.
 */
export function soleSubject({ tokens, sentences, people }: Talk, source: TokenSpan): ActorId | null {
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

/**
 * "His lawyer said so. Max Hale walked out at noon. “I was told nothing,” he said.": the person with a name whom the sentence
 * before has for the subject of its main verb, where whoever spoke last did so before that; null otherwise.
 */
export function subjectSince(
  { text, tokens, sentences, drafts, speakers, people }: Talk,
  start: number,
  form: string,
): ActorId | null {
  const here = sentenceOf(tokens, drafts[start]!)
  let last = -1
  for (let at = start - 1; at >= 0 && last < 0; at--) if (speakers[at] !== null) last = sentenceOf(tokens, drafts[at]!)
  const sentence = sentences[here - 1]
  if (!sentence || last < 0 || last >= here - 1) return null
  for (let at = sentence.first; at < sentence.last; at++) {
    if (tokens.relation[at] !== 'nsubj' || tokens.head[tokens.head[at]!] !== -1) continue
    const mention = people.mentionAt(at)
    const actor = mention?.form === 'name' && mention.kind === 'person' ? mention.actor : null
    const other = form === 'he' ? /^(?:she|her|hers|herself)$/ : /^(?:he|him|his|himself)$/
    return actor && !people.headsOf(actor).some((head) => other.test(formAt(text, tokens, head))) ? actor : null
  }
  return null
}

/** "A waiter at the hotel": a single person of whom nothing else is known. */
export function isUnnamedPerson(tokens: TokenTable, { source }: Voiced): boolean {
  const span = source[0]
  if (!span) return false
  // "One of them"
  if (/^(?:one|another)$/i.test(tokens.lemma[span.first]!) && tokens.lemma[span.first + 1] === 'of') return true
  const noun = nounOf(tokens, span)
  const lemma = tokens.lemma[noun]!.toLowerCase()
  return (
    (tokens.xpos[noun] === 'NN' || /^(?:one|another)$/.test(lemma)) &&
    !DOCUMENT_NOUNS.has(lemma) &&
    !INSTITUTION_NOUNS.has(lemma) &&
    !OUTLET_NOUNS.has(lemma)
  )
}

/** A word as it stands in the text, in small letters. */
export const formAt = (text: string, tokens: TokenTable, at: number) =>
  text.slice(tokens.from[at]!, tokens.to[at]!).toLowerCase()

/** The nearest voice above that is resolved. */
export function quotedSpeaker({ drafts, speakers, parents }: Talk, start: number): ActorId | null {
  for (let at = parents[start] ?? -1, steps = 0; at >= 0 && steps < drafts.length; at = parents[at] ?? -1, steps++) {
    if (speakers[at]) return speakers[at]!
  }
  return null
}

/** The sentence in which a draft begins. */
export function sentenceOf(tokens: TokenTable, draft: Voiced): number {
  return tokens.sentence[Math.min(startOf(draft), tokens.length - 1)] ?? 0
}

/** The last speaker in text order, not more than MAX_BACK sentences back, that the pronoun's number allows. */
export function speakerBefore({ tokens, drafts, speakers, people }: Talk, start: number, form: string): ActorId | null {
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
    if ((singular && many) || (form === 'it' && actor.kind === 'person')) continue
    if ((form === 'they' || form === 'them') && actor.kind === 'person' && isNamed(actor)) continue
    return actor.id
  }
  return null
}

/** True for an actor whose name begins with a capital letter. */
function isNamed(actor: Actor): boolean {
  return /^\p{Lu}/u.test(actor.name)
}
