import { describe, expect, it } from 'vitest'
import { type ActorProfile, actorId, documentId, type RecordActorId, type Sector } from '../../../src/index.ts'
import { actorKeys } from '../../../src/merge/actors/actor-keys.ts'
import { joinActor, MOST_PROFILES } from '../../../src/merge/actors/join-actor.ts'
import { placeActor } from '../../../src/merge/actors/place-actor.ts'
import { scoreProfiles } from '../../../src/merge/actors/score-profiles.ts'
import { EMPTY_LEXICON, type Lexicon } from '../../../src/merge/lexicon.ts'

// A brand has no run-time form; these ids are made by hand.
const rid = (text: string) => text as RecordActorId

function profile(
  names: string,
  more: Partial<Omit<ActorProfile, 'names'>> & { office?: string; document?: string; day?: string } = {},
): ActorProfile {
  const { office, document = 'doc:a', day = '2026-03-10', ...rest } = more
  const published = { earliest: day, latest: day, precision: 'day' } as const
  const [title = '', of = null] = office?.split('@') ?? []
  return {
    ref: { document: documentId(document), actor: actorId('a1') },
    kind: 'person',
    names: names === '' ? [] : names.split('|'),
    country: null,
    sector: null,
    offices: title === '' ? [] : [{ title, of, told: published }],
    published,
    ...rest,
  }
}
const GOV: Sector = 'GOV'

describe('scoreProfiles', () => {
  it('gives the reason in words', () => {
    const score = scoreProfiles(
      profile('Siarhei Tsikhanouski', { country: 'BLR' }),
      profile('Sergei Tikhanovsky', { country: 'BLR' }),
      EMPTY_LEXICON,
    )
    expect(score).toMatchObject({ verdict: 'same', because: 'spellings of one name; both of BLR' })
  })
  it('lets the own list win over the rules, both ways', () => {
    const lexicon: Lexicon = {
      actors: [
        { name: 'Anton Verek', spellings: ['The Old Man'], kind: 'person', country: null },
        { name: 'Anton Verek the painter', spellings: ['A. Verek'], kind: 'person', country: null },
      ],
      outlets: [],
    }
    expect(scoreProfiles(profile('Anton Verek'), profile('The Old Man'), lexicon).verdict).toBe('same')
    expect(scoreProfiles(profile('Anton Verek'), profile('A. Verek'), lexicon).verdict).toBe('different')
    expect(actorKeys(profile('The Old Man'), lexicon)).toContain('x:anton verek')
  })
})

describe('placeActor', () => {
  const sergei = joinActor(
    null,
    profile('Sergei Ivanov', { country: 'RUS', sector: GOV, office: 'defence minister@Russia' }),
    rid('r1'),
  )
  const igor = joinActor(
    null,
    profile('Igor Ivanov', { country: 'RUS', sector: GOV, office: 'foreign minister@Russia' }),
    rid('r2'),
  )

  it('leaves a surname open that two have', () => {
    expect(placeActor(profile('Ivanov', { country: 'RUS', sector: GOV }), [sergei, igor])).toBeNull()
  })
  it('finds the one whose office is told, in any order', () => {
    const minister = profile('Ivanov', { country: 'RUS', sector: GOV, office: 'foreign minister@Russia' })
    expect(placeActor(minister, [sergei, igor])?.actor.id).toBe('r2')
    expect(placeActor(minister, [igor, sergei])?.actor.id).toBe('r2')
  })
  it('gives an office without a name to nobody where it had two holders in that time', () => {
    const old = joinActor(
      null,
      profile('Jane Roe', { country: 'NOR', office: 'foreign minister@Norway', day: '2026-02-01' }),
      rid('r3'),
    )
    const now = joinActor(
      null,
      profile('Ingrid Solvang', { country: 'NOR', office: 'foreign minister@Norway', day: '2026-03-01' }),
      rid('r4'),
    )
    const told = profile('', { country: 'NOR', office: 'foreign minister@Norway' })
    expect(placeActor(told, [now])?.actor.id).toBe('r4')
    expect(placeActor(told, [old, now])).toBeNull()
  })
  it('lets one profile of an actor forbid what another allows', () => {
    const son = joinActor(
      sergei,
      profile('Sergei Borisovich Ivanov', { country: 'RUS', sector: GOV, document: 'doc:b' }),
      rid('r1'),
    )
    expect(placeActor(profile('Sergei Petrovich Ivanov', { country: 'RUS', sector: GOV }), [son])).toBeNull()
  })
})

describe('joinActor', () => {
  it('shows the full name that most documents use', () => {
    let actor = joinActor(null, profile('VEREK'), rid('r1'))
    actor = joinActor(actor, profile('Anton Verek', { document: 'doc:b', country: 'XKA' }), rid('r9'))
    actor = joinActor(actor, profile('Anton Vereck', { document: 'doc:c' }), rid('r9'))
    actor = joinActor(actor, profile('Anton Verek|Verek', { document: 'doc:d' }), rid('r9'))
    expect(actor).toMatchObject({ id: 'r1', name: 'Anton Verek', kind: 'person', country: 'XKA' })
    expect(actor.profiles).toHaveLength(4)
  })
  it('stays small however many documents tell the same', () => {
    let actor = joinActor(null, profile('Anton Verek'), rid('r1'))
    for (let i = 0; i < 500; i++) actor = joinActor(actor, profile('Anton Verek', { document: `doc:${i}` }), rid('r1'))
    expect(actor.profiles.length).toBeLessThanOrEqual(MOST_PROFILES)
    for (let i = 0; i < 100; i++)
      actor = joinActor(actor, profile(`Anton Verek|Name ${i}`, { document: `doc:n${i}` }), rid('r1'))
    expect(actor.profiles).toHaveLength(MOST_PROFILES)
    expect(actor.profiles[0]?.ref.document).toBe('doc:a')
  })
  it('replaces what the same document said before', () => {
    const first = joinActor(null, profile('Anton Verek'), rid('r1'))
    expect(joinActor(first, profile('Anton Vereck'), rid('r1')).profiles.map((one) => one.names[0])).toEqual([
      'Anton Vereck',
    ])
  })
})
