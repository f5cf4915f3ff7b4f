import {
  type Actor,
  type Attribution,
  actorId,
  attributionId,
  BackchannelError,
  bySpan,
  type Claim,
  claimId,
  type Document,
  documentId,
  type Findings,
  type Link,
  linkId,
  type Mention,
  mentionId,
  timeId,
} from '@backchannel/core'
import type { ZodError } from 'zod'
import { WIRE_ERRORS } from './errors.ts'
import type { EngineJson } from './format.ts'
import { dossierSchema, type ParsedActor, type ParsedClaim, type ParsedDossier } from './schema.ts'

/** A dossier read back: what was found, and what had read it. */
export interface ReadBack {
  readonly findings: Findings
  readonly engine: EngineJson
}

/**
 * Findings from the JSON of the contract, as a value or as text. Properties that only the contract's required ones
 * leave out get their neutral value; unknown properties are dropped. Throws `wire/not-json` and `wire/bad-dossier`;
 * the latter names path, value and what would be right. References are not followed: `checkDossier` does that.
 */
export function fromWire(json: unknown): ReadBack {
  const parsed = dossierSchema.safeParse(typeof json === 'string' ? parseJson(json) : json)
  if (!parsed.success) throw badDossier(parsed.error, json)
  const dossier = parsed.data
  const mentions = new Map<string, Mention>()
  const actors = dossier.actors.map((actor) => actorFromWire(actor, mentions))
  for (const loose of dossier.looseMentions)
    mentions.set(loose.id, {
      ...loose.span,
      id: mentionId(loose.id),
      form: loose.form,
      head: loose.token,
      actor: maybeActor(loose.actor),
      kind: loose.kind,
    })
  const document = documentFromWire(dossier)
  return {
    engine: dossier.engine,
    findings: {
      document,
      mentions: [...mentions.values()].sort(bySpan),
      actors,
      times: dossier.times.map((time) => ({
        id: timeId(time.id),
        span: time.span,
        earliest: time.earliest,
        latest: time.latest,
        precision: time.precision,
      })),
      attributions: dossier.attributions.map(
        ({ stance, ...attribution }): Attribution => ({
          ...attribution,
          ...(stance === undefined ? {} : { stance }),
          id: attributionId(attribution.id),
          actor: maybeActor(attribution.actor),
          within: attribution.within === null ? null : attributionId(attribution.within),
          chain: attribution.chain.map((voice) => ({ ...voice, actor: maybeActor(voice.actor) })),
        }),
      ),
      claims: dossier.claims.map((claim) => claimFromWire(claim, document)),
      links: dossier.links.map(
        (link): Link => ({
          id: linkId(link.id),
          kind: link.kind,
          from: link.from === null ? null : claimId(link.from),
          words: link.words,
          to: claimId(link.to),
          stance: link.stance,
          told: link.told.map(attributionId),
          evidence: link.evidence,
        }),
      ),
      diagnostics: dossier.diagnostics,
      provenance: dossier.provenance,
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new BackchannelError('wire/not-json', { why: error instanceof Error ? error.message : '' }, WIRE_ERRORS)
  }
}

const maybeActor = (id: string | null) => (id === null ? null : actorId(id))

function documentFromWire({ document }: ParsedDossier): Document {
  const { id, published, publishedWhen, ...rest } = document
  const day = published === null ? null : (/^\d{4}-\d{2}-\d{2}/.exec(published)?.[0] ?? null)
  return {
    ...rest,
    id: documentId(id),
    published:
      published === null
        ? null
        : { text: published, when: publishedWhen ?? { earliest: day, latest: day, precision: 'day' } },
  }
}

function actorFromWire(actor: ParsedActor, mentions: Map<string, Mention>): Actor {
  const id = actorId(actor.id)
  const own = actor.mentions.map((mention, index) => {
    const made = mentionId(mention.id ?? `${actor.id}/${index + 1}`)
    mentions.set(made, {
      ...mention.span,
      id: made,
      form: mention.form,
      head: mention.token,
      actor: id,
      kind: mention.kind,
    })
    return made
  })
  return {
    id,
    name: actor.name,
    kind: actor.kind,
    country: actor.country,
    sector: actor.sector,
    roles: actor.roles.map((role) => ({ title: role.title, of: maybeActor(role.of), span: role.span })),
    mentions: own,
  }
}

function claimFromWire(claim: ParsedClaim, document: Document): Claim {
  const { event } = claim
  return {
    id: claimId(claim.id),
    event: {
      ...event,
      participants: event.participants.map((participant) => ({
        ...participant,
        head: participant.head ?? participant.span,
        actor: maybeActor(participant.actor),
        claim: participant.claim === null ? null : claimId(participant.claim),
        includes: participant.includes.map(actorId),
      })),
      when: event.when === null ? null : timeId(event.when),
    },
    stance: claim.stance,
    told: claim.told.map(attributionId),
    evidence: { document: document.id, ...claim.evidence },
    confidence: claim.confidence,
  }
}

/** Turns the first complaint of the schema into one sentence with path and value. */
function badDossier(error: ZodError, json: unknown): BackchannelError {
  const issue = error.issues[0]
  let value = json
  // A complaint about a path means that the way to it was walked by the schema; a gap gives undefined.
  for (const key of issue?.path ?? [])
    value = value === null || typeof value !== 'object' ? undefined : (value as Record<PropertyKey, unknown>)[key]
  const path = issue?.path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  )
  return new BackchannelError(
    'wire/bad-dossier',
    {
      path: path || 'the whole',
      value: showValue(value),
      expected: issue?.message.replace(/^Invalid (input|option): expected /, '') ?? 'different',
    },
    WIRE_ERRORS,
  )
}

/** Longest part of a wrong value that an error message shows, in code units. */
const SHOWN_VALUE = 60

function showValue(value: unknown): string {
  if (value === undefined) return 'missing'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > SHOWN_VALUE ? `${text.slice(0, SHOWN_VALUE)}...` : text
}
