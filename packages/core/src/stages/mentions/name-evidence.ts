import { baseRelation } from '../../text/index.ts'
import { ORGANIZATION_TAILS, PLACE_NOUNS, SAYING_VERBS, THING_NOUNS } from './lexicon.ts'
import type { Draft, Scene } from './scene.ts'

/** Sums of evidence for what a name may be; a name's own words give about 0 to 5. */
export interface Types {
  person: number
  organization: number
  place: number
}

/** First words that make an organization of a name with "of" or "for". */
export const ORGANIZATION_HEADS =
  /^(?:Ministry|Department|University|Bank|Council|House|Court|Office|Organi[sz]ation|Association|Committee|Commission|Institute|Academy|College|Federation|Union|Board|Bureau|Party|Society|School|Chamber|Parliament|Center|Centre|League|Church|Order|Embassy|Agency|Republic|Museum|Coalition|Movement|Front|Army|Friends)$/

/** Tails that name a building as often as the body in it. */
const BUILDINGS = /^(?:center|centre|house|museum|school|hospital|clinic|library|church|club|station)$/

/** What the words and their surroundings say for each kind of name. */
export function evidence(scene: Scene, first: number, last: number, title: Draft['title']): Types {
  const { tokens, lower, words, gazetteers } = scene
  const types: Types = { person: 0, organization: 0, place: 0 }
  const length = last - first
  for (let i = first; i < last; i++) {
    const net = tokens.name[i]!
    if (net.endsWith('PER')) types.person += 2 / length
    else if (net.endsWith('ORG')) types.organization += 2 / length
    else if (net.endsWith('LOC')) types.place += 2 / length
    else types.person -= 0.5 / length
  }
  // One whole name of the net's, bounds and all, weighs more than single words.
  const kind = tokens.name[first]!.startsWith('B-') ? tokens.name[first]!.slice(2) : ''
  let agrees = kind !== '' && tokens.name[last] !== `I-${kind}`
  for (let i = first + 1; i < last; i++) if (tokens.name[i] !== `I-${kind}`) agrees = false
  if (agrees && kind === 'PER') types.person += 1
  else if (agrees && kind === 'ORG') types.organization += 1
  else if (agrees && kind === 'LOC') types.place += 1
  const tail = lower[last - 1]!
  const start = words[first]!
  if (THING_NOUNS.has(tail)) {
    types.person -= 4
    types.organization -= 4
    types.place -= 4
  } else if (length > 1 && (ORGANIZATION_TAILS.has(tail) || gazetteers.organizationNouns.has(tail)))
    // More than a whole name of the net's: "rival Port Hale Shipping".
    types.organization += BUILDINGS.test(tail) ? 1.6 : 3.5
  else if (
    length > 2 &&
    lower.slice(first, last).some((word) => /^(?:of|for|on|against)$/.test(word)) &&
    ORGANIZATION_HEADS.test(start)
  )
    types.organization += 3
  else if (
    length > 2 &&
    lower.slice(first + 1, last - 1).some((word) => /^(?:without|beyond|across|against)$/.test(word))
  )
    types.organization += 4
  else if (length > 1 && PLACE_NOUNS.has(tail)) types.place += 3
  else if (length > 1 && gazetteers.givenNames.has(lower[first]!)) types.person += 2
  else if (length === 1 && gazetteers.givenNames.has(lower[first]!)) types.person += 1
  if (length > 1 && /^\p{Lu}\.?$/u.test(words[first + 1]!) && length > 2) types.person += 1
  if (length === 1 && /^(?:\p{Lu}\.?){2,6}$/u.test(start) && scene.shouted[first] === 0) types.organization += 0.8
  const before = lower[first - 1] ?? ''
  if (before === 'the' && tokens.xpos[last - 1] === 'NNP' && FIGHTERS.test(lower.slice(last, last + 2).join(' ')))
    types.organization += 3
  if (title === null && before === 'the') types.person -= 2
  if (before === 'in' || before === 'near' || before === 'at') types.place += 1
  if (words[last] === ',' && /^\d{2}$/.test(words[last + 1] ?? '') && words[last + 2] === ',') types.person += 2
  // "Jane Roe, whose son was freed".
  if (words[last] === ',' && /^(?:who|whose|whom)$/.test(lower[last + 1] ?? '')) types.person += 4
  const root = tokens.head[first]! >= first && tokens.head[first]! < last ? last - 1 : first
  if (baseRelation(tokens, root) === 'nsubj' && SAYING_VERBS.has(tokens.lemma[tokens.head[root]!] ?? ''))
    types.person += length > 1 && types.organization + types.place <= 0 && isUnknownName(scene, first, last) ? 2.2 : 0.5
  // "according to Guntis Oz": a place that no list has does not speak.
  const speaks =
    (baseRelation(tokens, root) === 'nsubj' && SAYING_VERBS.has(tokens.lemma[tokens.head[root]!] ?? '')) ||
    (before === 'to' && lower[first - 2] === 'according')
  if (speaks && length > 1 && types.place > 0 && isUnknownName(scene, first, last)) {
    types.person += types.place
    types.place = 0
  }
  if (before === ',' && length > 1 && isUnknownName(scene, first, last) && namesHolder(scene, first - 1, last))
    types.person += 2.2
  if (baseRelation(tokens, root) === 'appos') {
    const noun = (tokens.lemma[tokens.head[root]!] ?? '').toLowerCase()
    // "its owner, Harbor Bank": bodies employ, own and insure as well.
    if (OWNERS.test(noun) && baseRelation(tokens, root) === 'appos') types.organization += 1.2
    else if (gazetteers.persons.has(noun) || gazetteers.offices.has(noun))
      // "The First Lady, Mama Jane Roe,": between commas, and nothing but a name.
      types.person += length > 1 && words[last] === ',' && isUnknownName(scene, first, last) ? 2.2 : 1.2
    else if (gazetteers.organizationNouns.has(noun)) types.organization += 1.2
    // "one of them, Jane Roe,".
    else if (noun === 'one' && length > 1 && words[last] === ',' && isUnknownName(scene, first, last)) types.person += 3
  }
  // "the intelligence service BIS", "the oil company PDV": letters right behind a noun for a body are its name.
  if (
    length === 1 &&
    /^\p{Lu}{2,}$/u.test(start) &&
    scene.shouted[first] === 0 &&
    gazetteers.organizationNouns.has(before) &&
    before !== 'state' &&
    !gazetteers.organizationNouns.has(lower[first]!)
  )
    types.organization += 3
  for (const child of scene.tree.children(root)) {
    if (baseRelation(tokens, child) !== 'appos') continue
    const noun = tokens.lemma[child] ?? ''
    if (gazetteers.persons.has(noun)) types.person += 1.2
    else if (gazetteers.organizationNouns.has(noun)) types.organization += 1.2
  }
  return types
}

/** What stands behind the name of a body: "the Mujahir-e Shalq armed group". */
const FIGHTERS =
  /^(?:(?:armed|rebel|militant|insurgent|guerrilla|separatist|terrorist|jihadist|extremist|resistance) (?:group|movement|organi[sz]ation|faction)$|(?:militia|gang|cartel)\b)/

const OWNERS =
  /^(?:employer|owner|operator|insurer|publisher|charterer|sponsor|carrier|manufacturer|supplier|developer)$/

/** Most words of a complement between an office and the name of who holds it. */
const LONGEST_COMPLEMENT = 5

/** "The governor of Port Hale, Jane Roe, said": between commas behind an office and its complement stands who holds it. */
function namesHolder(scene: Scene, comma: number, last: number): boolean {
  const { lower, tokens, gazetteers } = scene
  if (!/^[,.;]$/.test(lower[last] ?? '.')) return false
  for (let i = comma - 1; i > 0 && i >= comma - LONGEST_COMPLEMENT - 1; i--) {
    if (lower[i] === 'of') {
      const noun = (tokens.lemma[i - 1] ?? '').toLowerCase()
      return tokens.xpos[i - 1] !== 'NNS' && (gazetteers.offices.has(noun) || gazetteers.persons.has(noun))
    }
    if (!/^(?:NN|NNS|NNP|NNPS|DT|JJ|POS|HYPH)$/.test(tokens.xpos[i]!)) return false
  }
  return false
}

/** Capitalized words, two to four, none of them an acronym or listed: a name that the net does not know. */
function isUnknownName(scene: Scene, first: number, last: number): boolean {
  if (last - first > 4) return false
  for (let at = first; at < last; at++) {
    if (
      !/^\p{Lu}[\p{Ll}’'-]+(?:-\p{Lu}\p{Ll}+)?$/u.test(scene.words[at]!) ||
      !/^(?:NNP|FW)$/.test(scene.tokens.xpos[at]!)
    )
      return false
  }
  return true
}
