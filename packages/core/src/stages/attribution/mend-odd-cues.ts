import type { TokenTable } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { type Draft, overlap, type TokenSpan } from './draft.ts'
import type { Quotation } from './find-quotations.ts'
import { cueVerb } from './lexicon.ts'

/** Lemmas that say so wherever they have a speaker and a clause. */
const PLAIN = new Set(['say', 'tell', 'add', 'state', 'announce', 'report', 'note', 'confirm', 'declare'])

/**
 * Mends attributions whose cue is no word of saying ("Qatar mediated the release, a diplomat said"; "have been released, the
 * minister said" with "released" as the cue): where the tree has a plain verb of saying with a speaker, and its clause holds that
 * cue, the clause is what that verb tells. It takes the odd one's place, or its own attribution gets the clause.
 */
export function mendOddCues(
  tokens: TokenTable,
  quotations: readonly Quotation[],
  drafts: readonly Draft[],
  candidates: readonly Candidate[],
): Draft[] {
  const plain = candidates.filter(
    ({ head, source, content }) => PLAIN.has(tokens.lemma[head]!) && source.length > 0 && content.length > 0,
  )
  const quoted = (span: TokenSpan) => quotations.some((one) => overlap(one, span) > 0)
  const odd = drafts.filter(
    ({ cue, content }) =>
      cue.length > 0 &&
      !cue.some(
        (span) =>
          isSaying(tokens, span) || tokens.lemma[span.first] === 'accord' || tokens.lemma[span.first] === 'according',
      ) &&
      ![...cue, ...content].some(quoted),
  )
  if (plain.length === 0 || odd.length === 0) return [...drafts]
  const result = new Map<Draft, Draft | null>()
  for (const draft of odd) {
    const host = plain.find(({ content }) => draft.cue.every((cue) => content.some((span) => holds(span, cue))))
    if (!host) continue
    const { source, cue, content } = host
    const owner = drafts.find((one) => one.cue.some((span) => cue.some((own) => overlap(span, own) > 0)))
    if (owner === undefined) result.set(draft, { source, cue, content })
    else {
      const clause = content.filter((span) => draft.cue.some((one) => holds(span, one)))
      if (owner.content.some((span) => clause.some((own) => overlap(span, own) > 0))) continue
      const kept = owner.content.filter((span) => !asksForSilence(tokens, span))
      result.set(owner, { ...owner, content: [...clause, ...kept].sort((a, b) => a.first - b.first) })
      result.set(draft, null)
    }
  }
  return drafts.flatMap((draft) => {
    const mended = result.get(draft)
    return mended === null ? [] : [mended ?? draft]
  })
}

/** "Asking not to be named": how somebody speaks, not what. */
function asksForSilence(tokens: TokenTable, { first, last }: TokenSpan): boolean {
  if (tokens.lemma[first] !== 'ask') return false
  for (let at = first + 1; at < last; at++) if (/^(?:name|identify|quote)$/.test(tokens.lemma[at]!)) return true
  return false
}

const holds = (outer: TokenSpan, inner: TokenSpan): boolean => outer.first <= inner.first && inner.last <= outer.last

function isSaying(tokens: TokenTable, cue: TokenSpan): boolean {
  for (let at = cue.first; at < cue.last; at++) if (cueVerb(tokens.lemma[at]!.toLowerCase())) return true
  return false
}
