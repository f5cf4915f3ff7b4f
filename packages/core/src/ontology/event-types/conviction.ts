import { ACTORS, MATTERS } from '../accepts.ts'
import { courts, people, prisons } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Conviction or sentence. */
export const conviction = defineEventType({
  name: 'conviction',
  family: 'custody',
  label: 'Conviction or sentence',
  gloss: 'A court finds somebody guilty or sets a punishment.',
  roles: { agent: ACTORS, patient: ACTORS, theme: MATTERS },
  plover: ['SANCTION', 'convict'],
  cameo: ['116'],
  temper: 'hostile',
  verb: { agent: ['subject'], patient: ['object'], theme: ['of', 'for', 'over', 'on', 'under', 'to'] },
  noun: { agent: ['by', 'poss.doer'], patient: ['of', 'poss', 'subject', 'against', 'on'], theme: ['for', 'on'] },
  triggers: [
    verb('rule', { prep: 'against', subject: courts, slots: { agent: ['subject'], patient: ['against'] }, trust: 0.6 }),
    verb('convict', { trust: 0.95 }),
    verb('sentence', { trust: 0.95 }),
    phrase('find', 'guilty liable', { trust: 0.9 }),
    phrase('plead', 'guilty', { slots: { patient: ['subject'], theme: ['to'] }, trust: 0.6 }),
    verb('condemn', {
      object: people,
      prep: 'to',
      prepObject: oneOf('death prison year jail life imprisonment'),
      trust: 0.85,
    }),
    verb('fine', {
      object: union(people, oneOf('company firm bank giant group', ['organization'])),
      political: true,
      trust: 0.7,
    }),
    verb('jail imprison', { prep: 'for', prepObject: oneOf('year month week life day term decade'), trust: 0.9 }),
    verb('jail imprison', { subject: courts, trust: 0.9 }),
    verb('receive get serve', {
      object: oneOf('sentence term'),
      slots: { patient: ['subject'], theme: ['for'] },
      trust: 0.6,
    }),
    // "is serving nine years for sedition", "served life for murder"; a term of office is served as well.
    verb('serve', {
      subject: people,
      prep: 'for',
      prepObject: oneOf(
        'sedition treason espionage spying murder terrorism fraud corruption theft robbery smuggling subversion blasphemy defamation manslaughter incitement extremism bribery desertion kidnapping crime offence offense',
      ),
      unless: 'minister president governor senator mayor judge ambassador',
      slots: { patient: ['subject'], theme: ['for'] },
      trust: 0.75,
    }),
    verb('serve', {
      subject: people,
      object: oneOf('year month life'),
      prep: 'in on',
      prepObject: union(prisons, oneOf('charge count')),
      slots: { patient: ['subject'], theme: ['for', 'on'] },
      trust: 0.75,
    }),
    noun('conviction', { notOf: oneOf('belief'), unless: 'believe faith courage', political: true, trust: 0.6 }),
    noun('sentence', { needsLight: true, lights: 'hand impose pass receive uphold get give face', trust: 0.8 }),
  ],
  merge: { within: 2, mustShare: ['patient'] },
})
