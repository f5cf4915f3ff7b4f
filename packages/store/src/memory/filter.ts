import type { Report, Story } from '@backchannel/core'
import { reportWhen } from '@backchannel/core'
import {
  DOCUMENT_LISTS,
  daysOf,
  FILTER_LISTS,
  type FilterList,
  type FilterLists,
  facetsOf,
  listsOf,
  mayOverlap,
  STORY_LISTS,
} from '../facets.ts'
import { foldName } from '../search/words.ts'
import type { StoredDocument, StoryFilter } from '../store.ts'
import type { MemoryReport, MemoryState } from './state.ts'

const EMPTY = listsOf({})
/** Lists that are about a claim, as against those that a document answers for itself. */
const CLAIM_LISTS = FILTER_LISTS.filter((list) => !DOCUMENT_LISTS.includes(list))
/** Lists that a story does not answer for itself. */
const TOLD_LISTS = FILTER_LISTS.filter((list) => !STORY_LISTS.includes(list))

function valuesOf(report: Report, list: FilterList): readonly string[] {
  if (list === 'actor' || list === 'country' || list === 'speaker') return facetsOf(report)[list]
  if (list === 'type' || list === 'status') return [report[list]]
  if (list === 'channel') return report.channel === null ? [] : [report.channel.kind]
  if (list === 'outlet') return report.outlet === null ? [] : [foldName(report.outlet)]
  return [report.ref.document]
}

/** True where the report has one of the values of every given list. */
function inAll(report: Report, lists: FilterLists, which: readonly FilterList[]): boolean {
  return which.every(
    (list) => lists[list].length === 0 || valuesOf(report, list).some((one) => lists[list].includes(one)),
  )
}

/** True where the report has one of the values of any given list. */
function inAny(report: Report, lists: FilterLists, which: readonly FilterList[]): boolean {
  return which.some((list) => valuesOf(report, list).some((one) => lists[list].includes(one)))
}

/** Whether a report passes; its story answers for the roots. */
export function reportPasses(state: MemoryState, { report, story }: MemoryReport, filter: StoryFilter): boolean {
  const not = filter.not ? listsOf(filter.not) : EMPTY
  return (
    inAll(report, listsOf(filter), FILTER_LISTS) &&
    !inAny(report, not, FILTER_LISTS) &&
    mayOverlap(reportWhen(report), daysOf(filter)) &&
    storyItselfPasses(state.stories.get(story), filter)
  )
}

/** What only the story answers for, also where its reports are asked. */
function storyItselfPasses(story: Story | undefined, { independence, differs, story: ids = [] }: StoryFilter): boolean {
  return (
    (differs === undefined || (story?.differs ?? false) === differs) &&
    (independence === undefined || (story?.roots.low ?? 0) >= independence) &&
    (ids.length === 0 || (story !== undefined && ids.includes(story.id)))
  )
}

function ownPass(value: string, list: 'type' | 'status', lists: FilterLists, not: FilterLists): boolean {
  return (lists[list].length === 0 || lists[list].includes(value)) && !not[list].includes(value)
}

/** Whether a story passes: see `StoryFilter`. */
export function storyPasses(state: MemoryState, story: Story, filter: StoryFilter): boolean {
  const lists = listsOf(filter)
  const not = filter.not ? listsOf(filter.not) : EMPTY
  if (!ownPass(story.type, 'type', lists, not) || !ownPass(story.status, 'status', lists, not)) return false
  if (!mayOverlap(story.when, daysOf(filter)) || !storyItselfPasses(story, filter)) return false
  const reports = (state.byStory.get(story.id) ?? []).flatMap((id) => state.reports.get(id)?.report ?? [])
  const asked = TOLD_LISTS.some((list) => lists[list].length > 0)
  return (
    (!asked || reports.some((report) => inAll(report, lists, TOLD_LISTS))) &&
    !reports.some((report) => inAny(report, not, TOLD_LISTS))
  )
}

/**
 * Whether an article, or a quote of it, passes. The document answers for outlet, document and date; one of the given
 * reports (those of the article, or those told by the quote) must pass all the rest.
 */
export function documentPasses(
  state: MemoryState,
  stored: StoredDocument,
  reports: readonly MemoryReport[],
  filter: StoryFilter,
): boolean {
  const { document } = stored
  const lists = listsOf(filter)
  const not = filter.not ? listsOf(filter.not) : EMPTY
  const outlet = document.outlet === null ? null : foldName(document.outlet)
  if (lists.outlet.length > 0 && (outlet === null || !lists.outlet.includes(outlet))) return false
  if (lists.document.length > 0 && !lists.document.includes(document.id)) return false
  if ((outlet !== null && not.outlet.includes(outlet)) || not.document.includes(document.id)) return false
  if (!mayOverlap(document.published?.when ?? null, daysOf(filter))) return false
  const asked =
    CLAIM_LISTS.some((list) => lists[list].length > 0) ||
    filter.independence !== undefined ||
    filter.differs !== undefined ||
    (filter.story?.length ?? 0) > 0
  return (
    (!asked ||
      reports.some(
        ({ report, story }) => inAll(report, lists, CLAIM_LISTS) && storyItselfPasses(state.stories.get(story), filter),
      )) &&
    !reports.some(({ report }) => inAny(report, not, CLAIM_LISTS))
  )
}
