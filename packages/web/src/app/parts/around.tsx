import type { AskJson, TieJson } from '@backchannel/wire/write'
import type { JSX } from 'preact'
import type { AroundAnswer } from '../api.ts'
import { type DocumentLabels, shortLabel } from '../label-documents.ts'
import { documentHref, storyHref } from '../routes.ts'
import { label, STANCE_WORDS, whenWords } from '../words.ts'
import { Status } from './common.tsx'
import { CorrectedMark } from './corrected.tsx'

/** How a tie reads, with the other end first or last. */
const TIES: Readonly<Record<TieJson['kind'], readonly [to: string, from: string]>> = {
  cause: ['Claimed cause', 'Claimed to cause'],
  motive: ['Motive', 'Motive for'],
  'at-request-of': ['At the request of', 'Asked for'],
  'in-return-for': ['In return for', 'In return for'],
  framing: ['Put as', 'Puts'],
  sequence: ['Came after', 'Was followed by'],
  'part-of': ['Part of', 'Has as a part'],
  restates: ['Told again', 'Told again'],
}

/** What was asked and answered, what tellers tie it to, and the steps of those held or freed in it. */
export function Around({
  around,
  labels,
}: {
  readonly around: AroundAnswer
  readonly labels: DocumentLabels
}): JSX.Element {
  const { asks, ties, custody } = around
  return (
    <>
      <section aria-labelledby="asks-title">
        <h2 id="asks-title">Asks and answers</h2>
        {asks.length === 0 && <p class="hint">No telling says that it was asked for, offered or refused.</p>}
        <ul class="evidence">
          {sortByDay(asks, labels).map((ask) => (
            <li key={`${ask.way} ${ask.document} ${ask.claim}`}>
              <p class="facts">
                <strong>
                  {label(ask.type)}
                  {ask.by !== null && ` by ${ask.by}`}
                </strong>{' '}
                <Status status={ask.status} />
                {ask.stance !== 'asserts' && <span class="badge denied-mark">{STANCE_WORDS[ask.stance]}</span>}
                <span class="hint">{ask.way === 'asks' ? 'about this' : 'what this is about'}</span>
                {ask.story !== null && <a href={storyHref(ask.story)}>Its story</a>}
                <CorrectedMark by={ask.correctedBy} />
              </p>
              <Words of={ask} labels={labels} />
            </li>
          ))}
        </ul>
      </section>
      {ties.length > 0 && (
        <section aria-labelledby="ties-title">
          <h2 id="ties-title">What it is tied to</h2>
          <p class="hint">As tellers tie it; that one thing followed another is no cause unless somebody says so.</p>
          <ul class="evidence">
            {ties.map((tie) => (
              <li key={`${tie.kind} ${tie.document} ${tie.claim} ${tie.words}`}>
                <p class="facts">
                  <strong>{TIES[tie.kind][tie.way === 'to' ? 0 : 1]}</strong> <span>{tie.words}</span>
                  {tie.stance !== 'asserts' && <span class="badge denied-mark">{STANCE_WORDS[tie.stance]}</span>}
                  {tie.story !== null && <a href={storyHref(tie.story)}>Its story</a>}
                </p>
                <Words of={tie} labels={labels} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {custody.length > 0 && (
        <section aria-labelledby="custody-title">
          <h2 id="custody-title">Steps of custody</h2>
          {custody.map(({ name, steps, count }) => (
            <div key={`${name} ${steps[0]?.claim}`}>
              <h3>
                {name} {count && <span class="hint">how many: {count.words}</span>}
              </h3>
              <ol>
                {steps.map((step) => (
                  <li key={`${step.document} ${step.claim}`}>
                    {step.sentence} <span class="hint">{whenWords(step.when)}</span>{' '}
                    <CorrectedMark by={step.correctedBy} />{' '}
                    <a href={documentHref(step.document, step.claim)}>{shortLabel(labels, step.document)}</a>
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </section>
      )}
    </>
  )
}

function Words({ of, labels }: { readonly of: AskJson | TieJson; readonly labels: DocumentLabels }): JSX.Element {
  return (
    <p>
      <q>{of.quote}</q> <a href={documentHref(of.document, of.claim)}>{shortLabel(labels, of.document)}</a>{' '}
      <span class="hint">{of.told.length === 0 ? 'in its own voice' : `told by ${of.told.at(-1)}`}</span>
    </p>
  )
}

/** By the day their document was published, those without one last. */
function sortByDay(asks: readonly AskJson[], labels: DocumentLabels): readonly AskJson[] {
  const dayOf = ({ document }: AskJson): string => labels.get(document)?.published?.slice(0, 10) ?? '9999'
  return [...asks].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}
