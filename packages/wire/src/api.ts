import { BackchannelError, EVENT_STATUSES } from '@backchannel/core'
import { z } from 'zod'
import {
  API_ADDRESSES_MAX,
  API_AUTHOR_LENGTH_MAX,
  API_CURSOR_LENGTH_MAX,
  API_QUOTE_LENGTH_MAX,
  API_REASON_LENGTH_MAX,
  API_ROWS_MAX,
  API_SEARCH_LENGTH_MAX,
  API_TEXT_LENGTH_MAX,
  API_VALUE_LENGTH_MAX,
  API_VALUES_MAX,
} from './api-limits.ts'
import { WIRE_ERRORS } from './errors.ts'

/** What a value from outside must be, with the type it then has. */
export type ApiSchema<Value = unknown> = z.ZodType<Value>
/** The same for the parameters behind the "?" of an address: a property each; one that takes an array may stand there several times. */
export type QuerySchema<Query = unknown> = ApiSchema<Query> & { readonly shape: Readonly<Record<string, z.ZodType>> }

const value = z.string().min(1).max(API_VALUE_LENGTH_MAX)
const values = z.array(value).max(API_VALUES_MAX)
const whole = (low: number, high: number) =>
  z
    .string()
    .regex(/^-?\d{1,9}$/, 'a whole number')
    .transform(Number)
    .pipe(z.number().int().min(low).max(high))
/** A day that the calendar has. */
const day = z.iso.date()
const country = z
  .string()
  .regex(/^[A-Za-z]{3}$/, 'a code of ISO 3166-1 alpha-3, such as BLR')
  .toUpperCase()
const countries = z.array(country).max(API_VALUES_MAX)

const statuses = z.array(z.enum(EVENT_STATUSES)).max(API_VALUES_MAX)
const actorKind = z.enum(['person', 'group', 'organization', 'state', 'outlet', 'place'])
const about = z.enum(['actor', 'story', 'copy'])

const lists = {
  actor: values.optional().describe('Takes part: an id, or any spelling of a name.'),
  country: countries.optional().describe('Country of a participant, ISO 3166-1 alpha-3.'),
  type: values.optional().describe('Event type, for instance release.'),
  channel: values.optional().describe('Kind of channel, for instance special-envoy.'),
  status: statuses.optional().describe('Status of the event.'),
  outlet: values.optional().describe('Told by this outlet.'),
  speaker: values.optional().describe('Told by this voice.'),
  document: values.optional().describe('Told by this document, by id.'),
}
const without = {
  'not-actor': lists.actor.describe('Leaves out what this actor takes part in.'),
  'not-country': lists.country.describe('Leaves out what has a participant of this country.'),
  'not-type': lists.type.describe('Leaves out this event type.'),
  'not-channel': lists.channel.describe('Leaves out this kind of channel.'),
  'not-status': lists.status.describe('Leaves out this status.'),
  'not-outlet': lists.outlet.describe('Leaves out what this outlet tells.'),
  'not-speaker': lists.speaker.describe('Leaves out what this voice tells.'),
  'not-document': lists.document.describe('Leaves out what this document tells.'),
}
const filter = {
  ...lists,
  ...without,
  from: day.optional().describe('Not before this day; what is dated vaguely stays in where it may be.'),
  to: day.optional().describe('Not after this day.'),
  independence: whole(0, 1_000_000).optional().describe('At least so many independent roots.'),
}
const page = {
  limit: whole(1, API_ROWS_MAX).optional().describe('Rows of the page.'),
  after: z.string().min(1).max(API_CURSOR_LENGTH_MAX).optional().describe('The `next` of the page before.'),
}

/** Nothing may stand behind the "?". */
export const noQuery = z.strictObject({})
export const filteredQuery = z.strictObject({ ...filter, ...page })
/** Formats that one story can be had in: those of `export` that are one text. */
export const STORY_EXPORT_FORMATS = [
  'jsonld',
  'csv',
  'plover',
  'cameo',
  'webannotation',
  'gexf',
  'graphml',
  'ftm',
  'atom',
] as const
export const storyExportQuery = z.strictObject({
  format: z.enum(STORY_EXPORT_FORMATS).default('jsonld'),
  table: z
    .enum(['claims', 'participants', 'attributions'])
    .optional()
    .describe('With csv: which; claims where left out.'),
})
/** The filters without a page. */
export const unpagedQuery = z.strictObject(filter)
export const facetsQuery = z.strictObject({
  list: z
    .enum(['custody', 'engagements'])
    .optional()
    .describe('Counts only what this list holds; every story where left out.'),
  ...filter,
})
export const pagedQuery = z.strictObject(page)
export const reviewQuery = z.strictObject({
  order: z
    .enum(['doubt', 'kind', 'disagreement'])
    .optional()
    .describe('What is least sure first (as where left out), claims of one type together, or where tellings differ.'),
  checked: z.enum(['true', 'false']).optional().describe('With those that people have checked.'),
  ...filter,
  ...page,
})
export const pairsQuery = z.strictObject({
  about: z.enum(['actor', 'story']).optional().describe('Actors where left out.'),
  joined: z
    .enum(['true', 'false'])
    .optional()
    .describe('Those that people made one, or those that are two; all where left out.'),
  ...page,
})
export const actorsQuery = z.strictObject({
  name: value.optional().describe('Any spelling, or the beginning of one.'),
  kind: actorKind.optional(),
  country: country.optional(),
  ...page,
})
export const searchQuery = z.strictObject({
  q: z
    .string()
    .max(API_SEARCH_LENGTH_MAX)
    .describe('Words; all must be there. "..." is a phrase, word* a beginning; nothing else is an operator.'),
  in: z
    .array(z.enum(['article', 'quote', 'claim']))
    .max(3)
    .optional()
    .describe('Kinds of hits; all where left out.'),
  ...filter,
  ...page,
})
export const correctionsQuery = z.strictObject({ document: value.optional(), ...page })
export const judgementsQuery = z.strictObject({
  about: about.optional(),
  id: value.optional().describe('Those of this story, actor or document, also of what was joined with it.'),
  ...page,
})
export const uploadQuery = z.strictObject({
  name: value.optional().describe('File name of a body that is the file itself.'),
  outlet: value.optional().describe('Who published it, where it does not say.'),
  published: value.optional().describe('When, where it does not say: YYYY-MM-DD or a date-time.'),
  title: z.string().min(1).max(1000).optional(),
  url: z.string().min(1).max(2000).optional().describe('Its address.'),
  retry: z.enum(['true', 'false']).optional().describe('Tries again what failed before.'),
})

const author = z.string().trim().min(1).max(API_AUTHOR_LENGTH_MAX).describe('Who decides it.')
const reason = z.string().trim().min(1).max(API_REASON_LENGTH_MAX).describe('Why.')
const given = {
  name: uploadQuery.shape.name,
  outlet: uploadQuery.shape.outlet,
  published: uploadQuery.shape.published,
  title: uploadQuery.shape.title,
  url: uploadQuery.shape.url,
}
/** A text pasted, or an address to fetch where the server was told that it may. */
export const pasteBody = z.union([
  z.strictObject({ text: z.string().min(1).max(API_TEXT_LENGTH_MAX), ...given }),
  z.strictObject({
    address: z.url({ protocol: /^https?$/ }).max(2000),
    outlet: given.outlet,
    published: given.published,
  }),
])

/** What the inbox takes as JSON: a pasted text, addresses to fetch, or the demo collection. */
export const inboxBody = z.union([
  z.strictObject({ text: z.string().min(1).max(API_TEXT_LENGTH_MAX), ...given }),
  z.strictObject({
    addresses: z
      .array(z.url({ protocol: /^https?$/ }).max(2000))
      .min(1)
      .max(API_ADDRESSES_MAX),
    outlet: given.outlet,
    published: given.published,
  }),
  z.strictObject({ demo: z.literal(true) }),
])
export const inboxDecision = z.strictObject({
  job: value.describe('Id of an upload of the inbox.'),
  do: z
    .enum(['read', 'read-new', 'stop'])
    .describe('Read all of it; read what is like nothing else; or leave what is not read yet.'),
})

const field = z.enum(['type', 'status', 'stance', 'when', 'place', 'channel', 'participants', 'speaker'])
const quote = z.string().min(1).max(API_QUOTE_LENGTH_MAX)
export const correctionBody = z.strictObject({
  document: value.describe('Id of the document that the words stand in.'),
  quote: quote.describe('The words, exactly.'),
  prefix: z.string().max(API_QUOTE_LENGTH_MAX).optional().describe('What stands before, where the words occur twice.'),
  suffix: z.string().max(API_QUOTE_LENGTH_MAX).optional().describe('What stands after.'),
  from: z.number().int().min(0).optional().describe('Where the words begin, in UTF-16 code units of the text.'),
  type: value.optional().describe('The type that the machine read, where several claims rest on the words.'),
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('set'), field, to: z.unknown() }),
    z.strictObject({ kind: z.literal('withdraw') }),
    z.strictObject({ kind: z.literal('add'), what: z.record(z.string(), z.unknown()) }),
    z.strictObject({ kind: z.literal('check'), verdict: z.enum(['accept', 'unsure']) }),
    z.strictObject({ kind: z.literal('quotation'), speaker: value.nullable() }),
    z.strictObject({ kind: z.literal('unlink'), link: value }),
    z.strictObject({ kind: z.literal('undo'), correction: value }),
  ]),
  author,
  reason,
})
export const judgementBody = z.strictObject({
  about,
  pair: z.tuple([value, value]).describe('Two ids: actors, stories, or documents for copies.'),
  verdict: z.enum(['same', 'different', 'unsure']),
  author,
  reason,
})

/**
 * The value as the schema has it. Throws `wire/bad-request` with the first thing that is wrong; `where` is "query" or "body".
 */
export function checkApi<Value>(schema: ApiSchema<Value>, input: unknown, where: string): Value {
  const { success, data, error } = schema.safeParse(input)
  if (success) return data
  const [issue] = error.issues
  const path = [where, ...(issue?.path ?? []).map(String)].join('.').slice(0, API_VALUE_LENGTH_MAX)
  const why = (issue?.message ?? 'it is not what it should be').slice(0, API_VALUE_LENGTH_MAX)
  throw new BackchannelError('wire/bad-request', { path, why }, WIRE_ERRORS)
}

/**
 * The parameters of an address as the schema has them. Throws `wire/bad-request` for unknown ones, for those that stand
 * there more often than they may, and for wrong values.
 */
export function checkQuery<Query>(
  schema: QuerySchema<Query>,
  parameters: ReadonlyMap<string, readonly string[]>,
): Query {
  const input = new Map<string, unknown>()
  for (const [name, given] of parameters) {
    const own = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined
    if (given.length > 1 && own !== undefined && !takesList(own))
      throw new BackchannelError(
        'wire/bad-request',
        { path: `query.${name}`, why: `it stands there ${given.length} times, it should once` },
        WIRE_ERRORS,
      )
    input.set(name, own !== undefined && takesList(own) ? given : given[0])
  }
  // `fromEntries` defines properties and never sets a prototype.
  return checkApi(schema, Object.fromEntries(input), 'query')
}

/** The schema as JSON Schema (draft 2020-12, as OpenAPI 3.1 has it): what comes in, before it is converted, or what goes out. */
export function toJsonSchema(schema: z.ZodType, side: 'in' | 'out'): Readonly<Record<string, unknown>> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: side === 'in' ? 'input' : 'output',
    unrepresentable: 'any',
  })
  return rest
}

/** The parameters of a query as OpenAPI lists them. */
export function toParameters(schema: QuerySchema): readonly Readonly<Record<string, unknown>>[] {
  return Object.entries(schema.shape).map(([name, own]) => {
    const { description, ...rest } = toJsonSchema(own, 'out')
    return {
      name,
      in: 'query',
      required: !own.safeParse(undefined).success,
      ...(typeof description === 'string' && { description }),
      schema: rest,
      ...(takesList(own) && { explode: true }),
    }
  })
}

function takesList(schema: z.ZodType): boolean {
  return schema instanceof z.ZodOptional ? takesList(schema.unwrap() as z.ZodType) : schema instanceof z.ZodArray
}

export type FilteredQuery = z.infer<typeof filteredQuery>
/** What the sender of files knows of all of them, as fields of the form. */
export const uploadFields = z.strictObject({
  outlet: given.outlet,
  published: given.published,
  title: given.title,
  url: given.url,
})
export type UploadFields = z.infer<typeof uploadFields>
