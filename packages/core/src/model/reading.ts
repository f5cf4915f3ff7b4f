import type { Actor, Mention } from './actor.ts'
import type { Attribution } from './attribution.ts'
import type { Claim, Link } from './claim.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Document } from './document.ts'
import type { TimeExpression } from './time.ts'
import type { Sentence, TokenTable } from './tokens.ts'

/** The layers that stages add. Each is added once, by one stage; nobody changes one. */
export interface Layers {
  /** Words with their positions only: forms, no tags yet. */
  readonly tokens: TokenTable
  readonly sentences: readonly Sentence[]
  /** The same words with tags, lemmas, tree and names. Row i is row i of `tokens`. */
  readonly syntax: TokenTable
  /** Output of the shared encoder, one row of `width` values a word, for stages with a net of their own. */
  readonly encoding: Encoding
  readonly mentions: readonly Mention[]
  readonly actors: readonly Actor[]
  readonly times: readonly TimeExpression[]
  readonly attributions: readonly Attribution[]
  readonly claims: readonly Claim[]
  readonly links: readonly Link[]
}
export type LayerName = keyof Layers

/** Row-major: the values of word i are `values[i * width]` to `values[(i + 1) * width - 1]`, each in -1..1. */
export interface Encoding {
  readonly width: number
  readonly values: Float32Array
}

/** Which stage made which layers, and in which version: stored readings know what made them. */
export interface StageRun {
  readonly stage: string
  readonly version: number
  readonly gives: readonly LayerName[]
}

/** What one pipeline made of one document. */
export interface Reading extends Layers {
  readonly document: Document
  readonly diagnostics: readonly Diagnostic[]
  readonly provenance: readonly StageRun[]
}

/** A reading without its words and numbers: all that was found, and what made it. This much crosses the process boundary. */
export type Findings = Omit<Reading, 'tokens' | 'sentences' | 'syntax' | 'encoding'>
