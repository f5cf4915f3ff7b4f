import type { EventStatus } from '@backchannel/core'
import type { ComponentChildren, JSX } from 'preact'
import type { Fetched } from '../use-fetched.ts'
import { label, STATUS_SIGNS } from '../words.ts'

/** A status by sign and word. */
export function Status({ status }: { readonly status: EventStatus }): JSX.Element {
  return (
    <span class={`badge status-${status}`}>
      <span aria-hidden="true">{STATUS_SIGNS[status]}</span> {label(status)}
    </span>
  )
}

/** The title of a page; the focus comes here when the page changes. */
export function Heading({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <h1 id="heading" tabIndex={-1}>
      {children}
    </h1>
  )
}

/** Voices from the outlet to the speaker, in this order. */
export function Chain({
  steps,
  label: name,
}: {
  readonly steps: readonly string[]
  readonly label: string
}): JSX.Element {
  return (
    <ol class="chain" aria-label={name}>
      {steps.map((step, index) => (
        // The same voice may stand in a chain twice; its place is what tells it apart.
        <li key={`${index} ${step}`}>{step}</li>
      ))}
    </ol>
  )
}

/** The value once it is there; what is going on until then. */
export function Loaded<Value>({
  of,
  children,
}: {
  readonly of: Fetched<Value>
  readonly children: (value: Value) => ComponentChildren
}): JSX.Element {
  if (of.state === 'waiting')
    return (
      <p class="waiting" role="status">
        Loading …
      </p>
    )
  if (of.state === 'failed')
    return (
      <div class="failure" role="alert">
        <h1>This could not be shown</h1>
        <p>{of.message}</p>
      </div>
    )
  return <>{children(of.value)}</>
}

/** How many rows there are, and the way to the next ones. */
export function Pager({
  shown,
  total,
  first,
  next,
}: {
  readonly shown: number
  readonly total: number
  /** Address of the first page; null on it. */
  readonly first: string | null
  readonly next: string | null
}): JSX.Element | null {
  if (first === null && next === null) return null
  return (
    <nav class="pager" aria-label="Pages of the list">
      {first !== null && <a href={first}>First page</a>}
      <span>
        {shown} of {total} shown
      </span>
      {next !== null && (
        <a href={next} rel="next">
          Next page
        </a>
      )}
    </nav>
  )
}
