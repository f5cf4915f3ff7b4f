import type { Report, Score, StoryId } from '../../model/index.ts'
import { compareAffairs } from './compare-affairs.ts'
import { SAME_HAPPENING, scoreReports } from './score-reports.ts'
import { statusGroup } from './status-group.ts'

/** A report of a story, as the look-up by keys gives it. */
export interface Candidate {
  readonly story: StoryId
  readonly report: Report
}

/** Where a report belongs. */
export interface Placement {
  /** The story it joins; null where it begins one. */
  readonly story: StoryId | null
  /** Further stories that this report shows to be the same happening: they are merged into `story`. */
  readonly joins: readonly StoryId[]
  readonly score: Score
}

/** More candidates than this are not looked at: the first of them, as the look-up orders them. */
export const MOST_CANDIDATES = 64
/** A story is out where more than this share of its reports forbids the new one. */
const FORBIDDING = 0.34
/** Two claims of one document that its reading does not tie are one happening only from here on. */
const SAME_DOCUMENT = 0.68
/** So sure must both ties be for a report to make one story of two. */
const BRIDGE = 0.6
/** Two stories whose articles are about other people and places than this are not made one by a report that fits both. */
const SAME_AFFAIR = 0.4

/**
 * Finds the story of a report among those of its candidates: the one whose reports it is most like on the whole, with no
 * more than a third of them against. The order of the candidates does not matter. Costs one comparison a candidate, and
 * some more where two stories turn out to be one.
 */
export function placeReport(report: Report, candidates: readonly Candidate[]): Placement {
  const stories = new Map<StoryId, { scores: Score[]; reports: Report[] }>()
  for (const candidate of candidates.slice(0, MOST_CANDIDATES)) {
    const story = stories.get(candidate.story) ?? { scores: [], reports: [] }
    story.scores.push(tie(report, candidate.report))
    story.reports.push(candidate.report)
    stories.set(candidate.story, story)
  }
  const fits: { story: StoryId; score: Score; reports: readonly Report[] }[] = []
  let nearest: Score = { score: 0, because: 'nothing like it is known' }
  for (const [story, { scores, reports }] of stories) {
    const score = ofStory(scores)
    if (score.score > nearest.score) nearest = score
    if (score.score >= SAME_HAPPENING) fits.push({ story, score, reports })
  }
  if (fits.length === 0) return { story: null, joins: [], score: nearest }
  // The best; of as good ones the fuller, then the smaller id.
  fits.sort(
    (a, b) => b.score.score - a.score.score || b.reports.length - a.reports.length || (a.story < b.story ? -1 : 1),
  )
  const [best, ...others] = fits
  const joins = others.filter((other) => bridges(best!, other)).map((other) => other.story)
  return { story: best!.story, joins, score: best!.score }
}

/** The score of two reports, with what their document itself says of them. */
function tie(report: Report, other: Report): Score {
  if (report.ref.document !== other.ref.document) return scoreReports(report, other)
  if (report.restates.includes(other.ref.claim) || other.restates.includes(report.ref.claim)) {
    if (statusGroup(report.status) === statusGroup(other.status))
      return { score: 0.9, because: 'the article itself tells it twice' }
  }
  const score = scoreReports(report, other)
  // Claims of no type have no reading behind them that could tie them.
  return score.score >= SAME_DOCUMENT || score.score === 0 || report.type === ''
    ? score
    : { score: Math.min(score.score, SAME_HAPPENING - 0.01), because: `${score.because}, told apart in one article` }
}

/** The mean of the three best ties, 0 where too many forbid. */
function ofStory(scores: readonly Score[]): Score {
  const against = scores.filter((one) => one.score === 0)
  if (against.length > FORBIDDING * scores.length) return { score: 0, because: against[0]!.because }
  const [first, ...rest] = [...scores].sort((a, b) => b.score - a.score)
  const top = [first!, ...rest.slice(0, 2)]
  const mean = top.reduce((sum, one) => sum + one.score, 0) / top.length
  // One tie that is beyond doubt is enough, however short the other tellings are.
  const score = Math.max(mean, Math.min(first!.score - 0.12, 1))
  return { score: Math.round(score * 1000) / 1000, because: first!.because }
}

/**
 * True where both stories hold the report for sure, hardly any of their reports forbid each other, and their articles are of
 * one affair: an article that tells of two arrests side by side does not make one arrest of them.
 */
function bridges(
  one: { readonly score: Score; readonly reports: readonly Report[] },
  two: { readonly score: Score; readonly reports: readonly Report[] },
): boolean {
  if (one.score.score < BRIDGE || two.score.score < BRIDGE) return false
  const affair = compareAffairs(one.reports, two.reports)
  if (affair !== null && affair < SAME_AFFAIR) return false
  let pairs = 0
  let against = 0
  let sum = 0
  for (const a of one.reports.slice(0, 8)) {
    for (const b of two.reports.slice(0, 8)) {
      const { score } = tie(a, b)
      pairs++
      if (score === 0) against++
      sum += score
    }
  }
  return against <= 0.2 * pairs && sum / pairs >= SAME_HAPPENING - 0.1
}
