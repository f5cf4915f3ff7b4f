import type { Sentence, TokenTable } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { HEARSAY } from './candidate.ts'
import { startOf, type TokenSpan, type Voiced, without } from './draft.ts'
import type { Quotation } from './find-quotations.ts'
import { SHOWN } from './find-shown.ts'
import { TURN } from './find-turns.ts'

/**
 * Cuts out of each content the sentences in which somebody else tells something of his own: "three people told the Ledger.
 * A draft speaks of ...", "Kabul had known, an audit found. ..., a memo says". Only where a sentence lies apart from the
 * cue's own and outside of quotation marks, and only for voices with words of their own for who speaks.
 */
export function cutStrays(
  tokens: TokenTable,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  outer: Voiced[],
  candidates: readonly Candidate[],
): void {
  const voices = candidates.filter(({ word, source, cue, sure }) => {
    if (!sure || word.sense !== 'voice' || cue.length === 0) return false
    const who = source[0]
    if (!who) return word === HEARSAY
    return who.last - who.first > 1 || word === SHOWN
  })
  if (voices.length === 0) return
  const turns = new Set(candidates.flatMap(({ word, cue }) => (word === TURN && cue[0] ? [cue[0].first] : [])))
  const bySentence = new Map<number, Candidate[]>()
  for (const one of voices) {
    const sentence = tokens.sentence[one.cue[0]!.first]!
    const list = bySentence.get(sentence)
    if (list) list.push(one)
    else bySentence.set(sentence, [one])
  }
  outer.forEach((draft, at) => {
    const own = draft.cue[0]
    // A turn of an interview holds all that is told in it.
    if (!own || turns.has(own.first)) return
    const home = tokens.sentence[own.first]!
    const holes = draft.content.flatMap((span) => strays(tokens, sentences, quotations, span, home, draft, bySentence))
    if (holes.length === 0) return
    const content = holes.reduce<readonly TokenSpan[]>(
      (rest, hole) => rest.flatMap((span) => without(span, hole)),
      draft.content,
    )
    if (content.length > 0) outer[at] = { ...draft, content }
  })
}

/** The sentences of a content that are somebody else's. */
function strays(
  tokens: TokenTable,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  span: TokenSpan,
  home: number,
  draft: Voiced,
  voices: ReadonlyMap<number, readonly Candidate[]>,
): TokenSpan[] {
  const found: TokenSpan[] = []
  for (let at = tokens.sentence[span.first]!; at <= tokens.sentence[span.last - 1]!; at++) {
    const sentence = sentences[at]!
    if (at === home || draft.source.some((one) => tokens.sentence[one.first] === at)) continue
    const other = voices.get(at)?.find((one) => {
      const cue = one.cue[0]!.first
      if (quotations.some((quoted) => quoted.first <= cue && cue < quoted.last)) return false
      const start = Math.min(startOf(one), cue)
      // The voice is the sentence's own: its first words, or its last.
      return start - sentence.first <= MAX_LEAD || one.content.some((told) => told.first - sentence.first <= 1)
    })
    if (other) found.push({ first: Math.max(span.first, sentence.first), last: Math.min(span.last, sentence.last) })
  }
  return found
}

/** Words before a voice that opens its sentence at most: "In the clip, ". */
const MAX_LEAD = 4
