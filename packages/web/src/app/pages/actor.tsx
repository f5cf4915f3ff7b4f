import type { JSX } from 'preact'
import { type ActorAnswer, type Answers, actorAddress, LABEL_ROWS, listAddress } from '../api.ts'
import { type DocumentLabels, labelDocuments, shortLabel } from '../label-documents.ts'
import { Heading, Loaded } from '../parts/common.tsx'
import { documentHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { counted, label } from '../words.ts'
import { StoryRow } from './stories.tsx'

export interface ActorProps {
  readonly actor: ActorAnswer
  readonly labels: DocumentLabels
}

/** Somebody of the record: every spelling, offices, stories, documents. */
export function ActorView({ actor, labels }: ActorProps): JSX.Element {
  const { name, names, kind, country, documents, offices, stories } = actor
  return (
    <>
      <Heading>{name}</Heading>
      <p class="facts">
        <span>{label(kind)}</span>
        {country !== null && <span>{country}</span>}
        <span>{counted(documents.length, 'document')}</span>
      </p>
      <h2>Spellings</h2>
      <ul class="links">
        {names.map((one) => (
          <li key={one} dir="auto">
            {one}
          </li>
        ))}
      </ul>
      {offices.length > 0 && (
        <>
          <h2>Offices, as texts name them</h2>
          <ul>
            {offices.map(({ title, of }) => (
              <li key={`${title} ${of}`}>{of === null ? title : `${title}, ${of}`}</li>
            ))}
          </ul>
        </>
      )}
      <h2>Stories</h2>
      {stories.length === 0 && <p>Takes part in none.</p>}
      <ul class="rows">
        {stories.map((story) => (
          <StoryRow key={story.id} story={story} />
        ))}
      </ul>
      <h2>Documents</h2>
      <ul>
        {documents.map((id) => (
          <li key={id}>
            <a href={documentHref(id)}>{shortLabel(labels, id)}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The actor of an id. */
export function ActorPage({ id }: { readonly id: string }): JSX.Element {
  const actor = useFetched<ActorAnswer>(actorAddress(id))
  const documents = useFetched<Answers['documents']>(listAddress('documents', `?limit=${LABEL_ROWS}`))
  const labels = labelDocuments(documents.state === 'there' ? documents.value.rows : [])
  return <Loaded of={actor}>{(found) => <ActorView actor={found} labels={labels} />}</Loaded>
}
