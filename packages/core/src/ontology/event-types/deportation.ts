import { ACTORS, PEOPLE, PLACES } from '../accepts.ts'
import { EXPELLED, lands, NATURE, people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, type Slots, union, verb } from '../patterns.ts'

/** "threatened with exile": whoever is threatened is who would be sent away. */
const EXILE: Slots = { agent: ['by', 'poss.doer'], patient: ['carried', 'of', 'poss'], 'place-to': ['to*', 'in*'] }

/** Deportation or forced exile. */
export const deportation = defineEventType({
  name: 'deportation',
  family: 'custody',
  label: 'Deportation or forced exile',
  gloss: 'Somebody is made to leave a country.',
  roles: { agent: ACTORS, patient: PEOPLE, 'place-to': PLACES },
  plover: ['COERCE', 'deport'],
  cameo: ['174'],
  temper: 'hostile',
  threat: '137',
  verb: { agent: ['subject'], patient: ['object'], 'place-to': ['to*', 'into*'] },
  noun: { agent: ['by', 'subject', 'from', 'poss.doer'], patient: ['of', 'poss'], 'place-to': ['to*', 'into*'] },
  triggers: [
    verb('deport exile banish', { trust: 0.9 }),
    verb('expel', {
      object: people,
      notObject: EXPELLED,
      unless: 'school club party university league air',
      trust: 0.8,
    }),
    phrase('force drive push throw', 'out', {
      object: people,
      prep: 'of from',
      prepObject: union(lands, oneOf('country territory homeland')),
      trust: 0.75,
    }),
    verb('force', {
      notSubject: NATURE,
      political: true,
      object: people,
      prep: 'from into',
      prepObject: union(lands, oneOf('country exile homeland home')),
      trust: 0.7,
    }),
    verb('put place bundle', {
      object: people,
      prep: 'on onto aboard',
      prepObject: oneOf('plane flight bus coach aircraft train ship boat'),
      political: true,
      slots: { agent: ['subject'], patient: ['object'], 'place-to': ['to*', 'on.to*', 'onto.to*', 'aboard.to*'] },
      trust: 0.65,
    }),
    verb('drive take bus escort bring march', {
      object: people,
      voice: 'passive',
      prep: 'to',
      prepObject: oneOf('border frontier'),
      political: true,
      slots: { agent: ['subject'], patient: ['object'], 'place-to': ['to.with*', 'to.mod*', 'to*'] },
      trust: 0.6,
    }),
    verb('force drive push throw', {
      object: people,
      prep: 'out',
      prepObject: union(lands, oneOf('country territory homeland')),
      political: true,
      trust: 0.65,
    }),
    phrase('send', 'back', { object: oneOf('migrant refugee asylum seeker deportee people'), trust: 0.7 }),
    phrase('send', 'back', {
      object: people,
      notObject: EXPELLED,
      prep: 'to',
      prepObject: lands,
      political: true,
      trust: 0.6,
    }),
    phrase('send fly ship', 'home', {
      object: oneOf(
        'migrant refugee deportee asylum-seeker seeker immigrant afghan syrian rohingya haitian venezuelan',
      ),
      trust: 0.65,
    }),
    verb('send fly ship transfer', {
      object: oneOf('migrant deportee asylum-seeker refugee immigrant man detainee family venezuelan afghan'),
      subject: oneOf('government administration immigration agency authority ministry', ['state', 'organization']),
      notObject: EXPELLED,
      prep: 'to',
      prepObject: lands,
      political: true,
      trust: 0.6,
    }),
    verb('remove', {
      object: people,
      prep: 'to',
      prepObject: lands,
      political: true,
      unless: 'power post office list',
      trust: 0.55,
    }),
    phrase('push turn drive force', 'back', {
      object: union(people, oneOf('boat dinghy')),
      notObject: EXPELLED,
      unless: 'protester demonstrator crowd rebel soldier militant clock attack enemy',
      political: true,
      trust: 0.55,
    }),
    noun('pushback push-back', { political: true, unless: 'against on', trust: 0.7 }),
    noun('removal', { of: people, needsOf: true, prep: 'to', prepObject: lands, political: true, trust: 0.6 }),
    noun('deportation banishment', { trust: 0.85 }),
    noun('exile', { prep: 'carried', slots: EXILE, trust: 0.7 }),
    noun('expulsion', { of: people, notOf: EXPELLED, needsOf: true, trust: 0.75 }),
  ],
  merge: { within: 3, mustShare: ['patient'], family: 'sending-away' },
})
