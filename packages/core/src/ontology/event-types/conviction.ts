import { ACTORS, MATTERS } from '../accepts.ts'
import { benches, courts, people, prosecutors, terms } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { lightVerb, noun, oneOf, phrase, type Slots, union, verb } from '../patterns.ts'

/** What is said and given where a case ends. */
const RULINGS = oneOf('sentence conviction verdict term')
/** Whose they are. */
const WHOSE: Slots = {
  agent: ['subject'],
  patient: [
    'object.poss',
    'object.of',
    'object.against',
    'object.on',
    'object.for.person',
    'object.for.poss',
    'against',
    'for.person',
  ],
  theme: ['object.for.inanimate', 'for.inanimate', 'over'],
}
/** Years that somebody gets otherwise than from a court. */
const OTHER_YEARS =
  'contract deal visa permit mandate warranty experience deadline grace scholarship notice leave office lease extension'

/** Conviction or sentence. */
export const conviction = defineEventType({
  name: 'conviction',
  family: 'custody',
  label: 'Conviction or sentence',
  gloss: 'A court finds somebody guilty or sets a punishment.',
  roles: { agent: ACTORS, patient: ACTORS, theme: MATTERS },
  plover: ['SANCTION', 'convict'],
  cameo: ['116'],
  temper: 'hostile',
  verb: { agent: ['subject'], patient: ['object'], theme: ['of', 'for', 'over', 'on', 'under', 'to'] },
  noun: { agent: ['by', 'poss.doer'], patient: ['of', 'poss', 'subject', 'against', 'on'], theme: ['for', 'on'] },
  triggers: [
    verb('rule', { prep: 'against', subject: courts, slots: { agent: ['subject'], patient: ['against'] }, trust: 0.6 }),
    verb('convict', { trust: 0.95 }),
    verb('sentence', { trust: 0.95 }),
    phrase('find', 'guilty liable', { trust: 0.9 }),
    phrase('plead', 'guilty contest', { slots: { patient: ['subject'], theme: ['to'] }, trust: 0.6 }),
    verb('condemn', {
      object: people,
      prep: 'to',
      prepObject: oneOf('death prison year jail life imprisonment'),
      trust: 0.85,
    }),
    verb('fine', {
      object: union(people, oneOf('company firm bank giant group', ['organization'])),
      political: true,
      trust: 0.7,
    }),
    verb('jail imprison', { prep: 'for', prepObject: oneOf('year month week life day term decade'), trust: 0.9 }),
    verb('jail imprison', { subject: courts, trust: 0.9 }),
    // "jailed for sedition": a court has spoken; "jailed over a post" may be police alone.
    verb('jail imprison', {
      object: people,
      voice: 'passive',
      prep: 'for',
      slots: { agent: ['subject'], patient: ['object'], theme: ['for'] },
      trust: 0.65,
    }),
    verb('send', {
      object: people,
      subject: benches,
      prep: 'to',
      prepObject: oneOf('prison jail penitentiary gallows colony'),
      slots: { agent: ['subject'], patient: ['object'], theme: ['for', 'over'] },
      trust: 0.85,
    }),
    phrase('put send', 'away down', { object: people, prep: 'for', prepObject: oneOf('year month life'), trust: 0.7 }),
    verb('receive get', {
      object: oneOf('sentence term'),
      unless: 'second third fourth president prime office mandate voter election',
      slots: { patient: ['subject'], theme: ['for'] },
      trust: 0.6,
    }),
    // "gave him ten years", "handed her a five-year term"
    verb('give hand award deal', {
      subject: benches,
      bare: terms,
      noClause: true,
      slots: { agent: ['subject'], patient: ['recipient', 'object'], theme: ['for', 'over'] },
      trust: 0.8,
    }),
    verb('give hand', {
      object: people,
      voice: 'passive',
      bare: terms,
      noClause: true,
      unless: OTHER_YEARS,
      slots: { agent: ['subject'], patient: ['recipient', 'object'], theme: ['for', 'over'] },
      trust: 0.6,
    }),
    verb('give hand', {
      voice: 'passive',
      bare: oneOf('sentence probation'),
      unless: OTHER_YEARS,
      slots: { agent: ['subject'], patient: ['recipient', 'object'], theme: ['for', 'over'] },
      trust: 0.7,
    }),
    verb('get receive', {
      subject: people,
      object: oneOf('year month life decade probation'),
      unless: OTHER_YEARS,
      noClause: true,
      slots: { patient: ['subject'], theme: ['for', 'object.for', 'over'] },
      trust: 0.55,
    }),
    verb('uphold confirm affirm reinstate', {
      object: union(RULINGS, oneOf('year')),
      subject: benches,
      slots: WHOSE,
      trust: 0.85,
    }),
    verb('increase raise extend lengthen double stiffen', {
      object: oneOf('sentence'),
      subject: benches,
      slots: WHOSE,
      trust: 0.7,
    }),
    verb('return deliver announce read issue reach pronounce hand', {
      object: oneOf('verdict'),
      notSubject: oneOf('voter electorate people public history'),
      political: true,
      slots: WHOSE,
      trust: 0.55,
    }),
    verb('impose slap', { object: oneOf('term fine penalty sentence'), subject: benches, slots: WHOSE, trust: 0.75 }),
    verb('fine', {
      subject: benches,
      slots: { agent: ['subject'], patient: ['recipient', 'object.person', 'object'], theme: ['for', 'over'] },
      trust: 0.85,
    }),
    verb('fine', {
      object: people,
      voice: 'passive',
      prep: 'for over',
      unless: 'league club coach referee player fifa uefa',
      trust: 0.55,
    }),
    verb('order', {
      object: union(people, oneOf('company firm newspaper publisher', ['organization', 'outlet'])),
      subject: benches,
      clauseWords: 'pay compensate',
      trust: 0.65,
    }),
    lightVerb('enter cop take', 'plea', {
      unless: 'bargain',
      slots: { patient: ['subject'], theme: ['to'] },
      trust: 0.6,
    }),
    noun('verdict', {
      prep: 'against on',
      prepObject: people,
      slots: { agent: ['by', 'of', 'poss'], patient: ['against', 'on'], theme: ['for'] },
      trust: 0.65,
    }),
    noun('sentencing', { of: people, needsOf: true, trust: 0.75 }),
    noun('sentencing', { prep: 'for', prepObject: people, slots: { patient: ['for'] }, trust: 0.65 }),
    // What prosecutors ask for.
    noun('year life month penalty term sentence imprisonment', {
      governed: true,
      seeker: prosecutors,
      notOf: oneOf('custody detention arrest office'),
      slots: { patient: ['for.person', 'against'], theme: ['for.inanimate'] },
      trust: 0.65,
    }),
    noun('conviction', { notOf: oneOf('belief'), unless: 'believe faith courage', political: true, trust: 0.6 }),
    noun('sentence', { needsLight: true, lights: 'hand impose pass receive uphold get give face', trust: 0.8 }),
  ],
  merge: { within: 2, mustShare: ['patient'] },
})
