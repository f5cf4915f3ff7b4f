import { noQuery } from '@backchannel/wire'
import { defineRoute } from '../route.ts'

export const healthRoutes = [
  defineRoute({
    path: '/health',
    summary: 'That the server answers and its record can be read.',
    query: noQuery,
    answer: 'health',
    handle: async ({ reader, server: { version } }) => ({
      json: { ok: true, version, counts: await reader.counts() },
    }),
  }),
  defineRoute({
    path: '/metrics',
    summary: 'Requests, errors and seconds by route since the start; memory in bytes. Numbers only.',
    query: noQuery,
    answer: 'metrics',
    columns: ['route', 'requests', 'errors', 'seconds', 'slowest'],
    async handle({ reader, server: { metrics } }) {
      const routes = metrics.rows()
      return {
        json: {
          uptime: Math.round(process.uptime() * 1000) / 1000,
          memory: process.memoryUsage.rss(),
          inFlight: metrics.inFlight,
          counts: await reader.counts(),
          routes,
        },
        rows: routes,
      }
    },
  }),
]
