import {
  type Copy,
  countRoots,
  type DocumentId,
  describeStory,
  type Independence,
  type Lexicon,
  markShaken,
  type Notice,
  noticesOf,
  type RecordActorId,
  type Report,
  type ShakenReport,
  type SourceDocument,
  type StoryId,
  withdrawnClaims,
} from '@backchannel/core'
import type { StoreReader, StoreWriter } from '@backchannel/store'

/** All that is asked of a story's reports together. */
export interface StoryBasis {
  readonly reports: readonly Report[]
  readonly documents: readonly SourceDocument[]
  readonly copies: readonly Copy[]
  /** What outlets say of words told in it. */
  readonly notices: readonly Notice[]
}

/** Loads the reports of a story with their documents, those in `known` excepted, and the copies among them. */
export async function loadStory(
  reader: StoreReader,
  id: StoryId,
  known: Map<DocumentId, SourceDocument> = new Map(),
): Promise<StoryBasis> {
  const reports = await reader.reportsOf(id)
  const ids = new Set<DocumentId>(reports.map(({ ref }) => ref.document))
  const copies = (await reader.copies([...ids])).filter(({ document }) => ids.has(document))
  for (const { of } of copies) ids.add(of)
  const documents: SourceDocument[] = []
  for (const one of ids) {
    const document = known.get(one) ?? (await reader.document(one))?.document
    if (!document) continue
    known.set(one, document)
    documents.push(document)
  }
  return { reports, documents, copies, notices: noticesOf(reports) }
}

/** Reports of a story that rest on what an outlet has since taken back. */
export function shakenOf({ reports, copies, notices }: StoryBasis, lexicon: Lexicon): readonly ShakenReport[] {
  return markShaken(reports, copies, notices, lexicon)
}

/** Counts on whom a story rests. `withdrawn` are the claims that count for nothing any more. */
export async function countStoryRoots(
  reader: StoreReader,
  basis: StoryBasis,
  lexicon: Lexicon,
  withdrawn: ReadonlySet<string> = withdrawnClaims(shakenOf(basis, lexicon)),
): Promise<Independence> {
  const voices = new Set<RecordActorId>()
  for (const { told } of basis.reports) for (const { actor } of told) if (actor !== null) voices.add(actor)
  const actors = await reader.recordActors([...voices].sort())
  return countRoots({ ...basis, lexicon, withdrawn, actors: new Map(actors.map((one) => [one.id, one])) })
}

/** Writes the row of a story anew from its reports; one without reports is left to the store, which drops it. */
export async function refreshStory(
  writer: StoreWriter,
  id: StoryId,
  lexicon: Lexicon,
  known?: Map<DocumentId, SourceDocument>,
): Promise<void> {
  // One that was merged into another goes by that one's id.
  const now = (await writer.story(id))?.id ?? id
  const basis = await loadStory(writer, now, known)
  if (basis.reports.length === 0) return
  const withdrawn = withdrawnClaims(shakenOf(basis, lexicon))
  const { low, high } = await countStoryRoots(writer, basis, lexicon, withdrawn)
  await writer.saveStory(describeStory(now, basis.reports, { low, high }, withdrawn))
}
