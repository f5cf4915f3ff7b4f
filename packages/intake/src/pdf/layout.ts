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
    if (first && isFootnoteMark(run, first, text, end)) continue
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

/** A raised, smaller number right behind a word: the sign of a footnote, which would read as a part of the word. */
function isFootnoteMark(run: Glyphs, first: Glyphs, text: string, end: number): boolean {
  return (
    /^\d{1,3}$/.test(run.text.trim()) &&
    run.height < 0.8 * first.height &&
    run.y - first.y > 0.1 * first.height &&
    Math.abs(run.x - end) < 0.15 * first.height &&
    /(?:\p{L}{4}|[.,;:!?”’"')\]])$/u.test(text)
  )
}

/** How much larger than the text beside it an initial is. */
const INITIAL_SIZE = 1.6

/**
 * Puts an initial that is set over several lines ("O" before "fficials") back before the uppermost line at its right, wherever
 * the file has it.
 */
export function withInitials(lines: readonly Line[]): readonly Line[] {
  const joined = new Map<Line, Line | null>()
  for (const initial of lines) {
    if (!/^[“"‘']?\p{Lu}$/u.test(initial.text)) continue
    const beside = lines.filter(
      (line) =>
        line !== initial &&
        initial.height > INITIAL_SIZE * line.height &&
        line.y > initial.y - 0.3 * line.height &&
        line.y < initial.y + 0.85 * initial.height &&
        line.x >= initial.x - 0.5 * line.height &&
        line.x < initial.end + 1.5 * line.height &&
        /^(?:[\p{Ll}’']|\p{Lu}{2})/u.test(line.text),
    )
    const [top] = beside.sort((a, b) => b.y - a.y)
    if (top === undefined) continue
    joined.set(initial, null)
    const blank = isWordOfItsOwn(initial.text, top.text) ? ' ' : ''
    joined.set(top, { ...top, text: initial.text + blank + top.text, x: initial.x })
  }
  return lines.flatMap((line) => joined.get(line) ?? (joined.has(line) ? [] : [line]))
}

// How English words begin; what begins otherwise ("fter") is the rest of one.
const ONSET =
  /^(?:y?[aeiou]|[bcdfghjklmnprstvwyz][aeiouy]|qu|(?:[bcfgps]l|[bcdfgpt]r|[cgkpstw]h|s[ckmnptw]|[dt]w|kn|gn|wr|st[aeioury]|thr)[aeiouyrlw])/i
const OPENERS =
  /^(?:about|according|aid|all|along|although|always|american|amid|among|another|any|as|at|again(?:st)?|are|also|in|inside|into|is|it|its|israeli?|iranian?|iraqi?|italian?|if)\b/i

/** "A" and "I" are words too: "A" before "senior official", not before "fter". */
function isWordOfItsOwn(initial: string, rest: string): boolean {
  const letter = initial.slice(-1)
  if (letter !== 'A' && letter !== 'I') return false
  return !OPENERS.test(letter + rest) && (ONSET.test(rest) || /^[aeiou]/i.test(rest))
}

// "3", "page 3 of 7", and what browsers print around a page: "11/24/26, 9:23 PM Title", "https://a.example/1 1/3".
const PAGE_NUMBER = /^(?:page\s+)?[-–—]?\s*\d{1,4}\s*(?:(?:of|\/)\s*\d{1,4})?\s*[-–—]?$/i
const PRINTED = /^\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}:\d{2}\b|^(?:https?|file):\/\/\S+ ?\d+\/\d+$/

/** Times a line must stand at the top or the bottom of pages to be a running head, and the share of pages. */
const FEWEST_REPEATS = 3
const REPEATED_SHARE = 0.5
/** How far apart, in points, what returns at the same height may be: of two pages that is asked too. */
const SAME_HEIGHT = 1

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
  // Prints of two pages are common, and two heads are few: they must stand at the same height on both.
  const onBoth = (line: Line, key: string): boolean =>
    outers.length === 2 &&
    outers.every((page) =>
      [...page].some(([other, its]) => its === key && Math.abs(other.y - line.y) <= SAME_HEIGHT && /\p{L}/u.test(key)),
    )
  for (const lines of outers) for (const key of lines.values()) counts.set(key, (counts.get(key) ?? 0) + 1)
  return pages.map((page, index) =>
    page.filter((line) => {
      const key = outers[index]?.get(line)
      if (key === undefined) return true
      if (PAGE_NUMBER.test(line.text) || PRINTED.test(line.text)) return false
      if (onBoth(line, key)) return false
      const count = counts.get(key) ?? 0
      return count < FEWEST_REPEATS || count < REPEATED_SHARE * pages.length
    }),
  )
}

/**
 * Joins lines to paragraphs. A new one starts at a wider gap, at an indented line, at another size of type, after
 * a line that ends early with the end of a sentence, and after one with room left for the words that follow (a byline). Words hyphenated at the end of a line are joined where the next
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
  const type = quantile(
    lines.map((line) => line.height),
    0.5,
  )
  const paragraphs: string[] = []
  let text = ''
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]
    // Lines of a headline are as much further apart as they are larger.
    const spacing = usual * Math.max(1, line.height / Math.max(1, type))
    if (
      before &&
      (startsParagraph(before, line, spacing, margin, starts) ||
        isLoneAbove(before, line, lines[index + 1]) ||
        isIndented(before, line, lines[index + 1]) ||
        isEndedEarly(before, line, lines, index, spacing))
    ) {
      paragraphs.push(text)
      text = ''
    }
    text = joined(text, line.text)
  }
  if (text !== '') paragraphs.push(text)
  return paragraphs
}

const SENTENCE_END = /[.!?:…]["”’»)\]]*$/

function startsParagraph(before: Line, line: Line, usual: number, margin: number, starts: number): boolean {
  const gap = before.y - line.y
  const size = Math.max(1, line.height)
  const ended = SENTENCE_END.test(before.text)
  // A jump upwards is a new column or page: a sentence may run on.
  if (gap < 0) return ended && before.end < margin - 2 * size
  if (usual > 0 && gap > 1.4 * usual) return true
  if (Math.abs(before.height - line.height) > 0.15 * Math.max(before.height, line.height)) return true
  if (line.x - starts > 0.8 * size && line.x - starts < 6 * size && before.x - starts <= 0.8 * size) return ended
  return ended && before.end < margin - 4 * size && /^[\p{Lu}\d“"‘'«(—–•-]/u.test(line.text)
}

/** True for a line above the one before that nothing goes on from, after the end of a sentence: a head that the file gives last. */
function isLoneAbove(before: Line, line: Line, after: Line | undefined): boolean {
  if (line.y <= before.y || !SENTENCE_END.test(before.text)) return false
  return !after || after.y >= line.y || line.y - after.y > 2.5 * Math.max(1, line.height)
}

/** True for an indented line between others of its column, after the end of a sentence or after a paragraph of one line (a byline). */
function isIndented(before: Line, line: Line, after: Line | undefined): boolean {
  if (!after || before.y <= line.y || line.y <= after.y) return false
  const size = Math.max(1, line.height)
  const indent = line.x - after.x
  if (indent < 0.8 * size || indent > 6 * size || Math.abs(before.height - after.height) > 0.15 * size) return false
  if (!/^[“"‘']?[\p{Lu}\d]/u.test(line.text)) return false
  return Math.abs(before.x - line.x) < 0.3 * size || (before.x - after.x < 0.8 * size && SENTENCE_END.test(before.text))
}

/**
 * True where a line leaves room for the next two words in its column, so that it was ended there on purpose. Lines that run round a
 * picture end early too: those are as short as the line before.
 */
function isEndedEarly(before: Line, line: Line, lines: readonly Line[], index: number, spacing: number): boolean {
  const size = Math.max(1, line.height)
  const gap = before.y - line.y
  if (gap <= 0 || gap > 1.4 * Math.max(spacing, size) || Math.abs(before.x - line.x) > 3 * size) return false
  if (!/^[“"‘']?\p{Lu}/u.test(line.text) || /[,;:–—-]$/.test(before.text)) return false
  const above = lines[index - 2]
  if (above && Math.abs(above.height - before.height) < 0.15 * size && Math.abs(above.end - before.end) < 4 * size)
    return false
  const words = line.text.split(' ').slice(0, 2).join(' ')
  const needed = ((line.end - line.x) * words.length) / Math.max(1, line.text.length) + 2 * size
  return line.end - before.end > needed
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
