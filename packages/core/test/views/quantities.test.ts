import { describe, expect, it } from 'vitest'
import { sentenceAround } from '../../src/views/around.ts'
import { mannersIn } from '../../src/views/manners.ts'
import { lengthsIn, numberOf, termOf } from '../../src/views/quantities.ts'

describe('numberOf', () => {
  it.each([
    ['14', 14],
    ['1,150', 1150],
    ['fourteen', 14],
    ['twenty-one', 21],
    ['sixty', 60],
    ['a dozen', 12],
    ['some', null],
  ])('%s', (words, number) => {
    expect(numberOf(words)).toBe(number)
  })
})

describe('termOf', () => {
  it.each([
    ['was sentenced to 18 years in prison in 2021', '18 years'],
    ['got a suspended sentence of two years', 'two years, suspended'],
    ['jailed for two and a half years', 'two and a half years'],
    ['a nine-year sentence', 'nine-year'],
    ['was jailed for life', 'life'],
    ['received life imprisonment', 'life imprisonment'],
    ['was sentenced in 2023 to nine years', 'nine years'],
    ['was convicted three years ago', null],
    ['the 29-year-old was convicted', null],
    ['was convicted of fraud', null],
  ])('%s', (words, term) => {
    expect(termOf(words)).toBe(term)
  })
})

describe('lengthsIn', () => {
  it.each([
    ['The talks lasted six and a half hours.', ['six and a half hours']],
    ['They met for about 90 minutes on Friday.', ['about 90 minutes']],
    ['After a three-hour meeting they left.', ['three-hour']],
    ['After five hours of talks they parted.', ['five hours']],
    ['Three hours later they met.', []],
    ['They will meet in two days.', []],
    ['They met two weeks ago.', []],
  ])('%s', (sentence, words) => {
    expect(lengthsIn(sentence).map((one) => one.words)).toEqual(words)
  })
})

describe('mannersIn', () => {
  it.each([
    ['They had a working lunch behind closed doors.', ['working lunch', 'behind closed doors']],
    ['The two shook hands.', ['shook hands']],
    ['They met on the sidelines of the assembly in Lima.', ['on the sidelines of the assembly in lima']],
    ['The doors closed.', []],
  ])('%s', (sentence, words) => {
    expect(mannersIn(sentence)).toEqual(words)
  })
})

describe('sentenceAround', () => {
  it.each([
    ['One. Mr. Roe met Gen. Poe in Lima. Three.', 'met', 'Mr. Roe met Gen. Poe in Lima.'],
    ['“It is over.” They met at 6.30 p.m. on Monday', 'met', 'They met at 6.30 p.m. on Monday'],
    ['Roe met Poe\n\nIn Lima', 'met', 'Roe met Poe'],
  ])('%s', (text, words, sentence) => {
    const from = text.indexOf(words)
    const { from: start, to } = sentenceAround(text, { from, to: from + words.length })
    expect(text.slice(start, to)).toBe(sentence)
  })
})
