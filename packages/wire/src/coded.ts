import {
  type Actor,
  type ActorId,
  type Claim,
  type Findings,
  groupRestated,
  maybeEventType,
  type Participant,
  type RoleName,
} from '@backchannel/core'

export interface CodedOptions {
  /** True for every claim as it is told: denied, planned, asked for, and every telling of its own. */
  readonly all?: boolean
}

/** One event to code: the claim that tells it best, and whoever tells it. */
export interface CodedEvent {
  readonly claim: Claim
  readonly tellings: readonly Claim[]
  readonly actors: readonly Participant[]
  readonly recipients: readonly Participant[]
  /** Whom it is done to, for their number. */
  readonly counted: readonly Participant[]
  readonly intermediaries: readonly Participant[]
  readonly reciprocal: boolean
}

/** Roles that an event is done to, whatever its type; the first that is filled is the recipient. */
const TARGETS: readonly RoleName[] = ['patient', 'addressee', 'counterpart', 'host', 'beneficiary']
/** The same for what both sides do: the other side comes first, and those who are swapped are no side. */
const OTHER_SIDES: readonly RoleName[] = ['counterpart', 'patient']

/**
 * What an event data set would take from a document: one event a happening, and only what somebody asserts to have
 * happened. With `all`, every claim, whatever its status and stance.
 */
export function codedEvents(findings: Findings, { all = false }: CodedOptions = {}): CodedEvent[] {
  const groups = all ? findings.claims.map((claim) => [claim]) : groupRestated(findings)
  return groups
    .flatMap((group): CodedEvent[] => {
      const tellings = all ? group : group.filter(isFact)
      const [claim] = tellings
      if (claim === undefined) return []
      const { participants, type } = claim.event
      const inRole = (role: RoleName) =>
        participants.filter((participant) => participant.role === role).map((one) => spokenBy(findings, claim, one))
      const reciprocal = maybeEventType(type)?.reciprocal ?? false
      const target = (reciprocal ? OTHER_SIDES : TARGETS).find((role) => inRole(role).length > 0)
      return [
        {
          claim,
          tellings,
          actors: inRole('agent'),
          recipients: target === undefined ? [] : inRole(target),
          counted: inRole('patient'),
          intermediaries: inRole('intermediary'),
          reciprocal,
        },
      ]
    })
    .sort((a, b) => a.claim.event.trigger.from - b.claim.event.trigger.from)
}

/** "I" and "we" are whoever speaks. */
function spokenBy(findings: Findings, { told }: Claim, participant: Participant): Participant {
  if (participant.actor !== null || !/^(?:i|we|me|us)$/i.test(lineOfText(findings, participant.span)))
    return participant
  const voice = findings.attributions.find(({ id }) => id === told.at(-1))
  return { ...participant, actor: voice?.actor ?? voice?.chain.at(-1)?.actor ?? null }
}

function isFact({ event, stance }: Claim): boolean {
  return event.status === 'happened' && stance === 'asserts'
}

/** First and last day of an event, and what says so: its own time, or that of the document. */
export interface CodedDate {
  readonly earliest: string | null
  readonly latest: string | null
  readonly precision: string | null
  readonly from: 'event' | 'published' | null
}

/** The days of an event; those of publication where nothing dates the event itself. */
export function codedDate(findings: Findings, { event }: Claim): CodedDate {
  const time = event.when === null ? undefined : findings.times.find((one) => one.id === event.when)
  if (time !== undefined && (time.earliest ?? time.latest) !== null)
    return {
      earliest: time.earliest ?? time.latest,
      latest: time.latest ?? time.earliest,
      precision: time.precision,
      from: 'event',
    }
  const when = findings.document.published?.when
  if (when === undefined || when.earliest === null) return { earliest: null, latest: null, precision: null, from: null }
  return { earliest: when.earliest, latest: when.latest, precision: when.precision, from: 'published' }
}

/** Actors by id, for who asks often. */
export function actorsById(findings: Findings): ReadonlyMap<ActorId, Actor> {
  return new Map(findings.actors.map((actor) => [actor.id, actor]))
}

/** Sectors of bodies that are no country's; their name stands where the country stands in an actor code. */
const ABOVE_COUNTRIES: ReadonlySet<string> = new Set(['IGO', 'NGO'])

/**
 * What stands for the country in the code of an actor: ISO 3166-1 alpha-3, or as CAMEO writes it "IGO" and "NGO" for
 * international bodies without a country and for those who hold an office of one. Null where neither is known.
 */
export function landCode(actor: Actor | undefined, actors: ReadonlyMap<ActorId, Actor>): string | null {
  if (actor === undefined) return null
  if (actor.country !== null) return actor.country
  if (actor.sector !== null && ABOVE_COUNTRIES.has(actor.sector)) return actor.sector
  for (const { of } of actor.roles) {
    const body = of === null ? undefined : actors.get(of)
    if (body && body.country === null && body.sector !== null && ABOVE_COUNTRIES.has(body.sector)) return body.sector
  }
  return null
}

/** Who tells a claim, outermost first; the outlet alone where it speaks itself. */
export function tellers(findings: Findings, claim: Claim): string[] {
  const outlet = findings.document.outlet
  const attribution = findings.attributions.find((one) => one.id === claim.told.at(-1))
  if (attribution === undefined) return outlet === null ? [] : [outlet]
  if (attribution.chain.length > 0) return attribution.chain.map((voice) => voice.name)
  return outlet === null ? [] : [outlet]
}

/** Words at a place, on one line. */
export function lineOfText(findings: Findings, { from, to }: { readonly from: number; readonly to: number }): string {
  return findings.document.text.slice(from, to).replace(/\s+/g, ' ').trim()
}
