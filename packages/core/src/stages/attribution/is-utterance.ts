import { type TokenTable, UPOS } from '../../model/index.ts'
import { isPunctuation } from './draft.ts'
import type { Quotation } from './find-quotations.ts'

/** Words of a quotation at least for it to be an utterance that must have a voice. */
const MIN_FLOATING = 5

/**
 * True for words in quotation marks that somebody says: enough words, with a verb, and not all capitalised as the
 * title of a work or the name of a body is.
 */
export function isUtterance(text: string, tokens: TokenTable, quotation: Quotation): boolean {
  let words = 0
  let capitals = 0
  let verbs = 0
  for (let at = quotation.first + 1; at < quotation.last; at++) {
    if (isPunctuation(tokens, at)) continue
    words++
    const upos = UPOS[tokens.upos[at]!]
    if (upos === 'VERB' || upos === 'AUX') verbs++
    if (/^\p{Lu}/u.test(text.slice(tokens.from[at]!, tokens.to[at]!))) capitals++
  }
  return words >= MIN_FLOATING && verbs > 0 && capitals * 5 < words * 4
}
