import { type TokenTable, UPOS } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { keepsSilent } from './keeps-silent.ts'
import { SHOWING_VERBS } from './lexicon.ts'

/**
 * True for a rule's find that the tagger passed over and that is kept where it touches nothing of the tagger's: somebody
 * said it, in words of their own.
 */
export function isTold(tokens: TokenTable, { word, head, sure }: Candidate): boolean {
  if (!sure || word.sense !== 'voice') return false
  if (keepsSilent(tokens, head) && word.stance !== 'tells') return true
  if (word.takes !== 'clause' && !SHOWING_VERBS.has(tokens.lemma[head]!)) return false
  // "should say", "to say": nobody has said it. "would not say whether", "neither would say": they keep silent.
  return word.kind !== 'verb' || tokens.xpos[head] !== 'VB' || keepsSilent(tokens, head) || isBare(tokens, head)
}

/** Words before a verb in which an auxiliary or a "to" of its own stands. */
const MAX_TO_HELPER = 4

/** "our friends maintain that": a finite verb that looks like a base form, since nothing before it asks for one. */
function isBare(tokens: TokenTable, verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(0, verb - MAX_TO_HELPER); at--) {
    const upos = UPOS[tokens.upos[at]!]
    if (upos === 'AUX' || tokens.xpos[at] === 'TO' || tokens.xpos[at] === 'MD') return false
    if (tokens.head[at] === verb && /^nsubj/.test(tokens.relation[at]!)) return true
    if (upos === 'PUNCT') return tokens.head[verb] === -1
  }
  return tokens.head[verb] === -1
}
