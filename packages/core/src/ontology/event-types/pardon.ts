import { ACTORS, PEOPLE } from '../accepts.ts'
import { people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, verb } from '../patterns.ts'

/** Pardon, amnesty or acquittal. */
export const pardon = defineEventType({
  name: 'pardon',
  family: 'custody',
  label: 'Pardon, amnesty or acquittal',
  gloss: 'A punishment or charge is forgiven or found void.',
  roles: { agent: ACTORS, patient: PEOPLE, beneficiary: ACTORS },
  plover: ['CONCEDE', null],
  cameo: ['0841'],
  temper: 'cooperative',
  theme: 'yield-release',
  verb: { agent: ['subject'], patient: ['object'] },
  noun: {
    agent: ['by', 'subject', 'from', 'poss.doer', 'mod*'],
    patient: ['for', 'to', 'of', 'recipient', 'poss', 'receiver'],
  },
  triggers: [
    verb('pardon', { object: people, notObject: oneOf('I me French pun interruption delay'), trust: 0.9 }),
    verb('amnesty acquit exonerate', { trust: 0.9 }),
    verb('commute', {
      object: oneOf('sentence term punishment'),
      slots: { agent: ['subject'], patient: ['object.poss', 'object.of'] },
      trust: 0.85,
    }),
    verb('clear', {
      object: people,
      prep: 'of',
      prepObject: oneOf('charge wrongdoing accusation murder count'),
      trust: 0.85,
    }),
    verb('overturn quash', {
      object: oneOf('conviction sentence verdict'),
      slots: { agent: ['subject'], patient: ['object.poss', 'object.of'] },
      trust: 0.7,
    }),
    noun('pardon amnesty clemency acquittal reprieve', { trust: 0.8 }),
  ],
  merge: { within: 2, mustShare: ['patient'] },
})
