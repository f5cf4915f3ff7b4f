import { join } from 'node:path'
import { EMPTY_LEXICON } from '@backchannel/core'
import { createMemoryStore, type Store, type StoreReader } from '@backchannel/store'
import { createIngestPool, type ExportOptions, exportRecord, ingest, inputsOf } from '../../src/index.ts'
import { batchOf, createFolder, LINES } from '../articles.ts'

/** One who is held and has no office, and one who holds an office and was held. */
const HELD = {
  id: 'held',
  text: '🎉 Free at last.\n\nKarsovia arrested the journalist Milena Dravich on 2 March 2026, a spokesman for the interior ministry, Jan Lubek, said. Dravich was released on Saturday, Lubek said. Police also arrested Defense Minister Oskar Venn on 3 March 2026.',
  outlet: '=Daily Beacon',
  published: '2026-03-15',
  url: 'https://beacon.example/2026/milena-dravich-free',
  title: 'Milena Dravich is free 🎉',
}

export const EXPORT_LINES = [...LINES, HELD]

/** A record in memory of a few articles; the pool is closed again. */
export async function createExportRecord(lines: Parameters<typeof batchOf>[0] = EXPORT_LINES): Promise<Store> {
  const folder = createFolder({ 'all.jsonl': batchOf(lines) })
  const pool = await createIngestPool(1)
  const store = createMemoryStore()
  try {
    const events = ingest(inputsOf([join(folder.path, 'all.jsonl')]), {
      store,
      pool,
      lexicon: EMPTY_LEXICON,
      now: () => '2026-03-20T08:00:00Z',
    })
    for await (const event of events) if ('state' in event && event.state !== 'new') throw new Error(event.origin)
  } finally {
    await pool.close()
    folder.remove()
  }
  return store
}

/** The files of an export whole, by name; the only one is called "". */
export async function filesOf(
  reader: StoreReader,
  options: Omit<ExportOptions, 'version'>,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for await (const { file, data } of exportRecord(reader, { ...options, version: '0.1.0' })) {
    if (typeof data !== 'string') throw new TypeError(`${file} is no text`)
    files.set(file ?? '', (files.get(file ?? '') ?? '') + data)
  }
  return files
}

/** The only file of an export. */
export async function textOf(reader: StoreReader, options: Omit<ExportOptions, 'version'>): Promise<string> {
  const files = await filesOf(reader, options)
  const text = files.get('')
  if (text === undefined || files.size !== 1) throw new Error(`files: ${[...files.keys()].join(', ')}`)
  return text
}
