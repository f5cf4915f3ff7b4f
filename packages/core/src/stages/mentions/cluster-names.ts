import type { Entities, Entity } from './entities.ts'
import { foldName } from './fold-name.ts'
import { outletKey } from './gazetteers.ts'
import { COMPANY_TAILS, FEMALE_NOUNS, MALE_NOUNS } from './lexicon.ts'
import { type Draft, type Scene, textOf } from './scene.ts'

/** Shortest surname for which a spelling that differs in one letter counts as the same ("Volkova", "Volkava"). */
const LEAST_VARIANT_LENGTH = 7

/** Gives every name draft its entity: states and listed names by key, persons by their names, the rest by their words. */
export function clusterNames(scene: Scene, drafts: readonly Draft[], entities: Entities): void {
  const byKey = new Map<string, Entity>()
  const others: Draft[] = []
  const persons: Draft[] = []
  for (const draft of drafts) {
    if (draft.form !== 'name') continue
    if (draft.kind === 'person') persons.push(draft)
    else if (draft.key !== null) {
      const known = byKey.get(draft.key) ?? entities.create(draft.key.startsWith('state:') ? 'state' : draft.kind!)
      byKey.set(draft.key, known)
      entities.add(known, draft)
    } else others.push(draft)
  }
  clusterOthers(scene, others, entities, byKey)
  clusterPersons(scene, persons, entities)
}

/**
 * Lets a document's own full name decide what an acronym means: "HRC" is the "Harbor Relief Committee" of the text,
 * whatever the gazetteers know by these letters.
 */
export function settleAcronyms(scene: Scene, names: readonly Draft[]): void {
  const bodies = names.filter((draft) => draft.kind === 'organization' || draft.kind === 'outlet')
  const long = bodies.filter((draft) => draft.coreLast - draft.coreFirst > 1)
  for (const draft of bodies) {
    if (draft.key === null || draft.coreLast - draft.coreFirst !== 1) continue
    const full = long.find((other) => other.key !== draft.key && isAcronymOf(scene, draft, other))
    if (!full || long.some((other) => other.key === draft.key)) continue
    draft.key = full.key
    draft.kind = full.kind
    draft.country = full.country
    draft.sector = full.sector
  }
}

function coreText(scene: Scene, draft: Draft): string {
  return scene.document.text.slice(scene.tokens.from[draft.coreFirst], scene.tokens.to[draft.coreLast - 1])
}

function titleGender(scene: Scene, draft: Draft): Draft['gender'] {
  if (!draft.title) return null
  for (let i = draft.title.first; i < draft.title.last; i++) {
    if (MALE_NOUNS.has(scene.lower[i]!)) return 'male'
    if (FEMALE_NOUNS.has(scene.lower[i]!)) return 'female'
  }
  return null
}

function clusterPersons(scene: Scene, drafts: readonly Draft[], entities: Entities): void {
  const named: { readonly draft: Draft; readonly name: readonly string[] }[] = drafts.map((draft) => ({
    draft,
    name: foldName(coreText(scene, draft)),
  }))
  for (const { draft, name } of named) {
    draft.gender = titleGender(scene, draft) ?? nameGender(scene, name)
  }
  const clusters: Entity[] = []
  // Full names first, so that a surname in the headline finds the full name below.
  for (const { draft, name } of named) {
    if (name.length < 2) continue
    const known = clusters.find((one) => sameFullName(one.name, name))
    const entity = known ?? entities.create('person')
    if (!known) clusters.push(entity)
    entities.add(entity, draft)
    if (name.length > entity.name.length) entity.name = name
  }
  const full = [...clusters]
  for (const { draft, name } of named) {
    if (name.length >= 2 || name.length === 0) continue
    const word = name[0]!
    const fits = full.filter((one) => draft.gender === null || one.gender === null || one.gender === draft.gender)
    const tiers: ((one: Entity) => boolean)[] = [
      (one) => one.name[one.name.length - 1] === word,
      (one) => one.name[0] === word || one.name[one.name.length - 1]!.split('-').includes(word),
      (one) => one.name.includes(word),
      (one) => isVariant(one.name[one.name.length - 1]!, word),
    ]
    let found: Entity | undefined
    for (const tier of tiers) {
      const all = fits.filter(tier)
      if (all.length === 0) continue
      // "Ms Roe", where Jane and Sam Roe were told of: Jane, and not whoever was named last.
      const sure = draft.gender === null ? [] : all.filter((one) => one.gender === draft.gender)
      const list = sure.length > 0 ? sure : all
      found = nearest(list, draft)
      break
    }
    found ??= clusters.find((one) => one.name.length === 1 && (one.name[0] === word || isVariant(one.name[0]!, word)))
    if (!found) {
      found = entities.create('person')
      found.name = name
      clusters.push(found)
    }
    entities.add(found, draft)
  }
}

/** What the first of several names, or the last, tells of gender. */
function nameGender({ gazetteers }: Scene, name: readonly string[]): Draft['gender'] {
  const given = name.length > 1 ? gazetteers.genders.get(name[0] ?? '') : undefined
  if (given !== undefined) return given
  return FEMALE_SURNAME.test(name.at(-1) ?? '') ? 'female' : null
}

/** Endings of the surnames of women in Slavic languages and those that took them over. */
const FEMALE_SURNAME = /\p{L}{2}(?:ova|eva|skaya|skaia)$/u

/** The one named last before the draft, else the one named first after it. */
function nearest(list: readonly Entity[], draft: Draft): Entity {
  let best = list[0]!
  let bestAt = -1
  for (const one of list) {
    for (const other of one.drafts) {
      if (other.first < draft.first && other.first > bestAt) {
        bestAt = other.first
        best = one
      }
    }
  }
  return best
}

/** Same surname, and given names that are the same, an initial of one another, or missing in one. */
function sameFullName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const lastSame =
    short[short.length - 1] === long[long.length - 1] || isVariant(short[short.length - 1]!, long[long.length - 1]!)
  const firstSame =
    short[0] === long[0] || ((short[0]!.length === 1 || long[0]!.length === 1) && short[0]![0] === long[0]![0])
  if (lastSame && firstSame) return true
  // A longer form that starts or ends with all of the shorter: "Xi Jinping" of "Xi Jinping Senior".
  return short.length >= 2 && short.every((word, i) => long[i] === word)
}

/** One letter put in, left out or changed, in long words only. */
function isVariant(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < LEAST_VARIANT_LENGTH || Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  let j = 0
  while (j < a.length - i && j < b.length - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j++
  return Math.max(a.length, b.length) - i - j <= 1
}

function clusterOthers(
  scene: Scene,
  drafts: readonly Draft[],
  entities: Entities,
  byKey: ReadonlyMap<string, Entity>,
): void {
  const byText = new Map<string, Entity>()
  const listed = [...new Set(byKey.values())].filter((one) => one.kind === 'organization' || one.kind === 'outlet')
  // Longest first: the full name is there when the short form comes.
  const sorted = [...drafts].sort((a, b) => b.coreLast - b.coreFirst - (a.coreLast - a.coreFirst) || a.first - b.first)
  for (const draft of sorted) {
    const text = nameKey(scene, draft)
    let entity = byText.get(text)
    if (!entity && draft.kind === 'organization') {
      const acronym = /^\p{Lu}{2,6}$/u.test(coreText(scene, draft).replaceAll('.', ''))
      entity = [...byText.values(), ...listed].find((one) =>
        one.drafts.some((other) =>
          acronym
            ? isAcronymOf(scene, draft, other)
            : isTailOf(scene, draft, other) || isWithoutTail(scene, draft, other),
        ),
      )
    }
    if (!entity) entity = entities.create(draft.kind ?? 'organization')
    byText.set(text, entity)
    entities.add(entity, draft)
  }
  // Listed acronyms and full names that are rows of their own ("AP", "Associated Press").
  for (const one of listed) {
    for (const other of listed) {
      if (one === other || one.drafts.length === 0 || other.drafts.length === 0) continue
      if (isAcronymOf(scene, one.drafts[0]!, other.drafts[0]!)) entities.join(other, one)
    }
  }
}

function nameKey(scene: Scene, draft: Draft): string {
  return outletKey(coreText(scene, draft))
}

/** "HRC" of "Harbor Relief Committee": the initials of its capitalized words. */
function isAcronymOf(scene: Scene, short: Draft, long: Draft): boolean {
  const letters = coreText(scene, short).replaceAll('.', '')
  if (!/^\p{Lu}{2,6}$/u.test(letters) || long.coreLast - long.coreFirst < 2) return false
  let initials = ''
  for (let i = long.coreFirst; i < long.coreLast; i++)
    if (/^\p{Lu}/u.test(scene.words[i]!)) initials += scene.words[i]![0]
  return initials === letters
}

/** "Foreign Ministry" of "Vardanian Foreign Ministry". */
function isTailOf(scene: Scene, short: Draft, long: Draft): boolean {
  if (long.kind !== 'organization' || short.coreLast - short.coreFirst < 2) return false
  return nameKey(scene, long).endsWith(` ${nameKey(scene, short)}`)
}

/** "Trondsen" of "Trondsen Shipping". */
function isWithoutTail(scene: Scene, short: Draft, long: Draft): boolean {
  const tail = long.coreLast - 1
  if (long.kind !== 'organization' || tail <= long.coreFirst || !COMPANY_TAILS.test(scene.lower[tail]!)) return false
  return textOf(scene, long.coreFirst, tail) === textOf(scene, short.coreFirst, short.coreLast)
}
