import { ACTORS, MATTERS, PARTIES } from '../accepts.ts'
import { lands, leaders, officials, SIGHTS } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { adjective, lightVerb, noun, oneOf, phrase, union, verb } from '../patterns.ts'

const DESTINATIONS = union(lands, oneOf('region border province camp headquarters island'))
/** Whose coming is a visit without a word of where to. */
const TRAVELLERS = oneOf(
  'delegation envoy president minister premier chancellor mediator negotiator diplomat ambassador commissioner secretary-general emissary inspector observer motorcade',
)

/** Visit. */
export const visit = defineEventType({
  name: 'visit',
  family: 'engagement',
  label: 'Visit',
  gloss: 'Somebody travels to a host.',
  roles: { agent: ACTORS, host: PARTIES, theme: MATTERS },
  plover: ['CONSULT', 'visit'],
  cameo: ['042', '043'],
  temper: 'cooperative',
  theme: 'meet',
  verb: { agent: ['subject'], host: ['object', 'to*', 'in*', 'at*', 'for*'] },
  noun: { agent: ['poss', 'by', 'subject', 'of'], host: ['to*', 'in*', 'with', 'mod*', 'of*'] },
  triggers: [
    verb('leave depart', {
      political: true,
      prep: 'for',
      prepObject: DESTINATIONS,
      subject: officials,
      slots: { agent: ['subject'], host: ['for*', 'for'] },
      trust: 0.65,
    }),
    adjective('due', {
      prep: 'in at',
      prepObject: DESTINATIONS,
      subject: officials,
      political: true,
      slots: { agent: ['subject'], host: ['in*', 'at*', 'in'], theme: ['for'] },
      trust: 0.7,
    }),
    verb('expect', {
      voice: 'passive',
      object: officials,
      prep: 'in at',
      prepObject: DESTINATIONS,
      political: true,
      slots: { agent: ['object'], host: ['in*', 'at*', 'in'], theme: ['for'] },
      trust: 0.7,
    }),
    verb('arrive', { political: true, subject: TRAVELLERS, trust: 0.55 }),
    verb('come go', { political: true, prep: 'to', prepObject: lands, subject: TRAVELLERS, trust: 0.55 }),
    phrase('touch', 'down', { political: true, prep: 'in at', prepObject: lands, subject: officials, trust: 0.65 }),
    verb('inspect', {
      subject: leaders,
      object: oneOf(
        'work project site construction troop front frontline unit plant factory farm province region area camp line',
      ),
      political: true,
      slots: { agent: ['subject'], host: ['object.in*', 'in*', 'object'] },
      trust: 0.6,
    }),
    verb('visit', { political: true, notObject: SIGHTS, trust: 0.85 }),
    verb('tour', { political: true, trust: 0.6 }),
    verb('travel fly head journey return', {
      political: true,
      prep: 'to',
      prepObject: DESTINATIONS,
      subject: officials,
      trust: 0.65,
    }),
    verb('arrive land', { political: true, prep: 'in at', prepObject: lands, subject: officials, trust: 0.7 }),
    phrase('lead', 'delegation', {
      political: true,
      prep: 'to',
      prepObject: lands,
      slots: { agent: ['subject'], host: ['to*', 'object.to*'] },
      trust: 0.6,
    }),
    verb('host', {
      object: officials,
      political: true,
      slots: { agent: ['object'], host: ['subject'] },
      cameo: '043',
      trust: 0.65,
    }),
    verb('welcome receive', {
      object: leaders,
      political: true,
      slots: { agent: ['object'], host: ['subject'] },
      cameo: '043',
      trust: 0.6,
    }),
    lightVerb('give extend', 'welcome', {
      prep: 'to',
      political: true,
      slots: { agent: ['to'], host: ['subject'] },
      cameo: '043',
      trust: 0.7,
    }),
    noun('visit trip stopover', { political: true, trust: 0.85 }),
    noun('tour', { political: true, prep: 'of to in', prepObject: lands, trust: 0.6 }),
  ],
  merge: { within: 3, mustShare: ['agent', 'host'], family: 'contact' },
})
