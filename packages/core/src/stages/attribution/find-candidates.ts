import { UPOS } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { createSpanIndex } from './draft.ts'
import { fromAccording } from './from-according.ts'
import { fromAdjective, fromHearsay, fromMistaken, fromNoun } from './from-noun.ts'
import { fromVerb } from './from-verb.ts'
import type { CandidateInput } from './grammar.ts'
import { cueAdjective, cueNoun, cueVerb, HEARSAY_ADVERBS, SHOWING_VERBS, SOURCE_PREPOSITIONS } from './lexicon.ts'

/**
 * Reads attributions off the tree: reporting verbs, nouns and adjectives with their subject and clause, "according to",
 * "reportedly", quotations beside a reporting verb. Nested ones are found like any other. In text order of the cue.
 */
export function findCandidates(input: CandidateInput): Candidate[] {
  const { tokens } = input
  const found: Candidate[] = []
  for (let at = 0; at < tokens.length; at++) {
    const upos = UPOS[tokens.upos[at]!]
    const lemma = tokens.lemma[at]!.toLowerCase()
    let candidate: Candidate | null = null
    if (upos === 'VERB') {
      const word = lemma === 'think' && tokens.lemma[at + 1] === 'tank' ? undefined : cueVerb(lemma)
      if (word) candidate = fromVerb(input, at, word)
      else if (tokens.xpos[at] === 'VBG' && tokens.lemma[at + 1] === 'to') candidate = fromAccording(input, at)
    } else if (upos === 'NOUN') {
      const word = cueNoun(lemma)
      if (word) candidate = fromNoun(input, at, word)
      else if (SHOWING_VERBS.has(lemma) && tokens.xpos[at] === 'NNS') candidate = fromMistaken(input, at)
    } else if (upos === 'ADJ') {
      const word = cueAdjective(lemma)
      if (word) candidate = fromAdjective(input, at, word)
    } else if (upos === 'ADV' && HEARSAY_ADVERBS.has(lemma)) candidate = fromHearsay(input, at)
    else if (SOURCE_PREPOSITIONS.has(lemma)) candidate = fromAccording(input, at)
    if (candidate) found.push(candidate)
  }
  return found
}

/** Candidates that no other candidate's content holds. */
export function outermost(candidates: readonly Candidate[]): Candidate[] {
  const index = createSpanIndex()
  candidates.forEach((one, owner) => {
    for (const span of one.content) index.add(owner, span)
  })
  return candidates.filter(
    (one) =>
      !index.holding(one.head).some((owner) => {
        const other = candidates[owner]!
        return other !== one && !one.content.some((span) => span.first <= other.head && other.head < span.last)
      }),
  )
}
