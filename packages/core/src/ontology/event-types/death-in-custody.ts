import { ACTORS, PEOPLE } from '../accepts.ts'
import { people, prisons } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, verb } from '../patterns.ts'

/** Death in custody. */
export const deathInCustody = defineEventType({
  name: 'death-in-custody',
  family: 'custody',
  label: 'Death in custody',
  gloss: 'Somebody dies while held.',
  roles: { agent: ACTORS, patient: PEOPLE },
  plover: null,
  cameo: [],
  verb: { patient: ['subject'], agent: [] },
  noun: { patient: ['of', 'poss'], agent: ['by'] },
  triggers: [
    verb('find', {
      object: people,
      with: 'dead hanged lifeless unresponsive',
      prep: 'in',
      prepObject: prisons,
      voice: 'passive',
      slots: { patient: ['object'], agent: [] },
      trust: 0.8,
    }),
    phrase('die perish succumb', 'bars', { trust: 0.8 }),
    verb('succumb', { prep: 'in', prepObject: prisons, trust: 0.75 }),
    verb('lose', { object: oneOf('life'), prep: 'in', prepObject: prisons, trust: 0.75 }),
    verb('hang kill', {
      object: oneOf('himself herself themselves'),
      prep: 'in',
      prepObject: prisons,
      trust: 0.8,
    }),
    verb('torture beat starve', {
      object: people,
      prep: 'to',
      prepObject: oneOf('death'),
      with: 'jail prison custody detention cell camp',
      slots: { patient: ['object'], agent: ['by', 'subject'] },
      trust: 0.75,
    }),
    verb('die perish', { prep: 'in', prepObject: prisons, trust: 0.85 }),
    verb('die', { with: 'custody detention captivity jail prison', trust: 0.8 }),
    noun('death', { with: 'custody detention captivity prison jail cell', trust: 0.75 }),
    noun('death', { prep: 'in', prepObject: prisons, trust: 0.8 }),
  ],
  merge: { within: 3, mustShare: ['patient'] },
})
