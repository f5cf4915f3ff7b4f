import { setImmediate } from 'node:timers/promises'
import type { StoreReader } from '@backchannel/store'
import { serverError } from './errors.ts'
import { QUERY_SECONDS, QUERY_SLICE_MILLISECONDS } from './limits.ts'

/**
 * The same reader for one question: past `seconds` every further look-up rejects with `server/too-slow`, and a question that
 * goes on for long gives others their turn in between. A single look-up is never cut short; the store bounds those.
 */
export function withDeadline(reader: StoreReader, seconds: number = QUERY_SECONDS): StoreReader {
  const end = performance.now() + seconds * 1000
  let turn = performance.now()
  return new Proxy(reader, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return async (...values: unknown[]): Promise<unknown> => {
        const now = performance.now()
        if (now > end) throw serverError('server/too-slow', { seconds })
        if (now - turn > QUERY_SLICE_MILLISECONDS) {
          await setImmediate()
          turn = performance.now()
        }
        return Reflect.apply(value, target, values)
      }
    },
  })
}
