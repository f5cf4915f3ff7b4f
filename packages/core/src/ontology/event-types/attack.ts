import { ACTORS, PARTIES } from '../accepts.ts'
import { lands, NATURE, people, politicalWords, troops } from '../classes.ts'
import { defineEventType, finer } from '../event-type.ts'
import { anything, lightVerb, noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Attack or fighting. */
export const attack = defineEventType({
  name: 'attack',
  family: 'force',
  label: 'Attack or fighting',
  gloss: 'Somebody uses armed or physical force.',
  roles: { agent: ACTORS, patient: PARTIES },
  plover: ['ASSAULT', null],
  cameo: ['180', '190'],
  temper: 'hostile',
  threat: '138',
  verb: { agent: ['subject'], patient: ['object', 'on', 'at', 'against', 'with', 'into', 'in*'] },
  noun: {
    agent: ['by', 'poss', 'subject', 'from', 'mod*', 'between'],
    patient: ['on', 'against', 'of', 'at', 'with', 'in*'],
  },
  triggers: [
    verb('attack', { political: true, trust: 0.75, unless: 'goal match heart game' }),
    verb('assault ambush bombard', { political: true, trust: 0.8 }),
    verb('bomb shell strafe', { political: true, trust: 0.85 }),
    verb('storm raid', { political: true, unless: 'offstage', trust: 0.65 }),
    verb('strike hit target', {
      object: union(
        politicalWords,
        oneOf(
          'base building headquarters village town city convoy camp position hospital school airport facility depot target house mosque market vehicle',
          ['place'],
        ),
      ),
      subject: union(
        troops,
        oneOf('airstrike strike missile rocket drone warplane shell israel suicide bomber militant gunman', ['state']),
      ),
      trust: 0.65,
    }),
    verb('kill murder assassinate massacre slay slaughter behead', {
      political: true,
      notSubject: NATURE,
      notObject: oneOf('bill'),
      trust: 0.75,
    }),
    verb('execute', { object: people, trust: 0.75 }),
    verb('shoot gun', { object: people, political: true, unless: 'film movie goal video', trust: 0.75 }),
    phrase('shoot gun bring', 'down dead', { political: true, trust: 0.75 }),
    verb('fire', { prep: 'on at into upon against', political: true, trust: 0.8, cameo: '190' }),
    verb('fire launch lob hurl', {
      object: oneOf('rocket missile shell mortar shot round grenade bullet torpedo artillery tear rubber gas'),
      political: true,
      cameo: '190',
      trust: 0.8,
    }),
    lightVerb('open exchange', 'fire', { cameo: '190', trust: 0.9 }),
    verb('wound injure', { object: people, political: true, unless: 'crash accident match game quake', trust: 0.55 }),
    verb('beat torture rape stab lynch', {
      object: people,
      political: true,
      unless: 'match game final set round win',
      trust: 0.65,
      cameo: '182',
    }),
    verb('invade occupy', { political: true, trust: 0.75, cameo: '192' }),
    verb('capture seize recapture retake overrun', {
      object: union(
        lands,
        oneOf(
          'town city village base bridge airport territory position building area district mosque station headquarters capital province post border oilfield hill',
        ),
      ),
      political: true,
      cameo: '192',
      trust: 0.75,
    }),
    phrase('take', 'over', {
      object: union(lands, oneOf('town city village base airport territory building area district station')),
      political: true,
      cameo: '192',
      trust: 0.65,
    }),
    verb('besiege blockade', { political: true, cameo: '191', trust: 0.75 }),
    verb('impose maintain tighten', { object: oneOf('blockade siege'), political: true, cameo: '191', trust: 0.8 }),
    verb('destroy blow torch detonate explode', { political: true, object: anything, notSubject: NATURE, trust: 0.55 }),
    phrase('blow', 'up', { political: true, trust: 0.75 }),
    verb('fight battle clash', {
      political: true,
      unless: 'cancer disease virus fire match game poverty climate',
      prep: 'with against',
      trust: 0.65,
    }),
    verb('fight battle', { object: union(troops, politicalWords), political: true, trust: 0.55 }),
    verb('violate breach break', {
      object: oneOf('ceasefire cease-fire truce'),
      cameo: '196',
      trust: 0.85,
      slots: { agent: ['subject'], patient: ['with', 'in*', 'along', 'against'] },
    }),
    noun('attack assault airstrike air-strike raid bombing shelling bombardment offensive ambush onslaught', {
      political: true,
      unless: 'heart panic goal',
      trust: 0.65,
    }),
    noun('strike', { with: 'air drone missile military retaliatory precision', trust: 0.8, cameo: '195' }),
    noun('assassination massacre', { trust: 0.75 }),
    noun('killing murder execution', { of: people, needsOf: true, political: true, trust: 0.65 }),
    noun('invasion occupation', { political: true, trust: 0.6, cameo: '192' }),
    noun('blockade', { political: true, needsLight: true, trust: 0.6, cameo: '191' }),
    noun('clash fighting gunfight shootout firefight', { political: true, cameo: '190', trust: 0.6 }),
  ],
  finer: [
    finer('assassinate assassination', { cameo: '186', mode: 'assassinate' }),
    finer('suicide', { cameo: '183', mode: 'suicide-attack' }),
    finer('airstrike air-strike warplane drone aerial jet', { cameo: '195', mode: 'heavy-weapons' }),
    finer('shell shelling artillery tank mortar rocket missile', { cameo: '194', mode: 'heavy-weapons' }),
    finer('bomb bombing explosion explosive blast grenade', { cameo: '183', mode: 'explosives' }),
    finer('torture', { cameo: '1822', mode: 'torture' }),
    finer('rape', { cameo: '1821', mode: 'sexual' }),
    finer('beat stab punch', { cameo: '182', mode: 'beat' }),
    finer('shoot gunman gun rifle gunfire fire', { cameo: '193', mode: 'firearms' }),
    finer('invade occupy invasion', { cameo: '192' }),
    finer('chemical', { cameo: '2041', mode: 'unconventional' }),
  ],
  merge: { within: 2, mustShare: ['agent', 'patient'] },
})
