import { ACTORS } from '../accepts.ts'
import { EXPELLED } from '../classes.ts'
import { defineEventType, finer } from '../event-type.ts'
import { noun, oneOf, phrase, verb } from '../patterns.ts'

/** Diplomats or staff expelled. */
export const expulsion = defineEventType({
  name: 'expulsion',
  family: 'relations',
  label: 'Diplomats or staff expelled',
  gloss: 'A state sends out diplomats, inspectors, aid workers, or they are pulled out.',
  roles: { agent: ACTORS, patient: ACTORS },
  plover: ['SANCTION', 'expel'],
  cameo: ['166'],
  temper: 'hostile',
  threat: '136',
  verb: { agent: ['subject'], patient: ['object'] },
  noun: { agent: ['by', 'subject', 'poss.doer'], patient: ['of', 'poss'] },
  triggers: [
    verb('tell order ask', {
      object: EXPELLED,
      clauseWords: 'leave depart quit go pack',
      political: true,
      trust: 0.75,
    }),
    verb('expel eject oust', { object: EXPELLED, trust: 0.9 }),
    phrase('kick throw order', 'out', { object: EXPELLED, trust: 0.85 }),
    phrase('declare', 'persona', { slots: { agent: ['subject'], patient: ['object'] }, trust: 0.9 }),
    verb('withdraw pull evacuate', {
      object: oneOf('peacekeeper inspector observer monitor diplomat'),
      trust: 0.95,
      slots: { agent: ['subject'], patient: ['from', 'in*', 'object'] },
    }),
    // "given 48 hours to leave", "ordered to pack their bags": told of those who are there by office.
    verb('give', {
      object: oneOf('hour day week'),
      prep: 'recipient',
      prepObject: EXPELLED,
      clause: true,
      clauseWords: 'leave depart pack quit go',
      slots: { agent: ['subject'], patient: ['recipient'] },
      trust: 0.75,
    }),
    noun('expulsion', { of: EXPELLED, needsOf: true, trust: 0.85 }),
    phrase('send', 'home back packing', { object: EXPELLED, political: true, trust: 0.75 }),
    phrase('boot turf chuck', 'out', {
      object: EXPELLED,
      unless: 'reception party pub club restaurant hotel',
      trust: 0.8,
    }),
    verb('show', {
      object: oneOf('door'),
      prep: 'recipient to',
      prepObject: EXPELLED,
      slots: { agent: ['subject'], patient: ['recipient', 'to'] },
      trust: 0.75,
    }),
    verb('expel', { object: oneOf('secretary counsellor counselor spy'), political: true, trust: 0.75 }),
    phrase('send', 'home packing', { object: oneOf('secretary counsellor counselor'), political: true, trust: 0.7 }),
    verb('evict', { object: oneOf('diplomat ambassador envoy attache attaché'), trust: 0.7 }),
  ],
  finer: [
    finer('peacekeeper peacekeeping', { cameo: '1661' }),
    finer('inspector observer monitor', { cameo: '1662' }),
    finer('aid humanitarian relief charity ngo', { cameo: '1663' }),
  ],
  merge: { within: 3, mustShare: ['agent', 'patient'], family: 'sending-away' },
})
