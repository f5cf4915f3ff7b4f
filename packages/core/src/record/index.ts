export { believedFindings } from './believed-findings.ts'
export { type Belief, type BelievedClaim, fold, foldActors, type Orphan, undoneOf } from './fold.ts'
export { foldJudgements, type Verdicts } from './fold-judgements.ts'
export { type BelievedLink, foldLinks } from './fold-links.ts'
