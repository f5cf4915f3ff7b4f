/** A run of characters as a PDF places it: x and y in points from the lower left corner, y upwards. */
export interface Glyphs {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Line {
  readonly text: string
  readonly x: number
  readonly end: number
  readonly y: number
  readonly height: number
}

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
  // Private-use signs of the same two in older fonts.
  '\uF001': 'fi',
  '\uF002': 'fl',
}

/**
 * Joins runs to lines in the order the file gives them, which is the reading order of nearly all typesetters: a run
 * that starts higher, lower or clearly to the left starts a new line. Ligatures become letters, soft hyphens go.
 */
export function linesOf(runs: readonly Glyphs[]): readonly Line[] {
  const lines: Line[] = []
  let text = ''
  let first: Glyphs | null = null
  let end = 0
  const flush = (): void => {
    const plain = text
      .replace(/[ﬀ-ﬆ\uF001\uF002]/g, (sign) => LIGATURES[sign] ?? sign)
      .replace(/[\s\u00A0]+/g, ' ')
      .trim()
    if (first && plain !== '') lines.push({ text: plain, x: first.x, end, y: first.y, height: first.height })
    text = ''
    first = null
  }
  for (const run of runs) {
    if (
      first &&
      (Math.abs(run.y - first.y) > 0.5 * Math.max(1, first.height) || run.x < end - 3 * Math.max(1, run.height))
    )
      flush()
    if (run.text.trim() === '') {
      if (first) text += ' '
      continue
    }
    if (!first) {
      first = run
      end = run.x
    } else if (run.x - end > 0.15 * Math.max(1, run.height)) text += ' '
    text += run.text
    end = run.x + run.width
  }
  flush()
  return lines
}

// "3", "page 3 of 7", and what browsers print around a page: "11/24/26, 9:23 PM Title", "https://a.example/1 1/3".
const PAGE_NUMBER = /^(?:page\s+)?[-–—]?\s*\d{1,4}\s*(?:(?:of|\/)\s*\d{1,4})?\s*[-–—]?$/i
const PRINTED = /^\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}:\d{2}\b|^(?:https?|file):\/\/\S+ ?\d+\/\d+$/

/** Times a line must stand at the top or the bottom of pages to be a running head, and the share of pages. */
const FEWEST_REPEATS = 3
const REPEATED_SHARE = 0.5

/**
 * Leaves out running heads, running feet and page numbers: the outermost lines of a page that return on others, whatever
 * number they hold, and the lines next to them where they return letter by letter.
 */
export function withoutRunningLines(pages: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  const counts = new Map<string, number>()
  const outer = (page: readonly Line[]): ReadonlyMap<Line, string> => {
    const byHeight = [...page].sort((a, b) => b.y - a.y)
    if (byHeight.length <= 2) return new Map()
    const outermost = [byHeight[0], byHeight.at(-1)]
    const next = byHeight.length <= 4 ? [] : [byHeight[1], byHeight.at(-2)]
    return new Map([
      ...next.flatMap((line) => (line ? [[line, line.text] as const] : [])),
      ...outermost.flatMap((line) => (line ? [[line, line.text.replace(/\d+/g, '#')] as const] : [])),
    ])
  }
  const outers = pages.map(outer)
  for (const lines of outers) for (const key of lines.values()) counts.set(key, (counts.get(key) ?? 0) + 1)
  return pages.map((page, index) =>
    page.filter((line) => {
      const key = outers[index]?.get(line)
      if (key === undefined) return true
      if (PAGE_NUMBER.test(line.text) || PRINTED.test(line.text)) return false
      const count = counts.get(key) ?? 0
      return count < FEWEST_REPEATS || count < REPEATED_SHARE * pages.length
    }),
  )
}

/**
 * Joins lines to paragraphs. A new one starts at a wider gap, at an indented line, at another size of type, and after
 * a line that ends early with the end of a sentence. Words hyphenated at the end of a line are joined where the next
 * line goes on in lower case; "US-" before "Belarus" keeps its hyphen.
 */
export function paragraphsOf(lines: readonly Line[]): readonly string[] {
  const gaps = lines.slice(1).flatMap((line, index) => {
    const gap = (lines[index]?.y ?? 0) - line.y
    return gap > 0 && gap < 4 * Math.max(1, line.height) ? [gap] : []
  })
  // The lower quarter: texts with many short paragraphs have as many gaps between paragraphs as between lines.
  const usual = quantile(gaps, 0.25)
  const margin = quantile(
    lines.map((line) => line.end),
    0.9,
  )
  const starts = quantile(
    lines.map((line) => line.x),
    0.5,
  )
  const paragraphs: string[] = []
  let text = ''
  let before: Line | null = null
  for (const line of lines) {
    if (before && startsParagraph(before, line, usual, margin, starts)) {
      paragraphs.push(text)
      text = ''
    }
    text = joined(text, line.text)
    before = line
  }
  if (text !== '') paragraphs.push(text)
  return paragraphs
}

function startsParagraph(before: Line, line: Line, usual: number, margin: number, starts: number): boolean {
  const gap = before.y - line.y
  const size = Math.max(1, line.height)
  const ended = /[.!?:…]["”’»)\]]*$/.test(before.text)
  // A jump upwards is a new column or page: a sentence may run on.
  if (gap < 0) return ended && before.end < margin - 2 * size
  if (usual > 0 && gap > 1.4 * usual) return true
  if (Math.abs(before.height - line.height) > 0.15 * Math.max(before.height, line.height)) return true
  if (line.x - starts > 0.8 * size && line.x - starts < 6 * size && before.x - starts <= 0.8 * size) return ended
  return ended && before.end < margin - 4 * size && /^[\p{Lu}\d“"‘'«(—–•-]/u.test(line.text)
}

/** First parts of words that are written with a hyphen. A cut word rarely ends in one of them. */
const COMPOUND =
  /(?:^|[\s“"‘'(])(?:well|self|vice|long|short|high|half|two|three|four|five|six|seven|eight|nine|\p{L}+-\p{L}+)-$/iu

function joined(text: string, next: string): string {
  if (text === '') return next
  const hyphen = /[-\u00AD\u2010]$/.test(text)
  if (hyphen && /\p{L}[-\u00AD\u2010]$/u.test(text)) {
    // "well-known" was written with a hyphen before it was cut; "negoti-ations" was not.
    if (/^\p{Ll}/u.test(next)) return COMPOUND.test(text) ? text + next : text.slice(0, -1) + next
    return text.endsWith('\u00AD') ? text.slice(0, -1) + next : text + next
  }
  return `${text} ${next}`
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * share)] ?? 0
}
