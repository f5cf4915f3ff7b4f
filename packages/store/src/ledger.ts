import { storeError } from './errors.ts'

/** What one write must account for at its end: names it used before they were there, and things it may have emptied. */
export interface Ledger {
  /** Documents that are named, with what names them. */
  readonly documents: Map<string, string>
  /** Stories that reports were placed in. */
  readonly stories: Set<string>
  /** Stories that lost a report: dropped at the end if it was the last. */
  readonly thinnedStories: Set<string>
  /** Actors that lost a profile: dropped at the end if it was the last. */
  readonly thinnedActors: Set<string>
}

export function createLedger(): Ledger {
  return {
    documents: new Map(),
    stories: new Set(),
    thinnedStories: new Set(),
    thinnedActors: new Set(),
  }
}

/** Throws where a write names what is not there at its end. */
export function checkLedger(
  ledger: Ledger,
  has: Readonly<Record<'document' | 'story', (id: string) => boolean>>,
): void {
  for (const [document, what] of ledger.documents)
    if (!has.document(document)) throw storeError('store/no-such-document', { what, document })
  for (const story of ledger.stories)
    if (!has.story(story)) throw storeError('store/no-such-story', { what: 'a report', story })
}
