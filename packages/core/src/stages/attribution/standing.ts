import { type Actor, type Standing, type TokenTable, UPOS } from '../../model/index.ts'
import { isBareLabel } from './chain.ts'
import { pseudonymOf } from './describe-voice.ts'
import type { TokenSpan, Voiced } from './draft.ts'
import type { Elliptic } from './find-elliptic.ts'
import { isOutletName } from './find-occasions.ts'
import {
  ANONYMITY_WORDS,
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  INSTITUTION_NOUNS,
  OUTLET_NOUNS,
  PERSON_NOUNS,
} from './lexicon.ts'
import { nounOf } from './people.ts'
import { severalOf } from './several-of.ts'

/**
 * What kind of voice it is. The actor found decides: "a senior official" who is a named person elsewhere is `named`.
 * Otherwise the words do: a document or footage, an outlet, a group or body, one unnamed person; nobody in particular
 * ("reportedly", "is said to") is `unknown`.
 */
export function standingOf(
  text: string,
  tokens: TokenTable,
  draft: Voiced,
  actor: Actor | undefined,
  hasName: (actor: Actor) => boolean,
): Standing {
  const span = draft.source[0]
  const person = span && (actor ? actor.kind === 'person' : isPerson(tokens, span))
  if (span && person && pseudonymOf(text, tokens, span)) return 'named'
  if (span && actor?.kind === 'person' && isNamedBody(tokens, span)) return 'collective'
  if (span && !(actor && hasName(actor) && actor.kind === 'person')) {
    if (isOutletPhrase(tokens, span)) return 'outlet'
    if (isDocument(tokens, span) && !(actor?.kind === 'outlet' && hasName(actor))) return 'document'
  }
  if (actor) {
    if (actor.kind === 'outlet') return 'outlet'
    if (actor.kind === 'person' && hasName(actor)) return 'named'
    if (span && actor.kind === 'organization' && isOutletName(tokens, nounOf(tokens, span))) return 'outlet'
    if (span && (hidesName(tokens, draft.source) || isUnnamedHere(text, tokens, span))) return 'anonymous'
    if (span && isDocument(tokens, span)) return 'document'
    if (span && actor.kind !== 'person' && OUTLET_NOUNS.has(tokens.lemma[nounOf(tokens, span)]!.toLowerCase()))
      return 'outlet'
    if (span && isSpoken(text, tokens, draft, actor)) return 'named'
    // A ministry, a government or a state speaks with many mouths, also where it has a name.
    if (actor.kind === 'person' && span && isBody(tokens, span)) return 'collective'
    if (actor.kind === 'person') return 'anonymous'
    return span && (isCounted(tokens, span) || isInformed(text, tokens, span)) ? 'anonymous' : 'collective'
  }
  if (!span || (!actor && isBareLabel(text, tokens, span))) return 'unknown'
  if (severalOf(tokens, span).length > 0) return 'collective'
  if (hidesName(tokens, draft.source) || isUnnamedHere(text, tokens, span)) return 'anonymous'
  const head = nounOf(tokens, span)
  const lemma = tokens.lemma[head]!.toLowerCase()
  const plural = tokens.xpos[head] === 'NNS' || tokens.xpos[head] === 'NNPS'
  if (isDocument(tokens, span)) return 'document'
  if (OUTLET_NOUNS.has(lemma) && lemma !== 'agency' && lemma !== 'channel') return 'outlet'
  if (isOutletName(tokens, head)) return 'outlet'
  // A place that speaks is its government.
  if (UPOS[tokens.upos[head]!] === 'PROPN') return tokens.name[head]!.endsWith('LOC') ? 'collective' : 'named'
  if (plural) return isCounted(tokens, span) || isInformed(text, tokens, span) ? 'anonymous' : 'collective'
  if (PERSON_NOUNS.has(lemma)) return 'anonymous'
  if (GROUP_NOUNS.has(lemma) || INSTITUTION_NOUNS.has(lemma)) return 'collective'
  if (isBody(tokens, span)) return 'collective'
  const form = text.slice(tokens.from[head]!, tokens.to[head]!).toLowerCase()
  if (/^(another|one)$/.test(form) || isOneOf(tokens, span)) return 'anonymous'
  if (/^(both|neither|all|many|some|others|they|we|everyone|several|few|most)$/.test(form)) return 'collective'
  // "a hotel bill shows": what shows is a thing.
  if (draft.head >= 0 && SHOWING.test(tokens.lemma[draft.head]!)) return 'document'
  return UPOS[tokens.upos[head]!] === 'NOUN' ? 'anonymous' : 'unknown'
}

/** "alias “Chucho”", "a commander known as Hawk": of whom no actor is known, and who is one person by the words. */
function isPerson(tokens: TokenTable, span: TokenSpan): boolean {
  if (tokens.lemma[span.first]!.toLowerCase() === 'alias') return true
  for (let at = span.first; at < span.last && UPOS[tokens.upos[at]!] !== 'PUNCT'; at++)
    if (tokens.xpos[at] === 'NN' && PERSON_NOUNS.has(tokens.lemma[at]!.toLowerCase())) return true
  return false
}

/** "shipping group Halvorsen", "the charity Open Wells": a name behind a noun for a body is the body's. */
function isNamedBody(tokens: TokenTable, span: TokenSpan): boolean {
  let first = span.last
  while (first > span.first && UPOS[tokens.upos[first - 1]!] === 'PROPN') first--
  if (first === span.last || first === span.first) return false
  const noun = tokens.lemma[first - 1]!.toLowerCase()
  return UPOS[tokens.upos[first - 1]!] === 'NOUN' && COMPANIES.test(noun)
}

const SHOWING = /^shows?$/

const COMPANIES =
  /^(?:group|company|firm|charity|airline|carrier|shipowner|bank|party|think-tank|watchdog|operator|giant|maker|manufacturer|foundation|ngo|union|association|movement|militia|coalition|network|startup|refiner|brokerage|consultancy|insurer|retailer|agency)$/

/** "EIDE: ...": a name in capitals before a colon is a person's, whatever the capitals look like. */
function isSpoken(text: string, tokens: TokenTable, draft: Voiced, actor: Actor): boolean {
  const span = draft.source[0]
  const cue = draft.cue[0]
  if (!span || cue?.first !== span.last || actor.kind !== 'organization') return false
  const words = text.slice(tokens.from[span.first], tokens.to[span.last - 1])
  return text.slice(tokens.from[cue.first], tokens.to[cue.last - 1]) === ':' && /^\p{Lu}{4,}$/u.test(words)
}

/** Standing of a voice by the noun that its words leave out; null where they leave out none. */
export function ellipticStanding(tokens: TokenTable, elliptic: Elliptic | undefined): Standing | null {
  if (!elliptic) return null
  const lemma = tokens.lemma[elliptic.noun]!.toLowerCase()
  if (DOCUMENT_NOUNS.has(lemma)) return 'document'
  if (elliptic.name.endsWith(` ${tokens.lemma[elliptic.noun]!}`)) return 'anonymous'
  return 'collective'
}

/** "the coast guard", "her office": a body that speaks, whatever the list of nouns for persons says. */
function isBody(tokens: TokenTable, span: TokenSpan): boolean {
  const head = nounOf(tokens, span)
  const lemma = tokens.lemma[head]!.toLowerCase()
  if (lemma === 'guard') return head > span.first && /^(coast|national|border)$/.test(tokens.lemma[head - 1]!)
  return UPOS[tokens.upos[head]!] === 'NOUN' && !PERSON_NOUNS.has(lemma) && INSTITUTION_NOUNS.has(lemma)
}

/** "state television", "a foreign radio station", "state news agency SNA": what the phrase is about is a newsroom. */
function isOutletPhrase(tokens: TokenTable, span: TokenSpan): boolean {
  const head = nounOf(tokens, span)
  for (let at = head; at >= span.first; at--) {
    if (tokens.xpos[at] === 'POS' || UPOS[tokens.upos[at]!] === 'ADP') return false
    if (UPOS[tokens.upos[at]!] !== 'NOUN') continue
    const lemma = tokens.lemma[at]!.toLowerCase()
    const news = /^(news|press|radio|television|tv)$/.test(tokens.lemma[at - 1] ?? '')
    const known = OUTLET_NOUNS.has(lemma) && (lemma !== 'agency' || news) && lemma !== 'channel'
    const station =
      /^(station|site|website|outlet|channel)$/.test(lemma) && (news || /^(station|website|outlet)$/.test(lemma))
    // "radio" before another noun describes it: "a radio operator".
    if ((known || (station && news)) && (at === head || UPOS[tokens.upos[at + 1]!] === 'PROPN')) return true
    if (at === head && !known && !station) return false
  }
  return false
}

/** "on condition of anonymity", "unnamed", "who asked not to be named", "sources". */
function hidesName(tokens: TokenTable, source: readonly TokenSpan[]): boolean {
  for (const span of source) {
    for (let at = span.first; at < span.last; at++) {
      const lemma = tokens.lemma[at]!.toLowerCase()
      if (!ANONYMITY_WORDS.has(lemma)) continue
      if (lemma === 'named' || lemma === 'identified') {
        if (tokens.lemma[at - 1] === 'not' || tokens.lemma[at - 2] === 'not') return true
        continue
      }
      if ((lemma === 'source' || lemma === 'insider') && nounOf(tokens, span) !== at) continue
      if (lemma === 'background') continue
      return true
    }
  }
  return false
}

const UNNAMED =
  /\b(not|without|refused|declined)( \w+)? (to be|being) (named|identified)\b|\b(condition|promise|guarantee)s? of anonymity\b|\b(request|ask|insist|demand)(ed|ing|s)?( for| on)? anonymity\b|\boff the record\b|\banonymously\b/i

/** True where the sentence says that its speaker asked to stay unnamed. */
function isUnnamedHere(text: string, tokens: TokenTable, span: TokenSpan): boolean {
  const sentence = tokens.sentence[span.first]!
  let first = span.first
  while (first > 0 && tokens.sentence[first - 1] === sentence) first--
  let last = span.last
  while (last < tokens.length && tokens.sentence[last] === sentence) last++
  return UNNAMED.test(text.slice(tokens.from[first], tokens.to[last - 1]))
}

function isDocument(tokens: TokenTable, span: TokenSpan): boolean {
  const head = nounOf(tokens, span)
  // A noun that begins a sentence may be taken for a name.
  const noun = UPOS[tokens.upos[head]!] === 'NOUN' || (head === span.first && tokens.name[head] === 'O')
  return noun && DOCUMENT_NOUNS.has(tokens.lemma[head]!.toLowerCase())
}

const INFORMED =
  /\b(?:present|in the room|briefed on|familiar with|(?:direct |first-?hand |detailed )?knowledge of|close to|privy to|involved in the (?:talks|discussions|negotiations)|in the know)\b/i

/** "officials briefed on the talks": described as sources are, by what they know. */
function isInformed(text: string, tokens: TokenTable, span: TokenSpan): boolean {
  if (/^(?:analyst|expert|observer|critic|supporter)$/.test(tokens.lemma[nounOf(tokens, span)]!)) return false
  return INFORMED.test(text.slice(tokens.from[span.first], tokens.to[span.last - 1]))
}

/** "one of them", "two of the men": few of a group, and nobody says who. */
function isOneOf(tokens: TokenTable, span: TokenSpan): boolean {
  const counts = UPOS[tokens.upos[span.first]!] === 'NUM' || /^(?:one|another)$/i.test(tokens.lemma[span.first]!)
  return counts && tokens.lemma[span.first + 1] === 'of' && span.last - span.first > 2
}

const KNOWN_PAIR = /^(?:leader|minister|president|premier|side|country|state|party|capital|delegation|chancellor|king)$/

/** Persons at most who are a few without names; more of them are a crowd that speaks. */
const MAX_FEW = 20

/** "two officials": so few that they are persons whose names are kept back, not a body that speaks. */
function isCounted(tokens: TokenTable, span: TokenSpan): boolean {
  const head = nounOf(tokens, span)
  const lemma = tokens.lemma[head]!.toLowerCase()
  // "The two leaders" are known, "the two foreign ministries" are bodies.
  if (INSTITUTION_NOUNS.has(lemma) || (tokens.lemma[span.first] === 'the' && KNOWN_PAIR.test(lemma))) return false
  // "both men"
  if (tokens.lemma[span.first]!.toLowerCase() === 'both' && PERSON_NOUNS.has(lemma)) return !KNOWN_PAIR.test(lemma)
  for (let at = span.first; at < head; at++)
    if (UPOS[tokens.upos[at]!] === 'NUM') return !(Number(tokens.lemma[at]!.replace(',', '')) > MAX_FEW)
  return false
}
