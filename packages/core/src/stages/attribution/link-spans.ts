import { type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import { type Draft, isPunctuation, type TokenSpan } from './draft.ts'

/** A span with its part in an attribution, as the tagger finds it. */
export interface RoleSpan extends TokenSpan {
  readonly role: 'source' | 'cue' | 'content'
}

/*
 * Costs of a link, in words of distance; settled on PolNeAR train with gold spans (README of training/attribution).
 * The smallest sum wins.
 */
const SENTENCE_COST = 6
const PARAGRAPH_COST = 9
const OTHER_CUE_COST = 4
const AFTER_COST = 1
const CONTENT_WORD_COST = 0.1
const SOURCE_WORD_COST = 0.05
/** Less for a cue before "that ..." or "whether ...": such a clause follows its verb, words of time between. */
const MARKED_BONUS = 5
/** Above these a span stays alone. */
const MAX_CONTENT_COST = 40
const MAX_SOURCE_COST = 12

/**
 * Joins the tagger's spans to attributions, one a cue: each piece of content goes to the cue that is nearest by the
 * costs above, each cue takes the nearest source, which several may share. A content that no cue is near becomes an
 * attribution without a cue if it is a quotation, with a source beside it where there is one; other words that nobody
 * is near to say are left out. Spans must be sorted and not overlap. Time is
 * linear in spans times a small window.
 */
export function linkSpans(
  text: string,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  spans: readonly RoleSpan[],
): Draft[] {
  const ruler = createRuler(tokens, sentences, spans)
  const cues = spans.filter((span) => span.role === 'cue')
  const sources = spans.filter((span) => span.role === 'source')
  const contents: TokenSpan[][] = cues.map(() => [])
  const alone: TokenSpan[] = []
  let quotedBefore = false
  for (const content of spans) {
    if (content.role !== 'content') continue
    const quoted = startsQuoted(text, tokens, content)
    // Only a quotation goes on from one paragraph to the next, from another quotation or from "She said:".
    const cost = (cue: TokenSpan) => {
      // Words without marks are not told by who speaks only in the next sentence.
      const ahead = cue.first > content.first && tokens.sentence[cue.first] !== tokens.sentence[content.last - 1]
      if (ahead && !quoted) return Number.POSITIVE_INFINITY
      if (ruler.paragraphs(cue, content) === 0) return ruler.contentCost(cue, content)
      const goesOn = quoted && cue.first < content.first && (quotedBefore || onlyMarks(tokens, cue.last, content.first))
      return goesOn ? ruler.contentCost(cue, content) : Number.POSITIVE_INFINITY
    }
    const best = nearest(cues, content, cost, MAX_CONTENT_COST)
    if (best >= 0) contents[best]!.push(content)
    else if (quoted) alone.push(content)
    quotedBefore = quoted
  }
  const drafts: Draft[] = cues.map((cue, at) => {
    const best = nearest(sources, cue, (source) => ruler.sourceCost(source, cue), MAX_SOURCE_COST)
    return { source: best < 0 ? [] : [plain(sources[best]!)], cue: [plain(cue)], content: contents[at]!.map(plain) }
  })
  for (const content of alone) {
    const best = nearest(sources, content, (source) => ruler.sourceCost(source, content), MAX_SOURCE_COST)
    drafts.push({ source: best < 0 ? [] : [plain(sources[best]!)], cue: [], content: [plain(content)] })
  }
  return drafts
}

function onlyMarks(tokens: TokenTable, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (!isPunctuation(tokens, at)) return false
  return true
}

const OPENING_MARKS = /^["“„«‘'`»]/

function startsQuoted(text: string, tokens: TokenTable, span: TokenSpan): boolean {
  return OPENING_MARKS.test(text.slice(tokens.from[span.first]!, tokens.to[span.first]!))
}

const plain = ({ first, last }: TokenSpan): TokenSpan => ({ first, last })

/** Candidates on each side that are looked at. */
const WINDOW = 6

/** Index of the cheapest candidate below `limit`, -1 if none. Only the WINDOW nearest on each side are tried. */
function nearest(
  candidates: readonly TokenSpan[],
  to: TokenSpan,
  cost: (candidate: TokenSpan) => number,
  limit: number,
): number {
  let low = 0
  let high = candidates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (candidates[middle]!.first < to.first) low = middle + 1
    else high = middle
  }
  let best = -1
  let least = limit
  for (let at = Math.max(0, low - WINDOW); at < Math.min(candidates.length, low + WINDOW); at++) {
    const value = cost(candidates[at]!)
    if (value < least) {
      least = value
      best = at
    }
  }
  return best
}

interface Ruler {
  /** Paragraph ends between two spans. */
  paragraphs(a: TokenSpan, b: TokenSpan): number
  contentCost(cue: TokenSpan, content: TokenSpan): number
  sourceCost(source: TokenSpan, cue: TokenSpan): number
}

/** Running sums over the tokens, so that what lies between two spans is counted at once. */
function createRuler(tokens: TokenTable, sentences: readonly Sentence[], spans: readonly RoleSpan[]): Ruler {
  const n = tokens.length
  const free = new Float64Array(n + 1)
  const inContent = new Float64Array(n + 1)
  const inSource = new Float64Array(n + 1)
  const cueStarts = new Float64Array(n + 1)
  const role = new Uint8Array(n)
  const starts = new Uint8Array(n)
  for (const span of spans) {
    role.fill(span.role === 'source' ? 1 : span.role === 'cue' ? 2 : 3, span.first, span.last)
    if (span.role === 'cue') starts[span.first] = 1
  }
  for (let at = 0; at < n; at++) {
    const counts = !isPunctuation(tokens, at)
    free[at + 1] = free[at]! + (counts && role[at] === 0 ? 1 : 0)
    inContent[at + 1] = inContent[at]! + (role[at] === 3 ? 1 : 0)
    inSource[at + 1] = inSource[at]! + (role[at] === 1 ? 1 : 0)
    cueStarts[at + 1] = cueStarts[at]! + starts[at]!
  }
  const paragraphOf = new Int32Array(sentences.length)
  for (let at = 1; at < sentences.length; at++)
    paragraphOf[at] = paragraphOf[at - 1]! + (sentences[at]!.paragraph ? 1 : 0)

  /** Cost of what lies between `low` and `high` (tokens). */
  function between(low: number, high: number): number {
    if (high <= low) return 0
    return (
      free[high]! -
      free[low]! +
      (inContent[high]! - inContent[low]!) * CONTENT_WORD_COST +
      (inSource[high]! - inSource[low]!) * SOURCE_WORD_COST +
      (cueStarts[high]! - cueStarts[low]!) * OTHER_CUE_COST
    )
  }

  /** Cost of the sentence and paragraph ends between two tokens, `left` before `right`. */
  function ends(left: number, right: number): number {
    const a = tokens.sentence[left]!
    const b = tokens.sentence[right]!
    return (b - a) * SENTENCE_COST + ((paragraphOf[b] ?? 0) - (paragraphOf[a] ?? 0)) * PARAGRAPH_COST
  }

  return {
    paragraphs(a, b) {
      const one = paragraphOf[tokens.sentence[a.first]!] ?? 0
      return Math.abs(one - (paragraphOf[tokens.sentence[b.first]!] ?? 0))
    },
    contentCost(cue, content) {
      if (cue.first >= content.last)
        return between(content.last, cue.first) + ends(content.last - 1, cue.first) + AFTER_COST
      const marked = UPOS[tokens.upos[content.first]!] === 'SCONJ' ? MARKED_BONUS : 0
      return between(cue.last, content.first) + ends(cue.last - 1, content.first) - marked
    },
    sourceCost(source, cue) {
      // A source may be a sentence back, never one ahead.
      if (source.first >= cue.last)
        return tokens.sentence[source.first] === tokens.sentence[cue.last - 1]
          ? between(cue.last, source.first) + AFTER_COST
          : Number.POSITIVE_INFINITY
      return between(source.last, cue.first) + ends(source.last - 1, cue.first)
    },
  }
}
