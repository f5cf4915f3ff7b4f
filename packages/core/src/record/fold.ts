import {
  type Correction,
  claimId,
  type Evidence,
  type Judgement,
  type RecordActorId,
  type Report,
} from '../model/index.ts'
import { addedClaim, type ClaimSoFar, fieldChange, type KnownName, quotedVoice } from './claim-values.ts'
import { foldJudgements, type Verdicts } from './fold-judgements.ts'

/** A claim as it is believed, beside what the machine read. */
export interface BelievedClaim {
  readonly report: Report
  /** As the machine read it; null for a claim that a person added. */
  readonly machine: Report | null
  /** What people changed in it, the earliest first. */
  readonly corrections: readonly Correction[]
  /** A person says that the words do not tell this. It stays findable, and counts for nothing. */
  readonly withdrawn: boolean
}

/** A correction that could not be laid on. */
export interface Orphan {
  readonly correction: Correction
  /** `gone`: no claim rests on its words any more; `ambiguous`: several do; `value`: it sets what the field cannot be. */
  readonly why: 'gone' | 'ambiguous' | 'value'
}

/** What is believed. */
export interface Belief {
  /** In the order of the reports, added ones last. */
  readonly claims: readonly BelievedClaim[]
  /** In the order of time. */
  readonly orphans: readonly Orphan[]
  /** Ids of corrections that were taken back; they stand in the record and change nothing. */
  readonly undone: ReadonlySet<string>
  readonly actors: Verdicts
  readonly stories: Verdicts
  readonly copies: Verdicts
}

/**
 * What is believed: the machine's claims, with what people judged and corrected laid over them. Nothing is changed in place.
 *
 * A correction finds its claim by the words it is anchored in: the same quote in the same document, by its surroundings and
 * its place where the quote stands there twice, or a claim that holds the quote or is held by it, so that a new reading with
 * other edges does not lose it. Where several claims rest on the words, `Correction.type` tells which is meant. Give all
 * claims of each document that the corrections are of: what matches none is an orphan. The order of the corrections does
 * not matter; of two that set one field the later (by `at`, then by id) stands. Corrections of links are `foldLinks`' to lay
 * on; here they are neither laid on nor orphans.
 */
export function fold(
  claims: readonly Report[],
  judgements: readonly Judgement[],
  corrections: readonly Correction[],
): Belief {
  const actors = foldJudgements(judgements, 'actor')
  const orphans: Orphan[] = []
  const drafts: Draft[] = claims.map((machine) => ({
    machine,
    report: machine,
    corrections: [],
    withdrawn: false,
  }))
  const undone = undoneOf(corrections)
  const namesOf = namesIn(claims)
  for (const correction of corrections)
    if (correction.change.kind === 'undo' && !knows(corrections, correction)) orphans.push({ correction, why: 'gone' })
  const sorted = corrections
    .filter(({ id, change: { kind } }) => !undone.has(id) && kind !== 'undo' && kind !== 'unlink')
    .sort(byTime)
  // Added claims first, so that a correction of one finds it whatever its time.
  for (const correction of sorted) {
    if (correction.change.kind !== 'add') continue
    const added = addedReport(correction, correction.change.what, namesOf(correction.anchor.document))
    if (added) drafts.push({ machine: null, report: added, corrections: [correction], withdrawn: false })
    else orphans.push({ correction, why: 'value' })
  }
  const byDocument = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const list = byDocument.get(draft.report.ref.document) ?? []
    list.push(draft)
    byDocument.set(draft.report.ref.document, list)
  }
  for (const correction of sorted) {
    if (correction.change.kind === 'add') continue
    if (correction.change.kind === 'quotation') {
      quote(byDocument.get(correction.anchor.document) ?? [], correction, correction.change.speaker)
      continue
    }
    const found = findDraft(byDocument.get(correction.anchor.document) ?? [], correction)
    if (typeof found === 'string') {
      orphans.push({ correction, why: found })
      continue
    }
    if (!layOn(found, correction, namesOf(correction.anchor.document))) orphans.push({ correction, why: 'value' })
  }
  return {
    claims: drafts.map((draft) => ({ ...draft, report: foldActors(draft.report, actors.same) })),
    orphans: orphans.sort((a, b) => byTime(a.correction, b.correction)),
    undone,
    actors,
    stories: foldJudgements(judgements, 'story'),
    copies: foldJudgements(judgements, 'copy'),
  }
}

interface Draft {
  readonly machine: Report | null
  report: Report
  readonly corrections: Correction[]
  withdrawn: boolean
}

function byTime(a: Correction, b: Correction): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Corrections that were taken back, the undoing of undoings reckoned with. */
export function undoneOf(corrections: readonly Correction[]): ReadonlySet<string> {
  const against = new Map<string, string[]>()
  for (const one of corrections)
    if (one.change.kind === 'undo' && knows(corrections, one))
      against.set(one.change.correction, [...(against.get(one.change.correction) ?? []), one.id])
  const known = new Map<string, boolean>()
  const isUndone = (id: string): boolean => {
    const found = known.get(id)
    if (found !== undefined) return found
    // Undoings that take each other back, as only a forged backup has them, take nothing back.
    known.set(id, true)
    const undone = (against.get(id) ?? []).some((undoing) => !isUndone(undoing))
    known.set(id, undone)
    return undone
  }
  return new Set([...against.keys()].filter(isUndone))
}

/** True where an undoing names a correction of the same document that is not later. */
function knows(corrections: readonly Correction[], undoing: Correction): boolean {
  return corrections.some(
    (one) =>
      undoing.change.kind === 'undo' &&
      one.id === undoing.change.correction &&
      one.id !== undoing.id &&
      one.anchor.document === undoing.anchor.document &&
      one.at <= undoing.at,
  )
}

/** Whom each document knows by a name, as the machine read it: those of whom it knows in the record who they are. */
function namesIn(claims: readonly Report[]): (document: string) => ClaimSoFar['known'] {
  const made = new Map<string, ReadonlyMap<string, KnownName | null>>()
  const namesOf = (document: string): ReadonlyMap<string, KnownName | null> => {
    const names = new Map<string, KnownName | null>()
    for (const { ref, participants } of claims)
      if (ref.document === document)
        for (const { name, actor, kind, country } of participants) {
          if (actor === null) continue
          const isOther = names.has(name) && names.get(name)?.actor !== actor
          names.set(name, isOther ? null : { actor, kind, country })
        }
    return names
  }
  return (document) => (name) => {
    const names = made.get(document) ?? namesOf(document)
    made.set(document, names)
    return names.get(name) ?? null
  }
}

/** Lets everything that is told inside a quotation be told by its speaker. */
function quote(drafts: readonly Draft[], correction: Correction, speaker: string | null): void {
  const { span, quote: words } = correction.anchor
  for (const draft of drafts) {
    const { evidence } = draft.machine ?? draft.report
    const inside = evidence.span.from >= span.from && evidence.span.to <= span.to && words.includes(evidence.quote)
    if (!inside) continue
    draft.report = { ...draft.report, told: [quotedVoice(speaker)] }
    draft.corrections.push(correction)
  }
}

/** Lays a correction on a claim; false where its value is none for the field. */
function layOn(draft: Draft, correction: Correction, known: ClaimSoFar['known']): boolean {
  const { change } = correction
  switch (change.kind) {
    case 'withdraw':
      draft.withdrawn = true
      break
    case 'set': {
      const fields = fieldChange(change.field, change.to, { ...draft.report, known })
      if (fields === undefined) return false
      draft.report = { ...draft.report, ...fields }
      break
    }
    case 'check':
      break
    case 'add':
    case 'quotation':
    case 'unlink':
    case 'undo':
      return true
  }
  draft.corrections.push(correction)
  return true
}

/** The one claim that a correction is of, or why there is none. */
function findDraft(drafts: readonly Draft[], { anchor, type }: Correction): Draft | 'gone' | 'ambiguous' {
  const asRead = (draft: Draft) => draft.machine ?? draft.report
  const meant = (list: readonly Draft[]) =>
    type === undefined ? list : list.filter((draft) => asRead(draft).type === type || asRead(draft).type === '')
  const exact = drafts.filter((draft) => asRead(draft).evidence.quote === anchor.quote)
  const near = exact.length > 0 ? exact : drafts.filter((draft) => holdsQuote(asRead(draft).evidence, anchor))
  const fitting = meant(near)
  if (fitting.length <= 1) return fitting[0] ?? 'gone'
  const best = Math.max(...fitting.map((draft) => surroundings(asRead(draft).evidence, anchor)))
  const nearest = fitting.filter((draft) => surroundings(asRead(draft).evidence, anchor) === best)
  return nearest.length === 1 ? nearest[0]! : 'ambiguous'
}

function holdsQuote(evidence: Evidence, anchor: Evidence): boolean {
  return (
    anchor.quote !== '' &&
    evidence.quote !== '' &&
    (evidence.quote.includes(anchor.quote) || anchor.quote.includes(evidence.quote))
  )
}

/** How well the words around agree, 0 to 3: the same span, what stands before, what stands after. */
function surroundings(evidence: Evidence, anchor: Evidence): number {
  return (
    Number(evidence.span.from === anchor.span.from && evidence.span.to === anchor.span.to) +
    Number(evidence.prefix === anchor.prefix) +
    Number(evidence.suffix === anchor.suffix)
  )
}

function addedReport(correction: Correction, what: unknown, known: ClaimSoFar['known']): Report | undefined {
  const fields = addedClaim(what, known)
  if (fields === undefined) return undefined
  const { anchor } = correction
  return {
    ref: { document: anchor.document, claim: claimId(`added:${correction.id}`) },
    type: '',
    status: 'happened',
    stance: 'asserts',
    trigger: '',
    when: null,
    published: null,
    place: null,
    channel: null,
    participants: [],
    told: [],
    outlet: null,
    evidence: anchor,
    confidence: { score: 1, because: `added by ${correction.by.name}: ${correction.reason}` },
    restates: [],
    ...fields,
  }
}

/** The report with every actor under the id that stands for all judged to be the same. */
export function foldActors(report: Report, same: ReadonlyMap<string, string>): Report {
  if (same.size === 0) return report
  // Judgements about actors pair ids of actors, so what stands for one is such an id too.
  const of = (id: RecordActorId): RecordActorId => (same.get(id) ?? id) as RecordActorId
  const maybe = (id: RecordActorId | null) => (id === null ? null : of(id))
  return {
    ...report,
    participants: report.participants.map((one) => ({
      ...one,
      actor: maybe(one.actor),
      includes: one.includes.map(of),
    })),
    told: report.told.map((voice) => ({
      ...voice,
      actor: maybe(voice.actor),
      through: voice.through.map((step) => ({ ...step, actor: maybe(step.actor) })),
    })),
  }
}
