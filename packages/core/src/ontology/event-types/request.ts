import { ACTORS, MATTERS } from '../accepts.ts'
import { MEASURES, people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { anything, lightVerb, noun, oneOf, union, verb } from '../patterns.ts'

/** Request or appeal. */
export const request = defineEventType({
  name: 'request',
  family: 'asks-and-answers',
  label: 'Request or appeal',
  gloss: 'Somebody asks, urges or appeals for something.',
  roles: { agent: ACTORS, addressee: ACTORS, theme: MATTERS, beneficiary: ACTORS },
  plover: ['REQUEST', null],
  cameo: ['020', '0253', '026', '027', '028'],
  verb: {
    agent: ['subject'],
    addressee: ['object', 'recipient', 'on', 'to', 'upon', 'with', 'from', 'object.to', 'clause.subject'],
    theme: ['clause', 'for', 'object.inanimate'],
  },
  noun: {
    agent: ['poss', 'by', 'from', 'subject', 'of', 'mod*'],
    addressee: ['to', 'on', 'recipient'],
    theme: ['for', 'clause', 'of'],
  },
  triggers: [
    verb('want', {
      object: union(people, oneOf('government administration country', ['state', 'organization'])),
      clause: true,
      political: true,
      trust: 0.45,
    }),
    verb('solicit', { political: true, trust: 0.7 }),
    lightVerb('make issue launch renew send submit present', 'plea appeal request petition', {
      political: true,
      slots: {
        agent: ['subject'],
        addressee: ['to', 'object.to'],
        theme: ['object.for', 'for', 'clause', 'object.clause'],
      },
      trust: 0.75,
    }),
    verb('urge implore beseech exhort petition', { political: true, trust: 0.9 }),
    verb('beg', { political: true, trust: 0.7 }),
    verb('ask', {
      clause: true,
      wished: true,
      unless: 'question reporter anonymity anonymous name named identified',
      political: true,
      trust: 0.75,
    }),
    verb('ask', { prep: 'for', political: true, trust: 0.75 }),
    verb('request', { political: true, notObject: oneOf('anonymity'), unless: 'anonymity', trust: 0.85 }),
    verb('appeal', {
      prep: 'to for',
      notObject: anything,
      unless: 'court verdict conviction ruling',
      political: true,
      trust: 0.85,
    }),
    verb('call', { prep: 'for', notSubject: MEASURES, political: true, trust: 0.9 }),
    verb('call', { prep: 'on upon', clause: true, political: true, trust: 0.9 }),
    verb('call', {
      prep: 'on upon',
      prepObject: oneOf('government administration authority party side congress parliament', [
        'state',
        'organization',
      ]),
      political: true,
      trust: 0.55,
    }),
    verb('plead', { prep: 'for with', political: true, trust: 0.8 }),
    verb('push press lobby campaign', {
      prep: 'for',
      political: true,
      slots: {
        agent: ['subject'],
        addressee: ['object.person', 'on', 'with', 'clause.subject', 'for.person'],
        theme: ['clause', 'for'],
      },
      trust: 0.7,
    }),
    verb('press pressure push lobby', {
      object: union(people, oneOf('government administration congress parliament', ['state', 'organization'])),
      clause: true,
      trust: 0.7,
    }),
    verb('encourage exhort counsel', { clause: true, political: true, trust: 0.65 }),
    verb('advocate', { political: true, trust: 0.6 }),
    verb('propose suggest recommend', { clause: true, political: true, trust: 0.6 }),
    verb('seek', {
      object: oneOf(
        'release asylum refuge help aid assistance talk meeting mediation extradition support permission clemency pardon dialogue negotiation approval backing protection shelter freedom cooperation visa explanation clarification loan bailout relief',
      ),
      slots: {
        agent: ['subject'],
        addressee: ['from', 'in*', 'object.from', 'object.in*', 'object.with', 'with', 'object.for'],
        theme: ['object'],
      },
      trust: 0.7,
    }),
    lightVerb('take', 'refuge shelter', {
      prep: 'in',
      slots: { agent: ['subject'], addressee: ['in*'], theme: ['object'] },
      trust: 0.6,
    }),
    verb('apply', {
      prep: 'for',
      prepObject: oneOf('asylum refuge'),
      slots: { agent: ['subject'], addressee: ['in*', 'to'], theme: ['for'] },
      trust: 0.7,
    }),
    verb('invite', { object: people, clause: true, political: true, trust: 0.5 }),
    noun('request plea', { unless: 'guilty bargain', political: true, trust: 0.75 }),
    noun('appeal', { prep: 'for to', unless: 'court verdict conviction', political: true, trust: 0.75 }),
    noun('call', { prep: 'for on', notOf: oneOf('phone telephone'), political: true, trust: 0.75 }),
    noun('petition', { political: true, needsLight: true, trust: 0.6 }),
  ],
  merge: { within: 7, mustShare: ['agent', 'addressee'], family: 'asking' },
})
