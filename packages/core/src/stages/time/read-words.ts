import type { TokenTable } from '../../model/index.ts'
import type { Unit } from './calendar.ts'
import type { Lexeme } from './lexemes.ts'
import { DAY_PARTS, MONTH_ABBREVIATIONS, MONTHS, NUMBERS, ORDINALS, SEVERAL, UNITS } from './lexicon.ts'

/** One sentence under the rules: its lexemes, and the tokens for tags. */
export interface Words {
  readonly lexemes: readonly Lexeme[]
  readonly syntax: TokenTable
}

/** The lower-case form at `index`; "" outside the sentence. */
export function lowerAt(words: Words, index: number): string {
  return words.lexemes[index]?.lower ?? ''
}

/** True where the lexeme at `index` is one of the words. */
export function isAt(words: Words, index: number, ...forms: readonly string[]): boolean {
  return forms.includes(lowerAt(words, index))
}

export function isCapitalized(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && lexeme.kind === 'word' && lexeme.text !== lexeme.lower
}

/** True for a hyphen or dash of any length. */
export function isDash(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && /^[-‐‑‒–—−]$/.test(lexeme.text)
}

/** A whole number written in digits, without separators; null for anything else. */
export function digitsAt(words: Words, index: number): number | null {
  const lexeme = words.lexemes[index]
  return lexeme?.kind === 'number' && /^\d{1,6}$/.test(lexeme.text) ? Number(lexeme.text) : null
}

/** A year of four digits, 1500 to 2199. */
export function yearAt(words: Words, index: number): number | null {
  const value = digitsAt(words, index)
  if (value === null || words.lexemes[index]?.text.length !== 4) return null
  return value >= 1500 && value <= 2199 ? value : null
}

/** A day of the month in digits, "21" or "21st", or as a word up to "tenth". */
export function dayAt(
  words: Words,
  index: number,
): { readonly day: number; readonly end: number; readonly ordinal: boolean } | null {
  const value = digitsAt(words, index)
  if (value !== null) {
    if (value < 1 || value > 31 || (words.lexemes[index]?.text.length ?? 0) > 2) return null
    const next = words.lexemes[index + 1]
    const ordinal = next !== undefined && !next.spaced && /^(?:st|nd|rd|th)$/.test(next.lower)
    return { day: value, end: ordinal ? index + 2 : index + 1, ordinal }
  }
  const word = ORDINALS.get(lowerAt(words, index))
  return word === undefined ? null : { day: word, end: index + 1, ordinal: true }
}

/** A month name with a capital; abbreviations with or without their full stop. */
export function monthAt(
  words: Words,
  index: number,
): { readonly month: number; readonly end: number; readonly short: boolean } | null {
  const lexeme = words.lexemes[index]
  if (lexeme === undefined || !isCapitalized(lexeme)) return null
  const month = MONTHS.get(lexeme.lower)
  if (month !== undefined) return { month, end: index + 1, short: false }
  const short = MONTH_ABBREVIATIONS.get(lexeme.lower)
  if (short === undefined) return null
  const dot = words.lexemes[index + 1]
  const dotted = dot !== undefined && dot.text === '.' && !dot.spaced
  return { month: short, end: dotted ? index + 2 : index + 1, short: true }
}

/** A year behind a date: "2025", ", 2025", "of 2025", "last year", "of this year". Null where none follows. */
export function yearTailAt(
  words: Words,
  index: number,
): { readonly year: number | null; readonly yearShift: number | null; readonly end: number } | null {
  let at = index
  if (isAt(words, at, ',', 'of')) at++
  const year = yearAt(words, at)
  if (year !== null && !isUnspaced(words, at + 1, ':', '.', '%')) return { year, yearShift: null, end: at + 1 }
  if (isAt(words, at, ',')) return null
  const shift = { last: -1, this: 0, next: 1, previous: -1, current: 0 }[
    lowerAt(words, isAt(words, at, 'the') ? at + 1 : at)
  ]
  const unit = isAt(words, at, 'the') ? at + 2 : at + 1
  if (shift !== undefined && isAt(words, unit, 'year')) return { year: null, yearShift: shift, end: unit + 1 }
  return null
}

/** True where the lexeme at `index` is one of the marks, right behind the one before, with a digit behind it. */
function isUnspaced(words: Words, index: number, ...marks: readonly string[]): boolean {
  const lexeme = words.lexemes[index]
  return (
    lexeme !== undefined && !lexeme.spaced && marks.includes(lexeme.text) && words.lexemes[index + 1]?.kind === 'number'
  )
}

/** "two", "2", "a", "a few", "several", "a couple of", "twenty-one": amount null for no number in particular. */
export function amountAt(words: Words, index: number): { readonly amount: number | null; readonly end: number } | null {
  const lower = lowerAt(words, index)
  if ((lower === 'a' || lower === 'an') && SEVERAL.has(lowerAt(words, index + 1))) {
    return { amount: null, end: isAt(words, index + 2, 'of') ? index + 3 : index + 2 }
  }
  if (lower === 'a' && isAt(words, index + 1, 'dozen')) return { amount: 12, end: index + 2 }
  if (SEVERAL.has(lower)) return { amount: null, end: isAt(words, index + 1, 'of') ? index + 2 : index + 1 }
  const digits = digitsAt(words, index)
  if (digits !== null) return { amount: digits, end: index + 1 }
  const word = NUMBERS.get(lower)
  if (word === undefined) return null
  const hyphen = isDash(words.lexemes[index + 1]) ? index + 2 : index + 1
  const ones = NUMBERS.get(lowerAt(words, hyphen))
  if (word >= 20 && ones !== undefined && ones > 0 && ones < 10 && lowerAt(words, hyphen) !== 'a') {
    return { amount: word + ones, end: hyphen + 1 }
  }
  return { amount: word, end: index + 1 }
}

export function unitAt(words: Words, index: number): Unit | null {
  return UNITS.get(lowerAt(words, index)) ?? null
}

/** True for a unit in the plural: "days". */
export function isPluralUnit(words: Words, index: number): boolean {
  return unitAt(words, index) !== null && lowerAt(words, index).endsWith('s')
}

const ZONES = new Set(['gmt', 'utc', 'cet', 'cest', 'est', 'edt', 'et', 'msk', 'bst', 'pst', 'pdt', 'eest', 'eet'])

/**
 * A time of day: "3 p.m.", "3:30pm", "15:30 GMT", "1530 GMT", "noon", also with "at" and "around" before it. `minute` is
 * true where the words give minutes.
 */
export function clockAt(words: Words, index: number): { readonly minute: boolean; readonly end: number } | null {
  let at = index
  // "shortly before 3:30" is no minute.
  let exact = true
  while (isAt(words, at, 'at', 'around', 'about', 'shortly', 'just', 'before', 'after')) {
    if (!isAt(words, at, 'at')) exact = false
    at++
  }
  if (isAt(words, at, 'noon', 'midnight', 'midday')) return { minute: false, end: at + 1 }
  const lexeme = words.lexemes[at]
  if (lexeme?.kind !== 'number') return null
  const match = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(lexeme.text)
  const military = /^([01]\d|2[0-3])[0-5]\d$/.test(lexeme.text) && ZONES.has(lowerAt(words, at + 1))
  const hour = match ? Number(match[1]) : Number(lexeme.text)
  let end = at + 1
  const half = /^(?:a\.?m|p\.?m)\.?$/.test(lowerAt(words, end)) ? lowerAt(words, end) : null
  if (half !== null) {
    end++
    if (isAt(words, end, '.') && !words.lexemes[end]?.spaced && isLastStop(words, end)) end++
  } else if (isAt(words, end, "o'clock")) end++
  const good = military || (match ? hour < 24 && Number(match[2]) < 60 : half !== null && hour <= 12)
  if (!good || (match && lexeme.text.includes('.') && half === null)) return null
  if (ZONES.has(lowerAt(words, end))) end++
  else if (isAt(words, end, 'local') && isAt(words, end + 1, 'time')) end += 2
  return { minute: exact && (match !== null || military), end }
}

/** A full stop after "p.m" belongs to it, unless it ends the sentence. */
function isLastStop(words: Words, index: number): boolean {
  return index + 1 < words.lexemes.length
}

/** A part of the day at `index`: "evening". Returns the index behind it, or `index` itself where none stands. */
export function afterDayPart(words: Words, index: number): number {
  if (DAY_PARTS.has(lowerAt(words, index))) return index + 1
  if (isAt(words, index, 'late', 'early', 'mid') && DAY_PARTS.has(lowerAt(words, index + 1))) return index + 2
  return index
}

/** The net's name tag of the word at `index`: "PER", "ORG", "LOC" or "". */
export function nameAt(words: Words, index: number): string {
  const lexeme = words.lexemes[index]
  return lexeme === undefined ? '' : (words.syntax.name[lexeme.token] ?? 'O').slice(2)
}

/** The UPOS code of the word at `index`; -1 outside the sentence. */
export function uposAt(words: Words, index: number): number {
  const lexeme = words.lexemes[index]
  return lexeme === undefined ? -1 : (words.syntax.upos[lexeme.token] ?? 16)
}
