import type { PairJson, RecordChangeJson, ReviewRowJson } from '@backchannel/wire'
import { afterAll, describe, expect, it } from 'vitest'
import { closePool, createDemo, type Demo, errorOf, jsonOf } from './demo.ts'

afterAll(closePool)

const by = { author: 'A. Reader', reason: 'read it again' }
interface Rows<Row> {
  readonly rows: readonly Row[]
  readonly total: number
}
const queue = (demo: Demo, search = '') =>
  jsonOf<Rows<ReviewRowJson> & { whole: boolean }>(demo.ask(`/api/review${search}`))
const correct = (demo: Demo, { document, evidence, machineType }: ReviewRowJson, change: object) =>
  jsonOf<{ id: string }>(
    demo.post('/api/corrections', {
      ...{ document, quote: evidence.quote, from: evidence.span.from, type: machineType, change },
      ...by,
    }),
  )

describe('the queue', () => {
  it('has what is least sure first, claims of a type together, or those in which tellings differ', async () => {
    const demo = await createDemo()
    const doubt = await queue(demo)
    expect(doubt).toMatchObject({ whole: true })
    expect(doubt.total).toBeGreaterThan(5)
    const scores = doubt.rows.map(({ confidence }) => confidence.score)
    expect(scores).toEqual([...scores].sort((a, b) => a - b))
    const kind = (await queue(demo, '?order=kind')).rows.map(({ now }) => now.type)
    expect(kind).toEqual([...kind].sort())
    const differ = await queue(demo, '?order=disagreement')
    expect(differ.total).toBeGreaterThan(0)
    expect(differ.rows.every((row) => row.differ.length > 0)).toBe(true)
    const freed = await queue(demo, '?type=release')
    expect(freed.rows.every(({ now }) => now.type === 'release')).toBe(true)
    expect(await errorOf(demo.ask('/api/review?order=luck'))).toBe('400 wire/bad-request')
  })

  it('leaves out what was decided, until it is taken back', async () => {
    const demo = await createDemo()
    const { rows, total } = await queue(demo)
    const [first, second, third] = rows
    if (!first || !second || !third) throw new Error('there are three')
    await correct(demo, first, { kind: 'check', verdict: 'accept' })
    await correct(demo, second, { kind: 'check', verdict: 'unsure' })
    const { id } = await correct(demo, third, { kind: 'withdraw' })
    expect((await queue(demo)).total).toBe(total - 3)
    // What is withdrawn is in no list; the history has it.
    expect((await queue(demo, '?checked=true')).total).toBe(total - 1)
    await correct(demo, third, { kind: 'undo', correction: id })
    expect((await queue(demo)).rows[0]).toEqual(third)
  })
})

describe('the merge desk', () => {
  it('puts two beside each other, takes verdicts, and makes one of two', async () => {
    const demo = await createDemo()
    const pairs = (about: string) => jsonOf<Rows<PairJson>>(demo.ask(`/api/pairs?about=${about}`))
    const stories = await jsonOf(demo.ask('/api/stories?type=release'))
    const pair = stories.rows.map(({ id }) => String(id)).slice(0, 2)
    const judge = (verdict: string) => jsonOf(demo.post('/api/judgements', { about: 'story', pair, verdict, ...by }))
    const before = (await pairs('story')).rows
    for (const { fields, names, score } of before) {
      expect(fields.map(({ field }) => field)).toContain('participants')
      expect(names).toHaveLength(2)
      expect(score).toBeLessThanOrEqual(1)
    }
    await judge('unsure')
    await judge('different')
    const judged = (await pairs('story')).rows.find((one) => one.pair.join() === [...pair].sort().join())
    expect(judged?.judged).toMatchObject({ verdict: 'different', by: 'A. Reader' })
    expect((await jsonOf(demo.ask('/api/judgements'))).total).toBe(2)
    const told = (await jsonOf(demo.ask('/api/stories'))).total
    await judge('same')
    expect((await jsonOf(demo.ask('/api/stories'))).total).toBe(told - 1)
    // It stays on the desk, as two, so that it can be parted again.
    const joined = (await pairs('story')).rows.find((one) => one.pair.join() === [...pair].sort().join())
    expect(joined).toMatchObject({ joined: true, judged: { verdict: 'same', state: 'holds' } })
    const apart = async (joined: boolean) =>
      (await jsonOf<Rows<PairJson>>(demo.ask(`/api/pairs?about=story&joined=${joined}`))).rows.map((one) =>
        one.pair.join(),
      )
    expect(await apart(true)).toEqual([[...pair].sort().join()])
    expect(await apart(false)).not.toContain([...pair].sort().join())
    expect(await errorOf(demo.ask('/api/pairs?joined=perhaps'))).toBe('400 wire/bad-request')
    // Nothing that was told is lost by it.
    expect((await jsonOf(demo.ask('/api/judgements'))).total).toBe(3)
    const states = async (search: string) =>
      (await jsonOf(demo.ask(`/api/judgements${search}`))).rows.map((one) => String(one['state']))
    expect(await states(`?id=${pair[1]}`)).toEqual(['overruled', 'overruled', 'holds'])
    expect(await states('?id=story:nothing')).toEqual([])
    await judge('different')
    expect(await apart(true)).toEqual([])
    expect((await jsonOf(demo.ask('/api/stories'))).total).toBe(told)
    expect(await jsonOf(demo.ask('/api/stories?type=release'))).toEqual(stories)
    expect((await jsonOf(demo.ask('/api/judgements'))).total).toBe(4)
    expect((await jsonOf(demo.ask('/api/documents'))).total).toBe(5)
    expect((await pairs('actor')).rows.every(({ about }) => about === 'actor')).toBe(true)
  })
})

describe('the history of the record', () => {
  it('has each decision with before and after, who, when and why, the latest first', async () => {
    const demo = await createDemo()
    const [row] = (await queue(demo, '?type=release')).rows
    if (!row) throw new Error('there is one')
    const { id } = await correct(demo, row, { kind: 'set', field: 'status', to: 'planned' })
    await correct(demo, row, { kind: 'set', field: 'speaker', to: 'the envoy' })
    await correct(demo, row, { kind: 'undo', correction: id })
    const stories = await jsonOf(demo.ask('/api/stories?type=release'))
    const pair = stories.rows.map((one) => String(one['id'])).slice(0, 2)
    await demo.post('/api/judgements', { about: 'story', pair, verdict: 'different', ...by })
    const { rows, total } = await jsonOf<Rows<RecordChangeJson>>(demo.ask('/api/changes'))
    expect(total).toBe(4)
    const shown = rows.map(({ what, before, after, state }) => [what, before, after, state])
    expect(shown).toContainEqual(['set status', row.now.status, 'planned', 'undone'])
    expect(shown).toContainEqual(['set speaker', row.now.speaker ?? '', 'the envoy', 'holds'])
    expect(shown).toContainEqual(['story: different', null, 'different', 'holds'])
    const titles = stories.rows.slice(0, 2).map((one) => String(one['title']))
    expect(new Set(rows.find((one) => one.names !== null)?.names)).toEqual(new Set(titles))
    expect(rows.every((one) => one.by === 'A. Reader' && one.reason === by.reason && one.at !== '')).toBe(true)
    const csv = await (await demo.ask('/api/changes.csv')).text()
    expect(csv.trim().split('\r\n')).toHaveLength(5)
  })
})
