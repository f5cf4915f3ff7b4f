import { type Listed, PAGE_ROWS, PAGE_ROWS_MAX, type Page } from './store.ts'

/** What a row is sorted by, least specific first: its place in the list, whatever is added before it. */
export type SortKey = readonly (string | number)[]

/** Rows of a page: the given limit kept within 1 to `PAGE_ROWS_MAX`; anything that is no number gives `PAGE_ROWS`. */
export function rowsOf(page: Page | undefined): number {
  const limit = page?.limit
  if (limit === undefined || !Number.isFinite(limit)) return PAGE_ROWS
  return Math.min(PAGE_ROWS_MAX, Math.max(1, Math.floor(limit)))
}

/** The key as text that is safe in a URL. */
export function toCursor(key: SortKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/**
 * The key of an earlier answer. Null, which means the first page, for no cursor and for one that was not made for this
 * kind of list: a cursor comes from outside and must not become an error.
 */
export function maybeCursor(page: Page | undefined, like: SortKey): SortKey | null {
  const after = page?.after
  if (typeof after !== 'string' || after === '' || after.length > CURSOR_LENGTH_MAX) return null
  let key: unknown
  try {
    key = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
  } catch {
    return null
  }
  if (!Array.isArray(key) || key.length !== like.length) return null
  const sound = key.every(
    (part: unknown, at) => typeof part === typeof like[at] && (typeof part !== 'number' || Number.isSafeInteger(part)),
  )
  // Checked just above: the same length, and each part of the type of its pattern.
  return sound ? (key as SortKey) : null
}

const CURSOR_LENGTH_MAX = 10_000

/** A page from one row more than it may hold, which tells whether there is a next one. */
export function listed<Row>(
  rows: readonly Row[],
  limit: number,
  total: number,
  keyOf: (row: Row) => SortKey,
): Listed<Row> {
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return { rows: kept, next: rows.length > limit && last !== undefined ? toCursor(keyOf(last)) : null, total }
}

/** Order by code points, as SQLite's binary collation of UTF-8 has it; `<` on strings orders by UTF-16 units. */
export function byText(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const x = a.charCodeAt(at)
    const y = b.charCodeAt(at)
    if (x !== y) {
      const wide = isSurrogate(x)
      return wide === isSurrogate(y) ? x - y : wide ? 1 : -1
    }
  }
  return a.length - b.length
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}
