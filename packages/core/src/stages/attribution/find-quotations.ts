import type { TokenTable } from '../../model/index.ts'

/** Words between quotation marks. Token indices; `first` is the opening mark, `last` is one past the closing one. */
export interface Quotation {
  readonly first: number
  readonly last: number
  /** 0 for an outer quotation, 1 for one inside another. */
  readonly depth: number
  /** False where the paragraph ended before a closing mark came. */
  readonly closed: boolean
  /** True where it goes on from an unclosed quotation of the paragraph before ("reopened" quotation marks). */
  readonly continues: boolean
}

/** A quotation that no mark closes runs on for at most this many words, so that one lost mark spoils little. */
const MAX_UNCLOSED = 120

const OPENING = new Set(['“', '„', '«', '‟', '``', '‹'])
const CLOSING = new Set(['”', '»', '›'])
/** Marks that open and close alike. */
const STRAIGHT = new Set(['"', '″', "''"])

/**
 * Finds quotations, paragraph by paragraph, in text order (an outer one before those inside it). Straight, curly and
 * low marks, guillemets and single marks; an odd mark is an opening one where a blank stands before it and none after.
 * A quotation that its paragraph does not close goes on in the next one where that begins with an opening mark
 * again (the newspapers' habit), else it ends with its paragraph. `paragraphs` holds the first token of each paragraph.
 */
export function findQuotations(text: string, tokens: TokenTable, paragraphs: readonly number[]): Quotation[] {
  const found: Quotation[] = []
  let carried = false
  for (let at = 0; at < paragraphs.length; at++) {
    const first = paragraphs[at]!
    const last = paragraphs[at + 1] ?? tokens.length
    carried = scanParagraph(text, tokens, first, last, carried, found)
  }
  return found.sort((a, b) => a.first - b.first || b.last - a.last)
}

interface Open {
  readonly at: number
  /** The opening mark itself: German ones are closed by what opens elsewhere. */
  readonly mark: string
  readonly single: boolean
  readonly continues: boolean
}

/** Returns whether a quotation is still open at the paragraph's end. */
function scanParagraph(
  text: string,
  tokens: TokenTable,
  first: number,
  last: number,
  carried: boolean,
  found: Quotation[],
): boolean {
  const stack: Open[] = []
  const close = (index: number) => {
    const open = stack.pop()!
    found.push({ first: open.at, last: index + 1, depth: stack.length, closed: true, continues: open.continues })
  }
  for (let at = first; at < last; at++) {
    const top = stack[stack.length - 1]
    const kind = markKind(text, tokens, at, first, last, top)
    if (kind === null) continue
    if (kind === 'open' || kind === 'open-single') {
      // A second opening mark inside an open one is an inner quotation, or a closing mark was lost: the rest tells.
      if (kind === 'open' && top && !top.single && !balances(text, tokens, at, first, last)) closeLost(stack, at, found)
      stack.push({
        at,
        mark: text.slice(tokens.from[at]!, tokens.to[at]!),
        single: kind === 'open-single',
        continues: carried && at === first,
      })
      continue
    }
    if (kind === 'close-single') {
      if (top?.single) close(at)
      continue
    }
    while (stack.length > 0 && stack[stack.length - 1]!.single) stack.pop()
    if (stack.length > 0) close(at)
    else if (carried) {
      found.push({ first, last: at + 1, depth: 0, closed: true, continues: true })
      carried = false
    }
  }
  const open = stack.find((one) => !one.single)
  if (!open) return false
  found.push({
    first: open.at,
    last: Math.min(last, open.at + MAX_UNCLOSED),
    depth: 0,
    closed: false,
    continues: open.continues,
  })
  return true
}

/** True where what follows an opening mark, as far as an unclosed quotation may reach, closes one more than it opens. */
function balances(text: string, tokens: TokenTable, start: number, first: number, last: number): boolean {
  let open = 1
  for (let at = start; at < Math.min(last, start + MAX_UNCLOSED); at++) {
    const kind = markKind(text, tokens, at, first, last, undefined)
    if (kind === 'open') open++
    else if (kind === 'close' && --open === 0) return true
  }
  return false
}

function closeLost(stack: Open[], at: number, found: Quotation[]): void {
  while (stack.length > 0) {
    const open = stack.pop()!
    if (!open.single)
      found.push({
        first: open.at,
        last: Math.min(at, open.at + MAX_UNCLOSED),
        depth: 0,
        closed: false,
        continues: open.continues,
      })
  }
}

type MarkKind = 'open' | 'close' | 'open-single' | 'close-single'

function markKind(
  text: string,
  tokens: TokenTable,
  at: number,
  first: number,
  last: number,
  top: Open | undefined,
): MarkKind | null {
  const from = tokens.from[at]!
  const to = tokens.to[at]!
  if (to - from > 2) return null
  const form = text.slice(from, to)
  const gapBefore = at === first || tokens.to[at - 1]! < from || /[([—–]/.test(text[from - 1] ?? '')
  const gapAfter = at + 1 >= last || tokens.from[at + 1]! > to
  const inSingle = top?.single === true
  // German habits: „...“ and »...«.
  if (form === '“' && top?.mark === '„') return 'close'
  if (form === '«' && top?.mark === '»') return 'close'
  if (form === '»' && gapBefore && !gapAfter && top?.mark !== '«') return 'open'
  if (OPENING.has(form)) return 'open'
  if (CLOSING.has(form)) return 'close'
  if (STRAIGHT.has(form)) {
    if (gapBefore && gapAfter) return top ? 'close' : 'open'
    return gapBefore ? 'open' : 'close'
  }
  if (form === '‘') return 'open-single'
  if (form === '’') return inSingle && (gapAfter || /[.,;:!?”"]/.test(text[to] ?? '')) ? 'close-single' : null
  if (form === "'") {
    if (gapBefore && !gapAfter) return /\d/.test(text[to] ?? '') ? null : 'open-single' // the '90s
    return inSingle && (gapAfter || /[.,;:!?”"]/.test(text[to] ?? '')) ? 'close-single' : null
  }
  return null
}
