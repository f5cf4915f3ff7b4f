import { isAgentNoun } from './find-nominals.ts'
import { CALENDAR, NAME_PARTICLES, ORGANIZATION_TAILS, PLACE_NOUNS, SAYING_VERBS, THING_NOUNS } from './lexicon.ts'
import { type Scene, tagOf } from './scene.ts'

/** A person's name without what stands before it, in tokens. */
export interface SureName {
  readonly first: number
  readonly last: number
  /** Where offices or a rank in letters right before it begin ("Colonel", "DSP"), which may be taken for parts of it; else `first`. */
  readonly start: number
}

/** Words of a name at most, hyphens and particles among them. */
const LONGEST_NAME = 7
/** Words of an office's complement before the comma that its holder's name follows at most. */
const LONGEST_COMPLEMENT = 8
/** Words from an article to the noun of a description behind a name at most. */
const LONGEST_DESCRIPTION = 7

/** Nouns for persons before which, or beside which, bodies and states stand as well. */
const ALSO_BODIES =
  /^(?:employer|owner|co-owner|manager|operator|publisher|contractor|producer|carrier|supplier|partner|sponsor|insurer|member|supporter|critic|fan|ally|rival|broadcaster|host|neighbou?r|enemy|foe|friend|opponent|lead|source|candidate|agent|broker|backer|founder|winner|loser|participant|counterpart|subsidiary|parent|victim|developer|shareholder|donor|foreigner|individual|national|somebody|specialist|guardian|exile|veteran|recruit|observer|minor|outsider|organi[sz]er|developer|guest|visitor|child|baby)$/

/** Words in capitals that begin sentences and are no part of a name. */
const NO_NAME =
  /^(?:the|a|an|in|on|at|by|for|to|from|with|of|and|or|but|so|as|if|when|while|he|she|it|they|we|i|you|his|her|its|their|our|my|this|that|these|those|there|here|not|no|yes|is|are|was|has|have|had|do|does|did|what|who|how|why|where|which|then|now|also|both|all|some|many|most|one|two|three|mr|mrs|ms|miss|dr|prof|than|after|before|since|until|like|just|only|even|still|yet|about|over|under|into)$/

/**
 * Runs of capitals that their place in the sentence makes names of persons, whatever the tagger and the net say of their
 * words ("Lawyer Odhiambo Were", which ends in a verb): right behind a noun for one person or an office; between commas
 * behind such a noun and its complement; before an age, "who", or a description by such a noun between commas; and, where
 * the net or a given name speaks for a person, beside a verb of saying. Two words or more, none of them listed as a body,
 * a place or a thing; not in lines in which most words have capitals. In text order, without overlaps.
 */
export function findSureNames(scene: Scene): SureName[] {
  const found: SureName[] = []
  for (const { first, last } of scene.sentences) {
    if (scene.shouted[first] === 1 || isTitleCase(scene, first, last)) continue
    for (let at = first; at < last; at++) {
      if (!isForm(scene, at) || (at > first && isForm(scene, at - 1))) continue
      const name = nameAt(scene, at, last)
      if (!name) continue
      found.push(name)
      at = name.last - 1
    }
  }
  return found
}

/** A capital and small letters: "Were", "O'Neill", "McRae", "Ji-hoon", "J."; not "DSP", not "Geneva-based". */
function isForm(scene: Scene, at: number): boolean {
  const word = scene.words[at] ?? ''
  if (/^\p{Lu}\.$/u.test(word)) return true
  return /^\p{Lu}[\p{L}’']*\p{Ll}[\p{L}’']*(?:-(?:\p{Lu}[\p{L}’']+|\p{Ll}{1,6}))?$/u.test(word) && !COMPOUND.test(word)
}

const COMPOUND = /-(?:based|led|born|run|owned|backed|held|wide|made|style|like|era|bound)$/

/** True for headlines in which most words of four letters and more have capitals. */
function isTitleCase(scene: Scene, first: number, last: number): boolean {
  let long = 0
  let capital = 0
  for (let at = first; at < last; at++) {
    if (!/^\p{L}{4,}$/u.test(scene.words[at]!)) continue
    // What the net knows for a name has its capital everywhere.
    if (scene.tokens.name[at] !== 'O') continue
    long++
    if (/^\p{Lu}/u.test(scene.words[at]!)) capital++
  }
  return long >= 4 && capital * 3 > long * 2
}

function nameAt(scene: Scene, at: number, limit: number): SureName | null {
  const end = runEnd(scene, at, limit)
  let start = at
  // "Vardanian President Jane Roe": the state is a mention of its own.
  const listed = scene.gazetteers.phrases.longest(scene.words, at, end)
  if (listed && listed.end < end && !isOffice(scene, at) && isOffice(scene, listed.end)) start = listed.end
  // "Engineers Jane Roe and Max Hale": what several are is no title of one.
  while (start < end && isPlural(scene, start)) start++
  // Offices at the start of the run belong before the name: "Colonel Jane Roe".
  let first = start
  // "Tearful Jane Roe" at the beginning of a sentence.
  if (isAdjective(scene, first)) first++
  // "Ex-spook Jane Roe"
  if (scene.lower[first] === 'ex' && /^[-–]$/.test(scene.words[first + 1] ?? '')) first += 2
  while (first < end && isOffice(scene, first)) first++
  if (first === at) {
    const inner = officeInside(scene, at, end)
    if (inner >= 0) {
      start = inner
      first = inner + 1
    }
  }
  if (countForms(scene, first, end) < 2 || !mayBePerson(scene, first, end)) return null
  // "DSP Jane Roe", where the letters are no body's that is known.
  if (first === at && /^\p{Lu}{2,4}$/u.test(scene.words[at - 1] ?? '') && isRank(scene, at - 1)) start = at - 1
  return isSure(scene, start, first, end, limit) ? { first, last: end, start } : null
}

function isAdjective({ tokens, gazetteers, lower }: Scene, at: number): boolean {
  const opens = at === 0 || tokens.sentence[at - 1] !== tokens.sentence[at]
  return (
    opens &&
    /^(?:JJ|VBN|VBG)$/.test(tokens.xpos[at]!) &&
    tokens.name[at] === 'O' &&
    !gazetteers.givenNames.has(lower[at]!)
  )
}

/** "Harbor District Commissioner Jane Roe": the last office of a run that begins with no given name; -1 for none. */
function officeInside(scene: Scene, at: number, end: number): number {
  const { gazetteers, lower } = scene
  if (gazetteers.givenNames.has(lower[at]!)) return -1
  for (let i = end - 3; i > at; i--) {
    const office = gazetteers.offices.get(lower[i]!)
    if (office && office.use !== 'N' && !gazetteers.givenNames.has(lower[i]!)) return i
  }
  return -1
}

/** End of the run of capitals, with particles, initials and syllables behind hyphens. */
function runEnd(scene: Scene, at: number, limit: number): number {
  const { lower, words } = scene
  let end = at + 1
  const most = Math.min(limit, at + LONGEST_NAME)
  while (end < most) {
    const next = end + 1 < most && isForm(scene, end + 1)
    if (isForm(scene, end)) end++
    else if (/^[-–]$/.test(words[end]!) && touches(scene, end) && (next || /^\p{Ll}{1,6}$/u.test(words[end + 1] ?? '')))
      end += 2
    else if (NAME_PARTICLES.has(lower[end]!) && lower[end] !== 'e' && lower[end] !== 'y') {
      const hyphen = /^[-–]$/.test(words[end + 1] ?? '')
      if (next) end += 2
      else if (hyphen && end + 2 < most && isForm(scene, end + 2)) end += 3
      else break
    } else break
  }
  return Math.min(end, most)
}

function touches(scene: Scene, hyphen: number): boolean {
  const { from, to } = scene.tokens
  return from[hyphen] === to[hyphen - 1] && to[hyphen] === from[hyphen + 1]
}

function countForms(scene: Scene, first: number, last: number): number {
  let count = 0
  for (let at = first; at < last; at++) if (isForm(scene, at)) count++
  return count
}

/** No word of the run is one of a body, a place, a thing, a day or a sentence's beginning, and the lists have no such name. */
function mayBePerson(scene: Scene, first: number, last: number): boolean {
  const { lower, gazetteers } = scene
  const tail = lower[last - 1]!
  if (ORGANIZATION_TAILS.has(tail) || PLACE_NOUNS.has(tail) || THING_NOUNS.has(tail)) return false
  for (let at = first; at < last; at++) {
    const word = lower[at]!
    if (NO_NAME.test(word) || CALENDAR.has(word)) return false
    if (gazetteers.organizationNouns.has(word) || gazetteers.groups.has(word)) return false
  }
  if (gazetteers.givenNames.has(lower[first]!)) return true
  const listed = gazetteers.phrases.longest(scene.words, first, last)
  return listed === null
}

function isOffice(scene: Scene, at: number): boolean {
  const { gazetteers, lower } = scene
  const word = lower[at]!.replace(/\.$/, '').replace(/^ex-/, '')
  if (gazetteers.givenNames.has(word)) return false
  return gazetteers.offices.has(word) || gazetteers.persons.has(word) || gazetteers.officeModifiers.has(word)
}

function isPlural({ gazetteers, lower }: Scene, at: number): boolean {
  const word = lower[at]!
  return (
    word.endsWith('s') &&
    !gazetteers.offices.has(word) &&
    (gazetteers.persons.has(word.slice(0, -1)) || isAgentNoun(word))
  )
}

/** Letters that no list has for a body's, behind a comma or a small word, or beginning the sentence. */
function isRank(scene: Scene, at: number): boolean {
  if (scene.gazetteers.phrases.longest(scene.words, at, at + 1)) return false
  const opens = at === 0 || scene.tokens.sentence[at - 1] !== scene.tokens.sentence[at]
  return opens || /^[,“"]$/.test(scene.words[at - 1]!) || isPersonNoun(scene, at - 1)
}

/** A noun for one person, or an office, that is no name of a body's kind. */
function isPersonNoun(scene: Scene, at: number): boolean {
  const { gazetteers, lower } = scene
  const word = lower[at] ?? ''
  if (ALSO_BODIES.test(word)) return false
  if (!/^(?:NNP?|IN|FW|JJ)$/.test(tagOf(scene, at))) return false
  if (gazetteers.persons.has(word) || isAgentNoun(word)) return true
  return gazetteers.offices.has(word) && gazetteers.offices.get(word)?.use !== 'N'
}

function isSure(scene: Scene, start: number, first: number, last: number, limit: number): boolean {
  const { lower, words } = scene
  const inSentence = (at: number) => at >= 0 && scene.tokens.sentence[at] === scene.tokens.sentence[first]
  const before = start - 1
  if (inSentence(first - 1) && isPersonNoun(scene, first - 1) && !isSpokenTo(scene, first - 1)) return true
  if (first === start && lower[first - 1]?.match(/^['’]s?$/) && isOfNewsroom(scene, first)) return true
  const kin = inSentence(first - 4) && lower[first - 2] === '-' && lower[first - 4] === '-'
  // "mum-of-three Jane Roe"
  if (kin && lower[first - 3] === 'of') return true
  const next = words[last] ?? '.'
  const closes = last >= limit || /^[,.:;)–—”"]$/.test(next)
  const opensApposition = inSentence(before) && /^[,(–—]$/.test(words[before]!)
  if (opensApposition && closes && holderBefore(scene, before)) return true
  if (next === ',' || next === '(') {
    const age = /^\d{2}$/.test(words[last + 1] ?? '') && /^[,.;)]$/.test(words[last + 2] ?? '.')
    if (age) return true
    if (next === ',' && /^(?:who|whose|whom)$/.test(lower[last + 1] ?? '')) return true
    if (next === ',' && isDescribed(scene, last + 1, limit)) return true
  }
  // "Jane Roe of the Harbor Institute"
  const belongs =
    /^(?:of|from|at)$/.test(lower[last] ?? '') &&
    /^\p{Lu}/u.test(words[lower[last + 1] === 'the' ? last + 2 : last + 1] ?? '')
  if (belongs && first === start && scene.gazetteers.givenNames.has(lower[first]!)) return true
  return first === start && speaksFor(scene, first, last) && isBesideSaying(scene, first, last, limit)
}

/** Words of an outlet's name before the possessive mark at most. */
const LONGEST_OWNER = 4

/** "Al Jazeera's Jane Roe", "the EU's Jane Roe": who is of a newsroom, or of a body and has a given name. */
function isOfNewsroom(scene: Scene, first: number): boolean {
  const given = scene.gazetteers.givenNames.has(scene.lower[first]!)
  const outlet = scene.document.outlet?.replace(/^The /, '') ?? ''
  const before = scene.document.text.slice(0, scene.tokens.to[first - 2])
  if (outlet !== '' && before.endsWith(outlet)) return true
  for (let at = first - 2; at >= Math.max(0, first - 1 - LONGEST_OWNER); at--) {
    const match = scene.gazetteers.phrases.longest(scene.words, at, first - 1)
    if (match?.end !== first - 1) continue
    const is = (kind: string) => match.values.some((one) => one.kind === kind)
    if (is('outlet') || (given && is('organization'))) return true
  }
  return false
}

/** "told the minister Jane Roe had left": whom somebody speaks to, and another. */
function isSpokenTo(scene: Scene, noun: number): boolean {
  const { head, relation, lemma } = scene.tokens
  const up = head[noun]!
  return (
    /^i?obj$/.test(relation[noun]!) &&
    up >= 0 &&
    /^(?:tell|ask|inform|remind|assure|warn|show|give|teach|persuade|convince)$/.test(lemma[up] ?? '')
  )
}

/** "the spokesman, ...", "the head of the council, ...": a noun for one person and its complement before the comma. */
function holderBefore(scene: Scene, comma: number): boolean {
  for (let at = comma - 1; at >= Math.max(0, comma - LONGEST_COMPLEMENT - 1); at--) {
    if (scene.tokens.sentence[at] !== scene.tokens.sentence[comma]) return false
    const complement = at < comma - 1
    const follows = /^(?:of|in|to|at|for|on|with|from)$/.test(scene.lower[at + 1] ?? '')
    if (isPersonNoun(scene, at) && (!complement || follows)) return isDetermined(scene, at)
    if (!/^(?:NNS?|NNPS?|DT|JJ|POS|HYPH|IN|TO|PRP\$)$/.test(tagOf(scene, at))) return false
  }
  return false
}

/** An article, a possessor or an adjective of origin before the noun, or the beginning of the sentence: no list of names. */
function isDetermined(scene: Scene, noun: number): boolean {
  for (let at = noun - 1; at >= Math.max(0, noun - LONGEST_DESCRIPTION); at--) {
    const tag = tagOf(scene, at)
    if (/^(?:DT|PRP\$|POS)$/.test(tag)) return !/^(?:no|any|every|each|some)$/.test(scene.lower[at]!)
    if (!/^(?:NNS?|NNP|JJ|HYPH|VBN|AFX)$/.test(tag)) return false
    if (at === 0 || scene.tokens.sentence[at - 1] !== scene.tokens.sentence[noun]) return true
  }
  return noun === 0
}

/** "a lawyer,", "the union's secretary,", "his editor.": a description by a noun for one person, from its article on. */
function isDescribed(scene: Scene, article: number, limit: number): boolean {
  if (!/^(?:a|an|the|his|her|their|its)$/.test(scene.lower[article] ?? '')) return false
  for (let at = article + 1; at < Math.min(limit, article + LONGEST_DESCRIPTION); at++) {
    if (isPersonNoun(scene, at) && !/^(?:NN|POS|HYPH)/.test(tagOf(scene, at + 1))) return true
    if (!/^(?:NNS?|NNP|JJ|POS|HYPH|CD|VBN|VBG|AFX|RB)$/.test(tagOf(scene, at))) return false
  }
  return false
}

/** The net calls a word of it a person's and none a body's or a place's, or it begins with a given name. */
function speaksFor(scene: Scene, first: number, last: number): boolean {
  let person = scene.gazetteers.givenNames.has(scene.lower[first]!)
  for (let at = first; at < last; at++) {
    const net = scene.tokens.name[at]!
    if (net.endsWith('PER')) person = true
    else if (!person && (net.endsWith('ORG') || net.endsWith('LOC'))) return false
  }
  return person
}

/** "Jane Roe said", "said Jane Roe", "according to Jane Roe". */
function isBesideSaying(scene: Scene, first: number, last: number, limit: number): boolean {
  const { lower } = scene
  const says = (at: number) => SAYING_VERBS.has(scene.tokens.lemma[at] ?? '') && /^VB[DZP]$/.test(tagOf(scene, at))
  if (last < limit && says(last)) return true
  if (last + 1 < limit && /^RB$|^MD$/.test(tagOf(scene, last)) && SAYING_VERBS.has(scene.tokens.lemma[last + 1] ?? ''))
    return true
  const closes = last >= limit || /^[,.:;)–—”"]$/.test(scene.words[last]!)
  if (!closes || first === 0) return false
  return says(first - 1) || (lower[first - 1] === 'to' && lower[first - 2] === 'according')
}
