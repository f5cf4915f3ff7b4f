import { type Actor, type Event, type Participant, type RoleName, spansTouch } from '../model/index.ts'
import type { Lookup } from './lookup.ts'

/** Participants of one role in text order; empty where the claim has none. */
export function inRole(event: Event, role: RoleName): readonly Participant[] {
  return event.participants.filter((participant) => participant.role === role)
}

/**
 * Who a participant is, in words that stand in the text: the fullest name where the words are a pronoun, a title or a
 * short form of somebody named, else the words themselves, with counts and (unless `members` is false) named members
 * that the words leave out.
 */
export function participantWords(lookup: Lookup, participant: Participant, members = true): string {
  const words = wholeWords(lookup.words(participant.span))
  const actor = participant.actor === null ? undefined : lookup.actors.get(participant.actor)
  let text = withoutNo(lowerStart(words))
  // "dozens of UN staff" are not the UN, whatever body they belong to.
  const isSome = participant.count !== null && AMOUNT.test(words)
  if (actor !== undefined && !isSome && takesName(actor.kind, words, actor.name)) text = withArticle(lookup, actor)
  else if (actor !== undefined && PRONOUN_END.test(words)) text += ` (${lowerStart(actor.name)})`
  const { count } = participant
  const isCounted = count !== null && text.toLowerCase().includes(count.words.trim().toLowerCase())
  if (count !== null && !COUNTED.test(text) && !isCounted && count.words !== '') text += ` (${count.words.trim()})`
  const names = participant.includes.flatMap((id) => lookup.actors.get(id)?.name ?? [])
  const unsaid = names.filter((name) => !text.includes(name))
  if (members && unsaid.length > 0) text += `, including ${joinWords(unsaid)},`
  return text
}

const AMOUNT = /^(?:dozens|scores|hundreds|thousands|millions|several|some|many|most) of /i

/** "the union, known as X": a description that was cut off within stays away. */
function wholeWords(words: string): string {
  return words.replace(/^([^,]+), (?:known|called|named|led|headed|described|who|which|whose|where)\b.*$/s, '$1')
}

const PRONOUN =
  /^(i|me|my|we|us|our|you|your|he|him|his|she|her|hers|it|its|they|them|their|who|whom|whose|which|that|himself|herself|itself|themselves)$/i

/** Small words that have a capital only at the start of a sentence. */
const SMALL_START =
  /^(the|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|many|few|dozens|hundreds|thousands|all|most|both|at|about|around|nearly|almost|more|his|her|its|their|our|my|this|that|these|those|he|she|it|they|we|another|other|others|every|each|no|former|senior)\b/i

/** "denied: that anyone was arrested": what "no one" denies is told by the denial, and not twice. */
function withoutNo(words: string): string {
  return words
    .replace(/^(?:no one|no-one|nobody)\b/i, 'anyone')
    .replace(/^(?:no|none)(?= )/i, 'any')
    .replace(/^neither(?= )/i, 'either')
}

function lowerStart(words: string): string {
  return SMALL_START.test(words) ? words.slice(0, 1).toLowerCase() + words.slice(1) : words
}

/** Names that English says with "the": "the US", "the European Union", "the Netherlands". */
const ARTICLE_NAME =
  /^(US|USA|U\.S\.|UK|U\.K\.|UN|U\.N\.|EU|UAE|IAEA|OSCE|ICRC|IMF|White House|Kremlin|West|Netherlands|Philippines|Gambia|Bahamas|Maldives|Vatican|Taliban|United .*|(Sea|Gulf|Strait|Bay|Bank) of .*|.* (Union|States|Nations|Kingdom|Republic|Emirates|Islands|Organization|Council|Commission|Federation|Department|Ministry|Office|Bank|Court|Front|Army|Alliance|League|Cross|Sea|Ocean|Gulf|Strait))$/

/** The fullest name, with the article that the text or usage gives it: bodies and states only, never persons. */
function withArticle(lookup: Lookup, actor: Actor): string {
  const { name, kind } = actor
  if (kind === 'person' || kind === 'group' || !/^\p{Lu}/u.test(name)) return lowerStart(name)
  if (/^(the|an?) /i.test(name)) return lowerStart(name)
  if (ARTICLE_NAME.test(name)) return `the ${name}`
  const { text } = lookup.findings.document
  const at = text.toLowerCase().indexOf(`the ${name.toLowerCase()}`)
  const next = text.slice(at + name.length + 4, at + name.length + 5)
  return at >= 0 && /^[,.;:’')]$/.test(next) ? `the ${name}` : name
}

/** A figure or number word: the count is told already. */
const COUNTED = /\d|^(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i

/** "all of them", "many of those": words that say nobody's name. */
const PRONOUN_END = / of (us|you|them|these|those)$/i

/** One named person, state, body or outlet goes by name; a group by the words here, which may count it differently. */
function takesName(kind: string, words: string, name: string): boolean {
  if (words.includes(name)) return kind === 'person' || (words === name && kind !== 'group')
  return kind !== 'group' && kind !== 'place' ? true : PRONOUN.test(words)
}

const POSSESSIVE = /^(my|our|your|his|its|their|whose)$/i

/** Several of one role: "X", "X and Y", "X, Y and Z". Spans that overlap an earlier one are left out. */
export function roleWords(lookup: Lookup, event: Event, role: RoleName, members = true): string | null {
  const kept: Participant[] = []
  for (const participant of inRole(event, role))
    if (!kept.some((other) => spansTouch(other.span, participant.span))) kept.push(participant)
  const texts = kept
    .map((participant) => participantWords(lookup, participant, members))
    // "their release", with nobody whom it leads to, names nobody.
    .filter((text) => !POSSESSIVE.test(text))
  const distinct = texts.filter((text, index) => texts.indexOf(text) === index)
  return distinct.length === 0 ? null : joinWords(distinct)
}

/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** True where a verb with these subjects is a plural: "were released". A guess from counts, kinds and endings. */
export function isPlural(lookup: Lookup, participants: readonly Participant[]): boolean {
  if (participants.length !== 1) return participants.length > 1
  const [only] = participants
  if (only === undefined) return false
  if (only.count !== null) return only.count.high === null || only.count.high > 1
  const actor = only.actor === null ? undefined : lookup.actors.get(only.actor)
  if (actor !== undefined && actor.kind !== 'group') return false
  const head = lookup.words(only.head)
  if (actor !== undefined) return !/^(the|a|an)?\s*(group|delegation|team|side|party|crowd)$/i.test(head)
  if (/^(those|these|others|some|many|several|few|both)$/i.test(head)) return true
  return /^(they|them|we|us|people|men|women|children|police)$/i.test(head) || /^[a-z].*[^s]s$/.test(head)
}
