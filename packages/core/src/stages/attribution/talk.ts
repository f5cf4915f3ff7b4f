import type { ActorId, Sentence, TokenTable } from '../../model/index.ts'
import type { TokenSpan, Voiced } from './draft.ts'
import type { Quotation } from './find-quotations.ts'
import type { People } from './people.ts'

/** What is known while speakers are settled one after the other, in text order. */
export interface Talk {
  readonly text: string
  readonly tokens: TokenTable
  readonly sentences: readonly Sentence[]
  readonly quotations: readonly Quotation[]
  readonly drafts: readonly Voiced[]
  /** Of each draft the first words of its source. */
  readonly words: readonly (TokenSpan | undefined)[]
  /** Of each draft the innermost voice that holds it, or -1. */
  readonly parents: readonly number[]
  /** Who speaks in each draft: settled up to the one that is asked about, by its own words alone behind it. */
  readonly speakers: (ActorId | null)[]
  readonly people: People
}
