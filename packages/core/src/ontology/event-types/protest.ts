import { ACTORS, MATTERS } from '../accepts.ts'
import { MARKETS, MEASURES, people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { anything, lightVerb, noun, oneOf, phrase, verb } from '../patterns.ts'

/** Protest, strike or riot. */
export const protest = defineEventType({
  name: 'protest',
  family: 'force',
  label: 'Protest, strike or riot',
  gloss: 'People protest in public, strike, block or riot.',
  roles: { agent: ACTORS, patient: ACTORS, theme: MATTERS },
  plover: ['PROTEST', null],
  cameo: ['140'],
  temper: 'hostile',
  threat: '133',
  verb: {
    agent: ['subject'],
    patient: [
      'against.poss',
      'against.by',
      'against.of',
      'against.person',
      'against',
      'at',
      'in*',
      'object',
      'outside',
      'clause.against',
      'over.poss',
    ],
    theme: ['for', 'over', 'clause', 'against'],
  },
  noun: {
    agent: ['by', 'of', 'poss', 'subject', 'mod*'],
    patient: ['against.poss', 'against.by', 'against.of', 'against', 'at', 'in*', 'outside', 'clause.against'],
    theme: ['for', 'over', 'clause'],
  },
  triggers: [
    phrase('walk', 'out', { subject: oneOf('worker employee student teacher staff nurse'), cameo: '143', trust: 0.65 }),
    verb('throw hurl pelt', {
      object: oneOf('stone rock bottle egg firebomb'),
      political: true,
      cameo: '145',
      slots: { agent: ['subject'], patient: ['at', 'with'] },
      trust: 0.65,
    }),
    noun('walkout sit-in boycott', { needsLight: true, political: true, cameo: '143', trust: 0.65 }),
    noun('unrest', { prep: 'in by', political: true, cameo: '145', trust: 0.4 }),
    verb('protest demonstrate', {
      notObject: anything,
      political: true,
      notSubject: MEASURES,
      cameo: '141',
      trust: 0.8,
    }),
    verb('rally march', { political: true, notObject: anything, notSubject: MARKETS, cameo: '141', trust: 0.65 }),
    verb('riot', { cameo: '145', trust: 0.85 }),
    verb('picket', { cameo: '141', trust: 0.8 }),
    phrase('go', 'strike', { cameo: '143', trust: 0.85 }),
    verb('block blockade barricade obstruct', {
      object: oneOf('road highway street bridge roadway traffic port railway entrance crossing'),
      subject: people,
      cameo: '144',
      trust: 0.75,
    }),
    lightVerb('stop shun', 'work', { subject: people, cameo: '143', trust: 0.5 }),
    phrase('take', 'street', { cameo: '141', trust: 0.75 }),
    verb('burn', { object: oneOf('flag effigy'), cameo: '141', trust: 0.7 }),
    noun('strike', { with: 'hunger', cameo: '142', trust: 0.9 }),
    noun('strike', {
      with: 'general labor rail transport teacher worker day nationwide',
      unless: 'air drone missile',
      cameo: '143',
      trust: 0.75,
    }),
    noun('strike', {
      needsLight: true,
      lights: 'stage begin call go end organize join declare start',
      unless: 'air drone missile airstrike',
      cameo: '143',
      trust: 0.6,
    }),
    noun('protest demonstration sit-in', {
      notOf: oneOf('product technology software'),
      political: true,
      cameo: '141',
      trust: 0.7,
    }),
    noun('rally march', { political: true, needsLight: true, cameo: '141', trust: 0.65 }),
    noun('riot', { cameo: '145', trust: 0.7 }),
  ],
  merge: { within: 2, mustShare: ['agent'] },
})
