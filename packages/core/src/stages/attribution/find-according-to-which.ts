import { type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import { type Draft, isPunctuation, type TokenSpan } from './draft.ts'

const NOMINAL = /^(DET|ADJ|NOUN|PROPN|NUM)$/

/**
 * "the ministry's version, according to which he fled, ...": the version tells it. The source is the noun phrase before
 * the cue, the content what stands behind "which" up to the next mark; null for any other "according to".
 */
export function findAccordingToWhich(
  text: string,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  cue: TokenSpan,
): Draft | null {
  const form = (at: number) => text.slice(tokens.from[at], tokens.to[at])
  const which = cue.last
  if (!/^(which|whom)$/i.test(form(which)) || form(cue.first) !== 'according') return null
  const { first: start, last: end } = sentences[tokens.sentence[cue.first]!]!
  let noun = cue.first
  while (noun > start && isPunctuation(tokens, noun - 1)) noun--
  let first = noun
  while (first > start && (NOMINAL.test(UPOS[tokens.upos[first - 1]!]!) || tokens.xpos[first - 1] === 'POS')) first--
  if (first === noun) return null
  let last = which + 1
  while (last < end && !/^[,;.:]$/.test(form(last))) last++
  return last - which < 3
    ? null
    : { source: [{ first, last: noun }], cue: [cue], content: [{ first: which + 1, last }] }
}
