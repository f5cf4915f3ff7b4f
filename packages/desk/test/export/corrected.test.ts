import { EMPTY_LEXICON } from '@backchannel/core'
import { createMemoryStore, type Store } from '@backchannel/store'
import { parquetReadObjects } from 'hyparquet'
import { beforeEach, describe, expect, it } from 'vitest'
import { addCorrection, EXPORT_FORMATS, exportRecord } from '../../src/index.ts'
import { placeTelling } from '../tell.ts'
import { filesOf } from './record.ts'

const WHO = { author: 'A. Reader', reason: 'the ministry says so' }
const DAY = { earliest: '2026-06-09', latest: '2026-06-09', precision: 'day' }
const CHANGE = 'when: 2026-06-09, where the machine read 2026-06-10'

describe('an export of what a person corrected', () => {
  let store: Store
  const files = async (parts: Omit<Parameters<typeof filesOf>[1], 'lexicon'>) =>
    [...(await filesOf(store, parts)).values()].join('\n')
  beforeEach(async () => {
    store = createMemoryStore()
    await placeTelling(store, 'a', 'The Ledger')
    await placeTelling(store, 'b', 'The Courier')
    let minute = 10
    const deciding = { now: () => `2026-06-20T08:${minute++}:00Z`, lexicon: EMPTY_LEXICON }
    const words = { document: 'a', quote: 'Norland released Ola Berg on 10 June' }
    for (const [field, to] of [
      // What the words are made into by hand has no codes; another type brings its own.
      ['type', 'arrest'],
      ['when', DAY],
      ['speaker', 'Ingrid Solvang'],
    ] as const)
      await addCorrection(store, { ...words, change: { kind: 'set', field, to }, ...WHO }, deciding)
    // The other tells nothing any more, so that the story is what was corrected.
    await addCorrection(store, { ...words, document: 'b', change: { kind: 'withdraw' }, ...WHO }, deciding)
  })

  it.each(EXPORT_FORMATS.filter((format) => format !== 'parquet'))(
    '%s has the value, who changed it, and why',
    async (format) => {
      const text = await files({ format })
      expect(text).toContain('2026-06-09')
      expect(text).toContain('A. Reader')
      expect(text).toContain('the ministry says so')
      // A backup has what the machine read in the document beside it; all others tell it in a sentence.
      if (format !== 'backup') expect(text).toContain(CHANGE)
    },
  )

  it.each(['claims', 'participants', 'attributions'] as const)(
    'parquet and csv have it in the table of %s',
    async (table) => {
      expect(await files({ format: 'csv', table })).toMatch(/speaker: Ingrid Solvang.*A\. Reader.*,yes/)
      for await (const { data } of exportRecord(store, { format: 'parquet', table, version: '0.1.0' })) {
        if (typeof data === 'string') throw new TypeError('no bytes')
        const rows = await parquetReadObjects({ file: data.slice().buffer })
        expect(rows.some((row) => row['corrected'] === 'yes' && String(row['corrections']).includes('A. Reader'))).toBe(
          true,
        )
      }
    },
  )

  it.each(['plover', 'cameo'] as const)('%s of every telling has it too', async (format) => {
    expect(await files({ format, all: true })).toContain(CHANGE)
  })

  it('tells a claim by the speaker whom the person named, in tables, quotations, annotations and brat', async () => {
    const rows = (await files({ format: 'csv', table: 'attributions' })).split('\r\n')
    expect(rows.filter((row) => row.includes('Ingrid Solvang'))).toEqual([
      expect.stringMatching(/The Ledger < Ingrid Solvang,c1,/),
    ])
    // The lines of a graph; each is a node with an id.
    const graph = JSON.parse(await files({ format: 'jsonld' }))['@graph'] as Record<string, unknown>[]
    const claim = graph.find((node) => node['@id'] === 'urn:backchannel:claim:a/c1')
    const [part] = (claim?.['schema:isPartOf'] ?? []) as { readonly '@id': string }[]
    expect(graph.find((node) => node['@id'] === part?.['@id'])).toMatchObject({
      ...{ '@type': ['schema:Quotation', 'prov:Entity'], 'schema:creditText': 'Ingrid Solvang', 'bc:corrected': true },
    })
    expect(await files({ format: 'webannotation' })).toContain('said by Ingrid Solvang')
    expect(await files({ format: 'brat' })).toMatch(/told by The Ledger < Ingrid Solvang/)
  })

  it('says nothing of it where nobody corrected anything', async () => {
    const plain = createMemoryStore()
    await placeTelling(plain, 'a', 'The Ledger')
    for (const format of EXPORT_FORMATS)
      if (format !== 'parquet') {
        const text = [...(await filesOf(plain, { format })).values()].join('\n')
        expect({ format, found: /where the machine read|orrected: |"corrected"(?!:false|,)/.test(text) }).toEqual({
          format,
          found: false,
        })
      }
  })
})
