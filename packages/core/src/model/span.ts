/** Half-open range of UTF-16 code units into `Document.text`: 0 <= from <= to <= text.length. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The words at a span, as they stand. */
export function wordsAt(text: string, span: Span): string {
  return text.slice(span.from, span.to)
}

/** True where `outer` holds all of `inner`; a span holds itself. */
export function spanHolds(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

/** True where the two share at least one code unit. */
export function spansTouch(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}

/** The smallest span that holds all of the given ones; null for an empty list. */
export function coverOf(spans: readonly Span[]): Span | null {
  const first = spans[0]
  if (!first) return null
  let { from, to } = first
  for (const span of spans) {
    if (span.from < from) from = span.from
    if (span.to > to) to = span.to
  }
  return { from, to }
}

/** Text order: by start, then longer first. For `Array.prototype.sort`. */
export function bySpan(a: Span, b: Span): number {
  return a.from - b.from || b.to - a.to
}
