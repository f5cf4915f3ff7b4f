import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ActorKind, type ActorProfile, actorId, documentId } from '../../../src/index.ts'
import { actorKeys } from '../../../src/merge/actors/actor-keys.ts'
import { scoreProfiles } from '../../../src/merge/actors/score-profiles.ts'
import { EMPTY_LEXICON } from '../../../src/merge/lexicon.ts'

const KINDS: readonly ActorKind[] = ['person', 'group', 'organization', 'state', 'outlet', 'place']
const words = fc.oneof(
  fc.constantFrom(
    'Ivanov',
    'al-',
    'Jr.',
    "'",
    '-',
    'Иван',
    'abd',
    'KIM',
    'X',
    'of',
    'the',
    'Ministry of Foreign Affairs',
  ),
  fc.string({ maxLength: 6, unit: 'grapheme' }),
)
const profiles: fc.Arbitrary<ActorProfile> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    names: fc.array(
      fc.array(words, { maxLength: 4 }).map((list) => list.join(' ')),
      { maxLength: 3 },
    ),
    country: fc.constantFrom(null, 'RUS', 'BLR'),
    title: words,
  })
  .map(({ kind, names, country, title }) => ({
    ref: { document: documentId('doc:a'), actor: actorId('a1') },
    kind,
    names,
    country,
    sector: null,
    offices: [{ title, of: null, told: null }],
    published: null,
  }))

describe('profiles of any text', () => {
  it('are scored without throwing, alike in both orders, with a score from 0 to 1', () => {
    fc.assert(
      fc.property(profiles, profiles, (a, b) => {
        const one = scoreProfiles(a, b, EMPTY_LEXICON)
        const two = scoreProfiles(b, a, EMPTY_LEXICON)
        expect(two.verdict).toBe(one.verdict)
        expect(two.score).toBe(one.score)
        expect(one.score).toBeGreaterThanOrEqual(0)
        expect(one.score).toBeLessThanOrEqual(1)
        expect(actorKeys(a).length).toBeLessThanOrEqual(16)
      }),
      { seed: 3, numRuns: 400 },
    )
  })
})
