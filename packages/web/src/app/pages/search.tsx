import type { SearchHitJson, SpanJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { useRef } from 'preact/hooks'
import { type Answers, facetsAddress, type Listed, listAddress } from '../api.ts'
import { Heading, Loaded, Pager } from '../parts/common.tsx'
import { CorrectedMark } from '../parts/corrected.tsx'
import { Narrowing } from '../parts/narrowing.tsx'
import { type ListProps, type Query, searchOf } from '../query.ts'
import { documentHref, storyHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { counted } from '../words.ts'

const KIND_WORDS: Readonly<Record<SearchHitJson['kind'], string>> = {
  article: 'Article',
  quote: 'Said',
  claim: 'Claim',
}

/** What was found, the best first, each with the way to its words. */
export function HitsView({
  listed,
  query,
}: {
  readonly listed: Listed<SearchHitJson>
  readonly query: Query
}): JSX.Element {
  return (
    <>
      <p role="status">{counted(listed.total, 'place')} found</p>
      {listed.total === 0 && <p>Nothing has all these words. A word* finds beginnings, "words" a phrase.</p>}
      <ul class="rows">
        {listed.rows.map(
          ({ kind, document, outlet, title, id, story, name, snippet, marks, rejected, correctedBy }) => (
            <li key={`${kind} ${document} ${id}`}>
              <a class="title" href={documentHref(document, kind === 'claim' ? id : null)}>
                {title ?? name}
              </a>
              <p>
                <Snippet text={snippet} marks={marks} />
              </p>
              <p class="facts">
                <span class="badge">{KIND_WORDS[kind]}</span> <span>{outlet ?? 'outlet not known'}</span>{' '}
                {story !== null && <a href={storyHref(story)}>Story</a>}{' '}
                {rejected ? (
                  <span class="badge denied-mark">
                    <span aria-hidden="true">✗</span> withdrawn
                    {correctedBy.length > 0 && ` by ${correctedBy.join(', ')}`}
                  </span>
                ) : (
                  <CorrectedMark by={correctedBy} />
                )}
              </p>
            </li>
          ),
        )}
      </ul>
      <Pager
        shown={listed.rows.length}
        total={listed.total}
        first={query.after === '' ? null : `/search${searchOf({ ...query, after: '' })}`}
        next={listed.next === null ? null : `/search${searchOf({ ...query, after: listed.next })}`}
      />
    </>
  )
}

/** A text with its hits marked; marks that overlap or lie outside count once or not at all. */
function Snippet({ text, marks }: { readonly text: string; readonly marks: readonly SpanJson[] }): JSX.Element {
  const parts: (string | JSX.Element)[] = []
  let at = 0
  for (const { from, to } of [...marks].sort((a, b) => a.from - b.from)) {
    if (from < at || from >= to || to > text.length) continue
    parts.push(text.slice(at, from), <mark>{text.slice(from, to)}</mark>)
    at = to
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}

/** The search of the address. */
export function SearchPage(list: ListProps): JSX.Element {
  const { query, onQuery } = list
  const field = useRef<HTMLInputElement>(null)
  const words = query.q.trim()
  const facets = useFetched<Answers['facets']>(facetsAddress(query))
  const hits = useFetched<Answers['search']>(words === '' ? null : listAddress('search', searchOf(query)))
  return (
    <>
      <Heading>Search</Heading>
      <search>
        <form
          class="search"
          onSubmit={(event) => {
            event.preventDefault()
            onQuery({ ...query, q: field.current?.value ?? '', after: '' })
          }}
        >
          <label for="words">Words in articles, quotations and claims</label>
          <div class="search-row">
            <input id="words" name="q" type="search" ref={field} value={query.q} />
            <button type="submit">Search</button>
          </div>
          <p class="hint">
            All words must be there. <code>"two words"</code> is a phrase, <code>releas*</code> a beginning.
          </p>
        </form>
      </search>
      <Narrowing
        {...list}
        path="/search"
        name="Found"
        facets={facets}
        hint="Counts are of stories, whatever the words. Articles and quotes go by their day of publication."
      >
        {words === '' ? (
          <p>Nothing is searched for yet.</p>
        ) : (
          <Loaded of={hits}>{(listed) => <HitsView listed={listed} query={query} />}</Loaded>
        )}
      </Narrowing>
    </>
  )
}
