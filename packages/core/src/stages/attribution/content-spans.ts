import { type TokenTable, UPOS } from '../../model/index.ts'
import { isPunctuation, overlap, type TokenSpan } from './draft.ts'
import type { Quotation } from './find-quotations.ts'
import { ADDRESSED, type CandidateInput } from './grammar.ts'
import { cueVerb } from './lexicon.ts'

/** The words below `head`, within its sentence, in the pieces that the taken spans leave. */
export function clauseSpans(input: CandidateInput, head: number, taken: readonly TokenSpan[]): TokenSpan[] {
  const { tokens, tree, sentences } = input
  const sentence = sentences[tokens.sentence[head]!]!
  const { first, last } = tree.extent(head)
  const scope = { first: Math.max(first, sentence.first), last: Math.min(last, sentence.last) }
  return pieces(input, { first: scope.first, last: nextSaying(input, head, scope) }, taken).map((piece) =>
    snapToQuotations(input, piece),
  )
}

/** Where ", adding that ..." begins after the clause's head, which is no part of it; else the end. */
function nextSaying(input: CandidateInput, head: number, scope: TokenSpan): number {
  const { text, tokens } = input
  for (let at = head + 2; at < scope.last; at++) {
    if (tokens.xpos[at] !== 'VBG' || text.slice(tokens.from[at - 1]!, tokens.to[at - 1]!) !== ',') continue
    const word = cueVerb(tokens.lemma[at]!.toLowerCase())
    if (word?.sense === 'voice' && word.takes === 'clause' && !apart(input, head, at)) return at - 1
  }
  return scope.last
}

/**
 * The end of a content whose quoted part ends at `end` while the clause runs on: the next mark that is no quotation
 * mark, quotations in between taken whole.
 */
export function runOn({ tokens, quotations, sentences }: CandidateInput, end: number): number {
  const sentence = sentences[tokens.sentence[end - 1]!]!
  let last = end
  while (last < sentence.last) {
    const quotation = quotations[firstEndingAfter(quotations, last)]
    if (quotation && quotation.first === last) last = Math.min(quotation.last, Math.max(last + 1, sentence.last))
    else if (isPunctuation(tokens, last)) break
    else last++
  }
  return last
}

/** Takes the marks of a quotation in whose words a span holds but not the marks themselves. */
export function snapToQuotations(
  { tokens, quotations }: Pick<CandidateInput, 'tokens' | 'quotations'>,
  span: TokenSpan,
): TokenSpan {
  let { first, last } = span
  for (let index = firstEndingAfter(quotations, span.first - 1); index < quotations.length; index++) {
    const one = quotations[index]!
    if (one.first >= span.last) break
    if (one.first + 1 === first && one.last <= last + 2) first = one.first
    if (one.first >= first && one.first < last && one.last > last && one.last - last <= 3) {
      let rest = last
      while (rest < one.last && isPunctuation(tokens, rest)) rest++
      if (rest === one.last) last = one.last
    }
  }
  return { first, last }
}

/** What is left of `scope` without the taken spans, trimmed of punctuation that belongs to nobody. */
export function pieces({ text, tokens }: CandidateInput, scope: TokenSpan, taken: readonly TokenSpan[]): TokenSpan[] {
  const found: TokenSpan[] = []
  const sorted = [...taken].sort((a, b) => a.first - b.first)
  let first = scope.first
  for (const span of [...sorted, { first: scope.last, last: scope.last }]) {
    if (overlap(scope, span) === 0 && span.first !== scope.last) continue
    const piece = trim(text, tokens, first, Math.min(span.first, scope.last))
    if (piece) found.push(piece)
    first = Math.max(first, span.last)
  }
  return found
}

const EDGE_MARKS = /^[,;:.–—-]$/

function trim(text: string, tokens: TokenTable, low: number, high: number): TokenSpan | null {
  let first = low
  let last = high
  const mark = (at: number) => EDGE_MARKS.test(text.slice(tokens.from[at]!, tokens.to[at]!))
  while (first < last && mark(first)) first++
  while (last > first && mark(last - 1)) last--
  let words = false
  for (let at = first; at < last && !words; at++) words = !isPunctuation(tokens, at)
  return words ? { first, last } : null
}

/** Index of the first quotation that ends after a token, but for inner ones of a longer one. Binary search. */
export function firstEndingAfter(quotations: readonly Quotation[], token: number): number {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (quotations[middle]!.last > token) high = middle
    else low = middle + 1
  }
  // An outer quotation stands before the inner ones that end sooner.
  while (low > 0 && (quotations[low]?.depth ?? 1) > 0) low--
  return low
}

/** The quotation that follows the cue closely, or ends right before the cue and its source. */
export function quotationBeside(input: CandidateInput, cue: TokenSpan, source: TokenSpan | null): TokenSpan | null {
  const { tokens, quotations, sentences } = input
  const group = source ? { first: Math.min(cue.first, source.first), last: Math.max(cue.last, source.last) } : cue
  const sentence = sentences[tokens.sentence[cue.first]!]!
  let before: Quotation | null = null
  // What somebody says inside of a quotation stands in the marks inside of it.
  const depth = depthOf(quotations, cue.first)
  for (
    let index = firstEndingAfter(quotations, sentence.first - MAX_TO_QUOTATION);
    index < quotations.length;
    index++
  ) {
    const quotation = quotations[index]!
    if (quotation.depth !== depth) continue
    const short = quotation.last - quotation.first < MIN_UTTERANCE + 2
    if (short && !isWhole(input, quotation, group)) continue
    if (quotation.first < cue.first && cue.first < quotation.last) continue // the cue is inside it
    const near = quotation.last <= group.first && group.first - quotation.last <= 2
    if (near && !endsSentence(input, quotation) && !stopsBetween(input, quotation.last, group.first)) before = quotation
    if (quotation.first >= group.last) {
      if (before) break
      const follows = quotation.first - group.last <= MAX_TO_QUOTATION && quotation.first < sentence.last
      if (follows && !hasFinite(tokens, group.last, quotation.first))
        return { first: quotation.first, last: quotation.last }
      break
    }
  }
  return before ? { first: before.first, last: before.last } : null
}

/** How many quotations hold a word. */
function depthOf(quotations: readonly Quotation[], at: number): number {
  let depth = 0
  for (
    let index = firstEndingAfter(quotations, at);
    index < quotations.length && quotations[index]!.first <= at;
    index++
  )
    if (at < quotations[index]!.last) depth = Math.max(depth, quotations[index]!.depth + 1)
  return depth
}

/** "“Home,” one of them said": a word alone is an utterance where it opens the sentence and a comma inside leads to who says it. */
function isWhole({ text, tokens }: CandidateInput, quotation: Quotation, group: TokenSpan): boolean {
  const { first, last } = quotation
  // "a man shouts, ‘Go home,’"
  if (quotation.depth > 0 && first === group.last + 1 && isPunctuation(tokens, group.last)) return true
  const opens = first === 0 || tokens.sentence[first - 1] !== tokens.sentence[first]
  const mark = text.slice(tokens.from[last - 2], tokens.to[last - 2])
  const comma = text.slice(tokens.from[last], tokens.to[last]) === ','
  return (
    opens &&
    (comma || last - first > 3) &&
    (comma || /^[,!?]$/.test(mark)) &&
    last <= group.first &&
    group.first - last <= 1
  )
}

/** Words between a cue and a quotation that belongs to it, at most: "said in Geneva on Tuesday, “...”". */
const MAX_TO_QUOTATION = 8

/** Words of a quotation at least for it to be an utterance, where only its place says so. */
const MIN_UTTERANCE = 3

/** True where one of the two words stands in a quotation and the other does not, or in another one. */
export function apart({ quotations }: CandidateInput, a: number, b: number): boolean {
  const low = Math.min(a, b)
  const high = Math.max(a, b)
  for (let index = firstEndingAfter(quotations, low); index < quotations.length; index++) {
    const { first, last, depth } = quotations[index]!
    if (first > high) break
    if (depth > 0) continue
    if ((first <= a && a < last) !== (first <= b && b < last)) return true
  }
  return false
}

/** The words between a quotation and the cue after it ("...,” Roe said"), or right after the cue ("...,” said Roe"). */
export function nounBeside(
  { text, tokens, sentences }: CandidateInput,
  cue: TokenSpan,
  quotation: TokenSpan,
): TokenSpan | null {
  if (quotation.last > cue.first) return null
  let first = quotation.last
  while (first < cue.first && isPunctuation(tokens, first)) first++
  if (first < cue.first) {
    let last = cue.first
    while (last > first && isPunctuation(tokens, last - 1)) last--
    return startsNoun(tokens, first) ? { first, last } : null
  }
  const end = sentences[tokens.sentence[cue.first]!]!.last
  let last = cue.last
  while (last < end && !/^[,.;:“"]$/.test(text.slice(tokens.from[last]!, tokens.to[last]!))) last++
  return startsNoun(tokens, cue.last) && last > cue.last ? { first: cue.last, last } : null
}

function startsNoun(tokens: TokenTable, at: number): boolean {
  const upos = UPOS[tokens.upos[at]!]
  return upos === 'PROPN' || upos === 'NOUN' || upos === 'PRON' || upos === 'DET' || upos === 'ADJ' || upos === 'NUM'
}

/** "Roe said [on Friday]. “...”": no words but a few that say when, where or to whom. */
function onlyAside(tokens: TokenTable, first: number, last: number): boolean {
  let words = 0
  for (let at = first; at < last; at++) {
    const upos = UPOS[tokens.upos[at]!]
    if (upos === 'VERB' || upos === 'AUX' || upos === 'PRON') return false
    if (upos !== 'PUNCT') words++
  }
  return words <= MAX_ASIDE
}

const MAX_ASIDE = 6

/** A quotation and those after it in the same paragraph that follow the "X said" at once, up to other words. */
export function utterances(input: CandidateInput, quotation: TokenSpan, taken: readonly TokenSpan[]): TokenSpan[] {
  const { tokens, quotations, sentences } = input
  const found = [quotation]
  let end = quotation.last
  for (const span of taken) end = Math.max(end, span.last)
  if (quotation.last > end) end = quotation.last
  const paragraphEnd = (at: number) => {
    let sentence = tokens.sentence[at]! + 1
    while (sentence < sentences.length && !sentences[sentence]!.paragraph) sentence++
    return sentences[sentence]?.first ?? tokens.length
  }
  const limit = paragraphEnd(quotation.first)
  for (let index = firstEndingAfter(quotations, end); index < quotations.length; index++) {
    const next = quotations[index]!
    if (next.first >= limit) break
    if (next.depth > 0 || next.first < end) continue
    if (!onlyAside(tokens, end, next.first)) break
    found.push({ first: next.first, last: next.last })
    end = next.last
  }
  return found
}

/** Words between cue and clause at most that the parser may have left out of the clause. */
const MAX_LEAD_IN = 12

/**
 * Where a content starts that the tree or the marks let begin at `start`: right after the cue, where no mark and nothing
 * but the clause's own words can stand between ("said the “peace train” left": from "the" on).
 */
export function leadIn({ text, tokens }: CandidateInput, verb: number, cue: TokenSpan, start: number): number {
  if (start <= cue.last || start - cue.last > MAX_LEAD_IN || ADDRESSED.has(tokens.lemma[verb]!.toLowerCase()))
    return start
  for (let at = cue.last; at < start; at++) {
    const form = text.slice(tokens.from[at]!, tokens.to[at]!)
    if (isPunctuation(tokens, at) && !/^[“"'‘(]$/.test(form)) return start
  }
  const first = UPOS[tokens.upos[cue.last]!]
  const free =
    first === 'ADP' ||
    first === 'ADV' ||
    first === 'SCONJ' ||
    TIME_NOUNS.test(text.slice(tokens.from[cue.last]!, tokens.to[cue.last]!))
  return free ? start : cue.last
}

const TIME_NOUNS = /^((mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|last|this|earlier|later|that)$/i

/**
 * "Climate change, Roe often says, is ..." and "..., officials said on Sunday.": the words between a comma and the cue,
 * where after the cue (and words of time or place) a comma follows or the sentence ends. `last` is the end of it all.
 */
export function parenthetic(
  { text, tokens, sentences }: CandidateInput,
  cue: TokenSpan,
): { readonly source: TokenSpan; readonly last: number } | null {
  const sentence = sentences[tokens.sentence[cue.first]!]!
  const form = (at: number) => text.slice(tokens.from[at]!, tokens.to[at]!)
  let last = cue.last
  while (
    last < sentence.last &&
    last - cue.last < MAX_ASIDE &&
    /^(ADP|DET|NUM|PROPN|NOUN|ADJ)$/.test(UPOS[tokens.upos[last]!]!)
  )
    last++
  const ends = last >= sentence.last || (last === sentence.last - 1 && isPunctuation(tokens, last))
  if (!ends && (form(last) !== ',' || last >= sentence.last - 2)) return null
  let first = cue.first
  while (first > sentence.first && cue.first - first < MAX_PARENTHESIS && !isPunctuation(tokens, first - 1)) first--
  if (first === cue.first || first <= sentence.first + 1 || form(first - 1) !== ',') return null
  const start = UPOS[tokens.upos[first]!]
  const nominal = start === 'PROPN' || start === 'PRON' || start === 'DET' || start === 'NOUN' || start === 'ADJ'
  if (!nominal || tokens.xpos[first] === 'WP' || tokens.xpos[first] === 'WDT') return null
  for (let at = first; at < cue.first; at++) {
    const upos = UPOS[tokens.upos[at]!]
    // "a person briefed on the plan" is a noun with what describes it.
    const describes = /^VB[NG]$/.test(tokens.xpos[at]!) && at > first && UPOS[tokens.upos[at - 1]!] === 'NOUN'
    if ((upos === 'VERB' && !describes) || upos === 'AUX' || upos === 'SCONJ') return null
  }
  // What is said must be a clause where nothing else of it follows, or where words of time stand before the comma.
  const goesOn = !ends && /^(VB[DZP]|MD)$/.test(tokens.xpos[last + 1]!)
  if ((ends || last > cue.last) && !goesOn && !hasFinite(tokens, sentence.first, first)) return null
  return { source: { first, last: cue.first }, last }
}

function hasFinite(tokens: TokenTable, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (/^(VB[DZP]|MD)$/.test(tokens.xpos[at]!)) return true
  return false
}

const MAX_PARENTHESIS = 7

/** True where a full stop stands behind a quotation: what follows has nothing to do with it. */
function stopsBetween({ text, tokens }: CandidateInput, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (/^[.!?…]$/.test(text.slice(tokens.from[at]!, tokens.to[at]!))) return true
  return false
}

/** True where the quotation's last word is a full stop: what follows is a sentence of its own. */
function endsSentence({ text, tokens }: CandidateInput, quotation: Quotation): boolean {
  const at = quotation.last - (quotation.closed ? 2 : 1)
  return at > quotation.first && /^[.…]$/.test(text.slice(tokens.from[at]!, tokens.to[at]!))
}
