import { ACTORS, PEOPLE } from '../accepts.ts'
import { benches, courts, people, prosecutors } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { noun, oneOf, phrase, type Slots, union, verb } from '../patterns.ts'

const WHOSE: Slots = {
  agent: ['subject'],
  patient: ['object.against', 'against', 'object.poss', 'object.of.person', 'object.on', 'object.for.person'],
}
const CASES = oneOf('charge case indictment prosecution count')

/** Pardon, amnesty or acquittal. */
export const pardon = defineEventType({
  name: 'pardon',
  family: 'custody',
  label: 'Pardon, amnesty or acquittal',
  gloss: 'A punishment or charge is forgiven or found void.',
  roles: { agent: ACTORS, patient: PEOPLE, beneficiary: ACTORS },
  plover: ['CONCEDE', null],
  cameo: ['0841'],
  temper: 'cooperative',
  theme: 'yield-release',
  verb: { agent: ['subject'], patient: ['object'] },
  noun: {
    agent: ['by', 'subject', 'from', 'poss.doer', 'mod*'],
    patient: ['for', 'to', 'of', 'recipient', 'poss', 'receiver'],
  },
  triggers: [
    verb('pardon', { object: people, notObject: oneOf('I me French pun interruption delay'), trust: 0.9 }),
    verb('amnesty acquit exonerate', { trust: 0.9 }),
    verb('commute remit', { object: oneOf('sentence term punishment'), slots: WHOSE, trust: 0.85 }),
    verb('reduce cut shorten halve lighten', { object: oneOf('sentence punishment'), slots: WHOSE, trust: 0.7 }),
    verb('clear absolve', {
      object: people,
      prep: 'of on',
      prepObject: oneOf(
        'charge wrongdoing accusation murder count fraud corruption treason spying guilt crime allegation blame',
      ),
      trust: 0.85,
    }),
    verb('clear absolve', { object: people, subject: benches, trust: 0.8 }),
    verb('clear', { object: people, voice: 'passive', prep: 'over', noClause: true, trust: 0.65 }),
    phrase('find', 'not-guilty innocent', { trust: 0.9 }),
    phrase('declare rule', 'innocent', { object: people, trust: 0.75 }),
    verb('find', {
      object: oneOf('case'),
      subject: benches,
      clauseWords: 'answer',
      slots: { agent: ['subject'], patient: ['for'] },
      trust: 0.7,
    }),
    verb('overturn quash annul reverse vacate void nullify', {
      object: oneOf('conviction sentence verdict'),
      slots: WHOSE,
      trust: 0.75,
    }),
    phrase('set', 'aside', { object: oneOf('conviction sentence verdict'), slots: WHOSE, trust: 0.75 }),
    verb('drop withdraw', { object: CASES, political: true, slots: WHOSE, trust: 0.8 }),
    verb('drop withdraw dismiss quash', {
      object: CASES,
      subject: union(courts, prosecutors, oneOf('police', ['state'])),
      unless: 'as',
      slots: WHOSE,
      trust: 0.8,
    }),
    verb('drop quash dismiss', { object: CASES, voice: 'passive', unless: 'as', slots: WHOSE, trust: 0.7 }),
    phrase('throw strike', 'out', { object: union(CASES, oneOf('conviction')), slots: WHOSE, trust: 0.75 }),
    noun('pardon amnesty clemency acquittal reprieve', { trust: 0.8 }),
  ],
  merge: { within: 2, mustShare: ['patient'] },
})
