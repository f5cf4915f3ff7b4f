import type { TimelineEntryJson, WhenJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { type Answers, facetsAddress, type Listed, listAddress } from '../api.ts'
import { Heading, Loaded, Pager, Status } from '../parts/common.tsx'
import { CorrectedMark } from '../parts/corrected.tsx'
import { Narrowing } from '../parts/narrowing.tsx'
import { type Dated, type Lane, TimeLanes } from '../parts/time-lanes.tsx'
import { addressOf, type ListProps, type Query, searchOf } from '../query.ts'
import { storyHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { counted, label, rootsWords, whenWords } from '../words.ts'

export interface TimelineProps {
  readonly listed: Listed<TimelineEntryJson>
  readonly query: Query
  readonly by: LaneKind
}

/** What the lanes of the picture are. */
export type LaneKind = 'type' | 'channel' | 'actor'
const LANE_KINDS: readonly LaneKind[] = ['type', 'channel', 'actor']
/** Lanes of the picture; those of fewer entries are one lane together. */
const LANES_MAX = 12

/** The entries by what they are, whom they are of, or how they were carried: the fullest lanes first, the rest in one. */
export function lanesOf(entries: readonly TimelineEntryJson[], by: LaneKind): readonly Lane[] {
  const lanes = new Map<string, Dated[]>()
  for (const { story, title, when, status, type, channel, actors } of entries) {
    const names =
      by === 'type'
        ? [label(type)]
        : by === 'channel'
          ? [channel === null ? 'No engagement' : channel === 'unknown' ? 'Channel not said' : label(channel)]
          : actors.length > 0
            ? actors.map(({ name }) => name)
            : ['Nobody named']
    const item = { key: story, title, href: storyHref(story), when, status }
    for (const name of new Set(names)) lanes.set(name, [...(lanes.get(name) ?? []), item])
  }
  const sorted = [...lanes]
    .map(([name, items]) => ({ name, items }))
    .sort((a, b) => b.items.length - a.items.length || (a.name < b.name ? -1 : 1))
  if (sorted.length <= LANES_MAX) return sorted
  const rest = new Map(
    sorted.slice(LANES_MAX - 1).flatMap(({ items }) => items.map((item) => [item.key, item] as const)),
  )
  return [...sorted.slice(0, LANES_MAX - 1), { name: 'All others', items: [...rest.values()] }]
}

/** The address of the timeline with these lanes. */
function timelineHref(query: Query, by: LaneKind): string {
  return addressOf('/timeline', { ...query, q: '' }, by === 'type' ? '' : `lanes=${by}`)
}

/** What happened in order of time, by month; a vague date stands where it may begin, and says how vague it is. */
export function TimelineView({ listed, query, by }: TimelineProps): JSX.Element {
  return (
    <>
      <nav aria-label="Lanes">
        <ul class="links">
          {LANE_KINDS.map((kind) => (
            <li key={kind}>
              <a href={timelineHref(query, kind)} {...(kind === by && { 'aria-current': 'true' })}>
                By {kind}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {listed.rows.length > 0 && <TimeLanes name={`Lanes by ${by}`} lanes={lanesOf(listed.rows, by)} />}
      {groupByMonth(listed.rows).map(({ month, rows }) => (
        <section key={month} aria-label={month}>
          <h2>{month}</h2>
          <ol class="rows">
            {rows.map(({ when, story, type, title, status, documents, roots, correctedBy }) => (
              <li key={story}>
                <p class="facts">
                  <strong>{whenWords(when)}</strong> <Status status={status} /> <span>{label(type)}</span>
                </p>
                <a class="title" href={storyHref(story)}>
                  {title}
                </a>
                <p class="facts">
                  <span>{rootsWords(roots)}</span> <span>{counted(documents, 'document')}</span>{' '}
                  <CorrectedMark by={correctedBy} />
                </p>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {listed.total === 0 && <p>Nothing in the record passes this.</p>}
      <Pager
        shown={listed.rows.length}
        total={listed.total}
        first={query.after === '' ? null : timelineHref({ ...query, after: '' }, by)}
        next={listed.next === null ? null : timelineHref({ ...query, after: listed.next }, by)}
      />
    </>
  )
}

/** Entries that follow each other under one heading: a month, or that there is no date. */
export function groupByMonth<Entry extends { readonly when: WhenJson | null }>(
  entries: readonly Entry[],
): readonly { readonly month: string; readonly rows: readonly Entry[] }[] {
  const groups: { month: string; rows: Entry[] }[] = []
  for (const entry of entries) {
    const day = entry.when?.earliest ?? entry.when?.latest ?? null
    const month =
      day === null
        ? 'No date'
        : whenWords({ earliest: `${day.slice(0, 7)}-01`, latest: `${day.slice(0, 7)}-28`, precision: 'month' })
    const last = groups.at(-1)
    if (last?.month === month) last.rows.push(entry)
    else groups.push({ month, rows: [entry] })
  }
  return groups
}

/** The timeline of the address. */
export function TimelinePage(list: ListProps): JSX.Element {
  const { query, look } = list
  const listed = useFetched<Answers['timeline']>(listAddress('timeline', searchOf({ ...query, q: '' })))
  const facets = useFetched<Answers['facets']>(facetsAddress(query))
  const by = LANE_KINDS.find((kind) => look === `lanes=${kind}`) ?? 'type'
  return (
    <>
      <Heading>Timeline</Heading>
      <p class="lead">In order of the first day that each may have been; what has no date comes last.</p>
      <Narrowing {...list} path="/timeline" name="In order of time" facets={facets}>
        <Loaded of={listed}>{(found) => <TimelineView listed={found} query={query} by={by} />}</Loaded>
      </Narrowing>
    </>
  )
}
