import { type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import { type Draft, isPunctuation, overlap, type SpanIndex, type TokenSpan } from './draft.ts'
import type { Quotation } from './find-quotations.ts'
import { DOCUMENT_NOUNS } from './lexicon.ts'

/** Classes of words that a subject may begin with. */
const NOMINAL = /^(DET|ADJ|NOUN|PROPN|NUM|PRON)$/

/**
 * "Roe hardly explained herself, asserting that ...": where the tagger gave a participle behind a comma no source, the
 * subject of the sentence's main verb asserts it, as far as it opens the sentence.
 */
export function withAdjunct(text: string, tokens: TokenTable, sentences: readonly Sentence[], draft: Draft): Draft {
  const cue = draft.cue[0]
  if (!cue || draft.source.length > 0 || draft.content.length === 0 || tokens.xpos[cue.first] !== 'VBG') return draft
  if (text.slice(tokens.from[cue.first - 1] ?? 0, tokens.to[cue.first - 1] ?? 0) !== ',') return draft
  const { first } = sentences[tokens.sentence[cue.first]!]!
  let root = -1
  for (let at = first; at < cue.first && root < 0; at++) if (tokens.head[at] === -1) root = at
  if (root < 0 || UPOS[tokens.upos[root]!] !== 'VERB') return draft
  let subject = -1
  for (let at = first; at < root; at++)
    if (tokens.head[at] === root && /^nsubj$/.test(tokens.relation[at]!)) subject = at
  if (subject < 0) return draft
  let last = subject + 1
  let start = subject
  while (start > first && NOMINAL.test(UPOS[tokens.upos[start - 1]!]!)) start--
  while (last < root && UPOS[tokens.upos[last]!] === 'PROPN') last++
  return draft.content.some((span) => overlap(span, { first: start, last }) > 0)
    ? draft
    : { ...draft, source: [{ first: start, last }] }
}

/** Parts of a sentence, between commas, back from a cue that its subject may stand in. */
const MAX_PARTS = 3

/**
 * "Speaking to them, Jane Roe, who had seen it, revealed that": where the tagger gave a finite verb behind a comma no
 * source, the name between commas before what describes it.
 */
export function withApposed(text: string, tokens: TokenTable, sentences: readonly Sentence[], draft: Draft): Draft {
  const cue = draft.cue[0]
  if (!cue || draft.source.length > 0 || !/^VB[DZP]$/.test(tokens.xpos[cue.first]!)) return draft
  const { first } = sentences[tokens.sentence[cue.first]!]!
  // Who "had been told" does not tell.
  if (tokens.xpos[cue.last - 1] === 'VBN' && hasBe(tokens, cue)) return draft
  const comma = (at: number) => at >= first && text.slice(tokens.from[at], tokens.to[at]) === ','
  if (!comma(cue.first - 1)) return draft
  const leading = leadingNoun(tokens, sentences, cue, comma)
  if (leading) {
    // The tagger may have taken all before the cue for a part of what is said.
    const content = draft.content.filter((one) => one.first !== leading.first || one.last > cue.first)
    if (content.length > 0 && content.every((one) => overlap(one, leading) === 0))
      return { ...draft, source: [leading], content }
  }
  let end = cue.first - 1
  for (let part = 0; part < MAX_PARTS && end > first; part++) {
    let start = end
    while (start > first && !comma(start - 1)) start--
    if (part > 0 && isName(tokens, { first: start, last: end })) {
      const source = { first: start, last: cue.first - 1 }
      return draft.content.some((one) => overlap(one, source) > 0) ? draft : { ...draft, source: [source] }
    }
    end = start - 1
  }
  return draft
}

/** "One official, who was granted anonymity to describe it, | said": the noun phrase that opens the sentence. */
function leadingNoun(
  tokens: TokenTable,
  sentences: readonly Sentence[],
  cue: TokenSpan,
  comma: (at: number) => boolean,
): TokenSpan | null {
  const { first } = sentences[tokens.sentence[cue.first]!]!
  let last = first
  while (last < cue.first && /^(DET|ADJ|NOUN|PROPN|NUM|ADP|PART)$/.test(UPOS[tokens.upos[last]!]!)) last++
  if (!comma(last) || last === first || !/^(?:WP|WP\$|WDT)$/.test(tokens.xpos[last + 1]!)) return null
  if (UPOS[tokens.upos[first]!] === 'ADP' || !/^(NOUN|PROPN)$/.test(UPOS[tokens.upos[last - 1]!]!)) return null
  let commas = 0
  for (let at = last; at < cue.first; at++) if (comma(at)) commas++
  return commas === 2 ? { first, last } : null
}

export function hasBe(tokens: TokenTable, span: TokenSpan): boolean {
  for (let at = span.first; at < span.last; at++) if (tokens.lemma[at] === 'be') return true
  return false
}

/** "“They laughed,” father-of-two Jane Roe, 44, | told": who is named behind the closing mark says it. */
export function overran(tokens: TokenTable, quotations: readonly Quotation[], draft: Draft): Draft {
  const [cue] = draft.cue
  const [said, more] = draft.content
  if (!cue || !said || more || draft.source.length > 0 || said.last > cue.first || cue.first - said.last > 1)
    return draft
  const quotation = quotations.find((one) => one.depth === 0 && one.closed && one.first === said.first)
  if (!quotation || quotation.last >= said.last) return draft
  let last = cue.first
  while (last > quotation.last && isPunctuation(tokens, last - 1)) last--
  const source = { first: quotation.last, last }
  let noun = false
  for (let at = source.first; at < source.last; at++) {
    if (/^VB[DZP]$|^MD$/.test(tokens.xpos[at]!) || UPOS[tokens.upos[at]!] === 'AUX') return draft
    if (/^(NOUN|PROPN)$/.test(UPOS[tokens.upos[at]!]!)) noun = true
  }
  if (!noun || isPunctuation(tokens, source.first)) return draft
  return { ...draft, source: [source], content: [{ first: quotation.first, last: quotation.last }] }
}

/** A name with what stands before it. */
function isName(tokens: TokenTable, span: TokenSpan): boolean {
  for (let at = span.first; at < span.last; at++) {
    if (!/^(DET|ADJ|NOUN|PROPN)$/.test(UPOS[tokens.upos[at]!]!)) return false
  }
  return span.last > span.first && UPOS[tokens.upos[span.last - 1]!] === 'PROPN'
}

/** "The opposition: “...”" where the tagger took the label for the cue: it is the source, and the colon is the cue. */
export function withLabel(text: string, tokens: TokenTable, draft: Draft): Draft {
  const cue = draft.cue[0]
  if (!cue || draft.source.length > 0 || cue.last - cue.first < 2) return draft
  const colon = cue.last - 1
  if (text.slice(tokens.from[colon], tokens.to[colon]) !== ':') return draft
  for (let at = cue.first; at < colon; at++) {
    if (!/^(DET|ADJ|NOUN|PROPN|NUM|ADP)$/.test(UPOS[tokens.upos[at]!]!)) return draft
  }
  if (!/^(NOUN|PROPN)$/.test(UPOS[tokens.upos[colon - 1]!]!)) return draft
  return { ...draft, source: [{ first: cue.first, last: colon }], cue: [{ first: colon, last: cue.last }] }
}

/** "Pictures | posted by his wife show": a cue that begins with what was done with the pictures is only its last word. */
export function showing(tokens: TokenTable, draft: Draft): Draft {
  const cue = draft.cue[0]
  const source = draft.source[0]
  if (!cue || !source || source.last !== cue.first || cue.last - cue.first < 3) return draft
  const verb = cue.last - 1
  if (tokens.xpos[cue.first] !== 'VBN' || !/^VB[PZD]$/.test(tokens.xpos[verb]!)) return draft
  return { ...draft, source: [{ first: source.first, last: verb }], cue: [{ first: verb, last: cue.last }] }
}

/**
 * "footage from | the talks | shows": a source that a preposition and a noun stand before, on the same side of the cue,
 * begins with that noun's phrase.
 */
export function wholeSubject(tokens: TokenTable, taken: SpanIndex, draft: Draft, span: TokenSpan): TokenSpan {
  // "footage verified by | the agency | shows"
  const done = tokens.xpos[span.first - 2] === 'VBN' && tokens.lemma[span.first - 1] === 'by'
  const noun = done ? span.first - 3 : span.first - 2
  const cue = draft.cue[0]
  if (noun < 0 || !cue || cue.first < span.last || tokens.sentence[noun] !== tokens.sentence[span.first]) return span
  if ((!done && UPOS[tokens.upos[noun + 1]!] !== 'ADP') || !DOCUMENT_NOUNS.has(tokens.lemma[noun]!.toLowerCase()))
    return span
  let first = noun
  while (
    first > 0 &&
    tokens.sentence[first - 1] === tokens.sentence[noun] &&
    /^(DET|ADJ|NOUN|NUM|PROPN)$/.test(UPOS[tokens.upos[first - 1]!]!)
  )
    first--
  const added = { first, last: span.first }
  return taken.touching(added).length > 0 ? span : { first, last: span.last }
}
