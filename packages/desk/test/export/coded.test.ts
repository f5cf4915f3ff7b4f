import type { Store } from '@backchannel/store'
import { STORY_CAMEO_COLUMNS } from '@backchannel/wire/write'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { listStories } from '../../src/index.ts'
import { createExportRecord, textOf } from './record.ts'

type Row = Readonly<Record<string, string>>
const rowsOf = (text: string): readonly Row[] => parse(text, { columns: true, delimiter: '\t', quote: false })
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

describe('plover and cameo of a record', () => {
  let store: Store
  beforeAll(async () => {
    store = await createExportRecord()
  })

  it('writes one PLOVER record a story with its roots, and the words and tellers of all who tell it', async () => {
    const records = linesOf(await textOf(store, { format: 'plover' }))
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
    const stories = new Map((await listStories(store)).map((story) => [story.id, story]))
    for (const { id, roots, documents, event_text, told, status, stance, event, date } of records) {
      expect(stories.get(id)).toMatchObject({ roots, documents, status: 'happened' })
      expect(told).toHaveLength(event_text.length)
      expect([status, stance]).toEqual(['happened', 'asserts'])
      expect(event[0]).toMatch(/^[A-Z]+$/)
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
    const release = records.find(({ documents }) => documents.includes('wire') && documents.includes('talk'))
    expect(release).toMatchObject({
      date: '2026-03-14',
      date_from: 'event',
      mode: ['release'],
      size: { released: 9 },
      cite_info: { coder: 'backchannel 0.1.0', codebook: 'plover-2.0' },
    })
    // The original is coded, not its copy.
    expect(release.cite_info.citation).not.toBe('print')
    expect(release.told).toContainEqual(['Northern Courier', 'Ingrid Solvang'])
  })

  it('writes one CAMEO row a story, with all columns', async () => {
    const text = await textOf(store, { format: 'cameo' })
    expect(text.split('\n')[0]).toBe(STORY_CAMEO_COLUMNS.join('\t'))
    const rows = rowsOf(text)
    const release = rows.filter(({ documents, cameo }) => documents?.includes('talk') && cameo === '0841')
    expect(release).toHaveLength(1)
    expect(release[0]).toMatchObject({ date: '2026-03-14', count: '9', quad_class: '2', status: 'happened' })
    expect(Number(release[0]?.['roots_low'])).toBeGreaterThan(0)
  })

  it('writes every telling of its own where all are wanted', async () => {
    const few = linesOf(await textOf(store, { format: 'plover' }))
    const all = linesOf(await textOf(store, { format: 'plover', all: true }))
    expect(all.length).toBeGreaterThan(few.length)
    const { id, documents } = few.find((record) => record.documents.includes('talk'))
    const release = all.filter(({ story }) => story === id)
    expect(new Set(release.map(({ cite_info }) => cite_info.citation))).toEqual(new Set(documents))
    expect(rowsOf(await textOf(store, { format: 'cameo', all: true })).length).toBeGreaterThan(
      rowsOf(await textOf(store, { format: 'cameo' })).length,
    )
  })

  it('names nobody who is held', async () => {
    for (const format of ['plover', 'cameo'] as const) {
      const text = await textOf(store, { format, redact: true, all: true })
      expect(text).not.toMatch(/dravich|milena/i)
      expect(text).toContain('a person (1)')
    }
  })
})
