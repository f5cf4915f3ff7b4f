import { EVENT_TYPES } from '@backchannel/core'
import { noQuery } from '@backchannel/wire'
import { defineRoute } from '../route.ts'

const ROWS = EVENT_TYPES.map(({ name, family, label, gloss, roles }) => ({
  ...{ name, family, label, gloss },
  roles: Object.keys(roles),
}))

export const typeRoutes = [
  defineRoute({
    path: '/types',
    summary: 'The types of events with what each means and the roles that it has, in the order of the reference.',
    query: noQuery,
    answer: 'types',
    columns: ['name', 'family', 'label', 'gloss', 'roles'],
    handle: async () => ({ json: { rows: ROWS, next: null, total: ROWS.length }, rows: ROWS }),
  }),
]
