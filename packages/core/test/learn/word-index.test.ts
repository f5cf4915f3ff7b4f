import { expect, it } from 'vitest'
import { createWordIndex } from '../../src/learn/word-index.ts'

it('finds each line and nothing else', () => {
  const words = Array.from({ length: 5000 }, (_, i) => `w${(i * 7919) % 5003}é`)
  const index = createWordIndex(words.join('\n'))
  words.forEach((word, line) => {
    expect(index.lineOf(word)).toBe(line)
  })
  for (const other of ['w5003é', 'w', 'w1', '', 'W1é', 'w1é\nw2é']) expect(index.lineOf(other)).toBe(undefined)
})

it.each<[string, string, number | undefined]>([
  ['a\nb\na', 'a', 2],
  ['a\n\nb', '', 1],
  ['', '', 0],
  ['', 'a', undefined],
  ['a\n', '', 1],
])('of %j gives %j the line %j', (text, word, line) => {
  expect(createWordIndex(text).lineOf(word)).toBe(line)
})
