import { describe, expect, it } from 'vitest'
import { remember } from '../../src/text/index.ts'

describe('remember', () => {
  it('answers as the function does, and asks it again only for what was not asked for lately', () => {
    const asked: string[] = []
    const length = remember((text) => {
      asked.push(text)
      return { length: text.length }
    }, 2)
    expect(['a', 'bb', 'a', 'ccc', 'a', 'bb'].map((text) => length(text).length)).toEqual([1, 2, 1, 3, 1, 2])
    expect(asked).toEqual(['a', 'bb', 'ccc'])
    expect(length('a')).toBe(length('a'))
    for (const text of ['d', 'e', 'f', 'g', 'h']) length(text)
    length('a')
    expect(asked.filter((text) => text === 'a')).toHaveLength(2)
  })
})
