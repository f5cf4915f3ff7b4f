import type { Store } from '@backchannel/store'
import { TABLE_COLUMNS } from '@backchannel/wire/write'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { listStories } from '../../src/index.ts'
import { createExportRecord, filesOf, textOf } from './record.ts'

type Row = Readonly<Record<string, string>>

function rowsOf(text: string | undefined): readonly Row[] {
  return parse(text ?? '', { columns: true, bom: false, relax_column_count: false })
}

describe('csv', () => {
  let store: Store
  beforeAll(async () => {
    store = await createExportRecord()
  })

  it('gives one row a claim, one a participant, one an attribution, with keys that join', async () => {
    const files = await filesOf(store, { format: 'csv' })
    expect([...files.keys()]).toEqual(['claims.csv', 'participants.csv', 'attributions.csv'])
    const claims = rowsOf(files.get('claims.csv'))
    const participants = rowsOf(files.get('participants.csv'))
    const attributions = rowsOf(files.get('attributions.csv'))
    expect(claims).toHaveLength((await store.counts()).claims)
    const keys = new Set(claims.map(({ document, claim }) => `${document} ${claim}`))
    expect(keys.size).toBe(claims.length)
    expect(participants.length).toBeGreaterThan(claims.length)
    for (const { document, claim } of participants) expect(keys).toContain(`${document} ${claim}`)
    const told = attributions.flatMap(({ document, claims: list }) =>
      (list ?? '').split('; ').flatMap((claim) => (claim === '' ? [] : [`${document} ${claim}`])),
    )
    expect(told.length).toBeGreaterThan(0)
    for (const key of told) expect(keys).toContain(key)
    const release = claims.find(({ document, type }) => document === 'print' && type === 'release')
    expect(release).toMatchObject({ status: 'happened', stance: 'asserts', earliest: '2026-03-14', copy_of: 'wire' })
    const [story] = (await listStories(store)).filter(({ id }) => id === release?.['story'])
    expect(release).toMatchObject({ roots_low: String(story?.roots.low), roots_high: String(story?.roots.high) })
    expect(participants).toContainEqual(
      expect.objectContaining({ document: 'wire', role: 'patient', count_low: '9', count_high: '9' }),
    )
  })

  it.each(['claims', 'participants', 'attributions'] as const)(
    'gives %s alone, with all its columns',
    async (table) => {
      const text = await textOf(store, { format: 'csv', table })
      expect(text.split('\r\n')[0]).toBe(TABLE_COLUMNS[table].join(','))
      expect(rowsOf(text)).toEqual(rowsOf((await filesOf(store, { format: 'csv' })).get(`${table}.csv`)))
    },
  )

  it('never lets a cell start a formula', async () => {
    const rows = rowsOf(await textOf(store, { format: 'csv', table: 'claims' }))
    expect(rows.some(({ outlet }) => outlet === "'=Daily Beacon")).toBe(true)
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^\s*[=+@|%]/)
  })

  it('keeps to a filter', async () => {
    const rows = rowsOf(await textOf(store, { format: 'csv', table: 'claims', filter: { outlet: ['Nordwire'] } }))
    expect(new Set(rows.map(({ document }) => document))).toEqual(new Set(['wire']))
    const voices = rowsOf(await textOf(store, { format: 'csv', table: 'attributions', filter: { type: ['release'] } }))
    expect(voices.length).toBeGreaterThan(0)
    for (const { claims } of voices) expect(claims).not.toBe('')
  })

  it('names nobody who is held and has no office, and everybody else', async () => {
    const files = await filesOf(store, { format: 'csv', redact: true })
    const all = [...files.values()].join('\n')
    expect(all).not.toMatch(/Dravich|Milena/i)
    expect(all).toContain('a person (1)')
    expect(all).toContain('Oskar Venn')
    expect(all).toContain('Anton Verek')
    const open = [...(await filesOf(store, { format: 'csv' })).values()].join('\n')
    expect(open).toContain('Milena Dravich')
  })
})
