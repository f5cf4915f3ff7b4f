import { type TokenTable, UPOS } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { isPunctuation } from './draft.ts'
import type { CandidateInput } from './grammar.ts'
import { cueVerb, GROUP_NOUNS, PERSON_NOUNS } from './lexicon.ts'

/** Words of what is said at least. */
const MIN_SAID = 1
/** Words of who says it at most: "a person with direct knowledge of the arrangements in both capitals". */
const MAX_VOICE = 14

/**
 * "It was not, said a guard at the gate.": a sentence that ends with a comma, a verb of saying and who says it, whatever
 * the tree makes of it. In text order.
 */
export function findTrailing({ text, tokens, sentences }: CandidateInput): Candidate[] {
  const found: Candidate[] = []
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  for (const { first, last } of sentences) {
    let end = last
    while (end > first && isPunctuation(tokens, end - 1)) end--
    for (let verb = end - 2; verb > first + MIN_SAID && end - verb <= MAX_VOICE + 1; verb--) {
      if (form(verb - 1) !== ',' || !/^VB[DZ]$/.test(tokens.xpos[verb]!)) continue
      const word = cueVerb(tokens.lemma[verb]!.toLowerCase())
      if (word?.sense !== 'voice' || word.takes !== 'clause' || !isVoice(tokens, verb + 1, end)) break
      found.push({
        source: [{ first: verb + 1, last: end }],
        cue: [{ first: verb, last: verb + 1 }],
        content: [{ first, last: verb - 1 }],
        head: verb,
        word,
        sure: true,
      })
      break
    }
  }
  return found
}

/** Words of a brief answer at most. */
const MAX_BRIEF = 5

/**
 * "State television said four.", "The ministry says no.": a sentence of who says it, the verb, and a few words without a
 * verb of their own. In text order.
 */
export function findBriefSayings({ text, tokens, sentences }: CandidateInput): Candidate[] {
  const found: Candidate[] = []
  for (const { first, last } of sentences) {
    let end = last
    while (end > first && isPunctuation(tokens, end - 1)) end--
    for (let verb = end - 1; verb > first && end - verb <= MAX_BRIEF + 1; verb--) {
      if (tokens.lemma[verb] !== 'say' || !/^VB[DZP]$/.test(tokens.xpos[verb]!) || verb + 1 >= end) continue
      const word = cueVerb('say')
      let brief = true
      for (let at = verb + 1; at < end && brief; at++)
        brief = /^(?:NUM|NOUN|DET|ADJ|INTJ|ADV|ADP)$/.test(UPOS[tokens.upos[at]!]!)
      const answers =
        /^(?:NUM|INTJ)$/.test(UPOS[tokens.upos[end - 1]!]!) ||
        /^(?:no|yes)$/i.test(text.slice(tokens.from[verb + 1], tokens.to[end - 1]))
      if (word && brief && answers && isNounPhrase(tokens, first, verb))
        found.push({
          source: [{ first, last: verb }],
          cue: [{ first: verb, last: verb + 1 }],
          content: [{ first: verb + 1, last: end }],
          head: verb,
          word,
          sure: true,
        })
      break
    }
  }
  return found
}

function isNounPhrase(tokens: TokenTable, first: number, last: number): boolean {
  for (let at = first; at < last; at++)
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM|PART|ADP|PRON)$/.test(UPOS[tokens.upos[at]!]!)) return false
  return /^(?:NOUN|PROPN)$/.test(UPOS[tokens.upos[last - 1]!]!)
}

/** A noun phrase about somebody: a name, or a noun of persons, and no verb but one that describes. */
function isVoice(tokens: TokenTable, first: number, last: number): boolean {
  let somebody = false
  for (let at = first; at < last; at++) {
    const upos = UPOS[tokens.upos[at]!]
    if (isPunctuation(tokens, at) && tokens.lemma[at] !== ',' && tokens.xpos[at] !== 'HYPH') return false
    if (upos === 'AUX' || upos === 'SCONJ' || /^VB[DZP]?$/.test(tokens.xpos[at]!)) return false
    const lemma = tokens.lemma[at]!.toLowerCase()
    if (!somebody && (upos === 'ADP' || upos === 'VERB')) return false
    if (upos === 'PROPN' || PERSON_NOUNS.has(lemma) || GROUP_NOUNS.has(lemma)) somebody = true
  }
  return somebody
}
