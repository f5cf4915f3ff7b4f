import { hashFeature } from '../../learn/index.ts'
import { type Described, KIND } from './describe-tokens.ts'
import { GAP } from './find-lines.ts'

/** Most features a gap has. */
export const MOST_FEATURES = 48
/** How far to the next and last break of a paragraph is counted, in tokens. */
const FARTHEST = 12

/** Words that are usually written small or with a capital inside sentences, as two bit sets over hashes of forms. */
export interface UsualCase {
  readonly small: Uint8Array
  readonly capital: Uint8Array
}

/** What features of gaps are made from; one for a document. */
export interface GapView extends Described {
  readonly gaps: Uint8Array
  readonly glued: Uint8Array
  /** Per token: 1 unknown, 2 usually small, 3 usually with a capital, 4 both. */
  readonly usual: Uint8Array
  /** Quotation marks open before each token since the paragraph began, at most 2. */
  readonly quotes: Uint8Array
  /** Brackets open before each token, at most 2. */
  readonly brackets: Uint8Array
  /** Tokens since the last mark that may end a sentence, or the paragraph's start; at most FARTHEST. */
  readonly since: Uint8Array
  /** Tokens to the next hard break; at most FARTHEST. */
  readonly until: Uint8Array
  /** How the paragraph of each token is written: see `paragraphStyle`. */
  readonly manner: Uint8Array
  /** How the document writes: share of full stops followed by a small letter, 0 to 3. */
  readonly style: number
}

/** True where the bit of `hash` is set. The number of bits is a power of two. */
function hasBit(bits: Uint8Array, hash: number): boolean {
  const at = Math.imul(hash, 0x9e3779b1) >>> 0
  const place = at & (bits.length * 8 - 1)
  return (bits[place >> 3]! & (1 << (place & 7))) !== 0
}

export function setBit(bits: Uint8Array, hash: number): void {
  const place = (Math.imul(hash, 0x9e3779b1) >>> 0) & (bits.length * 8 - 1)
  bits[place >> 3] = bits[place >> 3]! | (1 << (place & 7))
}

/** Adds to the description of tokens what features of gaps need. Linear in tokens. */
export function viewGaps(described: Described, gaps: Uint8Array, glued: Uint8Array, usualCase: UsualCase): GapView {
  const { kind, form } = described
  const n = kind.length
  const usual = new Uint8Array(n)
  const quotes = new Uint8Array(n)
  const brackets = new Uint8Array(n)
  const since = new Uint8Array(n)
  const until = new Uint8Array(n)
  let open = 0
  let depth = 0
  let last = 0
  let small = 0
  let stops = 0
  for (let i = 0; i < n; i++) {
    const k = kind[i]!
    if (gaps[i]! >= GAP.hardLine) {
      open = 0
      depth = 0
      last = i
    }
    quotes[i] = Math.min(2, open)
    brackets[i] = Math.min(2, depth)
    since[i] = Math.min(FARTHEST, i - last)
    if (k >= KIND.lower && k <= KIND.letter) {
      const lower = hasBit(usualCase.small, form[i]!)
      const upper = hasBit(usualCase.capital, form[i]!)
      usual[i] = 1 + (lower ? 1 : 0) + (upper ? 2 : 0)
    }
    if (k === KIND.openQuote) open++
    else if (k === KIND.closeQuote && open > 0) open--
    else if (k === KIND.openBracket) depth++
    else if (k === KIND.closeBracket && depth > 0) depth--
    else if (k === KIND.stop || k === KIND.shout || k === KIND.ellipsis) {
      last = i + 1
      if (i + 1 < n && k === KIND.stop) {
        stops++
        if (kind[i + 1] === KIND.lower) small++
      }
    }
  }
  const manner = new Uint8Array(n)
  let next = n
  for (let i = n - 1; i >= 0; i--) {
    until[i] = Math.min(FARTHEST, next - i)
    if (gaps[i]! >= GAP.hardLine) {
      manner.fill(paragraphStyle(kind, i, next), i, next)
      next = i
    }
  }
  const share = stops === 0 ? 0 : small / stops
  const style = share < 0.02 ? 0 : share < 0.1 ? 1 : share < 0.4 ? 2 : 3
  return { ...described, gaps, glued, usual, quotes, brackets, since, until, manner, style }
}

/**
 * Bit 0: the paragraph ends with a mark that ends sentences. Bits 1 and 2: how many such marks it has for its length:
 * none, under one in forty tokens, under one in fifteen, more. Bit 3: it is longer than twelve tokens.
 */
function paragraphStyle(kind: Uint8Array, first: number, last: number): number {
  let end = last - 1
  while (end > first && (kind[end] === KIND.closeQuote || kind[end] === KIND.closeBracket)) end--
  let marks = 0
  for (let i = first; i < last; i++) if (isEndMark(kind[i]!)) marks++
  const size = last - first
  const density = marks === 0 ? 0 : marks * 40 < size ? 1 : marks * 15 < size ? 2 : 3
  return (isEndMark(kind[end]!) ? 1 : 0) | (density << 1) | (size > 12 ? 8 : 0)
}

function isEndMark(kind: number): boolean {
  return kind === KIND.stop || kind === KIND.shout || kind === KIND.ellipsis
}

/**
 * Writes the features of the gap before token i to `out` and returns their number. `first` is the first token of the
 * sentence that the gap would end: decisions are made from left to right.
 */
export function gapFeatures(view: GapView, i: number, first: number, out: Uint32Array): number {
  const { kind, form, suffix, spaced, size, usual, gaps } = view
  const n = kind.length
  const a = i - 1
  const b = i - 2
  const d = i + 1
  const e = i + 2
  // Tokens beyond the paragraph count as none.
  const hasB = gaps[a]! < GAP.hardLine && b >= 0
  const hasC = hasB && gaps[b]! < GAP.hardLine && b - 1 >= 0
  const hasD = d < n && gaps[d]! < GAP.hardLine
  const hasE = hasD && e < n && gaps[e]! < GAP.hardLine
  const ka = kind[a]!
  const kb = hasB ? kind[b]! : KIND.none
  const kc = hasC ? kind[b - 1]! : KIND.none
  const k0 = kind[i]!
  const kd = hasD ? kind[d]! : KIND.none
  const ke = hasE ? kind[e]! : KIND.none
  const fa = form[a]!
  const fb = hasB ? form[b]! : 0
  const f0 = form[i]!
  const fd = hasD ? form[d]! : 0
  const u0 = usual[i]!
  const spaces = spaced[i]! | (spaced[a]! << 1) | ((hasD ? spaced[d]! : 1) << 2)
  const quotes = view.quotes[i]!
  const brackets = view.brackets[i]!
  const kinds = ka | (k0 << 5)
  const more = kb | (kd << 5)
  let m = 0
  out[m++] = hashFeature(0, kinds, spaces)
  out[m++] = hashFeature(1, fa, k0, spaces & 1)
  out[m++] = hashFeature(2, f0, (k0 << 5) | ka, spaces & 1)
  out[m++] = hashFeature(3, fa, f0, k0)
  out[m++] = hashFeature(4, fb, fa, k0)
  out[m++] = hashFeature(5, f0, fd, kinds)
  out[m++] = hashFeature(6, kinds | (kb << 10), spaces)
  out[m++] = hashFeature(7, kinds | (kd << 10), spaces)
  out[m++] = hashFeature(8, kinds, more, spaces)
  out[m++] = hashFeature(9, kinds | (quotes << 10) | (brackets << 12), spaces)
  out[m++] = hashFeature(10, kinds | (u0 << 10), spaces & 1)
  out[m++] = hashFeature(11, kinds, view.since[i]!)
  out[m++] = hashFeature(12, kinds, view.until[i]!)
  out[m++] = hashFeature(13, kinds, view.style, u0)
  out[m++] = hashFeature(14, kinds, more, kc | (ke << 5))
  out[m++] = hashFeature(15, fb, kinds)
  out[m++] = hashFeature(16, fd, kinds)
  out[m++] = hashFeature(17, suffix[a]!, k0, kb)
  out[m++] = hashFeature(18, suffix[i]!, kinds)
  out[m++] = hashFeature(19, size[a]!, ka, k0 | (u0 << 5))
  out[m++] = hashFeature(20, kinds | (usual[a]! << 10) | (u0 << 13), kd)
  out[m++] = hashFeature(21, kinds, gaps[i]!, view.until[i]! | (view.since[i]! << 4))
  out[m++] = hashFeature(22, f0, ka, quotes)
  out[m++] = hashFeature(23, fa, quotes | (brackets << 2), k0)
  out[m++] = hashFeature(24, fa, kb, k0 | (u0 << 5))
  out[m++] = hashFeature(25, kinds | (u0 << 10) | (kb << 14), kd | ((hasD ? usual[d]! : 0) << 5))
  const manner = view.manner[i]!
  out[m++] = hashFeature(28, kinds, manner)
  out[m++] = hashFeature(29, kinds | (u0 << 10), manner, view.style)
  out[m++] = hashFeature(30, kinds | (u0 << 10) | (usual[a]! << 14), manner, view.until[i]!)
  const length = Math.min(FARTHEST, i - first)
  // What ended the sentence before this one, or that the paragraph starts here.
  const ended = gaps[first]! >= GAP.hardLine ? KIND.none : kind[first - 1]!
  out[m++] = hashFeature(31, kinds, length, u0)
  out[m++] = hashFeature(32, kinds | (u0 << 10), ended, kind[first]!)
  out[m++] = hashFeature(33, kinds, ended, Math.min(length, 6) | (kb << 4))
  out[m++] = hashFeature(34, form[first]!, kinds)
  out[m++] = hashFeature(35, kinds | (u0 << 10), ended, manner)
  if (hasE) out[m++] = hashFeature(26, f0, fd, form[e]!)
  if (hasC) out[m++] = hashFeature(27, form[b - 1]!, fb, fa)
  return m
}
