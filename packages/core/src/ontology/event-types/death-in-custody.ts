import { ACTORS, PEOPLE } from '../accepts.ts'
import { prisons } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, verb } from '../patterns.ts'

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
    verb('die perish', { prep: 'in', prepObject: prisons, trust: 0.85 }),
    verb('die', { with: 'custody detention captivity jail prison', trust: 0.8 }),
    noun('death', { with: 'custody detention captivity prison jail cell', trust: 0.75 }),
    noun('death', { prep: 'in', prepObject: prisons, trust: 0.8 }),
  ],
  merge: { within: 3, mustShare: ['patient'] },
})
