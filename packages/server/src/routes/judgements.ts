import { addJudgement, listJudgements } from '@backchannel/desk'
import { judgementBody, judgementsQuery, noQuery } from '@backchannel/wire'
import { cursorsOf, cutPage } from '../cursors.ts'
import { JSON_BYTES_MAX } from '../limits.ts'
import { defineRoute, defineWrite } from '../route.ts'

export const judgementRoutes = [
  defineRoute({
    path: '/judgements',
    summary: 'What people and programs judged to be the same or not, the earliest first, and what became of it.',
    query: judgementsQuery,
    answer: 'judgements',
    columns: ['about', 'pair', 'verdict', 'author', 'at', 'reason', 'state', 'now', 'names'],
    async handle({ query, reader }) {
      const cursors = cursorsOf('judgements', query)
      const { rows, next, total } = cutPage(await listJudgements(reader, query), cursors.page())
      return {
        json: { rows, next: cursors.next(next), total },
        rows: rows.map(({ by, ...rest }) => ({ ...rest, author: by.name })),
      }
    },
  }),
  defineWrite({
    path: '/judgements',
    summary: 'Adds a judgement: are these two actors, stories or copies the same?',
    query: noQuery,
    body: judgementBody,
    limit: { bytes: JSON_BYTES_MAX, constant: 'JSON_BYTES_MAX' },
    answer: 'judgement',
    async handle({ body, server: { store, now, lexicon } }) {
      return { json: await addJudgement(store, body, { now, lexicon }), status: 201 }
    },
  }),
]
