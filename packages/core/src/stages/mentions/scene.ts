import type { ActorKind, Document, Iso3, Sector, Sentence, TokenTable } from '../../model/index.ts'
import { baseRelation, createTree, datelineEnd, type Tree } from '../../text/index.ts'
import type { Gazetteers, Gender } from './gazetteers.ts'
import { SAYING_VERBS } from './lexicon.ts'

/** What all parts of this stage look at: the text, its trees, and what is known about words. */
export interface Scene {
  readonly document: Document
  readonly tokens: TokenTable
  readonly sentences: readonly Sentence[]
  readonly tree: Tree
  readonly gazetteers: Gazetteers
  /** Words as they stand, and in lower case with straight apostrophes. */
  readonly words: readonly string[]
  readonly lower: readonly string[]
  /** 1 for words of a sentence in capitals only. */
  readonly shouted: Uint8Array
  /** Number of the quotation a word stands in, 0 outside. */
  readonly quotation: Int32Array
}

/** A mention while it is worked on. Token ranges are half open. */
export interface Draft {
  first: number
  last: number
  /** The last word of a name, the noun of a nominal, the pronoun. */
  head: number
  /** The name without its title; the head noun alone for nominals. */
  coreFirst: number
  coreLast: number
  /** The word of the mention whose syntactic head lies outside. */
  root: number
  readonly sentence: number
  form: 'name' | 'nominal' | 'pronoun'
  kind: ActorKind | null
  country: Iso3 | null
  sector: Sector | null
  gender: Gender | null
  many: boolean
  /** Lemma of a nominal's noun, "" otherwise. */
  noun: string
  /** Lower-case words before the noun, determiners and countries left out. */
  modifiers: readonly string[]
  determiner: 'definite' | 'indefinite' | 'demonstrative' | 'possessive' | 'none'
  /** A number before the noun, as written in lower case. */
  count: string | null
  /** Title words before a name. */
  title: { readonly first: number; readonly last: number } | null
  /** The gazetteer's key, where the phrase is listed. */
  key: string | null
  /** True for an adjective or country before a noun ("Belarusian" in "Belarusian envoys"). */
  modifier: boolean
  /** Index of its entity, -1 while unknown. */
  entity: number
}

/** Reads words, quotations and shouting off a parsed document. Linear in tokens. */
export function createScene(
  document: Document,
  tokens: TokenTable,
  sentences: readonly Sentence[],
  gazetteers: Gazetteers,
): Scene {
  const words: string[] = new Array(tokens.length)
  const lower: string[] = new Array(tokens.length)
  for (let i = 0; i < tokens.length; i++) {
    const word = document.text.slice(tokens.from[i], tokens.to[i])
    words[i] = word
    lower[i] = word.toLowerCase().replaceAll('’', "'")
  }
  const shouted = new Uint8Array(tokens.length)
  for (const sentence of sentences) {
    if (isShouted(words, sentence)) shouted.fill(1, sentence.first, sentence.last)
  }
  return {
    document,
    tokens,
    sentences,
    tree: createTree(tokens),
    gazetteers,
    words,
    lower,
    shouted,
    quotation: findQuotations(words, sentences, tokens.length),
  }
}

/** Three words of two letters and more, all in capitals. */
function isShouted(words: readonly string[], sentence: Sentence): boolean {
  let count = 0
  for (let i = sentence.first; i < sentence.last; i++) {
    const word = words[i]!
    if (!/^\p{L}[\p{L}.'’-]+$/u.test(word)) continue
    if (word !== word.toUpperCase()) return false
    count++
  }
  return count >= 3
}

/** Numbers quotations; a paragraph starts outside of any, since papers open a running quotation anew there. */
function findQuotations(words: readonly string[], sentences: readonly Sentence[], length: number): Int32Array {
  const quotation = new Int32Array(length)
  let count = 0
  let open = false
  for (const sentence of sentences) {
    if (sentence.paragraph) open = false
    for (let i = sentence.first; i < sentence.last; i++) {
      const word = words[i]!
      const opens = word === '“' || word === '``' || word === '„' || word === '«'
      const closes = word === '”' || word === "''" || word === '»'
      if (opens || (word === '"' && !open)) {
        open = true
        count++
        quotation[i] = count
      } else if (closes || word === '"') {
        quotation[i] = open ? count : 0
        open = false
      } else quotation[i] = open ? count : 0
    }
  }
  return quotation
}

/** The words from `first` to before `last` in lower case, parted by blanks. */
export function textOf(scene: Scene, first: number, last: number): string {
  return scene.lower.slice(first, last).join(' ')
}

/** Penn tag of a word, "" out of range. */
export function tagOf(scene: Scene, index: number): string {
  return scene.tokens.xpos[index] ?? ''
}

/** True for a capital first letter. */
export function isCapitalized(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

/** The word of `first` to `last` whose head lies outside; the first such that is no punctuation, else the last word. */
export function rootOf(scene: Scene, first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const head = scene.tokens.head[i]!
    if ((head < first || head >= last) && scene.tokens.upos[i] !== PUNCTUATION) return i
  }
  return last - 1
}
/** Code of PUNCT in `UPOS`. */
const PUNCTUATION = 12

/** A draft with neutral values for what the caller does not know. */
export function createDraft(
  scene: Scene,
  first: number,
  last: number,
  form: Draft['form'],
  kind: ActorKind | null,
): Draft {
  return {
    first,
    last,
    head: last - 1,
    coreFirst: first,
    coreLast: last,
    root: rootOf(scene, first, last),
    sentence: scene.tokens.sentence[first]!,
    form,
    kind,
    country: null,
    sector: null,
    gender: null,
    many: false,
    noun: '',
    modifiers: [],
    determiner: 'none',
    count: null,
    title: null,
    key: null,
    modifier: false,
    entity: -1,
  }
}

/** True for the subject of a verb of saying and for who stands after "according to", "citing" and "quoting". */
export function isVoice(scene: Scene, draft: Draft): boolean {
  const { tokens, lower } = scene
  const head = tokens.head[draft.root] ?? -1
  if (head >= 0 && baseRelation(tokens, draft.root) === 'nsubj' && SAYING_VERBS.has(tokens.lemma[head] ?? ''))
    return true
  if (/^(?:citing|quoting)$/.test(lower[draft.first - 1] ?? '')) return true
  return lower[draft.first - 1] === 'to' && lower[draft.first - 2] === 'according'
}

/** True for a first line without a full stop that is followed by a line break: a headline, which leaves articles out. */
export function isHeadline(scene: Scene, sentence: number): boolean {
  const one = scene.sentences[sentence]
  const next = scene.sentences[sentence + 1]
  if (!one || !next || sentence > 1) return false
  if (/[.!?…]["”’)]*$/.test(scene.words[one.last - 1] ?? '')) return false
  return scene.document.text.slice(one.to, next.from).includes('\n')
}

/** True for the sentence that is the dateline of its paragraph, as `segment` cuts it. */
export function isDatelineSentence(scene: Scene, index: number): boolean {
  const sentence = scene.sentences[index]
  const next = scene.sentences[index + 1]
  if (!sentence?.paragraph || !next || next.paragraph) return false
  return datelineEnd(scene.document.text, scene.tokens, sentence.first, next.last) === sentence.last
}
