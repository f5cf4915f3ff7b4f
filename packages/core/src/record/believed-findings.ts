import {
  type Attribution,
  attributionId,
  type Claim,
  type Findings,
  type Participant,
  type Report,
  type ReportParticipant,
  type Span,
  type TimeExpression,
  timeId,
} from '../model/index.ts'
import { maybeEventType } from '../ontology/index.ts'

/**
 * The findings of a document as they are believed: only the claims that `reports` have, with what people corrected in them laid
 * on, and those that people added. `reports` are the believed ones of this document, all or some. Words stay the machine's: a
 * value that a person gave rests on the words of its claim. What nobody corrected is given as it is.
 */
export function believedFindings(findings: Findings, reports: readonly Report[]): Findings {
  const byClaim = new Map(reports.map((report) => [report.ref.claim, report]))
  const times: TimeExpression[] = [...findings.times]
  const attributions: Attribution[] = [...findings.attributions]
  const known = new Set(findings.claims.map(({ id }) => id))
  const bare = reports.filter(({ ref }) => !known.has(ref.claim)).map(bareClaim)
  const claims = [...findings.claims, ...bare].flatMap((claim) => {
    const report = byClaim.get(claim.id)
    if (report === undefined) return []
    return report.corrected === undefined ? [claim] : [layOn(claim, report)]
  })
  return { ...findings, times, attributions, claims }

  function layOn(claim: Claim, report: Report): Claim {
    const { event } = claim
    const { type, status, stance, when, place, channel } = report
    const span = claim.evidence.span
    return {
      ...claim,
      stance,
      told: toldOf(claim, report),
      event: {
        ...event,
        type,
        status,
        // Codes are the machine's for what it read; another type has its own.
        ...(type !== event.type && codesOf(type)),
        participants: report.participants.map((one) => participantOf(event.participants, one, span)),
        when: whenOf(claim, when),
        place:
          place &&
          (event.place?.name === place.name ? event.place : { span, name: place.name, country: place.country }),
        channel: channel && { kind: channel.kind, setting: channel.setting, evidence: event.channel?.evidence ?? [] },
      },
    }
  }

  function whenOf({ id, event, evidence }: Claim, when: Report['when']): Claim['event']['when'] {
    const old = times.find((one) => one.id === event.when)
    if (when === null) return old?.earliest || old?.latest ? null : event.when
    if (old && old.earliest === when.earliest && old.latest === when.latest && old.precision === when.precision)
      return old.id
    const time: TimeExpression = { span: evidence.span, ...when, id: timeId(`corrected-${id}`) }
    times.push(time)
    return time.id
  }

  function toldOf({ id, told, evidence }: Claim, report: Report): Claim['told'] {
    const innermost = report.told.at(-1)
    if (innermost === undefined) return []
    const old = findings.attributions.find((one) => one.id === told.at(-1))
    if (old !== undefined && innermost.attribution === old.id && old.chain.at(-1)?.name === innermost.name) return told
    const outer = old ? old.chain.slice(0, -1) : [{ name: report.outlet ?? '', actor: null, by: null }]
    const voice: Attribution = {
      id: attributionId(`corrected-${id}`),
      source: [],
      actor: null,
      cue: [],
      content: [evidence.span],
      manner: innermost.manner,
      standing: innermost.standing,
      sense: 'voice',
      within: told.at(-2) ?? null,
      chain: [...outer, { name: innermost.name, actor: null, by: null }],
    }
    attributions.push(voice)
    return [...told.slice(0, -1), voice.id]
  }

  function participantOf(
    machine: readonly Participant[],
    { role, name, head, count }: ReportParticipant,
    fallback: Span,
  ): Participant {
    const actors = new Map(findings.actors.map((actor) => [actor.id, actor.name]))
    const text = (span: Span): string => findings.document.text.slice(span.from, span.to)
    const isSame = (one: Participant): boolean =>
      (one.actor !== null && actors.get(one.actor) === name) || text(one.span) === name || text(one.head) === head
    const old = machine.find((one) => one.role === role && isSame(one)) ?? machine.find(isSame)
    if (old) return { ...old, role, count }
    const from = findings.document.text.indexOf(name, Math.max(0, fallback.from))
    const span = name !== '' && from >= 0 && from < fallback.to ? { from, to: from + name.length } : fallback
    return { role, span, head: span, actor: null, count, claim: null, includes: [] }
  }
}

/** The codes of an event type; none where the ontology does not have it. */
function codesOf(type: string): Pick<Claim['event'], 'plover' | 'cameo'> {
  const known = maybeEventType(type)
  return { plover: known?.plover ?? null, cameo: known?.cameo[0] ?? null }
}

/** A claim that a person added, before anything is laid on it. */
function bareClaim({ ref, evidence, stance, confidence, status, type }: Report): Claim {
  return {
    id: ref.claim,
    event: {
      type,
      status,
      trigger: evidence.span,
      participants: [],
      when: null,
      place: null,
      channel: null,
      ...codesOf(type),
    },
    stance,
    told: [],
    evidence,
    confidence,
  }
}
