import { ACTORS, PLACES } from '../accepts.ts'
import { agreements, lands, politicalWords, talksNouns, troops } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { anything, noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Withdrawal of forces or demobilisation. */
export const withdrawal = defineEventType({
  name: 'withdrawal',
  family: 'force',
  label: 'Withdrawal of forces or demobilisation',
  gloss: 'Forces leave, disarm or surrender.',
  roles: { agent: ACTORS, 'place-from': PLACES },
  plover: ['RETREAT', 'withdraw'],
  cameo: ['087'],
  temper: 'cooperative',
  theme: 'yield-force',
  verb: { agent: ['subject'], 'place-from': ['from*', 'from', 'object.from*', 'object.in*', 'in*'] },
  noun: { agent: ['by', 'poss', 'subject', 'of'], 'place-from': ['from*', 'from', 'of.from*'] },
  triggers: [
    verb('dismantle scrap destroy freeze halt suspend', {
      object: oneOf('weapon nuclear program programme enrichment stockpile missile arsenal reactor centrifuge'),
      political: true,
      cameo: '0873',
      trust: 0.65,
    }),
    verb('abandon cede vacate', {
      object: union(lands, oneOf('position base post town territory stronghold checkpoint')),
      political: true,
      cameo: '0874',
      trust: 0.65,
    }),
    verb('leave', {
      subject: troops,
      object: union(lands, oneOf('enclave town village base area province island strip valley')),
      cameo: '0874',
      slots: { agent: ['subject'], 'place-from': ['object'] },
      trust: 0.7,
    }),
    verb('withdraw pull remove evacuate redeploy', { object: troops, trust: 0.85, cameo: '0874' }),
    verb('withdraw retreat', {
      subject: union(troops, politicalWords),
      prep: 'from',
      notObject: anything,
      notPrepObject: union(agreements, talksNouns, oneOf('race election treaty competition tournament')),
      trust: 0.75,
      cameo: '0874',
    }),
    phrase('pull', 'out back', {
      political: true,
      notObject: anything,
      notPrepObject: union(agreements, talksNouns, oneOf('race election competition tournament')),
      trust: 0.7,
      cameo: '0874',
    }),
    verb('lift end ease loosen', {
      object: oneOf('siege encirclement'),
      political: true,
      cameo: '0872',
      slots: { agent: ['subject'], 'place-from': ['object.of*', 'object.on*', 'object.around*', 'object.in*'] },
      trust: 0.9,
    }),
    verb('pull draw', {
      object: troops,
      prep: 'out',
      trust: 0.85,
      cameo: '0874',
      slots: { agent: ['subject'], 'place-from': ['out*', 'out.of*', 'of*'] },
    }),
    phrase('pull fall move draw', 'out back', {
      subject: troops,
      notObject: union(troops, agreements),
      trust: 0.65,
      cameo: '0874',
    }),
    verb('quit exit evacuate', {
      subject: troops,
      object: union(lands, oneOf('enclave town village base area province island strip valley position')),
      cameo: '0874',
      slots: { agent: ['subject'], 'place-from': ['object'] },
      trust: 0.65,
    }),
    phrase('hand turn give', 'over back', {
      object: oneOf('base post outpost garrison airbase barracks'),
      political: true,
      cameo: '0874',
      slots: { agent: ['subject'], 'place-from': ['object', 'object.in*'] },
      trust: 0.65,
    }),
    phrase('hand turn lay give', 'in over down up', {
      object: oneOf('weapon arms arm rifle gun firearm ammunition'),
      political: true,
      cameo: '0873',
      trust: 0.6,
    }),
    verb('surrender', {
      political: true,
      notObject: anything,
      cameo: '0874',
      slots: { agent: ['subject'], 'place-from': [] },
      trust: 0.7,
    }),
    verb('disarm demobilize demobilise disband', {
      voice: 'passive',
      political: true,
      cameo: '0873',
      slots: { agent: ['object'], 'place-from': ['in*'] },
      trust: 0.65,
    }),
    verb('disarm demobilize demobilise disband', { political: true, cameo: '0873', trust: 0.7 }),
    noun('withdrawal pullout pull-out retreat drawdown', {
      political: true,
      of: union(troops, politicalWords),
      trust: 0.7,
      cameo: '0874',
    }),
  ],
  merge: { within: 7, mustShare: ['agent'] },
})
