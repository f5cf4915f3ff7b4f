import { addressEnd } from './addresses.ts'
import { classOf, DIGIT, LETTER } from './characters.ts'
import { type ChunkScan, classAt, push } from './chunk-scan.ts'
import { scanNumber } from './scan-number.ts'
import { scanSymbol } from './scan-symbol.ts'
import { scanWord } from './scan-word.ts'

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
