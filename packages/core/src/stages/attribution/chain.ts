import type { Actor, ActorId, Document, Sentence, TokenTable, Voice } from '../../model/index.ts'
import type { Voiced } from './combine.ts'
import type { TokenSpan } from './draft.ts'
import type { Occasion } from './find-occasions.ts'
import type { People } from './resolve-speakers.ts'

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
  /** Of each draft the innermost voice that holds it, or -1. */
  readonly parents: readonly number[]
  readonly occasions: OccasionIndex
  readonly people: People
  readonly actors: readonly Actor[]
}

/** Name of the first voice where the caller did not say which outlet printed the document. */
const NO_OUTLET = 'the document'
/** Name of a voice that no words name. */
const NOBODY = 'unnamed'

/**
 * Every voice between the reader and the first speaker: the document's outlet, the voices that hold this one, the outlet
 * that it was said to, the speaker. Nobody stands in it twice in a row.
 */
export function chainOf(input: ChainInput, at: number): Voice[] {
  const { document, actors } = input
  const outletActor =
    document.outlet === null
      ? undefined
      : actors.find((actor) => actor.kind === 'outlet' && actor.name === document.outlet)
  const chain: Voice[] = [{ name: document.outlet ?? NO_OUTLET, actor: outletActor?.id ?? null, by: null }]
  for (const step of pathTo(input.parents, at)) {
    for (const voice of voicesOf(input, step)) if (!sameVoice(chain[chain.length - 1]!, voice)) chain.push(voice)
  }
  return chain
}

function pathTo(parents: readonly number[], start: number): number[] {
  const path: number[] = []
  for (let at = start; at >= 0 && !path.includes(at); at = parents[at] ?? -1) path.unshift(at)
  return path
}

function sameVoice(a: Voice, b: Voice): boolean {
  return a.actor !== null && b.actor !== null ? a.actor === b.actor : a.name.toLowerCase() === b.name.toLowerCase()
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
  if (occasion) voices.push({ name: occasion.name, actor: occasion.actor, by: occasion.by })
  const source = draft.source[0]
  if (source || actor) {
    voices.push({ name: actor?.name ?? words(source!), actor: actor?.id ?? null, by: cue ? words(cue) : null })
  } else if (cue && !occasion) {
    // Nobody in particular ("reportedly"): the outlet alone answers for it.
    if (draft.word === null) voices.push({ name: NOBODY, actor: null, by: words(cue) })
  }
  return voices
}

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
      (one.verb >= 0 && (one.verb === draft.head || inside(draft.cue, one.verb)) && !inside(draft.content, one.outlet)),
  )
  if (near) return inside(draft.source, near.outlet) && near.noun < 0 ? null : near
  // Inside another voice the words on this page say on what occasion; those elsewhere do not.
  if (!speaker || input.parents[at]! >= 0) return null
  const mine = occasions.of(speaker)
  const first = draft.cue[0]?.first ?? draft.content[0]?.first ?? 0
  const sentence = tokens.sentence[first]
  return (
    mine.find((one) => tokens.sentence[one.outlet] === sentence) ??
    mine.findLast((one) => one.outlet < first) ??
    mine[0] ??
    null
  )
}
