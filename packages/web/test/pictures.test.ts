import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { MapPlaceJson, NetworkEdgeJson, NetworkNodeJson, TimelineEntryJson } from '@backchannel/wire/write'
import { h } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { type Atlas, drawMap, MAP_HEIGHT, MAP_WIDTH } from '../src/app/draw-map.ts'
import { layoutNetwork, NETWORK_WIDTH_MIN } from '../src/app/layout-network.ts'
import { MapView } from '../src/app/pages/map.tsx'
import { NetworkView } from '../src/app/pages/network.tsx'
import { lanesOf } from '../src/app/pages/timeline.tsx'
import { EMPTY_QUERY } from '../src/app/query.ts'

const wordsOf = (html: string): string => html.replace(/<[^>]*>/g, '').replaceAll('&quot;', '"')
const node = (id: string): NetworkNodeJson => ({ id, name: `<${id}>`, kind: 'person', country: null, stories: 1 })
const edge = (story: string, source: string, target: string): NetworkEdgeJson => ({
  ...{ story, source, target, directed: true, type: 'release', role: 'patient', title: `${story}.`, status: 'planned' },
  when: null,
  roots: { low: 1, high: 1 },
  evidence: { document: 'doc:1a', claim: 'c1', quote: 'freed' },
  correctedBy: [],
})

describe('the network', () => {
  const nodes = ['a', 'b', 'c', 'd'].map(node)
  const edges = [edge('s1', 'a', 'b'), edge('s2', 'b', 'a'), edge('s3', 'b', 'c')]

  it('always looks the same, with everybody at a place of his own', () => {
    const layout = layoutNetwork(nodes, edges)
    expect(layoutNetwork(nodes, edges)).toEqual(layout)
    expect(new Set(layout.nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(4)
    const [left, top, width, height] = layout.box
    for (const { x, y } of layout.nodes) expect(x > left && y > top && x < left + width && y < top + height).toBe(true)
    expect(new Set(layout.edges.map(({ path }) => path)).size).toBe(3)
  })

  it('writes the names of a few actors no larger than those of many, and has room for long ones', () => {
    const long = { ...node('x'), name: 'The Committee for the Return of All Those Who Were Taken Away' }
    const { box, nodes: placed } = layoutNetwork([long, node('y')], [edge('s1', 'x', 'y')])
    expect(box[2]).toBeGreaterThanOrEqual(NETWORK_WIDTH_MIN)
    const [one] = placed
    expect(one?.label).toMatch(/^The Committee .*…$/)
    expect(one?.name).toBe(long.name)
    const half = ((one?.label.length ?? 0) * 7) / 2
    expect((one?.x ?? 0) - half > box[0] && (one?.x ?? 0) + half < box[0] + box[2]).toBe(true)
  })

  it('is a table too, each happening with its words', () => {
    const html = render(h(NetworkView, { network: { nodes, edges, stories: 9, looked: 3 } }))
    expect(html.match(/href="\/documents\/1a#c1"/g)).toHaveLength(6)
    expect(wordsOf(html)).toContain('of the latest 3 of 9 stories')
    expect(html).not.toContain('<a>')
    const none = { nodes: [], edges: [], stories: 0, looked: 0 }
    expect(wordsOf(render(h(NetworkView, { network: none })))).toContain('Nothing in the record')
  })
})

describe('the map', () => {
  // The file is what it is said to be: drawing it is the test.
  const atlas = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-110m.json'), 'utf8'),
  ) as Atlas
  const place = (name: string, at: readonly [number, number], precision: MapPlaceJson['precision']): MapPlaceJson => ({
    ...{ name, country: 'BLR', latitude: at[0], longitude: at[1], precision, score: 0.9, because: 'as told' },
    stories: [{ id: 'story:aa', title: 'They met.', type: 'meeting', status: 'happened', when: null, correctedBy: [] }],
  })
  const minsk = place('Minsk', [53.9, 27.57], 'city')

  it('draws a circle as large as the place is uncertain', () => {
    const { places } = drawMap(atlas, [minsk, place('Belarus', [53.5, 28], 'country')], 'near')
    const widths = places.map(({ circle }) => {
      const xs = [...circle.matchAll(/[ML](-?[\d.]+),/g)].map(([, x]) => Number(x))
      return Math.max(...xs) - Math.min(...xs)
    })
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeGreaterThan(10)
  })

  it('shows places within the frame, near and in the whole world, and is the same each time', () => {
    for (const view of ['near', 'world'] as const) {
      const drawn = drawMap(atlas, [minsk], view)
      expect(drawMap(atlas, [minsk], view)).toEqual(drawn)
      const { x, y } = drawn.places[0] ?? { x: -1, y: -1 }
      expect(x > 0 && x < MAP_WIDTH && y > 0 && y < MAP_HEIGHT).toBe(true)
      expect(drawn.land.length).toBeGreaterThan(1000)
    }
    expect(drawMap(atlas, [], 'near').places).toEqual([])
  })

  it('says how exact each place is, and lists what is not on it', () => {
    const map = {
      ...{ places: [minsk], placeless: 2, stories: 4, looked: 4 },
      unlocated: [{ name: '<Belgard>', country: null, stories: minsk.stories }],
    }
    const html = render(h(MapView, { map, atlas, query: EMPTY_QUERY, view: 'near' }))
    expect(wordsOf(html)).toContain('Minsk BLR a city; as told, 90 % sureThey met.')
    expect(wordsOf(html)).toContain('1 place on the map, 1 not; 2 stories without a place')
    expect(html).toContain('&lt;Belgard>')
    expect(html).toContain('href="/map?view=world"')
  })
})

it('has the fullest lanes first and the rest in one, each happening once in a lane', () => {
  const entry = (story: string, type: string, channel: TimelineEntryJson['channel']): TimelineEntryJson => ({
    ...{ story, type, channel, title: story, status: 'happened', documents: 1, when: null },
    roots: { low: 1, high: 1 },
    correctedBy: [],
    actors: [
      { id: 'actor:a', name: 'Ann' },
      { id: 'actor:b', name: 'Ann' },
    ],
  })
  const entries = [entry('s1', 'release', null), entry('s2', 'meeting', 'leaders'), entry('s3', 'meeting', 'unknown')]
  const sizes = (by: Parameters<typeof lanesOf>[1]) =>
    lanesOf(entries, by).map(({ name, items }) => `${name} ${items.length}`)
  expect(sizes('type')).toEqual(['Meeting 2', 'Release 1'])
  expect(sizes('channel')).toEqual(['Channel not said 1', 'Leaders 1', 'No engagement 1'])
  expect(sizes('actor')).toEqual(['Ann 3'])
  const many = Array.from({ length: 40 }, (_, at) => entry(`s${at}`, `type-${at}`, null))
  const lanes = lanesOf(many, 'type')
  expect(lanes).toHaveLength(12)
  expect(lanes.at(-1)).toMatchObject({ name: 'All others' })
  expect(lanes.at(-1)?.items).toHaveLength(29)
})
