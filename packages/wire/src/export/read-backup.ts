import { BackchannelError } from '@backchannel/core'
import { z } from 'zod'
import { WIRE_ERRORS } from '../errors.ts'
import { BACKUP_FORMAT, type BackupLine } from './backup-format.ts'

// What the lines of a backup must hold to be taken in: everything that merging, filters and pages read. Dossiers are looked
// at by `fromWire`, which has a schema of its own. Properties that are not named here are kept: a record may know more.

const text = z.string()
const maybe = text.nullable()
const offset = z.number().int().min(0)
const span = z.looseObject({ from: offset, to: offset })
const score = z.looseObject({ score: z.number().min(0).max(1), because: text })
const when = z.looseObject({ earliest: maybe, latest: maybe, precision: text })
const ref = z.looseObject({ document: text, claim: text })
const evidence = z.looseObject({ document: text, span, quote: text, prefix: text, suffix: text })
const author = z.looseObject({ kind: z.enum(['person', 'program']), name: text })
const count = z.looseObject({ low: z.number(), high: z.number().nullable(), words: text, about: z.boolean() })

const actor = z.looseObject({
  id: text,
  name: text,
  kind: text,
  country: maybe,
  sector: maybe,
  profiles: z.array(
    z.looseObject({
      ref: z.looseObject({ document: text, actor: text }),
      kind: text,
      names: z.array(text),
      country: maybe,
      sector: maybe,
      offices: z.array(z.looseObject({ title: text, of: maybe, told: when.nullable() })),
      published: when.nullable(),
      strand: text.optional(),
    }),
  ),
})

const report = z.looseObject({
  ref,
  type: text,
  status: text,
  stance: text,
  trigger: text,
  when: when.nullable(),
  published: when.nullable(),
  place: z.looseObject({ name: text, country: maybe }).nullable(),
  channel: z.looseObject({ kind: text, setting: text }).nullable(),
  participants: z.array(
    z.looseObject({
      role: text,
      actor: maybe,
      name: text,
      head: text,
      kind: maybe,
      country: maybe,
      count: count.nullable(),
      includes: z.array(text),
    }),
  ),
  told: z.array(
    z.looseObject({
      attribution: text,
      name: text,
      actor: maybe,
      standing: text,
      manner: text,
      through: z.array(z.looseObject({ name: text, actor: maybe, by: maybe })),
    }),
  ),
  outlet: maybe,
  evidence,
  confidence: score,
  restates: z.array(text),
})

const story = z.looseObject({
  id: text,
  type: text,
  title: text,
  when: when.nullable(),
  status: text,
  claims: z.array(ref),
  actors: z.array(text),
  because: score,
  roots: z.looseObject({ low: offset, high: offset }),
})

const judged = z.array(z.looseObject({ document: text, quote: text }))

const line = z.union([
  z.strictObject({ format: z.literal(BACKUP_FORMAT) }),
  z.strictObject({ raw: z.looseObject({ sha256: text, mediaType: text, bytes: z.base64() }) }),
  z.strictObject({
    document: z.looseObject({
      dossier: z.looseObject({ document: z.looseObject({ id: text }) }),
      raw: maybe,
      extractor: z.looseObject({ name: text, version: text }),
      pipeline: text,
      found: text,
      origin: text,
      sketch: z.base64().nullable(),
    }),
  }),
  z.strictObject({ actor }),
  z.strictObject({
    cast: z.looseObject({
      document: text,
      members: z.array(z.looseObject({ actor: text, is: text, strand: text.optional() })),
    }),
  }),
  z.strictObject({ story }),
  z.strictObject({ alias: z.looseObject({ id: text, into: text, strand: text.optional() }) }),
  z.strictObject({ report, in: text, strand: text.optional(), read: report.optional() }),
  z.strictObject({ copy: z.looseObject({ document: text, of: text, how: text, score }) }),
  z.strictObject({
    item: z.looseObject({
      origin: text,
      sha256: maybe,
      state: z.enum(['waiting', 'done', 'skipped', 'failed']),
      document: maybe,
      error: z.looseObject({ code: text, message: text }).nullable(),
      found: text,
    }),
  }),
  z.strictObject({
    judgement: z.looseObject({
      pair: z.tuple([text, text]),
      about: z.enum(['actor', 'story', 'copy']),
      verdict: z.enum(['same', 'different', 'unsure']),
      by: author,
      at: text,
      score: score.nullable(),
      reason: text,
      words: z.tuple([judged, judged]).optional(),
    }),
  }),
  z.strictObject({
    correction: z.looseObject({
      id: text,
      anchor: evidence,
      change: z.looseObject({ kind: z.enum(['set', 'withdraw', 'add', 'check', 'quotation', 'unlink', 'undo']) }),
      by: author,
      at: text,
      reason: text,
    }),
  }),
  z.strictObject({ setting: z.looseObject({ key: text, value: text }) }),
  z.strictObject({ end: z.looseObject({ lines: offset }) }),
])

/** One line of a backup. Throws `wire/bad-backup` with its number, from 1, where it is none. */
export function readBackupLine(json: string, number: number): BackupLine {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    throw badBackup(number, `it is no JSON (${error instanceof Error ? error.message : ''})`)
  }
  const parsed = line.safeParse(value)
  if (parsed.success) return parsed.data as unknown as BackupLine // Names of types and roles are open lists for a reader.
  const keys = typeof value === 'object' && value !== null ? Object.keys(value).join(', ') : typeof value
  throw badBackup(number, `"${keys}" does not hold what it should`)
}

/** The error for a line of a backup that cannot be used. */
export function badBackup(number: number, why: string): BackchannelError {
  return new BackchannelError('wire/bad-backup', { line: number, why }, WIRE_ERRORS)
}
