import { ACTORS, MATTERS } from '../accepts.ts'
import { defineEventType } from '../event-type.ts'
import { lightVerb, noun, phrase, verb } from '../patterns.ts'

/** Apology. */
export const apology = defineEventType({
  name: 'apology',
  family: 'asks-and-answers',
  label: 'Apology',
  gloss: 'Somebody says sorry.',
  roles: { agent: ACTORS, addressee: ACTORS, theme: MATTERS },
  plover: ['CONCEDE', null],
  cameo: ['055'],
  temper: 'cooperative',
  verb: { agent: ['subject'], addressee: ['to', 'object.to'], theme: ['for', 'over', 'object.for', 'object.over'] },
  noun: { agent: ['by', 'from', 'poss', 'subject'], addressee: ['to', 'recipient'], theme: ['for', 'over'] },
  triggers: [
    phrase('say', 'sorry', { political: true, trust: 0.7 }),
    verb('apologize apologise', { political: true, trust: 0.9 }),
    lightVerb('express voice', 'regret remorse', { political: true, trust: 0.8 }),
    noun('apology', { political: true, trust: 0.75 }),
  ],
  merge: { within: 7, mustShare: ['agent', 'addressee'] },
})
