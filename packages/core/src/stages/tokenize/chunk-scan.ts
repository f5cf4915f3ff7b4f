import { BLANK, classOf, DIGIT, LETTER, MARK } from './characters.ts'

/** What the splitting of one chunk knows of its surroundings, and where its words go. */
export interface ChunkScan {
  /** The chunk: no blanks, no invisible characters, not empty. */
  readonly chunk: string
  /** First character after the chunk and its blanks; "" at the end of the text. */
  readonly next: string
  /** The text, and the end of the chunk in it, for the few decisions that need the next word. */
  readonly text: string
  readonly end: number
  /** True where the line ends after the chunk. */
  readonly endsLine: boolean
  /** Last character before the chunk and its blanks; "" at the start of the text. */
  readonly before: string
  /** The chunk before; "" at the start of the text. */
  readonly previous: string
  /** True where the chunk is the first of its line. */
  readonly startsLine: boolean
  /** True while a single quotation mark is open, so that an apostrophe after "s" closes it. Carried on by the caller. */
  openSingle: boolean
  /** Words found: start, end, glued (0 or 1), three numbers a word. */
  readonly words: number[]
}

/** Adds a word of the chunk. */
export function push(scan: ChunkScan, from: number, to: number, glued: number): void {
  scan.words.push(from, to, glued)
}

/** Class of the character at `at`; that of a blank beyond the end. */
export function classAt(chunk: string, at: number): number {
  return at < chunk.length ? classOf(chunk.codePointAt(at)!) : BLANK
}

/** True for a letter or digit. */
export function isAlnum(chunk: string, at: number): boolean {
  const kind = classAt(chunk, at)
  return kind === LETTER || kind === DIGIT
}

/** True for a decimal digit of any script. */
export function isDigit(chunk: string, at: number): boolean {
  return classAt(chunk, at) === DIGIT
}

/** True for the straight, the curly and the modifier-letter apostrophe. */
export function isApostrophe(character: string | undefined): boolean {
  return character === "'" || character === '’' || character === 'ʼ'
}

/** True where the text holds a capital letter. */
export function isUpper(text: string): boolean {
  return text !== '' && text !== text.toLowerCase()
}

/** True where the text holds a small letter. */
export function isLower(text: string): boolean {
  return text !== '' && text !== text.toUpperCase()
}

/** End of the run of letters, digits and marks from `at`, with `_` and apostrophes between them. */
export function runEnd(chunk: string, at: number, apostrophes: boolean): number {
  let i = at
  while (i < chunk.length) {
    const code = chunk.codePointAt(i)!
    const kind = classOf(code)
    const joins = code === 0x5f || (apostrophes && (code === 0x27 || code === 0x2019 || code === 0x2bc))
    if (kind === LETTER || kind === DIGIT || kind === MARK || (joins && i > at && isAlnum(chunk, i + 1))) {
      i += code > 0xffff ? 2 : 1
    } else break
  }
  return i
}
