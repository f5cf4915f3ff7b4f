import type { CopyKind, DocumentId } from '../../model/index.ts'
import type { CopyIndex } from './copy-index.ts'
import type { Collapsed, Independence, RootCount } from './independence.ts'
import type { UnnamedGroup } from './join-unnamed.ts'
import { listNames } from './order-documents.ts'
import type { RootEntry, RootTable } from './root-table.ts'
import type { Source } from './trace-report.ts'

interface ToExplain {
  readonly count: RootCount
  readonly table: RootTable
  readonly groups: readonly UnnamedGroup[]
  readonly copies: CopyIndex
  readonly cites: ReadonlyMap<DocumentId, ReadonlySet<DocumentId>>
  readonly direct: ReadonlyMap<DocumentId, ReadonlyMap<string, Source>>
  /** Documents that also tell it in their own voice. */
  readonly ownToo: readonly DocumentId[]
  readonly loops: readonly (readonly DocumentId[])[]
  readonly label: (id: DocumentId) => string
  readonly keyOf: (id: DocumentId) => string
}

interface Explained extends ToExplain {
  /** Names of the roots that each document comes down to. */
  readonly rootNames: ReadonlyMap<DocumentId, readonly string[]>
}

const MADE: Readonly<Record<CopyKind, string>> = {
  identical: 'prints the text of',
  'light-edit': 'prints, lightly edited, the text of',
  excerpt: 'prints a part of the text of',
  rewrite: 'tells in other words the text of',
}

/** One side of a story, those who say so or those who deny it, with the branches that were given up. */
export type CountedSide = Omit<Independence, 'denied' | 'withdrawn'>

/** The count with a sentence for each branch that was given up and one for the whole. */
export function explainRoots(basis: ToExplain): CountedSide {
  const given: Explained = { ...basis, rootNames: rootNamesOf(basis.table) }
  const { count, groups, label } = given
  const collapsed = [...copied(given), ...cited(given), ...joined(given), ...shared(given), ...ownVoices(given)]
  for (const { documents, name, why } of groups) if (why !== null) collapsed.push({ documents, into: name, why })
  const rings = given.loops.map((loop) => {
    const only = loop.some((id) => rootsOf(given, id).length > 0) ? '' : 'only '
    return ` ${listNames(loop.map(label))} ${only}cite each other.`
  })
  const sentence = sentenceOf(count, collapsed.length > 0) + rings.join('')
  return { ...count, collapsed, loops: given.loops.map((loop) => loop.map(label)), sentence }
}

/** Names of the roots that a document comes down to. */
function rootsOf({ rootNames }: Explained, id: DocumentId): readonly string[] {
  return rootNames.get(id) ?? []
}

/** The same of all documents, in the order of the roots. */
function rootNamesOf({ entries }: RootTable): ReadonlyMap<DocumentId, readonly string[]> {
  const names = new Map<DocumentId, string[]>()
  for (const { name, direct, indirect } of entries.values())
    for (const id of new Set([...direct, ...indirect])) {
      const some = names.get(id)
      if (some) some.push(name)
      else names.set(id, [name])
    }
  return names
}

function copied(given: Explained): Collapsed[] {
  const out: Collapsed[] = []
  for (const id of given.direct.keys()) {
    for (const copy of given.copies.copiesOf(id)) {
      const why = `${given.label(copy.document)} ${MADE[copy.how]} ${given.label(copy.of)}: ${copy.score.because}.`
      out.push({ documents: [copy.document], into: listNames(rootsOf(given, id)), why })
    }
  }
  return out
}

function cited(given: Explained): Collapsed[] {
  const { cites, label } = given
  const out: Collapsed[] = []
  const rings = new Set(given.loops.flat())
  for (const [id, articles] of cites) {
    if (articles.size === 0) continue
    const roots = rootsOf(given, id)
    const from = listNames([...articles].map(label))
    const isFirstHand = roots.length === 1 && articles.size === 1 && [...articles].map(label)[0] === roots[0]
    const isRing = rings.has(id)
    const end =
      roots.length > 0
        ? isFirstHand
          ? 'which tells it in its own voice'
          : `which rests on ${listNames(roots)}`
        : isRing
          ? 'which has it from there'
          : 'which names only others that cite each other'
    out.push({ documents: [id], into: listNames(roots), why: `${label(id)} has it from ${from}, ${end}.` })
  }
  return out
}

function joined({ table }: ToExplain): Collapsed[] {
  return table.collapsed.map((one) => ({
    documents: one.documents,
    into: listNames(one.into.map((key) => table.entries.get(key)?.name ?? key)),
    why: one.why,
  }))
}

/** Roots that the sentence names. */
const NAMES_MAX = 6

/** How one and how many have a root: "A gives the word of X", "A and B give the word of X". */
const SAME: Readonly<Record<RootEntry['source']['kind'], readonly [one: string, many: string]>> = {
  speaker: ['gives the word of', 'give the word of'],
  document: ['goes by', 'go by'],
  anonymous: ['has it from', 'have it from'],
  outlet: ['cites', 'cite'],
}

/** Several documents that name one root themselves. */
function shared({ table, label, keyOf }: ToExplain): Collapsed[] {
  const out: Collapsed[] = []
  for (const { name, source, naming } of table.entries.values()) {
    const documents = [...naming]
    if (documents.length < 2) continue
    const others = documents.filter((id) => source.kind !== 'outlet' || `outlet ${keyOf(id)}` !== source.key)
    const labels = new Set(documents.map(label))
    const who = listNames(others.map(label))
    const isOne = new Set(others.map(label)).size === 1
    const why =
      others.length > 0 && isOne
        ? `${who} ${SAME[source.kind][0]} ${name} in ${others.length === 1 ? 'one article' : `${others.length} articles`}.`
        : others.length > 0
          ? `${who} ${SAME[source.kind][1]} ${name}: one root, however many print it.`
          : labels.size === 1
            ? `${name} has it in ${documents.length} articles.`
            : `${listNames([...labels])} print what ${name} reports.`
    out.push({ documents, into: name, why })
  }
  return out
}

function ownVoices(given: Explained): Collapsed[] {
  return given.ownToo.map((id) => {
    const roots = rootsOf(given, id)
    const why = `${given.label(id)} tells it in its own voice too, but ${roots.length === 0 ? 'names only who tells it the same way' : `names ${listNames(roots)} for it`}.`
    return { documents: [id], into: listNames(roots), why }
  })
}

function sentenceOf({ low, high, roots }: RootCount, isCollapsed: boolean): string {
  if (high === 0) return 'Nobody is shown to know it.'
  const noun = high === 1 ? 'independent root' : 'independent roots'
  const number = low === high ? `${high}` : `At least ${low}, at most ${high}`
  const names = listNames(roots.slice(0, NAMES_MAX).map(({ name }) => name))
  const more = roots.length > NAMES_MAX ? ` and ${roots.length - NAMES_MAX} more` : ''
  const documents = new Set(roots.flatMap((root) => root.documents)).size
  const spread = isCollapsed && documents > high ? `, told in ${documents} documents` : ''
  return `${number} ${noun}${spread}: ${names}${more}.`
}
