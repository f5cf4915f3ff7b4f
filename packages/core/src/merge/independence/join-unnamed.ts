import type { DocumentId } from '../../model/index.ts'
import { createOfficeIndex } from './office-index.ts'
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
  const vague = unnamed.filter(([, { source }]) => source.office.size === 0)
  const described = unnamed.filter(([, { source }]) => source.office.size > 0)
  // Those in the same words are in one group: one of them is looked up for all.
  const index = createOfficeIndex(new Map(described.map(([, entry]) => [wordsOf(entry), entry])))
  const groupOf = new Map<string, { members: Unnamed[]; latest: number }>()
  for (const [latest, one] of described.entries()) {
    const [, entry] = one
    const fitting = new Set(
      index.fitting(entry.source.office).flatMap((other) => (isKindOf(other, entry) ? (groupOf.get(other) ?? []) : [])),
    )
    const [group = { members: [], latest }, ...others] = [...fitting].sort((a, b) => a.latest - b.latest)
    for (const { members } of others) {
      group.members.push(...members)
      for (const [, other] of members) groupOf.set(wordsOf(other), group)
    }
    group.members.push(one)
    group.latest = latest
    groupOf.set(wordsOf(entry), group)
  }
  const groups = [...new Set(groupOf.values())].sort((a, b) => a.latest - b.latest)
  const bodies = createOfficeIndex(
    named.flatMap((entry, at) => (entry.source.isCollective ? [[String(at), entry] as const] : [])),
  )
  const bodyOf = (entries: readonly RootEntry[]): RootEntry | undefined => {
    const offices = entries.map(({ source }) => source.office).filter(({ size }) => size > 1)
    const [first] = offices.flatMap((office) => bodies.holding(office).slice(0, 1).map(Number)).sort((a, b) => a - b)
    return first === undefined ? undefined : named[first]
  }
  const found = groups.map(({ members }) => unnamedGroup(members, bodyOf))
  for (const kind of ['anonymous', 'document'] as const) {
    const rest = vague.filter(([, { source }]) => source.kind === kind)
    if (rest.length === 0) continue
    const group = unnamedGroup(rest, () => undefined)
    const own = new Set(rest.map(([key]) => key))
    const others = found.some(({ keys }) => keys.some((key) => key.startsWith(kind) && !own.has(key)))
    found.push(
      others
        ? { ...group, low: 0, why: `${sentenceStart(group.name)} may be one of the other unnamed sources.` }
        : group,
    )
  }
  return found
}

type Unnamed = readonly [string, RootEntry]

/** Its kind and the words of its office: the same for all that are described alike. */
function wordsOf({ source }: RootEntry): string {
  return `${source.kind} ${[...source.office].sort().join(' ')}`
}

function isKindOf(words: string, { source }: RootEntry): boolean {
  return words.startsWith(`${source.kind} `)
}

function unnamedGroup(
  group: readonly Unnamed[],
  bodyOf: (entries: readonly RootEntry[]) => RootEntry | undefined,
): UnnamedGroup {
  const entries = group.map(([, entry]) => entry)
  const others = entries.filter(({ source }) => source.isAnother).length
  const sum = entries.reduce((total, { source }) => total + source.count, 0)
  const isOneOutlet = new Set(entries.map(({ source }) => source.outlet)).size === 1
  const [first] = entries
  const name = entries.reduce((best, entry) => (fullness(entry) > fullness(best) ? entry : best)).name
  const body = bodyOf(entries)
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
