import type { Sentence, TokenTable } from '../../model/index.ts'
import { type Draft, overlap, type TokenSpan } from './draft.ts'
import { cueVerb } from './lexicon.ts'

/** Code units that open or close a quotation; in a sentence that has one, who says what is another matter. */
const QUOTES = /["“”«»‘]/

/**
 * "They will be let out on Friday, the prosecutor noted at a session": the tagger may find who says it and the verb, and
 * leave the clause before them to nobody, or to somebody whom it tells of. Who stands between a comma and a verb of saying,
 * without any words of theirs, has said the sentence up to that comma. Gives the drafts with those contents.
 */
export function mendTrailing(
  text: string,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
): Draft[] {
  const whole = drafts.map((draft) => ({
    ...draft,
    source: draft.source.map((span) => withRest(text, tokens, draft, span)),
  }))
  return whole.map((draft) => {
    const content = draft.content.length === 0 ? saidBefore(text, tokens, sentences, whole, draft) : null
    return content === null ? draft : { ...draft, content: [content] }
  })
}

/** "the gunmen's go-between, who calls himself Roe, said": what the tagger cut at a hyphen, with its clause. */
function withRest(text: string, tokens: TokenTable, { cue }: Draft, source: TokenSpan): TokenSpan {
  const verb = cue[0]?.first ?? -1
  const form = (at: number) => text.slice(tokens.from[at] ?? 0, tokens.to[at] ?? 0)
  const isCut = /^[-‐‑]$/.test(form(source.last)) && tokens.to[source.last - 1] === tokens.from[source.last]
  if (!isCut || verb < source.last + 2 || verb - source.last > LONGEST_REST) return source
  return { first: source.first, last: form(verb - 1) === ',' ? verb - 1 : verb }
}
/** Words between a hyphen and the verb of saying at most. */
const LONGEST_REST = 10

/** The words of the sentence before the voice that it has said; null where it is no such voice. */
function saidBefore(
  text: string,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
  draft: Draft,
): TokenSpan | null {
  const [source, ...others] = draft.source
  const [cue, ...more] = draft.cue
  if (source === undefined || cue === undefined || others.length > 0 || more.length > 0) return null
  const verb = cue.last - 1
  const word = cueVerb(tokens.lemma[verb]!.toLowerCase())
  if (word?.sense !== 'voice' || word.takes !== 'clause' || !/^VB[DZP]$/.test(tokens.xpos[verb]!)) return null
  const form = (at: number) => text.slice(tokens.from[at] ?? 0, tokens.to[at] ?? 0)
  if (source.last !== cue.first || form(source.first - 1) !== ',') return null
  const sentence = sentences[tokens.sentence[verb] ?? -1]
  const content = sentence && { first: sentence.first, last: source.first - 1 }
  if (!content || content.last - content.first < FEWEST_WORDS) return null
  const words = text.slice(tokens.from[content.first], tokens.to[cue.last - 1])
  if (QUOTES.test(words)) return null
  // Whoever else speaks in the sentence speaks within.
  const reaches = (span: TokenSpan) =>
    overlap(span, content) > 0 && (span.first < content.first || span.last > content.last)
  if (drafts.some((one) => one !== draft && [...one.source, ...one.cue, ...one.content].some(reaches))) return null
  return content
}

/** Words of a clause at least. */
const FEWEST_WORDS = 3
