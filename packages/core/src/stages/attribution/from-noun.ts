import { type TokenTable, UPOS } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import { type Candidate, HEARSAY } from './candidate.ts'
import { untilThat } from './clause-after.ts'
import { clauseSpans, pieces } from './content-spans.ts'
import type { TokenSpan } from './draft.ts'
import { phraseStart } from './find-claimed.ts'
import {
  type CandidateInput,
  CLAUSES,
  childWith,
  hasCase,
  hasMark,
  isClause,
  SUBJECTS,
  sourceSpan,
  verbGroup,
} from './grammar.ts'
import { type CueWord, cueVerb, DOCUMENT_NOUNS } from './lexicon.ts'

/** Words of a subject at most between its noun and a "shows" that the tagger took for a noun. */
export const MAX_SUBJECT = 12

/** "footage released by the media shows Roe leaving": "media shows" looks like a noun to the parser. */
export function fromMistaken(input: CandidateInput, at: number): Candidate | null {
  const { text, tokens, sentences } = input
  const sentence = sentences[tokens.sentence[at]!]!
  const word = cueVerb(tokens.lemma[at]!.toLowerCase())
  const next = UPOS[tokens.upos[at + 1] ?? 0]
  if (!word || at + 2 >= sentence.last || (next !== 'PROPN' && next !== 'DET' && next !== 'PRON' && next !== 'SCONJ'))
    return null
  let noun = -1
  for (let back = at - 1; back >= Math.max(sentence.first, at - MAX_SUBJECT); back--) {
    if (/^[,;:]$/.test(text.slice(tokens.from[back]!, tokens.to[back]!)) || /^VB[DZP]$/.test(tokens.xpos[back]!)) break
    if (DOCUMENT_NOUNS.has(tokens.lemma[back]!)) noun = back
  }
  // "The captain's log records that": where the sentence has no other verb, that is it.
  const lone = tokens.head[at] === -1 && next === 'SCONJ'
  if (noun < 0 || (noun === at - 1 && !lone)) return null
  let first = noun
  while (
    first > sentence.first &&
    (/^(DET|ADJ|NOUN|NUM|PROPN)$/.test(UPOS[tokens.upos[first - 1]!]!) || /^(POS|PRP\$)$/.test(tokens.xpos[first - 1]!))
  )
    first--
  const content = pieces(input, { first: at + 1, last: sentence.last }, [])
  return { source: [{ first, last: at }], cue: [{ first: at, last: at + 1 }], content, head: at, word, sure: true }
}

/** "her claim that ...", "his promise to ...". */
export function fromNoun(input: CandidateInput, noun: number, word: CueWord): Candidate | null {
  const { tokens, tree } = input
  const cue = { first: noun, last: noun + 1 }
  const owner = tree
    .children(noun)
    .find(
      (child) =>
        tokens.relation[child] === 'nmod:poss' ||
        (tokens.relation[child] === 'nmod' &&
          (hasCase(tokens, tree, child, 'by') || isPrintedIn(tokens, tree, noun, child))),
    )
  const clauseUnder = (at: number) =>
    tree
      .children(at)
      .find(
        (child) =>
          child > noun &&
          (/^(acl|ccomp)$/.test(tokens.relation[child]!) || (at !== noun && tokens.relation[child] === 'acl:relcl')) &&
          hasMark(tokens, tree, child),
      )
  // "claims by activists that ...": now and then the parser hangs the clause on the activists.
  const clause = clauseUnder(noun) ?? (owner !== undefined && owner > noun ? clauseUnder(owner) : undefined)
  if (clause === undefined) return null
  const named = owner === undefined ? null : sourceSpan(input, owner, cue, owner > noun ? 'by' : undefined)
  if (!named) return null
  const source = owner! > noun ? untilThat(tokens, named, tree.extent(clause).first) : whole(input, named)
  const content = clauseSpans(input, clause, [cue, source])
  return content.length > 0 ? { source: [source], cue: [cue], content, head: noun, word, sure: false } : null
}

/** "a US think tank" of "a US think tank's claim": up to the mark of the possessive, and from the phrase's first word on. */
function whole({ tokens, sentences }: CandidateInput, { first, last }: TokenSpan): TokenSpan {
  if (tokens.xpos[last - 1] !== 'POS' || last - first < 2) return { first, last }
  return {
    first: Math.min(first, phraseStart(tokens, last - 1, sentences[tokens.sentence[first]!]!.first)),
    last: last - 1,
  }
}

/** "a report on Channel 14", "an article in the Ledger": where it was printed says it. */
function isPrintedIn(tokens: TokenTable, tree: Tree, noun: number, child: number): boolean {
  if (!/^(report|article|story|claim|allegation)$/.test(tokens.lemma[noun]!) || UPOS[tokens.upos[child]!] !== 'PROPN')
    return false
  return (
    hasCase(tokens, tree, child, 'in') || hasCase(tokens, tree, child, 'on') || hasCase(tokens, tree, child, 'from')
  )
}

/** "is convinced that ...", "was unaware that ...". */
export function fromAdjective(input: CandidateInput, adjective: number, word: CueWord): Candidate | null {
  const { tokens, tree } = input
  const clause = childWith(tokens, tree, adjective, CLAUSES)
  const subject = childWith(tokens, tree, adjective, SUBJECTS)
  if (clause < adjective || subject < 0 || !hasMark(tokens, tree, clause)) return null
  const cue = verbGroup(input, adjective)
  const source = sourceSpan(input, subject, cue)
  if (!source) return null
  const content = clauseSpans(input, clause, [cue, source])
  return content.length > 0 ? { source: [source], cue: [cue], content, head: adjective, word, sure: true } : null
}

/** "reportedly", "allegedly": nobody in particular. */
export function fromHearsay(input: CandidateInput, at: number): Candidate | null {
  const { tokens, tree } = input
  const head = tokens.head[at]!
  if (head < 0 || !isClause(tokens, tree, head)) return null
  const cue = { first: at, last: at + 1 }
  const content = clauseSpans(input, head, [cue])
  return content.length > 0 ? { source: [], cue: [cue], content, head: at, word: HEARSAY, sure: true } : null
}
