import type { TokenTable } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { isPunctuation, overlap, startOf, type Voiced, without } from './draft.ts'
import { withoutComma } from './find-cited.ts'
import { isDisputed } from './find-disputed.ts'

/** Gives the tagger's drafts without a source who the rules see before the same cue, where nobody else has those words. */
export function nameSources(outer: Voiced[], plain: readonly Candidate[]): void {
  for (const { source, cue, content } of plain) {
    const who = source[0]
    const own = cue[0]
    if (!who || !own) continue
    const at = outer.findIndex((draft) => draft.source.length === 0 && draft.cue.some((span) => overlap(span, own) > 0))
    if (at < 0) continue
    // "argues a new report": what was taken for what is told is who tells it.
    const told = outer[at]!.content
    if (told.length > 0 && told.some((span) => overlap(span, who) > 0) && content[0]) {
      const others = outer.some(
        (draft, index) =>
          index !== at &&
          content.some((span) => [...draft.cue, ...draft.content].some((one) => overlap(one, span) > 0)),
      )
      if (!others) outer[at] = { ...outer[at]!, source, content, cue }
      continue
    }
    const taken = outer.some((draft) => [...draft.cue, ...draft.content].some((span) => overlap(span, who) > 0))
    if (!taken) outer[at] = { ...outer[at]!, source }
  }
}

/** "..., which the army denies": what the army denies is the army's, and ends what was told before. */
export function dispute(text: string, tokens: TokenTable, outer: Voiced[], plain: readonly Candidate[]): void {
  for (const candidate of plain) {
    const cue = candidate.cue[0]
    if (!isDisputed(candidate.word) || !cue) continue
    const hole = { first: startOf(candidate), last: cue.last }
    const owner = outer.findIndex((draft) => draft.cue.some((span) => overlap(span, cue) > 0))
    const others = outer.flatMap((draft, at) => {
      if (at === owner || !draft.content.some((span) => overlap(span, hole) > 0)) return []
      const content = draft.content
        .flatMap((span) => without(span, hole))
        .filter((span) => span.last <= hole.first || span.last - span.first > 1 || !isPunctuation(tokens, span.first))
      return [{ at, draft: { ...draft, content: content.map((span) => withoutComma(tokens, text, span)) } }]
    })
    if (others.some(({ draft }) => draft.content.length === 0)) continue
    for (const { at, draft } of others) outer[at] = draft
    const found = { ...candidate, toldBy: -1 }
    if (owner < 0) outer.push(found)
    else outer[owner] = found
  }
}
