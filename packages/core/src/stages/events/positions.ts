import { officials, politicalWords, talksNouns } from '../../ontology/index.ts'
import type { Candidate } from './candidate.ts'
import type { Grammar } from './grammar.ts'
import { CONTAINERS, SAYING, SAYING_NOUNS } from './lexicon.ts'
import type { World } from './world.ts'

/** Finds the phrases that stand where a pattern says. */
export interface Positions {
  /** Heads of the phrases at the position ("subject", "with", "object.poss", "in*"; alternatives parted by "|"). */
  at(candidate: Candidate, position: string): readonly number[]
  /** Subject of the verb of saying that governs the clause of a token; -1 where none does. */
  speakerOf(index: number): number
}

/** Nouns whose of-phrase names the doer. */
const OF_DOER = new Set(
  'decision decree offer proposal move call effort policy leadership role work commitment statement remark comment plan initiative request demand ruling verdict behavior behaviour conduct attitude stance position view refusal failure allegation claim resolution action step government regime president independence sovereignty president leader election right government'.split(
    ' ',
  ),
)
const MAKING = new Set(
  'make propose submit lodge file present issue offer draft put lay table send pass raise adopt sponsor initiate launch stage organize organise'.split(
    ' ',
  ),
)
/** Prepositions that are looked for on the verb only: elsewhere they say something of the noun they hang on. */
const FEELINGS = new Set(
  'respect mercy compassion goodwill concern pity kindness fear spite sympathy gratitude conviction consideration humanity love anger'.split(
    ' ',
  ),
)
const NEAR_ONLY = new Set(['of', 'in*', 'in', 'at*', 'at', 'by', 'for', 'with', 'as', 'on'])
/** Prepositions of the occasion on which something is said or done. */
const SCENES = new Set(['in', 'during', 'on'])
const SEEKING = new Set('seek request ask apply claim want demand'.split(' '))
/** "called him on Wednesday": a day is nobody whom a preposition leads to. */
const DAYS = new Set(
  'morning evening afternoon night weekend monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'.split(
    ' ',
  ),
)
/** Verbs by which things come to somebody. */
const CARRYING = new Set('return hand send ship deliver transfer donate repatriate'.split(' '))
/** Nouns that have a to-phrase of their own. */
const OWN_TO = new Set(
  'aid help support visit right access answer response threat damage commitment approach return'.split(' '),
)
/** Most tokens between two nouns that share what is said of them. */
const NEAREST_PAIR = 3
/** What talks, deals and efforts are about. */
const MATTERS = new Set(
  'ceasefire cease-fire truce armistice peace hostage prisoner detainee captive swap exchange trade border nuclear climate budget coalition crisis arms gas grain water debt status unity reconciliation disarmament transition settlement release maritime tariff security'.split(
    ' ',
  ),
)
const NONE: readonly number[] = []
const PATHS = new Map<string, readonly string[]>()

function pathOf(position: string): readonly string[] {
  let path = PATHS.get(position)
  if (!path) {
    path = position.split('.')
    PATHS.set(position, path)
  }
  return path
}

export function createPositions(grammar: Grammar, world: World): Positions {
  const { tokens, tree } = grammar

  function at(candidate: Candidate, position: string): readonly number[] {
    if (position.includes('|')) return position.split('|').flatMap((one) => at(candidate, one))
    const path = pathOf(position)
    let found = first(candidate, path[0]!)
    for (let i = 1; i < path.length && found.length > 0; i++) found = next(candidate, found, path[i]!)
    return found
  }

  function first(candidate: Candidate, step: string): readonly number[] {
    const { head, light } = candidate
    if (step === 'speaker') return list(speakerOf(head))
    if (candidate.trigger.pattern.kind !== 'noun') return ofVerb(head, step)
    switch (step) {
      case 'subject':
        if (light) return light.kind === 'gives' ? list(grammar.doer(light.verb)) : NONE
        return candidate.trigger.pattern.statal || isPredicated(head) ? list(holderOfState(head)) : NONE
      case 'receiver':
        return light?.kind === 'takes' ? list(grammar.doer(light.verb)) : NONE
      case 'recipient':
        return light ? list(recipientOf(light.verb)) : NONE
      case 'scene-subject':
      case 'scene-object':
        return ofScene(head, step)
      case 'carried':
      case 'seeker':
        return ofGoverning(head, step)
      default: {
        const outer = containerOf(head)
        const inner = ofNoun(head, step)
        const shared = inner.length > 0 || outer < 0 ? inner : ofNoun(outer, step)
        const own = shared.length > 0 ? shared : ofPaired(head, step)
        if (own.length > 0 || !light) return own
        if (step === 'by') return NONE
        return light.kind === 'occurs' && step === 'of' ? NONE : obliques(light.verb, step, head)
      }
    }
  }

  /** "thanked the emir in a call", "in a call, the two discussed": who speaks there, and whom the verb is done to. */
  function ofScene(noun: number, step: string): readonly number[] {
    const verb = grammar.head(noun)
    if (verb < 0 || grammar.relation(noun) !== 'obl' || grammar.upos(verb) !== 'VERB') return NONE
    if (!SCENES.has(grammar.prepositions(noun)[0] ?? '')) return NONE
    if (step === 'scene-subject') return list(grammar.doer(verb))
    const other = grammar.recipient(verb) >= 0 ? grammar.recipient(verb) : grammar.undergoer(verb)
    return other !== noun && other >= 0 && world.isActor(other) ? [other] : NONE
  }

  /** "threatened her with exile": whom it would befall; "sought asylum": who seeks it. */
  function ofGoverning(noun: number, step: string): readonly number[] {
    const verb = grammar.head(noun)
    if (verb < 0 || grammar.upos(verb) !== 'VERB') return NONE
    if (step === 'seeker') return SEEKING.has(grammar.lemma(verb)) ? list(grammar.doer(verb)) : NONE
    const isThreat = grammar.lemma(verb) === 'threaten' && grammar.prepositions(noun)[0] === 'with'
    return isThreat ? list(grammar.undergoer(verb)) : NONE
  }

  /**
   * "the arrest and detention of Roe", "Norland's arrest and expulsion of envoys": what is said once of two nouns holds
   * for both. Behind them a phrase hangs on the last, before them on the first.
   */
  function ofPaired(noun: number, step: string): readonly number[] {
    if (step === 'poss' || step === 'mod*') {
      const first = grammar.relation(noun) === 'conj' ? grammar.head(noun) : -1
      return first >= 0 && grammar.upos(first) === 'NOUN' && noun - first <= NEAREST_PAIR ? ofNoun(first, step) : NONE
    }
    for (const child of tree.children(noun)) {
      if (tokens.relation[child] !== 'conj' || grammar.upos(child) !== 'NOUN' || child - noun > NEAREST_PAIR) continue
      const found = ofNoun(child, step)
      if (found.length > 0) return found
    }
    return NONE
  }

  /** "the summit between Norland and Belmarra failed to ...": its sides fail. */
  function sidesOf(doer: number): readonly number[] {
    if (doer < 0) return NONE
    if (grammar.upos(doer) !== 'NOUN' || !talksNouns.lemmas.has(grammar.lemma(doer))) return [doer]
    for (const child of tree.children(doer))
      if (grammar.relation(child) === 'nmod' && isAfter(child, 'between')) return [child]
    return [doer]
  }

  /** "a mediation effort between", "talks process with": the phrases may hang on the noun that holds the trigger. */
  function containerOf(noun: number): number {
    const above = grammar.head(noun)
    return above > noun && grammar.relation(noun) === 'compound' && CONTAINERS.has(grammar.lemma(above)) ? above : -1
  }

  /** "are on strike", "is under arrest": a state that somebody is said to be in. */
  function isPredicated(noun: number): boolean {
    const preposition = grammar.prepositions(noun)[0]
    return (preposition === 'on' || preposition === 'under') && grammar.childOf(noun, 'cop') >= 0
  }

  /** "Roe is in custody", "Roe was kept in prison": who is in the state. */
  function holderOfState(noun: number): number {
    if (grammar.childOf(noun, 'cop') >= 0) return grammar.surfaceSubject(noun)
    const verb = grammar.head(noun)
    if (verb < 0) return -1
    // "forty reporters behind bars"
    if (grammar.relation(noun) === 'nmod') return verb
    const kept = grammar.childOf(verb, 'obj')
    return kept >= 0 ? kept : grammar.surfaceSubject(verb)
  }

  /** "granted Roe a pardon"; in the passive, "Roe was granted a pardon". */
  function recipientOf(verb: number): number {
    const recipient = grammar.recipient(verb)
    if (recipient >= 0) return recipient
    const keeps = grammar.childOf(verb, 'obj') >= 0 || grammar.childOf(verb, 'xcomp') >= 0
    if (grammar.isPassive(verb) && keeps) return grammar.surfaceSubject(verb)
    return -1
  }

  function next(candidate: Candidate, found: readonly number[], step: string): readonly number[] {
    if (step === 'person') return found.filter((one) => world.isActor(one))
    if (step === 'official') return found.filter((one) => world.isOf(one, officials))
    if (step === 'inanimate') return found.filter((one) => !world.isActor(one))
    if (step === 'doer') return at(candidate, 'of').length > 0 ? found : NONE
    // "the decision of the court" is the court's; "the killing of civilians" is not theirs.
    if (step === 'doer-of')
      return found.filter((one) => OF_DOER.has(grammar.lemma(one))).flatMap((one) => ofNoun(one, 'of'))
    return found.flatMap((one) => (grammar.upos(one) === 'VERB' ? ofVerb(one, step) : ofNoun(one, step)))
  }

  function ofVerb(verb: number, step: string): readonly number[] {
    switch (step) {
      case 'subject': {
        const doer = grammar.upos(verb) === 'VERB' ? grammar.doer(verb) : grammar.surfaceSubject(verb)
        return sidesOf(doer)
      }
      case 'object':
        return list(objectOf(verb))
      case 'recipient':
        return list(recipientOf(verb))
      case 'bare':
        return bareBehind(verb)
      case 'second': {
        const thing = grammar.childOf(verb, 'obj')
        // "gave them an hour": a length of time, which the parser takes for when it was.
        const length = grammar.childOf(verb, 'obl:unmarked')
        if (grammar.recipient(verb) < 0 && !grammar.isPassive(verb)) return list(thing >= 0 ? length : -1)
        return list(thing >= 0 ? thing : length)
      }
      // "wants the minister sacked": a subject that the clause has for itself.
      case 'own-subject': {
        const own = grammar.childOf(verb, 'nsubj')
        return list(own >= 0 ? own : grammar.childOf(verb, 'nsubj:pass'))
      }
      case 'clause':
        return list(grammar.clause(verb))
      case 'poss':
      case 'mod':
        return NONE
      default: {
        const deed = gerundAfter(verb, step)
        const own = [...obliques(verb, step, -1), ...list(deed)]
        if (own.length > 0) return own
        if (NEAR_ONLY.has(step)) return NONE
        const deep = misplaced(verb, step)
        return deep.length > 0 ? deep : carriedTo(verb, step)
      }
    }
  }

  /** "gave him ten years": what stands behind the verb without a preposition, be it object, measure or complement. */
  function bareBehind(verb: number): readonly number[] {
    return tree.children(verb).filter((child) => {
      if (child < verb || grammar.prepositions(child).length > 0) return false
      const rel = grammar.relation(child)
      return rel === 'obj' || rel === 'iobj' || rel === 'obl' || rel === 'xcomp'
    })
  }

  /** "sentenced for spying", "accused him of taking bribes": the deed behind the preposition; -1 where there is none. */
  function gerundAfter(verb: number, preposition: string): number {
    for (const child of tree.children(verb)) {
      // "asks Norland for help" in a headline: "help" read as a verb.
      const isBare = preposition === 'for' && tokens.xpos[child] === 'VB' && grammar.form(child - 1) === 'for'
      if (child < verb || (tokens.xpos[child] !== 'VBG' && !isBare)) continue
      const rel = grammar.relation(child)
      if (rel !== 'advcl' && rel !== 'ccomp' && rel !== 'xcomp') continue
      if (tree.children(child).some((mark) => mark < child && grammar.form(mark) === preposition)) return child
    }
    return -1
  }

  /** "sent a platoon to Kuwait": the parser may hang the phrase on the object, or on a noun below it. */
  function misplaced(verb: number, step: string): readonly number[] {
    let at = grammar.isPassive(verb) ? -1 : grammar.undergoer(verb)
    for (let depth = 0; depth < 3 && at > verb; depth++) {
      let below = -1
      for (const child of tree.children(at)) {
        const rel = grammar.relation(child)
        if (rel !== 'nmod' && rel !== 'conj') continue
        if (rel === 'nmod' && isAfter(child, step)) return [child]
        if (grammar.upos(child) !== 'VERB') below = child
      }
      at = below
    }
    return NONE
  }

  /** "returned the masks that were found in a shed to Peru": the last to-phrase behind the object, wherever it hangs. */
  function carriedTo(verb: number, step: string): readonly number[] {
    if ((step !== 'to' && step !== 'to*') || !CARRYING.has(grammar.lemma(verb))) return NONE
    const object = grammar.undergoer(verb)
    if (object < verb) return NONE
    const { last } = tree.extent(object)
    for (let i = last - 1; i > object; i--) {
      const rel = grammar.relation(i)
      if ((rel !== 'obl' && rel !== 'nmod') || !isAfter(i, step) || OWN_TO.has(grammar.lemma(grammar.head(i)))) continue
      return world.isPlace(i) || world.isActor(i) ? [i] : NONE
    }
    return NONE
  }

  /** In "was granted asylum" the subject is the recipient and the object stays. */
  function objectOf(verb: number): number {
    if (grammar.isPassive(verb)) {
      const kept = grammar.childOf(verb, 'obj')
      if (kept >= 0 && tokens.relation[verb] !== 'acl') return kept
    }
    return grammar.undergoer(verb)
  }

  function ofNoun(noun: number, step: string): readonly number[] {
    const found: number[] = []
    for (const child of tree.children(noun)) {
      const rel = tokens.relation[child] ?? ''
      if (step === 'poss') {
        if (rel === 'nmod:poss') found.push(child)
      } else if (step === 'mod' || step === 'mod*') {
        if (
          (rel === 'compound' || rel === 'amod' || rel.startsWith('nmod')) &&
          grammar.prepositions(child).length === 0
        ) {
          if (rel !== 'nmod:poss' && (step === 'mod' || isNamed(child) || isBody(child))) found.push(child)
        }
      } else if (step === 'clause') {
        if ((rel === 'acl' || rel === 'ccomp' || rel === 'xcomp') && grammar.upos(child) === 'VERB') found.push(child)
      } else if (step === 'subject') {
        if (rel.startsWith('nsubj')) found.push(child)
      } else if (grammar.relation(child) === 'nmod' || grammar.relation(child) === 'obl') {
        if (isAfter(child, step) && !(step === 'by' && followsParticiple(noun, child))) found.push(child)
      }
    }
    if (found.length === 0 && step === 'between') return pairBefore(noun)
    if (found.length === 0 && step === 'by') {
      const maker = makerOf(noun)
      return maker.length > 0 ? maker : doerBehind(noun)
    }
    return found
  }

  /** "the expulsion of its diplomats by Norland": the parser may hang the doer on whom it was done to. */
  function doerBehind(noun: number): readonly number[] {
    for (const child of tree.children(noun)) {
      if (grammar.relation(child) !== 'nmod' || grammar.prepositions(child)[0] !== 'of') continue
      const doer = tree
        .children(child)
        .find((below) => grammar.relation(below) === 'nmod' && isAfter(below, 'by') && world.isActor(below))
      if (doer !== undefined) return [doer]
    }
    return NONE
  }

  /** "an offer made by the rebels": who is named with a participle that only says that it was made. */
  function makerOf(noun: number): readonly number[] {
    for (const child of tree.children(noun)) {
      if (tokens.relation[child] !== 'acl' || tokens.xpos[child] !== 'VBN' || !MAKING.has(grammar.lemma(child)))
        continue
      const maker = grammar.doer(child)
      if (maker >= 0) return [maker]
    }
    return NONE
  }

  /** "talks released by the media": the by-phrase belongs to the participle. */
  function followsParticiple(noun: number, phrase: number): boolean {
    return tree.children(noun).some((child) => child < phrase && (tokens.relation[child] ?? '').startsWith('acl'))
  }

  /** "US-Belarus talks", "India-China talks": the two names before the noun. */
  function pairBefore(noun: number): readonly number[] {
    const second = noun - 1
    const first = noun - 3
    if (first < 0 || tokens.sentence[first] !== tokens.sentence[noun] || !/^[-–—/]$/.test(grammar.form(noun - 2)))
      return NONE
    return world.isPlace(first) && world.isPlace(second) ? [first, second] : NONE
  }

  /** "a rebel attack", "the army's offensive", "a government crackdown": a noun for those who do it. */
  function isBody(index: number): boolean {
    if (MATTERS.has(grammar.form(index))) return false
    return grammar.upos(index) === 'NOUN' && politicalWords.lemmas.has(grammar.lemma(index)) && world.isActor(index)
  }

  function isNamed(index: number): boolean {
    // "Ceasefire talks": the capital letter of a sentence or a headline makes no name of it.
    if (MATTERS.has(grammar.form(index))) return false
    return grammar.upos(index) === 'PROPN' || world.isPlace(index)
  }

  function obliques(verb: number, step: string, except: number): readonly number[] {
    const found: number[] = []
    for (const child of tree.children(verb)) {
      if (child === except) continue
      const rel = grammar.relation(child)
      if ((rel === 'obl' || rel === 'nmod' || (rel === 'obj' && child > verb)) && isAfter(child, step))
        found.push(child)
      // "demonstrated calling for": a participle stands in for the preposition.
    }
    return found
  }

  /** Whether the phrase has the preposition; "in*" wants a place or a name besides. */
  function isAfter(index: number, step: string): boolean {
    const star = step.endsWith('*')
    const wanted = star ? step.slice(0, -1) : step
    const words = grammar.prepositions(index)
    if (!words.includes(wanted) || (wanted !== 'since' && DAYS.has(grammar.lemma(index)))) return false
    // "granted out of respect for a friend": why, not of whom.
    if (wanted === 'of' && words[0] === 'out' && FEELINGS.has(grammar.lemma(index))) return false
    return !star || world.isPlace(index)
  }

  function list(index: number): readonly number[] {
    return index >= 0 ? [index] : NONE
  }

  function speakerOf(index: number): number {
    let at = index
    for (let steps = 0; steps < 6; steps++) {
      const above = grammar.head(at)
      if (above < 0) return parenthetical(at)
      const rel = grammar.relation(at)
      if ((rel === 'ccomp' || rel === 'xcomp') && SAYING.has(grammar.lemma(above))) return grammar.doer(above)
      if ((rel === 'acl' || rel === 'ccomp' || rel === 'advcl') && SAYING_NOUNS.has(grammar.lemma(above))) {
        const verb = grammar.head(above)
        if (verb >= 0 && grammar.upos(verb) === 'VERB') return grammar.doer(verb)
      }
      const aside = parenthetical(at)
      if (aside >= 0) return aside
      if (rel !== 'ccomp' && rel !== 'xcomp' && rel !== 'conj' && rel !== 'advcl') return -1
      at = above
    }
    return -1
  }

  /** ", the minister said": the saying hangs below the clause. */
  function parenthetical(index: number): number {
    for (const child of tree.children(index)) {
      if (grammar.relation(child) === 'parataxis' && SAYING.has(grammar.lemma(child))) return grammar.doer(child)
    }
    return -1
  }

  return { at, speakerOf }
}
