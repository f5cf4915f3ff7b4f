import { UPOS } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import type { CandidateInput } from './grammar.ts'
import { leadingAdjunct } from './leading-adjunct.ts'
import type { CueWord } from './lexicon.ts'

const PRESSING: CueWord = { sense: 'voice', stance: 'questions', takes: 'clause', kind: 'verb' }

/** What a question that is told of begins with. */
const ABOUT = /^(?:on|about|whether|if|why|how|what|when|where|who|which|over)$/
/** Words of who asks at most. */
const MAX_ASKER = 14

/**
 * "Pressed by Labour's Jane Roe on whether ..., the minister said": who asks is named, and asks that. Nothing where only
 * "reporters" ask. In text order.
 */
export function findPressed({ text, tokens, sentences }: CandidateInput): Candidate[] {
  const form = (at: number) => text.slice(tokens.from[at] ?? 0, tokens.to[at] ?? 0)
  return sentences.flatMap((sentence) => {
    const adjunct = leadingAdjunct(text, tokens, sentence)
    if (!adjunct || tokens.lemma[adjunct.verb + 1] !== 'by') return []
    const first = adjunct.verb + 2
    let about = first
    while (about < adjunct.last && about - first <= MAX_ASKER && !ABOUT.test(form(about))) about++
    if (about === first || !ABOUT.test(form(about))) return []
    let named = false
    for (let at = first; at < about; at++) named ||= UPOS[tokens.upos[at]!] === 'PROPN'
    const content = { first: about, last: adjunct.last - 1 }
    if (!named || content.last - content.first < 2) return []
    return [
      {
        source: [{ first, last: about }],
        cue: [{ first: adjunct.verb, last: first }],
        content: [content],
        head: adjunct.verb,
        word: PRESSING,
        sure: true,
      },
    ]
  })
}
