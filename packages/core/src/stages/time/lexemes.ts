import type { TokenTable } from '../../model/index.ts'

/**
 * The stage's own finer cut of the tokens, so that its rules do not hang on whether the tokenizer splits "mid-May",
 * "2025-06-21" or "3-5": runs of letters, numbers, and single other characters.
 */
export interface Lexeme {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly lower: string
  readonly kind: 'word' | 'number' | 'mark'
  /** Index of the token it is cut from. */
  readonly token: number
  readonly sentence: number
  /** True where white space stands before it. */
  readonly spaced: boolean
}

// Abbreviations with inner full stops ("p.m.") are one lexeme; so are numbers with separators ("1,150", "3.5", "15:30").
const PIECE = /\p{L}(?:\.\p{L})+\.?|[\p{L}\p{M}]+|\d+(?:[.,:]\d+)*|[^\s]/gu

/** Lexemes of all tokens, in text order. Linear in the text: the pattern has no nested repetition over one class. */
export function cutLexemes(text: string, tokens: TokenTable): readonly Lexeme[] {
  const lexemes: Lexeme[] = []
  let end = -1
  for (let token = 0; token < tokens.length; token++) {
    const start = tokens.from[token]!
    const form = text.slice(start, tokens.to[token]!)
    for (const match of form.matchAll(PIECE)) {
      const piece = match[0]
      const from = start + match.index
      const first = piece.codePointAt(0) ?? 0
      const digit = first >= 48 && first <= 57
      lexemes.push({
        from,
        to: from + piece.length,
        text: piece,
        lower: piece.toLowerCase(),
        kind: digit ? 'number' : /^[\p{L}\p{M}]/u.test(piece) ? 'word' : 'mark',
        token,
        sentence: tokens.sentence[token]!,
        spaced: from !== end,
      })
      end = from + piece.length
    }
  }
  return lexemes
}
