/** One row of a CSV file: the line it begins on, from 1, and its cells. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows of a CSV text (RFC 4180: quotes, doubled quotes, line breaks in quotes). Blank lines are left out. Never throws. */
export function readCsv(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let start = 1
  const endRow = (): void => {
    cells.push(cell)
    if (cells.length > 1 || cells[0]?.trim() !== '') rows.push({ line: start, cells })
    cells = []
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '\n') line++
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
      continue
    }
    if (char === '"' && cell === '') quoted = true
    else if (char === ',') {
      cells.push(cell)
      cell = ''
    } else if (char === '\n') {
      endRow()
      start = line
    } else if (char !== '\r') cell += char
  }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}
