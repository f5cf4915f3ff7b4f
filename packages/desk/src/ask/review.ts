import type { BelievedClaim, Correction, DocumentId, Lexicon, StoryId } from '@backchannel/core'
import type { PlacedReport, StoreReader, StoryFilter } from '@backchannel/store'
import type { ReviewRowJson } from '@backchannel/wire/write'
import { believedClaims } from '../believe.ts'
import { listDisagreements } from './accounts.ts'
import { checkedOf, fieldsOf } from './believed.ts'
import { pagesOfReports } from './pages-of-reports.ts'

/** What comes first: what is least sure, claims of one type together, or claims of stories in which tellings differ. */
export type ReviewOrder = 'doubt' | 'kind' | 'disagreement'

export interface ReviewOptions {
  readonly order: ReviewOrder
  /** Those that people have checked, too; those that they withdrew are in no list. */
  readonly checked: boolean
  /** Claims looked at, at most. */
  readonly most: number
}

/** Claims for a person to look at, and whether all that pass the filter were looked at. */
export async function listReview(
  reader: StoreReader,
  filter: StoryFilter,
  lexicon: Lexicon,
  { order, checked, most }: ReviewOptions,
): Promise<{ readonly rows: readonly ReviewRowJson[]; readonly whole: boolean }> {
  const differing =
    order === 'disagreement'
      ? new Map((await listDisagreements(reader, filter, lexicon)).map(({ story, fields }) => [story, fields]))
      : null
  const corrections = await correctionsByDocument(reader)
  const rows: ReviewRowJson[] = []
  let seen = 0
  let whole = true
  for await (const placed of pagesOfReports(reader, filter)) {
    if (++seen > most) {
      whole = false
      break
    }
    const fields = differing?.get(placed.story)
    if (differing !== null && fields === undefined) continue
    const believed = await believedOf(reader, placed, corrections)
    const row = rowOf(believed, placed.story, fields?.map(({ field }) => field) ?? [])
    if (checked || (row.checked === null && !row.withdrawn)) rows.push(row)
  }
  return { rows: rows.sort(ORDERS[order]), whole }
}

type Compare = (a: ReviewRowJson, b: ReviewRowJson) => number

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byDoubt: Compare = (a, b) =>
  a.confidence.score - b.confidence.score ||
  byText(a.document, b.document) ||
  a.evidence.span.from - b.evidence.span.from
const ORDERS: Readonly<Record<ReviewOrder, Compare>> = {
  doubt: byDoubt,
  kind: (a, b) => byText(a.now.type, b.now.type) || byDoubt(a, b),
  disagreement: (a, b) => byText(a.story, b.story) || byDoubt(a, b),
}

async function correctionsByDocument(reader: StoreReader): Promise<ReadonlyMap<DocumentId, readonly Correction[]>> {
  const all = new Map<DocumentId, Correction[]>()
  for (const one of await reader.corrections())
    all.set(one.anchor.document, [...(all.get(one.anchor.document) ?? []), one])
  return all
}

/** The claim as it is believed; documents that nobody corrected are not loaded. */
async function believedOf(
  reader: StoreReader,
  { report }: PlacedReport,
  corrections: ReadonlyMap<DocumentId, readonly Correction[]>,
): Promise<BelievedClaim> {
  const plain = { report, machine: report, corrections: [], withdrawn: false }
  const own = corrections.get(report.ref.document)
  if (own === undefined) return plain
  const claims = await believedClaims(reader, report.ref.document, own)
  return claims.find((one) => one.report.ref.claim === report.ref.claim) ?? plain
}

function rowOf(claim: BelievedClaim, story: StoryId, differ: readonly string[]): ReviewRowJson {
  const { report, machine, withdrawn, corrections } = claim
  const { span, quote, prefix, suffix } = report.evidence
  return {
    ...{ document: report.ref.document, claim: report.ref.claim, story, outlet: report.outlet },
    ...{ now: fieldsOf(report), machineType: (machine ?? report).type, evidence: { span, quote, prefix, suffix } },
    confidence: { score: report.confidence.score, because: report.confidence.because },
    ...{ checked: checkedOf(corrections), withdrawn, differ },
  }
}
