import type { DocumentId } from '@backchannel/core'
import type { Page, SearchQuery, StoreReader } from '@backchannel/store'
import type { SearchHitJson } from '@backchannel/wire/write'

/** Full text over articles, quotations and claims, best first, with the document's outlet and title. */
export async function searchRecord(
  reader: StoreReader,
  query: SearchQuery,
  page: Page = {},
): Promise<{ readonly hits: readonly SearchHitJson[]; readonly total: number; readonly next: string | null }> {
  const { rows, total, next } = await reader.search(query, page)
  const documents = new Map<DocumentId, { outlet: string | null; title: string | null }>()
  const hits: SearchHitJson[] = []
  for (const { kind, document, id, story, snippet, marks } of rows) {
    let told = documents.get(document)
    if (!told) {
      const stored = await reader.document(document)
      told = { outlet: stored?.document.outlet ?? null, title: stored?.document.title ?? null }
      documents.set(document, told)
    }
    // Every claim is in a story, but for one that a person withdrew.
    const rejected = kind === 'claim' && story === null
    hits.push({
      ...{ kind, document, ...told, id, story, snippet, rejected },
      marks: marks.map(({ from, to }) => ({ from, to })),
    })
  }
  return { hits, total, next }
}
