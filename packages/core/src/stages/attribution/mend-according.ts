import type { Sentence, TokenTable } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { createSpanIndex, type Draft, isPunctuation, overlap, type TokenSpan } from './draft.ts'
import { isStandard } from './is-standard.ts'

/** "according to plan" where the tagger took the plan for a voice. */
export function isMeasured(tokens: TokenTable, draft: Draft): boolean {
  const cue = draft.cue[0]
  const source = draft.source[0]
  return (
    cue !== undefined &&
    source !== undefined &&
    isAccording(tokens, cue.first) &&
    isStandard(tokens, source.first, source.last - 1)
  )
}

/**
 * "According to the ministry, Roe freed them and stressed that ...": where the tagger found this cue but nothing that it
 * tells, the sentence is told by it, and who else tells something in it does so inside.
 */
export function ledByAccording(
  tokens: TokenTable,
  drafts: readonly Draft[],
  candidates: readonly Candidate[],
): Draft[] {
  const cues = createSpanIndex()
  candidates.forEach((candidate, owner) => {
    for (const span of candidate.cue) cues.add(owner, span)
  })
  const ruled = (draft: Draft) => {
    const owner = draft.cue[0] && cues.touching(draft.cue[0]).find((one) => candidates[one]!.sure)
    return owner === undefined ? undefined : candidates[owner]
  }
  const result = [...drafts]
  drafts.forEach((draft, at) => {
    const known = ruled(draft)
    const cue = draft.cue[0]
    const content = known?.content[0]
    if (!known || !cue || !content || !isAccording(tokens, cue.first)) return
    // What the tagger gave it must end before another voice begins inside of what it tells.
    const next = drafts.find((one) => one.cue.some((span) => span.first >= content.first && span.last <= content.last))
    const early = next !== undefined && draft.content.every((span) => span.last <= next.cue[0]!.first)
    if (draft.content.length > 0 && !early) return
    result[at] = { source: known.source, cue: known.cue, content: known.content }
    for (let next = 0; next < result.length; next++) {
      const other = result[next]!
      const inner = other.cue[0]
      if (next === at || !inner || inner.first < content.first || inner.last > content.last) continue
      const own = ruled(other)
      if (own && own.source.length > 0) result[next] = { ...other, source: own.source }
    }
  })
  return result
}

/**
 * "The White House told them that nothing was paid, according to two aides.": the aides tell what the White House told,
 * where the tagger gave them its clause alone and passed over who else speaks.
 */
export function trailedByAccording(
  text: string,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  drafts: readonly Draft[],
  candidates: readonly Candidate[],
): Draft[] {
  return drafts.map((draft) => {
    const cue = draft.cue[0]
    const [told, more] = draft.content
    if (!cue || !told || more || told.last > cue.first || !isAccording(tokens, cue.first)) return draft
    const { first } = sentences[tokens.sentence[cue.first]!]!
    const inner = candidates.find(
      (one) =>
        one.sure &&
        one.source[0] !== undefined &&
        one.source[0].first >= first &&
        one.cue[0] !== undefined &&
        one.cue[0].last <= told.first &&
        one.content[0]?.first === told.first,
    )
    if (!inner) return draft
    const start = Math.min(inner.source[0]!.first, inner.cue[0]!.first)
    const clash = drafts.some(
      (other) =>
        other !== draft &&
        [...other.source, ...other.cue, ...other.content].some((span) => span.first < told.last && span.last > start),
    )
    const opens = start === first || isPunctuation(tokens, start - 1)
    if (clash || !opens || isOutletPhrase(text, tokens, inner.source[0]!)) return draft
    return { ...draft, content: [{ first: start, last: told.last }] }
  })
}

/** "The Ledger reported that ..., according to": there the outlet tells what the other told. */
const isOutletPhrase = (text: string, tokens: TokenTable, span: TokenSpan) =>
  /\b(?:Times|Post|News|Herald|Journal|newspaper|agency|television|radio|TV)\b/.test(
    text.slice(tokens.from[span.first], tokens.to[span.last - 1]),
  )

const isAccording = (tokens: TokenTable, at: number) => /^accord(ing)?$/.test(tokens.lemma[at]!.toLowerCase())

/** Words between a content and what its own subject goes on to say: ", and". */
const MAX_JOINT = 3

/**
 * "According to officials, Roe freed them and stressed that ...": Roe stresses it, in what the officials tell. Where the
 * tagger ended their content before "stressed" and gave that to them, their content takes it in, and it is Roe's.
 */
export function nested(tokens: TokenTable, drafts: readonly Draft[], candidates: readonly Candidate[]): Draft[] {
  const cues = createSpanIndex()
  const contents = createSpanIndex()
  candidates.forEach((candidate, owner) => {
    for (const span of candidate.cue) cues.add(owner, span)
  })
  drafts.forEach((draft, owner) => {
    for (const span of draft.content) contents.add(owner, span)
  })
  const result = [...drafts]
  drafts.forEach((draft, at) => {
    const cue = draft.cue[0]
    const end = draft.content[draft.content.length - 1]
    if (!cue || !end || end.first < cue.last || tokens.sentence[end.last - 1] !== tokens.sentence[cue.first]) return
    const known = cues.touching(cue).find((owner) => candidates[owner]!.sure && candidates[owner]!.source.length > 0)
    const source = known === undefined ? undefined : candidates[known]!.source[0]
    if (!source || draft.source.some((span) => overlap(span, source) > 0)) return
    const home = contents.holding(source.first).find((owner) => owner !== at)
    if (home === undefined) return
    const host = result[home]!
    // A verb's content may well end before the next verb; "according to" covers its whole sentence.
    if (!host.cue.some((span) => isAccording(tokens, span.first))) return
    const index = host.content.findIndex((span) => span.first <= source.first && source.last <= span.last)
    const held = host.content[index]
    // The verb's subject alone in the content is not enough: the content must run up to the verb.
    if (!held || held.last > cue.first || cue.first - held.last > MAX_JOINT) return
    if (draft.source.length > 0 && !draft.source.some((span) => host.source.some((one) => overlap(span, one) > 0)))
      return
    result[home] = {
      ...host,
      content: host.content.map((span, i) => (i === index ? { first: span.first, last: end.last } : span)),
    }
    result[at] = { ...draft, source: [source] }
  })
  return result
}
