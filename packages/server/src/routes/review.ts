import { listDecided, listPairs, listReview, showDecided } from '@backchannel/desk'
import { pagedQuery, pairsQuery, reviewQuery } from '@backchannel/wire'
import { cursorsOf, cutPage } from '../cursors.ts'
import { checkScan, filterOf } from '../filter.ts'
import { PAIRS_SCAN_MAX, REVIEW_SCAN_MAX } from '../limits.ts'
import { defineRoute } from '../route.ts'

export const reviewRoutes = [
  defineRoute({
    path: '/review',
    summary: 'Claims for a person to look at, those that nobody has checked yet.',
    query: reviewQuery,
    answer: 'review',
    columns: [
      'document',
      'claim',
      'story',
      'type',
      'status',
      'stance',
      'speaker',
      'quote',
      'score',
      'because',
      'checked',
    ],
    async handle({ query, reader, server: { lexicon } }) {
      const cursors = cursorsOf('review', query)
      const page = cursors.page()
      const { order = 'doubt', checked, ...rest } = query
      const filter = await filterOf(reader, rest)
      if (order === 'disagreement') await checkScan(reader, filter)
      const options = { order, checked: checked === 'true', most: REVIEW_SCAN_MAX }
      const { rows: all, whole } = await listReview(reader, filter, lexicon, options)
      const { rows, next, total } = cutPage(all, page)
      return {
        json: { rows, next: cursors.next(next), total, whole },
        rows: rows.map(({ document, claim, story, now, evidence, confidence, checked: by }) => ({
          ...{ document, claim, story, type: now.type, status: now.status, stance: now.stance, speaker: now.speaker },
          ...{ quote: evidence.quote, score: confidence.score, because: confidence.because, checked: by },
        })),
      }
    },
  }),
  defineRoute({
    path: '/pairs',
    summary:
      'Two actors, or two stories, that are apart and may be one: field beside field, with the score and its reason.',
    query: pairsQuery,
    answer: 'pairs',
    columns: ['pair', 'names', 'score', 'because', 'verdict', 'joined'],
    async handle({ query, reader, server: { lexicon } }) {
      const cursors = cursorsOf('pairs', query)
      const page = cursors.page()
      const { about = 'actor', joined } = query
      const all = await listPairs(reader, about, lexicon, PAIRS_SCAN_MAX)
      const wanted = joined === undefined ? all : all.filter((pair) => String(pair.joined) === joined)
      const { rows, next, total } = cutPage(wanted, page)
      return {
        json: { rows, next: cursors.next(next), total },
        rows: rows.map(({ judged, ...rest }) => ({ ...rest, verdict: judged?.verdict ?? '' })),
      }
    },
  }),
  defineRoute({
    path: '/changes',
    summary: 'All that people decided in the record, the latest first, with what was before and what is after.',
    query: pagedQuery,
    answer: 'changes',
    columns: ['at', 'by', 'what', 'document', 'claim', 'pair', 'quote', 'before', 'after', 'state', 'reason', 'names'],
    async handle({ query, reader }) {
      const cursors = cursorsOf('changes', query)
      const { rows, next, total } = cutPage(await listDecided(reader), cursors.page())
      const shown = await showDecided(reader, rows)
      return { json: { rows: shown, next: cursors.next(next), total }, rows: shown.map((row) => ({ ...row })) }
    },
  }),
]
