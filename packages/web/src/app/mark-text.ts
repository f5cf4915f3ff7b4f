import type { AttributionJson, ClaimJson, SpanJson } from '@backchannel/wire/write'
import type { MarkKind } from './words.ts'

/** What the reader marks in a text. */
export interface TextMark extends SpanJson {
  /** `claim` for the words that tell one; `voice` for who says it, `cue` for that it is said. */
  readonly part: 'claim' | 'voice' | 'cue'
  /** Claims that light up with it. */
  readonly claims: readonly string[]
  readonly kind: MarkKind | null
}

/** A run of text under the same marks. */
export interface TextSegment {
  readonly text: string
  readonly from: number
  readonly claims: readonly string[]
  /** Kinds of the claims here, the innermost (shortest) first. */
  readonly kinds: readonly MarkKind[]
  readonly voice: boolean
  readonly cue: boolean
  /** Claims whose words begin here, in the order of the marks. */
  readonly begins: readonly string[]
}

/** How the words of a claim are marked. */
export function markKind(claim: ClaimJson, attributions: ReadonlyMap<string, AttributionJson>): MarkKind {
  if (claim.stance === 'denies') return 'denied'
  if (claim.stance === 'questions') return 'questioned'
  const { status } = claim.event
  if (status !== 'happened' && status !== 'ongoing') return 'planned'
  return spokenKind(attributions.get(claim.told.at(-1) ?? '') ?? null)
}

/** How the words are said: quoted, reported, or, where nobody is named for them, in the outlet's own voice. */
export function spokenKind(teller: AttributionJson | null): 'quoted' | 'reported' | 'own' {
  if (!teller) return 'own'
  return teller.manner === 'quoted' ? 'quoted' : 'reported'
}

/** All marks of a document: the words of each claim, and who says it with which words. */
export function marksOf(claims: readonly ClaimJson[], attributions: readonly AttributionJson[]): TextMark[] {
  const byId = new Map(attributions.map((one) => [one.id, one]))
  const marks: TextMark[] = claims.map((claim) => ({
    ...claim.evidence.span,
    part: 'claim',
    claims: [claim.id],
    kind: markKind(claim, byId),
  }))
  for (const { id, source, cue } of attributions) {
    const told = claims.filter((claim) => claim.told.includes(id)).map((claim) => claim.id)
    if (told.length === 0) continue
    for (const span of source) marks.push({ ...span, part: 'voice', claims: told, kind: null })
    for (const span of cue) marks.push({ ...span, part: 'cue', claims: told, kind: null })
  }
  return marks
}

/**
 * Cuts a text at every end of a mark, so that overlapping and nested ones all show. Segments follow each other and hold
 * the whole text, paragraphs by paragraphs; marks outside of the text are left out.
 */
export function markText(text: string, marks: readonly TextMark[]): TextSegment[][] {
  const inside = marks.filter(({ from, to }) => from >= 0 && from < to && to <= text.length)
  const breaks = [...text.matchAll(/\n+/g)].map(({ index, 0: gap }) => ({ from: index, to: index + gap.length }))
  const paragraphs: SpanJson[] = []
  let start = 0
  for (const { from, to } of breaks) {
    if (from > start) paragraphs.push({ from: start, to: from })
    start = to
  }
  if (start < text.length) paragraphs.push({ from: start, to: text.length })
  return paragraphs.map((paragraph) => cutParagraph(text, paragraph, inside))
}

function cutParagraph(text: string, { from, to }: SpanJson, marks: readonly TextMark[]): TextSegment[] {
  const here = marks.filter((mark) => mark.from < to && mark.to > from)
  const ends = new Set([from, to])
  for (const mark of here) {
    ends.add(Math.max(from, mark.from))
    ends.add(Math.min(to, mark.to))
  }
  const sorted = [...ends].sort((a, b) => a - b)
  const segments: TextSegment[] = []
  for (let index = 0; index + 1 < sorted.length; index++) {
    const begin = sorted[index] ?? from
    const end = sorted[index + 1] ?? to
    const over = here.filter((mark) => mark.from <= begin && mark.to >= end)
    const claims = over.filter(({ part }) => part === 'claim').sort((a, b) => a.to - a.from - (b.to - b.from))
    segments.push({
      text: text.slice(begin, end),
      from: begin,
      claims: [...new Set(over.flatMap((mark) => mark.claims))],
      kinds: claims.flatMap(({ kind }) => (kind === null ? [] : [kind])),
      voice: over.some(({ part }) => part === 'voice'),
      cue: over.some(({ part }) => part === 'cue'),
      // Where a mark begins in a gap between paragraphs, its first segment is the first of this one.
      begins: here
        .filter(
          (mark) =>
            mark.part === 'claim' && Math.max(mark.from, from) === begin && text.slice(mark.from, begin).trim() === '',
        )
        .flatMap((mark) => mark.claims),
    })
  }
  return segments
}
