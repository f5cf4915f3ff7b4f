/** Classes of characters as the tokenizer sees them. */
export const BLANK = 0
export const LETTER = 1
export const DIGIT = 2
/** Combining marks, joiners, variation selectors and skin tones: always part of the character before. */
export const MARK = 3
export const SYMBOL = 4
/** Soft hyphens, zero-width and bidi controls: part of a token only where they stand inside it. */
export const INVISIBLE = 5

const UNKNOWN = 255
/** Class of each code unit of the basic plane, found on first use: most texts use a few hundred. */
const known = new Uint8Array(0x10000).fill(UNKNOWN)

/** Class of the character at `code`, a code point. Lone surrogates are symbols. */
export function classOf(code: number): number {
  if (code > 0xffff) return classOfAstral(code)
  const found = known[code]!
  if (found !== UNKNOWN) return found
  const made = findClass(code)
  known[code] = made
  return made
}

function findClass(code: number): number {
  // A list of our own rather than \s and \p{Cf}: the same in every engine and Unicode version.
  if (code === 0x00ad || code === 0x034f || code === 0x061c || code === 0x180e || code === 0xfeff) return INVISIBLE
  if (code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f)) return MARK
  if (code >= 0x200b && code <= 0x200f) return INVISIBLE
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f)) return INVISIBLE
  if (code <= 0x20 || (code >= 0x7f && code <= 0xa0)) return BLANK
  // Ordinal indicators are letters to Unicode, symbols here.
  if (code === 0xaa || code === 0xba) return SYMBOL
  const text = String.fromCharCode(code)
  if (/\s/.test(text)) return BLANK
  if (/\p{L}/u.test(text)) return LETTER
  if (/\p{Nd}/u.test(text)) return DIGIT
  if (/\p{M}/u.test(text)) return MARK
  return SYMBOL
}

function classOfAstral(code: number): number {
  if (code >= 0x1f3fb && code <= 0x1f3ff) return MARK
  if (code >= 0xe0020 && code <= 0xe007f) return MARK
  if (code >= 0xe0100 && code <= 0xe01ef) return MARK
  if (code === 0xe0001) return INVISIBLE
  const text = String.fromCodePoint(code)
  if (/\p{L}/u.test(text)) return LETTER
  if (/\p{Nd}/u.test(text)) return DIGIT
  if (/\p{M}/u.test(text)) return MARK
  return SYMBOL
}
