import { type Listed, PAGE_ROWS_MAX, type Page } from '@backchannel/store'

/** The rows of a list one after another; holds one page at a time. */
export async function* pagesOf<Row>(list: (page: Page) => Promise<Listed<Row>>): AsyncGenerator<Row> {
  let after: string | null = null
  do {
    const page: Listed<Row> = await list({ limit: PAGE_ROWS_MAX, after })
    yield* page.rows
    after = page.next
  } while (after !== null)
}
