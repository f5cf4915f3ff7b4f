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

/** A name as it is compared: Latin lower case words parted by one blank, without full stops, apostrophes and "the" in front. */
export function foldName(name: string): string {
  const words = toLatin(name).replace(SILENT, '').replace(NO_WORD, ' ').trim()
  return words.startsWith('the ') ? words.slice(4) : words
}
