import { BackchannelError } from '../../errors.ts'
import type { Iso3, Sector } from '../../model/index.ts'
import { type AssetSource, readJsonAsset } from '../../pipeline/index.ts'
import { createPhraseTrie, type PhraseTrie } from '../../text/index.ts'
import { compileLeaders, type Leaders } from './known-leaders.ts'

/** What a phrase of the gazetteers can stand for. One phrase may have several: "London" is a city and a government. */
export interface GazetteerEntry {
  readonly kind: 'state' | 'adjective' | 'people' | 'citizen' | 'government' | 'place' | 'organization' | 'outlet'
  /** The phrase as listed, for its case. */
  readonly form: string
  readonly country: Iso3 | null
  readonly sector: Sector | null
  /** The same for all forms of one state, organization or outlet: "state:BLR", "organization:17". */
  readonly key: string
}

export type Gender = 'male' | 'female'

/** Where an office belongs (contract, `engagementChannel`); null where the word alone does not tell. */
export type OfficeChannel =
  | 'leader'
  | 'ministry'
  | 'special-envoy'
  | 'security-service'
  | 'international-body'
  | 'intermediary'
  | 'unofficial'

export interface Office {
  readonly sector: Sector | null
  readonly channel: OfficeChannel | null
  /** B before a name or alone, A only before a name, N never before a name. */
  readonly use: 'A' | 'B' | 'N'
}

/** Knowledge of names and nouns, from `packages/assets/gazetteers`; each folder there has its SOURCE.md. */
export interface Gazetteers {
  readonly phrases: PhraseTrie<GazetteerEntry>
  /** English name of a country, by code. */
  readonly countryNames: ReadonlyMap<Iso3, string>
  /** Offices by their words in lower case: "foreign minister", "gen.". */
  readonly offices: ReadonlyMap<string, Office>
  readonly officeModifiers: ReadonlySet<string>
  /** Forms of address and honor before a name, in lower case: no part of it, and no role. */
  readonly honorifics: ReadonlySet<string>
  /** Last words of what an office is for: "affairs", "control". */
  readonly portfolios: ReadonlySet<string>
  /** Singular nouns for persons, with their sector. */
  readonly persons: ReadonlyMap<string, Sector | null>
  readonly groups: ReadonlyMap<string, Sector | null>
  readonly organizationNouns: ReadonlyMap<string, Sector | null>
  /** Adjectives and nouns that tell the sector of the noun after them: "opposition", "military". */
  readonly sectorModifiers: ReadonlyMap<string, Sector>
  /** Given names in lower case; those of both genders are left out. */
  readonly genders: ReadonlyMap<string, Gender>
  /** All given names in lower case. */
  readonly leaders: Leaders
  readonly givenNames: ReadonlySet<string>
}

/** The parsed files, as they lie in the assets package. */
export interface GazetteerFiles {
  readonly worldCountries: Readonly<
    Record<
      string,
      {
        readonly names: readonly string[]
        readonly adjectives: readonly string[]
        readonly capitals: readonly string[]
      }
    >
  >
  readonly countryNames: Readonly<Record<string, readonly string[]>>
  readonly additions: Readonly<
    Record<
      string,
      Partial<Readonly<Record<'names' | 'adjectives' | 'people' | 'person' | 'governments', readonly string[]>>> & {
        readonly apart?: readonly (readonly string[])[]
      }
    >
  >
  readonly regions: Readonly<Record<string, readonly string[]>>
  readonly cities: Readonly<Record<string, readonly string[]>>
  readonly organizations: readonly (readonly [string, string, readonly string[]])[]
  readonly outlets: Readonly<Record<string, readonly string[]>>
  readonly offices: {
    readonly heads: Readonly<Record<string, readonly [Sector | null, OfficeChannel | null, 'A' | 'B' | 'N']>>
    readonly modifiers: string
    readonly honorifics: string
    readonly portfolios: string
  }
  readonly nouns: Readonly<
    Record<'persons' | 'groups' | 'organizations' | 'modifiers', Readonly<Record<string, string>>>
  >
  readonly givenNames: { readonly male: string; readonly female: string }
  readonly leaders: Readonly<Record<string, string>>
}

/** Where each file lies below the assets package. */
const FILES: Readonly<Record<keyof GazetteerFiles, string>> = {
  worldCountries: 'gazetteers/countries/world-countries.json',
  countryNames: 'gazetteers/countries/names.json',
  additions: 'gazetteers/countries/additions.json',
  regions: 'gazetteers/countries/regions.json',
  cities: 'gazetteers/cities/cities.json',
  organizations: 'gazetteers/organizations/organizations.json',
  outlets: 'gazetteers/outlets/outlets.json',
  offices: 'gazetteers/people/offices.json',
  nouns: 'gazetteers/people/nouns.json',
  givenNames: 'gazetteers/people/given-names.json',
  leaders: 'gazetteers/people/leaders.json',
}

/**
 * Reads and compiles the gazetteers. Rejects with `assets/missing` where a file is not there and with
 * `assets/bad-gazetteer` where one is no JSON.
 */
export async function loadGazetteers(assets: AssetSource): Promise<Gazetteers> {
  const read = async (name: string): Promise<unknown> => {
    try {
      return await readJsonAsset<unknown>(assets, name)
    } catch (error) {
      if (error instanceof SyntaxError) throw new BackchannelError('assets/bad-gazetteer', { name, why: error.message })
      throw error
    }
  }
  const files = await Promise.all(Object.entries(FILES).map(async ([key, name]) => [key, await read(name)] as const))
  // FILES has a file for each key; what is in them is ours, and a test checks it.
  return createGazetteers(Object.fromEntries(files) as unknown as GazetteerFiles)
}

// Dependencies that share the adjective of the country they belong to ("French" for the Southern Lands), and the
// smaller of two countries of one adjective: their adjective is not taken.
const NO_ADJECTIVE = new Set([
  'ATF',
  'BES',
  'IOT',
  'MNP',
  'SJM',
  'UMI',
  'COG',
  'DMA',
  'VIR',
  'GGY',
  'ASM',
  'GUF',
  'MAF',
])

/** Compiles parsed files; for tests, which bring small ones of their own. */
export function createGazetteers(files: GazetteerFiles): Gazetteers {
  const entries: (readonly [string, GazetteerEntry])[] = []
  const seen = new Set<string>()
  const countryNames = new Map<Iso3, string>()

  function add(kind: GazetteerEntry['kind'], form: string, country: string, sector: Sector | null, key: string): void {
    const once = `${kind}|${form}`
    if (form === '' || seen.has(once)) return
    seen.add(once)
    entries.push([form, { kind, form, country: country === '' ? null : country, sector, key }])
  }

  for (const [code, more] of Object.entries(files.additions)) {
    const key = `state:${code}`
    for (const form of more.names ?? []) add('state', form, code, null, key)
    // Parts that act for themselves have the country's code and are somebody else than its government.
    for (const forms of more.apart ?? []) for (const form of forms) add('state', form, code, null, `${key}/${forms[0]}`)
    for (const form of more.adjectives ?? []) add('adjective', form, code, null, key)
    for (const form of more.people ?? []) add('people', form, code, null, key)
    for (const form of more.person ?? []) add('citizen', form, code, null, key)
    for (const form of more.governments ?? []) add('government', form, code, 'GOV', key)
  }
  for (const [code, names] of Object.entries(files.countryNames)) {
    for (const form of names) add('state', form, code, null, `state:${code}`)
    if (names[0] !== undefined) countryNames.set(code, names[0])
  }
  for (const [code, country] of Object.entries(files.worldCountries)) {
    const key = `state:${code}`
    for (const form of country.names) add('state', form, code, null, key)
    if (!countryNames.has(code) && country.names[0] !== undefined) countryNames.set(code, country.names[0])
    if (!NO_ADJECTIVE.has(code)) {
      for (const form of country.adjectives) {
        if (/lander$|ourger$/.test(form)) continue
        if (seen.has(`adjective|${form}`) && !files.additions[code]?.adjectives?.includes(form)) continue
        add('adjective', form, code, null, key)
        if (/(?:an|i)$/.test(form)) add('people', `${form}s`, code, null, key)
      }
    }
    for (const form of country.capitals) {
      add('government', form, code, 'GOV', key)
      add('place', form, code, null, `place:${form.toLowerCase()}`)
    }
  }
  for (const [code, names] of Object.entries(files.regions)) {
    for (const form of names) add('place', form, code, null, `place:${form.replace(/^the /, '').toLowerCase()}`)
  }
  for (const [code, names] of Object.entries(files.cities)) {
    for (const form of names) add('place', form, code, null, `place:${form.toLowerCase()}`)
  }
  files.organizations.forEach(([sector, country, names], index) => {
    // The file is ours; a test checks its sectors.
    for (const form of names) add('organization', form, country, sector as Sector, `organization:${index}`)
  })
  for (const [code, names] of Object.entries(files.outlets)) {
    for (const form of names) add('outlet', form, code, 'MED', `outlet:${outletKey(form)}`)
  }

  const offices = new Map<string, Office>(
    Object.entries(files.offices.heads).map(([words, [sector, channel, use]]) => [words, { sector, channel, use }]),
  )
  const honorifics = new Set(files.offices.honorifics.split(', '))
  for (const word of honorifics) if (!offices.has(word)) offices.set(word, { sector: null, channel: null, use: 'A' })
  const male = new Set(wordsOf(files.givenNames.male.toLowerCase()))
  const female = new Set(wordsOf(files.givenNames.female.toLowerCase()))
  const genders = new Map<string, Gender>()
  for (const name of male) if (!female.has(name)) genders.set(name, 'male')
  for (const name of female) if (!male.has(name)) genders.set(name, 'female')

  return {
    phrases: createPhraseTrie(entries),
    countryNames,
    offices,
    officeModifiers: new Set(wordsOf(files.offices.modifiers)),
    honorifics,
    portfolios: new Set(wordsOf(files.offices.portfolios)),
    persons: sectorMap(files.nouns.persons),
    groups: sectorMap(files.nouns.groups),
    organizationNouns: sectorMap(files.nouns.organizations),
    sectorModifiers: new Map(
      [...sectorMap(files.nouns.modifiers)].flatMap(([word, s]) => (s ? [[word, s] as const] : [])),
    ),
    genders,
    givenNames: new Set([...male, ...female]),
    leaders: compileLeaders(files.leaders),
  }
}

/** "The Harbor Times" and "Harbor Times" are one outlet; hyphens and full stops do not tell two apart. */
export function outletKey(name: string): string {
  return name.toLowerCase().replace(/^the /, '').replaceAll('-', ' ').replaceAll('.', '')
}

function wordsOf(list: string): string[] {
  return list.split(/\s+/).filter((word) => word !== '')
}

function sectorMap(lists: Readonly<Record<string, string>>): Map<string, Sector | null> {
  const map = new Map<string, Sector | null>()
  for (const [sector, words] of Object.entries(lists)) {
    for (const word of wordsOf(words)) {
      // First list wins; the file is ours and a test checks its sectors.
      if (!map.has(word)) map.set(word, sector === '-' ? null : (sector as Sector))
    }
  }
  return map
}
