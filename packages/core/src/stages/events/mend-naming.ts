import type { TokenTable } from '../../model/index.ts'
import { createMender, type Mended, wordAt } from './mended-columns.ts'

/*
 * What somebody calls somebody or something. Own lists from general knowledge of English (object complements: Quirk et al.
 * 1985, sections 16.44 to 16.46); no corpus text.
 */
const ADJECTIVE = 0
const ADPOSITION = 1
const ADVERB = 2
const DETERMINER = 5
const NOUN = 7
const NUMERAL = 8
const PARTICLE = 9
const PRONOUN = 10
const PROPER = 11
const VERB = 15

const NAMING =
  /^(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)?|label(?:s|l?ed|l?ing)?|dub(?:s|bed|bing)?|term(?:s|ed|ing)?|deem(?:s|ed|ing)?)$/
const QUOTE = /^(?:["“‘'«]|``)$/
/** Objects of one word. */
const POINTING = /^(?:it|this|that|these|those|them|him|her|me|us|you)$/
/** Of those, what may also stand before a noun. */
const POSSESSING = /^(?:her|that|this|these|those)$/
const BEFORE_NOUNS: ReadonlySet<number> = new Set([DETERMINER, NUMERAL, ADJECTIVE, PRONOUN, PARTICLE])
/** Most tokens that what is called something may take. */
const LONGEST = 14
/** Most steps up the tree: a fault in it must not hold us. */
const MOST_STEPS = 60

/**
 * Mends what is called something: in "called the arrest “extortion”", "call the trial a purge", "calls it theatre" the first phrase
 * is the object and the second its predicate (xcomp), where the parser made one noun or two objects of them. Returns the same
 * table where nothing is to mend. Linear.
 */
export function mendNaming(text: string, tokens: TokenTable): TokenTable {
  const { copy, result } = createMender(tokens)
  for (let i = 1; i < tokens.length; i++)
    if (tokens.upos[i] === VERB && NAMING.test(wordAt(text, tokens, i))) mend(text, tokens, i, copy)
  return result()
}

function mend(text: string, tokens: TokenTable, verb: number, copy: () => Mended): void {
  const object = objectAfter(text, tokens, verb)
  if (object === null) return
  const predicate = predicateFrom(text, tokens, verb, object)
  if (predicate < 0 || isAbove(tokens, object.head, verb) || isAbove(tokens, predicate, verb)) return
  const mended = copy()
  for (let i = verb + 1; i < predicate; i++) {
    // The words of each phrase stay with it.
    if (i < object.head && mended.head[i] === predicate) mended.head[i] = object.head
    if (i > object.last && mended.head[i] === object.head) mended.head[i] = predicate
  }
  mended.head[object.head] = verb
  mended.relation[object.head] = 'obj'
  mended.head[predicate] = verb
  mended.relation[predicate] = 'xcomp'
}

interface Phrase {
  readonly head: number
  readonly last: number
}

function objectAfter(text: string, tokens: TokenTable, verb: number): Phrase | null {
  const isHere = (at: number) => at < tokens.length && tokens.sentence[at] === tokens.sentence[verb]
  const first = verb + 1
  if (!isHere(first)) return null
  const word = wordAt(text, tokens, first)
  // "called her mother": whose mother.
  if (POINTING.test(word) && (!POSSESSING.test(word) || !isNominal(tokens, first + 1)))
    return { head: first, last: first }
  let at = first
  while (isHere(at) && BEFORE_NOUNS.has(tokens.upos[at] ?? -1) && at - first < LONGEST) at++
  let head = -1
  for (; isHere(at) && at - first < LONGEST; at++) {
    const tag = tokens.upos[at]
    if (tag === NOUN || tag === PROPER) {
      // "calls the men monsters": two plurals side by side are two phrases.
      if (head === at - 1 && tokens.xpos[head] === 'NNS' && tokens.xpos[at] === 'NNS') break
      head = at
    } else if (tag === PARTICLE || (tag === DETERMINER && head < 0)) continue
    else if ((tag === ADJECTIVE || tag === NUMERAL) && head !== at - 1) continue
    else if (
      tag === ADPOSITION &&
      head === at - 1 &&
      /^(?:of|in|on|by|against|to|for|with|between)$/.test(wordAt(text, tokens, at))
    ) {
      const end = phraseEnd(tokens, at + 1, isHere)
      if (end < 0) break
      return { head, last: end }
    } else break
  }
  return head < 0 ? null : { head, last: head }
}

/** The last token of the phrase behind a preposition: its first run of nouns or names; -1 where none stands there. */
function phraseEnd(tokens: TokenTable, from: number, isHere: (at: number) => boolean): number {
  let end = -1
  for (let i = from; isHere(i) && i - from < LONGEST; i++) {
    const tag = tokens.upos[i]
    if (tag === NOUN || tag === PROPER) end = i
    else if (tag === PARTICLE) continue
    else if (end >= 0) break
    else if (tag !== DETERMINER && tag !== ADJECTIVE && tag !== NUMERAL && tag !== PRONOUN) break
  }
  return end
}

/** The head of what the object is called; -1 where nothing of the kind follows it. */
function predicateFrom(text: string, tokens: TokenTable, verb: number, object: Phrase): number {
  const isHere = (at: number) => at < tokens.length && tokens.sentence[at] === tokens.sentence[verb]
  let at = object.last + 1
  const isQuoted = isHere(at) && QUOTE.test(wordAt(text, tokens, at))
  if (isQuoted) at++
  if (!isHere(at)) return -1
  const tag = tokens.upos[at]
  const isArticle = tag === DETERMINER && /^(?:an?|another|no)$/.test(wordAt(text, tokens, at))
  // "calls it theatre": a bare noun only behind a pronoun or of two plurals, and no name.
  const isPointed = object.head === object.last && POINTING.test(wordAt(text, tokens, object.head))
  const isBare = tag === NOUN && (isPointed || (tokens.xpos[object.head] === 'NNS' && tokens.xpos[at] === 'NNS'))
  // “the Inspector”, "the third such case": which one, and nothing against it.
  if (isQuoted && wordAt(text, tokens, at) === 'the') return -1
  const isAdverb = tag === ADVERB && isHere(at + 1) && tokens.upos[at + 1] === ADJECTIVE
  if (!isQuoted && !isArticle && tag !== ADJECTIVE && !isBare && !isAdverb) return -1
  let head = -1
  for (; isHere(at); at++) {
    const here = tokens.upos[at]
    if (here === NOUN || (here === PROPER && head >= 0)) head = at
    else if (here === ADJECTIVE || (isQuoted && here === VERB && tokens.xpos[at] === 'VBN')) {
      // "deeply regrettable" ends here; "a dark day" goes on.
      if (head >= 0 && tokens.upos[head] === NOUN) break
      head = at
    } else if (here === DETERMINER || here === ADVERB || here === NUMERAL) {
      if (head >= 0) break
    } else if (wordAt(text, tokens, at) === '-' || here === PARTICLE) {
      if (here === PARTICLE && wordAt(text, tokens, at) === 'to') break
    } else break
  }
  return head
}

function isNominal(tokens: TokenTable, at: number): boolean {
  const tag = tokens.upos[at]
  return tag === NOUN || tag === PROPER || (tag === ADJECTIVE && tokens.upos[at + 1] === NOUN)
}

function isAbove(tokens: TokenTable, index: number, from: number): boolean {
  let at = from
  for (let steps = 0; steps < MOST_STEPS && at >= 0; steps++) {
    if (at === index) return true
    at = tokens.head[at] ?? -1
  }
  return false
}
