import type { Copy, Document } from '../../model/index.ts'
import { compareText } from '../../text/index.ts'
import { type ComparedText, compareTexts } from './compare-texts.ts'

/** A document of a group of copies: what decides which was first. */
export interface GroupedText extends ComparedText {
  /** With its text, a credit to another outlet of the group is seen, also where that outlet is no known agency. */
  readonly document: Pick<Document, 'id' | 'outlet' | 'carrier' | 'agency' | 'published'> &
    Partial<Pick<Document, 'text'>>
}

/**
 * The rows that say of every document of a group but one that it was made from that one. The one is chosen by day, then by
 * credit (an agency's own text, then a text printed with its credit), then by minute, then by length, then by id, so that
 * the order of the group does not matter. An empty list for fewer than two.
 */
export function likelyOriginal(group: readonly GroupedText[]): readonly Copy[] {
  const [original, ...others] = byLikelihood(group)
  if (!original) return []
  return others
    .map((text): Copy => {
      const direct = compareTexts(text, original)
      const { id } = text.document
      if (direct) return { document: id, of: original.document.id, ...direct }
      // Made from the original by way of another: the tie to that one is what can be shown.
      const ties = others
        .filter((via) => via !== text)
        .map((via) => ({ via, found: compareTexts(text, via) ?? compareTexts(via, text) }))
      let best: (typeof ties)[number] | null = null
      for (const tie of ties) if (tie.found && tie.found.score.score > (best?.found?.score.score ?? 0)) best = tie
      if (best?.found) {
        const because = `by way of ${best.via.document.id}: ${best.found.score.because}`
        return { document: id, of: original.document.id, how: best.found.how, score: { ...best.found.score, because } }
      }
      // The original came first but holds this one as its part: alike only the other way round.
      const reverse = compareTexts(original, text)
      const score = reverse?.score ?? { score: 0.5, because: 'put into the group by hand' }
      return { document: id, of: original.document.id, how: reverse?.how ?? 'excerpt', score }
    })
    .sort((a, b) => compareText(a.document, b.document))
}

/** The one of two texts that was made from the other, if one was: compared as in `likelyOriginal`. */
export function likelyLater(one: GroupedText, two: GroupedText): GroupedText {
  const [original] = byLikelihood([one, two])
  return original?.document.id === one.document.id ? two : one
}

/** The likeliest original first. */
function byLikelihood(group: readonly GroupedText[]): readonly GroupedText[] {
  const ranked = group.length > 1 && new Set(group.map(dayOf)).size < group.length
  // What is of another day needs no more than that.
  const credited = ranked
    ? new Set(group.map((text) => creditOf(text, group)).filter((credit) => credit !== null))
    : new Set<string>()
  return [...group]
    .map(dated)
    .sort(
      (a, b) =>
        compareText(dayOf(a), dayOf(b)) ||
        rankOf(a, group, credited) - rankOf(b, group, credited) ||
        compareText(minuteOf(a), minuteOf(b)) ||
        b.sketch.words - a.sketch.words ||
        compareText(a.document.id, b.document.id),
    )
}

/** The text with its day, which tells `compareTexts` which of the two can be the later. */
function dated(text: GroupedText): GroupedText {
  return { ...text, published: text.published ?? text.document.published?.when ?? null }
}

/** The outlet whose text is printed in another's pages; null for a text of the outlet's own. */
function creditOf({ document }: GroupedText, group: readonly GroupedText[]): string | null {
  const { outlet, carrier, agency, text } = document
  if (agency !== null && agency !== outlet) return agency
  if (carrier !== null && carrier !== outlet) return outlet
  if (text === undefined) return null
  const named = group.map((other) => other.document.outlet).filter((name) => name !== null && name !== outlet)
  return named.find((name) => name !== null && isCredited(text, name)) ?? null
}

/** Characters at the start and at the end of a text where a credit may stand. */
const CREDIT_LENGTH = 250

/** "OSLO (Northlight) - " at the start, "Source: Northlight" or "(Northlight)" at the end. */
function isCredited(text: string, name: string): boolean {
  const bare = name.replace(/^the /i, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const bracketed = new RegExp(`[(/]\\s*(?:the )?${bare}\\s*[)/]`, 'i')
  const signed = new RegExp(`(?:^|\\n)\\W*(?:by|source|via|credit|courtesy of|from)?\\W*(?:the )?${bare}\\W*$`, 'i')
  const tail = text.slice(-CREDIT_LENGTH)
  return bracketed.test(text.slice(0, CREDIT_LENGTH)) || bracketed.test(tail) || signed.test(tail)
}

function rankOf(text: GroupedText, group: readonly GroupedText[], credited: ReadonlySet<string>): number {
  if (creditOf(text, group) !== null) return 1
  return text.document.outlet !== null && credited.has(text.document.outlet) ? 0 : 2
}

const LAST = '9999'
const dayOf = ({ document }: GroupedText): string => document.published?.when.earliest ?? LAST

/** The instant in UTC where the date is written with a time of day; the end of time where not. */
function minuteOf({ document }: GroupedText): string {
  const text = document.published?.text ?? ''
  if (!/\dT\d/.test(text)) return LAST
  // Without a zone it would be read in the zone of the machine.
  const milliseconds = Date.parse(/(?:[zZ]|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`)
  return Number.isNaN(milliseconds) ? LAST : new Date(milliseconds).toISOString()
}
