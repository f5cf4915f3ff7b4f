import { type ClaimId, type Copy, type DocumentId, type Findings, maybeEventType, type Report } from '@backchannel/core'
import { CAMEO_COLUMNS, type CameoRow, cameoCell, toCameo } from '../cameo.ts'
import type { EngineJson } from '../format.ts'
import { type PloverRecord, toPlover } from '../plover.ts'
import type { StoryJson } from '../record.ts'
import type { ExportDocument, ExportReport, ExportStory } from './export-input.ts'
import { noticeKind } from './tables.ts'

/** What the record adds to an event of an event data set. */
export interface RecordEvent {
  readonly story: string
  /** Independent roots of the story. */
  readonly roots: StoryJson['roots']
  /** How many claims tell it, and how many documents. */
  readonly tellings: number
  readonly documents: readonly string[]
  /** What outlets took back of the tellings, or of this one, a sentence each. */
  readonly notices: readonly string[]
  /** A person corrected one of the tellings, or this one. */
  readonly corrected: boolean
  /** What people changed in the tellings, or in this one, with who, when and why; a text each. */
  readonly corrections: readonly string[]
}

export type StoryPloverRecord = PloverRecord & RecordEvent

/** Columns of the CAMEO table of a record: those of a single article, and what the record knows of the event. */
export const STORY_CAMEO_COLUMNS = [
  ...CAMEO_COLUMNS,
  'story',
  'roots_low',
  'roots_high',
  'tellings',
  'documents',
  'notices',
  'corrected',
  'corrections',
] as const

export type StoryCameoRow = Readonly<Record<(typeof STORY_CAMEO_COLUMNS)[number], string>>

/**
 * The telling from which a story is coded: of those that assert that it happened, and that no outlet withdrew, the surest one that is no copy, the first
 * of as sure ones. Null where nobody asserts it, where whoever did took it back, or where it is no event of an event data set.
 */
export function codedTelling({ story, reports, notices }: ExportStory, copies: readonly Copy[]): Report | null {
  if (story.status !== 'happened' || story.withdrawn || maybeEventType(story.type) === undefined) return null
  const copied = new Set<DocumentId>(copies.map(({ document }) => document))
  let best: Report | null = null
  const stands = ({ ref }: Report) => noticeKind(notices.get(`${ref.document} ${ref.claim}`) ?? []) !== 'withdrawn'
  for (const report of reports.filter((one) => isFact(one) && stands(one))) {
    if (best === null || rank(report, copied) > rank(best, copied)) best = report
  }
  return best
}

function rank({ ref, confidence }: Report, copied: ReadonlySet<DocumentId>): number {
  return confidence.score + (copied.has(ref.document) ? 0 : 1)
}

function isFact({ status, stance }: Report): boolean {
  return status === 'happened' && stance === 'asserts'
}

/** A story as one PLOVER record, coded from the given telling, with the words and tellers of all; null where PLOVER has no event. */
export function storyToPlover(
  story: ExportStory,
  telling: Report,
  findings: Findings,
  engine: Pick<EngineJson, 'version'>,
): StoryPloverRecord | null {
  const [record] = toPlover(only(findings, [telling.ref.claim]), engine, { all: true })
  if (record === undefined) return null
  const facts = story.reports.filter(isFact)
  const { enddate: _enddate, ...rest } = record
  const when = story.story.when
  const first = when?.earliest ?? null
  const dated =
    first === null
      ? record
      : { ...rest, date: first, ...lastDay(first, when?.latest ?? null), date_from: 'event' as const }
  return {
    ...dated,
    date_precision: first === null ? record.date_precision : (when?.precision ?? null),
    id: story.story.id,
    event_text: facts.map(({ evidence }) => evidence.quote.replace(/\s+/g, ' ')),
    told: facts.map(chainOf),
    ...eventOf(story.story, marksOf(story)),
  }
}

function lastDay(first: string, latest: string | null): { readonly enddate?: string } {
  return latest !== null && latest !== first ? { enddate: latest } : {}
}

/** Who tells a report, outlet first. */
function chainOf({ outlet, told }: Report): readonly string[] {
  return [
    ...(outlet === null ? [] : [outlet]),
    ...told.flatMap(({ name, through }) => [...through.map((one) => one.name), name]),
  ]
}

/** A story as rows of the CAMEO table, coded from the given telling; empty where CAMEO has no code. */
export function storyToCameo(story: ExportStory, telling: Report, findings: Findings): readonly StoryCameoRow[] {
  const rows = toCameo(only(findings, [telling.ref.claim]), { all: true })
  const { when } = story.story
  const first = when?.earliest ?? null
  return rows.map((row, index) => ({
    ...row,
    ...(first !== null && {
      date: first,
      date_end: when?.latest ?? first,
      date_precision: when?.precision ?? '',
      date_from: 'event',
    }),
    event_id: `${story.story.id}${rows.length > 1 ? `:${index + 1}` : ''}`,
    ...cellsOf(eventOf(story.story, marksOf(story))),
  }))
}

/** Every claim of a document as a PLOVER record of its own, whatever its status and stance. */
export function tellingsToPlover(
  { findings, reports }: ExportDocument,
  stories: ReadonlyMap<string, StoryJson>,
  engine: Pick<EngineJson, 'version'>,
): readonly StoryPloverRecord[] {
  const byId = new Map(reports.map((one) => [`${one.report.ref.document}:${one.report.ref.claim}`, one]))
  const chosen = only(
    findings,
    reports.map(({ report }) => report.ref.claim),
  )
  return toPlover(chosen, engine, { all: true }).flatMap((record) => {
    const told = byId.get(record.id)
    const story = stories.get(told?.story ?? '')
    return told && story ? [{ ...record, ...eventOf(story, told) }] : []
  })
}

/** Every claim of a document as rows of the CAMEO table, whatever its status and stance. */
export function tellingsToCameo(
  { findings, reports }: ExportDocument,
  stories: ReadonlyMap<string, StoryJson>,
): readonly StoryCameoRow[] {
  return reports.flatMap((told) => {
    const { report, story: id } = told
    const story = stories.get(id)
    if (!story) return []
    const rows: readonly CameoRow[] = toCameo(only(findings, [report.ref.claim]), { all: true })
    return rows.map((row) => ({ ...row, ...cellsOf(eventOf(story, told)) }))
  })
}

/** A row of the table as a line, the names of the columns where none is given. */
export function storyCameoLine(row?: StoryCameoRow): string {
  return `${STORY_CAMEO_COLUMNS.map((column) => (row === undefined ? column : cameoCell(row[column]))).join('\t')}\n`
}

type Marks = Pick<ExportReport, 'notices' | 'corrections'> & { readonly report: Pick<Report, 'corrected'> }

/** What was taken back or corrected of any telling of a story. */
function marksOf({ reports, notices, corrections }: ExportStory): Marks {
  const corrected = reports.find((report) => report.corrected !== undefined)?.corrected
  return { notices: [...notices.values()].flat(), corrections, report: corrected === undefined ? {} : { corrected } }
}

function eventOf({ id, roots, claims, documents }: StoryJson, { notices, report, corrections }: Marks): RecordEvent {
  return {
    ...{ story: id, roots: { low: roots.low, high: roots.high }, tellings: claims.length, documents: [...documents] },
    notices: [...new Set(notices.map(({ why }) => why))],
    corrected: report.corrected !== undefined,
    corrections: [...corrections],
  }
}

function cellsOf({ story, roots, tellings, documents, notices, corrected, corrections }: RecordEvent) {
  return {
    story,
    roots_low: String(roots.low),
    roots_high: String(roots.high),
    tellings: String(tellings),
    documents: documents.join('; '),
    notices: notices.join('; '),
    corrected: corrected ? 'yes' : '',
    corrections: corrections.join('; '),
  }
}

/** The same findings with the given claims alone. */
function only(findings: Findings, claims: readonly ClaimId[]): Findings {
  const wanted = new Set(claims)
  return { ...findings, claims: findings.claims.filter(({ id }) => wanted.has(id)) }
}
