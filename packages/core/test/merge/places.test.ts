import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createPlaces, PLACES_ASSET, type PlaceFile, resolvePlace } from '../../src/merge/places.ts'

const file = new URL(`../../../assets/${PLACES_ASSET}`, import.meta.url)
// Written by the build script in the form that PlaceFile names.
const places = createPlaces(JSON.parse(readFileSync(file, 'utf8')) as PlaceFile)

describe('resolvePlace', () => {
  it('finds cities in whatever spelling', () => {
    expect(resolvePlace(places, 'Kiev', null)).toMatchObject({ country: 'UKR', precision: 'city' })
    expect(resolvePlace(places, 'Grodno', 'BLR')?.country).toBe('BLR')
    expect(resolvePlace(places, 'MOSCOW', 'RUS')).toMatchObject({ country: 'RUS', precision: 'city' })
    const minsk = resolvePlace(places, 'Minsk', null)
    expect(Math.abs((minsk?.latitude ?? 0) - 53.9)).toBeLessThan(0.1)
    expect(Math.abs((minsk?.longitude ?? 0) - 27.57)).toBeLessThan(0.1)
  })
  it('says when it is a country or a region', () => {
    expect(resolvePlace(places, 'Lithuania', null)).toMatchObject({ country: 'LTU', precision: 'country' })
    expect(resolvePlace(places, 'Donetsk region', 'UKR')).toMatchObject({ country: 'UKR', precision: 'region' })
  })
  it('lets the document decide between places of one name', () => {
    expect(resolvePlace(places, 'Tripoli', null, ['LBN', 'SYR'])?.country).toBe('LBN')
    expect(resolvePlace(places, 'Tripoli', null, ['LBY'])?.country).toBe('LBY')
    expect(resolvePlace(places, 'Paris', 'USA')?.country).toBe('USA')
    expect(resolvePlace(places, 'Paris', null)?.country).toBe('FRA')
    expect(resolvePlace(places, 'Georgia', null, ['RUS', 'ARM'])?.country).toBe('GEO')
  })
  it('leaves open what nothing decides', () => {
    expect(resolvePlace(places, 'Georgia', null, ['USA'])).toBeNull()
    expect(resolvePlace(places, 'Georgia', 'USA')).toBeNull()
    expect(resolvePlace(places, 'Santiago', null, ['CHL', 'CUB'])?.country).not.toBe('PHL')
    expect(resolvePlace(places, 'San Fernando', null)).toBeNull()
    expect(resolvePlace(places, 'Belgard Heights', null)).toBeNull()
  })
})
