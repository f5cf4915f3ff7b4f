import type { StoryJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { type Answers, facetsAddress, type Listed, listAddress } from '../api.ts'
import { Heading, Loaded, Pager, Status } from '../parts/common.tsx'
import { CorrectedMark } from '../parts/corrected.tsx'
import { Narrowing } from '../parts/narrowing.tsx'
import { isNarrowed, type ListProps, type Query, searchOf } from '../query.ts'
import { storyHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { counted, label, rootsWords, whenWords } from '../words.ts'

export interface StoriesProps {
  readonly listed: Listed<StoryJson>
  readonly query: Query
}

/** What happened, each happening once. */
export function StoriesView({ listed, query }: StoriesProps): JSX.Element {
  return (
    <>
      <p role="status">{counted(listed.total, 'story', 'stories')}</p>
      {listed.total === 0 && isNarrowed(query) && <p>Nothing in the record passes these filters.</p>}
      {listed.total === 0 && !isNarrowed(query) && (
        <p>
          There is no story yet. <a href="/inbox">Send documents to the inbox</a>, or begin with its demo collection.
        </p>
      )}
      <ul class="rows">
        {listed.rows.map((story) => (
          <StoryRow key={story.id} story={story} />
        ))}
      </ul>
      <Pager
        shown={listed.rows.length}
        total={listed.total}
        first={query.after === '' ? null : `/stories${searchOf({ ...query, after: '' })}`}
        next={listed.next === null ? null : `/stories${searchOf({ ...query, after: listed.next })}`}
      />
    </>
  )
}

/** One story of a list. */
export function StoryRow({ story }: { readonly story: StoryJson }): JSX.Element {
  return (
    <li>
      <a class="title" href={storyHref(story.id)}>
        {story.title}
      </a>
      <p class="facts">
        <Status status={story.status} /> <span>{label(story.type)}</span> <span>{whenWords(story.when)}</span>{' '}
        <span>{rootsWords(story.roots)}</span> <span>{counted(story.documents.length, 'document')}</span>{' '}
        <CorrectedMark by={story.correctedBy} />
      </p>
    </li>
  )
}

/** The stories of the address. */
export function StoriesPage(list: ListProps): JSX.Element {
  const { query } = list
  const stories = useFetched<Answers['stories']>(listAddress('stories', searchOf({ ...query, q: '' })))
  const facets = useFetched<Answers['facets']>(facetsAddress(query))
  return (
    <>
      <Heading>Stories</Heading>
      <p class="lead">What happened, each happening once, however many reports tell of it.</p>
      <Narrowing {...list} path="/stories" name="Stories found" facets={facets}>
        <Loaded of={stories}>{(listed) => <StoriesView listed={listed} query={query} />}</Loaded>
      </Narrowing>
    </>
  )
}
