/** Columns that a text takes on a terminal: two for wide East Asian characters and emoji, none for combining marks. */
export function displayWidth(text: string): number {
  let width = 0
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme)
  return width
}

/** Wide and fullwidth ranges of Unicode 16 (EastAsianWidth.txt, W and F), joined where only unassigned gaps part them. */
const WIDE =
  /[\u1100-\u115f\u231a\u231b\u2329\u232a\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{1f004}\u{1f0cf}\u{1f18e}\u{1f191}-\u{1f19a}\u{1f1e6}-\u{1f1ff}\u{1f200}-\u{1f320}\u{1f32d}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f7e0}-\u{1f7eb}\u{1f90c}-\u{1f9ff}\u{1fa70}-\u{1faff}\u{20000}-\u{3fffd}]/u
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

function graphemeWidth(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0
  return WIDE.test(grapheme) || grapheme.includes('\ufe0f') ? 2 : 1
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const PLAIN = /^[\x20-\x7e]*$/

/** What a reader takes for one character each. */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return [...text]
  return Array.from(segmenter.segment(text), (part) => part.segment)
}

/**
 * Text made safe for a terminal: control characters (which could move the cursor or change its colors) and marks that
 * reorder text are dropped, white space is one blank.
 */
export function safeText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}

/**
 * Breaks a text into lines of at most `width` columns at its blanks; a word that is longer than a line is cut between
 * graphemes. The text is made safe on the way. Empty text gives one empty line.
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of safeText(text).trim().split(' ')) {
    const wide = displayWidth(word)
    if (line !== '' && used + 1 + wide <= width) {
      line += ` ${word}`
      used += 1 + wide
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    used = wide
    while (used > width) {
      const [head, rest] = cutAt(line, width)
      lines.push(head)
      line = rest
      used = displayWidth(rest)
    }
  }
  lines.push(line)
  return lines
}

/** The text cut to `width` columns, with "…" as its last one where something is left out; cut between words. */
export function shorten(text: string, width: number): string {
  const clean = safeText(text).trim()
  if (displayWidth(clean) <= width) return clean
  const [head, rest] = cutAt(clean, Math.max(1, width - 1))
  const blank = rest.startsWith(' ') ? -1 : head.lastIndexOf(' ')
  return `${(blank > head.length / 2 ? head.slice(0, blank) : head).replace(/[\s,;:–—-]+$/, '')}…`
}

/**
 * The text cut to `width` columns so that the word at index `focus` stays in it: at its start as well where that word
 * comes late.
 */
export function shortenAround(text: string, focus: number, width: number): string {
  const clean = safeText(text).trim()
  if (displayWidth(clean) <= width || displayWidth(clean.slice(0, focus)) < width / 2) return shorten(clean, width)
  // Half of what is shown stands before the word.
  let from = focus
  for (let used = 0; from > 0 && used < width / 2 - 2; from--) used += graphemeWidth(clean[from - 1] ?? '')
  const blank = clean.indexOf(' ', from)
  const start = blank >= 0 && blank < focus ? blank + 1 : focus
  return `…${shorten(clean.slice(start), width - 1)}`
}

/** The longest start of at most `width` columns, at least one grapheme, and the rest. */
function cutAt(text: string, width: number): [head: string, rest: string] {
  let head = ''
  let used = 0
  for (const grapheme of graphemes(text)) {
    const wide = graphemeWidth(grapheme)
    if (head !== '' && used + wide > width) break
    head += grapheme
    used += wide
  }
  return [head, text.slice(head.length)]
}
