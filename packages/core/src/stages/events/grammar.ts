import { type TokenTable, UPOS, type Upos } from '../../model/index.ts'
import { baseRelation, createTree, type Tree } from '../../text/index.ts'
import { OBJECT_CONTROL, RELATIVE_WORDS } from './lexicon.ts'

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
}

const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor', 'hardly', 'no-longer', 'nt'])
/** How far control and coordination are followed. Deeper chains are parse errors. */
const MAX_DEPTH = 6

/** Reads relations off the trees of a document. Everything is found on demand and kept; no step searches a sentence. */
export function createGrammar(text: string, tokens: TokenTable): Grammar {
  const tree = createTree(tokens)
  const lemmas: string[] = new Array(tokens.length)
  const passives = new Map<number, boolean>()
  const subjects = new Map<number, number>()

  const lemma = (index: number): string => {
    const known = lemmas[index]
    if (known !== undefined) return known
    const made = (tokens.lemma[index] ?? '').toLowerCase()
    lemmas[index] = made
    return made
  }
  const form = (index: number): string => text.slice(tokens.from[index], tokens.to[index]).toLowerCase()
  const upos = (index: number): Upos => UPOS[tokens.upos[index] ?? 16] ?? 'X'
  const relation = (index: number): string => baseRelation(tokens, index)
  const head = (index: number): number => tokens.head[index] ?? -1
  const xpos = (index: number): string => tokens.xpos[index] ?? ''

  function childOf(index: number, wanted: string): number {
    for (const child of tree.children(index)) if (tokens.relation[child] === wanted) return child
    return -1
  }

  function prepositions(index: number): readonly string[] {
    const found: string[] = []
    for (const child of tree.children(index)) {
      if (relation(child) !== 'case') continue
      found.push(form(child))
      for (const part of tree.children(child)) if (relation(part) === 'fixed') found.push(form(part))
    }
    // "around the world" and the like have one; a phrase with none may inherit that of its first conjunct.
    if (found.length === 0 && relation(index) === 'conj') return prepositions(head(index))
    return found
  }

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
    for (const child of tree.children(verb)) {
      const rel = tokens.relation[child]
      if (rel === 'aux:pass' || rel === 'nsubj:pass' || rel === 'csubj:pass' || rel === 'obl:agent') return true
      if (rel === 'nsubj') ownSubject = true
      if (rel === 'aux' && (lemma(child) === 'have' || lemma(child) === 'do' || lemma(child) === 'will')) helped = true
    }
    const tag = xpos(verb)
    if (tag !== 'VBN' && tag !== 'VBD') return false
    const rel = tokens.relation[verb] ?? ''
    if (rel === 'conj' && !ownSubject && !helped) {
      const first = head(verb)
      if (first >= 0 && isPassive(first)) return true
    }
    if (tag !== 'VBN' || ownSubject || helped) return false
    return rel === 'acl' || rel === 'amod' || rel === 'advcl' || (rel !== 'conj' && byPhrase(verb) >= 0)
  }

  function byPhrase(verb: number): number {
    for (const child of tree.children(verb)) {
      const rel = tokens.relation[child] ?? ''
      if (rel === 'obl:agent') return child
      if (relation(child) === 'obl' && prepositions(child)[0] === 'by' && upos(child) !== 'NUM') return child
    }
    return -1
  }

  function ownSubject(verb: number): number {
    for (const child of tree.children(verb)) if (relation(child) === 'nsubj') return child
    return -1
  }

  function surfaceSubject(verb: number): number {
    const known = subjects.get(verb)
    if (known !== undefined) return known
    subjects.set(verb, -1)
    const made = findSubject(verb, 0)
    subjects.set(verb, made)
    return made
  }

  function findSubject(verb: number, depth: number): number {
    if (verb < 0 || depth > MAX_DEPTH) return -1
    const own = ownSubject(verb)
    const rel = tokens.relation[verb] ?? ''
    const above = head(verb)
    if (own >= 0) {
      const clause = relativeClauseOf(verb, depth)
      if (RELATIVE_WORDS.has(form(own)) && clause >= 0) return antecedent(clause)
      return own
    }
    if (above < 0) return -1
    if (rel === 'conj') return isVerbal(above) ? findSubject(above, depth + 1) : -1
    if (rel === 'xcomp') return controller(above, depth + 1)
    if (rel === 'acl:relcl') return antecedent(verb)
    if (rel === 'acl') {
      if (xpos(verb) === 'VBG' || xpos(verb) === 'VBN') return above
      return holderOf(above, depth + 1)
    }
    if (rel === 'advcl') {
      const called = askedOf(above)
      if (called >= 0) return called
      return isVerbal(above) ? findSubject(above, depth + 1) : ownSubject(above)
    }
    if (rel === 'ccomp' && xpos(verb) !== 'VBD' && xpos(verb) !== 'VBZ' && xpos(verb) !== 'VBP')
      return controller(above, depth + 1)
    return -1
  }

  /** The relative clause that a verb heads or is coordinated into; -1 where none. */
  function relativeClauseOf(verb: number, depth: number): number {
    const rel = tokens.relation[verb] ?? ''
    if (rel === 'acl:relcl') return verb
    if (depth > MAX_DEPTH) return -1
    if (rel === 'conj' || rel === 'xcomp' || rel === 'ccomp') return relativeClauseOf(head(verb), depth + 1)
    return -1
  }

  function antecedent(clause: number): number {
    return head(clause)
  }

  /** "called on them to leave": the one called on. */
  function askedOf(verb: number): number {
    const word = lemma(verb)
    if (word !== 'call' && word !== 'appeal' && word !== 'plead' && word !== 'rely') return -1
    for (const child of tree.children(verb)) {
      if (relation(child) !== 'obl') continue
      const preposition = prepositions(child)[0]
      if (preposition === 'on' || preposition === 'to' || preposition === 'upon' || preposition === 'with') return child
    }
    return -1
  }

  function controller(verb: number, depth: number): number {
    const called = askedOf(verb)
    if (called >= 0) return called
    if (OBJECT_CONTROL.has(lemma(verb))) {
      const asked = undergoer(verb)
      if (asked >= 0) return asked
    }
    if (!isVerbal(verb)) {
      const own = ownSubject(verb)
      if (own >= 0) return RELATIVE_WORDS.has(form(own)) && tokens.relation[verb] === 'acl:relcl' ? head(verb) : own
    }
    return findSubject(verb, depth)
  }

  /** Whose plan, agreement, offer it is: possessor, or the subject of the verb that governs the noun. */
  function holderOf(noun: number, depth: number): number {
    const possessor = childOf(noun, 'nmod:poss')
    if (possessor >= 0) return possessor
    const above = head(noun)
    const rel = relation(noun)
    if (above >= 0 && (rel === 'obj' || rel === 'obl') && isVerbal(above)) {
      return isPassive(above) ? byPhrase(above) : findSubject(above, depth + 1)
    }
    return -1
  }

  function isVerbal(index: number): boolean {
    const tag = tokens.upos[index]
    return tag === 15 || tag === 3
  }

  function doer(verb: number): number {
    return isPassive(verb) ? byPhrase(verb) : surfaceSubject(verb)
  }

  function undergoer(verb: number): number {
    if (isPassive(verb)) {
      const subject = surfaceSubject(verb)
      return subject
    }
    let relative = -1
    for (const child of tree.children(verb)) {
      if (relation(child) === 'obj') {
        if (RELATIVE_WORDS.has(form(child)) && tokens.relation[verb] === 'acl:relcl') relative = head(verb)
        else return child
      }
    }
    if (relative >= 0) return relative
    if (tokens.relation[verb] === 'acl:relcl') {
      const own = ownSubject(verb)
      if (
        own >= 0 &&
        !RELATIVE_WORDS.has(form(own)) &&
        !tree.children(verb).some((child) => relation(child) === 'ccomp')
      )
        return head(verb)
    }
    // "arrested and jailed 14 people": the object stands with the last verb.
    for (const child of tree.children(verb)) {
      if (relation(child) === 'conj' && isVerbal(child) && ownSubject(child) < 0) {
        const shared = childOf(child, 'obj')
        if (shared >= 0) return shared
      }
    }
    return -1
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
    return found
  }

  function hasTo(verb: number): boolean {
    for (const child of tree.children(verb)) if (relation(child) === 'mark') return form(child) === 'to'
    return false
  }

  function conjuncts(index: number): readonly number[] {
    const found = [index]
    for (const child of tree.children(index)) {
      if (tokens.relation[child] === 'conj' && !isVerbal(child)) found.push(child)
    }
    return found
  }

  function isNegated(index: number): boolean {
    for (const child of tree.children(index)) {
      const rel = relation(child)
      if ((rel === 'advmod' || rel === 'aux' || rel === 'cc' || rel === 'det') && NEGATIONS.has(form(child)))
        return true
      if (rel === 'det' && form(child) === 'no') return true
      if (rel === 'nsubj' && (form(child) === 'nobody' || form(child) === 'none' || isNegated(child))) return true
    }
    return false
  }

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
  }
}
