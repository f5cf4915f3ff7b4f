import {
  type Actor,
  type ActorId,
  type Attribution,
  type AttributionId,
  actorId,
  attributionId,
  bySpan,
  type Channel,
  type Claim,
  type ClaimId,
  type Count,
  claimId,
  coverOf,
  type Diagnostic,
  type Document,
  type Event,
  type Findings,
  type Link,
  linkId,
  type Mention,
  mentionId,
  type RoleName,
  type Span,
  type TimeExpression,
  type TimeId,
  timeId,
} from '@backchannel/core'

/** Words of the text: "the talks", or "the talks#2" for their second occurrence. */
export type Words = string

export interface ActorParts {
  readonly kind?: Actor['kind']
  readonly country?: string
  readonly sector?: NonNullable<Actor['sector']>
  /** Words of the mentions; the name itself where left out. Forms are guessed: pronouns, names, else nominals. */
  readonly mentions?: readonly Words[]
  readonly roles?: readonly { readonly title: string; readonly of?: ActorId; readonly words: Words }[]
}

export interface AttributionParts {
  readonly source?: Words
  readonly actor?: ActorId
  readonly cue: Words
  readonly content?: readonly Words[]
  readonly manner?: Attribution['manner']
  readonly standing?: Attribution['standing']
  readonly sense?: Attribution['sense']
  readonly within?: AttributionId
  /** Names after the outlet; "name (by)" carries the linking words. */
  readonly chain?: readonly string[]
}

export interface ParticipantParts {
  readonly actor?: ActorId
  readonly count?: Partial<Count> & { readonly low: number }
  readonly includes?: readonly ActorId[]
  readonly claim?: ClaimId
}

export interface ClaimParts {
  readonly trigger: Words
  /** The trigger's cover with the participants where left out. */
  readonly evidence?: Words
  readonly status?: Event['status']
  readonly stance?: Claim['stance']
  readonly told?: readonly AttributionId[]
  readonly participants?: readonly (readonly [RoleName, Words, ParticipantParts?])[]
  readonly when?: TimeId
  readonly place?: Words
  readonly channel?: { readonly kind: Channel['kind']; readonly setting?: Channel['setting']; readonly words?: Words }
}

export interface LinkParts {
  readonly from?: ClaimId
  readonly words?: Words
  readonly to: ClaimId
  readonly stance?: Link['stance']
  readonly told?: readonly AttributionId[]
  readonly evidence: Words
}

/** Collects findings that are built by hand; each method returns the id of what it added, `finish` the whole. */
export interface FindingsBuilder {
  /** Where the words stand. Throws where the text does not hold them: a typing slip in a test. */
  at(words: Words): Span
  actor(name: string, parts?: ActorParts): ActorId
  time(words: Words, earliest: string | null, latest?: string | null, precision?: TimeExpression['precision']): TimeId
  attribution(parts: AttributionParts): AttributionId
  claim(type: string, parts: ClaimParts): ClaimId
  link(kind: Link['kind'], parts: LinkParts): void
  diagnostic(code: string, severity: Diagnostic['severity'], message: string): void
  finish(): Findings
}

/** A builder of findings of one document, for tests of what comes after the stages. */
export function buildFindings(document: Document): FindingsBuilder {
  const mentions: Mention[] = []
  const actors: Actor[] = []
  const times: TimeExpression[] = []
  const attributions: Attribution[] = []
  const claims: Claim[] = []
  const links: Link[] = []
  const diagnostics: Diagnostic[] = []
  const { text } = document

  function at(words: Words): Span {
    const [, plain = words, nth = '1'] = /^(.*)#(\d+)$/s.exec(words) ?? []
    let from = -1
    for (let i = 0; i < Number(nth); i++) {
      do from = text.indexOf(plain, from + 1)
      while (from >= 0 && !standsAlone(text, from, from + plain.length))
      if (from < 0) break
    }
    if (from < 0 || plain === '') throw new Error(`the text does not hold "${words}"`)
    return { from, to: from + plain.length }
  }

  return {
    at,
    actor(name, parts = {}) {
      const id = actorId(`a${actors.length + 1}`)
      const own = (parts.mentions ?? [name]).map((words) => {
        const span = at(words)
        const mention: Mention = {
          ...span,
          id: mentionId(`m${mentions.length + 1}`),
          form: formOf(text.slice(span.from, span.to)),
          head: mentions.length,
          actor: id,
          kind: parts.kind ?? 'person',
        }
        mentions.push(mention)
        return mention.id
      })
      actors.push({
        id,
        name,
        kind: parts.kind ?? 'person',
        country: parts.country ?? null,
        sector: parts.sector ?? null,
        roles: (parts.roles ?? []).map((role) => ({ title: role.title, of: role.of ?? null, span: at(role.words) })),
        mentions: own,
      })
      return id
    },
    time(words, earliest, latest = earliest, precision = 'day') {
      const id = timeId(`t${times.length + 1}`)
      times.push({ id, span: at(words), earliest, latest, precision })
      return id
    },
    attribution(parts) {
      const id = attributionId(`s${attributions.length + 1}`)
      const name = actors.find((actor) => actor.id === parts.actor)?.name ?? parts.source?.replace(/#\d+$/, '')
      const chain = parts.chain ?? (name === undefined ? [] : [name])
      attributions.push({
        id,
        source: parts.source === undefined ? [] : [at(parts.source)],
        actor: parts.actor ?? null,
        cue: [at(parts.cue)],
        content: (parts.content ?? []).map(at),
        manner: parts.manner ?? 'reported',
        standing: parts.standing ?? 'named',
        sense: parts.sense ?? 'voice',
        within: parts.within ?? null,
        chain: [document.outlet ?? 'the document', ...chain].map((voice) => {
          const [, plain = voice, by = null] = /^(.*) \((.*)\)$/.exec(voice) ?? []
          return { name: plain, actor: actors.find((actor) => actor.name === plain)?.id ?? null, by }
        }),
      })
      return id
    },
    claim(type, parts) {
      const id = claimId(`c${claims.length + 1}`)
      const trigger = at(parts.trigger)
      const participants = (parts.participants ?? []).map(([role, words, more = {}]) => ({
        role,
        span: at(words),
        head: at(words),
        actor: more.actor ?? null,
        count: more.count ? { high: more.count.low, words: String(more.count.low), about: false, ...more.count } : null,
        claim: more.claim ?? null,
        includes: more.includes ?? [],
      }))
      const cover = coverOf([trigger, ...participants.map((participant) => participant.span)]) ?? trigger
      const span = parts.evidence === undefined ? cover : at(parts.evidence)
      claims.push({
        id,
        event: {
          type,
          status: parts.status ?? 'happened',
          trigger,
          participants,
          when: parts.when ?? null,
          place:
            parts.place === undefined
              ? null
              : { span: at(parts.place), name: parts.place.replace(/#\d+$/, ''), country: null },
          channel: parts.channel
            ? {
                kind: parts.channel.kind,
                setting: parts.channel.setting ?? 'unknown',
                evidence: parts.channel.words === undefined ? [] : [at(parts.channel.words)],
              }
            : null,
          plover: null,
          cameo: null,
        },
        stance: parts.stance ?? 'asserts',
        told: parts.told ?? [],
        evidence: {
          document: document.id,
          span,
          quote: text.slice(span.from, span.to),
          prefix: text.slice(Math.max(0, span.from - 32), span.from),
          suffix: text.slice(span.to, span.to + 32),
        },
        confidence: { score: 0.9, because: 'built by hand' },
      })
      return id
    },
    link(kind, parts) {
      links.push({
        id: linkId(`l${links.length + 1}`),
        kind,
        from: parts.from ?? null,
        words: parts.words === undefined ? null : at(parts.words),
        to: parts.to,
        stance: parts.stance ?? 'asserts',
        told: parts.told ?? [],
        evidence: at(parts.evidence),
      })
    },
    diagnostic(code, severity, message) {
      diagnostics.push({ code, severity, message, span: null, stage: 'test' })
    },
    finish: () => ({
      document,
      mentions: [...mentions].sort(bySpan),
      actors,
      times,
      attributions,
      claims,
      links,
      diagnostics,
      provenance: [],
    }),
  }
}

/** False where a letter or digit goes on before or after: "he" is not found in "the". */
function standsAlone(text: string, from: number, to: number): boolean {
  return (
    !/[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(0, from - 1), from + 1)) &&
    !/[\p{L}\p{N}]{2}/u.test(text.slice(to - 1, to + 1))
  )
}

function formOf(words: string): Mention['form'] {
  if (/^(he|she|they|it|him|her|them|we|i)$/i.test(words)) return 'pronoun'
  return /^[\p{Lu}]/u.test(words) ? 'name' : 'nominal'
}
