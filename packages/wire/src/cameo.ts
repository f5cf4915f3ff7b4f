import type { Actor, ActorId, Findings, Participant } from '@backchannel/core'
import {
  actorsById,
  type CodedEvent,
  type CodedOptions,
  codedDate,
  codedEvents,
  landCode,
  lineOfText,
  tellers,
} from './coded.ts'

/** Columns of the CAMEO table, in their order. `docs/reference/exports.md` says what each holds. */
export const CAMEO_COLUMNS = [
  'event_id',
  'date',
  'date_end',
  'date_precision',
  'date_from',
  'source_name',
  'source_code',
  'source_country',
  'source_sector',
  'cameo',
  'cameo_root',
  'quad_class',
  'target_name',
  'target_code',
  'target_country',
  'target_sector',
  'count',
  'status',
  'stance',
  'teller',
  'place',
  'place_country',
  'document',
  'publisher',
  'words',
] as const

export type CameoColumn = (typeof CAMEO_COLUMNS)[number]
export type CameoRow = Readonly<Record<CameoColumn, string>>

/**
 * The events of one document as rows of source, code and target, in text order: one row for each pair of a doer and
 * somebody it is done to. Claims without a CAMEO code are left out.
 */
export function toCameo(findings: Findings, options: CodedOptions = {}): CameoRow[] {
  const actors = actorsById(findings)
  return codedEvents(findings, options).flatMap((coded) => rowsOf(findings, actors, coded))
}

/** Rows as tab-separated lines, the names of the columns first unless `header` is false. Ends with a line end. */
export function cameoTable(rows: readonly CameoRow[], { header = true }: { readonly header?: boolean } = {}): string {
  const lines = rows.map((row) => CAMEO_COLUMNS.map((column) => cameoCell(row[column])).join('\t'))
  return [...(header ? [CAMEO_COLUMNS.join('\t')] : []), ...lines].map((line) => `${line}\n`).join('')
}

/** A cell holds no tab and no line end. */
export function cameoCell(text: string): string {
  return text.replace(/[\s\u0085]+/g, ' ').trim()
}

function rowsOf(findings: Findings, actors: ReadonlyMap<ActorId, Actor>, coded: CodedEvent): CameoRow[] {
  const { claim } = coded
  const { event } = claim
  if (event.cameo === null) return []
  const date = codedDate(findings, claim)
  return pairsOf(coded).map(([source, target], index, all): CameoRow => {
    const from = partyOf(findings, actors, source)
    const to = partyOf(findings, actors, target)
    return {
      event_id: `${findings.document.id}:${claim.id}${all.length > 1 ? `:${index + 1}` : ''}`,
      date: date.earliest ?? '',
      date_end: date.latest ?? '',
      date_precision: date.precision ?? '',
      date_from: date.from ?? '',
      source_name: from.name,
      source_code: from.code,
      source_country: from.country,
      source_sector: from.sector,
      cameo: event.cameo ?? '',
      cameo_root: (event.cameo ?? '').slice(0, 2),
      quad_class: quadOf(event.cameo ?? ''),
      target_name: to.name,
      target_code: to.code,
      target_country: to.country,
      target_sector: to.sector,
      count: countOf(coded),
      status: event.status,
      stance: claim.stance,
      teller: tellers(findings, claim).join(' < '),
      place: event.place?.name ?? '',
      place_country: event.place?.country ?? '',
      document: findings.document.id,
      publisher: findings.document.outlet ?? '',
      words: claim.evidence.quote,
    }
  })
}

/** How many people it is done to, the lower bound; empty where nobody is counted. */
function countOf({ counted }: CodedEvent): string {
  if (counted.every(({ count }) => count === null)) return ''
  return String(counted.reduce((sum, { count }) => sum + (count?.low ?? 1), 0))
}

/** Every doer with everybody it is done to; sides of a reciprocal event of which no other is told, with each other. */
function pairsOf({ actors, recipients, reciprocal }: CodedEvent): [Participant | null, Participant | null][] {
  if (reciprocal && recipients.length === 0 && actors.length > 1)
    return actors.flatMap((one, index) =>
      actors.slice(index + 1).map((two): [Participant | null, Participant | null] => [one, two]),
    )
  const sources = actors.length === 0 ? [null] : actors
  const targets = recipients.length === 0 ? [null] : recipients
  return sources.flatMap((source) =>
    targets.map((target): [Participant | null, Participant | null] => [source, target]),
  )
}

interface Party {
  readonly name: string
  /** As CAMEO writes it: country and sector, IGO and NGO in the place of a country. */
  readonly code: string
  readonly country: string
  readonly sector: string
}

function partyOf(findings: Findings, actors: ReadonlyMap<ActorId, Actor>, participant: Participant | null): Party {
  if (participant === null) return { name: '', code: '', country: '', sector: '' }
  const actor = participant.actor === null ? undefined : actors.get(participant.actor)
  // Of a state, CAMEO writes the country alone.
  const sector = actor === undefined || actor.kind === 'state' ? '' : (actor.sector ?? '')
  const land = landCode(actor, actors) ?? ''
  return {
    name: actor?.name ?? lineOfText(findings, participant.span),
    code: land === sector ? land : land + sector,
    country: actor?.country ?? '',
    sector,
  }
}

/** GDELT's quad classes: 1 verbal cooperation (01-05), 2 material cooperation (06-08), 3 verbal and 4 material conflict. */
function quadOf(cameo: string): string {
  const root = Number(cameo.slice(0, 2))
  if (!Number.isInteger(root) || root < 1) return ''
  return root <= 5 ? '1' : root <= 8 ? '2' : root <= 13 ? '3' : '4'
}
