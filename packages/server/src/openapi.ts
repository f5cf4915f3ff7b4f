import { apiAnswers, toJsonSchema, toParameters } from '@backchannel/wire'
import type { Route } from './route.ts'

/**
 * OpenAPI 3.1 of the routes, made of the same schemas that check what comes in. Twins are not listed one by one: the text at
 * the head tells of them.
 */
export function describeApi(routes: readonly Route[], version: string): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = `/api${route.path.replace(':id', '{id}')}`
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Backchannel',
      version,
      summary: 'A record of diplomacy that can be checked: who did what with whom, when, and who says so.',
      description:
        'Each address that answers JSON answers the same with ".json" behind its path, with and without "/api" before it; those that list `text/csv` answer it with ".csv".',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(apiAnswers).map(([name, schema]) => [name, toJsonSchema(schema, 'out')]),
      ),
      responses: {
        error: { description: 'An error, in the one shape.', content: json({ $ref: '#/components/schemas/error' }) },
      },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'The token that `backchannel serve` prints.' },
      },
    },
  }
}

function describeRoute(route: Route): Readonly<Record<string, unknown>> {
  const { method, path, summary, query, body, bodyTypes, answer, columns } = route
  const parameters = [
    ...(path.includes(':id') ? [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }] : []),
    ...toParameters(query),
  ]
  const content = {
    ...(route.files.length === 0 && json({ $ref: `#/components/schemas/${answer}` })),
    ...Object.fromEntries(route.files.map((type) => [type, { schema: { type: 'string' } }])),
    ...(columns && { 'text/csv': { schema: { type: 'string' } } }),
  }
  return {
    operationId: `${method.toLowerCase()}${path.replace('/:id', '/one').replace(/\/(\w)/g, (_, first: string) => first.toUpperCase())}`,
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: {
        required: true,
        content: {
          ...json(toJsonSchema(body, 'in')),
          ...Object.fromEntries(bodyTypes.map((type) => [type, {}])),
        },
      },
    }),
    ...(method === 'POST' && { security: [{ token: [] }] }),
    responses: {
      [method === 'POST' ? '201' : '200']: { description: summary, content },
      default: { $ref: '#/components/responses/error' },
    },
  }
}

function json(schema: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { 'application/json': { schema } }
}
