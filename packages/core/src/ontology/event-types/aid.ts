import { ACTORS, MATTERS, PARTIES } from '../accepts.ts'
import { aidGoods, people, troops } from '../classes.ts'
import { defineEventType, finer } from '../event-type.ts'
import { anything, noun, oneOf, union, verb } from '../patterns.ts'

/** Aid given. */
export const aid = defineEventType({
  name: 'aid',
  family: 'relations',
  label: 'Aid given',
  gloss: 'Somebody gives money, goods, arms or peacekeepers, or helps.',
  roles: { agent: ACTORS, patient: PARTIES, theme: MATTERS },
  plover: ['AID', null],
  cameo: ['070'],
  temper: 'cooperative',
  theme: 'aid',
  threat: '1311',
  verb: {
    agent: ['subject'],
    patient: [
      'recipient',
      'to',
      'for',
      'object.to',
      'object.for',
      'object.in*',
      'in*',
      'into*',
      'on',
      'with',
      'toward',
      'towards',
      'object.person',
    ],
    theme: ['object.inanimate'],
  },
  noun: { agent: ['by', 'from', 'poss', 'subject', 'of'], patient: ['to', 'for', 'in*'], theme: ['of'] },
  triggers: [
    verb(
      'give provide send deliver supply grant lend contribute ship allocate award extend distribute channel transfer offer commit loan',
      { object: aidGoods, political: true, trust: 0.75 },
    ),
    verb('donate', { trust: 0.8 }),
    verb('give', { secondObject: aidGoods, political: true, object: anything, trust: 0.6 }),
    verb('deploy send dispatch contribute', {
      object: oneOf(
        'peacekeeper observer monitor doctor medic rescuer troop soldier team personnel platoon contingent mission battalion',
      ),
      with: 'peacekeeping peace-keeping humanitarian peacekeeper observer medical relief UN',
      cameo: '074',
      trust: 0.75,
    }),
    verb('deploy send dispatch', {
      object: oneOf('peacekeeper observer monitor doctor medic rescuer'),
      cameo: '074',
      trust: 0.75,
    }),
    verb('help assist aid', {
      object: union(
        people,
        oneOf('government army force military authority victim refugee', ['state', 'organization']),
      ),
      political: true,
      slots: { agent: ['subject'], patient: ['object'], theme: ['with', 'clause'] },
      trust: 0.5,
    }),
    verb('fund finance bankroll subsidize', {
      political: true,
      slots: { agent: ['subject'], patient: ['object'] },
      trust: 0.55,
    }),
    verb('airlift', { object: aidGoods, trust: 0.8 }),
    verb('train equip arm', {
      object: troops,
      political: true,
      cameo: '072',
      slots: { agent: ['subject'], patient: ['object'] },
      trust: 0.6,
    }),
    noun('donation', { political: true, trust: 0.6 }),
    noun('provision delivery', { of: aidGoods, needsOf: true, political: true, trust: 0.6 }),
    noun('aid assistance help', { prep: 'to for', political: true, needsLight: true, trust: 0.6 }),
  ],
  finer: [
    finer('military arms weapon weaponry missile tank ammunition warplane jet regiment', { cameo: '072' }),
    finer('humanitarian food medicine medical relief vaccine rice shelter emergency blanket tent', { cameo: '073' }),
    finer('peacekeeping peacekeeper protection', { cameo: '074' }),
    finer('loan economic financial million billion dollar euro money fund grant credit', { cameo: '071' }),
  ],
  merge: { within: 7, mustShare: ['agent', 'patient'] },
})
