import { describe, expect, it } from 'vitest'
import { formsOf } from '../src/app/parts/forms.tsx'
import { actorHref, documentHref, routeOf, storyHref } from '../src/app/routes.ts'

describe('routeOf', () => {
  it.each([
    ['/', { page: 'stories' }],
    ['/stories/', { page: 'stories' }],
    ['/search', { page: 'search' }],
    ['/stories/c37c', { page: 'story', id: 'c37c' }],
    ['/stories/story:c37c', { page: 'story', id: 'story:c37c' }],
    ['/documents/215a', { page: 'document', id: '215a' }],
    ['/actors/c821', { page: 'actor', id: 'c821' }],
    ['/actors/%zz', { page: 'missing' }],
    ['/stories/c37c.json', { page: 'missing' }],
    ['/actors/c821.csv', { page: 'missing' }],
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

describe('forms of a page', () => {
  const forms = (path: string, search = '') => formsOf(routeOf(path), path, search).map(([href]) => href)

  it('keep what a list is narrowed by, and the words only where they are searched for', () => {
    expect(forms('/stories', '?type=release&q=x')).toEqual(['/stories.json?type=release', '/stories.csv?type=release'])
    expect(forms('/')).toEqual(['/stories.json', '/stories.csv'])
    expect(forms('/search', '?q=two+words')).toEqual(['/search.json?q=two+words', '/search.csv?q=two+words'])
    expect(forms('/search')).toEqual([])
    expect(forms('/nowhere')).toEqual([])
  })

  it('are no pages, so that a click asks the server', () => {
    for (const path of ['/stories', '/stories/c37c', '/actors/c821', '/documents/215a', '/timeline'])
      for (const href of forms(path)) expect(routeOf(href.split('?')[0] ?? '').page).toBe('missing')
  })
})
