import { type ActorProfile, actorId, documentId } from '@backchannel/core'
import { describe, expect, it } from 'vitest'
import {
  EMPTY_LEXICON,
  findLexiconActor,
  findOutlet,
  type Lexicon,
  listedProfile,
  outletKeyOf,
} from '../../src/merge/lexicon.ts'

const profileOf = (names: readonly string[], kind: ActorProfile['kind']): ActorProfile => ({
  ref: { document: documentId('doc:1'), actor: actorId('actor:1') },
  kind,
  names,
  country: null,
  sector: null,
  offices: [],
  published: null,
})

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
  it('gives kind and country of whom it lists by any of the names, and leaves open what it does not say', () => {
    const told = profileOf(['Karsovia'], 'organization')
    const lists = (kind: 'state' | null, country: string | null): Lexicon => ({
      actors: [{ name: 'Karsovian Republic', spellings: ['Karsovia'], kind, country }],
      outlets: [],
    })
    expect(listedProfile(told, lists('state', 'XKV'))).toEqual({ ...told, kind: 'state', country: 'XKV' })
    expect(listedProfile(told, lists(null, 'XKV'))).toEqual({ ...told, country: 'XKV' })
    expect(listedProfile(told, lists('state', null))).toEqual({ ...told, kind: 'state' })
    expect(listedProfile(profileOf(['Verland'], 'place'), lists('state', 'XKV')).country).toBeNull()
  })
})
