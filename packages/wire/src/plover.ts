import type { Actor, ActorId, Count, Findings, Participant } from '@backchannel/core'
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
import type { EngineJson, SpanJson } from './format.ts'

/** An actor of a PLOVER record (manual 2.0, information object for actors). */
export interface PloverEntity {
  /** ISO 3166-1 alpha-3; IGO or NGO for bodies of no country and those who speak for one; null where neither is known. */
  readonly code: string | null
  readonly sector: string | null
  /** The words of the text. */
  readonly text: string
  /** The fullest name in the document. */
  readonly identifier: string
  readonly office: string | null
}

/** A PLOVER event record (manual 2.0), one a line. Fields after `cite_info` are ours. */
export interface PloverRecord {
  readonly id: string
  /** First day of the event, else of publication; null where neither is known. */
  readonly date: string | null
  /** Last day, where it is another one. */
  readonly enddate?: string
  readonly event: readonly string[]
  readonly mode?: readonly string[]
  readonly actor: readonly PloverEntity[]
  readonly recipient?: readonly PloverEntity[]
  readonly event_loc?: { readonly name: string; readonly cc3: string | null }
  readonly event_text: readonly string[]
  readonly size?: Readonly<Record<string, number>>
  readonly text_info: { readonly start: number; readonly end: number }
  readonly cite_info: {
    readonly citation: string
    readonly url: string | null
    readonly title: string | null
    readonly language: string
    readonly publication: string | null
    readonly coder: string
    readonly codebook: string
  }
  readonly date_from: 'event' | 'published' | null
  readonly date_precision: string | null
  readonly intermediary?: readonly PloverEntity[]
  readonly status: string
  readonly stance: string
  /** Who says so: the outlet first, the speaker last; one chain a telling. */
  readonly told: readonly (readonly string[])[]
  readonly confidence: number
  readonly span: SpanJson
}

/** The codebook that the records follow. */
const CODEBOOK = 'plover-2.0'

/**
 * The events of one document as PLOVER records, in text order. Reciprocal events have all sides in `actor` and no
 * recipient, but visits, where the host is the recipient. Claims whose type PLOVER has no event for are left out.
 */
export function toPlover(
  findings: Findings,
  engine: Pick<EngineJson, 'version'>,
  options: CodedOptions = {},
): PloverRecord[] {
  const actors = actorsById(findings)
  return codedEvents(findings, options).flatMap((coded) => recordOf(findings, actors, coded, engine))
}

function recordOf(
  findings: Findings,
  actors: ReadonlyMap<ActorId, Actor>,
  coded: CodedEvent,
  engine: Pick<EngineJson, 'version'>,
): PloverRecord[] {
  const { claim, tellings, reciprocal } = coded
  const { event, evidence } = claim
  if (event.plover === null) return []
  const entity = (participant: Participant) => entityOf(findings, actors, participant)
  const [other] = coded.recipients
  // Prisoners of a swap of which one side is told are whom it is done to, not a side.
  const isSide = reciprocal && other?.role !== 'patient'
  const sides = isSide ? [...coded.actors, ...coded.recipients] : coded.actors
  const recipients = isSide ? [] : coded.recipients
  const date = codedDate(findings, claim)
  const size = sizeOf(event.type, coded.counted)
  const { document } = findings
  return [
    {
      id: `${document.id}:${claim.id}`,
      date: date.earliest,
      ...(date.latest !== null && date.latest !== date.earliest && { enddate: date.latest }),
      event: [event.plover.event],
      ...(event.plover.mode !== null && { mode: [event.plover.mode] }),
      actor: sides.map(entity),
      ...(recipients.length > 0 && { recipient: recipients.map(entity) }),
      ...(event.place !== null && { event_loc: { name: event.place.name, cc3: event.place.country } }),
      event_text: tellings.map((telling) => telling.evidence.quote.replace(/\s+/g, ' ')),
      ...(size !== null && { size }),
      text_info: { start: evidence.span.from, end: evidence.span.to },
      cite_info: {
        citation: document.id,
        url: document.url,
        title: document.title,
        language: document.language,
        publication: document.outlet,
        coder: `backchannel ${engine.version}`,
        codebook: CODEBOOK,
      },
      date_from: date.from,
      date_precision: date.precision,
      ...(coded.intermediaries.length > 0 && { intermediary: coded.intermediaries.map(entity) }),
      status: event.status,
      stance: claim.stance,
      told: tellings.map((telling) => tellers(findings, telling)),
      confidence: claim.confidence.score,
      span: { from: event.trigger.from, to: event.trigger.to },
    },
  ]
}

function entityOf(findings: Findings, actors: ReadonlyMap<ActorId, Actor>, participant: Participant): PloverEntity {
  const actor = participant.actor === null ? undefined : actors.get(participant.actor)
  const text = lineOfText(findings, participant.span)
  return {
    code: landCode(actor, actors),
    sector: actor?.sector ?? null,
    text,
    identifier: actor?.name ?? text,
    office: actor?.roles[0]?.title ?? null,
  }
}

/** The manual names "arrested"; the other keys are ours, as it allows. */
const SIZES: Readonly<Record<string, string>> = {
  arrest: 'arrested',
  custody: 'held',
  release: 'released',
  pardon: 'pardoned',
  'prisoner-swap': 'released',
  deportation: 'deported',
  abduction: 'abducted',
  rescue: 'rescued',
  'death-in-custody': 'dead',
}

/** How many people an event of custody counts, its lower bound; null where nobody is counted. */
function sizeOf(type: string, recipients: readonly { readonly count: Count | null }[]): Record<string, number> | null {
  const key = SIZES[type]
  if (key === undefined || recipients.every(({ count }) => count === null)) return null
  return { [key]: recipients.reduce((sum, { count }) => sum + (count?.low ?? 1), 0) }
}
