import { ACTORS, PEOPLE } from '../accepts.ts'
import { people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { craft, enforcers } from '../force-classes.ts'
import { noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Rescue. */
export const rescue = defineEventType({
  name: 'rescue',
  family: 'custody',
  label: 'Rescue',
  gloss: 'Somebody is brought out of danger or captivity by others.',
  roles: { agent: ACTORS, patient: PEOPLE },
  plover: ['AID', null],
  cameo: ['070'],
  temper: 'cooperative',
  theme: 'aid',
  verb: { agent: ['subject'], patient: ['object'] },
  noun: { agent: ['by', 'subject', 'poss.doer'], patient: ['of', 'poss'] },
  triggers: [
    verb('rescue', { object: people, trust: 0.85 }),
    verb('evacuate airlift', { object: people, trust: 0.75 }),
    verb('pull dig pluck haul winch lift fish free', {
      object: people,
      prep: 'from out off',
      prepObject: oneOf(
        'rubble wreckage debris water sea river car building ruin flat mud snow boat ship raft wreck deck roof well mine',
      ),
      unless: 'police officer body',
      political: true,
      trust: 0.7,
    }),
    phrase('find', 'alive safe', { object: people, voice: 'active', political: true, trust: 0.65 }),
    phrase('pull dig bring winch', 'alive ashore safety', {
      object: people,
      unless: 'charge court body question subject',
      political: true,
      trust: 0.6,
    }),
    verb('tow', {
      object: union(craft, people),
      subject: union(enforcers, oneOf('ship vessel tug lifeboat trawler')),
      slots: { agent: ['subject'], patient: ['object'] },
      political: true,
      trust: 0.6,
    }),
    phrase('pick take', 'up off', {
      object: oneOf('survivor castaway migrant sailor crew'),
      unless: 'bus plane police',
      political: true,
      trust: 0.6,
    }),
    verb('save', {
      object: people,
      prep: 'from',
      prepObject: oneOf('drowning sea captor execution gallows death rubble trafficker'),
      trust: 0.65,
    }),
    verb('pluck', {
      object: people,
      prep: 'from off out',
      unless: 'gunman kidnapper police obscurity',
      political: true,
      trust: 0.7,
    }),
    verb('fly take bring bus escort', {
      object: people,
      prep: 'to',
      prepObject: oneOf('safety'),
      trust: 0.75,
    }),
    verb('save', {
      object: people,
      subject: union(enforcers, oneOf('soldier fireman firefighter navy lifeboat rescuer crew ship')),
      political: true,
      unless: 'job money time face penalty goal',
      trust: 0.6,
    }),
    noun('rescue evacuation', { of: people, needsOf: true, trust: 0.7 }),
  ],
  merge: { within: 2, mustShare: ['patient'] },
})
