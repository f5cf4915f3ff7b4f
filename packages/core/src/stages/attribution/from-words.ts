import { type ActorId, type TokenTable, UPOS } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import { apposedName, apposedOutlet } from './apposed-name.ts'
import { HEARSAY } from './candidate.ts'
import type { TokenSpan, Voiced } from './draft.ts'
import { TURN } from './find-turns.ts'
import { ADDRESSED, subjectOf } from './grammar.ts'
import { DOCUMENT_NOUNS, PERSON_NOUNS } from './lexicon.ts'
import { nounOf, type People } from './people.ts'
import { isSeveral } from './several-of.ts'
import { formAt } from './speaker-before.ts'

/** Who speaks by the source's own words, or by the subject that a cue without a source leans on. `aliases` gains whom an apposition names. */
export function fromWords(
  text: string,
  tokens: TokenTable,
  tree: Tree,
  draft: Voiced,
  people: People,
  aliases: Map<ActorId, ActorId>,
): ActorId | null {
  for (const span of draft.source) {
    if (draft.word === TURN) {
      const bracketed = namedInBrackets(tokens, span, people)
      if (bracketed) return bracketed
    }
    if (isSeveral(tokens, span, people)) return null
    const handle = people.byHandle(formAt(text, tokens, span.first))
    if (handle) return handle
    const relative = relativeOf(text, tokens, span, people)
    if (relative) return relative
    // "footage which appears to show": the footage shows it, whoever is the subject of the sentence.
    if (describesPaper(text, tokens, span)) return null
    if (isOneOfThem(tokens, span) && apposedName(tokens, span, people) === null) return null
    const mention = people.mentionOf(span)
    if (mention?.form === 'pronoun' && isInside(tokens, span, mention.head)) return null
    const newsroom = newsroomOf(text, tokens, span, people)
    if (newsroom) return newsroom
    const office = mention?.kind !== 'person' && isOffice(tokens, span)
    const apposed = people.isNamed(mention?.actor) && !office ? null : apposedName(tokens, span, people)
    if (apposed) {
      if (mention?.actor && people.actor(mention.actor)?.kind === 'person') aliases.set(mention.actor, apposed)
      return apposed
    }
    const outlet = people.isNamed(mention?.actor) ? null : apposedOutlet(tokens, span, people)
    if (outlet) return outlet
    if (mention?.actor) return mention.actor
  }
  if (draft.source.length === 0 && draft.head >= 0 && draft.word?.kind === 'verb' && draft.word !== HEARSAY) {
    const subject = subjectOf(tokens, tree, draft.head)
    // "He had been told to leave": he is not who told him.
    const passive = tokens.xpos[draft.head] === 'VBN' && ADDRESSED.has(tokens.lemma[draft.head]!)
    if (passive && draft.cue.some((span) => hasBe(tokens, span))) return null
    if (subject >= 0) return people.mentionAt(subject)?.actor ?? null
  }
  return null
}

/**
 * "a report by the Lodar agency, which quoted": the outlet or body right before the comma, where "by", "from" or "in"
 * stands before it; the tree hangs the clause on the report.
 */
function relativeOf(text: string, tokens: TokenTable, span: TokenSpan, people: People): ActorId | null {
  if (span.last - span.first > 1 || formAt(text, tokens, span.first) !== 'which') return null
  const end = span.first - 2
  if (end < 1 || tokens.lemma[end + 1] !== ',') return null
  for (let at = end; at > Math.max(0, end - MAX_TO_NAME); at--) {
    const mention = people.mentionAt(at)
    const speaks = mention?.kind === 'outlet' || people.actor(mention?.actor)?.kind === 'outlet'
    if (!mention?.actor || !speaks || mention.form === 'pronoun') continue
    let first = at
    while (first > 0 && tokens.from[first - 1]! >= mention.from) first--
    while (first > 0 && /^(?:DET|ADJ|NOUN)$/.test(UPOS[tokens.upos[first - 1]!]!)) first--
    return /^(?:by|from|in)$/.test(tokens.lemma[first - 1] ?? '') ? mention.actor : null
  }
  return null
}

/** True for a "which" or "that" right behind a paper or a picture. */
export function describesPaper(text: string, tokens: TokenTable, span: TokenSpan): boolean {
  if (span.last - span.first > 1 || !/^(?:which|that)$/.test(formAt(text, tokens, span.first))) return false
  const noun = span.first - 1
  return noun >= 0 && UPOS[tokens.upos[noun]!] === 'NOUN' && DOCUMENT_NOUNS.has(tokens.lemma[noun]!.toLowerCase())
}

/** Words from an outlet's name to the comma before "which" at most: "Lodar news agency". */
const MAX_TO_NAME = 4

/** "a letter she received from him": the pronoun only tells more of the noun before it. */
function isInside(tokens: TokenTable, span: TokenSpan, pronoun: number): boolean {
  const noun = nounOf(tokens, span)
  return noun < pronoun && UPOS[tokens.upos[noun]!] === 'NOUN' && tokens.xpos[pronoun] !== 'PRP$'
}

/** What an outlet speaks through under its own name. */
const SECTIONS =
  /^(?:bulletin|newsletter|podcast|blog|liveblog|programme|program|show|broadcast|website|site|newscast|column|edition|correspondent|leader|editorial)$/i

/** "Politico's Brussels bulletin", "the Guardian's live blog": the outlet speaks; null for other words. */
function newsroomOf(text: string, tokens: TokenTable, span: TokenSpan, people: People): ActorId | null {
  const noun = nounOf(tokens, span)
  if (noun + 1 < span.last || !SECTIONS.test(text.slice(tokens.from[noun], tokens.to[noun]))) return null
  for (let at = span.first + 1; at < noun; at++) {
    if (tokens.xpos[at] !== 'POS') continue
    const owner = people.actor(people.mentionAt(at - 1)?.actor)
    return owner?.kind === 'outlet' ? owner.id : null
  }
  return null
}

/** "The United Nations Special Rapporteur, Jane Roe,": a phrase about somebody who holds an office of the body it names. */
function isOffice(tokens: TokenTable, span: TokenSpan): boolean {
  const noun = nounOf(tokens, span)
  return (
    PERSON_NOUNS.has(tokens.lemma[noun]!.toLowerCase()) ||
    /^(?:representative|rapporteur|chief|head|director|president|chair|spokes\w+)$/i.test(tokens.lemma[noun]!)
  )
}

/** "one of them", "two of us": who that is the words do not say. */
function isOneOfThem(tokens: TokenTable, span: TokenSpan): boolean {
  if (span.last - span.first < 3 || tokens.lemma[span.first + 1] !== 'of') return false
  return UPOS[tokens.upos[span.first + 2]!] === 'PRON' && /^(?:NUM|PRON|DET)$/.test(UPOS[tokens.upos[span.first]!]!)
}

/** "The Minister of State (Mr Max Hale):": who speaks where the label gives an office and, in brackets, its holder. */
function namedInBrackets(tokens: TokenTable, span: TokenSpan, people: People): ActorId | null {
  for (let at = span.first; at < span.last; at++) {
    const mention = people.mentionAt(at)
    const named = mention?.form === 'name' && mention.kind === 'person' ? mention.actor : null
    if (named === null) continue
    for (let open = at; open >= span.first; open--) if (tokens.lemma[open] === '(') return named
    return null
  }
  return null
}

function hasBe(tokens: TokenTable, span: TokenSpan): boolean {
  for (let at = span.first; at < span.last; at++) if (tokens.lemma[at] === 'be') return true
  return false
}
