import { ACTORS, MATTERS } from '../accepts.ts'
import { people, police } from '../classes.ts'
import { defineEventType, finer } from '../event-type.ts'
import { adjective, anything, lightVerb, noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Accusation. */
export const accusation = defineEventType({
  name: 'accusation',
  family: 'relations',
  label: 'Accusation',
  gloss: 'Somebody says another did wrong.',
  roles: { agent: ACTORS, patient: ACTORS, theme: MATTERS },
  plover: ['ACCUSE', 'allege'],
  cameo: ['112'],
  temper: 'hostile',
  verb: {
    agent: ['subject'],
    patient: ['object.person', 'on', 'clause.subject', 'against', 'object.against', 'object'],
    theme: ['of', 'for', 'over', 'clause'],
  },
  noun: {
    agent: ['by', 'from', 'poss', 'subject'],
    patient: ['against', 'of', 'receiver', 'clause.subject'],
    theme: ['of', 'clause'],
  },
  triggers: [
    // "sued the government": a charge that one side brings.
    verb('sue', {
      object: union(people, oneOf('government state ministry', ['state'])),
      political: true,
      cameo: '115',
      trust: 0.65,
    }),
    verb('fall', {
      subject: oneOf('suspicion blame'),
      prep: 'on upon',
      political: true,
      slots: { agent: [], patient: ['on', 'upon'] },
      trust: 0.65,
    }),
    verb('bear', {
      object: oneOf('responsibility blame'),
      speakerNeeded: true,
      political: true,
      slots: { agent: ['speaker'], patient: ['subject'], theme: ['for', 'object.for'] },
      trust: 0.65,
    }),
    verb('name identify', {
      object: oneOf('suspect culprit mastermind perpetrator'),
      subject: police,
      slots: { agent: ['subject'], patient: ['object'] },
      trust: 0.65,
    }),
    verb('impeach', { political: true, trust: 0.7 }),
    lightVerb('point', 'finger', {
      prep: 'at',
      political: true,
      slots: { agent: ['subject'], patient: ['at'] },
      trust: 0.75,
    }),
    verb('fault', { political: true, trust: 0.6 }),
    adjective('responsible guilty', {
      political: true,
      slots: { agent: ['speaker'], patient: ['subject'], theme: ['for', 'of'] },
      speakerNeeded: true,
      trust: 0.6,
    }),
    verb('accuse', { political: true, trust: 0.95 }),
    verb('blame', { political: true, trust: 0.85 }),
    verb('allege', { voice: 'active', political: true, trust: 0.65 }),
    verb('charge', { clause: true, voice: 'active', political: true, notObject: anything, trust: 0.65 }),
    phrase('hold', 'responsible accountable', { political: true, trust: 0.8 }),
    verb('implicate', { political: true, trust: 0.7 }),
    verb('suspect', { object: people, political: true, voice: 'active', trust: 0.5 }),
    lightVerb('level make', 'accusation allegation', { political: true, trust: 0.75 }),
    lightVerb('put place lay', 'blame', { political: true, trust: 0.75 }),
    noun('accusation', { political: true, trust: 0.5 }),
    verb('insinuate', { clause: true, political: true, trust: 0.65 }),
    // "said the police had fabricated the case": what nobody tells of another without blaming them.
    verb('say claim contend argue tell insist maintain testify', {
      voice: 'active',
      clause: true,
      clauseWords:
        'rig bankroll launder plot frame fabricate embezzle falsify collude defraud fleece bribe mastermind sabotage',
      political: true,
      slots: { agent: ['subject'], patient: ['clause.subject'], theme: ['clause'] },
      trust: 0.6,
    }),
    verb('trade exchange swap', {
      object: oneOf('blame'),
      political: true,
      slots: { agent: ['subject'], patient: ['with', 'object.with'], theme: ['over', 'for', 'object.for'] },
      trust: 0.7,
    }),
    verb('attribute ascribe', {
      object: oneOf(
        'attack killing murder blast explosion bombing raid massacre strike leak hack death sabotage ambush abduction kidnapping',
      ),
      prep: 'to',
      political: true,
      slots: { agent: ['subject'], patient: ['to'], theme: ['object'] },
      trust: 0.65,
    }),
    verb('paint depict cast portray', {
      object: union(people, oneOf('', ['state', 'organization'])),
      prep: 'as',
      prepObject: oneOf(
        'traitor spy terrorist plotter coup-plotter criminal mercenary stooge extremist aggressor saboteur thief agent',
      ),
      notSubject: oneOf('film novel play book series director painter author'),
      political: true,
      slots: { agent: ['subject'], patient: ['object'], theme: ['as'] },
      trust: 0.6,
    }),
    lightVerb('blow', 'whistle', {
      prep: 'on object.on',
      political: true,
      slots: { agent: ['subject'], patient: ['on.by', 'on', 'object.on'] },
      trust: 0.6,
    }),
    lightVerb('cast pin heap shift lay', 'blame suspicion aspersion', {
      prep: 'on upon object.on at',
      political: true,
      slots: { agent: ['subject'], patient: ['on', 'upon', 'object.on', 'at'], theme: ['for'] },
      trust: 0.7,
    }),
    verb('finger incriminate', { object: people, political: true, trust: 0.6 }),
  ],
  finer: [
    finer(
      'corruption fraud bribery bribe embezzle embezzlement murder crime theft stealing smuggling drug trafficking laundering',
      { cameo: '1121' },
    ),
    finer('torture abuse repression genocide rights persecution', { cameo: '1122' }),
    finer('attack aggression invasion incursion shelling bombing firing airspace ceasefire terrorism terrorist', {
      cameo: '1123',
    }),
    finer('war-crime atrocity massacre', { cameo: '1124' }),
    finer('espionage spying spy treason plot plotting coup', { cameo: '1125' }),
  ],
  merge: { within: 7, mustShare: ['agent', 'patient'], family: 'blame' },
})
