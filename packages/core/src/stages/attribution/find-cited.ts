import { type TokenTable, UPOS } from '../../model/index.ts'
import type { Tree } from '../../text/index.ts'
import { type Draft, isPunctuation, type TokenSpan, type Voiced, without } from './draft.ts'
import { cueVerb, DOCUMENT_NOUNS, GROUP_NOUNS, INSTITUTION_NOUNS, PERSON_NOUNS } from './lexicon.ts'

/**
 * "The Ledger reported that ..., according to an official": one content, and the official tells it inside the Ledger's
 * telling, in whichever hands the tagger and the links left it.
 */
export function withShared(tokens: TokenTable, all: readonly Voiced[]): Voiced[] {
  const kept = [...all]
  const near = bySentence(tokens, all)
  kept.forEach((one, at) => {
    const cue = one.cue[0]
    if (!cue || one.toldBy >= 0 || (tokens.lemma[cue.first] !== 'according' && !isAccording(tokens, cue.first))) return
    if (one.content.length > 0 || one.source.length === 0) return
    const host = (near.get(tokens.sentence[cue.first]!) ?? []).find(
      (index) =>
        index !== at && kept[index]!.content.some((span) => span.last <= cue.first && cue.first - span.last <= 1),
    )
    if (host !== undefined) kept[at] = { ...one, content: kept[host]!.content, toldBy: host }
  })
  return kept
}

/** Which drafts have their cue in a sentence. */
function bySentence(tokens: TokenTable, all: readonly Draft[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  all.forEach((one, at) => {
    const cue = one.cue[0]
    if (!cue) return
    const sentence = tokens.sentence[cue.first]!
    const list = found.get(sentence)
    if (list) list.push(at)
    else found.set(sentence, [at])
  })
  return found
}

const isAccording = (tokens: TokenTable, at: number) => tokens.lemma[at] === 'accord' && tokens.xpos[at] === 'VBG'

/**
 * "Bild reported, citing a lawmaker, that ...": the lawmaker tells it inside of Bild's telling, the same content. What
 * the tagger made of "citing" itself goes: its content would be the source.
 */
export function withCited(text: string, tokens: TokenTable, tree: Tree, all: readonly Voiced[]): Voiced[] {
  const kept = [...all]
  const near = bySentence(tokens, all)
  for (let at = 0; at < tokens.length; at++) {
    const link = linkAt(tokens, at)
    if (link < 0) continue
    const object = citedBehind(tokens, tree, at, link)
    if (object < 0 || !canTell(tokens, object)) continue
    const here = near.get(tokens.sentence[at]!) ?? []
    const host = here.find((index) => !covers(kept[index]!.cue, at) && reports(tokens, kept[index]!, at))
    if (host === undefined) continue
    const stale = here.find((index) => covers(kept[index]!.cue, at)) ?? -1
    const named = kept[stale]?.content.find((span) => span.first <= object && object < span.last)
    const whom = named ?? tree.extent(object)
    const clause = thatAfter(tokens, object, whom.last)
    let end = clause < 0 ? whom.last : clause
    while (end > object + 1 && isPunctuation(tokens, end - 1)) end--
    const source = { first: Math.max(whom.first, link), last: end }
    // The clause may have been given to "citing" itself.
    const rest = kept[stale]?.content.filter((span) => span !== named) ?? []
    if (named && clause >= 0) rest.unshift({ first: clause, last: named.last })
    const whole = kept[host]!.content.length > 0 ? kept[host]!.content : rest
    const content = whole
      .flatMap((span) => without(span, { first: at, last: end }))
      .map((span) => withoutComma(tokens, text, span))
    if (content.length === 0) continue
    kept[host] = { ...kept[host]!, content }
    const cited: Voiced = {
      source: [source],
      cue: [{ first: at, last: link }],
      content,
      head: at,
      word: cueVerb('say') ?? null,
      toldBy: host,
    }
    if (stale < 0) kept.push(cited)
    else kept[stale] = cited
  }
  return kept
}

/** The first word behind "citing", "quoting" or "with reference to"; -1 where none of them begins at the word. */
function linkAt(tokens: TokenTable, at: number): number {
  if (/^(?:cite|quote)$/.test(tokens.lemma[at]!) && tokens.xpos[at] === 'VBG') return at + 1
  const refers =
    /^(?:with|in|by)$/.test(tokens.lemma[at]!.toLowerCase()) &&
    tokens.lemma[at + 1] === 'reference' &&
    tokens.lemma[at + 2] === 'to'
  return refers ? at + 3 : -1
}

/** The noun of whom is cited, or -1; the parser takes "citing sources" for sources that cite. */
function citedBehind(tokens: TokenTable, tree: Tree, at: number, link: number): number {
  if (link === at + 1) {
    const object = tree.children(at).find((child) => tokens.relation[child] === 'obj' && child > at)
    if (object !== undefined) return object
    return tokens.relation[at] === 'amod' && tokens.head[at]! > at ? tokens.head[at]! : -1
  }
  let noun = -1
  for (let word = link; /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(UPOS[tokens.upos[word] ?? 0]!); word++) noun = word
  return noun
}

/** The "that" that begins a clause after `start`, before `end`; -1 where there is none. */
function thatAfter(tokens: TokenTable, start: number, end: number): number {
  for (let at = start + 1; at < end - 1; at++) if (tokens.lemma[at] === 'that' && tokens.xpos[at] === 'IN') return at
  return -1
}

export function withoutComma(tokens: TokenTable, text: string, span: TokenSpan): TokenSpan {
  const comma = text.slice(tokens.from[span.last - 1]!, tokens.to[span.last - 1]!) === ','
  return comma && span.last - span.first > 1 ? { first: span.first, last: span.last - 1 } : span
}

/** Somebody, or a paper that says something; not a reason that is cited. */
function canTell(tokens: TokenTable, noun: number): boolean {
  const lemma = tokens.lemma[noun]!.toLowerCase()
  const proper = UPOS[tokens.upos[noun]!] === 'PROPN' && tokens.name[noun] !== 'O'
  return (
    proper ||
    PERSON_NOUNS.has(lemma) ||
    GROUP_NOUNS.has(lemma) ||
    DOCUMENT_NOUNS.has(lemma) ||
    INSTITUTION_NOUNS.has(lemma)
  )
}

const covers = (spans: readonly TokenSpan[], at: number) => spans.some((span) => span.first <= at && at < span.last)

/** True where the attribution's cue is what "citing" hangs on, or stands in its sentence before it. */
function reports(tokens: TokenTable, one: Voiced, citing: number): boolean {
  if (one.head === tokens.head[citing] && one.head >= 0) return true
  // "The Ledger, citing a diplomat, said", "Quoting a diplomat, the Ledger said": the cue comes after.
  const source = one.source[0]
  const cue = one.cue[0]
  if (cue && source && cue.first > citing && tokens.sentence[cue.first] === tokens.sentence[citing]) {
    const opens = citing === 0 || tokens.sentence[citing - 1] !== tokens.sentence[citing]
    return opens ? source.first > citing : source.first < citing
  }
  return one.head >= 0 && one.head < citing && tokens.sentence[one.head] === tokens.sentence[citing]
}
