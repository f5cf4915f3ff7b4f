import { ACTORS, MATTERS, PARTIES } from '../accepts.ts'
import { lands, leaders, officials, SIGHTS } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { lightVerb, noun, phrase, verb } from '../patterns.ts'

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
    verb('visit', { political: true, notObject: SIGHTS, trust: 0.85 }),
    verb('tour', { political: true, trust: 0.6 }),
    verb('travel fly head journey return', {
      political: true,
      prep: 'to',
      prepObject: lands,
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
