import { type TokenTable, UPOS } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import { clauseSpans, pieces } from './content-spans.ts'
import { isPunctuation, type TokenSpan } from './draft.ts'
import { type CandidateInput, hasMark } from './grammar.ts'
import { DOCUMENT_NOUNS } from './lexicon.ts'

/** Relation of an infinitive to the verb that it hangs on. */
export const INFINITIVES = new Set(['xcomp'])

/** Words between "would not say" and the question that is not answered at most: "on the record". */
const MAX_TO_QUESTION = 4

/** The "whether", "what" or "from whom" that begins a question soon after `start`, or -1. */
export function questionAfter({ tokens }: CandidateInput, start: number): number {
  for (let at = start; at <= start + MAX_TO_QUESTION && at < tokens.length; at++) {
    if (/^W/.test(tokens.xpos[at]!) || tokens.lemma[at] === 'whether')
      return at > start && UPOS[tokens.upos[at - 1]!] === 'ADP' ? at - 1 : at
    if (UPOS[tokens.upos[at]!] === 'VERB' || UPOS[tokens.upos[at]!] === 'PUNCT') return -1
  }
  return -1
}

/** Where the sentence of a word ends. */
export function nextSentence({ tokens, sentences }: CandidateInput, at: number): number {
  return sentences[tokens.sentence[at]!]!.last
}

/** A source without the preposition before it and the clause behind it. */
export function untilThat(tokens: TokenTable, source: TokenSpan, clause: number): TokenSpan {
  let first = source.first
  while (first < source.last - 1 && UPOS[tokens.upos[first]!] === 'ADP') first++
  return { first, last: clause > first ? Math.min(source.last, clause) : source.last }
}

function startsWithComma(tokens: TokenTable, tree: Tree, verb: number): boolean {
  const { first } = tree.extent(verb)
  return tokens.relation[verb] === 'ccomp' && tokens.head[verb]! < verb && first < verb && isPunctuation(tokens, first)
}

/** Words between a cue and its "that" at most, where the parser hung the clause on one of them. */
const MAX_TO_THAT = 16

/** "told Reuters on condition of anonymity that ...": the first "that" after the cue that begins a clause. */
export function thatClause(input: CandidateInput, cue: TokenSpan): TokenSpan | null {
  const { tokens, sentences } = input
  const sentence = sentences[tokens.sentence[cue.first]!]!
  for (let at = cue.last; at < Math.min(sentence.last - 2, cue.last + MAX_TO_THAT); at++) {
    if (tokens.lemma[at] === 'that' && (tokens.xpos[at] === 'IN' || isComplete(tokens, at)))
      return pieces(input, { first: at, last: sentence.last }, [])[0] ?? null
    if (tokens.xpos[at] === 'VBD' || tokens.xpos[at] === 'VBZ') return null
  }
  return null
}

/** "boasted in a video that he had been paid money": what the parser takes for a relative clause has an object of its own. */
function isComplete(tokens: TokenTable, that: number): boolean {
  const noun = tokens.lemma[that - 1]!.toLowerCase()
  if (tokens.xpos[that] !== 'WDT' || !DOCUMENT_NOUNS.has(noun)) return false
  let at = that + 1
  if (!/^(?:he|she|they|it|we|i)$/.test(tokens.lemma[at] ?? '')) return false
  while (/^(?:AUX|VERB|ADV|PART|PRON)$/.test(UPOS[tokens.upos[at] ?? 0]!) && !isPunctuation(tokens, at)) at++
  return /^(?:DET|NOUN|PROPN|NUM|ADJ|SYM)$/.test(UPOS[tokens.upos[at] ?? 0]!)
}

/** The clause that a parenthetic "X said" stands in. */
export function aroundParenthesis(input: CandidateInput, verb: number, taken: readonly TokenSpan[]): TokenSpan[] {
  const { tokens, tree } = input
  const head = tokens.head[verb]!
  // "..., citing an official, that Kovia had asked them": what a "that" opens is no parenthesis.
  if (head < 0 || hasMark(tokens, tree, verb)) return []
  // "..., an official has said" at the end: the parser takes it for the clause of what comes before.
  const trails = tokens.relation[verb] === 'ccomp' && head < verb && isPunctuation(tokens, tree.extent(verb).first - 1)
  if (tokens.relation[verb] !== 'parataxis' && !trails && !startsWithComma(tokens, tree, verb)) return []
  const own = tree.extent(verb)
  return clauseSpans(input, head, [...taken, own])
}
