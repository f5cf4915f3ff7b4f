import { ACTORS, PARTIES, PEOPLE } from '../accepts.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, verb } from '../patterns.ts'

/** Extradition. */
export const extradition = defineEventType({
  name: 'extradition',
  family: 'custody',
  label: 'Extradition',
  gloss: 'A state hands a wanted person to another.',
  roles: { agent: ACTORS, patient: PEOPLE, counterpart: PARTIES },
  plover: ['COOPERATE', null],
  cameo: ['063'],
  temper: 'cooperative',
  theme: 'cooperation-judicial',
  verb: { agent: ['subject'], patient: ['object'], counterpart: ['to'] },
  noun: { agent: ['by', 'subject', 'from'], patient: ['of', 'poss', 'for'], counterpart: ['to'] },
  triggers: [
    verb('extradite', { trust: 0.95 }),
    phrase('hand turn', 'over', { object: oneOf('suspect fugitive criminal national bomber'), prep: 'to', trust: 0.8 }),
    // Whom a state wants for what they did: prisoners are let go.
    phrase('hand turn give', 'over up', {
      object: oneOf('officer commander general official leader minister suspect fugitive ringleader plotter'),
      subject: oneOf('government country authority', ['state', 'place']),
      trust: 0.75,
    }),
    noun('extradition', { trust: 0.85 }),
  ],
  merge: { within: 7, mustShare: ['patient'] },
})
