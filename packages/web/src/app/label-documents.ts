import type { DocumentRow } from './api.ts'
import { dayWords } from './words.ts'

/** What a person calls a document. */
export interface DocumentLabel {
  /** The outlet, with the day where it has several documents; the title, else the name of the file, where that is not known. */
  readonly short: string
  readonly title: string | null
  readonly published: string | null
  readonly copyOf: string | null
}

/** Labels of documents by id. */
export type DocumentLabels = ReadonlyMap<string, DocumentLabel>

/** Names every document so that two of one outlet can be told apart. */
export function labelDocuments(rows: readonly DocumentRow[]): DocumentLabels {
  const ofOutlet = new Map<string, DocumentRow[]>()
  for (const row of rows) if (row.outlet !== null) ofOutlet.set(row.outlet, [...(ofOutlet.get(row.outlet) ?? []), row])
  return new Map(
    rows.map(({ id, title, outlet, published, copyOf, name }) => {
      const same = ofOutlet.get(outlet ?? '') ?? []
      const day = published?.slice(0, 10) ?? ''
      const sameDay = same.filter((one) => (one.published?.slice(0, 10) ?? '') === day)
      const short =
        outlet === null
          ? (title ?? name)
          : same.length === 1
            ? outlet
            : sameDay.length === 1 && day !== ''
              ? `${outlet} (${dayWords(day)})`
              : `${outlet} (${title ?? name})`
      return [id, { short, title, published, copyOf }]
    }),
  )
}

/** The label of an id; the id where it is not among those known. */
export function shortLabel(labels: DocumentLabels, id: string): string {
  return labels.get(id)?.short ?? id
}
