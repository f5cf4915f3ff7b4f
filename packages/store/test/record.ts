import {
  type ActorProfile,
  actorId,
  attributionId,
  claimId,
  type DocumentId,
  documentId,
  type Findings,
  mentionId,
  type RecordActor,
  type Report,
  type ReportParticipant,
  type ReportVoice,
  recordActorId,
  type Span,
  type Story,
  storyId,
  type When,
} from '@backchannel/core'
import type { StoredDocument } from '../src/index.ts'

/** An article for tests: words stand in its text and are found there. */
export interface ArticleParts {
  readonly id: string
  readonly text: string
  readonly title?: string
  readonly outlet?: string | null
  readonly published?: string | null
  readonly pipeline?: string
  readonly raw?: string
  /** Names in the text, each where it first stands. */
  readonly names?: readonly string[]
  /** Words of quotes, of claims. Ids are q1, q2, ... and c1, c2, ... */
  readonly quotes?: readonly string[]
  readonly claims?: readonly string[]
}

export interface Article {
  readonly stored: Omit<StoredDocument, 'arrival'>
  readonly findings: Findings
}

export function dayOf(day: string): When {
  return { earliest: day, latest: day, precision: 'day' }
}

function spanOf(text: string, words: string): Span {
  const from = text.indexOf(words)
  if (from < 0) throw new Error(`"${words}" is not in the text`)
  return { from, to: from + words.length }
}

export function articleOf(parts: ArticleParts): Article {
  const { text } = parts
  const id = documentId(parts.id)
  const published = parts.published === undefined ? '2026-03-16' : parts.published
  const document = {
    id,
    text,
    title: parts.title ?? null,
    outlet: parts.outlet === undefined ? 'The Harbor Ledger' : parts.outlet,
    carrier: null,
    agency: null,
    published: published === null ? null : { text: published, when: dayOf(published) },
    url: null,
    language: 'en',
  }
  return {
    stored: {
      document,
      raw: parts.raw ?? null,
      extractor: { name: 'plain', version: '1' },
      pipeline: parts.pipeline ?? 'pipeline 1',
      found: '2026-03-17T08:00:00Z',
      origin: `/articles/${parts.id}.txt`,
    },
    findings: {
      document,
      mentions: (parts.names ?? []).map((name, at) => ({
        ...spanOf(text, name),
        id: mentionId(`m${at + 1}`),
        form: 'name',
        head: 0,
        actor: null,
        kind: null,
      })),
      actors: [],
      times: [],
      attributions: (parts.quotes ?? []).map((words, at) => ({
        id: attributionId(`q${at + 1}`),
        source: [],
        actor: null,
        cue: [],
        content: [spanOf(text, words)],
        manner: 'quoted',
        standing: 'named',
        sense: 'voice',
        within: null,
        chain: [],
      })),
      claims: (parts.claims ?? []).map((words, at) => ({
        id: claimId(`c${at + 1}`),
        event: {
          type: 'release',
          status: 'happened',
          trigger: spanOf(text, words),
          participants: [],
          when: null,
          place: null,
          channel: null,
          plover: null,
          cameo: null,
        },
        stance: 'asserts',
        told: [],
        evidence: { document: id, span: spanOf(text, words), quote: words, prefix: '', suffix: '' },
        confidence: { score: 1, because: 'test' },
      })),
      links: [],
      diagnostics: [],
      provenance: [{ stage: 'tokenize', version: 1, gives: ['tokens'] }],
    },
  }
}

export interface ReportParts extends Partial<Omit<Report, 'ref' | 'participants' | 'told'>> {
  readonly actors?: readonly string[]
  readonly country?: string
  readonly includes?: readonly string[]
  /** Name and attribution of each voice. */
  readonly voices?: readonly (readonly [string, string])[]
}

/** The report of an article's claim, with what the parts say. */
export function reportOf({ stored, findings }: Article, claim: string, parts: ReportParts = {}): Report {
  const { actors = [], country = null, includes = [], voices = [], ...rest } = parts
  const evidence = findings.claims.find((one) => one.id === claim)?.evidence ?? {
    document: stored.document.id,
    span: { from: 0, to: 4 },
    quote: stored.document.text.slice(0, 4),
    prefix: '',
    suffix: '',
  }
  const participant = (actor: string): ReportParticipant => ({
    role: 'agent',
    actor: recordActorId(actor),
    name: actor,
    head: actor,
    kind: 'person',
    country,
    count: null,
    includes: includes.map(recordActorId),
  })
  return {
    ref: { document: stored.document.id, claim: claimId(claim) },
    type: 'release',
    status: 'happened',
    stance: 'asserts',
    trigger: 'release',
    when: null,
    published: stored.document.published?.when ?? null,
    place: null,
    channel: null,
    participants: actors.map(participant),
    told: voices.map(
      ([name, attribution]): ReportVoice => ({
        attribution: attributionId(attribution),
        name,
        actor: null,
        standing: 'named',
        manner: 'quoted',
        through: [],
      }),
    ),
    outlet: stored.document.outlet,
    evidence,
    confidence: { score: 1, because: 'test' },
    restates: [],
    ...rest,
  }
}

export function storyOf(id: string, parts: Partial<Omit<Story, 'id'>> = {}): Story {
  return {
    id: storyId(id),
    type: 'release',
    title: `Story ${id}.`,
    when: null,
    status: 'happened',
    claims: [],
    actors: [],
    because: { score: 1, because: 'test' },
    roots: { low: 1, high: 1 },
    ...parts,
  }
}

export function profileOf(document: DocumentId, actor: string, names: readonly string[]): ActorProfile {
  return {
    ref: { document, actor: actorId(actor) },
    kind: 'person',
    names,
    country: 'BLR',
    sector: 'GOV',
    offices: [{ title: 'deputy', of: 'Ostland', told: dayOf('2026-03-16') }],
    published: dayOf('2026-03-16'),
  }
}

export function actorOf(id: string, profiles: readonly ActorProfile[], parts: Partial<RecordActor> = {}): RecordActor {
  return {
    id: recordActorId(id),
    name: profiles[0]?.names[0] ?? id,
    kind: 'person',
    country: 'BLR',
    sector: 'GOV',
    profiles,
    ...parts,
  }
}
