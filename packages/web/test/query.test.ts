import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressOf,
  choiceOf,
  chosen,
  EMPTY_QUERY,
  isNarrowed,
  LIST_FILTERS,
  lookOf,
  queryOf,
  searchOf,
} from '../src/app/query.ts'

describe('the query of an address', () => {
  it('holds all state of a list', () => {
    const search = '?q=freed&type=release&type=pardon&not-status=planned&from=2026-03-01&independence=2&after=abc'
    const query = queryOf(search)
    expect(query.lists).toEqual({ type: ['release', 'pardon'] })
    expect(query.not).toEqual({ status: ['planned'] })
    expect(query).toMatchObject({ q: 'freed', from: '2026-03-01', to: '', independence: 2, after: 'abc' })
    expect(searchOf(query)).toBe(search)
  })

  it('leaves out what makes no sense', () => {
    expect(queryOf('?type=&from=yesterday&independence=-1&independence=x&colour=red')).toEqual(EMPTY_QUERY)
    expect(queryOf('?independence=1.5')).toEqual(EMPTY_QUERY)
    expect(searchOf(EMPTY_QUERY)).toBe('')
  })

  it('keeps beside it how a page shows the list', () => {
    const look = lookOf('?type=release&lanes=actor&q=x')
    expect(look).toBe('lanes=actor')
    expect(addressOf('/timeline', queryOf('?type=release'), look)).toBe('/timeline?type=release&lanes=actor')
    expect(addressOf('/map', EMPTY_QUERY, 'view=world')).toBe('/map?view=world')
    expect(addressOf('/map', EMPTY_QUERY)).toBe('/map')
  })

  it('comes back whole from any values', () => {
    const values = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 3 })
    const lists = fc
      .record(Object.fromEntries(LIST_FILTERS.map((name) => [name, values])), { requiredKeys: [] })
      .map((given) => Object.fromEntries(Object.entries(given).filter(([, list]) => list && list.length > 0)))
    fc.assert(
      fc.property(lists, lists, fc.string({ unit: 'grapheme' }), fc.nat(99), (own, not, q, independence) => {
        const query = { ...EMPTY_QUERY, lists: own, not, q, independence }
        expect(queryOf(searchOf(query))).toEqual(query)
      }),
    )
  })
})

describe('choosing a value', () => {
  it('keeps it, leaves it out, or neither, and goes back to the first page', () => {
    const only = chosen({ ...EMPTY_QUERY, after: 'x' }, 'type', 'release', 'only')
    expect(searchOf(only)).toBe('?type=release')
    expect(choiceOf(only, 'type', 'release')).toBe('only')
    const not = chosen(only, 'type', 'release', 'not')
    expect(searchOf(not)).toBe('?not-type=release')
    expect(choiceOf(not, 'type', 'release')).toBe('not')
    expect(chosen(not, 'type', 'release', 'any')).toEqual(EMPTY_QUERY)
    expect(isNarrowed(not)).toBe(true)
    expect(isNarrowed(EMPTY_QUERY)).toBe(false)
  })
})
