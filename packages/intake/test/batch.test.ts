import { checkCases } from '@backchannel/testkit'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MAX_TEXT_BYTES, parseBatchLine } from '../src/index.ts'

checkCases(new URL('./batch.cases', import.meta.url), ({ input }) => {
  const result = parseBatchLine(input, 7)
  if (result.ok) return JSON.stringify(result.input)
  // What the platform says of bad JSON differs from version to version.
  return `${result.id} ${result.error.code} ${result.error.message.replace(/ \(.*Unexpected.*\)$/, '')}`
})

it('names the limit of a text that is too long', () => {
  const result = parseBatchLine(JSON.stringify({ id: 'a1', text: 'é'.repeat(MAX_TEXT_BYTES / 2 + 1) }), 2)
  expect(result).toMatchObject({ ok: false, id: 'a1', error: { code: 'intake/too-big' } })
})

it('passes over a byte order mark on the first line', () => {
  expect(parseBatchLine('\uFEFF{"id": "a", "text": "x"}', 1)).toMatchObject({ ok: true })
  expect(parseBatchLine('\uFEFF{"id": "a", "text": "x"}', 2)).toMatchObject({ ok: false })
})

it('never throws', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.object().map((value) => JSON.stringify(value)),
      ),
      (line) => {
        expect(typeof parseBatchLine(line, 1).ok).toBe('boolean')
      },
    ),
  )
})
