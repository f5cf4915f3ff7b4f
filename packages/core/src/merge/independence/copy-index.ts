import type { Copy, DocumentId } from '../../model/index.ts'
import type { SourceDocument } from './independence.ts'

/** Which documents stand for which. */
export interface CopyIndex {
  /** The document that stands for this one: its original, or where that tells nothing of the story, the first copy that does. */
  originalOf(id: DocumentId): DocumentId
  /** Copies that stand behind a document, with how they were made; in order of time. */
  copiesOf(id: DocumentId): readonly Copy[]
  /** The documents and all their copies, in order of time. */
  withCopies(ids: Iterable<DocumentId>): readonly DocumentId[]
}

/** `ordered` are all documents in order of time, `telling` those with a report. */
export function createCopyIndex(
  copies: readonly Copy[],
  telling: ReadonlySet<DocumentId>,
  ordered: readonly SourceDocument[],
): CopyIndex {
  const rows = new Map(copies.map((copy) => [copy.document, copy]))
  const topOf = (id: DocumentId): DocumentId => {
    const seen = new Set<DocumentId>()
    let at = id
    for (let row = rows.get(at); row && !seen.has(at); row = rows.get(at)) {
      seen.add(at)
      at = row.of
    }
    return at
  }
  const known = new Set(ordered.map(({ id }) => id))
  const order = [...ordered.map(({ id }) => id), ...[...telling].filter((id) => !known.has(id)).sort()]
  const places = new Map(order.map((id, place) => [id, place]))
  const groups = new Map<DocumentId, DocumentId[]>()
  for (const id of order) {
    const top = topOf(id)
    const group = groups.get(top)
    if (group) group.push(id)
    else groups.set(top, [id])
  }
  const standsFor = new Map<DocumentId, DocumentId>()
  const behind = new Map<DocumentId, DocumentId[]>()
  for (const [top, group] of groups) {
    const chief = telling.has(top) ? top : (group.find((id) => telling.has(id)) ?? top)
    for (const id of group) standsFor.set(id, chief)
    behind.set(
      chief,
      group.filter((id) => id !== chief),
    )
  }
  const originalOf = (id: DocumentId): DocumentId => standsFor.get(id) ?? id
  return {
    originalOf,
    copiesOf: (id) => (behind.get(id) ?? []).flatMap((copy) => rows.get(copy) ?? []),
    withCopies(ids) {
      const all = new Set<DocumentId>()
      for (const id of ids) for (const one of [id, ...(behind.get(id) ?? [])]) all.add(one)
      return [...all]
        .flatMap((id) => (places.has(id) ? [{ id, place: places.get(id) ?? 0 }] : []))
        .sort((a, b) => a.place - b.place)
        .map(({ id }) => id)
    },
  }
}
