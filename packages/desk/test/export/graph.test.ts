import type { Store } from '@backchannel/store'
import { MultiGraph } from 'graphology'
import * as gexf from 'graphology-gexf'
import * as graphml from 'graphology-graphml'
import { beforeAll, describe, expect, it } from 'vitest'
import { listStories } from '../../src/index.ts'
import { createExportRecord, textOf } from './record.ts'

describe.each(['gexf', 'graphml'] as const)('%s', (format) => {
  let store: Store
  const read = (text: string): MultiGraph => {
    const options = { addMissingNodes: false }
    // Both readers make a graph of the class that they are given.
    return (
      format === 'gexf' ? gexf.parse(MultiGraph, text, options) : graphml.parse(MultiGraph, text, options)
    ) as MultiGraph
  }
  const nameOf = (graph: MultiGraph, node: string): unknown =>
    graph.getNodeAttribute(node, format === 'gexf' ? 'label' : 'name')
  beforeAll(async () => {
    store = await createExportRecord()
  })

  it('has an edge for a happening, however many tell it', async () => {
    const graph = read(await textOf(store, { format, filter: { type: ['pardon', 'request', 'arrest', 'release'] } }))
    const ends = graph.mapEdges((_, attributes, source, target) => [
      nameOf(graph, source),
      attributes['type'],
      attributes['role'],
      nameOf(graph, target),
    ])
    expect(ends).toContainEqual(['Karsovia', 'arrest', 'patient', 'Milena Dravich'])
    const stories = new Map((await listStories(store)).map((story) => [story.id, story]))
    const keys = new Set<string>()
    graph.forEachEdge((_, { story, role, roots_low, documents, status }, source, target) => {
      expect(stories.get(story)).toMatchObject({ status, documents: { length: Number(documents) } })
      expect(stories.get(story)?.roots.low).toBe(Number(roots_low))
      const key = `${story} ${source} ${target} ${role}`
      expect(keys.has(key)).toBe(false)
      keys.add(key)
    })
    expect(keys.size).toBeGreaterThan(0)
  })

  it('has those in it as nodes with what is known of them, and nobody else', async () => {
    const graph = read(await textOf(store, { format, all: true }))
    expect(graph.order).toBeGreaterThan(1)
    graph.forEachNode((node, attributes) => {
      expect(graph.degree(node)).toBeGreaterThan(0)
      expect(attributes['kind']).toMatch(/^(person|group|organization|state|outlet|place)$/)
      expect(Number(attributes['documents'])).toBeGreaterThan(0)
    })
  })

  it('is empty but whole where nothing passes', async () => {
    expect(read(await textOf(store, { format, filter: { type: ['rescue'] } })).order).toBe(0)
  })

  it('names nobody who is held', async () => {
    const text = await textOf(store, { format, redact: true })
    expect(text).not.toMatch(/dravich|milena/i)
    expect(text).toContain('a person (1)')
  })
})
