import { ACTORS, MATTERS, PEOPLE } from '../accepts.ts'
import { people, police } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, verb } from '../patterns.ts'

/** Those who seize people in the name of a state. */
const FORCES = oneOf(
  'police policeman officer soldier troop army military guard gendarme commando customs coastguard navy marine serviceman agent security intelligence service authority',
)

/** Arrest or detention. */
export const arrest = defineEventType({
  name: 'arrest',
  family: 'custody',
  label: 'Arrest or detention',
  gloss: 'Somebody is taken into custody.',
  roles: { agent: ACTORS, patient: PEOPLE, theme: MATTERS },
  plover: ['COERCE', 'arrest'],
  cameo: ['173'],
  temper: 'hostile',
  threat: '137',
  verb: { agent: ['subject'], patient: ['object'], theme: ['for', 'over', 'on'] },
  noun: { agent: ['by', 'subject', 'poss.doer', 'from'], patient: ['of', 'poss'], theme: ['for', 'over', 'on'] },
  triggers: [
    noun('arrest', {
      lights: 'issue obtain sign release',
      needsLight: true,
      unless: 'cardiac',
      prep: 'for against',
      prepObject: people,
      slots: { agent: ['subject'], patient: ['for.person', 'against.person', 'for', 'against'] },
      trust: 0.75,
    }),
    noun('arrest', {
      with: 'warrant',
      prep: 'for against',
      prepObject: people,
      slots: { agent: ['by', 'from'], patient: ['for.person', 'against.person', 'for', 'against'] },
      trust: 0.65,
    }),
    verb('arrest apprehend nab rearrest re-arrest', {
      notObject: oneOf('slide decline fall slump rot spread decay attention'),
      trust: 0.95,
    }),
    verb('detain', { trust: 0.9 }),
    verb('capture', { object: people, trust: 0.75 }),
    verb('seize', { object: people, subject: FORCES, trust: 0.75 }),
    phrase('round', 'up', { object: people, trust: 0.85 }),
    phrase('pick haul', 'up in', { object: people, subject: police, trust: 0.75 }),
    phrase('pick', 'up', {
      object: people,
      voice: 'passive',
      political: true,
      unless: 'bus car taxi trophy award',
      trust: 0.6,
    }),
    phrase('take', 'custody', { object: people, trust: 0.9 }),
    verb('take', {
      object: people,
      voice: 'passive',
      prep: 'from',
      prepObject: oneOf('home house flat apartment cell office car street workplace bed'),
      political: true,
      trust: 0.65,
    }),
    phrase('drag haul bundle march lead', 'out away off', { object: people, political: true, trust: 0.65 }),
    verb('drag haul pull', { object: people, prep: 'out', political: true, trust: 0.6 }),
    verb('bundle shove drag push force', {
      object: people,
      prep: 'into',
      prepObject: oneOf('car van vehicle truck minibus bus'),
      political: true,
      trust: 0.65,
    }),
    verb('bust collar handcuff nick', { object: people, subject: police, trust: 0.7 }),
    noun('arrest', { notOf: oneOf('cardiac house'), trust: 0.85 }),
    noun('detention', { of: people, needsOf: true, trust: 0.7 }),
    noun('roundup round-up', { of: people, needsOf: true, trust: 0.7 }),
  ],
  merge: { within: 2, mustShare: ['patient'], family: 'seizure' },
})
