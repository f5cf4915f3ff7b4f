import { describe, expect, it } from 'vitest'
import { EMPTY_LEXICON, findLexiconActor, findOutlet, type Lexicon, outletKeyOf } from '../../src/merge/lexicon.ts'

const own: Lexicon = {
  actors: [{ name: 'Anton Verek', spellings: ['A. Vereck'], kind: 'person', country: null }],
  outlets: [{ name: 'BBC', spellings: ['Auntie'], country: 'GBR', owner: 'The Crown', copies: [] }],
}

describe('lexicon', () => {
  it('finds an actor of the own list by any spelling, whatever the case', () => {
    expect(findLexiconActor(own, 'A. VERECK')?.name).toBe('Anton Verek')
    expect(findLexiconActor(own, 'Verek')).toBeNull()
  })
  it('knows outlets that ship', () => {
    expect(findOutlet(EMPTY_LEXICON, 'AFP')?.name).toBe('Agence France-Presse')
    expect(outletKeyOf(EMPTY_LEXICON, 'The AP')).toBe(outletKeyOf(EMPTY_LEXICON, 'Associated Press'))
    expect(findOutlet(EMPTY_LEXICON, 'The Harbor Ledger')).toBeNull()
  })
  it('lets the own list win', () => {
    expect(findOutlet(own, 'bbc')?.owner).toBe('The Crown')
    expect(findOutlet(own, 'Auntie')?.name).toBe('BBC')
  })
})
