import type { TokenTable } from '../../model/index.ts'
import { childrenOf, createMender, type Mended, wordAt } from './mended-columns.ts'

/*
 * Heads that a word of its form cannot have, or hardly. Own lists from general knowledge of English (verbs with a gerund:
 * Quirk et al. 1985, section 16.39); no corpus text.
 */
const ADJECTIVE = 0
const ADPOSITION = 1
const ADVERB = 2
const AUX = 3
const NOUN = 7
const NUMERAL = 8
const PROPER = 11
const VERB = 15
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/**
 * Mends heads: a present coordinated with a past below it ("says none was paid and denies it"), a number that the verb
 * behind it is counted by ("about 940 remain in jail"), a gerund that describes its own object ("considering lifting
 * sanctions"), participles of a row that hang on a noun between ("was driven to a camp, questioned and charged"), a day
 * in front that swallowed the subject ("On Monday police arrested"), a preposition that hangs on a number. Returns the
 * same table where nothing is to mend. Linear but for sentences with such a fault.
 */
export function mendHeads(text: string, tokens: TokenTable): TokenTable {
  const { copy, result } = createMender(tokens)
  for (let i = 1; i < tokens.length; i++) {
    const tag = tokens.upos[i]
    if (tag === NOUN && wordAt(text, tokens, i + 1) === 'ago') mendAgo(tokens, i, copy)
    if (tag === VERB && tokens.relation[i] === 'conj' && tokens.xpos[i] === 'VBZ') mendPresent(tokens, i, copy)
    else if (tag === VERB && tokens.relation[i] === 'conj' && tokens.xpos[i] === 'VBN')
      mendSubjects(text, tokens, i, copy)
    else if (tag === VERB && tokens.xpos[i] === 'VBG' && tokens.relation[i] === 'amod') mendGerund(tokens, i, copy)
    else if (tag === VERB && tokens.xpos[i] === 'VBN' && tokens.relation[i] === 'acl') mendRow(text, tokens, i, copy)
    else if (tag === NUMERAL) {
      mendCounted(text, tokens, i, copy)
      mendLedNumber(text, tokens, i, copy)
    } else if ((tag === NOUN || tag === PROPER) && tokens.relation[i] === 'obl') {
      mendDated(text, tokens, i, copy)
      mendFronted(text, tokens, i, copy)
    }
  }
  return result()
}

function hasSubject(tokens: TokenTable, verb: number): boolean {
  return childrenOf(tokens, verb).some((child) => (tokens.relation[child] ?? '').startsWith('nsubj'))
}

/** "says no ransom was paid and denies lifting the ban": who says it denies it. */
function mendPresent(tokens: TokenTable, verb: number, copy: () => Mended): void {
  const first = tokens.head[verb]!
  const above = tokens.head[first] ?? -1
  if (above < 0 || above > first || first > verb || tokens.relation[first] !== 'ccomp') return
  if (tokens.upos[above] !== VERB || tokens.xpos[above] !== 'VBZ') return
  const tag = tokens.xpos[first]
  if ((tag !== 'VBD' && tag !== 'VBN') || hasSubject(tokens, verb)) return
  copy().head[verb] = above
}

/** "Eleven Belarusians, two Poles and a German freed": a row of which the parser gave the verb only the last. */
function mendSubjects(text: string, tokens: TokenTable, verb: number, copy: () => Mended): void {
  const first = tokens.head[verb]!
  if (first < 0 || first > verb || tokens.relation[first] !== 'root') return
  if (tokens.upos[first] !== NOUN && tokens.upos[first] !== PROPER) return
  const own = childrenOf(tokens, verb)
  const subject = own.find((child) => tokens.relation[child] === 'nsubj:pass')
  const and = own.find((child) => tokens.relation[child] === 'cc' && wordAt(text, tokens, child) === 'and')
  if (subject === undefined || and === undefined || and > subject || subject > verb) return
  const { head, relation } = copy()
  head[verb] = -1
  relation[verb] = 'root'
  head[first] = verb
  relation[first] = 'nsubj:pass'
  head[subject] = first
  relation[subject] = 'conj'
  for (const child of own) if (child < subject && child !== first) head[child] = subject
}

/** Verbs that take a gerund. */
const WITH_GERUND = set('consider mull contemplate weigh discuss suggest propose oppose favour favor avoid deny stop')

/** "is considering lifting sanctions": what is considered is the lifting. */
function mendGerund(tokens: TokenTable, gerund: number, copy: () => Mended): void {
  const object = tokens.head[gerund]!
  const verb = gerund - 1
  if (object <= gerund || tokens.relation[object] !== 'obj' || tokens.head[object] !== verb) return
  if (tokens.upos[verb] !== VERB || !WITH_GERUND.has(tokens.lemma[verb] ?? '')) return
  const { head, relation } = copy()
  head[gerund] = verb
  relation[gerund] = 'xcomp'
  head[object] = gerund
}

/** "should free four men arrested since December": right behind the participle, the time is that of the arrests. */
function mendDated(text: string, tokens: TokenTable, noun: number, copy: () => Mended): void {
  const participle = noun - 2
  const verb = tokens.head[noun]!
  if (participle < 1 || verb >= participle || verb < 0 || tokens.head[noun - 1] !== noun) return
  if (wordAt(text, tokens, noun - 1) !== 'since' || tokens.xpos[participle] !== 'VBN') return
  if (tokens.relation[participle] !== 'acl' || tokens.head[tokens.head[participle]!] !== verb) return
  copy().head[noun] = participle
}

/** "seized by Norland decades ago": read as one name that ends with the time; who did it is the name before. */
function mendAgo(tokens: TokenTable, time: number, copy: () => Mended): void {
  const name = time - 1
  if (tokens.upos[name] !== PROPER || tokens.head[name] !== time || tokens.relation[name] !== 'compound') return
  const { head, relation } = copy()
  head[name] = head[time]!
  relation[name] = relation[time]!
  for (let i = name - 1; i >= 0 && tokens.sentence[i] === tokens.sentence[time]; i--)
    if (head[i] === time) head[i] = name
  relation[time] = 'obl:unmarked'
}

/** Farthest, in tokens, that the first verb of a row may stand before the second. */
const FARTHEST_FIRST = 12

/** "was bundled into a truck, questioned for hours and charged": a row of what was done to one, not to the truck. */
function mendRow(text: string, tokens: TokenTable, participle: number, copy: () => Mended): void {
  if (wordAt(text, tokens, participle - 1) !== ',') return
  const row = childrenOf(tokens, participle)
  const last = row.find((child) => tokens.relation[child] === 'conj' && tokens.xpos[child] === 'VBN')
  if (last === undefined || !childrenOf(tokens, last).some((child) => /^(?:and|or)$/.test(wordAt(text, tokens, child))))
    return
  if (row.some((child) => /^(?:nsubj|aux)/.test(tokens.relation[child] ?? '') && child < participle)) return
  let at = tokens.head[participle]!
  while (at >= 0 && participle - at <= FARTHEST_FIRST && tokens.upos[at] !== VERB) at = tokens.head[at]!
  if (at < 0 || at > participle || participle - at > FARTHEST_FIRST || tokens.xpos[at] !== 'VBN') return
  if (!childrenOf(tokens, at).some((child) => tokens.relation[child] === 'aux:pass')) return
  const { head, relation } = copy()
  head[participle] = at
  relation[participle] = 'conj'
  head[last] = at
}

/** Verbs behind which a bare number begins what is told. */
const TELLING = set('say tell report estimate believe think know add state claim note confirm announce')
const ABOUT = set('about around some nearly almost over')

/** "about 940 remain behind bars", "said about 940 were still held": as many are the subject. */
function mendCounted(text: string, tokens: TokenTable, number: number, copy: () => Mended): void {
  const above = tokens.head[number]!
  if (above < 0) return
  const rel = tokens.relation[number]
  if (rel === 'nummod') {
    const isState =
      tokens.upos[above] === VERB || (tokens.upos[above] === ADJECTIVE && tokens.lemma[above] === 'remain')
    if (above < number || !isState || hasSubject(tokens, above)) return
    const { relation, upos, xpos } = copy()
    relation[number] = 'nsubj'
    if (upos[above] === ADJECTIVE) {
      upos[above] = VERB
      xpos[above] = 'VBP'
    }
    mendAbout(text, tokens, number, copy)
    return
  }
  if ((rel !== 'obl' && rel !== 'obj') || above > number || !TELLING.has(tokens.lemma[above] ?? '')) return
  if (tokens.upos[number + 1] !== VERB && tokens.upos[number + 1] !== AUX) return
  const clause = tokens.upos[number + 1] === VERB ? number + 1 : tokens.head[number + 1]!
  if (clause <= number || tokens.head[clause] !== above || tokens.relation[clause] !== 'ccomp') return
  if (hasSubject(tokens, clause)) return
  const { head, relation } = copy()
  head[number] = clause
  relation[number] = childrenOf(tokens, clause).some((child) => tokens.relation[child] === 'aux:pass')
    ? 'nsubj:pass'
    : 'nsubj'
  mendAbout(text, tokens, number, copy)
}

/** "about" before a number only bounds it. */
function mendAbout(text: string, tokens: TokenTable, number: number, copy: () => Mended): void {
  const before = number - 1
  if (tokens.head[before] !== number || tokens.upos[before] !== ADPOSITION) return
  if (!ABOUT.has(wordAt(text, tokens, before))) return
  const { relation, upos } = copy()
  relation[before] = 'advmod'
  upos[before] = ADVERB
}

/** Prepositions that only lead a phrase: "about" and "over" may bound a number. */
const LEADING = set('of by with in for against from to')

/** "the arrest of 26 alleged spies": the preposition leads to the spies, not to how many they are. */
function mendLedNumber(text: string, tokens: TokenTable, number: number, copy: () => Mended): void {
  const noun = tokens.head[number]!
  const leading = number - 1
  if (noun < number || tokens.relation[number] !== 'nummod' || tokens.upos[noun] !== NOUN) return
  if (tokens.head[leading] !== number || tokens.relation[leading] !== 'case') return
  if (LEADING.has(wordAt(text, tokens, leading))) copy().head[leading] = noun
}

const DATES = set(`monday tuesday wednesday thursday friday saturday sunday
  january february march april may june july august september october november december`)
const HOURS = set('morning afternoon evening night')

/** "On Monday police arrested two men", "In March two envoys were expelled": the day is when, and the noun is the subject. */
function mendFronted(text: string, tokens: TokenTable, noun: number, copy: () => Mended): void {
  const verb = tokens.head[noun]!
  if (verb < noun || tokens.upos[verb] !== VERB || hasSubject(tokens, verb)) return
  const preposition = childrenOf(tokens, noun)[0]!
  const date = preposition + 1
  const day = HOURS.has(wordAt(text, tokens, date + 1)) ? date + 1 : date
  if (day >= noun || tokens.relation[preposition] !== 'case' || !/^(?:on|in)$/.test(wordAt(text, tokens, preposition)))
    return
  if (!DATES.has(wordAt(text, tokens, date)) || tokens.upos[date] !== PROPER) return
  for (let i = day + 1; i < noun; i++) if (wordAt(text, tokens, i) === ',') return
  const parts = childrenOf(tokens, verb).map((child) => tokens.relation[child])
  const isPassive = parts.includes('aux:pass')
  if (!isPassive && !parts.includes('aux') && !/^VB[DPZ]$/.test(tokens.xpos[verb] ?? '')) return
  const { head, relation } = copy()
  head[preposition] = day
  head[date] = day
  head[day] = verb
  relation[day] = 'obl'
  relation[noun] = isPassive ? 'nsubj:pass' : 'nsubj'
}
