import {
  attributionId,
  CHANNEL_KINDS,
  CLAIM_FIELDS,
  type ClaimField,
  EVENT_STATUSES,
  type Precision,
  type Report,
  type ReportParticipant,
  type ReportVoice,
  ROLE_NAMES,
  SETTINGS,
  STANCES,
} from '../model/index.ts'

/*
 * A person's values come from outside and are kept as they came, so they are looked at before a claim takes them. Each
 * reader gives the value, or undefined where it is none for the field.
 */

const PRECISIONS: readonly Precision[] = ['minute', 'day', 'week', 'month', 'quarter', 'year', 'vague']
const DAY = /^\d{4}-\d{2}-\d{2}$/

type Change = Partial<Pick<Report, Exclude<ClaimField, 'speaker'> | 'told'>>

/** Who somebody of a document is. */
export type KnownName = Pick<ReportParticipant, 'actor' | 'kind' | 'country'>

/** What a claim has so far, and whom its document knows by a name: from there comes what a person leaves out. */
export interface ClaimSoFar extends Pick<Report, 'told' | 'participants' | 'place'> {
  /** Null for a name that the document does not have, or that several of it have. */
  readonly known: (name: string) => KnownName | null
}

/** What an added claim has at first. */
export const NOTHING_SO_FAR: ClaimSoFar = { told: [], participants: [], place: null, known: () => null }

/**
 * The change of one field, ready to be laid over a report; undefined where `to` is no value of that field. Another speaker
 * takes the place of the innermost voice. A participant of whom only role and name are given keeps what the claim has of
 * that name (actor, kind, country, count, members); of a new one, who the name is in the document. So a place keeps its country.
 */
export function fieldChange(field: ClaimField, to: unknown, soFar: ClaimSoFar = NOTHING_SO_FAR): Change | undefined {
  switch (field) {
    case 'type':
      return typeof to === 'string' && to !== '' ? { type: to } : undefined
    case 'status':
      return isOne(EVENT_STATUSES, to) ? { status: to } : undefined
    case 'stance':
      return isOne(STANCES, to) ? { stance: to } : undefined
    case 'when':
      return to === null ? { when: null } : whenChange(to)
    case 'place':
      return to === null ? { place: null } : placeChange(to, soFar)
    case 'channel':
      return to === null ? { channel: null } : channelChange(to)
    case 'participants':
      return participantsChange(to, soFar)
    case 'speaker':
      if (to === null) return { told: [] }
      return typeof to === 'string' && to.trim() !== '' ? { told: toldBy(to.trim(), soFar.told) } : undefined
  }
}

/** The path of voices with another speaker at its end; what leads to him stays. */
function toldBy(name: string, told: Report['told']): readonly ReportVoice[] {
  const innermost = told.at(-1)
  const outer = told.slice(0, -1)
  if (innermost !== undefined) return [...outer, { ...innermost, name, actor: null, standing: 'named' }]
  return [voiceOf(name, 'reported')]
}

/** The voice that a person names for words in quotation marks; nobody in particular where it is null. */
export function quotedVoice(name: string | null): ReportVoice {
  return voiceOf(name, 'quoted')
}

function voiceOf(name: string | null, manner: ReportVoice['manner']): ReportVoice {
  const standing = name === null ? 'unknown' : 'named'
  return { attribution: attributionId('corrected'), name: name ?? '', actor: null, standing, manner, through: [] }
}

/** All fields of an added claim; undefined where one is no value of its field or the type is missing. */
export function addedClaim(what: unknown, known: ClaimSoFar['known']): Change | undefined {
  if (!isRecord(what) || typeof what['type'] !== 'string') return undefined
  let change: Change = {}
  for (const field of CLAIM_FIELDS) {
    if (what[field] === undefined) continue
    const one = fieldChange(field, what[field], { ...NOTHING_SO_FAR, known })
    if (one === undefined) return undefined
    change = { ...change, ...one }
  }
  return change
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isOne<Value>(values: readonly Value[], value: unknown): value is Value {
  return values.some((one) => one === value)
}

function isDay(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && DAY.test(value))
}

function whenChange(to: unknown): Change | undefined {
  if (!isRecord(to)) return undefined
  const { earliest, latest, precision } = to
  if (!isDay(earliest) || !isDay(latest) || !isOne(PRECISIONS, precision)) return undefined
  if (earliest !== null && latest !== null && earliest > latest) return undefined
  return { when: { earliest, latest, precision } }
}

function placeChange(to: unknown, { place }: ClaimSoFar): Change | undefined {
  if (!isRecord(to) || typeof to['name'] !== 'string') return undefined
  const name = to['name']
  const { country = place?.name === name ? place.country : null } = to
  return country === null || typeof country === 'string' ? { place: { name, country } } : undefined
}

function channelChange(to: unknown): Change | undefined {
  if (!isRecord(to)) return undefined
  const { kind, setting } = to
  return isOne(CHANNEL_KINDS, kind) && isOne(SETTINGS, setting) ? { channel: { kind, setting } } : undefined
}

function participantsChange(to: unknown, soFar: ClaimSoFar): Change | undefined {
  if (!Array.isArray(to)) return undefined
  const all = to.map((one: unknown) => (isRecord(one) ? filledIn(one, soFar) : one))
  return isParticipants(all) ? { participants: all } : undefined
}

/** A participant with what is left out of him. */
function filledIn(given: Readonly<Record<string, unknown>>, { participants, known }: ClaimSoFar): object {
  const { role, name } = given
  const ofName = participants.filter((one) => one.name === name)
  const own = ofName.find((one) => one.role === role) ?? ofName[0]
  const words = typeof name === 'string' ? name : ''
  const bare = { head: words.split(/\s+/).at(-1), actor: null, kind: null, country: null, count: null, includes: [] }
  return { ...bare, ...(own ?? known(words)), ...given }
}

function isParticipants(value: unknown): value is Report['participants'] {
  return (
    Array.isArray(value) &&
    value.every(
      (one) =>
        isRecord(one) &&
        isOne(ROLE_NAMES, one['role']) &&
        typeof one['name'] === 'string' &&
        typeof one['head'] === 'string' &&
        (one['actor'] === null || typeof one['actor'] === 'string') &&
        (one['kind'] === null || typeof one['kind'] === 'string') &&
        (one['country'] === null || typeof one['country'] === 'string') &&
        (one['count'] === null || isRecord(one['count'])) &&
        Array.isArray(one['includes']),
    )
  )
}
