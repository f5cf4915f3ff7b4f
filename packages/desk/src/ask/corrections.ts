import { type Correction, type DocumentId, fold, foldLinks, type Orphan } from '@backchannel/core'
import type { StoreReader } from '@backchannel/store'
import { machineReports } from '../believe.ts'

/** A correction with what became of it: it holds, its words are lost and why, or it was taken back. */
export interface StatedCorrection {
  readonly correction: Correction
  readonly state: 'holds' | Orphan['why'] | 'undone'
}

/**
 * What people changed in a document, the earliest first, and whether each still finds its words. Those whose words are gone
 * stay in the list and are never moved to others.
 */
export async function correctionsOf(
  reader: StoreReader,
  id: DocumentId,
  corrections?: readonly Correction[],
): Promise<readonly StatedCorrection[]> {
  const own = corrections ?? (await reader.corrections(id))
  if (own.length === 0) return []
  const stored = await reader.document(id)
  const findings = await reader.findings(id)
  const text = stored?.document.text ?? ''
  const { orphans, undone } = fold(await machineReports(reader, id), [], own)
  const links = foldLinks(text, findings?.links ?? [], own).orphans
  const lost = new Map([...orphans, ...links].map(({ correction, why }) => [correction.id, why]))
  return own.map((correction) => ({
    correction,
    state: undone.has(correction.id)
      ? 'undone'
      : (lost.get(correction.id) ?? (standsThere(correction, text) ? 'holds' : 'gone')),
  }))
}

/** A quotation rests on no claim, so the text itself must have its words. */
function standsThere({ change, anchor }: Correction, text: string): boolean {
  return change.kind !== 'quotation' || text.startsWith(anchor.quote, anchor.span.from)
}

/** A correction that finds no words to be laid on, and the document that it is of. */
export interface LostCorrection extends StatedCorrection {
  /** The document is in the record. */
  readonly there: boolean
}

/** Corrections whose words are gone, or that fit several claims or none, over the whole record, the earliest first. */
export async function listLostCorrections(reader: StoreReader): Promise<readonly LostCorrection[]> {
  const all = await reader.corrections()
  const lost: LostCorrection[] = []
  for (const id of new Set(all.map(({ anchor }) => anchor.document))) {
    const there = (await reader.document(id)) !== null
    for (const one of await correctionsOf(reader, id))
      if (one.state !== 'holds' && one.state !== 'undone') lost.push({ ...one, there })
  }
  const order = new Map(all.map(({ id }, at) => [id, at]))
  return lost.sort((a, b) => (order.get(a.correction.id) ?? 0) - (order.get(b.correction.id) ?? 0))
}
