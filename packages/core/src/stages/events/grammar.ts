import type { TokenTable, Upos } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import { conjunctsOf } from './conjuncts.ts'
import { governingOf, governsInfinitive } from './governors.ts'
import { OBJECT_CLAUSE } from './grammar-words.ts'
import { OBJECT_CONTROL } from './lexicon.ts'
import { createObjects } from './objects.ts'
import { createPassives } from './passives.ts'
import { createSubjects } from './subjects.ts'
import { createWords } from './words.ts'

/** Grammatical relations of a document as the events stage asks for them. Token indices; -1 where there is none. */
export interface Grammar {
  readonly text: string
  readonly tokens: TokenTable
  readonly tree: Tree
  lemma(index: number): string
  form(index: number): string
  upos(index: number): Upos
  /** Relation without subtype. */
  relation(index: number): string
  head(index: number): number
  childOf(index: number, relation: string): number
  /** Case words of a phrase in lower case ("out", "of"); empty for none. */
  prepositions(index: number): readonly string[]
  isPassive(verb: number): boolean
  /** Who the verb's grammatical subject is, through control, coordination and relative clauses. */
  surfaceSubject(verb: number): number
  /** Who does it: the subject of an active verb, the by-agent of a passive one. */
  doer(verb: number): number
  /** Whom it is done to: the object of an active verb, the subject of a passive one. */
  undergoer(verb: number): number
  recipient(verb: number): number
  /** Head of the clausal complement. */
  clause(index: number): number
  /** The phrase and what is coordinated with it, in text order. */
  conjuncts(index: number): readonly number[]
  isNegated(index: number): boolean
  /** The noun that governs an infinitive right after it ("efforts to win"); -1 where none. */
  governedNoun(verb: number): number
  /** Whether the verb has "to" as its mark. */
  isInfinitive(verb: number): boolean
  /**
   * The word that governs a clause: its head, but the verb where the parser hung a that-clause on the verb's object
   * ("promised the bishop that it would free them").
   */
  clauseHead(index: number): number
}

/**
 * Reads relations off the trees of a document. Everything is found on demand and kept; no step searches a sentence.
 * `forms` gives lemmas of regular verb forms, which win over the lemmas of the token table.
 */
export function createGrammar(text: string, tokens: TokenTable, forms?: ReadonlyMap<string, string>): Grammar {
  const words = createWords(text, tokens, forms)
  const { tree, lemma, form, upos, relation, head, xpos, childOf, prepositions, isNominal, isVerbal } = words
  const { isDateline, isInfinitive, isNegated } = words
  const { isPassive, byPhrase } = createPassives(words, ownSubject)
  const surfaceSubject = createSubjects(words, {
    isPassive,
    byPhrase,
    ownSubject,
    recipient,
    governedNoun,
    // Subjects and objects are found through each other.
    undergoer: (verb) => undergoer(verb),
  })
  const undergoer = createObjects(words, { isPassive, surfaceSubject, ownSubject })

  /** Of two a dateline is no subject, nor the name of one before a plural that agrees ("..., Jane Roe, 30 men were freed"). */
  function ownSubject(verb: number): number {
    let found = -1
    for (const child of tree.children(verb)) {
      if (relation(child) !== 'nsubj') continue
      const isLater =
        found >= 0 && child < verb && (isDateline(found) || (xpos(found) === 'NNP' && agrees(child, verb)))
      if (found < 0 || isLater) found = child
    }
    return found
  }

  function agrees(plural: number, verb: number): boolean {
    if (xpos(plural) !== 'NNS') return false
    return tree.children(verb).some((child) => relation(child) === 'aux' && /^(?:have|are|were)$/.test(form(child)))
  }

  /** "efforts to win": the noun right before an infinitive that such nouns govern, however the parser hung it. */
  function governedNoun(verb: number): number {
    if (verb < 2 || form(verb - 1) !== 'to' || head(verb - 1) !== verb) return -1
    const noun = verb - 2
    return upos(noun) === 'NOUN' && tokens.sentence[noun] === tokens.sentence[verb] && governsInfinitive(lemma(noun))
      ? noun
      : -1
  }

  function clauseHead(index: number): number {
    const above = head(index)
    if (above < 0 || tokens.relation[index] !== 'acl' || !isNominal(above)) return above
    const rel = relation(above)
    const verb = head(above)
    if ((rel !== 'obj' && rel !== 'iobj' && rel !== 'obl') || verb < 0 || !isVerbal(verb)) return above
    // "asked for the crew to be freed"
    if (rel === 'obl' && prepositions(above)[0] === 'for' && isInfinitive(index)) return verb
    // "wants the forces to withdraw"
    if (rel === 'obj' && lemma(verb) === 'want' && isInfinitive(index)) return verb
    if (governingOf(lemma(above)) || !OBJECT_CLAUSE.has(lemma(verb))) return above
    return tree.children(index).some((child) => relation(child) === 'mark' && form(child) === 'that') ? verb : above
  }

  function doer(verb: number): number {
    return isPassive(verb) ? byPhrase(verb) : surfaceSubject(verb)
  }

  function recipient(verb: number): number {
    return childOf(verb, 'iobj')
  }

  function clause(index: number): number {
    let found = -1
    for (const child of tree.children(index)) {
      const rel = tokens.relation[child]
      if (rel === 'xcomp' || rel === 'ccomp') return child
      if (found < 0 && (rel === 'acl' || rel === 'advcl') && hasTo(child)) found = child
    }
    if (found >= 0 || !OBJECT_CONTROL.has(lemma(index))) return found
    // "ordered the son of Roe to pay": the parser may hang the clause on who is ordered.
    const object = childOf(index, 'obj')
    if (object < 0 || !(words.isHuman(object) || upos(object) === 'PROPN')) return -1
    return tree.children(object).find((child) => tokens.relation[child] === 'acl' && hasTo(child)) ?? -1
  }

  function hasTo(verb: number): boolean {
    for (const child of tree.children(verb)) if (relation(child) === 'mark') return form(child) === 'to'
    return false
  }

  const conjuncts = (index: number): readonly number[] => conjunctsOf(tokens, tree, index)

  return {
    text,
    tokens,
    tree,
    lemma,
    form,
    upos,
    relation,
    head,
    childOf,
    prepositions,
    isPassive,
    surfaceSubject,
    doer,
    undergoer,
    recipient,
    clause,
    conjuncts,
    isNegated,
    governedNoun,
    isInfinitive,
    clauseHead,
  }
}
