import { isSameName } from '@backchannel/core'
import { expect, it } from 'vitest'

it.each([
  ['Dmitry Karp', 'Dzmitry Karp', true],
  ['Siarhei Tsikhanovich', 'Sergei Tikhanovich', true],
  ['Anton Verek', 'Ivan Verek', false],
  ['Anton Verek', 'Anton Orsk', false],
  ['Verek', 'Anton Verek', false],
])('tells spellings of one name from two names: %s, %s', (a, b, expected) => {
  expect(isSameName(a, b)).toBe(expected)
  expect(isSameName(b, a)).toBe(expected)
})
