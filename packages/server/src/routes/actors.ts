import { pageActors, showActor } from '@backchannel/desk'
import { actorsQuery, noQuery } from '@backchannel/wire'
import { cursorsOf } from '../cursors.ts'
import { ACTOR_STORIES_MAX } from '../limits.ts'
import { defineRoute } from '../route.ts'

export const actorRoutes = [
  defineRoute({
    path: '/actors',
    summary: 'Everybody in the record, those of most documents first.',
    query: actorsQuery,
    answer: 'actors',
    columns: ['id', 'name', 'kind', 'country', 'names', 'offices', 'documents'],
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
        rows: rows.map((actor) => ({
          ...actor,
          offices: actor.offices.map(({ title, of }) => (of === null ? title : `${title} of ${of}`)),
        })),
      }
    },
  }),
  defineRoute({
    path: '/actors/:id',
    summary: 'One actor, by id or by a name: every spelling, offices, stories.',
    query: noQuery,
    answer: 'actor',
    columns: ['story', 'type', 'status', 'earliest', 'latest', 'title'],
    async handle({ id, reader }) {
      const actor = await showActor(reader, id, ACTOR_STORIES_MAX)
      return {
        json: actor,
        rows: actor.stories.map((story) => ({
          story: story.id,
          type: story.type,
          status: story.status,
          earliest: story.when?.earliest,
          latest: story.when?.latest,
          title: story.title,
        })),
      }
    },
  }),
]
