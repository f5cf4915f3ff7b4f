import { intakeError } from '../errors.ts'
import { MAX_CONTAINER_ENTRIES, MAX_EXPANDED_BYTES } from '../limits.ts'

/** What one input may still use, shared by all containers nested in it. */
export interface Budget {
  /** Counts bytes that came out of a compressed stream. Throws `intake/too-much`. */
  expand(bytes: number): void
  /** Counts a part. Throws `intake/too-much`. */
  enter(): void
}

export function createBudget(name: string): Budget {
  let bytes = 0
  let entries = 0
  const over = (what: string, limit: number, constant: string): Error =>
    intakeError('intake/too-much', { name, what, limit, constant })
  return {
    expand(more) {
      bytes += more
      if (bytes > MAX_EXPANDED_BYTES) throw over('bytes when expanded', MAX_EXPANDED_BYTES, 'MAX_EXPANDED_BYTES')
    },
    enter() {
      entries++
      if (entries > MAX_CONTAINER_ENTRIES) throw over('parts', MAX_CONTAINER_ENTRIES, 'MAX_CONTAINER_ENTRIES')
    },
  }
}
