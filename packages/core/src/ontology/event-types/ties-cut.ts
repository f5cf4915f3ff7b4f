import { ACTORS } from '../accepts.ts'
import { agreements, ties } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { lightVerb, noun, oneOf, phrase, verb } from '../patterns.ts'

/** Ties cut or embassy closed. */
export const tiesCut = defineEventType({
  name: 'ties-cut',
  family: 'relations',
  label: 'Ties cut or embassy closed',
  gloss: 'A side breaks, suspends or lowers relations.',
  roles: { agent: ACTORS, counterpart: ACTORS },
  plover: ['SANCTION', 'withdraw'],
  cameo: ['161'],
  temper: 'hostile',
  threat: '1313',
  verb: {
    agent: ['subject'],
    counterpart: ['with', 'object.with', 'object.to', 'to', 'in*', 'object.in', 'object.between'],
  },
  noun: { agent: ['by', 'poss', 'subject'], counterpart: ['with', 'of.with', 'of.to'] },
  triggers: [
    verb('leave quit exit abandon', {
      object: oneOf('bloc alliance union commonwealth convention court treaty', ['organization']),
      subject: oneOf('country government republic', ['state']),
      cameo: '160',
      slots: { agent: ['subject'], counterpart: ['object'] },
      trust: 0.65,
    }),
    verb('withdraw pull', {
      prep: 'from',
      prepObject: oneOf('body convention court bloc organisation organization union council commission agency treaty', [
        'organization',
      ]),
      subject: oneOf('country government republic', ['state']),
      cameo: '160',
      slots: { agent: ['subject'], counterpart: ['from'] },
      trust: 0.7,
    }),
    phrase('pull', 'out', { prep: 'of from', prepObject: agreements, political: true, cameo: '160', trust: 0.7 }),
    verb('withdraw', {
      prep: 'from',
      prepObject: agreements,
      political: true,
      cameo: '160',
      slots: { agent: ['subject'], counterpart: ['from.with', 'with'] },
      trust: 0.65,
    }),
    verb('quit exit abandon scrap terminate cancel suspend freeze', {
      object: oneOf(
        'cooperation membership participation part role treaty accord agreement deal pact contact exchange flight visa contract',
      ),
      // An airline that stops flying cuts no ties of its state.
      notSubject: oneOf('airline airlines airways carrier operator company firm airport railway shipper', []),
      political: true,
      cameo: '160',
      trust: 0.6,
    }),
    verb('cut sever break suspend freeze end downgrade rupture reduce', {
      object: ties,
      notObject: oneOf('border airspace bond'),
      political: true,
      trust: 0.85,
    }),
    phrase('break cut', 'off', { object: oneOf('tie relation relations relationship contact link'), trust: 0.9 }),
    verb('close shut shutter', { object: oneOf('embassy consulate mission'), trust: 0.85 }),
    verb('withdraw', { object: oneOf('recognition'), trust: 0.7 }),
    noun('suspension severance severing rupture', { of: ties, needsOf: true, trust: 0.75, cameo: '160' }),
    verb('break', {
      prep: 'with',
      prepObject: oneOf('government', ['state']),
      subject: oneOf('government junta', ['state']),
      noClause: true,
      slots: { agent: ['subject'], counterpart: ['with'] },
      trust: 0.6,
    }),
    phrase('tear rip', 'up', { object: agreements, political: true, cameo: '160', trust: 0.7 }),
    verb('end annul renounce abrogate ditch suspend freeze', {
      object: oneOf('treaty accord pact partnership'),
      subject: oneOf('government junta country parliament president', ['state']),
      political: true,
      cameo: '160',
      trust: 0.65,
    }),
    lightVerb('pull', 'plug', {
      prep: 'on object.on',
      prepObject: agreements,
      political: true,
      cameo: '160',
      trust: 0.65,
    }),
    verb('sever cut rupture downgrade suspend', {
      object: oneOf('relation relations tie ties'),
      objectMod: 'diplomatic consular',
      trust: 0.8,
    }),
  ],
  merge: { within: 7, mustShare: ['agent', 'counterpart'] },
})
