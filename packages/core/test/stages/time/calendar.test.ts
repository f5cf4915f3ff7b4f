import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateOf,
  dayNumber,
  dayOfIso,
  daysInMonth,
  isoOf,
  periodAround,
  shiftDay,
  weekdayOf,
} from '../../../src/stages/time/calendar.ts'

const day = fc.integer({ min: -700000, max: 2900000 })

describe('calendar', () => {
  it('counts from 1970-01-01, a Thursday', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0)
    expect(weekdayOf(0)).toBe(3)
    expect(isoOf(dayNumber(2025, 7, 7))).toBe('2025-07-07')
    expect(weekdayOf(dayNumber(2025, 7, 7))).toBe(0)
  })

  it('agrees with the Date object of the platform', () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = new Date(number * 86_400_000)
        expect(dateOf(number)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        })
        expect(weekdayOf(number)).toBe((date.getUTCDay() + 6) % 7)
      }),
    )
  })

  it('turns back: the day number of a date is the number it came from', () => {
    fc.assert(
      fc.property(day, (number) => {
        const { year, month, day } = dateOf(number)
        expect(dayNumber(year, month, day)).toBe(number)
        expect(day).toBeLessThanOrEqual(daysInMonth(year, month))
      }),
    )
  })

  it('knows no 30 February', () => {
    expect(dayOfIso('2025-02-30')).toBe(null)
    expect(dayOfIso('2024-02-29')).toBe(dayNumber(2024, 2, 29))
    expect(dayOfIso('1900-02-29')).toBe(null)
    expect(dayOfIso('2025-7-7')).toBe(null)
  })

  it('keeps the last day of a shorter month', () => {
    expect(isoOf(shiftDay(dayNumber(2024, 1, 31), 'month', 1))).toBe('2024-02-29')
    expect(isoOf(shiftDay(dayNumber(2024, 2, 29), 'year', -1))).toBe('2023-02-28')
    expect(isoOf(shiftDay(dayNumber(2024, 1, 15), 'month', -1))).toBe('2023-12-15')
  })

  it('has periods that hold the day they are around', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('day', 'week', 'month', 'quarter', 'year', 'decade'), (number, unit) => {
        const { from, to } = periodAround(number, unit as 'day') // the constants above are units
        expect(from).toBeLessThanOrEqual(number)
        expect(to).toBeGreaterThanOrEqual(number)
      }),
    )
  })
})
