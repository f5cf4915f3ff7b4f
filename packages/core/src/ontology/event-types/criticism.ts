import { ACTORS, MATTERS } from '../accepts.ts'
import { acts, diplomats, people, politicalWords } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { anything, lightVerb, noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Criticism or protest note. */
export const criticism = defineEventType({
  name: 'criticism',
  family: 'relations',
  label: 'Criticism or protest note',
  gloss: 'Somebody criticizes, condemns or formally complains.',
  roles: { agent: ACTORS, patient: ACTORS, theme: MATTERS },
  plover: ['ACCUSE', 'disapprove'],
  cameo: ['111', '114'],
  temper: 'hostile',
  verb: {
    agent: ['subject'],
    patient: [
      'object.poss',
      'object.person',
      'object.by',
      'object.doer-of',
      'object.mod*',
      'at',
      'against',
      'over',
      'about',
      'with',
      'to',
      'object',
    ],
    theme: ['for', 'over', 'as', 'object.inanimate'],
  },
  noun: {
    agent: ['by', 'from', 'poss', 'subject', 'mod*', 'among'],
    patient: ['of.poss', 'of.person', 'of', 'against', 'to', 'receiver'],
    theme: ['over', 'for'],
  },
  triggers: [
    verb(
      'criticize criticise denounce condemn deplore decry lambast lambaste lambast censure chide rebuke berate castigate vilify slam blast assail',
      { political: true, trust: 0.85 },
    ),
    verb('protest', { object: anything, political: true, subject: union(politicalWords, people), trust: 0.6 }),
    phrase('lash hit speak', 'out', { prep: 'at against', political: true, trust: 0.75 }),
    verb('express voice raise convey', {
      object: oneOf(
        'concern outrage anger disappointment alarm dismay condemnation displeasure indignation disapproval criticism opposition regret skepticism objection reservation doubt frustration rejection unease',
      ),
      political: true,
      slots: {
        agent: ['subject'],
        patient: [
          'object.of',
          'object.about',
          'object.over',
          'object.at',
          'object.regarding',
          'object.with',
          'object.to',
          'about',
          'over',
          'at',
          'to',
          'regarding',
        ],
        theme: [],
      },
      trust: 0.75,
    }),
    verb('summon', { object: diplomats, cameo: '114', trust: 0.85 }),
    phrase('call', 'in', { object: diplomats, cameo: '114', trust: 0.7 }),
    verb('complain', { political: true, cameo: '114', trust: 0.65 }),
    lightVerb('lodge file deliver submit', 'protest complaint', {
      political: true,
      cameo: '114',
      slots: {
        agent: ['subject'],
        patient: ['with', 'against', 'object.with', 'object.against', 'to', 'object.to'],
        theme: ['over'],
      },
      trust: 0.8,
    }),
    verb('object', {
      prep: 'to',
      political: true,
      slots: { agent: ['subject'], patient: ['to.poss', 'to.person', 'to'] },
      trust: 0.65,
    }),
    verb('dispute question challenge contest', { object: acts, political: true, trust: 0.55 }),
    verb('mock ridicule insult deride belittle scold', { political: true, trust: 0.6 }),
    noun('criticism condemnation denunciation rebuke censure', { political: true, trust: 0.65 }),
    noun('complaint protest', {
      political: true,
      with: 'formal diplomatic official strong',
      trust: 0.65,
      cameo: '114',
    }),
  ],
  merge: { within: 7, mustShare: ['agent', 'patient'] },
})
