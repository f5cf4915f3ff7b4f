import { type Actor, type ActorId, type Mention, type Sentence, type TokenTable, UPOS } from '../../model/index.ts'
import { isPunctuation, type TokenSpan, type Voiced } from './draft.ts'
import { ANONYMITY_WORDS, cueVerb, PERSON_NOUNS } from './lexicon.ts'
import { nounOf, type People } from './people.ts'

/** Sentences ahead in which the name may come. */
const MAX_AHEAD = 2

/** Nouns of persons that are introduced by what they are and named later, besides those of persons who speak. */
const ROLES =
  /^(?:chief|chair|chairman|chairwoman|head|boss|mp|mep|mayor|spokes\w+|engineer|envoy|counterpart|founder|owner|editor|author|historian|professor|bishop|captain|tánaiste|taoiseach|chancellor|deputy|foreign|patron|representative|rapporteur|director|commissioner|ombudsman|secretary-general|speaker|mum|dad|gran|nan|widow|fiancée?|partner|mate)$/

/**
 * "Canada's foreign minister says she raised the case. Simone Gallant told the CBC ...": who is told of by an office is
 * named only in the sentence after, without a word on who that is. The actor of each such description with the actor of
 * the name. A name counts that is met there first, has two words or more, stands alone as the subject of its sentence or
 * as who speaks, and has no description of its own; a description counts that is definite, of one person, not of
 * somebody who hides, and nearest before.
 */
export function findLaterNames(
  text: string,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  drafts: readonly Voiced[],
  known: readonly (ActorId | null)[],
  people: People,
): ReadonlyMap<ActorId, ActorId> {
  const found = new Map<ActorId, ActorId>()
  const taken = new Map<ActorId, string>()
  const voicedIn = (sentence: number) =>
    new Set(
      drafts.flatMap((draft, at) =>
        draft.source[0] && tokens.sentence[draft.source[0].first] === sentence && known[at] ? [known[at]] : [],
      ),
    )
  drafts.forEach((draft, at) => {
    const actor = people.actor(known[at])
    const source = draft.source[0]
    if (!actor || !source || found.has(actor.id)) return
    // "the Tánaiste" looks like a name.
    const titled = TITLES.test(tokens.lemma[nounOf(tokens, source)]!.toLowerCase()) && actor.kind !== 'state'
    if (!titled && (actor.kind !== 'person' || people.isNamed(actor.id))) return
    if (!isDefinite(text, tokens, source) || !isRole(tokens, source)) return
    const here = tokens.sentence[source.first]!
    for (let next = here + 1; next <= Math.min(here + MAX_AHEAD, sentences.length - 1); next++) {
      const name = bareName(text, tokens, sentences[next]!, people, voicedIn(next))
      if (!name) {
        // Somebody else with a name speaks first: whoever comes then is not the one before.
        if (
          [...voicedIn(next)].some(
            (one) => one !== actor.id && people.isNamed(one) && people.actor(one)?.kind === 'person',
          )
        )
          return
        continue
      }
      const role = tokens.lemma[nounOf(tokens, source)]!.toLowerCase()
      // "EU mediator" of the headline is "the EU's mediator" of the text.
      if (taken.has(name) && taken.get(name) !== role) return
      found.set(actor.id, name)
      taken.set(name, role)
      return
    }
  })
  return found
}

/** Offices that the tagger takes for names. */
const TITLES = /^(?:tánaiste|taoiseach|chancellor|premier|ombudsman|speaker|representative|rapporteur)$/

const KNOWN = /^the (?:president|pope|king|queen|prime minister|crown prince|emperor|emir)$/i

/** "the minister", "its chief", "Canada's envoy", "EU mediator": not "a diplomat", not "sources". */
function isDefinite(text: string, tokens: TokenTable, source: TokenSpan): boolean {
  const first = text.slice(tokens.from[source.first]!, tokens.to[source.first]!).toLowerCase()
  if (/^(?:a|an|one|another|some|any|no)$/.test(first)) return false
  // Of those everybody knows, the text needs no name to follow.
  if (KNOWN.test(text.slice(tokens.from[source.first], tokens.to[source.last - 1]))) return false
  for (let at = source.first; at < source.last; at++)
    if (ANONYMITY_WORDS.has(tokens.lemma[at]!.toLowerCase())) return false
  return true
}

function isRole(tokens: TokenTable, source: TokenSpan): boolean {
  const noun = nounOf(tokens, source)
  const lemma = tokens.lemma[noun]!.toLowerCase()
  if (/^NNP?S$/.test(tokens.xpos[noun]!)) return false
  return PERSON_NOUNS.has(lemma) || ROLES.test(lemma)
}

/** The person whom a sentence has for its subject, or who speaks in it, by a name alone that the text has not used before. */
function bareName(
  text: string,
  tokens: TokenTable,
  sentence: Sentence,
  people: People,
  voiced: ReadonlySet<ActorId>,
): ActorId | null {
  for (let at = sentence.first; at < sentence.last; at++) {
    const mention = people.mentionAt(at)
    if (mention?.head !== at || mention.form !== 'name' || mention.kind !== 'person' || mention.actor === null) continue
    if (people.headsOf(mention.actor)[0] !== at || !isBare(text, tokens, mention, at)) continue
    const root = rootOfName(tokens, mention, at)
    // "The minutes record Jane Roe telling": who speaks need not be the subject that the tree has.
    if (voiced.has(mention.actor)) return mention.actor
    if (!/^nsubj/.test(tokens.relation[root]!)) continue
    // Who is only told of is somebody else: "“Sign here,” the colonel said. Jane Roe signed."
    const verb = tokens.lemma[tokens.head[root]!] ?? ''
    const takesBack =
      tokens.lemma[tokens.head[root]!] === 'take' && someWord(tokens, tokens.head[root]!, sentence.last, 'back')
    if (takesBack || SPEAKS.test(verb) || cueVerb(verb.toLowerCase())?.sense === 'voice') return mention.actor
  }
  return null
}

function someWord(tokens: TokenTable, first: number, last: number, lemma: string): boolean {
  for (let at = first; at < last; at++) if (tokens.lemma[at] === lemma) return true
  return false
}

/** The word of the name that hangs on something outside of it. */
function rootOfName(tokens: TokenTable, mention: Mention, head: number): number {
  let at = head
  while (at > 0 && tokens.from[at - 1]! >= mention.from) at--
  for (let one = at; one <= head; one++) if (tokens.head[one]! < at || tokens.head[one]! > head) return one
  return head
}

const SPEAKS = /^(?:respond|speak|talk|react|comment|appear|write|post|address|answer)$/

const COURTESY = /^(?:mr|mrs|ms|miss|mx|sir|dame|lord|lady|do[nñ]a?|dr|prof|rt|rev|hon|most|very|sheikha?)\.?$/i

/** Words of an introduction at most, from the article to what is told of the protagonist. */
const MAX_INTRODUCTION = 16
/** Sentences from an introduction to a bare name at most. */
const MAX_TO_BARE = 2

/** Two words or more, all of a name. */
function isNameOnly(tokens: TokenTable, { first, last }: TokenSpan): boolean {
  if (last - first < 2 || last - first > 4 || PERSON_NOUNS.has(tokens.lemma[first]!.toLowerCase())) return false
  for (let at = first; at < last; at++) if (UPOS[tokens.upos[at]!] !== 'PROPN') return false
  return true
}

/** True where the text meets the person first in these words. */
function isAloneIn(people: People, person: ActorId, { first, last }: TokenSpan, tokens: TokenTable): boolean {
  const met = people.headsOf(person)[0] ?? -1
  return met >= first && met < last && tokens.length > 0
}

/** Sentences from an introduction without a name to the one with it at most. */
const MAX_TO_PROTAGONIST = 4

/** Whom a story calls by whose kin they are. */
const KIN =
  /^(?:mum|mom|mother|dad|father|wife|husband|son|daughter|brother|sister|widow|widower|gran|grandmother|grandfather|uncle|aunt|cousin|fianc[eé]e?|partner|girlfriend|boyfriend)$/

/** Who goes without a name because it is kept back, not because it comes later. */
const KEPT_BACK =
  /^(?:official|source|diplomat|aide|adviser|advisor|insider|spokes\w+|person|witness|lawmaker|analyst|expert|officer|negotiator|mediator|critic|supporter|colleague|friend|pal|neighbou?r|one|another)$/

/** Those of them who are often named in the sentence after. */
const OFTEN_NAMED =
  /^(?:aide|adviser|advisor|officer|witness|lawmaker|analyst|expert|colleague|friend|neighbou?r|critic)$/

/**
 * "A British engineer freed from jail has told how ... Craig Mottram, 44, said": papers introduce who a story is about
 * without a name and give it, with an age, a few sentences on. The actor, or, where there is none, the draft of each such
 * introduction, with the actor of the name. Kin ("Marta's mum") are introduced so without an article. Only the first voice of the document is one, and nobody else with a name may
 * speak before.
 */
export function findProtagonist(
  text: string,
  tokens: TokenTable,
  drafts: readonly Voiced[],
  known: readonly (ActorId | null)[],
  people: People,
): { readonly drafts: readonly number[]; readonly name: ActorId } | null {
  const article = (span: TokenSpan | undefined) =>
    span !== undefined &&
    ((span.last - span.first > 1 && /^an?$/i.test(text.slice(tokens.from[span.first], tokens.to[span.first]))) ||
      KIN.test(tokens.lemma[nounOf(tokens, span)]!.toLowerCase()))
  const at = drafts.findIndex((draft) => article(draft.source[0]))
  const source = drafts[at]?.source[0]
  const named = (one: ActorId | null) => people.isNamed(one) && people.actor(one)?.kind === 'person'
  if (
    !source ||
    known.slice(0, at).some(named) ||
    people.isNamed(known[at]) ||
    source.last - source.first > MAX_INTRODUCTION
  )
    return null
  const noun = nounOf(tokens, source)
  const keptBack = KEPT_BACK.test(tokens.lemma[noun]!.toLowerCase())
  if (tokens.xpos[noun] === 'NNS' || (keptBack && !OFTEN_NAMED.test(tokens.lemma[noun]!.toLowerCase()))) return null
  for (let head = source.first; head < source.last; head++)
    if (ANONYMITY_WORDS.has(tokens.lemma[head]!.toLowerCase())) return null
  for (let next = at + 1; next < drafts.length; next++) {
    const other = drafts[next]!.source[0]
    if (!other || !named(known[next]!)) continue
    const far = tokens.sentence[other.first]! - tokens.sentence[source.first]!
    if (far > MAX_TO_PROTAGONIST) return null
    const words = text.slice(tokens.from[other.first], tokens.to[other.last - 1])
    const introduced = /, \d{2},?$/.test(words) || /\b(?:mum|dad|mother|father|gran)-of-/i.test(words)
    // "A farmer who watched it says ... Josef Brandl told the Gazette": a bare name right behind is his as well.
    const bare = far <= MAX_TO_BARE && isAloneIn(people, known[next]!, other, tokens)
    const person = known[at] === null || people.actor(known[at])?.kind === 'person'
    if (!introduced && !(bare && person && isNameOnly(tokens, other))) return null
    // "Yes, says a former aide. “I was there,” Jane Roe told": only the very next sentence names whom papers often do not.
    if (keptBack && (introduced || far !== 1)) return null
    // The headline and the first sentence may both introduce her.
    const same = (one: Voiced) => one.source[0] && tokens.lemma[nounOf(tokens, one.source[0])] === tokens.lemma[noun]
    const all = drafts.flatMap((one, index) => (index < next && same(one) ? [index] : []))
    return { drafts: all, name: known[next]! }
  }
  return null
}

/** A name of two words or more with nothing that describes it before or behind. */
function isBare(text: string, tokens: TokenTable, mention: Mention, head: number): boolean {
  const form = (at: number) => text.slice(tokens.from[at] ?? 0, tokens.to[at] ?? 0)
  let first = head
  while (first > 0 && tokens.from[first - 1]! >= mention.from) first--
  let last = head + 1
  while (last < tokens.length && tokens.to[last]! <= mention.to) last++
  while (first < head && COURTESY.test(form(first))) first++
  // "Prosecutor Jane Roe" is no former consul, "Harbor MP Jane Roe" no lawyer.
  const isTitle = (word: string) => PERSON_NOUNS.has(word) || ROLES.test(word)
  for (let at = first; at < last - 2; at++) if (isTitle(form(at).toLowerCase())) return false
  const family = /^(?:mum|dad|mother|father|gran|grandmother|grandfather)-of-/i.test(
    text
      .slice(tokens.from[Math.max(0, first - 5)]!, tokens.to[first - 1] ?? 0)
      .split(/[.”"]\s*/)
      .at(-1)
      ?.trim() ?? '',
  )
  if (last - first < 2 && !COURTESY.test(form(first - 1))) return false
  for (let at = first; at < last; at++) if (!/^(?:PROPN|PUNCT|PART)$/.test(UPOS[tokens.upos[at]!]!)) return false
  const before = UPOS[tokens.upos[first - 1] ?? 0]
  const sameSentence = tokens.sentence[first - 1] === tokens.sentence[first]
  if (sameSentence && /^(?:NOUN|ADJ|DET|PROPN|NUM)$/.test(before!) && !family && !COURTESY.test(form(first - 1)))
    return false
  // "Jane Roe, a lawyer, said" and "Jane Roe (Lab)" say themselves who she is.
  return family || !(isPunctuation(tokens, last) && /^[,(]$/.test(form(last)))
}

/**
 * "..., says Jane Roe. The retired general has found a few, she tells me.": a definite description met only behind the one
 * person with a name that the text knows, who has just spoken. Null where it may be of somebody else.
 */
function soleBefore(
  tokens: TokenTable,
  drafts: readonly Voiced[],
  known: readonly (ActorId | null)[],
  people: People,
  actor: Actor,
  at: number,
): ActorId | null {
  if (actor.kind !== 'person' || !/^the /i.test(actor.name)) return null
  const met = people.headsOf(actor.id)[0]
  if (met === undefined) return null
  const noun = tokens.lemma[met]!.toLowerCase()
  if (tokens.xpos[met] !== 'NN' || KEPT_BACK.test(noun) || NOT_SELF.test(noun)) return null
  const named = people.all.filter(
    (one) => one.kind === 'person' && people.isNamed(one.id) && (people.headsOf(one.id)[0] ?? met) < met,
  )
  const [one, more] = named
  if (!one || more) return null
  // Whom somebody tells of is somebody else, and so is who is introduced at length.
  const told = drafts.some((draft) => draft.content.some((span) => span.first <= met && met < span.last))
  const own = drafts[at]!.source[0]!
  if (told || (own.first <= met && met < own.last && own.last - own.first > MAX_BARE)) return null
  for (let back = at - 1; back >= 0; back--) {
    const other = drafts[back]!.source[0]
    if (!other || other.first >= met) continue
    if (tokens.sentence[met]! - tokens.sentence[other.first]! > MAX_AHEAD) return null
    return known[back] === one.id ? one.id : null
  }
  return null
}

/** Words of "the retired general" at most. */
const MAX_BARE = 3

/** Whom a person told of is usually somebody else than. */
const NOT_SELF =
  /^(?:president|king|queen|pope|minister|government|judge|prosecutor|lawyer|police|guard|man|woman|boy|girl|chairman|host|presenter|mayor|governor|interpreter|spokes\w+|chancellor|premier|wife|husband|mother|father|son|daughter|brother|sister)$/

/** Offices by other words for who holds them. */
const SAME_OFFICE: readonly (readonly [RegExp, RegExp])[] = [
  [/^spokes(?:man|woman|person)$/, /\b(?:press (?:secretary|officer|attach[eé])|spokes(?:man|woman|person))\b/i],
  [/^diplomat$/, /\b(?:foreign (?:minister|secretary)|ambassador|envoy|consul)\b/i],
  [/^(?:premier|chancellor)$/, /\b(?:prime minister|premier|chancellor)\b/i],
  [/^(?:lawmaker|legislator|parliamentarian)$/, /\b(?:MP|senator|deputy|congress(?:man|woman)|representative)\b/i],
]

/**
 * "Press Secretary Jane Roe said. “No,” the spokeswoman noted.": a definite description met there first, of somebody
 * without a name, goes on from who spoke in the sentence or two before, where that one's words name the same office
 * otherwise.
 */
export function findNamedBefore(
  text: string,
  tokens: TokenTable,
  drafts: readonly Voiced[],
  known: readonly (ActorId | null)[],
  people: People,
): ReadonlyMap<ActorId, ActorId> {
  const found = new Map<ActorId, ActorId>()
  drafts.forEach((draft, at) => {
    const actor = people.actor(known[at])
    const source = draft.source[0]
    if (!actor || !source || people.isNamed(actor.id)) return
    const sole = soleBefore(tokens, drafts, known, people, actor, at)
    if (sole) {
      found.set(actor.id, sole)
      return
    }
    if (text.slice(tokens.from[source.first], tokens.to[source.first]).toLowerCase() !== 'the') return
    const noun = nounOf(tokens, source)
    // "the same minister" is who was told of last.
    const told = KEPT_BACK.test(tokens.lemma[noun]!.toLowerCase())
    if (tokens.lemma[source.first + 1]?.toLowerCase() === 'same' && isRole(tokens, source) && !told) {
      const same = lastNamed(tokens, source.first, people)
      if (same) found.set(actor.id, same)
      return
    }
    const office = SAME_OFFICE.find(([role]) => role.test(tokens.lemma[noun]!.toLowerCase()))
    if (!office || source.last - source.first > 3 || (people.headsOf(actor.id)[0] ?? 0) < source.first) return
    for (let back = at - 1; back >= 0; back--) {
      const other = drafts[back]!.source[0]
      if (!other || tokens.sentence[source.first]! - tokens.sentence[other.first]! > MAX_AHEAD) break
      const named = known[back]
      if (!named || !people.isNamed(named) || people.actor(named)?.kind !== 'person') continue
      if (office[1].test(text.slice(tokens.from[other.first], tokens.to[other.last - 1]))) found.set(actor.id, named)
      return
    }
  })
  return found
}

/** The person with a name whom the two sentences before the word told of last; null where they name nobody. */
function lastNamed(tokens: TokenTable, before: number, people: People): ActorId | null {
  for (let at = before - 1; at >= 0 && tokens.sentence[before]! - tokens.sentence[at]! <= MAX_AHEAD; at--) {
    const mention = people.mentionAt(at)
    if (mention?.head === at && mention.form === 'name' && mention.kind === 'person' && mention.actor)
      return mention.actor
  }
  return null
}
