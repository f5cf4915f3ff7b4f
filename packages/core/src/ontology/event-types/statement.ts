import { ACTORS, MATTERS } from '../accepts.ts'
import { defineEventType } from '../event-type.ts'
import { adjective, lightVerb, oneOf, verb } from '../patterns.ts'

/** Statement with no other act in it. */
export const statement = defineEventType({
  name: 'statement',
  family: 'relations',
  label: 'Statement with no other act in it',
  gloss: 'Somebody takes a position: denies, owns up, hopes, doubts or condoles.',
  roles: { agent: ACTORS, addressee: ACTORS, theme: MATTERS },
  plover: null,
  cameo: ['010'],
  verb: {
    agent: ['subject'],
    addressee: [
      'clause.subject',
      'object.clause.subject',
      'to',
      'object.to',
      'object.by',
      'object.from',
      'object.poss',
      'object.about',
      'object.over',
      'about',
      'over',
      'object.for.on',
      'object.for.against',
      'object.for.at',
      'for.on',
      'for.against',
      'for.at',
      'object.for',
    ],
    theme: ['object', 'clause', 'for'],
  },
  noun: { agent: ['by', 'from', 'poss', 'subject'], addressee: ['to'], theme: ['of'] },
  triggers: [
    adjective('skeptical sceptical pessimistic doubtful', {
      prep: 'of about over',
      slots: {
        agent: ['subject'],
        addressee: ['of.poss', 'about.poss', 'over.poss', 'of', 'about', 'over', 'clause.subject'],
        theme: [],
      },
      cameo: '012',
      trust: 0.6,
    }),
    adjective('skeptical sceptical pessimistic', {
      slots: { agent: ['subject'], addressee: ['clause.subject'] },
      political: true,
      cameo: '012',
      trust: 0.5,
    }),
    adjective('optimistic hopeful confident', {
      prep: 'of about over',
      political: true,
      slots: { agent: ['subject'], addressee: ['of', 'about', 'over'], theme: [] },
      cameo: '013',
      trust: 0.55,
    }),
    verb('agree', {
      prep: 'with',
      noClause: true,
      slots: { agent: ['subject'], addressee: ['with'] },
      cameo: '019',
      trust: 0.5,
    }),
    verb('consider weigh mull study', {
      object: oneOf('possibility option proposal request plan move'),
      political: true,
      slots: { agent: ['subject'], addressee: ['object.to', 'object.of'], theme: ['object'] },
      cameo: '014',
      trust: 0.5,
    }),
    lightVerb('express', 'surprise belief', {
      political: true,
      slots: { agent: ['subject'], addressee: ['clause.subject', 'object.at'] },
      trust: 0.5,
    }),
    verb('deny', {
      object: oneOf(
        'accusation allegation charge involvement claim wrongdoing responsibility report role link suggestion',
      ),
      cameo: '016',
      trust: 0.75,
    }),
    verb('reject dismiss', { object: oneOf('accusation allegation charge claim'), cameo: '016', trust: 0.75 }),
    verb('claim accept admit acknowledge', { object: oneOf('responsibility'), cameo: '015', trust: 0.8 }),
    verb('express voice', {
      object: oneOf('optimism hope confidence'),
      notObject: oneOf('support'),
      political: true,
      cameo: '013',
      trust: 0.6,
    }),
    verb('express voice', { object: oneOf('pessimism doubt skepticism'), political: true, cameo: '012', trust: 0.6 }),
    verb('express send convey offer', {
      object: oneOf('condolence sympathy'),
      political: true,
      cameo: '018',
      trust: 0.75,
    }),
    verb('mourn', { political: true, cameo: '018', trust: 0.5 }),
    verb('consider weigh mull', { clause: true, political: true, cameo: '014', trust: 0.5 }),
  ],
  merge: { within: 3, mustShare: ['agent'] },
})
