import { ACTORS, MATTERS } from '../accepts.ts'
import { leaders, officials, politicalWords } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { lightVerb, noun, oneOf, phrase, union, verb } from '../patterns.ts'

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
    lightVerb('exchange swap share compare', 'view opinion', {
      political: true,
      slots: {
        agent: ['subject'],
        counterpart: ['with', 'object.with'],
        theme: ['on', 'object.on', 'about', 'object.about'],
      },
      trust: 0.75,
    }),
    // "The two discussed dust storms"
    verb('discuss', { subject: oneOf('side party two both delegation duo'), cameo: '040', trust: 0.65 }),
    verb('discuss', {
      subject: oneOf('minister president leader premier foreign counterpart ambassador envoy'),
      political: true,
      cameo: '040',
      trust: 0.6,
    }),
    verb('review', {
      object: oneOf('relation relations tie cooperation'),
      political: true,
      trust: 0.6,
    }),
    verb('return come', {
      prep: 'to',
      prepObject: oneOf('table negotiation talk talks dialogue dialog'),
      political: true,
      slots: { agent: ['subject'], counterpart: ['with'] },
      trust: 0.65,
    }),
    noun('contact touch', {
      statal: true,
      political: true,
      prep: 'with',
      prepObject: oneOf('kidnapper captor rebel government side', ['state']),
      slots: { agent: ['subject'], counterpart: ['with'] },
      trust: 0.55,
    }),
    verb('speak', {
      prep: 'with',
      prepObject: union(
        officials,
        oneOf('rebel militia government militant guerrilla kidnapper captor side', ['state']),
      ),
      political: true,
      slots: { agent: ['subject'], counterpart: ['with'], theme: ['about', 'on'] },
      trust: 0.55,
    }),
    verb('negotiate renegotiate bargain haggle parley', { political: true, trust: 0.85 }),
    // Not to a newspaper.
    verb('talk', {
      prep: 'with to',
      prepObject: union(
        leaders,
        politicalWords,
        oneOf('kidnapper captor gang bandit side family neighbor neighbour enemy taliban', [
          'person',
          'state',
          'organization',
          'group',
        ]),
      ),
      political: true,
      trust: 0.65,
    }),
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
    noun('round', {
      needsLight: true,
      lights: 'hold begin open start conclude convene',
      political: true,
      trust: 0.6,
    }),
    noun('dialogue dialog parley', { political: true, trust: 0.7 }),
    noun('discussion consultation', { political: true, prep: 'with between', trust: 0.65 }),
    verb('wrangle dicker barter', { prep: 'with over', political: true, trust: 0.6 }),
    phrase('thrash iron', 'out', {
      object: oneOf('detail difference term deal agreement compromise issue wrinkle'),
      political: true,
      trust: 0.6,
    }),
  ],
  merge: { within: 3, mustShare: ['agent', 'counterpart'], family: 'contact' },
})
