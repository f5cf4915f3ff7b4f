import { EVENT_STATUSES, STANCES } from '@backchannel/core'
import { z } from 'zod'

// What the server answers, for its description in /openapi.json and for the tests that hold answers against it. The types
// are those of record.ts and views.ts; more properties may be added anywhere, none is changed or dropped.

const text = z.string()
const maybeText = text.nullable()
const texts = z.array(text)
const count = z.number().int().min(0)
const score = z.number().min(0).max(1)
const status = z.enum(EVENT_STATUSES)
const stance = z.enum(STANCES)
const kind = z.enum(['person', 'group', 'organization', 'state', 'outlet', 'place'])
const precision = z.enum(['minute', 'day', 'week', 'month', 'quarter', 'year', 'vague'])
const when = z.object({ earliest: maybeText, latest: maybeText, precision }).nullable()
const span = z.object({ from: count, to: count })
const roots = z.object({ low: count, high: count })
const because = z.object({ score, because: text })
const correctedBy = texts.describe('Who corrected it, by name, each once; empty where nobody did.')

/** A page of a list. */
const listOf = (row: z.ZodType) =>
  z.object({
    rows: z.array(row),
    next: maybeText.describe('Give it as `after` for the next page; null at the end.'),
    total: count.describe('Rows of the whole list.'),
  })

const story = z.object({
  id: text,
  type: text,
  title: text,
  when,
  status,
  documents: texts,
  claims: z.array(z.object({ document: text, claim: text })),
  roots,
  actors: z.array(z.object({ id: text, name: text })),
  withdrawn: z.boolean(),
  because,
  correctedBy,
})
const report = z.object({
  document: text,
  claim: text,
  outlet: maybeText,
  status,
  stance,
  told: z.array(z.object({ name: text, standing: text, through: texts })),
  when,
  quote: text,
  confidence: z.number(),
})
const root = z.object({ name: text, kind: z.enum(['speaker', 'outlet', 'document', 'anonymous']), documents: texts })
const notice = z.object({
  document: text,
  kind: text,
  quote: text,
  old: maybeText,
  new: maybeText,
  outlet: maybeText,
  of: maybeText,
})
const sources = z.object({
  story: text,
  low: count,
  high: count,
  sentence: text,
  roots: z.array(root),
  copies: z.array(z.object({ document: text, of: text, how: text, score: z.number(), why: text })),
  collapsed: z.array(z.object({ documents: texts, into: text, why: text })),
  loops: z.array(texts),
  denied: z.object({ low: count, high: count, roots: z.array(root) }),
  withdrawn: z.object({
    low: count,
    high: count,
    roots: z.array(root),
    why: z.array(z.object({ document: text, why: text })),
  }),
  notices: z.array(notice),
})
const accounts = z.object({
  story: text,
  fields: z.array(
    z.object({
      field: text,
      values: z.array(
        z.object({ value: text, told: texts, documents: texts, quote: text, takenBack: z.boolean(), correctedBy }),
      ),
      agree: z.boolean(),
    }),
  ),
  notices: z.array(notice),
  shaken: z.array(z.object({ document: text, claim: text, by: text, why: text })),
})
const engagement = z.object({
  story: text,
  type: text,
  title: text,
  when,
  status,
  channel: text,
  setting: text,
  place: maybeText,
  parties: z.array(z.object({ name: text, role: text, country: maybeText })),
  documents: texts,
  roots,
  correctedBy,
})
const telling = { document: text, claim: text, mark: text, chain: texts, quote: text, span }
const amount = z.object({ low: count, high: count.nullable(), words: text, about: z.boolean() }).nullable()
const custody = z.object({
  name: text,
  kind: text,
  count: amount,
  country: maybeText,
  documents: texts,
  members: texts,
  steps: z.array(
    z.object({
      type: text,
      verb: text,
      sentence: text,
      when,
      by: maybeText,
      where: maybeText,
      to: maybeText,
      through: maybeText,
      term: maybeText,
      as: maybeText,
      count: amount,
      status: text,
      stance: text,
      told: texts,
      ...telling,
      confidence: because,
      also: z.array(z.object(telling)),
      correctedBy,
    }),
  ),
  notes: texts,
})
const place = { told: texts, quote: text, document: text, claim: text, story: maybeText }
const around = z.object({
  story: text,
  asks: z.array(
    z.object({ way: z.enum(['asks', 'asked']), type: text, status, stance, by: maybeText, ...place, correctedBy }),
  ),
  ties: z.array(z.object({ kind: text, stance, way: z.enum(['to', 'from']), words: text, ...place })),
  custody: z.array(custody),
  documents: z.array(
    z.object({ id: text, title: maybeText, outlet: maybeText, published: maybeText, copyOf: maybeText, name: text }),
  ),
})
const timelineEntry = z.object({
  when,
  story: text,
  type: text,
  title: text,
  status,
  documents: count,
  roots,
  actors: z.array(z.object({ id: text, name: text })),
  channel: maybeText,
  correctedBy,
})
const tie = z.object({ kind: text, stance, way: z.enum(['to', 'from']), words: text, ...place })
const saying = z.object({
  ...{ document: text, claim: text, story: text, type: text, status, stance },
  ...{ outlet: maybeText, by: maybeText, published: maybeText, quote: text, correctedBy },
})
const looked = {
  stories: count.describe('Stories that pass the filter.'),
  looked: count.describe('How many of them, the latest, were looked at.'),
}
const network = z.object({
  nodes: z.array(z.object({ id: text, name: text, kind, country: maybeText, stories: count })),
  edges: z.array(
    z.object({
      story: text,
      source: text,
      target: text,
      directed: z.boolean(),
      type: text,
      role: text,
      title: text,
      status,
      when,
      roots,
      evidence: z.object({ document: text, claim: text, quote: text }),
      correctedBy,
    }),
  ),
  ...looked,
})
const mapStory = z.object({ id: text, title: text, type: text, status, when, correctedBy })
const map = z.object({
  places: z.array(
    z.object({
      name: text,
      country: text,
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      precision: z.enum(['city', 'region', 'country']),
      score,
      because: text,
      stories: z.array(mapStory),
    }),
  ),
  unlocated: z.array(z.object({ name: text, country: maybeText, stories: z.array(mapStory) })),
  placeless: count,
  ...looked,
})
const actor = z.object({
  id: text,
  name: text,
  names: texts,
  kind,
  country: maybeText,
  documents: texts,
  offices: z.array(z.object({ title: text, of: maybeText })),
})
const hit = z.object({
  kind: z.enum(['article', 'quote', 'claim']),
  document: text,
  outlet: maybeText,
  title: maybeText,
  id: maybeText,
  story: maybeText,
  name: text,
  snippet: text,
  marks: z.array(span),
  rejected: z.boolean().describe('True for a claim that a person withdrew.'),
  correctedBy,
})
const documentRow = z.object({
  id: text,
  title: maybeText,
  outlet: maybeText,
  published: maybeText,
  url: maybeText,
  language: text,
  origin: text,
  found: text,
  copyOf: maybeText,
  name: text.describe('File name or address.'),
})
const facet = z.object({
  values: z.array(z.object({ value: text, name: text, stories: count.nullable() })),
  total: count.describe('Values that there are.'),
})
const anchor = z.object({ document: text, span, quote: text, prefix: text, suffix: text })
const author = z.object({ kind: z.enum(['person', 'program']), name: text })
const correction = z.object({
  id: text,
  anchor,
  type: text.optional(),
  story: text.optional(),
  change: z.record(text, z.unknown()),
  by: author,
  at: text,
  reason: text,
})
const judgement = z.object({
  pair: z.array(text).length(2),
  about: z.enum(['actor', 'story', 'copy']),
  verdict: z.enum(['same', 'different', 'unsure']),
  by: author,
  at: text,
  score: because.nullable(),
  reason: text,
  words: z
    .array(z.array(z.object({ document: text, quote: text })))
    .optional()
    .describe('What each of the two rested on when it was judged.'),
})
const judgementState = z.enum(['holds', 'overruled', 'contradicted', 'gone'])
const judged = judgement.extend({
  state: judgementState.describe(
    'overruled: a later one on the same two counts; contradicted: others forbid it; gone.',
  ),
  now: z.array(maybeText).length(2).describe('Ids of today, the same where the two are one; null for what is gone.'),
  names: texts.length(2),
})
const correctionState = z.enum(['holds', 'gone', 'ambiguous', 'value', 'undone'])
const fields = z.object({
  type: text,
  status,
  stance,
  when,
  place: maybeText,
  channel: maybeText,
  participants: z.array(z.object({ role: text, name: text })),
  speaker: maybeText,
})
const believed = z.object({
  claim: text,
  machine: fields.nullable(),
  now: fields,
  withdrawn: z.boolean(),
  checked: z.enum(['accept', 'unsure']).nullable(),
  evidence: z.object({ span, quote: text, prefix: text, suffix: text }),
  corrections: texts,
})
const corrected = believed.extend({
  document: text,
  outlet: maybeText,
  changes: z.array(z.object({ author: text, at: text, reason: text })),
})
const history = z.object({
  story: text,
  corrections: z.array(z.object({ document: text, claim: text, withdrawn: z.boolean(), correction })),
  judgements: z.array(judged),
})
const item = z.object({
  origin: text,
  state: z.enum(['new', 'updated', 'skipped', 'failed']),
  document: maybeText,
  outlet: maybeText,
  title: maybeText,
  copyOf: maybeText,
  reason: maybeText,
  error: z.object({ code: text, message: text }).nullable(),
})
const inboxState = z.enum(['looking', 'asking', 'waiting', 'reading', 'done', 'stopped'])
const tally = z.object({ new: count, updated: count, skipped: count, failed: count, left: count, open: count })
const inboxJob = z.object({
  id: text,
  state: inboxState.describe('It is looked at, asks whether to read copies, waits for others, is read, is through.'),
  at: text,
  items: count,
  tally,
  seconds: z.number().min(0).describe('For which it has been read.'),
  rate: z.number().nullable().describe('Documents a minute; null before the first.'),
  left: z.number().nullable().describe('Seconds until it is through at this rate; null where not known.'),
  whole: z.boolean().describe('False where it held more documents than one upload may.'),
})
const inboxItem = z.object({
  name: text,
  origin: text,
  state: z.enum(['looking', 'waiting', 'reading', 'new', 'updated', 'skipped', 'failed', 'left']),
  alike: z
    .array(
      z.object({
        document: maybeText.describe('Of the record; null for another item of the same upload.'),
        item: count.nullable().describe('Place of another item of the same upload, from 0.'),
        outlet: maybeText,
        title: maybeText,
        how: text,
        score,
        why: text,
      }),
    )
    .describe('What it is like, said before it is read.'),
  document: maybeText,
  outlet: maybeText,
  title: maybeText,
  copyOf: maybeText,
  reason: maybeText,
  error: z.object({ code: text, message: text }).nullable(),
})
/** An upload of the inbox, and one document of it, as /api/inbox tells of them. */
export type InboxJobJson = z.infer<typeof inboxJob>
export type InboxItemJson = z.infer<typeof inboxItem>
const earlierItem = z.object({
  ...{ name: text, origin: text, at: text, state: z.enum(['done', 'failed', 'skipped', 'waiting']) },
  ...{ document: maybeText, outlet: maybeText, title: maybeText },
  error: z.object({ code: text, message: text }).nullable(),
})
/** Something that was taken in before the server started. */
export type EarlierItemJson = z.infer<typeof earlierItem>
const counts = z.record(text, count)

/** The answers by what they are of; each is an object. */
export const apiAnswers = {
  health: z.object({ ok: z.literal(true), version: text, counts }),
  metrics: z.object({
    uptime: z.number(),
    memory: count,
    inFlight: count,
    counts,
    routes: z.array(
      z.object({
        route: text,
        requests: count,
        errors: count,
        seconds: z.number(),
        slowest: z.number(),
      }),
    ),
  }),
  stories: listOf(story).extend({ corrected: texts.describe('Ids of those that hold what people corrected.') }),
  story: story.extend({
    reports: z.array(report),
    sources,
    accounts,
    corrected: z
      .array(corrected)
      .describe('What people changed in its claims; those that they withdrew are among these, not among the reports.'),
  }),
  accounts,
  sources,
  around,
  followed: z.object({
    story: text,
    within: count.describe('Days that were looked at.'),
    claimed: z.array(tie).describe('What tellers say that it caused, or was traded for.'),
    followed: z
      .array(z.object({ story: text, title: text, type: text, status, days: z.object({ low: count, high: count }) }))
      .describe('What happened to the same actors after it; nobody need claim a cause.'),
  }),
  actorAround: z.object({
    actor: text,
    spellings: z.array(z.object({ name: text, script: text, documents: texts })),
    offices: z.array(z.object({ title: text, of: maybeText, first: maybeText, last: maybeText, documents: texts })),
    said: z.array(saying),
    about: z.array(saying),
    custody: z.array(custody),
    engagements: z.array(engagement),
  }),
  history,
  disagreements: listOf(accounts.extend({ title: text, correctedBy })),
  engagements: listOf(engagement),
  custody: listOf(custody),
  timeline: listOf(timelineEntry),
  network,
  map,
  actors: listOf(actor),
  actor: actor.extend({
    stories: z.array(story),
    storiesTotal: count.describe('Stories that he is in; /api/stories?actor=ID lists all of them.'),
  }),
  facets: z
    .object({
      stories: count.describe('Stories that pass the filter.'),
      type: facet,
      channel: facet,
      status: facet,
      country: facet,
      actor: facet,
      outlet: facet,
      speaker: facet,
      dates: z.object({
        unit: z.enum(['day', 'week', 'month', 'quarter', 'year', 'decade']),
        bars: z.array(
          z.object({
            from: text,
            to: text,
            sure: count.describe('Stories all of whose possible days lie here.'),
            soft: z.number().min(0).describe('Parts of stories that may lie elsewhere too.'),
          }),
        ),
        undated: count,
        open: count.describe('Stories with one bound only; they count softly where it is.'),
      }),
      independence: z.array(z.object({ roots: count, stories: count })).describe('At least so many roots.'),
    })
    .describe('Each facet counts the stories that pass all the other conditions.'),
  search: listOf(hit),
  documents: listOf(documentRow),
  document: z
    .looseObject({
      format: text,
      document: z.looseObject({ id: text, text }),
      record: z.object({
        origin: text,
        found: text,
        pipeline: text,
        extractor: z.object({ name: text, version: text }),
        raw: maybeText,
        copies: z.array(z.object({ document: text, of: text, how: text, score: z.number(), why: text })),
        actors: z.array(z.object({ actor: text, is: text })),
        stories: z
          .array(z.object({ claim: text, story: text, participants: z.array(z.object({ role: text, name: text })) }))
          .describe('In which story each claim is, and who takes part in it, by the names of the record.'),
        corrections: z.array(z.object({ correction, state: correctionState })),
        believed: z.object({
          claims: z.array(believed).describe('Claims that people corrected, added or checked.'),
          unlinked: z.array(z.object({ link: text, correction: text })).describe('Links that people took back.'),
        }),
      }),
    })
    .describe('A dossier, format backchannel.dossier/1, with `record`: what the record knows of the document.'),
  types: listOf(z.object({ name: text, family: text, label: text, gloss: text, roles: texts })),
  taken: z.object({
    items: z.array(item),
    complete: z.boolean().describe('False where a limit ended it: sending the same again goes on.'),
    documents: count.describe('Documents of the record now.'),
  }),
  inbox: z.object({
    documents: count.describe('Documents of the record now.'),
    takes: z.boolean().describe('It takes documents in.'),
    fetches: z.boolean().describe('It fetches addresses that are pasted.'),
    demo: z.boolean().describe('It has a demo collection to take in.'),
    jobs: z.array(inboxJob).describe('The latest first.'),
    earlier: z
      .object({ rows: z.array(earlierItem), total: count, failed: count })
      .describe(
        'What was taken in before the server started, the latest first; the rows are not all where there are many.',
      ),
  }),
  inboxJob: z.object({ documents: count, job: inboxJob.extend({ list: z.array(inboxItem) }) }),
  corrections: listOf(correction),
  review: listOf(
    z.object({
      ...{ document: text, claim: text, story: text, outlet: maybeText, now: fields, machineType: text },
      evidence: z.object({ span, quote: text, prefix: text, suffix: text }),
      ...{ confidence: because, checked: z.enum(['accept', 'unsure']).nullable(), withdrawn: z.boolean() },
      differ: texts.describe('Fields in which the tellings of its story differ, in the order of disagreement.'),
    }),
  ).extend({ whole: z.boolean().describe('False where more claims pass the filter than were looked at.') }),
  pairs: listOf(
    z.object({
      ...{ about: z.enum(['actor', 'story']), pair: texts.length(2), names: texts.length(2), score, because: text },
      fields: z.array(z.object({ field: text, values: texts.length(2) })),
      judged: z
        .object({
          ...{ verdict: z.enum(['same', 'different', 'unsure']), by: text, at: text, reason: text },
          state: judgementState,
        })
        .nullable(),
      joined: z.boolean().describe('They are one now; each is shown as it would be alone.'),
    }),
  ),
  changes: listOf(
    z.object({
      ...{ at: text, by: text, reason: text, what: text, document: maybeText, claim: maybeText, quote: maybeText },
      ...{
        pair: texts.nullable(),
        names: texts.nullable(),
        before: maybeText,
        after: maybeText,
        correction: maybeText,
      },
      state: z.union([correctionState, judgementState]),
    }),
  ),
  lost: listOf(z.object({ correction, state: correctionState, there: z.boolean() })),
  correction,
  judgements: listOf(judged),
  judgement,
  file: z.string().describe('A text in the format asked for: docs/reference/exports.md.'),
  openapi: z.looseObject({ openapi: text }),
  error: z.object({
    ok: z.literal(false),
    error: z.object({ code: text, message: text, details: z.record(text, z.union([text, z.number()])) }),
    status: z.number().int(),
  }),
} as const

export type ApiAnswer = keyof typeof apiAnswers
