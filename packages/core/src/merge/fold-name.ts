import { remember } from '../text/index.ts'
import { LETTERS } from './data/letters.ts'

const MARKS = /\p{M}/gu
const OTHER_LETTERS = /[^\u0000-\u007f]/g
const NO_WORD = /[^\p{L}\p{N}]+/gu
const SILENT = /['’ʼʹ`´".]/g

/**
 * Lower case, Latin letters, no marks: "Søren Ødegård" is "soren odegard", "Громов" is "gromov". Scripts without a table
 * (Arabic, Chinese) stay as they are.
 */
export function toLatin(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(OTHER_LETTERS, (letter) => LETTERS.get(letter) ?? letter)
    .normalize('NFD')
    .replace(MARKS, '')
}

/** Names remembered folded; about 1 MB. */
const NAMES_REMEMBERED = 8192

/** A name as it is compared: Latin lower case words parted by one blank, without full stops, apostrophes and "the" in front. */
export const foldName: (name: string) => string = remember(foldText, NAMES_REMEMBERED)

/** The same of a text that does not come back. */
export function foldText(text: string): string {
  const words = toLatin(text).replace(SILENT, '').replace(NO_WORD, ' ').trim()
  return words.startsWith('the ') ? words.slice(4) : words
}
