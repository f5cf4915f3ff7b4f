import type { TokenTable } from '../../model/index.ts'

/** True for a token of nothing but the stars and strokes that set words in italics or in bold type in plain text. */
export function isMarkup(text: string, tokens: TokenTable, at: number): boolean {
  return at < tokens.length && /^[*_]+$/.test(text.slice(tokens.from[at], tokens.to[at]))
}

/** The first token from `at` on that is no such mark. */
export function pastMarkup(text: string, tokens: TokenTable, at: number): number {
  let word = at
  while (isMarkup(text, tokens, word)) word++
  return word
}
