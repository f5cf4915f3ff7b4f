import { expect, it } from 'vitest'
import { spreadDates as spread } from '../src/ask/spread-dates.ts'

const BARS = 60
const spreadDates = (spans: Parameters<typeof spread>[0]) => spread(spans, BARS)

const span = (earliest: string | null, latest: string | null, stories = 1) => ({ earliest, latest, stories })

it('counts for sure what lies in one bar, and spreads what may lie in several by its days', () => {
  const { unit, bars } = spreadDates([
    span('2026-03-30', '2026-03-30', 2),
    span('2026-03-31', '2026-04-03'),
    span('2026-04-03', '2026-04-03'),
  ])
  expect(unit).toBe('day')
  expect(bars.map(({ from, sure, soft }) => [from, sure, soft])).toEqual([
    ['2026-03-30', 2, 0],
    ['2026-03-31', 0, 0.25],
    ['2026-04-01', 0, 0.25],
    ['2026-04-02', 0, 0.25],
    ['2026-04-03', 1, 0.25],
  ])
})

it('puts what has one bound softly there, and what has none nowhere', () => {
  const { bars, open, undated } = spreadDates([
    span(null, '2026-03-14', 3),
    span('2026-03-14', null),
    span(null, null, 5),
  ])
  expect(bars).toEqual([{ from: '2026-03-14', to: '2026-03-14', sure: 0, soft: 4 }])
  expect({ open, undated }).toEqual({ open: 4, undated: 5 })
  expect(spreadDates([span(null, null)])).toEqual({ unit: 'day', bars: [], undated: 1, open: 0 })
})

it('takes the finest unit that gives few bars, with whole weeks, months and years', () => {
  const unitOf = (to: string) => spreadDates([span('2020-02-12', '2020-02-12'), span(to, to)])
  expect(unitOf('2020-04-11').unit).toBe('day')
  expect(unitOf('2020-06-01').unit).toBe('week')
  expect(unitOf('2020-06-01').bars[0]).toMatchObject({ from: '2020-02-10', to: '2020-02-16', sure: 1 })
  expect(unitOf('2023-01-01')).toMatchObject({ unit: 'month' })
  expect(unitOf('2023-01-01').bars[0]).toEqual({ from: '2020-02-01', to: '2020-02-29', sure: 1, soft: 0 })
  expect(unitOf('2030-01-01').unit).toBe('quarter')
  expect(unitOf('2070-01-01').unit).toBe('year')
  expect(unitOf('2400-01-01').bars[0]).toMatchObject({ from: '2020-01-01', to: '2029-12-31' })
  for (const to of ['2020-02-12', '2020-04-12', '2021-01-01', '2035-02-11', '2079-12-31', '2600-01-01'])
    expect(unitOf(to).bars.length).toBeLessThanOrEqual(BARS)
})

it('loses nobody: bars and what has no date are all stories', () => {
  const spans = [span('1994-01-01', '2026-12-31', 7), span('2026-05-01', '2026-05-31', 3), span(null, '2026-06-01', 2)]
  const { bars, undated } = spreadDates(spans)
  expect(bars.reduce((sum, { sure, soft }) => sum + sure + soft, undated)).toBeCloseTo(12, 1)
})
