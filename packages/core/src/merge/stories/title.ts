import type { EventStatus, ReportParticipant, RoleName, When } from '../../model/index.ts'
import { TITLE_WORDS, type TitleWords } from '../data/title-words.ts'
import { isNobody } from '../nobody.ts'

/** Named members a title tells of a group. */
const MEMBERS = 3

/** What a title is made of: what the reports of a story tell best. */
export interface TitleParts {
  readonly type: string
  readonly trigger: string
  readonly status: EventStatus
  readonly denied: boolean
  /** True where all outlets that told it have withdrawn it. */
  readonly withdrawn?: boolean
  readonly participants: readonly ReportParticipant[]
  readonly place: string | null
  readonly when: When | null
}

/** One plain sentence with the status: "Karsovia released 11 political prisoners on 14 March 2026." */
export function storyTitle(parts: TitleParts): string {
  const words = TITLE_WORDS.get(parts.type)
  const clause = words ? typed(parts, words) : untyped(parts)
  const place = parts.place === null || clause.includes(parts.place) ? '' : ` in ${parts.place}`
  const when = parts.when === null ? '' : whenPhrase(parts.when)
  const denied = parts.denied ? ', which is denied' : ''
  const withdrawn = parts.withdrawn ? ', a report since taken back' : ''
  const text = `${clause}${place}${when}${denied}${withdrawn}.`.replace(/\s+/g, ' ')
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function typed(parts: TitleParts, words: TitleWords): string {
  const agent = namesIn(parts, 'agent')
  const tails = words.tails.flatMap(([role, preposition]) => {
    const names = namesIn(parts, role)
    return names === null ? [] : [{ role, preposition, names }]
  })
  const direct = words.tails[0]?.[1] === '' ? words.tails[0][0] : null
  const object = direct === null ? undefined : tails.find((one) => one.role === direct)
  if (agent !== null && (direct === null || object !== undefined)) {
    const rest = tails.map((one) => `${one.preposition} ${one.names}`).join(' ')
    return `${agent} ${verbOf(parts.status, words, isMany(parts, 'agent'))} ${rest}`.trim()
  }
  // "Milena Dravich was arrested": verbs of one word whose past is their participle.
  if (direct === 'patient' && object !== undefined && /ed$|^held$/.test(words.past) && !words.past.includes(' ')) {
    const rest = tails
      .filter((one) => one !== object)
      .map((one) => `${one.preposition} ${one.names}`)
      .join(' ')
    return `${object.names} ${passiveOf(parts.status, words, isMany(parts, 'patient'))} ${rest}`.trim()
  }
  const plural = words.noun === 'talks' || words.noun === 'sanctions' || words.noun === 'restored ties'
  const mass = plural || /^(?:aid|custody|support|asylum|mediation|cooperation)$/.test(words.noun)
  const what = mass ? words.noun : `${/^[aeiou]/.test(words.noun) ? 'an' : 'a'} ${words.noun}`
  const rest = tails.map((one) => `${one.preposition === '' ? 'of' : one.preposition} ${one.names}`).join(' ')
  return `${what} ${rest}${agent === null ? '' : ` by ${agent}`} ${nounStatus(parts.status, plural)}`.trim()
}

/** True where several are in the role, or one that is many. */
function isMany(parts: TitleParts, role: RoleName): boolean {
  const own = parts.participants.filter((one) => one.role === role)
  const [first] = own
  return (
    own.length > 1 || (first !== undefined && (first.kind === 'group' || (first.count !== null && first.count.low > 1)))
  )
}

function verbOf(status: EventStatus, { past, base }: TitleWords, many: boolean): string {
  const end = many ? '' : 's'
  switch (status) {
    case 'happened':
    case 'ongoing':
      return past
    case 'planned':
      return `plan${end} to ${base}`
    case 'requested':
      return `${many ? 'are' : 'is'} asked to ${base}`
    case 'offered':
      return `offer${end} to ${base}`
    case 'threatened':
      return `threaten${end} to ${base}`
    case 'cancelled':
      return `will not ${base} as planned`
    case 'hypothetical':
      return `might ${base}`
  }
}

function passiveOf(status: EventStatus, { past }: TitleWords, many: boolean): string {
  switch (status) {
    case 'happened':
      return `${many ? 'were' : 'was'} ${past}`
    case 'ongoing':
      return `${many ? 'are' : 'is'} being ${past}`
    case 'planned':
      return `${many ? 'are' : 'is'} to be ${past}`
    case 'requested':
      return `should be ${past}, somebody asks`
    case 'offered':
      return `may be ${past}, it is offered`
    case 'threatened':
      return `may be ${past}, it is threatened`
    case 'cancelled':
      return `will not be ${past} as planned`
    case 'hypothetical':
      return `might be ${past}`
  }
}

function nounStatus(status: EventStatus, plural: boolean): string {
  switch (status) {
    case 'happened':
      return `${plural ? 'were' : 'was'} reported`
    case 'ongoing':
      return `${plural ? 'are' : 'is'} reported`
    case 'hypothetical':
      return `${plural ? 'are' : 'is'} possible`
    default:
      return `${plural ? 'are' : 'is'} ${status}`
  }
}

function untyped(parts: TitleParts): string {
  const agent = namesIn(parts, 'agent')
  const patient = namesIn(parts, 'patient')
  return [agent, `“${parts.trigger}”`, patient].filter((one) => one !== null).join(' ')
}

/** Who stands in a role, at most three, with the members of a group that all know by name. */
function namesIn(parts: TitleParts, role: RoleName): string | null {
  const names = [...new Set(parts.participants.filter((one) => one.role === role).map(shown))].filter(
    (one) => one !== '',
  )
  if (names.length === 0) return null
  const told = names.slice(0, MEMBERS)
  if (names.length > MEMBERS) return `${told.join(', ')} and others`
  return told.length === 1 ? told[0]! : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`
}

function shown(one: ReportParticipant): string {
  const { name, count } = one
  const counted =
    count !== null && count.words !== '' && !/\d/.test(name) && !name.toLowerCase().includes(count.words.toLowerCase())
  const text = counted ? `${count.words} ${name.replace(/^(?:the|these|those|some)\s+/i, '')}` : name
  // A pronoun, or a name cut off behind a possessive, names nobody.
  if (isNobody(text)) return ''
  if (ARTICLE.test(text) && !/['’]s |^(?:his|her|its|their|our|my) /i.test(text)) return `the ${text}`
  return text.replace(
    /^(?:The|A|An|At|About|Some|Nearly|More|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b/,
    (word) => word.toLowerCase(),
  )
}

/** Names that English says with "the". */
const ARTICLE =
  /^(?:US|USA|UK|UN|EU|UAE|OSCE|ICRC|Kremlin|White House|Vatican|Netherlands|Philippines|United (?:Nations|States|Kingdom|Arab Emirates)|.* (?:Union|Ministry|ministry|Council|Commission|Republic|Red Cross))$/

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

function dayPhrase(day: string): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`
}

/** "on 14 March 2026", "in March 2026", "in 2023", "between 3 March 2026 and 5 March 2026"; as fine as what was told. */
function whenPhrase({ earliest, latest, precision }: When): string {
  if (earliest === null || latest === null) return ''
  if (earliest === latest) return ` on ${dayPhrase(earliest)}`
  if (precision === 'month' && earliest.slice(0, 7) === latest.slice(0, 7))
    return ` in ${MONTHS[Number(earliest.slice(5, 7)) - 1] ?? ''} ${earliest.slice(0, 4)}`
  if (precision === 'year' && earliest.slice(0, 4) === latest.slice(0, 4)) return ` in ${earliest.slice(0, 4)}`
  return ` between ${dayPhrase(earliest)} and ${dayPhrase(latest)}`
}
