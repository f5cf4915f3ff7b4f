import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { sendWrite, TokenFailure, useWriting } from '../writing.ts'
import { WriteAccess } from './write-access.tsx'

export interface ReasonFormProps {
  readonly title: string
  readonly quote: string
  /** The correction without its author and reason. */
  readonly body: object
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Asks who decides and why, for a change that needs nothing else, and sends it. */
export function ReasonForm({ title, quote, body, onDone, onCancel }: ReasonFormProps): JSX.Element {
  const writing = useWriting()
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const first = useRef<HTMLHeadingElement>(null)
  useEffect(() => first.current?.focus(), [])
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (writing.author.trim() === '' || reason.trim() === '') return setTrouble('A change carries a name and a reason.')
    try {
      await sendWrite('/api/corrections', { ...body, author: writing.author, reason }, writing.token)
      onDone()
    } catch (error) {
      const message = String((error as Error).message)
      if (error instanceof TokenFailure) setRefused(message)
      else setTrouble(message)
    }
  }
  return (
    <form
      class="panel"
      aria-labelledby="reason-title"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <h2 id="reason-title" tabIndex={-1} ref={first}>
        {title}
      </h2>
      <blockquote>{quote}</blockquote>
      <WriteAccess writing={writing} refused={refused} asksAuthor />
      <label>
        Reason
        <input type="text" maxLength={2000} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      {trouble !== null && (
        <p role="alert" class="refused">
          {trouble}
        </p>
      )}
      <p class="buttons">
        <button type="submit">Save the change</button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </form>
  )
}
