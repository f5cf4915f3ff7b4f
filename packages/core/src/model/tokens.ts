import type { Span } from './span.ts'

/** Universal part-of-speech tags (UD v2), in the order of their codes in `TokenTable.upos`. */
export const UPOS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const // prettier-ignore
export type Upos = (typeof UPOS)[number]

/** Kinds of names that the language core tells apart. */
export type NameKind = 'PER' | 'ORG' | 'LOC'

/**
 * The words of a document (UD syntactic words: "don't" is two) in columns, one entry a word. The one hot layer:
 * typed arrays, cheap to send to a worker. Columns of later stages are filled with their neutral value until then.
 */
export interface TokenTable {
  readonly length: number
  /** Start and end of each word in `Document.text`, UTF-16 code units. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** 1 where the word is a further part of the same surface token as the word before ("do" + "n't"). */
  readonly glued: Uint8Array
  /** Index of the sentence the word belongs to. */
  readonly sentence: Int32Array
  /** Code into `UPOS`; 16 ("X") before tagging. */
  readonly upos: Uint8Array
  /** Penn tag (XPOS) per word; "" before tagging. Strings are shared, not copied. */
  readonly xpos: readonly string[]
  readonly lemma: readonly string[]
  /** Token index of the head in the whole document, -1 for a root. */
  readonly head: Int32Array
  /** UD relation to the head with its subtype ("nsubj:pass"); "" before parsing. */
  readonly relation: readonly string[]
  /** Per word `O`, `B-PER`, `I-PER`, ... as the net gave it. */
  readonly name: readonly string[]
}

/** One word as a plain object, for code that is not hot. */
export interface Token extends Span {
  readonly index: number
  readonly text: string
  readonly upos: Upos
  readonly xpos: string
  readonly lemma: string
  readonly head: number
  readonly relation: string
}

/** A run of words: `first` to `last` (exclusive) in the token table, and their span in the text. */
export interface Sentence extends Span {
  readonly first: number
  readonly last: number
  /** True where a paragraph starts with this sentence. */
  readonly paragraph: boolean
}

/** The word at `index` as a plain object. Throws a RangeError outside 0..length-1: that is a fault of the caller. */
export function tokenAt(text: string, tokens: TokenTable, index: number): Token {
  const from = tokens.from[index]
  const to = tokens.to[index]
  if (from === undefined || to === undefined) throw new RangeError(`token ${index} of ${tokens.length}`)
  return {
    index,
    from,
    to,
    text: text.slice(from, to),
    upos: UPOS[tokens.upos[index] ?? 16] ?? 'X',
    xpos: tokens.xpos[index] ?? '',
    lemma: tokens.lemma[index] ?? '',
    head: tokens.head[index] ?? -1,
    relation: tokens.relation[index] ?? '',
  }
}
