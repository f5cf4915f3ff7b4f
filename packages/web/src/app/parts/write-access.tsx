import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Writing } from '../writing.ts'

export interface WriteAccessProps {
  readonly writing: Writing
  /** What the server said against the token; null where nothing. */
  readonly refused: string | null
  /** Whether what is written carries a name. */
  readonly asksAuthor: boolean
}

/** The token that writing needs, and who decides. Folded away where both are there from the beginning. */
export function WriteAccess({ writing, refused, asksAuthor }: WriteAccessProps): JSX.Element {
  const { token, author, setToken, setAuthor } = writing
  const isReady = token !== '' && (!asksAuthor || author.trim() !== '') && refused === null
  // It never folds under somebody who is typing in it.
  const [open] = useState(!isReady)
  return (
    <details class="access" open={open || refused !== null}>
      <summary>{isReady ? `Writing is open${asksAuthor ? ` for ${author}` : ''}` : 'Writing needs the token'}</summary>
      {refused !== null && (
        <p role="alert" class="refused">
          {refused}
        </p>
      )}
      <p class="fields">
        <label>
          Token
          <input
            type="password"
            autocomplete="off"
            value={token}
            onInput={(event) => setToken(event.currentTarget.value)}
          />
        </label>
        {asksAuthor && (
          <label>
            Your name
            <input
              type="text"
              autocomplete="name"
              maxLength={200}
              value={author}
              onInput={(event) => setAuthor(event.currentTarget.value)}
            />
          </label>
        )}
      </p>
      <p class="hint">
        <code>backchannel serve</code> prints the token when it starts. It stays in this tab.
        {asksAuthor && ' Your name stands beside everything that you decide.'}
      </p>
    </details>
  )
}
