import type { TokenTable } from '../../model/index.ts'
import type { Grammar } from './grammar.ts'

/** Longest dateline in tokens. */
const DATELINE = 10

type Words = Pick<Grammar, 'text' | 'tokens' | 'form' | 'upos'>

/** Whether a word stands before the dash or colon that opens a report: "PORT HALE (AP) -", "Tokyo -". */
export function standsInDateline({ text, tokens, form, upos }: Words, index: number): boolean {
  const sentence = tokens.sentence[index]
  for (let at = index + 1; at < index + DATELINE && at < tokens.length && tokens.sentence[at] === sentence; at++) {
    const word = form(at)
    if (/^(?:-+|–|—|:)$/.test(word)) {
      const begun =
        at - DATELINE - 4 < 0 || tokens.sentence[Math.max(0, index - DATELINE)] !== sentence || index < DATELINE
      return begun && spaceAround(text, tokens, at)
    }
    const tag = upos(at)
    // "PORT HALE, March 8 (Reuters) The minister ...": the agency in brackets ends it.
    if (word === ')' && form(at - 2) === '(') return index < DATELINE || tokens.sentence[index - DATELINE] !== sentence
    if (tag !== 'PROPN' && tag !== 'PUNCT' && tag !== 'NOUN' && tag !== 'X' && tag !== 'NUM') return false
  }
  return false
}

function spaceAround(text: string, tokens: TokenTable, index: number): boolean {
  const from = tokens.from[index] ?? 0
  const to = tokens.to[index] ?? 0
  return text[to] === ' ' && (text[from] === ':' || text[from - 1] === ' ')
}
