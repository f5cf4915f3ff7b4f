import type { Manner, TokenTable } from '../../model/index.ts'
import { isPunctuation, type TokenSpan } from './draft.ts'
import type { Quotation } from './find-quotations.ts'

/** One or two capitalised words in quotation marks are a name or a nickname, whatever stands around them. */
const MAX_NAME_WORDS = 4

/**
 * How the content is told: every word in quotation marks, some, or none. Names, titles of works and nicknames in
 * quotation marks do not count: they are the document's own words.
 */
export function mannerOf(
  text: string,
  tokens: TokenTable,
  quotations: readonly Quotation[],
  content: readonly TokenSpan[],
): Manner {
  let words = 0
  let quoted = 0
  for (const span of content) {
    for (let at = span.first; at < span.last; at++) {
      if (isPunctuation(tokens, at)) continue
      words++
      if (
        quotations.some(
          (one) =>
            one.depth === 0 && one.first <= at && at < one.last && !isName(text, tokens, one) && !isCalled(tokens, one),
        )
      )
        quoted++
    }
  }
  if (quoted === 0) return 'reported'
  return quoted === words ? 'quoted' : 'mixed'
}

/** "the so-called “peace train”", "a man known as “the fox”": what others call it, not what is said here. */
function isCalled(tokens: TokenTable, { first }: Quotation): boolean {
  const before = tokens.lemma[first - 1]?.toLowerCase() ?? ''
  if (
    /^(?:so-called|nickname|nicknamed|entitle|entitled|titled|codename|codenamed|self-styled|self-proclaimed)$/.test(
      before,
    )
  )
    return true
  if (before === 'call' || before === 'called')
    return tokens.lemma[first - 2] === '-' && tokens.lemma[first - 3]?.toLowerCase() === 'so'
  return before === 'as' && /^know[n]?$/.test(tokens.lemma[first - 2] ?? '')
}

function isName(text: string, tokens: TokenTable, quotation: Quotation): boolean {
  let words = 0
  for (let at = quotation.first + 1; at < quotation.last - 1; at++) {
    if (isPunctuation(tokens, at)) continue
    words++
    if (!/^[\p{Lu}\p{N}]/u.test(text.slice(tokens.from[at]!, tokens.to[at]!))) return false
  }
  return words > 0 && words <= MAX_NAME_WORDS
}
