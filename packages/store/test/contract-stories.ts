import { type Copy, claimId, documentId, recordActorId, storyId } from '@backchannel/core'
import { describe, expect, it } from 'vitest'
import type { Store, StoreWriter } from '../src/index.ts'
import { article, save } from './contract-helpers.ts'
import { actorOf, dayOf, profileOf, reportOf, storyOf } from './record.ts'

/** The part of the contract about reports and the stories and strands they are placed in. `store` gives the one that is open. */
export function describeStories(store: () => Store): void {
  describe('reports and stories', () => {
    it('places reports in stories; a story has the claims of its reports', async () => {
      const [a, b] = [article('a'), article('b c')]
      const reports = [reportOf(b, 'c1'), reportOf(a, 'c2'), reportOf(a, 'c1')]
      await store().write(async (writer) => {
        await save(writer, a, b)
        for (const report of reports) await writer.saveReport(report, storyId('s'), [`k ${report.ref.claim}`])
        await writer.saveStory(storyOf('s', { when: dayOf('2026-03-14'), actors: [recordActorId('act')] }))
      })
      const claims = [
        { document: documentId('a'), claim: claimId('c1') },
        { document: documentId('a'), claim: claimId('c2') },
        { document: documentId('b c'), claim: claimId('c1') },
      ]
      const story = storyOf('s', { when: dayOf('2026-03-14'), actors: [recordActorId('act')], claims })
      expect(await store().story(storyId('s'))).toEqual(story)
      expect((await store().stories()).rows).toEqual([story])
      expect((await store().reportsOf(storyId('s'))).map((one) => one.ref)).toEqual(claims)
      expect((await store().reportsIn(documentId('a'))).map((one) => one.report.ref.claim)).toEqual(['c1', 'c2'])
      expect(await store().lookup('report', ['k c1'], 5)).toEqual(['a c1', 'b c c1'])
      expect(await store().reports(['b c c1', 'nothing', 'a c9'])).toEqual([
        { report: reports[0], story: 's', strand: 's' },
      ])
      expect(await store().counts()).toMatchObject({ documents: 2, claims: 4, stories: 1 })
    })

    it('replaces a report and moves it between stories; a story that lost its last report goes', async () => {
      const a = article('a')
      await store().write(async (writer) => {
        await save(writer, a)
        await writer.saveStory(storyOf('s'))
        await writer.saveStory(storyOf('t'))
        await writer.saveReport(reportOf(a, 'c1', { actors: ['x'] }), storyId('s'), ['old'])
        await writer.saveReport(reportOf(a, 'c2'), storyId('t'), [])
      })
      await store().write((writer) => writer.saveReport(reportOf(a, 'c1', { actors: ['y'] }), storyId('t'), ['new']))
      expect((await store().stories()).rows.map((one) => one.id)).toEqual(['t'])
      expect(await store().lookup('report', ['old'], 5)).toEqual([])
      expect((await store().reportsBy({ actor: [recordActorId('x')] })).total).toBe(0)
      expect((await store().reportsBy({ actor: [recordActorId('y')] })).total).toBe(1)
    })

    it('drops a report, and the story with its last one; the claim stays', async () => {
      const a = article('a')
      await store().write(async (writer) => {
        await save(writer, a)
        await writer.saveStory(storyOf('s'))
        await writer.saveReport(reportOf(a, 'c1', { actors: ['x'] }), storyId('s'), ['k1'])
        await writer.saveReport(reportOf(a, 'c2'), storyId('s'), ['k2'])
      })
      await store().write((writer) => writer.dropReport(documentId('a'), claimId('c1')))
      expect((await store().reportsOf(storyId('s'))).map(({ ref }) => ref.claim)).toEqual(['c2'])
      expect((await store().reportsBy({ actor: [recordActorId('x')] })).total).toBe(0)
      expect(await store().lookup('report', ['k1'], 5)).toEqual([])
      await store().write(async (writer) => {
        await writer.dropReport(documentId('a'), claimId('c2'))
        await writer.dropReport(documentId('a'), claimId('nothing'))
        await writer.dropReport(documentId('nothing'), claimId('c2'))
      })
      expect((await store().stories()).total).toBe(0)
      expect((await store().findings(documentId('a')))?.claims).toEqual(a.findings.claims)
      expect(await store().doctor()).toEqual([])
    })

    it('keeps the id of a merged story as a name of the other, over several merges', async () => {
      const a = article('a')
      await store().write(async (writer) => {
        await save(writer, a)
        for (const id of ['s', 't', 'u']) await writer.saveStory(storyOf(id))
        await writer.saveReport(reportOf(a, 'c1'), storyId('s'), [])
        await writer.saveReport(reportOf(a, 'c2'), storyId('t'), [])
        await writer.mergeStories(storyId('s'), storyId('t'))
        await writer.mergeStories(storyId('t'), storyId('u'))
      })
      for (const id of ['s', 't', 'u']) expect((await store().story(storyId(id)))?.id).toBe('u')
      expect(await store().storyAliases()).toEqual([
        { id: 's', into: 'u', strand: 'u' },
        { id: 't', into: 'u', strand: 'u' },
      ])
      expect(await store().reportsOf(storyId('s'))).toHaveLength(2)
      expect((await store().reports(['a c1']))[0]?.story).toBe('u')
      expect((await store().stories()).total).toBe(1)
      await store().write((writer) => writer.saveReport(reportOf(a, 'c1'), storyId('s'), []))
      expect((await store().reports(['a c1']))[0]?.story).toBe('u')
      await expect(store().write((writer) => writer.saveStory(storyOf('s')))).rejects.toMatchObject({
        code: 'store/story-merged',
      })
      await store().write((writer) => writer.mergeStories(storyId('s'), storyId('u')))
      await expect(
        store().write((writer) => writer.mergeStories(storyId('nothing'), storyId('u'))),
      ).rejects.toMatchObject({ code: 'store/no-such-story' })
    })

    it('shows a strand in another story and gives it back, with its reports, names and facets', async () => {
      const a = article('a')
      const [s, t, u] = [storyId('s'), storyId('t'), storyId('u')]
      await store().write(async (writer) => {
        await save(writer, a)
        for (const id of ['old', 's', 't', 'u']) await writer.saveStory(storyOf(id))
        await writer.saveReport(reportOf(a, 'c1'), s, ['k1'])
        await writer.saveReport(reportOf(a, 'c2'), t, ['k2'])
        await writer.mergeStories(storyId('old'), t)
      })
      const before = [
        (await store().stories()).rows,
        await store().storyAliases(),
        await store().reportsIn(documentId('a')),
      ]
      await store().write(async (writer) => {
        expect(await writer.moveStrand(t, s)).toEqual(['s'])
        await writer.saveStory(storyOf('s'))
      })
      expect((await store().story(t))?.claims.map(({ claim }) => claim)).toEqual(['c1', 'c2'])
      expect((await store().stories()).rows.map(({ id }) => id)).toEqual(['s', 'u'])
      expect(await store().storyAliases()).toEqual([
        { id: 'old', into: 's', strand: 't' },
        { id: 't', into: 's', strand: 't' },
      ])
      expect(await store().strand(storyId('old'))).toEqual({ strand: 't', story: 's' })
      expect((await store().reports(['a c2']))[0]).toMatchObject({ story: 's', strand: 't' })
      expect(await store().doctor()).toEqual([])
      // What is placed in the strand goes with it.
      await store().write((writer) => writer.saveReport(reportOf(a, 'c2'), t, ['k2']))
      await store().write(async (writer) => {
        for (const id of await writer.moveStrand(t, t)) await writer.saveStory(storyOf(id))
      })
      expect([
        (await store().stories()).rows,
        await store().storyAliases(),
        await store().reportsIn(documentId('a')),
      ]).toEqual(before)
      // A story whose own strand goes elsewhere is called by the one that stays.
      await store().write(async (writer) => {
        await writer.moveStrand(t, s)
        await writer.saveStory(storyOf('u'))
        for (const id of await writer.moveStrand(s, u)) await writer.saveStory(storyOf(id))
      })
      expect((await store().reports(['a c1', 'a c2'])).map(({ story }) => story)).toEqual(['u', 't'])
      expect((await store().story(storyId('old')))?.id).toBe('t')
      expect((await store().story(s))?.id).toBe('u')
      // Made one for good by the machine while they are shown as one: one strand is left.
      await store().write(async (writer) => {
        await writer.moveStrand(t, s)
        await writer.saveStory(storyOf('u'))
        await writer.mergeStories(s, t)
        await writer.saveStory(storyOf('u'))
      })
      expect(await store().strand(s)).toEqual({ strand: 't', story: 'u' })
      expect((await store().reports(['a c1', 'a c2'])).map(({ strand }) => strand)).toEqual(['t', 't'])
      expect(await store().doctor()).toEqual([])
    })

    it('refuses reports, sketches and copies of what is not stored', async () => {
      const a = article('a')
      const report = reportOf(a, 'c1')
      const code = async (work: (writer: StoreWriter) => Promise<void>): Promise<unknown> => {
        const error: unknown = await store()
          .write(work)
          .then(
            () => null,
            (thrown: unknown) => thrown,
          )
        return error instanceof Error && 'code' in error ? error.code : error
      }
      expect(await code((writer) => writer.saveReport(report, storyId('s'), []))).toBe('store/no-such-document')
      await store().write((writer) => save(writer, a))
      expect(await code((writer) => writer.saveReport(report, storyId('s'), []))).toBe('store/no-such-story')
      const sketch = { document: documentId('x'), sketch: new Uint8Array(0) }
      expect(await code((writer) => writer.saveSketch(sketch, []))).toBe('store/no-such-document')
      const copy: Copy = {
        document: documentId('a'),
        of: documentId('x'),
        how: 'identical',
        score: { score: 1, because: 'test' },
      }
      expect(await code((writer) => writer.saveCopy(copy))).toBe('store/no-such-document')
      expect(await code((writer) => writer.saveActor(actorOf('p', [profileOf(documentId('x'), '1', ['A'])]), []))).toBe(
        'store/no-such-document',
      )
      expect(await store().counts()).toEqual({
        documents: 1,
        claims: 2,
        stories: 0,
        actors: 0,
        copies: 0,
        items: 0,
        failed: 0,
      })
    })

    it('takes the report of a claim that a person added', async () => {
      const a = article('a')
      const evidence = {
        document: a.stored.document.id,
        span: { from: 0, to: 4 },
        quote: 'Mara',
        prefix: '',
        suffix: '',
      }
      await store().write(async (writer) => {
        await save(writer, a)
        await writer.saveStory(storyOf('s'))
        await writer.saveReport(reportOf(a, 'p1', { evidence }), storyId('s'), [])
      })
      expect((await store().reportsIn(documentId('a'))).map((one) => one.report.ref.claim)).toEqual(['p1'])
      const hits = await store().search({ text: 'mara', kinds: ['claim'] })
      expect(hits.rows.map((hit) => hit.id).sort()).toEqual(['c1', 'p1'])
    })
  })
}
