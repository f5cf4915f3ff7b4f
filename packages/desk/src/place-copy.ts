import {
  type Copy,
  compareTexts,
  type Document,
  type DocumentId,
  documentId,
  foldJudgements,
  type Judgement,
  likelyLater,
  likelyOriginal,
  mayBeCopies,
  sketchKeys,
  unpackSketch,
} from '@backchannel/core'
import type { StoreReader, StoreWriter } from '@backchannel/store'
import { COPY_CANDIDATES } from './limits.ts'
import { groupOf } from './place-reports.ts'
import type { FinishedReading } from './reading-finisher.ts'

/** Finds what the text is a copy of, or what are copies of it. Gives the documents whose rows were written. */
export async function placeCopy(
  writer: StoreWriter,
  document: Document,
  reading: Pick<FinishedReading, 'sketch' | 'sketchKeys'>,
): Promise<readonly DocumentId[]> {
  const found = await writer.lookup('copy', reading.sketchKeys, COPY_CANDIDATES + 1)
  // Keys of kind "copy" lead to documents.
  const candidates = found.filter((id) => id !== document.id) as DocumentId[]
  const own = { document, sketch: unpackSketch(reading.sketch) }
  const judged = await judgedCopies(writer, document.id)
  const alike: DocumentId[] = []
  for (const { document: id, sketch } of await writer.sketches([...new Set([...candidates, ...judged.same])])) {
    const unpacked = unpackSketch(sketch)
    if (judged.different.has(id) || !(judged.same.has(id) || mayBeCopies(own.sketch, unpacked))) continue
    const other = await writer.document(id)
    if (other === null) continue
    if (judged.same.has(id)) {
      alike.push(id)
      continue
    }
    const theirs = { document: other.document, sketch: unpacked }
    const [later, earlier] = likelyLater(own, theirs).document.id === document.id ? [own, theirs] : [theirs, own]
    if (compareTexts(later, earlier) !== null) alike.push(id)
  }
  if (alike.length === 0) {
    await writer.dropCopy(document.id)
    return []
  }
  const ids = new Set<DocumentId>(alike)
  for (const id of alike) for (const one of await groupOf(writer, id)) ids.add(one)
  ids.delete(document.id)
  const group = [own]
  for (const { document: id, sketch } of await writer.sketches([...ids].sort())) {
    const other = await writer.document(id)
    if (other !== null) group.push({ document: other.document, sketch: unpackSketch(sketch) })
  }
  const rows: Copy[] = []
  for (const row of likelyOriginal(group)) {
    const { same, different } = await judgedCopies(writer, row.document)
    const byHand = same.has(row.of) && row.score.score <= 0.5
    if (!different.has(row.of))
      rows.push(byHand ? { ...row, score: { score: 1, because: 'a person says that it is made from the other' } } : row)
  }
  for (const { document: one } of group) if (!rows.some((row) => row.document === one.id)) await writer.dropCopy(one.id)
  for (const row of rows) await writer.saveCopy(row)
  return group.map((one) => one.document.id)
}

/** Documents of which people said that one is made from the other, or that neither is. */
async function judgedCopies(
  reader: StoreReader,
  id: DocumentId,
): Promise<Readonly<Record<'same' | 'different', ReadonlySet<DocumentId>>>> {
  const { counting } = foldJudgements(
    (await reader.judgements('copy')).filter(({ pair }) => pair.includes(id)),
    'copy',
  )
  const of = (verdict: Judgement['verdict']) =>
    new Set(
      counting
        .filter((one) => one.verdict === verdict)
        .flatMap(({ pair }) => pair.map(documentId))
        .filter((one) => one !== id),
    )
  return { same: of('same'), different: of('different') }
}

/** Finds anew what a document that is there is a copy of, because of what people said. Gives the documents that it concerned. */
export async function placeCopyAgain(writer: StoreWriter, id: DocumentId): Promise<ReadonlySet<DocumentId>> {
  const concerned = new Set<DocumentId>([id, ...(await groupOf(writer, id))])
  const stored = await writer.document(id)
  const [kept] = await writer.sketches([id])
  if (stored === null || kept === undefined) return concerned
  const { sketch } = kept
  for (const one of await placeCopy(writer, stored.document, { sketch, sketchKeys: sketchKeys(unpackSketch(sketch)) }))
    concerned.add(one)
  return concerned
}
