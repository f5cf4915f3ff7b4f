import { EVENT_TYPES } from '@backchannel/core'
import { listCustody } from '@backchannel/desk'
import { filteredQuery } from '@backchannel/wire'
import { cursorsOf, cutPage } from '../cursors.ts'
import { checkScan, filterOf } from '../filter.ts'
import { defineRoute } from '../route.ts'

const CUSTODY_TYPES: readonly string[] = EVENT_TYPES.filter(({ family }) => family === 'custody').map(
  ({ name }) => name,
)

export const custodyRoutes = [
  defineRoute({
    path: '/custody',
    summary: 'Who was held, freed, tried, sent away: person by person, step by step.',
    query: filteredQuery,
    answer: 'custody',
    columns: [
      'name',
      'count',
      'country',
      'type',
      'earliest',
      'latest',
      'by',
      'where',
      'status',
      'stance',
      'told',
      'document',
      'claim',
      'quote',
    ],
    async handle({ query, reader }) {
      const cursors = cursorsOf('custody', query)
      const page = cursors.page()
      const filter = await filterOf(reader, query)
      await checkScan(reader, filter.type === undefined ? { ...filter, type: CUSTODY_TYPES } : filter)
      const { rows, next, total } = cutPage(await listCustody(reader, filter), page)
      return {
        json: { rows, next: cursors.next(next), total },
        rows: rows.flatMap(({ name, count, country, steps }) =>
          steps.map((step) => ({
            ...step,
            name,
            count: count?.words,
            country,
            earliest: step.when?.earliest,
            latest: step.when?.latest,
          })),
        ),
      }
    },
  }),
]
