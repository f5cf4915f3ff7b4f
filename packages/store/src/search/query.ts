import { maybeNameKey } from './name-key.ts'
import { wordsOf } from './words.ts'

/** One thing that must be found: words in a row; the last one may be the start of a longer word. */
export interface Term {
  readonly words: readonly string[]
  readonly prefix: boolean
  /** The same as keys of names; null where a word has none. */
  readonly keys: readonly string[] | null
}

/** More words than this are left out: each costs a look-up. */
export const QUERY_WORDS_MAX = 32

/**
 * Takes a person's query apart: "words in a row" in straight or curly quotation marks, beginnings with a star, single
 * words. Everything else (operators, brackets, lone quotation marks) parts words and means nothing, so no query is wrong.
 * Empty where there is no word in it.
 */
export function parseQuery(text: string): readonly Term[] {
  const terms: Term[] = []
  let left = QUERY_WORDS_MAX
  for (const match of text.matchAll(/["“”„]([^"“”„]*)["“”„](\*?)|[^\s"“”„]+/g)) {
    const phrase = match[1]
    const part = phrase ?? match[0]
    const prefix = phrase === undefined ? part.endsWith('*') : match[2] === '*'
    // "vice-president" and "O'Brien" are words in a row too.
    const words = wordsOf(part)
      .map((word) => word.form)
      .slice(0, left)
    if (words.length === 0) continue
    left -= words.length
    const keys = prefix ? [] : words.map(maybeNameKey)
    // Every null is ruled out by the test.
    terms.push({ words, prefix, keys: prefix || keys.includes(null) ? null : (keys as string[]) })
    if (left <= 0) break
  }
  return terms
}
