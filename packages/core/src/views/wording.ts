import type { RoleName } from '../model/index.ts'

/**
 * How an event of a type is told in a sentence. The verb's first word is inflected; what follows it stays. A type
 * without an entry is told through its label, so that a new type needs none.
 */
export interface Wording {
  /** "release", "hold talks", "break off talks". */
  readonly verb: string
  /** Past tense and participle of the whole verb where its first word is irregular: "broke off talks". */
  readonly past?: string
  readonly participle?: string
  /** Present participle where adding -ing does not do. */
  readonly progressive?: string
  /** Role of the subject; the agent where left out. */
  readonly subject?: RoleName
  /** Role that follows the verb without a preposition; such verbs have a passive unless `active` is set. */
  readonly object?: RoleName
  readonly active?: true
  /** Words after the object: "granted Jane Roe asylum". */
  readonly complement?: string
  /** Verb where the object is not known: "hold a meeting" beside "meet". Without one, the bare noun is used. */
  readonly alone?: string
  /** Other roles with the preposition that joins them, in order. */
  readonly tails: readonly (readonly [RoleName, string])[]
  /** The event as a noun: "release", "talks". */
  readonly noun: string
  /** What joins the object to the noun, "of" where left out: "attack on X", "refusal to meet X" with none. */
  readonly nounObject?: string
  /** What joins the subject to the noun, "by" where left out: "departure of X". */
  readonly nounSubject?: string
  /** True where only the noun is known, for types without an entry. */
  readonly nounOnly?: true
  /** True where the noun is a plural or no countable thing: "talks", "aid"; it then takes no "a". */
  readonly mass?: true
  /** Both sides do it: "a meeting between X and Y". */
  readonly reciprocal?: true
  /** Participle of what is done with such an event, where it does not "take place": a request is "made". */
  readonly exists?: string
  /** How a theme that is a claim follows the verb; "colon" where left out. */
  readonly asks?: 'infinitive' | 'that' | 'would'
  /** What stands for a theme that is not told: "refused something". */
  readonly untold?: string
  /** Narrower words, taken where the trigger's words start with one of the stems. The first that fits is taken. */
  readonly narrower?: readonly Narrower[]
}

export interface Narrower extends Partial<Omit<Wording, 'narrower'>> {
  readonly stems: readonly string[]
}

const withCounterpart = [
  ['counterpart', 'with'],
  ['intermediary', 'through'],
  ['theme', 'about'],
] as const

/** Wordings by type name. Ours; kept to what the label of the type says and no more. */
export const WORDINGS: Readonly<Record<string, Wording>> = {
  meeting: {
    verb: 'meet',
    past: 'met',
    participle: 'met',
    object: 'counterpart',
    active: true,
    alone: 'hold a meeting',
    tails: [
      ['intermediary', 'through'],
      ['theme', 'about'],
    ],
    noun: 'meeting',
    reciprocal: true,
  },
  visit: {
    nounObject: 'to',
    verb: 'visit',
    object: 'host',
    alone: 'pay a visit',
    tails: [['theme', 'about']],
    noun: 'visit',
  },
  'phone-call': {
    verb: 'speak by phone',
    past: 'spoke by phone',
    participle: 'spoken by phone',
    tails: withCounterpart,
    noun: 'phone call',
    reciprocal: true,
  },
  'third-place-meeting': {
    verb: 'meet on third ground',
    past: 'met on third ground',
    participle: 'met on third ground',
    tails: [
      ['counterpart', 'with'],
      ['host', 'hosted by'],
      ['theme', 'about'],
    ],
    noun: 'meeting on third ground',
    reciprocal: true,
  },
  talks: {
    verb: 'hold talks',
    past: 'held talks',
    participle: 'held talks',
    tails: withCounterpart,
    noun: 'talks',
    mass: true,
    reciprocal: true,
  },
  mediation: {
    verb: 'mediate',
    tails: [
      ['counterpart', 'with'],
      ['patient', 'for'],
      ['theme', 'in'],
    ],
    noun: 'mediation',
    mass: true,
  },
  'talks-broken-off': {
    verb: 'break off talks',
    past: 'broke off talks',
    participle: 'broken off talks',
    tails: [['counterpart', 'with']],
    noun: 'end of talks',
  },
  'meeting-refused': {
    nounObject: '',
    verb: 'refuse to meet',
    object: 'counterpart',
    active: true,
    alone: 'refuse to meet',
    tails: [],
    noun: 'refusal to meet',
  },
  'meeting-agreed': {
    nounObject: '',
    verb: 'announce plans to meet',
    object: 'counterpart',
    active: true,
    alone: 'announce plans to meet',
    tails: [['intermediary', 'through']],
    noun: 'agreement to meet',
  },
  'envoy-appointed': { verb: 'appoint', object: 'patient', tails: [['theme', 'as']], noun: 'appointment' },
  'envoy-recalled': { verb: 'recall', object: 'patient', tails: [['counterpart', 'from']], noun: 'recall' },

  arrest: { verb: 'arrest', object: 'patient', tails: [['theme', ':']], noun: 'arrest' },
  custody: {
    verb: 'hold',
    past: 'held',
    participle: 'held',
    object: 'patient',
    complement: 'in custody',
    tails: [['theme', ':']],
    noun: 'custody',
    mass: true,
  },
  charge: {
    nounObject: 'against',
    verb: 'charge',
    object: 'patient',
    tails: [['theme', 'with']],
    noun: 'charge',
  },
  conviction: {
    verb: 'convict or sentence',
    past: 'convicted or sentenced',
    participle: 'convicted or sentenced',
    progressive: 'convicting or sentencing',
    object: 'patient',
    tails: [['theme', ':']],
    noun: 'conviction or sentence',
    narrower: [
      {
        stems: ['sentenc'],
        verb: 'sentence',
        past: 'sentenced',
        participle: 'sentenced',
        progressive: 'sentencing',
        noun: 'sentence',
      },
      {
        stems: ['convict'],
        verb: 'convict',
        past: 'convicted',
        participle: 'convicted',
        progressive: 'convicting',
        noun: 'conviction',
      },
      { stems: ['jail'], verb: 'jail', past: 'jailed', participle: 'jailed', progressive: 'jailing', noun: 'jailing' },
    ],
  },
  release: {
    verb: 'release',
    object: 'patient',
    tails: [
      ['place-to', 'to'],
      ['intermediary', 'through'],
      ['beneficiary', 'for'],
    ],
    noun: 'release',
  },
  pardon: {
    exists: 'granted',
    verb: 'pardon or acquit',
    past: 'pardoned or acquitted',
    participle: 'pardoned or acquitted',
    progressive: 'pardoning or acquitting',
    object: 'patient',
    tails: [['beneficiary', 'for']],
    noun: 'pardon or acquittal',
    narrower: [
      {
        stems: ['pardon'],
        verb: 'pardon',
        past: 'pardoned',
        participle: 'pardoned',
        progressive: 'pardoning',
        noun: 'pardon',
      },
      {
        stems: ['acquit'],
        verb: 'acquit',
        past: 'acquitted',
        participle: 'acquitted',
        progressive: 'acquitting',
        noun: 'acquittal',
      },
      {
        stems: ['amnest'],
        verb: 'grant',
        past: 'granted',
        participle: 'granted',
        progressive: 'granting',
        complement: 'an amnesty',
        nounObject: 'for',
        noun: 'amnesty',
      },
    ],
  },
  'prisoner-swap': {
    verb: 'swap prisoners',
    past: 'swapped prisoners',
    participle: 'swapped prisoners',
    progressive: 'swapping prisoners',
    tails: [
      ['counterpart', 'with'],
      ['intermediary', 'through'],
      ['patient', ':'],
    ],
    noun: 'prisoner swap',
    reciprocal: true,
  },
  deportation: { verb: 'deport', object: 'patient', tails: [['place-to', 'to']], noun: 'deportation' },
  extradition: {
    verb: 'extradite',
    object: 'patient',
    tails: [['counterpart', 'to']],
    noun: 'extradition',
  },
  departure: {
    nounSubject: 'of',
    verb: 'leave',
    past: 'left',
    participle: 'left',
    object: 'place-from',
    active: true,
    alone: 'leave',
    tails: [['place-to', 'for']],
    noun: 'departure',
  },
  abduction: { verb: 'abduct', object: 'patient', tails: [], noun: 'abduction' },
  rescue: { verb: 'rescue', object: 'patient', tails: [], noun: 'rescue' },
  'death-in-custody': {
    nounSubject: 'of',
    verb: 'die in custody',
    past: 'died in custody',
    participle: 'died in custody',
    progressive: 'dying in custody',
    subject: 'patient',
    tails: [['agent', 'held by']],
    noun: 'death in custody',
  },
  asylum: {
    nounObject: 'for',
    exists: 'granted',
    verb: 'grant',
    object: 'patient',
    complement: 'asylum',
    tails: [],
    noun: 'asylum',
    mass: true,
  },

  request: {
    nounObject: 'to',
    exists: 'made',
    verb: 'ask',
    object: 'addressee',
    alone: 'ask',
    tails: [['beneficiary', 'on behalf of']],
    noun: 'request',
    asks: 'infinitive',
  },
  demand: {
    exists: 'made',
    verb: 'demand',
    tails: [
      ['addressee', 'of'],
      ['beneficiary', 'on behalf of'],
    ],
    noun: 'demand',
    asks: 'that',
  },
  promise: {
    exists: 'made',
    verb: 'promise or offer',
    past: 'promised or offered',
    participle: 'promised or offered',
    progressive: 'promising or offering',
    tails: [['addressee', 'to']],
    noun: 'promise or offer',
    asks: 'would',
    narrower: [
      {
        stems: ['promis'],
        verb: 'promise',
        past: 'promised',
        participle: 'promised',
        progressive: 'promising',
        noun: 'promise',
      },
      {
        stems: ['pledg'],
        verb: 'pledge',
        past: 'pledged',
        participle: 'pledged',
        progressive: 'pledging',
        noun: 'pledge',
      },
      { stems: ['vow'], verb: 'vow', past: 'vowed', participle: 'vowed', progressive: 'vowing', noun: 'vow' },
      {
        stems: ['offer'],
        verb: 'offer',
        past: 'offered',
        participle: 'offered',
        progressive: 'offering',
        noun: 'offer',
      },
    ],
  },
  refusal: {
    untold: 'something',
    exists: 'made',
    verb: 'refuse or reject',
    past: 'refused or rejected',
    participle: 'refused or rejected',
    progressive: 'refusing or rejecting',
    tails: [['addressee', 'towards']],
    noun: 'refusal',
    narrower: [
      { stems: ['refus'], verb: 'refuse', past: 'refused', participle: 'refused', progressive: 'refusing' },
      {
        stems: ['reject'],
        verb: 'reject',
        past: 'rejected',
        participle: 'rejected',
        progressive: 'rejecting',
        noun: 'rejection',
      },
    ],
  },
  concession: {
    exists: 'made',
    verb: 'make a concession',
    past: 'made a concession',
    participle: 'made a concession',
    tails: [['addressee', 'to']],
    noun: 'concession',
  },
  threat: {
    nounObject: 'to',
    verb: 'threaten',
    object: 'addressee',
    alone: 'make a threat',
    tails: [],
    noun: 'threat',
  },
  apology: {
    exists: 'made',
    verb: 'apologize',
    tails: [['addressee', 'to']],
    noun: 'apology',
  },

  agreement: {
    exists: 'reached',
    verb: 'reach an agreement',
    tails: [
      ['counterpart', 'with'],
      ['theme', 'about'],
    ],
    noun: 'agreement',
    reciprocal: true,
  }, // prettier-ignore
  cooperation: {
    verb: 'cooperate',
    tails: [
      ['counterpart', 'with'],
      ['theme', 'on'],
    ],
    noun: 'cooperation',
    mass: true,
    reciprocal: true,
  }, // prettier-ignore
  'ties-restored': {
    verb: 'restore ties or an embassy',
    tails: [['counterpart', 'with']],
    noun: 'restoring of ties or an embassy',
    mass: true,
    reciprocal: true,
    narrower: [
      {
        stems: ['reopen'],
        verb: 'reopen an embassy',
        past: 'reopened an embassy',
        participle: 'reopened an embassy',
        progressive: 'reopening an embassy',
        noun: 'reopening of an embassy',
      },
      {
        stems: ['restor', 'normali', 'resum'],
        verb: 'restore ties',
        past: 'restored ties',
        participle: 'restored ties',
        progressive: 'restoring ties',
        noun: 'restoring of ties',
      },
    ],
  },
  recognition: {
    verb: 'recognize',
    object: 'patient',
    tails: [],
    noun: 'recognition',
    mass: true,
  },
  'ties-cut': {
    verb: 'cut ties or close an embassy',
    past: 'cut ties or closed an embassy',
    participle: 'cut ties or closed an embassy',
    progressive: 'cutting ties or closing an embassy',
    tails: [['counterpart', 'with']],
    noun: 'cutting of ties or closing of an embassy',
    mass: true,
    reciprocal: true,
    narrower: [
      {
        stems: ['clos', 'shut'],
        verb: 'close an embassy',
        past: 'closed an embassy',
        participle: 'closed an embassy',
        progressive: 'closing an embassy',
        noun: 'closing of an embassy',
      },
      {
        stems: ['cut', 'sever', 'break', 'broke'],
        verb: 'cut ties',
        past: 'cut ties',
        participle: 'cut ties',
        progressive: 'cutting ties',
        noun: 'cutting of ties',
      },
    ],
  },
  expulsion: {
    verb: 'expel',
    past: 'expelled',
    participle: 'expelled',
    progressive: 'expelling',
    object: 'patient',
    tails: [],
    noun: 'expulsion',
  },
  'sanctions-imposed': {
    exists: 'imposed',
    verb: 'impose sanctions',
    tails: [
      ['patient', 'on'],
      ['theme', ':'],
    ],
    noun: 'sanctions',
    mass: true,
  },
  'sanctions-eased': {
    verb: 'ease sanctions',
    tails: [
      ['patient', 'on'],
      ['theme', ':'],
    ],
    noun: 'easing of sanctions',
    mass: true,
  },
  aid: {
    exists: 'given',
    verb: 'give aid',
    past: 'gave aid',
    participle: 'given aid',
    tails: [
      ['patient', 'to'],
      ['theme', ':'],
    ],
    noun: 'aid',
    mass: true,
  },
  support: {
    nounObject: 'for',
    exists: 'voiced',
    verb: 'speak up for or thank',
    past: 'spoke up for or thanked',
    participle: 'spoken up for or thanked',
    progressive: 'speaking up for or thanking',
    object: 'patient',
    active: true,
    alone: 'voice support or thanks',
    tails: [],
    noun: 'support or thanks',
    mass: true,
    narrower: [
      {
        stems: ['thank', 'gratitude', 'grateful'],
        verb: 'thank',
        past: 'thanked',
        participle: 'thanked',
        progressive: 'thanking',
        alone: 'voice thanks',
        noun: 'thanks',
      },
      {
        stems: ['prais', 'hail', 'commend', 'laud'],
        verb: 'praise',
        past: 'praised',
        participle: 'praised',
        progressive: 'praising',
        alone: 'voice praise',
        noun: 'praise',
      },
      {
        stems: ['welcom'],
        verb: 'welcome',
        past: 'welcomed',
        participle: 'welcomed',
        progressive: 'welcoming',
        alone: 'voice a welcome',
        noun: 'welcome',
      },
      {
        stems: ['support', 'back', 'endors'],
        verb: 'support',
        past: 'supported',
        participle: 'supported',
        progressive: 'supporting',
        alone: 'voice support',
        noun: 'support',
      },
    ],
  },
  criticism: {
    exists: 'voiced',
    verb: 'criticize',
    object: 'patient',
    alone: 'voice criticism',
    tails: [['theme', 'over']],
    noun: 'criticism',
    mass: true,
  },
  accusation: {
    nounObject: 'against',
    exists: 'made',
    verb: 'accuse',
    object: 'patient',
    alone: 'make an accusation',
    tails: [['theme', 'of']],
    noun: 'accusation',
  },
  investigation: {
    verb: 'investigate',
    object: 'patient',
    alone: 'investigate',
    tails: [['theme', 'over']],
    noun: 'investigation',
  },
  statement: {
    exists: 'made',
    verb: 'make a statement',
    past: 'made a statement',
    participle: 'made a statement',
    tails: [
      ['addressee', 'to'],
      ['theme', ':'],
    ],
    noun: 'statement',
  },

  ceasefire: {
    verb: 'enter a ceasefire',
    tails: [['counterpart', 'with']],
    noun: 'ceasefire',
    reciprocal: true,
  },
  withdrawal: {
    verb: 'withdraw forces',
    past: 'withdrew forces',
    participle: 'withdrawn forces',
    tails: [['place-from', 'from']],
    noun: 'withdrawal of forces',
  },
  mobilization: {
    verb: 'mobilize or show force',
    past: 'mobilized or showed force',
    participle: 'mobilized or shown force',
    progressive: 'mobilizing or showing force',
    tails: [['addressee', 'against']],
    noun: 'mobilization or show of force',
  },
  protest: {
    verb: 'protest',
    tails: [
      ['patient', 'against'],
      ['theme', ':'],
    ],
    noun: 'protest',
  },
  repression: {
    verb: 'take coercive measures',
    past: 'took coercive measures',
    participle: 'taken coercive measures',
    progressive: 'taking coercive measures',
    tails: [['patient', 'against']],
    noun: 'coercive measures',
    mass: true,
  },
  attack: {
    nounObject: 'on',
    verb: 'attack or fight',
    past: 'attacked or fought',
    participle: 'attacked or fought',
    progressive: 'attacking or fighting',
    object: 'patient',
    alone: 'attack or fight',
    tails: [],
    noun: 'attack or fighting',
    narrower: [
      {
        stems: ['attack'],
        verb: 'attack',
        past: 'attacked',
        participle: 'attacked',
        progressive: 'attacking',
        alone: 'attack',
        noun: 'attack',
      },
      {
        stems: ['strike', 'struck'],
        verb: 'strike',
        past: 'struck',
        participle: 'struck',
        progressive: 'striking',
        alone: 'strike',
        noun: 'strike',
      },
      {
        stems: ['fight', 'fought', 'clash'],
        verb: 'fight',
        past: 'fought',
        participle: 'fought',
        progressive: 'fighting',
        alone: 'fight',
        noun: 'fighting',
        mass: true,
      },
    ],
  }, // prettier-ignore
}

/** The wording of an event: of its type, narrowed by the trigger's words. Unknown types get their name as a noun. */
export function wordingOf(type: string, trigger: string): Wording {
  const wording = WORDINGS[type]
  if (wording === undefined) return { verb: 'take place', tails: [], noun: type.replaceAll('-', ' '), nounOnly: true }
  const words = trigger.toLowerCase().split(/[^\p{L}]+/u)
  const narrower = wording.narrower?.find(({ stems }) =>
    stems.some((stem) => words.some((word) => word.startsWith(stem))),
  )
  return narrower ? { ...wording, ...narrower } : wording
}
