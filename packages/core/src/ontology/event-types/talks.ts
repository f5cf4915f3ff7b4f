import { ACTORS, MATTERS } from '../accepts.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, verb } from '../patterns.ts'

/** Talks or negotiation. */
export const talks = defineEventType({
  name: 'talks',
  family: 'engagement',
  label: 'Talks or negotiation',
  gloss: 'Two sides negotiate, or the words call it talks.',
  roles: { agent: ACTORS, counterpart: ACTORS, intermediary: ACTORS, theme: MATTERS },
  plover: ['CONSULT', null],
  cameo: ['046'],
  reciprocal: true,
  temper: 'cooperative',
  theme: 'meet',
  threat: '134',
  verb: { agent: ['subject'], counterpart: ['with', 'to'], theme: ['object', 'about', 'on', 'over', 'for'] },
  noun: {
    agent: ['poss', 'between', 'subject', 'of', 'by', 'among'],
    counterpart: ['with', 'mod*'],
    intermediary: ['under'],
    theme: ['about', 'on', 'over', 'for'],
  },
  triggers: [
    verb('negotiate renegotiate bargain haggle parley', { political: true, trust: 0.85 }),
    verb('talk', { prep: 'with to', political: true, trust: 0.65 }),
    verb('discuss', { political: true, prep: 'with', cameo: '040', trust: 0.7 }),
    verb('discuss', {
      political: true,
      object: oneOf(
        'ceasefire cease-fire truce armistice swap exchange release settlement term hostage prisoner captive',
      ),
      cameo: '040',
      trust: 0.7,
    }),
    noun('talk', {
      plural: true,
      unless: 'merger takeover company firm player salary studio wage',
      notOf: oneOf('sport book ted team pillow'),
      trust: 0.85,
    }),
    noun('talk', { with: 'exploratory bilateral direct peace', trust: 0.8 }),
    noun('negotiation', { political: true, trust: 0.85 }),
    noun('round', { needsLight: true, lights: 'hold begin open start conclude', political: true, trust: 0.6 }),
    noun('dialogue dialog parley', { political: true, trust: 0.7 }),
    noun('discussion consultation', { political: true, prep: 'with between', trust: 0.65 }),
  ],
  merge: { within: 3, mustShare: ['agent', 'counterpart'], family: 'contact' },
})
