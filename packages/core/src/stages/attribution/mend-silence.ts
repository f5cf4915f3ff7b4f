import { type TokenTable, UPOS } from '../../model/index.ts'
import type { Candidate } from './candidate.ts'
import { type Draft, isPunctuation, overlap, type Voiced } from './draft.ts'
import { SILENT as SILENT_CUE } from './find-silent.ts'
import { cueVerb } from './lexicon.ts'

/** What the tagger made of "did not respond to | a request for comment": all of it is the cue, and nothing is said. */
export function silence(drafts: Voiced[], plain: readonly Candidate[]): void {
  for (const { word, cue, head } of plain) {
    const own = cue[0]
    if (word !== SILENT_CUE || !own) continue
    const isOwn = (draft: Voiced) =>
      draft.cue.some((span) => overlap(span, own) > 0 && span.first >= own.first) ||
      // "smiled and said | nothing"
      (draft.cue.some((span) => overlap(span, own) > 0) &&
        draft.content.length > 0 &&
        draft.content.every((span) => span.first >= own.first && span.last <= own.last))
    const at = drafts.findIndex(isOwn)
    if (at >= 0) drafts[at] = { ...drafts[at]!, cue, content: [], head, word }
  }
}

const SILENT = /\b(declin\w*|refus\w*|not|n[’']t|no comment|silent|unavailable)\b/i

/** Drops what has no content, but for those who would say nothing: "offered a glimpse into the talks" tells nothing. */
export function withContent(all: readonly Voiced[], text: string, tokens: TokenTable): Voiced[] {
  const kept = all.map((one) => {
    const cue = one.cue[0]
    return (
      one.content.length > 0 ||
      one.word === SILENT_CUE ||
      (cue !== undefined && SILENT.test(text.slice(tokens.from[cue.first], tokens.to[cue.last - 1])))
    )
  })
  const place: number[] = []
  let next = 0
  kept.forEach((keep, at) => {
    place[at] = keep ? next++ : -1
  })
  return all
    .filter((_, at) => kept[at])
    .map((one) => (one.toldBy < 0 ? one : { ...one, toldBy: place[one.toldBy] ?? -1 }))
}

/** "Asked for comment, the governor did not reply": the asking tells nothing. */
export function isAskedFor(text: string, tokens: TokenTable, one: Voiced): boolean {
  const [content, more] = one.content
  if (!content || more || one.head < 0 || !/^(?:ask|reach|contact|approach)$/.test(tokens.lemma[one.head]!))
    return false
  const words = text.slice(tokens.from[content.first], tokens.to[content.last - 1])
  return /^(?:for )?(?:a )?comments?$/i.test(words)
}

const NO_COMMENT =
  /^(to comment|comment|to respond|to be interviewed|to answer|to elaborate|to give details|to say more)\b/i
const UNANSWERED = /\b(respond|reply|answer|return|reached|available)\b/i

const UNNAMED =
  /^(?:(?:not )?to (?:not )?(?:be|being) (?:named|identified|quoted)\b|(?:to remain |for )?anonym(?:ity|ous)\b|(?:that )?(?:his|her|their|its) (?:\w+ )?(?:name|identit)\w* (?:not )?(?:be )?(?:not )?(?:used|withheld|published|disclosed|revealed|printed|changed)\b)/i

/** "who asked not to be named": tells how somebody speaks, not what. */
export function asksForSilence(text: string, tokens: TokenTable, one: Draft): boolean {
  const content = one.content[0]
  return content !== undefined && UNNAMED.test(text.slice(tokens.from[content.first], tokens.to[content.last - 1]))
}

/** Words from "who" to the noun it describes at most, going back. */
const MAX_DESCRIPTION = 8

/** "A diplomat who asked not to be named denied that ...": what comes after, said by the diplomat; else nothing. */
export function afterSilence(tokens: TokenTable, one: Voiced): Voiced[] {
  const content = one.content[0]
  const who = one.source[0]
  if (!content || !who || one.content.length > 1) return []
  let cue = -1
  for (let at = content.first + 2; at < content.last - 1 && cue < 0; at++) {
    const word = /^VB[DNZ]$/.test(tokens.xpos[at]!) ? cueVerb(tokens.lemma[at]!.toLowerCase()) : undefined
    if (word?.sense === 'voice' && !/^(name|identify|quote)$/.test(tokens.lemma[at]!)) cue = at
  }
  if (cue < 0) return []
  let first = who.first
  while (
    first > 0 &&
    who.first - first < MAX_DESCRIPTION &&
    /^(DET|ADJ|NOUN|PROPN|NUM|PUNCT)$/.test(UPOS[tokens.upos[first - 1]!]!)
  ) {
    if (
      tokens.sentence[first - 1] !== tokens.sentence[who.first] ||
      (isPunctuation(tokens, first - 1) && first < who.first)
    )
      break
    first--
  }
  const word = cueVerb(tokens.lemma[cue]!.toLowerCase()) ?? null
  return [
    {
      source: [{ first, last: cue }],
      cue: [{ first: cue, last: cue + 1 }],
      content: [{ first: cue + 1, last: content.last }],
      head: cue,
      word,
      toldBy: -1,
    },
  ]
}

/** "declined to comment", "did not respond to requests for comment": all of it is the cue, and nothing is said. */
export function withoutContent(text: string, tokens: TokenTable, one: Voiced): Voiced {
  const [cue] = one.cue
  const [content, more] = one.content
  if (!cue || !content || more) return one
  const words = text.slice(tokens.from[content.first], tokens.to[content.last - 1])
  const said = text.slice(tokens.from[cue.first], tokens.to[cue.last - 1])
  const refuses = one.word?.stance === 'refuses' && NO_COMMENT.test(words)
  const silent = UNANSWERED.test(said) && /comment/i.test(words) && /\b(not|n[’']t|no)\b/i.test(said)
  if ((!refuses && !silent) || content.first < cue.last || content.first > cue.last + 1) return one
  return { ...one, cue: [{ first: cue.first, last: content.last }], content: [] }
}
