import { pageCustody, withBase } from '@backchannel/desk'
import { CUSTODY_TABLE, filteredQuery } from '@backchannel/wire'
import { cursorsOf } from '../cursors.ts'
import { checkScan, filterOf } from '../filter.ts'
import { defineRoute } from '../route.ts'

export const custodyRoutes = [
  defineRoute({
    path: '/custody',
    summary: 'Who was held, freed, tried, sent away: person by person, step by step.',
    query: filteredQuery,
    answer: 'custody',
    columns: CUSTODY_TABLE.columns,
    async handle({ query, reader }) {
      const cursors = cursorsOf('custody', query)
      const page = cursors.page()
      const filter = await filterOf(reader, query)
      await checkScan(reader, withBase('custody', filter))
      const { rows, next, total } = await pageCustody(reader, filter, page)
      return {
        json: { rows, next: cursors.next(next), total },
        rows: CUSTODY_TABLE.rows(rows),
      }
    },
  }),
]
