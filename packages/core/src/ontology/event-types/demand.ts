import { ACTORS, MATTERS } from '../accepts.ts'
import { diplomats, people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, union, verb } from '../patterns.ts'

/** Demand. */
export const demand = defineEventType({
  name: 'demand',
  family: 'asks-and-answers',
  label: 'Demand',
  gloss: 'Somebody demands, insists or orders.',
  roles: { agent: ACTORS, addressee: ACTORS, theme: MATTERS, beneficiary: ACTORS },
  plover: ['REQUEST', null],
  cameo: ['100', '1053', '106', '107', '108'],
  temper: 'hostile',
  verb: {
    agent: ['subject'],
    addressee: [
      'from',
      'of',
      'clause.subject',
      'object.person',
      'to',
      'object.with',
      'object.of',
      'object.by',
      'object.from',
      'object.poss',
      'on',
    ],
    theme: ['clause', 'object.inanimate', 'on'],
  },
  noun: {
    agent: ['poss', 'by', 'from', 'subject', 'of', 'mod*'],
    addressee: ['to', 'on', 'recipient', 'clause.subject'],
    theme: ['for', 'clause', 'of'],
  },
  triggers: [
    verb('demand', {
      notSubject: oneOf('job task work role schedule course position sport'),
      political: true,
      trust: 0.95,
    }),
    // "demanded the withdrawal of the troops": whoever shall leave is asked to.
    verb('demand', {
      object: oneOf('withdrawal departure resignation pullout exit'),
      political: true,
      slots: {
        agent: ['subject'],
        addressee: ['of', 'object.of', 'object.poss', 'object.by', 'object.mod*'],
        theme: ['object'],
      },
      trust: 0.96,
    }),
    verb('insist', { clause: true, wished: true, unless: 'innocent innocence', political: true, trust: 0.6 }),
    verb('insist', { prep: 'on upon', political: true, trust: 0.65 }),
    verb('order instruct command', {
      object: people,
      clause: true,
      slots: { agent: ['subject'], addressee: ['object'], theme: ['clause'] },
      trust: 0.75,
    }),
    verb('order instruct', {
      object: oneOf('company firm bank airline newspaper station channel government authority ministry police army', [
        'organization',
        'state',
      ]),
      clause: true,
      slots: { agent: ['subject'], addressee: ['object'], theme: ['clause'] },
      trust: 0.7,
    }),
    verb('summon subpoena', {
      object: people,
      notObject: diplomats,
      political: true,
      slots: { agent: ['subject'], addressee: ['object'], theme: ['clause', 'for', 'to'] },
      trust: 0.7,
    }),
    verb('tell', {
      object: union(people, oneOf('government authority ministry police army company', ['state', 'organization'])),
      clause: true,
      infinitive: true,
      political: true,
      slots: { agent: ['subject'], addressee: ['object', 'recipient'], theme: ['clause'] },
      trust: 0.5,
    }),
    verb('require', {
      object: people,
      clause: true,
      political: true,
      slots: { agent: ['subject'], addressee: ['object'], theme: ['clause'] },
      trust: 0.5,
    }),
    noun('demand', {
      political: true,
      unless: 'supply consumer market oil',
      notOf: oneOf('consumer energy oil market'),
      trust: 0.65,
    }),
  ],
  merge: { within: 7, mustShare: ['agent', 'addressee'], family: 'asking' },
})
