import type { JSX } from 'preact'
import { isNarrowed, type Query, searchOf } from '../query.ts'

/** Says that the address narrows a list that has no filters of its own to see, and how to see all of it. */
export function Narrowed({ query, all }: { readonly query: Query; readonly all: string }): JSX.Element | null {
  if (!isNarrowed(query)) return null
  return (
    <p>
      Narrowed by{' '}
      <code>
        {decodeURIComponent(
          searchOf({ ...query, q: '', after: '' })
            .slice(1)
            .replaceAll('+', ' '),
        )}
      </code>
      . <a href={all}>Show all</a>
    </p>
  )
}
