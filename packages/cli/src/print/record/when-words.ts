import type { WhenJson } from '@backchannel/wire/write'

/** A date for people: "2025-06-21", "2025-06", "2025", "2025-06-16 to 2025-06-22"; "no date" where nothing is known. */
export function whenText(when: WhenJson | null): string {
  if (when === null || (when.earliest === null && when.latest === null)) return 'no date'
  const { earliest, latest, precision } = when
  if (earliest === null) return `by ${latest}`
  if (latest === null) return `from ${earliest}`
  if (earliest === latest) return earliest
  if (precision === 'month' && earliest.slice(0, 7) === latest.slice(0, 7)) return earliest.slice(0, 7)
  if (precision === 'year' && earliest.slice(0, 4) === latest.slice(0, 4)) return earliest.slice(0, 4)
  return `${earliest} to ${latest}`
}

/** "2", or "1 to 2". */
export function rootsText({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? String(low) : `${low} to ${high}`
}

/** "1 document", "14 documents". */
export function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
