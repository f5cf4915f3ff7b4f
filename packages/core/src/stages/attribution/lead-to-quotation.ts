import { type TokenTable, UPOS } from '../../model/index.ts'
import type { TokenSpan } from './draft.ts'
import { GROUP_NOUNS, PERSON_NOUNS } from './lexicon.ts'

/** Words before the colon at most. */
const MAX_LEAD = 14

/**
 * "More from our correspondent Jane Roe at the crossing: “...”", "Belov again: “...”": who speaks by words without a verb that
 * lead to a quotation, and the colon. No source where they tell of a place alone ("Overheard at the bar:"); null where a
 * verb or anything else stands before the quotation.
 */
export function leadToQuotation(
  text: string,
  tokens: TokenTable,
  { first }: TokenSpan,
): { readonly source: TokenSpan[]; readonly cue: TokenSpan[] } | null {
  const colon = first - 1
  if (colon < 1 || text.slice(tokens.from[colon], tokens.to[colon]) !== ':') return null
  let start = colon
  while (start > 0 && tokens.sentence[start - 1] === tokens.sentence[colon] && colon - start < MAX_LEAD) start--
  for (let at = start; at < colon; at++)
    if (/^(?:VB[DZP]|MD)$/.test(tokens.xpos[at]!) || UPOS[tokens.upos[at]!] === 'PUNCT') return null
  let from = start
  for (let at = start; at < colon; at++) if (/^(?:from|by)$/.test(tokens.lemma[at]!)) from = at + 1
  let last = from
  while (last < colon && /^(?:DET|ADJ|NOUN|PROPN|PRON|PART)$/.test(UPOS[tokens.upos[last]!]!)) last++
  let somebody = false
  for (let at = from; at < last; at++) {
    const lemma = tokens.lemma[at]!.toLowerCase()
    if (/PER$/.test(tokens.name[at]!) || PERSON_NOUNS.has(lemma) || GROUP_NOUNS.has(lemma)) somebody = true
  }
  const cue = [{ first: colon, last: colon + 1 }]
  return { source: somebody && last > from ? [{ first: from, last }] : [], cue }
}
