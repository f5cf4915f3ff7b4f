import { ACTORS, PEOPLE, PLACES } from '../accepts.ts'
import { captives, people, police, prisons, reports } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { adjective, noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Release. */
export const release = defineEventType({
  name: 'release',
  family: 'custody',
  label: 'Release',
  gloss: 'Somebody held is let go.',
  roles: { agent: ACTORS, patient: PEOPLE, intermediary: ACTORS, beneficiary: ACTORS, 'place-to': PLACES },
  plover: ['RETREAT', 'release'],
  cameo: ['0841'],
  temper: 'cooperative',
  theme: 'yield-release',
  verb: { agent: ['subject'], patient: ['object'], 'place-to': ['to*', 'into*'], beneficiary: ['to'] },
  noun: { agent: ['by', 'subject', 'poss.doer'], patient: ['of', 'poss', 'receiver'], 'place-to': ['to*', 'into*'] },
  triggers: [
    verb('release', { object: people, notObject: reports, trust: 0.9 }),
    verb('free liberate', { object: people, trust: 0.9 }),
    phrase('set', 'free', { trust: 0.9 }),
    phrase('let', 'go free', { object: people, trust: 0.75 }),
    phrase('walk go', 'free', { slots: { patient: ['subject'], 'place-to': ['to*'] }, trust: 0.85 }),
    phrase('hand turn give', 'over back', { object: captives, trust: 0.8 }),
    phrase('hand', 'over', {
      object: oneOf('soldier sailor serviceman crew body remains pilot'),
      political: true,
      trust: 0.65,
    }),
    phrase('hand', 'over', {
      object: people,
      subject: oneOf(
        'rebel militia captor kidnapper abductor gunman militant guerrilla insurgent jihadist government side',
        ['state'],
      ),
      political: true,
      trust: 0.65,
    }),
    verb('return repatriate deliver', { object: captives, trust: 0.7 }),
    // "Norland had returned eight Ardans": what states do with people who are not theirs.
    verb('return repatriate', {
      object: oneOf('national', ['group']),
      subject: oneOf('side government', ['state']),
      trust: 0.6,
    }),
    phrase('let', 'out', { object: people, prep: 'of', prepObject: prisons, trust: 0.85 }),
    phrase('walk stroll step', 'out', {
      subject: people,
      prep: 'of',
      prepObject: prisons,
      slots: { patient: ['subject'] },
      trust: 0.85,
    }),
    phrase('let', 'out', { object: people, subject: police, trust: 0.7 }),
    phrase('let', 'out off', { object: people, voice: 'passive', political: true, trust: 0.6 }),
    verb('bail parole', { object: people, voice: 'passive', trust: 0.75 }),
    noun('release', { of: people, notOf: union(reports, oneOf('press news media date album day')), trust: 0.8 }),
    noun('freeing liberation repatriation', { of: union(captives, people), needsOf: true, trust: 0.7 }),
    adjective('free', {
      slots: { patient: ['subject'] },
      unless: 'trade fair press election charge ticket',
      noClause: true,
      trust: 0.4,
    }),
  ],
  merge: { within: 2, mustShare: ['patient'] },
})
