import type { Io } from './io.ts'
import { DEFAULT_WIDTH, type TextOptions } from './print/page.ts'
import { wantsColor } from './print/style.ts'

/** How to print for a person: the terminal's width, else COLUMNS, else the default; no colors into a file. */
export function textOptions(io: Io, toFile = false): TextOptions {
  const columns = Number(io.environment['COLUMNS'])
  return {
    color: wantsColor(io.environment, io.columns !== undefined && !toFile),
    width: io.columns ?? (Number.isInteger(columns) && columns > 0 ? columns : DEFAULT_WIDTH),
  }
}
