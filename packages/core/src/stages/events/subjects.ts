import { askedOf, controllerOf, controllerPast, facingOf, NOBODY, writerBefore } from './control.ts'
import type { Grammar } from './grammar.ts'
import { CONFINING, MAX_DEPTH, QUANTIFYING, VOICING } from './grammar-words.ts'
import { RELATIVE_WORDS, SAYING_NOUNS } from './lexicon.ts'
import type { Passives } from './passives.ts'
import type { Words } from './words.ts'

/** What else the finding of subjects asks of the grammar. */
interface SubjectInput extends Passives, Pick<Grammar, 'undergoer' | 'recipient' | 'governedNoun'> {
  ownSubject(verb: number): number
}

/** Finds who a verb's grammatical subject is, through control, coordination and relative clauses; -1 where nobody is. */
export function createSubjects(words: Words, input: SubjectInput): (verb: number) => number {
  const { text, tokens, tree, lemma, form, upos, relation, head, xpos, childOf, prepositions } = words
  const { isNominal, isVerbal, isHuman, isDateline } = words
  const { isPassive, byPhrase, undergoer, recipient, governedNoun, ownSubject } = input
  const subjects = new Map<number, number>()

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
    ...words,
    isPassive,
    undergoer,
    surfaceSubject,
    recipient,
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
    const named = namedByFor(verb)
    if (named >= 0) return named
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
      // "kissed the runway after a mission to free her": others may have flown it.
      if (form(verb - 1) === 'to' && upos(verb - 2) === 'NOUN' && isBeside(verb - 2)) return -1
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
    const controlled = controllerOf(control, verb, clause)
    if (controlled !== -1) return Math.max(controlled, -1)
    if (!isVerbal(verb)) {
      const own = ownSubject(verb)
      if (own >= 0) return RELATIVE_WORDS.has(form(own)) && tokens.relation[verb] === 'acl:relcl' ? head(verb) : own
    }
    return findSubject(verb, depth)
  }

  /** "after a mission", "amid efforts", "following a deal": what only goes on at the time. */
  function isBeside(noun: number): boolean {
    return /^(?:after|following|amid|during|despite|before|since)$/.test(prepositions(noun)[0] ?? '')
  }

  /** "asked for the crew to be freed", "an order for Roe to leave": who stands between "for" and "to"; -1 for nobody. */
  function namedByFor(verb: number): number {
    const to = tree.children(verb).find((child) => child < verb && form(child) === 'to' && relation(child) === 'mark')
    if (to === undefined) return -1
    for (let at = to - 1, steps = 0; at >= 0 && at < to && steps < MAX_DEPTH; at = head(at), steps++) {
      if (relation(at) !== 'obl' && relation(at) !== 'nmod') continue
      if (prepositions(at)[0] !== 'for' || tree.extent(at).last !== to) continue
      // "held him for two days to ask": only somebody does what follows, unless it is what was asked for.
      return isSomebody(at) || tokens.relation[verb] === 'xcomp' ? at : -1
    }
    return -1
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
    if (rel === 'obl' && isBeside(noun)) return -1
    if (above >= 0 && (rel === 'obj' || rel === 'obl') && isVerbal(above)) {
      return isPassive(above) ? byPhrase(above) : findSubject(above, depth + 1)
    }
    return -1
  }

  return surfaceSubject
}
