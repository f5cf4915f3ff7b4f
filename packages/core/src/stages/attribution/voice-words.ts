import { type ActorId, type TokenTable, UPOS } from '../../model/index.ts'
import { isPunctuation, type TokenSpan, type Voiced } from './draft.ts'
import { DOCUMENT_NOUNS, PERSON_NOUNS } from './lexicon.ts'
import { nounOf } from './people.ts'
import { isUnnamedPerson, MAX_BACK, sentenceOf } from './speaker-before.ts'

/**
 * The words that say who speaks in each draft: its source; for "which", "who" and "that" the noun before them, for "it"
 * and "they" the source of the last voice before that can be meant and is no person. Undefined where there are none.
 */
export function voiceWords(
  tokens: TokenTable,
  drafts: readonly Voiced[],
  speakers: readonly (ActorId | null)[],
): (TokenSpan | undefined)[] {
  const found: (TokenSpan | undefined)[] = drafts.map((draft) => draft.source[0])
  drafts.forEach((_, at) => {
    found[at] = fullerPaper(tokens, found, at) ?? found[at]
  })
  drafts.forEach((draft, at) => {
    const source = draft.source[0]
    if (!source || source.last - source.first > 1) return
    const form = tokens.lemma[source.first]!.toLowerCase()
    if (/^(which|who|that)$/.test(form)) found[at] = describedBefore(tokens, draft, source) ?? source
    else if (speakers[at] === null && (form === 'it' || form === 'they'))
      found[at] =
        bodyBefore(tokens, drafts, speakers, found, at, form) ??
        (form === 'it' ? paperBefore(tokens, source.first) : null) ??
        source
    else if (speakers[at] === null && (form === 'he' || form === 'she'))
      found[at] = personBefore(tokens, drafts, speakers, found, at) ?? source
  })
  return found
}

/** Sentences back that a paper may have been told of in full. */
const MAX_TO_PAPER = 6

/** "The minutes" behind "minutes of a meeting seen by AFP", "the document" behind any paper: the words that say which. */
function fullerPaper(tokens: TokenTable, words: readonly (TokenSpan | undefined)[], at: number): TokenSpan | null {
  const span = words[at]
  if (!span || !/^(?:the|this|that)$/.test(tokens.lemma[span.first]!.toLowerCase())) return null
  // "the 212-page document"
  for (let inner = span.first + 1; inner < span.last - 1; inner++)
    if (
      !/^(?:page|-|secret|classified|confidential|internal)$/.test(tokens.lemma[inner]!) &&
      UPOS[tokens.upos[inner]!] !== 'NUM' &&
      !/^\d+-page$/.test(tokens.lemma[inner]!)
    )
      return null
  const lemma = tokens.lemma[span.last - 1]!.toLowerCase()
  if (!DOCUMENT_NOUNS.has(lemma)) return null
  for (let back = at - 1; back >= 0; back--) {
    const other = words[back]
    if (!other || other.first >= span.first) continue
    if (tokens.sentence[span.first]! - tokens.sentence[other.first]! > MAX_TO_PAPER) return null
    const noun = tokens.lemma[nounOf(tokens, other)]!.toLowerCase()
    const same = noun === lemma || (lemma === 'document' && DOCUMENT_NOUNS.has(noun))
    if (same && (other.last - other.first > 2 || noun !== lemma)) return other
  }
  return null
}

/** "A note seems to back her up. It reads": the paper that the sentence before begins with; null where it begins otherwise. */
function paperBefore(tokens: TokenTable, pronoun: number): TokenSpan | null {
  const here = tokens.sentence[pronoun]!
  let first = pronoun
  while (first > 0 && tokens.sentence[first - 1]! >= here - 1) first--
  let last = first
  while (last < pronoun && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(UPOS[tokens.upos[last]!]!)) last++
  if (last === first || tokens.sentence[first] !== here - 1) return null
  return DOCUMENT_NOUNS.has(tokens.lemma[last - 1]!.toLowerCase()) && tokens.xpos[last - 1] === 'NN'
    ? { first, last }
    : null
}

/** "the report of the commission, which finds": the noun phrase that the relative clause describes. */
function describedBefore(tokens: TokenTable, draft: Voiced, source: TokenSpan): TokenSpan | null {
  let at = source.first - 1
  while (at > 0 && isPunctuation(tokens, at)) at--
  const last = at + 1
  const head = draft.head >= 0 && tokens.relation[draft.head] === 'acl:relcl' ? tokens.head[draft.head]! : -1
  if (last <= 0 || tokens.sentence[at] !== tokens.sentence[source.first]) return null
  // From the noun that the tree names, else from the last noun, to the left as far as its phrase goes.
  let first = head >= 0 && head < last && last - head <= MAX_PHRASE ? head : at
  if (!/^(NOUN|PROPN)$/.test(UPOS[tokens.upos[first]!]!)) return null
  while (first > 0 && /^(DET|ADJ|NOUN|PROPN|NUM)$/.test(UPOS[tokens.upos[first - 1]!]!)) first--
  return { first, last }
}

/** Words from a noun to the "which" that tells more of it at most. */
const MAX_PHRASE = 12

/** The last source before, in this sentence or the two before, that "it" or "they" can mean. */
function bodyBefore(
  tokens: TokenTable,
  drafts: readonly Voiced[],
  speakers: readonly (ActorId | null)[],
  words: readonly (TokenSpan | undefined)[],
  start: number,
  form: string,
): TokenSpan | null {
  const here = sentenceOf(tokens, drafts[start]!)
  for (let at = start - 1; at >= 0; at--) {
    const span = words[at]
    if (!span || speakers[at] !== null || UPOS[tokens.upos[span.first]!] === 'PRON') continue
    if (here - (tokens.sentence[span.first] ?? here) > MAX_BACK) return null
    const head = nounOf(tokens, span)
    const plural = /^NNP?S$/.test(tokens.xpos[head]!)
    if (PERSON_NOUNS.has(tokens.lemma[head]!.toLowerCase()) && !plural) continue
    if (plural === (form === 'they')) return span
  }
  return null
}

/** The last source before, in this sentence or the two before, that "he" or "she" can mean and that has no actor. */
export function personBefore(
  tokens: TokenTable,
  drafts: readonly Voiced[],
  speakers: readonly (ActorId | null)[],
  words: readonly (TokenSpan | undefined)[],
  start: number,
): TokenSpan | null {
  const here = sentenceOf(tokens, drafts[start]!)
  for (let at = start - 1; at >= 0; at--) {
    const span = words[at]
    if (!span || speakers[at] !== null) continue
    if (here - sentenceOf(tokens, drafts[at]!) > MAX_BACK) return null
    if (isUnnamedPerson(tokens, { ...drafts[at]!, source: [span] })) return span
  }
  return null
}
