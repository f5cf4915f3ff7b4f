import type { StoreReader, StoryFilter } from '@backchannel/store'
import { createRedaction, EXPORT_TABLES, type ExportTable, tableHead, tableLines } from '@backchannel/wire/write'
import { writeBackup } from './backup.ts'
import { type ExportScope, eachDocument, loadRedaction } from './load-export.ts'

/** Formats that a record is exported in. */
export const EXPORT_FORMATS = ['csv', 'backup'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface ExportOptions {
  readonly format: ExportFormat
  readonly filter?: StoryFilter
  /** With `csv`: this table alone, as one text; all tables as files of a folder where left out. */
  readonly table?: ExportTable
  /** Replaces the names of private persons who are or were held. */
  readonly redact?: boolean
  /** Version of the program, for formats that name what made them. */
  readonly version: string
}

/** A piece of an export: of one of several files, or of the only one (`file` is null). Pieces of one file come in order. */
export interface ExportPiece {
  readonly file: string | null
  readonly data: string | Uint8Array
}

/** True where a format makes several files, so that they need a folder. */
export function needsFolder({ format, table }: Pick<ExportOptions, 'format' | 'table'>): boolean {
  return format === 'csv' && table === undefined
}

/** A record in a format, piece by piece as it is read; how much is held is said by each format in docs/reference/exports.md. */
export async function* exportRecord(reader: StoreReader, options: ExportOptions): AsyncGenerator<ExportPiece> {
  const redaction = options.redact === true ? await loadRedaction(reader) : createRedaction([], [])
  const scope: ExportScope = { reader, filter: options.filter ?? {}, redaction }
  switch (options.format) {
    case 'csv':
      yield* csvPieces(scope, options)
      return
    case 'backup':
      for await (const data of writeBackup(reader)) yield { file: null, data }
      return
  }
}

async function* csvPieces(scope: ExportScope, { table }: ExportOptions): AsyncGenerator<ExportPiece> {
  const tables = table === undefined ? EXPORT_TABLES : [table]
  const fileOf = (name: ExportTable) => (table === undefined ? `${name}.csv` : null)
  for (const name of tables) yield { file: fileOf(name), data: tableHead(name) }
  for await (const document of eachDocument(scope))
    for (const name of tables) yield { file: fileOf(name), data: tableLines(name, document) }
}
