import { ACTORS, MATTERS } from '../accepts.ts'
import { agreements, talksNouns } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { lightVerb, noun, oneOf, union, verb } from '../patterns.ts'

/** Mediation. */
export const mediation = defineEventType({
  name: 'mediation',
  family: 'engagement',
  label: 'Mediation',
  gloss: 'A third side brings others together.',
  roles: { agent: ACTORS, counterpart: ACTORS, patient: ACTORS, theme: MATTERS },
  plover: ['CONSULT', 'third-party'],
  cameo: ['045'],
  temper: 'cooperative',
  theme: 'mediation',
  verb: { agent: ['subject'], patient: ['between', 'with', 'among'], theme: ['object', 'in', 'over'] },
  noun: {
    agent: ['by', 'poss', 'subject', 'of', 'mod*', 'from'],
    patient: ['between', 'with', 'in*'],
    theme: ['in', 'over'],
  },
  triggers: [
    verb('mediate arbitrate', { trust: 0.9 }),
    verb('broker', { political: true, trust: 0.85 }),
    verb('broker', {
      object: union(talksNouns, agreements, oneOf('release exchange swap transfer handover')),
      trust: 0.8,
    }),
    verb('facilitate', { object: union(talksNouns, agreements, oneOf('release exchange swap transfer')), trust: 0.7 }),
    verb('intercede intermediate', { political: true, trust: 0.6 }),
    lightVerb('bridge narrow', 'difference gap', { political: true, trust: 0.6 }),
    noun('mediation arbitration', { notOf: oneOf('labor court'), trust: 0.8 }),
  ],
  merge: { within: 7, mustShare: ['agent'], family: 'contact' },
})
