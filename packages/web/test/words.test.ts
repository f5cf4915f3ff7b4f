import { describe, expect, it } from 'vitest'
import { dayWords, label, rootsWords, whenWords } from '../src/app/words.ts'

describe('whenWords', () => {
  it.each([
    [null, 'no date'],
    [{ earliest: null, latest: null, precision: 'vague' }, 'no date'],
    [{ earliest: '2026-03-14', latest: '2026-03-14', precision: 'day' }, '14 March 2026'],
    [{ earliest: null, latest: '2026-03-16', precision: 'vague' }, 'by 16 March 2026'],
    [{ earliest: '2026-03-16', latest: null, precision: 'vague' }, 'from 16 March 2026'],
    [{ earliest: '2023-01-01', latest: '2023-12-31', precision: 'year' }, '2023'],
    [{ earliest: '2023-05-01', latest: '2023-05-31', precision: 'month' }, 'May 2023'],
    [{ earliest: '2023-05-01', latest: '2023-06-02', precision: 'vague' }, '1 May 2023 to 2 June 2023'],
  ] as const)('%j is "%s"', (when, words) => {
    expect(whenWords(when)).toBe(words)
  })
})

it('leaves what is no day as it is', () => {
  expect(dayWords('2026-03-14T10:00:00Z')).toBe('14 March 2026')
  expect(dayWords('2026-13-14')).toBe('2026-13-14')
  expect(dayWords('last spring')).toBe('last spring')
})

it('counts roots in words', () => {
  expect(rootsWords({ low: 0, high: 0 })).toBe('no independent root')
  expect(rootsWords({ low: 1, high: 1 })).toBe('1 independent root')
  expect(rootsWords({ low: 1, high: 3 })).toBe('1 to 3 independent roots')
})

it('makes a label of a name', () => {
  expect(label('prisoner-swap')).toBe('Prisoner swap')
  expect(label('')).toBe('')
})
