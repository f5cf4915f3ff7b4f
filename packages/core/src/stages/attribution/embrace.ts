import type { TokenTable } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { isPunctuation, overlap, type TokenSpan, type Voiced, without } from './draft.ts'
import { withoutComma } from './find-cited.ts'
import { isOutletName } from './find-occasions.ts'

/**
 * "The palace says it was not a party, per the AFP agency.": the agency tells what the palace says, where the tagger found
 * the palace alone. Null where more than one voice lies in the words, or where the voice is an outlet that names its source.
 */
export function trailsPer(
  tokens: TokenTable,
  candidate: Candidate,
  owners: ReadonlySet<number>,
  drafts: readonly Voiced[],
  cut?: Voiced,
): Voiced | null {
  const [owner] = owners
  const cue = candidate.cue[0]
  if (owners.size !== 1 || owner === undefined || !cue || !/^(?:per|accord|according)$/.test(tokens.lemma[cue.first]!))
    return null
  const host = cut ?? drafts[owner]!
  const source = host.source[0]
  const own = host.cue[0]
  const told = candidate.content[0]
  if (!source || !own || !told || own.first > cue.first || source.first > told.first) return null
  if (tokens.sentence[source.first] !== tokens.sentence[cue.first]) return null
  if ([...host.source, ...host.cue, ...host.content].some((span) => span.last > cue.first)) return null
  if (isOutletName(tokens, source.last - 1)) return null
  return { ...candidate, content: [{ first: Math.min(source.first, own.first), last: told.last }], toldBy: -1 }
}

/** A host without the ", per the agency" that its content ends with. */
export function cutTail(tokens: TokenTable, text: string, host: Voiced, { cue, source }: Candidate): Voiced {
  const hole = { first: cue[0]?.first ?? 0, last: source[0]?.last ?? 0 }
  if (hole.last <= hole.first) return host
  return {
    ...host,
    content: host.content.flatMap((span) => without(span, hole)).map((span) => withoutComma(tokens, text, span)),
  }
}

/**
 * "Facts have proven that ..., said a commentary", "Her captors, Roe told the court, spoke of ...": all that the tagger
 * found in the words lies inside what the commentary and Roe say. The drafts of `owners` without the words of the outer
 * voice, or null where one of them reaches out of its content.
 */
export function embrace(
  text: string,
  tokens: TokenTable,
  candidate: Candidate,
  owners: ReadonlySet<number>,
  drafts: readonly Voiced[],
): ReadonlyMap<number, Voiced> | null {
  const cue = candidate.cue[0]
  const source = candidate.source[0]
  if (!cue || !source) return null
  const says = candidate.word.sense === 'voice' && candidate.word.takes === 'clause'
  if (!says && tokens.lemma[candidate.head] !== 'understand') return null
  // Only a voice between commas, or behind one, takes all the rest for its content.
  const start = Math.min(cue.first, source.first)
  if (
    text.slice(tokens.from[start - 1] ?? 0, tokens.to[start - 1] ?? 0) !== ',' ||
    !/^VB[DZP]$/.test(tokens.xpos[candidate.head]!)
  )
    return null
  const low = candidate.content[0]?.first ?? start
  const high = Math.max(candidate.content[candidate.content.length - 1]?.last ?? 0, Math.max(cue.last, source.last))
  if (low >= start) return null
  const found = new Map<number, Voiced>()
  for (const owner of owners) {
    const draft = drafts[owner]!
    const spans = [...draft.source, ...draft.cue, ...draft.content]
    const anchor = draft.cue[0]
    if (!anchor || draft.source.length === 0 || spans.some((span) => span.first < low || span.last > high)) return null
    if (overlap(anchor, cue) > 0 || overlap(anchor, source) > 0) return null
    const holes = [cue, source]
    const clear = (list: readonly TokenSpan[]) =>
      holes
        .reduce((rest, hole) => rest.flatMap((span) => without(span, hole)), [...list])
        .filter((span) => span.last - span.first > 1 || !isPunctuation(tokens, span.first))
        .map((span) => withoutComma(tokens, text, span))
    const inner = { ...draft, source: clear(draft.source), content: clear(draft.content) }
    if (inner.source.length === 0 || inner.content.length === 0) return null
    found.set(owner, inner)
  }
  return found
}
