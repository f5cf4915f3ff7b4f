import type { Page, SearchQuery, StoreReader } from '@backchannel/store'
import type { SearchHitJson } from '@backchannel/wire/write'

/** Full text over articles, quotations and claims, best first, with the document's outlet and title. */
export async function searchRecord(
  reader: StoreReader,
  query: SearchQuery,
  page: Page = {},
): Promise<{ readonly hits: readonly SearchHitJson[]; readonly total: number; readonly next: string | null }> {
  const { rows, total, next } = await reader.search(query, page)
  const hits: SearchHitJson[] = []
  for (const { kind, document, outlet, title, id, story, snippet, marks } of rows) {
    // Every claim is in a story, but for one that a person withdrew.
    const rejected = kind === 'claim' && story === null
    hits.push({
      ...{ kind, document, outlet, title, id, story, snippet, rejected },
      marks: marks.map(({ from, to }) => ({ from, to })),
    })
  }
  return { hits, total, next }
}
