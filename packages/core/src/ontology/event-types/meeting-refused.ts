import { ACTORS } from '../accepts.ts'
import { leaders, talksNouns } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Meeting or talks refused. */
export const meetingRefused = defineEventType({
  name: 'meeting-refused',
  family: 'engagement',
  label: 'Meeting or talks refused',
  gloss: 'A side will not meet, negotiate or accept a mediator, or calls a meeting off.',
  roles: { agent: ACTORS, counterpart: ACTORS },
  plover: ['REJECT', 'meet'],
  cameo: ['125', '126', '127'],
  temper: 'hostile',
  verb: {
    agent: ['subject'],
    counterpart: ['with', 'object.with', 'object.poss', 'object.from', 'object.by', 'object.mod*', 'from'],
  },
  noun: { agent: ['poss', 'by', 'subject'], counterpart: ['with'] },
  triggers: [
    verb('boycott skip snub', {
      object: oneOf('call meet sitting committee hearing inauguration ceremony dinner reception gathering'),
      political: true,
      trust: 0.7,
    }),
    verb('oppose', {
      voice: 'passive',
      prep: 'to',
      prepObject: union(talksNouns, oneOf('mediation visit')),
      political: true,
      slots: { agent: ['object'], counterpart: ['to.with', 'to.mod*', 'to.poss'] },
      trust: 0.75,
    }),
    verb('refuse reject decline spurn snub boycott skip oppose shun dismiss', {
      object: union(talksNouns, oneOf('invitation mediation mediator visit')),
      trust: 0.85,
    }),
    phrase('turn', 'down', { object: union(talksNouns, oneOf('invitation mediation visit')), trust: 0.85 }),
    phrase('rule', 'out', { object: union(talksNouns, oneOf('mediation visit')), trust: 0.85 }),
    phrase('call', 'off', { object: oneOf('meeting summit visit trip conference'), trust: 0.85 }),
    verb('cancel postpone scrap', {
      object: union(talksNouns, oneOf('visit trip invitation')),
      political: true,
      trust: 0.8,
    }),
    noun('cancellation', { of: union(talksNouns, oneOf('visit trip')), needsOf: true, political: true, trust: 0.75 }),
    verb('decline refuse', {
      clauseWords: 'attend receive',
      political: true,
      slots: { agent: ['subject'], counterpart: ['clause.object', 'clause.with'] },
      trust: 0.65,
    }),
    phrase('turn', 'back', {
      object: oneOf('delegation envoy diplomat delegate observer inspector monitor mission rapporteur'),
      political: true,
      slots: { agent: ['subject'], counterpart: ['object'] },
      trust: 0.65,
    }),
    verb('snub', {
      object: union(leaders, oneOf('', ['person', 'state'])),
      political: true,
      slots: { agent: ['subject'], counterpart: ['object'] },
      trust: 0.65,
    }),
    phrase('stay', 'away', { prep: 'from', prepObject: talksNouns, political: true, trust: 0.75 }),
  ],
  merge: { within: 3, mustShare: ['agent'] },
})
