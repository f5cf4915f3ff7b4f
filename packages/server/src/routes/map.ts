import type { Places } from '@backchannel/core'
import { loadPlaces, showMap } from '@backchannel/desk'
import { MAP_TABLE, unpagedQuery } from '@backchannel/wire'
import { filterOf } from '../filter.ts'
import { MAP_STORIES_MAX } from '../limits.ts'
import { defineRoute } from '../route.ts'

/** The gazetteer, the same for every server of the program; loaded with the first map. */
let gazetteer: Promise<Places> | null = null

export const mapRoutes = [
  defineRoute({
    path: '/map',
    summary:
      'Where things happened, as exactly as it is known, and which places are not on the map. Of many, the latest.',
    query: unpagedQuery,
    answer: 'map',
    columns: MAP_TABLE.columns,
    async handle({ query, reader }) {
      gazetteer ??= loadPlaces()
      const map = await showMap(reader, await filterOf(reader, query), await gazetteer, MAP_STORIES_MAX)
      return { json: map, rows: MAP_TABLE.rows(map) }
    },
  }),
]
