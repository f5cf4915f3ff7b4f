import type { DocumentId, EventStatus, RecordActorId, Report } from '../../model/index.ts'
import { compareText } from '../../text/index.ts'
import { claimKey, isTakenBack } from '../accounts/index.ts'
import { foldName } from '../fold-name.ts'
import { createCopyIndex } from './copy-index.ts'
import { type CountedSide, explainRoots } from './explain-roots.ts'
import { type CitedGroups, findLoops, groupCiting } from './find-loops.ts'
import type { Independence, Root, RootCount, RootsInput } from './independence.ts'
import { joinSame } from './join-same.ts'
import { groupUnnamed } from './join-unnamed.ts'
import { authorOf, dayOf, labelOf, listNames, orderDocuments } from './order-documents.ts'
import type { RootEntry, RootTable } from './root-table.ts'
import { endsOf, outletKey, outletKeys, type Source, type TraceContext, traceReport } from './trace-report.ts'

const NO_CLAIMS: ReadonlySet<string> = new Set()

/**
 * Counts the independent roots of a story: the first speakers, first-hand outlets and documents that its tellings rest on,
 * after copies are collapsed and chains followed from document to document. A range where it cannot be told whether unnamed
 * sources are the same people. Those who deny it are counted apart; reports that only ask, offer or suppose what others
 * report as done do not count; neither do those whose outlet has withdrawn them. No reports give no roots. Time grows with reports times documents that cite each other.
 */
export function countRoots(input: RootsInput): Independence {
  const { withdrawn = NO_CLAIMS } = input
  const [standing, gone] = [false, true].map((is) =>
    input.reports.filter(({ ref }) => withdrawn.has(claimKey(ref)) === is),
  )
  const asserted = countSide(input, assertedOf(standing ?? []))
  const deniers = countSide(
    input,
    (standing ?? []).filter(({ stance }) => stance === 'denies'),
  )
  const lost = lostRoots(countSide(input, assertedOf((gone ?? []).filter((one) => !isRepeated(one)))), asserted)
  return {
    ...asserted,
    sentence: withLost(asserted, lost),
    denied: countOf(deniers),
    withdrawn: lost,
  }
}

const countOf = ({ low, high, roots }: RootCount): RootCount => ({ low, high, roots })

/** Roots that nothing but withdrawn articles named. */
function lostRoots(gone: RootCount, standing: RootCount): RootCount {
  const known = new Set(standing.roots.map(({ name }) => foldName(name)))
  const roots = gone.roots.filter(({ name }) => !known.has(foldName(name)))
  const again = gone.roots.length - roots.length
  return { low: Math.max(0, Math.min(gone.low - again, roots.length)), high: Math.max(0, gone.high - again), roots }
}

/** True for what stands in the words of a withdrawal itself: nobody tells it there. */
function isRepeated({ ref, evidence, notices = [] }: Report): boolean {
  return notices.some(
    ({ kind, document, words }) => kind === 'withdrawal' && document === ref.document && words.includes(evidence.quote),
  )
}

function withLost({ sentence, high }: CountedSide, { roots }: RootCount): string {
  if (roots.length === 0) return sentence
  const names = listNames(roots.map(({ name }) => name))
  return `${high === 0 ? 'No independent root is left.' : sentence} Not counted any more, since it was withdrawn: ${names}.`
}

/** Nearly no story has deniers or withdrawn tellings: what counting none of them gives. */
const NOBODY: CountedSide = {
  low: 0,
  high: 0,
  roots: [],
  collapsed: [],
  loops: [],
  sentence: 'Nobody is shown to know it.',
}

const DONE: readonly EventStatus[] = ['happened', 'ongoing']

/** Reports that say it is so, of the surest status there is: done, else planned, else anything. */
function assertedOf(reports: readonly Report[]): readonly Report[] {
  const asserted = reports.filter((report) => report.stance === 'asserts' && !isTakenBack(report))
  const done = asserted.filter(({ status }) => DONE.includes(status))
  if (done.length > 0) return done
  const planned = asserted.filter(({ status }) => status === 'planned')
  return planned.length > 0 ? planned : asserted
}

/** Articles of one outlet that a citation of it may mean, at most: the latest that the citing one can have seen. */
const CITED_ARTICLES = 32

function countSide(input: RootsInput, reports: readonly Report[]): CountedSide {
  const { documents, lexicon } = input
  if (reports.length === 0) return NOBODY
  const ordered = orderDocuments(documents)
  const byId = new Map(ordered.map((document) => [document.id, document]))
  const label = (id: DocumentId): string => labelOf(byId.get(id), id)
  const reportsIn = new Map<DocumentId, Report[]>()
  for (const report of reports) {
    const some = reportsIn.get(report.ref.document)
    if (some) some.push(report)
    else reportsIn.set(report.ref.document, [report])
  }
  const telling: ReadonlySet<DocumentId> = new Set(reportsIn.keys())
  const copies = createCopyIndex(input.copies, telling, ordered)
  const originals = [...telling].filter((id) => copies.originalOf(id) === id)
  originals.sort((a, b) => compareText(dayOf(byId.get(a)), dayOf(byId.get(b))) || compareText(a, b))

  const keyOf = (id: DocumentId): string => outletKey(lexicon, byId.get(id), id)
  const tellingOf = new Map<string, DocumentId[]>()
  for (const id of [...telling].sort(compareText))
    for (const key of outletKeys(lexicon, byId.get(id), id)) {
      const some = tellingOf.get(key)
      if (some) some.push(id)
      else tellingOf.set(key, [id])
    }
  const outlets = new Set(tellingOf.keys())
  const cx: TraceContext = { lexicon, outlets, outletEnds: endsOf(outlets), known: knownActors(reports) }

  // What each document names itself, and whom it cites.
  const direct = new Map<DocumentId, Map<string, Source>>()
  const cites = new Map<DocumentId, Set<DocumentId>>()
  const ownToo: DocumentId[] = []
  for (const id of originals) {
    const sources = new Map<string, Source>()
    const cited = new Set<DocumentId>()
    let isOwn = false
    for (const report of reportsIn.get(id) ?? []) {
      const origin = traceReport(report, outletKeys(lexicon, byId.get(id), id), cx)
      if (origin.kind === 'own') isOwn = true
      else if (origin.kind === 'source') sources.set(origin.source.key, origin.source)
      else {
        const articles = citedArticles(tellingOf.get(origin.outlet) ?? [], id)
        if (articles.length === 0) addOutlet(sources, origin.outlet, origin.name)
        for (const article of articles) cited.add(copies.originalOf(article))
      }
    }
    const namesOthers = sources.size > 0 || cited.size > 0
    // An outlet that told it before on somebody's word, or in another's text, has not seen it itself since.
    if (isOwn && !namesOthers) for (const article of toldBefore(id)) cited.add(copies.originalOf(article))
    const isAttributed = sources.size > 0 || cited.size > 0
    if (isOwn && !isAttributed) addOutlet(sources, keyOf(id), authorOf(byId.get(id)) ?? label(id))
    if (isOwn && namesOthers) ownToo.push(id)
    direct.set(id, sources)
    cites.set(id, cited)
  }

  const groups = groupCiting(originals, cites)
  const table = joinSame(fillTable(originals, direct, cites, groups), lexicon, input.actors ?? new Map())
  const entries = [...table.entries]
  const isUnnamed = ({ source }: RootEntry): boolean =>
    source.kind === 'anonymous' || (source.kind === 'document' && source.office.size === 0)
  const named = entries.filter(([, entry]) => !isUnnamed(entry))
  const unnamed = groupUnnamed(
    entries.filter(([, entry]) => isUnnamed(entry)),
    named.map(([, entry]) => entry),
  )
  const low = named.length + unnamed.reduce((sum, group) => sum + group.low, 0)
  const high = named.length + unnamed.reduce((sum, group) => sum + group.high, 0)
  const rootOf = (name: string, kind: Root['kind'], ids: Iterable<DocumentId>): Root => ({
    name,
    kind,
    documents: copies.withCopies(ids),
  })
  const roots = [
    ...named.map(([, entry]) => rootOf(entry.name, entry.source.kind, [...entry.direct, ...entry.indirect])),
    ...unnamed.map((group) =>
      rootOf(group.name, group.keys[0]?.startsWith('document') ? 'document' : 'anonymous', group.documents),
    ),
  ].sort((a, b) => b.documents.length - a.documents.length || compareText(a.name, b.name))

  const loops = findLoops(originals, cites, groups)
  const count: RootCount = { low: Math.max(low, unnamed.length > 0 && low === 0 ? 1 : 0), high, roots }
  return explainRoots({ count, table, groups: unnamed, copies, cites, direct, ownToo, loops, label, keyOf })

  /** Earlier articles of the same outlet that are copies or name a source; of the same day too. */
  function toldBefore(id: DocumentId): readonly DocumentId[] {
    return (tellingOf.get(keyOf(id)) ?? []).filter((other) => {
      if (other === id || copies.originalOf(other) === id || dayOf(byId.get(other)) > dayOf(byId.get(id))) return false
      const named = [...(direct.get(other)?.values() ?? [])].some(({ kind }) => kind !== 'outlet')
      return named || copies.originalOf(other) !== other
    })
  }

  /** Articles of the cited outlet that the citing one can have seen: not later than it, where there are such. */
  function citedArticles(articles: readonly DocumentId[], by: DocumentId): readonly DocumentId[] {
    const others = articles.filter((id) => id !== by)
    const seen = others.filter((id) => dayOf(byId.get(id)) <= dayOf(byId.get(by)))
    const some = seen.length > 0 ? seen : others
    if (some.length <= CITED_ARTICLES) return some
    return [...some]
      .sort((a, b) => compareText(dayOf(byId.get(b)), dayOf(byId.get(a))) || compareText(a, b))
      .slice(0, CITED_ARTICLES)
  }
}

function addOutlet(sources: Map<string, Source>, key: string, name: string): void {
  sources.set(`outlet ${key}`, {
    key: `outlet ${key}`,
    kind: 'outlet',
    name,
    actor: null,
    isCollective: false,
    office: new Set(),
    outlet: key,
    count: 1,
    isAnother: false,
    isSpokesman: false,
    relay: null,
  })
}

function fillTable(
  originals: readonly DocumentId[],
  direct: ReadonlyMap<DocumentId, ReadonlyMap<string, Source>>,
  cites: ReadonlyMap<DocumentId, ReadonlySet<DocumentId>>,
  groups: CitedGroups,
): RootTable {
  const entries = new Map<
    string,
    { source: Source; name: string; direct: Set<DocumentId>; naming: Set<DocumentId>; indirect: Set<DocumentId> }
  >()
  for (const id of originals) {
    for (const [key, source] of direct.get(id) ?? []) {
      const known = entries.get(key)
      const entry = known ?? { source, name: source.name, direct: new Set(), naming: new Set(), indirect: new Set() }
      // The fullest name of all documents is the one to show.
      if (source.name.length > entry.name.length) entry.name = source.name
      entry.direct.add(id)
      entry.naming.add(id)
      entries.set(key, entry)
    }
  }
  // Keys of the roots that a document comes to by way of others.
  const through = new Map<DocumentId, ReadonlySet<string>>()
  for (const group of groups) {
    const own = new Set(group)
    const fromOthers = new Set<string>()
    for (const id of group)
      for (const cited of cites.get(id) ?? []) {
        if (own.has(cited)) continue
        for (const key of [...(direct.get(cited)?.keys() ?? []), ...(through.get(cited) ?? [])]) fromOthers.add(key)
      }
    // In a ring each comes to what any other names.
    const naming = new Map<string, number>()
    if (group.length > 1)
      for (const id of group)
        for (const key of direct.get(id)?.keys() ?? []) naming.set(key, (naming.get(key) ?? 0) + 1)
    for (const id of group) {
      const keys = new Set(fromOthers)
      for (const [key, times] of naming) if (times > (direct.get(id)?.has(key) ? 1 : 0)) keys.add(key)
      through.set(id, keys)
    }
  }
  for (const id of originals) for (const key of through.get(id) ?? []) entries.get(key)?.indirect.add(id)
  return { entries, collapsed: [] }
}

function knownActors(reports: readonly Report[]): ReadonlyMap<string, RecordActorId> {
  const known = new Map<string, RecordActorId>()
  for (const { told } of reports)
    for (const { actor, name } of told)
      if (actor !== null && !known.has(foldName(name))) known.set(foldName(name), actor)
  return known
}
