import type { DocumentId } from '../../model/index.ts'
import { compareText } from '../../text/index.ts'
import type { SourceDocument } from './independence.ts'

/** Documents in order of time, then by id; those without a date last. */
export function orderDocuments(documents: readonly SourceDocument[]): SourceDocument[] {
  return [...documents].sort((a, b) => compareText(dayOf(a), dayOf(b)) || compareText(a.id, b.id))
}

/** First day a document may be of; the end of time where it has no date. */
export function dayOf(document: SourceDocument | undefined): string {
  return document?.published?.when.earliest ?? '9999'
}

/** Whose text a document is: the agency behind it, else its outlet; null where neither is known. */
export function authorOf(document: SourceDocument | undefined): string | null {
  return document?.agency ?? document?.outlet ?? null
}

/** What a document is called in a sentence: "The Ledger", "The Ledger (Reuters)", or its id. */
export function labelOf(document: SourceDocument | undefined, id: DocumentId): string {
  const author = authorOf(document)
  const printer = document?.agency ? document.outlet : (document?.carrier ?? document?.outlet)
  if (!author) return printer ?? id
  return printer && printer !== author ? `${printer} (${author})` : author
}

/** "A", "A and B", "A, B and C"; each name once. */
export function listNames(names: readonly string[]): string {
  const unique = [...new Set(names)]
  const last = unique.pop()
  if (last === undefined) return 'nobody'
  return unique.length === 0 ? last : `${unique.join(', ')} and ${last}`
}
