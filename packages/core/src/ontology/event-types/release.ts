import { ACTORS, PEOPLE, PLACES } from '../accepts.ts'
import { captives, namedPrisons, people, police, reports } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { adjective, anything, lightVerb, noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** What people come out of. */
const jails = union(oneOf('prison jail custody detention captivity dungeon penitentiary remand colony'), namedPrisons)
const HELD = union(captives, oneOf('crew sailor fisherman engineer aid-worker'))

/** Release. */
export const release = defineEventType({
  name: 'release',
  family: 'custody',
  label: 'Release',
  gloss: 'Somebody held is let go.',
  roles: { agent: ACTORS, patient: PEOPLE, intermediary: ACTORS, beneficiary: ACTORS, 'place-to': PLACES },
  plover: ['RETREAT', 'release'],
  cameo: ['0841'],
  temper: 'cooperative',
  theme: 'yield-release',
  verb: { agent: ['subject'], patient: ['object'], 'place-to': ['to*', 'into*'], beneficiary: ['to'] },
  noun: { agent: ['by', 'subject', 'poss.doer'], patient: ['of', 'poss', 'receiver'], 'place-to': ['to*', 'into*'] },
  triggers: [
    verb('release', { object: people, notObject: reports, trust: 0.9 }),
    verb('free liberate', { object: people, trust: 0.9 }),
    phrase('set', 'free', { trust: 0.9 }),
    phrase('let', 'go free', { object: people, trust: 0.75 }),
    phrase('walk go', 'free', { slots: { patient: ['subject'], 'place-to': ['to*'] }, trust: 0.85 }),
    phrase('hand turn give', 'over back', { object: captives, trust: 0.8 }),
    phrase('hand', 'over', {
      object: oneOf('soldier sailor serviceman crew body remains pilot'),
      political: true,
      trust: 0.65,
    }),
    phrase('hand', 'over', {
      object: people,
      subject: oneOf(
        'rebel militia captor kidnapper abductor gunman militant guerrilla insurgent jihadist government side',
        ['state'],
      ),
      political: true,
      trust: 0.65,
    }),
    verb('return repatriate deliver', { object: captives, trust: 0.7 }),
    // "Norland had returned eight Ardans": what states do with people who are not theirs.
    verb('return repatriate', {
      object: oneOf('national', ['group']),
      subject: oneOf('side government', ['state']),
      trust: 0.6,
    }),
    phrase('let', 'out', { object: people, prep: 'of', prepObject: jails, trust: 0.85 }),
    phrase('walk stroll step get come', 'out', {
      subject: people,
      notSubject: oneOf('lawyer visitor warden guard'),
      prep: 'of',
      prepObject: jails,
      slots: { patient: ['subject'] },
      trust: 0.85,
    }),
    verb('leave', {
      subject: union(people, oneOf('bus')),
      notSubject: oneOf('lawyer visitor warden guard official delegation'),
      object: union(jails, oneOf('arrest')),
      slots: { patient: ['with.person', 'subject'], 'place-to': ['for*'] },
      trust: 0.8,
    }),
    phrase('let', 'out', { object: people, subject: police, trust: 0.7 }),
    phrase('let', 'out', { object: people, voice: 'passive', trust: 0.6 }),
    phrase('let', 'off', { object: people, voice: 'passive', political: true, trust: 0.6 }),
    phrase('let', 'out', {
      object: oneOf(
        'prisoner detainee activist journalist poet dissident student critic inmate protester blogger cousin brother sister son daughter',
      ),
      subject: oneOf('they', ['state']),
      trust: 0.6,
    }),
    lightVerb('grant give award allow', 'bail parole', {
      slots: { agent: ['subject'], patient: ['recipient', 'to', 'object.to', 'object.for', 'for'] },
      trust: 0.85,
    }),
    lightVerb('get win make receive secure obtain', 'bail parole', {
      slots: { patient: ['subject'] },
      trust: 0.8,
    }),
    lightVerb('grant get win receive', 'release', {
      unless: 'film album press',
      slots: { agent: ['subject'], patient: ['recipient', 'to', 'object.to'] },
      trust: 0.75,
    }),
    lightVerb('regain win gain', 'freedom liberty', {
      subject: people,
      unless: 'independence country nation people',
      slots: { patient: ['subject'] },
      trust: 0.65,
    }),
    noun('bail parole', {
      governed: true,
      unless: 'set on',
      slots: { agent: ['subject'], patient: ['for', 'to', 'recipient', 'poss', 'mod.person'] },
      trust: 0.65,
    }),
    noun('bail parole', { statal: true, slots: { patient: ['subject'] }, trust: 0.75 }),
    adjective('out', {
      subject: people,
      prep: 'on',
      prepObject: oneOf('bail parole bond'),
      slots: { patient: ['subject'] },
      trust: 0.8,
    }),
    adjective('out', { subject: captives, slots: { patient: ['subject'] }, trust: 0.6 }),
    verb('hand', {
      object: captives,
      prep: 'to',
      slots: { agent: ['subject'], patient: ['object'], intermediary: ['to'] },
      trust: 0.75,
    }),
    verb('hand', {
      object: people,
      prep: 'to',
      prepObject: oneOf('cross icrc crescent'),
      slots: { agent: ['subject'], patient: ['object'], intermediary: ['to'] },
      trust: 0.8,
    }),
    phrase('bring', 'home', { object: HELD, trust: 0.7 }),
    phrase('come return arrive', 'home', {
      subject: captives,
      slots: { patient: ['subject'] },
      trust: 0.7,
    }),
    phrase('send', 'home', { object: captives, trust: 0.7 }),
    noun('freedom', {
      of: people,
      needsOf: true,
      governed: true,
      notOf: oneOf('people journalist citizen press'),
      trust: 0.65,
    }),
    noun('return', {
      prep: 'of',
      prepObject: people,
      seeker: anything,
      governed: true,
      unless: 'power office land refugee migrant throne school work',
      trust: 0.6,
    }),
    noun('return handover hand-over', { of: captives, needsOf: true, trust: 0.65 }),
    verb('bail parole', { object: people, voice: 'passive', trust: 0.75 }),
    noun('release', { of: people, notOf: union(reports, oneOf('press news media date album day')), trust: 0.8 }),
    noun('freeing liberation repatriation', { of: union(captives, people), needsOf: true, trust: 0.7 }),
    adjective('free', {
      subject: people,
      slots: { patient: ['subject'] },
      unless: 'trade fair press election charge ticket',
      noClause: true,
      trust: 0.4,
    }),
  ],
  merge: { within: 2, mustShare: ['patient'] },
})
