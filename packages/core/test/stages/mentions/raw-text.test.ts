import { expect, test } from 'vitest'
import { createTextReader } from '../read-text.ts'

const read = await createTextReader()

/** Actors of a text as "kind name". */
function actorsOf(text: string): readonly string[] {
  return read(text).actors.map((actor) => `${actor.kind} ${actor.name}`)
}

test('the small second syllable of a given name is part of it', () => {
  expect(actorsOf('Spokesperson Koo Byung-sam spoke. Kim Dae-un’s sister met Lee Do-yun’s envoy.')).toEqual([
    'person Koo Byung-sam',
    'person Kim Dae-un’s sister',
    'person Kim Dae-un',
    'person Lee Do-yun’s envoy',
    'person Lee Do-yun',
  ])
  expect(actorsOf('An Oslo-based group and the Warsaw-led team met.')).not.toContain('person Oslo-based')
})

test.each([
  'TARSKGRAD, May 4: Two people were killed.',
  'TARSKGRAD, Norway — The envoy ended a visit.',
  'TARSKGRAD (AP) - The envoy ended a visit.',
])('the town of a dateline is a place: %s', (text) => {
  expect(actorsOf(text)).toContain('place TARSKGRAD')
})

test('an unnamed official of the lead is whom the headline names, not whom the text below has named', () => {
  const lead =
    'The visit helped free nine prisoners, US deputy envoy Jane Roe has said\n\nA senior US official has revealed how it went.\n\nIn an interview with Reuters, Roe, a deputy to the envoy, told of a dinner.'
  expect(actorsOf(lead).filter((name) => /official/.test(name))).toEqual([])
  const below =
    'Talks stall in Oslo\n\nNorwegian Prime Minister Jonas Hale left early on Monday.\n\nMediators worked on, according to a diplomat with knowledge of the talks. Hale spoke to no one.'
  expect(actorsOf(below)).toContain('person a diplomat')
})
