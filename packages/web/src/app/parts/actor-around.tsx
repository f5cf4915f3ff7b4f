import type { ActorSayingJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import type { ActorAroundAnswer } from '../api.ts'
import { type DocumentLabels, shortLabel } from '../label-documents.ts'
import { documentHref, storyHref } from '../routes.ts'
import { counted, dayWords, label, STANCE_WORDS, whenWords } from '../words.ts'
import { Status } from './common.tsx'
import { CorrectedMark } from './corrected.tsx'

export interface ActorAroundProps {
  readonly around: ActorAroundAnswer
  readonly labels: DocumentLabels
}

/** Documents of a spelling or an office that are named before the rest is only counted. */
const SOURCES = 3

/** Names by spelling, offices over time, custody, engagements, what was said by somebody and of him. */
export function ActorAround({ around, labels }: ActorAroundProps): JSX.Element {
  const { spellings, offices, custody, engagements, said, about } = around
  return (
    <>
      <h2>Names</h2>
      <table>
        <caption>By spelling, with the documents that have it</caption>
        <thead>
          <tr>
            <th scope="col">Spelling</th>
            <th scope="col">Script</th>
            <th scope="col">Documents</th>
          </tr>
        </thead>
        <tbody>
          {spellings.map(({ name, script, documents }) => (
            <tr key={name}>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td>{script}</td>
              <td>
                <Sources documents={documents} labels={labels} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {offices.length > 0 && (
        <>
          <h2>Offices over time</h2>
          <table>
            <caption>As documents give them; first and last are days of documents, not of the term</caption>
            <thead>
              <tr>
                <th scope="col">Office</th>
                <th scope="col">First told</th>
                <th scope="col">Last told</th>
                <th scope="col">Documents</th>
              </tr>
            </thead>
            <tbody>
              {offices.map(({ title, of, first, last, documents }) => (
                <tr key={`${title} ${of}`}>
                  <th scope="row">{of === null ? title : `${title}, ${of}`}</th>
                  <td>{first === null ? 'no date' : dayWords(first)}</td>
                  <td>{last === null ? 'no date' : dayWords(last)}</td>
                  <td>
                    <Sources documents={documents} labels={labels} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {custody.length > 0 && (
        <>
          <h2>Custody</h2>
          {custody.map(({ name, steps }) => (
            <ol key={`${name} ${steps[0]?.claim}`}>
              {steps.map((step) => (
                <li key={`${step.document} ${step.claim}`}>
                  {step.sentence} <span class="hint">{whenWords(step.when)}</span>{' '}
                  <a href={documentHref(step.document, step.claim)}>{shortLabel(labels, step.document)}</a>
                </li>
              ))}
            </ol>
          ))}
        </>
      )}
      {engagements.length > 0 && (
        <>
          <h2>Engagements</h2>
          <ul>
            {engagements.map(({ story, title, when, channel, status }) => (
              <li key={story}>
                <a href={storyHref(story)}>{title}</a> <Status status={status} />{' '}
                <span class="hint">
                  {whenWords(when)}, {channel === 'unknown' ? 'channel not said' : label(channel).toLowerCase()}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Sayings title="Said" none="No telling has this voice." sayings={said} labels={labels} />
      <Sayings title="Said about" none="Nobody else is told to speak of it." sayings={about} labels={labels} />
    </>
  )
}

function Sources({
  documents,
  labels,
}: {
  readonly documents: readonly string[]
  readonly labels: DocumentLabels
}): JSX.Element {
  return (
    <ul class="links">
      {documents.slice(0, SOURCES).map((id) => (
        <li key={id}>
          <a href={documentHref(id)}>{shortLabel(labels, id)}</a>
        </li>
      ))}
      {documents.length > SOURCES && <li class="hint">and {counted(documents.length - SOURCES, 'more', 'more')}</li>}
    </ul>
  )
}

function Sayings({
  title,
  none,
  sayings,
  labels,
}: {
  readonly title: string
  readonly none: string
  readonly sayings: readonly ActorSayingJson[]
  readonly labels: DocumentLabels
}): JSX.Element {
  return (
    <>
      <h2>{title}</h2>
      {sayings.length === 0 && <p class="hint">{none}</p>}
      <ul class="evidence">
        {sayings.map(({ document, claim, story, by, type, stance, quote, published, correctedBy }) => (
          <li key={`${document} ${claim}`}>
            <blockquote>{quote}</blockquote>
            <p class="facts">
              <span>{by ?? 'nobody named'}</span>
              {stance !== 'asserts' && <span class="badge denied-mark">{STANCE_WORDS[stance]}</span>}
              <span>{label(type)}</span>
              <span>{published === null ? 'no date' : dayWords(published)}</span>
              <a href={documentHref(document, claim)}>{shortLabel(labels, document)}</a>
              <a href={storyHref(story)}>Story</a>
              <CorrectedMark by={correctedBy} />
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
