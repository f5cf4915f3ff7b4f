import { CHANNEL_KINDS, EVENT_STATUSES, ROLE_NAMES, SETTINGS, STANCES } from '@backchannel/core'
import { z } from 'zod'
import { DOSSIER_FORMAT } from './format.ts'

// What a dossier must hold to be read back. Stricter than nothing and no stricter than schema/dossier.schema.json:
// a dossier with the contract's required properties alone is read, and the rest gets its neutral value.

const offset = z.number().int().min(0)
const span = z.object({ from: offset, to: offset })
const text = z.string()
const maybeText = text.nullable().default(null)
const texts = z.array(text).default([])
const spans = z.array(span)

const precision = z.enum(['minute', 'day', 'week', 'month', 'quarter', 'year', 'vague'])
const when = z.object({ earliest: text.nullable(), latest: text.nullable(), precision })
const stance = z.enum(STANCES)
const actorKind = z.enum(['person', 'group', 'organization', 'state', 'outlet', 'place'])
const form = z.enum(['name', 'nominal', 'pronoun'])
const layer = z.enum([
  'tokens',
  'sentences',
  'syntax',
  'encoding',
  'mentions',
  'actors',
  'times',
  'attributions',
  'claims',
  'links',
])
const sector = z.enum([
  'GOV',
  'MIL',
  'COP',
  'SPY',
  'OPP',
  'REB',
  'PTY',
  'JUD',
  'LEG',
  'MED',
  'BUS',
  'EDU',
  'CVL',
  'NGO',
  'IGO',
  'REF',
  'UNS',
  'UAF',
])

const document = z.object({
  id: text,
  text,
  title: maybeText,
  outlet: text.nullable(),
  carrier: maybeText,
  agency: maybeText,
  published: text.nullable(),
  publishedWhen: when.nullable().default(null),
  url: maybeText,
  language: text,
})

const mention = { span, form, kind: actorKind.nullable().default(null), token: z.number().int().default(-1) }

const actor = z.object({
  id: text,
  name: text,
  kind: actorKind,
  country: maybeText,
  sector: sector.nullable().default(null),
  roles: z.array(z.object({ title: text, of: maybeText, span })).default([]),
  mentions: z.array(z.object({ id: text.optional(), ...mention })),
})

const attribution = z.object({
  id: text,
  source: spans,
  actor: maybeText,
  cue: spans,
  content: spans,
  manner: z.enum(['quoted', 'reported', 'mixed']),
  standing: z.enum(['named', 'anonymous', 'collective', 'document', 'outlet', 'unknown']),
  sense: z.enum(['voice', 'attitude']).default('voice'),
  stance: z.enum(['tells', 'confirms', 'denies', 'questions', 'refuses', 'retracts']).optional(),
  within: text.nullable(),
  chain: z.array(z.object({ name: text, actor: maybeText, by: maybeText })).default([]),
})

const count = z.object({
  low: z.number().int(),
  high: z.number().int().nullable(),
  words: text.default(''),
  about: z.boolean().default(false),
})

const participant = z.object({
  role: z.enum(ROLE_NAMES),
  span,
  head: span.optional(),
  actor: maybeText,
  count: count.nullable().default(null),
  claim: maybeText,
  includes: texts,
})

const channel = z.object({
  kind: z.enum(CHANNEL_KINDS).default('unknown'),
  setting: z.enum(SETTINGS).default('unknown'),
  evidence: spans.default([]),
})

const event = z.object({
  type: text,
  plover: z.object({ event: text, mode: maybeText }).nullable().default(null),
  cameo: maybeText,
  status: z.enum(EVENT_STATUSES),
  trigger: span,
  participants: z.array(participant),
  when: maybeText,
  place: z.object({ span, name: text, country: maybeText }).nullable().default(null),
  channel: channel.nullable().default(null),
})

const claim = z.object({
  id: text,
  event,
  stance,
  told: z.array(text),
  evidence: z.object({ span, quote: text, prefix: text.default(''), suffix: text.default('') }),
  confidence: z
    .object({ score: z.number().min(0).max(1), because: text })
    .default({ score: 0, because: 'the dossier gives none' }),
})

const link = z.object({
  id: text,
  kind: z.enum(['cause', 'motive', 'at-request-of', 'in-return-for', 'framing', 'sequence', 'part-of', 'restates']),
  from: text.nullable(),
  to: text,
  words: span.nullable().default(null),
  stance: stance.default('asserts'),
  told: z.array(text),
  evidence: span,
})

const diagnostic = z.object({
  code: text,
  severity: z.enum(['note', 'warning', 'error']),
  message: text,
  span: span.nullable().default(null),
  stage: text.default(''),
})

/** The whole dossier. The output type has every property, with neutral values where the JSON left one out. */
export const dossierSchema = z.object({
  format: z.literal(DOSSIER_FORMAT),
  engine: z.object({ version: text, models: z.array(z.object({ name: text, version: text, sha256: text })) }),
  document,
  actors: z.array(actor),
  attributions: z.array(attribution),
  claims: z.array(claim),
  links: z.array(link),
  times: z.array(when.extend({ id: text, span })),
  diagnostics: z.array(diagnostic),
  looseMentions: z.array(z.object({ id: text, ...mention, actor: maybeText })).default([]),
  provenance: z.array(z.object({ stage: text, version: z.number(), gives: z.array(layer) })).default([]),
})

export type ParsedDossier = z.infer<typeof dossierSchema>
export type ParsedActor = ParsedDossier['actors'][number]
export type ParsedClaim = ParsedDossier['claims'][number]
