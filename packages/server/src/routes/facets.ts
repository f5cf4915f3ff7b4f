import { countFacets, LIST_BASES } from '@backchannel/desk'
import { FACET_TABLE, facetsQuery } from '@backchannel/wire'
import { filterOf } from '../filter.ts'
import { FACET_BARS_MAX, FACET_VALUES_MAX } from '../limits.ts'
import { defineRoute } from '../route.ts'

export const facetRoutes = [
  defineRoute({
    path: '/facets',
    summary: 'What stories can be narrowed by, counted: types, channels, actors, dates, roots and so on.',
    query: facetsQuery,
    answer: 'facets',
    columns: FACET_TABLE.columns,
    async handle({ query, reader }) {
      const { list, ...narrowed } = query
      const most = { values: FACET_VALUES_MAX, bars: FACET_BARS_MAX }
      const base = list === undefined ? {} : LIST_BASES[list]
      const facets = await countFacets(reader, await filterOf(reader, narrowed), most, base)
      return { json: facets, rows: FACET_TABLE.rows(facets) }
    },
  }),
]
