import type { TokenTable } from '../../model/index.ts'
import { createMender, type Mended } from './mended-columns.ts'

/* Codes into UPOS. */
const ADJECTIVE = 0
const ADPOSITION = 1
const ADVERB = 2
const AUX = 3
const DETERMINER = 5
const NOUN = 7
const NUMERAL = 8
const PROPER = 11
const SUBORDINATOR = 13
const VERB = 15

/**
 * Mends what the parser is known to get wrong around events: "has imposed sanctions" read as "has" with an adjective
 * before its object, "plans to free ten" with "to" as a preposition, "will free" with "free" as an adjective. Returns
 * the same table where nothing is to mend; columns are copied, never changed in place. Linear but for sentences with
 * such a fault.
 */
export function mendTree(text: string, tokens: TokenTable): TokenTable {
  const { copy, result } = createMender(tokens)
  for (let i = 1; i < tokens.length; i++) {
    const tag = tokens.upos[i]
    if (tokens.relation[i] === 'nsubj' && (tag === NOUN || tag === PROPER)) mendWithSubject(text, tokens, i, copy)
    if (tag === PROPER && tokens.relation[i] === 'nsubj' && DAYS.test(word(text, tokens, i)))
      mendDay(text, tokens, i, copy)
    if (tag === VERB && PARTICLES.test(word(text, tokens, i + 1))) mendParticle(text, tokens, i, copy)
    if (tag === PROPER && isCommon(text, tokens, i)) copy().upos[i] = NOUN
    if (tag === NOUN && isGerund(text, tokens, i)) {
      const columns = copy()
      columns.upos[i] = VERB
      columns.xpos[i] = 'VBG'
    }
    if (tag === PROPER && tokens.relation[i] === 'conj' && DAYS.test(word(text, tokens, tokens.head[i]!)))
      mendDated(text, tokens, i, copy)
    if (tokens.relation[i] === 'compound:prt' && /^(?:on|onto|aboard)$/i.test(word(text, tokens, i)))
      mendAboard(tokens, i, copy)
    if (tag === VERB && tokens.xpos[i] === 'VBZ' && isToldPlural(text, tokens, i)) mendToldPlural(tokens, i, copy)
    if (tag === VERB && tokens.xpos[i] === 'VBZ' && isObject(tokens, i)) mendPlural(tokens, i, copy)
    else if (/^set$/i.test(word(text, tokens, i)) && /^free$/i.test(word(text, tokens, i + 1))) {
      mendSetFree(text, tokens, i, copy)
    } else if (tag === ADJECTIVE && isFreeingSome(text, tokens, i)) {
      mendFreeing(text, tokens, i, copy)
    } else if (tag === ADJECTIVE && tokens.relation[i] === 'acl' && mendNationAfterTo(text, tokens, i, copy)) {
    } else if (tag === ADJECTIVE) {
      if (isFreeing(text, tokens, i)) {
        copy().upos[i] = VERB
        mendObject(tokens, i, copy)
      }
    } else if (tag === PROPER && tokens.relation[i] === 'xcomp') {
      mendCalled(text, tokens, i, copy)
    } else if (tag === VERB && NEIGHBORING.test(word(text, tokens, i))) {
      mendNeighboring(text, tokens, i, copy)
    } else if (tag === VERB && tokens.relation[i] === 'amod') {
      if (mendPast(tokens, i, copy)) continue
      if (mendFinite(tokens, i, copy)) continue
      if (tokens.xpos[i] === 'VBN') mendPerfect(text, tokens, i, copy)
      else if (/^to$/i.test(word(text, tokens, i - 1))) mendInfinitive(tokens, i, copy)
    }
  }
  return result()
}

/** "gave it to Norlandish Ambassador Jan Roe": an adjective read as a clause; it stands before the name it belongs to. */
function mendNationAfterTo(text: string, tokens: TokenTable, adjective: number, copy: () => Mended): boolean {
  const to = adjective - 1
  if (!/^to$/i.test(word(text, tokens, to)) || tokens.head[to] !== adjective) return false
  let name = adjective + 1
  if (tokens.upos[name] !== PROPER && tokens.upos[name] !== NOUN) return false
  for (let steps = 0; steps < 4; steps++) {
    const above = tokens.head[name] ?? -1
    if (above <= name || (tokens.upos[above] !== PROPER && tokens.upos[above] !== NOUN)) break
    name = above
  }
  if (tokens.sentence[name] !== tokens.sentence[adjective] || tokens.relation[name] === 'nsubj') return false
  const { head, relation, upos } = copy()
  head[adjective] = name
  relation[adjective] = 'amod'
  head[to] = name
  relation[to] = 'case'
  upos[to] = ADPOSITION
  return true
}

/**
 * "a truce with the rebels to coincide with the feast": a noun behind "with" is nobody's subject; it belongs to the noun
 * or verb before it.
 */
function mendWithSubject(text: string, tokens: TokenTable, noun: number, copy: () => Mended): void {
  const verb = tokens.head[noun]!
  if (verb < noun || !/^to$/i.test(word(text, tokens, verb - 1)) || tokens.head[verb - 1] !== verb) return
  for (let at = noun - 1; at > 0 && noun - at < NEAR_VERB; at--) {
    const leads =
      (tokens.head[at] === verb && tokens.relation[at] === 'mark') ||
      (tokens.head[at] === noun && tokens.relation[at] === 'case')
    if (leads && /^with$/i.test(word(text, tokens, at))) {
      const before = at - 1
      if (tokens.upos[before] !== NOUN || tokens.sentence[before] !== tokens.sentence[noun]) return
      const { head, relation, upos } = copy()
      head[noun] = before
      relation[noun] = 'nmod'
      head[at] = noun
      relation[at] = 'case'
      upos[at] = ADPOSITION
      return
    }
    if (tokens.head[at] !== noun) return
  }
}

function word(text: string, tokens: TokenTable, index: number): string {
  return text.slice(tokens.from[index], tokens.to[index])
}

/** "will free", "did it free the crew": the verb, where an object follows; no adjective stands before a determiner. */
function isFreeing(text: string, tokens: TokenTable, index: number): boolean {
  if (!/^free$/i.test(word(text, tokens, index))) return false
  const next = tokens.upos[index + 1]
  const sameSentence = tokens.sentence[index + 1] === tokens.sentence[index]
  if (sameSentence && (next === DETERMINER || next === NUMERAL) && tokens.relation[index] !== 'amod') return true
  const before = word(text, tokens, index - 1)
  if (!/^(?:to|will|would|may|might|could|should|must|can|not|n['’]t)$/i.test(before)) return false
  for (let i = index + 1; i < Math.min(tokens.length, index + 8); i++) {
    if (tokens.head[i] === index && tokens.relation[i] === 'obj') return true
  }
  return false
}

/** "demands that Norland free two of its men": a name before it and a number behind it. */
function isFreeingSome(text: string, tokens: TokenTable, index: number): boolean {
  if (!/^free$/i.test(word(text, tokens, index)) || tokens.relation[index] !== 'amod') return false
  const object = tokens.head[index]!
  return (
    object > index &&
    tokens.upos[index + 1] === NUMERAL &&
    tokens.upos[index - 1] === PROPER &&
    tokens.sentence[index - 1] === tokens.sentence[index]
  )
}

function mendFreeing(text: string, tokens: TokenTable, verb: number, copy: () => Mended): void {
  const object = tokens.head[verb]!
  const { head, relation, upos } = copy()
  upos[verb] = VERB
  // "demanding that Norland free two of its men before they let him go": the clause is what is demanded.
  const isAsked = /^that$/i.test(word(text, tokens, verb - 2)) && tokens.upos[verb - 3] === VERB
  head[verb] = isAsked ? verb - 3 : head[object]!
  relation[verb] = isAsked || relation[object] === 'obj' ? 'ccomp' : relation[object]!
  head[object] = verb
  relation[object] = 'obj'
  for (let i = verb - 1; i >= 0 && tokens.sentence[i] === tokens.sentence[verb] && verb - i < NEAR_VERB; i--) {
    if (i === verb - 1) {
      head[i] = verb
      relation[i] = 'nsubj'
    } else if (head[i] === object && relation[i] === 'mark') head[i] = verb
  }
}
/** How far before a verb, in tokens, its mark may stand. */
const NEAR_VERB = 6

/** "were set free": a verb, not an adjective. */
function mendSetFree(text: string, tokens: TokenTable, set: number, copy: () => Mended): void {
  if (tokens.relation[set] === 'advcl') return
  const { head, relation, upos } = copy()
  upos[set] = VERB
  head[set + 1] = set
  relation[set + 1] = 'xcomp'
  for (let i = set - 1; i >= 0 && tokens.sentence[i] === tokens.sentence[set]; i--)
    if (head[i] === set && /^(?:was|were|be|been|being|is|are)$/i.test(word(text, tokens, i))) relation[i] = 'aux:pass'
}

/** The noun phrase right behind "free" is its object, whatever the parser made of it beside an adjective. */
function mendObject(tokens: TokenTable, verb: number, copy: () => Mended): void {
  for (let i = verb + 1; i < Math.min(tokens.length, verb + 8); i++) {
    if (tokens.head[i] !== verb) continue
    if (tokens.upos[i] === NOUN || tokens.upos[i] === PROPER) copy().relation[i] = 'obj'
    return
  }
}

/** "leaves without meeting the rebel chief": a noun that marks a clause and has an object is its verb. */
function isGerund(text: string, tokens: TokenTable, index: number): boolean {
  if (tokens.relation[index] !== 'advcl' || !/^[a-z]+ing$/.test(word(text, tokens, index))) return false
  let marked = false
  let object = false
  for (let i = Math.max(0, index - 3); i < Math.min(tokens.length, index + 6); i++) {
    if (tokens.head[i] !== index) continue
    if (tokens.relation[i] === 'mark') marked = true
    if (tokens.relation[i] === 'obj') object = true
  }
  return marked && object
}

const ALONE = /^(?:obl|nmod|obj|nsubj(?::pass)?)$/

/** "threatened with exile", "the pardon": a word in small letters, alone and behind a word of its own, names nobody. */
function isCommon(text: string, tokens: TokenTable, index: number): boolean {
  if (!/^[a-z]{5,}$/.test(word(text, tokens, index)) || !ALONE.test(tokens.relation[index] ?? '')) return false
  return tokens.head[index + 1] !== index && tokens.head[index - 1] === index
}

const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i

/** Words that make the name of a day of the day behind them: "Bloody Sunday ended", "Easter Sunday was". */
const OF_DAYS = /^(?:ash|black|bloody|cyber|easter|giving|good|holy|maundy|palm|shrove|spy|super|whit)$/i

/** Most tokens from a day before a verb to the verb: "Norland Friday had not said". */
const NEAREST_VERB = 3

/** "Norland Friday expelled two envoys": a day between a name and its verb, read as the head of the name. */
function mendDay(text: string, tokens: TokenTable, day: number, copy: () => Mended): void {
  const name = day - 1
  const verb = tokens.head[day]!
  if (tokens.head[name] !== day || tokens.upos[name] !== PROPER || DAYS.test(word(text, tokens, name))) return
  if (OF_DAYS.test(word(text, tokens, name)) || verb < day || verb - day > NEAREST_VERB) return
  const { head, relation } = copy()
  for (let i = name - 1; i >= 0 && tokens.sentence[i] === tokens.sentence[name]; i--)
    if (head[i] === day) head[i] = name
  head[name] = verb
  relation[name] = 'nsubj'
  relation[day] = 'obl:unmarked'
}

/** "In a call on Thursday, Roe and the emir discussed ...": coordinated with the day, the subject of the verb left without one. */
function mendDated(text: string, tokens: TokenTable, name: number, copy: () => Mended): void {
  const day = tokens.head[name]!
  if (name < day || word(text, tokens, name - 1) !== ',' || DAYS.test(word(text, tokens, name))) return
  let verb = day
  for (let steps = 0; steps < 5 && verb >= 0 && tokens.upos[verb] !== VERB; steps++) verb = tokens.head[verb]!
  if (verb <= name || tokens.upos[verb] !== VERB) return
  for (let i = day; i < verb; i++) if (tokens.head[i] === verb && (tokens.relation[i] ?? '').startsWith('nsubj')) return
  const { head, relation } = copy()
  head[name] = verb
  relation[name] = 'nsubj'
  for (let i = name + 1; i < verb; i++) {
    // What was coordinated with the day as well goes with the name.
    if (head[i] === day && relation[i] === 'conj') head[i] = name
  }
}

/** "was put on a plane": the preposition of the noun behind it. */
function mendAboard(tokens: TokenTable, particle: number, copy: () => Mended): void {
  const verb = tokens.head[particle]!
  if (verb !== particle - 1 || tokens.upos[particle + 1] !== DETERMINER) return
  const noun = tokens.head[particle + 1]!
  if (tokens.head[noun] !== verb || (tokens.relation[noun] !== 'obl' && tokens.relation[noun] !== 'obj')) return
  const { head, relation } = copy()
  head[particle] = noun
  relation[particle] = 'case'
  relation[noun] = 'obl'
}

/** "said that talks about her would continue": a plural behind "that", read as the verb of a clause that is a subject. */
function isToldPlural(text: string, tokens: TokenTable, plural: number): boolean {
  const that = plural - 1
  return (
    tokens.relation[plural] === 'csubj' &&
    /^that$/i.test(word(text, tokens, that)) &&
    tokens.head[that] === tokens.head[plural] &&
    tokens.upos[plural + 1] === ADPOSITION
  )
}

function mendToldPlural(tokens: TokenTable, plural: number, copy: () => Mended): void {
  const { relation, upos, xpos } = copy()
  upos[plural] = NOUN
  xpos[plural] = 'NNS'
  relation[plural] = 'nsubj'
  relation[plural - 1] = 'mark'
  for (let i = plural + 1; i < tokens.length && tokens.sentence[i] === tokens.sentence[plural]; i++)
    if (tokens.head[i] === plural && relation[i] === 'obl') relation[i] = 'nmod'
}

const PARTICLES = /^(?:off|out|over|back|down|in|aside|away)$/i
/** Verbs and the particles with which they take an object, where the parser may see a preposition. */
const PHRASAL =
  /^(?:(?:break|breaking|broke|broken|call|calling|called|put|putting|cut|cutting) off|(?:hand|handing|handed) over|(?:hand|handing|handed|turn|turning|turned) in|(?:turn|turning|turned|vote|voting|voted|hand|handing|handed) down|(?:rule|ruling|ruled) out|(?:send|sending|sent) back|(?:brush|brushing|brushed|wave|waving|waved|shrug|shrugging|shrugged) (?:off|aside|away))$/i

/** "denied breaking off the talks": the particle belongs to the verb, and what follows is its object. */
function mendParticle(text: string, tokens: TokenTable, verb: number, copy: () => Mended): void {
  const particle = verb + 1
  if (tokens.head[particle] === verb || !PHRASAL.test(`${word(text, tokens, verb)} ${word(text, tokens, particle)}`))
    return
  const phrase = tokens.head[particle]!
  if (phrase <= particle) return
  const noun = tokens.head[phrase] === verb ? phrase : tokens.head[phrase]!
  if (noun <= particle || tokens.head[noun] !== verb) return
  const { head, relation } = copy()
  head[particle] = verb
  relation[particle] = 'compound:prt'
  if (relation[noun] === 'obl') relation[noun] = 'obj'
}

/** "rejected claims that": right behind a past tense that hangs on it, a form in -s without a subject is a plural. */
function isObject(tokens: TokenTable, plural: number): boolean {
  const verb = plural - 1
  if (tokens.head[verb] !== plural || tokens.xpos[verb] !== 'VBD' || tokens.relation[verb] !== 'ccomp') return false
  for (let i = plural + 1; i < tokens.length && tokens.sentence[i] === tokens.sentence[plural]; i++)
    if (tokens.head[i] === plural && (tokens.relation[i] ?? '').startsWith('nsubj')) return false
  return true
}

function mendPlural(tokens: TokenTable, plural: number, copy: () => Mended): void {
  const verb = plural - 1
  const { head, relation, upos } = copy()
  upos[plural] = NOUN
  head[verb] = head[plural]!
  relation[verb] = relation[plural]!
  head[plural] = verb
  relation[plural] = 'obj'
  for (let i = plural + 1; i < tokens.length && tokens.sentence[i] === tokens.sentence[plural]; i++) {
    if (head[i] !== plural) continue
    if (relation[i] === 'ccomp') relation[i] = 'acl'
    else if (relation[i] === 'punct' || relation[i] === 'parataxis' || relation[i] === 'advcl') head[i] = verb
  }
}

/** "Norland dismissed reports": a past tense between a name and a plural, read as a modifier of it. */
function mendPast(tokens: TokenTable, verb: number, copy: () => Mended): boolean {
  const noun = tokens.head[verb]!
  if (
    (tokens.xpos[verb] !== 'VBD' && tokens.xpos[verb] !== 'VBN') ||
    noun !== verb + 1 ||
    tokens.relation[noun] !== 'root'
  )
    return false
  const subject = verb - 1
  if (
    tokens.upos[subject] !== PROPER ||
    tokens.head[subject] !== noun ||
    tokens.sentence[subject] !== tokens.sentence[verb]
  )
    return false
  const { head, relation } = copy()
  head[verb] = head[noun]!
  relation[verb] = 'root'
  head[subject] = verb
  relation[subject] = 'nsubj'
  head[noun] = verb
  relation[noun] = 'obj'
  for (let i = verb + 2; i < tokens.length && tokens.sentence[i] === tokens.sentence[verb]; i++)
    if (head[i] === noun && (relation[i] === 'punct' || relation[i] === 'parataxis')) head[i] = verb
  return true
}

function mendPerfect(text: string, tokens: TokenTable, verb: number, copy: () => Mended): void {
  const noun = tokens.head[verb]!
  if (mendAuxiliary(text, tokens, verb, noun, copy)) return
  let have = verb - 1
  while (have > 0 && tokens.upos[have] === ADVERB) have--
  const isVerb = tokens.upos[have] === VERB || tokens.upos[have] === AUX
  if (!isVerb || noun <= verb || tokens.head[noun] !== have || tokens.relation[noun] !== 'obj') return
  if (!/^(?:has|have|had|having|’ve|'ve)$/i.test(word(text, tokens, have))) return
  const { head, relation } = copy()
  head[verb] = head[have]!
  relation[verb] = relation[have]!
  const sentence = tokens.sentence[verb]
  let first = verb
  while (first > 0 && tokens.sentence[first - 1] === sentence) first--
  for (let i = first; i < tokens.length && tokens.sentence[i] === sentence; i++) {
    if (head[i] === have && i !== verb) head[i] = verb
  }
  head[have] = verb
  relation[have] = 'aux'
  head[noun] = verb
  relation[noun] = 'obj'
  for (let i = have + 1; i < verb; i++) head[i] = verb
}

/**
 * "Norland has imposed sanctions on ..." read as a clause that "sanctions" heads, with "has" as its auxiliary: the
 * participle is the verb, the noun its object, and all left of the verb hangs on it.
 */
function mendAuxiliary(text: string, tokens: TokenTable, verb: number, noun: number, copy: () => Mended): boolean {
  let have = verb - 1
  while (have > 0 && tokens.upos[have] === ADVERB) have--
  if (have < 0 || noun <= verb || tokens.upos[have] !== AUX) return false
  if (tokens.head[have] !== noun && tokens.head[have] !== verb) return false
  if (!/^(?:has|have|had|having|’ve|'ve)$/i.test(word(text, tokens, have))) return false
  const { head, relation } = copy()
  head[verb] = head[noun]!
  relation[verb] = relation[noun]!
  const sentence = tokens.sentence[verb]
  let first = verb
  while (first > 0 && tokens.sentence[first - 1] === sentence) first--
  for (let i = first; i < tokens.length && tokens.sentence[i] === sentence; i++) {
    const isClausal = i < verb || CLAUSAL.test(relation[i] ?? '')
    if (i !== verb && head[i] === noun && isClausal) head[i] = verb
  }
  head[noun] = verb
  relation[noun] = 'obj'
  return true
}
const CLAUSAL = /^(?:advcl|parataxis|ccomp|punct|obl)/

/** Participles that stand before whom they describe, where the parser sees a verb with its object. */
const NEIGHBORING = /^(?:neighbou?ring|visiting|ailing|outgoing|incoming|exiled)$/i

/**
 * "Norland donated tents" read as a noun with a participle before it: the verb heads the clause, the noun is its
 * object, and the nominal right before the verb its subject.
 */
function mendFinite(tokens: TokenTable, verb: number, copy: () => Mended): boolean {
  const noun = tokens.head[verb]!
  const tag = tokens.xpos[verb]
  if (noun <= verb || (tag !== 'VBN' && tag !== 'VBD') || tokens.relation[noun] !== 'root') return false
  let subject = verb - 1
  while (subject >= 0 && tokens.upos[subject] === ADVERB && tokens.head[subject] === verb) subject--
  if (subject < 0 || tokens.sentence[subject] !== tokens.sentence[verb]) return false
  while (tokens.head[subject] !== verb && tokens.head[subject] !== noun && subject > 0 && tokens.head[subject]! >= 0) {
    if (tokens.head[subject]! > verb || tokens.sentence[tokens.head[subject]!] !== tokens.sentence[verb]) return false
    subject = tokens.head[subject]!
  }
  if (subject >= verb || !/^(?:nsubj|obl:unmarked|nmod:unmarked)/.test(tokens.relation[subject] ?? '')) return false
  if (tokens.upos[subject] !== PROPER && tokens.upos[subject] !== NOUN) return false
  const { head, relation } = copy()
  head[verb] = head[noun]!
  relation[verb] = relation[noun]!
  const sentence = tokens.sentence[verb]
  let first = verb
  while (first > 0 && tokens.sentence[first - 1] === sentence) first--
  for (let i = first; i < tokens.length && tokens.sentence[i] === sentence; i++) {
    if (i !== verb && head[i] === noun && (i < verb || CLAUSAL.test(relation[i] ?? ''))) head[i] = verb
  }
  head[noun] = verb
  relation[noun] = 'obj'
  head[subject] = verb
  relation[subject] = 'nsubj'
  return true
}

/** "called President Jane Roe to discuss ...": whoever is called, not what she is called. */
function mendCalled(text: string, tokens: TokenTable, name: number, copy: () => Mended): void {
  const verb = tokens.head[name]!
  if (verb < 0 || verb > name || !/^(?:call|calls|called|calling|phoned|phones)$/i.test(word(text, tokens, verb)))
    return
  for (let i = verb + 1; i < name; i++) if (tokens.head[i] === verb) return
  copy().relation[name] = 'obj'
}

/** How far behind such a participle the name may stand: "visiting Norlandish foreign minister Jane". */
const FARTHEST_DESCRIBED = 5

/** "from neighboring Norland", "against visiting Prime Minister Roe" read as a clause with an object. */
function mendNeighboring(text: string, tokens: TokenTable, verb: number, copy: () => Mended): void {
  const before = tokens.upos[verb - 1]
  const describes = before === DETERMINER || before === ADPOSITION || before === SUBORDINATOR
  // "is visiting Norland"
  if (!describes && tokens.relation[verb] !== 'acl' && !/^neighbo/i.test(word(text, tokens, verb))) return
  let name = verb + 1
  if (describes)
    while (name < verb + FARTHEST_DESCRIBED && tokens.head[name] !== verb && tokens.head[name]! > name) name++
  if (tokens.head[name] !== verb || tokens.relation[name] !== 'obj') return
  const { head, relation, upos } = copy()
  head[name] = head[verb]!
  relation[name] = relation[verb] === 'acl' ? 'nmod' : 'obl'
  head[verb] = name
  relation[verb] = 'amod'
  upos[verb] = ADJECTIVE
  const mark = verb - 1
  if (mark >= 0 && head[mark] === verb && /^(?:mark|case|det)$/.test(relation[mark] ?? '')) {
    head[mark] = name
    if (relation[mark] === 'mark') relation[mark] = 'case'
  }
}

/** "plans to free ten prisoners" read as "plans ... prisoners". */
function mendInfinitive(tokens: TokenTable, verb: number, copy: () => Mended): void {
  const noun = tokens.head[verb]!
  const above = tokens.head[noun] ?? -1
  if (noun <= verb || above < 0 || above > verb || tokens.upos[above] !== VERB) return
  const { head, relation } = copy()
  head[verb] = above
  relation[verb] = 'xcomp'
  head[noun] = verb
  relation[noun] = 'obj'
  head[verb - 1] = verb
  relation[verb - 1] = 'mark'
}
