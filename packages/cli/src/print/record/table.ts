import { displayWidth, safeText, shorten, wrapText } from '../width.ts'

/** A column of a table for people. */
export interface Column<Row> {
  readonly title: string
  readonly value: (row: Row) => string
  /** Most columns it takes; the last column takes what is left and is wrapped. */
  readonly width?: number
}

/** Columns between two columns of a table. */
const GAP = 2
/** Fewest columns of the last column, however narrow the terminal is. */
const LAST_MIN = 24

/**
 * A table for a terminal of `width` columns: a line of titles, then the rows. Cells are cut to the width of their column,
 * those of the last one are wrapped. No rows give an empty text.
 */
export function renderTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[], width: number): string {
  if (rows.length === 0) return ''
  const cells = rows.map((row) => columns.map((column) => safeText(column.value(row)).trim()))
  const widths = columns.map((column, i) =>
    Math.min(
      column.width ?? Number.POSITIVE_INFINITY,
      Math.max(displayWidth(column.title), ...cells.map((row) => displayWidth(row[i] ?? ''))),
    ),
  )
  const last = columns.length - 1
  const taken = widths.slice(0, last).reduce((sum, one) => sum + one + GAP, 0)
  const room = Math.max(LAST_MIN, width - taken)
  const line = (row: readonly string[]): string[] => {
    const lead = row
      .slice(0, last)
      .map((cell, i) => pad(shorten(cell, widths[i] ?? 0), (widths[i] ?? 0) + GAP))
      .join('')
    return wrapText(row[last] ?? '', room).map((part, i) => `${i === 0 ? lead : ' '.repeat(taken)}${part}`.trimEnd())
  }
  return `${[line(columns.map((column) => column.title.toUpperCase())), ...cells.map(line)].flat().join('\n')}\n`
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}
