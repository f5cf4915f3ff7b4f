import { ACTORS, PARTIES, PEOPLE } from '../accepts.ts'
import { lands, people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Extradition. */
export const extradition = defineEventType({
  name: 'extradition',
  family: 'custody',
  label: 'Extradition',
  gloss: 'A state hands a wanted person to another.',
  roles: { agent: ACTORS, patient: PEOPLE, counterpart: PARTIES },
  plover: ['COOPERATE', null],
  cameo: ['063'],
  temper: 'cooperative',
  theme: 'cooperation-judicial',
  verb: { agent: ['subject'], patient: ['object'], counterpart: ['to'] },
  noun: { agent: ['by', 'subject', 'from'], patient: ['of', 'poss', 'for'], counterpart: ['to'] },
  triggers: [
    verb('extradite', { trust: 0.95 }),
    phrase('hand turn', 'over', { object: oneOf('suspect fugitive criminal national bomber'), prep: 'to', trust: 0.8 }),
    // Whom a state wants for what they did: prisoners are let go.
    phrase('hand turn give', 'over up', {
      object: oneOf('officer commander general official leader minister suspect fugitive ringleader plotter'),
      subject: oneOf('government country authority', ['state', 'place']),
      trust: 0.75,
    }),
    phrase('hand turn give', 'over', {
      object: union(people, oneOf('lord kingpin trafficker fugitive suspect')),
      prep: 'to',
      prepObject: oneOf('police court tribunal prosecutor interpol authority', ['state']),
      subject: oneOf('government authority police court', ['state', 'place']),
      political: true,
      trust: 0.6,
    }),
    verb('hand surrender deliver', {
      object: union(people, oneOf('suspect fugitive trafficker')),
      prep: 'to',
      prepObject: oneOf('police court tribunal prosecutor interpol hague icc', ['state']),
      subject: oneOf('government authority police court', ['state', 'place']),
      political: true,
      trust: 0.65,
    }),
    verb('transfer surrender', {
      object: people,
      prep: 'to',
      prepObject: oneOf('court tribunal hague icc'),
      voice: 'passive',
      political: true,
      trust: 0.65,
    }),
    verb('ship fly send', {
      object: oneOf('fugitive suspect kingpin trafficker lord boss capo mobster'),
      prep: 'to',
      prepObject: lands,
      political: true,
      trust: 0.6,
    }),
    phrase('hand turn give', 'over up', {
      object: oneOf('boss kingpin lord diver ex-minister ex-banker banker colonel minister teacher tycoon'),
      prep: 'to',
      prepObject: oneOf('', ['state']),
      political: true,
      unless: 'prisoner swap exchange hostage captive body power',
      trust: 0.6,
    }),
    verb('surrender', {
      object: union(people, oneOf('fugitive suspect diver')),
      voice: 'passive',
      prep: 'to',
      prepObject: oneOf('court tribunal', ['state']),
      political: true,
      trust: 0.65,
    }),
    noun('handover surrender', {
      of: union(people, oneOf('suspect fugitive ex-minister banker')),
      needsOf: true,
      prep: 'to',
      prepObject: oneOf('court tribunal hague', ['state']),
      political: true,
      trust: 0.6,
    }),
    noun('rendition', { of: people, needsOf: true, political: true, trust: 0.7 }),
    noun('extradition', { trust: 0.85 }),
  ],
  merge: { within: 7, mustShare: ['patient'] },
})
