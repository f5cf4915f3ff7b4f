import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, expect, it } from 'vitest'
import { ROUTES } from '../src/routes/index.ts'
import { closePool, createDemo, jsonOf } from './demo.ts'

afterAll(closePool)

interface Description {
  readonly openapi: string
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly operationId: string
            readonly parameters?: readonly { readonly name: string; readonly schema: object }[]
          }
        >
      >
    >
  >
}

it('describes itself in sound OpenAPI 3.1', async () => {
  const { ask } = await createDemo({ empty: true })
  const text = await (await ask('/openapi.json')).text()
  const validator = new Validator()
  expect(await validator.validate(JSON.parse(text))).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
  // References that lead nowhere are no fault to the schema of OpenAPI.
  const description: unknown = JSON.parse(text)
  for (const [, reference = ''] of text.matchAll(/"\$ref":"#([^"]+)"/g)) {
    const found = reference
      .split('/')
      .slice(1)
      .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], description)
    expect(found, reference).toBeDefined()
  }
})

it('describes every route with what it takes', async () => {
  const { ask } = await createDemo({ empty: true })
  const { paths } = await jsonOf<Description>(ask('/openapi.json'))
  const listed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const known = ROUTES.map(({ method, path }) => `${method} /api${path.replace(':id', '{id}')}`)
  expect([...listed].sort()).toEqual([...known].sort())
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods))
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(ROUTES.length)
  const parameters = paths['/api/stories']?.['get']?.parameters ?? []
  expect(parameters.find(({ name }) => name === 'limit')?.schema).toMatchObject({
    type: 'integer',
    minimum: 1,
    maximum: 500,
  })
  expect(parameters.find(({ name }) => name === 'status')?.schema).toMatchObject({
    type: 'array',
    items: { type: 'string' },
  })
})
