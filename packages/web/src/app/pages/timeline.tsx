import type { TimelineEntryJson, WhenJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { type Answers, type Listed, listAddress } from '../api.ts'
import { Heading, Loaded, Pager, Status } from '../parts/common.tsx'
import { Narrowed } from '../parts/narrowed.tsx'
import { type Query, searchOf } from '../query.ts'
import { storyHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { counted, label, rootsWords, whenWords } from '../words.ts'

export interface TimelineProps {
  readonly listed: Listed<TimelineEntryJson>
  readonly query: Query
}

/** What happened in order of time, by month; a vague date stands where it may begin, and says how vague it is. */
export function TimelineView({ listed, query }: TimelineProps): JSX.Element {
  return (
    <>
      <Heading>Timeline</Heading>
      <p class="lead">In order of the first day that each may have been; what has no date comes last.</p>
      <Narrowed query={query} all="/timeline" />
      {groupByMonth(listed.rows).map(({ month, rows }) => (
        <section key={month} aria-label={month}>
          <h2>{month}</h2>
          <ol class="rows">
            {rows.map(({ when, story, type, title, status, documents, roots }) => (
              <li key={story}>
                <p class="facts">
                  <strong>{whenWords(when)}</strong> <Status status={status} /> <span>{label(type)}</span>
                </p>
                <a class="title" href={storyHref(story)}>
                  {title}
                </a>
                <p class="facts">
                  <span>{rootsWords(roots)}</span> <span>{counted(documents, 'document')}</span>
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
        first={query.after === '' ? null : `/timeline${searchOf({ ...query, after: '' })}`}
        next={listed.next === null ? null : `/timeline${searchOf({ ...query, after: listed.next })}`}
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
export function TimelinePage({ query }: { readonly query: Query }): JSX.Element {
  const listed = useFetched<Answers['timeline']>(listAddress('timeline', searchOf({ ...query, q: '' })))
  return <Loaded of={listed}>{(found) => <TimelineView listed={found} query={query} />}</Loaded>
}
