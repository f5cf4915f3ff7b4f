import { useLayoutEffect, useState } from 'preact/hooks'
import { useKeys } from './use-keys.ts'

/** Rows of which one is in hand. */
export interface Rows {
  /** Number of the row in hand, from 0. */
  readonly at: number
  /** Takes a row in hand without leading the focus there: the person is there already. */
  readonly take: (nth: number) => void
  /** Takes a row in hand and leads the focus there. */
  readonly leadTo: (nth: number) => void
  /** Goes so many rows on, or back, within the list. */
  readonly go: (step: number) => void
}

/** Rows that are walked by keys. */
export interface WalkedRows<Name extends string> extends Rows {
  /** For the element that holds the toolbar and the list. */
  readonly root: { readonly current: HTMLDivElement | null }
  /** What each key does, those that walk among them. */
  readonly keys: Readonly<Record<Name | 'n' | 'p', () => void>>
}

/**
 * Walks the rows of a list by n, p and the arrows, beside the keys of its own that `keysOf` gives. The row in hand is
 * `li.current`; the focus goes with it once a key has been used, unless `held` keeps it elsewhere. Before that it is where the
 * person put it.
 */
export function useRows<Name extends string>(
  count: number,
  keysOf: (rows: Rows) => Readonly<Record<Name, () => void>>,
  held = false,
): WalkedRows<Name> {
  const [at, setAt] = useState(0)
  const [moved, setMoved] = useState(false)
  const leadTo = (nth: number): void => {
    setAt(nth)
    setMoved(true)
  }
  const rows: Rows = {
    ...{ at, take: setAt, leadTo },
    go(step) {
      setAt((now) => Math.max(0, Math.min(count - 1, now + step)))
      setMoved(true)
    },
  }
  const keys = { ...keysOf(rows), n: () => rows.go(1), p: () => rows.go(-1) }
  const root = useKeys({ ...keys, ArrowDown: keys.n, ArrowUp: keys.p })
  // Before the next key: a focus that comes late would lead back to the row that the last key has left.
  useLayoutEffect(() => {
    if (moved && !held) root.current?.querySelector<HTMLElement>('li.current')?.focus()
  }, [at, moved, held, root])
  return { ...rows, root, keys }
}

/** What a row has in the markup: one of the list can be reached by the tabulator, and the keys go on from there. */
export function rowAttributes(isCurrent: boolean, onFocus: () => void) {
  return {
    'aria-current': isCurrent ? ('true' as const) : undefined,
    tabIndex: isCurrent ? 0 : -1,
    onFocus,
  }
}
