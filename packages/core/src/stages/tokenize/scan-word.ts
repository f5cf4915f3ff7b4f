import { LETTER } from './characters.ts'
import { type ChunkScan, classAt, isAlnum, isApostrophe, isDigit, isUpper, push, runEnd } from './chunk-scan.ts'
import { keepsStop } from './keeps-stop.ts'
import {
  CLITICS,
  CONTRACTIONS,
  HYPHENATED,
  KOREAN_SYLLABLES,
  NEVER_POSSESSED,
  PREFIXES,
  SHORT_WORDS,
  SLASHED,
  SUFFIXES,
} from './lexicon.ts'

/** Finds the word or words that start with the letter at `at`, and returns where to go on. */
export function scanWord(scan: ChunkScan, at: number): number {
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
  if (end - at === 1) end = dottedEnd(chunk, end)
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

/** Goes on over full stops that each have a single letter after them. */
function dottedEnd(chunk: string, from: number): number {
  let end = from
  while (chunk[end] === '.' && classAt(chunk, end + 1) === LETTER && runEnd(chunk, end + 1, false) === end + 2) end += 2
  return end
}

/** Takes in what follows a hyphen where the two halves are one token. */
function joinHyphens(scan: ChunkScan, at: number, from: number): number {
  const { chunk } = scan
  let end = from
  let part = at
  while ((chunk[end] === '-' || chunk[end] === '‑') && isAlnum(chunk, end + 1)) {
    let next = runEnd(chunk, end + 1, true)
    // pro-U.S.: the second half goes on over its stops.
    if (next === end + 2) next = dottedEnd(chunk, next)
    const left = chunk.slice(part, end).toLowerCase()
    const right = chunk.slice(end + 1, next).toLowerCase()
    const joined =
      (PREFIXES.has(left) &&
        part === at &&
        next - end > 2 &&
        right !== 'to' &&
        takesPrefix(chunk.slice(part, end), chunk[end + 1]!)) ||
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
  const stem = stemEnd(word)
  const inner = stem < word.length ? stemEnd(word.slice(0, stem)) : stem
  push(scan, at, at + inner, 0)
  if (inner < stem) push(scan, at + inner, at + stem, 1)
  if (stem < word.length) {
    push(scan, at + stem, end, 1)
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

/** Length of a word without its clitic: 2 of "he's", 3 of "didn't"; the whole length where it has none. */
function stemEnd(word: string): number {
  if (word.length < 3) return word.length
  const mark = apostropheFromEnd(word)
  if (mark <= 0) return word.length
  const tail = word.slice(mark + 1)
  if (/^[tT]$/.test(tail) && /^[nN]$/.test(word[mark - 1]!) && mark > 1) return mark - 1
  if (CLITICS.has(tail)) return mark
  if (/^y['’]all$/i.test(word)) return 2
  if (/^c['’]mon$/i.test(word)) return 3
  return word.length
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
