import { UPOS } from '../../model/index.ts'
import type { Entity } from './entities.ts'
import { isCompatible, lastSentence, overlaps, wordsOf } from './nominal-fits.ts'
import type { Draft, Scene } from './scene.ts'

export function findOrganization(
  scene: Scene,
  draft: Draft,
  earlier: readonly Entity[],
  possessorOf: (draft: Draft) => Entity | null,
): Entity | null {
  if (draft.determiner === 'indefinite' || isNamed(scene, draft)) return null
  const organizations = earlier.filter(
    (one) =>
      (one.kind === 'organization' || one.kind === 'outlet') &&
      isCompatible(one, draft) &&
      !overlaps(scene, one, draft),
  )
  const words = wordsOf(scene, draft)
  const called = organizations.filter(
    (one) =>
      one.nouns.has(draft.noun) ||
      one.drafts.some(
        (other) =>
          other.form === 'name' &&
          (scene.lower[other.coreLast - 1] === draft.noun ||
            (scene.lower[other.coreFirst] === draft.noun && scene.lower[other.coreFirst + 1] === 'of')),
      ),
  )
  const owner = draft.determiner === 'possessive' ? possessorOf(draft) : null
  if (owner) {
    return (
      called.find((one) =>
        one.drafts.some(
          (other) => possessorOf(other) === owner || (owner.kind === 'state' && one.country === owner.country),
        ),
      ) ?? null
    )
  }
  if (draft.country !== null)
    return called.find((one) => one.country === draft.country && modifiersAgree(one, draft)) ?? null
  if (draft.determiner === 'none')
    return called.find((one) => one.drafts.some((other) => wordsOf(scene, other) === words)) ?? null
  const agreeing = called.filter((one) => modifiersAgree(one, draft) && !isElsewhere(one, draft, earlier))
  if (agreeing.length > 0) return agreeing[0]!
  const outlets = organizations.filter((one) => one.kind === 'outlet')
  if (draft.sector === 'MED' && draft.determiner === 'definite' && !isPressOffice(draft)) {
    const close = outlets.filter((one) => draft.sentence - lastSentence(one, draft.first) <= 2)
    return close.length === 0 ? newsroomBefore(scene, draft, earlier) : close.length === 1 ? close[0]! : null
  }
  if (
    /^(?:organization|organisation|agency|bloc|alliance|company|firm|body|movement|union|party|charity|watchdog)$/.test(
      draft.noun,
    )
  ) {
    const close = organizations.filter(
      (one) =>
        draft.sentence - lastSentence(one, draft.first) <= 2 &&
        // "the ruling party" is not whatever body was named last.
        (draft.noun !== 'party' || draft.modifiers.length === 0) &&
        one.drafts.some((other) => other.form === 'name') &&
        (draft.sector === null || one.sector === null || one.sector === draft.sector),
    )
    return close.length === 1 ? close[0]! : null
  }
  return null
}

/**
 * "RTX has withdrawn a report. The broadcaster said": the one body without a listed name that this sentence or the two
 * before name, which is an outlet then; null where there is none, or more.
 */
function newsroomBefore(scene: Scene, draft: Draft, earlier: readonly Entity[]): Entity | null {
  if (
    !/^(?:broadcaster|newspaper|paper|magazine|station|channel|outlet|website|daily|weekly|tabloid)$/.test(draft.noun)
  )
    return null
  // Letters are no place that lists do not have.
  const letters = (one: Entity) => one.drafts.every((other) => /^\p{Lu}{2,}$/u.test(scene.words[other.coreFirst]!))
  const close = earlier.filter(
    (one) =>
      (one.kind === 'organization' || (one.kind === 'place' && letters(one))) &&
      draft.sentence - lastSentence(one, draft.first) <= 2 &&
      !overlaps(scene, one, draft) &&
      one.drafts.some((other) => other.form === 'name') &&
      one.drafts.every((other) => other.form !== 'name' || (other.key === null && other.sector === null)),
  )
  const [only] = close
  if (!only || close.length > 1) return null
  only.kind = 'outlet'
  for (const other of only.drafts) other.kind = 'outlet'
  return only
}

/** "opposition politicians in Rome asked whether the government ...": not that of the land told of before. */
function isElsewhere(entity: Entity, draft: Draft, earlier: readonly Entity[]): boolean {
  if (entity.country === null || draft.determiner !== 'definite' || !OF_STATES.test(draft.noun)) return false
  const here = earlier.filter((one) => one.country !== null && lastSentence(one, draft.first) === draft.sentence)
  return here.length > 0 && !here.some((one) => one.country === entity.country)
}
/** Bodies that each state has. */
const OF_STATES = /^(?:government|cabinet|parliament)$/

/** "the opposition party Lelo", "the charity Sunlight": the name right behind says which. */
function isNamed({ words, tokens }: Scene, { last, sentence }: Draft): boolean {
  return last < words.length && tokens.sentence[last] === sentence && UPOS[tokens.upos[last]!] === 'PROPN'
}

/** "the presidential press service" speaks for somebody and is no outlet. */
const isPressOffice = ({ modifiers, noun }: Draft) =>
  modifiers.includes('press') && /^(?:service|office|cent(?:re|er)|department)$/.test(noun)

const SIDES = /^(?:ruling|governing|opposition|conservative|liberal|leftist|rightist)$/

/** "the foreign ministry" is not "the defense ministry": every telling word of the later is a word of the earlier. */
function modifiersAgree(entity: Entity, draft: Draft): boolean {
  if (draft.modifiers.length === 0) return true
  // "the opposition party Lelo" is not "the ruling party".
  const sides = (one: Draft) => one.modifiers.filter((word) => SIDES.test(word))
  const own = sides(draft)
  if (own.length > 0 && entity.drafts.some((other) => sides(other).some((word) => !own.includes(word)))) return false
  return entity.drafts.some(
    (other) => other.form === 'name' || draft.modifiers.every((word) => other.modifiers.includes(word)),
  )
}
