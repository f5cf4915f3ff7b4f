import { type Iso3, type Places, type Report, resolvePlace, type Story } from '@backchannel/core'
import type { StoreReader, StoryFilter } from '@backchannel/store'
import { type MapJson, type MapPlaceJson, type MapStoryJson, whenToWire } from '@backchannel/wire/write'
import { loadCorrectors } from './corrected-by.ts'

/**
 * Where things happened, by the places that tellings name: at most the latest `most` stories. A name that the gazetteer does not
 * have, or has several times with nothing to tell which, stays in a list beside the map.
 */
export async function showMap(
  reader: StoreReader,
  filter: StoryFilter,
  places: Places,
  most: number,
): Promise<MapJson> {
  const { rows, total } = await reader.stories(filter, { limit: most })
  const located = new Map<string, { place: Omit<MapPlaceJson, 'stories'>; stories: Map<string, MapStoryJson> }>()
  const unlocated = new Map<string, { name: string; country: string | null; stories: Map<string, MapStoryJson> }>()
  let placeless = 0
  const correctedBy = await (await loadCorrectors(reader)).ofStories(rows)
  for (const story of rows) {
    const shown: MapStoryJson = { ...storyOf(story), correctedBy: correctedBy.get(story.id) ?? [] }
    const reports = await reader.reportsOf(story.id)
    const named = reports.filter(({ place }) => place !== null)
    if (named.length === 0) placeless++
    for (const report of named) {
      const { name, country } = report.place ?? { name: '', country: null }
      const found = resolvePlace(places, name, country, contextOf(reports))
      if (found) {
        const key = `${found.name} ${found.country} ${found.precision}`
        const { score, because } = found.score
        const known = located.get(key) ?? {
          place: { ...found, score, because },
          stories: new Map<string, MapStoryJson>(),
        }
        located.set(key, known)
        known.stories.set(story.id, shown)
      } else {
        const key = `${name.toLowerCase()} ${country ?? ''}`
        const known = unlocated.get(key) ?? { name, country, stories: new Map<string, MapStoryJson>() }
        unlocated.set(key, known)
        known.stories.set(story.id, shown)
      }
    }
  }
  return {
    places: byStories(
      [...located.values()].map(({ place, stories }) => ({ ...place, stories: [...stories.values()] })),
    ),
    unlocated: byStories([...unlocated.values()].map((one) => ({ ...one, stories: [...one.stories.values()] }))),
    placeless,
    stories: total,
    looked: rows.length,
  }
}

/** Countries of those who take part, the most told first. */
function contextOf(reports: readonly Report[]): readonly Iso3[] {
  const counts = new Map<Iso3, number>()
  for (const { participants } of reports)
    for (const { country } of participants) if (country) counts.set(country, (counts.get(country) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([country]) => country)
}

function storyOf({ id, title, type, status, when }: Story): Omit<MapStoryJson, 'correctedBy'> {
  return { id, title, type, status, when: whenToWire(when) }
}

function byStories<Row extends { readonly name: string; readonly stories: readonly MapStoryJson[] }>(
  rows: Row[],
): Row[] {
  return rows.sort((a, b) => b.stories.length - a.stories.length || (a.name < b.name ? -1 : 1))
}
