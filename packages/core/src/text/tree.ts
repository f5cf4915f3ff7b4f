import type { Sentence, Span, TokenTable } from '../model/index.ts'

/**
 * The dependency trees of a document with their children listed, so that stages need not search. Indices are token
 * indices of the whole document.
 */
export interface Tree {
  readonly tokens: TokenTable
  /** Children of `index` in text order; empty for a leaf. */
  children(index: number): readonly number[]
  /** First token of the subtree of `index`, and one past the last. A subtree with gaps is covered whole. */
  extent(index: number): { readonly first: number; readonly last: number }
  /** True where `ancestor` is on the way from `index` to its root; a token dominates itself. */
  dominates(ancestor: number, index: number): boolean
}

/**
 * Lists children and extents of every token. A bad head (out of range, in a circle) makes that token a root: a parse is
 * data, and a wrong one must not stop the reading. Time and memory are linear in tokens.
 */
export function createTree(tokens: TokenTable): Tree {
  const n = tokens.length
  const start = new Int32Array(n + 2)
  for (let i = 0; i < n; i++) {
    const head = tokens.head[i]!
    if (head >= 0 && head < n && head !== i) start[head + 2]!++
  }
  for (let i = 2; i < n + 2; i++) start[i]! += start[i - 1]!
  const list = new Int32Array(n)
  for (let i = 0; i < n; i++) {
    const head = tokens.head[i]!
    if (head >= 0 && head < n && head !== i) list[start[head + 1]!++] = i
  }
  const firsts = new Int32Array(n).fill(-1)
  const lasts = new Int32Array(n)
  const cache: (readonly number[])[] = new Array(n)
  const none: readonly number[] = []

  function children(index: number): readonly number[] {
    const known = cache[index]
    if (known) return known
    if (index < 0 || index >= n) return none
    const from = start[index]!
    const to = start[index + 1]!
    const made = from === to ? none : Array.from(list.subarray(from, to))
    cache[index] = made
    return made
  }

  function extent(index: number): { readonly first: number; readonly last: number } {
    if (index < 0 || index >= n) return { first: index, last: index }
    if (firsts[index]! < 0) measure(index)
    return { first: firsts[index]!, last: lasts[index]! }
  }

  /** Iterative, because a broken parse may be a chain of thousands. */
  function measure(root: number): void {
    const stack = [root]
    const order: number[] = []
    while (stack.length > 0) {
      const at = stack.pop()!
      if (firsts[at]! >= 0) continue
      firsts[at] = at
      lasts[at] = at + 1
      order.push(at)
      for (const child of children(at)) stack.push(child)
    }
    for (let i = order.length - 1; i >= 0; i--) {
      const at = order[i]!
      for (const child of children(at)) {
        if (firsts[child]! < firsts[at]!) firsts[at] = firsts[child]!
        if (lasts[child]! > lasts[at]!) lasts[at] = lasts[child]!
      }
    }
  }

  function dominates(ancestor: number, index: number): boolean {
    let at = index
    for (let steps = 0; at >= 0 && at < n && steps <= n; steps++) {
      if (at === ancestor) return true
      at = tokens.head[at]!
    }
    return false
  }

  return { tokens, children, extent, dominates }
}

/** The relation of a token up to its subtype: "nsubj" for "nsubj:pass". */
export function baseRelation(tokens: TokenTable, index: number): string {
  const relation = tokens.relation[index] ?? ''
  const colon = relation.indexOf(':')
  return colon < 0 ? relation : relation.slice(0, colon)
}

/** The span in the text of the tokens `first` to `last` (exclusive). */
export function spanOfTokens(tokens: TokenTable, first: number, last: number): Span {
  return { from: tokens.from[first] ?? 0, to: tokens.to[last - 1] ?? 0 }
}

/** Index of the first token that ends after `offset`; `tokens.length` where none does. Binary search. */
export function tokenFrom(tokens: TokenTable, offset: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens.to[middle]! > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Tokens that a span touches, first to last (exclusive). */
export function tokensOfSpan(tokens: TokenTable, span: Span): { readonly first: number; readonly last: number } {
  const first = tokenFrom(tokens, span.from)
  let last = first
  while (last < tokens.length && tokens.from[last]! < span.to) last++
  return { first, last }
}

/** The sentence that holds the token, or undefined for an index out of range. */
export function sentenceOf(tokens: TokenTable, sentences: readonly Sentence[], index: number): Sentence | undefined {
  return sentences[tokens.sentence[index] ?? -1]
}
