import type { ActorProfile, Sector } from '../../model/index.ts'
import { type BodyName, isOfLand } from './body-name.ts'
import { type OfficeKey, sameOffice } from './office.ts'
import { type ParsedProfile, parseProfile } from './parsed.ts'
import { isCommonName, matchNames, type NameMatch, type PersonName } from './person-name.ts'
import type { ProfileScore } from './score-profiles.ts'

/** An office told by itself is its holder's only so many days before or after another document names him. */
export const OFFICE_DAYS = 120

/** Sectors of public life: people of these are told by office; others share names with them by chance. */
const PUBLIC: ReadonlySet<Sector> = new Set(['GOV', 'MIL', 'SPY', 'COP', 'JUD', 'LEG', 'IGO', 'PTY', 'OPP', 'REB'])
/** Likeness from which on two spellings are one name without more. */
const SPELLED_ALIKE = 0.93

/** Persons: names first, then country, office and sector for what the names leave open. */
export function scorePersons(a: ActorProfile, b: ActorProfile): ProfileScore {
  const one = parseProfile(a)
  const two = parseProfile(b)
  const offices = compareOffices(a, one, b, two)
  if (one.persons.length === 0 || two.persons.length === 0) return byOffice(a, one, b, two, offices)
  const { match, names } = bestMatch(one.persons, two.persons)
  if (match.conflict) return different(match.because)
  if (match.how === 'none') return different(match.because)
  const countries = a.country !== null && b.country !== null
  if (countries && a.country !== b.country) {
    if (match.how === 'full' && match.likeness >= SPELLED_ALIKE && offices.same !== null)
      return { score: 0.5, because: `${match.because}, but of ${a.country} and ${b.country}`, verdict: 'unsure' }
    return different(`of ${a.country} and of ${b.country}`)
  }
  const sameCountry = countries && a.country === b.country
  const common = names.some(isCommonName)
  return match.how === 'full'
    ? fullNames(a, b, match, common, sameCountry, offices)
    : surnames(a, b, match, common, sameCountry, offices)
}

function fullNames(
  a: ActorProfile,
  b: ActorProfile,
  match: NameMatch,
  common: boolean,
  sameCountry: boolean,
  offices: OfficeMatch,
): ProfileScore {
  const { likeness, because } = match
  if (offices.same !== null)
    return {
      score: Math.min(0.99, likeness * 0.96 + 0.03),
      because: `${because}; both ${offices.same}`,
      verdict: 'same',
    }
  if (common && walksOfLifeDiffer(a.sector, b.sector))
    return { score: 0.45, because: `${because}, but a common name in two walks of life`, verdict: 'unsure' }
  if (sameCountry && likeness >= 0.8)
    return common && likeness < SPELLED_ALIKE
      ? { score: 0.55, because: `${because}, but the surname is common`, verdict: 'unsure' }
      : { score: likeness * 0.95, because: `${because}; both of ${a.country}`, verdict: 'same' }
  if (likeness < SPELLED_ALIKE)
    return { score: 0.55, because: `${because}, and nothing else is known of both`, verdict: 'unsure' }
  if (common) return { score: 0.6, because: `${because}, but the name is common`, verdict: 'unsure' }
  return { score: likeness * 0.88, because, verdict: 'same' }
}

function surnames(
  a: ActorProfile,
  b: ActorProfile,
  match: NameMatch,
  common: boolean,
  sameCountry: boolean,
  offices: OfficeMatch,
): ProfileScore {
  const { because } = match
  if (offices.clash !== null) return different(`${because}, but ${offices.clash}`)
  if (match.likeness < 0.9) return { score: 0.4, because: `${because} only nearly`, verdict: 'unsure' }
  if (offices.same !== null && (sameCountry || !common))
    return { score: 0.86, because: `${because}; both ${offices.same}`, verdict: 'same' }
  if (common) return { score: 0.4, because: `${because}, but the surname is common`, verdict: 'unsure' }
  if (sameCountry && a.sector !== null && a.sector === b.sector && PUBLIC.has(a.sector))
    return { score: 0.76, because: `${because}; both of ${a.country} and of one sector`, verdict: 'same' }
  return { score: sameCountry ? 0.55 : 0.45, because: `${because}, and little else is known`, verdict: 'unsure' }
}

/** Holders told by the office alone: one at a time, and only where the time is near. */
function byOffice(
  a: ActorProfile,
  one: ParsedProfile,
  b: ActorProfile,
  two: ParsedProfile,
  offices: OfficeMatch,
): ProfileScore {
  if (a.country !== null && b.country !== null && a.country !== b.country)
    return different(`of ${a.country} and of ${b.country}`)
  if (!offices.unique || offices.same === null)
    return { score: 0.2, because: 'told by a description alone', verdict: 'unsure' }
  if (one.day === null || two.day === null || Math.abs(one.day - two.day) > OFFICE_DAYS)
    return { score: 0.4, because: `both ${offices.same}, but perhaps not at one time`, verdict: 'unsure' }
  return { score: 0.82, because: `both ${offices.same} at one time, an office of one holder`, verdict: 'same' }
}

interface OfficeMatch {
  /** "foreign minister of Norway", where both hold it; null where they share none. */
  readonly same: string | null
  /** True where one of the shared has one holder at a time and whose it is is told. */
  readonly unique: boolean
  /** "one is foreign minister, the other defense minister"; null where nothing clashes. */
  readonly clash: string | null
}

function compareOffices(a: ActorProfile, one: ParsedProfile, b: ActorProfile, two: ParsedProfile): OfficeMatch {
  let same: string | null = null
  let unique = false
  let clash: string | null = null
  for (const mine of one.offices) {
    for (const other of two.offices) {
      const owners = sameOwner(a, mine.of, b, other.of)
      if (sameOffice(mine.key, other.key)) {
        if (owners === 'different') {
          clash ??= `one is ${mine.key.title} of ${mine.of?.form}, the other of ${other.of?.form}`
          continue
        }
        const title = mine.key.title.length >= other.key.title.length ? mine.key.title : other.key.title
        const whose = a.country ?? b.country ?? mine.of?.form ?? other.of?.form
        const only = mine.key.unique && other.key.unique && mine.key.now && owners === 'same'
        if (same === null || (only && !unique)) same = whose === undefined ? title : `${title} of ${whose}`
        unique ||= only
      } else if (mine.key.unique && other.key.unique && mine.key.now && other.key.now && nearInTime(one, two))
        clash ??= `one is ${mine.key.title}, the other ${other.key.title}`
      else if (mine.key.lesser !== other.key.lesser && mine.key.title === other.key.title)
        clash ??= `one is ${mine.key.title}, the other a deputy`
    }
  }
  // Somebody may be premier and foreign minister at once; an office they share tells more.
  return { same, unique, clash: same === null ? clash : null }
}

function nearInTime(one: ParsedProfile, two: ParsedProfile): boolean {
  return one.day === null || two.day === null || Math.abs(one.day - two.day) <= OFFICE_DAYS
}

function sameOwner(
  a: ActorProfile,
  mine: BodyName | null,
  b: ActorProfile,
  other: BodyName | null,
): 'same' | 'different' | 'unknown' {
  if (mine !== null && other !== null) {
    if (mine.form === other.form || isOfLand(mine.form, other.form)) return 'same'
    if (a.country !== null && a.country === b.country) return 'same'
    return shareWord(mine, other) ? 'unknown' : 'different'
  }
  return a.country !== null && a.country === b.country ? 'same' : 'unknown'
}

function shareWord(a: BodyName, b: BodyName): boolean {
  return a.words.some((word) => word.length > 2 && b.words.includes(word)) || a.acronym || b.acronym
}

function walksOfLifeDiffer(a: Sector | null, b: Sector | null): boolean {
  return a !== null && b !== null && a !== b && PUBLIC.has(a) !== PUBLIC.has(b)
}

/** The pair of names that says most: the fullest ones decide, and a conflict between full names is a conflict. */
function bestMatch(
  one: readonly PersonName[],
  two: readonly PersonName[],
): { match: NameMatch; names: readonly PersonName[] } {
  const a = fullest(one)
  const b = fullest(two)
  const first = matchNames(a, b)
  if (first.how !== 'none') return { match: first, names: [a, b] }
  // "Jane Roe" in one and "Jane Roe Hale" with "Jane Hale" in the other.
  for (const x of one) {
    for (const y of two) {
      if (x.words.length < 2 || y.words.length < 2) continue
      const match = matchNames(x, y)
      if (match.how === 'full' && match.likeness >= SPELLED_ALIKE) return { match, names: [x, y] }
    }
  }
  return { match: first, names: [a, b] }
}

function fullest(names: readonly PersonName[]): PersonName {
  let best = names[0]!
  for (const name of names) {
    if (name.words.length > best.words.length) best = name
    else if (name.words.length === best.words.length && weight(name) > weight(best)) best = name
  }
  return best
}

function weight(name: PersonName): number {
  return name.words.reduce((sum, word) => sum + word.form.length, 0)
}

function different(because: string): ProfileScore {
  return { score: 0, because, verdict: 'different' }
}

/** For keys: the offices of one holder that a profile tells as held now. */
export function uniqueOffices(profile: ActorProfile): { readonly key: OfficeKey; readonly of: BodyName | null }[] {
  return parseProfile(profile).offices.filter(
    ({ key, of }) => key.unique && key.now && (of !== null || profile.country !== null),
  )
}
