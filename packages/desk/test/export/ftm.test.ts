import { defaultModel, Model } from '@alephdata/followthemoney'
import type { Store } from '@backchannel/store'
import { beforeAll, describe, expect, it } from 'vitest'
import { listStories } from '../../src/index.ts'
import { createExportRecord, textOf } from './record.ts'

interface Entity {
  readonly id: string
  readonly schema: string
  readonly properties: Record<string, string[]>
}

const linesOf = (text: string): readonly Entity[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** What values of a type must look like, as the types of followthemoney 3.8 clean them. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}(-\d{2}(-\d{2})?)?$/,
  url: /^https?:\/\/\S+$/,
  country: /^[a-z]{2}$/,
  language: /^[a-z]{3}$/,
}

describe('ftm', () => {
  const model = new Model(defaultModel)
  let store: Store
  let entities: readonly Entity[]
  beforeAll(async () => {
    store = await createExportRecord()
    entities = linesOf(await textOf(store, { format: 'ftm' }))
  })

  it('keeps to the model: known schemas, their properties, required ones filled', () => {
    expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length)
    for (const one of entities) {
      const schema = model.getSchema(one.schema)
      for (const name of schema.required) if (schema.hasProperty(name)) expect(one.properties).toHaveProperty(name)
      for (const [name, values] of Object.entries(one.properties)) {
        const property = schema.getProperty(name)
        expect(property.stub ?? false).toBe(false)
        const codes = property.type.values
        for (const value of values) {
          expect(value).toMatch(SHAPES[property.type.name] ?? /./u)
          if (codes.size > 0 && property.type.name !== 'topic') expect([...codes.keys()]).toContain(value)
        }
      }
      // The library takes it as an entity of its own.
      expect(model.getEntity(one).getCaption()).not.toBe('')
    }
  })

  it.each([{}, { outlet: ['Northern Courier'] }])(
    'points at entities of the schema that the model wants (%j)',
    async (filter) => {
      const chosen = linesOf(await textOf(store, { format: 'ftm', filter }))
      const known = new Map(chosen.map((one) => [one.id, one.schema]))
      for (const { schema, properties } of chosen) {
        for (const [name, values] of Object.entries(properties)) {
          const property = model.getSchema(schema).getProperty(name)
          if (property.type.name !== 'entity') continue
          for (const value of values) {
            const target = known.get(value)
            expect(target).toBeDefined()
            expect(model.getSchema(target ?? '').isA(property.getRange())).toBe(true)
          }
        }
      }
    },
  )

  it('has happenings with those in them, articles, and who is mentioned where', async () => {
    const of = (schema: string) => entities.filter((one) => one.schema === schema)
    expect(of('Event')).toHaveLength((await listStories(store)).length)
    expect(of('Article')).toHaveLength((await store.counts()).documents)
    const venn = of('Person').find(({ properties }) => properties['name']?.includes('Oskar Venn'))
    expect(venn?.properties['position']?.join()).toMatch(/minister/i)
    expect(of('Event').some(({ properties }) => properties['involved']?.includes(venn?.id ?? ''))).toBe(true)
    expect(of('Mention').some(({ properties }) => properties['resolved']?.includes(venn?.id ?? ''))).toBe(true)
    expect(of('PublicBody').some(({ properties }) => properties['country']?.includes('no'))).toBe(true)
  })

  it('names nobody who is held', async () => {
    expect(await textOf(store, { format: 'ftm', redact: true })).not.toMatch(/dravich|milena/i)
  })
})
