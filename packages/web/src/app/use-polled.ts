import { useEffect, useState } from 'preact/hooks'
import { fetchJson } from './api.ts'
import type { Fetched } from './use-fetched.ts'

/**
 * Fetches an address, and again every so many milliseconds while `goesOn` says so of what came last, or whenever `turn`
 * changes. Keeps what was there when an answer fails, unless it was the first.
 */
export function usePolled<Value>(
  address: string,
  milliseconds: number,
  turn: number,
  goesOn: (value: Value) => boolean,
): Fetched<Value> {
  const [fetched, setFetched] = useState<Fetched<Value>>({ state: 'waiting' })
  // The caller's function is new each time and says the same.
  useEffect(() => {
    const stop = new AbortController()
    let timer: number | undefined
    const ask = (): void => {
      fetchJson(address, stop.signal).then(
        (answer) => {
          // The server of the same version gives what the address says, see use-fetched.ts.
          const value = answer as Value
          setFetched({ state: 'there', value })
          if (goesOn(value)) timer = window.setTimeout(ask, milliseconds)
        },
        (error: unknown) => {
          if (stop.signal.aborted) return
          setFetched((before) =>
            before.state === 'there' ? before : { state: 'failed', message: String((error as Error).message) },
          )
          timer = window.setTimeout(ask, milliseconds * 4)
        },
      )
    }
    ask()
    return () => {
      stop.abort()
      window.clearTimeout(timer)
    }
  }, [address, milliseconds, turn])
  return fetched
}
