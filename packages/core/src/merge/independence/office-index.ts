import { isWithin } from './describe-source.ts'
import type { RootEntry } from './root-table.ts'

/** Finds offices by the words that tell them apart (`officeStems`), without going through all of them. */
export interface OfficeIndex {
  /** Keys of offices that say all that this one says, in the order in which they were given; none for one that says nothing. */
  holding(office: ReadonlySet<string>): readonly string[]
  /** The same, and with them those that say no more than this one: one says all that the other says. */
  fitting(office: ReadonlySet<string>): readonly string[]
}

/**
 * Makes the index. Looking one up costs as much as its rarest word has offices: "the foreign ministry" is looked for among
 * what is foreign, not among all ministries.
 */
export function createOfficeIndex(entries: Iterable<readonly [string, Pick<RootEntry, 'source'>]>): OfficeIndex {
  const offices: { readonly key: string; readonly office: ReadonlySet<string> }[] = []
  const byStem = new Map<string, number[]>()
  for (const [key, { source }] of entries) {
    const at = offices.push({ key, office: source.office }) - 1
    for (const stem of source.office) put(byStem, stem, at)
  }
  // Whatever says no more than another shares its own rarest word with it.
  const byRarest = new Map<string, number[]>()
  for (const [at, { office }] of offices.entries()) {
    const rarest = rarestOf(office)
    if (rarest !== null) put(byRarest, rarest, at)
  }

  function rarestOf(office: ReadonlySet<string>): string | null {
    let rarest: string | null = null
    for (const stem of office)
      if (rarest === null || (byStem.get(stem)?.length ?? 0) < (byStem.get(rarest)?.length ?? 0)) rarest = stem
    return rarest
  }
  const holders = (office: ReadonlySet<string>): number[] => {
    const rarest = rarestOf(office)
    return rarest === null
      ? []
      : (byStem.get(rarest) ?? []).filter((at) => isWithin(office, offices[at]?.office ?? office))
  }
  const parts = (office: ReadonlySet<string>): number[] =>
    [...office].flatMap((stem) =>
      (byRarest.get(stem) ?? []).filter((at) => isWithin(offices[at]?.office ?? new Set(), office)),
    )
  const keysOf = (some: readonly number[]): readonly string[] =>
    [...new Set(some)].sort((a, b) => a - b).flatMap((at) => offices[at]?.key ?? [])
  return {
    holding: (office) => keysOf(holders(office)),
    fitting: (office) => keysOf([...holders(office), ...parts(office)]),
  }
}

function put(lists: Map<string, number[]>, key: string, at: number): void {
  const list = lists.get(key)
  if (list) list.push(at)
  else lists.set(key, [at])
}
