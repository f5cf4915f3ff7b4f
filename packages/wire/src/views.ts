import type { CustodyRecord, CustodyStep, EngagementRecord, Mark, Span, Telling } from '@backchannel/core'
import type { SpanJson, WhenJson } from './format.ts'

/** One telling of a step or an engagement: which claim of which document, who says it through whom, in which words. */
export interface TellingJson {
  readonly document: string
  readonly claim: string
  readonly mark: Mark
  readonly chain: readonly string[]
  readonly quote: string
  readonly span: SpanJson
}

export interface CustodyStepJson extends TellingJson {
  /** The event's type in the ontology; `verb` says it finer: a `pardon` may be "pardoned" or "acquitted". */
  readonly type: string
  readonly verb: string
  readonly sentence: string
  readonly when: WhenJson | null
  readonly by: string | null
  readonly where: string | null
  readonly to: string | null
  readonly through: string | null
  readonly term: string | null
  readonly as: string | null
  readonly count: CustodyStep['count']
  readonly status: string
  readonly stance: string
  /** Every voice that tells it, each once. */
  readonly told: readonly string[]
  readonly confidence: { readonly score: number; readonly because: string }
  readonly also: readonly TellingJson[]
  /** Who corrected one of its tellings, by name, each once; empty where nobody did. */
  readonly correctedBy: readonly string[]
}

/** One person or group of the custody view: the shape that `custody --json` has in the contract, and more. */
export interface CustodyJson {
  readonly name: string
  readonly kind: CustodyRecord['kind']
  readonly count: CustodyRecord['count']
  readonly country: string | null
  readonly documents: readonly string[]
  readonly members: readonly string[]
  readonly steps: readonly CustodyStepJson[]
  readonly notes: readonly string[]
}

/** One engagement of the engagements view. `partOf` and `parts` hold ids of other ones. */
export interface EngagementJson extends TellingJson {
  readonly id: string
  readonly type: string
  readonly sentence: string
  readonly sides: readonly {
    readonly name: string
    readonly country: string | null
    readonly people: readonly string[]
    readonly head: string | null
  }[]
  readonly host: string | null
  readonly through: string | null
  readonly when: WhenJson | null
  readonly where: string | null
  readonly length: string | null
  readonly manner: readonly string[]
  readonly topics: readonly string[]
  readonly channel: {
    readonly kind: string
    readonly setting: string
    readonly evidence: readonly string[]
  } | null
  readonly status: string
  readonly stance: string
  readonly told: readonly string[]
  readonly partOf: readonly string[]
  readonly parts: readonly string[]
  readonly confidence: { readonly score: number; readonly because: string }
  readonly also: readonly TellingJson[]
}

/** The custody view as JSON; `correctedBy` says who corrected a claim. */
export function custodyToWire(
  records: readonly CustodyRecord[],
  correctedBy: (document: string, claim: string) => readonly string[] = () => [],
): CustodyJson[] {
  return records.map((record) => ({
    name: record.name,
    kind: record.kind,
    count: record.count && { ...record.count },
    country: record.country,
    documents: [...record.documents],
    members: [...record.members],
    steps: record.steps.map((step) => {
      const told = [
        correctedBy(step.document, step.claim),
        ...step.also.map((telling, index) => correctedBy(step.alsoDocuments[index] ?? step.document, telling.claim)),
      ]
      return stepToWire(step, [...new Set(told.flat())])
    }),
    notes: [...record.notes],
  }))
}

function stepToWire(step: CustodyStep, correctedBy: readonly string[]): CustodyStepJson {
  return {
    type: step.type,
    verb: step.verb,
    sentence: step.sentence,
    when: whenToWire(step.when),
    by: step.by,
    where: step.where,
    to: step.to,
    through: step.through,
    term: step.term,
    as: step.as,
    count: step.count && { ...step.count },
    status: step.status,
    stance: step.stance,
    told: [...step.told],
    ...tellingToWire(step, step.document),
    confidence: { score: step.confidence.score, because: step.confidence.because },
    also: step.also.map((telling, index) => tellingToWire(telling, step.alsoDocuments[index] ?? step.document)),
    correctedBy,
  }
}

/** The engagements view as JSON. */
export function engagementsToWire(records: readonly EngagementRecord[]): EngagementJson[] {
  return records.map((record) => ({
    id: record.id,
    type: record.type,
    sentence: record.sentence,
    sides: record.sides.map(({ name, country, people, head }) => ({ name, country, people: [...people], head })),
    host: record.host,
    through: record.through,
    when: whenToWire(record.when),
    where: record.where,
    length: record.length,
    manner: [...record.manner],
    topics: [...record.topics],
    channel:
      record.channel === null
        ? null
        : { kind: record.channel, setting: record.setting, evidence: [...record.channelWords] },
    status: record.status,
    stance: record.stance,
    told: [...record.told],
    ...tellingToWire(record, record.document),
    partOf: [...record.partOf],
    parts: [...record.parts],
    confidence: { score: record.confidence.score, because: record.confidence.because },
    also: record.also.map((telling) => tellingToWire(telling, record.document)),
  }))
}

function tellingToWire(telling: Telling, document: string): TellingJson {
  return {
    document,
    claim: telling.claim,
    mark: telling.mark,
    chain: telling.chain.map((step) => step.name),
    quote: telling.quote,
    span: spanToWire(telling.span),
  }
}

function spanToWire({ from, to }: Span): SpanJson {
  return { from, to }
}

/** A date as JSON, its own fields alone; null stays null. */
export function whenToWire(when: WhenJson | null): WhenJson | null {
  return when && { earliest: when.earliest, latest: when.latest, precision: when.precision }
}
