import { ACTORS, MATTERS, PARTIES } from '../accepts.ts'
import { listed } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, verb } from '../patterns.ts'

/** Sanctions eased. */
export const sanctionsEased = defineEventType({
  name: 'sanctions-eased',
  family: 'relations',
  label: 'Sanctions eased',
  gloss: 'A side lifts, suspends or eases sanctions.',
  roles: { agent: ACTORS, patient: PARTIES, theme: MATTERS },
  plover: ['RETREAT', null],
  cameo: ['085'],
  temper: 'cooperative',
  theme: 'yield-sanctions',
  verb: {
    agent: ['subject'],
    patient: ['on', 'against', 'from', 'object.on', 'object.against', 'object.of', 'for', 'to', 'object.mod*', 'in*'],
    theme: ['object'],
  },
  noun: { agent: ['by', 'subject', 'poss'], patient: ['on', 'against', 'of.on', 'of.against'], theme: ['of'] },
  triggers: [
    verb('delist unblock', {
      political: true,
      slots: { agent: ['subject'], patient: ['object.of', 'object.poss', 'object'] },
      trust: 0.75,
    }),
    verb('remove strike drop take', {
      object: listed,
      prep: 'from off',
      prepObject: oneOf('list blacklist'),
      political: true,
      slots: { agent: ['subject'], patient: ['object'] },
      trust: 0.7,
    }),
    verb('release', {
      object: oneOf('asset fund money'),
      objectMod: 'frozen blocked',
      political: true,
      slots: { agent: ['subject'], patient: ['object.of', 'object.poss', 'to', 'object.to'], theme: ['object'] },
      trust: 0.75,
    }),
    phrase('roll', 'back', { object: oneOf('sanction tariff embargo restriction'), trust: 0.8 }),
    verb('lift ease remove waive relax suspend end drop loosen reduce scrap', {
      object: oneOf('sanction embargo boycott tariff'),
      trust: 0.9,
    }),
    verb('lift ease remove end', {
      object: oneOf('ban restriction'),
      political: true,
      prep: 'on',
      prepObject: oneOf('import export trade sale travel beef good oil bank airline company', ['state']),
      trust: 0.6,
    }),
    verb('lift ease remove end waive drop relax', {
      object: oneOf('ban restriction'),
      objectMod: 'import export trade travel arms visa flight',
      political: true,
      trust: 0.7,
    }),
    verb('waive', { object: oneOf('ban restriction'), political: true, trust: 0.6 }),
    verb('unfreeze unblock', { object: oneOf('asset fund account money property'), trust: 0.85 }),
    noun('lifting easing removal suspension relief waiver', {
      of: oneOf('sanction embargo tariff'),
      needsOf: true,
      trust: 0.8,
    }),
    verb('unlock', { object: oneOf('asset fund money revenue account'), political: true, trust: 0.7 }),
    verb('lift ease scrap remove relax loosen', {
      object: oneOf('curb'),
      political: true,
      trust: 0.65,
    }),
    verb('soften unwind dismantle abolish rescind', { object: oneOf('sanction embargo boycott tariff'), trust: 0.8 }),
    verb('issue grant', {
      object: oneOf('licence license waiver'),
      objectMod: 'general sanction',
      political: true,
      slots: { agent: ['subject'], patient: ['to', 'for', 'object.for', 'recipient'], theme: ['object'] },
      trust: 0.65,
    }),
    verb('readmit re-admit', {
      object: oneOf('', ['state']),
      slots: { agent: ['subject'], patient: ['object'], theme: ['to'] },
      trust: 0.65,
    }),
  ],
  merge: { within: 7, mustShare: ['agent', 'patient'] },
})
