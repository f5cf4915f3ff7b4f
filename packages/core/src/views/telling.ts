import type { Claim, ClaimId, Findings, Span } from '../model/index.ts'
import type { Lookup } from './lookup.ts'
import { claimSentence, type Mark, markOf } from './sentence.ts'
import { type ChainStep, chainOf } from './teller.ts'

/** One telling of something: who says it through whom, and the words. */
export interface Telling {
  readonly claim: ClaimId
  readonly mark: Mark
  /** The document's outlet first, the first speaker last; never empty. */
  readonly chain: readonly ChainStep[]
  readonly quote: string
  /** Where in `quote` the word that names the event starts. */
  readonly focus: number
  readonly span: Span
  /** Counts as this telling has them: "14", "at least 40"; empty where it counts nobody. */
  readonly counts: readonly string[]
}

/** A claim as a line to print. */
export interface ClaimLine extends Telling {
  readonly type: string
  /** Reads on from the mark: "denied: that X released Y." */
  readonly sentence: string
  /** The same happening told again elsewhere in the document, in text order. */
  readonly also: readonly Telling[]
  /** Why the claim is unsure, in the words of its score; null where it is sure enough. */
  readonly unsure: string | null
}

/** Scores below this are shown with their reason: a weak trigger, or one of which neither doer nor other side is told. */
export const UNSURE_BELOW = 0.6

/**
 * Claims of one happening, joined by `restates`: those that tell it as it came before those that deny it, what is done before
 * what is planned or supposed, of these the fullest first, then text order.
 */
export function groupRestated(findings: Findings): (readonly Claim[])[] {
  const root = new Map<ClaimId, ClaimId>()
  const find = (id: ClaimId): ClaimId => {
    let at = id
    for (let up = root.get(at); up !== undefined && up !== at; up = root.get(at)) at = up
    return at
  }
  for (const link of findings.links)
    if (link.kind === 'restates' && link.from !== null && link.stance === 'asserts') {
      const from = find(link.from)
      const to = find(link.to)
      if (from !== to) root.set(to, from)
    }
  const groups = new Map<ClaimId, Claim[]>()
  for (const claim of findings.claims) {
    const key = find(claim.id)
    const group = groups.get(key)
    if (group) group.push(claim)
    else groups.set(key, [claim])
  }
  return [...groups.values()].map((group) =>
    [...group].sort(
      (a, b) => reality(a) - reality(b) || fullness(b) - fullness(a) || a.evidence.span.from - b.evidence.span.from,
    ),
  )
}

/** How far a telling is from telling a fact: denials are the farthest. */
function reality({ event, stance }: Claim): number {
  const { status } = event
  const told = status === 'happened' || status === 'ongoing' ? 0 : status === 'hypothetical' ? 2 : 1
  return stance === 'denies' ? 3 : told
}

/** How much of the event a claim tells; the document's own word breaks ties. */
function fullness({ event, told }: Claim): number {
  const members = event.participants.reduce((sum, participant) => sum + participant.includes.length, 0)
  const counts = event.participants.filter((participant) => participant.count !== null).length
  return (
    4 * event.participants.length +
    2 * members +
    2 * counts +
    (event.when === null ? 0 : 2) +
    (event.place === null ? 0 : 1) +
    (told.length === 0 ? 1 : 0)
  )
}

/** The line of a happening: its first claim in full, the others as further tellings. */
export function lineOf(lookup: Lookup, group: readonly Claim[]): ClaimLine {
  const [first, ...others] = group as readonly [Claim, ...Claim[]] // groups are made of at least one claim
  const surest = Math.max(...group.map((claim) => claim.confidence.score))
  return {
    ...tellingOf(lookup, first),
    type: first.event.type,
    sentence: claimSentence(lookup, first),
    also: others.sort((a, b) => a.evidence.span.from - b.evidence.span.from).map((claim) => tellingOf(lookup, claim)),
    unsure: surest < UNSURE_BELOW ? first.confidence.because : null,
  }
}

/** One claim as a telling. */
export function tellingOf(lookup: Lookup, claim: Claim): Telling {
  return {
    claim: claim.id,
    mark: markOf(claim),
    chain: chainOf(lookup, claim.told),
    quote: lookup.words(claim.evidence.span),
    focus: lookup.words({ from: claim.evidence.span.from, to: claim.event.trigger.from }).length,
    span: claim.evidence.span,
    counts: countsOf(claim),
  }
}

function countsOf(claim: Claim): readonly string[] {
  const counts = claim.event.participants.flatMap(({ count }) =>
    count === null ? [] : [lowerCount(count.words || String(count.low))],
  )
  return [...new Set(counts)]
}

/** The words of a count without the capital of a sentence's start. */
export function lowerCount(words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words) ? words.slice(0, 1).toLowerCase() + words.slice(1) : words
}
