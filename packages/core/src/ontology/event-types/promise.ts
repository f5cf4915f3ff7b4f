import { ACTORS, MATTERS } from '../accepts.ts'
import { people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { adjective, lightVerb, noun, oneOf, type Slots, union, verb } from '../patterns.ts'

/** What is offered is nobody it is offered to: "offered ten prisoners". */
const OFFERED: Slots = {
  agent: ['subject'],
  addressee: [
    'recipient',
    'to',
    'object.to',
    'clause.recipient',
    'clause.to',
    'clause.object.person',
    'clause.with',
    'clause.object.on',
    'clause.object.against',
    'clause.object.to',
    'clause.object.with',
    'clause.for',
    'clause.in*',
    'clause.from',
    'object.for',
    'for',
  ],
  theme: ['clause', 'object'],
}

/** "a promise of further talks" is made by nobody of whom it speaks. */
const PROMISE: Slots = {
  agent: ['poss', 'by', 'from', 'subject', 'of.person', 'of.from', 'mod*'],
  addressee: ['to', 'recipient', 'with'],
  theme: ['clause', 'of', 'for'],
}

/** Promise, offer or stated intent to cooperate. */
export const promise = defineEventType({
  name: 'promise',
  family: 'asks-and-answers',
  label: 'Promise, offer or stated intent to cooperate',
  gloss: 'Somebody promises, offers, agrees to or announces something the other side wants.',
  roles: { agent: ACTORS, addressee: ACTORS, theme: MATTERS },
  plover: ['AGREE', null],
  cameo: ['030', '0353'],
  temper: 'cooperative',
  verb: {
    agent: ['subject'],
    addressee: [
      'recipient',
      'with',
      'to.person',
      'object.to',
      'object.with',
      'clause.recipient',
      'clause.to',
      'object.person',
      'clause.object.person',
      'clause.with',
      'clause.object.on',
      'clause.object.against',
      'clause.object.to',
      'clause.object.with',
      'clause.object.from',
      'clause.for',
      'clause.in*',
      'clause.from',
      'object.from',
      'object.for',
      'object.by',
      'object.poss',
      'for',
      'in*',
    ],
    theme: ['clause', 'object.inanimate', 'to', 'on'],
  },
  noun: {
    agent: ['poss', 'by', 'from', 'subject', 'of', 'mod*'],
    addressee: ['to', 'recipient', 'with'],
    theme: ['clause', 'of', 'for'],
  },
  triggers: [
    adjective('keen eager open', {
      clause: true,
      political: true,
      slots: {
        agent: ['subject'],
        addressee: ['clause.to', 'clause.with', 'clause.object.person', 'clause.in*'],
        theme: ['clause'],
      },
      trust: 0.5,
    }),
    adjective('committed', {
      prep: 'to',
      political: true,
      slots: { agent: ['subject'], addressee: ['to.person', 'to*'], theme: ['to'] },
      trust: 0.6,
    }),
    noun('plan', {
      clause: true,
      needsLight: true,
      lights: 'announce unveil outline present',
      political: true,
      trust: 0.55,
    }),
    noun('agreement', { clause: true, needsLight: true, lights: 'reach announce', political: true, trust: 0.5 }),
    verb('promise pledge', { political: true, trust: 0.9 }),
    verb('vow swear', { clause: true, political: true, trust: 0.6 }),
    verb('agree consent', {
      clause: true,
      notSubject: oneOf('everyone everybody nobody'),
      political: true,
      trust: 0.85,
    }),
    verb('agree consent', { prep: 'to on', political: true, trust: 0.75 }),
    verb('offer', {
      political: true,
      notObject: oneOf(
        'glimpse opportunity view insight condolence example apology reason explanation detail clue hint refund discount fare bargain tea coffee drink lunch prize comment',
      ),
      slots: OFFERED,
      trust: 0.75,
    }),
    verb('volunteer undertake', { clause: true, political: true, trust: 0.75 }),
    verb('commit', {
      political: true,
      unless: 'crime suicide murder offense offence atrocity fraud violence',
      prep: 'to',
      trust: 0.6,
    }),
    verb('commit', {
      prep: 'to',
      voice: 'passive',
      political: true,
      slots: {
        agent: ['object'],
        addressee: [
          'to.person',
          'to*',
          'clause.to',
          'clause.object.person',
          'clause.with',
          'clause.object.to',
          'clause.in*',
        ],
        theme: ['to', 'clause'],
      },
      trust: 0.6,
    }),
    verb('prepare', {
      voice: 'passive',
      clause: true,
      political: true,
      slots: {
        agent: ['object'],
        addressee: [
          'clause.recipient',
          'clause.object.person',
          'clause.to',
          'clause.with',
          'clause.for',
          'clause.in*',
          'clause.from',
        ],
        theme: ['clause'],
      },
      trust: 0.6,
    }),
    noun('intention readiness willingness', {
      clause: true,
      needsLight: true,
      lights: 'announce express declare state signal reaffirm reiterate affirm confirm voice underline stress',
      political: true,
      slots: {
        agent: ['subject', 'poss'],
        addressee: [
          'clause.recipient',
          'clause.object.person',
          'clause.to',
          'clause.with',
          'clause.for',
          'clause.from',
          'clause.in*',
        ],
        theme: ['clause'],
      },
      trust: 0.6,
    }),
    verb('guarantee', { political: true, trust: 0.6 }),
    verb('accept', {
      object: oneOf('proposal plan offer deal formula compromise term condition resolution'),
      political: true,
      trust: 0.7,
    }),
    verb('approve', {
      object: oneOf('deployment plan extradition aid package loan sale'),
      political: true,
      trust: 0.55,
    }),
    verb('express', {
      object: oneOf('willingness readiness intention intent'),
      slots: { agent: ['subject'], theme: ['object'] },
      trust: 0.8,
    }),
    adjective('ready willing prepared', {
      clause: true,
      political: true,
      slots: {
        agent: ['subject'],
        addressee: ['clause.object.person', 'clause.to', 'clause.with', 'clause.for', 'clause.in*', 'clause.from'],
        theme: ['clause'],
      },
      trust: 0.75,
    }),
    // "gave its word that", "gave the families assurances"
    lightVerb('give offer provide', 'assurance undertaking guarantee', {
      political: true,
      slots: {
        agent: ['subject'],
        addressee: ['recipient', 'to', 'object.to'],
        theme: ['clause', 'object.clause', 'object.of', 'object.on'],
      },
      trust: 0.7,
    }),
    lightVerb('give', 'word', {
      political: true,
      unless: 'last final exact',
      slots: { agent: ['subject'], addressee: ['recipient', 'to', 'object.to'], theme: ['clause', 'object.clause'] },
      trust: 0.65,
    }),
    lightVerb('hold', 'offer prospect promise', { with: 'out', political: true, slots: OFFERED, trust: 0.65 }),
    verb('dangle', { political: true, slots: OFFERED, trust: 0.6 }),
    verb('assure', {
      object: union(
        people,
        oneOf('government ministry ally side investor partner nation public', ['state', 'organization']),
      ),
      clause: true,
      ahead: true,
      political: true,
      slots: { agent: ['subject'], addressee: ['object'], theme: ['clause'] },
      trust: 0.65,
    }),
    // "committed itself to"
    verb('commit', {
      object: oneOf('itself himself herself themselves ourselves myself'),
      political: true,
      slots: { agent: ['subject'], addressee: ['to.person', 'to*'], theme: ['to', 'clause'] },
      trust: 0.7,
    }),
    noun('promise pledge', { political: true, slots: PROMISE, trust: 0.75 }),
    noun('offer commitment', { political: true, needsLight: true, trust: 0.6 }),
  ],
  merge: { within: 7, mustShare: ['agent', 'addressee'] },
})
