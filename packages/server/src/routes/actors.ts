import { pageActors, showActor, showActorAround } from '@backchannel/desk'
import { ACTOR_STORY_TABLE, ACTOR_TABLE, actorsQuery, noQuery, SAYING_TABLE } from '@backchannel/wire'
import { cursorsOf } from '../cursors.ts'
import { ACTOR_STORIES_MAX } from '../limits.ts'
import { defineRoute } from '../route.ts'

export const actorRoutes = [
  defineRoute({
    path: '/actors',
    summary: 'Everybody in the record, those of most documents first.',
    query: actorsQuery,
    answer: 'actors',
    columns: ACTOR_TABLE.columns,
    async handle({ query, reader }) {
      const cursors = cursorsOf('actors', query)
      const { name, kind, country } = query
      const filter = {
        ...(name !== undefined && { name }),
        ...(kind !== undefined && { kind }),
        ...(country !== undefined && { country }),
      }
      const { rows, next, total } = await pageActors(reader, filter, cursors.page())
      return {
        json: { rows, next: cursors.next(next), total },
        rows: ACTOR_TABLE.rows(rows),
      }
    },
  }),
  defineRoute({
    path: '/actors/:id',
    summary: 'One actor, by id or by a name: every spelling, offices, stories.',
    query: noQuery,
    answer: 'actor',
    columns: ACTOR_STORY_TABLE.columns,
    async handle({ id, reader }) {
      const actor = await showActor(reader, id, ACTOR_STORIES_MAX)
      return {
        json: actor,
        rows: ACTOR_STORY_TABLE.rows(actor.stories),
      }
    },
  }),
  defineRoute({
    path: '/actors/:id/around',
    summary:
      'Names of one actor with their sources, offices over time, what he said and others of him, custody, engagements.',
    query: noQuery,
    answer: 'actorAround',
    columns: SAYING_TABLE.columns,
    async handle({ id, reader }) {
      const around = await showActorAround(reader, id)
      return { json: around, rows: SAYING_TABLE.rows(around) }
    },
  }),
]
