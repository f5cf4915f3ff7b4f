/*
 * Words that tie one happening to another. Own lists from general knowledge of English (Quirk et al. 1985, sections
 * 15.45 to 15.50, clauses of reason, purpose and time; 9.48 to 9.51, prepositions of cause); no corpus text.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Verbs whose subject brings about what their object names. */
export const CAUSE_VERBS = set(
  'secure achieve win trigger prompt cause spark enable facilitate precipitate produce hasten speed expedite ensure accelerate bring force provoke yield clinch',
)
/** Verbs that bring about what follows their preposition. */
export const CAUSE_PREPOSITIONS: ReadonlyMap<string, string> = new Map([
  ['lead', 'to'],
  ['result', 'in'],
  ['contribute', 'to'],
  ['culminate', 'in'],
])
/** Verbs whose subject comes out of what follows their preposition. */
export const EFFECT_PREPOSITIONS: ReadonlyMap<string, string> = new Map([
  ['result', 'from'],
  ['stem', 'from'],
  ['owe', 'to'],
  ['happen', 'without'],
  ['come', 'without'],
  ['occur', 'without'],
  ['be', 'without'],
  ['possible', 'without'],
])
/** Prepositions of cause; several words are joined by a blank. */
export const CAUSE_PHRASES = set('because due thanks owing')
export const SEQUENCE_AFTER = set('after following since')
export const SEQUENCE_BEFORE = set('before')
export const PART_PREPOSITIONS = set('during at within amid')
export const REQUESTS = set(
  'request behest urging insistence invitation plea prompting suggestion demand bidding appeal',
)
/** Verbs that stand for a deed told before ("he acted out of ..."). */
export const DEED_VERBS = set('act do move decide choose make take agree')
export const MOTIVE_NOUNS = set(
  'consideration concern respect mercy goodwill compassion desire fear reason ground humanity kindness pity gesture sympathy gratitude interest conviction principle need grounds',
)
/** Verbs that say how something is to be taken. */
export const FRAMING_VERBS = set(
  'interpret see view regard portray present describe frame cast characterize characterise treat take understand construe call label brand depict read consider perceive hail',
)
/** Nouns that say how something is to be taken. */
export const FRAMING_NOUNS = set(
  'concession gesture victory defeat capitulation surrender breakthrough betrayal signal sign step triumph mistake humiliation reward blackmail ransom quid propaganda stunt provocation favor favour weakness blackmail milestone success failure',
)
export const ENGAGEMENTS = set('meeting visit phone-call third-place-meeting talks mediation')
export const MEALS = set('lunch dinner breakfast banquet')
/** Participles of what moves somebody: "guided by mercy". */
export const MOVED_VERBS = set('guide motivate move inspire drive actuate')
/** "with the aim of". */
export const AIM_NOUNS = set('aim goal intention purpose view objective intent hope')
/** "in a bid to". */
export const BID_NOUNS = set('bid effort attempt hope')
/** "acted on a petition". */
export const GROUND_NOUNS = set(
  'petition advice recommendation plea request appeal instruction order suggestion proposal',
)
/** Exchanges that are mostly named to be denied: "there was no bargaining". */
export const BARGAIN_NOUNS = set('bargaining bargain haggling horse-trading trade-off tradeoff barter ransom')
export const CURRENCIES = set(
  'dollar euro pound shilling franc rouble ruble yen yuan rupee peso dinar riyal dirham lira krone krona cent penny ransom money cash',
)
/** Deeds by which somebody lets go of people or things. */
export const GIVEN: ReadonlySet<string> = new Set([
  'release',
  'pardon',
  'prisoner-swap',
  'sanctions-eased',
  'aid',
  'withdrawal',
  'extradition',
])
