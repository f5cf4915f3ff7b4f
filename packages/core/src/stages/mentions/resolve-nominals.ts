import { baseRelation } from '../../text/index.ts'
import { isPlaceUse } from './capitals.ts'
import type { Entities, Entity } from './entities.ts'
import {
  CUSTODY_MODIFIERS,
  CUSTODY_NOUNS,
  CUSTODY_VERBS,
  GENERIC_OFFICIALS,
  GENERIC_PERSONS,
  OFFICE_FAMILIES,
} from './lexicon.ts'
import { type Draft, isHeadline, isVoice, type Scene, tagOf } from './scene.ts'

/** How many sentences back a definite noun looks for somebody of the same office or noun. */
const WINDOW = 30
/** The same for a noun that only fits by kind ("the diplomat" of an ambassador). */
const LOOSE_WINDOW = 6
/** Sentences of a headline and lead, in which an unnamed "senior official" may be named right after. */
const LEAD_SENTENCES = 3
/** How many sentences after such a description the name may come. */
const LEAD_REACH = 2

/** True where a noun stands for people held: by itself, by what stands before it, or as object of a verb of holding. */
export function isHeld(scene: Scene, draft: Draft): boolean {
  if (CUSTODY_NOUNS.has(draft.noun) || draft.modifiers.some((word) => CUSTODY_MODIFIERS.has(word))) return true
  const head = scene.tokens.head[draft.root] ?? -1
  if (head < 0) return false
  const relation = scene.tokens.relation[draft.root]!
  const verb = scene.tokens.lemma[head] ?? ''
  if (!CUSTODY_VERBS.has(verb)) return false
  return /^(?:obj|nsubj:pass|nmod|obl)$/.test(relation) && (relation !== 'obl' || false)
}

/**
 * Gives a nominal its entity: an earlier one for "the envoy", "the prisoners", "the ministry" where just one fits, a new
 * one for "an envoy", "several activists". `earlier` are the entities met before it in the text, latest first.
 */
export function resolveNominal(
  scene: Scene,
  draft: Draft,
  earlier: readonly Entity[],
  entities: Entities,
  possessorOf: (draft: Draft) => Entity | null,
): void {
  if (draft.kind === 'state') {
    resolveCountry(scene, draft, earlier, entities)
    return
  }
  const held = isHeld(scene, draft)
  const found =
    draft.kind === 'person'
      ? findPerson(scene, draft, earlier, entities, possessorOf)
      : draft.kind === 'group'
        ? findGroup(scene, draft, earlier, held, possessorOf)
        : findOrganization(scene, draft, earlier, possessorOf)
  const entity = found ?? entities.create(draft.kind ?? 'group')
  entities.add(entity, draft)
  if (held) entity.custody = true
}

/** "the country" is the state named last, here or in the sentence before; nobody where there is none. */
function resolveCountry(scene: Scene, draft: Draft, earlier: readonly Entity[], entities: Entities): void {
  const state = earlier.find((one) => one.kind === 'state' && draft.sentence - lastSentence(one, draft.first) <= 1)
  if (!state) return
  if (isPlaceUse(scene, draft)) draft.kind = 'place'
  entities.add(state, draft)
}

function lastSentence(entity: Entity, before: number): number {
  let last = -1
  for (const draft of entity.drafts) if (draft.first < before && draft.sentence > last) last = draft.sentence
  return last
}

function family(noun: string): ReadonlySet<string> {
  const all = new Set<string>([noun])
  for (const row of OFFICE_FAMILIES) if (row.has(noun)) for (const word of row) all.add(word)
  return all
}

/** True where the entity was called by one of these nouns before `at`, in a nominal or a title, and not as a former one. */
function isCalled(scene: Scene, entity: Entity, nouns: ReadonlySet<string>, at: number, former: boolean): boolean {
  for (const other of entity.drafts) {
    if (other.first >= at) continue
    if (other.form === 'nominal') {
      if (nouns.has(other.noun) && (former || !other.modifiers.some((word) => /^(?:former|ex|then)$/.test(word))))
        return true
    } else if (other.title) {
      for (let i = other.title.first; i < other.title.last; i++) {
        if (nouns.has(scene.lower[i]!) && (former || !/^(?:former|ex|then)$/.test(scene.lower[other.title.first]!)))
          return true
      }
    }
  }
  return false
}

function isCompatible(entity: Entity, draft: Draft): boolean {
  if (draft.gender !== null && entity.gender !== null && draft.gender !== entity.gender) return false
  if (draft.country !== null && entity.country !== null && draft.country !== entity.country) return false
  return true
}

/** Words before the noun that tell two of one office apart. */
function conflicts(entity: Entity, draft: Draft): boolean {
  const telling = (words: readonly string[]) =>
    words.filter((word) => /^(?:deputy|vice|former|prime|foreign|defense|defence|interior|finance|new|ex)$/.test(word))
  const mine = telling(draft.modifiers)
  if (mine.length === 0) return false
  return !entity.drafts.some((other) => {
    const theirs = other.title ? [] : telling(other.modifiers)
    return mine.every((word) => theirs.includes(word)) || other.form === 'name'
  })
}

function findPerson(
  scene: Scene,
  draft: Draft,
  earlier: readonly Entity[],
  entities: Entities,
  possessorOf: (draft: Draft) => Entity | null,
): Entity | null {
  if (draft.determiner === 'indefinite' || draft.determiner === 'none') {
    if (draft.determiner === 'none' && isHeadline(scene, draft.sentence)) return findDescribed(draft, entities)
    return draft.determiner === 'indefinite' || isBareSingular(draft) ? findInLead(scene, draft, entities) : null
  }
  const persons = earlier.filter(
    (one) => one.kind === 'person' && !one.many && isCompatible(one, draft) && !overlaps(scene, one, draft),
  )
  const near = (window: number) => (one: Entity) => draft.sentence - lastSentence(one, draft.first) <= window
  if (draft.determiner === 'possessive') {
    const owner = possessorOf(draft)
    if (!owner) return null
    return (
      persons.find(
        (one) =>
          one.nouns.has(draft.noun) &&
          one.drafts.some((other) => other.form === 'nominal' && possessorOf(other) === owner),
      ) ?? (draft.country !== null ? officeOfState(draft, entities) : null)
    )
  }
  const former = draft.modifiers.some((word) => /^(?:former|ex)$/.test(word))
  const called = new Set([draft.noun])
  const same = persons.filter((one) => isCalled(scene, one, called, draft.first, former) && !conflicts(one, draft))
  const sameCountry =
    draft.country === null ? same : same.filter((one) => one.country === draft.country || one.country === null)
  const exact = sameCountry.filter(near(WINDOW))
  if (exact.length > 0) return exact[0]!
  const later = officeOfState(draft, entities)
  if (later) return later
  // Named before, called so only later on: "Roe" in the headline, "President Roe" below.
  const known = persons.filter((one) => one.name.length > 0 && one.nouns.has(draft.noun) && !conflicts(one, draft))
  if (known.length === 1 && (draft.country === null || known[0]!.country === draft.country)) return known[0]!
  const principal = spokenFor(draft, earlier, possessorOf)
  if (principal && isCompatible(principal, draft) && !overlaps(scene, principal, draft)) return principal
  const named = calledLater(draft, entities)
  if (named && !overlaps(scene, named, draft)) return named
  const related = family(draft.noun)
  // Whom the same sentence has just brought in without a name is somebody else: "an official said the minister had left".
  const another = (one: Entity) => one.name.length === 0 && lastSentence(one, draft.first) === draft.sentence
  const relatives = persons.filter(
    (one) =>
      near(LOOSE_WINDOW)(one) &&
      !another(one) &&
      isCalled(scene, one, related, draft.first, former) &&
      !conflicts(one, draft),
  )
  const preferred = draft.country === null ? relatives : relatives.filter((one) => one.country === draft.country)
  if (preferred.length === 1) return preferred[0]!
  if (preferred.length > 1 && draft.country === null) {
    // Several fit: only the one of the sentence before or this one, if it is alone there.
    const close = preferred.filter(near(1))
    return close.length === 1 ? close[0]! : null
  }
  if (GENERIC_OFFICIALS.has(draft.noun) || GENERIC_PERSONS.has(draft.noun)) {
    const fitting = persons.filter(
      (one) =>
        near(2)(one) &&
        !another(one) &&
        (GENERIC_PERSONS.has(draft.noun) || one.sector === null || one.sector === 'GOV') &&
        (draft.country === null || one.country === draft.country),
    )
    return fitting.length === 1 ? fitting[0]! : null
  }
  return null
}

/** True where a mention of the entity overlaps the draft or is another argument of its verb: then it is another one. */
function overlaps(scene: Scene, entity: Entity, draft: Draft): boolean {
  const { head } = scene.tokens
  for (let i = entity.drafts.length - 1; i >= 0; i--) {
    const other = entity.drafts[i]!
    if (other.first < draft.last && draft.first < other.last) return true
    if (
      other.sentence === draft.sentence &&
      head[other.root] === head[draft.root] &&
      isArgument(scene, other) &&
      isArgument(scene, draft)
    )
      return true
  }
  return false
}

function isArgument(scene: Scene, draft: Draft): boolean {
  return /^(?:nsubj|obj|iobj|obl)/.test(scene.tokens.relation[draft.root]!)
}

function isBareSingular(draft: Draft): boolean {
  return !draft.many && draft.modifiers.length > 0
}

/** The one named person of the document who holds this office of this state: "the US president" before he is named. */
function officeOfState(draft: Draft, entities: Entities): Entity | null {
  if (draft.country === null) return null
  const holders = entities.list.filter(
    (one) =>
      one.kind === 'person' &&
      one.drafts.length > 0 &&
      one.name.length > 0 &&
      one.country === draft.country &&
      one.nouns.has(draft.noun) &&
      !conflicts(one, draft),
  )
  return holders.length === 1 ? holders[0]! : null
}

/** Sentences after "the minister" in which a "Minister Jane Roe" may still name who is meant, and the same for "the leader". */
const LATER_REACH = 6
const LATER_LOOSE_REACH = 2

/** Offices whose holders others speak for. */
const PRINCIPALS = /^(?:president|premier|minister|chancellor|king|queen|leader|governor|mayor|chief|chairman|head)$/
const SPEAKING_FOR = /^(?:spokes(?:man|woman|person)|secretary|aide|adviser|advisor|lawyer|representative)$/

/** "Roe's spokeswoman said the president had ...": whom the speaker of the sentence speaks for. */
function spokenFor(
  draft: Draft,
  earlier: readonly Entity[],
  possessorOf: (draft: Draft) => Entity | null,
): Entity | null {
  if (draft.determiner !== 'definite' || !PRINCIPALS.test(draft.noun)) return null
  for (const entity of earlier) {
    for (const other of entity.drafts) {
      if (other.form !== 'nominal' || other.sentence !== draft.sentence || other.last > draft.first) continue
      if (!SPEAKING_FOR.test(other.noun)) continue
      const owner = possessorOf(other)
      if (owner?.kind === 'person' && !owner.many) return owner
    }
  }
  return null
}

/** "The minister declined. ... Minister Jane Roe": the one person that is named soon after and called so then. */
function calledLater(draft: Draft, entities: Entities): Entity | null {
  if (draft.determiner !== 'definite' || draft.many) return null
  const soon = (one: Entity, reach: number) =>
    one.drafts.some(
      (other) => other.form === 'name' && other.sentence > draft.sentence && other.sentence <= draft.sentence + reach,
    ) && !one.drafts.some((other) => other.first < draft.first)
  const fits = (one: Entity) =>
    one.kind === 'person' && one.name.length > 0 && !one.many && isCompatible(one, draft) && !conflicts(one, draft)
  const exact = entities.list.filter((one) => fits(one) && one.nouns.has(draft.noun) && soon(one, LATER_REACH))
  if (exact.length > 0) return exact.length === 1 ? exact[0]! : null
  const related = family(draft.noun)
  const loose = entities.list.filter(
    (one) => fits(one) && [...one.nouns].some((noun) => related.has(noun)) && soon(one, LATER_LOOSE_REACH),
  )
  return loose.length === 1 ? loose[0]! : null
}

/**
 * "A senior Vardanian official has revealed ... In an interview, Jane Roe, a deputy of ...": in the headline and the lead
 * the unnamed one is the named one where both are told to say something, country and sector agree, and nobody else fits.
 */
function findInLead(scene: Scene, draft: Draft, entities: Entities): Entity | null {
  if (draft.sentence > LEAD_SENTENCES || draft.many || !isVoice(scene, draft)) return null
  const related = family(draft.noun)
  const fitting = entities.list.filter((one) => {
    if (one.kind !== 'person' || one.name.length === 0 || one.many || one.drafts.length === 0) return false
    if (!isCompatible(one, draft) || (draft.country !== null && one.country !== draft.country)) return false
    if (draft.sector !== null && one.sector !== draft.sector) return false
    if (draft.country === null && ![...one.nouns].some((noun) => related.has(noun))) return false
    return one.drafts.some(
      (other) =>
        other.form === 'name' &&
        other.sentence !== draft.sentence &&
        other.sentence <= draft.sentence + LEAD_REACH &&
        isSubject(scene, other),
    )
  })
  return fitting.length === 1 ? fitting[0]! : null
}

/** "Court frees blogger" over "Jane Roe, the blogger, ...": the one named person below who is called so. */
function findDescribed(draft: Draft, entities: Entities): Entity | null {
  const fitting = entities.list.filter(
    (one) =>
      one.kind === 'person' &&
      one.name.length > 0 &&
      isCompatible(one, draft) &&
      one.nouns.has(draft.noun) &&
      one.drafts.some((other) => other.form === 'name' && other.sentence <= draft.sentence + LEAD_SENTENCES + 1),
  )
  return fitting.length === 1 ? fitting[0]! : null
}

/** A subject by the tree, or a name before a main verb that the tree left without any subject. */
function isSubject(scene: Scene, draft: Draft): boolean {
  const { tokens, tree } = scene
  if (baseRelation(tokens, draft.root) === 'nsubj') return true
  const sentence = scene.sentences[draft.sentence]!
  if (tagOf(scene, draft.first - 1) === 'IN' || tagOf(scene, draft.last) === 'POS') return false
  for (let i = draft.last; i < sentence.last; i++) {
    if (tokens.head[i] === -1) {
      return /^VB/.test(tagOf(scene, i)) && !tree.children(i).some((child) => baseRelation(tokens, child) === 'nsubj')
    }
  }
  return false
}

function findGroup(
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
  return entity.drafts.every((other) => other.count === null || other.count === draft.count)
}

function sameCountry(entity: Entity, draft: Draft): boolean {
  return draft.country === null || entity.country === draft.country
}

function wordsOf(scene: Scene, draft: Draft): string {
  return scene.lower.slice(draft.first, draft.last).join(' ')
}

function findOrganization(
  scene: Scene,
  draft: Draft,
  earlier: readonly Entity[],
  possessorOf: (draft: Draft) => Entity | null,
): Entity | null {
  if (draft.determiner === 'indefinite') return null
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
  const agreeing = called.filter((one) => modifiersAgree(one, draft))
  if (agreeing.length > 0) return agreeing[0]!
  const outlets = organizations.filter((one) => one.kind === 'outlet')
  if (draft.sector === 'MED' && draft.determiner === 'definite') {
    const close = outlets.filter((one) => draft.sentence - lastSentence(one, draft.first) <= 2)
    return close.length === 1 ? close[0]! : null
  }
  if (
    /^(?:organization|organisation|agency|bloc|alliance|company|firm|body|movement|union|party|charity|watchdog)$/.test(
      draft.noun,
    )
  ) {
    const close = organizations.filter(
      (one) =>
        draft.sentence - lastSentence(one, draft.first) <= 2 &&
        one.drafts.some((other) => other.form === 'name') &&
        (draft.sector === null || one.sector === null || one.sector === draft.sector),
    )
    return close.length === 1 ? close[0]! : null
  }
  return null
}

/** "the foreign ministry" is not "the defense ministry": every telling word of the later is a word of the earlier. */
function modifiersAgree(entity: Entity, draft: Draft): boolean {
  if (draft.modifiers.length === 0) return true
  return entity.drafts.some(
    (other) => other.form === 'name' || draft.modifiers.every((word) => other.modifiers.includes(word)),
  )
}
