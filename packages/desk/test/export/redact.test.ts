import type { Store } from '@backchannel/store'
import { beforeAll, describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../src/index.ts'
import { createExportRecord, filesOf } from './record.ts'

/** A fisherman who is held, told of by two papers in their own ways; his wife, his lawyer, and a minister who was held. */
const LINES = [
  {
    id: 'one',
    text: 'Karsovia released nine prisoners on Saturday, among them Teodor Halvik, a fisherman, the foreign ministry said.\n\nHalvik was arrested in August 2023. His wife, Agnes Halvik, said she had written to the envoy, Ingrid Solvang. His lawyer, Jonas Brandt, thanked her. Former Defence Minister Oskar Lind, who was detained in 2024, remains in prison.',
    outlet: 'Nordwire',
    published: '2026-03-16',
    title: 'Halvik walks free',
  },
  {
    id: 'two',
    text: 'Karsovia denied on Monday that Halvik had been mistreated. "Mr Halvik was treated according to the law," a foreign ministry spokeswoman, Greta Aum, said. T. Halvik and the Halviks did not comment.',
    outlet: 'The Harbor Ledger',
    published: '2026-03-16',
    title: 'Ministry denies mistreating Halvik',
    url: 'https://ledger.example/2026/halvik-mistreated',
  },
]

describe('an export without names', () => {
  let store: Store
  beforeAll(async () => {
    store = await createExportRecord(LINES)
  })

  const textFormats = EXPORT_FORMATS.filter((format) => format !== 'parquet' && format !== 'backup')

  it.each(textFormats)('shows no name of one who is held, nor of those who bear it with him: %s', async (format) => {
    const all = [...(await filesOf(store, { format, redact: true, all: true })).values()].join('\n')
    expect(all).not.toMatch(/halvik|teodor|agnes/i)
    expect(all).toContain('a person (')
    // What is told of others stays.
    expect([...(await filesOf(store, { format, all: true })).values()].join()).toMatch(/Halvik/)
  })

  it('keeps the names of others, and says of a surname that two bear only that it is one', async () => {
    const texts = [...(await filesOf(store, { format: 'brat', redact: true })).entries()]
    const all = texts.flatMap(([name, text]) => (name.endsWith('.txt') ? [text] : [])).join('\n')
    for (const name of ['Ingrid Solvang', 'Jonas Brandt', 'Oskar Lind', 'Greta Aum']) expect(all).toContain(name)
    expect(all).toContain('\n\na person was arrested in August 2023.')
  })
})
