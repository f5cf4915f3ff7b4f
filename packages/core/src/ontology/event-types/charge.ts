import { ACTORS, MATTERS } from '../accepts.ts'
import { courts, people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Charge or indictment. */
export const charge = defineEventType({
  name: 'charge',
  family: 'custody',
  label: 'Charge or indictment',
  gloss: 'A case is brought against somebody.',
  roles: { agent: ACTORS, patient: ACTORS, theme: MATTERS },
  plover: ['ACCUSE', 'allege'],
  cameo: ['115'],
  temper: 'hostile',
  verb: { agent: ['subject'], patient: ['object'], theme: ['with', 'for', 'on', 'over'] },
  noun: { agent: ['by', 'poss', 'subject'], patient: ['against', 'of', 'on'], theme: ['for', 'over', 'of'] },
  triggers: [
    noun('complaint petition', {
      needsLight: true,
      lights: 'file lodge bring',
      prep: 'against',
      political: true,
      slots: { agent: ['subject'], patient: ['against'] },
      trust: 0.7,
    }),
    phrase('put go stand', 'trial', {
      slots: { agent: ['subject'], patient: ['object'], theme: ['for', 'on'] },
      political: true,
      trust: 0.6,
    }),
    phrase('take bring', 'court justice', {
      object: union(people, oneOf('government company', ['state', 'organization'])),
      political: true,
      trust: 0.6,
    }),
    verb('indict prosecute arraign sue', { trust: 0.9 }),
    verb('charge', { object: people, subject: courts, trust: 0.8 }),
    verb('charge', { object: people, prep: 'with over', trust: 0.85 }),
    verb('charge', {
      object: people,
      voice: 'passive',
      unless: 'fee price rent dollar euro interest toll',
      trust: 0.6,
    }),
    verb('face', {
      object: oneOf('charge trial count lawsuit indictment prosecution'),
      slots: { patient: ['subject'], theme: ['object'] },
      trust: 0.7,
    }),
    verb('try', { object: people, voice: 'passive', trust: 0.5 }),
    noun('indictment lawsuit suit', { unless: 'wear swim law', needsLight: true, trust: 0.8 }),
    noun('charge', { needsLight: true, lights: 'bring file press lay level prefer', trust: 0.8 }),
    noun('action proceeding case', {
      needsLight: true,
      lights: 'bring file launch start open take begin',
      with: 'legal criminal court disciplinary',
      slots: { agent: ['subject'], patient: ['against'] },
      trust: 0.75,
    }),
    noun('prosecution', { of: people, needsOf: true, trust: 0.7 }),
  ],
  merge: { within: 7, mustShare: ['patient'] },
})
