import { type Listed, PAGE_ROWS_MAX, type Page } from '@backchannel/store'

/** All rows of a list, page after page. */
export async function everyPage<Row>(list: (page: Page) => Promise<Listed<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = []
  let after: string | null = null
  do {
    const page: Listed<Row> = await list({ limit: PAGE_ROWS_MAX, after })
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}
