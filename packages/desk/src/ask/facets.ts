import type { RecordActorId } from '@backchannel/core'
import {
  COUNTED_LISTS,
  type CountedList,
  type ListCounts,
  type StoreReader,
  type StoryFilter,
} from '@backchannel/store'
import type { FacetJson, FacetsJson, FacetValueJson } from '@backchannel/wire/write'
import { spreadDates } from './spread-dates.ts'

/** How much of each facet is listed at most; values that the filter names are always there. */
export interface FacetBounds {
  readonly values: number
  /** Bars of the histogram of dates. */
  readonly bars: number
}

/**
 * What the stories that pass a filter can be narrowed by further, counted before they are listed. Each facet counts the stories
 * that pass all the other conditions, so that its values can be compared with those chosen from it. `base` is what the list
 * holds in the first place; it stays where the filter does not say otherwise.
 */
export async function countFacets(
  reader: StoreReader,
  chosen: StoryFilter,
  most: FacetBounds,
  base: StoryFilter = {},
): Promise<FacetsJson> {
  const filter = { ...base, ...chosen }
  const isNarrowed = (list: CountedList): boolean => (chosen[list]?.length ?? 0) + (chosen.not?.[list]?.length ?? 0) > 0
  const free = COUNTED_LISTS.filter((list) => !isNarrowed(list))
  const { stories, lists, spans, roots } = await reader.countStories(filter, free, most.values)
  const counts = new Map<CountedList, ListCounts>(lists)
  for (const list of COUNTED_LISTS.filter(isNarrowed)) {
    const found = await reader.countStories({ ...base, ...without(chosen, list) }, [list], most.values)
    counts.set(list, found.lists.get(list) ?? { values: [], total: 0 })
  }
  const { from: _, to: __, ...undated } = filter
  const isDated = filter.from !== undefined || filter.to !== undefined
  const { independence: ___, ...anyhow } = filter
  const allSpans = isDated ? (await reader.countStories(undated, [], 0)).spans : spans
  const allRoots = filter.independence === undefined ? roots : (await reader.countStories(anyhow, [], 0)).roots
  return {
    stories,
    type: facetOf(counts, 'type', chosen),
    channel: facetOf(counts, 'channel', chosen),
    status: facetOf(counts, 'status', chosen),
    country: facetOf(counts, 'country', chosen),
    actor: await named(reader, facetOf(counts, 'actor', chosen)),
    outlet: facetOf(counts, 'outlet', chosen),
    speaker: facetOf(counts, 'speaker', chosen),
    dates: spreadDates(allSpans, most.bars),
    independence: allRoots
      .filter((one) => one.roots > 0)
      .map(({ roots: least }) => ({
        roots: least,
        stories: allRoots.reduce((sum, one) => sum + (one.roots >= least ? one.stories : 0), 0),
      })),
  }
}

/** The filter without the values kept and left out of one list. */
function without(filter: StoryFilter, list: CountedList): StoryFilter {
  const { [list]: _, not, ...rest } = filter
  if (not === undefined) return rest
  const { [list]: __, ...others } = not
  return { ...rest, not: others }
}

function facetOf(counts: ReadonlyMap<CountedList, ListCounts>, list: CountedList, filter: StoryFilter): FacetJson {
  const { values, total } = counts.get(list) ?? { values: [], total: 0 }
  const known = new Set(values.map(({ value }) => value.toLowerCase()))
  const chosen = [...(filter[list] ?? []), ...(filter.not?.[list] ?? [])].filter(
    (value) => !known.has(value.toLowerCase()),
  )
  const rows: FacetValueJson[] = [
    ...values.map(({ value, stories }) => ({ value, name: value, stories })),
    // Not counted: beyond the most frequent, or in no story.
    ...[...new Set(chosen)].map((value) => ({ value, name: value, stories: null })),
  ]
  return { values: rows, total: Math.max(total, rows.length) }
}

/** Actors by their names instead of their ids. */
async function named(reader: StoreReader, facet: FacetJson): Promise<FacetJson> {
  // The store counts by ids, and so does the filter.
  const actors = await reader.recordActors(facet.values.map(({ value }) => value as RecordActorId))
  const names = new Map<string, string>(actors.map(({ id, name }) => [id, name]))
  return { ...facet, values: facet.values.map((one) => ({ ...one, name: names.get(one.value) ?? one.name })) }
}
