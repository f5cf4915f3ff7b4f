import { readdir, stat } from 'node:fs/promises'
import { type AssetSource, BackchannelError } from '@backchannel/core'
import { describe, expect, it } from 'vitest'
import { type GazetteerEntry, loadGazetteers } from '../../../src/stages/mentions/gazetteers.ts'
import { spellName } from '../../../src/stages/mentions/known-leaders.ts'
import { diskAssets } from './disk-assets.ts'

const gazetteers = await loadGazetteers(diskAssets)
const SECTORS = 'GOV MIL COP SPY OPP REB PTY JUD LEG MED BUS EDU CVL NGO IGO REF UNS UAF'.split(' ')

/** Kinds and countries of a phrase, in order: "government FRA, place FRA". */
function lookUp(phrase: string): string {
  const words = phrase.split(' ')
  const match = gazetteers.phrases.longest(words, 0, words.length)
  if (match?.end !== words.length) return 'nothing'
  const name = (entry: GazetteerEntry) => `${entry.kind} ${entry.country ?? entry.key}`
  return [...new Set(match.values.map(name))].sort().join(', ')
}

describe('gazetteers', () => {
  it('know states, adjectives, governments, cities and bodies', () => {
    expect(lookUp('Belarus')).toBe('state BLR')
    expect(lookUp('Belarusian')).toBe('adjective BLR')
    expect(lookUp('U.S.')).toBe('adjective USA, state USA')
    expect(lookUp('the Kremlin')).toBe('government RUS')
    expect(lookUp('Minsk')).toBe('government BLR, place BLR')
    expect(lookUp('Hamburg')).toBe('place DEU')
    expect(lookUp('Frenchmen')).toBe('people FRA')
    expect(lookUp('TASS')).toBe('outlet RUS')
    expect(lookUp('Harbor Street')).toBe('nothing')
  })
  it('give an adjective to one country only', () => {
    expect(lookUp('French')).toBe('adjective FRA')
    expect(lookUp('Dutch')).toBe('adjective NLD')
    expect(lookUp('Congolese')).toBe('adjective COD')
  })
  it('use PLOVER sectors and ISO codes only', () => {
    const sectors = [
      ...[...gazetteers.offices.values()].map((office) => office.sector),
      ...gazetteers.persons.values(),
      ...gazetteers.groups.values(),
      ...gazetteers.organizationNouns.values(),
      ...gazetteers.sectorModifiers.values(),
    ]
    expect([...new Set(sectors)].filter((sector) => sector !== null && !SECTORS.includes(sector))).toEqual([])
    expect([...gazetteers.countryNames.keys()].filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([])
  })
  it('know leaders by their full names, and by surnames that are nobody else’s', () => {
    const { byName, bySurname } = gazetteers.leaders
    expect(byName.get(spellName('margaret thatcher'))).toBe('GBR')
    expect(byName.get(spellName('thatcher'))).toBe('GBR')
    expect(byName.get(spellName('xi jinping'))).toBe('CHN')
    expect(byName.get(spellName('francois mitterand'))).toBe('FRA')
    expect(byName.get(spellName('serzh sargsian'))).toBe('ARM')
    expect(byName.get('major')).toBeUndefined()
    expect(bySurname.get('major')).toBe('GBR')
    expect(bySurname.get('xi')).toBe('CHN')
    expect(bySurname.get('dos santos')).toBe('AGO')
    // Koreans of both states.
    expect(bySurname.get('kim')).toBeUndefined()
    const codes = new Set(byName.values())
    expect([...codes].filter((code) => !gazetteers.countryNames.has(code))).toEqual([])
  })
  it('are small', async () => {
    const root = new URL('../../../../assets/gazetteers/', import.meta.url)
    let bytes = 0
    for (const name of await readdir(root, { recursive: true })) {
      if (name.endsWith('.json')) bytes += (await stat(new URL(name, root))).size
    }
    expect(bytes).toBeLessThan(1_500_000)
  })
  it('say which file is broken', async () => {
    const broken: AssetSource = {
      read: async (name) => (name.endsWith('cities.json') ? new TextEncoder().encode('{') : diskAssets.read(name)),
    }
    const error = await loadGazetteers(broken).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(BackchannelError)
    expect(String(error)).toContain('gazetteers/cities/cities.json')
  })
})
