import { predicatedOf } from './control.ts'
import type { Grammar } from './grammar.ts'
import { BY_MEASURE, JUDGED } from './grammar-words.ts'
import { RELATIVE_WORDS } from './lexicon.ts'
import { nextAfter } from './next-after.ts'
import type { Words } from './words.ts'

/** What else the finding of objects asks of the grammar. */
interface ObjectInput extends Pick<Grammar, 'isPassive' | 'surfaceSubject'> {
  ownSubject(verb: number): number
}

/** Finds whom a verb is done to: the object of an active verb, the subject of a passive one; -1 where nobody is. */
export function createObjects(words: Words, input: ObjectInput): (verb: number) => number {
  const { tokens, tree, lemma, form, upos, relation, head, childOf, isNominal, isVerbal } = words
  const { isPassive, surfaceSubject, ownSubject } = input

  function undergoer(verb: number): number {
    if (isPassive(verb)) {
      const subject = surfaceSubject(verb)
      return subject
    }
    let relative = -1
    let object = -1
    for (const child of tree.children(verb)) {
      if (relation(child) === 'obj') {
        if (RELATIVE_WORDS.has(form(child)) && tokens.relation[verb] === 'acl:relcl') relative = head(verb)
        // Of two objects the later one where the first is a measure that the parser did not place ("2-year-old sanctions").
        else if (object < 0 || isMeasure(object)) object = child
      } else if (object < 0 && relation(child) === 'obl' && isUpTo(verb, child)) object = child
    }
    if (object >= 0) return judgedOf(object)
    if (relative >= 0) return relative
    if (tokens.relation[verb] === 'acl:relcl') {
      const own = ownSubject(verb)
      if (
        own >= 0 &&
        !RELATIVE_WORDS.has(form(own)) &&
        !tree.children(verb).some((child) => relation(child) === 'ccomp')
      )
        return predicatedOf({ childOf, ownSubject, upos }, head(verb))
    }
    // "arrested and jailed 14 people": the object stands with the last verb; not "said he was ill and met the envoy".
    for (const child of tree.children(verb)) {
      if (relation(child) === 'ccomp') break
      if (relation(child) === 'conj' && isVerbal(child) && ownSubject(child) < 0) {
        const shared = childOf(child, 'obj')
        if (shared >= 0) return shared
      }
    }
    return nextAfter({ tokens, form, upos, relation, head, isNominal }, verb)
  }

  /** "found Roe guilty": the parser may make Roe a part of what she is found. */
  function judgedOf(object: number): number {
    if (!JUDGED.has(form(object))) return object
    for (const child of tree.children(object))
      if (
        child < object &&
        /^(?:compound|nsubj|nmod|dep|nmod:poss)$/.test(tokens.relation[child] ?? '') &&
        isNominal(child)
      )
        return child
    return object
  }

  function isMeasure(index: number): boolean {
    return upos(index) === 'NUM' || upos(index) === 'ADJ' || BY_MEASURE.has(lemma(index)) || /-old$/.test(form(index))
  }

  /** "lend up to 1 billion": parsers make a particle of "up" and an oblique of the object. */
  function isUpTo(verb: number, phrase: number): boolean {
    if (childOf(phrase, 'nummod') < 0) return false
    for (const child of tree.children(verb)) {
      if (tokens.relation[child] === 'compound:prt' && form(child) === 'up' && form(child + 1) === 'to')
        return child + 1 < phrase
    }
    return false
  }

  return undergoer
}
