import type { TimeExpression } from '../model/index.ts'
import type { Lookup } from './lookup.ts'
import { whenWords } from './when-words.ts'

/**
 * A time of a step in words: "on 14 March 2026"; what has lasted since a time is told from it ("since October 2025"), though it is
 * known until the day of publication; the text's own words in quotation marks where they resolve to no date.
 */
export function timeWords(lookup: Lookup, time: TimeExpression): string {
  const { published, text } = lookup.findings.document
  const { earliest, latest, span, precision } = time
  const lead = text.slice(Math.max(0, span.from - SINCE.length - 1), span.to).toLowerCase()
  if (earliest !== null && latest === published?.when.latest && lead.includes(SINCE)) {
    const start =
      precision === 'year'
        ? `${earliest.slice(0, 4)}-12-31`
        : precision === 'month'
          ? `${earliest.slice(0, 7)}-28`
          : earliest
    const from = whenWords({ ...time, latest: start })
    if (from !== null) return from.replace(/^(?:in|on|between \S+ and)\b/, SINCE)
  }
  return whenWords(time) ?? `“${lookup.words(span)}”`
}

const SINCE = 'since'
