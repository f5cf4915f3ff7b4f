import {
  pageStories,
  showAccounts,
  showAround,
  showFollowed,
  showHistory,
  showSources,
  showWholeStory,
} from '@backchannel/desk'
import {
  ACCOUNT_TABLE,
  AROUND_TABLE,
  FOLLOWED_TABLE,
  filteredQuery,
  noQuery,
  SOURCE_TABLE,
  STORY_TABLE,
} from '@backchannel/wire'
import { cursorsOf } from '../cursors.ts'
import { filterOf } from '../filter.ts'
import { defineRoute } from '../route.ts'

export const storyRoutes = [
  defineRoute({
    path: '/stories',
    summary: 'What happened, each happening once, latest first.',
    query: filteredQuery,
    answer: 'stories',
    columns: STORY_TABLE.columns,
    async handle({ query, reader }) {
      const cursors = cursorsOf('stories', query)
      const { rows, next, total } = await pageStories(reader, await filterOf(reader, query), cursors.page())
      return {
        json: { rows, next: cursors.next(next), total },
        rows: STORY_TABLE.rows(rows),
      }
    },
  }),
  defineRoute({
    path: '/stories/:id',
    summary: 'One story: its reports, who says what, and on whom it rests.',
    query: noQuery,
    answer: 'story',
    async handle({ id, reader, server: { lexicon } }) {
      return { json: await showWholeStory(reader, id, lexicon) }
    },
  }),
  defineRoute({
    path: '/stories/:id/accounts',
    summary: 'Who says what of a story, field by field.',
    query: noQuery,
    answer: 'accounts',
    columns: ACCOUNT_TABLE.columns,
    async handle({ id, reader, server: { lexicon } }) {
      const accounts = await showAccounts(reader, id, lexicon)
      return { json: accounts, rows: ACCOUNT_TABLE.rows(accounts) }
    },
  }),
  defineRoute({
    path: '/stories/:id/sources',
    summary: 'On whom a story rests: independent roots, copies, loops, each with its reason.',
    query: noQuery,
    answer: 'sources',
    columns: SOURCE_TABLE.columns,
    async handle({ id, reader, server: { lexicon } }) {
      const sources = await showSources(reader, id, lexicon)
      return { json: sources, rows: SOURCE_TABLE.rows(sources) }
    },
  }),
  defineRoute({
    path: '/stories/:id/around',
    summary:
      'What stands around a story: asks and answers, what it is tied to, steps of custody, names of its documents.',
    query: noQuery,
    answer: 'around',
    columns: AROUND_TABLE.columns,
    async handle({ id, reader }) {
      const around = await showAround(reader, id)
      return { json: around, rows: AROUND_TABLE.rows(around) }
    },
  }),
  defineRoute({
    path: '/stories/:id/followed',
    summary: 'What came after a story: what tellers claim that it caused, and apart from it what followed, in days.',
    query: noQuery,
    answer: 'followed',
    columns: FOLLOWED_TABLE.columns,
    async handle({ id, reader }) {
      const followed = await showFollowed(reader, id)
      return { json: followed, rows: FOLLOWED_TABLE.rows(followed) }
    },
  }),
  defineRoute({
    path: '/stories/:id/history',
    summary: 'What people changed in the claims of a story, and judged of it, the earliest first.',
    query: noQuery,
    answer: 'history',
    columns: ['at', 'author', 'document', 'claim', 'quote', 'change', 'reason'],
    async handle({ id, reader }) {
      const history = await showHistory(reader, id)
      return {
        json: history,
        rows: [
          ...history.corrections.map(({ document, claim, correction: { at, by, anchor, change, reason } }) => ({
            at,
            author: by.name,
            document,
            claim,
            quote: anchor.quote,
            change,
            reason,
          })),
          ...history.judgements.map(({ at, by, pair, verdict, reason }) => ({
            at,
            author: by.name,
            change: { pair, verdict },
            reason,
          })),
        ],
      }
    },
  }),
]
