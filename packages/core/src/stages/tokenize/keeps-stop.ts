import { LETTER } from './characters.ts'
import { type ChunkScan, classAt, isDigit, isLower, isUpper } from './chunk-scan.ts'
import {
  ABBREVIATIONS,
  AFTER_COMMAS,
  BEFORE_NAMES,
  BEFORE_NUMBERS,
  LETTERED,
  WEEKDAYS,
  WITHIN_SENTENCES,
} from './lexicon.ts'

/** True where the full stop at `end` belongs to the word before it: "Mr.", "U.S.", "J.". */
export function keepsStop(scan: ChunkScan, at: number, end: number): boolean {
  const { chunk } = scan
  // "the U.S..": a stop of its own after the abbreviation's, but "U.S..." is an ellipsis.
  if (chunk[end + 1] === '.' && chunk[end + 2] === '.') return false
  const word = chunk.slice(at, end)
  const small = word.toLowerCase()
  const after = end + 1 < chunk.length ? chunk[end + 1]! : scan.next
  const last = scan.words.length > 0 ? chunk[scan.words[scan.words.length - 2]! - 1]! : scan.before
  if (word.length === 1 && classAt(word, 0) === LETTER) {
    if (isUpper(word)) {
      if (word === 'I') return /^\.\s?[A-Z]\./.test(chunk.slice(end))
      if (',;:'.includes(after) && after !== '') return true
      if (at === 0 && LETTERED.has(scan.previous)) return false
      // "wrote on X.": the platform.
      if (at === 0 && word === 'X' && /^(?:on|via)$/.test(scan.previous)) return false
      // "Pavel S." is a name cut short wherever it stands.
      const afterName = at === 0 && /^[("“‘]?\p{Lu}\p{Ll}+$/u.test(scan.previous)
      if (after === ')' || after === '(') return last === '.' || last === ',' || afterName
      return isUpper(after) || afterName
    }
    if (/[bdm]/.test(word) && last === '(' && /[\dA-Z]/.test(after)) return true
    return (BEFORE_NUMBERS.has(small) && isDigit(after, 0)) || (at === 0 && scan.startsLine && end + 1 === chunk.length)
  }
  if (word.includes('.')) return true
  // EWT takes the stop from "etc." at the end of a sentence.
  if (small === 'etc') return !(end + 1 === chunk.length && (scan.endsLine || isUpper(after)))
  if (small === 'st' && /[a-z]/.test(last) && /[A-Za-z.]/.test(scan.before)) return true
  if (ABBREVIATIONS.has(small)) return true
  if (BEFORE_NUMBERS.has(small) && after !== '' && isDigit(after, 0)) return true
  // (ret.): alone between brackets.
  if (last === '(' && chunk[end + 1] === ')' && (WITHIN_SENTENCES.has(small) || AFTER_COMMAS.has(small))) return true
  const capital = isUpper(word[0]!)
  if (capital && BEFORE_NAMES.has(small) && isUpper(after)) return true
  if (capital && AFTER_COMMAS.has(small) && last === ',') return true
  if (capital && WEEKDAYS.has(small) && (after === ',' || (isLower(after) && !isUpper(after)))) return true
  return WITHIN_SENTENCES.has(small) && ((isLower(after) && !isUpper(after)) || after === ',' || isDigit(after, 0))
}
