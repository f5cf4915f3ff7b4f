import type { CustodyJson, CustodyStepJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import { type Answers, facetsAddress, LABEL_ROWS, type Listed, listAddress } from '../api.ts'
import { type DocumentLabels, labelDocuments, shortLabel } from '../label-documents.ts'
import { Chain, Heading, Loaded, Pager } from '../parts/common.tsx'
import { CorrectedMark } from '../parts/corrected.tsx'
import { Narrowing } from '../parts/narrowing.tsx'
import { type ListProps, type Query, searchOf } from '../query.ts'
import { documentHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { counted, label, whenWords } from '../words.ts'

export interface CustodyProps {
  readonly listed: Listed<CustodyJson>
  readonly labels: DocumentLabels
  readonly query: Query
}

/** Who was held, freed, tried, sent away: person by person, step by step, each with its words. */
export function CustodyView({ listed, labels, query }: CustodyProps): JSX.Element {
  return (
    <>
      <p role="status">{counted(listed.total, 'person or group', 'persons and groups')}</p>
      {listed.rows.map(({ name, kind, count, country, members, steps, notes, documents }) => (
        <section key={`${name} ${documents[0]} ${steps[0]?.claim}`} aria-label={name}>
          <h2>{name}</h2>
          <p class="facts">
            <span>{label(kind)}</span>
            {count && <span>how many: {count.words}</span>}
            {country !== null && <span>{country}</span>}
            <span>{counted(documents.length, 'document')}</span>
          </p>
          {members.length > 0 && <p>Among them: {members.join(', ')}.</p>}
          <ol class="evidence">
            {steps.map((step) => (
              <Step key={`${step.document} ${step.claim}`} step={step} labels={labels} />
            ))}
          </ol>
          {notes.length > 0 && (
            <ul>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
      {listed.total === 0 && <p>Nothing in the record passes this.</p>}
      <Pager
        shown={listed.rows.length}
        total={listed.total}
        first={query.after === '' ? null : `/custody${searchOf({ ...query, after: '' })}`}
        next={listed.next === null ? null : `/custody${searchOf({ ...query, after: listed.next })}`}
      />
    </>
  )
}

function Step({ step, labels }: { readonly step: CustodyStepJson; readonly labels: DocumentLabels }): JSX.Element {
  const { sentence, when, mark, status, chain, quote, also, confidence, correctedBy } = step
  return (
    <li>
      <p class="facts">
        <strong>{sentence}</strong> <span>{whenWords(when)}</span> <span class="badge">{mark}</span>
        {status !== 'happened' && status !== mark && <span class="badge">{label(status)}</span>}{' '}
        <CorrectedMark by={correctedBy} />
      </p>
      <Chain label="Who says it" steps={chain} />
      <p>
        <q>{quote}</q> <a href={documentHref(step.document, step.claim)}>{shortLabel(labels, step.document)}</a>
      </p>
      {also.length > 0 && (
        <details>
          <summary>
            Also told {counted(also.length, 'time')}
            <span class="hidden"> of: {sentence}</span>
          </summary>
          <ul>
            {also.map((telling) => (
              <li key={`${telling.document} ${telling.claim}`}>
                <q>{telling.quote}</q>{' '}
                <a href={documentHref(telling.document, telling.claim)}>{shortLabel(labels, telling.document)}</a>{' '}
                <span class="badge">{telling.mark}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="hint">
        Sure {Math.round(confidence.score * 100)} %: {confidence.because}
      </p>
    </li>
  )
}

/** Facets of the page: an engagement has a channel, a person in custody none. */
const ORDER = ['type', 'actor', 'country', 'status', 'outlet', 'speaker'] as const

/** The custody histories of the address. */
export function CustodyPage(list: ListProps): JSX.Element {
  const { query } = list
  const listed = useFetched<Answers['custody']>(listAddress('custody', searchOf({ ...query, q: '' })))
  const facets = useFetched<Answers['facets']>(facetsAddress(query, 'custody'))
  const documents = useFetched<Answers['documents']>(listAddress('documents', `?limit=${LABEL_ROWS}`))
  const labels = labelDocuments(documents.state === 'there' ? documents.value.rows : [])
  return (
    <>
      <Heading>Custody</Heading>
      <p class="lead">Who was held, freed, tried, sent away: person by person, step by step.</p>
      <Narrowing
        {...list}
        path="/custody"
        name="Persons and groups"
        facets={facets}
        order={ORDER}
        hint="Counts are of stories: each step of somebody’s custody is one, however many tell of it."
      >
        <Loaded of={listed}>{(found) => <CustodyView listed={found} labels={labels} query={query} />}</Loaded>
      </Narrowing>
    </>
  )
}
