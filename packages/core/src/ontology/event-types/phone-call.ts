import { ACTORS, MATTERS } from '../accepts.ts'
import { leaders, officials, people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Phone call. */
export const phoneCall = defineEventType({
  name: 'phone-call',
  family: 'engagement',
  label: 'Phone call',
  gloss: 'Two sides speak by telephone or video.',
  roles: { agent: ACTORS, counterpart: ACTORS, theme: MATTERS },
  plover: ['CONSULT', 'phone'],
  cameo: ['041'],
  reciprocal: true,
  temper: 'cooperative',
  theme: 'meet',
  verb: { agent: ['subject'], counterpart: ['with', 'to', 'object'], theme: ['about', 'on'] },
  noun: {
    agent: ['poss', 'between', 'subject', 'from', 'by', 'scene-subject'],
    counterpart: ['with', 'to'],
    theme: ['about', 'on'],
  },
  triggers: [
    verb('telephone phone', {
      political: true,
      notObject: oneOf('home wife husband mother father son daughter sister brother friend family mom mum dad'),
      trust: 0.9,
    }),
    verb('ring', {
      object: union(officials, oneOf('embassy consulate ministry commission', ['state'])),
      political: true,
      trust: 0.65,
    }),
    verb('ring', { subject: leaders, object: people, trust: 0.65 }),
    phrase('speak talk confer converse discuss call', 'phone telephone videolink hotline', {
      political: true,
      trust: 0.9,
    }),
    verb('call', { object: leaders, political: true, noClause: true, trust: 0.65 }),
    verb('call phone', {
      object: officials,
      subject: officials,
      political: true,
      clauseWords:
        'discuss express congratulate thank convey urge offer brief inform apologize apologise condemn wish tell ask reaffirm reassure invite warn press explain talk speak coordinate exchange stress emphasize voice demand seek say',
      trust: 0.75,
    }),
    verb('call', {
      object: officials,
      subject: officials,
      prep: 'on after before',
      political: true,
      noClause: true,
      trust: 0.55,
    }),
    verb('call', { object: leaders, subject: leaders, political: true, clause: true, clauseTag: 'verb', trust: 0.6 }),
    verb('ring', { object: leaders, political: true, trust: 0.7 }),
    noun('call conversation', {
      prep: 'scene-object',
      notOf: oneOf('conference video-conference press'),
      political: true,
      slots: { agent: ['scene-subject'], counterpart: ['scene-object'], theme: ['about', 'on'] },
      trust: 0.6,
    }),
    noun('call', { of: oneOf('leader president minister premier'), needsOf: true, political: true, trust: 0.6 }),
    noun('call', { prep: 'between', political: true, trust: 0.7 }),
    noun('call', { prep: 'with', unless: 'for', political: true, trust: 0.6 }),
    noun('call', { again: true, unless: 'for', political: true, trust: 0.55 }),
    noun('call conversation talk discussion', {
      of: oneOf('phone telephone video'),
      with: 'phone telephone video',
      political: true,
      trust: 0.85,
    }),
  ],
  merge: { within: 1, mustShare: ['agent', 'counterpart'] },
})
