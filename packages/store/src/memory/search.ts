import type { DocumentId, Findings } from '@backchannel/core'
import { listed, maybeCursor, rowsOf } from '../page.ts'
import { parseQuery, type Term } from '../search/query.ts'
import { snippetOf } from '../search/snippet.ts'
import { articleText, claimUnits, indexWords, namesIn, quoteText, quoteUnits, reportNames } from '../search/units.ts'
import type { StoredDocument } from '../store.ts'
import { type Listed, type Page, reportId, SEARCH_KINDS, type SearchHit, type SearchQuery } from '../store.ts'
import { documentPasses, reportPasses } from './filter.ts'
import type { MemoryReport, MemoryState, MemoryUnit } from './state.ts'

/** Everything of a document that can be searched, with its words. */
export function unitsOf({ document }: StoredDocument, findings: Findings): readonly MemoryUnit[] {
  const unit = (kind: MemoryUnit['kind'], id: string | null, text: string, names: readonly string[]): MemoryUnit => {
    const words = indexWords(text, names)
    return { kind, document: document.id, id, text, body: words.body.split(' '), names: words.names.split(' ') }
  }
  return [
    unit('article', null, articleText(document), namesIn(document, findings, null)),
    ...quoteUnits(findings).map(({ id, spans }) =>
      unit('quote', id, quoteText(document.text, spans), namesIn(document, findings, spans)),
    ),
    ...claimUnits(findings).map(({ id, span }) =>
      unit('claim', id, quoteText(document.text, [span]), namesIn(document, findings, [span])),
    ),
  ]
}

/** Weights and constants of FTS5's own ranking function, so that both backends rank alike. */
const K1 = 1.2
const B = 0.75
const IDF_MIN = 1e-6
/** What a hit in the words counts, and one by the key of a name. */
const WEIGHTS = { body: 1, names: 0.5 } as const

export function search(state: MemoryState, query: SearchQuery, page: Page | undefined): Listed<SearchHit> {
  const terms = parseQuery(query.text)
  const limit = rowsOf(page)
  if (terms.length === 0) return { rows: [], next: null, total: 0 }
  const found = SEARCH_KINDS.filter((kind) => query.kinds === undefined || query.kinds.includes(kind)).flatMap((kind) =>
    rankedUnits(
      [...state.units.values()].flat().filter((unit) => unit.kind === kind),
      terms,
    ).filter(({ unit }) => unitPasses(state, unit, query)),
  )
  const arrival = (id: DocumentId): number => state.documents.get(id)?.arrival ?? 0
  found.sort(
    (a, b) =>
      a.rank - b.rank ||
      SEARCH_KINDS.indexOf(a.unit.kind) - SEARCH_KINDS.indexOf(b.unit.kind) ||
      arrival(a.unit.document) - arrival(b.unit.document),
  )
  const start = Math.max(0, Number(maybeCursor(page, [0])?.[0] ?? 0))
  const rows = found.slice(start, start + limit + 1)
  const answer = listed(rows, limit, found.length, () => [start + limit])
  return {
    ...answer,
    rows: answer.rows.map(({ unit, rank }) => ({
      kind: unit.kind,
      document: unit.document,
      outlet: state.documents.get(unit.document)?.document.outlet ?? null,
      title: state.documents.get(unit.document)?.document.title ?? null,
      id: unit.id,
      story: unit.kind === 'claim' ? (state.reports.get(`${unit.document} ${unit.id}`)?.story ?? null) : null,
      ...snippetOf(unit.text, terms),
      rank,
    })),
  }
}

interface Ranked {
  readonly unit: MemoryUnit
  readonly rank: number
}

/** Units that have every term, with their BM25 (negative: lower is better). */
function rankedUnits(units: readonly MemoryUnit[], terms: readonly Term[]): Ranked[] {
  const size = units.reduce((sum, unit) => sum + lengthOf(unit), 0) / Math.max(1, units.length)
  const counts = units.map((unit) =>
    terms.flatMap((term) => [
      countRuns(unit.body, term.words, term.prefix),
      term.keys === null ? 0 : countRuns(unit.names, term.keys, false),
    ]),
  )
  const idf = terms
    .flatMap(() => [0, 0])
    .map((_, phrase) => {
      const having = counts.filter((row) => (row[phrase] ?? 0) > 0).length
      const value = Math.log((units.length - having + 0.5) / (having + 0.5))
      return value > 0 ? value : IDF_MIN
    })
  return units.flatMap((unit, at) => {
    const row = counts[at] ?? []
    if (!terms.every((_, term) => (row[2 * term] ?? 0) + (row[2 * term + 1] ?? 0) > 0)) return []
    const scale = K1 * (1 - B + (B * lengthOf(unit)) / size)
    const score = row.reduce((sum, count, phrase) => {
      const weighted = count * (phrase % 2 === 0 ? WEIGHTS.body : WEIGHTS.names)
      return sum + ((idf[phrase] ?? 0) * weighted * (K1 + 1)) / (weighted + scale)
    }, 0)
    return [{ unit, rank: -score }]
  })
}

function lengthOf(unit: MemoryUnit): number {
  return unit.body.length + unit.names.length
}

/** How often the words stand in a row. */
function countRuns(words: readonly string[], run: readonly string[], prefix: boolean): number {
  let count = 0
  for (let at = 0; at + run.length <= words.length; at++) {
    const here = run.every((form, step) => {
      const word = words[at + step] ?? ''
      return prefix && step === run.length - 1 ? word.startsWith(form) : word === form
    })
    if (here) count++
  }
  return count
}

function unitPasses(state: MemoryState, unit: MemoryUnit, { filter }: SearchQuery): boolean {
  if (filter === undefined) return true
  const stored = state.documents.get(unit.document)
  if (!stored) return false
  const reports = (state.byDocument.get(unit.document) ?? []).flatMap((id) => state.reports.get(id) ?? [])
  if (unit.kind === 'claim') {
    const own = reports.find(({ report }) => report.ref.claim === unit.id)
    return own !== undefined && reportPasses(state, own, filter)
  }
  return documentPasses(state, stored, unit.kind === 'article' ? reports : toldBy(reports, unit.id), filter)
}

function toldBy(reports: readonly MemoryReport[], attribution: string | null): readonly MemoryReport[] {
  return reports.filter(({ report }) => report.told.some((voice) => voice.attribution === attribution))
}

/** Units of a report whose claim is not among the findings of its document, as one that a person added. */
export function unitOfReport({ report }: MemoryReport): MemoryUnit {
  const words = indexWords(report.evidence.quote, reportNames(report))
  return {
    kind: 'claim',
    document: report.ref.document,
    id: report.ref.claim,
    text: report.evidence.quote,
    body: words.body.split(' '),
    names: words.names.split(' '),
  }
}

/** Whether a document's units hold the report's claim already. */
export function hasUnit(units: readonly MemoryUnit[], report: MemoryReport['report']): boolean {
  const id = reportId(report)
  return units.some((unit) => unit.kind === 'claim' && `${unit.document} ${unit.id}` === id)
}
