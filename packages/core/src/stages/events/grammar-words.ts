/*
 * Words by which the grammar of the events stage tells constructions apart. Own lists from general knowledge of English; no
 * corpus text.
 */
import type { Grammar } from './grammar.ts'

/** Words that may stand between a verb and the number of its object. */
/** Those who do such deeds. */
export const DETAINERS: ReadonlySet<string> = new Set(
  'police court judge government authority army troop soldier guard state regime junta militia president king'.split(
    ' ',
  ),
)
/** Deeds that are done to people and named without them only in the passive. */
export const DONE_TO_PEOPLE: ReadonlySet<string> = new Set(
  'free release jail imprison detain deport exile expel pardon acquit arrest abduct kidnap extradite sentence swap repatriate hold charge clear fine convict remand nab bust nick bail collar cuff indict'.split(
    ' ',
  ),
)
export const BOUNDING = new Set(
  'at least most more than up to over around about nearly some almost roughly fewer less as many an estimated'.split(
    ' ',
  ),
)
/** Two words before a number that is an object all the same. */
export const QUANTIFIED = new Set(['more than', 'up to', 'fewer than', 'less than', 'close to', 'at least'])
/** Verbs that make no passive with the senses that name events. */
export const ONLY_ACTIVE = new Set([
  'call',
  'appeal',
  'agree',
  'resign',
  'protest',
  'surrender',
  'demonstrate',
  'march',
  'apologize',
  'mediate',
  'intervene',
])
/** "by one hour", "by Friday": measures and dates are no agents. */
export const BY_MEASURE = new Set(
  'hour percent % million billion day year month week minute dollar point mistake monday tuesday wednesday thursday friday saturday sunday then now end plane car train sea air land phone telephone force'.split(
    ' ',
  ),
)
/** Verbs that only somebody who speaks does. */
export const VOICING = new Set(
  'demand call urge ask request accuse criticize criticise condemn denounce threaten warn say claim insist appeal vow promise protest express voice'.split(
    ' ',
  ),
)
/** Prepositions that only say how many: "over 70 nurses". */
export const QUANTIFYING = new Set(['about', 'than', 'to', 'around', 'over'])
/** What is done to people only. */
export const CONFINING = new Set(
  'hold jail detain arrest imprison sentence convict abduct kidnap accuse charge'.split(' '),
)
/** What a court finds somebody to be. */
export const JUDGED = new Set(['guilty', 'liable', 'innocent', 'responsible'])
/** Nouns of one word that are also written with a hyphen, singular and plural; own list. */
const HYPHENED: ReadonlyMap<string, string> = new Map(
  `cease-fire:ceasefire air-strike:airstrike pull-out:pullout crack-down:crackdown sit-in:sit-in walk-out:walkout
  lock-down:lockdown draw-down:drawdown hand-over:handover shoot-out:shootout gun-fight:gunfight fire-fight:firefight
  die-in:die-in stay-away:stay-away go-slow:go-slow work-to-rule:work-to-rule stand-down:stand-down push-back:pushback
  baton-charged:baton-charge baton-charge:baton-charge tear-gassed:teargas tear-gasse:teargas strip-searched:strip-search
  water-cannoned:baton-charge court-martialled:court-martial court-martialed:court-martial force-fed:force-feed
  counter-attack:attack counter-offensive:offensive round-up:roundup get-together:get-together`
    .trim()
    .split(/\s+/)
    .flatMap((pair): [string, string][] => {
      const [from = '', to = ''] = pair.split(':')
      return [
        [from, to],
        [`${from}s`, to],
      ]
    }),
)
/** Words that deny what they hang on. */
export const NEGATIONS = new Set(['not', "n't", 'n’t', 'never', 'neither', 'nor', 'hardly', 'no-longer', 'nt'])
/** Verbs that take somebody and a that-clause. */
export const OBJECT_CLAUSE = new Set(
  'promise tell assure warn inform convince persuade remind notify advise show teach'.split(' '),
)
/** How far control and coordination are followed. Deeper chains are parse errors. */
export const MAX_DEPTH = 6

/** Singular of a plural that the lemmatizer left as it was ("troops"). */
export function singular(word: string): string {
  if (!word.endsWith('s') || word.endsWith('ss') || word.endsWith('us')) return word
  return word.endsWith('ies') && word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
}

/** "cease-fire" is cut at its hyphen: the last part stands for the whole. Empty for other words. */
export function wholeOf({ tokens, form }: Pick<Grammar, 'tokens' | 'form'>, index: number): string {
  if (index < 2 || !/^[-–‑]$/.test(form(index - 1)) || tokens.sentence[index - 2] !== tokens.sentence[index]) return ''
  return HYPHENED.get(`${form(index - 2)}-${form(index)}`) ?? ''
}
