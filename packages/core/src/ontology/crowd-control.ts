import { people } from './classes.ts'
import { enforcers, sites } from './force-classes.ts'
import { anything, lightVerb, noun, oneOf, type Pattern, phrase, type Slots, union, verb } from './patterns.ts'

/** What is shut is shut to somebody; else it is whose it is. */
export const CLOSED: Slots = {
  agent: ['subject'],
  patient: [
    'to',
    'object.to',
    'object.with*',
    'with*',
    'object.person',
    'object.poss',
    'object.of',
    'in*',
    'object.in*',
    'at*',
    'object',
  ],
}
/** What it is done to, wherever that is. */
export const DONE_TO: Slots = { agent: ['subject'], patient: ['object'] }

/** What is taken is what the act bears on; where it was taken says less. */
export const TAKEN: Slots = {
  agent: ['subject'],
  patient: ['object.person', 'object.poss', 'from', 'object.from', 'object.of.person', 'object'],
}

/** How authorities hold down crowds, the media and those in office: a part of the triggers of repression. */
export const CROWD_CONTROL: readonly Pattern[] = [
  verb('baton-charge', { political: true, cameo: '175', trust: 0.8 }),
  verb('strip-search force-feed', { object: people, political: true, cameo: '170', slots: DONE_TO, trust: 0.65 }),
  phrase('move beat drive push force', 'on back away', {
    object: oneOf('protester protestor demonstrator crowd marcher picket rioter supporter'),
    subject: enforcers,
    political: true,
    cameo: '175',
    slots: DONE_TO,
    trust: 0.6,
  }),
  phrase('beat drive', 'back away', {
    object: oneOf('protester protestor demonstrator crowd marcher picket rioter'),
    voice: 'passive',
    political: true,
    cameo: '175',
    slots: DONE_TO,
    trust: 0.6,
  }),
  phrase('move', 'in', {
    subject: oneOf('police gendarme gendarmerie constable officer bailiff'),
    prep: 'with on against to',
    political: true,
    unless: 'house home flat apartment neighbour neighbor together',
    cameo: '175',
    trust: 0.5,
  }),
  verb('charge', {
    object: oneOf('crowd protester protestor demonstrator marcher picket supporter'),
    prep: 'with',
    prepObject: oneOf('baton truncheon shield horse stick lathi'),
    political: true,
    cameo: '175',
    slots: DONE_TO,
    trust: 0.7,
  }),
  verb('wield swing', {
    object: oneOf('baton truncheon lathi nightstick'),
    political: true,
    cameo: '175',
    slots: { agent: ['subject'], patient: ['against', 'at'] },
    trust: 0.6,
  }),
  verb('open turn train', {
    object: oneOf('hose cannon'),
    subject: union(enforcers, oneOf('fireman firefighter')),
    political: true,
    cameo: '175',
    slots: { agent: ['subject'], patient: ['on', 'object.on', 'at'] },
    trust: 0.6,
  }),
  phrase('take pull force knock drive', 'air', {
    object: oneOf('station channel broadcaster radio television programme program show network', [
      'organization',
      'outlet',
    ]),
    prep: 'off',
    political: true,
    cameo: '1721',
    slots: DONE_TO,
    trust: 0.65,
  }),
  phrase('switch cut turn', 'off', {
    object: oneOf('internet signal network broadband phone mobile broadcast transmission wifi feed'),
    political: true,
    unless: 'storm quake engineer',
    cameo: '1721',
    trust: 0.6,
  }),
  lightVerb('pull', 'plug', {
    prep: 'on',
    prepObject: oneOf('internet station channel broadcaster network programme program site website newspaper'),
    political: true,
    cameo: '1721',
    slots: { agent: ['subject'], patient: ['on', 'object.on'] },
    trust: 0.65,
  }),
  noun('blackout shutdown outage', {
    with: 'internet network communications media',
    political: true,
    unless: 'storm quake power',
    cameo: '1721',
    trust: 0.6,
  }),
  verb('jam scramble', {
    object: oneOf('signal broadcast frequency transmission radio station'),
    political: true,
    cameo: '1721',
    trust: 0.6,
  }),
  phrase('put', 'down', {
    object: oneOf('uprising revolt rebellion riot mutiny protest insurrection unrest'),
    political: true,
    cameo: '175',
    slots: DONE_TO,
    trust: 0.75,
  }),
  verb('remove sack oust unseat', {
    object: oneOf('judge magistrate mayor ombudsman rector editor justice'),
    subject: oneOf('government regime junta president minister parliament ministry party ruler king military governor'),
    political: true,
    cameo: '172',
    slots: DONE_TO,
    trust: 0.55,
  }),
  verb('remove', {
    object: people,
    prep: 'from',
    prepObject: oneOf('bench ballot'),
    voice: 'passive',
    political: true,
    unless: 'vote voter election',
    cameo: '172',
    slots: DONE_TO,
    trust: 0.5,
  }),
  verb('extend prolong renew', {
    object: oneOf('curfew emergency exception lockdown'),
    political: true,
    cameo: '1723',
    trust: 0.7,
  }),
  noun('persecution', {
    of: people,
    needsOf: true,
    political: true,
    cameo: '175',
    trust: 0.6,
  }),
  phrase('turn', 'upside', {
    object: union(sites, oneOf('place cell room')),
    political: true,
    cameo: '170',
    slots: DONE_TO,
    trust: 0.55,
  }),
  phrase('tear pull rip', 'down', {
    object: oneOf('tent camp encampment banner poster shack settlement shanty'),
    subject: enforcers,
    political: true,
    cameo: '175',
    slots: DONE_TO,
    trust: 0.65,
  }),
  verb('padlock', { object: anything, political: true, slots: CLOSED, cameo: '1721', trust: 0.65 }),
  verb('freeze', {
    object: oneOf('account'),
    subject: union(enforcers, oneOf('court regime junta prosecutor')),
    political: true,
    slots: TAKEN,
    cameo: '1711',
    trust: 0.55,
  }),
]
