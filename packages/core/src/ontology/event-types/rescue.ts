import { ACTORS, PEOPLE } from '../accepts.ts'
import { people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, verb } from '../patterns.ts'

/** Rescue. */
export const rescue = defineEventType({
  name: 'rescue',
  family: 'custody',
  label: 'Rescue',
  gloss: 'Somebody is brought out of danger or captivity by others.',
  roles: { agent: ACTORS, patient: PEOPLE },
  plover: ['AID', null],
  cameo: ['070'],
  temper: 'cooperative',
  theme: 'aid',
  verb: { agent: ['subject'], patient: ['object'] },
  noun: { agent: ['by', 'subject', 'poss.doer'], patient: ['of', 'poss'] },
  triggers: [
    verb('rescue', { object: people, trust: 0.85 }),
    verb('evacuate airlift', { object: people, trust: 0.75 }),
    noun('rescue evacuation', { of: people, needsOf: true, trust: 0.7 }),
  ],
  merge: { within: 2, mustShare: ['patient'] },
})
