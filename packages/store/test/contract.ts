import {
  actorId,
  type Copy,
  type Correction,
  documentId,
  type Judgement,
  recordActorId,
  storyId,
} from '@backchannel/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store, StoreWriter } from '../src/index.ts'
import { KEY_LEADS } from '../src/lookup-limits.ts'
import { describeAsking } from './contract-asking.ts'

import { article, collect, hashOf, save, TEXT } from './contract-helpers.ts'
import { describeStories } from './contract-stories.ts'
import { type Article, actorOf, articleOf, profileOf, reportOf, storyOf } from './record.ts'

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

    describe('documents', () => {
      it('keeps a document and its findings as they were given, in the order of arrival', async () => {
        const [b, a] = [article('b', { title: 'A title' }), article('a', { outlet: null, published: null })]
        await store.write((writer) => save(writer, b, a))
        expect(await store.document(documentId('b'))).toEqual({ ...b.stored, arrival: 1 })
        expect(await store.document(documentId('a'))).toEqual({ ...a.stored, arrival: 2 })
        expect(await store.findings(documentId('b'))).toEqual(b.findings)
        expect((await store.documents()).rows.map((one) => one.document.id)).toEqual(['b', 'a'])
        expect((await store.documents()).total).toBe(2)
        const { id, outlet, carrier, agency, published } = a.stored.document
        const asked = ['a', 'x', 'a'].map(documentId)
        expect(await store.sources(asked)).toEqual([
          expect.objectContaining({ id, outlet, carrier, agency, published }),
        ])
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

    it('has another revision after each write that is kept, and none like another store', async () => {
      const other = await open()
      const seen = [await other.revision(), await store.revision()]
      expect(await store.revision()).toBe(seen[1])
      for (const key of ['a', 'b']) {
        await store.write((writer) => writer.saveSetting(key, 'x'))
        seen.push(await store.revision())
      }
      await expect(store.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
      expect(await store.revision()).toBe(seen.at(-1))
      await store.setting('a')
      expect(await store.revision()).toBe(seen.at(-1))
      expect(new Set(seen).size).toBe(4)
      await other.close()
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
        expect(await store.lookup('copy', ['k1'], 2)).toEqual(['b', 'c'])
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

      it('is led by a key to the latest that have it, however many have it', async () => {
        const names = Array.from({ length: KEY_LEADS + 2 }, (_, at) => `d${String(at).padStart(4, '0')}`)
        await store.write(async (writer) => {
          await save(writer, ...names.map((name) => article(name)))
          for (const name of names) {
            const own = name === 'd0000' ? ['often', 'rare'] : ['often']
            await writer.saveSketch({ document: documentId(name), sketch: Uint8Array.of(1) }, own)
          }
          expect(await writer.lookup('copy', ['often'], 1)).toEqual(names.slice(-1))
        })
        expect(await store.lookup('copy', ['often'], KEY_LEADS + 2)).toEqual(names.slice(2))
        expect(await store.lookup('copy', ['rare', 'often'], 2)).toEqual(names.slice(-2))
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

    describeStories(() => store)

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

    it('finds nothing wrong with itself', async () => {
      await store.write((writer) => save(writer, article('a')))
      expect(await store.doctor()).toEqual([])
    })
  })
  describeAsking(name, open)
}
