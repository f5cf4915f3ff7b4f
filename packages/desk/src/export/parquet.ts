import { type ExportTable, TABLE_COLUMNS, tableRows } from '@backchannel/wire/write'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { type ExportScope, eachDocument } from './load-export.ts'

/** Columns that hold numbers; all others hold texts. */
const TYPES: Readonly<Record<string, 'INT32' | 'DOUBLE'>> = {
  start: 'INT32',
  end: 'INT32',
  roots_low: 'INT32',
  roots_high: 'INT32',
  count_low: 'DOUBLE',
  count_high: 'DOUBLE',
  confidence: 'DOUBLE',
}

/** A table of the record as a Parquet file, with the columns of the CSV tables; what is not told is null. Held whole in memory. */
export async function parquetTable(scope: ExportScope, table: ExportTable): Promise<Uint8Array> {
  const columns = TABLE_COLUMNS[table]
  const data = new Map<string, unknown[]>(columns.map((name) => [name, []]))
  for await (const document of eachDocument(scope))
    for (const row of tableRows(table, document)) for (const name of columns) data.get(name)?.push(row[name] ?? null)
  const buffer = parquetWriteBuffer({
    columnData: columns.map((name) => ({
      name,
      data: data.get(name) ?? [],
      type: TYPES[name] ?? 'STRING',
      nullable: true,
    })),
  })
  return new Uint8Array(buffer)
}
