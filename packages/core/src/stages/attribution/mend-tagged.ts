import { type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import { type Candidate, HEARSAY_VERBS } from './candidate.ts'
import { firstEndingAfter, snapToQuotations } from './content-spans.ts'
import { isPaper } from './describe-voice.ts'
import { createSpanIndex, type Draft, isPunctuation, overlap, type SpanIndex, type TokenSpan } from './draft.ts'
import type { Quotation } from './find-quotations.ts'
import { TURN } from './find-turns.ts'
import { cueVerb, HEARSAY_ADVERBS } from './lexicon.ts'
import { isMeasured, ledByAccording, nested, trailedByAccording } from './mend-according.ts'
import { hasBe, overran, showing, wholeSubject, withAdjunct, withApposed, withLabel } from './mend-sources.ts'

/**
 * Mends what the tagger found where the marks on the page know better: contents take in the quotation marks of the words
 * they hold, a quotation beside a clear "X said" that the tagger passed over goes to that, a quotation without a
 * voice goes on with the voice of its paragraph.
 */
export function mendTagged(
  text: string,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  drafts: readonly Draft[],
  candidates: readonly Candidate[],
): Draft[] {
  const taken = createSpanIndex()
  drafts.forEach((draft, owner) => {
    for (const span of [...draft.cue, ...draft.source, ...draft.content]) taken.add(owner, span)
  })
  const snapped = drafts
    .filter((draft) => !isMeasured(tokens, draft))
    .map((draft) =>
      inverted(
        text,
        tokens,
        sentences,
        taken,
        showing(tokens, withLabel(text, tokens, unsourced(tokens, wholeAccording(tokens, candidates, draft)))),
      ),
    )
    .map((draft) => ({
      cue: draft.cue,
      source: draft.source.map((span) => wholeSubject(tokens, taken, draft, span)),
      content: draft.content.map((span) => snapToQuotations({ tokens, quotations }, span)),
    }))
    .map((draft) => overran(tokens, quotations, draft))
  const led = trailedByAccording(text, tokens, sentences, ledByAccording(tokens, snapped, candidates), candidates)
  const turned = withTurns(text, tokens, led, candidates)
  const sourced = nested(tokens, withSources(tokens, turned, candidates), candidates)
  const passed = withPassedOver(
    tokens,
    quotations,
    withOwnSentence(tokens, sourced, candidates).map((draft) =>
      withApposed(text, tokens, sentences, withAdjunct(text, tokens, sentences, draft)),
    ),
    candidates,
  )
  return continued(tokens, sentences, quotations, reopened(quotations, passed))
}

/**
 * “One paragraph. / “Another,” she said: what a paragraph leaves open belongs to the voice of the paragraph that opens it
 * again, even where that comes last; whoever spoke before the first paragraph has no part in it.
 */
function reopened(quotations: readonly Quotation[], drafts: readonly Draft[]): Draft[] {
  const outer = quotations.filter((one) => one.depth === 0)
  const result = [...drafts]
  // From the end on, so that several open paragraphs reach the voice after the last.
  for (let at = outer.length - 2; at >= 0; at--) {
    const one = outer[at]!
    const next = outer[at + 1]!
    if (one.closed || !next.continues) continue
    const holds = (draft: Draft, quotation: Quotation) => draft.content.some((span) => overlap(span, quotation) > 0)
    const owner = result.findIndex((draft) => draft.cue.length > 0 && holds(draft, next))
    const before = result.findIndex((draft) => holds(draft, one))
    if (owner < 0 || before === owner) continue
    // Who is named after the quotation's own first words keeps it: “One,” she said. “And another.
    const host = before < 0 ? undefined : result[before]
    const cue = result[owner]!.cue[0]!
    if (
      cue.first < next.first ||
      (host?.cue.some((span) => span.first >= one.first && span.last <= next.first) ?? false)
    )
      continue
    const whole = { first: one.first, last: one.last }
    if (host) result[before] = { ...host, content: host.content.filter((span) => overlap(span, one) === 0) }
    result[owner] = { ...result[owner]!, content: [whole, ...result[owner]!.content] }
  }
  return result.filter((draft) => draft.content.length > 0 || draft.cue.length > 0)
}

/** "| according to a diplomatic note | that the paper has read": the cue is two words, and the rest is who tells it. */
function wholeAccording(tokens: TokenTable, candidates: readonly Candidate[], draft: Draft): Draft {
  const cue = draft.cue[0]
  const [source, more] = draft.source
  // "| according to a translation by | the forum": the translation says it.
  const by = /^(?:by|from)$/.test(tokens.lemma[(cue?.last ?? 0) - 1] ?? '')
  if (cue && source && !more && by && source.first === cue.last && cue.last - cue.first > 3)
    if (
      /^accord(?:ing)?$/.test(tokens.lemma[cue.first]!.toLowerCase()) &&
      isPaper(tokens, { first: cue.first + 2, last: cue.last - 1 })
    )
      return {
        ...draft,
        cue: [{ first: cue.first, last: cue.first + 2 }],
        source: [{ first: cue.first + 2, last: source.last }],
      }
  if (
    !cue ||
    draft.source.length > 0 ||
    cue.last - cue.first < 3 ||
    !/^accord(?:ing)?$/.test(tokens.lemma[cue.first]!.toLowerCase())
  )
    return draft
  const known = candidates.find((one) => one.cue[0]?.first === cue.first && one.source.length > 0)
  return known ? { source: known.source, cue: known.cue, content: known.content } : draft
}

/** "The envoy is said to have left": nobody in the sentence before says so. */
function unsourced(tokens: TokenTable, draft: Draft): Draft {
  const cue = draft.cue[0]
  const source = draft.source[0]
  if (!cue || !source || tokens.sentence[source.first] === tokens.sentence[cue.first]) return draft
  const verb = cue.last - 1
  const passive = tokens.xpos[verb] === 'VBN' && HEARSAY_VERBS.has(tokens.lemma[verb]!) && hasBe(tokens, cue)
  return passive || HEARSAY_ADVERBS.has(tokens.lemma[verb]!.toLowerCase()) ? { ...draft, source: [] } : draft
}

/** Words of a fragment before ", says Jane Roe" at most, and at least. */
const MAX_FRAGMENT = 12
const MIN_FRAGMENT = 2

/** "Nothing of the sort, says Jane Roe.": who ends the sentence behind the cue says it, and is not what is said. */
function inverted(
  text: string,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  taken: SpanIndex,
  draft: Draft,
): Draft {
  const [cue] = draft.cue
  const [named, more] = draft.content
  if (cue && draft.content.length === 0) return leftOut(text, tokens, sentences, taken, draft, cue)
  if (!cue || !named || more || draft.source.length > 0 || named.first !== cue.last) return draft
  const { first, last } = sentences[tokens.sentence[cue.first]!]!
  const end = named.last === last || (named.last === last - 1 && isPunctuation(tokens, named.last))
  const size = cue.first - 1 - first
  if (!end || !isNounPhrase(tokens, named) || size > MAX_FRAGMENT || size < MIN_FRAGMENT) return draft
  if (text.slice(tokens.from[cue.first - 1], tokens.to[cue.first - 1]) !== ',') return draft
  return { cue: draft.cue, source: [named], content: [{ first, last: cue.first - 1 }] }
}

/** Words of time and place behind "X said" at most. */
const MAX_WHEN = 10

/**
 * "No date has been set, said a person who knows.": the sentence before the comma, where the tagger found who says it
 * and nothing else claims it.
 */
function leftOut(
  text: string,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  taken: SpanIndex,
  draft: Draft,
  cue: TokenSpan,
): Draft {
  const [source, more] = draft.source
  let word: ReturnType<typeof cueVerb>
  for (let at = cue.first; at < cue.last && !word; at++)
    if (UPOS[tokens.upos[at]!] === 'VERB') word = cueVerb(tokens.lemma[at]!.toLowerCase())
  if (!source || more || word?.takes !== 'clause' || word.sense !== 'voice') return draft
  const { first, last } = sentences[tokens.sentence[cue.first]!]!
  const low = Math.min(source.first, cue.first)
  const high = Math.max(source.last, cue.last)
  let end = high
  while (end < last && end - high <= MAX_WHEN && /^(ADP|DET|NUM|PROPN|NOUN|ADJ|ADV)$/.test(UPOS[tokens.upos[end]!]!))
    end++
  const cites =
    text.slice(tokens.from[end], tokens.to[end]) === ',' && /^(?:cite|quote|add)$/.test(tokens.lemma[end + 1] ?? '')
  const ends = end >= last || (end === last - 1 && isPunctuation(tokens, end)) || cites
  if (!ends || low - 1 - first < MIN_FRAGMENT) return draft
  if (text.slice(tokens.from[low - 1], tokens.to[low - 1]) !== ',') return draft
  const content = { first, last: low - 1 }
  return taken.touching(content).length > 0 ? draft : { ...draft, content: [content] }
}

/** Nouns, names and what stands before and between them, no verb. */
function isNounPhrase(tokens: TokenTable, span: TokenSpan): boolean {
  for (let at = span.first; at < span.last; at++) {
    if (!/^(DET|ADJ|NOUN|PROPN|NUM|ADP|PART|PUNCT)$/.test(UPOS[tokens.upos[at]!]!)) return false
  }
  return /^(NOUN|PROPN)$/.test(UPOS[tokens.upos[span.last - 1]!]!)
}

/** The turns of an interview as wholes; what the speaker says of "I" and "we" in one is part of it. */
function withTurns(
  text: string,
  tokens: TokenTable,
  drafts: readonly Draft[],
  candidates: readonly Candidate[],
): Draft[] {
  const turns = candidates.filter((one) => one.word === TURN)
  if (turns.length === 0) return [...drafts]
  const index = createSpanIndex()
  turns.forEach((turn, owner) => {
    for (const span of [...turn.source, ...turn.cue, ...turn.content]) index.add(owner, span)
  })
  const kept = drafts.filter((draft) => {
    const anchor = draft.cue[0] ?? draft.content[0]
    if (!anchor || index.touching(anchor).length === 0) return true
    const source = draft.source[0]
    if (!source || draft.cue.length === 0) return false
    const label = turns.some((turn) => turn.cue.some((span) => overlap(span, anchor) > 0))
    return !label && !/^(I|we)$/i.test(text.slice(tokens.from[source.first], tokens.to[source.last - 1]))
  })
  return [...kept, ...turns.map(({ source, cue, content }) => ({ source, cue, content }))]
}

/** Words at least of a clause before the cue that the tagger passed over while it found another piece. */
const MIN_LEADING = 5

/** Gives a draft without a source, or without content, what the rules see for the same cue and nobody else has. */
function withSources(tokens: TokenTable, drafts: readonly Draft[], candidates: readonly Candidate[]): Draft[] {
  const taken = createSpanIndex()
  const told = createSpanIndex()
  const cues = createSpanIndex()
  drafts.forEach((draft, owner) => {
    for (const span of [...draft.cue, ...draft.source, ...draft.content]) taken.add(owner, span)
    for (const span of [...draft.cue, ...draft.content]) told.add(owner, span)
  })
  candidates.forEach((candidate, owner) => {
    for (const span of candidate.cue) cues.add(owner, span)
  })
  return drafts.map((draft) => {
    const cue = draft.cue[0]
    if (!cue) return draft
    const known = cues.touching(cue).find((owner) => candidates[owner]!.sure && candidates[owner]!.source.length > 0)
    if (known === undefined) return draft
    const leads = (span: TokenSpan) => span.last - span.first >= MIN_LEADING && span.last <= cue.first
    const free = (spans: readonly TokenSpan[]) => !spans.some((span) => taken.touching(span).length > 0)
    const { content } = candidates[known]!
    const source = candidates[known]!.source.flatMap((span) => untilTold(tokens, told, span))
    const none = draft.source.length === 0
    const far = draft.source.every((span) => tokens.sentence[span.first] !== tokens.sentence[cue.first])
    return {
      cue: draft.cue,
      // Two attributions may share a source, but one in the cue's own sentence is nearer than one before it. "which" is of
      // the clause that it opens, not of the verb behind that.
      source:
        (none || far || isRelative(tokens, draft.source, source, cue)) &&
        !source.some((span) => told.touching(span).length > 0)
          ? source
          : draft.source,
      // A piece that nobody claims, beside those that the tagger found: "[...], officials said, ending a standoff".
      content: [
        ...draft.content,
        ...content.filter((span) => free([span]) && (draft.content.length === 0 || leads(span))),
      ].sort((a, b) => a.first - b.first),
    }
  })
}

/** "The site, | which first had it, said": the words before the comma where others have a voice of their own behind it. */
function untilTold(tokens: TokenTable, told: SpanIndex, span: TokenSpan): TokenSpan[] {
  if (told.touching(span).length === 0) return [span]
  let last = span.first
  while (last < span.last && !isPunctuation(tokens, last)) last++
  const head = { first: span.first, last }
  return last === span.last || told.touching(head).length > 0 ? [span] : [head]
}

/** "The site, which first had it, | said": true where the tagger took the "which" of a clause in between for the source. */
function isRelative(
  tokens: TokenTable,
  tagged: readonly TokenSpan[],
  ruled: readonly TokenSpan[],
  cue: TokenSpan,
): boolean {
  const [who, more] = tagged
  const noun = ruled[0]
  if (
    !who ||
    more ||
    !noun ||
    noun.last <= noun.first ||
    who.last - who.first > 1 ||
    !/^(?:WDT|WP)$/.test(tokens.xpos[who.first]!)
  )
    return false
  return noun.last <= who.first && who.last < cue.first && isPunctuation(tokens, cue.first - 1)
}

/**
 * "A video shows men boarding. “Home,” one of them is heard saying.": a later sentence that says itself who says it is no
 * part of what was told before.
 */
function withOwnSentence(
  tokens: TokenTable,
  drafts: readonly Draft[],
  candidates: readonly Candidate[],
): readonly Draft[] {
  const found: Draft[] = []
  const kept = drafts.map((draft) => {
    const cue = draft.cue[0]
    const later = (span: TokenSpan) =>
      cue !== undefined &&
      span.first > cue.last &&
      (tokens.sentence[span.first]! > tokens.sentence[cue.last - 1]! || tokens.lemma[span.first - 1] === ';')
    if (!draft.content.some(later)) return draft
    const own = draft.content.map((span) =>
      later(span)
        ? candidates.find(
            (one) =>
              one.sure &&
              one.source.length > 0 &&
              [...one.source, ...one.cue, ...one.content].every(
                (part) => part.first >= span.first && part.last <= span.last,
              ) &&
              Math.min(one.source[0]!.first, one.content[0]?.first ?? span.last) === span.first,
          )
        : undefined,
    )
    for (const one of own) if (one) found.push({ source: one.source, cue: one.cue, content: one.content })
    return own.some(Boolean) ? { ...draft, content: draft.content.filter((_, at) => !own[at]) } : draft
  })
  return found.length === 0 ? drafts : [...kept, ...found]
}

/** Gives quotations to the sure candidates whose cue the tagger left out. */
function withPassedOver(
  tokens: TokenTable,
  quotations: readonly Quotation[],
  drafts: readonly Draft[],
  candidates: readonly Candidate[],
): Draft[] {
  const taken = createSpanIndex()
  const contents = createSpanIndex()
  drafts.forEach((draft, owner) => {
    for (const span of [...draft.cue, ...draft.source]) taken.add(owner, span)
    for (const span of draft.content) contents.add(owner, span)
  })
  const marks = new Set(quotations.filter((one) => one.depth === 0).map((one) => `${one.first} ${one.last}`))
  const result: Draft[] = [...drafts]
  for (const candidate of candidates) {
    if (!candidate.sure) continue
    const quoted = candidate.content.filter((span) => marks.has(`${span.first} ${span.last}`))
    if (quoted.length === 0 || quoted.length < candidate.content.length) continue
    const cue = candidate.cue[0]
    if (!cue || taken.touching(cue).length > 0 || contents.touching(cue).length > 0) continue
    const source = candidate.source[0]
    if (source && contents.touching(source).length > 0) continue
    for (const span of quoted) {
      for (const owner of new Set(contents.touching(span))) {
        const host = result[owner]!
        result[owner] = { ...host, content: host.content.flatMap((one) => cut(tokens, one, span)) }
      }
    }
    result.push({ source: candidate.source, cue: candidate.cue, content: candidate.content })
  }
  return result.filter((one) => one.content.length > 0 || one.cue.length > 0)
}

/** A content without the quotation that is taken from it. */
function cut(tokens: TokenTable, span: TokenSpan, hole: TokenSpan): TokenSpan[] {
  if (overlap(span, hole) === 0) return [span]
  const parts = [
    { first: span.first, last: Math.min(span.last, hole.first) },
    { first: Math.max(span.first, hole.last), last: span.last },
  ]
  return parts.filter((part) => {
    for (let at = part.first; at < part.last; at++) if (!isPunctuation(tokens, at)) return true
    return false
  })
}

/** Joins a quotation that has neither source nor cue to the last quotation told before it in the same paragraph. */
function continued(
  tokens: TokenTable,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  drafts: readonly Draft[],
): Draft[] {
  const result: Draft[] = []
  const order = drafts.map((_, at) => at).sort((a, b) => firstOf(drafts[a]!) - firstOf(drafts[b]!))
  for (const at of order) {
    const draft = drafts[at]!
    const span = draft.content[0]
    if (draft.source.length > 0 || draft.cue.length > 0 || !span) {
      result.push(draft)
      continue
    }
    const own = quotationIn(quotations, span)
    const paragraph = paragraphOf(tokens, sentences, span.first)
    let host = -1
    for (let back = 1; own && host < 0 && back <= Math.min(MAX_BACK, result.length); back++) {
      const one = result[result.length - back]!
      if (one.cue.length === 0) continue
      const goesOn = one.content.some(
        (piece) =>
          piece.first < span.first &&
          quotationIn(quotations, piece) !== undefined &&
          (paragraphOf(tokens, sentences, piece.first) === paragraph || own.continues),
      )
      if (goesOn) host = result.length - back
    }
    if (host < 0) result.push(draft)
    else result[host] = { ...result[host]!, content: [...result[host]!.content, ...draft.content] }
  }
  return result
}

/** Attributions back that a quotation without a voice may go on from. */
const MAX_BACK = 8

/** The first outer quotation that a span touches. */
function quotationIn(quotations: readonly Quotation[], span: TokenSpan): Quotation | undefined {
  for (let index = firstEndingAfter(quotations, span.first); index < quotations.length; index++) {
    const one = quotations[index]!
    if (one.first >= span.last) return undefined
    if (one.depth === 0 && overlap(one, span) > 0) return one
  }
  return undefined
}

function firstOf(draft: Draft): number {
  let first = Number.MAX_SAFE_INTEGER
  for (const span of [...draft.content, ...draft.cue, ...draft.source]) first = Math.min(first, span.first)
  return first
}

/** Number of the sentence that starts the paragraph of a token. */
function paragraphOf(tokens: TokenTable, sentences: readonly Sentence[], token: number): number {
  let at = tokens.sentence[token]!
  while (at > 0 && !sentences[at]?.paragraph) at--
  return at
}
