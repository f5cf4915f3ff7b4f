import { createHash } from 'node:crypto'
import {
  actorId,
  type Copy,
  type Correction,
  claimId,
  documentId,
  type Judgement,
  recordActorId,
  storyId,
} from '@backchannel/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PAGE_ROWS_MAX, reportId, type Store, type StoreWriter } from '../src/index.ts'
import { type Article, actorOf, articleOf, dayOf, profileOf, reportOf, storyOf } from './record.ts'

const TEXT =
  'Mara Tsikhanouskaya met the envoy in Tarn. "Nobody promised anything," the deputy said. Eleven were freed.'

function article(id: string, parts: Partial<Parameters<typeof articleOf>[0]> = {}): Article {
  return articleOf({
    id,
    text: TEXT,
    names: ['Mara Tsikhanouskaya', 'Tarn'],
    quotes: ['Nobody promised anything'],
    claims: ['Mara Tsikhanouskaya met the envoy in Tarn', 'Eleven were freed'],
    ...parts,
  })
}

async function save(writer: StoreWriter, ...articles: readonly Article[]): Promise<void> {
  for (const { stored, findings } of articles) await writer.saveDocument(stored, findings)
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What every backend must do; the one suite for all of them. `open` gives an empty store. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`store contract: ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(async () => {
      await store.close()
    })

    const collect = async <Row>(
      list: (page: { limit: number; after: string | null }) => Promise<{ rows: readonly Row[]; next: string | null }>,
      limit: number,
    ): Promise<Row[]> => {
      const rows: Row[] = []
      let after: string | null = null
      do {
        const page = await list({ limit, after })
        expect(page.rows.length).toBeLessThanOrEqual(limit)
        rows.push(...page.rows)
        after = page.next
      } while (after !== null)
      return rows
    }

    describe('documents', () => {
      it('keeps a document and its findings as they were given, in the order of arrival', async () => {
        const [b, a] = [article('b', { title: 'A title' }), article('a', { outlet: null, published: null })]
        await store.write((writer) => save(writer, b, a))
        expect(await store.document(documentId('b'))).toEqual({ ...b.stored, arrival: 1 })
        expect(await store.document(documentId('a'))).toEqual({ ...a.stored, arrival: 2 })
        expect(await store.findings(documentId('b'))).toEqual(b.findings)
        expect((await store.documents()).rows.map((one) => one.document.id)).toEqual(['b', 'a'])
        expect((await store.documents()).total).toBe(2)
      })

      it('answers null for what it does not have', async () => {
        expect(await store.document(documentId('x'))).toBeNull()
        expect(await store.findings(documentId('x'))).toBeNull()
        expect(await store.raw('00')).toBeNull()
        expect(await store.item('x')).toBeNull()
        expect(await store.story(storyId('x'))).toBeNull()
        expect(await store.setting('x')).toBeNull()
        expect(await store.reportsOf(storyId('x'))).toEqual([])
        expect(await store.reportsIn(documentId('x'))).toEqual([])
      })

      it('keeps every code unit of a text, lone surrogates and NUL bytes too', async () => {
        const text = 'Freed \ud83d in \u0000Tarn 🌷\r\n\ud800'
        await store.write((writer) => save(writer, articleOf({ id: 'a', text })))
        expect((await store.document(documentId('a')))?.document.text).toBe(text)
      })

      it('refuses another text under an id that is stored', async () => {
        await store.write((writer) => save(writer, article('a')))
        const other = articleOf({ id: 'a', text: 'Something else.' })
        await expect(store.write((writer) => save(writer, other))).rejects.toMatchObject({ code: 'store/text-changed' })
        expect((await store.document(documentId('a')))?.document.text).toBe(TEXT)
      })

      it('tells which documents another pipeline read', async () => {
        await store.write((writer) =>
          save(writer, article('a'), article('b', { pipeline: 'pipeline 2' }), article('c')),
        )
        expect(await store.outdated('pipeline 2')).toEqual(['a', 'c'])
        expect(await store.outdated('pipeline 3')).toEqual(['a', 'b', 'c'])
      })

      it('keeps raw bytes once and gives them back, and refuses a wrong hash', async () => {
        const bytes = new TextEncoder().encode('<p>Eleven were freed.</p>'.repeat(50))
        const raw = { sha256: hashOf(bytes), mediaType: 'text/html', bytes }
        await store.write(async (writer) => {
          await writer.saveRaw(raw)
          await writer.saveRaw(raw)
          await save(writer, article('a', { raw: raw.sha256 }))
        })
        expect(await store.raw(raw.sha256)).toEqual(raw)
        expect((await store.document(documentId('a')))?.raw).toBe(raw.sha256)
        const wrong = { ...raw, sha256: hashOf(new Uint8Array(1)) }
        await expect(store.write((writer) => writer.saveRaw(wrong))).rejects.toMatchObject({ code: 'store/wrong-hash' })
        const lost = article('b', { raw: wrong.sha256 })
        await expect(store.write((writer) => save(writer, lost))).rejects.toMatchObject({ code: 'store/no-such-raw' })
      })

      it('pages through documents without losing or repeating one', async () => {
        const articles = Array.from({ length: 7 }, (_, at) => article(`d${at}`))
        await store.write((writer) => save(writer, ...articles))
        const ids = (await collect((page) => store.documents(page), 3)).map((one) => one.document.id)
        expect(ids).toEqual(['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'])
      })
    })

    describe('items', () => {
      it('keeps what became of each, by origin', async () => {
        const found = '2026-03-17T08:00:00Z'
        const items = [
          { origin: 'b', sha256: null, state: 'waiting', document: null, error: null, found },
          { origin: 'a', sha256: 'ff', state: 'failed', document: null, error: { code: 'x/y', message: 'no' }, found },
          { origin: 'é', sha256: 'ee', state: 'done', document: documentId('d'), error: null, found },
        ] as const
        await store.write(async (writer) => {
          for (const item of items) await writer.saveItem(item)
          await save(writer, article('d'))
        })
        expect((await store.items()).rows.map((item) => item.origin)).toEqual(['a', 'b', 'é'])
        expect((await store.items('failed')).rows).toEqual([items[1]])
        expect((await store.items('failed')).total).toBe(1)
        expect(await store.item('é')).toEqual(items[2])
        await store.write((writer) => writer.saveItem({ ...items[0], state: 'skipped' }))
        expect((await store.item('b'))?.state).toBe('skipped')
        expect(await collect((page) => store.items(undefined, page), 1)).toHaveLength(3)
        expect(await store.counts()).toMatchObject({ items: 3, failed: 1 })
      })

      it('refuses an item whose document is nowhere', async () => {
        const item = {
          origin: 'a',
          sha256: null,
          state: 'done',
          document: documentId('x'),
          error: null,
          found: '',
        } as const
        await expect(store.write((writer) => writer.saveItem(item))).rejects.toMatchObject({
          code: 'store/no-such-document',
        })
        expect(await store.item('a')).toBeNull()
      })
    })

    describe('looking up', () => {
      it('finds documents by keys, most shared first, then by id, and no more than asked', async () => {
        await store.write(async (writer) => {
          await save(writer, article('a'), article('b'), article('c'))
          const sketch = (id: string) => ({ document: documentId(id), sketch: Uint8Array.of(1, 2, 3) })
          await writer.saveSketch(sketch('c'), ['k1'])
          await writer.saveSketch(sketch('b'), ['k1', 'k2'])
          await writer.saveSketch(sketch('a'), ['k1', 'k3'])
          expect(await writer.lookup('copy', ['k1'], 9)).toEqual(['a', 'b', 'c'])
        })
        expect(await store.lookup('copy', ['k2', 'k1', 'k1'], 9)).toEqual(['b', 'a', 'c'])
        expect(await store.lookup('copy', ['k1'], 2)).toEqual(['a', 'b'])
        expect(await store.lookup('copy', [], 2)).toEqual([])
        expect(await store.lookup('actor', ['k1'], 2)).toEqual([])
        expect(await store.sketches(['c', 'x', 'a'].map(documentId))).toEqual([
          { document: 'c', sketch: Uint8Array.of(1, 2, 3) },
          { document: 'a', sketch: Uint8Array.of(1, 2, 3) },
        ])
        await store.write((writer) =>
          writer.saveSketch({ document: documentId('a'), sketch: Uint8Array.of(4) }, ['k9']),
        )
        expect(await store.lookup('copy', ['k1', 'k3'], 9)).toEqual(['b', 'c'])
        expect(await store.lookup('copy', ['k9'], 9)).toEqual(['a'])
      })

      it('keeps actors with the profiles of every document and replaces them', async () => {
        const [a, b] = [article('a'), article('b')]
        const first = profileOf(a.stored.document.id, 'p1', ['Mara Holt', 'Holt'])
        const second = profileOf(b.stored.document.id, 'p1', ['M. Holt'])
        await store.write(async (writer) => {
          await save(writer, a, b)
          await writer.saveActor(actorOf('act', [first]), ['holt', 'mara'])
        })
        await store.write((writer) =>
          writer.saveActor(actorOf('act', [first, second], { name: 'Mara J. Holt' }), ['holt', 'm']),
        )
        const [found] = await store.recordActors([recordActorId('act'), recordActorId('none')])
        expect(found).toEqual(actorOf('act', [first, second], { name: 'Mara J. Holt' }))
        expect(await store.lookup('actor', ['m'], 5)).toEqual(['act'])
        expect(await store.lookup('actor', ['mara'], 5)).toEqual([])
        await store.write((writer) => writer.saveActor(actorOf('act', [second]), ['holt']))
        expect((await store.recordActors([recordActorId('act')]))[0]?.profiles).toEqual([second])
      })

      it('knows who of a document is whom, also where no profile says so', async () => {
        const [a, b] = [article('a'), article('b')]
        const profile = profileOf(a.stored.document.id, 'p1', ['Mara Holt'])
        const holt = recordActorId('act')
        await store.write(async (writer) => {
          await save(writer, a, b)
          await writer.saveActor(actorOf('act', [profile]), ['holt'])
          await writer.saveCast(a.stored.document.id, [{ actor: profile.ref.actor, is: holt }])
          await writer.saveCast(b.stored.document.id, [{ actor: actorId('p7'), is: holt }])
        })
        expect(await store.castOf(b.stored.document.id)).toEqual([{ actor: 'p7', is: 'act' }])
        expect(await store.documentsOf(holt)).toEqual(['a', 'b'])
        await store.write((writer) => writer.saveCast(b.stored.document.id, []))
        expect(await store.castOf(b.stored.document.id)).toEqual([])
        expect(await store.documentsOf(holt)).toEqual(['a'])
        expect(await store.doctor()).toEqual([])
      })

      it('gives a profile to the last actor that claims it', async () => {
        const a = article('a')
        const [one, two] = ['p1', 'p2'].map((id) => profileOf(a.stored.document.id, id, [`Name ${id}`]))
        if (!one || !two) throw new Error('two profiles')
        await store.write(async (writer) => {
          await save(writer, a)
          await writer.saveActor(actorOf('x', [one]), ['kx'])
          await writer.saveActor(actorOf('y', [two]), ['ky'])
        })
        await store.write((writer) => writer.saveActor(actorOf('y', [two, one]), ['ky']))
        expect((await store.actors()).rows.map((actor) => actor.id)).toEqual(['y'])
        expect(await store.lookup('actor', ['kx'], 5)).toEqual([])
      })

      it('lists actors by documents, then by name, and finds them by any spelling', async () => {
        const [a, b] = [article('a'), article('b')]
        await store.write(async (writer) => {
          await save(writer, a, b)
          const profile = (at: Article, id: string, name: string) => profileOf(at.stored.document.id, id, [name])
          await writer.saveActor(actorOf('z', [profile(a, '1', 'Zora Lind'), profile(b, '1', 'Zora Łind')]), [])
          await writer.saveActor(actorOf('m', [profile(a, '2', 'Mara Holt')], { country: 'LTU' }), [])
          await writer.saveActor(actorOf('b', [profile(a, '3', 'Bo Holt')], { kind: 'organization' }), [])
        })
        expect((await store.actors()).rows.map((one) => one.name)).toEqual(['Zora Lind', 'Bo Holt', 'Mara Holt'])
        expect((await store.actors({ name: 'HOLT' })).rows.map((one) => one.id)).toEqual(['b', 'm'])
        expect((await store.actors({ name: 'zora lind' })).total).toBe(1)
        expect((await store.actors({ name: 'ol' })).total).toBe(0)
        expect((await store.actors({ country: 'LTU' })).rows.map((one) => one.id)).toEqual(['m'])
        expect((await store.actors({ kind: 'organization' })).rows.map((one) => one.id)).toEqual(['b'])
        const names = (await collect((page) => store.actors({}, page), 1)).map((one) => one.name)
        expect(names).toEqual(['Zora Lind', 'Bo Holt', 'Mara Holt'])
      })
    })

    describe('reports and stories', () => {
      it('places reports in stories; a story has the claims of its reports', async () => {
        const [a, b] = [article('a'), article('b c')]
        const reports = [reportOf(b, 'c1'), reportOf(a, 'c2'), reportOf(a, 'c1')]
        await store.write(async (writer) => {
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
        expect(await store.story(storyId('s'))).toEqual(story)
        expect((await store.stories()).rows).toEqual([story])
        expect((await store.reportsOf(storyId('s'))).map((one) => one.ref)).toEqual(claims)
        expect((await store.reportsIn(documentId('a'))).map((one) => one.report.ref.claim)).toEqual(['c1', 'c2'])
        expect(await store.lookup('report', ['k c1'], 5)).toEqual(['a c1', 'b c c1'])
        expect(await store.reports(['b c c1', 'nothing', 'a c9'])).toEqual([{ report: reports[0], story: 's' }])
        expect(await store.counts()).toMatchObject({ documents: 2, claims: 4, stories: 1 })
      })

      it('replaces a report and moves it between stories; a story that lost its last report goes', async () => {
        const a = article('a')
        await store.write(async (writer) => {
          await save(writer, a)
          await writer.saveStory(storyOf('s'))
          await writer.saveStory(storyOf('t'))
          await writer.saveReport(reportOf(a, 'c1', { actors: ['x'] }), storyId('s'), ['old'])
          await writer.saveReport(reportOf(a, 'c2'), storyId('t'), [])
        })
        await store.write((writer) => writer.saveReport(reportOf(a, 'c1', { actors: ['y'] }), storyId('t'), ['new']))
        expect((await store.stories()).rows.map((one) => one.id)).toEqual(['t'])
        expect(await store.lookup('report', ['old'], 5)).toEqual([])
        expect((await store.reportsBy({ actor: [recordActorId('x')] })).total).toBe(0)
        expect((await store.reportsBy({ actor: [recordActorId('y')] })).total).toBe(1)
      })

      it('keeps the id of a merged story as a name of the other, over several merges', async () => {
        const a = article('a')
        await store.write(async (writer) => {
          await save(writer, a)
          for (const id of ['s', 't', 'u']) await writer.saveStory(storyOf(id))
          await writer.saveReport(reportOf(a, 'c1'), storyId('s'), [])
          await writer.saveReport(reportOf(a, 'c2'), storyId('t'), [])
          await writer.mergeStories(storyId('s'), storyId('t'))
          await writer.mergeStories(storyId('t'), storyId('u'))
        })
        for (const id of ['s', 't', 'u']) expect((await store.story(storyId(id)))?.id).toBe('u')
        expect(await store.storyAliases()).toEqual([
          { id: 's', into: 'u' },
          { id: 't', into: 'u' },
        ])
        expect(await store.reportsOf(storyId('s'))).toHaveLength(2)
        expect((await store.reports(['a c1']))[0]?.story).toBe('u')
        expect((await store.stories()).total).toBe(1)
        await store.write((writer) => writer.saveReport(reportOf(a, 'c1'), storyId('s'), []))
        expect((await store.reports(['a c1']))[0]?.story).toBe('u')
        await expect(store.write((writer) => writer.saveStory(storyOf('s')))).rejects.toMatchObject({
          code: 'store/story-merged',
        })
        await store.write((writer) => writer.mergeStories(storyId('s'), storyId('u')))
        await expect(
          store.write((writer) => writer.mergeStories(storyId('nothing'), storyId('u'))),
        ).rejects.toMatchObject({ code: 'store/no-such-story' })
      })

      it('refuses reports, sketches and copies of what is not stored', async () => {
        const a = article('a')
        const report = reportOf(a, 'c1')
        const code = async (work: (writer: StoreWriter) => Promise<void>): Promise<unknown> => {
          const error: unknown = await store.write(work).then(
            () => null,
            (thrown: unknown) => thrown,
          )
          return error instanceof Error && 'code' in error ? error.code : error
        }
        expect(await code((writer) => writer.saveReport(report, storyId('s'), []))).toBe('store/no-such-document')
        await store.write((writer) => save(writer, a))
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
        expect(
          await code((writer) => writer.saveActor(actorOf('p', [profileOf(documentId('x'), '1', ['A'])]), [])),
        ).toBe('store/no-such-document')
        expect(await store.counts()).toEqual({
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
        await store.write(async (writer) => {
          await save(writer, a)
          await writer.saveStory(storyOf('s'))
          await writer.saveReport(reportOf(a, 'p1', { evidence }), storyId('s'), [])
        })
        expect((await store.reportsIn(documentId('a'))).map((one) => one.report.ref.claim)).toEqual(['p1'])
        const hits = await store.search({ text: 'mara', kinds: ['claim'] })
        expect(hits.rows.map((hit) => hit.id).sort()).toEqual(['c1', 'p1'])
      })
    })

    describe('reading again', () => {
      it('replaces what the machine found, and keeps what people decided and what the text gives', async () => {
        const [a, b] = [article('a'), article('b')]
        const again = article('a', {
          pipeline: 'pipeline 2',
          claims: ['Eleven were freed'],
          names: ['Tarn'],
          quotes: [],
        })
        const judgement: Judgement = {
          pair: ['s', 't'],
          about: 'story',
          verdict: 'different',
          by: { kind: 'person', name: 'Ana' },
          at: '2026-03-18T00:00:00Z',
          score: null,
          reason: 'Two prisons.',
        }
        const correction: Correction = {
          id: 'r1',
          anchor: { document: a.stored.document.id, span: { from: 0, to: 4 }, quote: 'Mara', prefix: '', suffix: '' },
          change: { kind: 'withdraw' },
          by: { kind: 'person', name: 'Ana' },
          at: '2026-03-18T00:00:00Z',
          reason: 'Not so.',
        }
        await store.write(async (writer) => {
          await save(writer, a, b)
          await writer.saveSketch({ document: documentId('a'), sketch: Uint8Array.of(7) }, ['copy key'])
          await writer.saveActor(actorOf('only', [profileOf(documentId('a'), '1', ['Mara'])]), ['only'])
          await writer.saveActor(
            actorOf('both', [profileOf(documentId('a'), '2', ['Tarn']), profileOf(documentId('b'), '2', ['Tarn'])]),
            ['both'],
          )
          await writer.saveStory(storyOf('s'))
          await writer.saveStory(storyOf('t'))
          await writer.saveReport(reportOf(a, 'c1'), storyId('s'), ['report key'])
          await writer.saveReport(reportOf(a, 'c2'), storyId('t'), ['report key'])
          await writer.saveReport(reportOf(b, 'c2'), storyId('t'), ['report key'])
          await writer.addJudgement(judgement)
          await writer.addCorrection(correction)
        })
        await store.write((writer) => save(writer, again))
        expect(await store.document(documentId('a'))).toEqual({ ...again.stored, arrival: 1 })
        expect(await store.findings(documentId('a'))).toEqual(again.findings)
        expect(await store.reportsIn(documentId('a'))).toEqual([])
        expect(await store.lookup('report', ['report key'], 9)).toEqual(['b c2'])
        expect((await store.stories()).rows.map((one) => one.id)).toEqual(['t'])
        expect((await store.actors()).rows.map((one) => one.id)).toEqual(['both'])
        expect((await store.actors()).rows[0]?.profiles).toEqual([profileOf(documentId('b'), '2', ['Tarn'])])
        expect(await store.lookup('actor', ['only', 'both'], 9)).toEqual(['both'])
        expect(await store.lookup('copy', ['copy key'], 9)).toEqual(['a'])
        expect(await store.judgements('story')).toEqual([judgement])
        expect(await store.corrections(documentId('a'))).toEqual([correction])
        expect((await store.search({ text: 'envoy', kinds: ['claim'] })).rows.map((hit) => hit.document)).toEqual(['b'])
        expect(await store.counts()).toMatchObject({ documents: 2, claims: 3 })
        expect(await store.doctor()).toEqual([])
      })

      it('lets an actor and a story live on where the same write gives them something again', async () => {
        const a = article('a')
        const fill = async (writer: StoreWriter): Promise<void> => {
          await save(writer, a)
          expect(await writer.reportsIn(documentId('a'))).toEqual([])
          await writer.saveActor(actorOf('act', [profileOf(documentId('a'), '1', ['Mara'])]), ['act'])
          await writer.saveReport(reportOf(a, 'c1'), storyId('s'), [])
          await writer.saveStory(storyOf('s'))
        }
        await store.write(fill)
        await store.write(fill)
        expect((await store.story(storyId('s')))?.claims).toHaveLength(1)
        expect((await store.actors()).total).toBe(1)
      })
    })

    describe('what is only added', () => {
      it('keeps judgements and corrections in order, by kind and document', async () => {
        const judgement = (about: Judgement['about'], reason: string): Judgement => ({
          pair: ['a', 'b'],
          about,
          verdict: 'unsure',
          by: { kind: 'program', name: 'merge 1' },
          at: '2026-03-18T00:00:00Z',
          score: { score: 0.5, because: 'half' },
          reason,
        })
        await store.write(async (writer) => {
          for (const one of [judgement('actor', '1'), judgement('story', '2'), judgement('actor', '3')])
            await writer.addJudgement(one)
        })
        expect((await store.judgements()).map((one) => one.reason)).toEqual(['1', '2', '3'])
        expect((await store.judgements('actor')).map((one) => one.reason)).toEqual(['1', '3'])
      })

      it('takes the same correction twice as once, and refuses another one of the same id', async () => {
        const correction: Correction = {
          id: 'r1',
          anchor: { document: documentId('a'), span: { from: 0, to: 1 }, quote: 'M', prefix: '', suffix: '' },
          change: { kind: 'set', field: 'status', to: 'planned' },
          by: { kind: 'person', name: 'Ana' },
          at: '2026-03-18T00:00:00Z',
          reason: 'It says so.',
        }
        await store.write((writer) => writer.addCorrection(correction))
        await store.write((writer) => writer.addCorrection(correction))
        expect(await store.corrections()).toEqual([correction])
        expect(await store.corrections(documentId('b'))).toEqual([])
        const other = { ...correction, reason: 'Changed.' }
        await expect(store.write((writer) => writer.addCorrection(other))).rejects.toMatchObject({
          code: 'store/correction-twice',
        })
      })

      it('keeps settings', async () => {
        await store.write((writer) => writer.saveSetting('feed', '1'))
        await store.write((writer) => writer.saveSetting('feed', '2'))
        expect(await store.setting('feed')).toBe('2')
        expect((await store.settings()).find(({ key }) => key === 'feed')).toEqual({ key: 'feed', value: '2' })
      })
    })

    describe('copies', () => {
      it('keeps one original for each document, and forgets it when asked', async () => {
        const copy = (document: string, of: string): Copy => ({
          document: documentId(document),
          of: documentId(of),
          how: 'light-edit',
          score: { score: 0.9, because: 'nine tenths' },
        })
        await store.write(async (writer) => {
          await save(writer, article('a'), article('b'), article('c'))
          await writer.saveCopy(copy('c', 'b'))
          await writer.saveCopy(copy('b', 'a'))
          await writer.saveCopy(copy('c', 'a'))
        })
        expect(await store.copies()).toEqual([copy('b', 'a'), copy('c', 'a')])
        expect(await store.copies([documentId('c')])).toEqual([copy('c', 'a')])
        expect(await store.copies([documentId('a')])).toEqual([copy('b', 'a'), copy('c', 'a')])
        await store.write((writer) => writer.dropCopy(documentId('c')))
        expect(await store.counts()).toMatchObject({ copies: 1 })
      })
    })

    describe('writing', () => {
      it('keeps all of a write or nothing', async () => {
        const work = store.write(async (writer) => {
          await save(writer, article('a'))
          await writer.saveSetting('k', 'v')
          expect(await writer.setting('k')).toBe('v')
          throw new Error('in the middle')
        })
        await expect(work).rejects.toThrow('in the middle')
        expect(await store.document(documentId('a'))).toBeNull()
        expect(await store.setting('k')).toBeNull()
        expect((await store.search({ text: 'envoy' })).total).toBe(0)
        await store.write((writer) => save(writer, article('b')))
        expect((await store.document(documentId('b')))?.arrival).toBe(1)
      })

      it('shows readers nothing of a write before its end', async () => {
        await store.write(async (writer) => {
          await save(writer, article('a'))
          expect(await store.document(documentId('a'))).toBeNull()
          expect((await writer.documents()).total).toBe(1)
        })
        expect((await store.documents()).total).toBe(1)
      })

      it('does one write after the other, in the order they were asked for', async () => {
        const log: string[] = []
        const slow = (name: string) =>
          store.write(async () => {
            log.push(`${name} begins`)
            await new Promise((resolve) => setTimeout(resolve, 5))
            log.push(`${name} ends`)
          })
        await Promise.all([slow('a'), slow('b'), slow('c')])
        expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
      })

      it('refuses a write inside a write, a writer whose write is over, and a store that is closed', async () => {
        let kept: StoreWriter | null = null
        await store.write(async (writer) => {
          kept = writer
          await expect(store.write(async () => undefined)).rejects.toMatchObject({ code: 'store/write-in-write' })
        })
        // Set by the work above; the compiler does not see it.
        const late = kept as StoreWriter | null
        await expect(late?.saveSetting('a', 'b')).rejects.toMatchObject({ code: 'store/writer-over' })
        await store.close()
        await store.close()
        await expect(store.documents()).rejects.toMatchObject({ code: 'store/closed' })
        await expect(store.write(async () => undefined)).rejects.toMatchObject({ code: 'store/closed' })
      })
    })

    describe('filters', () => {
      const days = { from: '2026-03-10', to: '2026-03-20' }

      beforeEach(async () => {
        const a = article('a', { outlet: 'The Harbor Ledger' })
        const b = article('b', { outlet: 'Zürich Wire', published: '2026-06-01' })
        const c = article('c', { outlet: null, published: null })
        await store.write(async (writer) => {
          await save(writer, a, b, c)
          // In March: two reports that differ in who and through whom.
          await writer.saveReport(
            reportOf(a, 'c1', {
              type: 'meeting',
              when: dayOf('2026-03-14'),
              actors: ['holt'],
              country: 'USA',
              channel: { kind: 'special-envoy', setting: 'secret' },
              voices: [['Mara Łukasz', 'q1']],
            }),
            storyId('march'),
            [],
          )
          await writer.saveReport(
            reportOf(b, 'c1', {
              type: 'meeting',
              when: dayOf('2026-03-15'),
              actors: ['lind'],
              includes: ['orr'],
              country: 'BLR',
            }),
            storyId('march'),
            [],
          )
          await writer.saveStory(
            storyOf('march', {
              type: 'meeting',
              when: { earliest: '2026-03-14', latest: '2026-03-15', precision: 'week' },
              roots: { low: 2, high: 3 },
            }),
          )
          // Some time in 2026, planned, told by nobody but the outlet.
          await writer.saveReport(
            reportOf(b, 'c2', {
              status: 'planned',
              when: { earliest: '2026-01-01', latest: '2026-12-31', precision: 'year' },
            }),
            storyId('year'),
            [],
          )
          await writer.saveStory(
            storyOf('year', {
              status: 'planned',
              when: { earliest: '2026-01-01', latest: '2026-12-31', precision: 'year' },
            }),
          )
          await writer.saveReport(reportOf(c, 'c2', { type: 'talks' }), storyId('undated'), [])
          await writer.saveStory(storyOf('undated', { type: 'talks' }))
          await writer.saveReport(
            reportOf(c, 'c1', { type: 'release', when: { earliest: '2026-05-01', latest: null, precision: 'vague' } }),
            storyId('since-may'),
            [],
          )
          await writer.saveStory(
            storyOf('since-may', { when: { earliest: '2026-05-01', latest: null, precision: 'vague' } }),
          )
        })
      })

      const stories = async (filter: Parameters<Store['stories']>[0]): Promise<readonly string[]> => {
        const answer = await store.stories(filter)
        expect(answer.total).toBe(answer.rows.length)
        return answer.rows.map((story) => story.id)
      }
      const reports = async (filter: Parameters<Store['reportsBy']>[0]): Promise<readonly string[]> => {
        const answer = await store.reportsBy(filter)
        expect(answer.total).toBe(answer.rows.length)
        return answer.rows.map(({ report }) => reportId(report))
      }

      it('gives all, latest first, where nothing is asked', async () => {
        expect(await stories({})).toEqual(['year', 'since-may', 'march', 'undated'])
        expect(await stories(undefined)).toHaveLength(4)
        expect(await stories({ actor: [], not: { type: [] } })).toHaveLength(4)
      })

      it('orders reports by type, then when, then arrival', async () => {
        expect(await reports({})).toEqual(['a c1', 'b c1', 'c c1', 'b c2', 'c c2'])
      })

      it('lets vague and unknown dates overlap where they may', async () => {
        expect(await stories(days)).toEqual(['year', 'march', 'undated'])
        expect(await stories({ from: '2026-03-15', to: '2026-03-15' })).toEqual(['year', 'march', 'undated'])
        expect(await stories({ from: '2026-03-16' })).toEqual(['year', 'since-may', 'undated'])
        expect(await stories({ to: '2025-12-31' })).toEqual(['undated'])
        expect(await stories({ from: '2027-01-01' })).toEqual(['since-may', 'undated'])
        expect(await reports({ to: '2026-03-14' })).toEqual(['a c1', 'b c2', 'c c2'])
      })

      it('narrows by each list', async () => {
        expect(await stories({ type: ['talks', 'meeting'] })).toEqual(['march', 'undated'])
        expect(await stories({ status: ['planned'] })).toEqual(['year'])
        expect(await stories({ country: ['BLR', 'XXX'] })).toEqual(['march'])
        expect(await stories({ actor: [recordActorId('orr')] })).toEqual(['march'])
        expect(await stories({ channel: ['special-envoy'] })).toEqual(['march'])
        expect(await stories({ outlet: ['zurich  WIRE'] })).toEqual(['year', 'march'])
        expect(await stories({ speaker: ['mara lukasz'] })).toEqual(['march'])
        expect(await stories({ independence: 2 })).toEqual(['march'])
        expect(await stories({ document: [documentId('c')] })).toEqual(['since-may', 'undated'])
        expect(await reports({ independence: 2, country: ['USA'] })).toEqual(['a c1'])
        expect(await reports({ speaker: ['Mara Lukasz'] })).toEqual(['a c1'])
        expect(await reports({ document: [documentId('c')], type: ['talks'] })).toEqual(['c c2'])
        expect(await reports({ status: ['planned'], outlet: ['Zurich Wire'] })).toEqual(['b c2'])
      })

      it('asks that one report passes all the lists', async () => {
        expect(await stories({ actor: [recordActorId('holt')], country: ['USA'] })).toEqual(['march'])
        expect(await stories({ actor: [recordActorId('holt')], country: ['BLR'] })).toEqual([])
      })

      it('leaves out what is not wanted', async () => {
        expect(await stories({ not: { type: ['meeting'] } })).toEqual(['year', 'since-may', 'undated'])
        expect(await stories({ not: { status: ['planned', 'offered'] } })).toEqual(['since-may', 'march', 'undated'])
        expect(await stories({ not: { outlet: ['Zürich Wire'] } })).toEqual(['since-may', 'undated'])
        expect(await stories({ not: { actor: [recordActorId('holt')] }, type: ['meeting'] })).toEqual([])
        expect(await reports({ not: { outlet: ['Zürich Wire'] } })).toEqual(['a c1', 'c c1', 'c c2'])
        expect(await reports({ not: { channel: ['special-envoy'], type: ['talks'] } })).toEqual([
          'b c1',
          'c c1',
          'b c2',
        ])
      })

      it('pages through a filtered list without losing or repeating anything', async () => {
        expect((await collect((page) => store.stories({}, page), 1)).map((one) => one.id)).toEqual(await stories({}))
        const filter = { not: { type: ['talks'] } }
        const ids = (await collect((page) => store.reportsBy(filter, page), 1)).map(({ report }) => reportId(report))
        expect(ids).toEqual(await reports(filter))
      })

      it('takes filters as values, never as a query', async () => {
        for (const text of ["' or 1=1 --", '%', '"', '[', '\u0000', '{}'])
          expect(await stories({ country: [text], speaker: [text], type: [text] })).toEqual([])
      })

      it('applies to what is searched', async () => {
        const find = async (kind: 'article' | 'quote' | 'claim', filter: Parameters<Store['stories']>[0]) => {
          const hits = await store.search({
            text: 'mara promised freed'.split(' ')[kind === 'quote' ? 1 : 0] ?? '',
            kinds: [kind],
            filter: filter ?? {},
          })
          expect(hits.total).toBe(hits.rows.length)
          return hits.rows.map((hit) => hit.document).sort()
        }
        expect(await find('article', {})).toEqual(['a', 'b', 'c'])
        expect(await find('article', { outlet: ['Zürich Wire'] })).toEqual(['b'])
        expect(await find('article', { country: ['USA'] })).toEqual(['a'])
        expect(await find('article', { from: '2026-05-01' })).toEqual(['b', 'c'])
        expect(await find('article', { independence: 2 })).toEqual(['a', 'b'])
        expect(await find('article', { not: { outlet: ['Zürich Wire'], type: ['talks'] } })).toEqual(['a'])
        expect(await find('quote', { speaker: ['Mara Lukasz'] })).toEqual(['a'])
        expect(await find('quote', { document: [documentId('c')] })).toEqual(['c'])
        expect(await find('quote', { country: ['BLR'] })).toEqual([])
        expect(await find('claim', { actor: [recordActorId('lind')] })).toEqual(['b'])
        expect(await find('claim', { not: { actor: [recordActorId('lind')] } })).toEqual(['a', 'c'])
        expect(await find('claim', { from: '2026-03-15', to: '2026-03-15' })).toEqual(['b'])
      })
    })

    describe('search', () => {
      const search = (text: string, kinds?: readonly ('article' | 'quote' | 'claim')[]) =>
        store.search(kinds ? { text, kinds } : { text })
      const ids = async (text: string): Promise<readonly string[]> =>
        (await search(text, ['article'])).rows.map((hit) => hit.document).sort()

      beforeEach(async () => {
        await store.write(async (writer) => {
          await save(
            writer,
            article('a', { title: 'Harbour talks' }),
            articleOf({
              id: 'b',
              text: 'Sviatlana Tikhanovskaya and Alexander Łukašenka were named. The envoy of the envoy said "no deal".',
              names: ['Sviatlana Tikhanovskaya', 'Alexander Łukašenka'],
              quotes: ['no deal'],
              claims: ['were named'],
            }),
            articleOf({
              id: 'c',
              text: 'Prices rose. The cafe\u0301 was closed; naïve readers objected. N.A.T.O. met.',
            }),
          )
          await writer.saveStory(storyOf('s'))
          await writer.saveReport(reportOf(article('a'), 'c1'), storyId('s'), [])
        })
      })

      it('finds articles, quotes and claims, with the words around and the hits marked', async () => {
        const hits = await search('PROMISED')
        expect(hits.total).toBe(2)
        expect(hits.rows.map((hit) => [hit.kind, hit.document, hit.id])).toEqual(
          expect.arrayContaining([
            ['quote', 'a', 'q1'],
            ['article', 'a', null],
          ]),
        )
        for (const hit of hits.rows)
          expect(hit.marks.map(({ from, to }) => hit.snippet.slice(from, to))).toEqual(['promised'])
        const [claim] = (await search('envoy Tarn', ['claim'])).rows
        expect(claim).toMatchObject({ kind: 'claim', document: 'a', id: 'c1', story: 's' })
        expect(claim?.marks.map(({ from, to }) => claim.snippet.slice(from, to))).toEqual(['envoy', 'Tarn'])
      })

      it('wants all words, phrases in a row, and takes beginnings', async () => {
        expect(await ids('envoy')).toEqual(['a', 'b'])
        expect(await ids('envoy deal')).toEqual(['b'])
        expect(await ids('"the envoy in"')).toEqual(['a'])
        expect(await ids('"envoy the"')).toEqual([])
        expect(await ids('“no deal”')).toEqual(['b'])
        expect(await ids('promis*')).toEqual(['a'])
        expect(await ids('promis')).toEqual([])
        expect(await ids('"the env"*')).toEqual(['a', 'b'])
        expect(await ids('harbour')).toEqual(['a'])
      })

      it('does not mind case and diacritics', async () => {
        expect(await ids('CAFÉ NAIVE')).toEqual(['c'])
        expect(await ids('lukasenka')).toEqual(['b'])
      })

      it('finds names in another transliteration, ordinary words only as they are', async () => {
        expect(await ids('Tsikhanouskaya')).toEqual(['a', 'b'])
        expect(await ids('"Sviatlana Tsikhanouskaja"')).toEqual(['b'])
        expect(await ids('Aliaksandr Lukashenko')).toEqual(['b'])
        expect(await ids('Tikhanovsky')).toEqual([])
        expect(await ids('praises')).toEqual([])
        const [hit] = (await search('Tsikhanouskaja', ['article'])).rows
        expect(hit?.marks).toHaveLength(1)
      })

      it('ranks what has more of the words in less text first', async () => {
        const hits = (await search('envoy', ['article'])).rows
        expect(hits.map((hit) => hit.document)).toEqual(['b', 'a'])
        expect(hits[0]?.rank).toBeLessThan(hits[1]?.rank ?? 0)
      })

      it.each([
        '',
        '   ',
        '"',
        '""',
        '"""',
        '*',
        '-',
        '()',
        'NEAR(',
        'AND OR NOT',
        'envoy AND',
        'body:envoy',
        '^envoy',
        'envoy)',
        '{body names}: envoy',
        "'; drop table document; --",
        'a"b*c"d*',
        '\u0000',
        '\ud800',
        '🌷',
        '½ ﬁ',
        'envoy + deal',
        'x'.repeat(10_000),
        'word '.repeat(5_000),
      ])('takes %j as words, never as a mistake', async (text) => {
        const answer = await search(text)
        expect(answer.total).toBeGreaterThanOrEqual(answer.rows.length)
      })

      it('means nothing by operators', async () => {
        expect(await ids('envoy NOT deal')).toEqual([])
        expect(await ids('(envoy) -deal')).toEqual(['b'])
        expect(await ids('N.A.T.O.')).toEqual(['c'])
        expect((await search('envoy', [])).total).toBe(0)
      })

      it('pages through hits', async () => {
        const whole = (await search('the')).rows
        expect(whole.length).toBeGreaterThan(3)
        expect(await collect((page) => store.search({ text: 'the' }, page), 2)).toEqual(whole)
      })

      it('cuts a snippet out of a long text, within its bounds', async () => {
        const filler = 'Nothing of note took place there that day. '.repeat(60)
        await store.write((writer) =>
          save(writer, articleOf({ id: 'long', text: `${filler}\n\nThen a zeppelin landed.\n\n${filler}` })),
        )
        const [hit] = (await search('zeppelin')).rows
        expect(hit?.snippet.length).toBeLessThan(400)
        expect(hit?.snippet.startsWith('… ')).toBe(true)
        expect(hit?.snippet).not.toContain('\n')
        expect(hit?.marks.map(({ from, to }) => hit.snippet.slice(from, to))).toEqual(['zeppelin'])
      })
    })

    describe('pages', () => {
      it('keeps limits within bounds and takes a foreign cursor as the first page', async () => {
        await store.write((writer) => save(writer, article('a'), article('b')))
        const strange = [
          '',
          'x',
          '!!',
          'W10',
          'bnVsbA',
          'WyJhIl0',
          'WzEuNV0',
          'WzFlOTk5XQ',
          '\u0000',
          'x'.repeat(50_000),
        ]
        for (const after of strange) {
          expect((await store.documents({ after })).rows).toHaveLength(2)
          await store.stories({}, { after })
          await store.items(undefined, { after })
          await store.reportsBy({}, { after })
          await store.actors({}, { after })
          expect((await store.search({ text: 'envoy', kinds: ['article'] }, { after })).rows).toHaveLength(2)
        }
        for (const limit of [0, -5, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e12, PAGE_ROWS_MAX])
          expect((await store.documents({ limit })).rows.length).toBeGreaterThanOrEqual(1)
        expect((await store.documents({ limit: 0 })).rows).toHaveLength(1)
      })

      it('takes a cursor of another list as the first page', async () => {
        await store.write((writer) => save(writer, article('a'), article('b')))
        const { next } = await store.documents({ limit: 1 })
        expect(next).not.toBeNull()
        await store.stories({}, { after: next })
        expect((await store.items(undefined, { after: next })).rows).toEqual([])
        await store.actors({}, { after: next })
        await store.reportsBy({}, { after: next })
      })
    })

    it('finds nothing wrong with itself', async () => {
      await store.write((writer) => save(writer, article('a')))
      expect(await store.doctor()).toEqual([])
    })
  })
}
