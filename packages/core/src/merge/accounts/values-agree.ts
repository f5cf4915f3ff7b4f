import type { Count, Iso3, When } from '../../model/index.ts'
import { COUNTRY_NAMES } from '../data/country-names.ts'
import { foldName } from '../fold-name.ts'

/** How far "some" and "about" may reach, as a share of the number. */
const ABOUT = 0.1

/** True where one number can be what both mean: 14 and "at least 14", "some 1,150" and 1,180. */
export function countsAgree(a: Count, b: Count): boolean {
  const [aLow, aHigh] = rangeOf(a)
  const [bLow, bHigh] = rangeOf(b)
  return aLow <= bHigh && bLow <= aHigh
}

function rangeOf({ low, high, about }: Count): readonly [number, number] {
  const spread = about ? ABOUT : 0
  return [low * (1 - spread), high === null ? Number.POSITIVE_INFINITY : high * (1 + spread)]
}

/** True where one day can be in both; a bound that is not known leaves that end open. */
export function datesAgree(a: When, b: When): boolean {
  return (a.earliest ?? '') <= (b.latest ?? '9999') && (b.earliest ?? '') <= (a.latest ?? '9999')
}

/** A day, month or range as text: "2026-06-21", "2026-06", "2026-06-19 to 2026-06-22"; null where nothing is known. */
export function dateValue({ earliest, latest, precision }: When): string | null {
  if (earliest === null && latest === null) return null
  if (earliest === null) return `until ${latest}`
  if (latest === null) return `since ${earliest}`
  if (earliest === latest) return earliest
  if (precision === 'month' && earliest.slice(0, 7) === latest.slice(0, 7)) return earliest.slice(0, 7)
  if (precision === 'year' && earliest.slice(0, 4) === latest.slice(0, 4)) return earliest.slice(0, 4)
  return `${earliest} to ${latest}`
}

export interface NamedPlace {
  readonly name: string
  readonly country: Iso3 | null
}

/** True where one place can be in the other: the same name, or a country and a place in it, or a part of a longer name. */
export function placesAgree(a: NamedPlace, b: NamedPlace): boolean {
  const [left, right] = [foldName(a.name), foldName(b.name)]
  if (left === right || holdsWords(left, right) || holdsWords(right, left)) return true
  if (isCountry(a) || isCountry(b)) {
    const [one, other] = [countryOf(a), countryOf(b)]
    return one === null || other === null ? false : one === other
  }
  return false
}

function isCountry({ name, country }: NamedPlace): boolean {
  return (
    countryOf({ name, country: null }) !== null && (country === null || countryOf({ name, country: null }) === country)
  )
}

/** The country of a place: as told, else where its name is a country's own. */
function countryOf({ name, country }: NamedPlace): Iso3 | null {
  if (country !== null) return country
  const folded = foldName(name)
  for (const [code, names] of COUNTRY_NAMES) if (names.has(folded)) return code
  return null
}

function holdsWords(whole: string, part: string): boolean {
  return part !== '' && ` ${whole} `.includes(` ${part} `)
}
