import { ACTORS, MATTERS, PEOPLE } from '../accepts.ts'
import { people, prisons } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, verb } from '../patterns.ts'

const HELD_OTHERWISE =
  'back up off down bay draw accountable responsible liable account hand office esteem regard high contempt talk meeting'
const HOLDERS = oneOf(
  'government regime junta police militia rebel gang guerrilla militant authority kidnapper hijacker insurgent jihadist captor abductor pirate',
)

/** Being held (a state, not a step). */
export const custody = defineEventType({
  name: 'custody',
  family: 'custody',
  label: 'Being held (a state, not a step)',
  gloss: 'Somebody is in prison, in detention or held captive.',
  roles: { agent: ACTORS, patient: PEOPLE, theme: MATTERS },
  plover: ['COERCE', 'arrest'],
  cameo: ['173'],
  temper: 'hostile',
  verb: { agent: ['subject', 'by'], patient: ['object'], theme: ['for', 'on', 'over'] },
  noun: { agent: ['by'], patient: ['subject', 'of', 'poss'], theme: ['for', 'on'] },
  triggers: [
    verb('imprison jail incarcerate intern', { trust: 0.9 }),
    verb('hold', {
      object: people,
      unless: 'back up off down draw accountable responsible liable account hand office',
      prep: 'in since by without for on at',
      political: true,
      trust: 0.65,
    }),
    verb('hold', { object: people, voice: 'passive', prep: 'in since without', unless: HELD_OTHERWISE, trust: 0.6 }),
    verb('hold', { object: people, subject: HOLDERS, unless: HELD_OTHERWISE, trust: 0.65 }),
    phrase('hold keep', 'captive hostage prisoner incommunicado custody prison jail detention', { trust: 0.9 }),
    verb('move transfer take return bring', {
      object: people,
      voice: 'passive',
      prep: 'to',
      prepObject: oneOf('prison jail penitentiary colony dungeon cell'),
      trust: 0.75,
    }),
    verb('languish rot', { prep: 'in', prepObject: prisons, slots: { patient: ['subject'] }, trust: 0.9 }),
    verb('spend', { prep: 'in', prepObject: prisons, slots: { patient: ['subject'] }, trust: 0.8 }),
    noun('arrest', { with: 'house', statal: true, trust: 0.85 }),
    verb('put place hold keep', {
      object: people,
      prep: 'under',
      prepObject: oneOf('arrest guard'),
      political: true,
      trust: 0.75,
    }),
    noun('custody captivity imprisonment incarceration', { statal: true, trust: 0.7 }),
    noun('prison jail detention', { statal: true, trust: 0.7 }),
    noun('bar', { with: 'behind', statal: true, plural: true, trust: 0.8 }),
  ],
  merge: { within: 3660, mustShare: ['patient'] },
})
