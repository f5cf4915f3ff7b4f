import type { ClaimId, ClaimLine, DossierView, Span } from '@backchannel/core'

/** One passage of the text that a numbered line rests on. */
export interface Passage {
  readonly claim: ClaimId
  /** "3" for the telling that the line shows first, "3b", "3c" for the others. */
  readonly label: string
  readonly span: Span
}

/** Numbers of lines and passages: they tie the text to the record on paper, where no link works. */
export interface Numbering {
  /** Passages in text order. */
  readonly passages: readonly Passage[]
  label(claim: ClaimId): string | undefined
}

/** Numbers every line that a section shows in full, in text order from 1, and each of its tellings. */
export function numberLines(view: DossierView): Numbering {
  const lines = new Map<ClaimId, ClaimLine>()
  const sections = [view.engagements, view.custody.flatMap((entry) => entry.steps), view.asks, view.others]
  for (const line of sections.flat()) lines.set(line.claim, line)
  const ordered = [...lines.values()].sort((a, b) => firstOf(a) - firstOf(b))
  const passages: Passage[] = []
  for (const [index, line] of ordered.entries())
    for (const [telling, { claim, span }] of [line, ...line.also].entries())
      passages.push({ claim, span, label: `${index + 1}${telling === 0 ? '' : letters(telling)}` })
  passages.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
  const labels = new Map(passages.map((passage) => [passage.claim, passage.label]))
  return { passages, label: (claim) => labels.get(claim) }
}

function firstOf(line: ClaimLine): number {
  return Math.min(line.span.from, ...line.also.map((telling) => telling.span.from))
}

/** 1 -> b, 2 -> c, ... 25 -> z, 26 -> ba. */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26)) + last
}

/** A stretch of the text that the same passages cover, with those that start at its start and end at its end. */
export interface Stretch {
  readonly text: string
  readonly covering: readonly Passage[]
  readonly starting: readonly Passage[]
  readonly ending: readonly Passage[]
}

/** Cuts a part of the text at the edges of passages, so that overlapping ones need no overlapping tags. */
export function cutStretches(text: string, part: Span, passages: readonly Passage[]): Stretch[] {
  const inside = passages.filter(({ span }) => span.from < part.to && span.to > part.from)
  const edges = new Set([part.from, part.to])
  for (const { span } of inside) {
    if (span.from > part.from) edges.add(span.from)
    if (span.to < part.to) edges.add(span.to)
  }
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? part.to
    return {
      text: text.slice(from, to),
      covering: inside.filter(({ span }) => span.from < to && span.to > from),
      starting: inside.filter(({ span }) => span.from === from),
      ending: inside.filter(({ span }) => span.to === to),
    }
  })
}

/** Paragraphs of a text as spans without their line ends; blank ones are left out. */
export function paragraphsOf(text: string): Span[] {
  const spans: Span[] = []
  for (const match of text.matchAll(/[^\r\n]+/g))
    if (match[0].trim() !== '') spans.push({ from: match.index, to: match.index + match[0].length })
  return spans
}
