import { type Correction, fold } from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'
import type { JudgedJson, RecordChangeJson } from '@backchannel/wire/write'
import { machineReports } from '../believe.ts'
import { fieldsOf } from './believed.ts'
import { correctionsOf } from './corrections.ts'
import { valueOfField } from './field-words.ts'
import { listJudgements } from './judgements.ts'

/** Something that a person decided: a correction or a judgement. */
export type Decided =
  | { readonly at: string; readonly correction: Correction }
  | { readonly at: string; readonly judgement: JudgedJson }

/** All that people decided in the record, the latest first. */
export async function listDecided(reader: StoreReader): Promise<readonly Decided[]> {
  const corrections = (await reader.corrections()).map((correction) => ({ at: correction.at, correction }))
  const judgements = (await listJudgements(reader)).map((judgement) => ({ at: judgement.at, judgement }))
  const all: readonly Decided[] = [...corrections, ...judgements]
  // Of one instant the later added comes first.
  return all
    .map((one, nth) => ({ one, nth }))
    .sort((a, b) => (a.one.at < b.one.at ? 1 : a.one.at > b.one.at ? -1 : b.nth - a.nth))
    .map(({ one }) => one)
}

/** What was before and what is after each of them, with who, when and why. */
export async function showDecided(
  reader: StoreReader,
  decided: readonly Decided[],
): Promise<readonly RecordChangeJson[]> {
  const rows: RecordChangeJson[] = []
  for (const one of decided) {
    if ('judgement' in one) {
      const { about, pair, names, verdict, by, at, reason, state } = one.judgement
      rows.push({
        ...{ at, by: by.name, reason, what: `${about}: ${verdict}`, document: null, claim: null, quote: null },
        ...{ pair: [...pair], names: [...names], before: null, after: verdict, state, correction: null },
      })
    } else rows.push(await showCorrection(reader, one.correction))
  }
  return rows
}

async function showCorrection(reader: StoreReader, correction: Correction): Promise<RecordChangeJson> {
  const { id, anchor, change, by, at, reason } = correction
  const all = await reader.corrections(anchor.document)
  const reports = await machineReports(reader, anchor.document)
  const until = all.slice(
    0,
    all.findIndex((one) => one.id === id),
  )
  const state = (await correctionsOf(reader, anchor.document, all)).find((one) => one.correction.id === id)?.state
  const isOf = (one: { readonly corrections: readonly Correction[] }): boolean =>
    one.corrections.some((laid) => laid.id === id || (change.kind === 'undo' && laid.id === change.correction))
  const after = fold(reports, [], [...until, correction]).claims
  const before = fold(reports, [], until).claims
  const now = after.find(isOf) ?? null
  const claim = now?.report.ref.claim ?? before.find(isOf)?.report.ref.claim ?? null
  const was = before.find((one) => one.report.ref.claim === claim) ?? null
  const is = after.find((one) => one.report.ref.claim === claim) ?? null
  const shown = (one: typeof was): string | null => {
    if (one === null) return null
    if (one.withdrawn) return 'withdrawn'
    if (change.kind === 'set') return valueOfField(fieldsOf(one.report)[change.field])
    if (change.kind === 'quotation') return fieldsOf(one.report).speaker ?? ''
    return fieldsOf(one.report).type
  }
  return {
    ...{ at, by: by.name, reason, what: whatOf(change) },
    ...{ document: anchor.document, claim, quote: anchor.quote, pair: null, names: null },
    ...{ before: shown(was), after: shown(is), state: state ?? 'gone', correction: id },
  }
}

function whatOf(change: Correction['change']): string {
  if (change.kind === 'set') return `set ${change.field}`
  if (change.kind === 'check') return change.verdict === 'accept' ? 'accepted' : 'not sure'
  return change.kind
}
