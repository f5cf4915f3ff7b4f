/** A piece may end after one of these, the earlier in the list the better. */
const CUT_AFTER: readonly string[] = [';', '.', '…', '—', '–', ':', '”', '"', ')', ',']

/**
 * Cuts a sentence into pieces of at most `limit` words, `[from, to)`: after the best punctuation mark in the second
 * half of what a piece may hold, the last of equals; at the limit where there is none. One piece for most sentences,
 * none for an empty one.
 */
export function cutSentence(forms: readonly string[], limit: number): readonly (readonly [number, number])[] {
  if (forms.length === 0) return []
  if (forms.length <= limit) return [[0, forms.length]]
  const pieces: [number, number][] = []
  let from = 0
  while (forms.length - from > limit) {
    let to = from + limit
    let rank = CUT_AFTER.length
    for (let i = from + limit - 1; i >= from + (limit >> 1); i--) {
      const mark = CUT_AFTER.indexOf(forms[i]!)
      if (mark >= 0 && mark < rank) {
        rank = mark
        to = i + 1
      }
    }
    pieces.push([from, to])
    from = to
  }
  pieces.push([from, forms.length])
  return pieces
}
