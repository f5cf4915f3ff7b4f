import { listTimeline } from '@backchannel/desk'
import { filteredQuery } from '@backchannel/wire'
import { cursorsOf, cutPage } from '../cursors.ts'
import { checkScan, filterOf } from '../filter.ts'
import { defineRoute } from '../route.ts'

export const timelineRoutes = [
  defineRoute({
    path: '/timeline',
    summary: 'What happened in order of time, the earliest first; what has no date comes last.',
    query: filteredQuery,
    answer: 'timeline',
    columns: [
      'earliest',
      'latest',
      'precision',
      'story',
      'type',
      'status',
      'documents',
      'rootsLow',
      'rootsHigh',
      'title',
    ],
    async handle({ query, reader }) {
      const cursors = cursorsOf('timeline', query)
      const page = cursors.page()
      const filter = await filterOf(reader, query)
      await checkScan(reader, filter)
      const { rows, next, total } = cutPage(await listTimeline(reader, filter), page)
      return {
        json: { rows, next: cursors.next(next), total },
        rows: rows.map((one) => ({
          ...one,
          earliest: one.when?.earliest,
          latest: one.when?.latest,
          precision: one.when?.precision,
          rootsLow: one.roots.low,
          rootsHigh: one.roots.high,
        })),
      }
    },
  }),
]
