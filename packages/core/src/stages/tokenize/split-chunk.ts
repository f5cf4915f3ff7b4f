import { addressEnd } from './addresses.ts'
import { BLANK, classOf, DIGIT, LETTER, MARK, SYMBOL } from './characters.ts'
import {
  ABBREVIATIONS,
  AFTER_COMMAS,
  BEFORE_NAMES,
  BEFORE_NUMBERS,
  CLITICS,
  CONTRACTIONS,
  ELISIONS,
  EMOTICONS,
  FILE_ENDINGS,
  HYPHENATED,
  KOREAN_SYLLABLES,
  LETTERED,
  NEVER_POSSESSED,
  PREFIXES,
  SHORT_WORDS,
  SLASHED,
  SUFFIXES,
  UNITS,
  WITHIN_SENTENCES,
} from './lexicon.ts'

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

/** Splits one chunk of text into words by the conventions of UD English. Time is linear in the chunk. */
export function splitChunk(scan: ChunkScan): void {
  const { chunk } = scan
  const n = chunk.length
  const mayHoldAddress = chunk.includes('.') || chunk.includes('@') || chunk.includes('://')
  let addressTried = 0
  for (let i = 0; i < n; ) {
    const kind = classAt(chunk, i)
    if (kind === LETTER || kind === DIGIT) {
      if (mayHoldAddress && i >= addressTried) {
        const end = addressEnd(chunk, i)
        if (end > i) {
          push(scan, i, end, 0)
          i = end
          continue
        }
        // Look again only after a character that is part of no address, so that the whole stays linear.
        addressTried = nextBreak(chunk, i)
      }
      i = kind === DIGIT ? scanNumber(scan, i) : scanWord(scan, i)
    } else i = scanSymbol(scan, i)
  }
}

function push(scan: ChunkScan, from: number, to: number, glued: number): void {
  scan.words.push(from, to, glued)
}

function classAt(chunk: string, at: number): number {
  return at < chunk.length ? classOf(chunk.codePointAt(at)!) : BLANK
}

function isAlnum(chunk: string, at: number): boolean {
  const kind = classAt(chunk, at)
  return kind === LETTER || kind === DIGIT
}

function isDigit(chunk: string, at: number): boolean {
  return classAt(chunk, at) === DIGIT
}

function isApostrophe(character: string | undefined): boolean {
  return character === "'" || character === '’' || character === 'ʼ'
}

function isUpper(text: string): boolean {
  return text !== '' && text !== text.toLowerCase()
}

function isLower(text: string): boolean {
  return text !== '' && text !== text.toUpperCase()
}

/** First position after `at` whose character before it is neither alphanumeric nor `. - _ % +`. */
function nextBreak(chunk: string, at: number): number {
  let i = at
  while (i < chunk.length) {
    const code = chunk.charCodeAt(i)
    const kind = classOf(code)
    if (kind !== LETTER && kind !== DIGIT && !'.-_%+'.includes(chunk[i]!)) return i
    i++
  }
  return i
}

/** End of the run of letters, digits and marks from `at`, with `_` and apostrophes between them. */
function runEnd(chunk: string, at: number, apostrophes: boolean): number {
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

function scanWord(scan: ChunkScan, at: number): number {
  const { chunk } = scan
  let end = runEnd(chunk, at, true)
  const short = SLASHED.get(chunk.slice(at, at + 2).toLowerCase())
  if (chunk[at + 1] === '/' && short) {
    for (const form of short) {
      if (
        chunk.slice(at, at + form.length).toLowerCase() === form &&
        (form === 'w/' || !isAlnum(chunk, at + form.length))
      ) {
        push(scan, at, at + form.length, 0)
        return at + form.length
      }
    }
  }
  // AT&T, R&D: capitals on both sides, one token.
  while (chunk[end] === '&' && isUpper(chunk[end - 1]!) && isUpper(chunk[end + 1] ?? '') && end - at <= 4) {
    end = runEnd(chunk, end + 1, true)
  }
  // U.S, e.g, a.m: single letters with full stops between them.
  if (chunk[end] === '.' && end - at === 1) {
    while (chunk[end] === '.' && classAt(chunk, end + 1) === LETTER && runEnd(chunk, end + 1, false) === end + 2)
      end += 2
  }
  if (
    chunk[end] === '.' &&
    /^(?:ph|m)$/i.test(chunk.slice(at, end)) &&
    /^\.(?:d|sc)(?![a-z])/i.test(chunk.slice(end, end + 4))
  ) {
    end = runEnd(chunk, end + 1, false)
  }
  if (chunk[end] === '$' && /^(?:US|A|C|HK|NZ|CA|AU|CAN|S|NT)$/.test(chunk.slice(at, end))) {
    push(scan, at, end + 1, 0)
    return end + 1
  }
  end = joinHyphens(scan, at, end)
  if (chunk[end] === '-' && breaksOff(scan, at, end)) end++
  if (chunk[end] === '.' && keepsStop(scan, at, end)) end++
  return emitWord(scan, at, end)
}

/** Takes in what follows a hyphen where the two halves are one token. */
function joinHyphens(scan: ChunkScan, at: number, from: number): number {
  const { chunk } = scan
  let end = from
  let part = at
  while ((chunk[end] === '-' || chunk[end] === '‑') && isAlnum(chunk, end + 1)) {
    const next = runEnd(chunk, end + 1, true)
    const left = chunk.slice(part, end).toLowerCase()
    const right = chunk.slice(end + 1, next).toLowerCase()
    const joined =
      (PREFIXES.has(left) && part === at && next - end > 2 && takesPrefix(chunk.slice(part, end), chunk[end + 1]!)) ||
      (isUpper(chunk[at]!) && KOREAN_SYLLABLES.has(left) && KOREAN_SYLLABLES.has(right)) ||
      // Naqsh-e Jahan: the Persian link at a word's end.
      (next === end + 2 && chunk[end + 1] === 'e' && next === chunk.length && isUpper(chunk[at]!)) ||
      SUFFIXES.has(right) ||
      HYPHENATED.has(`${left}-${right}`)
    if (!joined) break
    part = end + 1
    end = next
  }
  return end
}

/** Some prefixes are words of their own before a capital or digit: "Inter-Services", "post-2015", "e-Islami". */
function takesPrefix(prefix: string, next: string): boolean {
  // "UN-related": capitals are a name, not a prefix.
  if (prefix.length > 1 && prefix === prefix.toUpperCase() && !isUpper(next)) return false
  if (isUpper(next))
    return !/^(?:e|u|[A-Z].*|un|over|re|para)$/.test(prefix) || /^(?:Anti|Pro|Non|Pre|Ex|Co|Mid|Neo)$/.test(prefix)
  return !isDigit(next, 0) || !/^post$/i.test(prefix)
}

/** True for "th- this": one or two letters that are no word, a hyphen, and a blank or comma after it. */
function breaksOff(scan: ChunkScan, at: number, end: number): boolean {
  const { chunk } = scan
  if (end - at > 2 || (at > 0 && chunk[at - 1] !== '"') || !(end + 1 === chunk.length || chunk[end + 1] === ','))
    return false
  const word = chunk.slice(at, end)
  return !SHORT_WORDS.has(word.toLowerCase()) && (word.length === 1 || word !== word.toUpperCase())
}

/** True where the full stop at `end` belongs to the word before it: "Mr.", "U.S.", "J.". */
function keepsStop(scan: ChunkScan, at: number, end: number): boolean {
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
  return WITHIN_SENTENCES.has(small) && ((isLower(after) && !isUpper(after)) || after === ',' || isDigit(after, 0))
}

/** Pushes the word `at` to `end`, split where it is a contraction or possessive, and returns where to go on. */
function emitWord(scan: ChunkScan, at: number, end: number): number {
  const { chunk } = scan
  const word = chunk.slice(at, end)
  const parts = word.length <= 9 ? CONTRACTIONS.get(word.toLowerCase()) : undefined
  if (parts) {
    let from = at
    for (const length of parts) {
      push(scan, from, from + length, from > at ? 1 : 0)
      from += length
    }
    return end
  }
  if (/^(?:its|your)$/i.test(word) && end === chunk.length && NEVER_POSSESSED.has(nextWord(scan))) {
    push(scan, at, end - 1, 0)
    push(scan, end - 1, end, 1)
    return end
  }
  let stem = end
  if (end - at >= 3) {
    const mark = apostropheFromEnd(word)
    if (mark > 0) {
      const tail = word.slice(mark + 1)
      if (/^[tT]$/.test(tail) && /^[nN]$/.test(word[mark - 1]!) && mark > 1) stem = at + mark - 1
      else if (CLITICS.has(tail)) stem = at + mark
      else if (/^y['’]all$/i.test(word)) stem = at + 2
      else if (/^c['’]mon$/i.test(word)) stem = at + 3
    }
  }
  push(scan, at, stem, 0)
  if (stem < end) {
    push(scan, stem, end, 1)
    return end
  }
  if (!isApostrophe(chunk[end])) return end
  // U.S.'s: the run ended at the full stop.
  if (/^[sS]$/.test(chunk[end + 1] ?? '') && !isAlnum(chunk, end + 2) && chunk[end - 1] === '.') {
    push(scan, end, end + 2, 1)
    return end + 2
  }
  // The ministers': a possessive, unless a single quotation mark is open or this is one of a pair.
  const possessive = /[sSzZxX]/.test(chunk[end - 1]!) && !scan.openSingle && !isAlnum(chunk, end + 1)
  if (possessive && !isApostrophe(chunk[end + 1])) {
    push(scan, end, end + 1, 1)
    return end + 1
  }
  return end
}

/** The word after the chunk in lower case, if it is on the same line and short; else "". */
function nextWord(scan: ChunkScan): string {
  const match = /^ ([A-Za-z]{1,12})(?![\w'’])/.exec(scan.text.slice(scan.end, scan.end + 16))
  return match ? match[1]!.toLowerCase() : ''
}

/** Position of the last apostrophe among the last four characters, or -1. */
function apostropheFromEnd(word: string): number {
  for (let i = word.length - 2; i >= 0 && i >= word.length - 5; i--) if (isApostrophe(word[i])) return i
  return -1
}

const PHONE =
  /^(?:(?:\d-)?\d{3}-\d{3}-\d{4}|\d{3}-\d{4}|\d-\d{4}|\d{5}-\d{4}|\d{1,2}-\d{1,2}-\d{2,4}|\d{4}-\d{2}-\d{2}|\d{3}\/\d{3}-\d{4})$/
/** Longest number that is looked at as a telephone number or date. */
const LONGEST_PHONE = 16

function scanNumber(scan: ChunkScan, at: number): number {
  const { chunk } = scan
  const phone = phoneEnd(chunk, at)
  if (phone > 0) {
    push(scan, at, phone, 0)
    return phone
  }
  let commas = 0
  let end = digitsEnd(chunk, chunk[at] === '.' ? at + 1 : at)
  while (end + 1 < chunk.length && isDigit(chunk, end + 1)) {
    const mark = chunk[end]!
    const next = digitsEnd(chunk, end + 1)
    // 1,150 and the decimal comma of 7,5, but not the list 1,2,3.
    if (
      mark === ',' &&
      next - end !== 4 &&
      (next - end > 3 || commas > 0 || chunk[at - 1] === ',' || /[,\]]/.test(chunk[next] ?? ''))
    )
      break
    if (mark === ',') commas++
    if (mark === '/') {
      if (!/^\d{1,2}(?:\/\d{1,2})?$/.test(chunk.slice(at, Math.min(end, at + 9)))) break
      if (next - end > 5) break
    } else if (mark !== '.' && mark !== ',' && mark !== ':') break
    end = next
  }
  if (classAt(chunk, end) === MARK) end = runEnd(chunk, end, false)
  if (classAt(chunk, end) === LETTER) {
    const letters = runEnd(chunk, end, false)
    const unit = chunk.slice(end, letters)
    const money = at > 0 && /[$€£¥]/.test(chunk[at - 1]!)
    if (!UNITS.has(unit.toLowerCase()) || (/^[A-Z]$/.test(unit) && !money && !/[KM]/.test(unit))) end = letters
  }
  if (isApostrophe(chunk[end]) && /^[sS]$/.test(chunk[end + 1] ?? '') && !isAlnum(chunk, end + 2)) {
    // The 1960's are a decade, 2003's a possessive.
    if (chunk[end - 1] === '0' && end - at !== 3) end += 2
    else {
      push(scan, at, end, 0)
      push(scan, end, end + 2, 1)
      return end + 2
    }
  }
  push(scan, at, end, 0)
  return end
}

function digitsEnd(chunk: string, at: number): number {
  let i = at
  while (i < chunk.length && isDigit(chunk, i)) i += chunk.codePointAt(i)! > 0xffff ? 2 : 1
  return i
}

/** End of the telephone number, postal code or date with hyphens that starts at `at`, or -1. */
function phoneEnd(chunk: string, at: number): number {
  let end = at
  let hyphens = 0
  while (end < chunk.length && end - at <= LONGEST_PHONE) {
    const code = chunk.charCodeAt(end)
    if (code === 0x2d || code === 0x2f) {
      if (code === 0x2d) hyphens++
    } else if (code < 0x30 || code > 0x39) break
    end++
  }
  if (hyphens === 0 || isAlnum(chunk, end)) return -1
  return PHONE.test(chunk.slice(at, end)) ? end : -1
}

/** Symbols of which a run of the same is one token. */
const RUNS = '.-=*_~!?+#<>–—…/\\|^$'

function scanSymbol(scan: ChunkScan, at: number): number {
  const { chunk } = scan
  const n = chunk.length
  const first = chunk[at]!
  for (let size = 4; size >= 2; size--) {
    if (at + size <= n && EMOTICONS.has(chunk.slice(at, at + size)) && !isAlnum(chunk, at + size)) {
      push(scan, at, at + size, 0)
      return at + size
    }
  }
  const fresh = at === 0 || !isAlnum(chunk, at - 1)
  if ((first === '@' || first === '#') && fresh && classAt(chunk, at + 1) === LETTER) {
    const end = runEnd(chunk, at + 1, false)
    push(scan, at, end, 0)
    return end
  }
  if (first === '.' && fresh && isDigit(chunk, at + 1)) return scanNumber(scan, at)
  if (first === '.' && at === 0) {
    // ".doc": what is left of a file name with blanks.
    const end = runEnd(chunk, 1, false)
    if (FILE_ENDINGS.has(chunk.slice(1, Math.min(end, 7)).toLowerCase())) {
      push(scan, at, end, 0)
      return end
    }
  }
  if (first === '+' && fresh && isDigit(chunk, at + 1)) {
    const phone = phoneEnd(chunk, at + 1)
    const end = phone > 0 ? phone : digitsEnd(chunk, at + 1)
    push(scan, at, end, 0)
    return end
  }
  if (first === '[' && /^\[(?:\.\.\.|…)\]/.test(chunk.slice(at, at + 5))) {
    const end = chunk.indexOf(']', at) + 1
    push(scan, at, end, 0)
    return end
  }
  if (isApostrophe(first) || first === '‘' || first === '`') return scanQuote(scan, at, fresh)
  let end = at
  if (first === '!' || first === '?') while (chunk[end] === '!' || chunk[end] === '?') end++
  else if (first === '.' && (chunk[at + 1] === '?' || chunk[at + 1] === '!')) {
    end++
    while (chunk[end] === '!' || chunk[end] === '?') end++
  } else if (RUNS.includes(first)) while (chunk[end] === first) end++
  if ((first === '-' || first === '=') && chunk[end] === '>') end++
  if (first === '<' && end === at + 1 && chunk[end] === '-') end++
  if (end === at) end = clusterEnd(chunk, at)
  push(scan, at, end, 0)
  return end
}

function scanQuote(scan: ChunkScan, at: number, fresh: boolean): number {
  const { chunk } = scan
  const first = chunk[at]!
  if (chunk[at + 1] === first || (first === '‘' && chunk[at + 1] === '’')) {
    push(scan, at, at + 2, 0)
    return at + 2
  }
  if (fresh && first !== '`') {
    // '90s, 'em: a word that begins with an apostrophe.
    const end = runEnd(chunk, at + 1, false)
    const word = chunk.slice(at + 1, Math.min(end, at + 8))
    if (/^\d\d(?:s)?$/.test(word) || ELISIONS.has(word.toLowerCase())) {
      push(scan, at, end, 0)
      return end
    }
  }
  scan.openSingle = first === '‘' || (first === "'" && fresh && isAlnum(chunk, at + 1) && !scan.openSingle)
  push(scan, at, at + 1, 0)
  return at + 1
}

/** End of the character at `at` as a reader sees it: marks, joined emoji and pairs of regional indicators. */
function clusterEnd(chunk: string, at: number): number {
  let code = chunk.codePointAt(at)!
  let i = at + (code > 0xffff ? 2 : 1)
  if (isRegional(code) && i < chunk.length && isRegional(chunk.codePointAt(i)!)) i += 2
  while (i < chunk.length) {
    const joined = code === 0x200d
    code = chunk.codePointAt(i)!
    const kind = classOf(code)
    if (kind !== MARK && !(joined && kind === SYMBOL)) break
    i += code > 0xffff ? 2 : 1
  }
  return i
}

function isRegional(code: number): boolean {
  return code >= 0x1f1e6 && code <= 0x1f1ff
}
