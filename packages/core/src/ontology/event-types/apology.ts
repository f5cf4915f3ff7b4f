import { ACTORS, MATTERS } from '../accepts.ts'
import { defineEventType } from '../event-type.ts'
import { lightVerb, noun, oneOf, phrase, type Slots, verb } from '../patterns.ts'

/** Whose forgiveness is asked, and for what. */
const FORGIVEN: Slots = {
  agent: ['subject'],
  addressee: ['object.poss', 'object.of', 'from', 'object.from'],
  theme: ['for', 'object.for'],
}

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
    lightVerb('express voice convey', 'regret remorse contrition apology', { political: true, trust: 0.8 }),
    // "begged her forgiveness", "asked the forgiveness of the families": a pardon that no office grants.
    lightVerb('beg', 'forgiveness pardon', {
      political: true,
      slots: FORGIVEN,
      trust: 0.75,
    }),
    lightVerb('ask seek implore crave', 'forgiveness', {
      political: true,
      slots: FORGIVEN,
      trust: 0.75,
    }),
    verb('ask beg plead appeal', {
      prep: 'for',
      prepObject: oneOf('forgiveness'),
      political: true,
      slots: { agent: ['subject'], addressee: ['object.person', 'for.poss', 'for.of', 'from', 'with'], theme: [] },
      trust: 0.75,
    }),
    lightVerb('eat', 'pie', { objectMod: 'humble', political: true, trust: 0.7 }),
    lightVerb('make', 'amends amend', { political: true, trust: 0.6 }),
    verb('grovel', { political: true, trust: 0.65 }),
    verb('atone', { political: true, trust: 0.65 }),
    noun('apology', { political: true, trust: 0.75 }),
  ],
  merge: { within: 7, mustShare: ['agent', 'addressee'] },
})
