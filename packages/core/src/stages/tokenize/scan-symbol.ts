import { classOf, LETTER, MARK, SYMBOL } from './characters.ts'
import { type ChunkScan, classAt, isAlnum, isApostrophe, isDigit, push, runEnd } from './chunk-scan.ts'
import { ELISIONS, EMOTICONS, FILE_ENDINGS } from './lexicon.ts'
import { digitsEnd, phoneEnd, scanNumber } from './scan-number.ts'

/** Symbols of which a run of the same is one token. */
const RUNS = '.-=*_~!?+#<>–—…/\\|^$'

/** Finds the word that starts at `at` with something else than a letter or digit, and returns where to go on. */
export function scanSymbol(scan: ChunkScan, at: number): number {
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
