import type { JSX } from 'preact'
import type { Sender } from '../use-sender.ts'
import { WriteAccess } from './write-access.tsx'

/** Who decides, with the token, and the reason that the next decisions carry. */
export function SenderFields({ sender }: { readonly sender: Sender }): JSX.Element {
  const { writing, reason, setReason, refused, trouble } = sender
  return (
    <>
      <WriteAccess writing={writing} refused={refused} asksAuthor />
      <p class="fields">
        <label>
          Reason of the next decisions
          <input
            type="text"
            maxLength={2000}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </label>
      </p>
      {trouble !== null && (
        <p role="alert" class="refused">
          {trouble}
        </p>
      )}
    </>
  )
}
