import type { TokenTable } from '../../model/index.ts'

/** Tokens `first` to `last` (exclusive). */
export interface TokenSpan {
  readonly first: number
  readonly last: number
}

/** An attribution while it is being built, in token indices. Any part may be empty, but not all of them. */
export interface Draft {
  readonly source: readonly TokenSpan[]
  readonly cue: readonly TokenSpan[]
  readonly content: readonly TokenSpan[]
}

/** Tokens shared by two spans. */
export function overlap(a: TokenSpan, b: TokenSpan): number {
  return Math.max(0, Math.min(a.last, b.last) - Math.max(a.first, b.first))
}

/** True where `outer` holds all of `inner`. */
export function holds(outer: TokenSpan, inner: TokenSpan): boolean {
  return outer.first <= inner.first && inner.last <= outer.last
}

export function isPunctuation(tokens: TokenTable, at: number): boolean {
  return tokens.upos[at] === PUNCT
}

/** Code of PUNCT in UPOS. */
const PUNCT = 12

/** First span's start, for sorting; a draft without any span sorts last. */
export function startOf(draft: Draft): number {
  let start = Number.MAX_SAFE_INTEGER
  for (const part of [draft.source, draft.cue, draft.content])
    for (const span of part) if (span.first < start) start = span.first
  return start
}
