import { BY_MEASURE, DETAINERS, DONE_TO_PEOPLE, ONLY_ACTIVE } from './grammar-words.ts'
import { nextAfter } from './next-after.ts'
import type { Words } from './words.ts'

/** Tells passive verbs and finds who is behind their "by". */
export interface Passives {
  isPassive(verb: number): boolean
  /** The phrase that says by whom; -1 where there is none. */
  byPhrase(verb: number): number
}

/** Reads passives; `ownSubject` gives the subject that hangs on a verb itself. */
export function createPassives(words: Words, ownSubject: (verb: number) => number): Passives {
  const { tokens, tree, lemma, form, upos, relation, head, xpos, childOf, prepositions, isNegated } = words
  const { isNominal, isVerbal } = words
  const passives = new Map<number, boolean>()

  function isPassive(verb: number): boolean {
    const known = passives.get(verb)
    if (known !== undefined) return known
    passives.set(verb, false)
    const made = findPassive(verb)
    passives.set(verb, made)
    return made
  }

  function findPassive(verb: number): boolean {
    let ownSubject = false
    let helped = false
    let marked = false
    for (const child of tree.children(verb)) {
      const rel = tokens.relation[child]
      if (rel === 'aux:pass' || (rel === 'obl:agent' && !isMeasure(child))) return true
      if (rel === 'nsubj:pass' || rel === 'csubj:pass') marked = true
      if (rel === 'nsubj') ownSubject = true
      if (rel === 'aux' && (lemma(child) === 'have' || lemma(child) === 'do' || lemma(child) === 'will')) helped = true
    }
    // A subject marked as passive without "be", after "have", is a slip of the parser ("has surrendered").
    if (marked) return !helped && !ONLY_ACTIVE.has(lemma(verb))
    const tag = xpos(verb)
    if (tag !== 'VBN' && tag !== 'VBD') return false
    const rel = tokens.relation[verb] ?? ''
    if (rel === 'conj' && !ownSubject && !helped && childOf(verb, 'obj') < 0) {
      const first = head(verb)
      if (first >= 0 && isPassive(first)) return true
    }
    if (ownSubject && !helped && !isNegated(verb) && isHeadlinePassive(verb)) return true
    if (tag !== 'VBN' || ownSubject || helped) return false
    if (rel === 'ccomp' && isHeadlinePassive(verb)) return true
    return rel === 'acl' || rel === 'amod' || rel === 'advcl' || (rel !== 'conj' && byPhrase(verb) >= 0)
  }

  /** "Three fishermen freed in Hodan": a headline's verb of what is done to people, without anybody it would be done to. */
  function isHeadlinePassive(verb: number): boolean {
    if (!DONE_TO_PEOPLE.has(lemma(verb)) || !/^(?:root|ccomp|parataxis)$/.test(relation(verb))) return false
    for (const child of tree.children(verb)) {
      const rel = relation(child)
      if (rel === 'obj' || rel === 'ccomp' || rel === 'xcomp' || rel === 'iobj' || rel === 'cc') return false
      if (rel === 'conj' && isVerbal(child)) return false
    }
    return (
      nextAfter({ tokens, form, upos, relation, head, isNominal }, verb) < 0 && !DETAINERS.has(lemma(ownSubject(verb)))
    )
  }

  /** "by force", "by plane"; not "by the Armed Police Force". */
  function isMeasure(index: number): boolean {
    return BY_MEASURE.has(lemma(index)) && !(lemma(index) === 'force' && childOf(index, 'det') >= 0)
  }

  function byPhrase(verb: number): number {
    for (const child of tree.children(verb)) {
      const rel = tokens.relation[child] ?? ''
      if (rel === 'obl:agent' && !isMeasure(child)) return child
      if (relation(child) === 'obl' && prepositions(child)[0] === 'by' && upos(child) !== 'NUM' && !isMeasure(child))
        return child
    }
    // "released from captivity by the rebels", "held captive by them": the parser may hang the doer on what stands before.
    for (const child of tree.children(verb)) {
      const isState = tokens.relation[child] === 'xcomp' && upos(child) === 'ADJ'
      if (child < verb || (relation(child) !== 'obl' && !isState)) continue
      for (const below of tree.children(child))
        if (relation(below) === (isState ? 'obl' : 'nmod') && prepositions(below)[0] === 'by' && !isMeasure(below))
          return below
    }
    return -1
  }

  return { isPassive, byPhrase }
}
