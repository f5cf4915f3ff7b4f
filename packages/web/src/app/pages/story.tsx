import type { ReportJson, WhenJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import {
  type AroundAnswer,
  aroundAddress,
  type HistoryAnswer,
  historyAddress,
  type StoryAnswer,
  storyAddress,
} from '../api.ts'
import { type DocumentLabels, labelDocuments, shortLabel } from '../label-documents.ts'
import { AccountsMatrix } from '../parts/accounts-matrix.tsx'
import { AccountsTable } from '../parts/accounts-table.tsx'
import { Around } from '../parts/around.tsx'
import { Chain, Heading, Loaded, Status } from '../parts/common.tsx'
import { Corrected, CorrectedMark } from '../parts/corrected.tsx'
import { History } from '../parts/history.tsx'
import { SourcesTree } from '../parts/sources-tree.tsx'
import { TimeLanes } from '../parts/time-lanes.tsx'
import { actorHref, documentHref, sourcesHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'
import { counted, dayWords, label, rootsWords, STANCE_WORDS, STANDING_WORDS, whenWords } from '../words.ts'

export interface StoryProps {
  readonly story: StoryAnswer
  readonly labels: DocumentLabels
  /** Null until they are there. */
  readonly around?: AroundAnswer | null
  readonly history?: HistoryAnswer | null
}

/** One happening: what, who says so, on whom it rests, and the words. */
export function StoryView({ story, labels, around = null, history = null }: StoryProps): JSX.Element {
  const { accounts, sources } = story
  const differing = accounts.fields.filter(({ agree }) => !agree).map(({ field }) => label(field).toLowerCase())
  return (
    <>
      <Heading>{story.title}</Heading>
      <p class="facts">
        <Status status={story.status} /> <span>{label(story.type)}</span> <span>{whenWords(story.when)}</span>{' '}
        <span>{rootsWords(story.roots)}</span> <span>{counted(story.documents.length, 'document')}</span>
        {story.withdrawn && (
          <span class="badge denied-mark">
            <span aria-hidden="true">✗</span> withdrawn by every outlet that told it
          </span>
        )}
        {story.corrected.length > 0 && (
          <a href="#corrected-title">
            <CorrectedMark by={story.correctedBy} />
          </a>
        )}
        {sources.denied.high > 0 && (
          <span class="badge denied-mark">
            <span aria-hidden="true">✗</span> denied by {sources.denied.roots.map(({ name }) => name).join(', ')}
          </span>
        )}
      </p>
      {story.actors.length > 0 && (
        <ul class="links" aria-label="Who takes part">
          {story.actors.map(({ id, name }) => (
            <li key={id}>
              <a href={actorHref(id)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      <section aria-labelledby="accounts-title">
        <h2 id="accounts-title">Who says what</h2>
        <p>
          {differing.length > 0
            ? `Accounts differ on: ${differing.join(', ')}.`
            : 'The accounts do not contradict each other.'}
        </p>
        <AccountsMatrix fields={accounts.fields} reports={story.reports} labels={labels} />
        <details>
          <summary>Each value with its words</summary>
          <AccountsTable fields={accounts.fields} reports={story.reports} labels={labels} />
        </details>
        <Notices story={story} labels={labels} />
      </section>
      <section aria-labelledby="sources-title">
        <h2 id="sources-title">On whom it rests</h2>
        <SourcesTree sources={sources} labels={labels} />
        <p>
          <a href={sourcesHref(story.id)}>Who has it from whom: articles, cited outlets, speakers</a>
        </p>
      </section>
      <section aria-labelledby="when-title">
        <h2 id="when-title">When, as each telling has it</h2>
        <TimeLanes
          name="Dates by telling"
          lanes={[...new Set(story.reports.map(({ document }) => document))].map((document) => ({
            name: shortLabel(labels, document),
            items: story.reports
              // Several claims of one article often give one date.
              .filter(
                (report, at, all) =>
                  report.document === document &&
                  all.findIndex((one) => one.document === document && sameDays(one.when, report.when)) === at,
              )
              .map(({ claim, when, quote, status }) => ({
                key: claim,
                title: quote,
                href: documentHref(document, claim),
                when,
                status,
              })),
          }))}
        />
      </section>
      {around && <Around around={around} labels={labels} />}
      <section aria-labelledby="evidence-title">
        <h2 id="evidence-title">Reports, in order of publication</h2>
        <Evidence story={story} labels={labels} />
        <p class="hint">Taken for one happening because: {story.because.because}.</p>
      </section>
      {story.corrected.length > 0 && (
        <section aria-labelledby="corrected-title">
          <h2 id="corrected-title" tabIndex={-1}>
            What people corrected
          </h2>
          <ul class="rows">
            {story.corrected.map((one) => (
              <li key={`${one.document} ${one.claim}`}>
                <a href={documentHref(one.document, one.claim)}>{shortLabel(labels, one.document)}</a>{' '}
                <q>{one.evidence.quote}</q>
                <Corrected believed={one} changes={one.changes} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {history && <History history={history} labels={labels} />}
    </>
  )
}

/** Corrections and withdrawals by outlets, and what rested on their words. */
function Notices({ story: { accounts }, labels }: StoryProps): JSX.Element | null {
  if (accounts.notices.length === 0 && accounts.shaken.length === 0) return null
  return (
    <>
      <h3>Corrected by outlets</h3>
      <ul>
        {accounts.notices.map(({ document, kind, quote, old, new: after }) => (
          <li key={`${document} ${quote}`}>
            {label(kind)} by <a href={documentHref(document)}>{shortLabel(labels, document)}</a>
            {old !== null && after !== null && (
              <>
                : <del>{old}</del> became <ins>{after}</ins>
              </>
            )}
            . <q>{quote}</q>
          </li>
        ))}
        {accounts.shaken.map(({ document, claim, why }) => (
          <li key={`${document} ${claim}`}>
            No longer stands: <a href={documentHref(document, claim)}>{shortLabel(labels, document)}</a>. {why}
          </li>
        ))}
      </ul>
    </>
  )
}

function sameDays(a: WhenJson | null, b: WhenJson | null): boolean {
  return a?.earliest === b?.earliest && a?.latest === b?.latest
}

/** Reports by the day their document was published, those without one last; of one day as the record has them. */
export function sortReports(reports: readonly ReportJson[], labels: DocumentLabels): readonly ReportJson[] {
  const dayOf = ({ document }: ReportJson): string => labels.get(document)?.published?.slice(0, 10) ?? '9999'
  return [...reports].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}

function Evidence({ story, labels }: StoryProps): JSX.Element {
  return (
    <ol class="evidence">
      {sortReports(story.reports, labels).map((report) => {
        const { document, claim, outlet, status, stance, told, quote } = report
        const { published = null, title = null, copyOf = null } = labels.get(document) ?? {}
        const last = told.at(-1)
        return (
          <li key={`${document} ${claim}`}>
            <p class="facts">
              <span>{published === null ? 'no date' : dayWords(published)}</span>
              <a href={documentHref(document, claim)}>{title ?? shortLabel(labels, document)}</a>
              {copyOf !== null && <span class="hint">copied from {shortLabel(labels, copyOf)}</span>}
            </p>
            <blockquote>{quote}</blockquote>
            <p class="facts">
              <Chain
                label="Who says it"
                steps={[
                  outlet ?? 'outlet not known',
                  ...told.flatMap((voice) => [...voice.through, voice.name]),
                ].filter((step, index, all) => step !== all[index - 1])}
              />
              {last && <span class="hint">{STANDING_WORDS[last.standing]}</span>}
              <Status status={status} />
              {story.corrected.some((one) => one.document === document && one.claim === claim) && (
                <a href="#corrected-title">
                  <CorrectedMark />
                </a>
              )}
              {stance !== 'asserts' && (
                <span class="badge denied-mark">
                  <span aria-hidden="true">{stance === 'denies' ? '✗' : '?'}</span> {STANCE_WORDS[stance]}
                </span>
              )}
            </p>
          </li>
        )
      })}
    </ol>
  )
}

/** The story of an id. */
export function StoryPage({ id }: { readonly id: string }): JSX.Element {
  const story = useFetched<StoryAnswer>(storyAddress(id))
  const around = useFetched<AroundAnswer>(aroundAddress(id))
  const history = useFetched<HistoryAnswer>(historyAddress(id))
  const labels = labelDocuments(around.state === 'there' ? around.value.documents : [])
  // Names of documents come with what stands around: without them everything would be drawn twice.
  if (story.state === 'there' && around.state === 'waiting') return <Loaded of={around}>{() => null}</Loaded>
  return (
    <Loaded of={story}>
      {(found) => (
        <StoryView
          story={found}
          labels={labels}
          around={around.state === 'there' ? around.value : null}
          history={history.state === 'there' ? history.value : null}
        />
      )}
    </Loaded>
  )
}
