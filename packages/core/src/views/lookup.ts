import {
  type Actor,
  type ActorId,
  type Attribution,
  type AttributionId,
  type Claim,
  type ClaimId,
  type Findings,
  type Span,
  type TimeExpression,
  type TimeId,
  wordsAt,
} from '../model/index.ts'

/** Findings with their ids resolved: what every part of a view looks things up in. */
export interface Lookup {
  readonly findings: Findings
  readonly actors: ReadonlyMap<ActorId, Actor>
  readonly attributions: ReadonlyMap<AttributionId, Attribution>
  readonly claims: ReadonlyMap<ClaimId, Claim>
  readonly times: ReadonlyMap<TimeId, TimeExpression>
  /** Keys of the voices (`voiceKey`) that stand in some attribution as anonymous. */
  readonly anonymous: ReadonlySet<string>
  /** The words at a span, on one line. */
  words(span: Span): string
}

/** What tells one voice of a chain from another: its actor, else its words. */
export function voiceKey(voice: { readonly name: string; readonly actor: ActorId | null }): string {
  return voice.actor ?? `words:${voice.name}`
}

/** Indexes findings by id. */
export function createLookup(findings: Findings): Lookup {
  return {
    findings,
    actors: new Map(findings.actors.map((actor) => [actor.id, actor])),
    attributions: new Map(findings.attributions.map((attribution) => [attribution.id, attribution])),
    claims: new Map(findings.claims.map((claim) => [claim.id, claim])),
    times: new Map(findings.times.map((time) => [time.id, time])),
    anonymous: new Set(
      findings.attributions.flatMap(({ standing, chain }) => {
        const speaker = chain.at(-1)
        return standing === 'anonymous' && speaker !== undefined ? [voiceKey(speaker)] : []
      }),
    ),
    words: (span) => wordsAt(findings.document.text, span).replace(/\s+/g, ' ').trim(),
  }
}
