import type { Story } from '@backchannel/core'
import { facetsOf } from '../facets.ts'
import { byText } from '../page.ts'
import { foldName } from '../search/words.ts'
import type { CountedList, ListCounts, SpanCount, StoryCounts, StoryFilter } from '../store.ts'
import { storyPasses } from './filter.ts'
import type { MemoryState } from './state.ts'

/** See `StoreReader.countStories`. */
export function countStories(
  state: MemoryState,
  filter: StoryFilter,
  lists: readonly CountedList[],
  most: number,
): StoryCounts {
  const passing = [...state.stories.values()].filter((story) => storyPasses(state, story, filter))
  const roots = new Map<number, number>()
  for (const { low } of passing.map((story) => story.roots)) roots.set(low, (roots.get(low) ?? 0) + 1)
  return {
    stories: passing.length,
    lists: new Map(lists.map((list) => [list, countValues(state, passing, list, most)])),
    spans: countSpans(passing),
    roots: [...roots].sort(([a], [b]) => a - b).map(([low, stories]) => ({ roots: low, stories })),
  }
}

/** Values of a story, folded, with a spelling of each. */
function valuesOf(state: MemoryState, story: Story, list: CountedList): ReadonlyMap<string, string> {
  if (list === 'type' || list === 'status') return new Map([[story[list], story[list]]])
  const values = new Map<string, string>()
  for (const id of state.byStory.get(story.id) ?? []) {
    const report = state.reports.get(id)?.report
    if (report === undefined) continue
    if (list === 'channel') {
      if (report.channel !== null) values.set(report.channel.kind, report.channel.kind)
    } else if (list === 'outlet') {
      if (report.outlet !== null) values.set(foldName(report.outlet), report.outlet)
    } else if (list === 'speaker') {
      for (const { name } of report.told) if (foldName(name) !== '') values.set(foldName(name), name)
    } else for (const value of facetsOf(report)[list]) values.set(value, value)
  }
  return values
}

function countValues(state: MemoryState, passing: readonly Story[], list: CountedList, most: number): ListCounts {
  const counts = new Map<string, { value: string; stories: number }>()
  for (const story of passing)
    for (const [folded, value] of valuesOf(state, story, list)) {
      const known = counts.get(folded)
      if (known) known.stories++
      else counts.set(folded, { value, stories: 1 })
    }
  const values = [...counts]
    .sort(([a, x], [b, y]) => y.stories - x.stories || byText(a, b))
    .slice(0, Math.max(0, most))
    .map(([, one]) => one)
  return { values, total: counts.size }
}

function countSpans(passing: readonly Story[]): readonly SpanCount[] {
  const spans = new Map<string, { earliest: string | null; latest: string | null; stories: number }>()
  for (const { when } of passing) {
    const [earliest, latest] = [when?.earliest ?? null, when?.latest ?? null]
    const key = `${earliest ?? ''} ${latest ?? ''}`
    const known = spans.get(key)
    if (known) known.stories++
    else spans.set(key, { earliest, latest, stories: 1 })
  }
  return [...spans].sort(([a], [b]) => byText(a, b)).map(([, span]) => span)
}
