/** Rows as CSV (RFC 4180) with a line of names; cells never start a formula in a spreadsheet. */
export function renderCsv(rows: readonly CsvRow[], names: readonly string[]): string {
  return csvHead(names) + rows.map((row) => csvLine(row, names)).join('')
}

/** The values of a row by the names of its columns; what is not there is an empty cell. */
export type CsvRow = Readonly<Record<string, unknown>>

/** The line of names, with its line end. */
export function csvHead(names: readonly string[]): string {
  return lineOf(names)
}

/** One row as a line with its line end, for those who write a table piece by piece. */
export function csvLine(row: CsvRow, names: readonly string[]): string {
  return lineOf(names.map((name) => row[name]))
}

function lineOf(cells: readonly unknown[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** Starts a formula in the spreadsheets that people use. */
const FORMULA = /^[\t\r ]*[=+\-@|%]/

function csvCell(value: unknown): string {
  const text = flat(value)
  const tame = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(tame) || tame !== tame.trim() ? `"${tame.replaceAll('"', '""')}"` : tame
}

/** Lists are joined by "; ", other objects are JSON. */
function flat(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value))
    return value.map((one) => (typeof one === 'object' ? JSON.stringify(one) : String(one))).join('; ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
