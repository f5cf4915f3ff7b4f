import {
  type ActorKind,
  type Count,
  claimId,
  documentId,
  type RecordActorId,
  type Report,
  type ReportParticipant,
  type RoleName,
  type When,
} from '../../../src/index.ts'

/** A day, or a month as "2026-06". */
export function whenOf(text: string): When {
  if (text.length === 4) return { earliest: `${text}-01-01`, latest: `${text}-12-31`, precision: 'year' }
  if (text.length === 7) return { earliest: `${text}-01`, latest: `${text}-28`, precision: 'month' }
  return { earliest: text, latest: text, precision: 'day' }
}

// A brand has no run-time form; these ids are made by hand.
export const rid = (text: string) => text as RecordActorId

/**
 * A participant in one line: `role: name`, with `#id` for an actor of the record, `(GROUP)` for a kind and `=14` for a count:
 * "patient: 14 prisoners (group) =14".
 */
export function participantOf(line: string): ReportParticipant {
  const [role = '', rest = ''] = line.split(/:\s*(.*)/s)
  const actor = /#(\S+)/.exec(rest)?.[1]
  const kind = /\((\w+)\)/.exec(rest)?.[1]
  const country = /@(\w{3})/.exec(rest)?.[1] ?? null
  const number = /=(\d+)/.exec(rest)?.[1]
  const name = rest
    .replace(/#\S+|\(\w+\)|=\d+|@\w{3}/g, '')
    .trim()
    .replace(/\s+/g, ' ')
  const count: Count | null =
    number === undefined ? null : { low: Number(number), high: Number(number), words: number, about: false }
  return {
    // Test lines name real roles and kinds only.
    role: role.trim() as RoleName,
    actor: actor === undefined ? null : rid(actor),
    name,
    head: name.split(' ').at(-1) ?? '',
    kind: (kind as ActorKind | undefined) ?? null,
    country,
    count,
    includes: [],
  }
}

let serial = 0

/** A report for tests: a release that happened, unless said otherwise. */
export function reportOf(
  participants: readonly string[],
  more: Partial<Omit<Report, 'participants' | 'when' | 'published'>> & {
    when?: string
    published?: string | null
  } = {},
): Report {
  const { when, published = '2026-06-22', ...rest } = more
  serial++
  const ref = rest.ref ?? { document: documentId(`doc:${String(serial).padStart(3, '0')}`), claim: claimId('c1') }
  return {
    type: 'release',
    status: 'happened',
    stance: 'asserts',
    trigger: 'release',
    place: null,
    channel: null,
    told: [],
    outlet: 'The Ledger',
    evidence: { document: ref.document, span: { from: 0, to: 1 }, quote: 'x', prefix: '', suffix: '' },
    confidence: { score: 0.9, because: 'by hand' },
    restates: [],
    ...rest,
    ref,
    when: when === undefined ? null : whenOf(when),
    published: published === null ? null : whenOf(published),
    participants: participants.map(participantOf),
  }
}
