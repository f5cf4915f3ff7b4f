import { PEOPLE, PLACES } from '../accepts.ts'
import { freed, lands, leaders, people, troops } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** What carries people: whoever it takes leaves. */
const VEHICLES = oneOf(
  'plane aircraft jet flight helicopter airliner bus convoy train ship boat vessel ferry ambulance',
)

/** Freed or endangered person leaves for another country. */
export const departure = defineEventType({
  name: 'departure',
  family: 'custody',
  label: 'Freed or endangered person leaves for another country',
  gloss: 'Somebody freed or in danger goes, or is brought, to another country.',
  roles: { agent: PEOPLE, 'place-to': PLACES, 'place-from': PLACES },
  plover: null,
  cameo: [],
  verb: { agent: ['subject'], 'place-to': ['for*', 'to*', 'into*', 'in*'], 'place-from': ['object', 'from*', 'from'] },
  noun: { agent: ['poss', 'of', 'by'], 'place-to': ['for*', 'to*'], 'place-from': ['from*'] },
  triggers: [
    verb('leave', {
      object: union(lands, oneOf('country homeland nation territory')),
      subject: people,
      notSubject: troops,
      trust: 0.7,
    }),
    verb('flee', { subject: people, trust: 0.75 }),
    phrase('fly', 'home', {
      subject: people,
      notSubject: union(leaders, troops),
      unless: 'work school game match tournament medal brief talk meeting summit report victory',
      political: true,
      trust: 0.6,
    }),
    verb('cross', {
      subject: people,
      object: oneOf('border frontier line'),
      notSubject: oneOf('troop army force'),
      political: true,
      unless: 'finish smuggle',
      slots: { agent: ['subject'], 'place-to': ['into*', 'to*'], 'place-from': ['from*'] },
      trust: 0.65,
    }),
    verb('cross', {
      subject: people,
      prep: 'into to',
      prepObject: lands,
      notSubject: oneOf('troop army force tank'),
      political: true,
      trust: 0.65,
    }),
    verb('defect', { subject: people, political: true, trust: 0.75 }),
    noun('defection', { of: people, needsOf: true, political: true, trust: 0.65 }),
    verb('escape', { subject: people, prep: 'to into', prepObject: lands, political: true, trust: 0.7 }),
    verb('return go', {
      subject: oneOf('refugee migrant exile deportee returnee evacuee displaced asylum-seeker'),
      prep: 'to',
      prepObject: union(lands, oneOf('home village town')),
      political: true,
      trust: 0.65,
    }),
    verb('depart', { subject: people, prep: 'for from', prepObject: lands, trust: 0.65 }),
    verb('fly take bring transfer move transport whisk evacuate drive escort', {
      object: freed,
      unless: 'hospital clinic morgue mortuary',
      voice: 'passive',
      prep: 'to into',
      prepObject: lands,
      slots: { agent: ['object'], 'place-to': ['to*', 'into*'], 'place-from': ['from*'] },
      trust: 0.7,
    }),
    verb('fly take bring transfer transport whisk evacuate drive carry ferry escort', {
      object: people,
      subject: VEHICLES,
      prep: 'to into',
      prepObject: lands,
      slots: { agent: ['object'], 'place-to': ['to*', 'into*'], 'place-from': ['from*'] },
      trust: 0.65,
    }),
    verb('go', { prep: 'into', prepObject: oneOf('exile hiding'), trust: 0.8 }),
    noun('departure', { of: people, needsOf: true, prep: 'for from to', prepObject: lands, trust: 0.6 }),
  ],
  merge: { within: 3, mustShare: ['agent'] },
})
