import type { TokenTable } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { overlap, type Voiced } from './draft.ts'

/** Gives what the tagger found a voice and a cue of, and no words, those that a saying by deed reads off the tree. */
export function withDeeds(tokens: TokenTable, drafts: Voiced[], plain: readonly Candidate[]): void {
  drafts.forEach((draft, at) => {
    const cue = draft.cue[0]
    if (!cue || (draft.content.length > 0 && !isWhen(tokens, draft))) return
    const deed = plain.find((one) => one.content.length > 0 && one.cue[0] !== undefined && overlap(one.cue[0], cue) > 0)
    if (!deed || (deed.head >= 0 && !(cue.first <= deed.head && deed.head < cue.last))) return
    if (draft.content.length > 0 && deed.content[0]!.first < cue.last) return
    // In what another tells it is a voice inside of that.
    const told = { first: deed.cue[0]!.first, last: Math.max(...deed.content.map(({ last }) => last)) }
    const taken = drafts.some(
      (other, index) =>
        index !== at &&
        !other.content.some((span) => span.first <= told.first && told.last <= span.last) &&
        [...other.source, ...other.cue, ...other.content].some((span) =>
          deed.content.some((piece) => overlap(piece, span) > 0),
        ),
    )
    if (!taken) drafts[at] = { ...deed, source: draft.source.length > 0 ? draft.source : deed.source, toldBy: -1 }
  })
}

/** "When I named it, | he asked": when he asked it is not what he asked. */
function isWhen(tokens: TokenTable, { content, cue }: Voiced): boolean {
  const [told, more] = content
  return (
    told !== undefined &&
    !more &&
    told.last <= cue[0]!.first &&
    /^(?:when|while|after|before|as|once|until)$/i.test(tokens.lemma[told.first]!)
  )
}
