import type { JSX } from 'preact'
import { type Answers, type DisagreementRow, facetsAddress, type Listed, listAddress } from '../api.ts'
import { Heading, Loaded, Pager } from '../parts/common.tsx'
import { CorrectedMark } from '../parts/corrected.tsx'
import { Narrowing } from '../parts/narrowing.tsx'
import { type ListProps, type Query, searchOf } from '../query.ts'
import { documentHref, storyHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { counted, label } from '../words.ts'

export interface DisagreementsProps {
  readonly listed: Listed<DisagreementRow>
  readonly query: Query
}

/** Stories whose tellings cannot all be true: field by field, who says what in which words. */
export function DisagreementsView({ listed, query }: DisagreementsProps): JSX.Element {
  return (
    <>
      <p role="status">{counted(listed.total, 'story', 'stories')}</p>
      {listed.rows.map(({ story, title, fields, notices, correctedBy: changedBy }) => (
        <section key={story} aria-label={title}>
          <h2>
            <a href={storyHref(story)}>{title}</a>
          </h2>
          {changedBy.length > 0 && (
            <p>
              <CorrectedMark by={changedBy} />
            </p>
          )}
          {fields.map(({ field, values }) => (
            <div key={field}>
              <h3>
                {label(field)}{' '}
                <span class="badge differ-mark inline">
                  <span aria-hidden="true">≠</span> {counted(values.length, 'value')}
                </span>
              </h3>
              <ul>
                {values.map(({ value, told, documents, quote, correctedBy }) => (
                  <li key={value}>
                    <strong>{value}</strong>, says {told.join(', ') || 'the outlet itself'}: <q>{quote}</q>{' '}
                    <CorrectedMark by={correctedBy} />{' '}
                    {documents.slice(0, 3).map((id, index) => (
                      <>
                        {index > 0 && ', '}
                        <a key={id} href={documentHref(id)}>
                          {index === 0 ? 'its words' : `article ${index + 1}`}
                          <span class="hidden"> for {value}</span>
                        </a>
                      </>
                    ))}
                  </li>
                ))}
              </ul>
            </div>
          ))}
          {notices.map(({ document, kind, quote }) => (
            <p key={`${document} ${quote}`}>
              {label(kind)} by <a href={documentHref(document)}>an outlet</a>: <q>{quote}</q>
            </p>
          ))}
        </section>
      ))}
      {listed.total === 0 && <p>Nothing in the record that passes this contradicts itself.</p>}
      <Pager
        shown={listed.rows.length}
        total={listed.total}
        first={query.after === '' ? null : `/disagreements${searchOf({ ...query, after: '' })}`}
        next={listed.next === null ? null : `/disagreements${searchOf({ ...query, after: listed.next })}`}
      />
    </>
  )
}

/** The disagreements of the address. */
export function DisagreementsPage(list: ListProps): JSX.Element {
  const { query } = list
  const listed = useFetched<Answers['disagreements']>(listAddress('disagreements', searchOf({ ...query, q: '' })))
  const facets = useFetched<Answers['facets']>(facetsAddress(query))
  return (
    <>
      <Heading>Disagreements</Heading>
      <p class="lead">Stories whose tellings cannot all be true, with the fields in which they differ.</p>
      <Narrowing
        {...list}
        path="/disagreements"
        name="Stories that contradict themselves"
        facets={facets}
        hint="Counts are of all stories, whether their tellings differ or not."
      >
        <Loaded of={listed}>{(found) => <DisagreementsView listed={found} query={query} />}</Loaded>
      </Narrowing>
    </>
  )
}
