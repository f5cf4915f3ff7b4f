import type { TokenTable } from '../../model/index.ts'
import { BLANK, classOf, INVISIBLE, MARK, SYMBOL } from './characters.ts'
import type { ChunkScan } from './chunk-scan.ts'
import { splitChunk } from './split-chunk.ts'

/** Longest run without blanks that is looked at as a whole, in UTF-16 code units; a longer one is cut. */
export const LONGEST_CHUNK = 1024

/**
 * The words of a text by the conventions of UD English (EWT, GUM): "don't" is "do" and "n't", "all-girl" three words,
 * "pro-Western" one. Spans count UTF-16 code units of `text`; words do not overlap, stand in text order, and between
 * them lie only blanks: white space, control characters, and invisible characters (soft hyphens, zero-width, bidi
 * controls) at a word's edge. Invisible characters inside a word are covered by its span and do not split it. Never
 * throws; an empty text has no words. Time is linear in the text.
 */
export function tokenizeText(text: string): TokenTable {
  const rows: number[] = []
  const n = text.length
  let openSingle = false
  let before = ''
  let previous = ''
  for (let at = 0; at < n; ) {
    // Blanks, counting line breaks.
    let breaks = at === 0 ? 1 : 0
    while (at < n) {
      const code = text.charCodeAt(at)
      if (code > 0x20 && code < 0x7f) break
      const kind = classOf(code)
      if (kind !== BLANK && kind !== INVISIBLE) break
      if (isLineBreak(code)) breaks++
      at++
    }
    if (at >= n) break
    if (breaks > 1) openSingle = false
    const end = chunkEnd(text, at)
    const { chunk, places } = visible(text, at, end)
    const words: number[] = []
    const next = nextVisible(text, end)
    const endsLine = end >= n || isLineBreak(text.charCodeAt(end))
    const scan: ChunkScan = {
      chunk,
      next,
      text,
      end,
      endsLine,
      before,
      previous,
      startsLine: breaks > 0,
      openSingle,
      words,
    }
    splitChunk(scan)
    openSingle = scan.openSingle
    for (let i = 0; i < words.length; i += 3) {
      const from = words[i]!
      const to = words[i + 1]!
      rows.push(places ? places[from]! : at + from, places ? places[to - 1]! + 1 : at + to, words[i + 2]!)
    }
    before = chunk[chunk.length - 1] ?? ''
    previous = chunk
    at = end
  }
  return tableOf(rows)
}

/** Carriage returns count as blanks before the line feed that follows them. */
function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x2028 || code === 0x2029
}

/** End of the run of characters that are no blanks; cut at `LONGEST_CHUNK`, but never inside what a reader sees as one. */
function chunkEnd(text: string, at: number): number {
  const most = at + LONGEST_CHUNK
  let i = at
  while (i < text.length) {
    const code = text.charCodeAt(i)
    if ((code <= 0x20 || code >= 0x7f) && classOf(code) === BLANK) break
    if (i >= most) {
      const kind = classOf(text.codePointAt(i)!)
      const low = code >= 0xdc00 && code <= 0xdfff
      const joined = text.charCodeAt(i - 1) === 0x200d
      if ((!low && !joined && kind !== MARK && kind !== INVISIBLE) || i >= most + LONGEST_CHUNK) break
    }
    i++
  }
  // A cut in the middle of a pair would leave two lone surrogates.
  const last = text.charCodeAt(i - 1)
  if (i > at + 1 && i < text.length && last >= 0xd800 && last <= 0xdbff) return i - 1
  return i
}

interface Visible {
  readonly chunk: string
  /** Offset in the text of each code unit of the chunk; null where nothing was left out. */
  readonly places: readonly number[] | null
}

/** The chunk without its invisible characters. A joiner counts as visible only inside an emoji. */
function visible(text: string, from: number, to: number): Visible {
  let hidden = false
  for (let i = from; i < to && !hidden; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x7f && (code === 0x200d || classOf(code) === INVISIBLE)) hidden = true
  }
  if (!hidden) return { chunk: text.slice(from, to), places: null }
  let chunk = ''
  const places: number[] = []
  let symbol = false
  for (let i = from; i < to; ) {
    const code = text.codePointAt(i)!
    const size = code > 0xffff ? 2 : 1
    const kind = classOf(code)
    const joins = code === 0x200d && symbol && classOf(text.codePointAt(i + 1) ?? 0x20) === SYMBOL
    if (kind !== INVISIBLE && (code !== 0x200d || joins)) {
      chunk += text.slice(i, i + size)
      for (let k = 0; k < size; k++) places.push(i + k)
      if (kind !== MARK) symbol = kind === SYMBOL
    }
    i += size
  }
  return { chunk, places }
}

function nextVisible(text: string, at: number): string {
  // A bound, so that a text of blanks stays linear.
  for (let i = at; i < text.length && i < at + 64; i++) {
    const kind = classOf(text.charCodeAt(i))
    if (kind !== BLANK && kind !== INVISIBLE) return text[i]!
  }
  return ''
}

function tableOf(rows: readonly number[]): TokenTable {
  const length = rows.length / 3
  const from = new Int32Array(length)
  const to = new Int32Array(length)
  const glued = new Uint8Array(length)
  for (let i = 0; i < length; i++) {
    from[i] = rows[i * 3]!
    to[i] = rows[i * 3 + 1]!
    glued[i] = rows[i * 3 + 2]!
  }
  const none: readonly string[] = new Array<string>(length).fill('')
  return {
    length,
    from,
    to,
    glued,
    sentence: new Int32Array(length),
    upos: new Uint8Array(length).fill(16),
    xpos: none,
    lemma: none,
    head: new Int32Array(length).fill(-1),
    relation: none,
    name: new Array<string>(length).fill('O'),
  }
}
