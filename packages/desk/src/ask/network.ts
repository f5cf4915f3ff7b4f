import type { RecordActorId, Report, Story } from '@backchannel/core'
import type { StoreReader, StoryFilter } from '@backchannel/store'
import {
  type NetworkEdgeJson,
  type NetworkJson,
  type NetworkNodeJson,
  storyEdges,
  whenToWire,
} from '@backchannel/wire/write'
import { storiesToWire } from './stories.ts'

/** How much a network holds at most. */
export interface NetworkBounds {
  /** Stories that are looked at, the latest. */
  readonly stories: number
  /** Actors, those of most stories. */
  readonly actors: number
}

/** Who did what with whom: an edge is a happening, never one telling of it. */
export async function showNetwork(reader: StoreReader, filter: StoryFilter, most: NetworkBounds): Promise<NetworkJson> {
  const { rows, total } = await reader.stories(filter, { limit: most.stories })
  const edges: NetworkEdgeJson[] = []
  for (const [at, story] of (await storiesToWire(reader, rows)).entries()) {
    const own = rows[at]
    const reports = own ? await reader.reportsOf(own.id) : []
    for (const { source, target, directed, type, role, title } of storyEdges({ story, reports, corrections: [] }))
      edges.push({
        ...{ story: story.id, source, target, directed, type, role, title, status: story.status, roots: story.roots },
        when: own ? whenToWire(own.when) : null,
        evidence: evidenceOf(own, reports, [source, target]),
        correctedBy: story.correctedBy,
      })
  }
  const degrees = new Map<string, Set<string>>()
  for (const { source, target, story } of edges)
    for (const id of [source, target]) degrees.set(id, (degrees.get(id) ?? new Set()).add(story))
  const kept = [...degrees]
    .sort(([a, x], [b, y]) => y.size - x.size || (a < b ? -1 : 1))
    .slice(0, most.actors)
    .map(([id]) => id)
  // Ids of the record, as its reports have them.
  const actors = await reader.recordActors(kept as RecordActorId[])
  const nodes = actors.map(
    ({ id, name, kind, country }): NetworkNodeJson => ({
      id,
      name,
      kind,
      country,
      stories: degrees.get(id)?.size ?? 0,
    }),
  )
  const known = new Set<string>(nodes.map(({ id }) => id))
  return {
    nodes,
    edges: edges.filter(({ source, target }) => known.has(source) && known.has(target)),
    stories: total,
    looked: rows.length,
  }
}

function evidenceOf(
  story: Story | undefined,
  reports: readonly Report[],
  pair: readonly string[],
): NetworkEdgeJson['evidence'] {
  const names = ({ participants }: Report): boolean =>
    pair.every((id) => participants.some(({ actor, includes }) => actor === id || includes.some((one) => one === id)))
  const report = reports.find(names) ?? reports[0]
  if (report) return { document: report.ref.document, claim: report.ref.claim, quote: report.evidence.quote }
  const [claim] = story?.claims ?? []
  return { document: claim?.document ?? '', claim: claim?.claim ?? '', quote: '' }
}
