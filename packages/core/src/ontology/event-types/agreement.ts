import { ACTORS, MATTERS } from '../accepts.ts'
import { agreements } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { lightVerb, noun, oneOf, type Slots, verb } from '../patterns.ts'

/** "They agreed on 31": the sides are told together or by "with". */
const AGREED: Slots = { agent: ['subject'], counterpart: ['with'], theme: ['on'] }

/** Agreement signed or reached. */
export const agreement = defineEventType({
  name: 'agreement',
  family: 'relations',
  label: 'Agreement signed or reached',
  gloss: 'Sides sign, reach or ratify an agreement.',
  roles: { agent: ACTORS, counterpart: ACTORS, theme: MATTERS },
  plover: ['SUPPORT', null],
  cameo: ['057'],
  reciprocal: true,
  temper: 'cooperative',
  theme: 'settle',
  verb: {
    agent: ['subject'],
    counterpart: ['with', 'object.with', 'object.between'],
    theme: ['object.on', 'on', 'object.of', 'object.for', 'object'],
  },
  noun: {
    agent: ['between', 'by', 'poss', 'subject', 'among'],
    counterpart: ['with'],
    theme: ['on', 'of', 'for', 'to', 'mod'],
  },
  triggers: [
    // A decree is signed by one, a document of two sides.
    verb('sign initial initialled initialed', {
      object: oneOf('document roadmap paper lease annex charter communique communiqué truce armistice term text'),
      political: true,
      trust: 0.65,
    }),
    verb('agree', {
      object: oneOf('swap exchange truce ceasefire timetable date term roadmap plan hotline handover border text'),
      political: true,
      slots: { agent: ['subject'], counterpart: ['with', 'object.with'], theme: ['object'] },
      trust: 0.7,
    }),
    lightVerb('make', 'peace', {
      political: true,
      slots: { agent: ['subject'], counterpart: ['with', 'object.with'] },
      trust: 0.7,
    }),
    verb('settle', {
      object: oneOf('dispute difference row quarrel border feud'),
      political: true,
      slots: { agent: ['subject'], counterpart: ['with', 'object.with'], theme: ['object'] },
      trust: 0.6,
    }),
    verb('renew extend', { object: agreements, political: true, trust: 0.6 }),
    verb('agree', { object: agreements, political: true, trust: 0.8 }),
    verb('agree', { prep: 'on', noClause: true, political: true, slots: AGREED, trust: 0.78 }),
    verb('sign initial ratify', { object: agreements, political: true, trust: 0.9 }),
    verb('reach conclude strike clinch seal forge ink finalize finalise hammer cut negotiate make', {
      object: agreements,
      political: true,
      trust: 0.85,
    }),
    verb('approve endorse adopt', { object: oneOf('agreement deal treaty accord pact'), political: true, trust: 0.65 }),
    noun('agreement deal treaty accord pact', { prep: 'between', political: true, trust: 0.7 }),
    noun('signing signature ratification conclusion', { of: agreements, needsOf: true, trust: 0.75 }),
    verb('sign initial ratify', { object: oneOf('accord treaty pact armistice memorandum'), trust: 0.75 }),
    noun('agreement deal treaty accord pact', { governed: true, noClause: true, political: true, trust: 0.55 }),
  ],
  merge: { within: 3, mustShare: ['agent', 'counterpart'], family: 'agreement' },
})
