import { ACTORS } from '../accepts.ts'
import { acts, leaders, MEASURES, people, TROPHIES } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { adjective, lightVerb, noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Praise, thanks, welcome, endorsement or verbal support. */
export const support = defineEventType({
  name: 'support',
  family: 'relations',
  label: 'Praise, thanks, welcome, endorsement or verbal support',
  gloss: 'Somebody speaks for another or for what they did.',
  roles: { agent: ACTORS, patient: ACTORS },
  plover: ['SUPPORT', null],
  cameo: ['051', '052'],
  temper: 'cooperative',
  theme: 'diplomatic',
  verb: {
    agent: ['subject'],
    patient: [
      'object.poss',
      'object.by',
      'object.person',
      'object.doer-of',
      'to',
      'for',
      'with',
      'behind',
      'by',
      'object.to',
      'object.for',
      'object.with',
      'object.between',
      'object.mod*',
      'object',
    ],
  },
  noun: { agent: ['by', 'from', 'poss', 'subject', 'of'], patient: ['to', 'for', 'of', 'with', 'behind'] },
  triggers: [
    verb('welcome', { political: true, notObject: union(people, leaders), trust: 0.65 }),
    verb('vote', { prep: 'for', political: true, slots: { agent: ['subject'], patient: ['for'] }, trust: 0.5 }),
    lightVerb('pay', 'tribute', {
      political: true,
      slots: { agent: ['subject'], patient: ['to', 'object.to'] },
      trust: 0.7,
    }),
    lightVerb('send extend offer', 'congratulation greeting', {
      political: true,
      slots: { agent: ['subject'], patient: ['to', 'object.to'] },
      trust: 0.7,
    }),
    verb('send convey deliver', {
      object: oneOf('message letter telegram note'),
      objectMod: 'condolence congratulatory congratulation sympathy',
      political: true,
      slots: { agent: ['subject'], patient: ['to', 'object.to', 'recipient'] },
      trust: 0.7,
    }),
    verb('champion embrace uphold', { political: true, trust: 0.5 }),
    verb('approve', { prep: 'of', political: true, slots: { agent: ['subject'], patient: ['of'] }, trust: 0.5 }),
    verb('praise hail commend laud applaud congratulate thank salute', { political: true, trust: 0.85 }),
    verb('support back endorse', {
      political: true,
      notSubject: union(MEASURES, oneOf('record finding figure beam pillar column wall phone device software browser')),
      trust: 0.7,
    }),
    verb('welcome', {
      object: union(
        acts,
        oneOf('agreement release deal step news result release visit ceasefire truce talk appointment'),
      ),
      political: true,
      trust: 0.8,
    }),
    verb('defend', { political: true, cameo: '052', notObject: TROPHIES, trust: 0.7 }),
    verb('forgive', { political: true, cameo: '056', notObject: oneOf('debt loan'), trust: 0.7 }),
    verb('express voice offer pledge reiterate reaffirm declare promise extend convey', {
      object: oneOf(
        'support solidarity backing confidence appreciation gratitude admiration satisfaction sympathy condolence',
      ),
      political: true,
      trust: 0.8,
    }),
    phrase('stand stick', 'up', {
      prep: 'for',
      political: true,
      cameo: '052',
      slots: { agent: ['subject'], patient: ['for'] },
      trust: 0.6,
    }),
    verb('stand side', { prep: 'by with behind alongside', political: true, trust: 0.6 }),
    verb('rally', { object: oneOf('support'), political: true, cameo: '053', trust: 0.7 }),
    verb('award give present bestow confer', {
      object: oneOf('medal order prize honor honour award title'),
      political: true,
      slots: { agent: ['subject'], patient: ['recipient', 'to', 'on', 'object.to'] },
      trust: 0.55,
    }),
    verb('honor honour respect', { political: true, trust: 0.5 }),
    noun('support backing endorsement praise', { political: true, needsLight: true, prep: 'for to of', trust: 0.6 }),
    adjective('grateful supportive', {
      political: true,
      prep: 'to of',
      slots: { agent: ['subject'], patient: ['to', 'of'] },
      trust: 0.6,
    }),
  ],
  merge: { within: 7, mustShare: ['agent', 'patient'] },
})
