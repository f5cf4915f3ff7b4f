import type { ClaimLine, Mark, Telling } from '@backchannel/core'
import { createPaint, type Paint, type Tone } from './style.ts'
import { displayWidth, wrapText } from './width.ts'
import { chainWords, quoted } from './words.ts'

export interface TextOptions {
  /** Columns of the terminal; clamped to 40..110, beyond which lines are hard to read. */
  readonly width?: number
  readonly color?: boolean
}

/** Columns where nobody says how many there are. */
export const DEFAULT_WIDTH = 80
const NARROWEST = 40
const WIDEST = 110
/** Columns of the marks before each line: the longest is "questioned". */
export const MARK_COLUMNS = 12
const TONES: Readonly<Record<Mark, Tone>> = {
  happened: 'green',
  claimed: 'yellow',
  ongoing: 'cyan',
  planned: 'blue',
  requested: 'magenta',
  offered: 'magenta',
  threatened: 'red',
  cancelled: 'dim',
  supposed: 'dim',
  denied: 'red',
  questioned: 'yellow',
}

interface LineOptions {
  readonly indent?: number
  readonly first?: string
  readonly tone?: Tone
}

/** Lines of one width. Everything from the document passes `wrapText`, which makes it safe for a terminal. */
export class Page {
  readonly width: number
  readonly paint: Paint
  private readonly out: string[] = []

  constructor(width: number, paint: Paint) {
    this.width = width
    this.paint = paint
  }

  /** Wrapped lines; `first` stands in the indent of the first one. */
  lines(text: string, { indent = 0, first = '', tone }: LineOptions = {}): void {
    const room = Math.max(10, this.width - indent)
    for (const [index, line] of wrapText(text, room).entries()) {
      const lead = index === 0 ? first + ' '.repeat(Math.max(0, indent - displayWidth(first))) : ' '.repeat(indent)
      this.out.push(`${lead}${tone === undefined ? line : this.paint(tone, line)}`.trimEnd())
    }
  }

  /** A line whose lead is painted, with its own width known. */
  marked(mark: Mark, text: string): void {
    const room = Math.max(10, this.width - MARK_COLUMNS)
    for (const [index, line] of wrapText(text, room).entries()) {
      const pad = ' '.repeat(MARK_COLUMNS - (index === 0 ? mark.length : 0))
      this.out.push(`${index === 0 ? this.paint(TONES[mark], mark) : ''}${pad}${line}`)
    }
  }

  section(title: string): void {
    this.out.push('', this.paint('bold', title.toUpperCase()), '')
  }

  /** A claim in full: mark and sentence, who says so, the words, and every other telling. */
  claim(line: ClaimLine): void {
    this.marked(line.mark, line.sentence)
    this.doubt(line)
    this.telling(line)
    for (const other of line.also) this.telling(other, line.mark)
  }

  /** Why a claim is unsure, where it is. */
  doubt({ unsure }: ClaimLine): void {
    if (unsure !== null) this.lines(`unsure: ${unsure}`, { indent: MARK_COLUMNS, tone: 'yellow' })
  }

  telling(telling: Telling, unlike?: Mark): void {
    const mark = unlike === undefined || unlike === telling.mark ? '' : ` (${telling.mark})`
    const also = unlike === undefined ? '' : 'also '
    this.lines(`${also}${chainWords(telling.chain)}${mark}: ${quoted(telling.quote)}`, {
      indent: MARK_COLUMNS,
      tone: 'dim',
    })
  }

  /** Lines that are laid out already. */
  block(text: string): void {
    this.out.push(...text.trimEnd().split('\n'))
  }

  gap(): void {
    if (this.out.at(-1) !== '') this.out.push('')
  }

  text(): string {
    return `${this.out
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trimEnd()}\n`
  }
}

/** An empty page; its width is clamped. */
export function createPage({ width = DEFAULT_WIDTH, color = false }: TextOptions): Page {
  return new Page(Math.min(WIDEST, Math.max(NARROWEST, width)), createPaint(color))
}
