import { pageTimeline } from '@backchannel/desk'
import { filteredQuery, TIMELINE_TABLE } from '@backchannel/wire'
import { cursorsOf } from '../cursors.ts'
import { filterOf } from '../filter.ts'
import { defineRoute } from '../route.ts'

export const timelineRoutes = [
  defineRoute({
    path: '/timeline',
    summary: 'What happened in order of time, the earliest first; what has no date comes last.',
    query: filteredQuery,
    answer: 'timeline',
    columns: TIMELINE_TABLE.columns,
    async handle({ query, reader }) {
      const cursors = cursorsOf('timeline', query)
      const { rows, next, total } = await pageTimeline(reader, await filterOf(reader, query), cursors.page())
      return {
        json: { rows, next: cursors.next(next), total },
        rows: TIMELINE_TABLE.rows(rows),
      }
    },
  }),
]
