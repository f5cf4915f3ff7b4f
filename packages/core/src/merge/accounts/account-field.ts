import type { ClaimRef, DocumentId, LinkKind, ReportVoice, Stance } from '../../model/index.ts'

export type AccountFieldName =
  | 'status'
  | 'stance'
  | 'count'
  | 'composition'
  | 'date'
  | 'place'
  | 'agent'
  | 'channel'
  | 'motive'
  | 'cause'
  | 'framing'
  | 'credit'
  | 'in-return-for'

/** One value of a field, with all who give it. */
export interface AccountValue {
  readonly value: string
  /** Who tells it: first speakers, or the outlet where it speaks for itself. Each name once, in order of time. */
  readonly told: readonly string[]
  /** Documents that tell it; copies of these are left out. */
  readonly documents: readonly DocumentId[]
  /** Claims that tell it, one at least. */
  readonly claims: readonly ClaimRef[]
  /** The exact words of the first of them. */
  readonly quote: string
  /** True where all who told it have withdrawn or corrected it, or had it from such; absent otherwise. */
  readonly takenBack?: boolean
}

/** A field of a story as its tellings have it. */
export interface AccountField {
  readonly field: AccountFieldName
  /** In order of time; at least one. */
  readonly values: readonly AccountValue[]
  /** True where all values that stand can be true together: 14 and "at least 14", 21 June and June, Minsk and Belarus. */
  readonly agree: boolean
}

/** A link of one document to a claim of the story, made self-contained, for motives, causes and credit. */
export interface LinkReport {
  /** The claim of the story that the link belongs to. */
  readonly ref: ClaimRef
  readonly kind: LinkKind
  readonly stance: Stance
  /** The other end in words: a motive, a framing, or the words of the claim it joins. */
  readonly value: string
  readonly told: readonly ReportVoice[]
  readonly outlet: string | null
  readonly quote: string
}
