import { afterAll, describe, expect, it } from 'vitest'
import { createReaderPool } from '../src/index.ts'

/** A module that does to a thread what a parser does that meets a document it cannot stand. */
const POISON = `data:text/javascript,${encodeURIComponent(`
export default () => (findings) => {
  const { text } = findings.document
  if (text.includes('never ends')) for (;;);
  const kept = []
  if (text.includes('eats memory')) for (;;) kept.push(new Array(100000).fill(text.length + kept.length))
  if (text.includes('ends the thread')) process.exit(7)
  return text
}`)}`

describe('a poisoned document', () => {
  const pool = createReaderPool<string>({
    threads: 2,
    seconds: 10,
    heapMegabytes: 300,
    finish: { module: POISON },
  })
  afterAll(async () => (await pool).close())

  it('fails with a reason, alone, and the others are read', async () => {
    const texts = [
      'Talks began.',
      'This one never ends.',
      'Talks went on.',
      'This one eats memory.',
      'Talks went on again.',
      'This one ends the thread.',
      'Talks ended.',
      'The envoy left.',
    ]
    const results = await Promise.all(texts.map(async (text, i) => (await pool).read({ id: `d${i}`, text })))
    expect(results.map((result) => (result.ok ? result.findings : result.code))).toEqual([
      'Talks began.',
      'host/timeout',
      'Talks went on.',
      'host/worker-died',
      'Talks went on again.',
      'host/worker-died',
      'Talks ended.',
      'The envoy left.',
    ])
    const [, hangs, , eats] = results
    expect(hangs).toMatchObject({ message: 'reading "d1" took longer than 10 seconds and was stopped' })
    expect(eats).toMatchObject({ details: { id: 'd3' } })
    expect(eats?.ok === false && eats.message).toMatch(/memory/)
  }, 120_000)
})
