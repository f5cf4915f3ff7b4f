import type { TokenTable } from '../model/index.ts'

/** Words of a dateline at most: "NEW YORK, March 4 (Reuters) -". */
const LONGEST_DATELINE = 14

/**
 * The word at which a paragraph goes on after a dateline ("NEW YORK, March 4 (Reuters) -", "BAMAKO -"): capitals, or
 * anything that ends in a bracket, before a dash. `first` where there is none before `last`. Words are counted from 0;
 * `first` is the first of a paragraph.
 */
export function datelineEnd(text: string, tokens: TokenTable, first: number, last: number): number {
  const end = onePlace(text, tokens, first, last)
  // "(ANSA) - ROME, FEB 20 - ": who sends it, and from where.
  return end === first ? first : onePlace(text, tokens, end, last)
}

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?$/i

function onePlace(text: string, tokens: TokenTable, first: number, last: number): number {
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  let capitals = true
  for (let at = first; at < Math.min(first + LONGEST_DATELINE, last - 1); at++) {
    const word = form(at)
    if (/^[-–—]{1,2}$/.test(word) && at > first) {
      const bracket = form(at - 1) === ')' || (form(at - 1) === '.' && form(at - 2) === ')')
      // "Damascus, SANA –": the agency's letters right before a dash that stands apart.
      const letters =
        /^\p{Lu}{2,}$/u.test(form(at - 1)) && form(at - 2) === ',' && tokens.from[at]! > tokens.to[at - 1]!
      if (capitals || bracket || letters) return at + 1
    }
    // "MOSCOW, February 11. /TASS/."
    if (word === '.' && at > first + 1 && /\/$/.test(form(at - 1)) && /^\/?\p{Lu}/u.test(form(first))) return at + 1
    if (/\p{Ll}/u.test(word) && !MONTH.test(word)) capitals = false
  }
  return first
}
