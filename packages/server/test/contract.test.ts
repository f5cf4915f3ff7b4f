import { READER_ASSETS } from '@backchannel/core'
import {
  type ActorAroundJson,
  type ApiAnswer,
  type AroundJson,
  apiAnswers,
  type FacetsJson,
  type FollowedJson,
  type MapJson,
  type NetworkJson,
  STORY_EXPORT_FORMATS,
} from '@backchannel/wire'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ROUTES } from '../src/routes/index.ts'
import { closePool, createDemo, type Demo, jsonOf } from './demo.ts'

let demo: Demo
const ids: Record<string, string> = {}

beforeAll(async () => {
  demo = await createDemo()
  const { rows } = await jsonOf(demo.ask('/api/stories?type=release&from=2026-01-01'))
  ids['/stories/:id'] = String(rows[0]?.['id'])
  ids['/stories/:id/accounts'] = String(rows[0]?.['id'])
  ids['/stories/:id/sources'] = String(rows[0]?.['id'])
  ids['/stories/:id/around'] = String(rows[0]?.['id'])
  ids['/stories/:id/history'] = String(rows[0]?.['id'])
  ids['/stories/:id/followed'] = String(rows[0]?.['id'])
  ids['/actors/:id'] = 'Anton Verek'
  ids['/actors/:id/around'] = 'Ingrid Solvang'
  ids['/documents/:id'] = 'wire'
  const sent = await demo.post('/api/inbox', { text: 'Norland met Karsovia on Monday, its ministry said.' })
  const { job } = await jsonOf<{ job: { id: string } }>(sent)
  ids['/inbox/:id'] = job.id
  // Through, so that it answers the same twice.
  await vi.waitFor(
    async () => {
      const { job: now } = await jsonOf<{ job: { state: string } }>(demo.ask(`/api/inbox/${job.id}`))
      if (now.state !== 'done') throw new Error(now.state)
    },
    { timeout: 20_000 },
  )
})
afterAll(closePool)

const READS = ROUTES.filter(({ method, files }) => method === 'GET' && files.length === 0)

/** A path that the route answers with something. */
function sample(path: string): string {
  const filled = path.replace(':id', encodeURIComponent(ids[path] ?? ''))
  return path === '/search' ? `${filled}?q=prisoners` : filled
}

const withForm = (path: string, form: string): string => path.replace(/(\?|$)/, `.${form}$1`)

function check(answer: ApiAnswer, body: unknown): void {
  // Schemas drop what they do not know: the same thing again means that all of it is described.
  expect(apiAnswers[answer].parse(body)).toEqual(body)
}

describe('every route that asks', () => {
  it.each(READS.map((route) => [route.path, route] as const))('%s answers what it promises', async (path, route) => {
    const response = await demo.ask(`/api${sample(path)}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe-inline')
    check(route.answer, await response.json())
  })

  it.each(READS.map((route) => [route.path, route] as const))('%s has its twins', async (path, { columns }) => {
    const forms = [`/api${withForm(sample(path), 'json')}`, withForm(sample(path), 'json')]
    for (const twin of forms) expect((await demo.ask(twin)).status, twin).toBe(200)
    const csv = await demo.ask(withForm(sample(path), 'csv'))
    if (columns === null) {
      expect(csv.status).toBe(404)
      return
    }
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.csv"$/)
    expect((await csv.text()).split('\r\n')[0]).toBe(columns.join(','))
  })

  it.each(READS.filter(({ path }) => path !== '/metrics').map(({ path }) => [path]))(
    '%s is tagged, and not sent again to who has it',
    async (path) => {
      const first = await demo.ask(`/api${sample(path)}`)
      const tag = first.headers.get('etag') ?? ''
      expect(tag).toMatch(/^W\/"[\w-]{22}"$/)
      const again = await demo.ask(`/api${sample(path)}`, { headers: { 'if-none-match': `"other", ${tag}` } })
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
    },
  )
})

describe('answers', () => {
  it('finds the stories that the record has, under the filters of the command line', async () => {
    const all = await jsonOf(demo.ask('/api/stories'))
    expect(all.total).toBeGreaterThan(2)
    const freed = await jsonOf(demo.ask('/api/stories?type=release&from=2026-01-01'))
    expect(freed.rows.every(({ type }) => type === 'release')).toBe(true)
    expect(freed.total).toBeLessThan(all.total)
    const others = await jsonOf(demo.ask('/api/stories?not-type=release'))
    expect(others.total + (await jsonOf(demo.ask('/api/stories?type=release'))).total).toBe(all.total)
    const hers = await jsonOf(demo.ask('/api/stories?actor=Ingrid%20Solvang&type=meeting'))
    expect(hers.total).toBeGreaterThan(0)
  })

  it('gives a list page by page, and every row once', async () => {
    for (const list of ['stories', 'actors', 'documents', 'timeline', 'engagements']) {
      const whole = await jsonOf(demo.ask(`/api/${list}`))
      const seen: unknown[] = []
      let after = ''
      for (let turn = 0; turn <= whole.total; turn++) {
        const { rows, next, total } = await jsonOf(demo.ask(`/api/${list}?limit=1${after}`))
        expect(total).toBe(whole.total)
        seen.push(...rows)
        if (next === null) break
        after = `&after=${encodeURIComponent(next)}`
      }
      expect(seen, list).toEqual(whole.rows)
    }
  })

  it('counts what stories can be narrowed by, each facet under all the other conditions', async () => {
    type Facets = FacetsJson & Record<string, { values: { value: string; name: string; stories: number | null }[] }>
    const all = await jsonOf<Facets>(demo.ask('/api/facets'))
    expect(all.stories).toBe((await jsonOf(demo.ask('/api/stories'))).total)
    for (const list of ['type', 'status', 'country', 'outlet', 'speaker', 'actor', 'channel'])
      for (const { value, stories } of all[list]?.values ?? []) {
        const { total } = await jsonOf(demo.ask(`/api/stories?${list}=${encodeURIComponent(value)}`))
        expect({ list, value, total }).toEqual({ list, value, total: stories })
      }
    const released = await jsonOf<Facets>(demo.ask('/api/facets?type=release&not-type=meeting'))
    expect(released.type).toEqual(all.type)
    expect(released.stories).toBe((await jsonOf(demo.ask('/api/stories?type=release'))).total)
    expect(all.actor.values.map(({ name }) => name)).toContain('Ingrid Solvang')
    for (const { roots, stories } of all.independence)
      expect((await jsonOf(demo.ask(`/api/stories?independence=${roots}`))).total).toBe(stories)
  })

  it('gives a story, a document and an actor by their bare ids, as addresses of pages have them', async () => {
    const story = (ids['/stories/:id'] ?? '').replace('story:', '')
    expect((await jsonOf<{ id: string }>(demo.ask(`/stories/${story}.json`))).id).toBe(`story:${story}`)
    const { rows } = await jsonOf(demo.ask('/api/actors'))
    const actor = String(rows[0]?.['id']).replace('actor:', '')
    expect((await jsonOf<{ id: string }>(demo.ask(`/actors/${actor}.json`))).id).toBe(`actor:${actor}`)
    expect((await demo.ask('/documents/print.json')).status).toBe(200)
  })

  it.each(STORY_EXPORT_FORMATS)('gives one story as %s, and nothing of others', async (format) => {
    const story = ids['/stories/:id'] ?? ''
    const answer = await demo.ask(`/api/stories/${encodeURIComponent(story)}/export?format=${format}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="story-[\w-]+\.[\w.]+"$/)
    const text = await answer.text()
    expect(text.length).toBeGreaterThan(20)
    expect(text).toMatch(/prisoners|Karsovia|KARSOVIA|NOR|<gexf|<graphml/)
    expect(text).not.toMatch(/three hours|four prisoners/)
  })

  it('refuses a format that is none, or of several files', async () => {
    const at = `/api/stories/${encodeURIComponent(ids['/stories/:id'] ?? '')}/export`
    for (const query of ['?format=brat', '?format=backup', '?format=csv&table=stories'])
      expect((await demo.ask(at + query)).status).toBe(400)
    expect((await demo.ask('/api/stories/nobody/export?format=csv')).status).toBe(404)
  })

  it('shows who asked for a story, who was freed in it, and what its documents are called', async () => {
    const around = await jsonOf<AroundJson>(demo.ask(`/api/stories/${ids['/stories/:id']}/around`))
    expect(around.documents.map(({ id, copyOf }) => [id, copyOf])).toContainEqual(['print', 'wire'])
    expect(around.custody.map(({ name }) => name).join()).toContain('nine prisoners')
    const all = await Promise.all(
      (await jsonOf(demo.ask('/api/stories'))).rows.map(({ id }) =>
        jsonOf<AroundJson>(demo.ask(`/api/stories/${id}/around`)),
      ),
    )
    const asks = all.flatMap((one) => one.asks)
    const ties = all.flatMap((one) => one.ties)
    // Each ask that has both its ends in stories stands at both of them.
    const both = asks.filter(({ way, story }) => way === 'asks' && story !== null)
    for (const { story } of both)
      expect(all.find((one) => one.story === story)?.asks.some(({ way }) => way === 'asked')).toBe(true)
    expect(asks.length + ties.length).toBeGreaterThan(0)
  })

  it('draws who did what with whom, each edge with its words', async () => {
    const { nodes, edges, stories, looked } = await jsonOf<NetworkJson>(demo.ask('/api/network'))
    const names = new Map(nodes.map(({ id, name }) => [id, name]))
    const met = edges.find(({ type, title }) => type === 'meeting' && title.includes('Solvang'))
    expect([names.get(met?.source ?? ''), names.get(met?.target ?? '')].sort()).toEqual([
      'Anton Verek',
      'Ingrid Solvang',
    ])
    expect(met?.evidence).toMatchObject({ document: 'meeting', quote: expect.stringContaining('met') })
    expect(looked).toBe(stories)
    for (const { source, target } of edges) expect(names.has(source) && names.has(target)).toBe(true)
    expect((await jsonOf<NetworkJson>(demo.ask('/api/network?type=conviction'))).edges).toEqual([])
  })

  it('puts on the map what the gazetteer has, and lists what it has not', async () => {
    const map = await jsonOf<MapJson>(demo.ask('/api/map'))
    expect(map.unlocated.map(({ name }) => name)).toContain('Belgard')
    const listed = [...map.places, ...map.unlocated].flatMap(({ stories }) => stories.map(({ id }) => id))
    expect(new Set(listed).size + map.placeless).toBe(map.looked)
  })

  it('tells what somebody said and others of him, under which names and offices', async () => {
    const around = await jsonOf<ActorAroundJson>(demo.ask('/api/actors/Ingrid%20Solvang/around'))
    expect(around.spellings[0]).toMatchObject({ name: 'Ingrid Solvang', script: 'Latin' })
    expect(around.said.map(({ document }) => document)).toContain('talk')
    expect(around.said.every(({ by }) => by?.includes('Solvang'))).toBe(true)
    expect(around.engagements.map(({ title }) => title).join()).toContain('Verek')
    expect(around.offices.map(({ title }) => title).join()).toMatch(/envoy/)
  })

  it('tells what followed in days, apart from what somebody claims was caused', async () => {
    const { rows } = await jsonOf(demo.ask('/api/stories?type=meeting'))
    const followed = await jsonOf<FollowedJson>(demo.ask(`/api/stories/${rows[0]?.['id']}/followed`))
    for (const { days } of followed.followed) {
      expect(days.low).toBeGreaterThan(0)
      expect(days.high).toBeGreaterThanOrEqual(days.low)
    }
    expect(followed.claimed.every(({ kind }) => kind !== 'sequence')).toBe(true)
  })

  it('keeps a chosen value that nothing has, and counts dates whatever days are chosen', async () => {
    const facets = await jsonOf<FacetsJson>(demo.ask('/api/facets?outlet=Nobody&from=2026-01-01'))
    expect(facets.outlet.values).toContainEqual({ value: 'Nobody', name: 'Nobody', stories: null })
    expect(facets.stories).toBe(0)
    const all = await jsonOf<FacetsJson>(demo.ask('/api/facets'))
    expect((await jsonOf<FacetsJson>(demo.ask('/api/facets?from=2026-01-01'))).dates).toEqual(all.dates)
    const counted = all.dates.bars.reduce((sum, { sure, soft }) => sum + sure + soft, all.dates.undated)
    expect(counted).toBeCloseTo(all.stories, 1)
  })

  it('counts what custody and engagements hold, and nothing else', async () => {
    const held = await jsonOf<FacetsJson>(demo.ask('/api/facets?list=custody'))
    expect(held.type.values.map(({ value }) => value)).not.toContain('meeting')
    expect(held.type.values.length).toBeGreaterThan(0)
    const narrowed = await jsonOf<FacetsJson>(demo.ask('/api/facets?list=custody&type=release&not-status=planned'))
    expect(new Set(narrowed.type.values.map(({ value }) => value)).has('meeting')).toBe(false)
    const carried = await jsonOf<FacetsJson>(demo.ask('/api/facets?list=engagements'))
    expect(carried.stories).toBe((await jsonOf(demo.ask('/api/engagements'))).total)
    const without = await jsonOf<FacetsJson>(demo.ask('/api/facets?list=engagements&not-channel=unknown'))
    expect(without.stories).toBe((await jsonOf(demo.ask('/api/engagements?not-channel=unknown'))).total)
    expect((await demo.ask('/api/facets?list=stories')).status).toBe(400)
  })

  it('shows where accounts differ, and who was freed', async () => {
    const { rows } = await jsonOf(demo.ask('/api/disagreements'))
    expect(JSON.stringify(rows)).toContain('2026-03-13')
    const custody = await jsonOf(demo.ask('/api/custody?from=2026-01-01'))
    expect(JSON.stringify(custody.rows)).toContain('nine prisoners')
    const engagements = await jsonOf(demo.ask('/api/engagements'))
    expect(JSON.stringify(engagements.rows)).toContain('Solvang')
  })

  it('gives a document as a dossier with what the record knows of it', async () => {
    const body = await jsonOf<{ document: { text: string }; record: { copies: object[]; stories: object[] } }>(
      demo.ask('/api/documents/print'),
    )
    expect(body.document.text).toContain('released nine prisoners')
    expect(body.record.copies).toMatchObject([{ document: 'print', of: 'wire' }])
    expect(body.record.stories.length).toBeGreaterThan(0)
  })

  it('compresses what is long for who takes it, with the same tag', async () => {
    const plain = await demo.ask('/api/documents/wire')
    const packed = await demo.ask('/api/documents/wire', { headers: { 'accept-encoding': 'br, gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('vary')).toBe('accept-encoding')
    expect(packed.headers.get('etag')).toBe(plain.headers.get('etag'))
    const unpacked = new Response(packed.body?.pipeThrough(new DecompressionStream('gzip')))
    expect(await unpacked.text()).toBe(await plain.text())
    const refused = await demo.ask('/api/documents/wire', { headers: { 'accept-encoding': 'gzip;q=0' } })
    expect(refused.headers.get('content-encoding')).toBeNull()
  })

  it('answers HEAD with the headers alone', async () => {
    const response = await demo.ask('/api/stories', { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
    expect(response.headers.get('etag')).toBe((await demo.ask('/api/stories')).headers.get('etag'))
  })

  it('gives a page the models of the reader, and nothing else of their folder', async () => {
    for (const name of READER_ASSETS) expect((await demo.ask(`/reader/${name}`)).status, name).toBe(200)
    const model = await demo.ask('/reader/models/core/model.json')
    expect(await model.json()).toMatchObject({ name: 'core' })
    expect(model.headers.get('etag')).not.toBeNull()
    for (const name of ['NOTICE', 'package.json', 'models', '', '../package.json', 'models/core/card.md', '%2e%2e/x'])
      expect((await demo.ask(`/reader/${name}`)).status, name).toBe(404)
  })

  it('logs routes and numbers, and no words of a query or an article', async () => {
    demo.log.length = 0
    await demo.ask('/api/search?q=prisoners%20Lithuania')
    await demo.ask('/api/actors/Ingrid%20Solvang')
    await demo.ask('/api/documents/nobody-has-this')
    expect(demo.log.map(({ route, status, code }) => [route, status, code])).toEqual([
      ['GET /search', 200, undefined],
      ['GET /actors/:id', 200, undefined],
      ['GET /documents/:id', 404, 'server/no-such-document'],
    ])
    expect(JSON.stringify(demo.log)).not.toMatch(/prisoner|Lithuania|Solvang|nobody/)
  })

  it('counts what it answered', async () => {
    const fresh = await createDemo({ empty: true })
    await fresh.ask('/api/stories')
    await fresh.ask('/api/stories?limit=0')
    const metrics = await jsonOf<{ routes: object[]; inFlight: number }>(fresh.ask('/api/metrics'))
    expect(metrics).toMatchObject({ inFlight: 1, routes: [{ route: 'GET /stories', requests: 2, errors: 1 }] })
  })
})
