import { noQuery } from '@backchannel/wire'
import { describeApi } from '../openapi.ts'
import { defineRoute, type Route } from '../route.ts'

/** The description of all routes given, itself among them. */
export function openapiRoute(routes: readonly Route[]): Route {
  const own: Route = defineRoute({
    path: '/openapi',
    summary: 'This description, OpenAPI 3.1.',
    query: noQuery,
    answer: 'openapi',
    handle: async ({ server: { version } }) => ({ json: describeApi([...routes, own], version) }),
  })
  return own
}
