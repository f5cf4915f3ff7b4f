import type { ClaimRef, Copy, DocumentId, Report } from '../../model/index.ts'
import { type Lexicon, outletKeyOf } from '../lexicon.ts'
import type { Notice } from './find-notices.ts'

/** A notice with the document that carries it. */
export interface NoticeIn extends Notice {
  readonly document: DocumentId
}

/** A report that rested on words which an outlet has since corrected or withdrawn. */
export interface ShakenReport {
  readonly ref: ClaimRef
  readonly notice: NoticeIn
  /** One sentence for a person. */
  readonly why: string
}

/**
 * Reports that rested on what a notice takes back: those of the outlet itself from before, of copies of these, and of
 * documents that have it from that outlet. After a withdrawal all of them; after a correction those that carry the old value,
 * or all where the notice names none; a clarification shakes nothing. In the order of the reports.
 */
export function markShaken(
  reports: readonly Report[],
  copies: readonly Copy[],
  notices: readonly NoticeIn[],
  lexicon: Lexicon,
): readonly ShakenReport[] {
  const originals = new Map(copies.map(({ document, of }) => [document, of]))
  const outlets = new Map(reports.map(({ ref, outlet }) => [ref.document, outlet]))
  const days = new Map(reports.map(({ ref, published }) => [ref.document, published?.earliest ?? '']))
  const shaken: ShakenReport[] = []
  for (const report of reports) {
    for (const notice of notices) {
      if (notice.kind === 'clarification') continue
      const outlet = notice.by ?? outlets.get(notice.document) ?? null
      const tie = tieTo(report, notice.by === null ? notice.document : null, outlet)
      if (tie === null) continue
      if ((days.get(report.ref.document) ?? '') > (days.get(notice.document) || '9999')) continue
      const isSelf = report.ref.document === notice.document
      if (notice.kind === 'correction') {
        // The corrected text itself holds the right value now, unless it still shows the old one.
        if (notice.old !== null ? !carries(report, notice.old) : isSelf) continue
      }
      const done =
        notice.kind === 'withdrawal'
          ? 'withdrawn'
          : `corrected${notice.old === null ? '' : ` from ${notice.old}`}${notice.new === null ? '' : ` to ${notice.new}`}`
      shaken.push({ ref: report.ref, notice, why: `${tie}, which has been ${done}.` })
    }
  }
  return shaken

  function tieTo(report: Report, document: DocumentId | null, outlet: string | null): string | null {
    const own = report.ref.document
    if (own === document) return `It stands in the text of ${outlet ?? document}`
    const original = originals.get(own)
    if (original !== undefined && original === document) return `It is a copy of the text of ${outlet ?? document}`
    if (outlet === null) return null
    const key = outletKeyOf(lexicon, outlet)
    const isOf = (name: string | null | undefined): boolean => !!name && outletKeyOf(lexicon, name) === key
    if (isOf(outlets.get(own))) return `It stands in an earlier text of ${outlet}`
    if (original !== undefined && isOf(outlets.get(original))) return `It is a copy of an earlier text of ${outlet}`
    const cites = report.told.some(
      ({ name, standing, through }) => (standing === 'outlet' && isOf(name)) || through.some((one) => isOf(one.name)),
    )
    return cites ? `It has it from ${outlet}` : null
  }
}

/** True where a report gives the old value: in a count, in a participant's name, or in its words. */
function carries(report: Report, old: string): boolean {
  const folded = old.toLowerCase()
  const isWord = (text: string): boolean =>
    ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(
      ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `,
    )
  return (
    isWord(report.evidence.quote) ||
    report.participants.some(
      ({ name, count }) => isWord(name) || (count !== null && (String(count.low) === folded || isWord(count.words))),
    )
  )
}
