import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentId, EMPTY_LEXICON, packSketch, sketchKeys, sketchText } from '@backchannel/core'
import { placeDocument } from '@backchannel/desk'
import { openStore } from '@backchannel/store'
import { buildFindings, documentOf } from '@backchannel/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runFake } from './fake.ts'

const TEXT = 'Norland released Ola Berg on Friday.'
const WHO = ['--author', 'A. Reader', '--reason', 'only announced']

describe('correct and judge', () => {
  const home = mkdtempSync(join(tmpdir(), 'backchannel-cli-judge-'))
  const path = join(home, 'a.db')
  const run = (...args: readonly string[]) => runFake([...args, '--store', path])
  beforeAll(async () => {
    const store = await openStore(path, { create: true })
    const document = { ...documentOf(TEXT, '2026-03-16'), id: documentId('doc:a') }
    const build = buildFindings(document)
    build.claim('release', {
      trigger: 'released',
      participants: [
        ['agent', 'Norland', { actor: build.actor('Norland', { kind: 'state', country: 'NOR' }) }],
        ['patient', 'Ola Berg', { actor: build.actor('Ola Berg', { kind: 'person' }) }],
      ],
    })
    const sketch = sketchText(TEXT)
    const reading = {
      findings: build.finish(),
      sketch: packSketch(sketch),
      sketchKeys: sketchKeys(sketch),
      notices: [],
    }
    const extractor = { name: 'given', version: '1' }
    const stored = { document, raw: null, extractor, pipeline: 'p', found: '2026-03-16T00:00:00Z', origin: '/a' }
    await store.write((writer) => placeDocument(writer, stored, reading, EMPTY_LEXICON))
    await store.close()
  })
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('corrects several fields of a claim, and every list follows', async () => {
    const done = await run('correct', 'doc:a', '--claim', 'c1', '--set', 'status=planned', 'when=2026-03', ...WHO)
    expect(done).toMatchObject({ status: 0, err: '' })
    const [story] = JSON.parse((await run('stories', '--status', 'planned', '--json')).out)
    expect(story).toMatchObject({ when: { earliest: '2026-03-01', latest: '2026-03-31', precision: 'month' } })
    const shown = (await run('story', story.id)).out.replace(/\s+/g, ' ')
    expect(shown).toContain('status: planned, where the machine read happened')
    expect(shown).toContain('only announced')
  })

  it('rejects a claim and takes that back', async () => {
    const rejected = await run('correct', 'doc:a', '--quote', 'Norland released', '--reject', '--json', ...WHO)
    const [{ id }] = JSON.parse(rejected.out)
    expect((await run('stories')).out).toBe('no stories\n')
    expect(await run('correct', 'doc:a', '--undo', id, ...WHO)).toMatchObject({ status: 0, err: '' })
    expect((await run('stories')).out).toContain('planned')
  })

  it('gives lists page by page where that is asked for, with how many there are', async () => {
    for (const list of ['stories', 'timeline', 'engagements', 'custody', 'disagreements', 'actors']) {
      const all = JSON.parse((await run(list, '--json')).out)
      const page = JSON.parse((await run(list, '--json', '--limit', '1')).out)
      expect(page.total, list).toBe(all.length)
      expect(page.rows, list).toEqual(all.slice(0, 1))
      expect(page.next === null, list).toBe(all.length < 2)
    }
    const first = JSON.parse((await run('actors', '--json', '--limit', '1')).out)
    const rest = JSON.parse((await run('actors', '--json', '--after', first.next)).out)
    const all = JSON.parse((await run('actors', '--json')).out)
    expect([...first.rows, ...rest.rows]).toEqual(all)
    expect(rest.next).toBeNull()
    expect((await run('actors', '--limit', '1')).out).toContain(`1 of ${all.length}; more: --after ${first.next}`)
    expect((await run('actors', '--csv', '--limit', '1')).err).toContain('more: --after')
    expect(await run('stories', '--limit', '0')).toMatchObject({ status: 2 })
  })

  it('lists what was judged, and what became of it', async () => {
    expect((await run('judgements')).out).toBe('no judgements\n')
    const [one, other] = JSON.parse((await run('actors', '--json')).out).map(({ id }: { id: string }) => id)
    expect(await run('judge', 'same', one, other, ...WHO)).toMatchObject({ status: 0 })
    expect(JSON.parse((await run('actors', '--json')).out)).toHaveLength(1)
    await run('judge', 'different', other, one, ...WHO)
    expect(JSON.parse((await run('actors', '--json')).out)).toHaveLength(2)
    const listed = JSON.parse((await run('judgements', other, '--json')).out)
    expect(listed.map(({ verdict, state }: Record<string, string>) => [verdict, state])).toEqual([
      ['same', 'overruled'],
      ['different', 'holds'],
    ])
    expect((await run('judgements', one)).out).toContain('different (holds), says A. Reader')
    expect((await run('judgements', 'actor:nobody', '--csv')).out.trimEnd().split('\n')).toHaveLength(1)
  })

  it.each([
    [['correct', 'doc:a', '--claim', 'c1', ...WHO], 2, 'say one of --reject'],
    [['correct', 'doc:a', '--reject', '--claim', 'c9', ...WHO], 2, 'has no claim c9'],
    [['correct', 'doc:a', '--reject', ...WHO], 2, '--claim or --quote'],
    [['correct', 'doc:b', '--reject', '--claim', 'c1', ...WHO], 3, 'no document "doc:b"'],
    [['correct', 'doc:a', '--claim', 'c1', '--set', 'mood=good', ...WHO], 2, 'FIELD=VALUE'],
    [['correct', 'doc:a', '--claim', 'c1', '--set', 'status=fine', ...WHO], 3, 'the field cannot have this value'],
    [['correct', 'doc:a', '--claim', 'c1', '--reject'], 2, '--author'],
    [['judge', 'same', 'story:a', 'actor:b', ...WHO], 2, 'both should be'],
    [['judge', 'alike', 'story:a', 'story:b', ...WHO], 2, 'alike'],
    [['judge', 'same', 'story:a', 'story:b', ...WHO], 3, 'no story "story:a"'],
  ])('refuses %j', async (args, status, why) => {
    const outcome = await run(...args)
    expect(outcome.err).toContain(why)
    expect(outcome).toMatchObject({ status, out: '' })
  })
})
