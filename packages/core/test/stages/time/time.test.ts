import { type TimeExpression, wordsAt } from '@backchannel/core'
import { checkCases } from '@backchannel/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOfIso, isoOf } from '../../../src/stages/time/calendar.ts'
import { time } from '../../../src/stages/time/index.ts'
import { quickParse } from './quick-parse.ts'

function timesOf(input: string, published: string | null): { text: string; times: readonly TimeExpression[] } {
  const { document, sentences, syntax } = quickParse(input, published)
  const { times } = time().run({ document, sentences, syntax }, { report: () => {} })
  return { text: document.text, times }
}

function printTime(text: string, one: TimeExpression): string {
  const days = one.earliest === one.latest ? (one.earliest ?? 'unknown') : `${one.earliest ?? ''}..${one.latest ?? ''}`
  return `${days} ${one.precision} "${wordsAt(text, one.span)}"`
}

checkCases(new URL('./time.cases', import.meta.url), ({ input, options }) => {
  const { text, times } = timesOf(input, options['published'] ?? null)
  return times.length === 0 ? 'none' : times.map((one) => printTime(text, one)).join('\n')
})

const PRECISIONS = ['minute', 'day', 'week', 'month', 'quarter', 'year', 'vague']
/** The finest precision that words of this kind may have. */
const FINEST: readonly (readonly [RegExp, string])[] = [
  [/\b(?:19|20)\d0s\b|(?:recent|coming) weeks|shortly after meeting|century/i, 'vague'],
  [/^(?:(?:early|mid|late)[ -])?(?:19|20)\d\d$|years? (?:ago|earlier)|(?:last|next|this) year$/, 'year'],
  [
    /^(?:(?:early|mid|late)[ -])?(?:June|May|March)(?: \d{4})?$|months? (?:ago|later)|(?:last|next|this) month$/,
    'month',
  ],
  [/weeks? (?:ago|later)|(?:last|next|this) week$/, 'week'],
]
const word = fc.constantFrom(
  ...'on in since by between and from to the of early mid - late 3 21 45 3-5 2024 2020 1990s June May March Sunday Monday'.split(
    ' ',
  ),
  ...'last next this week month year two days ago weeks later earlier , yesterday today shortly after meeting recently'.split(
    ' ',
  ),
  ...[
    'met|VBD',
    'will|MD',
    'meet|VB',
    'half',
    'first',
    'summer',
    '2025-06-21',
    '3:30',
    'p.m.',
    'at',
    'Q2',
    'coming',
    '\n',
    '1/2/2024',
  ],
)

describe('any words', () => {
  it('give days that the calendar has, in order, in bounds, and never finer than the words', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 25 }),
        fc.option(fc.constantFrom('2025-07-07', '2024-02-29', '2023-12-31', '2024-01-01', '2025-07', '2025'), {
          nil: null,
        }),
        (words, published) => {
          const input = words.join(' ').trim()
          if (input === '') return
          const { text, times } = timesOf(input, published)
          let end = 0
          for (const one of times) {
            expect(one.span.from).toBeGreaterThanOrEqual(end)
            expect(one.span.to).toBeGreaterThan(one.span.from)
            end = one.span.to
            for (const day of [one.earliest, one.latest])
              if (day !== null) expect(isoOf(dayOfIso(day) ?? Number.NaN)).toBe(day)
            if (one.earliest !== null && one.latest !== null) expect(one.earliest <= one.latest).toBe(true)
            const finest = FINEST.find(([pattern]) => pattern.test(wordsAt(text, one.span)))?.[1] ?? 'minute'
            expect(PRECISIONS.indexOf(one.precision)).toBeGreaterThanOrEqual(PRECISIONS.indexOf(finest))
          }
          expect(end).toBeLessThanOrEqual(text.length)
        },
      ),
      { numRuns: 1500, seed: 7 },
    )
  })

  it('never make the stage throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (input) => {
        if (input.trim() !== '') expect(Array.isArray(timesOf(input, '2025-07-07').times)).toBe(true)
      }),
      { numRuns: 500, seed: 7 },
    )
  })
})
