import { remember } from '@backchannel/core'

/** One word of a text: its folded form, and where it stands. */
export interface Word {
  readonly form: string
  readonly from: number
  readonly to: number
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** Letters that Unicode does not take apart into a base letter and a mark. */
const FOLDS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
}

const PLAIN = /^[\u0000-\u007f]*$/

/** A word without case and diacritics: "Łukašenka" is "lukasenka". */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase()
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðþłıħŧ]/g, (letter) => FOLDS[letter] ?? letter)
    .toLowerCase()
}

const LETTERS = /^[a-z0-9]*$/

/** The words of a text in order: runs of letters, digits and marks, folded. Words that fold to nothing are left out. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const form = foldWord(match[0])
    // Folding may take a word apart, as with "½": what is left is searched as one word without the sign between.
    const plain = LETTERS.test(form) ? form : form.replace(/[^\p{L}\p{N}]/gu, '')
    if (plain !== '') words.push({ form: plain, from: match.index, to: match.index + match[0].length })
  }
  return words
}

/** Names remembered folded; about 1 MB. */
const NAMES_REMEMBERED = 4096

/** A name as one comparable string: its folded words with one blank between them. */
export const foldName: (name: string) => string = remember(
  (name) =>
    wordsOf(name)
      .map((word) => word.form)
      .join(' '),
  NAMES_REMEMBERED,
)
