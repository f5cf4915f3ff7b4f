import { expect, test } from 'vitest'
import { createTextReader } from '../read-text.ts'

const read = await createTextReader()

/** Actors of a text as "kind name". */
function actorsOf(text: string): readonly string[] {
  return read(text).actors.map((actor) => `${actor.kind} ${actor.name}`)
}

test('the holder of an office behind all that the office is for, and of whom it is', () => {
  const persons = (text: string) => actorsOf(text).filter((one) => one.startsWith('person '))
  expect(persons('Under Secretary for Arms Control Marta Collins said no.')).toEqual(['person Marta Collins'])
  expect(persons('Assistant Secretary for Near Eastern Affairs Daniel Reet said so.')).toEqual(['person Daniel Reet'])
  expect(persons('The Minister of Economy and Planning Faisal al-Harbi spoke.')).toEqual(['person Faisal al-Harbi'])
  expect(persons('Head of the Political Bureau Ismail Darwish left.')).toEqual(['person Ismail Darwish'])
  expect(persons('Chairman of the Joint Chiefs of Staff General Mark Hale left.')).toEqual(['person Mark Hale'])
  const countries = (text: string) => read(text).actors.map(({ name, country }) => `${name} ${country}`)
  expect(countries('The President of Peru Ollanta Reet spoke.')).toContain('Ollanta Reet PER')
  expect(countries('US Ambassador to Chile Jane Brae came.')).toContain('Jane Brae USA')
  // Nobody is named behind these.
  expect(persons('The Prime Minister of Japan came.')).toEqual(['person The Prime Minister of Japan'])
  expect(persons('He was Minister of Finance. Jane Roe spoke.')).toContain('person Jane Roe')
})

test('forms of honor of the world are no part of a name', () => {
  expect(
    actorsOf(
      'Chief spokesman Mawlawi Rahim Nazari spoke. Mallam Bello Garba left. Ato Tesfaye Bekele said no. Datuk Seri Rahman Ismail said so.',
    ).filter((one) => one.startsWith('person ')),
  ).toEqual(['person Rahim Nazari', 'person Bello Garba', 'person Tesfaye Bekele', 'person Rahman Ismail'])
})
