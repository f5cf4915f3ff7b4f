import { hashText, inList, joinHash, LONGEST_PHRASE, NAME_LISTS } from './name-lists.ts'
import { hashFeature } from './perceptron.ts'

/** The words of one document with what the net says of them, in columns; heads count from 0, -1 is a root. */
export interface NameInput {
  readonly forms: readonly string[]
  /** Words `first` to `last` (exclusive) of each sentence, one after another. */
  readonly sentences: readonly { readonly first: number; readonly last: number }[]
  readonly xpos: readonly string[]
  readonly heads: Int32Array
  readonly relations: readonly string[]
  /** The net's own names: O, B-PER, I-PER, ... */
  readonly names: readonly string[]
}

/** Words that may be in a name: only of these are features made; all others are outside every name. */
export interface NameView {
  /** 1 where a word may be in a name. */
  readonly zone: Uint8Array
  /** The same number for the same word in lower case; 0 where it has no capital. */
  readonly keys: Int32Array
  /** Writes the features of word `index`, which must be in the zone, and returns how many. */
  features(index: number, out: Uint32Array): number
}

/** Room that `features` needs. */
export const MOST_NAME_FEATURES = 256

/** What is known of a form wherever it stands in the document. */
interface Word {
  readonly lower: number
  readonly form: number
  readonly capital: boolean
  readonly letter: boolean
  readonly shape: number
  /** What makes it no plain word, a bit each: an address, digits, a capital inside, capitals only. */
  readonly marks: number
  readonly prefix: number
  readonly suffix2: number
  readonly suffix3: number
  readonly suffix4: number
  /** Lists that have the word alone, a bit each. */
  readonly lists: number
  readonly evidence: Evidence
}

/** What the document tells about a word in lower case or capitals. */
interface Evidence {
  small: number
  capital: number
  titled: number
  behindGiven: number
  located: number
  speaking: number
}

const bit = (name: (typeof NAME_LISTS)[number]): number => 1 << NAME_LISTS.indexOf(name)
const PERSONS = bit('given') | bit('surname')
const PLACES = bit('city') | bit('state') | bit('region') | bit('town') | bit('states')
const BODIES = bit('organization') | bit('outlet') | bit('company')
/** Lists whose phrases may have more than one word, as numbers; the pseudo list behind the last has the phrases of all. */
const PHRASE_LISTS = (
  ['surname', 'city', 'state', 'region', 'organization', 'outlet', 'company', 'office', 'town'] as const
).map((name) => NAME_LISTS.indexOf(name))
/** Number of the list of all phrases of more than one word. */
export const ALL_PHRASES = NAME_LISTS.length

const TITLES = new Set(
  'mr mr. mrs mrs. ms ms. dr dr. president minister secretary senator sen. gen. general judge prof. professor sir'.split(
    ' ',
  ),
)
const PLACING = new Set('in at near to from'.split(' '))
const SPEAKING = new Set(
  'say says said tell tells told add adds added think thinks thought believe ask asked write wrote'.split(' '),
)

const START = hashText('<s>')
const END = hashText('</s>')
const ROOT = hashText('<root>')
const NONE = 7

/** Looks at the words of a document; `bits` are the model's lists. Linear in words. */
export function viewNames(input: NameInput, bits: Uint8Array): NameView {
  const { forms, sentences, xpos, heads, relations } = input
  const length = forms.length
  const words = findWords(forms, bits)
  const lists = findLists(words, sentences, bits)
  const { zone, runFirst, runLast } = findRuns(input, words)
  const xposHash = hashAll(xpos)
  const relationHash = hashAll(relations, (relation) => {
    const colon = relation.indexOf(':')
    return hashText(relation, 0, colon < 0 ? relation.length : colon)
  })
  const bounds = new Int32Array(length * 2)
  const whole = new Uint8Array(length)
  for (const { first, last } of sentences) {
    let shouted = 1
    for (let i = first; i < last; i++) {
      bounds[i * 2] = first
      bounds[i * 2 + 1] = last
      if (shouted === 1 && /\p{Ll}/u.test(forms[i]!)) shouted = 0
    }
    whole.fill(shouted, first, last)
  }
  const brief = Int32Array.from(lists, summary)
  gatherEvidence(input, words, lists, runFirst)

  function features(i: number, out: Uint32Array): number {
    const first = bounds[i * 2]!
    const last = bounds[i * 2 + 1]!
    const lower = (at: number) => (at < first ? START : at >= last ? END : words[at]!.lower)
    const shape = (at: number) => (at < first ? START : at >= last ? END : words[at]!.shape)
    const tag = (at: number) => (at < first ? START : at >= last ? END : xposHash[at]!)
    const brevity = (at: number) => (at < first || at >= last ? 0 : brief[at]!)
    let count = 0
    let template = 0
    const add = (a: number, b = 0, c = 0) => {
      out[count++] = hashFeature(template++, a, b, c)
    }
    const word = words[i]!
    const own = word.lower
    const before = lower(i - 1)
    const after = lower(i + 1)
    add(0)
    add(own)
    add(before)
    add(after)
    add(lower(i - 2))
    add(lower(i + 2))
    add(before, own)
    add(own, after)
    add(before, after)
    add(word.form)
    add(word.prefix)
    add(word.suffix2)
    add(word.suffix3)
    add(word.suffix4)
    add(word.shape)
    add(word.marks)
    add(shape(i - 1), word.shape)
    add(word.shape, shape(i + 1))
    add(shape(i - 1), word.shape, shape(i + 1))
    add(i === first ? 1 : 0, word.shape)
    add(whole[i]!)
    const own1 = tag(i)
    add(own1)
    add(tag(i - 1), own1)
    add(own1, tag(i + 1))
    add(tag(i - 1), own1, tag(i + 1))
    const inRun = runFirst[i]! >= 0
    const start = inRun ? runFirst[i]! : i
    const end = inRun ? runLast[i]! : i + 1
    const place = inRun ? (i === start ? 1 : 0) + (i === end - 1 ? 2 : 0) : NONE
    const evidence = word.evidence
    if (inRun) {
      const left = lower(start - 1)
      const right = lower(end)
      const tail = words[end - 1]!
      add(left, place)
      add(right, place)
      add(tail.lower)
      add(lower(start))
      add(Math.min(5, end - start), place)
      add(left, right)
      add(tail.lower, place)
      add(lower(start - 2), left)
      add(right, lower(end + 1))
      add(tail.suffix3, place)
      add(tail.shape, shape(start), place)
      add(tail.marks, place)
      add(brief[start]!, place)
      add(brief[end - 1]!, place)
      add(brevity(start - 1), place)
      add(brief[start]!, brief[end - 1]!, Math.min(4, end - start))
      let union = 0
      for (let at = start; at < end; at++) union |= brief[at]!
      add(union)
      const head = headOf(heads, start, end)
      const governor = heads[head]!
      const verb = governor < 0 ? ROOT : words[governor]!.lower
      add(verb, relationHash[head]!)
      add(relationHash[head]!, place)
      add(governor < 0 ? 0 : xposHash[governor]!, relationHash[head]!)
      add(relationHash[i]!, head === i ? 1 : 0)
      add(verb, relationHash[head]!, left)
      add(said(tail.evidence) + (tail.evidence.small > 0 ? 16 : 0), place)
    }
    template = 70
    const flags = brief[i]!
    add(flags)
    add(brevity(i - 1), 1)
    add(brevity(i + 1), 2)
    add(brevity(i - 1), flags)
    add(flags, brevity(i + 1))
    add(flags, word.shape)
    add(flags, before)
    add(lists[i]!)
    add(Math.min(3, evidence.small), word.capital ? 1 : 0)
    add(Math.min(3, evidence.titled))
    add(Math.min(3, evidence.behindGiven))
    add(Math.min(3, evidence.located))
    add(Math.min(3, evidence.speaking))
    add(Math.min(3, evidence.capital), evidence.small > 0 ? 1 : 0)
    add(said(evidence))
    const previous = i > first ? lists[i - 1]! : 0
    const next = i + 1 < last ? lists[i + 1]! : 0
    for (let list = 0; list < NAME_LISTS.length; list++) {
      const flag = 1 << list
      if ((lists[i]! & flag) !== 0) {
        out[count++] = hashFeature(100 + list, place)
        out[count++] = hashFeature(140 + list, word.shape)
      }
      if ((previous & flag) !== 0) out[count++] = hashFeature(180 + list, 0)
      if ((next & flag) !== 0) out[count++] = hashFeature(220 + list, 0)
    }
    return count
  }

  const keys = Int32Array.from(words, (word) => (word.capital ? word.lower : 0))
  return { zone, keys, features }
}

/** What other places of the document say of a word, a bit each. */
function said({ titled, behindGiven, located, speaking }: Evidence): number {
  return (titled > 0 ? 1 : 0) + (behindGiven > 0 ? 2 : 0) + (located > 0 ? 4 : 0) + (speaking > 0 ? 8 : 0)
}

/** The lists of a word, those of one kind taken together. */
function summary(lists: number): number {
  return (
    ((lists & PERSONS) !== 0 ? 1 : 0) +
    ((lists & PLACES) !== 0 ? 2 : 0) +
    ((lists & BODIES) !== 0 ? 4 : 0) +
    ((lists & bit('office')) !== 0 ? 8 : 0) +
    ((lists & bit('organizationNoun')) !== 0 ? 16 : 0) +
    ((lists & bit('placeNoun')) !== 0 ? 32 : 0) +
    ((lists & bit('adjective')) !== 0 ? 64 : 0) +
    ((lists & (bit('thingNoun') | bit('calendar'))) !== 0 ? 128 : 0) +
    ((lists & (bit('state') | bit('region'))) !== 0 ? 256 : 0) +
    ((lists & bit('given')) !== 0 ? 512 : 0)
  )
}

function hashAll(texts: readonly string[], hash: (text: string) => number = hashText): Int32Array {
  const known = new Map<string, number>()
  const hashes = new Int32Array(texts.length)
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]!
    let value = known.get(text)
    if (value === undefined) {
      value = hash(text) | 0
      known.set(text, value)
    }
    hashes[i] = value
  }
  return hashes
}

/** The word of a run that hangs on a word outside it. */
function headOf(heads: Int32Array, start: number, end: number): number {
  for (let at = start; at < end; at++) if (heads[at]! < start || heads[at]! >= end) return at
  return end - 1
}

function findWords(forms: readonly string[], bits: Uint8Array): Word[] {
  const known = new Map<string, Word>()
  const evidence = new Map<string, Evidence>()
  return forms.map((form) => {
    let word = known.get(form)
    if (word) return word
    const lower = foldWord(form)
    let told = evidence.get(lower)
    if (!told) {
      told = { small: 0, capital: 0, titled: 0, behindGiven: 0, located: 0, speaking: 0 }
      evidence.set(lower, told)
    }
    word = describeWord(form, lower, told, bits)
    known.set(form, word)
    return word
  })
}

/** A word as lists and hashes have it: in lower case, with a straight apostrophe. */
export function foldWord(form: string): string {
  const lower = form.toLowerCase()
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower
}

function describeWord(form: string, lower: string, evidence: Evidence, bits: Uint8Array): Word {
  const size = lower.length
  const hash = hashText(lower)
  let lists = 0
  for (let list = 0; list < NAME_LISTS.length; list++) if (inList(bits, list, hash)) lists |= 1 << list
  return {
    lower: hash,
    form: hashText(form),
    capital: /^\p{Lu}/u.test(form),
    letter: /^\p{L}/u.test(form),
    shape: hashText(shapeOf(form)),
    marks: marksOf(form),
    prefix: hashText(lower, 0, Math.min(3, size)),
    suffix2: hashText(lower, Math.max(0, size - 2)),
    suffix3: hashText(lower, Math.max(0, size - 3)),
    suffix4: hashText(lower, Math.max(0, size - 4)),
    lists,
    evidence,
  }
}

function marksOf(form: string): number {
  return (
    (/@|:\/\/|^www\.|\.(?:com?|org|net|edu|gov|html?|pdf|doc|xls|jpg|txt)$/i.test(form) ? 1 : 0) +
    (/\d/.test(form) ? 2 : 0) +
    (/\p{Ll}\p{Lu}/u.test(form) ? 4 : 0) +
    (/^[\p{Lu}.&]{2,}$/u.test(form) ? 8 : 0)
  )
}

/** X for capitals, x for small letters, d for digits, at most two of a run. */
function shapeOf(form: string): string {
  return form
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\d/g, 'd')
    .replace(/(.)\1{2,}/g, '$1$1')
}

/** The lists of every word: those that have it alone, and those that have a phrase it stands in. */
function findLists(words: readonly Word[], sentences: NameInput['sentences'], bits: Uint8Array): Int32Array {
  const lists = Int32Array.from(words, (word) => word.lists)
  for (const { first, last } of sentences) {
    for (let i = first; i < last; i++) {
      let phrase = words[i]!.lower
      const limit = Math.min(last, i + LONGEST_PHRASE)
      for (let end = i + 1; end < limit; end++) {
        phrase = joinHash(phrase, words[end]!.lower)
        if (!inList(bits, ALL_PHRASES, phrase)) continue
        for (const list of PHRASE_LISTS) {
          if (!inList(bits, list, phrase)) continue
          for (let at = i; at <= end; at++) lists[at] = lists[at]! | (1 << list)
        }
      }
    }
  }
  return lists
}

/** Runs of words that look like names, and the zone: those and the small words beside and between them. */
function findRuns(
  { forms, sentences, xpos, names }: NameInput,
  words: readonly Word[],
): { zone: Uint8Array; runFirst: Int32Array; runLast: Int32Array } {
  const length = forms.length
  const named = new Uint8Array(length)
  const zone = new Uint8Array(length)
  const runFirst = new Int32Array(length).fill(-1)
  const runLast = new Int32Array(length).fill(-1)
  for (let i = 0; i < length; i++) {
    const { letter, capital } = words[i]!
    if (names[i] !== 'O' || (letter && ((capital && forms[i] !== 'I') || xpos[i]!.startsWith('NNP')))) named[i] = 1
  }
  for (const { first, last } of sentences) {
    const is = (at: number) => at >= first && at < last && named[at] === 1
    for (let i = first; i < last; i++) {
      if (is(i) || is(i - 1) || is(i + 1) || (is(i - 2) && is(i + 2))) zone[i] = 1
      if (!is(i) || runFirst[i]! >= 0) continue
      let end = i + 1
      while (is(end)) end++
      runFirst.fill(i, i, end)
      runLast.fill(end, i, end)
    }
  }
  return { zone, runFirst, runLast }
}

/** Counts what the surroundings of each word's occurrences say. */
function gatherEvidence(
  { sentences, heads, relations, forms }: NameInput,
  words: readonly Word[],
  lists: Int32Array,
  runFirst: Int32Array,
): void {
  const given = bit('given')
  for (const { first, last } of sentences) {
    for (let i = first; i < last; i++) {
      const { evidence, capital } = words[i]!
      if (!capital) {
        evidence.small++
        continue
      }
      evidence.capital++
      if (i > first) {
        if (TITLES.has(foldWord(forms[i - 1]!))) evidence.titled++
        if ((lists[i - 1]! & given) !== 0 && words[i - 1]!.capital) evidence.behindGiven++
      }
      if (runFirst[i]! > first && PLACING.has(forms[runFirst[i]! - 1]!.toLowerCase())) evidence.located++
      const head = heads[i]!
      if (head >= 0 && relations[i] === 'nsubj' && SPEAKING.has(forms[head]!.toLowerCase())) evidence.speaking++
    }
  }
}
