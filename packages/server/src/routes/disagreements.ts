import { pageDisagreements } from '@backchannel/desk'
import { DISAGREEMENT_TABLE, filteredQuery } from '@backchannel/wire'
import { cursorsOf } from '../cursors.ts'
import { filterOf } from '../filter.ts'
import { defineRoute } from '../route.ts'

export const disagreementRoutes = [
  defineRoute({
    path: '/disagreements',
    summary: 'Stories whose tellings cannot all be true, with the fields in which they differ.',
    query: filteredQuery,
    answer: 'disagreements',
    columns: DISAGREEMENT_TABLE.columns,
    async handle({ query, reader, server: { lexicon } }) {
      const cursors = cursorsOf('disagreements', query)
      const page = cursors.page()
      const filter = await filterOf(reader, query)
      const { rows, next, total } = await pageDisagreements(reader, filter, lexicon, page)
      return {
        json: { rows, next: cursors.next(next), total },
        rows: DISAGREEMENT_TABLE.rows(rows),
      }
    },
  }),
]
