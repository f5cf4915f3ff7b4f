import type { TokenTable } from '../model/index.ts'

/** Words of a dateline at most: "NEW YORK, March 4 (Reuters) -". */
const LONGEST_DATELINE = 14

/**
 * The word at which a paragraph goes on after a dateline ("NEW YORK, March 4 (Reuters) -", "BAMAKO -"): capitals, or
 * anything that ends in a bracket, before a dash. `first` where there is none before `last`. Words are counted from 0;
 * `first` is the first of a paragraph.
 */
export function datelineEnd(text: string, tokens: TokenTable, first: number, last: number): number {
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  let capitals = true
  for (let at = first; at < Math.min(first + LONGEST_DATELINE, last - 1); at++) {
    const word = form(at)
    if (/^[-–—]{1,2}$/.test(word) && at > first && (capitals || form(at - 1) === ')')) return at + 1
    if (/\p{Ll}/u.test(word)) capitals = false
  }
  return first
}
