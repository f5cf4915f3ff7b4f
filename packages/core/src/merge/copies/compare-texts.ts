import type { CopyKind, Score, When } from '../../model/index.ts'
import { type Alignment, alignSentences } from './align.ts'
import { countShared, derive } from './derive.ts'
import type { Sketch } from './sketch.ts'

/** A text as it is compared. */
export interface ComparedText {
  readonly sketch: Sketch
  /** When it was published, where known: of two texts of one day either may have been first. */
  readonly published?: When | null
}

/** What two texts have in common, in shares of 0 to 1 unless the name says otherwise. */
export interface TextOverlap {
  /** Runs of words of the later text that the earlier has, and the reverse, outside quotation marks. */
  readonly laterRuns: number
  readonly earlierRuns: number
  /** Number of runs they share. */
  readonly sharedRuns: number
  /** Quotations of the later text that the earlier has, and that it has not; numbers. */
  readonly sharedQuotations: number
  readonly ownQuotations: number
  /** Names and numbers of the later text that the earlier lacks. */
  readonly ownSpecifics: number
  /** Number of names and numbers that both have. */
  readonly sharedSpecifics: number
  /** Other words of the later text that the earlier has; share and number. */
  readonly words: number
  readonly sharedWords: number
}

/** The same with what their sentences have in common, in their order. */
export type TextMeasures = TextOverlap & Alignment

/** Share of word runs from which texts are one text; and the fewest runs that say so. */
const SAME_TEXT = 0.42
const SAME_TEXT_RUNS = 6
/** A text with so little of the other is a part of it; one that is taken over word by word is so sooner. */
const PART = 0.5
const PART_WORD_BY_WORD = 0.75
const WORD_BY_WORD = 0.88
/** A later text with less of the earlier one than this is a report of its own that happens to hold a short one. */
const OWN_REPORT = 0.2
/** Score from which a text told in other words is a rewrite. */
const REWRITE_MIN = 0.645
/** A rewrite is never as sure as the same words: the best tie of a text is the one by its words. */
const REWRITE_SCORE_MAX = 0.9
/** Sentences in the same order that make a rewrite, and the fewest where the sentences are as like as `CLOSE`. */
const CHAIN_MIN = 5
const CHAIN_MIN_CLOSE = 3
const CLOSE = 0.65
/** A text that answers to a few sentences of one twice as long or more may be any short report of it: it must be close. */
const LONGER = 2
/** Names and numbers, and these with other words, that two texts share at least: below, chance may have it so. */
const REWRITE_SPECIFICS = 5
const REWRITE_SHARED = 18

/**
 * Whether the later text was made from the earlier one, or a part of it from the same. Null for texts of their own, also on
 * the same story with the same quotations. `identical`: the same words in the same order; `light-edit`: most runs of words
 * are the same; `excerpt`: the shorter is a part of the longer; `rewrite`: other words, but the same facts in the same order
 * with the same quotations and hardly any of its own.
 */
export function compareTexts(later: ComparedText, earlier: ComparedText): { how: CopyKind; score: Score } | null {
  if (later.sketch.words === 0 || earlier.sketch.words === 0) return null
  if (later.sketch.digest === earlier.sketch.digest)
    return { how: 'identical', score: { score: 1, because: 'the same words in the same order' } }
  const overlap = measureOverlap(later.sketch, earlier.sketch)
  const { laterRuns, earlierRuns, sharedRuns } = overlap
  const isSameText = Math.max(laterRuns, earlierRuns) >= SAME_TEXT && sharedRuns >= SAME_TEXT_RUNS
  if (isSameText) {
    const [most, least] = laterRuns >= earlierRuns ? [laterRuns, earlierRuns] : [earlierRuns, laterRuns]
    const how = least < (most >= WORD_BY_WORD ? PART_WORD_BY_WORD : PART) * most ? 'excerpt' : 'light-edit'
    // Where the later text is much longer, it may only hold the other, as a report that prints a whole statement.
    if (laterRuns >= OWN_REPORT)
      return { how, score: { score: round(Math.max(laterRuns, earlierRuns)), because: textReason(overlap) } }
  }
  const forward = findRewrite(later.sketch, earlier.sketch, overlap)
  // The later may be the original where the day does not tell.
  const backward = isSurelyLater(later, earlier)
    ? null
    : findRewrite(earlier.sketch, later.sketch, measureOverlap(earlier.sketch, later.sketch))
  const best = backward !== null && backward.score > (forward?.score ?? 0) ? backward : forward
  if (best === null || best.score < REWRITE_MIN) return null
  return {
    how: 'rewrite',
    score: { score: round(REWRITE_SCORE_MAX * best.score), because: rewriteReason(best.measures) },
  }
}

/**
 * False where neither text can be made from the other, whichever was first: what most pairs are that share a key, told before
 * anything but their sketches is known.
 */
export function mayBeCopies(one: Sketch, other: Sketch): boolean {
  if (one.words === 0 || other.words === 0) return false
  if (one.digest === other.digest) return true
  const a = derive(one)
  const b = derive(other)
  const runs = countShared(a.runs, b.runs)
  const most = Math.max(share(runs, a.runs.length), share(runs, b.runs.length))
  if (most >= SAME_TEXT && runs >= SAME_TEXT_RUNS) return true
  return mayBeRewrite(one, other) || mayBeRewrite(other, one)
}

function mayBeRewrite(later: Sketch, earlier: Sketch): boolean {
  const { specifics, words } = derive(later)
  const { everything } = derive(earlier)
  const sharedSpecifics = countShared(specifics, everything)
  if (sharedSpecifics < REWRITE_SPECIFICS || sharedSpecifics + countShared(words, everything) < REWRITE_SHARED)
    return false
  return mostOfRewrite(measureOverlap(later, earlier)) >= REWRITE_MIN
}

/** Sentences are aligned only where it can still be a rewrite: it is what costs most. Null where it cannot. */
function findRewrite(
  later: Sketch,
  earlier: Sketch,
  overlap: TextOverlap,
): { readonly score: number; readonly measures: TextMeasures } | null {
  if (mostOfRewrite(overlap) < REWRITE_MIN) return null
  const measures = { ...overlap, ...alignSentences(later, earlier) }
  return { score: scoreRewrite(measures), measures }
}

function isSurelyLater(later: ComparedText, earlier: ComparedText): boolean {
  const [last, first] = [earlier.published?.latest, later.published?.earliest]
  return last != null && first != null && last < first
}

/** All that `compareTexts` decides by. */
export function measureTexts(later: Sketch, earlier: Sketch): TextMeasures {
  return { ...measureOverlap(later, earlier), ...alignSentences(later, earlier) }
}

function measureOverlap(later: Sketch, earlier: Sketch): TextOverlap {
  const a = derive(later)
  const b = derive(earlier)
  const sharedRuns = countShared(a.runs, b.runs)
  let sharedQuotations = 0
  let ownQuotations = 0
  for (const row of a.quotations) {
    const shared = countShared(row, b.quotedRuns)
    const isPartOf = b.quotations.some((other) => other.length > 0 && countShared(row, other) >= 0.6 * other.length)
    if (shared >= 0.6 * row.length || isPartOf) sharedQuotations++
    else if (shared === 0) ownQuotations++
  }
  const sharedWords = countShared(a.words, b.everything)
  const sharedSpecifics = countShared(a.specifics, b.everything)
  return {
    laterRuns: share(sharedRuns, a.runs.length),
    earlierRuns: share(sharedRuns, b.runs.length),
    sharedRuns,
    sharedQuotations,
    ownQuotations,
    ownSpecifics: 1 - share(sharedSpecifics, a.specifics.length),
    sharedSpecifics,
    words: share(sharedWords, a.words.length),
    sharedWords,
  }
}

/** How sure a text is a rewrite, 0 to 1. Weights and bounds chosen on `evals/copies` (own.txt) and looked over on ECB+. */
export function scoreRewrite(measures: TextMeasures): number {
  const { sentences, others, likeness, chain, sharedSpecifics, ownSpecifics, sharedQuotations, ownQuotations } =
    measures
  if (sharedSpecifics < REWRITE_SPECIFICS || sharedSpecifics + measures.sharedWords < REWRITE_SHARED) return 0
  const isClose = likeness >= CLOSE
  if (chain < (isClose ? Math.max(CHAIN_MIN_CLOSE, Math.min(CHAIN_MIN, sentences)) : CHAIN_MIN)) return 0
  if (others > LONGER * sentences && !isClose) return 0
  const told = 0.35 * Math.min(1, Math.max(0, (likeness - 0.3) / 0.3)) + (0.35 * chain) / Math.max(1, sentences)
  const said = 0.05 * Math.min(3, sharedQuotations) - 0.1 * Math.min(3, ownQuotations)
  return Math.min(1, Math.max(0, 0.3 + told + said - 0.9 * ownSpecifics))
}

/** `scoreRewrite` where every sentence were the same in the same order; a little more, for rounding. */
function mostOfRewrite({
  sharedSpecifics,
  sharedWords,
  ownSpecifics,
  sharedQuotations,
  ownQuotations,
}: TextOverlap): number {
  if (sharedSpecifics < REWRITE_SPECIFICS || sharedSpecifics + sharedWords < REWRITE_SHARED) return 0
  const said = 0.05 * Math.min(3, sharedQuotations) - 0.1 * Math.min(3, ownQuotations)
  return 1.001 + said - 0.9 * ownSpecifics
}

function textReason({ laterRuns, earlierRuns, sharedQuotations }: TextOverlap): string {
  const quotations = sharedQuotations > 0 ? ` and ${plural(sharedQuotations, 'quotation')}` : ''
  return laterRuns >= earlierRuns
    ? `${percent(laterRuns)} of its word runs${quotations} stand in the other`
    : `it has ${percent(earlierRuns)} of the word runs of the other${quotations}`
}

function rewriteReason({ covered, chain, sharedQuotations, ownSpecifics, sharedSpecifics }: TextMeasures): string {
  const quotations = sharedQuotations > 0 ? `${plural(sharedQuotations, 'quotation')}, ` : ''
  return `${percent(covered)} of it answers sentence by sentence, ${chain} sentences in the same order; it shares ${quotations}${sharedSpecifics} names and numbers and has ${percent(ownSpecifics)} of its own`
}

const percent = (value: number): string => `${Math.round(100 * value)} %`
const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
const round = (value: number): number => Math.round(100 * value) / 100
