import type { SpanJson } from '@backchannel/wire/write'
import type { TypeRow } from './api.ts'

// What a correction form holds, and the change that it makes, as POST /api/corrections takes it.

/** Fields of a claim that a form sets, in the order in which it offers them. */
export const FIELDS = ['status', 'speaker', 'type', 'stance', 'when', 'place', 'channel', 'participants'] as const
export type Field = (typeof FIELDS)[number]

/** What of a document a correction is of: words that were selected, or the words of a claim, with the machine's type. */
export interface Target {
  readonly span: SpanJson
  readonly quote: string
  readonly claim: string | null
  readonly type: string | null
}

/** Everything that a form may hold; each kind of change uses some of it. */
export interface Draft {
  readonly kind: 'set' | 'withdraw' | 'add' | 'quotation'
  readonly field: Field
  readonly type: string
  readonly status: string
  readonly stance: string
  readonly channel: string
  /** A name; '' for the outlet's own voice, or, of a quotation, for nobody who is named. */
  readonly speaker: string
  readonly place: string
  readonly from: string
  readonly to: string
  /** One a line: "role: name". */
  readonly participants: string
}

/** The participants of a form as the record has them; null where a line is none or its role is not known. */
export function participantsOf(lines: string, types: readonly TypeRow[]): readonly object[] | null {
  const roles = new Set(types.flatMap((one) => one.roles))
  const found: object[] = []
  for (const line of lines.split('\n').filter((one) => one.trim() !== '')) {
    const [, role = '', name = ''] = /^\s*([a-z-]+)\s*:\s*(\S.*?)\s*$/.exec(line) ?? []
    if (!roles.has(role) || name === '') return null
    found.push({
      role,
      name,
      head: name.split(/\s+/).at(-1),
      actor: null,
      kind: null,
      country: null,
      count: null,
      includes: [],
    })
  }
  return found
}

/** The change that a form makes, or why it makes none, for a person. */
export function changeOf(
  draft: Draft,
  types: readonly TypeRow[],
): { readonly change: object } | { readonly why: string } {
  const speaker = draft.speaker.trim()
  switch (draft.kind) {
    case 'withdraw':
      return { change: { kind: 'withdraw' } }
    case 'quotation':
      return { change: { kind: 'quotation', speaker: speaker === '' ? null : speaker } }
    case 'add': {
      if (draft.type === '') return { why: 'Say what kind of event it is.' }
      const participants = participantsOf(draft.participants, types)
      if (participants === null) return { why: 'Write each participant as "role: name", one a line.' }
      const { type, status, stance } = draft
      const when = whenOf(draft)
      const what = { type, status, stance, participants, speaker: speaker === '' ? null : speaker }
      return { change: { kind: 'add', what: { ...what, ...(when && { when }) } } }
    }
    case 'set': {
      const to = valueIn(draft, types)
      return to === undefined
        ? { why: 'Give the value that is right.' }
        : { change: { kind: 'set', field: draft.field, to } }
    }
  }
}

/** The value of the field that a form sets; undefined where it has none yet. */
function valueIn(draft: Draft, types: readonly TypeRow[]): unknown {
  const { field, speaker, place } = draft
  switch (field) {
    case 'type':
    case 'status':
    case 'stance':
      return draft[field] === '' ? undefined : draft[field]
    case 'speaker':
      return speaker.trim() === '' ? null : speaker.trim()
    case 'place':
      return place.trim() === '' ? null : { name: place.trim(), country: null }
    case 'channel':
      return { kind: draft.channel, setting: 'unknown' }
    case 'when':
      return whenOf(draft)
    case 'participants':
      return participantsOf(draft.participants, types) ?? undefined
  }
}

/** A date as exact as it is given: a day, or some day between two; null where there is none. */
function whenOf({ from, to }: Draft): object | null {
  if (from === '' && to === '') return null
  const earliest = from === '' ? null : from
  const latest = to === '' ? null : to
  return { earliest, latest, precision: earliest !== null && earliest === latest ? 'day' : 'vague' }
}

const SENTENCES: Readonly<Record<string, (change: Readonly<Record<string, unknown>>) => string>> = {
  set: ({ field, to }) => `${String(field)} is ${valueWords(to)}`,
  withdraw: () => 'the words do not tell this',
  add: ({ what }) => `a new statement: ${valueWords((what as { readonly type?: unknown } | undefined)?.type)}`,
  check: ({ verdict }) => (verdict === 'accept' ? 'read and accepted' : 'read, and not sure'),
  quotation: ({ speaker }) => `one quotation of ${speaker === null ? 'nobody who is named' : String(speaker)}`,
  unlink: ({ link }) => `the words make no link “${String(link)}”`,
  undo: () => 'takes an earlier change back',
}

/** A change in a few words. */
export function changeWords(change: Readonly<Record<string, unknown>>): string {
  const kind = String(change['kind'])
  return (Object.hasOwn(SENTENCES, kind) ? SENTENCES[kind]?.(change) : undefined) ?? kind
}

/** A value of a field in a few words. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueWords).join('; ')
  if (typeof value !== 'object') return String(value)
  // Any object: only its own texts are shown.
  const { role, name, kind, earliest, latest } = value as Readonly<Record<string, unknown>>
  if (role !== undefined) return `${String(role)} ${String(name)}`
  if (earliest !== undefined || latest !== undefined)
    return earliest === latest ? String(earliest) : `${String(earliest ?? '…')} to ${String(latest ?? '…')}`
  return String(name ?? kind ?? 'a value')
}
