import { type Draft, startOf, type Voiced } from './draft.ts'

/** Text order; `toldBy` follows the drafts it points to. */
export function inOrder(all: readonly Voiced[]): Voiced[] {
  const order = all
    .map((_, at) => at)
    .sort(
      (a, b) =>
        startOf(all[a]!) - startOf(all[b]!) ||
        cueStart(all[a]!) - cueStart(all[b]!) ||
        lastOf(all[b]!) - lastOf(all[a]!) ||
        a - b,
    )
  const place = new Map(order.map((at, index) => [at, index]))
  return order.map((at) => {
    const one = all[at]!
    return one.toldBy < 0 ? one : { ...one, toldBy: place.get(one.toldBy) ?? -1 }
  })
}

const cueStart = (draft: Draft): number => draft.cue[0]?.first ?? Number.MAX_SAFE_INTEGER

function lastOf(draft: Draft): number {
  let last = 0
  for (const part of [draft.source, draft.cue, draft.content]) for (const span of part) last = Math.max(last, span.last)
  return last
}
