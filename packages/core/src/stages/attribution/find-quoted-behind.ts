import { type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { isPunctuation, type TokenSpan, type Voiced } from './draft.ts'
import type { CandidateInput } from './grammar.ts'
import { cueVerb } from './lexicon.ts'

/** Words of who quotes, and of who is quoted, at most. */
const MAX_WHO = 12

interface QuotedBehind {
  /** The comma or closing mark before who quotes. */
  readonly end: number
  readonly outlet: TokenSpan
  readonly verb: number
  readonly speaker: TokenSpan
  /** "as saying". */
  readonly saying: TokenSpan
}

/**
 * "Six were freed, Belnat quoted the minister as saying on Friday.": the outlet tells all of it, where the tagger passed
 * over it. Who is quoted is added by `withQuotedBehind`. In text order.
 */
export function findQuotedBehind({ text, tokens, sentences }: CandidateInput): Candidate[] {
  return sentences.flatMap((sentence) => {
    const found = quotedBehind(text, tokens, sentence)
    const word = cueVerb('say')
    if (!found || !word) return []
    const { end, outlet, verb, speaker, saying } = found
    return [
      {
        source: [outlet],
        cue: [{ first: verb, last: verb + 1 }],
        content: [
          { first: sentence.first, last: end },
          { first: speaker.first, last: saying.last },
        ],
        head: verb,
        word,
        sure: true,
      },
    ]
  })
}

/** Adds who is quoted "as saying" it, inside of the telling of the outlet that quotes. */
export function withQuotedBehind(
  text: string,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  all: readonly Voiced[],
): Voiced[] {
  const kept = [...all]
  all.forEach((one, at) => {
    const cue = one.cue[0]
    if (!cue || !/^(?:quote|cite)$/.test(tokens.lemma[cue.last - 1]!)) return
    const sentence = sentences[tokens.sentence[cue.first]!]!
    const found = quotedBehind(text, tokens, sentence)
    if (!found || found.verb !== cue.last - 1) return
    const before = one.content.filter((span) => span.last <= found.outlet.first)
    const told = before.length > 0 ? before : [{ first: sentence.first, last: found.end }]
    const inside = (span: TokenSpan | undefined) =>
      span !== undefined && span.first >= found.saying.first && span.first < found.saying.last
    const stale = kept.findIndex((other) => other !== kept[at] && inside(other.cue[0]))
    kept[at] = { ...one, content: [...told, { first: found.speaker.first, last: found.saying.last }] }
    const quoted: Voiced = {
      source: [found.speaker],
      cue: [found.saying],
      content: told,
      head: found.saying.last - 1,
      word: cueVerb('say') ?? null,
      toldBy: at,
    }
    if (stale < 0) kept.push(quoted)
    else kept[stale] = quoted
  })
  return kept
}

function quotedBehind(text: string, tokens: TokenTable, { first, last }: Sentence): QuotedBehind | null {
  const form = (at: number) => text.slice(tokens.from[at] ?? 0, tokens.to[at] ?? 0)
  for (let as = last - 2; as > first + 3; as--) {
    if (form(as) !== 'as' || !/^(?:saying|telling|stating|declaring|writing)$/.test(form(as + 1))) continue
    // What is said stands before: nothing but a word of time comes behind.
    let end = as + 2
    while (end < last && /^(?:ADP|PROPN|NOUN|DET|ADJ|NUM|ADV)$/.test(UPOS[tokens.upos[end]!]!)) end++
    while (end < last && isPunctuation(tokens, end) && !/^["“«„‘]$/.test(form(end)) && form(end) !== ',') end++
    if (end < last) return null
    let verb = as - 1
    while (verb > first && as - verb <= MAX_WHO && !/^(?:quote|cite)$/.test(tokens.lemma[verb]!)) verb--
    if (!/^(?:quote|cite)$/.test(tokens.lemma[verb]!) || !/^VB[DNZ]$/.test(tokens.xpos[verb]!)) return null
    const speaker = { first: verb + 1, last: as }
    if (speaker.last <= speaker.first) return null
    let cue = verb
    while (cue > first && UPOS[tokens.upos[cue - 1]!] === 'AUX') cue--
    let start = cue
    while (start > first && cue - start < MAX_WHO && !isPunctuation(tokens, start - 1)) start--
    const mark = start - 1
    if (start === cue || mark <= first || !/^[,”"’'»]$/.test(form(mark))) return null
    return {
      end: form(mark) === ',' ? mark : start,
      outlet: { first: start, last: cue },
      verb,
      speaker,
      saying: { first: as, last: as + 2 },
    }
  }
  return null
}
