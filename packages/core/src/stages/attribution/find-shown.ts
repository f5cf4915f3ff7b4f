import { type TokenTable, UPOS } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { isPunctuation } from './draft.ts'
import type { CandidateInput } from './grammar.ts'
import { type CueWord, DOCUMENT_NOUNS } from './lexicon.ts'
import { nounOf } from './people.ts'

/** What a paper or a picture shows. */
export const SHOWN: CueWord = { sense: 'voice', stance: 'tells', takes: 'that', kind: 'verb' }

/** Words from a sentence's first to the verb at most: "Satellite images taken on Saturday". */
const MAX_PAPER = 12
const SHOWS = /^(?:shows?|showed|reveals?|revealed|records?|recorded|depicts?|captures?|captured)$/

/**
 * "Satellite images taken on Saturday show sixty vehicles.", "The minutes record the minister telling them that ...": a
 * sentence that begins with a paper or a picture and goes on with what it shows, whatever the parser makes of "show". In
 * text order.
 */
export function findShown({ text, tokens, sentences }: CandidateInput): Candidate[] {
  const found: Candidate[] = []
  for (const { first, last } of sentences) {
    const verb = shownAt(text, tokens, first, last)
    if (verb < 0) continue
    let end = last
    while (end > verb + 1 && isPunctuation(tokens, end - 1) && !/^[”"’»]$/.test(formAt(text, tokens, end - 1))) end--
    if (end - verb < MIN_SHOWN) continue
    found.push({
      source: [{ first, last: verb }],
      cue: [{ first: verb, last: verb + 1 }],
      content: [{ first: verb + 1, last: end }],
      head: verb,
      word: SHOWN,
      sure: true,
    })
  }
  return found
}

/** Words of what is shown at least, the verb counted. */
const MIN_SHOWN = 4

const formAt = (text: string, tokens: TokenTable, at: number) => text.slice(tokens.from[at], tokens.to[at])

/** The "show" behind a paper that opens the sentence, or -1. */
function shownAt(text: string, tokens: TokenTable, first: number, last: number): number {
  for (let at = first + 1; at < Math.min(last - 1, first + MAX_PAPER); at++) {
    if (SHOWS.test(formAt(text, tokens, at)) && /^(?:VERB|NOUN)$/.test(UPOS[tokens.upos[at]!]!)) {
      const noun = nounOf(tokens, { first, last: at })
      const next = UPOS[tokens.upos[at + 1]!]!
      return DOCUMENT_NOUNS.has(tokens.lemma[noun]!.toLowerCase()) && /^(?:DET|NUM|PROPN|ADJ|NOUN|PRON|ADP)$/.test(next)
        ? at
        : -1
    }
    if (isPunctuation(tokens, at) && tokens.xpos[at] !== 'HYPH') return -1
    if (/^(?:VB[DZP]|MD)$/.test(tokens.xpos[at]!) || UPOS[tokens.upos[at]!] === 'AUX') return -1
  }
  return -1
}
