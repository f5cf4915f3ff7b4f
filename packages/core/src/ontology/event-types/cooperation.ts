import { ACTORS, MATTERS } from '../accepts.ts'
import { lands } from '../classes.ts'
import { defineEventType, finer } from '../event-type.ts'
import { noun, oneOf, phrase, verb } from '../patterns.ts'

/** Cooperation. */
export const cooperation = defineEventType({
  name: 'cooperation',
  family: 'relations',
  label: 'Cooperation',
  gloss: 'Sides work together in trade, defense, justice or intelligence.',
  roles: { agent: ACTORS, counterpart: ACTORS, theme: MATTERS },
  plover: ['COOPERATE', null],
  cameo: ['060'],
  reciprocal: true,
  temper: 'cooperative',
  theme: 'cooperation',
  verb: {
    agent: ['subject'],
    counterpart: ['with', 'object.with', 'object.between', 'to'],
    theme: ['on', 'in', 'against', 'object.on', 'object.inanimate'],
  },
  noun: {
    agent: ['between', 'by', 'poss', 'subject', 'of', 'among'],
    counterpart: ['with'],
    theme: ['on', 'in', 'against'],
  },
  triggers: [
    verb('trade', {
      prep: 'with',
      political: true,
      cameo: '061',
      slots: { agent: ['subject'], counterpart: ['with'] },
      trust: 0.5,
    }),
    phrase('step', 'up', { object: oneOf('trade cooperation exchange'), political: true, trust: 0.6 }),
    verb('boost expand increase deepen strengthen', {
      object: oneOf('trade cooperation'),
      political: true,
      trust: 0.55,
    }),
    verb('patrol train operate', { with: 'together jointly', political: true, cameo: '062', trust: 0.65 }),
    verb('export ship', {
      political: true,
      prep: 'to',
      cameo: '061',
      slots: { agent: ['subject'], counterpart: ['to'], theme: ['object'] },
      trust: 0.55,
    }),
    verb('import', {
      political: true,
      prep: 'from',
      cameo: '061',
      slots: { agent: ['subject'], counterpart: ['from'], theme: ['object'] },
      trust: 0.55,
    }),
    verb('give provide hand pass supply', {
      object: oneOf('information intelligence evidence data'),
      political: true,
      prep: 'to',
      cameo: '064',
      trust: 0.6,
    }),
    noun('game', { with: 'war', political: true, cameo: '062', needsLight: true, trust: 0.6 }),
    verb('cooperate collaborate co-operate', { political: true, trust: 0.8 }),
    verb('share exchange', {
      object: oneOf('intelligence information evidence'),
      political: true,
      cameo: '064',
      trust: 0.8,
    }),
    verb('hold conduct begin start stage launch carry', {
      object: oneOf('exercise drill maneuver manoeuvre patrol'),
      objectMod: 'joint',
      political: true,
      cameo: '062',
      trust: 0.85,
    }),
    phrase('join', 'force hand', { political: true, trust: 0.6 }),
    phrase('team', 'up', { political: true, trust: 0.6 }),
    verb('work', { with: 'together closely jointly', prep: 'with', political: true, trust: 0.6 }),
    verb('buy purchase sell export import', {
      political: true,
      object: oneOf('weapon arms oil gas wheat grain missile jet tank aircraft fighter uranium good product equipment'),
      cameo: '061',
      slots: { agent: ['subject'], counterpart: ['to', 'from', 'object.from', 'object.to'], theme: ['object'] },
      trust: 0.6,
    }),
    verb('invest', {
      political: true,
      prep: 'in',
      prepObject: lands,
      cameo: '061',
      slots: { agent: ['subject'], counterpart: ['in*'] },
      trust: 0.6,
    }),
    noun('cooperation collaboration co-operation', { prep: 'with between', political: true, trust: 0.6 }),
    noun('exercise drill maneuver', {
      of: oneOf('joint military naval'),
      with: 'joint',
      political: true,
      cameo: '062',
      trust: 0.7,
    }),
    noun('trade', { prep: 'between', political: true, cameo: '061', trust: 0.5 }),
  ],
  finer: [
    finer('trade economic investment business commercial', { cameo: '061' }),
    finer('military exercise drill naval defense defence patrol', { cameo: '062' }),
    finer('judicial police extradition investigation prosecutor court', { cameo: '063' }),
    finer('intelligence information evidence data', { cameo: '064' }),
  ],
  merge: { within: 7, mustShare: ['agent', 'counterpart'], family: 'agreement' },
})
