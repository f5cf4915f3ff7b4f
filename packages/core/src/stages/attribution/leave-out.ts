import type { Sentence, TokenTable } from '../../model/index.ts'
import { datelineEnd } from '../../text/index.ts'
import { isPunctuation, type TokenSpan, type Voiced } from './draft.ts'
import { OUTLET_NOUNS, PLATFORMS } from './lexicon.ts'

/** Words from a paragraph's start into its dateline at most where a span may begin by mistake. */
const MAX_INTO_DATELINE = 3

/** The word behind "11.04" or "3.15pm:", with which live blogs begin their paragraphs. */
export function timeEnd(text: string, tokens: TokenTable, first: number): number {
  const form = (at: number) => text.slice(tokens.from[at] ?? 0, tokens.to[at] ?? 0)
  if (!/^\d{1,2}[.:]\d{2}(?:[ap]\.?m\.?)?$/i.test(form(first))) return first
  let at = first + 1
  if (/^[ap]\.?m\.?$/i.test(form(at))) at++
  if (/^[:–—-]$/.test(form(at))) at++
  return at
}

/** Words of a label at most: "What they are saying". */
const MAX_LABEL = 4
/** What newsletters lead a paragraph with. */
const LEADS =
  /^(?:what (?:they|we|he|she|people|others)\b.*|(?:the|on the) other (?:side|hand)|worth noting|why it matters|driving the news|the (?:big|bigger) picture|the latest|the bottom line|the intrigue|between the lines|flashback|context|state of play|zoom (?:in|out)|of note|yes, but|go deeper|catch up quick|reality check|the reaction|background|note|update|correction)$/i

/** The word behind "SORIN:", "JUST IN:", "Worth noting:" with which a paragraph begins; else its first word. */
function labelEnd(text: string, tokens: TokenTable, first: number): number {
  for (let at = first + 1; at <= first + MAX_LABEL && at < tokens.length; at++) {
    if (text.slice(tokens.from[at]!, tokens.to[at]!) !== ':') continue
    const words = text.slice(tokens.from[first]!, tokens.to[at - 1]!)
    return LEADS.test(words) || /^\p{Lu}{3,}(?: (?:\p{Lu}{2,}|\d+))?$/u.test(words) ? at + 1 : first
  }
  return first
}

/** Leaves a dateline out of the content or the source that begins a paragraph. */
export function withoutDateline(
  text: string,
  tokens: TokenTable,
  paragraphs: ReadonlySet<number>,
  one: Voiced,
): Voiced {
  const cut = (span: TokenSpan): TokenSpan => {
    let start = span.first
    while (start > 0 && span.first - start < MAX_INTO_DATELINE && !paragraphs.has(start)) start--
    if (!paragraphs.has(start)) return span
    const end = datelineEnd(text, tokens, start, span.last)
    const first = Math.max(span.first, end === start ? labelEnd(text, tokens, timeEnd(text, tokens, start)) : end)
    return first >= span.last ? span : { first, last: span.last }
  }
  return { ...one, source: one.source.map(cut), content: one.content.map(cut) }
}

/**
 * Live blogs put the time before each entry, also within a paragraph: no content goes over such a time, and the time
 * itself is none. "17:50 Al Jazeera reports explosions": what follows the cue then is.
 */
export function withoutTimes(text: string, tokens: TokenTable, sentences: readonly Sentence[], one: Voiced): Voiced {
  const isTime = (at: number) =>
    /^\d{1,2}[.:]\d{2}$/.test(text.slice(tokens.from[at], tokens.to[at])) &&
    (sentences[tokens.sentence[at]!]!.first === at ||
      /[.!?]["”’»]$/.test(text.slice(tokens.from[at - 2] ?? 0, tokens.to[at - 1])))
  if (!one.content.some((span) => holdsSome(span, isTime))) return one
  const content = one.content.flatMap((span) => {
    const first = isTime(span.first) ? span.first + 1 : span.first
    let last = first
    while (last < span.last && !isTime(last)) last++
    while (
      last > first &&
      !/^[”"’'»]$/.test(text.slice(tokens.from[last - 1], tokens.to[last - 1])) &&
      isPunctuation(tokens, last - 1)
    )
      last--
    return first < last ? [{ first, last }] : []
  })
  const cue = one.cue[0]
  if (content.length > 0 || !cue) return { ...one, content }
  const end = sentences[tokens.sentence[cue.first]!]!.last
  let last = cue.last
  while (last < end && !isPunctuation(tokens, last)) last++
  return { ...one, content: last > cue.last ? [{ first: cue.last, last }] : [] }
}

function holdsSome(span: TokenSpan, test: (at: number) => boolean): boolean {
  for (let at = span.first; at < span.last; at++) if (test(at)) return true
  return false
}

/** Words behind a closing mark that say where something was said, at most: "on the main state television channel". */
const MAX_AIRED = 7

/** "called it “a farce” | on state television": where the words were said is no part of them. */
export function withoutAired(text: string, tokens: TokenTable, one: Voiced): Voiced {
  const form = (at: number) => text.slice(tokens.from[at] ?? 0, tokens.to[at] ?? 0)
  const cut = (span: TokenSpan): TokenSpan => {
    let mark = span.last - 1
    while (mark > span.first && span.last - mark <= MAX_AIRED && !/^[”"’'»]$/.test(form(mark))) mark--
    const on = mark + 1
    if (mark === span.first || on >= span.last || !/^[”"’'»]$/.test(form(mark)) || !/^(?:on|in|via)$/.test(form(on)))
      return span
    const noun = tokens.lemma[span.last - 1]!.toLowerCase()
    const aired = OUTLET_NOUNS.has(noun) || (PLATFORMS.has(noun) && /^\p{Lu}/u.test(form(span.last - 1)))
    return aired ? { first: span.first, last: on } : span
  }
  return { ...one, content: one.content.map(cut) }
}
