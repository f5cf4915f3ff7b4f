import type { JSX } from 'preact'
import type { StatedCorrection } from '../api.ts'
import { changeWords } from '../correct.ts'
import { passageHref } from '../routes.ts'
import { dayWords } from '../words.ts'

const STATE_WORDS: Readonly<Record<StatedCorrection['state'], string>> = {
  holds: 'holds',
  gone: 'lost: its words are not found any more',
  ambiguous: 'lost: several claims rest on its words',
  value: 'lost: the field cannot have this value',
  undone: 'taken back',
}

export interface ChangesProps {
  readonly changes: readonly StatedCorrection[]
  /** Null where nothing can be taken back from here. */
  readonly onUndo: ((change: StatedCorrection) => void) | null
}

/** What people changed, each with its words, who, when and why. What is lost stays in the list and is never moved. */
export function Changes({ changes, onUndo }: ChangesProps): JSX.Element {
  return (
    <ol class="rows changes">
      {changes.map((one) => {
        const { correction, state } = one
        const { id, anchor, change, by, at, reason } = correction
        const isLost = state !== 'holds' && state !== 'undone'
        return (
          <li key={id} class={state}>
            <p>
              <strong>{changeWords(change)}</strong>{' '}
              <span class={`badge${isLost ? ' denied-mark' : ''}`}>{STATE_WORDS[state]}</span>
            </p>
            <p>
              <q>
                <a href={passageHref(anchor.document, anchor.span)}>{anchor.quote}</a>
              </q>
            </p>
            <p class="facts">
              <span>{by.name}</span>
              <span>
                <time dateTime={at}>{dayWords(at)}</time>
              </span>
              <span>because: {reason}</span>
              {onUndo && state === 'holds' && (
                <button type="button" onClick={() => onUndo(one)}>
                  Take back<span class="hidden"> “{changeWords(change)}”</span>
                </button>
              )}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
