import type { Iso3, Score } from '../model/index.ts'
import { PLACE_FORMS } from './data/renamed-places.ts'
import { foldName } from './fold-name.ts'

/** The parsed asset `PLACES_ASSET`: for each country the middle of its cities and these, `name,latitude,longitude,thousands` parted by `|`. */
export type PlaceFile = Readonly<
  Record<
    Iso3,
    { readonly name: string; readonly at: readonly [latitude: number, longitude: number]; readonly cities: string }
  >
>

/** Where the gazetteer lies below the assets package. */
export const PLACES_ASSET = 'gazetteers/places/places.json'

/** A place on the map. */
export interface PlacedName {
  /** As the gazetteer has it. */
  readonly name: string
  readonly country: Iso3
  /** Degrees, north and east positive, to about a kilometre for cities; the middle of the cities for countries. */
  readonly latitude: number
  readonly longitude: number
  /** What the coordinates are of: a region stands at its main city, so it is no finer than the region. */
  readonly precision: 'city' | 'region' | 'country'
  readonly score: Score
}

interface City {
  readonly name: string
  readonly country: Iso3
  readonly latitude: number
  readonly longitude: number
  /** In thousands. */
  readonly people: number
}

/** The gazetteer, indexed. */
export interface Places {
  readonly cities: ReadonlyMap<string, readonly City[]>
  readonly countries: ReadonlyMap<string, Iso3>
  readonly middles: ReadonlyMap<Iso3, { readonly name: string; readonly at: readonly [number, number] }>
}

/** Countries whose name is also that of a part of another one. */
const DOUBLES: ReadonlyMap<string, Iso3> = new Map([['georgia', 'USA']])
/** A city so many times as large as all others of its name is meant where nothing else is said. */
const MUCH_LARGER = 20
const REGION = /^(.*\S)\s+(?:region|oblast|voblast|province|district|governorate|prefecture|county)$/

/** Indexes the parsed gazetteer. Takes some 20 milliseconds; make it once. */
export function createPlaces(file: PlaceFile): Places {
  const cities = new Map<string, City[]>()
  const countries = new Map<string, Iso3>()
  const middles = new Map<Iso3, { readonly name: string; readonly at: readonly [number, number] }>()
  for (const [country, { name, at, cities: list }] of Object.entries(file)) {
    countries.set(foldName(name), country)
    middles.set(country, { name, at })
    for (const row of list === '' ? [] : list.split('|')) {
      const [city = '', latitude = '', longitude = '', people = ''] = row.split(',')
      const key = cityKey(city)
      const known = cities.get(key) ?? []
      known.push({
        name: city,
        country,
        latitude: Number(latitude),
        longitude: Number(longitude),
        people: Number(people),
      })
      cities.set(key, known)
    }
  }
  for (const list of cities.values()) list.sort((a, b) => b.people - a.people || (a.country < b.country ? -1 : 1))
  return { cities, countries, middles }
}

function cityKey(name: string): string {
  const folded = foldName(name)
  return PLACE_FORMS.get(folded) ?? folded
}

/**
 * Finds where a place is. `country` is what the document says of it, null where it says nothing; `context` are the countries
 * of the other actors and places of the document, the most told first. Null where the gazetteer does not have the name, or
 * where several places have it and nothing tells which: "Georgia" among Americans and Armenians stays open.
 */
export function resolvePlace(
  places: Places,
  name: string,
  country: Iso3 | null,
  context: readonly Iso3[] = [],
): PlacedName | null {
  const folded = foldName(name)
  const region = REGION.exec(folded)
  const land = places.countries.get(folded)
  if (land !== undefined && region === null) return asCountry(places, folded, land, country, context)
  const all = places.cities.get(cityKey(region?.[1] ?? folded)) ?? []
  const chosen = chooseCity(all, country, context)
  if (chosen === null) return null
  const { city, score } = chosen
  return {
    name: city.name,
    country: city.country,
    latitude: city.latitude,
    longitude: city.longitude,
    precision: region === null ? 'city' : 'region',
    score,
  }
}

function asCountry(
  places: Places,
  folded: string,
  land: Iso3,
  country: Iso3 | null,
  context: readonly Iso3[],
): PlacedName | null {
  const middle = places.middles.get(land)
  if (middle === undefined) return null
  const other = DOUBLES.get(folded)
  if (other !== undefined) {
    if (country === other) return null
    // The document calls it a state, or speaks of nobody from where its double lies.
    if (country === null && context.includes(other) && !context.includes(land)) return null
  } else if (country !== null && country !== land) return null
  return {
    name: middle.name,
    country: land,
    latitude: middle.at[0],
    longitude: middle.at[1],
    precision: 'country',
    score: { score: other === undefined ? 0.95 : 0.8, because: `the country ${middle.name}` },
  }
}

function chooseCity(
  all: readonly City[],
  country: Iso3 | null,
  context: readonly Iso3[],
): { readonly city: City; readonly score: Score } | null {
  if (country !== null) {
    const own = all.filter((one) => one.country === country)
    const [first, second] = own
    if (first === undefined) return null
    if (second !== undefined && first.people < 3 * second.people)
      return { city: first, score: { score: 0.5, because: `the largest of ${own.length} in ${country}` } }
    return { city: first, score: { score: 0.95, because: `in ${country}, as told` } }
  }
  const [first, second] = all
  if (first === undefined) return null
  if (second === undefined) return { city: first, score: { score: 0.85, because: 'the only city of this name' } }
  const near = all.filter((one) => context.includes(one.country))
  const [nearest, next] = near
  if (nearest !== undefined && (next === undefined || nearest.people >= MUCH_LARGER * next.people))
    return { city: nearest, score: { score: 0.8, because: `the article speaks of ${nearest.country}` } }
  if (nearest === undefined && first.people >= MUCH_LARGER * second.people)
    return { city: first, score: { score: 0.75, because: 'far larger than all others of its name' } }
  return null
}
