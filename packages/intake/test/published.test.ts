import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maybePublished, parsePublished } from '../src/index.ts'

const day = (text: string, iso: string, precision: 'day' | 'minute' = 'day') => ({
  text,
  when: { earliest: iso, latest: iso, precision },
})

describe('parsePublished', () => {
  it('reads ISO 8601 dates as fine as they are', () => {
    expect(parsePublished('2025-07-07')).toEqual(day('2025-07-07', '2025-07-07'))
    expect(parsePublished('2024-02').when).toEqual({ earliest: '2024-02-01', latest: '2024-02-29', precision: 'month' })
    expect(parsePublished('2025').when).toEqual({ earliest: '2025-01-01', latest: '2025-12-31', precision: 'year' })
  })

  it('keeps the day written, in the zone written', () => {
    expect(parsePublished('2025-07-07T00:30:00+03:00')).toEqual(
      day('2025-07-07T00:30:00+03:00', '2025-07-07', 'minute'),
    )
    expect(parsePublished('2025-07-07 23:59Z')).toEqual(day('2025-07-07T23:59Z', '2025-07-07', 'minute'))
  })

  it('reads the dates of mail and feeds and writes them as ISO 8601', () => {
    expect(parsePublished('Mon, 07 Jul 2025 14:30:05 +0200')).toEqual(
      day('2025-07-07T14:30:05+02:00', '2025-07-07', 'minute'),
    )
    expect(parsePublished('7 Jul 2025 14:30 GMT')).toEqual(day('2025-07-07T14:30:00Z', '2025-07-07', 'minute'))
    expect(parsePublished('7 July 2025')).toEqual(day('2025-07-07', '2025-07-07'))
  })

  it.each([
    ['2025-02-30', 'month 2025-02 has no day 30'],
    ['2025-13-01', 'there is no month 13'],
    ['2025-00', 'there is no month 00'],
    ['2025-07-07T25:00', 'there is no hour 25'],
    ['32 Foo 2025', 'there is no month Foo'],
    ['yesterday', 'it is not in a form that is read'],
    ['', 'it is not in a form that is read'],
    ['07/08/2025', 'it is not in a form that is read'],
  ])('names what is wrong with %j', (value, why) => {
    expect(() => parsePublished(value)).toThrow(`the publication date ${JSON.stringify(value)} is none: ${why}`)
  })

  it('never gives a day that the calendar has not', () => {
    const part = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), part, part, (year, month, date) => {
        const text = [year, month, date].map((n, index) => String(n).padStart(index === 0 ? 4 : 2, '0')).join('-')
        const found = maybePublished(text)
        const real = new Date(`${text}T00:00:00Z`)
        const exists = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(text)
        expect(found !== null).toBe(exists)
      }),
    )
  })
})

describe('maybePublished', () => {
  it('also reads what people write into pages', () => {
    expect(maybePublished('July 7, 2025')).toEqual(day('2025-07-07', '2025-07-07'))
    expect(maybePublished('Monday, Sept. 1, 2025 9:00 am')).toEqual(day('2025-09-01', '2025-09-01'))
    expect(maybePublished('two hours ago')).toBe(null)
  })
})
