import { ACTORS } from '../accepts.ts'
import { captives, courts, people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, phrase, union, verb } from '../patterns.ts'

/** Abduction or hostage taking. */
export const abduction = defineEventType({
  name: 'abduction',
  family: 'custody',
  label: 'Abduction or hostage taking',
  gloss: 'Somebody is taken by force and without law.',
  roles: { agent: ACTORS, patient: ACTORS },
  plover: ['ASSAULT', 'abduct'],
  cameo: ['181'],
  temper: 'hostile',
  threat: '138',
  verb: { agent: ['subject'], patient: ['object'] },
  noun: { agent: ['by', 'subject', 'poss.doer'], patient: ['of', 'poss'] },
  triggers: [
    verb('abduct kidnap hijack', { trust: 0.95 }),
    phrase('take seize', 'hostage captive prisoner', { trust: 0.9 }),
    verb('seize snatch', { object: union(captives, people), notSubject: courts, trust: 0.6 }),
    noun('abduction kidnapping kidnap hijacking hostage-taking hijack', { trust: 0.85 }),
  ],
  merge: { within: 2, mustShare: ['patient'], family: 'seizure' },
})
