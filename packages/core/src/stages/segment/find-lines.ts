import type { TokenTable } from '../../model/index.ts'

/** What parts a token from the one before. */
export const GAP = { inside: 0, blank: 1, softLine: 2, hardLine: 3, paragraph: 4 } as const

/** A text is looked at as hard-wrapped only if its longest line has no more code units than this. */
const WIDEST_WRAP = 132
/** And only if it has at least so many lines that could not have taken the next word. */
const FEWEST_FULL_LINES = 2
/** Narrower columns than this are lists, not wrapped text. */
const NARROWEST_WRAP = 40

/**
 * The kind of gap before each token. A blank line is a paragraph break. A single line break is hard (a headline, a
 * byline, one paragraph a line) or soft (lines wrapped at a width): soft where the text is wrapped and the next word
 * would not have fitted the line, or where the sentence visibly goes on: the next line starts with a small letter or
 * closing mark and this one does not end like a sentence. The first token has a paragraph break before it.
 */
export function findGaps(text: string, tokens: TokenTable): Uint8Array {
  const n = tokens.length
  const gaps = new Uint8Array(n)
  const breaks: number[] = []
  for (let i = 0; i < n; i++) {
    const from = tokens.from[i]!
    const before = i === 0 ? 0 : tokens.to[i - 1]!
    let lines = 0
    for (let k = before; k < from; k++) {
      const code = text.charCodeAt(k)
      if (code === 0x0a || code === 0x2028) lines++
      else if (code === 0x2029 || code === 0x0c) lines += 2
      else if (code === 0x0d && text.charCodeAt(k + 1) !== 0x0a) lines++
    }
    if (i === 0 || lines > 1) gaps[i] = GAP.paragraph
    else if (lines === 1) {
      gaps[i] = GAP.hardLine
      breaks.push(i)
    } else gaps[i] = before < from ? GAP.blank : GAP.inside
  }
  if (breaks.length > 0) softenLines(text, tokens, gaps, breaks)
  return gaps
}

/** Makes those single line breaks soft that only wrap a paragraph. */
function softenLines(text: string, tokens: TokenTable, gaps: Uint8Array, breaks: readonly number[]): void {
  const starts: number[] = []
  for (let i = 0; i < gaps.length; i++) if (gaps[i]! >= GAP.hardLine) starts.push(i)
  starts.push(gaps.length)
  // Length of the line that ends before token i, and the widest one.
  const lengths = new Map<number, number>()
  let width = 0
  for (let k = 0; k + 1 < starts.length; k++) {
    const first = starts[k]!
    const end = starts[k + 1]!
    const length = tokens.to[end - 1]! - tokens.from[first]!
    lengths.set(end, length)
    if (length > width) width = length
  }
  const full = (i: number): boolean => {
    const word = wordLength(text, tokens.from[i]!)
    return (lengths.get(i) ?? 0) + 1 + word > width
  }
  let fullLines = 0
  for (const i of breaks) if (full(i)) fullLines++
  const wrapped =
    width >= NARROWEST_WRAP && width <= WIDEST_WRAP && fullLines >= FEWEST_FULL_LINES && fullLines * 3 >= breaks.length
  for (const i of breaks) {
    if ((wrapped && full(i)) || goesOn(text, tokens, i)) gaps[i] = GAP.softLine
  }
}

/** Length of the run without blanks from `at`, looked at no further than a wide line. */
function wordLength(text: string, at: number): number {
  let end = at
  while (end < text.length && end - at <= WIDEST_WRAP && text.charCodeAt(end) > 0x20) end++
  return end - at
}

/** True where the line before token i does not end like a sentence and the next one begins in the middle of one. */
function goesOn(text: string, tokens: TokenTable, i: number): boolean {
  const last = text[tokens.to[i - 1]! - 1]!
  if ('.!?…:;"”)’\''.includes(last)) return false
  const first = text[tokens.from[i]!]!
  if (',.;:!?)]}”’'.includes(first)) return true
  return first !== first.toUpperCase()
}
