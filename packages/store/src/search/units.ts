import { type Document, type Findings, type Report, type Span, wordsAt } from '@backchannel/core'
import { maybeNameKey } from './name-key.ts'
import { wordsOf } from './words.ts'

/** Words of a text as the index holds them: `body` as written, folded; `names` the keys of the names in it. */
export interface IndexedWords {
  readonly body: string
  readonly names: string
}

/** One voice's words: an attribution with content. */
export interface QuoteUnit {
  readonly id: string
  readonly spans: readonly Span[]
}

/** One claim's words: its evidence. */
export interface ClaimUnit {
  readonly id: string
  readonly span: Span
}

/** Sayings with words of their own, in text order. */
export function quoteUnits(findings: Findings): readonly QuoteUnit[] {
  return findings.attributions
    .filter((one) => one.sense === 'voice' && one.content.length > 0)
    .map((one) => ({ id: one.id, spans: one.content }))
}

export function claimUnits(findings: Findings): readonly ClaimUnit[] {
  return findings.claims.map((claim) => ({ id: claim.id, span: claim.evidence.span }))
}

/** What is searched of an article: its text, after its title where the text does not begin with it. */
export function articleText(document: Pick<Document, 'title' | 'text'>): string {
  const { title, text } = document
  return title === null || title === '' || text.startsWith(title) ? text : `${title}\n\n${text}`
}

/** The words of a quote as they stand, parts joined by an ellipsis. */
export function quoteText(text: string, spans: readonly Span[]): string {
  return spans.map((span) => wordsAt(text, span)).join(' … ')
}

/** Between two names, so that a phrase does not reach from one into the next. */
const GAP = '0'

/**
 * Words of a text for the index. `names` are the names that occur in it, each as written: only names are found by key,
 * since two ordinary words often share one.
 */
export function indexWords(text: string, names: readonly string[]): IndexedWords {
  const body = wordsOf(text)
    .map((word) => word.form)
    .join(' ')
  const keys: string[] = []
  for (const name of new Set(names)) {
    const own = wordsOf(name)
      .map((word) => maybeNameKey(word.form))
      .filter((key) => key !== null)
    if (own.length > 0) keys.push(own.join(' '))
  }
  return { body, names: [...new Set(keys)].join(` ${GAP} `) }
}

/** The names among the mentions that lie in one of the spans; all where no spans are given. */
export function namesIn(document: Document, findings: Findings, spans: readonly Span[] | null): readonly string[] {
  return findings.mentions
    .filter((one) => one.form === 'name')
    .filter((one) => spans === null || spans.some((span) => span.from < one.to && one.from < span.to))
    .map((one) => wordsAt(document.text, one))
}

/** The names in a report's evidence, for a claim that a person added: there are no mentions then. */
export function reportNames(report: Report): readonly string[] {
  return report.participants.filter((one) => one.actor !== null).map((one) => one.name)
}
