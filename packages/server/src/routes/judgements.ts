import { documentId, type Judgement, recordActorId, storyId } from '@backchannel/core'
import { deskError, findStory } from '@backchannel/desk'
import type { StoreReader } from '@backchannel/store'
import { judgementBody, judgementsQuery, noQuery } from '@backchannel/wire'
import { cursorsOf, cutPage } from '../cursors.ts'
import { serverError } from '../errors.ts'
import { JSON_BYTES_MAX } from '../limits.ts'
import { defineRoute, defineWrite } from '../route.ts'

export const judgementRoutes = [
  defineRoute({
    path: '/judgements',
    summary: 'What people and programs judged to be the same or not, the earliest first.',
    query: judgementsQuery,
    answer: 'judgements',
    columns: ['about', 'pair', 'verdict', 'author', 'at', 'reason'],
    async handle({ query, reader }) {
      const cursors = cursorsOf('judgements', query)
      const { rows, next, total } = cutPage(await reader.judgements(query.about), cursors.page())
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
    async handle({ body, server: { store, now } }) {
      const { about, verdict, author, reason } = body
      const at = now()
      const judgement = await store.write(async (writer) => {
        const ids: string[] = []
        for (const id of body.pair) ids.push(await knownId(writer, about, id))
        // Both are there: the loop above has two turns.
        const [first = '', second = ''] = ids.sort()
        if (first === second) throw serverError('server/same-pair', { id: first })
        const added: Judgement = {
          pair: [first, second],
          about,
          verdict,
          by: { kind: 'person', name: author },
          at,
          score: null,
          reason,
        }
        await writer.addJudgement(added)
        return added
      })
      return { json: judgement, status: 201 }
    },
  }),
]

/** The id as the record has it. Throws where it is of nothing. */
async function knownId(reader: StoreReader, about: Judgement['about'], id: string): Promise<string> {
  switch (about) {
    case 'actor': {
      const [actor] = await reader.recordActors([recordActorId(id)])
      if (actor === undefined) throw deskError('desk/no-such-actor', { name: id })
      return actor.id
    }
    case 'story':
      return (await findStory(reader, storyId(id))).id
    case 'copy': {
      const stored = await reader.document(documentId(id))
      if (stored === null) throw serverError('server/no-such-document', { id })
      return stored.document.id
    }
  }
}
