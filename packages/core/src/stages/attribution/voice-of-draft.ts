import { type TokenTable, UPOS } from '../../model/index.ts'
import { HEARSAY, HEARSAY_VERBS } from './candidate.ts'
import type { Draft, TokenSpan, Voiced } from './draft.ts'
import { type CueWord, cueAdjective, cueNoun, cueVerb, cueWord } from './lexicon.ts'

/** What the tagger found, with the word that carries its cue; who is said to have done it is no source of it. */
export function voiceOfDraft(tokens: TokenTable, draft: Draft): Voiced {
  const rumored = hearsay(tokens, draft)
  if (rumored) return rumored
  const head = cueHead(tokens, draft)
  const told = withoutSubject(tokens, draft, head.head)
  return { ...told, ...unsaid(tokens, told, head), toldBy: -1 }
}

/** "is believed", "was reported" without a source: nobody in particular tells it, whatever the verb means elsewhere. */
function unsaid(
  tokens: TokenTable,
  draft: Draft,
  found: { head: number; word: CueWord | null },
): { head: number; word: CueWord | null } {
  const cue = draft.cue[0]
  if (
    draft.source.length > 0 ||
    !cue ||
    tokens.xpos[found.head] !== 'VBN' ||
    !HEARSAY_VERBS.has(tokens.lemma[found.head]!)
  )
    return found
  for (let at = cue.first; at < found.head; at++)
    if (tokens.lemma[at] === 'be') return { head: found.head, word: HEARSAY }
  return found
}

/** "Roe | reportedly wants | to host it": nobody in particular tells that she wants it. */
function hearsay(tokens: TokenTable, draft: Draft): Voiced | null {
  const [cue, more] = draft.cue
  const adverb = cue?.first ?? -1
  if (
    !cue ||
    more ||
    draft.source.length > 0 ||
    cue.last - cue.first < 2 ||
    !/^(?:reportedly|allegedly)$/i.test(tokens.lemma[adverb]!)
  )
    return null
  const rest = { first: adverb + 1, last: cue.last }
  const content: TokenSpan[] = []
  for (const span of [...draft.content, rest].sort((a, b) => a.first - b.first)) {
    const before = content[content.length - 1]
    if (before && before.last === span.first) content[content.length - 1] = { first: before.first, last: span.last }
    else content.push(span)
  }
  return { source: [], cue: [{ first: adverb, last: adverb + 1 }], content, head: adverb, word: HEARSAY, toldBy: -1 }
}

/** "Roe is said to have left": who is said to have done it does not say so. */
function withoutSubject(tokens: TokenTable, draft: Draft, head: number): Draft {
  const cue = draft.cue[0]
  const [source] = draft.source
  const [told] = draft.content
  if (!cue || !source || !told || head < 0 || tokens.xpos[head] !== 'VBN' || !HEARSAY_VERBS.has(tokens.lemma[head]!))
    return draft
  if (source.last > cue.first || told.first !== cue.last || tokens.xpos[told.first] !== 'TO') return draft
  let be = false
  for (let at = cue.first; at < head; at++) if (tokens.lemma[at] === 'be') be = true
  return be ? { ...draft, source: [], content: [source, ...draft.content] } : draft
}

/** "is heard saying": the hearing is nobody's voice. */
function isOverheard(tokens: TokenTable, cue: TokenSpan, at: number): boolean {
  const last = cue.last - 1
  return (
    tokens.xpos[at] === 'VBN' &&
    last > at &&
    /^VBG?$/.test(tokens.xpos[last]!) &&
    cueVerb(tokens.lemma[last]!.toLowerCase())?.sense === 'voice'
  )
}

/** The word of a cue that the lexicon knows, else its last content word. */
function cueHead(tokens: TokenTable, draft: Draft): { head: number; word: CueWord | null } {
  let last = -1
  let top = -1
  for (const span of draft.cue) {
    for (let at = span.first; at < span.last; at++) {
      const upos = UPOS[tokens.upos[at]!]
      const lemma = tokens.lemma[at]!.toLowerCase()
      const word = cueWord(upos, lemma)
      // "appear to show": showing is what they do.
      const seems = /^(?:appear|seem)$/.test(lemma) && tokens.xpos[at + 1] === 'TO' && at + 2 < span.last
      if (word && upos === 'VERB' && !seems && !(word.sense === 'attitude' && isOverheard(tokens, span, at)))
        return { head: at, word }
      if (word && top < 0) top = at
      if (upos === 'VERB' || upos === 'NOUN' || upos === 'ADJ') last = at
    }
  }
  if (top >= 0) {
    const lemma = tokens.lemma[top]!.toLowerCase()
    return { head: top, word: cueNoun(lemma) ?? cueAdjective(lemma) ?? null }
  }
  return { head: last >= 0 ? last : (draft.cue[0]?.first ?? -1), word: null }
}
