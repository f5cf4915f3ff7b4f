import { ACTORS, MATTERS } from '../accepts.ts'
import { captives, diplomats, leaders, MEASURES, officials, people, talksNouns } from '../classes.ts'
import { defineEventType } from '../event-type.ts'
import { anything, lightVerb, noun, oneOf, phrase, union, verb } from '../patterns.ts'

/** Who is let in to somebody, or lets somebody in, by office. */
const SEEING = union(
  diplomats,
  leaders,
  oneOf('lawyer attorney counsel relative inspector commissioner', ['person', 'state']),
)
/** Bodies that meet as such. */
const BODIES = oneOf(
  'council committee parliament commission assembly cabinet congress senate legislature board panel bloc bureau knesset duma politburo conclave synod',
)

/** Meeting. */
export const meeting = defineEventType({
  name: 'meeting',
  family: 'engagement',
  label: 'Meeting',
  gloss: 'Two sides meet, and the words do not say that they negotiate or that one travels to the other.',
  roles: { agent: ACTORS, counterpart: ACTORS, intermediary: ACTORS, theme: MATTERS },
  plover: ['CONSULT', null],
  cameo: ['040'],
  reciprocal: true,
  temper: 'cooperative',
  theme: 'meet',
  verb: { agent: ['subject'], counterpart: ['with', 'object'], theme: ['about', 'on', 'over'] },
  noun: {
    agent: ['poss', 'subject', 'between', 'of', 'by', 'among'],
    counterpart: ['with', 'of', 'mod*'],
    theme: ['about', 'on', 'over'],
  },
  triggers: [
    // "The consul saw the prisoner", "asked to see the minister"
    verb('see', {
      voice: 'active',
      object: union(captives, leaders, oneOf('survivor side delegation family', ['person'], true)),
      subject: SEEING,
      noClause: true,
      unless: 'as film video footage photo',
      political: true,
      trust: 0.55,
    }),
    verb('receive accept', {
      object: oneOf('credential credentials letters-of-credence'),
      slots: { agent: ['subject'], counterpart: ['object.of', 'object.from', 'from'] },
      trust: 0.8,
    }),
    verb('present submit hand', {
      object: oneOf('credential credentials'),
      political: true,
      slots: { agent: ['subject'], counterpart: ['to', 'object.to'] },
      trust: 0.75,
    }),
    verb('convene assemble sit', { subject: BODIES, noClause: true, trust: 0.6 }),
    verb('convene', { voice: 'passive', object: BODIES, slots: { agent: ['object'] }, trust: 0.65 }),
    noun('hearing', {
      needsLight: true,
      lights: 'hold convene schedule',
      subject: oneOf('committee senate congress panel parliament senator lawmaker council assembly'),
      trust: 0.55,
    }),
    phrase('hold have', 'face-to-face tête-à-tête one-on-one', { political: true, trust: 0.6 }),
    noun('lunch dinner breakfast', { political: true, notOf: oneOf('staff family friend'), trust: 0.6 }),
    phrase('sit', 'down', { prep: 'with', political: true, trust: 0.7 }),
    phrase('sit', 'table', {
      prep: 'with at.with',
      political: true,
      slots: { agent: ['subject'], counterpart: ['with', 'at.with'] },
      trust: 0.7,
    }),
    lightVerb('shake', 'hand', { prep: 'with', political: true, trust: 0.6 }),
    verb('discuss', {
      political: true,
      object: oneOf(
        'issue tie relation cooperation situation war crisis conflict way effort development matter plan peace proposal security trade case fate future',
      ),
      // "discussed the crisis with the leaders" says with whom; "discussed ties with Norland" says which ties.
      slots: { agent: ['subject'], counterpart: ['with', 'object.with.official'], theme: ['object'] },
      trust: 0.6,
    }),
    // "met Roe together with her lawyers"
    verb('meet', {
      political: true,
      notObject: MEASURES,
      notSubject: MEASURES,
      slots: { agent: ['subject'], counterpart: ['object', 'with'], theme: ['about', 'on', 'over'] },
      trust: 0.85,
    }),
    verb('call', {
      prep: 'on upon',
      prepObject: officials,
      clause: true,
      clauseWords: 'discuss congratulate convey exchange brief thank',
      political: true,
      slots: { agent: ['subject'], counterpart: ['on', 'upon'], theme: ['clause'] },
      trust: 0.7,
    }),
    verb('join', {
      object: officials,
      prep: 'for',
      prepObject: talksNouns,
      political: true,
      slots: { agent: ['subject'], counterpart: ['object'] },
      trust: 0.6,
    }),
    phrase('take', 'up', {
      subject: oneOf('minister leader council cabinet parliament commission assembly committee ambassador envoy'),
      object: oneOf('report issue matter question proposal case plan request dispute crisis'),
      political: true,
      slots: { agent: ['subject'], counterpart: ['with'], theme: ['object'] },
      trust: 0.5,
    }),
    verb('confer consult huddle', { prep: 'with', political: true }),
    verb('gather convene assemble', { political: true, subject: leaders, trust: 0.6 }),
    verb('receive', { object: leaders, political: true, trust: 0.6 }),
    verb('receive', { object: people, subject: officials, political: true, trust: 0.55 }),
    verb('dine lunch', { prep: 'with', political: true, trust: 0.7 }),
    noun('meeting summit encounter get-together', { political: true, trust: 0.85 }),
    noun('conference session audience consultation reception gathering', {
      political: true,
      needsLight: true,
      trust: 0.6,
    }),
    noun('lunch dinner breakfast banquet', { prep: 'with for between', political: true, trust: 0.75 }),
    lightVerb('have take share', 'coffee tea supper', {
      prep: 'with object.with',
      political: true,
      slots: { agent: ['subject'], counterpart: ['with', 'object.with'] },
      trust: 0.6,
    }),
    lightVerb('rub', 'shoulder elbow', { prep: 'with', political: true, trust: 0.6 }),
    lightVerb('shake', 'hand', { political: true, trust: 0.55 }),
    lightVerb('exchange swap', 'pleasantry handshake', {
      political: true,
      slots: { agent: ['subject'], counterpart: ['with', 'object.with'] },
      trust: 0.6,
    }),
    lightVerb('play', 'host', {
      prep: 'to object.to',
      political: true,
      slots: { agent: ['subject'], counterpart: ['to', 'object.to'] },
      trust: 0.65,
    }),
    verb('dine lunch breakfast', { with: 'together', political: true, trust: 0.65 }),
    verb('convene', {
      subject: oneOf('league union alliance', ['organization']),
      notObject: anything,
      noClause: true,
      trust: 0.6,
    }),
    verb('reconvene', { political: true, noClause: true, trust: 0.6 }),
    noun('sit-down tête-à-tête tete-a-tete powwow roundtable', { political: true, trust: 0.65 }),
  ],
  merge: { within: 2, mustShare: ['agent', 'counterpart'], family: 'contact' },
})
