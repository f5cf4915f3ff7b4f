import type { Sentence } from '../../model/index.ts'
import type { TokenSpan } from './draft.ts'

/** The tagger reads at most this many words in one go; paragraphs above it are cut between sentences. */
const MAX_PIECE = 256

/**
 * Cuts a document into what the tagger reads in one go: paragraphs, longer ones cut between sentences, a longer sentence
 * cut where the limit falls. Covers every token once, in order.
 */
export function cutPieces(sentences: readonly Sentence[]): TokenSpan[] {
  const found: TokenSpan[] = []
  let first = sentences[0]?.first ?? 0
  let last = first
  const flush = () => {
    for (let from = first; from < last; from += MAX_PIECE)
      found.push({ first: from, last: Math.min(last, from + MAX_PIECE) })
    first = last
  }
  for (const sentence of sentences) {
    if (sentence.paragraph || sentence.last - first > MAX_PIECE) flush()
    last = sentence.last
  }
  flush()
  return found
}
