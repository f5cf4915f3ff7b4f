import { pageEngagements } from '@backchannel/desk'
import { ENGAGEMENT_TABLE, filteredQuery } from '@backchannel/wire'
import { cursorsOf } from '../cursors.ts'
import { filterOf } from '../filter.ts'
import { defineRoute } from '../route.ts'

export const engagementRoutes = [
  defineRoute({
    path: '/engagements',
    summary: 'Who met whom, and through which channel, latest first.',
    query: filteredQuery,
    answer: 'engagements',
    columns: ENGAGEMENT_TABLE.columns,
    async handle({ query, reader }) {
      const cursors = cursorsOf('engagements', query)
      const { rows, next, total } = await pageEngagements(reader, await filterOf(reader, query), cursors.page())
      return {
        json: { rows, next: cursors.next(next), total },
        rows: ENGAGEMENT_TABLE.rows(rows),
      }
    },
  }),
]
