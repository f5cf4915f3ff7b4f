import type { DocumentId } from '../../model/index.ts'
import { isWithin } from './describe-source.ts'
import type { RootEntry } from './root-table.ts'

/** Unnamed sources that may be the same people. */
export interface UnnamedGroup {
  readonly keys: readonly string[]
  readonly name: string
  readonly documents: readonly DocumentId[]
  /** Persons it stands for, at least and at most. */
  readonly low: number
  readonly high: number
  /** Why it is no single number; null where it is. */
  readonly why: string | null
}

/**
 * Groups unnamed sources (officials, diplomats, a statement of nobody's) by whether one description could fit both: one
 * office in two outlets is one person at least and two at most. Sources described by nothing at all ("a person familiar with
 * the matter") may be any other unnamed one, so beside others they add nothing for sure.
 */
export function groupUnnamed(
  unnamed: readonly (readonly [string, RootEntry])[],
  named: readonly RootEntry[],
): UnnamedGroup[] {
  const groups: (readonly [string, RootEntry])[][] = []
  const vague: (readonly [string, RootEntry])[] = []
  for (const one of unnamed) {
    const { office, kind } = one[1].source
    if (office.size === 0) {
      vague.push(one)
      continue
    }
    const fitting = groups.filter((group) =>
      group.some(
        ([, { source }]) =>
          source.kind === kind && (isWithin(office, source.office) || isWithin(source.office, office)),
      ),
    )
    const joined = [...fitting.flat(), one]
    for (const group of fitting) groups.splice(groups.indexOf(group), 1)
    groups.push(joined)
  }
  const found = groups.map((group) => unnamedGroup(group, named))
  for (const kind of ['anonymous', 'document'] as const) {
    const rest = vague.filter(([, { source }]) => source.kind === kind)
    if (rest.length === 0) continue
    const group = unnamedGroup(rest, [])
    const others = found.some(({ keys }) =>
      keys.some((key) => key.startsWith(kind) && !rest.some(([own]) => own === key)),
    )
    found.push(
      others
        ? { ...group, low: 0, why: `${sentenceStart(group.name)} may be one of the other unnamed sources.` }
        : group,
    )
  }
  return found
}

function unnamedGroup(group: readonly (readonly [string, RootEntry])[], named: readonly RootEntry[]): UnnamedGroup {
  const entries = group.map(([, entry]) => entry)
  const others = entries.filter(({ source }) => source.isAnother).length
  const sum = entries.reduce((total, { source }) => total + source.count, 0)
  const isOneOutlet = new Set(entries.map(({ source }) => source.outlet)).size === 1
  const [first] = entries
  const name = entries.reduce((best, entry) => (fullness(entry) > fullness(best) ? entry : best)).name
  const body = named.find(
    ({ source }) =>
      source.isCollective &&
      entries.some((entry) => entry.source.office.size > 1 && isWithin(entry.source.office, source.office)),
  )
  const isOffice = entries.every(({ source }) => source.isSpokesman)
  const low = body ? 0 : isOffice ? 1 : 1 + Math.min(others, entries.length - 1)
  const high = isOffice ? 1 : sum
  const documents = [...new Set(entries.flatMap(({ direct, indirect }) => [...direct, ...indirect]))]
  return { keys: group.map(([key]) => key), name, documents, low, high, why: reason() }

  function reason(): string | null {
    if (body) return `${sentenceStart(name)} may only say what ${body.name} says.`
    if (isOffice && entries.length > 1)
      return `${entries.map((entry) => `“${entry.name}”`).join(' and ')} speak for one office.`
    if (low === high) return null
    if (entries.length === 1)
      return `${sentenceStart(first!.name)}: several, but of one office, who may know it from one.`
    const where = isOneOutlet ? 'in one outlet' : 'in different outlets'
    return `${entries.map((entry) => `“${entry.name}”`).join(' and ')} ${where} may be the same: at least ${low}, at most ${high}.`
  }
}

/** How much a description says: its words of office first, then its length. */
function fullness({ source, name }: RootEntry): number {
  return 1000 * source.office.size + name.length - (source.isAnother ? 500 : 0)
}

function sentenceStart(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`
}
