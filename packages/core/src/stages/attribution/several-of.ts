import { type TokenTable, UPOS } from '../../model/index.ts'
import type { TokenSpan } from './draft.ts'
import type { People } from './people.ts'

/** True where a word of one of the classes stands from `first` to `last` (exclusive). */
export function someBetween(tokens: TokenTable, first: number, last: number, ...classes: readonly string[]): boolean {
  for (let at = first; at < last; at++) if (classes.includes(UPOS[tokens.upos[at]!]!)) return true
  return false
}

/** Both parts of "Jane Roe and Max Hale", "neither the army nor the police", as spans; empty where one alone speaks. */
export function severalOf(tokens: TokenTable, span: TokenSpan): TokenSpan[] {
  const lemma = (at: number) => tokens.lemma[at]!.toLowerCase()
  const opens = /^(both|neither|either)$/.test(lemma(span.first))
  const first = opens ? span.first + 1 : span.first
  for (let at = first + 1; at < span.last - 1; at++) {
    if (!/^(and|or|nor)$/.test(lemma(at))) continue
    const left = { first, last: at }
    const right = { first: at + 1, last: span.last }
    // "the trade and industry minister" is one; a second article, name or possessive makes two.
    const starts = UPOS[tokens.upos[at + 1]!]
    const two = starts === 'DET' || starts === 'PROPN' || tokens.xpos[at + 1] === 'PRP$' || opens
    if (!two || someBetween(tokens, first, at, 'ADP', 'VERB', 'SCONJ', 'PUNCT')) return []
    const proper = starts === 'PROPN' && UPOS[tokens.upos[at - 1]!] === 'PROPN'
    if (proper && tokens.name[at]?.startsWith('I-')) return []
    return [left, right]
  }
  return []
}

/** True for two who speak with one mouth. */
export function isSeveral(tokens: TokenTable, span: TokenSpan, people: People): boolean {
  const parts = severalOf(tokens, span)
  if (parts.length < 2) return false
  const actors = parts.map((part) => people.mentionOf(part)?.actor ?? null)
  return actors[0] !== actors[1] || actors[0] === null
}
