import { baseRelation } from '../../text/index.ts'
import type { Entities, Entity } from './entities.ts'
import { GENERIC_OFFICIALS, GENERIC_PERSONS } from './lexicon.ts'
import { family, isCompatible, isOfOther, LOOSE_WINDOW, lastSentence, overlaps, WINDOW } from './nominal-fits.ts'
import { type Draft, isHeadline, isVoice, type Scene, tagOf } from './scene.ts'

/** Sentences of a headline and lead, in which an unnamed "senior official" may be named right after. */
const LEAD_SENTENCES = 3
/** How many sentences after such a description the name may come. */
const LEAD_REACH = 2

/** "the American president" is not the president who was told of without his country, where that one has a name. */
function isOfAnotherState(draft: Draft, entity: Entity): boolean {
  if (draft.country === null || entity.country !== null || entity.name.length === 0) return false
  return draft.modifiers.length > 0
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

/** Words before the noun that tell two of one office apart, and portfolios of ministers. */
const TELLING =
  /^(?:deputy|vice|former|prime|chief|first|opposition|new|ex|foreign|defen[cs]e|interior|finance|information|justice|trade|health|energy|economy|education|culture|labou?r|transport|security|environment|agriculture|oil|intelligence|communications|tourism|immigration|prosecutor|attorney|solicitor|secretary|consul|inspector)$/

/** Nouns that a minister with a portfolio may also be called by; another office is somebody else's. */
const LOOSE_NOUNS = /^(?:official|diplomat|politician|leader)$/

/** Nouns of one family with the draft's. "The chief minister" is no "opposition leader", though a premier is a leader. */
function relatedNouns(draft: Draft): ReadonlySet<string> {
  const related = family(draft.noun)
  if (!draft.modifiers.some((word) => TELLING.test(word))) return related
  return new Set([...related].filter((noun) => noun === draft.noun || LOOSE_NOUNS.test(noun)))
}

/** Offices that nobody holds who leads the opposition. */
const IN_POWER = /^(?:president|premier|minister|chancellor|king|queen|ruler)$/

function isOpposed(scene: Scene, entity: Entity, draft: Draft): boolean {
  if (!IN_POWER.test(draft.noun)) return false
  return entity.drafts.some((other) =>
    other.title
      ? scene.lower.slice(other.title.first, other.title.last).includes('opposition')
      : other.form === 'nominal' && other.modifiers.includes('opposition'),
  )
}

const BODIES = /^(?:un|u\.n\.|eu|e\.u\.|nato|au|osce|ecowas|igad|asean)$/

/** "the Emirati envoy" is not "UN envoy Jane Roe"; nor is "the premier" a minister of foreign affairs. */
function isOfBody(scene: Scene, entity: Entity, draft: Draft): boolean {
  const titles = entity.drafts.flatMap((one) => (one.title ? [scene.lower.slice(one.title.first, one.title.last)] : []))
  if (
    draft.country !== null &&
    entity.country === null &&
    titles.some((words) => words.some((word) => BODIES.test(word)))
  )
    return true
  if (!/^(?:president|premier|chancellor|king|queen)$/.test(draft.noun)) return false
  return titles.some((words) => words.at(-1) === 'minister' && words.some((word) => PORTFOLIO.test(word)))
}

const PORTFOLIO =
  /^(?:foreign|defen[cs]e|interior|home|finance|information|justice|trade|health|energy|economy|education|culture|labou?r|transport|environment|agriculture|oil|immigration|affairs)$/

/** Modifiers of an office that tell no portfolio. */
const RANK =
  /^(?:senior|new|acting|interim|outgoing|incoming|late|top|longtime|veteran|prominent|special|national|leading|permanent|honorary|principal)$/

/** "the president" is not the vice president, "the foreign minister" not the deputy foreign minister. */
const BELOW = /^vice$/
const DEPUTY = /^(?:vice|deputy)$/

/** True where the words before the noun say that the entity holds another office than the draft tells. */
function conflicts(scene: Scene, entity: Entity, draft: Draft): boolean {
  if (isOpposed(scene, entity, draft) || isOfBody(scene, entity, draft)) return true
  const mine = draft.modifiers.filter((word) => TELLING.test(word))
  let told = 0
  let named = false
  for (const other of entity.drafts) {
    if (other.form === 'name') named = true
    const words = other.title
      ? titleBefore(scene, other.title, draft.noun)
      : other.noun === draft.noun
        ? other.modifiers
        : null
    const theirs = words?.filter((word) => TELLING.test(word)) ?? null
    if (theirs === null) continue
    const isBelow = theirs.some((word) => (mine.length > 0 ? DEPUTY : BELOW).test(word))
    const isSame = mine.some((word) => DEPUTY.test(word)) || !isBelow
    if (isSame && mine.every((word) => theirs.includes(word))) return false
    // "Unification Minister Jane Roe" is no foreign minister; "Minister Jane Roe" may be.
    const isOther =
      mine.length > 0 &&
      words !== null &&
      words.some((word) => scene.gazetteers.officeModifiers.has(word) && !RANK.test(word))
    if (theirs.length > 0 || isOther) told++
  }
  // Nothing but a name, or a bare office beside it, speaks against nobody.
  return mine.length === 0 ? told > 0 : told > 0 || !named
}

/** Words of a title before the noun, lower case; null where it has not the noun. */
function titleBefore(scene: Scene, title: NonNullable<Draft['title']>, noun: string): readonly string[] | null {
  const words = scene.lower.slice(title.first, title.last)
  const at = words.indexOf(noun)
  return at < 0 ? null : words.slice(0, at)
}

export function findPerson(
  scene: Scene,
  draft: Draft,
  earlier: readonly Entity[],
  entities: Entities,
  possessorOf: (draft: Draft) => Entity | null,
): Entity | null {
  if (draft.determiner === 'indefinite' || draft.determiner === 'none') {
    if (draft.determiner === 'none' && isHeadline(scene, draft.sentence)) return findDescribed(scene, draft, entities)
    return draft.determiner === 'indefinite' || isBareSingular(draft) ? findInLead(scene, draft, entities) : null
  }
  const persons = earlier.filter(
    (one) =>
      one.kind === 'person' &&
      !one.many &&
      isCompatible(one, draft) &&
      !overlaps(scene, one, draft) &&
      !isOfOther(scene, one, draft),
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
      ) ?? (draft.country !== null ? officeOfState(scene, draft, entities) : null)
    )
  }
  const former = draft.modifiers.some((word) => /^(?:former|ex)$/.test(word))
  const called = new Set([draft.noun])
  const same = persons.filter(
    (one) =>
      isCalled(scene, one, called, draft.first, former) &&
      !conflicts(scene, one, draft) &&
      !isBesideBare(scene, one, draft),
  )
  const sameCountry =
    draft.country === null ? same : same.filter((one) => one.country === draft.country || one.country === null)
  const exact = sameCountry.filter((one) => near(WINDOW)(one) && !isOfAnotherState(draft, one))
  if (exact.length > 0) return exact[0]!
  const later = officeOfState(scene, draft, entities)
  if (later) return later
  // Named before, called so only later on: "Roe" in the headline, "President Roe" below.
  const known = persons.filter(
    (one) => one.name.length > 0 && one.nouns.has(draft.noun) && !conflicts(scene, one, draft),
  )
  if (known.length === 1 && (draft.country === null || known[0]!.country === draft.country)) return known[0]!
  const principal = spokenFor(draft, earlier, possessorOf)
  if (principal && isCompatible(principal, draft) && !overlaps(scene, principal, draft)) return principal
  const named = calledLater(scene, draft, entities)
  if (named && !overlaps(scene, named, draft)) return named
  const related = relatedNouns(draft)
  // Whom the same sentence has just brought in without a name is somebody else: "an official said the minister had left".
  const another = (one: Entity) => one.name.length === 0 && lastSentence(one, draft.first) === draft.sentence
  const relatives = persons.filter(
    (one) =>
      near(LOOSE_WINDOW)(one) &&
      !another(one) &&
      isCalled(scene, one, related, draft.first, former) &&
      !conflicts(scene, one, draft),
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

function isBareSingular(draft: Draft): boolean {
  return !draft.many && draft.modifiers.length > 0
}

/** The one named person of the document who holds this office of this state: "the US president" before he is named. */
function officeOfState(scene: Scene, draft: Draft, entities: Entities): Entity | null {
  if (draft.country === null) return null
  const holders = entities.list.filter(
    (one) =>
      one.kind === 'person' &&
      one.drafts.length > 0 &&
      one.name.length > 0 &&
      one.country === draft.country &&
      one.nouns.has(draft.noun) &&
      !conflicts(scene, one, draft),
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

/** "The president received the envoy of the president of Polonia": two hold the office, and a name told later is not this one's. */
function isBesideOther(scene: Scene, draft: Draft): boolean {
  const { first, last } = scene.sentences[draft.sentence]!
  const isOf = (end: number): boolean => scene.lower[end] === 'of'
  if (isOf(draft.coreLast)) return false
  for (let i = first; i < last; i++)
    if ((i < draft.first || i >= draft.last) && scene.lower[i] === draft.noun && isOf(i + 1)) return true
  return false
}

/** The same, looked at from "the president of Polonia": whom the sentence called only "the president" before is another. */
function isBesideBare(scene: Scene, entity: Entity, draft: Draft): boolean {
  const isOf = (one: Draft): boolean => scene.lower[one.coreLast] === 'of'
  if (!isOf(draft)) return false
  const here = entity.drafts.filter((one) => one.sentence === draft.sentence && one.noun === draft.noun)
  return here.length > 0 && !here.some(isOf)
}

/** "The minister declined. ... Minister Jane Roe": the one person that is named soon after and called so then. */
function calledLater(scene: Scene, draft: Draft, entities: Entities): Entity | null {
  if (draft.determiner !== 'definite' || draft.many || isBesideOther(scene, draft)) return null
  const soon = (one: Entity, reach: number) =>
    one.drafts.some(
      (other) => other.form === 'name' && other.sentence > draft.sentence && other.sentence <= draft.sentence + reach,
    ) && !one.drafts.some((other) => other.first < draft.first)
  const fits = (one: Entity) =>
    one.kind === 'person' &&
    one.name.length > 0 &&
    !one.many &&
    isCompatible(one, draft) &&
    !isOwnOf(scene, one) &&
    !conflicts(scene, one, draft)
  const exact = entities.list.filter((one) => fits(one) && one.nouns.has(draft.noun) && soon(one, LATER_REACH))
  if (exact.length > 0) return exact.length === 1 ? exact[0]! : null
  // "the Pellan ambassador ... the envoy, Jane Roe": whose they are is told of one alone, so they may be two.
  if (isOfUnknownPeople(scene, draft)) return null
  const related = relatedNouns(draft)
  const loose = entities.list.filter(
    (one) => fits(one) && [...one.nouns].some((noun) => related.has(noun)) && soon(one, LATER_LOOSE_REACH),
  )
  return loose.length === 1 ? loose[0]! : null
}

/** "recalled its own envoy, Jane Roe": set against another one, who was told of before. */
function isOwnOf({ lower }: Scene, { drafts }: Entity): boolean {
  return drafts.some(
    (one) => one.form === 'nominal' && lower.slice(Math.max(0, one.first - 1), one.coreFirst).includes('own'),
  )
}

/** "the Pellan ambassador": an adjective with a capital before the noun, of a people that no list has. */
function isOfUnknownPeople(scene: Scene, draft: Draft): boolean {
  if (draft.country !== null) return false
  for (let i = draft.first; i < draft.coreFirst; i++)
    if (/^\p{Lu}\p{Ll}+(?:an|ian|ese|ish|ic|i)$/u.test(scene.words[i]!) && /^(?:JJ|NNP)$/.test(tagOf(scene, i)))
      return true
  return false
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
    // Whom the text below the headline has named already it would name again; an unnamed source is kept unnamed.
    const named = (other: Draft) => other.form === 'name' && other.first < draft.first
    if (one.drafts.some((other) => named(other) && !isHeadline(scene, other.sentence))) return false
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

/**
 * "Court frees blogger" over "Jane Roe, the blogger, ...": the one named person below who is called so. "President receives
 * envoy" is over a president who does something there, not over one from whom greetings come.
 */
function findDescribed(scene: Scene, draft: Draft, entities: Entities): Entity | null {
  const fitting = entities.list.filter(
    (one) =>
      one.kind === 'person' &&
      one.name.length > 0 &&
      isCompatible(one, draft) &&
      one.nouns.has(draft.noun) &&
      one.drafts.some(
        (other) =>
          other.form === 'name' &&
          other.sentence <= draft.sentence + LEAD_SENTENCES + 1 &&
          (!PRINCIPALS.test(draft.noun) || isSubject(scene, other)),
      ),
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
