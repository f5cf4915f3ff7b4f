import { type ClaimId, type Copy, type DocumentId, type Findings, maybeEventType, type Report } from '@backchannel/core'
import { CAMEO_COLUMNS, type CameoRow, cameoCell, toCameo } from '../cameo.ts'
import type { EngineJson } from '../format.ts'
import { type PloverRecord, toPlover } from '../plover.ts'
import type { StoryJson } from '../record.ts'
import type { ExportDocument, ExportStory } from './export-input.ts'

/** What the record adds to an event of an event data set. */
export interface RecordEvent {
  readonly story: string
  /** Independent roots of the story. */
  readonly roots: StoryJson['roots']
  /** How many claims tell it, and how many documents. */
  readonly tellings: number
  readonly documents: readonly string[]
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
] as const

export type StoryCameoRow = Readonly<Record<(typeof STORY_CAMEO_COLUMNS)[number], string>>

/**
 * The telling from which a story is coded: of those that assert that it happened the surest one that is no copy, the first
 * of as sure ones. Null where nobody asserts it, where whoever did took it back, or where it is no event of an event data set.
 */
export function codedTelling({ story, reports }: ExportStory, copies: readonly Copy[]): Report | null {
  if (story.status !== 'happened' || story.withdrawn || maybeEventType(story.type) === undefined) return null
  const copied = new Set<DocumentId>(copies.map(({ document }) => document))
  let best: Report | null = null
  for (const report of reports.filter(isFact)) {
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
    ...eventOf(story.story),
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
    ...cellsOf(eventOf(story.story)),
  }))
}

/** Every claim of a document as a PLOVER record of its own, whatever its status and stance. */
export function tellingsToPlover(
  { findings, reports }: ExportDocument,
  stories: ReadonlyMap<string, StoryJson>,
  engine: Pick<EngineJson, 'version'>,
): readonly StoryPloverRecord[] {
  const storyOf = new Map(reports.map(({ report, story }) => [`${report.ref.document}:${report.ref.claim}`, story]))
  const chosen = only(
    findings,
    reports.map(({ report }) => report.ref.claim),
  )
  return toPlover(chosen, engine, { all: true }).flatMap((record) => {
    const story = stories.get(storyOf.get(record.id) ?? '')
    return story ? [{ ...record, ...eventOf(story) }] : []
  })
}

/** Every claim of a document as rows of the CAMEO table, whatever its status and stance. */
export function tellingsToCameo(
  { findings, reports }: ExportDocument,
  stories: ReadonlyMap<string, StoryJson>,
): readonly StoryCameoRow[] {
  return reports.flatMap(({ report, story: id }) => {
    const story = stories.get(id)
    if (!story) return []
    const rows: readonly CameoRow[] = toCameo(only(findings, [report.ref.claim]), { all: true })
    return rows.map((row) => ({ ...row, ...cellsOf(eventOf(story)) }))
  })
}

/** A row of the table as a line, the names of the columns where none is given. */
export function storyCameoLine(row?: StoryCameoRow): string {
  return `${STORY_CAMEO_COLUMNS.map((column) => (row === undefined ? column : cameoCell(row[column]))).join('\t')}\n`
}

function eventOf({ id, roots, claims, documents }: StoryJson): RecordEvent {
  return { story: id, roots: { low: roots.low, high: roots.high }, tellings: claims.length, documents: [...documents] }
}

function cellsOf({ story, roots, tellings, documents }: RecordEvent) {
  return {
    story,
    roots_low: String(roots.low),
    roots_high: String(roots.high),
    tellings: String(tellings),
    documents: documents.join('; '),
  }
}

/** The same findings with the given claims alone. */
function only(findings: Findings, claims: readonly ClaimId[]): Findings {
  const wanted = new Set(claims)
  return { ...findings, claims: findings.claims.filter(({ id }) => wanted.has(id)) }
}
