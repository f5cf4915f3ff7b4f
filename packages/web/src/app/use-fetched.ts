import { useEffect, useState } from 'preact/hooks'
import { fetchJson } from './api.ts'

/** What was asked for: under way, there, or failed with a message for a person. */
export type Fetched<Value> =
  | { readonly state: 'waiting' }
  | { readonly state: 'there'; readonly value: Value }
  | { readonly state: 'failed'; readonly message: string }

/** Fetches an address and again when it or `turn` changes; keeps what was there until the new answer comes. Null asks nothing. */
export function useFetched<Value>(address: string | null, turn = 0): Fetched<Value> {
  const [fetched, setFetched] = useState<Fetched<Value>>({ state: 'waiting' })
  useEffect(() => {
    if (address === null) return
    const stop = new AbortController()
    fetchJson(address, stop.signal).then(
      // The server of the same version gives what the address says; packages/server tests hold answers against the schema.
      (value) => setFetched({ state: 'there', value: value as Value }),
      (error: unknown) => {
        if (!stop.signal.aborted) setFetched({ state: 'failed', message: String((error as Error).message) })
      },
    )
    return () => stop.abort()
  }, [address, turn])
  return fetched
}
