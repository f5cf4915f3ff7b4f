import { ACTORS } from '../accepts.ts'
import { ties } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, verb } from '../patterns.ts'

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
  ],
  merge: { within: 7, mustShare: ['agent', 'counterpart'] },
})
