import { ACTORS, MATTERS, PEOPLE } from '../accepts.ts'
import { diplomats, people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, verb } from '../patterns.ts'

/** Envoy or office holder appointed. */
export const envoyAppointed = defineEventType({
  name: 'envoy-appointed',
  family: 'engagement',
  label: 'Envoy or office holder appointed',
  gloss: 'Somebody is named to an office or sent as an envoy.',
  roles: { agent: ACTORS, patient: PEOPLE, theme: MATTERS },
  plover: null,
  cameo: [],
  verb: { agent: ['subject'], patient: ['object'], theme: ['as', 'clause', 'to'] },
  noun: { agent: ['by', 'poss', 'subject'], patient: ['of'], theme: ['as', 'to'] },
  triggers: [
    verb('appoint nominate reappoint re-appoint', { object: people, political: true, trust: 0.85 }),
    verb('name designate', { object: people, political: true, prep: 'as', trust: 0.75 }),
    verb('dispatch send', {
      object: diplomats,
      notObject: oneOf('staff personnel mission'),
      political: true,
      trust: 0.6,
    }),
    phrase('swear', 'in', { object: people, political: true, trust: 0.7 }),
    noun('appointment nomination', { of: people, needsOf: true, political: true, trust: 0.7 }),
  ],
  merge: { within: 7, mustShare: ['patient'] },
})
