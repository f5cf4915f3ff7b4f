import type { StoryJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { type Answers, facetsAddress, type Listed, listAddress } from '../api.ts'
import { Heading, Loaded, Pager, Status } from '../parts/common.tsx'
import { Filters, type FiltersProps } from '../parts/filters.tsx'
import { isNarrowed, type Query, searchOf } from '../query.ts'
import { storyHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { counted, label, rootsWords, whenWords } from '../words.ts'

export interface StoriesProps extends Omit<FiltersProps, 'facets'> {
  /** Null while they are counted. */
  readonly facets: FiltersProps['facets'] | null
  readonly listed: Listed<StoryJson>
  /** Whether the filters are unfolded; on a narrow screen they would push the stories out of sight. */
  readonly unfolded: boolean
}

/** What happened, each happening once, with what it can be narrowed by. */
export function StoriesView({ listed, unfolded, facets, ...filters }: StoriesProps): JSX.Element {
  const { query } = filters
  return (
    <>
      <Heading>Stories</Heading>
      <p class="lead">What happened, each happening once, however many reports tell of it.</p>
      <div class="beside">
        <section aria-label="Narrow the list" class="side">
          <a class="skip" href="#results">
            Skip the filters
          </a>
          <details class="folding" open={unfolded}>
            <summary>Filters</summary>
            {facets === null ? <p role="status">Counting …</p> : <Filters {...filters} facets={facets} />}
          </details>
        </section>
        <section id="results" tabIndex={-1} aria-label="Stories found">
          <p role="status">{counted(listed.total, 'story', 'stories')}</p>
          {listed.total === 0 && isNarrowed(query) && <p>Nothing in the record passes these filters.</p>}
          {listed.total === 0 && !isNarrowed(query) && (
            <p>
              There is no story yet. <a href="/inbox">Send documents to the inbox</a>, or begin with its demo
              collection.
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
        </section>
      </div>
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
        <span>{rootsWords(story.roots)}</span> <span>{counted(story.documents.length, 'document')}</span>
      </p>
    </li>
  )
}

/** As in styles.css: filters beside the list. */
export const WIDE = '(min-width: 52rem)'

/** The stories of the address. */
export function StoriesPage({
  query,
  onQuery,
}: {
  readonly query: Query
  readonly onQuery: (query: Query) => void
}): JSX.Element {
  const stories = useFetched<Answers['stories']>(listAddress('stories', searchOf({ ...query, q: '' })))
  const facets = useFetched<Answers['facets']>(facetsAddress(query))
  return (
    <Loaded of={stories}>
      {(listed) => (
        <StoriesView
          listed={listed}
          unfolded={window.matchMedia(WIDE).matches}
          facets={facets.state === 'there' ? facets.value : null}
          query={query}
          onQuery={onQuery}
          path="/stories"
        />
      )}
    </Loaded>
  )
}
