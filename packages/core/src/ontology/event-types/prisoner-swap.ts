import { ACTORS, PEOPLE } from '../accepts.ts'
import { captives, people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, union, verb } from '../patterns.ts'

/** Prisoner swap. */
export const prisonerSwap = defineEventType({
  name: 'prisoner-swap',
  family: 'custody',
  label: 'Prisoner swap',
  gloss: 'Two sides each release people the other wants back.',
  roles: { agent: ACTORS, counterpart: ACTORS, patient: PEOPLE, intermediary: ACTORS },
  plover: ['RETREAT', 'release'],
  cameo: ['0841'],
  reciprocal: true,
  temper: 'cooperative',
  theme: 'yield-release',
  verb: { agent: ['subject'], counterpart: ['with'], patient: ['object', 'for'] },
  noun: { agent: ['between', 'by', 'poss', 'subject'], counterpart: ['with'], patient: ['of', 'mod'] },
  triggers: [
    verb('swap exchange trade', {
      object: union(captives, oneOf('remains body soldier fighter spy crew')),
      trust: 0.9,
    }),
    verb('swap exchange trade', { object: people, voice: 'passive', prep: 'for', prepObject: people, trust: 0.75 }),
    verb('swap exchange', {
      object: people,
      voice: 'passive',
      political: true,
      unless: 'gift vow ring nobody none',
      trust: 0.65,
    }),
    noun('swap exchange trade', {
      of: union(captives, oneOf('spy captive pow body remains soldier')),
      needsOf: true,
      trust: 0.9,
    }),
    verb('trade swap exchange', {
      object: oneOf('spy spook agent assassin banker hitman arms-dealer'),
      political: true,
      trust: 0.7,
    }),
    noun('swap', {
      governed: true,
      political: true,
      notOf: oneOf(
        'debt body remains currency student fire view gift interest rate house job land asset credit share default',
      ),
      trust: 0.5,
    }),
    // "A second exchange is planned": where one is told.
    noun('exchange', { again: true, political: true, trust: 0.5 }),
  ],
  merge: { within: 3, mustShare: ['agent', 'counterpart'] },
})
