import type { JSX } from 'preact'
import type { HistoryAnswer } from '../api.ts'
import { type DocumentLabels, shortLabel } from '../label-documents.ts'
import { documentHref } from '../routes.ts'
import { dayWords } from '../words.ts'

const VERDICT_WORDS = { same: 'the same', different: 'not the same', unsure: 'perhaps the same' } as const
const STATE_WORDS = {
  holds: 'holds',
  overruled: 'a later judgement counts',
  contradicted: 'other judgements forbid it',
  gone: 'one of the two is no longer there',
} as const

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
        {judgements.map(({ pair, names, verdict, by, at, reason, state }) => (
          <li key={`${at} ${pair.join(' ')}`}>
            {dayWords(at)}, {by.name}: <q>{names[0]}</q> and <q>{names[1]}</q> are {VERDICT_WORDS[verdict]}. {reason}{' '}
            {state !== 'holds' && <span class="badge">{STATE_WORDS[state]}</span>}
            {state === 'holds' && verdict === 'same' && (
              <a href="/review?desk=stories&joined=true">Part them again at the desk</a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
