import { listTimeline } from '@backchannel/desk'
import { filteredQuery, TIMELINE_TABLE } from '@backchannel/wire'
import { cursorsOf, cutPage } from '../cursors.ts'
import { checkScan, filterOf } from '../filter.ts'
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
      const page = cursors.page()
      const filter = await filterOf(reader, query)
      await checkScan(reader, filter)
      const { rows, next, total } = cutPage(await listTimeline(reader, filter), page)
      return {
        json: { rows, next: cursors.next(next), total },
        rows: TIMELINE_TABLE.rows(rows),
      }
    },
  }),
]
