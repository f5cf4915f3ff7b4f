import { ACTORS, PARTIES, PEOPLE } from '../accepts.ts'
import { diplomats } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, verb } from '../patterns.ts'

/** Envoy or ambassador recalled. */
export const envoyRecalled = defineEventType({
  name: 'envoy-recalled',
  family: 'engagement',
  label: 'Envoy or ambassador recalled',
  gloss: 'A state calls its envoy home.',
  roles: { agent: ACTORS, patient: PEOPLE, counterpart: PARTIES },
  plover: ['SANCTION', 'withdraw'],
  cameo: ['161'],
  temper: 'hostile',
  threat: '1313',
  verb: { agent: ['subject'], patient: ['object'], counterpart: ['from', 'object.to', 'in*', 'object.in'] },
  noun: { agent: ['by', 'poss', 'subject'], patient: ['of'], counterpart: ['from'] },
  triggers: [
    verb('recall withdraw', { object: diplomats, trust: 0.9 }),
    phrase('bring order', 'home', { object: diplomats, political: true, trust: 0.7 }),
    phrase('call pull summon order', 'home back', { object: diplomats, trust: 0.85 }),
    noun('recall withdrawal', { of: diplomats, needsOf: true, trust: 0.8 }),
    phrase('yank haul', 'home back out', { object: diplomats, trust: 0.75 }),
    phrase('pull', 'out', { object: oneOf('ambassador envoy consul nuncio'), trust: 0.75 }),
    verb('recall', { object: oneOf('negotiator delegation delegate'), political: true, trust: 0.7 }),
  ],
  merge: { within: 3, mustShare: ['agent', 'patient'] },
})
