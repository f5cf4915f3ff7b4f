import type { DocumentId } from '../../model/index.ts'
import type { Collapsed } from './independence.ts'
import type { Source } from './trace-report.ts'

/** A root while roots are being joined. */
export interface RootEntry {
  readonly source: Source
  readonly name: string
  /** Documents that name this root themselves, and those that come to it by way of others. */
  readonly direct: ReadonlySet<DocumentId>
  /** Those of `direct` that name it by this name, not by one that was joined to it. */
  readonly naming: ReadonlySet<DocumentId>
  readonly indirect: ReadonlySet<DocumentId>
}

/** Roots by key, and the branches given up so far. `into` of a branch is a key here; names are put in at the end. */
export interface RootTable {
  readonly entries: ReadonlyMap<string, RootEntry>
  readonly collapsed: readonly (Omit<Collapsed, 'into'> & { readonly into: readonly string[] })[]
}

/** The table with one root joined into another, and the sentence that says why. The same table where either is not in it. */
export function joinRoots(table: RootTable, from: string, into: string, why: string | null): RootTable {
  const gone = table.entries.get(from)
  const kept = table.entries.get(into)
  if (!gone || !kept || from === into) return table
  const entries = new Map(table.entries)
  entries.delete(from)
  entries.set(into, {
    ...kept,
    direct: new Set([...kept.direct, ...gone.direct]),
    indirect: new Set([...kept.indirect, ...gone.indirect]),
  })
  const moved = table.collapsed.map((one) =>
    one.into.includes(from) ? { ...one, into: [...new Set(one.into.map((key) => (key === from ? into : key)))] } : one,
  )
  const documents = [...gone.direct]
  return { entries, collapsed: why === null ? moved : [...moved, { documents, into: [into], why }] }
}
