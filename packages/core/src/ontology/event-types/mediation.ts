import { ACTORS, MATTERS } from '../accepts.ts'
import { agreements, leaders, talksNouns } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { lightVerb, noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Mediation. */
export const mediation = defineEventType({
  name: 'mediation',
  family: 'engagement',
  label: 'Mediation',
  gloss: 'A third side brings others together.',
  roles: { agent: ACTORS, counterpart: ACTORS, patient: ACTORS, theme: MATTERS },
  plover: ['CONSULT', 'third-party'],
  cameo: ['045'],
  temper: 'cooperative',
  theme: 'mediation',
  verb: { agent: ['subject'], patient: ['between', 'with', 'among'], theme: ['object', 'in', 'over'] },
  noun: {
    agent: ['by', 'poss', 'subject', 'of', 'mod*', 'from'],
    patient: ['between', 'with', 'in*'],
    theme: ['in', 'over'],
  },
  triggers: [
    verb('act serve', {
      prep: 'as',
      prepObject: oneOf('mediator intermediary go-between facilitator interlocutor broker middleman conduit'),
      political: true,
      trust: 0.8,
    }),
    verb('shuttle', { prep: 'between', trust: 0.8 }),
    noun('diplomacy', { with: 'shuttle', political: true, trust: 0.75 }),
    verb('pass carry relay ferry convey deliver', {
      object: oneOf('message'),
      prep: 'between',
      political: true,
      trust: 0.7,
    }),
    lightVerb('offer lend extend', 'office', { objectMod: 'good', political: true, trust: 0.7 }),
    phrase('bring', 'together', {
      object: union(leaders, oneOf('side party faction rebel general rival enemy delegation')),
      political: true,
      slots: { agent: ['subject'], patient: ['object'] },
      trust: 0.65,
    }),
    verb('arrange', {
      object: oneOf('swap exchange release meeting talk handover repatriation evacuation'),
      political: true,
      slots: { agent: ['subject'], patient: ['object.between', 'between'], theme: ['object'] },
      trust: 0.55,
    }),
    verb('mediate arbitrate', { trust: 0.9 }),
    verb('broker', { political: true, trust: 0.85 }),
    verb('broker', {
      object: union(talksNouns, agreements, oneOf('release exchange swap transfer handover')),
      trust: 0.8,
    }),
    verb('facilitate', { object: union(talksNouns, agreements, oneOf('release exchange swap transfer')), trust: 0.7 }),
    verb('intercede intermediate', { political: true, trust: 0.6 }),
    lightVerb('bridge narrow', 'difference gap', { political: true, trust: 0.6 }),
    noun('mediation arbitration', { notOf: oneOf('labor court'), trust: 0.8 }),
    verb('run carry pass relay ferry take', {
      object: oneOf('message note letter draft'),
      prep: 'between',
      political: true,
      trust: 0.7,
    }),
    phrase('carry pass ferry relay', 'forth', {
      object: oneOf('message note letter draft proposal paper offer'),
      political: true,
      trust: 0.7,
    }),
    verb('act serve', {
      prep: 'as',
      prepObject: oneOf('bridge channel peacemaker referee arbiter matchmaker'),
      political: true,
      trust: 0.7,
    }),
    lightVerb('play', 'peacemaker mediator go-between intermediary matchmaker', { political: true, trust: 0.75 }),
    lightVerb('play take', 'role', {
      objectMod: 'mediating mediation facilitating intermediary mediator',
      political: true,
      trust: 0.75,
    }),
    verb('put offer present', {
      object: oneOf('itself himself herself themselves service'),
      prep: 'as',
      prepObject: oneOf('mediator bridge go-between intermediary broker peacemaker facilitator middleman'),
      political: true,
      trust: 0.7,
    }),
    phrase('step', 'in', {
      clauseWords: 'mediate broker defuse calm reconcile',
      political: true,
      trust: 0.65,
    }),
    verb('facilitate', { object: oneOf('rapprochement handover reunion repatriation'), political: true, trust: 0.6 }),
    verb('reconcile', {
      object: oneOf('side faction rival party enemy clan foe'),
      political: true,
      slots: { agent: ['subject'], patient: ['object'] },
      trust: 0.6,
    }),
    noun('auspices auspex', { slots: { agent: ['mod*', 'poss', 'of'], patient: [] }, political: true, trust: 0.55 }),
  ],
  merge: { within: 7, mustShare: ['agent'], family: 'contact' },
})
