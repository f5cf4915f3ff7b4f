import { ACTORS, MATTERS, PARTIES } from '../accepts.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, verb } from '../patterns.ts'

/** Meeting in a third place. */
export const thirdPlaceMeeting = defineEventType({
  name: 'third-place-meeting',
  family: 'engagement',
  label: 'Meeting in a third place',
  gloss: 'Two sides meet on the ground of a third that hosts them.',
  roles: { agent: ACTORS, counterpart: ACTORS, host: PARTIES, theme: MATTERS },
  plover: ['CONSULT', 'third-party'],
  cameo: ['044'],
  reciprocal: true,
  temper: 'cooperative',
  theme: 'meet',
  verb: { agent: ['subject'], counterpart: ['with', 'object'] },
  noun: { agent: ['poss', 'subject', 'between', 'of'], counterpart: ['with'], host: ['by'] },
  triggers: [
    verb('meet', {
      prep: 'in on',
      prepObject: oneOf('ground country territory'),
      with: 'neutral third',
      political: true,
      trust: 0.8,
    }),
    noun('meeting talk negotiation', {
      prep: 'in on',
      prepObject: oneOf('ground country territory'),
      with: 'neutral third',
      trust: 0.8,
    }),
  ],
  merge: { within: 2, mustShare: ['agent', 'counterpart'], family: 'contact' },
})
