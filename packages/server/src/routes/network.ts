import { showNetwork } from '@backchannel/desk'
import { NETWORK_TABLE, unpagedQuery } from '@backchannel/wire'
import { filterOf } from '../filter.ts'
import { NETWORK_ACTORS_MAX, NETWORK_STORIES_MAX } from '../limits.ts'
import { defineRoute } from '../route.ts'

export const networkRoutes = [
  defineRoute({
    path: '/network',
    summary: 'Who did what with whom: an edge is a happening, with the words that tell it. Of many, the latest.',
    query: unpagedQuery,
    answer: 'network',
    columns: NETWORK_TABLE.columns,
    async handle({ query, reader }) {
      const most = { stories: NETWORK_STORIES_MAX, actors: NETWORK_ACTORS_MAX }
      const network = await showNetwork(reader, await filterOf(reader, query), most)
      return { json: network, rows: NETWORK_TABLE.rows(network) }
    },
  }),
]
