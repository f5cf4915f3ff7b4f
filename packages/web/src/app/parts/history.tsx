import type { JSX } from 'preact'
import type { HistoryAnswer } from '../api.ts'
import { type DocumentLabels, shortLabel } from '../label-documents.ts'
import { documentHref } from '../routes.ts'
import { dayWords } from '../words.ts'

/** What people changed and judged of a story: who, when, what, why. */
export function History({
  history: { corrections, judgements },
  labels,
}: {
  readonly history: HistoryAnswer
  readonly labels: DocumentLabels
}): JSX.Element {
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">History</h2>
      {corrections.length + judgements.length === 0 && <p class="hint">Nobody has changed or judged anything of it.</p>}
      <ul>
        {corrections.map(({ document, claim, withdrawn, correction }) => (
          <li key={correction.id}>
            {dayWords(correction.at)}, {correction.by.name}:{' '}
            <a href={documentHref(document, claim)}>{shortLabel(labels, document)}</a> <q>{correction.anchor.quote}</q>{' '}
            {correction.change.kind === 'set' ? `changed: ${String(correction.change.field)}` : correction.change.kind}
            {withdrawn && <span class="badge denied-mark">withdrawn</span>}. {correction.reason}
          </li>
        ))}
        {judgements.map(({ pair, verdict, by, at, reason }) => (
          <li key={`${at} ${pair.join(' ')}`}>
            {dayWords(at)}, {by.name}: {pair.join(' and ')} are {verdict === 'unsure' ? 'perhaps the same' : verdict}.{' '}
            {reason}
          </li>
        ))}
      </ul>
    </section>
  )
}
