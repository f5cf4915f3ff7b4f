import type { DocumentId } from '@backchannel/core'
import type { Page, PlacedReport, SearchQuery, StoreReader } from '@backchannel/store'
import { documentName, type SearchHitJson } from '@backchannel/wire/write'
import { believedClaims } from '../believe.ts'
import { loadCorrectors } from './corrected-by.ts'

/** Full text over articles, quotations and claims, best first, with the document's outlet and title. */
export async function searchRecord(
  reader: StoreReader,
  query: SearchQuery,
  page: Page = {},
): Promise<{ readonly hits: readonly SearchHitJson[]; readonly total: number; readonly next: string | null }> {
  const { rows, total, next } = await reader.search(query, page)
  const correctedBy = await claimCorrectors(reader)
  const hits: SearchHitJson[] = []
  const names = new Map<DocumentId, string>()
  for (const { kind, document, outlet, title, id, story, snippet, marks } of rows) {
    // Every claim is in a story, but for one that a person withdrew.
    const rejected = kind === 'claim' && story === null
    // Only what has neither is called by where it came from.
    const name =
      title ??
      outlet ??
      names.get(document) ??
      documentName(document, (await reader.document(document))?.origin ?? document)
    names.set(document, name)
    hits.push({
      ...{ kind, document, outlet, title, id, story, name, snippet, rejected },
      marks: marks.map(({ from, to }) => ({ from, to })),
      correctedBy: kind === 'claim' && id !== null ? await correctedBy(document, id, rejected) : [],
    })
  }
  return { hits, total, next }
}

/** Says of a claim who corrected it, or withdrew it; looks into a document once, and only where somebody changed something. */
async function claimCorrectors(
  reader: StoreReader,
): Promise<(document: DocumentId, claim: string, withdrawn: boolean) => Promise<readonly string[]>> {
  const correctors = await loadCorrectors(reader)
  const reports = new Map<DocumentId, readonly PlacedReport[]>()
  return async (document, claim, withdrawn) => {
    if (!correctors.isTouched(document)) return []
    if (withdrawn) {
      const gone = (await believedClaims(reader, document)).find(({ report }) => report.ref.claim === claim)
      return correctors.ofReport({ corrected: gone?.corrections.map(({ id }) => id) ?? [] })
    }
    const placed = reports.get(document) ?? (await reader.reportsIn(document))
    reports.set(document, placed)
    return correctors.ofReport(placed.find(({ report }) => report.ref.claim === claim)?.report ?? {})
  }
}
