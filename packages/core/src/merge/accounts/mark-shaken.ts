import type { ClaimRef, Copy, Notice, Report } from '../../model/index.ts'
import { type Lexicon, outletKeyOf } from '../lexicon.ts'
import { isTakenBack } from './taken-back.ts'

/** A report that rested on words which an outlet has since corrected or withdrawn. */
export interface ShakenReport {
  readonly ref: ClaimRef
  readonly notice: Notice
  /** One sentence for a person. */
  readonly why: string
}

/**
 * Claims whose outlet has withdrawn what they rest on, and what outlets repeat of their own earlier words to correct it, as
 * `claimKey` writes them: they count for nothing any more.
 */
export function withdrawnClaims(reports: readonly Report[], shaken: readonly ShakenReport[]): ReadonlySet<string> {
  const gone = shaken.filter(({ notice }) => notice.kind === 'withdrawal')
  return new Set([...gone, ...reports.filter(isTakenBack)].map(({ ref }) => claimKey(ref)))
}

/** A claim as one string. */
export const claimKey = ({ document, claim }: ClaimRef): string => `${document} ${claim}`

/** The notices that reports carry, each once, in the order of the reports; tied to the document that it means where one is known. */
export function noticesOf(reports: readonly Report[]): readonly Notice[] {
  const found = new Map<string, Map<string | null, Notice>>()
  for (const { notices = [] } of reports)
    for (const notice of notices) {
      const key = JSON.stringify([notice.document, notice.kind, notice.words])
      const same = found.get(key) ?? new Map<string | null, Notice>()
      if (!same.has(notice.of)) same.set(notice.of, notice)
      found.set(key, same)
    }
  return [...found.values()].flatMap((same) => {
    const all = [...same.values()]
    return all.length > 1 ? all.filter(({ of }) => of !== null) : all
  })
}

/**
 * Reports that rested on what a notice takes back: those of the document it means or, where it names none, of the outlet
 * itself from before; of copies of these; and of documents that have it from that outlet. After a withdrawal all of them,
 * and what the notice itself repeats of it; after a correction those that carry the old value, or all where the notice names
 * none; a clarification shakes nothing. In the order of the reports, each once for each notice.
 */
export function markShaken(
  reports: readonly Report[],
  copies: readonly Copy[],
  notices: readonly Notice[],
  lexicon: Lexicon,
): readonly ShakenReport[] {
  if (notices.length === 0) return []
  const originals = new Map(copies.map(({ document, of }) => [document, of]))
  const outlets = new Map(reports.map(({ ref, outlet }) => [ref.document, outlet]))
  const shaken: ShakenReport[] = []
  for (const report of reports) {
    for (const notice of notices) {
      if (notice.kind === 'clarification') continue
      const outlet = outletOf(notice)
      const tie = tieTo(report, notice, outlet)
      if (tie === null) continue
      if ((report.published?.earliest ?? '') > (notice.published?.earliest ?? '9999')) continue
      const isSelf = report.ref.document === notice.document
      if (notice.kind === 'correction') {
        // The corrected text itself holds the right value now, unless it still shows the old one.
        if (notice.old !== null ? !carriesValue(report, notice.old) : isSelf) continue
      }
      shaken.push({ ref: report.ref, notice, why: `${tie}, which has been ${doneBy(notice)}.` })
    }
  }
  return shaken

  function tieTo(report: Report, notice: Notice, outlet: string | null): string | null {
    const own = report.ref.document
    const meant = notice.of ?? (notice.by === null ? notice.document : null)
    const whose = outlet ?? meant ?? notice.document
    if (own === notice.document && notice.kind === 'withdrawal') {
      if (meant === own) return `It stands in the text of ${whose}`
      // The notice repeats what it takes back; the rest of its article stands.
      const isRepeated = notice.by === null || notice.words.includes(report.evidence.quote)
      return isRepeated ? `It repeats what ${whose} had written` : null
    }
    if (own === meant) return `It stands in the text of ${whose}`
    const original = originals.get(own)
    if (original !== undefined && original === meant) return `It is a copy of the text of ${whose}`
    if (outlet === null) return null
    const key = outletKeyOf(lexicon, outlet)
    const isOf = (name: string | null | undefined): boolean => !!name && outletKeyOf(lexicon, name) === key
    if (notice.of === null) {
      if (isOf(outlets.get(own))) return `It stands in an earlier text of ${outlet}`
      if (original !== undefined && isOf(outlets.get(original))) return `It is a copy of an earlier text of ${outlet}`
    } else if (isOf(outlets.get(own))) return null
    const cites = report.told.some(
      ({ name, standing, through }) => (standing === 'outlet' && isOf(name)) || through.some((one) => isOf(one.name)),
    )
    return cites ? `It has it from ${outlet}` : null
  }
}

/** The outlet whose words a notice takes back. */
function outletOf({ by, outlet }: Notice): string | null {
  return by ?? outlet
}

function doneBy({ kind, old, new: now }: Notice): string {
  if (kind === 'withdrawal') return 'withdrawn'
  return `corrected${old === null ? '' : ` from ${old}`}${now === null ? '' : ` to ${now}`}`
}

/** True where a report gives the old value: in a count, in a participant's name, or in its words. */
function carriesValue(report: Report, old: string): boolean {
  return (
    hasWords(report.evidence.quote, old) ||
    report.participants.some(
      ({ name, count }) =>
        hasWords(name, old) ||
        (count !== null && (String(count.low) === old.toLowerCase() || hasWords(count.words, old))),
    )
  )
}

/** True where a text holds the words of another as whole words, whatever their case. */
export function hasWords(text: string, words: string): boolean {
  const fold = (one: string): string =>
    ` ${one
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `
  return fold(text).includes(fold(words))
}
