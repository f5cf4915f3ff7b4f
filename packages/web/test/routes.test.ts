import { describe, expect, it } from 'vitest'
import { actorHref, documentHref, routeOf, storyHref } from '../src/app/routes.ts'

describe('routeOf', () => {
  it.each([
    ['/', { page: 'stories' }],
    ['/stories/', { page: 'stories' }],
    ['/search', { page: 'search' }],
    ['/stories/c37c', { page: 'story', id: 'story:c37c' }],
    ['/stories/story:c37c', { page: 'story', id: 'story:c37c' }],
    ['/documents/215a', { page: 'document', id: 'doc:215a' }],
    ['/actors/c821', { page: 'actor', id: 'actor:c821' }],
    ['/actors/%zz', { page: 'missing' }],
    ['/stories/a/b', { page: 'missing' }],
    ['/api', { page: 'missing' }],
    ['/constructor', { page: 'missing' }],
    ['/constructor/x', { page: 'missing' }],
  ])('%s', (path, route) => {
    expect(routeOf(path)).toEqual(route)
  })
})

it('makes addresses without a colon that lead back to the id', () => {
  expect(storyHref('story:c37c')).toBe('/stories/c37c')
  expect(actorHref('actor:c821')).toBe('/actors/c821')
  expect(documentHref('doc:215a', 'c1')).toBe('/documents/215a#c1')
  expect(documentHref('doc:215a', null)).toBe('/documents/215a')
})
