import { createHash } from 'node:crypto'
import type { Listed, Page } from '@backchannel/store'
import { API_ROWS } from '@backchannel/wire'
import { serverError } from './errors.ts'

/** What of a query makes the list another one: everything but the page. */
function listKey(route: string, query: object): string {
  const { limit: _, after: __, ...filter } = query as { readonly limit?: number; readonly after?: string }
  return JSON.stringify([route, Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))])
}

const seal = (key: string, cursor: string): string =>
  createHash('sha256').update(`${key}\n${cursor}`).digest('base64url').slice(0, 12)

/**
 * A cursor that says of which list it is, so that one of another list, or one that was cut or changed on its way, is refused
 * and never begins the list anew unseen. It is no secret: the store checks what a cursor may hold.
 */
export interface Cursors {
  /** The page asked for. Throws `server/bad-cursor`. */
  page(): Page
  /** The `next` to give out. */
  next(cursor: string | null): string | null
}

/** Cursors of one list: a route with its filters. */
export function cursorsOf(
  route: string,
  query: { readonly limit?: number | undefined; readonly after?: string | undefined },
): Cursors {
  const key = listKey(route, query)
  return {
    page() {
      const { limit = API_ROWS, after } = query
      if (after === undefined) return { limit }
      const at = after.lastIndexOf('.')
      const cursor = after.slice(0, Math.max(0, at))
      if (at < 0 || seal(key, cursor) !== after.slice(at + 1)) throw serverError('server/bad-cursor')
      return { limit, after: cursor }
    },
    next: (cursor) => (cursor === null ? null : `${cursor}.${seal(key, cursor)}`),
  }
}

/** A page of rows that are all there: the cursor is the number of rows before it. Throws `server/bad-cursor`. */
export function cutPage<Row>(rows: readonly Row[], { limit = API_ROWS, after = null }: Page): Listed<Row> {
  const from = after === null ? 0 : Number(after)
  if (!Number.isSafeInteger(from) || from < 0) throw serverError('server/bad-cursor')
  const to = from + limit
  return { rows: rows.slice(from, to), next: to < rows.length ? String(to) : null, total: rows.length }
}
