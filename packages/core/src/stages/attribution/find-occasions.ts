import { type Actor, type ActorId, type Mention, type TokenTable, UPOS } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import { isPunctuation } from './draft.ts'
import { subjectOf } from './grammar.ts'
import { cueVerb, DOCUMENT_NOUNS, OUTLET_NAMES, OUTLET_NOUNS, PLATFORMS } from './lexicon.ts'
import type { People } from './people.ts'

/** Words that say through which outlet or platform somebody spoke: "told Reuters", "in an interview with The Ledger". */
export interface Occasion {
  readonly name: string
  readonly actor: ActorId | null
  /** The words that link the outlet: "told", "In an interview with", "seen by". */
  readonly by: string
  /** The word of the outlet's mention. */
  readonly outlet: number
  /** The verb that the occasion hangs on, or -1. */
  readonly verb: number
  /** The noun that it describes ("a transcript seen by"), or -1. */
  readonly noun: number
  /** Who spoke there, where the tree says so. */
  readonly speaker: ActorId | null
  /** True for an outlet, whose occasion holds for all the speaker's words; a post on a platform is one by one. */
  readonly lasts: boolean
}

/** Nouns of occasions on which one speaks to an outlet. */
const OCCASION_NOUNS = new Set(
  `interview comment remark statement briefing conversation email e-mail message post speech article op-ed appearance call
  letter column essay address chat broadcast exchange podcast video tweet thread response answer reply`.split(/\s+/),
)
/** Verbs that speak to an outlet named beside them. */
const SPEAKING = new Set(
  `tell speak talk write post appear say announce tweet add comment publish inform confirm explain complain admit reveal
  give grant confide share claim declare state note warn insist repeat respond reply answer concede acknowledge disclose
  divulge recall recount relate describe hint lament joke quip predict vow argue maintain suggest stress`.split(/\s+/),
)
/** What an outlet does with words or papers of others. */
const HANDLING = new Set(
  `see obtain publish release air review broadcast quote cite carry report leak verify print run share circulate interview
  ask contact read disseminate distribute post`.split(/\s+/),
)
const SPOKEN_TO = new Set(['to', 'with', 'on', 'in', 'for', 'by', 'via', 'from', 'through', 'at'])

/** Steps from a noun of occasion up to the verb at most. */
const MAX_STEPS = 5

/** Finds the occasions of a document, in text order. An outlet that is the subject of a saying is a voice, not one. */
export function findOccasions(text: string, tokens: TokenTable, tree: Tree, people: People): Occasion[] {
  const found: Occasion[] = []
  let before: { readonly name: string; readonly actor: ActorId | null } | null = null
  for (let at = 0; at < tokens.length; at++) {
    const mention = people.mentionAt(at)
    const actor = mention ? people.actor(mention.actor) : undefined
    // "told Swiss public radio SRF": the name right behind the noun is the outlet.
    if (isAnybodys(tokens, at)) continue
    const generic = isNewsroom(tokens, at) && (mention !== undefined || UPOS[tokens.upos[at + 1] ?? 0] !== 'PROPN')
    // "the ONT channel": the name says which.
    if (generic && UPOS[tokens.upos[at]!] === 'NOUN' && isNamedOutlet(people, at - 1)) continue
    // "public broadcaster ARD": so does the name behind it.
    if (generic && mention?.form === 'nominal' && isNamedOutlet(people, at + 1)) continue
    const again = before !== null && isSamePaper(tokens, at)
    const isOutlet =
      (mention && isOutletMention(mention, actor)) ||
      generic ||
      again ||
      isPlatform(text, tokens, tree, at) ||
      (UPOS[tokens.upos[at]!] === 'PROPN' && publishedInterview(tokens, people, at) >= 0)
    if (!isOutlet) continue
    const words = text.slice(tokens.from[at]!, tokens.to[at]!).replace(/\.$/, '')
    const phrase =
      generic && (!mention || mention.form === 'nominal')
        ? text.slice(tokens.from[nounStart(tokens, at)]!, tokens.to[at]!).replace(/^the /i, '')
        : words
    // "state television" is not the agency that the text names elsewhere, whatever it was linked to.
    const other = mention?.form === 'nominal' && generic && tokens.lemma[nounStart(tokens, at)] !== 'the'
    const owner = other && actor && !/television|radio|channel|media/i.test(actor.name) ? undefined : actor
    const name = owner?.name ?? (other ? phrase : mention ? text.slice(mention.from, mention.to) : phrase)
    // "speaking to the same channel"
    const same = before !== null && (again || (!actor && tokens.lemma[at - 1] === 'same')) ? before : null
    // "told Rai 3": which of its channels.
    const number =
      /^\d{1,2}$/.test(tokens.lemma[at + 1] ?? '') && isPunctuation(tokens, at + 2) ? tokens.lemma[at + 1]! : ''
    const outlet: { readonly name: string; readonly actor: ActorId | null } =
      number !== '' && mention
        ? { name: `${name} ${number}`, actor: null }
        : (same ?? { name, actor: owner?.id ?? null })
    if (!isPlatform(text, tokens, tree, at)) before = outlet
    const occasion = occasionAt(text, tokens, tree, people, at, outlet.name, outlet.actor, mention)
    if (occasion) found.push(occasion)
  }
  return found
}

/** "speaking to the media", "told the press", "said on the radio": no outlet's, but where a word says whose ("state media"). */
function isAnybodys(tokens: TokenTable, at: number): boolean {
  const before = at > 0 ? UPOS[tokens.upos[at - 1]!]! : 'PUNCT'
  return (
    /^(?:media|press|radio|television|tv)$/i.test(tokens.lemma[at]!) &&
    UPOS[tokens.upos[at]!] === 'NOUN' &&
    !/^(?:NOUN|ADJ|PROPN)$/.test(before)
  )
}

/** "tells the paper", "told the channel": the outlet that was named before. */
function isSamePaper(tokens: TokenTable, at: number): boolean {
  if (
    !/^(?:paper|newspaper|channel|broadcaster|magazine|station|outlet|site|website|daily|weekly|agency|programme|program|show|podcast|network|tabloid|newscast)$/.test(
      tokens.lemma[at]!,
    )
  )
    return false
  if (tokens.lemma[at - 1] !== 'the' || /^(?:NOUN|PROPN)$/.test(UPOS[tokens.upos[at + 1] ?? 0]!)) return false
  return (
    tokens.lemma[at - 2] === 'tell' ||
    (tokens.lemma[at - 2] === 'to' && /^(?:speak|confirm|talk)$/.test(tokens.lemma[at - 3] ?? ''))
  )
}

function isNamedOutlet(people: People, at: number): boolean {
  const mention = people.mentionAt(at)
  return mention?.form === 'name' && isOutletMention(mention, people.actor(mention.actor))
}

function isOutletMention(mention: Mention, actor: Actor | undefined): boolean {
  return mention.form !== 'pronoun' && (mention.kind === 'outlet' || actor?.kind === 'outlet')
}

/** "state television", "local media", "news agency"; an agency alone may be any. */
function isNewsroom(tokens: TokenTable, at: number): boolean {
  const lemma = tokens.lemma[at]!.toLowerCase()
  if (isOutletName(tokens, at)) return true
  if (UPOS[tokens.upos[at]!] !== 'NOUN' || !OUTLET_NOUNS.has(lemma)) return false
  // "a press statement", "media reports"
  if (tokens.relation[at] === 'compound' && UPOS[tokens.upos[at + 1] ?? 0] === 'NOUN') return false
  return lemma !== 'agency' || /^(news|press)$/i.test(tokens.lemma[at - 1] ?? '')
}

/** "the Harbor Post": a name that ends as newspapers' names do. */
export function isOutletName(tokens: TokenTable, at: number): boolean {
  if (UPOS[tokens.upos[at]!] !== 'PROPN' || !OUTLET_NAMES.has(tokens.lemma[at]!.toLowerCase())) return false
  const named = at > 0 && (/^NNP/.test(tokens.xpos[at - 1]!) || UPOS[tokens.upos[at - 1]!] === 'DET')
  return named && UPOS[tokens.upos[at + 1] ?? 0] !== 'PROPN'
}

/** First word of the noun phrase that ends with the noun. */
function nounStart(tokens: TokenTable, noun: number): number {
  let at = noun
  while (at > 0 && /^(DET|ADJ|NOUN|PROPN)$/.test(UPOS[tokens.upos[at - 1]!]!)) at--
  return at
}

function isPlatform(text: string, tokens: TokenTable, tree: Tree, at: number): boolean {
  const form = text.slice(tokens.from[at]!, tokens.to[at]!).replace(/\.$/, '')
  if (!PLATFORMS.has(form.toLowerCase()) || !/^\p{Lu}/u.test(form)) return false
  if (/^(on|via)$/.test(tokens.lemma[at - 1] ?? '')) return true
  return tree.children(at).some((child) => tokens.relation[child] === 'case' && /^(on|via)$/.test(tokens.lemma[child]!))
}

function occasionAt(
  text: string,
  tokens: TokenTable,
  tree: Tree,
  people: People,
  outlet: number,
  name: string,
  actor: ActorId | null,
  mention: Mention | undefined,
): Occasion | null {
  const start = mention ? firstToken(tokens, mention.from, outlet) : nounStart(tokens, outlet)
  const relation = tokens.relation[outlet]!
  const up = tokens.head[outlet]!
  if (up < 0) return null
  const lemma = tokens.lemma[up]!.toLowerCase()
  const upos = UPOS[tokens.upos[up]!]
  const preposition = tree.children(outlet).find((child) => tokens.relation[child] === 'case' && child < outlet)
  const slice = (first: number, last: number) => text.slice(tokens.from[first]!, tokens.to[last]!)
  const make = (by: string, verb: number, noun: number): Occasion => {
    const subject = verb < 0 ? -1 : subjectOf(tokens, tree, verb)
    const speaker = subject < 0 ? null : (people.mentionAt(subject)?.actor ?? null)
    return {
      name,
      actor,
      by,
      outlet,
      verb,
      noun,
      speaker: speaker === actor ? null : speaker,
      lasts: !PLATFORMS.has(name.toLowerCase()),
    }
  }
  const published = publishedInterview(tokens, people, outlet)
  if (published >= 0) {
    const verb = tokens.head[outlet]!
    const speaker = people.mentionAt(published)?.actor ?? null
    return { ...make(slice(verb, verb), verb, -1), verb: -1, speaker: speaker === actor ? null : speaker }
  }
  const linear = besideOutlet(tokens, start)
  if (linear) {
    const { verb, noun, preposition: link } = linear
    if (noun >= 0) return make(slice(phraseStart(tokens, noun), link), verbAbove(tokens, noun), verb >= 0 ? -1 : noun)
    if (verb >= 0 && tokens.lemma[link] === 'by') {
      const letter = printedLetter(tokens, verb)
      if (letter >= 0) return make(slice(verb, link), verbAbove(tokens, letter), -1)
      const beside = verb > 0 && UPOS[tokens.upos[verb - 1]!] === 'NOUN' ? verb - 1 : -1
      const described = tokens.relation[verb] === 'acl' ? tokens.head[verb]! : -1
      const seen = beside < 0 && isPaperNoun(tokens, described) ? described : beside
      // What is done with a paper is said of the paper, not of the sentence's verb.
      return make(slice(verb, link), seen < 0 ? verb : -1, seen)
    }
    if (verb >= 0) return make(slice(verb, link), verb, -1)
  }
  if (upos === 'VERB') {
    if (relation === 'obj' || relation === 'iobj') return SPEAKING.has(lemma) ? make(slice(up, up), up, -1) : null
    if (preposition === undefined || !SPOKEN_TO.has(tokens.lemma[preposition]!)) return null
    if (tokens.lemma[preposition] === 'by' && HANDLING.has(lemma)) {
      // The noun right before says more than the tree: "a transcript seen by".
      const before = up > 0 && UPOS[tokens.upos[up - 1]!] === 'NOUN' ? up - 1 : -1
      const noun = tokens.relation[up] === 'acl' ? tokens.head[up]! : before
      return make(slice(up, preposition), noun < 0 ? up : -1, noun)
    }
    // "blamed the army on state radio": whatever is said on the air is said there.
    const aired = /^(?:on|in|to|during)$/.test(tokens.lemma[preposition]!) && cueVerb(lemma)?.sense === 'voice'
    if ((!SPEAKING.has(lemma) && !aired) || tokens.lemma[preposition] === 'by') return null
    return make(
      preposition - up <= 3 && up < preposition ? slice(up, preposition) : slice(preposition, preposition),
      up,
      -1,
    )
  }
  if (
    upos === 'NOUN' &&
    OCCASION_NOUNS.has(lemma) &&
    (relation === 'nmod' || relation === 'nmod:poss' || relation === 'compound')
  ) {
    const first = tree.children(up).find((child) => tokens.relation[child] === 'case' && child < up) ?? up
    const last = preposition !== undefined && preposition > up ? preposition : up
    return make(slice(Math.min(first, start), Math.max(last, up)), verbAbove(tokens, up), up)
  }
  return null
}

const PUBLISHES = /^(?:publish|carry|run|print|air|broadcast|feature|post)$/

/** The name of whom the outlet "publishes an interview with"; -1 where it does something else. */
function publishedInterview(tokens: TokenTable, people: People, outlet: number): number {
  const verb = tokens.head[outlet]!
  if (verb < outlet || tokens.relation[outlet] !== 'nsubj' || !PUBLISHES.test(tokens.lemma[verb]!)) return -1
  for (let at = verb + 1; at < verb + MAX_TO_INTERVIEW && at < tokens.length - 1; at++) {
    if (tokens.lemma[at] !== 'interview' || tokens.lemma[at + 1] !== 'with') continue
    let name = at + 2
    while (/^(?:DET|ADJ|NOUN|PROPN|PUNCT)$/.test(UPOS[tokens.upos[name] ?? 0]!) && name < at + MAX_TO_NAME) {
      if (people.mentionAt(name)?.kind === 'person' && UPOS[tokens.upos[name]!] === 'PROPN') return name
      name++
    }
  }
  return -1
}

/** Words from "publishes" to "interview", and from "with" to whose name it is, at most. */
const MAX_TO_INTERVIEW = 5
const MAX_TO_NAME = 9

/** "In a letter smuggled out and published by Sahil, Roe writes": the letter, where it is what somebody writes in; or -1. */
function printedLetter(tokens: TokenTable, participle: number): number {
  let up = participle
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    if (!/^(?:acl|conj)$/.test(tokens.relation[up]!)) break
    up = tokens.head[up]!
  }
  const written = OCCASION_NOUNS.has(tokens.lemma[up]!.toLowerCase()) && /^obl/.test(tokens.relation[up]!)
  return up !== participle && written && UPOS[tokens.upos[up]!] === 'NOUN' ? up : -1
}

/** "by the news website Sahil": where the noun that describes the outlet begins. */
function pastNoun(tokens: TokenTable, start: number): number {
  let at = start
  while (at > 1 && start - at < 3 && /^(?:NOUN|ADJ)$/.test(UPOS[tokens.upos[at - 1]!]!)) at--
  return at < start &&
    /^(?:website|site|newspaper|paper|daily|weekly|magazine|broadcaster|channel|station|agency|portal|outlet|tabloid|radio|television|tv)$/.test(
      tokens.lemma[start - 1]!,
    )
    ? at
    : start
}

const isPaperNoun = (tokens: TokenTable, noun: number) =>
  noun >= 0 && DOCUMENT_NOUNS.has(tokens.lemma[noun]!.toLowerCase())

/** Words between a noun of occasion and the preposition at most: "an interview on Sunday with". */
const MAX_BETWEEN = 4

/**
 * What stands right before an outlet's name, whatever the tree says: "interview with", "wrote on", "seen by", "told".
 * `preposition` is the last linking word.
 */
function besideOutlet(
  tokens: TokenTable,
  start: number,
): { readonly verb: number; readonly noun: number; readonly preposition: number } | null {
  // "with the Northern Courier": names have no article of their own.
  const begin = pastNoun(tokens, start)
  const link = begin > 1 && UPOS[tokens.upos[begin - 1]!] === 'DET' ? begin - 2 : begin - 1
  if (link < 0) return null
  const lemma = (at: number) => tokens.lemma[at]!.toLowerCase()
  const upos = (at: number) => UPOS[tokens.upos[at]!]
  if (upos(link) === 'VERB' && lemma(link) === 'tell') return { verb: link, noun: -1, preposition: link }
  // "on the air of Marsh FM"
  if (lemma(link) === 'of' && /^(?:air|airwaves|pages|columns)$/.test(lemma(link - 1)))
    return { verb: -1, noun: link - 1, preposition: link }
  if (!SPOKEN_TO.has(lemma(link)) || link === 0) return null
  if (upos(link - 1) === 'VERB') {
    const set = lemma(link) === 'by' ? HANDLING : SPEAKING
    return set.has(lemma(link - 1)) ? { verb: link - 1, noun: -1, preposition: link } : null
  }
  for (let at = link - 1; at >= Math.max(0, link - 1 - MAX_BETWEEN); at--) {
    if (upos(at) === 'NOUN' && OCCASION_NOUNS.has(lemma(at))) return { verb: -1, noun: at, preposition: link }
    if (upos(at) === 'VERB' || upos(at) === 'PUNCT') break
  }
  return null
}

/** "In an exclusive interview": from the preposition before the noun on. */
function phraseStart(tokens: TokenTable, noun: number): number {
  let at = noun
  while (at > 0 && /^(DET|ADJ|NOUN|NUM|PROPN|PRON)$/.test(UPOS[tokens.upos[at - 1]!]!)) at--
  return at > 0 && UPOS[tokens.upos[at - 1]!] === 'ADP' ? at - 1 : at
}

/** The first verb on the way up, or -1. */
function verbAbove(tokens: TokenTable, start: number): number {
  let at = tokens.head[start]!
  for (let steps = 0; at >= 0 && steps < MAX_STEPS; steps++) {
    if (UPOS[tokens.upos[at]!] === 'VERB') return at
    at = tokens.head[at]!
  }
  return -1
}

function firstToken(tokens: TokenTable, from: number, head: number): number {
  let at = head
  while (at > 0 && tokens.from[at - 1]! >= from) at--
  return at
}
