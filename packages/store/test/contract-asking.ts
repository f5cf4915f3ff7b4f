import { documentId, recordActorId, storyId } from '@backchannel/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CountedList, PAGE_ROWS_MAX, reportId, type Store } from '../src/index.ts'
import { article, collect, save } from './contract-helpers.ts'
import { articleOf, dayOf, reportOf, storyOf } from './record.ts'

/** The part of the contract that asks: filters, search, pages. */
export function describeAsking(name: string, open: () => Promise<Store>): void {
  describe(`store contract, asking: ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(async () => {
      await store.close()
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
              differs: true,
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

      it('gives stories in order of time too, by the first day that each may have been', async () => {
        const ids = (await store.stories({}, {}, 'time')).rows.map(({ id }) => id)
        expect(ids).toEqual(['year', 'march', 'since-may', 'undated'])
        expect((await collect((page) => store.stories({}, page, 'time'), 1)).map(({ id }) => id)).toEqual(ids)
        expect((await store.stories({ not: { type: ['meeting'] } }, {}, 'time')).total).toBe(3)
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
        expect(await stories({ outlet: ['the zurich wire'] })).toEqual(['year', 'march'])
        expect(await stories({ outlet: ['harbor ledger'] })).toEqual(await stories({ outlet: ['The Harbor Ledger'] }))
        expect(await stories({ speaker: ['mara lukasz'] })).toEqual(['march'])
        expect(await stories({ independence: 2 })).toEqual(['march'])
        expect(await stories({ differs: true })).toEqual(['march'])
        expect(await stories({ differs: false })).not.toContain('march')
        expect(await stories({ document: [documentId('c')] })).toEqual(['since-may', 'undated'])
        expect(await stories({ story: [storyId('year'), storyId('none')] })).toEqual(['year'])
        expect(await reports({ story: [storyId('march')] })).toEqual(['a c1', 'b c1'])
        expect(await reports({ independence: 2, country: ['USA'] })).toEqual(['a c1'])
        expect(await reports({ differs: true, country: ['USA'] })).toEqual(['a c1'])
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

      it('counts stories by what they can be narrowed by, each once', async () => {
        const count = async (list: CountedList, filter: Parameters<Store['stories']>[0] = {}, most = 10) =>
          (await store.countStories(filter, [list], most)).lists
            .get(list)
            ?.values.map(({ value, stories }) => `${value} ${stories}`)
        expect(await count('type')).toEqual(['release 2', 'meeting 1', 'talks 1'])
        expect(await count('status')).toEqual(['happened 3', 'planned 1'])
        expect(await count('country')).toEqual(['BLR 1', 'USA 1'])
        expect(await count('channel')).toEqual(['special-envoy 1'])
        expect(await count('actor')).toEqual(['holt 1', 'lind 1', 'orr 1'])
        expect(await count('outlet')).toEqual(['Zürich Wire 2', 'The Harbor Ledger 1'])
        expect(await count('speaker')).toEqual(['Mara Łukasz 1'])
        expect(await count('actor', { country: ['USA'] })).toEqual(['holt 1', 'lind 1', 'orr 1'])
        expect(await count('outlet', { not: { type: ['meeting'] } })).toEqual(['Zürich Wire 1'])
        expect(await count('outlet', { independence: 2, from: '2026-03-15' })).toEqual([
          'The Harbor Ledger 1',
          'Zürich Wire 1',
        ])
        expect(await count('type', { type: ['none'] })).toEqual([])
        expect((await store.countStories({}, ['actor'], 1)).lists).toEqual(
          new Map([['actor', { values: [{ value: 'holt', stories: 1 }], total: 3 }]]),
        )
        expect(await count('actor', {}, 0)).toEqual([])
      })

      it('counts a story under the values of what was merged into it, and no longer under those that went', async () => {
        await store.write((writer) => writer.mergeStories(storyId('year'), storyId('march')))
        const { lists } = await store.countStories({ type: ['meeting'] }, ['outlet', 'actor'], 10)
        expect(lists.get('outlet')?.values).toEqual([
          { value: 'The Harbor Ledger', stories: 1 },
          { value: 'Zürich Wire', stories: 1 },
        ])
        expect(lists.get('actor')?.total).toBe(3)
        const faults = await store.doctor()
        expect(faults.filter(({ what }) => !what.includes('names the actor'))).toEqual([])
      })

      it('counts dates by their bounds, and roots', async () => {
        const { stories: all, spans, roots } = await store.countStories({}, [], 0)
        expect(all).toBe(4)
        expect(spans).toEqual([
          { earliest: null, latest: null, stories: 1 },
          { earliest: '2026-01-01', latest: '2026-12-31', stories: 1 },
          { earliest: '2026-03-14', latest: '2026-03-15', stories: 1 },
          { earliest: '2026-05-01', latest: null, stories: 1 },
        ])
        expect((await store.countStories({ country: ['USA'] }, [], 0)).spans).toHaveLength(1)
        expect(roots).toEqual([
          { roots: 1, stories: 3 },
          { roots: 2, stories: 1 },
        ])
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
        expect(await find('article', { story: [storyId('undated')] })).toEqual(['c'])
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
  })
}
