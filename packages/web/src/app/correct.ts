import type { SpanJson } from '@backchannel/wire/write'

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
  /** Who takes part in the claim so far; empty for words that are none yet. */
  readonly participants: readonly ParticipantRow[]
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
  readonly participants: readonly ParticipantRow[]
}

/** A participant as a form has him; '' for what is not said yet. */
export interface ParticipantRow {
  readonly role: string
  readonly name: string
}

/**
 * The participants of a form as a correction takes them, or what is wrong with a row, for a person. Empty rows are nobody. Role
 * and name are all that is sent: who somebody is and how many they are stays as the claim, or its document, has it of the name.
 */
export function participantsOf(
  rows: readonly ParticipantRow[],
): { readonly participants: readonly object[] } | { readonly why: string } {
  const participants: object[] = []
  for (const [at, { role, name: written }] of rows.entries()) {
    const name = written.trim()
    if (name === '' && role === '') continue
    if (name === '') return { why: `Participant ${at + 1} has a role and no name.` }
    if (role === '') return { why: `Say what “${name}” does in it: participant ${at + 1} has no role.` }
    participants.push({ role, name })
  }
  return { participants }
}

/** The change that a form makes, or why it makes none, for a person. */
export function changeOf(draft: Draft): { readonly change: object } | { readonly why: string } {
  const speaker = draft.speaker.trim()
  switch (draft.kind) {
    case 'withdraw':
      return { change: { kind: 'withdraw' } }
    case 'quotation':
      return { change: { kind: 'quotation', speaker: speaker === '' ? null : speaker } }
    case 'add': {
      if (draft.type === '') return { why: 'Say what kind of event it is.' }
      const named = participantsOf(draft.participants)
      if ('why' in named) return named
      const { participants } = named
      const { type, status, stance } = draft
      const when = whenOf(draft)
      const what = { type, status, stance, participants, speaker: speaker === '' ? null : speaker }
      return { change: { kind: 'add', what: { ...what, ...(when && { when }) } } }
    }
    case 'set': {
      const named = draft.field === 'participants' ? participantsOf(draft.participants) : null
      if (named && 'why' in named) return named
      const to = named ? named.participants : valueIn(draft)
      return to === undefined
        ? { why: 'Give the value that is right.' }
        : { change: { kind: 'set', field: draft.field, to } }
    }
  }
}

/** The value of the field that a form sets; undefined where it has none yet. */
function valueIn(draft: Draft): unknown {
  const { field, speaker, place } = draft
  switch (field) {
    case 'type':
    case 'status':
    case 'stance':
      return draft[field] === '' ? undefined : draft[field]
    case 'speaker':
      return speaker.trim() === '' ? null : speaker.trim()
    case 'place':
      return place.trim() === '' ? null : { name: place.trim() }
    case 'channel':
      return { kind: draft.channel, setting: 'unknown' }
    case 'when':
      return whenOf(draft)
    case 'participants':
      return undefined
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
