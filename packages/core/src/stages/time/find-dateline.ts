import type { DayNumber } from './calendar.ts'
import type { Expression } from './find-expressions.ts'
import type { Lexeme } from './lexemes.ts'
import { resolveMeaning } from './resolve.ts'

// A dateline stands at the start of the first paragraph, maybe below a headline and a byline.
const MAX_SENTENCES = 4
const MAX_WORDS_BEFORE = 8
/** A dispatch is printed at most this many days after its dateline; an older one is another date. */
const MAX_AGE_DAYS = 3

/**
 * The day of a dateline such as "MINSK, June 21 (TASS) -", from which "Sunday" and "yesterday" are counted; null where
 * there is none, or where it does not fit the publication date. Without a publication date it needs a year.
 */
export function findDateline(
  expressions: readonly Expression[],
  lexemes: readonly Lexeme[],
  published: DayNumber | null,
): DayNumber | null {
  for (const expression of expressions) {
    if (expression.sentence >= MAX_SENTENCES) break
    if (expression.meaning.kind !== 'day' || !isInDateline(expression, lexemes)) continue
    const { from } = resolveMeaning(expression.meaning, { reference: published, side: null, weak: true, last: null })
    if (from === null) continue
    if (published === null || (published - from >= 0 && published - from <= MAX_AGE_DAYS)) return from
  }
  return null
}

/** Capitalised words and commas before it in its sentence, at least one word; a bracket, also its own, or a dash behind it. */
function isInDateline(expression: Expression, lexemes: readonly Lexeme[]): boolean {
  const index = lexemes.findIndex((lexeme) => lexeme.from >= expression.span.from)
  let back = index - 1
  let places = 0
  for (; back >= 0 && lexemes[back]!.sentence === expression.sentence; back--) {
    const lexeme = lexemes[back]!
    if (index - back > MAX_WORDS_BEFORE) return false
    if (lexeme.kind === 'word' && lexeme.text !== lexeme.lower) places++
    else if (!/^[,./()-]$/.test(lexeme.text)) return false
  }
  const behind = lexemes.find((lexeme) => lexeme.from >= expression.span.to)
  const marks = behind !== undefined && /^[()/–—-]$|^[.:]$/.test(behind.text)
  return places > 0 && marks
}
