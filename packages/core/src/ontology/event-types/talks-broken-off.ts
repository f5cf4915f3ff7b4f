import { ACTORS } from '../accepts.ts'
import { talksNouns } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { lightVerb, noun, oneOf, phrase, type Slots, union, verb } from '../patterns.ts'

/** Of talks that end by themselves, who held them. */
const ENDED: Slots = {
  agent: ['subject.between', 'subject.mod*', 'subject.of', 'between'],
  counterpart: ['subject.with', 'with'],
}

/** Talks broken off. */
export const talksBrokenOff = defineEventType({
  name: 'talks-broken-off',
  family: 'engagement',
  label: 'Talks broken off',
  gloss: 'Talks that had begun are ended, halted or left by a side.',
  roles: { agent: ACTORS, counterpart: ACTORS },
  plover: ['SANCTION', 'withdraw'],
  cameo: ['164', '165'],
  temper: 'hostile',
  threat: '134',
  verb: { agent: ['subject'], counterpart: ['with', 'object.with', 'object.between', 'in*', 'from'] },
  noun: { agent: ['poss', 'by', 'subject'], counterpart: ['with', 'of.with'] },
  triggers: [
    phrase('break cut call', 'off', { object: talksNouns, trust: 0.9 }),
    verb('halt suspend end cut stop freeze discontinue scuttle terminate abandon quit leave interrupt', {
      object: oneOf('talk talks negotiation mediation dialogue dialog discussion consultation'),
      political: true,
      trust: 0.8,
    }),
    phrase('walk pull storm drop', 'out', { prep: 'of from', prepObject: talksNouns, trust: 0.85 }),
    verb('withdraw', { prep: 'from', prepObject: talksNouns, trust: 0.85 }),
    noun('suspension breakdown collapse termination', {
      of: oneOf('talk talks negotiation mediation dialogue'),
      needsOf: true,
      trust: 0.7,
    }),
    verb('collapse founder stall falter unravel', {
      subject: oneOf('talk talks negotiation mediation dialogue dialog'),
      political: true,
      slots: ENDED,
      trust: 0.75,
    }),
    phrase('break fall', 'down apart', {
      subject: oneOf('talk talks negotiation mediation dialogue dialog'),
      slots: ENDED,
      trust: 0.8,
    }),
    phrase('walk storm', 'out', {
      subject: oneOf('negotiator delegation side envoy mediator rebel'),
      political: true,
      trust: 0.6,
    }),
    phrase('walk', 'away', {
      prep: 'from',
      prepObject: union(talksNouns, oneOf('table')),
      political: true,
      trust: 0.75,
    }),
    verb('put place', {
      object: talksNouns,
      prep: 'on',
      prepObject: oneOf('ice hold'),
      political: true,
      trust: 0.75,
    }),
    lightVerb('pull', 'plug', { prep: 'on object.on', prepObject: talksNouns, political: true, trust: 0.75 }),
  ],
  merge: { within: 3, mustShare: ['agent'] },
})
