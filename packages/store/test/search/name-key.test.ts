import { describe, expect, it } from 'vitest'
import { maybeNameKey } from '../../src/search/name-key.ts'

describe('maybeNameKey', () => {
  it.each([
    ['Tikhanovsky', 'Tsikhanouski', 'Tsikhanousky', 'Tichanowski'],
    ['Tikhanovskaya', 'Tsikhanouskaya', 'Tsikhanouskaja', 'Tichanovskaia'],
    ['Lukashenko', 'Lukashenka', 'Łukašenka', 'Lukaschenko'],
    ['Alexander', 'Aliaksandr', 'Aleksandr', 'Oleksandr'],
    ['Dmitry', 'Dzmitry', 'Dmitriy', 'Dmitrij'],
    ['Yevgeny', 'Evgeny', 'Jevgenij', 'Yevgeniy'],
    ['Grodno', 'Hrodna'],
    ['Andrei', 'Andrey', 'Andrij', 'ANDREI'],
  ])('joins the spellings of %s', (...spellings) => {
    expect(new Set(spellings.map(maybeNameKey)).size).toBe(1)
    expect(maybeNameKey(spellings[0] ?? '')).not.toBeNull()
  })

  it.each([
    ['Tikhanovsky', 'Tikhanovskaya'],
    ['Ivanov', 'Ivanova'],
    ['Lukashenko', 'Lukashevich'],
    ['Makei', 'Makarov'],
    ['Petrov', 'Petrenko'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(maybeNameKey(one)).not.toBe(maybeNameKey(other))
  })

  it.each(['Lee', 'Ho', 'A', '', '王', '2026', 'ö'])('has none for %j, which tells too little', (word) => {
    expect(maybeNameKey(word)).toBeNull()
  })
})
