import {
  type Actor,
  type ActorId,
  type Document,
  type Sentence,
  type TokenTable,
  UPOS,
  type Voice,
} from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import { apposedName } from './apposed-name.ts'
import { describeVoice, holderOf, isPaper } from './describe-voice.ts'
import type { TokenSpan, Voiced } from './draft.ts'
import type { Elliptic } from './find-elliptic.ts'
import type { Occasion } from './find-occasions.ts'
import { PERSON_NOUNS } from './lexicon.ts'
import type { People } from './people.ts'
import { severalOf } from './several-of.ts'

/** Occasions by where they stand and by who spoke there. */
export interface OccasionIndex {
  /** Those whose outlet stands in the sentences from the one of `first` to the one of `last`. */
  near(first: number, last: number): readonly Occasion[]
  /** The lasting ones of a speaker, in text order. */
  of(speaker: ActorId): readonly Occasion[]
}

export function indexOccasions(
  tokens: TokenTable,
  sentences: readonly Sentence[],
  occasions: readonly Occasion[],
): OccasionIndex {
  const bySentence = new Map<number, Occasion[]>()
  const bySpeaker = new Map<ActorId, Occasion[]>()
  const push = <Key>(map: Map<Key, Occasion[]>, key: Key, one: Occasion) => {
    const list = map.get(key)
    if (list) list.push(one)
    else map.set(key, [one])
  }
  for (const one of occasions) {
    push(bySentence, tokens.sentence[one.outlet]!, one)
    if (one.lasts && one.speaker !== null && one.speaker !== one.actor) push(bySpeaker, one.speaker, one)
  }
  return {
    near(first, last) {
      const found: Occasion[] = []
      const end = Math.min(tokens.sentence[last] ?? 0, sentences.length - 1)
      for (let at = tokens.sentence[first] ?? 0; at <= end; at++) found.push(...(bySentence.get(at) ?? []))
      return found
    },
    of: (speaker) => bySpeaker.get(speaker) ?? [],
  }
}

export interface ChainInput {
  readonly document: Document
  readonly tokens: TokenTable
  readonly drafts: readonly Voiced[]
  readonly speakers: readonly (ActorId | null)[]
  /** Of each draft the words that say who speaks (voiceWords). */
  readonly words: readonly (TokenSpan | undefined)[]
  /** Of each draft the voice that its words leave the noun out of, if they do. */
  readonly elliptic: readonly (Elliptic | undefined)[]
  /** Of each draft the innermost voice that holds it, or -1. */
  readonly parents: readonly number[]
  readonly occasions: OccasionIndex
  readonly people: People
  readonly tree: Tree
  readonly actors: readonly Actor[]
  /** True where the document is a ministry's or a body's own: who asks there is anybody, and not its outlet. */
  readonly institution: boolean
  /** The fullest words for actors that it does not. */
  readonly descriptions: ReadonlyMap<ActorId, string>
}

/** Of every unnamed speaker the fullest description that a source gives: "the same source" is the one of before. */
export function describeSpeakers({
  document,
  tokens,
  drafts,
  speakers,
  people,
}: Omit<
  ChainInput,
  'descriptions' | 'institution' | 'occasions' | 'parents' | 'actors' | 'words' | 'tree' | 'elliptic'
>): ReadonlyMap<ActorId, string> {
  const found = new Map<ActorId, string>()
  const size = (words: string) => words.split(' ').length
  drafts.forEach((draft, at) => {
    const actor = people.actor(speakers[at])
    const source = draft.source[0]
    if (!actor || !source || UPOS[tokens.upos[source.first]!] === 'PRON') return
    // Where the source's own words are of somebody else ("one of them"), they describe nobody.
    if (people.mentionOf(source)?.actor !== actor.id) return
    const words = describeVoice(document.text, tokens, source)
    if (size(words) > size(found.get(actor.id) ?? '') || !found.has(actor.id)) found.set(actor.id, words)
  })
  return found
}

/** Name of the first voice where the caller did not say which outlet printed the document. */
const NO_OUTLET = 'the document'

/**
 * Every voice between the reader and the first speaker: the document's outlet, the agency that it signs with, the voices
 * that hold this one, the outlet that it was said to, who saw or published the paper that speaks, the speaker. Nobody
 * stands in it twice in a row. Where nobody in particular speaks ("reportedly") the chain ends with whoever tells so.
 * A platform that nobody edits is no voice; it stands in `by`.
 */
export function chainOf(input: ChainInput, at: number): Voice[] {
  const { document, actors } = input
  const outletActor =
    document.outlet === null
      ? undefined
      : actors.find((actor) => actor.kind === 'outlet' && actor.name === document.outlet)
  const chain: Voice[] = [{ name: document.outlet ?? NO_OUTLET, actor: outletActor?.id ?? null, by: null }]
  const agency = document.agency
  if (agency !== null) {
    const known = actors.find((actor) => actor.kind === 'outlet' && actor.name === agency)
    chain.push({ name: agency, actor: known?.id ?? null, by: null })
  }
  const carrier = carriedBy(input, at)
  const host = carrier < 0 && input.parents[at]! < 0 ? recordedIn(input, at) : carrier
  const path = [...(host < 0 ? [] : pathTo(input.parents, host)), ...pathTo(input.parents, at)]
  for (const step of path) {
    for (const voice of voicesOf(input, step)) if (!sameVoice(chain[chain.length - 1]!, voice)) chain.push(voice)
  }
  return chain
}

const RECORDING = /^(?:clip|video|footage|recording|film|tape|audio)$/

/** "The video shows ... In the clip, a voice is heard shouting": the recording told of before in which it is heard; or -1. */
function recordedIn({ tokens, drafts }: ChainInput, at: number): number {
  const cue = drafts[at]!.cue[0]
  if (!cue) return -1
  let first = cue.first
  while (first > 0 && tokens.sentence[first - 1] === tokens.sentence[cue.first]) first--
  const lemma = (token: number) => tokens.lemma[token]!.toLowerCase()
  if (!/^(?:in|on)$/.test(lemma(first)) || lemma(first + 1) !== 'the' || !RECORDING.test(lemma(first + 2))) return -1
  if (lemma(first + 3) !== ',') return -1
  return drafts.findLastIndex((one, index) => {
    const source = one.source[0]
    if (index >= at || !source || source.first >= first) return false
    for (let token = source.first; token < source.last; token++) {
      if (RECORDING.test(lemma(token))) return true
      if (UPOS[tokens.upos[token]!] === 'ADP') return false
    }
    return false
  })
}

/** Sentences from what an outlet quotes to where the quoted goes on at most. */
const MAX_GOES_ON = 2

/**
 * "Belta quoted him as saying that ... He said they had “heard us”.": the voice of the outlet that told what the same
 * speaker said just before, where only a pronoun goes on from it; -1 where there is none.
 */
function carriedBy({ tokens, drafts, speakers, parents, people }: ChainInput, at: number): number {
  const speaker = speakers[at]
  let current = at
  while (speaker && parents[current]! < 0) {
    const source = drafts[current]!.source[0]
    if (!source || source.last - source.first > 1 || UPOS[tokens.upos[source.first]!] !== 'PRON') return -1
    let before = current - 1
    while (before >= 0 && (drafts[before]!.source.length === 0 || speakers[before] === null)) before--
    // The outlet itself stands before or behind whom it quotes.
    while (before >= 0 && speakers[before] !== speaker && people.actor(speakers[before])?.kind === 'outlet') before--
    if (before < 0 || speakers[before] !== speaker) return -1
    const said = drafts[before]!.source[0]!
    if (tokens.sentence[source.first]! - tokens.sentence[said.first]! > MAX_GOES_ON) return -1
    const host = parents[before]!
    if (host >= 0) return people.actor(speakers[host])?.kind === 'outlet' && parents[host]! < 0 ? host : -1
    current = before
  }
  return -1
}

function pathTo(parents: readonly number[], start: number): number[] {
  const path: number[] = []
  for (let at = start; at >= 0 && !path.includes(at); at = parents[at] ?? -1) path.unshift(at)
  return path
}

function sameVoice(a: Voice, b: Voice): boolean {
  // Two actors of one name ("a Vardanian official", met twice) would read as an echo.
  return (a.actor !== null && a.actor === b.actor) || a.name.toLowerCase() === b.name.toLowerCase()
}

/** The outlet that the words were said to, where there is one, then the speaker. */
function voicesOf(input: ChainInput, at: number): Voice[] {
  const { document, tokens, drafts, speakers, people } = input
  const draft = drafts[at]!
  const actor = people.actor(speakers[at])
  const cue = draft.cue[0]
  const words = (span: TokenSpan) => document.text.slice(tokens.from[span.first]!, tokens.to[span.last - 1]!)
  const voices: Voice[] = []
  const occasion = actor?.kind === 'outlet' ? null : occasionOf(input, at)
  const platform = occasion !== null && !occasion.lasts
  if (occasion && !platform && !isOwnOccasion(input, occasion) && !/^this /.test(occasion.name))
    voices.push({ name: occasion.name.replace(/^the /, ''), actor: occasion.actor, by: occasion.by })
  const source = input.words[at]
  const paper = source !== undefined && isPaper(tokens, source)
  if (paper && (!occasion || platform)) voices.push(...holder(input, source))
  if (source && !actor && !input.institution && isBareLabel(document.text, tokens, source)) return voices
  const ownName = actor === undefined || !people.isNamed(actor.id) || actor.name === document.outlet
  if (source && ownName && parentless(input, at) && isOwnVoice(document, tokens, source)) return voices
  if (source && ownsSource(input, source, actor)) return voices
  const carrier = carrierOf(input, draft.head) ?? readBy(input, draft, source)
  if (carrier && carrier.actor !== actor?.id) voices.push(carrier)
  if (source || actor) {
    const said = cue ? words(cue) : null
    const by = platform && said !== null && !said.includes(occasion.name) ? `${occasion.by} ${occasion.name}` : said
    voices.push({ name: input.elliptic[at]?.name ?? nameOf(input, source, actor), actor: actor?.id ?? null, by })
  }
  return voices
}

/** "told Harbor Today", "told the Herald's editor" in Harbor Today, The Herald: the document's own outlet, however much of its name was read. */
function isOwnOccasion({ document, tokens }: ChainInput, { name, outlet }: Occasion): boolean {
  if (isOwnOutlet(document, name) || isOwnOutlet(document, name.replace(/['’]s? .*$/, ''))) return true
  const own = document.outlet?.replace(/^The /, '') ?? ''
  const start = Math.max(0, tokens.to[outlet]! - own.length)
  const around = document.text.slice(start, tokens.to[outlet]! + own.length)
  return own.length > 0 && own.includes(name.replace(/^the /i, '')) && around.includes(own)
}

/** "Q" and "Answer" before a colon: the turn of an interview of whom only the part in it is told. */
export function isBareLabel(text: string, tokens: TokenTable, source: TokenSpan): boolean {
  return /^(?:Q\.?|A\.?|question|answer)$/i.test(text.slice(tokens.from[source.first], tokens.to[source.last - 1]))
}

/** Words that an outlet's name may go on with and do without: "the BBC" is BBC News. */
const GENERIC =
  /^(?:news|online|newspaper|agency|tv|radio|international|world|english|live|website|newsletter|africa|asia|europe|america|arabic|french|weekend|sunday|edition|politics|business)$/

const STATION = /^(?:channel|radio|tv|télé|televisión)$/

/** True for words that are the document's own outlet by a shorter name: "the Sentinel" in The Washington Sentinel. */
export function isOwnOutlet(document: Document, name: string): boolean {
  const words = (text: string) =>
    text
      .replace(/^(?:the|der|die|das|le|la|les|el|il|de|het) /i, '')
      .toLowerCase()
      .split(/\s+/)
  const own = document.outlet === null ? [] : words(document.outlet.replace(/\s*\(.*\)$/, ''))
  const said = words(name)
  // "the Union" is not an office of the Union.
  if (own.includes('of')) return said.join(' ') === own.join(' ')
  // "The EastAfrican" is The East African.
  if (own.length > 0 && said.join('') === own.join('')) return true
  if (!/\p{Lu}/u.test(name) || said.length > own.length) return false
  const rest = own.slice(said.length)
  const letters = own.map((word) => word[0]).join('')
  // "CNA" is Channel NewsAsia.
  const capitals = (document.outlet ?? '').replace(/[^\p{Lu}]/gu, '').toLowerCase()
  if (own.length > 1 && /^\p{Lu}+$/u.test(name) && (said[0] === letters || said[0] === capitals)) return true
  // "Channel Nine" is Channel Nine Lagos.
  if (said.length > 1 && STATION.test(said[0]!) && said.every((word, at) => word === own[at])) return true
  return (
    said.every((word, at) => word === own[rest.length + at]) ||
    (said.every((word, at) => word === own[at]) && rest.every((word) => GENERIC.test(word)))
  )
}

const parentless = (input: ChainInput, at: number) => input.parents[at]! < 0

/**
 * True for the outlet speaking of itself: "we" outside of all contents, "this newspaper", "the Embassy" in a statement
 * of the Embassy of Kovia.
 */
export function isOwnVoice(document: Document, tokens: TokenTable, source: TokenSpan): boolean {
  const words = document.text.slice(tokens.from[source.first], tokens.to[source.last - 1])
  if (
    /^(?:we|us|I|this (?:newspaper|paper|agency|website|magazine|programme|program|station|channel|author|reporter))$/i.test(
      words,
    )
  )
    return true
  const capital = /^[Tt]he (\p{Lu}.*)$/u.exec(words)?.[1]
  const outlet = document.outlet ?? ''
  return (
    capital !== undefined &&
    // "the High Representative" is not her Office, nor "the Union" a mission to it: the name begins with the words.
    outlet.replace(/^The /, '').startsWith(`${capital} `)
  )
}

function ownsSource({ document, tokens }: ChainInput, source: TokenSpan, actor: Actor | undefined): boolean {
  if (actor && actor.kind !== 'outlet' && actor.kind !== 'organization') return false
  return isOwnOutlet(document, document.text.slice(tokens.from[source.first], tokens.to[source.last - 1]))
}

/** The actor's name, else the fullest words for it. */
function nameOf(input: ChainInput, source: TokenSpan | undefined, actor: Actor | undefined): string {
  if (actor && input.people.isNamed(actor.id)) return actor.name
  const parts = source && !actor ? severalOf(input.tokens, source) : []
  if (parts.length > 0) return parts.map((part) => nameOf(input, part, namedIn(input, part))).join(' and ')
  const known = actor && input.descriptions.get(actor.id)
  // "They quoted him as saying": him goes by the words for whom he is.
  const pronoun =
    source !== undefined && source.last - source.first === 1 && UPOS[input.tokens.upos[source.first]!] === 'PRON'
  if (known === undefined && actor && pronoun && !PRONOUN.test(actor.name)) return withoutArticle(actor.name)
  if (known !== undefined) return known
  if (!source) return actor?.name ?? ''
  const tail = actor ? null : nameInTail(input, source)
  return tail ?? describeVoice(input.document.text, input.tokens, source)
}

/** "skipper Jane Roe": the name of whom no actor is known, behind what she is; null where the words end otherwise. */
function nameInTail({ document, tokens }: ChainInput, source: TokenSpan): string | null {
  let last = source.first
  while (last < source.last && UPOS[tokens.upos[last]!] !== 'PUNCT') last++
  let first = last
  while (first > source.first && UPOS[tokens.upos[first - 1]!] === 'PROPN') first--
  const role = first - 1
  if (last - first < 2 || role < source.first || !PERSON_NOUNS.has(tokens.lemma[role]!.toLowerCase())) return null
  return document.text.slice(tokens.from[first], tokens.to[last - 1])
}

const PRONOUN = /^(?:he|she|it|they|him|her|them|who|which|that|I|we|you|one|another|others?|some|many|both|all)$/i

const withoutArticle = (name: string) => name.replace(/^(?:the|a|an|his|her|their|its|our|my) /i, '')

function namedIn({ people, tokens }: ChainInput, span: TokenSpan): Actor | undefined {
  const actor = people.actor(people.mentionOf(span)?.actor)
  return people.isNamed(actor?.id) ? actor : people.actor(apposedName(tokens, span, people))
}

/** Who saw, published or issued the paper; nobody where that is the document's own outlet. */
function holder(input: ChainInput, source: TokenSpan): Voice[] {
  const { document, tokens, people } = input
  const span = holderOf(document.text, tokens, source)
  const mention = span ? people.mentionOf(span) : undefined
  const actor = people.actor(mention?.actor)
  if (!span || isOwnOutlet(document, document.text.slice(tokens.from[span.first], tokens.to[span.last - 1]))) return []
  const whole = mention !== undefined && mention.to >= tokens.to[span.last - 1]!
  const name = actor && whole && people.isNamed(actor.id) ? actor.name : describeVoice(document.text, tokens, span)
  return [{ name, actor: actor?.id ?? null, by: null }]
}

/** "Speaking to Belta, Roe revealed": the participle hangs on the verb that reports. */
function speaksBeside({ tokens }: ChainInput, verb: number, head: number): boolean {
  return head >= 0 && tokens.head[verb] === head && tokens.xpos[verb] === 'VBG' && tokens.relation[verb] === 'advcl'
}

/** "Through his lawyer, Roe said": who carries the words to the outlet; null for interpreters and for things. */
function carrierOf({ document, tokens, tree, people }: ChainInput, head: number): Voice | null {
  if (head < 0) return null
  for (const noun of tree.children(head)) {
    if (!tokens.relation[noun]!.startsWith('obl') || !CARRIERS.test(tokens.lemma[noun]!.toLowerCase())) continue
    const link = tree.children(noun).find((child) => tokens.relation[child] === 'case' && child < noun)
    if (link === undefined || !/^(?:through|via)$/.test(tokens.lemma[link]!.toLowerCase())) continue
    const span = { first: link + 1, last: noun + 1 }
    const actor = people.actor(people.mentionAt(noun)?.actor)
    const name = actor && people.isNamed(actor.id) ? actor.name : describeVoice(document.text, tokens, span)
    return { name, actor: actor?.id ?? null, by: document.text.slice(tokens.from[link]!, tokens.to[link]!) }
  }
  return null
}

/** Words between a cue and "read by her lawyer", and of who reads, at most. */
const MAX_READ = 8

/**
 * "said in a statement read by her lawyer", "the ministry, through its director Jane Roe,": who speaks for the speaker, read
 * as it stands; null where nobody does.
 */
function readBy({ document, tokens, people }: ChainInput, draft: Voiced, source: TokenSpan | undefined): Voice | null {
  const form = (at: number) => document.text.slice(tokens.from[at] ?? 0, tokens.to[at] ?? 0)
  let link = -1
  for (let at = source?.first ?? 0; source && at < source.last; at++)
    if (/^(?:through|via)$/.test(form(at)) && form(at - 1) === ',') link = at
  const cue = draft.cue[0]?.first ?? -1
  if (link < 0 && cue >= 0)
    for (let at = cue + 1; at < cue + MAX_READ && link < 0; at++) {
      if (tokens.sentence[at] !== tokens.sentence[cue]) break
      const by = /^(?:out|aloud)$/.test(form(at + 1)) ? at + 2 : at + 1
      if (form(at) === 'read' && form(by) === 'by') link = by
      if (/^(?:relayed|conveyed|passed|released|issued|shared)$/.test(form(at)) && form(at + 1) === 'by') link = at + 1
      if (/^["“‘:]$/.test(form(at))) break
    }
  if (link < 0) return null
  let last = link + 1
  while (
    last < link + 1 + MAX_READ &&
    tokens.sentence[last] === tokens.sentence[link] &&
    (/^(?:DET|ADJ|NOUN|PROPN|PART)$/.test(UPOS[tokens.upos[last]!]!) || tokens.xpos[last] === 'PRP$')
  )
    last++
  const span = { first: link + 1, last }
  let known: Actor | undefined
  let person = false
  for (let at = span.first; at < span.last; at++) {
    const mention = people.mentionAt(at)
    const actor = mention?.form === 'name' ? people.actor(mention.actor) : undefined
    if (actor?.kind === 'person' && people.isNamed(actor.id)) known = actor
    const lemma = tokens.lemma[at]!.toLowerCase()
    person ||= PERSON_NOUNS.has(lemma) || CARRIERS.test(lemma)
  }
  if (!known && !person) return null
  const name = known?.name ?? describeVoice(document.text, tokens, span)
  return { name, actor: known?.id ?? null, by: form(link) }
}

const CARRIERS =
  /^(?:lawyer|attorney|solicitor|counsel|spokes(?:man|woman|person)|aide|adviser|advisor|representative|agent|intermediary|middleman|family|relative|wife|husband|brother|sister|office)$/

/** Sentences ahead in which the outlet that somebody speaks to may be named. */
const MAX_AHEAD = 1

/** The occasion named in the attribution's own words, else the one where this speaker was said to speak. */
function occasionOf(input: ChainInput, at: number): Occasion | null {
  const { tokens, drafts, speakers, occasions } = input
  const draft = drafts[at]!
  const speaker = speakers[at]
  const inside = (spans: readonly TokenSpan[], token: number) =>
    spans.some((span) => span.first <= token && token < span.last)
  const spans = [...draft.source, ...draft.cue]
  const start = spans.reduce((low, span) => Math.min(low, span.first), Number.MAX_SAFE_INTEGER)
  const end = spans.reduce((high, span) => Math.max(high, span.last - 1), 0)
  const near = (spans.length === 0 ? [] : occasions.near(start, Math.max(start, end))).find(
    (one) =>
      inside(draft.source, one.outlet) ||
      inside(draft.cue, one.outlet) ||
      (one.verb >= 0 &&
        (one.verb === draft.head || inside(draft.cue, one.verb) || speaksBeside(input, one.verb, draft.head)) &&
        !inside(draft.content, one.outlet)),
  )
  // An outlet that is the source is the voice; one that the source says it is "speaking to" is the occasion.
  const apart =
    near &&
    (near.noun >= 0 || (near.verb >= 0 && /^VB[GN]$/.test(tokens.xpos[near.verb]!) && inside(draft.source, near.verb)))
  if (near) return inside(draft.source, near.outlet) && !apart ? null : near
  // Inside another voice the words on this page say on what occasion; those elsewhere do not.
  if (!speaker || input.parents[at]! >= 0) return null
  const mine = occasions.of(speaker)
  const first = draft.cue[0]?.first ?? draft.content[0]?.first ?? 0
  const sentence = tokens.sentence[first]
  const isTurn = draft.cue.length === 0 || tokens.lemma[draft.cue[0]!.first] === ':'
  return (
    mine.find((one) => tokens.sentence[one.outlet] === sentence) ??
    mine.findLast((one) => one.outlet < first) ??
    // An interview may say at its end whom it was given to.
    mine.find((one) => isTurn || tokens.sentence[one.outlet]! - (sentence ?? 0) <= MAX_AHEAD) ??
    null
  )
}
