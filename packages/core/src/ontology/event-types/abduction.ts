import { ACTORS } from '../accepts.ts'
import { captives, courts, people } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { bands } from '../force-classes.ts'
import { anything, noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Abduction or hostage taking. */
export const abduction = defineEventType({
  name: 'abduction',
  family: 'custody',
  label: 'Abduction or hostage taking',
  gloss: 'Somebody is taken by force and without law.',
  roles: { agent: ACTORS, patient: ACTORS },
  plover: ['ASSAULT', 'abduct'],
  cameo: ['181'],
  temper: 'hostile',
  threat: '138',
  verb: { agent: ['subject'], patient: ['object'] },
  noun: { agent: ['by', 'subject', 'poss.doer'], patient: ['of', 'poss'] },
  triggers: [
    verb('abduct kidnap hijack', { trust: 0.95 }),
    phrase('take seize', 'hostage captive prisoner', { trust: 0.9 }),
    verb('seize snatch', { object: union(captives, people), notSubject: courts, trust: 0.6 }),
    verb('take grab nab whisk drag bundle march lead', {
      object: people,
      subject: bands,
      notSubject: courts,
      unless: 'aim lead part',
      trust: 0.65,
    }),
    phrase(
      'take grab seize snatch bundle drag lead whisk',
      'hooded masked armed unidentified unknown plainclothes unmarked balaclava',
      {
        object: people,
        political: true,
        trust: 0.7,
      },
    ),
    verb('take grab drag', {
      object: people,
      voice: 'passive',
      prep: 'from off',
      prepObject: oneOf(
        'bus school dormitory village church kibbutz farm camp boat ship road checkpoint convoy college market hotel',
      ),
      political: true,
      unless: 'hospital police officer ambulance court',
      trust: 0.6,
    }),
    verb('vanish disappear', {
      subject: people,
      notObject: anything,
      political: true,
      unless: 'flight plane boat avalanche storm flood crash sea market price climb mountain',
      slots: { agent: [], patient: ['subject'] },
      trust: 0.55,
    }),
    verb('take', {
      object: people,
      voice: 'passive',
      prep: 'by',
      prepObject: bands,
      unless: 'hospital surprise storm',
      trust: 0.65,
    }),
    verb('whisk spirit', {
      object: people,
      with: 'away off',
      political: true,
      unless: 'hospital ambulance clinic',
      trust: 0.55,
    }),
    verb('bundle', {
      object: people,
      prep: 'into in',
      prepObject: oneOf('van car boot trunk minibus jeep vehicle suv'),
      voice: 'passive',
      political: true,
      unless: 'police officer detective ambulance',
      trust: 0.65,
    }),
    phrase('disappear', 'forcibly', { trust: 0.85 }),
    noun('disappearance', { of: people, needsOf: true, political: true, trust: 0.65 }),
    noun('abduction kidnapping kidnap hijacking hostage-taking hijack', { trust: 0.85 }),
  ],
  merge: { within: 2, mustShare: ['patient'], family: 'seizure' },
})
