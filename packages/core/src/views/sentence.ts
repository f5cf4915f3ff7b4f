import {
  type Claim,
  type Event,
  type Participant,
  type RoleName,
  spansTouch,
  type TimeExpression,
} from '../model/index.ts'
import { verbForms } from './inflect.ts'
import type { Lookup } from './lookup.ts'
import { inRole, isPlural, roleWords } from './participants.ts'
import { termOf } from './quantities.ts'
import { whenWords } from './when-words.ts'
import { type Wording, wordingOf } from './wording.ts'

/** How a claim stands: what the reader must know before believing its sentence. */
export type Mark =
  | 'happened'
  | 'claimed'
  | 'ongoing'
  | 'planned'
  | 'requested'
  | 'offered'
  | 'threatened'
  | 'cancelled'
  | 'supposed'
  | 'denied'
  | 'questioned' // prettier-ignore

/** Moods of a clause: "X released Y", "X to release Y", "X release Y" (after "demanded that"), "X would release Y". */
type Mood = 'finite' | 'infinitive' | 'subjunctive' | 'would'

interface ClauseOptions {
  readonly mood: Mood
  readonly not?: boolean
  /** Leaves the subject out, for "asked Y to release Z". */
  readonly subjectless?: boolean
  /** How many claims this one hangs in: a theme in a theme in a theme is told by its words. */
  readonly depth?: number
  /** Leaves the time out, for a timeline. */
  readonly undated?: boolean
  /** How long a punishment is, with its preposition: "to nine years". */
  readonly term?: string | null
}

/** How deep claims told inside claims are spelled out. */
const DEEPEST_THEME = 2

/**
 * One word for status, stance and teller together. "happened" is only what the document says in its own voice; the same
 * told by somebody is "claimed".
 */
export function markOf(claim: Claim): Mark {
  const { status } = claim.event
  if (claim.stance === 'questions') return 'questioned'
  if (claim.stance === 'denies' && !isWished(claim)) return 'denied'
  if (status === 'happened') return claim.told.length > 0 ? 'claimed' : 'happened'
  return status === 'hypothetical' ? 'supposed' : status
}

/** "urged the union not to ease sanctions": what is denied is in the wish, the wish itself is none. */
function isWished(claim: Claim): boolean {
  const { status } = claim.event
  return status === 'requested' || status === 'threatened' || status === 'hypothetical'
}

/**
 * The claim as a sentence that says no more than the claim: who did what to whom, how many, where and when. Reads on
 * from its mark: "happened: X released Y.", "planned: X to release Y.", "denied: that X released Y.".
 */
export function claimSentence(lookup: Lookup, claim: Claim, options: { readonly undated?: boolean } = {}): string {
  const { undated = false } = options
  const { event } = claim
  const mark = markOf(claim)
  const wished = event.status !== 'happened' && event.status !== 'ongoing'
  if (mark === 'denied' || mark === 'questioned') {
    const clause = renderClause(lookup, event, { mood: 'finite', undated })
    return `${mark === 'denied' ? 'that' : 'whether'} ${clause}.`
  }
  const clause = wished
    ? renderClause(lookup, event, { mood: 'infinitive', not: claim.stance === 'denies', undated })
    : renderClause(lookup, event, { mood: 'finite', undated, term: punishmentOf(lookup, claim) })
  return `${capitalize(clause)}.`
}

/** "to nine years", "for life": how long somebody was sentenced or jailed; null where the words tell no length. */
function punishmentOf(lookup: Lookup, { event, evidence }: Claim): string | null {
  if (event.type !== 'conviction') return null
  const trigger = lookup.words(event.trigger)
  const preposition = /sentenc/i.test(trigger) ? 'to' : /jail|imprison/i.test(trigger) ? 'for' : null
  const term = preposition === null ? null : termOf(evidence.quote)
  return term === null ? null : `${preposition} ${term}`
}

/** The event as a noun phrase: "the release of 11 prisoners by Karsovia". */
export function claimPhrase(lookup: Lookup, claim: Claim): string {
  return nounPhrase(lookup, claim.event, 'the')
}

/** "supposed: them to be released": a pronoun that nobody stands behind, in the form that an infinitive has before it. */
function objectForm(words: string): string {
  const forms: Readonly<Record<string, string>> = { they: 'them', he: 'him', she: 'her', we: 'us', i: 'me' }
  return forms[words.toLowerCase()] ?? words
}

/**
 * "threatened to kill Roe", "demanded that Roe be freed": whom it is held out to, or who may only be what it is about, is
 * told with what is held out or asked for.
 */
function isToldInTheme(lookup: Lookup, event: Event): boolean {
  if (event.type !== 'threat' && event.type !== 'demand' && event.type !== 'request') return false
  const addressees = new Set(inRole(event, 'addressee').map(({ actor }) => actor))
  return inRole(event, 'theme').some(({ claim }) => {
    const theme = claim === null ? undefined : lookup.claims.get(claim)
    return (
      theme !== undefined && inRole(theme.event, 'patient').some(({ actor }) => actor !== null && addressees.has(actor))
    )
  })
}

function renderClause(lookup: Lookup, event: Event, options: ClauseOptions): string {
  const { mood, not = false, subjectless = false, depth = 0, undated = false, term = null } = options
  const wording = wordingOf(event.type, lookup.words(event.trigger))
  const subjectRole = wording.subject ?? 'agent'
  const subject = roleWords(lookup, event, subjectRole)
  const scene = wording.object === undefined ? null : sceneOf(lookup, event, wording.object)
  const object = wording.object === undefined || scene !== null ? null : roleWords(lookup, event, wording.object)
  const theme = themeOf(lookup, event, wording, depth)
  const needsObject = wording.object !== undefined && wording.alone === undefined
  // Somebody asked, and what is not told: "made a request", not "asked".
  const untold = wording.asks !== undefined && theme === null && subject !== null && !subjectless
  const active =
    (subject !== null || subjectless) && !(needsObject && object === null) && wording.nounOnly === undefined
  const passive = !active && subject === null && object !== null && wording.active === undefined && mood !== 'would'

  const parts: string[] = []
  if (untold) {
    const addressee = sceneOf(lookup, event, 'addressee') === null ? roleWords(lookup, event, 'addressee') : null
    const forms = verbForms(
      { ...wording, verb: 'make', past: 'made', participle: 'made', progressive: 'making' },
      false,
    )
    parts.push(subject, inMood(mood, not, event, isPlural(lookup, inRole(event, subjectRole)), forms))
    parts.push(withIndefinite(wording), ...(addressee === null ? [] : [`to ${addressee}`]))
  } else if (active) {
    const forms = verbForms(wording, wording.object !== undefined && object === null)
    if (!subjectless && subject !== null) parts.push(subject)
    parts.push(inMood(mood, not, event, isPlural(lookup, inRole(event, subjectRole)), forms))
    if (object !== null && wording.object !== subjectRole && !isToldInTheme(lookup, event)) parts.push(object)
    if (wording.complement !== undefined && object !== null) parts.push(wording.complement)
  } else if (passive) {
    const { participle } = verbForms(wording, false)
    const patients = inRole(event, wording.object ?? 'patient')
    const plain = object === null || mood === 'finite' ? object : objectForm(object)
    parts.push(plain ?? '', inMoodPassive(mood, not, event, isPlural(lookup, patients), participle))
    if (wording.complement !== undefined) parts.push(wording.complement)
  } else {
    parts.push(nounPhrase(lookup, event, not ? 'no' : 'a'), existence(mood, event, wording))
  }
  if ((active || passive) && term !== null) parts.push(term)
  if (active || passive) parts.push(...tails(lookup, event, wording, theme, untold))
  if (scene !== null && wording.object !== undefined && !isWithinTheme(event))
    parts.push(`${scene} ${roleWords(lookup, event, wording.object) ?? ''}`)
  parts.push(...circumstances(lookup, event, undated))
  if (active && theme === null && wording.untold !== undefined) parts.push(wording.untold)
  const clause = parts.join(' ')
  return tidy(theme === null || saysAlready(clause, theme) ? clause : `${clause} ${theme.words}`)
}

function inMood(mood: Mood, not: boolean, event: Event, plural: boolean, forms: ReturnType<typeof verbForms>): string {
  switch (mood) {
    case 'infinitive':
      return `${not ? 'not ' : ''}to ${forms.base}`
    case 'subjunctive':
      return `${not ? 'not ' : ''}${forms.base}`
    case 'would':
      return `would ${not ? 'not ' : ''}${forms.base}`
    case 'finite':
      return finite(event, plural, forms)
  }
}

function finite(event: Event, plural: boolean, forms: ReturnType<typeof verbForms>): string {
  switch (event.status) {
    case 'happened':
      return forms.past
    case 'ongoing':
      return `${plural ? 'are' : 'is'} ${forms.progressive}`
    case 'hypothetical':
      return `might ${forms.base}`
    case 'cancelled':
      return `${plural ? 'were' : 'was'} to ${forms.base}`
    default:
      return `${plural ? 'are' : 'is'} to ${forms.base}`
  }
}

function inMoodPassive(mood: Mood, not: boolean, event: Event, plural: boolean, participle: string): string {
  if (mood === 'infinitive') return `${not ? 'not ' : ''}to be ${participle}`
  if (mood === 'subjunctive') return `${not ? 'not ' : ''}be ${participle}`
  if (event.status === 'happened') return `${plural ? 'were' : 'was'} ${participle}`
  if (event.status === 'ongoing') return `${plural ? 'are' : 'is'} being ${participle}`
  if (event.status === 'cancelled') return `${plural ? 'were' : 'was'} to be ${participle}`
  return event.status === 'hypothetical' ? `might be ${participle}` : `${plural ? 'are' : 'is'} to be ${participle}`
}

/** "took place", "was made", "to take place": for an event of which neither doer nor object is known. */
function existence(mood: Mood, event: Event, wording: Wording): string {
  const plural = /s$/.test(wording.noun) && wording.mass === true
  const base = wording.exists === undefined ? 'take place' : `be ${wording.exists}`
  if (mood === 'infinitive') return `to ${base}`
  if (mood === 'subjunctive') return base
  if (mood === 'would') return `would ${base}`
  switch (event.status) {
    case 'happened':
      return wording.exists === undefined ? 'took place' : `${plural ? 'were' : 'was'} ${wording.exists}`
    case 'ongoing':
      return `${plural ? 'are' : 'is'} under way`
    case 'hypothetical':
      return `might ${base}`
    case 'cancelled':
      return `${plural ? 'were' : 'was'} to ${base}`
    default:
      return `${plural ? 'are' : 'is'} to ${base}`
  }
}

/** "a release", "an arrest", "talks". */
function withIndefinite({ noun, mass }: Wording): string {
  return mass === true ? noun : `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}

/** Pronouns of which nobody knows whom they mean, as they stand after a preposition. */
const OBJECT_FORMS: Readonly<Record<string, string>> = { he: 'him', she: 'her', they: 'them', we: 'us', I: 'me' }

function nounPhrase(lookup: Lookup, event: Event, article: 'the' | 'a' | 'no'): string {
  const wording = wordingOf(event.type, lookup.words(event.trigger))
  const { noun, reciprocal = false } = wording
  const words = (role: RoleName) => {
    const named = roleWords(lookup, event, role, false)
    return named === null ? null : (OBJECT_FORMS[named] ?? named)
  }
  const subjectRole = wording.subject ?? 'agent'
  const subject = words(subjectRole)
  const object =
    wording.object === undefined ||
    (reciprocal && wording.object === 'counterpart') ||
    sceneOf(lookup, event, wording.object) !== null
      ? null
      : words(wording.object)
  const counterpart = words('counterpart')
  const parts: string[] = []
  if (article === 'a') parts.push(withIndefinite(wording))
  else parts.push(`${article} ${noun}`)
  if (reciprocal && subject !== null && counterpart !== null) parts.push(`between ${subject} and ${counterpart}`)
  else if (reciprocal && counterpart !== null) parts.push(`with ${counterpart}`)
  else if (reciprocal && subject !== null) parts.push(`involving ${subject}`)
  else {
    if (object !== null) parts.push(`${wording.nounObject ?? 'of'} ${object}`)
    if (subject !== null && subjectRole !== wording.object) parts.push(`${wording.nounSubject ?? 'by'} ${subject}`)
  }
  for (const [role, preposition] of wording.tails) {
    if (role === 'theme' || (reciprocal && role === 'counterpart')) continue
    const tail = words(role)
    if (tail !== null) parts.push(preposition === ':' ? `(${tail})` : `${preposition} ${tail}`)
  }
  return tidy(parts.join(' '))
}

interface Theme {
  /** True for words of the text, false for another claim told in a clause. */
  readonly quoted?: true
  readonly words: string
  /** True where the addressee is the subject of what is asked, and need not be named twice. */
  readonly namesAddressee: boolean
}

/** What is asked, promised, refused or talked about, as words that follow the verb. */
function themeOf(lookup: Lookup, event: Event, wording: Wording, depth: number): Theme | null {
  const [theme] = inRole(event, 'theme')
  if (theme === undefined) return null
  const claim = theme.claim === null ? undefined : lookup.claims.get(theme.claim)
  if (claim !== undefined && depth < DEEPEST_THEME) return themeClaim(lookup, event, claim, wording, depth)
  const preposition = wording.tails.find(([role]) => role === 'theme')?.[1] ?? ':'
  const words = lookup.words(theme.span)
  if (preposition === ':' || !NOUN_START.test(words))
    return { words: `: “${words}”`, namesAddressee: false, quoted: true }
  return { words: `${preposition} ${words}`, namesAddressee: false, quoted: true }
}

/** Words that may follow a preposition as they stand: no clause, no infinitive, no preposition of their own. */
const NOUN_START = /^(?!(that|to|whether|if|for|about|on|of|with|over|as|in|at|by|from|not|how|why|when|who|what)\b)/i

/** "eased sanctions: “its sanctions”": words of a theme that stand in the clause already add nothing. */
function saysAlready(clause: string, theme: Theme): boolean {
  if (theme.quoted === undefined) return false
  const said = clause.toLowerCase()
  const words = theme.words.toLowerCase().match(/\p{L}{3,}/gu) ?? []
  return words.every((word) => SMALL_WORDS.has(word) || said.includes(word))
}

const SMALL_WORDS: ReadonlySet<string> = new Set([
  'the',
  'its',
  'his',
  'her',
  'their',
  'our',
  'and',
  'for',
  'about',
  'over',
])

function themeClaim(lookup: Lookup, event: Event, claim: Claim, wording: Wording, depth: number): Theme {
  const inner = { depth: depth + 1, not: claim.stance === 'denies' }
  const innerWording = wordingOf(claim.event.type, lookup.words(claim.event.trigger))
  const doers = inRole(claim.event, innerWording.subject ?? 'agent')
  const sameAs = (others: readonly Participant[]) =>
    doers.length > 0 && others.length > 0 && doers.every((doer) => others.some((other) => sameOne(doer, other)))
  const addressed = sameAs(inRole(event, 'addressee'))
  const own = sameAs(inRole(event, 'agent'))
  const clause = (options: ClauseOptions) => renderClause(lookup, claim.event, { ...inner, ...options })
  switch (wording.asks) {
    case 'infinitive':
      // "asked the president for a pardon": what has no verb of its own here.
      if (
        addressed &&
        innerWording.object !== undefined &&
        roleWords(lookup, claim.event, innerWording.object) === null
      )
        return { words: `for ${nounPhrase(lookup, claim.event, inner.not ? 'no' : 'a')}`, namesAddressee: false }
      return addressed
        ? { words: clause({ mood: 'infinitive', subjectless: true }), namesAddressee: false }
        : { words: `for ${clause({ mood: 'infinitive' })}`, namesAddressee: false }
    case 'that':
      return { words: `that ${clause({ mood: 'subjunctive' })}`, namesAddressee: addressed }
    case 'would':
      if (own) return { words: clause({ mood: 'infinitive', subjectless: true }), namesAddressee: false }
      if (doers.length > 0) return { words: `that ${clause({ mood: 'would' })}`, namesAddressee: false }
      break
    case undefined:
      if (own) return { words: clause({ mood: 'infinitive', subjectless: true }), namesAddressee: false }
  }
  return { words: `: ${nounPhrase(lookup, claim.event, inner.not ? 'no' : 'the')}`, namesAddressee: false }
}

function sameOne(a: Participant, b: Participant): boolean {
  return spansTouch(a.span, b.span) || (a.actor !== null && a.actor === b.actor)
}

/** The words for the addressee are those of the theme, or a part of them. */
function isWithinTheme(event: Event): boolean {
  const themes = inRole(event, 'theme')
  const others = inRole(event, 'addressee')
  return others.length > 0 && others.every((one) => themes.some((theme) => spansTouch(theme.span, one.span)))
}

/** Types whose other side may be told only as the place where it happens: "a protest in X", "asked for calm in X". */
const SCENIC = new Set([
  'attack',
  'protest',
  'request',
  'demand',
  'promise',
  'threat',
  'refusal',
  'investigation',
  'accusation',
])
const SCENE_BEFORE =
  /\b(in|near|outside|at)\s+(?:the\s+)?(?:(?:north|south|east|west|central|mid|upper|lower)[\w-]*\s+)?(?:[Cc]ity\s+of\s+)?$/i

/** "in", "near": the words before the participants of a role, where they only say where; null for a side. */
function sceneOf(lookup: Lookup, event: Event, role: RoleName): string | null {
  if (!SCENIC.has(event.type) || role === 'agent' || role === 'theme') return null
  const sides = inRole(event, role)
  const [first] = sides
  if (first === undefined || sides.length > 1) return null
  const { text } = lookup.findings.document
  return SCENE_BEFORE.exec(text.slice(Math.max(0, first.span.from - 32), first.span.from))?.[1]?.toLowerCase() ?? null
}

function tails(lookup: Lookup, event: Event, wording: Wording, theme: Theme | null, addressed: boolean): string[] {
  const parts: string[] = []
  for (const [role, preposition] of wording.tails) {
    if (role === 'theme' || role === wording.object) continue
    if (role === 'addressee' && (addressed || theme?.namesAddressee)) continue
    if (role === 'addressee' && event.type === 'demand' && isToldInTheme(lookup, event)) continue
    // "rejected: “Norland's request”" says whose request it is.
    if (role === 'addressee' && theme?.quoted && isWithinTheme(event)) continue
    const words = roleWords(lookup, event, role)
    const scene = sceneOf(lookup, event, role)
    if (words !== null) parts.push(preposition === ':' ? `(${words})` : `${scene ?? preposition} ${words}`)
  }
  return parts
}

const PLACE_PREPOSITION =
  /\b(in|at|on|near|outside|inside|aboard|off|along|around|across|through|throughout|within)\s+$/i

/** Where and when, as fine as the text: a vague time stays in its own words. */
function circumstances(lookup: Lookup, event: Event, undated: boolean): string[] {
  const parts: string[] = []
  if (event.place !== null) {
    const { span } = event.place
    const before = lookup.findings.document.text.slice(Math.max(0, span.from - 16), span.from)
    const preposition = PLACE_PREPOSITION.exec(before)?.[1]?.toLowerCase()
    const words = lookup.words(span)
    const named = event.participants.some((participant) => spansTouch(participant.span, span))
    if (!named) parts.push(preposition === undefined ? `(${words})` : `${preposition} ${words}`)
  }
  const time = event.when === null || undated ? undefined : lookup.times.get(event.when)
  if (time !== undefined) parts.push(timeWords(lookup, event, time))
  return parts
}

/** "since 28 March 2025" where the text says since of something that lasts; else the date, or the words where no date is known. */
function timeWords(lookup: Lookup, event: Event, time: TimeExpression): string {
  const { text } = lookup.findings.document
  const words = lookup.words(time.span)
  const lasting = event.status === 'ongoing' || event.type === 'custody'
  const said =
    /\bsince\s+$/i.test(text.slice(Math.max(0, time.span.from - 8), time.span.from)) || /^since\b/i.test(words)
  const since = lasting && said
  const when = since && time.earliest !== null ? { ...time, latest: null } : time
  return whenWords(when) ?? `(“${words}”)`
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([,:;.])/g, '$1')
    .replace(/,+(?=[,:;.)]|$| \()/g, '')
    .trim()
}

function capitalize(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length)
}
