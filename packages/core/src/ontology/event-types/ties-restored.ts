import { ACTORS } from '../accepts.ts'
import { ties } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { lightVerb, noun, oneOf, phrase, verb } from '../patterns.ts'

/** Ties restored or embassy reopened. */
export const tiesRestored = defineEventType({
  name: 'ties-restored',
  family: 'relations',
  label: 'Ties restored or embassy reopened',
  gloss: 'Sides establish, restore or normalize relations.',
  roles: { agent: ACTORS, counterpart: ACTORS },
  plover: ['SUPPORT', null],
  cameo: ['050'],
  reciprocal: true,
  temper: 'cooperative',
  theme: 'diplomatic',
  verb: { agent: ['subject'], counterpart: ['with', 'object.with', 'object.between', 'in*', 'object.in'] },
  noun: { agent: ['between', 'by', 'poss', 'subject'], counterpart: ['with', 'of.with'] },
  triggers: [
    verb('swap exchange', { object: oneOf('ambassador envoy'), political: true, trust: 0.75 }),
    phrase('send', 'back', {
      object: oneOf('ambassador envoy consul'),
      slots: { agent: ['subject'], counterpart: ['to', 'in*', 'object.to', 'object.in'] },
      trust: 0.75,
    }),
    verb(
      'restore resume establish re-establish reestablish normalize normalise renew rebuild mend repair upgrade improve strengthen deepen boost',
      { object: ties, notObject: oneOf('border airspace cooperation'), political: true, trust: 0.85 },
    ),
    verb('reopen open', { object: oneOf('embassy consulate mission'), trust: 0.85 }),
    noun('normalization normalisation restoration resumption', {
      of: oneOf('tie relation relationship relations'),
      needsOf: true,
      trust: 0.8,
    }),
    noun('rapprochement', { trust: 0.8 }),
    lightVerb('bury', 'hatchet', { political: true, slots: { agent: ['subject'], counterpart: ['with'] }, trust: 0.7 }),
    lightVerb('mend', 'fence', {
      political: true,
      slots: { agent: ['subject'], counterpart: ['with', 'object.with'] },
      trust: 0.7,
    }),
    verb('reconcile thaw', {
      prep: 'with',
      political: true,
      slots: { agent: ['subject'], counterpart: ['with'] },
      trust: 0.65,
    }),
    phrase('patch', 'up', {
      object: oneOf('difference quarrel tie relation relations relationship row feud'),
      political: true,
      trust: 0.7,
    }),
    verb('reset rekindle revive thaw', {
      object: oneOf('tie relation relations relationship'),
      political: true,
      trust: 0.7,
    }),
    noun('thaw détente detente reconciliation', {
      prep: 'between with',
      political: true,
      trust: 0.6,
    }),
  ],
  merge: { within: 7, mustShare: ['agent', 'counterpart'] },
})
