import { ACTORS, MATTERS } from '../accepts.ts'
import { courts, people, police } from '../classes.ts'
import { defineEventType, finer } from '../event-type.ts'
import { noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Investigation. */
export const investigation = defineEventType({
  name: 'investigation',
  family: 'relations',
  label: 'Investigation',
  gloss: 'An authority looks into what somebody did.',
  roles: { agent: ACTORS, patient: ACTORS, theme: MATTERS },
  plover: ['ACCUSE', 'investigate'],
  cameo: ['090'],
  temper: 'neutral',
  verb: {
    agent: ['subject'],
    patient: ['object.person', 'object.poss', 'object.by', 'object.of', 'object.on', 'object.in*', 'into', 'object'],
    theme: ['for', 'over', 'object.inanimate', 'about'],
  },
  noun: {
    agent: ['by', 'subject', 'poss', 'mod*'],
    patient: [
      'against',
      'of',
      'into.person',
      'into.by',
      'into.poss',
      'into.of',
      'into.on',
      'into.against',
      'into.clause.subject',
      'into',
      'on',
      'in*',
      'clause.subject',
      'clause.object',
    ],
    theme: ['into', 'over'],
  },
  triggers: [
    verb('question', { voice: 'passive', object: people, political: true, trust: 0.65 }),
    verb('summon call bring invite haul', {
      object: people,
      prep: 'for',
      prepObject: oneOf('questioning interrogation'),
      slots: { agent: ['subject'], patient: ['object'], theme: ['over', 'about'] },
      trust: 0.75,
    }),
    verb('open reopen launch start', {
      object: oneOf('file docket dossier'),
      political: true,
      slots: {
        agent: ['subject'],
        patient: ['against', 'on', 'object.against', 'object.on'],
        theme: ['over', 'into', 'object.into'],
      },
      trust: 0.65,
    }),
    noun('interrogation questioning', { political: true, notOf: oneOf('motive decision policy'), trust: 0.6 }),
    noun('mission', { with: 'fact-finding', needsLight: true, political: true, trust: 0.65 }),
    noun('review', { needsLight: true, lights: 'open launch order begin start conduct', political: true, trust: 0.5 }),
    verb('audit', { political: true, trust: 0.55 }),
    verb('examine', {
      subject: union(courts, police, oneOf('commission panel committee inspector investigator parliament')),
      trust: 0.55,
    }),
    noun('case', {
      needsLight: true,
      lights: 'open reopen launch',
      political: true,
      slots: { agent: ['subject'], patient: ['against', 'into'] },
      trust: 0.55,
    }),
    verb('send dispatch deploy', {
      object: oneOf('inspector investigator'),
      political: true,
      slots: { agent: ['subject'], patient: ['to', 'in*', 'into', 'object.to'], theme: [] },
      trust: 0.6,
    }),
    verb('investigate probe', { political: true, trust: 0.85 }),
    phrase('look', 'into', { political: true, trust: 0.6 }),
    verb('exhume', { political: true, trust: 0.55 }),
    verb('look', {
      prep: 'into',
      prepObject: oneOf(
        'shelling killing attack death allegation claim abuse crime incident disappearance case matter report massacre bombing violation fraud corruption complaint arrest leak',
      ),
      political: true,
      slots: {
        agent: ['subject'],
        patient: ['into.by', 'into.person', 'into.poss', 'into.against', 'into.of', 'into.in*'],
        theme: ['into'],
      },
      trust: 0.65,
    }),
    verb('interrogate', { trust: 0.7 }),
    verb('question', {
      object: people,
      subject: union(police, courts, oneOf('inspector superintendent regulator bureau panel committee inquiry')),
      trust: 0.75,
    }),
    verb('inspect', { political: true, trust: 0.5 }),
    noun('investigation probe inquiry enquiry inquest', { political: true, trust: 0.7 }),
    verb('grill quiz cross-examine', {
      object: people,
      subject: union(police, courts, oneOf('committee panel lawmaker senator mp inspector')),
      slots: { agent: ['subject'], patient: ['object'], theme: ['over', 'about'] },
      trust: 0.65,
    }),
    verb('document catalogue catalog', {
      object: oneOf('violation abuse death disappearance instance killing incident torture arrest detention'),
      political: true,
      slots: { agent: ['subject'], patient: ['object.by', 'object.in*'], theme: ['object'] },
      trust: 0.6,
    }),
    verb('set establish appoint form create name', {
      object: oneOf('commission panel committee team body'),
      clauseWords: 'investigate examine probe look inquire determine',
      political: true,
      slots: { agent: ['subject'], patient: ['clause.into', 'clause.object'], theme: ['clause'] },
      trust: 0.65,
    }),
    verb('inquire enquire delve dig', {
      prep: 'into',
      political: true,
      slots: {
        agent: ['subject'],
        patient: ['into.by', 'into.person', 'into.poss', 'into.of', 'into'],
        theme: ['into'],
      },
      trust: 0.6,
    }),
    verb('order', {
      object: oneOf('autopsy post-mortem postmortem exhumation inquest'),
      slots: { agent: ['subject'], patient: [], theme: ['object'] },
      trust: 0.6,
    }),
  ],
  finer: [
    finer('war-crime atrocity', { cameo: '094' }),
    finer('corruption fraud bribery murder killing crime embezzlement laundering drug', { cameo: '091' }),
    finer('rights abuse torture prisoner welfare', { cameo: '092' }),
    finer('attack airstrike strike military bombing weapon', { cameo: '093' }),
  ],
  merge: { within: 30, mustShare: ['patient'] },
})
