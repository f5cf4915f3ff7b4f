import { ACTORS } from '../accepts.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, verb } from '../patterns.ts'

/** Recognition of a government. */
export const recognition = defineEventType({
  name: 'recognition',
  family: 'relations',
  label: 'Recognition of a government',
  gloss: 'A state recognizes a state or government.',
  roles: { agent: ACTORS, patient: ACTORS },
  plover: ['SUPPORT', null],
  cameo: ['054'],
  temper: 'cooperative',
  theme: 'diplomatic',
  verb: { agent: ['subject'], patient: ['object.poss', 'object.of', 'object'] },
  noun: { agent: ['by', 'poss.doer', 'subject', 'from'], patient: ['of', 'to', 'for', 'poss'] },
  triggers: [
    verb('recognize recognise', {
      object: oneOf(
        'independence government regime statehood state leader authority sovereignty president council republic territory enclave junta rebel administration movement',
        ['state', 'organization', 'group'],
      ),
      political: true,
      trust: 0.75,
    }),
    noun('recognition', {
      of: oneOf('independence government regime state statehood', ['state']),
      needsOf: true,
      trust: 0.7,
    }),
    noun('recognition', { with: 'diplomatic', trust: 0.75 }),
  ],
  merge: { within: 7, mustShare: ['agent', 'patient'] },
})
