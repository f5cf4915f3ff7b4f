import { ACTORS, PEOPLE } from '../accepts.ts'
import { people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { lightVerb, noun, oneOf, phrase, verb } from '../patterns.ts'

/** Asylum granted. */
export const asylum = defineEventType({
  name: 'asylum',
  family: 'custody',
  label: 'Asylum granted',
  gloss: 'A state takes in people who flee.',
  roles: { agent: ACTORS, patient: PEOPLE },
  plover: ['AID', null],
  cameo: ['075'],
  temper: 'cooperative',
  theme: 'aid-humanitarian',
  verb: { agent: ['subject'], patient: ['object', 'recipient', 'to'] },
  noun: { agent: ['by', 'subject', 'in*'], patient: ['to', 'recipient', 'for', 'receiver', 'of'] },
  triggers: [
    lightVerb('grant give award', 'asylum refuge sanctuary haven', {
      slots: { agent: ['subject'], patient: ['recipient', 'to'] },
      trust: 0.9,
    }),
    verb('grant', { object: people, secondObject: oneOf('asylum refuge'), trust: 0.9 }),
    noun('asylum', {
      governed: true,
      slots: {
        agent: ['by', 'subject', 'from', 'in*'],
        patient: ['to', 'recipient', 'for', 'poss', 'receiver', 'seeker', 'mod.person'],
      },
      trust: 0.7,
    }),
    verb('receive get win', {
      object: oneOf('asylum'),
      slots: { patient: ['subject'], agent: ['from', 'in*'] },
      trust: 0.7,
    }),
    verb('accept admit resettle shelter harbor harbour take', {
      object: oneOf('refugee migrant asylum asylum-seeker seeker'),
      trust: 0.75,
    }),
    lightVerb('grant give award', 'status protection', {
      objectMod: 'refugee subsidiary humanitarian international temporary',
      slots: { agent: ['subject'], patient: ['recipient', 'to'] },
      trust: 0.8,
    }),
    lightVerb('offer extend', 'shelter asylum refuge sanctuary haven protection', {
      political: true,
      prep: 'to',
      prepObject: people,
      slots: { agent: ['subject'], patient: ['recipient', 'to', 'object.to'] },
      trust: 0.75,
    }),
    verb('offer', {
      object: people,
      secondObject: oneOf('asylum refuge sanctuary shelter'),
      political: true,
      trust: 0.8,
    }),
    lightVerb('grant give', 'protection residency residence', {
      prep: 'to',
      prepObject: people,
      political: true,
      unless: 'police bodyguard witness copyright',
      slots: { agent: ['subject'], patient: ['recipient', 'to', 'object.to'] },
      trust: 0.6,
    }),
    noun('refuge sanctuary resettlement', {
      governed: true,
      political: true,
      slots: {
        agent: ['by', 'subject', 'from', 'in*'],
        patient: ['to', 'recipient', 'for', 'poss', 'receiver', 'seeker'],
      },
      trust: 0.55,
    }),
    phrase('take', 'in', { object: people, political: true, trust: 0.6 }),
    phrase('take', 'in', { object: oneOf('refugee migrant seeker asylum-seeker'), trust: 0.85 }),
    verb('open', {
      object: oneOf('border door'),
      prep: 'to',
      prepObject: oneOf('refugee migrant seeker people'),
      slots: { agent: ['subject'], patient: ['to'] },
      trust: 0.8,
    }),
  ],
  merge: { within: 7, mustShare: ['agent', 'patient'] },
})
