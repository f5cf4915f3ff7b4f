import { LETTER, MARK } from './characters.ts'
import { type ChunkScan, classAt, isAlnum, isApostrophe, isDigit, push, runEnd } from './chunk-scan.ts'
import { UNITS } from './lexicon.ts'

const PHONE =
  /^(?:(?:\d-)?\d{3}-\d{3}-\d{4}|\d{3}-\d{4}|\d-\d{4}|\d{5}-\d{4}|\d{1,2}-\d{1,2}-\d{2,4}|\d{4}-\d{2}-\d{2}|\d{3}\/\d{3}-\d{4})$/
/** Longest number that is looked at as a telephone number or date. */
const LONGEST_PHONE = 16

/** Finds the number, date, time or telephone number that starts at `at`, and returns where to go on. */
export function scanNumber(scan: ChunkScan, at: number): number {
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

/** End of the run of digits from `at`. */
export function digitsEnd(chunk: string, at: number): number {
  let i = at
  while (i < chunk.length && isDigit(chunk, i)) i += chunk.codePointAt(i)! > 0xffff ? 2 : 1
  return i
}

/** End of the telephone number, postal code or date with hyphens that starts at `at`, or -1. */
export function phoneEnd(chunk: string, at: number): number {
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
