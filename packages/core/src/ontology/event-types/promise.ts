import { ACTORS, MATTERS } from '../accepts.ts'
import { defineEventType } from '../event-type.ts'
import { adjective, noun, oneOf, verb } from '../patterns.ts'

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
    verb('promise pledge', { trust: 0.9 }),
    verb('vow swear', { clause: true, political: true, trust: 0.6 }),
    verb('agree consent', { clause: true, trust: 0.85 }),
    verb('agree consent', { prep: 'to on', political: true, trust: 0.75 }),
    verb('offer', {
      political: true,
      notObject: oneOf('glimpse opportunity view insight condolence example apology'),
      trust: 0.75,
    }),
    verb('volunteer undertake', { clause: true, political: true, trust: 0.75 }),
    verb('commit', {
      political: true,
      unless: 'crime suicide murder offense offence atrocity fraud violence',
      prep: 'to',
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
    noun('promise pledge', { trust: 0.75 }),
    noun('offer commitment', { political: true, needsLight: true, trust: 0.6 }),
  ],
  merge: { within: 7, mustShare: ['agent', 'addressee'] },
})
