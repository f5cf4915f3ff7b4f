import { searchRecord } from '@backchannel/desk'
import { SEARCH_TABLE, searchQuery } from '@backchannel/wire'
import { cursorsOf } from '../cursors.ts'
import { filterOf } from '../filter.ts'
import { defineRoute } from '../route.ts'

export const searchRoutes = [
  defineRoute({
    path: '/search',
    summary: 'Words in articles, quotations and claims, the best hits first.',
    query: searchQuery,
    answer: 'search',
    columns: SEARCH_TABLE.columns,
    async handle({ query, reader }) {
      const { q, in: kinds, ...rest } = query
      const cursors = cursorsOf('search', query)
      const { hits, next, total } = await searchRecord(
        reader,
        { text: q, filter: await filterOf(reader, rest), ...(kinds && { kinds }) },
        cursors.page(),
      )
      return {
        json: { rows: hits, next: cursors.next(next), total },
        rows: SEARCH_TABLE.rows(hits),
      }
    },
  }),
]
