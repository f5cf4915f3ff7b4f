import { ACTORS, MATTERS, PARTIES } from '../accepts.ts'
import { sanctions } from '../classes.ts'
import { defineEventType, finer } from '../event-type.ts'
import { noun, oneOf, phrase, verb } from '../patterns.ts'

/** Sanctions imposed. */
export const sanctionsImposed = defineEventType({
  name: 'sanctions-imposed',
  family: 'relations',
  label: 'Sanctions imposed',
  gloss: 'A side imposes sanctions or an embargo, or stops aid.',
  roles: { agent: ACTORS, patient: PARTIES, theme: MATTERS },
  plover: ['SANCTION', 'discontinue'],
  cameo: ['163'],
  temper: 'hostile',
  threat: '1312',
  verb: {
    agent: ['subject'],
    patient: [
      'on',
      'against',
      'upon',
      'object.on',
      'object.against',
      'object.to',
      'to',
      'object.for',
      'for',
      'in*',
      'with',
      'object.of',
      'object.in*',
      'object.mod*',
    ],
    theme: ['object'],
  },
  noun: { agent: ['by', 'poss', 'subject', 'of', 'mod*'], patient: ['on', 'against', 'for', 'to'], theme: [] },
  triggers: [
    verb('end withdraw', { object: oneOf('aid assistance funding'), political: true, cameo: '162', trust: 0.7 }),
    verb('restrict curb limit', {
      object: oneOf('import export trade sale investment travel'),
      political: true,
      trust: 0.6,
    }),
    verb('penalize penalise', { political: true, slots: { agent: ['subject'], patient: ['object'] }, trust: 0.6 }),
    verb(
      'impose slap place introduce renew prolong order extend tighten levy reimpose re-impose expand enact clamp widen toughen announce',
      { object: oneOf('sanction embargo boycott tariff'), trust: 0.9 },
    ),
    verb('impose introduce adopt take announce', {
      object: oneOf('measure restriction countermeasure'),
      prep: 'on against object.on object.against',
      prepObject: oneOf('government regime company bank economy', ['state', 'organization', 'place']),
      political: true,
      trust: 0.6,
    }),
    verb('sanction blacklist', { political: true, slots: { agent: ['subject'], patient: ['object'] }, trust: 0.8 }),
    verb('embargo boycott', { political: true, slots: { agent: ['subject'], patient: ['object'] }, trust: 0.75 }),
    verb('freeze', { object: oneOf('asset account fund property'), trust: 0.85 }),
    verb('reduce slash suspend halt cut stop withhold freeze terminate discontinue', {
      object: oneOf('aid assistance funding donation loan supply sale shipment export import payment food trade'),
      political: true,
      cameo: '162',
      trust: 0.85,
    }),
    phrase('cut', 'off', {
      object: oneOf('aid assistance funding loan supply sale shipment trade electricity water'),
      political: true,
      cameo: '162',
      trust: 0.85,
    }),
    verb('ban bar prohibit', {
      object: oneOf('import export trade sale product flight airline ship shipment investment'),
      political: true,
      trust: 0.65,
    }),
    noun('suspension halt cutoff freeze', {
      of: oneOf('aid assistance funding loan sale shipment supply'),
      needsOf: true,
      slots: { agent: ['by', 'subject', 'poss'], patient: ['to', 'of.to', 'of.for'] },
      cameo: '162',
      trust: 0.8,
    }),
    noun('imposition reimposition', { of: sanctions, needsOf: true, trust: 0.75 }),
    noun('sanction embargo', { governed: true, political: true, plural: true, trust: 0.55 }),
  ],
  finer: [
    finer('military arms weapon', { cameo: '1622' }),
    finer('humanitarian food', { cameo: '1623' }),
    finer('economic loan financial', { cameo: '1621' }),
  ],
  merge: { within: 7, mustShare: ['agent', 'patient'] },
})
