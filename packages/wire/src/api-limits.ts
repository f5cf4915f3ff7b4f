// Bounds of what a request may ask for, beside those of packages/server/src/limits.ts; docs/reference/server.md lists all.

/** Rows of a page where none are asked for. */
export const API_ROWS = 50
/** Most rows of one page; more is refused, not cut. */
export const API_ROWS_MAX = 500
/** Values of one filter, such as `country`. */
export const API_VALUES_MAX = 50
/** Characters of one value of a filter: a name, an id, a type. */
export const API_VALUE_LENGTH_MAX = 300
/** Characters of the words that are searched for. */
export const API_SEARCH_LENGTH_MAX = 1000
/** Characters of a cursor. */
export const API_CURSOR_LENGTH_MAX = 4000
/** Characters of a pasted text; the limit of intake for texts, in bytes, comes on top. */
export const API_TEXT_LENGTH_MAX = 8_000_000
/** Characters of a quote that a correction is anchored by, and of what stands before and after. */
export const API_QUOTE_LENGTH_MAX = 5000
/** Characters of a reason. */
export const API_REASON_LENGTH_MAX = 2000
/** Characters of the name of an author. */
export const API_AUTHOR_LENGTH_MAX = 200
/** Addresses of one upload of the inbox. */
export const API_ADDRESSES_MAX = 20
