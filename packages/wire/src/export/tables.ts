import type { Attribution, Span } from '@backchannel/core'
import { type CsvRow, csvHead, csvLine } from '../csv.ts'
import {
  type ExportDocument,
  type ExportNotice,
  type ExportReport,
  voiceCorrections,
  voicesTelling,
} from './export-input.ts'

/** The tables of a flat export: one row a claim, one a participant of a claim, one an attribution. */
export const EXPORT_TABLES = ['claims', 'participants', 'attributions'] as const
export type ExportTable = (typeof EXPORT_TABLES)[number]

/** Columns of each table in their order; docs/reference/exports.md says what each holds. */
export const TABLE_COLUMNS: Readonly<Record<ExportTable, readonly string[]>> = {
  claims: [
    'document',
    'claim',
    'story',
    'type',
    'status',
    'stance',
    'earliest',
    'latest',
    'precision',
    'place',
    'place_country',
    'channel',
    'setting',
    'outlet',
    'tellers',
    'standing',
    'published',
    'title',
    'url',
    'copy_of',
    'roots_low',
    'roots_high',
    'quote',
    'start',
    'end',
    'confidence',
    'because',
    'corrections',
    'corrected',
    'outlet_notice',
    'outlet_notice_why',
    'outlet_notice_by',
  ],
  participants: [
    'document',
    'claim',
    'story',
    'type',
    'role',
    'name',
    'actor',
    'kind',
    'country',
    'count_low',
    'count_high',
    'count_words',
    'includes',
    'corrections',
    'corrected',
  ],
  attributions: [
    'document',
    'attribution',
    'within',
    'outlet',
    'source',
    'actor',
    'cue',
    'content',
    'manner',
    'standing',
    'sense',
    'chain',
    'claims',
    'corrections',
    'corrected',
  ],
}

/** The rows of one document in one table, values by the names of the columns; null where the text does not tell. */
export function tableRows(table: ExportTable, document: ExportDocument): readonly CsvRow[] {
  switch (table) {
    case 'claims':
      return document.reports.map((one) => claimRow(document, one))
    case 'participants':
      return document.reports.flatMap((one) => participantRows(one))
    case 'attributions':
      return attributionRows(document)
  }
}

/** The first line of a table. */
export function tableHead(table: ExportTable): string {
  return csvHead(TABLE_COLUMNS[table])
}

/** The lines of one document in a table. */
export function tableLines(table: ExportTable, document: ExportDocument): string {
  return tableRows(table, document)
    .map((row) => csvLine(row, TABLE_COLUMNS[table]))
    .join('')
}

function claimRow(
  { findings, copy }: ExportDocument,
  { report, story, roots, corrections, notices }: ExportReport,
): CsvRow {
  const { document } = findings
  const { when, place, channel, evidence, confidence, told } = report
  return {
    document: report.ref.document,
    claim: report.ref.claim,
    story,
    type: report.type,
    status: report.status,
    stance: report.stance,
    earliest: when?.earliest,
    latest: when?.latest,
    precision: when?.precision,
    place: place?.name,
    place_country: place?.country,
    channel: channel?.kind,
    setting: channel?.setting,
    outlet: report.outlet,
    tellers: told.flatMap(({ name, through }) => [...through.map((one) => one.name), name]).join(' < '),
    standing: told.at(-1)?.standing,
    published: document.published?.text,
    title: document.title,
    url: document.url,
    copy_of: copy?.of,
    roots_low: roots.low,
    roots_high: roots.high,
    quote: evidence.quote,
    start: evidence.span.from,
    end: evidence.span.to,
    confidence: confidence.score,
    because: confidence.because,
    corrections: corrections.join('; '),
    corrected: report.corrected === undefined ? null : 'yes',
    outlet_notice: noticeKind(notices),
    outlet_notice_why: notices.map(({ why }) => why).join('; '),
    outlet_notice_by: [...new Set(notices.flatMap(({ by }) => by ?? []))].join('; '),
  }
}

/** The gravest of what outlets say of a claim; null where none says anything. */
export function noticeKind(notices: readonly ExportNotice[]): ExportNotice['kind'] | null {
  return notices.find(({ kind }) => kind === 'withdrawn')?.kind ?? notices[0]?.kind ?? null
}

function participantRows({ report, story, corrections }: ExportReport): CsvRow[] {
  return report.participants.map(({ role, name, actor, kind, country, count, includes }) => ({
    document: report.ref.document,
    claim: report.ref.claim,
    story,
    type: report.type,
    role,
    name,
    actor,
    kind,
    country,
    count_low: count?.low,
    count_high: count?.high,
    count_words: count?.words,
    includes: includes.join('; '),
    corrections: corrections.join('; '),
    corrected: report.corrected === undefined ? null : 'yes',
  }))
}

function attributionRows(exported: ExportDocument): CsvRow[] {
  const { findings, reports, cast, whole } = exported
  const { document, attributions } = findings
  const words = (spans: readonly Span[]) => spans.map(({ from, to }) => document.text.slice(from, to)).join(' … ')
  const claimsOf = ({ id }: Attribution) =>
    reports.flatMap((one) => (voicesTelling(exported, one).includes(id) ? [one.report.ref.claim as string] : []))
  return attributions.flatMap((one) => {
    const claims = claimsOf(one)
    if (!whole && claims.length === 0) return []
    const corrections = voiceCorrections(exported, one)
    return [
      {
        document: document.id,
        attribution: one.id,
        within: one.within,
        outlet: document.outlet,
        source: words(one.source),
        actor: one.actor === null ? null : (cast.get(one.actor) ?? null),
        cue: words(one.cue),
        content: words(one.content),
        manner: one.manner,
        standing: one.standing,
        sense: one.sense,
        chain: one.chain.map((voice) => voice.name).join(' < '),
        claims: claims.join('; '),
        corrections: corrections.join('; '),
        corrected: corrections.length > 0 ? 'yes' : null,
      },
    ]
  })
}
