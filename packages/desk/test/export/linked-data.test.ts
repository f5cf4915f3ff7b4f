import type { Store } from '@backchannel/store'
import jsonld from 'jsonld'
import { beforeAll, describe, expect, it } from 'vitest'
import { listActors, listStories } from '../../src/index.ts'
import { createExportRecord, textOf } from './record.ts'

const SCHEMA = 'https://schema.org/'
const PROV = 'http://www.w3.org/ns/prov#'

type Node = { readonly '@id'?: string; readonly '@type'?: readonly string[] } & Readonly<Record<string, unknown>>

/** Expands with what the file itself says; anything that would have to be fetched fails. */
async function expanded(text: string): Promise<readonly Node[]> {
  const nodes = await jsonld.expand(JSON.parse(text), {
    documentLoader: async (url) => {
      throw new Error(`${url} would be fetched`)
    },
  })
  return nodes as readonly Node[] // What the library calls it, narrowed to what is asked here.
}

function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (typeof value !== 'object' || value === null) return []
  const own = '@id' in value && Object.keys(value).length === 1 ? [String(value['@id'])] : []
  return [...own, ...Object.values(value).flatMap(idsIn)]
}

describe('jsonld', () => {
  let store: Store
  let nodes: readonly Node[]
  const ofType = (type: string) => nodes.filter((node) => node['@type']?.includes(type))
  beforeAll(async () => {
    store = await createExportRecord()
    nodes = await expanded(await textOf(store, { format: 'jsonld' }))
  })

  it('has every article, claim, happening and actor once', async () => {
    const { documents, claims } = await store.counts()
    expect(ofType(`${SCHEMA}NewsArticle`)).toHaveLength(documents)
    expect(ofType(`${SCHEMA}Claim`)).toHaveLength(claims)
    expect(ofType(`${SCHEMA}Event`)).toHaveLength((await listStories(store)).length)
    expect(ofType(`${SCHEMA}Person`)).toHaveLength((await listActors(store, { kind: 'person' })).length)
    expect(ofType(`${SCHEMA}Quotation`).length).toBeGreaterThan(3)
    const ids = nodes.map((node) => node['@id'])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('uses absolute names for everything, and points at what is there', async () => {
    const known = new Set(nodes.map((node) => node['@id']))
    for (const node of nodes)
      for (const key of Object.keys(node))
        expect(key).toMatch(/^(@|https:\/\/schema\.org\/|http:\/\/www\.w3\.org\/|urn:)/)
    const pointed = idsIn(nodes).filter((id) => /^urn:backchannel:(?!type:|role:)/.test(id))
    expect(pointed.length).toBeGreaterThan(10)
    expect(pointed.filter((id) => !known.has(id))).toEqual([])
  })

  it('says where a claim stands, who tells it, and what an article was made from', () => {
    const claim = ofType(`${SCHEMA}Claim`).find((node) => node['@id'] === 'urn:backchannel:claim:talk/c1')
    const article = [{ '@id': 'urn:backchannel:document:talk' }]
    expect(claim?.[`${SCHEMA}appearance`]).toEqual(article)
    expect(claim?.[`${PROV}wasQuotedFrom`]).toEqual(article)
    const [speaker] = idsIn(claim?.[`${PROV}wasAttributedTo`])
    const actor = nodes.find((node) => node['@id'] === speaker)
    expect(actor?.[`${SCHEMA}name`]).toEqual([{ '@value': 'Ingrid Solvang' }])
    const print = nodes.find((node) => node['@id'] === 'urn:backchannel:document:print')
    expect(print?.[`${PROV}wasDerivedFrom`]).toEqual([{ '@id': 'urn:backchannel:document:wire' }])
    expect(print?.[`${SCHEMA}datePublished`]).toEqual([{ '@type': `${SCHEMA}Date`, '@value': '2026-03-15' }])
  })

  it('keeps to a filter and to redaction', async () => {
    const some = await expanded(await textOf(store, { format: 'jsonld', filter: { outlet: ['Nordwire'] } }))
    expect(some.filter((node) => node['@type']?.includes(`${SCHEMA}NewsArticle`))).toHaveLength(1)
    const text = await textOf(store, { format: 'jsonld', redact: true })
    expect(text).not.toMatch(/dravich|milena/i)
    expect(text).toContain('a person (1)')
  })
})

interface Selector {
  readonly type: string
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  readonly end: number
}
interface Annotation {
  readonly id: string
  readonly type: string
  readonly motivation: string
  readonly body: readonly { readonly type: string; readonly value: string; readonly purpose: string }[]
  readonly target: readonly { readonly source: string; readonly selector: readonly Selector[] }[]
}

describe('webannotation', () => {
  let store: Store
  beforeAll(async () => {
    store = await createExportRecord()
  })

  it.each([false, true])('anchors every annotation in words, counted in code points (redact: %s)', async (redact) => {
    const page = JSON.parse(await textOf(store, { format: 'webannotation', redact }))
    // W3C Web Annotation Data Model, 3.1 and 5.2: what a page and an annotation must have.
    expect(page).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' })
    const items: readonly Annotation[] = page.items
    expect(items.length).toBeGreaterThan((await store.counts()).claims)
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    // The texts as brat is given them are those that positions count into.
    const { filesOf } = await import('./record.ts')
    const texts = await filesOf(store, { format: 'brat', redact })
    let astral = 0
    for (const { id, type, motivation, body, target } of items) {
      expect(id).toMatch(/^urn:/)
      expect(type).toBe('Annotation')
      expect(['describing', 'identifying']).toContain(motivation)
      for (const one of body) expect(one).toMatchObject({ type: 'TextualBody', value: expect.any(String) })
      expect(target.length).toBeGreaterThan(0)
      for (const { source, selector } of target) {
        const [quote, position] = selector
        expect(quote).toMatchObject({ type: 'TextQuoteSelector' })
        if (/^https?:/.test(source)) continue
        const points = [...(texts.get(`${source.split(':').at(-1)}.txt`) ?? '')]
        if (points.join('').length > points.length) astral++
        expect(position?.type).toBe('TextPositionSelector')
        const { start = -1, end = -1 } = position ?? {}
        expect(points.slice(start, end).join('')).toBe(quote?.exact)
        expect(
          points
            .slice(0, start)
            .join('')
            .endsWith(quote?.prefix ?? '-'),
        ).toBe(true)
        expect(
          points
            .slice(end)
            .join('')
            .startsWith(quote?.suffix ?? '-'),
        ).toBe(true)
      }
    }
    expect(astral).toBeGreaterThan(0)
    const pages = items.flatMap(({ target }) => target.filter(({ source }) => source.startsWith('https:')))
    if (redact) expect(pages).toEqual([])
    else expect(pages.length).toBeGreaterThan(0)
  })
})
