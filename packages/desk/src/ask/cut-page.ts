import { type Listed, PAGE_ROWS, PAGE_ROWS_MAX, type Page } from '@backchannel/store'

/**
 * A page of a list that is put together whole, such as custody or disagreements: the cursor is the number of rows before it.
 * A cursor that no list made begins the list anew.
 */
export function cutPage<Row>(rows: readonly Row[], { limit = PAGE_ROWS, after }: Page): Listed<Row> {
  const given = Number(after ?? 0)
  const from = Number.isSafeInteger(given) && given > 0 ? given : 0
  const to = from + Math.min(PAGE_ROWS_MAX, Math.max(1, Math.floor(limit)))
  return { rows: rows.slice(from, to), next: to < rows.length ? String(to) : null, total: rows.length }
}
