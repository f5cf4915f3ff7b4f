import type { ActorId, Sentence, TokenTable } from '../../model/index.ts'
import type { People } from './people.ts'
import { MAX_BACK, sentenceOf } from './speaker-before.ts'
import type { Talk } from './talk.ts'

/** The voice of the same paragraph before, else the one after, else the last of the paragraph before. */
export function floatingSpeaker({ tokens, sentences, drafts, speakers, people }: Talk, start: number): ActorId | null {
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
