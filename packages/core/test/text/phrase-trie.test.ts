import { describe, expect, it } from 'vitest'
import { createPhraseTrie, piecesOf } from '../../src/text/phrase-trie.ts'

const trie = createPhraseTrie([
  ['Costa Verde', 'state'],
  ['Costa Verde Herald', 'outlet'],
  ['al-Noor', 'group'],
  ["People's Hall", 'place'],
  ['U.K.', 'state'],
  ['Costa Verde', 'place'],
])

function find(text: string, at = 0): string {
  const words = text.split(' ')
  const match = trie.longest(words, at, words.length)
  return match ? `${words.slice(at, match.end).join(' ')}: ${match.values.join('+')}` : 'nothing'
}

describe('phrase trie', () => {
  it('finds the longest phrase', () => {
    expect(find('Costa Verde Herald')).toBe('Costa Verde Herald: outlet')
    expect(find('Costa Verde today')).toBe('Costa Verde: state+place')
    expect(find('in Costa Verde', 1)).toBe('Costa Verde: state+place')
  })
  it('does not mind how words are split', () => {
    expect(find('al - Noor')).toBe('al - Noor: group')
    expect(find('al-Noor')).toBe('al-Noor: group')
    expect(find('People ’s Hall')).toBe('People ’s Hall: place')
    expect(find('U.K. envoy')).toBe('U.K.: state')
  })
  it('ends at the end of a word', () => {
    expect(find('Costa Verdean')).toBe('nothing')
    expect(find('Costa')).toBe('nothing')
    expect(trie.longest(['Costa', 'Verde'], 0, 1)).toBe(null)
  })
  it('lets the caller refuse values', () => {
    const match = trie.longest(['Costa', 'Verde'], 0, 2, (value) => value === 'place')
    expect(match?.values).toEqual(['place'])
    expect(trie.longest(['Costa', 'Verde'], 0, 2, () => false)).toBe(null)
  })
  it('counts phrases and skips empty ones', () => {
    expect(trie.size).toBe(5)
    expect(createPhraseTrie([['', 1]]).size).toBe(0)
    expect(piecesOf('G-20’s')).toEqual(['g', '-', '20', "'", 's'])
  })
})
