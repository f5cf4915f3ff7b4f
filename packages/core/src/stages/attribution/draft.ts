import type { TokenTable } from '../../model/index.ts'
import type { CueWord } from './lexicon.ts'

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

/** A draft with the word that carries its cue (-1 and null where there is none). */
export interface Voiced extends Draft {
  readonly head: number
  readonly word: CueWord | null
  /** Index of the draft that this one is told by for a reason of its own ("Bild reported, citing ..."), or -1. */
  readonly toldBy: number
}

/** Tokens shared by two spans. */
export function overlap(a: TokenSpan, b: TokenSpan): number {
  return Math.max(0, Math.min(a.last, b.last) - Math.max(a.first, b.first))
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

/** Spans with the number of their owner, found by the token they hold. */
export interface SpanIndex {
  add(owner: number, span: TokenSpan): void
  /** Owners of spans that hold the token, in the order they were added; an owner twice where two of its spans do. */
  holding(token: number): readonly number[]
  /** Owners of spans that share a token with this one; may name an owner more than once. */
  touching(span: TokenSpan): readonly number[]
}

/** Tokens of a bucket: about two sentences. */
const BUCKET = 64

/** An index whose look-ups cost what lies near, not what lies in the document. */
export function createSpanIndex(): SpanIndex {
  const buckets = new Map<number, { readonly owner: number; readonly span: TokenSpan }[]>()
  const bucketOf = (token: number) => Math.floor(token / BUCKET)
  return {
    add(owner, span) {
      if (span.last <= span.first) return
      for (let at = bucketOf(span.first); at <= bucketOf(span.last - 1); at++) {
        const bucket = buckets.get(at)
        if (bucket) bucket.push({ owner, span })
        else buckets.set(at, [{ owner, span }])
      }
    },
    holding(token) {
      const found: number[] = []
      for (const { owner, span } of buckets.get(bucketOf(token)) ?? []) {
        if (span.first <= token && token < span.last) found.push(owner)
      }
      return found
    },
    touching(span) {
      const found: number[] = []
      for (let at = bucketOf(span.first); at <= bucketOf(Math.max(span.first, span.last - 1)); at++) {
        for (const one of buckets.get(at) ?? []) if (overlap(one.span, span) > 0) found.push(one.owner)
      }
      return found
    },
  }
}

/** A span without what it shares with a hole: no, one or two pieces. */
export function without(span: TokenSpan, hole: TokenSpan): TokenSpan[] {
  if (overlap(span, hole) === 0) return [span]
  return [
    { first: span.first, last: Math.min(span.last, hole.first) },
    { first: Math.max(span.first, hole.last), last: span.last },
  ].filter((one) => one.first < one.last)
}
