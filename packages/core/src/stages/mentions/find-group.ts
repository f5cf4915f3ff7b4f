import type { Entity } from './entities.ts'
import { CUSTODY_NOUNS, GROUP_NUMBERS } from './lexicon.ts'
import { family, isCompatible, LOOSE_WINDOW, lastSentence, overlaps, WINDOW, wordsOf } from './nominal-fits.ts'
import { type Draft, isHeadline, type Scene } from './scene.ts'

export function findGroup(
  scene: Scene,
  draft: Draft,
  earlier: readonly Entity[],
  held: boolean,
  possessorOf: (draft: Draft) => Entity | null,
): Entity | null {
  const groups = earlier.filter(
    (one) => one.kind === 'group' && one.many && isCompatible(one, draft) && !overlaps(scene, one, draft),
  )
  const same = groups.filter((one) => one.nouns.has(draft.noun))
  if (draft.determiner === 'definite' || draft.determiner === 'demonstrative') {
    const others = /^(?:other|others|rest|remaining)$/
    if (draft.modifiers.some((word) => others.test(word)) || others.test(draft.noun)) return null
    const agreeing = same.filter((one) => sameCount(one, draft) && sameCountry(one, draft))
    if (agreeing.length > 0) return agreeing[0]!
    if (held || CUSTODY_NOUNS.has(draft.noun)) {
      const heldOnes = groups.filter((one) => one.custody && sameCount(one, draft))
      if (heldOnes.length > 0 && (heldOnes.length === 1 || allNear(heldOnes, draft))) return heldOnes[0]!
    }
    // "the Harbor Watch rights group ... The group": whom the text has called so by name.
    const called = earlier.find(
      (one) =>
        one.kind === 'organization' &&
        one.nouns.has(draft.noun) &&
        isCompatible(one, draft) &&
        draft.sentence - lastSentence(one, draft.first) <= WINDOW &&
        !overlaps(scene, one, draft),
    )
    if (called && draft.modifiers.length === 0) return called
    if (draft.noun === 'group') {
      const bodies = earlier.filter(
        (one) =>
          one.kind === 'organization' &&
          /^(?:REB|NGO|OPP|CVL)$/.test(one.sector ?? 'NGO') &&
          one.drafts.some((other) => other.form === 'name') &&
          draft.sentence - lastSentence(one, draft.first) <= 1 &&
          !overlaps(scene, one, draft),
      )
      if (bodies.length > 0 && draft.modifiers.length === 0) return bodies[0]!
    }
    if (GROUP_NUMBERS.has(draft.noun) && draft.modifiers.length === 0) {
      const counted = groups.filter(
        (one) => draft.sentence - lastSentence(one, draft.first) <= WINDOW && countsAs(one, draft.noun),
      )
      const heldOnes = counted.filter((one) => one.custody)
      if (counted.length === 1 || heldOnes.length === 1) return heldOnes[0] ?? counted[0]!
    }
    if (GENERIC_GROUPS.has(draft.noun) && draft.modifiers.length === 0) {
      const close = groups.filter(
        (one) => draft.sentence - lastSentence(one, draft.first) <= 2 && sameCount(one, draft),
      )
      const heldOnes = close.filter((one) => one.custody)
      if (heldOnes.length === 1) return heldOnes[0]!
      if (close.length === 1) return close[0]!
    }
    const related = family(draft.noun)
    const relatives = groups.filter(
      (one) => [...one.nouns].some((noun) => related.has(noun)) && sameCount(one, draft) && sameCountry(one, draft),
    )
    const close = relatives.filter((one) => draft.sentence - lastSentence(one, draft.first) <= LOOSE_WINDOW)
    return close.length === 1 ? close[0]! : null
  }
  if (COLLECTIVES.has(draft.noun) && draft.determiner !== 'indefinite') {
    const plain = same.find((one) => sameCountry(one, draft) && sameWords(one, draft))
    if (plain) return plain
  }
  // "14 activists" told again, "officials in Minsk" said again: the same words with a number or a complement.
  const words = wordsOf(scene, draft)
  const identical = same.find((one) =>
    one.drafts.some((other) => other.form === 'nominal' && wordsOf(scene, other) === words),
  )
  if (identical && (draft.country !== null || draft.last > draft.coreLast)) return identical
  // "Two Norwegians freed" over "Two Norwegian aid workers were freed": a headline and its lead.
  const heading = groups.filter(
    (one) =>
      draft.country !== null &&
      one.country === draft.country &&
      one.drafts.some((other) => other.count === draft.count && isHeadline(scene, other.sentence)),
  )
  if (heading.length === 1 && draft.sentence <= 2) return heading[0]!
  if (draft.count !== null && /^\d|^[a-z]+(?:teen|ty|een)/.test(draft.count)) {
    const counted = same.filter((one) => one.drafts.some((other) => other.count === draft.count))
    if (counted.length === 1) return counted[0]!
  }
  if (draft.determiner === 'possessive') {
    const owner = possessorOf(draft)
    if (!owner) return null
    return same.find((one) => one.drafts.some((other) => possessorOf(other) === owner)) ?? null
  }
  return null
}

/** Nouns for any people: "the men" are the prisoners of the sentence before. */
const GENERIC_GROUPS = new Set(['man', 'woman', 'person', 'people', 'pair', 'duo', 'trio', 'two'])

/** True where the group was told with the number that the noun stands for. */
function countsAs(entity: Entity, noun: string): boolean {
  const number = GROUP_NUMBERS.get(noun)
  return entity.drafts.some(
    ({ count, noun: other }) => count?.toLowerCase() === number || GROUP_NUMBERS.get(other) === number,
  )
}

/** Nouns of bodies of which a country or town has one: told twice, they mean the same. */
const COLLECTIVES = new Set([
  'police',
  'army',
  'military',
  'opposition',
  'troops',
  'forces',
  'authorities',
  'media',
  'press',
  'judiciary',
])

function sameWords(entity: Entity, draft: Draft): boolean {
  return entity.drafts.some(
    (other) => other.form === 'nominal' && other.modifiers.join(' ') === draft.modifiers.join(' '),
  )
}

function allNear(list: readonly Entity[], draft: Draft): boolean {
  return list.every((one) => draft.sentence - lastSentence(one, draft.first) <= 2) === false
}

function sameCount(entity: Entity, draft: Draft): boolean {
  if (draft.count === null) return true
  const count = draft.count.toLowerCase()
  return entity.drafts.every((other) => other.count === null || other.count.toLowerCase() === count)
}

function sameCountry(entity: Entity, draft: Draft): boolean {
  return draft.country === null || entity.country === draft.country
}
