import { ACTORS, MATTERS } from '../accepts.ts'
import { NATURE, people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { lightVerb, noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Threat or ultimatum. */
export const threat = defineEventType({
  name: 'threat',
  family: 'asks-and-answers',
  label: 'Threat or ultimatum',
  gloss: 'Somebody threatens, or sets a term with consequences.',
  roles: { agent: ACTORS, addressee: ACTORS, theme: MATTERS },
  plover: ['THREATEN', null],
  cameo: ['130', '139'],
  temper: 'hostile',
  verb: {
    agent: ['subject'],
    addressee: [
      'object.person',
      'recipient',
      'clause.object.person',
      'clause.object.on',
      'clause.object.against',
      'clause.object.with',
      'clause.object.to',
      'clause.on',
      'clause.against',
      'clause.to',
      'clause.with',
      'clause.from',
      'clause.in*',
      'object.against',
      'object.on',
      'object.to',
      'against',
      'to',
      'in*',
    ],
    theme: ['clause', 'with', 'object.inanimate', 'of'],
  },
  noun: {
    agent: ['poss', 'by', 'from', 'subject', 'mod*'],
    addressee: ['to', 'against', 'recipient', 'on'],
    theme: ['clause', 'of'],
  },
  triggers: [
    verb('warn', {
      prep: 'against of',
      political: true,
      notSubject: NATURE,
      slots: { agent: ['subject'], addressee: ['object', 'against.person'], theme: ['against', 'of'] },
      trust: 0.5,
    }),
    lightVerb(
      'vow threaten promise swear pledge',
      'retaliation revenge response action vengeance reprisal war strike punishment',
      {
        political: true,
        slots: { agent: ['subject'], addressee: ['against', 'object.against', 'on', 'object.on'], theme: ['object'] },
        trust: 0.75,
      },
    ),
    verb('threaten', { political: true, notSubject: NATURE, trust: 0.85 }),
    verb('threaten', {
      object: people,
      subject: union(people, oneOf('government regime army police militia gang', ['state', 'organization'])),
      trust: 0.75,
    }),
    verb('warn caution', { object: people, political: true, clause: true, ahead: true, cameo: '130', trust: 0.55 }),
    verb('warn', {
      object: oneOf('government regime', ['state', 'organization']),
      ahead: true,
      political: true,
      trust: 0.55,
    }),
    verb('vow swear', {
      clause: true,
      political: true,
      clauseWords:
        'retaliate avenge punish attack destroy strike fight kill crush respond revenge continue resist hunt pursue eliminate annihilate neutralise neutralize jail arrest prosecute oust topple bomb shell invade',
      trust: 0.75,
    }),
    lightVerb('issue give send deliver sound', 'warning', {
      political: true,
      unless: 'storm weather flood tsunami travel',
      slots: {
        agent: ['subject'],
        addressee: ['to', 'object.to', 'recipient', 'object.against'],
        theme: ['clause', 'object'],
      },
      trust: 0.6,
    }),
    lightVerb('give', 'hour day week', {
      clause: true,
      political: true,
      slots: {
        agent: ['subject'],
        addressee: ['recipient', 'to'],
        theme: ['clause', 'object.clause'],
      },
      cameo: '139',
      trust: 0.6,
    }),
    lightVerb('give set impose', 'deadline ultimatum', {
      slots: {
        agent: ['subject'],
        addressee: ['recipient', 'to', 'object.for', 'for', 'object.to'],
        theme: ['object', 'clause'],
      },
      political: true,
      cameo: '139',
      trust: 0.8,
    }),
    // "put the ministers on notice"
    phrase('put place serve', 'notice', {
      object: union(people, oneOf('government ministry company firm bank council police', ['state', 'organization'])),
      political: true,
      slots: { agent: ['subject'], addressee: ['object.person', 'object'], theme: ['clause', 'object.of', 'of'] },
      trust: 0.65,
    }),
    // "will bear the consequences", "will get a crushing response"
    lightVerb('bear face', 'consequence', {
      political: true,
      slots: { agent: ['speaker'], addressee: ['subject'], theme: ['object'] },
      trust: 0.6,
    }),
    lightVerb('receive meet get', 'response blow', {
      objectMod: 'crushing devastating decisive harsh',
      political: true,
      slots: { agent: ['speaker'], addressee: ['subject'], theme: ['object'] },
      trust: 0.6,
    }),
    // "warned that the crossings would be shut": harm that is told as to come, by whoever it was told to.
    verb('warn caution', {
      clause: true,
      ahead: true,
      clauseWords:
        'retaliate avenge punish attack strike destroy respond shut expel sanction withhold withdraw halt suspend shoot arrest detain jail prosecute seize confiscate deport pay regret shell bomb invade storm kill execute hang',
      political: true,
      notSubject: union(NATURE, oneOf('group agency expert analyst charity scientist doctor observer economist')),
      trust: 0.6,
    }),
    lightVerb('rattle', 'sabre saber', {
      political: true,
      slots: { agent: ['subject'], addressee: ['at', 'against'] },
      trust: 0.6,
    }),
    noun('sabre-rattling saber-rattling', { political: true, trust: 0.6 }),
    verb('menace', { political: true, notSubject: NATURE, trust: 0.6 }),
    // "a bomb threat against the consulate", "death threats": said by their kind.
    noun('threat', {
      of: oneOf('bomb death'),
      needsOf: true,
      slots: { agent: ['by', 'from', 'subject'], addressee: ['to', 'against', 'recipient', 'receiver'], theme: [] },
      trust: 0.7,
    }),
    noun('hoax', {
      of: oneOf('bomb'),
      needsOf: true,
      slots: { agent: ['by', 'from'], addressee: ['at', 'against'] },
      trust: 0.6,
    }),
    verb('blackmail intimidate', { political: true, trust: 0.6 }),
    noun('ultimatum', { cameo: '139', trust: 0.9 }),
    noun('threat', {
      political: true,
      needsLight: true,
      lights: 'make issue repeat renew deliver reiterate',
      trust: 0.75,
    }),
  ],
  merge: { within: 7, mustShare: ['agent', 'addressee'] },
})
