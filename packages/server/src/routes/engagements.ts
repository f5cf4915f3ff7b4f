import { pageEngagements } from '@backchannel/desk'
import { filteredQuery } from '@backchannel/wire'
import { cursorsOf } from '../cursors.ts'
import { filterOf } from '../filter.ts'
import { defineRoute } from '../route.ts'

export const engagementRoutes = [
  defineRoute({
    path: '/engagements',
    summary: 'Who met whom, and through which channel, latest first.',
    query: filteredQuery,
    answer: 'engagements',
    columns: [
      'story',
      'type',
      'status',
      'earliest',
      'latest',
      'channel',
      'setting',
      'place',
      'parties',
      'title',
      'rootsLow',
      'rootsHigh',
      'documents',
    ],
    async handle({ query, reader }) {
      const cursors = cursorsOf('engagements', query)
      const { rows, next, total } = await pageEngagements(reader, await filterOf(reader, query), cursors.page())
      return {
        json: { rows, next: cursors.next(next), total },
        rows: rows.map((one) => ({
          ...one,
          earliest: one.when?.earliest,
          latest: one.when?.latest,
          parties: one.parties.map(({ name }) => name),
          rootsLow: one.roots.low,
          rootsHigh: one.roots.high,
        })),
      }
    },
  }),
]
