import { ACTORS } from '../accepts.ts'
import { leaders, people, talksNouns } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { adjective, noun, oneOf, union, verb } from '../patterns.ts'

/** Meeting agreed or announced. */
export const meetingAgreed = defineEventType({
  name: 'meeting-agreed',
  family: 'engagement',
  label: 'Meeting agreed or announced',
  gloss: 'A side agrees, offers or announces to meet, negotiate, receive or mediate.',
  roles: { agent: ACTORS, counterpart: ACTORS, intermediary: ACTORS },
  plover: ['AGREE', null],
  cameo: ['036', '038', '039'],
  temper: 'cooperative',
  theme: 'meet',
  verb: {
    agent: ['subject'],
    counterpart: [
      'with',
      'object.with',
      'object.between',
      'object.poss',
      'object.from',
      'object.to',
      'to',
      'object.mod*',
    ],
  },
  noun: { agent: ['poss', 'by', 'subject'], counterpart: ['to', 'with'] },
  triggers: [
    adjective('ready willing open', {
      prep: 'for to',
      prepObject: union(talksNouns, oneOf('mediation')),
      political: true,
      slots: { agent: ['subject'], counterpart: ['for.with', 'to.with', 'with', 'for.between'] },
      trust: 0.65,
    }),
    verb('accept', {
      object: oneOf('offer proposal'),
      clauseWords: 'mediate meet negotiate host broker talk',
      political: true,
      slots: { agent: ['subject'], counterpart: ['object.mod*', 'object.poss', 'object.by', 'object.from', 'from'] },
      trust: 0.7,
    }),
    verb('accept', { object: union(talksNouns, oneOf('invitation mediation mediator')), trust: 0.8 }),
    verb('agree consent', { prep: 'to on', prepObject: union(talksNouns, oneOf('visit mediation')), trust: 0.8 }),
    verb('offer propose', { object: union(talksNouns, oneOf('mediation')), trust: 0.75 }),
    verb('invite', {
      object: union(leaders, people),
      political: true,
      noClause: true,
      slots: { agent: ['subject'], counterpart: ['object'] },
      trust: 0.7,
    }),
    verb('invite', {
      object: union(leaders, people),
      clauseWords: 'visit meet attend join talk negotiate come travel participate take send discuss',
      political: true,
      slots: { agent: ['subject'], counterpart: ['object'] },
      trust: 0.7,
    }),
    verb('receive get', {
      object: oneOf('invitation'),
      political: true,
      slots: { agent: ['from', 'object.from', 'object.by'], counterpart: ['subject'] },
      trust: 0.7,
    }),
    noun('invitation', { political: true, needsLight: true, trust: 0.7 }),
  ],
  merge: { within: 3, mustShare: ['agent', 'counterpart'] },
})
