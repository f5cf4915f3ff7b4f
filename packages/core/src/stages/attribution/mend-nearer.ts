import type { TokenTable } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { createSpanIndex, type Draft, overlap, type TokenSpan } from './draft.ts'

const size = (span: TokenSpan) => span.last - span.first

/** Share of two spans at least for them to be one. */
const MOST = 0.8

const alike = (a: TokenSpan, b: TokenSpan) => overlap(a, b) >= MOST * Math.max(size(a), size(b))

/**
 * Gives words to the voice that stands right before them, where the tagger gave them to one farther off: "denied it, even
 * as a rebel boasted | that he had been paid" is the rebel's; and where it took who says it for what is said.
 */
export function mendNearer(tokens: TokenTable, drafts: readonly Draft[], candidates: readonly Candidate[]): Draft[] {
  const sure = candidates.filter(
    (one) => one.sure && one.word.sense === 'voice' && one.source.length === 1 && one.cue.length === 1,
  )
  const result: Draft[] = drafts.map((draft) => asSource(tokens, draft, sure))
  const claimed = createSpanIndex()
  result.forEach((draft, owner) => {
    for (const span of [...draft.cue, ...draft.source]) claimed.add(owner, span)
  })
  for (const candidate of sure) {
    const [told, more] = candidate.content
    const cue = candidate.cue[0]!
    const source = candidate.source[0]!
    if (!told || more || source.last > cue.first || told.first < cue.last || tokens.lemma[told.first] !== 'that')
      continue
    if (claimed.touching(cue).length > 0 || claimed.touching(source).length > 0) continue
    const host = result.findIndex(
      (draft) => draft.content.length > 1 && draft.content.some((span) => alike(span, told)),
    )
    const own = result[host]?.cue[0]
    if (host < 0 || !own || own.first > source.first) continue
    const kept = result[host]!.content.filter((span) => !alike(span, told))
    // What the other voice keeps must end before who speaks here.
    if (kept.length === 0 || kept.some((span) => span.last > source.first)) continue
    result[host] = { ...result[host]!, content: kept }
    result.push({ source: candidate.source, cue: candidate.cue, content: candidate.content })
  }
  return result
}

/** "| The commander known as “Hawk” | said | that they had won": who says it, where the tagger took that for what is said. */
function asSource(tokens: TokenTable, draft: Draft, candidates: readonly Candidate[]): Draft {
  const [said, more] = draft.content
  const cue = draft.cue[0]
  if (!said || more || !cue || said.last > cue.first) return draft
  if (draft.source.some((span) => tokens.sentence[span.first] === tokens.sentence[cue.first])) return draft
  const known = candidates.find(
    (one) =>
      overlap(one.cue[0]!, cue) > 0 &&
      alike(one.source[0]!, said) &&
      one.content.every((span) => span.first >= cue.last),
  )
  return known && known.content.length > 0 ? { source: [said], cue: draft.cue, content: known.content } : draft
}
