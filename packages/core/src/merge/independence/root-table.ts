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

/** A table whose roots are being joined, in place: a long story has a thousand of them, and a copy for each join would be felt. */
export interface RootJoins {
  /** Those that are left, in the order of the table; it changes with each join. */
  readonly entries: ReadonlyMap<string, RootEntry>
  /** Those that are left now, to be gone through while some of them are joined. */
  list(): readonly (readonly [string, RootEntry])[]
  /** Joins one root into another, with the sentence that says why. Nothing happens where either is gone or both are one. */
  join(from: string, into: string, why: string): void
  /** What is left, with the branches given up. */
  table(): RootTable
}

/** Begins to join the roots of a table, which itself stays as it is. */
export function createRootJoins(table: RootTable): RootJoins {
  const entries = new Map(
    [...table.entries].map(([key, entry]) => [
      key,
      { ...entry, direct: new Set(entry.direct), indirect: new Set(entry.indirect) },
    ]),
  )
  const collapsed = [...table.collapsed]
  /** What each root that is gone was joined to. */
  const movedTo = new Map<string, string>()
  const placeOf = (key: string): string => {
    let at = key
    for (let next = movedTo.get(at); next !== undefined; next = movedTo.get(at)) at = next
    // The way is short the next time.
    for (let step = key; step !== at; ) {
      const next = movedTo.get(step) ?? at
      movedTo.set(step, at)
      step = next
    }
    return at
  }
  return {
    entries,
    list: () => [...entries],
    join(from, into, why) {
      const gone = entries.get(from)
      const kept = entries.get(into)
      if (!gone || !kept || from === into) return
      entries.delete(from)
      movedTo.set(from, into)
      for (const document of gone.direct) kept.direct.add(document)
      for (const document of gone.indirect) kept.indirect.add(document)
      collapsed.push({ documents: [...gone.direct], into: [into], why })
    },
    table: () => ({
      entries,
      collapsed: collapsed.map((one) => ({ ...one, into: [...new Set(one.into.map(placeOf))] })),
    }),
  }
}
