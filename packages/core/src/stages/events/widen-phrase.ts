import { coverOf } from '../../model/index.ts'
import { people } from '../../ontology/index.ts'
import { spanOfTokens, tokensOfSpan } from '../../text/index.ts'
import { isOfNation } from './parties.ts'
import type { Phrase } from './phrases.ts'
import { isTimeWord, type RoleContext } from './role-context.ts'

/** The phrase with the words around it that tell who or where is meant. */
export function widenPhrase(cx: RoleContext, phrase: Phrase): Phrase {
  return located(cx, named(cx, phrase))
}

/** "the northern city of X", "X province", "thousands of Xs": who or where is meant stands below the head. */
function meant(cx: RoleContext, phrase: Phrase): Phrase {
  const { grammar, phrases, world } = cx
  const isPlaceNoun = world.isPlace(phrase.head) && grammar.upos(phrase.head) === 'NOUN'
  if (!isPlaceNoun && !world.isQuantity(phrase.head)) return phrase
  for (const child of grammar.tree.children(phrase.head)) {
    const rel = grammar.relation(child)
    const isOf = rel === 'nmod' && grammar.prepositions(child)[0] === 'of'
    if (!isOf && !(isPlaceNoun && (rel === 'compound' || rel === 'appos'))) continue
    const below = phrases.at(child)
    if (below.mention === null) continue
    // "some of them": whom the pronoun means may stand far off.
    if (grammar.upos(child) === 'PRON') {
      const own = spanOfTokens(grammar.tokens, child, child + 1)
      return {
        ...below,
        head: phrase.head,
        span: coverOf([phrase.span, own]) ?? phrase.span,
        headSpan: phrase.headSpan,
        count: phrase.count,
      }
    }
    return {
      ...below,
      head: phrase.head,
      span: coverOf([phrase.span, below.span]) ?? phrase.span,
      headSpan: phrase.headSpan,
      count: phrase.count ?? below.count,
    }
  }
  return phrase
}

/** Longest phrase, in tokens, that takes in its place: "opposition groups in Belmarra". */
const LONGEST_LOCATED = 9
/** Longest phrase, in tokens, that takes in a participle: "workers employed by the agency". */
const LONGEST_RESTRICTED = 14

/**
 * A nominal with what tells right behind it which one is meant: "authorities in Belmarra", "a worker for a company",
 * "units based in the north", "forces loyal to the general".
 */
function located(cx: RoleContext, phrase: Phrase): Phrase {
  const { grammar } = cx
  const { tokens, tree } = grammar
  const isThose = grammar.form(phrase.head) === 'those'
  if (phrase.mention?.form === 'name' || grammar.upos(phrase.head) === 'PROPN') return phrase
  if (grammar.upos(phrase.head) === 'PRON' && !isThose) return phrase
  const range = tokensOfSpan(tokens, phrase.span)
  let last = range.last
  for (const child of tree.children(phrase.head)) {
    if (child < phrase.head) continue
    const extent = tree.extent(child)
    if (extent.first !== last) continue
    const end = locates(cx, child) ? endOfPlaces(cx, child, extent.last) : extent.last
    const length = end - range.first
    if (length > LONGEST_LOCATED && !(restricts(cx, child) && length <= LONGEST_RESTRICTED)) continue
    if (!restricts(cx, child) && !locates(cx, child)) continue
    // "those affected in Belmarra"; "those freed" are told by the act itself.
    if (isThose && !isPlaced(cx, child)) continue
    last = end
    while (last > child + 1 && grammar.upos(last - 1) === 'PUNCT') last--
  }
  return last === range.last ? phrase : { ...phrase, span: spanOfTokens(tokens, range.first, last) }
}

/** "affected in Belmarra": the participle says where. */
function isPlaced(cx: RoleContext, participle: number): boolean {
  const { grammar, world } = cx
  return grammar.tree
    .children(participle)
    .some((one) => LOCATING.has(grammar.prepositions(one)[0] ?? '') && world.isPlace(one))
}

/** One past the last of the places in a row, without the clause that may hang on it: "in Belmarra and Norland, who". */
function endOfPlaces(cx: RoleContext, place: number, last: number): number {
  let end = place + 1
  for (const one of cx.grammar.conjuncts(place)) {
    const { span } = cx.phrases.at(one)
    end = Math.max(end, one + 1, tokensOfSpan(cx.grammar.tokens, span).last)
  }
  return Math.min(end, last)
}

/** "in Belmarra", "for a company". */
function locates(cx: RoleContext, phrase: number): boolean {
  const { grammar, world } = cx
  if (grammar.relation(phrase) !== 'nmod') return false
  const preposition = grammar.prepositions(phrase)[0]
  const head = grammar.head(phrase)
  const isThing = cx.phrases.at(head).mention === null && !world.isOf(head, people) && !world.isPlace(head)
  if (preposition === undefined || isTimeWord(cx, phrase)) return false
  if (!LOCATING.has(preposition) && !(isThing && FACING.has(preposition))) return false
  return world.isPlace(phrase) || world.isActor(phrase) || (isThing && isOfNation(cx, phrase))
}

/** "employed by the agency", "loyal to the general": no clause of its own, and nothing of when. */
function restricts(cx: RoleContext, word: number): boolean {
  const { grammar } = cx
  if (grammar.relation(word) === 'amod') return grammar.lemma(word) === 'loyal' || grammar.lemma(word) === 'close'
  if (grammar.tokens.relation[word] !== 'acl') return false
  const isStaying = grammar.tokens.xpos[word] === 'VBG' && STAYING.has(grammar.lemma(word))
  if (grammar.tokens.xpos[word] !== 'VBN' && !isStaying) return false
  return grammar.tree
    .children(word)
    .every(
      (child) => grammar.relation(child) !== 'nsubj' && grammar.relation(child) !== 'aux' && !isTimeWord(cx, child),
    )
}
/** "people living in camps": where they are. */
const STAYING = new Set('live reside stay work serve operate fight stand shelter camp face suffer wait'.split(' '))
/** "a war against Belmarra": whom a thing is about. */
const FACING = new Set(['against', 'on', 'with', 'by', 'between', 'among'])
const LOCATING = new Set('in of at near for from around within inside outside like along'.split(' '))

/** The titled name that starts with the token right behind a nominal. */
function nameFrom(cx: RoleContext, next: number, phrase: Phrase): Phrase | null {
  const { grammar, phrases } = cx
  const from = grammar.tokens.from[next]
  if (from !== phrase.span.to + 1) return null
  for (let i = next; i < next + 5 && grammar.tokens.sentence[i] === grammar.tokens.sentence[next]; i++) {
    const mention = phrases.mentionAt(i)
    if (mention?.form !== 'name' || mention.kind !== 'person' || mention.from !== from) continue
    if (grammar.relation(i) === 'nsubj') return null
    const name = phrases.at(i)
    return { ...name, head: phrase.head, span: coverOf([phrase.span, name.span]) ?? name.span, count: null }
  }
  return null
}

/** "key ally Belmarra": a name right behind a nominal that nobody else heads is who the nominal describes. */
function named(cx: RoleContext, phrase: Phrase): Phrase {
  const { grammar, phrases } = cx
  const own = phrase.mention === null ? meant(cx, phrase) : phrase
  if (own !== phrase) return own
  // "prize laureate Jane Roe": a noun that is no mention is who the name right behind it says.
  const isApposed = phrase.mention !== null || cx.grammar.tokens.relation[phrase.head + 1] === 'appos'
  if (!isApposed || (phrase.mention !== null && phrase.mention.form !== 'nominal')) return phrase
  const next = (phrase.mention?.head ?? phrase.head) + 1
  if (next >= grammar.tokens.length) return phrase
  // "her counterpart, Norlandish President Roe" without a comma.
  const beside = grammar.upos(next) === 'ADJ' || grammar.upos(next) === 'NOUN' ? nameFrom(cx, next, phrase) : null
  if (beside) return beside
  if (grammar.upos(next) !== 'PROPN' || grammar.prepositions(next).length > 0) return phrase
  if (grammar.tokens.from[next] !== phrase.span.to + 1) return phrase
  let top = next
  for (let steps = 0; steps < 3 && grammar.head(top) > next && grammar.upos(grammar.head(top)) === 'PROPN'; steps++)
    top = grammar.head(top)
  const name = phrases.at(top)
  if (name.mention?.form !== 'name' || name.span.from < phrase.span.to || grammar.relation(top) === 'nsubj')
    return phrase
  return { ...name, span: coverOf([phrase.span, name.span]) ?? name.span, count: null }
}
