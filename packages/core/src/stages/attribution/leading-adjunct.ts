import { type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import { type Draft, type TokenSpan, without } from './draft.ts'
import type { Quotation } from './find-quotations.ts'
import { timeEnd } from './leave-out.ts'

/** Participles that open a sentence with how its speaker came to speak: "Asked about it", "Speaking in Bern". */
const OPENERS =
  /^(?:asked|pressed|questioned|quizzed|challenged|grilled|prodded|contacted|reached|approached|speaking|talking|replying|responding|answering|reacting|commenting|referring|alluding|addressing|briefing|turning|writing|appearing)$/i
/** Words before such a participle: "When asked", "But pressed". */
const BEFORE = /^(?:when|but|and|also|later|then|again|repeatedly|if|while|once|twice|separately|earlier)$/i
const MAX_BEFORE = 2
/** Words of an adjunct, and of who speaks behind it before the verb, at most. */
const MAX_ADJUNCT = 45
const MAX_SUBJECT = 22

/** How a sentence's speaker came to speak; `last` is the first word behind its comma. */
export interface Adjunct extends TokenSpan {
  /** "Asked", "Speaking". */
  readonly verb: number
}

/**
 * "Asked about the deal, | the minister said": the participle and what belongs to it, up to the comma behind which the
 * subject of the sentence and its verb stand. Null where the sentence begins otherwise.
 */
export function leadingAdjunct(text: string, tokens: TokenTable, { first, last }: Sentence): Adjunct | null {
  const form = (at: number) => text.slice(tokens.from[at] ?? 0, tokens.to[at] ?? 0)
  // Live blogs put the time before it.
  let verb = timeEnd(text, tokens, first)
  const start = verb
  while (verb < last && verb - start < MAX_BEFORE && BEFORE.test(form(verb))) verb++
  if (verb >= last || !OPENERS.test(form(verb))) return null
  let open = false
  for (let comma = verb + 1; comma < Math.min(last, verb + MAX_ADJUNCT); comma++) {
    if (/^[“”"«»]$/.test(form(comma))) open = form(comma) === '"' ? !open : /^[“«]$/.test(form(comma))
    if (!open && form(comma) === ',' && speaks(tokens, form, comma + 1, last) >= 0)
      return { first, last: comma + 1, verb }
  }
  return null
}

/** The finite verb behind a subject that begins at `first`; -1 where no subject does. */
function speaks(tokens: TokenTable, form: (at: number) => string, first: number, last: number): number {
  if (!/^(?:DET|ADJ|NOUN|PROPN|NUM|PRON)$/.test(UPOS[tokens.upos[first] ?? 0]!) || /^W/.test(tokens.xpos[first]!))
    return -1
  let noun = false
  let relative = false
  for (let at = first; at < Math.min(last, first + MAX_SUBJECT); at++) {
    if (/^(?:VB[DZP]|MD)$/.test(tokens.xpos[at]!)) {
      if (!relative) return noun ? at : -1
      relative = false
    }
    const upos = UPOS[tokens.upos[at]!]!
    if (/^W/.test(tokens.xpos[at]!)) relative = true
    else if (/^(?:NOUN|PROPN|PRON)$/.test(upos)) noun = true
    else if (upos === 'CCONJ' || upos === 'SCONJ') return -1
    else if (upos === 'PUNCT' && !/^[,’']$/.test(form(at))) return -1
  }
  return -1
}

/** "Asked about it, Jane Roe, a lawyer, | called it": who speaks behind such an adjunct, where the parser lost her; or null. */
export function subjectBehind(text: string, tokens: TokenTable, sentence: Sentence, verb: number): TokenSpan | null {
  const adjunct = leadingAdjunct(text, tokens, sentence)
  if (!adjunct || verb < adjunct.last) return null
  const form = (at: number) => text.slice(tokens.from[at] ?? 0, tokens.to[at] ?? 0)
  let finite = speaks(tokens, form, adjunct.last, sentence.last)
  const first = finite
  while (finite < verb && /^(?:AUX|ADV|PART)$/.test(UPOS[tokens.upos[finite]!]!)) finite++
  return first === verb || finite === verb ? { first: adjunct.last, last: first } : null
}

/**
 * Takes such adjuncts out of what the sentence's speaker says and out of the words for who it is, and what follows them
 * out of what the tagger took for asked.
 */
export function withoutAdjuncts<Kind extends Draft>(
  text: string,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  drafts: readonly Kind[],
): Kind[] {
  const known = new Map<number, Adjunct | null>()
  const adjunctOf = (sentence: number) => {
    if (!known.has(sentence)) {
      const found = leadingAdjunct(text, tokens, sentences[sentence]!)
      const quoted = found && quotations.some((one) => one.first <= found.first && found.verb < one.last)
      known.set(sentence, quoted ? null : found)
    }
    return known.get(sentence)!
  }
  return drafts.map((draft) => {
    const cue = draft.cue[0]
    const adjunct = cue ? adjunctOf(tokens.sentence[cue.first]!) : null
    if (!cue || !adjunct) return draft
    if (cue.first >= adjunct.last) {
      const cut = (span: TokenSpan) => without(span, adjunct)
      const source = draft.source.flatMap(cut)
      return { ...draft, source: source.length > 0 ? source : draft.source, content: draft.content.flatMap(cut) }
    }
    if (cue.last > adjunct.last) return draft
    const end = adjunct.last - 1
    return {
      ...draft,
      content: draft.content.flatMap((span) =>
        span.first >= end ? [] : [{ first: span.first, last: Math.min(span.last, end) }],
      ),
    }
  })
}
