import type { DocumentId } from '../../model/index.ts'

/** Groups of documents that cite each other in a ring, each in the order given. */
export function findLoops(
  documents: readonly DocumentId[],
  cites: ReadonlyMap<DocumentId, ReadonlySet<DocumentId>>,
): DocumentId[][] {
  const reach = new Map<DocumentId, ReadonlySet<DocumentId>>()
  for (const id of documents) {
    const seen = new Set<DocumentId>()
    const open = [...(cites.get(id) ?? [])]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue
      seen.add(at)
      open.push(...(cites.get(at) ?? []))
    }
    reach.set(id, seen)
  }
  const loops: DocumentId[][] = []
  const done = new Set<DocumentId>()
  for (const id of documents) {
    if (done.has(id) || !reach.get(id)?.has(id)) continue
    const loop = documents.filter((other) => other === id || (reach.get(id)?.has(other) && reach.get(other)?.has(id)))
    for (const one of loop) done.add(one)
    loops.push(loop)
  }
  return loops
}
