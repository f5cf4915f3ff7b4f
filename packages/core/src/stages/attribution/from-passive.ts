import type { TokenTable } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import { type Candidate, HEARSAY, HEARSAY_VERBS } from './candidate.ts'
import { INFINITIVES, thatClause, untilThat } from './clause-after.ts'
import { clauseSpans, quotationBeside } from './content-spans.ts'
import type { TokenSpan } from './draft.ts'
import {
  ADDRESSED,
  type CandidateInput,
  CLAUSES,
  childWith,
  hasCase,
  hasMark,
  isClause,
  sourceSpan,
} from './grammar.ts'
import { type CueWord, cueVerb } from './lexicon.ts'

const AGENTS = new Set(['obl:agent', 'obl'])

/** "It is believed that": a passive whose only subject is an empty "it". */
export function isImpersonal(tokens: TokenTable, tree: Tree, verb: number): boolean {
  const children = tree.children(verb)
  return (
    tokens.xpos[verb] === 'VBN' &&
    children.some((child) => child < verb && tokens.lemma[child] === 'it') &&
    children.some((child) => child < verb && tokens.lemma[child] === 'be')
  )
}

/** What "it is believed that" tells. */
export function fromImpersonal(input: CandidateInput, verb: number, cue: TokenSpan): Candidate | null {
  const { tokens, tree } = input
  const clause = tree
    .children(verb)
    .find((child) => child > verb && isClause(tokens, tree, child) && hasMark(tokens, tree, child))
  if (clause === undefined) return null
  const content = clauseSpans(input, clause, [cue])
  return content.length > 0 ? { source: [], cue: [cue], content, head: verb, word: HEARSAY, sure: true } : null
}

/** "was quoted as saying", "is said to", "is reported to have", "was told that", "was confirmed by". */
export function fromPassive(
  input: CandidateInput,
  verb: number,
  word: CueWord,
  cue: TokenSpan,
  subject: number,
): Candidate | null {
  const { tokens, tree } = input
  const lemma = tokens.lemma[verb]!.toLowerCase()
  if (lemma === 'quote' || lemma === 'cite') {
    const saying = tree
      .children(verb)
      .find((child) => child > verb && cueVerb(tokens.lemma[child]!.toLowerCase()) !== undefined)
    if (saying === undefined) return null
    const source = sourceSpan(input, subject, cue)
    if (!source) return null
    const whole = { first: cue.first, last: saying + 1 }
    const clause = childWith(tokens, tree, saying, CLAUSES)
    const content = clause >= 0 ? clauseSpans(input, clause, [whole, source]) : []
    const quoted = content.length > 0 ? null : quotationBeside(input, whole, source)
    if (content.length === 0 && !quoted) return null
    return {
      source: [source],
      cue: [whole],
      content: quoted ? [quoted] : content,
      head: saying,
      word: cueVerb('say') ?? word,
      sure: true,
    }
  }
  const agent = tree
    .children(verb)
    .find((child) => AGENTS.has(tokens.relation[child]!) && hasCase(tokens, tree, child, 'by'))
  const source = agent === undefined ? null : sourceSpan(input, agent, cue, 'by')
  const infinitive = childWith(tokens, tree, verb, INFINITIVES)
  if (infinitive > verb) {
    const unsaid = source === null && HEARSAY_VERBS.has(lemma)
    const content = [
      ...clauseSpans(input, subject, [cue]),
      ...clauseSpans(input, infinitive, source ? [cue, source] : [cue]),
    ]
    return {
      source: source ? [source] : [],
      cue: [cue],
      content,
      head: verb,
      word: unsaid ? HEARSAY : word,
      sure: false,
    }
  }
  const clause = childWith(tokens, tree, verb, CLAUSES)
  if (clause < 0 && source && agent !== undefined && agent > verb && ADDRESSED.has(lemma)) {
    // "had been told by the consulate that ...": the parser hangs the clause on the consulate.
    const noun = untilThat(tokens, source, source.last)
    const that = thatClause(input, { first: cue.first, last: agent + 1 })
    if (that && that.first < source.last)
      return {
        source: [{ first: noun.first, last: that.first }],
        cue: [cue],
        content: [that],
        head: verb,
        word,
        sure: true,
      }
  }
  if (clause >= 0 && ADDRESSED.has(lemma)) {
    // The one who was told is not the one who tells.
    const content = clauseSpans(input, clause, source ? [cue, source] : [cue])
    if (content.length > 0)
      return { source: source ? [source] : [], cue: [cue], content, head: verb, word, sure: source !== null }
  }
  return null
}
