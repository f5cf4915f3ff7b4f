import type { Document, Sentence, TokenTable } from '../../model/index.ts'
import { isOwnOutlet } from './chain.ts'
import { isPunctuation, type TokenSpan, type Voiced, without } from './draft.ts'
import { inOrder } from './in-order.ts'
import { cueVerb } from './lexicon.ts'

/** Words of the document's own name at most: "The Daily Echo". */
const MAX_NAME = 5
/** Words of time behind "Belnat reports" at most. */
const MAX_WHEN = 3

const OWN_VERBS = /^(?:report|learn|understand|reveal|write)$/
const CITING = /^(?:citing|quoting|with reference to)$/

/**
 * "..., Belnat reports, citing the palace." in Belnat itself: the palace says it, and that Belnat reports it is no part of
 * it. "told the Echo it was over" in the Daily Echo: whom they told is no part of it either.
 */
export function mendOwnReports(
  document: Document,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  drafts: readonly Voiced[],
): Voiced[] {
  if (document.outlet === null) return [...drafts]
  const form = (at: number) => document.text.slice(tokens.from[at] ?? 0, tokens.to[at] ?? 0)
  let result = drafts.map((draft) => ({
    ...draft,
    content: draft.content.map((span) => withoutAddressee(document, tokens, draft, span)),
  }))
  for (const sentence of sentences) {
    const report = ownReport(document, tokens, sentence, form)
    if (!report) continue
    const hole = { first: report.first, last: sentence.last }
    const inHole = (span: TokenSpan | undefined) =>
      span !== undefined && span.first >= hole.first && span.last <= hole.last
    const told = { first: sentence.first, last: report.first }
    const others = result.filter((draft) => !inHole(draft.cue[0]))
    const stale = result.filter((draft) => inHole(draft.cue[0]))
    // Indices of tellers would shift: leave what is told by another of the sentence as it is.
    if (result.some((draft) => draft.toldBy >= 0)) continue
    const cut = others.map((draft) => ({ ...draft, content: draft.content.flatMap((span) => without(span, hole)) }))
    if (report.cited)
      result = [
        ...cut,
        {
          source: [report.cited],
          cue: [{ first: report.citing, last: report.cited.first }],
          content: [told],
          head: report.citing,
          word: cueVerb('say') ?? null,
          toldBy: -1,
        },
      ]
    else if (others.some((draft) => draft.cue.some((span) => span.first >= told.first && span.last <= told.last)))
      result = cut
    else if (stale.length === 1) result = [...cut, { ...stale[0]!, source: [report.name], content: [told] }]
  }
  return inOrder(result)
}

interface OwnReport {
  /** The comma that the outlet's name stands behind. */
  readonly first: number
  readonly name: TokenSpan
  readonly citing: number
  readonly cited: TokenSpan | null
}

/** ", Belnat has learned", ", the Daily Echo reports, citing officials" at the end of a sentence. */
function ownReport(
  document: Document,
  tokens: TokenTable,
  { first, last }: Sentence,
  form: (at: number) => string,
): OwnReport | null {
  let end = last
  while (end > first && isPunctuation(tokens, end - 1)) end--
  for (let comma = end - 2; comma > first + 1; comma--) {
    if (form(comma) !== ',') continue
    for (let to = Math.min(comma + 1 + MAX_NAME, end - 1); to > comma + 1; to--) {
      if (!isOwnOutlet(document, document.text.slice(tokens.from[comma + 1], tokens.to[to - 1]))) continue
      let verb = to
      while (verb < end - 1 && /^(?:has|had|can|now)$/.test(form(verb))) verb++
      if (!OWN_VERBS.test(lemmaOf(tokens, verb))) break
      let at = verb + 1
      while (at < end && at - verb <= MAX_WHEN && form(at) !== ',') at++
      const name = { first: comma + 1, last: to }
      if (at >= end) return { first: comma, name, citing: -1, cited: null }
      const citing = at + 1
      const three = `${form(citing)} ${form(citing + 1)} ${form(citing + 2)}`
      const start = CITING.test(form(citing)) ? citing + 1 : CITING.test(three) ? citing + 3 : -1
      return start > 0 && start < end ? { first: comma, name, citing, cited: { first: start, last: end } } : null
    }
  }
  return null
}

/** "reports" behind a name is often taken for a noun. */
const lemmaOf = (tokens: TokenTable, at: number) => tokens.lemma[at]!.toLowerCase()

/** A content without "me," or the document's own outlet, to whom it was told. */
function withoutAddressee(document: Document, tokens: TokenTable, { cue }: Voiced, span: TokenSpan): TokenSpan {
  const said = cue[0]
  if (!said || said.last !== span.first || tokens.lemma[said.last - 1] !== 'tell') return span
  const form = (at: number) => document.text.slice(tokens.from[at] ?? 0, tokens.to[at] ?? 0)
  let first = span.first
  if (/^(?:me|us|him|them)$/.test(form(first))) first++
  else
    for (let to = Math.min(first + MAX_NAME, span.last - 2); to > first; to--)
      if (isOwnOutlet(document, document.text.slice(tokens.from[first], tokens.to[to - 1]))) {
        first = to
        break
      }
  if (first > span.first && form(first) === ',') first++
  return first < span.last - 1 ? { first, last: span.last } : span
}
