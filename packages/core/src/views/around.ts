import type { Span } from '../model/index.ts'

/** Code units that a sentence may reach to either side of its words; longer ones are cut there. */
const FARTHEST = 600

const ABBREVIATION = /(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|St|Sen|Rep|Gov|Prof|No|vs|Jr|Sr|[A-Z]))\.$/

/**
 * The sentence around words, by its punctuation alone: views see findings, which hold no sentences. A line end always
 * ends one; a full stop does where a blank and a capital, a figure or a quotation mark follow, but for initials and
 * titles.
 */
export function sentenceAround(text: string, words: Span): Span {
  let from = words.from
  for (; from > 0 && words.from - from < FARTHEST; from--) if (endsAt(text, from)) break
  let to = words.to
  for (; to < text.length && to - words.to < FARTHEST; to++) if (endsAt(text, to)) break
  while (from < words.from && /\s/.test(text[from] ?? '')) from++
  return { from, to }
}

/** True where a sentence ends right before `at`. */
function endsAt(text: string, at: number): boolean {
  if (text[at - 1] === '\n' || text[at] === '\n') return true
  if (!/^\s+["“‘«(]?[\p{Lu}\d]/u.test(text.slice(at, at + 4))) return false
  const before = text.slice(Math.max(0, at - 8), at)
  return /[.!?]["”’»)]*$/.test(before) && !ABBREVIATION.test(before)
}
