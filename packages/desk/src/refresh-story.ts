import {
  type Copy,
  compareAccounts,
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
import { loadLinks } from './ask/load-links.ts'

/** All that is asked of a story's reports together. */
export interface StoryBasis {
  readonly reports: readonly Report[]
  readonly documents: readonly SourceDocument[]
  readonly copies: readonly Copy[]
  /** What outlets say of words told in it. */
  readonly notices: readonly Notice[]
}

/** What was loaded for one story and may serve the next, as long as nothing of it is written. */
export interface KnownSources {
  readonly documents: Map<DocumentId, SourceDocument>
  /** Copies of a set of documents, by their ids. */
  readonly copies: Map<string, readonly Copy[]>
}

/** Loads the reports of a story with their documents and the copies among them, but what is in `sources`. */
export async function loadStory(
  reader: StoreReader,
  id: StoryId,
  sources: KnownSources = { documents: new Map(), copies: new Map() },
): Promise<StoryBasis> {
  const { documents: known } = sources
  const reports = await reader.reportsOf(id)
  const ids = new Set<DocumentId>(reports.map(({ ref }) => ref.document))
  const key = [...ids].join('\n')
  const copies = sources.copies.get(key) ?? (await reader.copies([...ids])).filter(({ document }) => ids.has(document))
  sources.copies.set(key, copies)
  for (const { of } of copies) ids.add(of)
  const missing = [...ids].filter((one) => !known.has(one))
  if (missing.length > 0) for (const document of await reader.sources(missing)) known.set(document.id, document)
  const documents = [...ids].flatMap((one) => known.get(one) ?? [])
  return { reports, documents, copies, notices: noticesOf(reports) }
}

/** Reports of a story that rest on what an outlet has since taken back. */
export function shakenOf(
  { reports, copies, notices }: Pick<StoryBasis, 'reports' | 'copies' | 'notices'>,
  lexicon: Lexicon,
): readonly ShakenReport[] {
  return markShaken(reports, copies, notices, lexicon)
}

/** Counts on whom a story rests. `withdrawn` are the claims that count for nothing any more. */
export async function countStoryRoots(
  reader: StoreReader,
  basis: StoryBasis,
  lexicon: Lexicon,
  withdrawn: ReadonlySet<string> = withdrawnClaims(basis.reports, shakenOf(basis, lexicon)),
): Promise<Independence> {
  const voices = new Set<RecordActorId>()
  for (const { told } of basis.reports) for (const { actor } of told) if (actor !== null) voices.add(actor)
  const actors = await reader.recordActors([...voices].sort())
  return countRoots({ ...basis, lexicon, withdrawn, actors: new Map(actors.map((one) => [one.id, one])) })
}

/**
 * Whether tellings of several documents cannot all be true, or an outlet has corrected its own: what `disagreements` lists. The
 * links of the documents are looked at only where one is denied, since two motives can both hold; `thoroughly` looks always,
 * for reports of a store from before they said so.
 */
export async function tellingsDiffer(
  reader: Pick<StoreReader, 'findings' | 'corrections'>,
  { reports, copies, notices }: StoryBasis,
  shaken: readonly ShakenReport[],
  thoroughly = false,
): Promise<boolean> {
  if (new Set(reports.map(({ ref }) => ref.document)).size < 2) return false
  if (notices.length > 0) return true
  const hasLinks = thoroughly || reports.some(({ deniesLink = false }) => deniesLink)
  const links = hasLinks ? await loadLinks(reader, reports) : []
  return compareAccounts(reports, copies, links, shaken).some(({ agree }) => !agree)
}

/**
 * Writes the row of a story anew from its reports, under the id that it goes by now; one without reports is left to the store,
 * which drops it.
 */
export async function refreshStory(
  writer: StoreWriter,
  id: StoryId,
  lexicon: Lexicon,
  known?: KnownSources,
): Promise<void> {
  // Who keeps what was loaded knows what a story goes by now.
  const now = known === undefined ? ((await writer.story(id))?.id ?? id) : id
  const basis = await loadStory(writer, now, known)
  if (basis.reports.length === 0) return
  const shaken = shakenOf(basis, lexicon)
  const withdrawn = withdrawnClaims(basis.reports, shaken)
  const { low, high } = await countStoryRoots(writer, basis, lexicon, withdrawn)
  const differs = await tellingsDiffer(writer, basis, shaken)
  await writer.saveStory({
    ...describeStory(now, basis.reports, { low, high }, withdrawn),
    ...(differs && { differs }),
  })
}
