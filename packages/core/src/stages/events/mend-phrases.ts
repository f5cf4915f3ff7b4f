import type { TokenTable } from '../../model/index.ts'
import { createMender, type Mended, wordAt } from './mended-columns.ts'

/* Codes into UPOS. */
const ADJECTIVE = 0
const NOUN = 7
const PROPER = 11
const VERB = 15

/**
 * Mends set phrases of diplomacy that the parser reads word by word: "let go twelve men" (whose object is "let go"'s),
 * "is due to travel" ("travel" read as a noun), "declared the attaché persona non grata", "that Norland hand over two
 * men" ("hand" read as a noun), "offered the fugitive asylum" (read as one noun). Returns the same table where nothing
 * is to mend.
 */
export function mendPhrases(text: string, tokens: TokenTable): TokenTable {
  const { copy, result } = createMender(tokens)
  for (let i = 0; i + 2 < tokens.length; i++) {
    switch (wordAt(text, tokens, i)) {
      case 'let':
        mendLetGo(text, tokens, i, copy)
        break
      case 'due':
        mendDue(text, tokens, i, copy)
        break
      case 'persona':
        mendPersona(text, tokens, i, copy)
        break
      case 'hand':
        mendHandOver(text, tokens, i, copy)
        break
      case 'among':
        mendAmong(text, tokens, i, copy)
        break
      case 'times':
        mendTimes(text, tokens, i, copy)
        break
      case 'asylum':
      case 'clemency':
      case 'sanctuary':
      case 'immunity':
        mendGiven(text, tokens, i, copy)
        break
    }
  }
  return result()
}

/** "let go twelve men", "has let go the crew": whoever goes is whom "let" frees. "let go of" frees nobody. */
function mendLetGo(text: string, tokens: TokenTable, verb: number, copy: () => Mended): void {
  const go = verb + 1
  if (tokens.upos[verb] !== VERB || wordAt(text, tokens, go) !== 'go' || wordAt(text, tokens, go + 1) === 'of') return
  if (tokens.head[go] !== verb && tokens.head[verb] !== go) return
  // "was let go", "were let go": who is freed is the subject already.
  if (verb > 0 && tokens.lemma[verb - 1] === 'be') return
  const { head, relation } = copy()
  if (tokens.head[verb] === go) {
    head[verb] = tokens.head[go]!
    relation[verb] = tokens.relation[go]!
    head[go] = verb
  }
  relation[go] = 'xcomp'
  const sentence = tokens.sentence[verb]
  for (let i = go + 1; i < tokens.length && tokens.sentence[i] === sentence; i++) {
    if (head[i] !== go) continue
    head[i] = verb
    if (relation[i] === 'ccomp' || relation[i] === 'xcomp' || relation[i] === 'obl:unmarked') relation[i] = 'obj'
  }
  for (let i = go - 1; i >= 0 && tokens.sentence[i] === sentence; i--) if (i !== verb && head[i] === go) head[i] = verb
}

/** Verbs that are nouns as well, and what envoys are due to do. */
const DUE = /^(?:travel|visit|return|leave|fly|talk|speak|address|host|brief|tour|meet|arrive|depart|release|answer)$/

/** "is due to travel to Norland": what is ahead, not a noun behind "due to". */
function mendDue(text: string, tokens: TokenTable, due: number, copy: () => Mended): void {
  const noun = due + 2
  if (wordAt(text, tokens, due + 1) !== 'to' || tokens.upos[noun] !== NOUN || tokens.head[due] !== noun) return
  if (!DUE.test(wordAt(text, tokens, noun))) return
  const { head, relation, upos, xpos } = copy()
  upos[noun] = VERB
  xpos[noun] = 'VB'
  upos[due] = ADJECTIVE
  relation[due] = 'advmod'
  head[due + 1] = noun
  relation[due + 1] = 'mark'
  for (let i = noun + 1; i < tokens.length && tokens.sentence[i] === tokens.sentence[noun]; i++)
    if (head[i] === noun && relation[i] === 'nmod') relation[i] = 'obl'
}

/** Farthest, in tokens, that "declared" may stand before "persona". */
const FARTHEST_DECLARED = 12

/** "declared the attaché persona non grata", "was declared persona non grata": three words for what somebody is declared. */
function mendPersona(text: string, tokens: TokenTable, persona: number, copy: () => Mended): void {
  const grata = persona + 2
  if (wordAt(text, tokens, persona + 1) !== 'non' || wordAt(text, tokens, grata) !== 'grata') return
  const sentence = tokens.sentence[persona]
  let verb = persona - 1
  while (verb >= 0 && persona - verb < FARTHEST_DECLARED && tokens.upos[verb] !== VERB) verb--
  if (verb < 0 || tokens.upos[verb] !== VERB || tokens.sentence[verb] !== sentence) return
  const { head, relation, upos } = copy()
  const isPart = (at: number) => at >= persona && at <= grata
  const whom = persona - 1
  const isNamed = whom > verb && (upos[whom] === NOUN || upos[whom] === PROPER) && isPart(head[whom]!)
  for (let i = verb + 1; i < tokens.length && tokens.sentence[i] === sentence; i++) {
    if (isPart(i) || !isPart(head[i]!)) continue
    if (isNamed && i < whom) head[i] = whom
    else head[i] = verb
    if (i === whom && isNamed) relation[i] = 'obj'
    else if (i > grata && relation[i] === 'nmod') relation[i] = 'obl'
  }
  head[persona] = verb
  relation[persona] = 'xcomp'
  upos[persona] = NOUN
  for (const rest of [persona + 1, grata]) {
    head[rest] = persona
    relation[rest] = 'flat'
  }
}

/** "that Norland hand over two officers": a name, then the verb with its particle. */
function mendHandOver(text: string, tokens: TokenTable, hand: number, copy: () => Mended): void {
  const over = hand + 1
  const subject = hand - 1
  if (tokens.upos[hand] !== NOUN || wordAt(text, tokens, over) !== 'over' || subject < 0) return
  if (tokens.head[subject] !== hand || tokens.relation[subject] !== 'compound') return
  const object = tokens.head[over]!
  const above = tokens.head[hand]!
  if (object <= over || (tokens.head[object] !== hand && tokens.head[object] !== above)) return
  const { head, relation, upos, xpos } = copy()
  // "insisted that Norland hand over two men": the clause and its mark were torn apart.
  if (tokens.head[object] !== hand) {
    relation[hand] = 'ccomp'
    head[object] = hand
    for (let i = above + 1; i < subject; i++)
      if (head[i] === object) {
        head[i] = hand
        relation[i] = 'mark'
      }
  }
  upos[hand] = VERB
  xpos[hand] = 'VB'
  relation[subject] = 'nsubj'
  head[over] = hand
  relation[over] = 'compound:prt'
  relation[object] = 'obj'
  for (let i = object + 1; i < tokens.length && tokens.sentence[i] === tokens.sentence[hand]; i++)
    if (head[i] === hand && relation[i] === 'nmod') relation[i] = 'obl'
}

const UNDERGONE = /^(?:freed|released|pardoned|arrested|detained|deported|jailed|expelled|acquitted)$/

/** "Among the freed is Jane Roe": what was done to her, read as a noun. */
function mendAmong(text: string, tokens: TokenTable, among: number, copy: () => Mended): void {
  const done = among + 2
  if (wordAt(text, tokens, among + 1) !== 'the' || !UNDERGONE.test(wordAt(text, tokens, done))) return
  if (tokens.relation[done] !== 'root' || tokens.upos[done] === VERB) return
  let subject = -1
  for (let i = done + 1; i < tokens.length && tokens.sentence[i] === tokens.sentence[done] && subject < 0; i++)
    if (tokens.head[i] === done && /^nsubj/.test(tokens.relation[i] ?? '')) subject = i
  if (subject < 0) return
  const { relation, upos, xpos } = copy()
  upos[done] = VERB
  xpos[done] = 'VBN'
  relation[subject] = 'nsubj:pass'
}

/** "asked six times for access": the phrase belongs to the verb. */
function mendTimes(text: string, tokens: TokenTable, times: number, copy: () => Mended): void {
  const verb = tokens.head[times]!
  if (verb < 0 || verb > times || tokens.upos[verb] !== VERB || !/^obl/.test(tokens.relation[times] ?? '')) return
  for (let i = times + 1; i < tokens.length && tokens.sentence[i] === tokens.sentence[times]; i++) {
    if (tokens.head[i] !== times || tokens.relation[i] !== 'nmod') continue
    if (!/^(?:for|to|with|in|from)$/.test(wordAt(text, tokens, times + 1))) return
    const { head, relation } = copy()
    head[i] = verb
    relation[i] = 'obl'
  }
}

const GIVING = /^(?:offer|grant|give|deny|promise|refuse)(?:s|d|ed|ing)?$|^(?:gave|given|denied|denies)$/

/** "offered the fugitive asylum", "granted the fallen minister immunity": whom it is given, and what. */
function mendGiven(text: string, tokens: TokenTable, gift: number, copy: () => Mended): void {
  const verb = tokens.head[gift]!
  const whom = gift - 1
  if (verb < 0 || verb >= whom || tokens.relation[gift] !== 'obj' || !GIVING.test(wordAt(text, tokens, verb))) return
  if (tokens.head[whom] !== gift || !/^(?:amod|compound)$/.test(tokens.relation[whom] ?? '')) return
  // "offered political asylum" has no article.
  let article = whom - 1
  while (article > verb && tokens.head[article] === gift && tokens.relation[article] !== 'det') article--
  const isTold =
    tokens.relation[article] === 'det' && tokens.head[article] === gift && wordAt(text, tokens, article) !== 'an'
  if (!isTold && tokens.upos[whom] !== PROPER) return
  const { head, relation, upos } = copy()
  if (upos[whom] === ADJECTIVE) upos[whom] = NOUN
  head[whom] = verb
  relation[whom] = 'iobj'
  for (let i = verb + 1; i < whom; i++) if (head[i] === gift) head[i] = whom
}
