import type { Store } from '@backchannel/store'
import { EXPORT_TABLES, TABLE_COLUMNS } from '@backchannel/wire/write'
import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import { beforeAll, describe, expect, it } from 'vitest'
import { exportRecord } from '../../src/index.ts'
import { createExportRecord, textOf } from './record.ts'

describe('parquet', () => {
  let store: Store
  beforeAll(async () => {
    store = await createExportRecord()
  })

  it('holds the tables of csv, with numbers as numbers and nothing as null', async () => {
    const files = new Map<string | null, Uint8Array>()
    for await (const { file, data } of exportRecord(store, { format: 'parquet', version: '0.1.0' }))
      if (typeof data !== 'string') files.set(file, data)
    expect([...files.keys()]).toEqual(EXPORT_TABLES.map((table) => `${table}.parquet`))
    for (const table of EXPORT_TABLES) {
      const bytes = files.get(`${table}.parquet`) ?? new Uint8Array()
      const rows = await parquetReadObjects({ file: Uint8Array.from(bytes).buffer })
      const csv: readonly Record<string, string>[] = parse(await textOf(store, { format: 'csv', table }), {
        columns: true,
      })
      expect(rows).toHaveLength(csv.length)
      expect(Object.keys(rows[0] ?? {})).toEqual(TABLE_COLUMNS[table])
      const text = (value: unknown) => (value === null || value === undefined ? '' : String(value))
      // An apostrophe before a formula is for spreadsheets alone.
      expect(rows.map((row) => Object.values(row).map(text))).toEqual(
        csv.map((row) => Object.values(row).map((cell) => cell.replace(/^'(?=[=+\-@|%])/, ''))),
      )
    }
    const claims = await parquetReadObjects({ file: Uint8Array.from(files.get('claims.parquet') ?? []).buffer })
    expect(claims[0]).toMatchObject({ start: expect.any(Number), roots_low: expect.any(Number), channel: null })
  })

  it('holds no rows where nothing passes', async () => {
    const options = { format: 'parquet', table: 'claims', filter: { type: ['rescue'] }, version: '0.1.0' } as const
    for await (const { data } of exportRecord(store, options))
      expect(await parquetReadObjects({ file: Uint8Array.from(data as Uint8Array).buffer })).toEqual([])
  })
})
