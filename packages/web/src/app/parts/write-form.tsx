import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { sendWrite, TokenFailure, useWriting } from '../writing.ts'
import { WriteAccess } from './write-access.tsx'

export interface WriteFormProps {
  readonly title: string
  readonly quote: string
  /** The correction without its author and reason, or why there is none yet, for a person. */
  readonly bodyOf: () => { readonly body: object } | { readonly why: string }
  /** With the id of the correction. */
  readonly onDone: (correction: string) => void
  readonly onCancel: () => void
  readonly children?: ComponentChildren
}

/** A change of the record: asks who makes it and why, beside what `children` ask, and sends it as one correction. */
export function WriteForm({ title, quote, bodyOf, onDone, onCancel, children }: WriteFormProps): JSX.Element {
  const writing = useWriting()
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const first = useRef<HTMLHeadingElement>(null)
  useEffect(() => first.current?.focus(), [])
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    const made = bodyOf()
    if ('why' in made) return setTrouble(made.why)
    if (writing.author.trim() === '' || reason.trim() === '') return setTrouble('A change carries a name and a reason.')
    try {
      const sent = { ...made.body, author: writing.author, reason }
      // The server of the same version answers with the correction.
      const { id } = (await sendWrite('/api/corrections', sent, writing.token)) as { readonly id: string }
      onDone(id)
    } catch (error) {
      const message = String((error as Error).message)
      if (error instanceof TokenFailure) setRefused(message)
      else setTrouble(message)
    }
  }
  return (
    <form
      class="panel"
      aria-labelledby="write-title"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <h2 id="write-title" tabIndex={-1} ref={first}>
        {title}
      </h2>
      <blockquote>{quote}</blockquote>
      <WriteAccess writing={writing} refused={refused} asksAuthor />
      {children}
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
