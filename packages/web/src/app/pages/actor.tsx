import type { JSX } from 'preact'
import {
  type ActorAnswer,
  type ActorAroundAnswer,
  type Answers,
  actorAddress,
  actorAroundAddress,
  LABEL_ROWS,
  listAddress,
} from '../api.ts'
import { type DocumentLabels, labelDocuments, shortLabel } from '../label-documents.ts'
import { ActorAround } from '../parts/actor-around.tsx'
import { Heading, Loaded } from '../parts/common.tsx'
import { documentHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { counted, label } from '../words.ts'
import { StoryRow } from './stories.tsx'

export interface ActorProps {
  readonly actor: ActorAnswer
  readonly labels: DocumentLabels
  /** Null until it is there. */
  readonly around?: ActorAroundAnswer | null
}

/** Somebody of the record: every spelling, offices, stories, documents. */
export function ActorView({ actor, labels, around = null }: ActorProps): JSX.Element {
  const { name, kind, country, documents, stories } = actor
  return (
    <>
      <Heading>{name}</Heading>
      <p class="facts">
        <span>{label(kind)}</span>
        {country !== null && <span>{country}</span>}
        <span>{counted(documents.length, 'document')}</span>
      </p>
      {around && <ActorAround around={around} labels={labels} />}
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
  const around = useFetched<ActorAroundAnswer>(actorAroundAddress(id))
  return (
    <Loaded of={actor}>
      {(found) => <ActorView actor={found} labels={labels} around={around.state === 'there' ? around.value : null} />}
    </Loaded>
  )
}
