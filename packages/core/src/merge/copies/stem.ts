import { IRREGULAR } from './common-words.ts'

/** Letters that a stem keeps of a common word, and of a name: "negotiating" and "negotiation" meet, "Sweden" and "Swedish". */
const WORD_LETTERS = 7
const NAME_LETTERS = 5

/** A word as compared: endings off, cut short. Rough on purpose; two forms of one word should meet, that is all. Give it lower case. */
export function stemWord(word: string): string {
  const base = IRREGULAR.get(word) ?? word
  let stem = base
  if (stem.length > 4 && stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`
  else if (stem.length > 3 && stem.endsWith('s') && !/(?:ss|us|is)$/.test(stem)) stem = stem.slice(0, -1)
  for (const ending of ['ing', 'ed', 'ly', 'er']) {
    if (stem.length < ending.length + 4 || !stem.endsWith(ending)) continue
    stem = stem.slice(0, -ending.length)
    if (/([^aeiouls])\1$/.test(stem)) stem = stem.slice(0, -1)
    break
  }
  if (stem.length > 4 && stem.endsWith('e')) stem = stem.slice(0, -1)
  return stem.slice(0, WORD_LETTERS)
}

/** A name as compared: its first letters, so that "Talvania" and "Talvanian" meet. Give it lower case. */
export function stemName(word: string): string {
  return word.slice(0, NAME_LETTERS)
}
