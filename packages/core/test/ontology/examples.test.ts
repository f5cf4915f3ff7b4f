import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createReader, documentId } from '../../src/index.ts'
import { EVENT_TYPES } from '../../src/ontology/index.ts'

/** Two sentences that tell of each kind of event (+) and two near misses (-); the reference shows the same. */
const blocks = readFileSync(new URL('./examples.txt', import.meta.url), 'utf8')
  .trim()
  .split(/\n\n+/)
const assets = {
  read: async (name: string) =>
    new Uint8Array(readFileSync(fileURLToPath(new URL(`../../../assets/${name}`, import.meta.url)))),
}
const reader = await createReader({ assets })

function typesIn(text: string): string[] {
  const reading = reader.read({
    id: documentId('doc:example'),
    text,
    title: null,
    outlet: 'The Ledger',
    carrier: null,
    agency: null,
    published: null,
    url: null,
    language: 'en',
  })
  return reading.claims.map((claim) => claim.event.type)
}

describe('examples of event types', () => {
  it('cover every type, two and two', () => {
    const counts = blocks.map((block) => {
      const [name, ...lines] = block.split('\n')
      return `${name} ${lines.filter((line) => line.startsWith('+')).length} ${lines.filter((line) => line.startsWith('-')).length}`
    })
    expect(counts).toEqual(EVENT_TYPES.map((type) => `${type.name} 2 2`))
  })

  for (const block of blocks) {
    const [name = '', ...lines] = block.split('\n')
    it(name, () => {
      for (const line of lines) {
        const found = typesIn(line.slice(2)).includes(name)
        expect(`${line} -> ${found}`).toBe(`${line} -> ${line.startsWith('+')}`)
      }
    })
  }
})
