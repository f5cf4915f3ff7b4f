import { createReaderPool, type ReaderPool } from '@backchannel/host'
import type { FinishedReading } from './reading-finisher.ts'

/** A pool that reads documents for the record. `threads`: default one a core. */
export async function createIngestPool(threads?: number): Promise<ReaderPool<FinishedReading>> {
  const here = import.meta.url
  // Threads run compiled code only: from sources (tests) the built file is used.
  const module = new URL(here.endsWith('.ts') ? '../dist/reading-finisher.js' : './reading-finisher.js', here).href
  return createReaderPool<FinishedReading>({ ...(threads === undefined ? {} : { threads }), finish: { module } })
}
