import type { StoryJson } from '@backchannel/wire/write'
import type { DocumentRow } from './api.ts'
import type { ListFilter, Query } from './query.ts'

export interface FacetValue {
  readonly value: string
  /** Stories of the record that have it, as far as they were looked at. */
  readonly count: number
}

/** Values of each facet, most frequent first, then by name. */
export type Facets = Readonly<Record<'type' | 'status' | 'country' | 'outlet', readonly FacetValue[]>>

/**
 * What a list can be narrowed by: counts over the given stories. Countries are those of named participants. Values that
 * the query names are always there, so that each can be taken back.
 */
export function countFacets(
  stories: readonly StoryJson[],
  documents: readonly DocumentRow[],
  actors: readonly { readonly id: string; readonly country: string | null }[],
  query: Query,
): Facets {
  const outletOf = new Map(documents.map(({ id, outlet }) => [id, outlet]))
  const countryOf = new Map(actors.map(({ id, country }) => [id, country]))
  const facet = (name: ListFilter, valuesOf: (story: StoryJson) => readonly (string | null | undefined)[]) => {
    const counts = new Map<string, number>()
    for (const value of [...(query.lists[name] ?? []), ...(query.not[name] ?? [])]) counts.set(value, 0)
    for (const story of stories)
      for (const value of new Set(valuesOf(story))) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  }
  return {
    type: facet('type', ({ type }) => [type]),
    status: facet('status', ({ status }) => [status]),
    country: facet('country', (story) => story.actors.map(({ id }) => countryOf.get(id))),
    outlet: facet('outlet', (story) => story.documents.map((id) => outletOf.get(id))),
  }
}
