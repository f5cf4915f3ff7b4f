import type { CustodyStep, CustodyVerb } from './custody-record.ts'

/** Where a step stands on the usual way into custody and out of it: what orders steps that nothing dates. */
const RANK: Readonly<Record<CustodyVerb, number>> = {
  abducted: 0,
  arrested: 0,
  held: 1,
  charged: 2,
  convicted: 3,
  sentenced: 3,
  acquitted: 4,
  pardoned: 4,
  swapped: 5,
  released: 5,
  rescued: 5,
  exiled: 6,
  extradited: 6,
  left: 7,
  'granted asylum': 8,
  died: 9,
}

/** Steps in time: dated ones by their first day, each of the others before the first step that usually comes later. */
export function orderSteps(steps: readonly CustodyStep[]): CustodyStep[] {
  const dayOf = (step: CustodyStep) => step.when?.earliest ?? step.when?.latest ?? null
  const later = (a: CustodyStep, b: CustodyStep) => RANK[a.verb] - RANK[b.verb] || a.span.from - b.span.from
  const ordered = steps
    .filter((step) => dayOf(step) !== null)
    .sort((a, b) => {
      const one = dayOf(a) ?? ''
      const two = dayOf(b) ?? ''
      return one === two ? later(a, b) : one < two ? -1 : 1
    })
  // What is asked for or offered comes before the same thing done.
  const rankOf = (step: CustodyStep) =>
    RANK[step.verb] - (step.status === 'requested' || step.status === 'offered' ? 0.5 : 0)
  for (const step of steps.filter((one) => dayOf(one) === null).sort(later)) {
    const at = ordered.findIndex((other) => rankOf(other) > rankOf(step))
    if (at < 0) ordered.push(step)
    else ordered.splice(at, 0, step)
  }
  return ordered
}
