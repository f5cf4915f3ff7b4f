import { ACTORS, MATTERS } from '../accepts.ts'
import { courts, diplomats, leaders, owed, people, police, troops } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { anything, lightVerb, noun, oneOf, phrase, type Slots, union, verb } from '../patterns.ts'

/** Of whom something is wanted back. */
const WANTED: Slots = { agent: ['subject'], addressee: ['from', 'object.from'], theme: ['object'] }

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
    // "wants the return of its envoy", "wants answers", "wants them out": what somebody holds to be owed to him.
    verb('want', {
      object: owed,
      notSubject: oneOf('i we you me us nobody'),
      voice: 'active',
      political: true,
      slots: WANTED,
      trust: 0.75,
    }),
    phrase('want', 'back', {
      object: anything,
      notSubject: oneOf('i we you me us nobody'),
      notObject: people,
      voice: 'active',
      political: true,
      slots: WANTED,
      trust: 0.65,
    }),
    phrase('want', 'out gone', {
      object: anything,
      notSubject: oneOf('i we you me us nobody'),
      voice: 'active',
      political: true,
      trust: 0.65,
    }),
    verb('insist', { clause: true, wished: true, unless: 'innocent innocence', political: true, trust: 0.6 }),
    verb('insist', { prep: 'on upon', political: true, trust: 0.65 }),
    verb('order instruct command', {
      object: people,
      clause: true,
      slots: { agent: ['subject'], addressee: ['object'], theme: ['clause'] },
      trust: 0.75,
    }),
    verb('direct', {
      object: union(
        people,
        oneOf('government authority ministry police army state agency department company commission', [
          'organization',
          'state',
        ]),
      ),
      clause: true,
      infinitive: true,
      political: true,
      slots: { agent: ['subject'], addressee: ['object'], theme: ['clause'] },
      trust: 0.75,
    }),
    // "ordered the release of the crew": what a court or a commander has others do, told by its name.
    verb('order', {
      object: oneOf(
        'release arrest detention inquiry enquiry investigation probe inspection restitution extradition deportation evacuation closure freeze seizure confiscation forfeiture retrial return removal suspension transfer handover recount autopsy exhumation disclosure demolition dissolution halt stop withdrawal review curfew lockdown crackdown destruction compensation imprisonment',
      ),
      subject: union(
        courts,
        police,
        oneOf('magistrate president minister premier mayor governor king leader parliament commander general', [
          'state',
          'organization',
          'person',
        ]),
      ),
      political: true,
      slots: { agent: ['subject'], addressee: ['object.by'], theme: ['object'] },
      trust: 0.7,
    }),
    // "gave the government thirty days": a term set by a court or by the police.
    verb('give allow grant', {
      subject: union(courts, police),
      secondObject: oneOf('hour day week month minute'),
      slots: {
        agent: ['subject'],
        addressee: ['recipient', 'object.person'],
        theme: ['clause', 'second.clause', 'second'],
      },
      trust: 0.7,
    }),
    // "gave them until Friday to leave"
    verb('give', {
      object: anything,
      prep: 'until till',
      political: true,
      slots: {
        agent: ['subject'],
        addressee: ['recipient', 'object.person'],
        theme: ['clause', 'until.clause', 'until'],
      },
      trust: 0.65,
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
    verb('subpoena', {
      political: true,
      slots: { agent: ['subject'], addressee: ['object.person'], theme: ['object.inanimate', 'clause', 'for'] },
      trust: 0.7,
    }),
    verb('summon', {
      object: oneOf('company firm agency', ['organization']),
      notObject: diplomats,
      political: true,
      slots: { agent: ['subject'], addressee: ['object'], theme: ['clause', 'for', 'to', 'over'] },
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
    // "are holding out for the return", "bayed for his head"
    phrase('hold', 'out', {
      prep: 'for',
      political: true,
      slots: { agent: ['subject'], addressee: ['for.of', 'from'], theme: ['for'] },
      trust: 0.65,
    }),
    verb('bay clamour clamor agitate', {
      prep: 'for',
      political: true,
      slots: { agent: ['subject'], addressee: ['for.poss', 'from'], theme: ['for'] },
      trust: 0.65,
    }),
    noun('clamour clamor', { prep: 'for', political: true, trust: 0.6 }),
    // "insisted that the pair be handed back": what shall be done is of public matters by itself.
    verb('insist demand', {
      clause: true,
      wished: true,
      clauseWords: 'release free hand resign apologise apologize compensate prosecute punish extradite disarm withdraw',
      trust: 0.65,
    }),
    // "directed that she be freed"
    verb('direct order decree', {
      clause: true,
      wished: true,
      subject: union(courts, police, leaders),
      political: true,
      slots: { agent: ['subject'], addressee: ['clause.by', 'clause.subject'], theme: ['clause'] },
      trust: 0.7,
    }),
    verb('compel enjoin oblige', {
      subject: courts,
      object: anything,
      clause: true,
      slots: { agent: ['subject'], addressee: ['object'], theme: ['clause'] },
      trust: 0.65,
    }),
    phrase('order', 'back home', {
      object: troops,
      political: true,
      slots: { agent: ['subject'], addressee: ['object'], theme: ['to', 'from'] },
      trust: 0.65,
    }),
    lightVerb('give issue', 'order command directive instruction', {
      clause: true,
      political: true,
      slots: {
        agent: ['subject'],
        addressee: ['to', 'recipient', 'object.to', 'object.for'],
        theme: ['clause', 'object.clause'],
      },
      trust: 0.65,
    }),
    verb('challenge dare', {
      object: union(people, oneOf('government ministry party side', ['state', 'organization'])),
      clause: true,
      infinitive: true,
      political: true,
      slots: { agent: ['subject'], addressee: ['object'], theme: ['clause'] },
      trust: 0.6,
    }),
    // "bowed to pressure from Norland"
    noun('pressure', {
      prep: 'from',
      notOf: oneOf('blood air water price cost inflation time sale competitive selling high low market'),
      political: true,
      slots: { agent: ['from'], addressee: ['receiver', 'on'], theme: ['clause', 'for'] },
      trust: 0.7,
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
