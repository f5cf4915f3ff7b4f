import type { Attribution, Claim, Findings, Link, Mention, Participant, Span } from '@backchannel/core'
import {
  type ActorJson,
  type AttributionJson,
  type ClaimJson,
  DOSSIER_FORMAT,
  type DocumentJson,
  type DossierJson,
  type EngineJson,
  type LinkJson,
  type MentionJson,
  type ParticipantJson,
  type SpanJson,
} from './format.ts'

/**
 * A reading as the JSON of the contract. Words, trees and net outputs stay behind; everything else is carried, so that
 * `fromWire(toWire(x).…)` gives the same findings. Property order is fixed: same reading, same bytes.
 */
export function toWire(reading: Findings, engine: EngineJson): DossierJson {
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]))
  const listed = new Set<string>()
  const actors = reading.actors.map((actor): ActorJson => {
    const own: MentionJson[] = []
    for (const id of actor.mentions) {
      const mention = mentions.get(id)
      if (mention === undefined || mention.actor !== actor.id) continue
      listed.add(id)
      own.push(mentionToWire(mention))
    }
    return {
      id: actor.id,
      name: actor.name,
      kind: actor.kind,
      country: actor.country,
      sector: actor.sector,
      roles: actor.roles.map((role) => ({ title: role.title, of: role.of, span: spanToWire(role.span) })),
      mentions: own,
    }
  })
  return {
    format: DOSSIER_FORMAT,
    engine: {
      version: engine.version,
      models: engine.models.map(({ name, version, sha256 }) => ({ name, version, sha256 })),
    },
    document: documentToWire(reading),
    actors,
    attributions: reading.attributions.map(attributionToWire),
    claims: reading.claims.map(claimToWire),
    links: reading.links.map(linkToWire),
    times: reading.times.map((time) => ({
      id: time.id,
      span: spanToWire(time.span),
      earliest: time.earliest,
      latest: time.latest,
      precision: time.precision,
    })),
    diagnostics: reading.diagnostics.map((diagnostic) => ({
      code: diagnostic.code,
      severity: diagnostic.severity,
      message: diagnostic.message,
      span: diagnostic.span && spanToWire(diagnostic.span),
      stage: diagnostic.stage,
    })),
    looseMentions: reading.mentions
      .filter((mention) => !listed.has(mention.id))
      .map((mention) => ({ ...mentionToWire(mention), actor: mention.actor })),
    provenance: reading.provenance.map((run) => ({ stage: run.stage, version: run.version, gives: [...run.gives] })),
  }
}

/** Copies positions alone: a mention or sentence is a Span too, and its other fields must not leak into the JSON. */
function spanToWire(span: Span): SpanJson {
  return { from: span.from, to: span.to }
}

function documentToWire(reading: Findings): DocumentJson {
  const { id, text, title, outlet, carrier, agency, published, url, language } = reading.document
  return {
    id,
    text,
    title,
    outlet,
    carrier,
    agency,
    published: published?.text ?? null,
    publishedWhen: published && {
      earliest: published.when.earliest,
      latest: published.when.latest,
      precision: published.when.precision,
    },
    url,
    language,
  }
}

function mentionToWire(mention: Mention): MentionJson {
  return {
    id: mention.id,
    span: spanToWire(mention),
    form: mention.form,
    kind: mention.kind,
    token: mention.head,
  }
}

function attributionToWire(attribution: Attribution): AttributionJson {
  return {
    id: attribution.id,
    source: attribution.source.map(spanToWire),
    actor: attribution.actor,
    cue: attribution.cue.map(spanToWire),
    content: attribution.content.map(spanToWire),
    manner: attribution.manner,
    standing: attribution.standing,
    sense: attribution.sense,
    ...(attribution.stance === undefined ? {} : { stance: attribution.stance }),
    within: attribution.within,
    chain: attribution.chain.map((voice) => ({ name: voice.name, actor: voice.actor, by: voice.by })),
  }
}

function participantToWire(participant: Participant): ParticipantJson {
  const { count } = participant
  return {
    role: participant.role,
    span: spanToWire(participant.span),
    head: spanToWire(participant.head),
    actor: participant.actor,
    count: count && { low: count.low, high: count.high, words: count.words, about: count.about },
    claim: participant.claim,
    includes: [...participant.includes],
  }
}

function claimToWire(claim: Claim): ClaimJson {
  const { event, evidence } = claim
  const { plover, place, channel } = event
  return {
    id: claim.id,
    event: {
      type: event.type,
      plover: plover && { event: plover.event, mode: plover.mode },
      cameo: event.cameo,
      status: event.status,
      trigger: spanToWire(event.trigger),
      participants: event.participants.map(participantToWire),
      when: event.when,
      place: place && { span: spanToWire(place.span), name: place.name, country: place.country },
      channel: channel && {
        kind: channel.kind,
        setting: channel.setting,
        evidence: channel.evidence.map(spanToWire),
      },
    },
    stance: claim.stance,
    told: [...claim.told],
    evidence: {
      span: spanToWire(evidence.span),
      quote: evidence.quote,
      prefix: evidence.prefix,
      suffix: evidence.suffix,
    },
    confidence: { score: claim.confidence.score, because: claim.confidence.because },
  }
}

function linkToWire(link: Link): LinkJson {
  return {
    id: link.id,
    kind: link.kind,
    from: link.from,
    to: link.to,
    words: link.words && spanToWire(link.words),
    stance: link.stance,
    told: [...link.told],
    evidence: spanToWire(link.evidence),
  }
}
