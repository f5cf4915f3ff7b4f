import type { TokenTable } from '../model/index.ts'

/** Words of a dateline at most: "NEW YORK, March 4 (Reuters) -". */
const LONGEST_DATELINE = 14

/**
 * The word at which a paragraph goes on after a dateline ("NEW YORK, March 4 (Reuters) -", "BAMAKO -", "ADEN, Yemen —",
 * "MEERUT, May 4:", "Delhi, May 4 (PTI)"): a place in capitals, or names that end in a bracket or a date, before a dash; before a
 * colon only with a bracket or a date, since "ROE:" is who speaks. "New York, January 21, 2026—The ..." is one too: names, then a date. `first` where there is none before `last`. Words are
 * counted from 0; `first` is the first of a paragraph.
 */
export function datelineEnd(text: string, tokens: TokenTable, first: number, last: number): number {
  const end = onePlace(text, tokens, first, last)
  // "(ANSA) - ROME, FEB 20 - ": who sends it, and from where.
  return end === first ? first : onePlace(text, tokens, end, last)
}

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?$/i
/** Capitals that may end a place or an agency; "PS -" and "5765-" do not. */
const isPlace = (word: string): boolean => /^\p{Lu}[\p{Lu}.’']{2,}$/u.test(word) || /^\p{Lu}\.\p{Lu}\.$/u.test(word)
/** Small words within names of places. */
const SMALL = /^(?:de|del|la|las|le|au|al|el|es|of|the|on|upon|near|in|and|st|nd|rd|th)$/
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i
const DAY = /^\d{1,2}(?:st|nd|rd|th)?$/

/** "(PTI)", "(IANS)", "(Xinhua)": one word alone in brackets, the bracket at `close`. */
const isAgency = (form: (at: number) => string, close: number): boolean =>
  form(close - 2) === '(' && /^(?:\p{Lu}{2,6}|Reuters|Xinhua|Bernama|Yonhap|Kyodo)$/u.test(form(close - 1))

function onePlace(text: string, tokens: TokenTable, first: number, last: number): number {
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  /** A blank stands before and after, so that "SEOUL-based" and "NATO-Russia" are none. */
  const blankAfter = (at: number) => tokens.from[at + 1]! > tokens.to[at]!
  const apart = (at: number) => blankAfter(at - 1) && blankAfter(at)
  // Until a comma only capitals ("NEW YORK, "), after it names as well ("ADEN, Yemen").
  let place = true
  let capitals = true
  let commas = 0
  let dated = false
  // Names and a comma before the date, so that "On May 4, 2026 —" is none.
  let placed = false
  // Before a bracket only names and the small words in them: "The minister (right) -" is no place.
  let named = true
  let inside = false
  for (let at = first; at < Math.min(first + LONGEST_DATELINE, last - 1); at++) {
    const word = form(at)
    const bracket = at > first && named && (form(at - 1) === ')' || (form(at - 1) === '.' && form(at - 2) === ')'))
    if (/^[-–—]{1,2}$/.test(word) && at > first) {
      // "Damascus, SANA –": the agency's letters right before a dash that stands apart.
      const letters = /^\p{Lu}{2,}$/u.test(form(at - 1)) && form(at - 2) === ',' && blankAfter(at - 1)
      if (
        (capitals && (word !== '-' || apart(at)) && isPlace(form(at - 1))) ||
        bracket ||
        letters ||
        (placed && named && /^(?:19|20)\d\d$/.test(form(at - 1)) && !WEEKDAY.test(form(first))) ||
        (apart(at) && place && (commas > 0 || dated))
      )
        return at + 1
    }
    if (word === ':' && at > first && place && (bracket || dated) && blankAfter(at)) return at + 1
    // "MOSCOW, February 11. /TASS/."
    if (word === '.' && at > first + 1 && /\/$/.test(form(at - 1)) && /^\/?\p{Lu}/u.test(form(first))) return at + 1
    // "Kathmandu, May 13 (PTI) Norland's prime minister": no dash behind the agency's letters.
    if (
      word === ')' &&
      named &&
      dated &&
      commas > 0 &&
      isAgency(form, at) &&
      /^\p{Lu}/u.test(form(at + 1)) &&
      blankAfter(at)
    )
      return at + 1
    if (word === ',') commas++
    if (DAY.test(word) && (MONTH.test(form(at - 1)) || MONTH.test(form(at + 1)))) {
      dated = true
      if (commas === 1) placed = true
    }
    if (word === '(') inside = true
    else if (word === ')') inside = false
    else if (!inside && /^\p{Ll}/u.test(word) && !MONTH.test(word) && !SMALL.test(word)) named = false
    if (/\p{Ll}/u.test(word) && !MONTH.test(word)) {
      capitals = false
      if (commas === 0 || !/^\p{Lu}/u.test(word)) place = false
    }
  }
  return first
}
