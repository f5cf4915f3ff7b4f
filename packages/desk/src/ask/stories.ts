import type { DocumentId, RecordActor, Report, Story, StoryId } from '@backchannel/core'
import type { Listed, Page, StoreReader, StoryFilter } from '@backchannel/store'
import type { EngagementStoryJson, ReportJson, StoryJson, TimelineEntryJson } from '@backchannel/wire/write'
import { whenToWire } from '@backchannel/wire/write'
import { judgedStrands } from '../believe-stories.ts'
import { deskError } from '../errors.ts'
import { loadCorrectors } from './corrected-by.ts'
import { everyPage } from './every-page.ts'
import { withBase } from './list-bases.ts'

/**
 * The story of an id, or of the id of one that was merged into it; "story:" may be left out, as addresses of pages do.
 * Throws `desk/no-such-story`.
 */
export async function findStory(reader: StoreReader, id: string): Promise<Story> {
  // Any text may be asked for; the store knows which are ids.
  const story =
    (await reader.story(id as StoryId)) ??
    (await reader.story(`story:${id}` as StoryId)) ??
    (await judgedStory(reader, [id, `story:${id}`]))
  if (story === null) throw deskError('desk/no-such-story', { id })
  return story
}

/** The story that an id which is no more was judged as, by the words that were judged. */
async function judgedStory(reader: StoreReader, ids: readonly string[]): Promise<Story | null> {
  for (const judgement of await reader.judgements('story')) {
    const at = judgement.pair.findIndex((one) => ids.includes(one))
    const strand = at < 0 ? null : ((await judgedStrands(reader, judgement))[at] ?? null)
    if (strand !== null) return reader.story(strand)
  }
  return null
}

/** Stories that pass the filter, latest first; all of them. */
export async function listStories(reader: StoreReader, filter: StoryFilter = {}): Promise<readonly StoryJson[]> {
  return storiesToWire(reader, await everyPage((page) => reader.stories(filter, page)))
}

/** One page of the same list. */
export async function pageStories(reader: StoreReader, filter: StoryFilter, page: Page): Promise<Listed<StoryJson>> {
  const listed = await reader.stories(filter, page)
  return { ...listed, rows: await storiesToWire(reader, listed.rows) }
}

/** Stories as JSON, in their order. */
export async function storiesToWire(reader: StoreReader, stories: readonly Story[]): Promise<readonly StoryJson[]> {
  const names = await namesOf(reader, stories)
  const correctedBy = await (await loadCorrectors(reader)).ofStories(stories)
  return stories.map((story) => ({ ...storyToWire(story, names), correctedBy: correctedBy.get(story.id) ?? [] }))
}

/** One story with all its reports. */
export async function showStory(
  reader: StoreReader,
  id: string,
): Promise<StoryJson & { readonly reports: readonly ReportJson[] }> {
  const story = await findStory(reader, id)
  const reports = await reader.reportsOf(story.id)
  const [told] = await storiesToWire(reader, [story])
  if (!told) throw deskError('desk/no-such-story', { id })
  return { ...told, reports: reports.map(reportToWire) }
}

/** Stories in order of time: dated ones by their first possible day, then those without a date. */
export async function listTimeline(
  reader: StoreReader,
  filter: StoryFilter = {},
): Promise<readonly TimelineEntryJson[]> {
  return entriesOf(reader, await everyPage((page) => reader.stories(filter, page, 'time')))
}

/** One page of the same list. */
export async function pageTimeline(
  reader: StoreReader,
  filter: StoryFilter,
  page: Page,
): Promise<Listed<TimelineEntryJson>> {
  const listed = await reader.stories(filter, page, 'time')
  return { ...listed, rows: await entriesOf(reader, listed.rows) }
}

async function entriesOf(reader: StoreReader, stories: readonly Story[]): Promise<readonly TimelineEntryJson[]> {
  const names = await namesOf(reader, stories)
  const correctedBy = await (await loadCorrectors(reader)).ofStories(stories)
  const entries: TimelineEntryJson[] = []
  for (const story of stories) {
    const reports = await reader.reportsOf(story.id)
    entries.push({
      when: whenToWire(story.when),
      story: story.id,
      type: story.type,
      title: story.title,
      status: story.status,
      documents: documentsOf(story).length,
      roots: { ...story.roots },
      actors: story.actors.map((id) => ({ id, name: names.get(id)?.name ?? id })),
      channel: reports.some(({ channel }) => channel !== null)
        ? mostTold(
            reports.flatMap(({ channel }) => (channel === null ? [] : [channel.kind])),
            'unknown',
          )
        : null,
      correctedBy: correctedBy.get(story.id) ?? [],
    })
  }
  return entries
}

/** Engagements: who met whom, through which channel. Stories that have one, with what most of their reports say of it. */
export async function listEngagements(
  reader: StoreReader,
  filter: StoryFilter = {},
): Promise<readonly EngagementStoryJson[]> {
  return engagementsOf(reader, await everyPage((page) => reader.stories(filter, page)))
}

/**
 * One page of engagements, latest first. The store finds them by their channel, so that of each one some report that has a
 * channel passes all lists of the filter by itself.
 */
export async function pageEngagements(
  reader: StoreReader,
  filter: StoryFilter,
  page: Page,
): Promise<Listed<EngagementStoryJson>> {
  const listed = await reader.stories(withBase('engagements', filter), page)
  return { ...listed, rows: await engagementsOf(reader, listed.rows) }
}

async function engagementsOf(reader: StoreReader, stories: readonly Story[]): Promise<readonly EngagementStoryJson[]> {
  const found: EngagementStoryJson[] = []
  const correctedBy = await (await loadCorrectors(reader)).ofStories(stories)
  for (const story of stories) {
    const reports = await reader.reportsOf(story.id)
    const carried = reports.filter((report) => report.channel !== null)
    if (carried.length === 0) continue
    const parties = new Map<string, EngagementStoryJson['parties'][number]>()
    for (const { participants } of carried) {
      for (const { actor, name, role, country } of participants) {
        const key = actor ?? name.toLowerCase()
        if (PARTY_ROLES.has(role) && !parties.has(key)) parties.set(key, { name, role, country })
      }
    }
    found.push({
      story: story.id,
      type: story.type,
      title: story.title,
      when: whenToWire(story.when),
      status: story.status,
      channel: mostTold(
        carried.map((one) => one.channel?.kind ?? 'unknown'),
        'unknown',
      ),
      setting: mostTold(
        carried.map((one) => one.channel?.setting ?? 'unknown'),
        'unknown',
      ),
      place: carried.find((one) => one.place !== null)?.place?.name ?? null,
      parties: [...parties.values()],
      documents: documentsOf(story),
      roots: { ...story.roots },
      correctedBy: correctedBy.get(story.id) ?? [],
    })
  }
  return found
}

const PARTY_ROLES: ReadonlySet<string> = new Set([
  'agent',
  'counterpart',
  'addressee',
  'patient',
  'intermediary',
  'host',
])

/** The value told most often, the unknown one only where nobody tells another; of as frequent ones the first. */
function mostTold<Value extends string>(values: readonly Value[], unknown: Value): Value {
  const times = new Map<Value, number>()
  for (const value of values) if (value !== unknown) times.set(value, (times.get(value) ?? 0) + 1)
  let best = unknown
  for (const [value, count] of times) if (count > (times.get(best) ?? 0)) best = value
  return best
}

function documentsOf(story: Story): readonly DocumentId[] {
  return [...new Set(story.claims.map(({ document }) => document))]
}

async function namesOf(reader: StoreReader, stories: readonly Story[]): Promise<ReadonlyMap<string, RecordActor>> {
  const ids = [...new Set(stories.flatMap((story) => story.actors))].sort()
  return new Map((await reader.recordActors(ids)).map((actor) => [actor.id, actor]))
}

function storyToWire(story: Story, actors: ReadonlyMap<string, RecordActor>): Omit<StoryJson, 'correctedBy'> {
  return {
    id: story.id,
    type: story.type,
    title: story.title,
    when: whenToWire(story.when),
    status: story.status,
    documents: documentsOf(story),
    claims: story.claims.map(({ document, claim }) => ({ document, claim })),
    roots: { low: story.roots.low, high: story.roots.high },
    actors: story.actors.map((id) => ({ id, name: actors.get(id)?.name ?? id })),
    withdrawn: story.withdrawn ?? false,
    because: { score: story.because.score, because: story.because.because },
  }
}

function reportToWire(report: Report): ReportJson {
  return {
    document: report.ref.document,
    claim: report.ref.claim,
    outlet: report.outlet,
    status: report.status,
    stance: report.stance,
    told: report.told.map(({ name, standing, through }) => ({
      name,
      standing,
      through: through.map((one) => one.name),
    })),
    when: whenToWire(report.when),
    quote: report.evidence.quote,
    confidence: report.confidence.score,
  }
}
