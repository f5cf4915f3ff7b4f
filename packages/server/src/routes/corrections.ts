import { documentId } from '@backchannel/core'
import { addCorrection, listLostCorrections } from '@backchannel/desk'
import { correctionBody, correctionsQuery, noQuery, pagedQuery } from '@backchannel/wire'
import { cursorsOf, cutPage } from '../cursors.ts'
import { JSON_BYTES_MAX } from '../limits.ts'
import { defineRoute, defineWrite } from '../route.ts'

export const correctionRoutes = [
  defineRoute({
    path: '/corrections',
    summary: 'What people changed, the earliest first; nothing of it is ever changed itself.',
    query: correctionsQuery,
    answer: 'corrections',
    columns: ['id', 'document', 'quote', 'type', 'change', 'author', 'at', 'reason'],
    async handle({ query, reader }) {
      const cursors = cursorsOf('corrections', query)
      const { document } = query
      const all = await reader.corrections(document === undefined ? undefined : documentId(document))
      const { rows, next, total } = cutPage(all, cursors.page())
      return {
        json: { rows, next: cursors.next(next), total },
        rows: rows.map(({ anchor, by, ...rest }) => ({
          ...rest,
          document: anchor.document,
          quote: anchor.quote,
          author: by.name,
        })),
      }
    },
  }),
  defineRoute({
    path: '/corrections/lost',
    summary:
      'Corrections whose words are gone or fit several claims, and that are laid on nothing, the earliest first.',
    query: pagedQuery,
    answer: 'lost',
    columns: ['id', 'state', 'document', 'quote', 'change', 'author', 'at', 'reason'],
    async handle({ query, reader }) {
      const cursors = cursorsOf('corrections/lost', query)
      const { rows, next, total } = cutPage(await listLostCorrections(reader), cursors.page())
      return {
        json: { rows, next: cursors.next(next), total },
        rows: rows.map(({ state, correction: { id, anchor, change, by, at, reason } }) => ({
          ...{ id, state, document: anchor.document, quote: anchor.quote, change, author: by.name, at, reason },
        })),
      }
    },
  }),
  defineWrite({
    path: '/corrections',
    summary: 'Adds a correction of a claim, anchored in the words of its document.',
    query: noQuery,
    body: correctionBody,
    limit: { bytes: JSON_BYTES_MAX, constant: 'JSON_BYTES_MAX' },
    answer: 'correction',
    async handle({ body, server: { store, now, lexicon } }) {
      return { json: await addCorrection(store, body, { now, lexicon }), status: 201 }
    },
  }),
]
