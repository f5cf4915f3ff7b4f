import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JSON_DEPTH_MAX } from '../src/limits.ts'
import { ROUTES } from '../src/routes/index.ts'
import { closePool, createDemo, type Demo, errorOf } from './demo.ts'

let demo: Demo
beforeAll(async () => {
  demo = await createDemo()
})
afterAll(closePool)

const NAMES = [
  'type',
  'actor',
  'country',
  'status',
  'outlet',
  'speaker',
  'document',
  'not-actor',
  'not-outlet',
  'from',
  'to',
  'independence',
  'limit',
  'after',
  'q',
  'in',
  'name',
  'kind',
  'about',
]
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'release',
    'BLR',
    'happened',
    '2026-03-14',
    '1',
    '-1',
    'article',
    'person',
    'actor',
    'Anton Verek',
    'wire',
    'MA.',
    '\u0000',
  ),
)
const pair = fc.tuple(fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 12 })), value)

describe('whatever is asked', () => {
  it('is answered, or refused in the one shape, and never a fault', async () => {
    const reads = ROUTES.filter(({ method }) => method === 'GET').map(({ path }) => path)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...reads),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
        fc.constantFrom('', '.json', '.csv'),
        fc.array(pair, { maxLength: 3 }),
        async (path, id, form, query) => {
          const search = new URLSearchParams(query).toString()
          const response = await demo.ask(`/api${path.replace(':id', encodeURIComponent(id))}${form}?${search}`)
          if (response.status === 200) await response.text()
          else expect(await errorOf(response)).toMatch(/^4\d\d (wire|server|desk)\//)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('is so for bodies too', async () => {
    const json = fc.json({ maxDepth: JSON_DEPTH_MAX - 1 })
    const correction = fc
      .record(
        {
          document: fc.constantFrom('wire', 'talk', 'none'),
          quote: fc.constantFrom('Karsovia released nine prisoners', 'the', '', 'Karsovia'),
          prefix: value,
          type: fc.constantFrom('release', 'x'),
          change: fc.oneof(
            fc.record({
              kind: fc.constant('set'),
              field: fc.constantFrom('type', 'when', 'participants'),
              to: fc.jsonValue(),
            }),
            fc.record({ kind: fc.constant('add'), what: fc.jsonValue() }),
            fc.record({ kind: fc.constant('withdraw') }),
          ),
          author: value,
          reason: value,
        },
        { requiredKeys: ['document', 'quote', 'change'] },
      )
      .map((one) => JSON.stringify(one))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('/api/corrections', '/api/judgements'),
        fc.oneof(json, correction, fc.string({ unit: 'binary' })),
        async (path, body) => {
          const response = await demo.post(path, body)
          if (response.status !== 201) expect(await errorOf(response)).toMatch(/^4\d\d (wire|server|desk)\//)
        },
      ),
      { numRuns: 400 },
    )
    // What was taken is believed without a fault.
    for (const id of ['wire', 'talk']) expect((await demo.ask(`/api/documents/${id}`)).status).toBe(200)
  })
})
