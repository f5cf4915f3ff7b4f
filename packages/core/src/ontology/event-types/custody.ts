import { ACTORS, MATTERS, PEOPLE } from '../accepts.ts'
import { captives, crimes, NAMED_PRISONS, namedPrisons, people, prisons } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, union, verb } from '../patterns.ts'

const HELD_OTHERWISE =
  'back up off down bay draw accountable responsible liable account hand office esteem regard high contempt talk meeting'
const HOLDERS = oneOf(
  'government regime junta police militia rebel gang guerrilla militant authority kidnapper hijacker insurgent jihadist captor abductor pirate',
)

/** Who is in a prison by trade. */
const STAFF = oneOf('guard warden lawyer visitor officer official staff worker chaplain doctor')
/** No camps and hospitals, where people are for other reasons as well. */
const jails = union(
  oneOf(
    'prison jail custody detention captivity cell dungeon gulag penitentiary confinement remand lockup lock-up stockade',
  ),
  namedPrisons,
)
const FREE_TO_GO = 'visit visitor tour lawyer inspect inspector'

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
    verb('hold', {
      object: people,
      notObject: oneOf('party'),
      voice: 'passive',
      prep: 'in at since without over for after',
      unless: HELD_OTHERWISE,
      trust: 0.6,
    }),
    verb('remand', { object: people, trust: 0.9 }),
    // "has been detained since March": a state, where "was detained in March" is a step.
    verb('detain', { object: people, prep: 'since', trust: 0.95 }),
    phrase('lock', 'up away', { object: people, trust: 0.8 }),
    verb('hold keep lock put place confine', {
      object: people,
      notObject: oneOf('party'),
      prep: 'in at inside',
      prepObject: jails,
      trust: 0.75,
    }),
    verb('throw toss book pack', { object: people, prep: 'into in', prepObject: jails, trust: 0.8 }),
    verb('put throw keep', { object: people, prep: 'behind', prepObject: oneOf('bar'), trust: 0.85 }),
    verb('confine', {
      object: people,
      voice: 'passive',
      prep: 'to',
      prepObject: oneOf('home house cell residence compound barracks'),
      unless: 'bed illness wheelchair sick',
      trust: 0.6,
    }),
    verb('hold', { object: people, subject: HOLDERS, unless: HELD_OTHERWISE, trust: 0.65 }),
    phrase('hold keep', 'captive hostage prisoner incommunicado custody prison jail detention', { trust: 0.9 }),
    verb('move transfer take return bring send fly', {
      object: people,
      voice: 'passive',
      prep: 'to into',
      prepObject: union(oneOf('prison jail penitentiary colony dungeon cell detention gulag'), namedPrisons),
      unless: FREE_TO_GO,
      trust: 0.8,
    }),
    verb('move transfer take return bring send fly drive commit dispatch', {
      object: people,
      prep: 'to into',
      prepObject: union(oneOf('prison jail penitentiary colony dungeon cell detention gulag'), namedPrisons),
      unless: FREE_TO_GO,
      trust: 0.75,
    }),
    verb('go return', {
      subject: people,
      prep: 'to',
      prepObject: oneOf('prison jail'),
      unless: FREE_TO_GO,
      slots: { patient: ['subject'] },
      trust: 0.55,
    }),
    verb('languish rot', {
      prep: 'in at',
      prepObject: union(prisons, namedPrisons),
      slots: { patient: ['subject'] },
      trust: 0.9,
    }),
    verb('spend', { prep: 'on', prepObject: oneOf('row'), slots: { patient: ['subject'] }, trust: 0.75 }),
    verb('spend', { prep: 'in at', prepObject: union(jails, prisons), slots: { patient: ['subject'] }, trust: 0.8 }),
    // "is serving nine years for sedition", "served life for murder"; a term of office is served as well.
    verb('serve', {
      subject: people,
      prep: 'for',
      prepObject: crimes,
      unless: 'minister president governor senator mayor judge ambassador',
      slots: { patient: ['subject'], theme: ['for'] },
      trust: 0.75,
    }),
    verb('serve', {
      subject: people,
      object: oneOf('year month life sentence term'),
      prep: 'in on at',
      prepObject: union(jails, oneOf('charge count')),
      slots: { patient: ['subject'], theme: ['for', 'on'] },
      trust: 0.75,
    }),
    verb('serve', {
      subject: people,
      object: oneOf('sentence'),
      slots: { patient: ['subject'], theme: ['for'] },
      trust: 0.7,
    }),
    verb('serve', {
      subject: people,
      object: oneOf('year month life'),
      noClause: true,
      unless:
        'as minister president governor senator mayor judge ambassador office army navy military board council parliament term club chairman',
      slots: { patient: ['subject'], theme: ['for'] },
      trust: 0.55,
    }),
    verb('count list', {
      subject: oneOf('group watchdog committee organisation organization centre center', ['organization', 'outlet']),
      object: captives,
      slots: { patient: ['object'] },
      trust: 0.55,
    }),
    noun('detention custody imprisonment remand', {
      of: people,
      needsOf: true,
      needsLight: true,
      lights: 'extend order prolong',
      slots: { agent: ['subject'], patient: ['of', 'poss', 'for'], theme: ['over'] },
      trust: 0.75,
    }),
    noun('arrest', { with: 'house', statal: true, trust: 0.85 }),
    verb('put place hold keep', {
      object: people,
      prep: 'under',
      prepObject: oneOf('arrest guard'),
      political: true,
      trust: 0.75,
    }),
    noun('custody captivity imprisonment incarceration confinement remand', { statal: true, named: true, trust: 0.7 }),
    noun('prison jail detention penitentiary', { statal: true, named: true, notSubject: STAFF, trust: 0.7 }),
    noun('row', { with: 'death', statal: true, trust: 0.85 }),
    noun(NAMED_PRISONS, { statal: true, named: true, notSubject: STAFF, trust: 0.6 }),
    noun('prisoner hostage detainee captive inmate', { statal: true, notOf: oneOf('former ex past war'), trust: 0.6 }),
    noun('bar', { with: 'behind', statal: true, plural: true, trust: 0.8 }),
  ],
  merge: { within: 3660, mustShare: ['patient'] },
})
