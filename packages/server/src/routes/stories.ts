import type { Lexicon } from '@backchannel/core'
import {
  pageStories,
  showAccounts,
  showAround,
  showFollowed,
  showHistory,
  showSources,
  showWholeStory,
} from '@backchannel/desk'
import type { StoreReader } from '@backchannel/store'
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
import { defineRoute, type Route } from '../route.ts'

/** A part of a story with an address of its own: an object, and as CSV the table of it. */
function aboutStory<Part>(parts: {
  readonly part: 'sources' | 'around' | 'followed'
  readonly summary: string
  readonly table: {
    readonly columns: readonly string[]
    rows(part: Part): readonly Readonly<Record<string, unknown>>[]
  }
  readonly show: (reader: StoreReader, id: string, lexicon: Lexicon) => Promise<Part>
}): Route {
  const { part, summary, table, show } = parts
  return defineRoute({
    path: `/stories/:id/${part}`,
    summary,
    query: noQuery,
    answer: part,
    columns: table.columns,
    async handle({ id, reader, server: { lexicon } }) {
      const found = await show(reader, id, lexicon)
      return { json: found, rows: table.rows(found) }
    },
  })
}

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
      const corrected = rows.filter(({ correctedBy }) => correctedBy.length > 0).map(({ id }) => id)
      return {
        json: { rows, next: cursors.next(next), total, corrected },
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
  aboutStory({
    part: 'sources',
    summary: 'On whom a story rests: independent roots, copies, loops, each with its reason.',
    table: SOURCE_TABLE,
    show: showSources,
  }),
  aboutStory({
    part: 'around',
    summary:
      'What stands around a story: asks and answers, what it is tied to, steps of custody, names of its documents.',
    table: AROUND_TABLE,
    show: showAround,
  }),
  aboutStory({
    part: 'followed',
    summary: 'What came after a story: what tellers claim that it caused, and apart from it what followed, in days.',
    table: FOLLOWED_TABLE,
    show: showFollowed,
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
