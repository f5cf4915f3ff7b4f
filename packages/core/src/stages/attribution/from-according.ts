import { UPOS } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { pieces, snapToQuotations } from './content-spans.ts'
import { isPunctuation } from './draft.ts'
import { findAccordingToWhich } from './find-according-to-which.ts'
import type { CandidateInput } from './grammar.ts'
import { isStandard } from './is-standard.ts'
import { type CueWord, SOURCE_PREPOSITIONS } from './lexicon.ts'

const ACCORDING: CueWord = { sense: 'voice', stance: 'tells', takes: 'clause', kind: 'verb' }

/** "according to X": what is left of the clause that it hangs on. */
export function fromAccording(input: CandidateInput, at: number): Candidate | null {
  const { text, tokens, tree, sentences } = input
  const form = text.slice(tokens.from[at]!, tokens.to[at]!).toLowerCase()
  if (!SOURCE_PREPOSITIONS.has(form)) return null
  const to = form === 'according' ? at + 1 : at
  if (to !== at && tokens.lemma[to] !== 'to') return null
  const relative = to === at ? null : findAccordingToWhich(text, tokens, sentences, { first: at, last: to + 1 })
  if (relative) return { ...relative, head: at, word: ACCORDING, sure: true }
  // The parser hangs "according" on the noun as its case, or the noun on "according".
  const noun = tokens.head[at]! > at ? tokens.head[at]! : (tree.children(at).find((child) => child > to) ?? -1)
  if (noun <= to || tokens.sentence[noun] !== tokens.sentence[at]) return null
  // "per the agency", "per our colleague Jane Roe"; not "per person".
  const named = /^(?:NNP|NNPS)$/.test(tokens.xpos[noun]!) || /^(?:DT|PRP\$)$/.test(tokens.xpos[to + 1]!)
  if (form === 'per' && !named) return null
  if (isStandard(tokens, to + 1, noun)) return null
  const cue = { first: at, last: to + 1 }
  const sentence = sentences[tokens.sentence[at]!]!
  const leads = at - sentence.first <= 1
  // Up to the next mark, whatever the tree says; appositions are part of the source.
  let last = noun + 1
  while (last < sentence.last && !/^[,.;:?!”"—–]$/.test(text.slice(tokens.from[last]!, tokens.to[last]!))) last++
  const extent = Math.min(tree.extent(noun).last, sentence.last)
  const apposed = tree.children(noun).some((child) => child > noun && tokens.relation[child] === 'appos')
  const describes = /^(DET|NUM|ADJ|NOUN)$/.test(UPOS[tokens.upos[last + 1] ?? 0]!)
  const apposition = leads ? appositionEnd(input, last, sentence.last) : -1
  if (apposition > last) last = apposition
  else if (extent > last && apposed && (!leads || (describes && extent < sentence.last - 1))) last = extent
  while (last > noun + 1 && isPunctuation(tokens, last - 1)) last--
  const source = { first: to + 1, last }
  const scope = leads ? { first: last, last: sentence.last } : { first: clauseStart(input, at), last: sentence.last }
  const content = pieces(input, scope, [cue, source]).map((piece) => snapToQuotations(input, piece))
  return content.length > 0 ? { source: [source], cue: [cue], content, head: at, word: ACCORDING, sure: true } : null
}

/**
 * "Jane Roe, a lawyer who saw them twice, ...": the comma that closes what describes the noun before the comma at
 * `comma`, or -1. The description begins with an article, a noun or a number and has no verb of its own but after "who".
 */
function appositionEnd({ text, tokens }: CandidateInput, comma: number, end: number): number {
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  if (comma + 2 >= end || form(comma) !== ',') return -1
  if (!/^(DET|NUM|ADJ|NOUN)$/.test(UPOS[tokens.upos[comma + 1]!]!)) return -1
  let relative = false
  for (let at = comma + 1; at < end - 2; at++) {
    if (form(at) === ',') return at
    if (/^(WP|WDT|WP\$)$/.test(tokens.xpos[at]!)) relative = true
    if (!relative && /^(VB[DPZ]|MD)$/.test(tokens.xpos[at]!)) return -1
  }
  return -1
}

/** First word of the innermost reported clause that a word stands in; else of its sentence. */
function clauseStart({ tokens, tree, sentences }: CandidateInput, start: number): number {
  const { first } = sentences[tokens.sentence[start]!]!
  let at = start
  for (let steps = 0; steps < 12; steps++) {
    const up = tokens.head[at]!
    if (up < first) break
    if (tokens.relation[at] === 'ccomp' && up < at) return tree.extent(at).first
    at = up
  }
  return first
}
