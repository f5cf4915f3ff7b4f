import { expect, it } from 'vitest'
import { foldWord, hashText, inList, joinHash, NAME_LISTS, putOnList } from '../../src/learn/index.ts'

/** So many entries for each eight bits of the table. */
const ENTRIES = 800

function listed(): { readonly bits: Uint8Array; readonly names: readonly number[] } {
  const bits = new Uint8Array(1024)
  const names = Array.from({ length: ENTRIES }, (_, i) => hashText(`name ${i}`))
  for (const name of names) putOnList(bits, 0, name)
  return { bits, names }
}

it('has everything that was put on a list', () => {
  const { bits, names } = listed()
  expect(names.every((name) => inList(bits, 0, name))).toBe(true)
})

it('hardly ever has anything else, on this list or another', () => {
  const { bits, names } = listed()
  const others = Array.from({ length: 10_000 }, (_, i) => hashText(`another ${i}`))
  expect(others.filter((name) => inList(bits, 0, name)).length).toBeLessThan(200)
  expect(names.filter((name) => inList(bits, 1, name)).length).toBeLessThan(30)
})

it('parts phrases by the order of their words', () => {
  const [port, hale] = [hashText('port'), hashText('hale')]
  expect(joinHash(port, hale)).not.toBe(joinHash(hale, port))
})

it('folds case and curly apostrophes', () => {
  expect(foldWord('O’Hale')).toBe("o'hale")
})

it('has a bit of a whole number for each list', () => {
  expect(NAME_LISTS.length).toBeLessThan(31)
})
