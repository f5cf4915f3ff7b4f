import { type TokenTable, UPOS, type Upos } from '../../model/index.ts'
import { people, politicalWords } from '../../ontology/index.ts'
import { baseRelation, createTree, type Tree } from '../../text/index.ts'
import { conjunctsOf } from './conjuncts.ts'
import { askedOf, controllerOf, controllerPast, facingOf, NOBODY, predicatedOf, writerBefore } from './control.ts'
import { standsInDateline } from './datelines.ts'
import { governingOf, governsInfinitive } from './governors.ts'
import {
  BY_MEASURE,
  CONFINING,
  DETAINERS,
  DONE_TO_PEOPLE,
  JUDGED,
  MAX_DEPTH,
  NEGATIONS,
  OBJECT_CLAUSE,
  ONLY_ACTIVE,
  QUANTIFYING,
  singular,
  VOICING,
  wholeOf,
} from './grammar-words.ts'
import { RELATIVE_WORDS, SAYING_NOUNS } from './lexicon.ts'
import { nextAfter } from './next-after.ts'

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
  const tree = createTree(tokens)
  const lemmas: string[] = new Array(tokens.length)
  const passives = new Map<number, boolean>()
  const subjects = new Map<number, number>()

  const lemma = (index: number): string => {
    const known = lemmas[index]
    if (known !== undefined) return known
    const tag = tokens.upos[index]
    const whole = wholeOf({ tokens, form }, index)
    if (whole !== '') {
      lemmas[index] = whole
      return whole
    }
    let made = (tag === 15 ? forms?.get(form(index)) : undefined) ?? (tokens.lemma[index] ?? '').toLowerCase()
    if (tokens.xpos[index] === 'NNS' && made === form(index)) made = singular(made)
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
      // Whoever follows "according to" speaks and has no part in what happened.
      if (form(child) === 'according' || (form(child) === 'to' && child > 0 && form(child - 1) === 'according'))
        return ['according to']
      // "in return for the men": what is paid with has no part in what is paid.
      found.push(/^(?:return|exchange)$/.test(form(child - 1)) ? 'in return for' : form(child))
      for (const part of tree.children(child)) if (relation(part) === 'fixed') found.push(form(part))
    }
    // "with President Jane Roe": the parser may hang the preposition on the title.
    if (found.length === 0) {
      for (const child of tree.children(index)) {
        if (child > index) break
        const rel = tokens.relation[child]
        if (rel !== 'nmod:desc' && rel !== 'compound' && rel !== 'amod') continue
        for (const below of tree.children(child))
          if (relation(below) === 'case' && upos(below) === 'ADP') found.push(form(below))
      }
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
    let marked = false
    for (const child of tree.children(verb)) {
      const rel = tokens.relation[child]
      if (rel === 'aux:pass' || rel === 'obl:agent') return true
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

  function byPhrase(verb: number): number {
    for (const child of tree.children(verb)) {
      const rel = tokens.relation[child] ?? ''
      if (rel === 'obl:agent') return child
      if (
        relation(child) === 'obl' &&
        prepositions(child)[0] === 'by' &&
        upos(child) !== 'NUM' &&
        !BY_MEASURE.has(lemma(child))
      )
        return child
    }
    // "released from captivity by the rebels", "held captive by them": the parser may hang the doer on what stands before.
    for (const child of tree.children(verb)) {
      const isState = tokens.relation[child] === 'xcomp' && upos(child) === 'ADJ'
      if (child < verb || (relation(child) !== 'obl' && !isState)) continue
      for (const below of tree.children(child))
        if (
          relation(below) === (isState ? 'obl' : 'nmod') &&
          prepositions(below)[0] === 'by' &&
          !BY_MEASURE.has(lemma(below))
        )
          return below
    }
    return -1
  }

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

  function surfaceSubject(verb: number): number {
    const known = subjects.get(verb)
    if (known !== undefined) return known
    subjects.set(verb, -1)
    const made = findSubject(verb, 0)
    subjects.set(verb, made)
    return made
  }

  const isSomebody = (index: number): boolean =>
    upos(index) === 'PROPN' || upos(index) === 'PRON' || upos(index) === 'NUM' || isHuman(index)
  const control = {
    lemma,
    form,
    relation,
    head,
    isPassive,
    undergoer,
    surfaceSubject,
    recipient,
    xpos,
    prepositions,
    isNominal,
    isVerbal,
    isInfinitive,
    upos,
    childOf,
    isSomebody,
    children: (index: number) => tree.children(index),
  }

  function findSubject(verb: number, depth: number): number {
    if (verb < 0 || depth > MAX_DEPTH) return -1
    const own = ownSubject(verb)
    const rel = tokens.relation[verb] ?? ''
    const above = head(verb)
    if (own < 0 && depth === 0 && isFiniteForm(verb) && rel !== 'conj' && rel !== 'acl:relcl' && !isPassive(verb)) {
      const near = nearestBefore(verb)
      if (near >= 0) return near
    }
    if (own >= 0 && isDateline(own)) {
      const near = nearestBefore(verb)
      if (near >= 0) return near
    }
    if (own >= 0) {
      const clause = relativeClauseOf(verb, depth)
      if (RELATIVE_WORDS.has(form(own)) && clause >= 0) return antecedent(clause)
      return own
    }
    if (above < 0) return -1
    const noun = governedNoun(verb)
    if (noun >= 0) return holderOf(noun, depth + 1)
    // "Roe, whose plea was turned down, denied all": behind a comma and with no "and" the main verb.
    if (rel === 'conj' && tokens.relation[above] === 'acl:relcl' && form(verb - 1) === ',' && childOf(verb, 'cc') < 0)
      return head(above)
    if (rel === 'conj') return isVerbal(above) ? findSubject(above, depth + 1) : -1
    if (rel === 'xcomp') return controller(above, verb, depth + 1)
    if (rel === 'acl:relcl') return antecedent(verb)
    if (rel === 'acl') {
      const past = controllerPast(control, above, verb)
      if (past >= 0) return past
      const writer = writerBefore(control, verb)
      if (writer >= 0) return writer
      if (xpos(verb) === 'VBG' || xpos(verb) === 'VBN') {
        // "has been a donor, giving millions": the predicate's subject gives.
        const subject = childOf(above, 'cop') >= 0 ? ownSubject(above) : -1
        if (subject >= 0) return subject
        const sayer = SAYING_NOUNS.has(lemma(above)) && xpos(verb) === 'VBG' ? holderOf(above, depth + 1) : -1
        if (sayer >= 0) return sayer
        // "blocked roads demanding ...": roads demand nothing.
        const governor = head(above)
        const isMute = xpos(verb) === 'VBG' && VOICING.has(lemma(verb)) && upos(above) === 'NOUN' && !isHuman(above)
        const voice = isMute && isVerbal(governor) ? findSubject(governor, depth + 1) : -1
        if (voice >= 0) return voice
        return xpos(verb) === 'VBN' && CONFINING.has(lemma(verb)) ? somebodyOf(above, verb) : above
      }
      return holderOf(above, depth + 1)
    }
    if (rel === 'advcl') {
      const facing = facingOf(control, verb, above)
      if (facing >= 0) return facing
      const called = askedOf(control, above)
      if (called >= 0) return called
      const writer = writerBefore(control, verb)
      if (writer >= 0) return writer
      if (!isVerbal(above)) return ownSubject(above)
      const controlled = controllerOf(control, above, verb)
      if (controlled === NOBODY) return -1
      return controlled >= 0 ? controlled : findSubject(above, depth + 1)
    }
    if (rel === 'ccomp' && xpos(verb) !== 'VBD' && xpos(verb) !== 'VBZ' && xpos(verb) !== 'VBP')
      return controller(above, verb, depth + 1)
    return -1
  }

  function isHuman(noun: number): boolean {
    return people.lemmas.has(lemma(noun)) || politicalWords.lemmas.has(lemma(noun))
  }

  /** "efforts to win": the noun right before an infinitive that such nouns govern, however the parser hung it. */
  function governedNoun(verb: number): number {
    if (verb < 2 || form(verb - 1) !== 'to' || head(verb - 1) !== verb) return -1
    const noun = verb - 2
    return upos(noun) === 'NOUN' && tokens.sentence[noun] === tokens.sentence[verb] && governsInfinitive(lemma(noun))
      ? noun
      : -1
  }

  function isInfinitive(verb: number): boolean {
    if (tree.children(verb).some((child) => relation(child) === 'mark' && form(child) === 'to')) return true
    // "due to be signed": read as the preposition "due to".
    const above = head(verb)
    return (
      above >= 0 &&
      tokens.relation[verb] === 'advcl' &&
      tree.children(above).some((child) => child < verb && relation(child) === 'fixed' && form(child) === 'to')
    )
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

  function isFiniteForm(verb: number): boolean {
    const tag = xpos(verb)
    if (tag === 'VBZ' || tag === 'VBP') return true
    if (tag !== 'VBD' && tag !== 'VBN') return false
    return tag === 'VBD' || tree.children(verb).some((child) => relation(child) === 'aux' && lemma(child) === 'have')
  }

  /**
   * The nominal just left of a finite verb whose subject the parser lost ("over 70 nurses marched"). -1 where a
   * clause or a preposition stands between.
   */
  function nearestBefore(verb: number): number {
    let at = verb - 1
    while (
      at >= 0 &&
      tokens.sentence[at] === tokens.sentence[verb] &&
      (upos(at) === 'ADV' || upos(at) === 'AUX' || upos(at) === 'PART')
    )
      at--
    for (let steps = 0; steps < 4 && at >= 0; steps++) {
      if (tokens.sentence[at] !== tokens.sentence[verb]) return -1
      const tag = upos(at)
      if (tag !== 'NOUN' && tag !== 'PROPN' && tag !== 'PRON') return -1
      let top = at
      for (let up = 0; up < 4; up++) {
        const above = head(top)
        if (above < 0 || above >= verb || !isNominal(above) || isDateline(above)) break
        top = above
      }
      const first = firstCase(top)
      if (first < 0 || childOf(top, 'nummod') >= 0 || QUANTIFYING.has(form(first))) return top
      // Past a prepositional phrase the subject stands further left.
      at = first - 1
    }
    return -1
  }

  function firstCase(index: number): number {
    for (const child of tree.children(index))
      if (relation(child) === 'case' && form(child) !== "'s" && form(child) !== '’s') return child
    return -1
  }

  const isDateline = (index: number): boolean => standsInDateline({ text, tokens, form, upos }, index)

  function isNominal(index: number): boolean {
    const tag = upos(index)
    return tag === 'NOUN' || tag === 'PROPN' || tag === 'PRON' || tag === 'NUM'
  }

  /** The relative clause that a verb heads or is coordinated into; -1 where none. */
  function relativeClauseOf(verb: number, depth: number): number {
    const rel = tokens.relation[verb] ?? ''
    if (rel === 'acl:relcl') return verb
    if (depth > MAX_DEPTH) return -1
    if (rel === 'conj' || rel === 'xcomp' || rel === 'ccomp') return relativeClauseOf(head(verb), depth + 1)
    return -1
  }

  /** "the release of a student who had been held": who stands for somebody, though the parser hung it on a thing. */
  function antecedent(clause: number): number {
    const noun = head(clause)
    return tree.children(clause).some((child) => form(child) === 'who' || form(child) === 'whom')
      ? somebodyOf(noun, clause)
      : noun
  }

  function somebodyOf(noun: number, before: number): number {
    if (noun < 0 || upos(noun) !== 'NOUN' || isHuman(noun)) return noun
    let found = noun
    for (const child of tree.children(noun))
      if (
        relation(child) === 'nmod' &&
        child < before &&
        prepositions(child)[0] === 'of' &&
        (isHuman(child) || upos(child) === 'PROPN')
      )
        found = child
    return found
  }

  function controller(verb: number, clause: number, depth: number): number {
    const called = askedOf(control, verb)
    if (called >= 0) return called
    // "asked for the crew to be freed", "waited for them to leave"
    for (const child of tree.children(verb)) {
      if (relation(child) !== 'obl' || prepositions(child)[0] !== 'for') continue
      const next = tree.extent(child).last
      if (form(next) === 'to' && tree.children(verb).some((clause) => head(next) === clause)) return child
    }
    const controlled = controllerOf(control, verb, clause)
    if (controlled !== -1) return Math.max(controlled, -1)
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
    // "a Norlandish offer to mediate": the nation whose offer it is.
    for (const child of tree.children(noun))
      if (
        relation(child) === 'amod' &&
        child < noun &&
        /^\p{Lu}/u.test(text.slice(tokens.from[child], tokens.to[child]))
      )
        return child
    // "Norway plans to": a plural verb read as a noun has its subject as a compound.
    for (const child of tree.children(noun)) if (relation(child) === 'compound' && upos(child) === 'PROPN') return child
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
    // "arrested and jailed 14 people": the object stands with the last verb.
    for (const child of tree.children(verb)) {
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

  const conjuncts = (index: number): readonly number[] => conjunctsOf(tokens, tree, index)

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
    governedNoun,
    isInfinitive,
    clauseHead,
  }
}
