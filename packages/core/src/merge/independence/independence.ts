import type { Copy, Document, DocumentId, RecordActor, RecordActorId, Report } from '../../model/index.ts'
import type { Lexicon } from '../lexicon.ts'

export type RootKind = 'speaker' | 'outlet' | 'document' | 'anonymous'

/** Somebody or something that a telling rests on in the end. */
export interface Root {
  readonly name: string
  readonly kind: RootKind
  /** All documents that rest on it, copies among them, in order of time. */
  readonly documents: readonly DocumentId[]
}

/** A branch that does not count, and why. */
export interface Collapsed {
  readonly documents: readonly DocumentId[]
  /** The root or roots that it comes down to, by name. */
  readonly into: string
  /** One sentence for a person. */
  readonly why: string
}

/** How many independent roots say so, at least and at most. */
export interface RootCount {
  readonly low: number
  readonly high: number
  readonly roots: readonly Root[]
}

/** On whom a story rests. */
export interface Independence extends RootCount {
  readonly collapsed: readonly Collapsed[]
  /** Outlets that only cite each other, by name; they are no roots. */
  readonly loops: readonly (readonly string[])[]
  /** The count in a sentence, with what it leaves open. */
  readonly sentence: string
  /** The same of those who deny the story; they do not count for it. */
  readonly denied: RootCount
  /** The same of those whose outlets have since withdrawn it; roots that stand without them too are not among these. */
  readonly withdrawn: RootCount
}

/** What counting needs of a document. */
export type SourceDocument = Pick<Document, 'id' | 'outlet' | 'carrier' | 'agency' | 'published'>

export interface RootsInput {
  /** The reports of one story. */
  readonly reports: readonly Report[]
  readonly copies: readonly Copy[]
  /** At least those that the reports and the copies name. */
  readonly documents: readonly SourceDocument[]
  readonly lexicon: Lexicon
  /** Claims that outlets have withdrawn (`withdrawnClaims`): whoever is known through them alone is no root any more. */
  readonly withdrawn?: ReadonlySet<string>
  /** Who the actors are: needed to see that a spokesman speaks for his ministry and which voices are a government's. */
  readonly actors?: ReadonlyMap<RecordActorId, RecordActor>
}
