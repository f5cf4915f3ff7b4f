import type { DocumentId } from '../../model/index.ts'

/** Documents by whom they cite: each inner list cites each other in a ring, or is one document in none. */
export type CitedGroups = readonly (readonly DocumentId[])[]

/**
 * Groups documents that cite each other, directly or through others: whoever is cited by a group comes before it, so that what it
 * has from others is known when it is its turn. Time is linear in documents and citations (Tarjan 1972).
 */
export function groupCiting(
  documents: readonly DocumentId[],
  cites: ReadonlyMap<DocumentId, ReadonlySet<DocumentId>>,
): CitedGroups {
  const groups: DocumentId[][] = []
  const number = new Map<DocumentId, number>()
  const lowest = new Map<DocumentId, number>()
  const open: DocumentId[] = []
  const isOpen = new Set<DocumentId>()
  const visit = (id: DocumentId) => {
    number.set(id, number.size)
    lowest.set(id, number.size - 1)
    open.push(id)
    isOpen.add(id)
    return { id, rest: (cites.get(id) ?? []).values() }
  }
  const lower = (id: DocumentId, to: number): void => {
    lowest.set(id, Math.min(lowest.get(id) ?? to, to))
  }
  for (const first of documents) {
    if (number.has(first)) continue
    // The way from the first document to the one in hand: chains of citations may be too long for calls within calls.
    const way = [visit(first)]
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const { value: cited, done } = step.rest.next()
      if (!done) {
        const known = number.get(cited)
        if (known === undefined) way.push(visit(cited))
        else if (isOpen.has(cited)) lower(step.id, known)
        continue
      }
      way.pop()
      const low = lowest.get(step.id) ?? 0
      const before = way.at(-1)
      if (before) lower(before.id, low)
      if (low !== number.get(step.id)) continue
      const group = open.splice(open.lastIndexOf(step.id))
      for (const id of group) isOpen.delete(id)
      groups.push(group)
    }
  }
  return groups
}

/** Groups of documents that cite each other in a ring, each in the order given. */
export function findLoops(
  documents: readonly DocumentId[],
  cites: ReadonlyMap<DocumentId, ReadonlySet<DocumentId>>,
  groups: CitedGroups,
): DocumentId[][] {
  const place = new Map(documents.map((id, at) => [id, at]))
  const at = (id: DocumentId | undefined): number => (id === undefined ? -1 : (place.get(id) ?? -1))
  return groups
    .filter(([first, ...others]) => first !== undefined && (others.length > 0 || cites.get(first)?.has(first)))
    .map((loop) => [...loop].sort((a, b) => at(a) - at(b)))
    .sort((a, b) => at(a[0]) - at(b[0]))
}
